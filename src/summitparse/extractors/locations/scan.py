"""Words of a text, and the names of the gazetteer among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitparse.gazetteer import LONGEST_ABBREVIATION, Place, fold, gazetteer, places_named
from summitparse.lexicon import read_lists

__all__ = [
    "POSSESSIVE",
    "Hit",
    "Words",
    "breaks",
    "find_names",
    "gap",
    "lists",
    "read_words",
    "shown",
    "word_at",
]

WORD = re.compile(r"(?:[A-Z]\.){2,8}|[^\W_]{1,60}(?:['’ʼ`][^\W_]{1,30}){0,3}")
"""A word: letters and digits with inner apostrophes, or initials with their dots."""
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z](?![\w.])")
LONGEST_INITIALS = 12
HYPHENS = ("-", "‑", "–")
GAP = re.compile(r"[ \t\xa0]{1,3}|[-‑–]|[ \t\xa0]{0,3}\r?\n[ \t\xa0]{0,8}|\. ?")
"""What may stand between two words of one name; the dot only after an abbreviation."""
BREAK = re.compile(r"(?<=[a-z0-9)])[.!?][\"'”’)]{0,2}\s{1,3}(?=[A-Z\"“'‘])|\n[ \t]{0,8}\n")
AMOUNT = {f"{mark}{digit}" for mark in ".$" for digit in "0123456789"} | {"$ "}
"""What follows an abbreviation that is a currency: US$5, K2.1."""
POSSESSIVE = ("'s", "’s", "ʼs", "`s", "'S", "’S")


class Words(NamedTuple):
    """The words of a text, by number."""

    text: str
    starts: list[int]
    ends: list[int]


class Hit(NamedTuple):
    """A name of the gazetteer in the text: words `first` to `last`."""

    start: int
    end: int
    first: int
    last: int
    key: str
    places: tuple[Place, ...]


@cache
def lists() -> dict[str, frozenset[str]]:
    """The word lists of `words.toml`."""
    path = Path(__file__).parent / "words.toml"
    return {name: frozenset(words) for name, words in read_lists(path).items()}


def read_words(text: str) -> Words:
    """Cut a text into words, in one pass."""
    spans = [match.span() for match in WORD.finditer(text)]
    return Words(text, [start for start, _ in spans], [end for _, end in spans])


def shown(words: Words, i: int) -> str:
    """Word number `i` as written; empty beyond the ends."""
    if 0 <= i < len(words.starts):
        return words.text[words.starts[i] : words.ends[i]]
    return ""


def gap(words: Words, i: int) -> str:
    """What stands between word `i` and the next one (at most eight characters of it)."""
    if 0 <= i < len(words.starts) - 1:
        return words.text[words.ends[i] : min(words.starts[i + 1], words.ends[i] + 8)]
    return "\n\n"


def word_at(words: Words, offset: int) -> int:
    """The number of the first word that starts at or after an offset."""
    return bisect_left(words.starts, offset)


def breaks(words: Words) -> list[int]:
    """Where sentences end: a stop, or an empty line, before a capital."""
    return [match.start() for match in BREAK.finditer(words.text)]


def find_names(words: Words) -> list[Hit]:
    """Longest names first, from left to right; hits don't overlap."""
    hits: list[Hit] = []
    i, count = 0, len(words.starts)
    text, starts = words.text, words.starts
    while i < count:
        hit = _longest(words, i) if text[starts[i]].isupper() or text[starts[i]] in "‘'" else None
        if hit:
            hits.append(hit)
        i = hit.last + 1 if hit else i + 1
    return hits


def _longest(words: Words, i: int) -> Hit | None:
    short, name = _abbreviation(words, i), _name(words, i)
    return name if short is None or (name and name.last > short.last) else short


def _name(words: Words, i: int) -> Hit | None:
    tables = gazetteer()
    keys = _keys(words, i, tables.longest)
    short = words.ends[i] - words.starts[i] <= LONGEST_ABBREVIATION and shown(words, i).isupper()
    for n in range(len(keys) - 1, 0 if short else -1, -1):
        for key, cut in keys[n]:
            places = _bearers(words, i + n, key)
            if places:
                key = f"{key}-" if places[0] in tables.prefixes.get(key, ()) else key
                return Hit(words.starts[i], words.ends[i + n] - cut, i, i + n, key, places)
    return None


def _bearers(words: Words, last: int, key: str) -> tuple[Place, ...]:
    """The bearers of a name; before a hyphen also the people it stands for: "Colombo-Peruvian"."""
    tables = gazetteer()
    if key in tables.prefixes and gap(words, last) in HYPHENS:
        after = places_named(fold(shown(words, last + 1)))
        if key not in tables.towns or any(place.kind == "demonym" for place in after):
            return tables.prefixes[key]
    return places_named(key) if key in tables.known or key in tables.towns else ()


def _keys(words: Words, i: int, longest: dict[str, int]) -> list[list[tuple[str, int]]]:
    """For 1, 2, ... words from `i` on: the keys to look up, with what to cut at the end."""
    out: list[list[tuple[str, int]]] = []
    key, room = "", 1
    for n in range(12):
        word = shown(words, i + n)
        if n and not (word and n < room and _goes_on(words, i + n, word)):
            break
        folded = fold(word)
        options = [(f"{key} {folded}" if n else folded, 0)]
        if word.endswith(POSSESSIVE):
            bare = fold(word[:-2])
            options.insert(n and 1, (f"{key} {bare}" if n else bare, 2))
        elif word.endswith(("s'", "s’")):
            options.append((options[0][0], 1))
        out.append(options)
        key = f"{key} {folded}" if n else folded
        if not n:
            room = max(longest.get(option, 1) for option, _ in options)
    return out


def _goes_on(words: Words, i: int, word: str) -> bool:
    """Whether word `i` can belong to the name that the word before it belongs to."""
    between = words.text[words.ends[i - 1] : words.starts[i]]
    if len(between) > 12 or not GAP.fullmatch(between):
        return False
    if "." in between and _as_written(shown(words, i - 1)) not in lists()["shortened"]:
        return False
    return word[0].isupper() or word in lists()["particles"] or word[1:2] in ("'", "’")


def _as_written(word: str) -> str:
    """A short word of a line in capitals, as otherwise written: ST, St."""
    return word.capitalize() if len(word) <= LONGEST_ABBREVIATION else word


def _abbreviation(words: Words, i: int) -> Hit | None:
    """Abbreviations as written: with the dots that the word pattern left out."""
    exact = gazetteer().exact
    for word, start, end, last in (*_open_initials(words, i), *_dotted(words, i)):
        places = exact.get(word) or (
            exact.get(word.title()) if len(word) > LONGEST_ABBREVIATION else None
        )
        if places and words.text[end : end + 2] not in AMOUNT:
            return Hit(start, end, i, last, word, places)
    return None


def _open_initials(words: Words, i: int) -> Iterator[tuple[str, int, int, int]]:
    """Initials without their last dot: "U.S", "U.A.E"; not where a word follows ("W.Va")."""
    found = INITIALS.match(words.text, words.starts[i], words.starts[i] + LONGEST_INITIALS)
    if found:
        yield found.group() + ".", *found.span(), bisect_left(words.starts, found.end()) - 1


def _dotted(words: Words, i: int) -> Iterator[tuple[str, int, int, int]]:
    start, end = words.starts[i], words.ends[i]
    word = words.text[start:end]
    if len(word) > 8:
        return
    after = words.text[end : end + 5]
    if after.startswith(".") and not word.endswith("."):
        tail = (
            words.text[words.starts[i + 1] : words.ends[i + 1]] if i + 1 < len(words.starts) else ""
        )
        if tail and words.text[words.ends[i + 1] : words.ends[i + 1] + 1] == ".":
            yield f"{word}.{tail}.", start, words.ends[i + 1] + 1, i + 1
        yield word + ".", start, end + 1, i
    if after.startswith("&"):
        yield words.text[start : end + 2], start, end + 2, i + 1
    yield word, start, end, i
    if word.endswith(POSSESSIVE):
        yield word[:-2], start, end - 2, i
