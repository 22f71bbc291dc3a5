"""Splitting enumerations: which fields, documents or steps a list in running text names.

All functions work on characters and words, not on the parse: lists are where parses go wrong most.
A `Word` may carry a part of speech (UPOS); where it is empty the words and marks alone decide.
Ranges are half-open character offsets of the text. Costs are linear in the range that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from summitparse import english
from summitparse.english.inflection import told_forms_of
from summitparse.lexicon import either, words_of

__all__ = ["Enumeration", "Word", "plain_words", "read_enumeration", "read_range"]

Range = tuple[int, int]


class Word(NamedTuple):
    """A word or mark: its characters and its part of speech (UPOS, or empty where unknown)."""

    start: int
    end: int
    pos: str = ""


class Enumeration(NamedTuple):
    """The items of a list, where it ends, and whether it says that there are more."""

    items: tuple[Range, ...]
    end: int
    open_ended: bool


TOKEN = re.compile(r"\w[\w.'’-]*\w|\w|[^\w\s]")
SHORT = 3
"""Words of a piece that is an item whatever its tags, the list's coordinator being still to come."""
COORDINATORS = english.words("conjunction", "listing")
ADJECTIVE = re.compile(r"(?:al|ous|ive|ed|ble|ful|less|ic|ary|ent|ant)$")
"""Endings of adjectives, for those that a tagger takes for nouns."""


@cache
def _listed(name: str) -> frozenset[str]:
    listed = words_of(Path(__file__).with_name("enumeration.toml"), name)
    return listed | told_forms_of("saying") if name in ("openers", "reports") else listed


@cache
def _tails() -> re.Pattern[str]:
    """An item that only says that there are more."""
    several, amount = either(_listed("several")), either(_listed("amounts"))
    return re.compile(
        rf"(?:(?:(?:{several}) )?others?\b|(?:{either(_listed('etc'))})\b|more\b(?! \w)"
        rf"|(?:a|the) (?:{amount}) of others?\b)",
        re.IGNORECASE,
    )


def plain_words(text: str, start: int, stop: int) -> list[Word]:
    """The words and marks of a range, without parts of speech."""
    return [Word(*match.span()) for match in TOKEN.finditer(text, start, stop)]


def read_enumeration(
    text: str,
    start: int,
    stop: int,
    *,
    words: Sequence[Word] | None = None,
    stops: Iterable[int] = (),
) -> Enumeration:
    """The list that begins at `start`, read up to `stop` at most.

    `words` are the words of the range with their parts of speech; `stops` are offsets that no item
    may reach (where a date begins, say). Semicolons separate where there are any, else commas; the
    last item follows the coordinator, and other "and"s stay inside their item. One item is no list.

    >>> text = "wool, copper, search and rescue, and night trains"
    >>> [text[a:b] for a, b in read_enumeration(text, 0, len(text)).items]
    ['wool', 'copper', 'search and rescue', 'night trains']
    """
    given = plain_words(text, start, stop) if words is None else words
    reader = _Reader(text, [word for word in given if start <= word.start and word.end <= stop])
    return reader.read(frozenset(stops))


def read_range(text: str, start: int, stop: int) -> tuple[Range, ...]:
    """The two ends of "ranging from A to B", read from behind "from".

    >>> text = "fishing quotas to the training of pilots"
    >>> [text[a:b] for a, b in read_range(text, 0, len(text))]
    ['fishing quotas', 'the training of pilots']
    """
    words = plain_words(text, start, stop)
    ends = [n for n, word in enumerate(words) if text[word.start : word.end] in ",;.:()"]
    reader = _Reader(text, words[: ends[0]] if ends else words)
    turn = next((n for n in range(1, len(reader.words)) if reader.lower[n] == "to"), None)
    if turn is None or turn + 1 >= len(reader.words):
        return ()
    ranges = (reader.span(0, turn), reader.span(turn + 1, reader.cut(turn + 1, len(reader.words))))
    return tuple(found for found in ranges if found is not None)


class _Reader:
    """One list: its words and the questions that the steps of reading ask about them."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self.lower = [text[word.start : word.end].lower() for word in words]

    def read(self, stops: frozenset[int]) -> Enumeration:
        end = self._sentence_end()
        pieces = self._list_pieces(self._pieces(end))
        items = self._split_last(pieces)
        if items:
            last = items[-1]
            items[-1] = (last[0], self.cut(*last, stops=stops, verbal=self._verbal(items[0])))
        kept = [piece for piece in items if not self._is_tail(piece)]
        spans = [span for piece in self._same_determiner(kept) if (span := self.span(*piece))]
        listed = len(spans) + (len(items) - len(kept)) > 1
        end_at = spans[-1][1] if spans else (self.words[0].start if self.words else 0)
        return Enumeration(tuple(spans) if listed else (), end_at, len(kept) < len(items))

    def span(self, first: int, last: int) -> Range | None:
        """The characters of some words, marks and coordinators at the ends left out."""
        loose = COORDINATORS | _listed("loose")
        while first < last and (self.lower[first] in loose or self._is_mark(first)):
            first += 1
        while last > first and (self.lower[last - 1] in loose or self._is_mark(last - 1)):
            last -= 1
        return (self.words[first].start, self.words[last - 1].end) if first < last else None

    def _is_mark(self, n: int) -> bool:
        return self.lower[n] in {",", ";", ".", ":", "-", "–", "—", "*", "•"}

    def _sentence_end(self) -> int:
        """The word at which the sentence ends; a blank line ends it, except after a comma."""
        for n, word in enumerate(self.lower):
            if word in {".", "!", "?", ":", "—", "–"} or (n and self._breaks(n)):
                return n
        return len(self.words)

    def _breaks(self, n: int) -> bool:
        gap = self.text[self.words[n - 1].end : self.words[n].start]
        return gap.count("\n") > 1 and self.lower[n - 1] not in {",", ";", "and", "or"}

    def _pieces(self, end: int) -> list[Range]:
        """The words between separators that stand in no bracket or quotation."""
        marks = self._separators(end)
        semicolons = [n for n in marks if self.lower[n] == ";"]
        edges = [-1, *(semicolons or marks), end]
        spans = [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]
        return spans if semicolons else self._rejoined(spans)

    def _separators(self, end: int) -> list[int]:
        found, depth, quoted = [], 0, False
        for n in range(end):
            word = self.lower[n]
            if word in {"(", "[", "“"}:
                depth += 1
            elif word in {")", "]", "”"}:
                depth = max(0, depth - 1)
            elif word == '"':
                quoted = not quoted
            elif word in {",", ";"} and not depth and not quoted:
                found.append(n)
        return found

    def _rejoined(self, pieces: list[Range]) -> list[Range]:
        """Pieces with the comma between two adjectives of a noun are one ("safe, orderly ...")."""
        joined: list[Range] = []
        for piece in pieces:
            if joined and self._hangs(joined[-1]) and self._describes(piece):
                joined[-1] = (joined[-1][0], piece[1])
            else:
                joined.append(piece)
        return joined

    def _hangs(self, piece: Range) -> bool:
        return self._is_adjective(piece[1] - 1) and piece[1] - piece[0] > 1

    def _describes(self, piece: Range) -> bool:
        """Whether the piece opens with an adjective of a pair before a noun ("y and z fishing")."""
        first, last = piece
        return (
            last - first > 3
            and self.lower[first + 1] in COORDINATORS
            and self._is_adjective(first)
            and self._is_adjective(first + 2)
        )

    def _is_adjective(self, n: int) -> bool:
        return self.words[n].pos == "ADJ" or ADJECTIVE.search(self.lower[n]) is not None

    def _list_pieces(self, pieces: list[Range]) -> list[Range]:
        """The pieces up to the one with the coordinator, or to the first that is no item."""
        pieces = self._parallel(pieces)
        kept = pieces[:1]
        closing = self._closing(pieces)
        for n, piece in enumerate(pieces[1:], start=1):
            short = n < closing and piece[1] - piece[0] <= SHORT
            if not (short or self._continues(piece, kept[0])):
                break
            kept.append(piece)
            if self._opens_last(piece):
                return kept
        if kept and self._closed(kept[0]):
            return kept[:1]
        inner = [n for n, piece in enumerate(kept) if self._coordinated(piece)]
        return kept[: inner[-1] + 1] if inner else kept

    def _closing(self, pieces: list[Range]) -> int:
        """The number of the first piece that opens with the coordinator; 0 if none does."""
        return next((n for n, piece in enumerate(pieces) if n and self._opens_last(piece)), 0)

    def _opens_last(self, piece: Range) -> bool:
        """Whether the piece begins with the coordinator and so is the list's last."""
        return self.lower[piece[0]] in COORDINATORS or self._as_well(piece[0])

    def _parallel(self, pieces: list[Range]) -> list[Range]:
        """Where items repeat their first word, a piece without it belongs to the one before."""
        if len(pieces) < 2 or self.lower[pieces[0][0]] not in _listed("repeated"):
            return pieces
        opening = self.lower[pieces[0][0]]
        heads = [self._head(piece) == opening for piece in pieces]
        if heads.count(True) < 2:
            return pieces
        joined: list[Range] = []
        for piece, repeats in zip(pieces, heads, strict=True):
            if repeats:
                joined.append(piece)
            elif not self._opens_last(joined[-1]) or opening == "to":
                joined[-1] = (joined[-1][0], piece[1])
        return joined

    def _head(self, piece: Range) -> str:
        at = piece[0] + (self.lower[piece[0]] in COORDINATORS)
        return self.lower[at] if at < piece[1] else ""

    def _closed(self, piece: Range) -> bool:
        """Whether the piece is a list of two by itself: "one on X and one on Y"."""
        opening = self.lower[piece[0]]
        return opening in _listed("repeated") | _listed("determiners") and any(
            self.lower[n] in COORDINATORS and self.lower[n + 1] == opening
            for n in range(piece[0] + 1, piece[1] - 1)
        )

    def _coordinated(self, piece: Range) -> bool:
        return any(self.lower[n] in COORDINATORS for n in range(piece[0] + 1, piece[1] - 1))

    def _continues(self, piece: Range, first: Range) -> bool:
        head, opening = piece[0], self.lower[first[0]]
        if self.lower[head] in COORDINATORS or self._as_well(head):
            head += 1 if self.lower[head] in COORDINATORS else 3
            return head < piece[1] and self.lower[head] not in _listed("openers")
        word, pos = self.lower[head], self.words[head].pos
        if word == opening or (pos and pos == self.words[first[0]].pos):
            return not self._reports(piece)
        if word in _listed("openers") or pos in (
            "ADP",
            "SCONJ",
            "PRON",
            "AUX",
            "VERB",
            "CCONJ",
            "NUM",
        ):
            return False
        return not self._reports(piece)

    def _reports(self, piece: Range) -> bool:
        """Whether the piece is a clause of its own: "officials said", "both will ..."."""
        first, last = piece
        inner = (n for n in range(first + 1, last) if self.lower[n] in COORDINATORS)
        head = range(first, next(inner, last))
        speaks = any(
            self.words[n].pos == "AUX" or self.lower[n] in _listed("reports") for n in head
        )
        return speaks and not self._verbal(piece)

    def _as_well(self, n: int) -> bool:
        return self.lower[n : n + 3] == ["as", "well", "as"]

    def _verbal(self, piece: Range) -> bool:
        """Whether the item is a step ("to open an office"), not a thing."""
        first = self.words[piece[0]]
        return first.pos in ("VERB", "PART") or self.lower[piece[0]] == "to"

    def _split_last(self, pieces: list[Range]) -> list[Range]:
        """The items: the last piece is parted at its coordinator, unless it begins with one."""
        if not pieces:
            return []
        *before, last = pieces
        if before and self._opens_last(last):
            skip = 1 if self.lower[last[0]] in COORDINATORS else 3
            return [*before, (last[0] + skip, last[1])]
        inner = (last[0], self.cut(*last))
        turn = self._turn(inner, (before or [last])[0])
        if turn is None:
            return [*before, last]
        behind = turn + (3 if self._as_well(turn) else 1)
        return [*before, (last[0], turn), (behind, last[1])]

    def _turn(self, piece: Range, first: Range) -> int | None:
        """The coordinator that parts the last two items: the likeliest, of equals the last."""
        turns = [
            n
            for n in range(piece[0] + 1, piece[1] - 1)
            if self.lower[n] in COORDINATORS or self._as_well(n)
        ]
        return max(turns, key=lambda n: (self._likely(n, piece, first), n), default=None)

    def _likely(self, n: int, piece: Range, first: Range) -> int:
        behind = n + (3 if self._as_well(n) else 1)
        if behind >= piece[1]:
            return -9
        opening, follower = self.lower[first[0]], self.lower[behind]
        alike = opening == follower or (
            opening in _listed("determiners") and follower in _listed("determiners")
        )
        score = 4 if self._as_well(n) else 0
        score += 4 * alike + 2 * (follower in _listed("determiners")) - 3 * self._is_pair(n)
        return score - 2 * self._joins_modifiers(n, piece)

    def _is_pair(self, n: int) -> bool:
        return f"{self.lower[n - 1]} {self.lower[n + 1]}" in _listed("pairs")

    def _joins_modifiers(self, n: int, piece: Range) -> bool:
        """Whether both neighbours describe one noun ("halal and kosher certificates")."""
        if n + 2 >= piece[1] or self.words[n + 2].pos != "NOUN":
            return False
        return self.words[n - 1].pos == "ADJ" or self.lower[n - 2] in _listed("before_nouns")

    def cut(
        self, first: int, last: int, *, stops: frozenset[int] = frozenset(), verbal: bool = False
    ) -> int:
        """Where the last item ends: before a new clause, a purpose ("to promote ...") or a stop."""
        for n in range(first + 1, last):
            word, pos = self.lower[n], self.words[n].pos
            if (
                word in _listed("openers")
                and not (word == "as" and self._as_well(n))
                and word != "under"
            ):
                return n
            if not verbal and (pos == "AUX" or (word == "to" and self._is_verb(n + 1, last))):
                return n
            if self.words[n].start in stops:
                return n - 1 if self.words[n - 1].pos == "ADP" or n - 1 > first else n
        return last

    def _is_verb(self, n: int, last: int) -> bool:
        return n < last and self.words[n].pos == "VERB"

    def _is_tail(self, piece: Range) -> bool:
        span = self.span(*piece)
        return span is not None and _tails().match(self.text, *span) is not None

    def _same_determiner(self, items: list[Range]) -> list[Range]:
        """The first item without a "the" that belongs to the list ("the AU, SADC and COMESA")."""
        if len(items) < 3 or self.lower[items[0][0]] != "the" or items[0][1] - items[0][0] > 2:
            return items
        if any(self.lower[first] in _listed("determiners") for first, _ in items[1:]):
            return items
        return [(items[0][0] + 1, items[0][1]), *items[1:]]
