"""Units of measure, time and share after a number, with their rates ("barrels a day")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitparse.english.inflection import is_plural, plural
from summitparse.errors import LexiconError
from summitparse.extractors.figures.digits import NEW_LINE
from summitparse.lexicon import read_table
from summitparse.models.mentions import FigureKind

__all__ = ["Unit", "rate_after", "unit_after", "unit_named"]

TABLE = Path(__file__).parent / "units.tsv"
COLUMNS = ("name", "kind", "words", "symbols", "factor")
GAP = re.compile(
    r"(?P<bracket> ?[(\[{<])|(?P<spaced> - )|[ \t\u00a0\u202f\u2009]?" + rf"(?:{NEW_LINE})?-?"
)
"""What may stand between number and unit: a blank, a line break, a hyphen, an opening bracket."""
CLOSING = ")]}>"
WORD = re.compile(r"[^\W\d_]+(?:\.(?=[^\W\d_])|(?<=U\.S)\.)?")
NEXT = re.compile(rf"[ \u00a0-](?:{NEW_LINE})?|{NEW_LINE}|(?<=\.)")
SYMBOL = re.compile(
    r"(?:°[ ]?[CF]?|[%％‰℃℉¢″′×]|sq\.? ?(?:m|km|ft|mi|cm)\.?|cu m|cu ft|lb-ft|lb ft|ft-lb|fl oz"
    r"|[A-Za-zµμΩ²³]{1,6}(?:[23²³](?!\d)|\^3)?(?:/[a-z]{1,3})?)(?!\w)"
)
COMPOUND = re.compile(
    r"-(?!(?:long|old|wide|high|deep|tall|thick|per|plus|a|an|and|to|or)\b)[^\W\d_]+"
)
"""Behind a unit this makes it part of a word: "5,600 second-hand cars"."""
CODE = re.compile(r"-\d")
"""Behind a spaced symbol this makes it part of a code: "24703 L-202"."""
LONGER = 7
"""Letters in a row that no symbol has."""
SPACED_SYMBOL = 2
"""Letters a symbol needs to stand after a blank; shorter ones are in SHORT."""
WRITTEN_ON = frozenset(("in",))
"""Symbols that are other words where they don't touch the number: "7in"."""
SHORT = frozenset("m g t l L s h W V J A K p".split())
LONGEST = 4
"""Words of the longest unit name."""
PER = re.compile(
    r"\s?/\s?|\s(?:per|each|every)\s|\s(?:an?)\s|\sa-|-per-|-a-",
)
PER_UNITS = {
    "share": "share",
    "head": "head",
    "capita": "capita",
    "person": "person",
    "unit": "unit",
    "minute": "minute",
    "game": "game",
    "dozen": "dozen",
    "annum": "year",
    "passenger": "passenger",
    "household": "household",
    "employee": "employee",
    "worker": "worker",
    "student": "student",
    "vehicle": "vehicle",
    "bushel": "bushel",
    "dollar": "dollar",
    "pound": "pound-mass",
    "ticket": "ticket",
    "bottle": "bottle",
    "room": "room",
    "seat": "seat",
    "pupil": "pupil",
    "serving": "serving",
    "copy": "copy",
    "piece": "piece",
    "item": "item",
    "plate": "plate",
    "trip": "trip",
    "user": "user",
    "customer": "customer",
    "resident": "resident",
}
NOT_PER = re.compile(
    r" (?:earlier|ago|before(?! tax)|later|after(?! tax)|previously|old|on(?= from\b|[.,;:!?)]|$)"
    r"|from now)\b|-(?:long|old)"
)
"""After "a year" these make it a point in time."""
SHORTEST_RATE = 3
"""Letters of a word behind "per"."""
NOT_RATE = frozenset(("time", "percent", "point", "cent", "degree"))


KINDS: tuple[FigureKind, ...] = ("money", "percent", "quantity", "count", "duration")
Entry = tuple[str, FigureKind, Decimal]
"""Canonical name, kind and factor of a unit."""


class Unit(NamedTuple):
    """A unit found in the text; `end` is where its words end."""

    name: str
    kind: FigureKind
    end: int
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Table:
    words: dict[str, Entry]
    symbols: dict[str, Entry]
    first: frozenset[str]
    """First words of the names, to see quickly that there is none."""


@cache
def _table() -> _Table:
    words: dict[str, Entry] = {}
    symbols: dict[str, Entry] = {}
    for name, kind, names, marks, factor in read_table(TABLE, COLUMNS):
        entry = name, _kind(kind), Decimal(factor)
        for word in filter(None, names.split("|")):
            for form in (word, _plural(word)):
                words.setdefault(form.replace("-", " "), entry)
        for mark in filter(None, marks.split("|")):
            symbols.setdefault(mark, entry)
    return _Table(words, symbols, frozenset(name.split()[0] for name in words))


def _kind(name: str) -> FigureKind:
    for kind in KINDS:
        if kind == name:
            return kind
    raise LexiconError(f"{TABLE.name}: no kind of figure: {name}")


def _plural(word: str) -> str:
    """'square metre' -> 'square metres', 'part per million' -> 'parts per million'."""
    if word.endswith(("feet", "hertz", "pence", "es")):
        return word
    head, space, rest = word.partition(" per ") if " per " in word else (word, "", "")
    if head.startswith("degree "):
        return "degrees" + head[6:]
    return (head if head.endswith("s") else plural(head)) + space + rest


def unit_after(text: str, end: int) -> Unit | None:
    """The unit that stands directly after a number ending at `end`; None if there is none.

    >>> unit_after("14 million square kilometres of sea", 10)
    Unit(name='square kilometre', kind='quantity', end=28, factor=Decimal('1'))
    >>> unit_after("90-km branch", 2).name, unit_after("5 initiatives", 1)
    ('kilometre', None)
    """
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():
        found = _beside(text, end + 1, joined=False)
        return (
            None if found and found.kind != "percent" and COMPOUND.match(text, found.end) else found
        )
    gap = GAP.match(text, end)
    start = gap.end() if gap else end
    if gap and gap["spaced"]:
        return _named(text, start)
    found = _beside(text, start, joined=start == end or text[start - 1] in "-([{<")
    if gap and gap["bracket"] and (not found or text[found.end : found.end + 1] not in CLOSING):
        return None
    return found


def _beside(text: str, start: int, *, joined: bool) -> Unit | None:
    """The name or symbol that starts here, whichever is longer."""
    named, begin = _named(text, start), text[start : start + LONGER]
    if begin.isalpha() and len(begin) == LONGER:
        return named
    marked = _symbol(text, start, joined=joined)
    return marked if marked and (named is None or marked.end > named.end) else named


def unit_named(word: str) -> tuple[str, FigureKind] | None:
    """Canonical name and kind of a unit's word, singular or plural.

    >>> unit_named("kilometers"), unit_named("treaties")
    (('kilometre', 'quantity'), None)
    """
    entry = _table().words.get(word.lower())
    return (entry[0], entry[1]) if entry else None


def _named(text: str, start: int) -> Unit | None:
    """The longest name in the table that starts here."""
    words: list[str] = []
    ends: list[int] = []
    at, table = start, _table()
    for _ in range(LONGEST):
        match = WORD.match(text, at)
        if not match:
            break
        words.append(match.group().lower())
        if words[0] not in table.first:
            return None
        ends.append(match.end())
        joint = NEXT.match(text, match.end())
        if not joint:
            break
        at = joint.end()
    for count in range(len(words), 0, -1):
        entry = table.words.get(" ".join(words[:count]))
        if entry and not _glued(text, ends[count - 1]):
            return Unit(entry[0], entry[1], ends[count - 1], entry[2])
    return None


def _glued(text: str, end: int) -> bool:
    """Whether a word goes on with a digit or letter."""
    return text[end : end + 1].isalnum()


def _symbol(text: str, start: int, *, joined: bool) -> Unit | None:
    match = SYMBOL.match(text, start)
    if not match:
        return None
    symbol, end = match.group(), match.end()
    entry = _table().symbols.get(symbol)
    while entry is None and (symbol.endswith(".") or "/" in symbol):
        symbol = symbol[:-1] if symbol.endswith(".") else symbol[: symbol.rindex("/")]
        end = start + len(symbol)
        entry = _table().symbols.get(symbol)
    if entry is None:
        return None
    if not joined and CODE.match(text, end):
        return None
    if symbol in WRITTEN_ON and (not text[start - 1].isdigit() or text[end : end + 1] == "-"):
        return None
    if symbol == "s" and "." not in text[max(0, start - 4) : start]:
        return None
    if not joined and len(symbol) < SPACED_SYMBOL and symbol.isalpha() and symbol not in SHORT:
        return None
    return Unit(entry[0], entry[1], end, entry[2])


def _names_one(word: str) -> bool:
    """Whether "per" and this word make a rate of any kind: 'per violation', not 'per cent'."""
    return (
        word.islower()
        and len(word) >= SHORTEST_RATE
        and word not in NOT_RATE
        and word not in PER_UNITS
        and not is_plural(word)
    )


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    """The denominator of a rate that starts at `end` ("a day", "per barrel", "/h"), and its end.

    >>> rate_after("800,000 barrels a day", 15), rate_after("$14 a head", 3)
    (('day', 21), ('head', 10))
    """
    per = PER.match(text, end)
    if not per:
        return None
    unit = _named(text, per.end()) or _symbol(text, per.end(), joined=True)
    if unit and NOT_PER.match(text, unit.end):
        return None
    explicit = per.group().strip() not in ("a", "an")
    if unit and unit.name not in NOT_RATE and (explicit or unit.kind in ("duration", "quantity")):
        return unit.name, unit.end
    word = WORD.match(text, per.end())
    if word and " per " in per.group() and _names_one(word.group()):
        return word.group(), word.end()
    if word and word.group().lower() in PER_UNITS:
        return PER_UNITS[word.group().lower()], word.end()
    return None
