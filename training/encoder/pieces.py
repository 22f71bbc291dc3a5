"""Words as word pieces: the longest known beginning, again and again (Wu and others 2016)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

PAD, UNKNOWN, FIRST, LAST, HIDDEN = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"
SPECIAL = (PAD, UNKNOWN, FIRST, LAST, HIDDEN)
ONWARD = "##"
MOST = 8
"""Pieces of a word that are read; the middle of what has more (an address, mostly) is left out."""
COMMON = 21_000
"""Rows of the pretrained vocabulary, which goes by frequency, up to which pieces are kept unseen."""
SCRIPTS = ("LATIN", "DIGIT")


def plain(form: str) -> str:
    """Lower case without accents.

    >>> plain("Übermäßig"), plain("São")
    ('ubermaßig', 'sao')
    """
    apart = unicodedata.normalize("NFD", form.lower())
    return "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))


def parts(form: str) -> list[str]:
    """A plain form cut at marks, each of which stands alone.

    >>> parts("u.s.-based")
    ['u', '.', 's', '.', '-', 'based']
    """
    out: list[str] = []
    inside = False
    for char in form:
        if is_mark(char):
            out.append(char)
            inside = False
        elif inside:
            out[-1] += char
        else:
            out.append(char)
            inside = True
    return out


def is_mark(char: str) -> bool:
    """Punctuation; of ASCII also the signs that Unicode calls symbols."""
    signs = "$+<=>^`|~"
    return char in signs or unicodedata.category(char).startswith("P")


class Pieces:
    """A vocabulary, and the rows of forms in it, remembered."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.vocabulary = list(vocabulary)
        self.rows = {piece: row for row, piece in enumerate(self.vocabulary)}
        self.pad, self.unknown, self.first, self.last, self.hidden = (
            self.rows[name] for name in SPECIAL
        )
        self.longest = max(map(len, self.vocabulary))
        self.known: dict[str, list[int]] = {}

    def of(self, form: str) -> list[int]:
        """The rows of a form's pieces, at least one."""
        found = self.known.get(form)
        if found is None:
            rows = [row for part in parts(plain(form)) for row in self.cut(part)]
            found = rows or [self.unknown]
            if len(found) > MOST:
                found = [*found[: MOST - 2], *found[-2:]]
            self.known[form] = found
        return found

    def cut(self, part: str) -> list[int]:
        """The rows of a part without marks; one for the unknown where some of it has none."""
        out: list[int] = []
        at = 0
        while at < len(part):
            start = ONWARD if at else ""
            for end in range(min(len(part), at + self.longest), at, -1):
                row = self.rows.get(start + part[at:end])
                if row is not None:
                    break
            else:
                return [self.unknown]
            out.append(row)
            at = end
        return out


def kept(vocabulary: Sequence[str], forms: Iterable[str]) -> list[int]:
    """The rows of a vocabulary that English text needs.

    Those are the special ones, single characters, common pieces of Latin letters and digits, and what
    the forms are made of. What is left out can still be spelt by smaller pieces.
    """
    whole = Pieces(vocabulary)
    met = {row for form in set(forms) for row in whole.of(form)}
    return [
        row
        for row, piece in enumerate(vocabulary)
        if piece in SPECIAL
        or row in met
        or (is_english(piece) and (row < COMMON or len(piece.removeprefix(ONWARD)) == 1))
    ]


def is_english(piece: str) -> bool:
    """Whether a piece is of Latin letters, digits or marks, and no reserved row."""
    if piece.startswith("[") and len(piece) > 1:
        return False
    return all(
        c.isascii() or is_mark(c) or unicodedata.name(c, "").startswith(SCRIPTS)
        for c in piece.removeprefix(ONWARD)
    )
