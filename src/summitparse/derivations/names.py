"""Derivations about names: short forms given in brackets behind the long form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitparse.derivations.basis import Basis, Draft
from summitparse.derivations.lexicon import words as listed

__all__ = ["acronyms"]

SHORT = re.compile(r"\(([A-Z][A-Za-z]{0,2}[A-Z]{1,7})\)")
WORD = re.compile(r"[A-Za-z][\w’'-]*")
REACH = 120


def acronyms(basis: Basis) -> Iterator[Draft]:
    """A short form in brackets whose letters begin the words before it."""
    text = basis.view.text
    for match in SHORT.finditer(text):
        start = _long_form(text, match.start(), match[1])
        if start is not None:
            long = " ".join(text[start : match.start()].split())
            yield Draft(
                "acronym",
                f"{match[1]} = {long}",
                start,
                match.end(),
                f"{match[1]} stands in brackets behind words with its initials",
            )


def _long_form(text: str, end: int, short: str) -> int | None:
    """Where the words begin whose initials the short form has; small words may be skipped."""
    words = list(WORD.finditer(text, max(0, end - REACH), end))
    letters = [letter for letter in short if letter.isupper()]
    if not words or text[words[-1].end() : end].strip():
        return None
    start = None
    for word in reversed(words):
        if not letters:
            break
        initials = [part[:1].upper() for part in word.group().split("-") if part]
        if initials[-1:] == letters[-1:]:
            letters = (
                letters[: -len(initials)] if initials == letters[-len(initials) :] else letters[:-1]
            )
            start = word.start()
        elif word.group().lower() not in listed("left_out"):
            return None
    return start if not letters else None
