"""The text as words of time: every word gets a class, every class a letter.

The grammar (`grammar.py`) is regular expressions over the string of these letters, so that finding
a time expression costs one scan over one letter a word, whatever the words are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from summitparse.lexicon import read_table

__all__ = ["OTHER", "Words", "letter_of", "read_words"]

HERE = Path(__file__).parent
SHAPES = r"""
  (?P<break>\n[^\S\n]*\n)
| (?P<ampm>[ap]\.\s?m\.|[ap]m\b|(?-i:[ap]\s\.\s?m\b(?:\s?\.)?|[ap]\sm\b(?![-'’])))
| (?P<ap>(?<=\d)(?-i:[ap])\b)
| (?P<oclock>o['’]clock\b|oclock\b)
| (?P<zone>(?<=[\dmnt.]\s)(?:local|(?-i:[A-Z][A-Za-z]+(?:\s[A-Z][a-z]+)?(?:\s[a-z]+)?))\stime\b
     |\b(?-i:GMT|UTC)[+-−]\d{1,2}(?::?\d\d)?\b)
| (?P<word>[^\W\d_]+|\[[^\W\d_]+\])
| (?P<iso>(?<![\d.-])[12]\d{3}-[01]\d-[0-3]\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?
     (?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])|\b(?:19|20)\d\d[01]\d[0-3]\d\b)
| (?P<numeric>(?:(?<![\w.,/-])|(?<=/\d-)|(?<=/\d\d-))(?:\d{1,2}(?P<s1>[./-])\d{1,2}(?P=s1)(?:\d{4}|\d\d)
     |\d{4}(?P<s2>[./])\d{1,2}(?P=s2)\d{1,2})(?![\w/-]|\.\d))
| (?P<clock>(?<![\w.:])\d{1,2}(?::\d\d(?::\d\d)?(?![\d:]|\.\d)|(?-i:h)\d\d\b
     |(?<=(?<![^\n])\d\d)\.[0-5]\d(?=\s{1,3}(?-i:[A-Z“"‘É]))|\.\d\d(?=\s?[ap]\.?m\b)
     |\.\d\d(?=\s?(?-i:GMT|UTC|[CE]ES?T|BST|MSK|E[SD]T)\b)))
| (?P<military>(?<![\w.,:/-])0\d[0-5]\d(?![\w/:]|[.,-]\d{1,3}\b))
| (?P<fraction>(?<![\w/])\d{1,2}/\d{1,2}(?![\w/]))
| (?P<ordinal>\b\d{1,3}(?:st|nd|rd|th)\b)
| (?P<decade>(?:\b(?:\d\d)?|['‘’ʼ])\d0['’]?s\b)
| (?P<shortyear>['‘’]\d\d\b)
| (?P<decimal>\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+\.\d+)
| (?P<number>\d+)
| (?P<genitive>['’]s\b)
| (?P<comma>,)
| (?P<dash>[-–—‐‑])
| (?P<dot>\.)
| (?P<slash>/)
| (?P<money>[$€£¥₹\#%°])
| (?P<open>\()
| (?P<close>\))
| (?P<mark>[^\w\s])
"""
SCAN = re.compile(SHAPES, re.VERBOSE | re.IGNORECASE)
NUMBERS = ("day", "year", "int")
OTHER = "~"
"""The letter of every word that means no time."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: where each starts and ends, its letter, and what the lexicon says it means."""

    text: str
    starts: list[int]
    ends: list[int]
    values: list[str]
    letters: str

    def raw(self, index: int) -> str:
        """The word as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def slice(self, first: int, last: int) -> str:
        """The text from one word to before another."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


@lru_cache(maxsize=1)
def lexicon() -> dict[str, tuple[str, str]]:
    """Word -> (class, value). A capital in the table asks for a capital in the text ("May")."""
    rows = read_table(HERE / "words.tsv", ("word", "class", "value"))
    return {word: (kind, value) for word, kind, value in rows}


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    """The letter of every class."""
    shapes = [name for name in SCAN.groupindex if name not in ("word", "number", "s1", "s2")]
    names = [*shapes, *NUMBERS, *(kind for kind, _ in lexicon().values())]
    return {name: chr(0x100 + n) for n, name in enumerate(dict.fromkeys(names))}


def letter_of(name: str) -> str:
    """The letter that stands for a class of words; `KeyError` for an unknown class."""
    return _letters()[name]


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[str, str]]:
    """Word -> (letter, value), in the three ways of writing it: small, Capital, CAPITALS."""
    entries = {word: (letter_of(kind), value) for word, (kind, value) in lexicon().items()}
    small = {word: entry for word, entry in entries.items() if word.islower()}
    return (
        {word.upper(): entry for word, entry in small.items()}
        | {word.capitalize(): entry for word, entry in small.items()}
        | entries
    )


def _number(raw: str) -> str:
    if len(raw) == 4 and "1000" <= raw < "3000":
        return "year"
    return "day" if len(raw) <= 2 and 1 <= int(raw) <= 31 else "int"


def read_words(text: str) -> Words:
    """The words of a text, in one pass. Of a run of words without time only the last is kept.

    >>> words = read_words("on 20 May 2026")
    >>> words.letters[1:] == "".join(map(letter_of, ("day", "month", "year")))
    True
    """
    starts: list[int] = []
    ends: list[int] = []
    values: list[str] = []
    letters: list[str] = []
    known, shape_letters, other = _entries(), _letters(), False
    for match in SCAN.finditer(text):
        raw, shape = match[0], match.lastgroup
        if shape == "word":
            entry = known.get(raw.strip("[]"))  # "[Ten] years ago": the editor's word
            if entry is None and other:
                starts[-1], ends[-1] = match.span()
                continue
            letter, value = entry or (OTHER, "")
        else:
            letter, value = shape_letters[_number(raw) if shape == "number" else str(shape)], raw
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        values.append(value)
        letters.append(letter)
        other = letter == OTHER
    return Words(text, starts, ends, values, "".join(letters))
