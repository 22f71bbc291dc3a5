"""The forms of time expressions: `grammar.toml` compiled, and the search for its longest matches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from summitparse.errors import LexiconError
from summitparse.extractors.dates.words import OTHER, Words, letter_of
from summitparse.lexicon import read_lists

__all__ = ["Piece", "day_beside", "joint_after", "pieces_at", "places"]

HERE = Path(__file__).parent
REACH = 8
"""How many words before a word that carries time its expression may begin."""
LIST = 10
"""How many words after a month further days of a list may follow: "June 3, 9 and 17"."""
CARRIERS = (
    "iso numeric clock decade ampm year month mabbr weekday wdabbr weekdays unit units second quarter "
    "season seasons weekend weekends daypart dayparts noon deictic tonight overnight now presentadv "
    "pastadv current past recent future times adverbset decadeword ordinal ones fy h q "
    "period while term date possible new good oclock tz "
    "shortyear hijri holiday feast fraction last next this then ap ish yearend adjset military ordword mid"
)
"""The classes of words without one of which there is no time expression."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A match of the grammar: words `first` to before `last`, read as one kind of expression."""

    kind: str
    words: Words
    match: re.Match[str]
    first: int
    last: int

    @property
    def start(self) -> int:
        """The character where it begins."""
        return self.words.starts[self.first]

    @property
    def end(self) -> int:
        """The character where it ends."""
        return self.words.ends[self.last - 1]

    def has(self, group: str) -> bool:
        """Whether a part of the form is there."""
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def value(self, group: str) -> str | None:
        """What the lexicon says of a part's first word; the word itself where it is a number."""
        return self.words.values[self.match.start(group)] if self.has(group) else None

    def span(self, group: str) -> tuple[int, int]:
        """The words of a part."""
        return self.match.span(group) if self.has(group) else (0, 0)

    def text(self, group: str) -> str:
        """A part as it stands in the text, in lower case."""
        return self.words.slice(*self.span(group)).lower()

    def values(self, group: str | None = None) -> list[str]:
        """What the lexicon says of each word of a part, or of the whole."""
        first, last = self.span(group) if group else (self.first, self.last)
        return self.words.values[first:last]

    def text_words(self) -> list[str]:
        """Its words as they stand in the text, in lower case."""
        return [self.words.raw(index).lower() for index in range(self.first, self.last)]

    @property
    def previous(self) -> str:
        """The word before it, in lower case; empty at the start of the text."""
        return self.words.raw(self.first - 1).lower() if self.first else ""

    def next_is(self, *names: str) -> bool:
        """Whether the word after it is of one of these classes."""
        follows = self.words.letters[self.last : self.last + 1]
        return any(follows == letter_of(name) for name in names)

    def holds(self, name: str) -> bool:
        """Whether a word of the class stands in it."""
        return letter_of(name) in self.words.letters[self.first : self.last]


@lru_cache(maxsize=1)
def _macros() -> dict[str, str]:
    lists = read_lists(HERE / "macros.toml")
    return {name: "(?:" + "|".join(members) + ")" for name, members in lists.items()}


def _compiled(kind: str, pattern: str) -> re.Pattern[str]:
    """A form as a regular expression over letters."""
    macros = _macros()
    try:
        for _ in range(5):
            pattern = re.sub(r"\{(\w*[a-z]\w*)\}", lambda hit: macros[hit[1]], pattern)
        pattern = re.sub(
            r"(?<![P?])<([a-z|]+)>",
            lambda hit: "[" + "".join(map(letter_of, hit[1].split("|"))) + "]",
            pattern,
        )
        return re.compile(pattern, re.VERBOSE)
    except (KeyError, re.error) as error:
        raise LexiconError(f"grammar.toml: {kind}: {error} in {pattern}") from error


@lru_cache(maxsize=1)
def _rules() -> list[tuple[str, re.Pattern[str]]]:
    lists = read_lists(HERE / "grammar.toml")
    return [(kind, _compiled(kind, form)) for kind, forms in lists.items() for form in forms]


@lru_cache(maxsize=1)
def _carriers() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(letter_of, CARRIERS.split())) + "]")


def places(words: Words) -> Iterator[tuple[int, int]]:
    """Where expressions may begin: ranges of words that end with a word that carries time."""
    months = letter_of("month") + letter_of("mabbr")
    for carrier in _carriers().finditer(words.letters):
        end = carrier.end() + LIST * (carrier[0] in months)
        yield max(0, carrier.start() - REACH), min(end, len(words.letters))


def joint_after(piece: Piece) -> int:
    """Where the words end that may stand between a day and a time of day: "Friday *at* 4"."""
    match = _joint().match(piece.words.letters, piece.last)
    return match.end() if match else piece.last


def day_beside(piece: Piece) -> bool:
    """Whether a day or a time zone stands behind a form: "1800 *on Saturday*"."""
    return _beside().match(piece.words.letters, piece.last) is not None


@lru_cache(maxsize=1)
def _beside() -> re.Pattern[str]:
    return _compiled("beside", "{beside}|{tz}")


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    return _compiled("joint", "{joint}")


def pieces_at(words: Words, at: int) -> list[Piece]:
    """The forms that fit at a word, the longest first."""
    letters = words.letters
    if at >= len(letters) or letters[at] == OTHER:
        return []
    seen = _overview().match(letters, at)
    if seen is None or seen.lastindex is None:
        return []
    fitting = [n for n, (start, end) in enumerate(seen.regs[1:]) if end > start]
    fitting.sort(key=lambda n: -seen.end(n + 1))
    return [_piece(words, at, *_rules()[n]) for n in fitting]


def _piece(words: Words, at: int, kind: str, rule: re.Pattern[str]) -> Piece:
    match = rule.match(words.letters, at)
    assert match is not None  # the overview holds the same rule without its names
    return Piece(kind, words, match, at, match.end())


@lru_cache(maxsize=1)
def _overview() -> re.Pattern[str]:
    """All rules at once, one unnamed group each: a single match says which fit, and how far."""
    bare = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for _, rule in _rules())
    return re.compile("".join(f"(?:(?=({rule}))|)" for rule in bare), re.VERBOSE)
