"""What a time of day adds to a day: `T14:30`, `TEV`; two of them for a range of times."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from summitparse.extractors.dates.fourdigits import is_clock_beside_day
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.scene import Scene
from summitparse.extractors.dates.side import cue_lists, text_before
from summitparse.extractors.dates.words import letter_of

__all__ = [
    "clock_tail",
    "clock_tails",
    "hour_tails",
    "is_entry",
    "later",
    "part_hour",
    "span_tails",
]

BEGINS = ("from", "between")
BEFORE_HOUR = (
    "at",
    "around",
    "about",
    "by",
    "until",
    "till",
    "from",
    "since",
    "before",
    "after",
    "than",
)
LAPS = ("in", "of", "a")
"""What stands before the time that somebody took."""
LOGGED = re.compile(r"^[012]\d[.:][0-5]\d\s{1,3}[^\W\d_a-z]", re.MULTILINE)
MANY = 3
"""So many entries with times make a log."""
NAMED = ("noon", "midday", "midnight")
PARTS = ("MO", "AF", "EV", "NI")
STOPS = ("", ".", ",", "?", "!", ")", ";")


def clock_tail(piece: Piece) -> str | None:
    """What a time of day adds to a day: `T14:30`, `TEV`; None where it is no time."""
    if piece.kind == "halfday":
        return "TMO" if _half(piece) == "a" else "TAF"
    if piece.kind == "clock":
        return _clock_tail(piece)
    part = next((value for value in piece.values() if value in PARTS), None)
    return part and "T" + part


def _clock_tail(piece: Piece) -> str | None:
    read = next((read for group, read in FORMS.items() if piece.has(group)), _plain)
    return read(piece)


def _plain(piece: Piece) -> str | None:
    """Forms like "14:30", "8 p.m.", "one thirty p.m."; not a runner's "3:07:35", nor "in 2:14"."""
    if "." in (piece.value("c") or "") and not _half(piece) and not is_entry(piece):
        return None if not piece.span("tz")[1] else _clock(_digits(piece, "c", "m"), "")
    clocks = piece.kind == "clock" and piece.holds("clock") and not _half(piece)
    if clocks and not (piece.has("tz") and piece.span("tz")[1]) and _is_lap(piece):
        return None
    return _clock(_digits(piece, "c", "m"), _half(piece))


def is_entry(piece: Piece) -> bool:
    """Whether a time begins an entry of a log: "14.05 The convoy has left"."""
    begins = piece.first == 0 or piece.words.text[piece.start - 1] == "\n"
    return begins and piece.kind == "clock" and _is_log(piece.words.text)


@lru_cache(maxsize=4)
def _is_log(text: str) -> bool:
    """Whether entries of the text begin with their times: "14.05 The convoy has left"."""
    return len(LOGGED.findall(text)) >= MANY


def _is_lap(piece: Piece) -> bool:
    """Whether the numbers are a length: with seconds unless "at" stands before, or after "in"."""
    raw = piece.value("c") or ""
    if piece.has("hrs"):
        return piece.value("hrs") != "TH"
    if piece.previous in LAPS:
        return ":" in raw and not piece.next_is("month", "mabbr", "weekday", "on")
    return raw.count(":") == 2 and piece.previous not in (*BEFORE_HOUR, "on", "(", "to", "@", ",")


def _noon(piece: Piece) -> str | None:
    return f"T{piece.value('noon')}"


def _four_digits(piece: Piece) -> str | None:
    """Forms like "0600 GMT", "at 0600", "by 1430 hours"; without a zone not a price or a year."""
    raw = piece.value("four") or ""
    if piece.has("beside"):
        return _four(raw) if is_clock_beside_day(piece, raw) else None
    zoned = piece.last - piece.first > 1 and not piece.has("hrs")
    sure = raw[:1] == "0" or piece.previous == "at" or piece.value("hrs") == "TH"
    told = sure and piece.previous in BEFORE_HOUR and not _priced().search(text_before(piece))
    return _four(raw) if zoned or told else None


def _letter(piece: Piece) -> str | None:
    """Forms like "9:20a", "at 9a"; "9a" alone may number a flat."""
    sure = piece.holds("clock") or piece.previous in BEFORE_HOUR
    return _plain(piece) if sure else None


def _about(piece: Piece) -> str | None:
    """Forms like "10ish"."""
    return _plain(piece) if len(_digits(piece, "c")) < 3 else None


def _in_part(piece: Piece) -> str | None:
    """Forms like "at six in the evening"."""
    sure = piece.holds("clock") or piece.holds("oclock") or piece.previous in BEFORE_HOUR
    return _clock(_digits(piece, "c"), _part_half(piece)) if sure else None


def _digits(piece: Piece, hour: str, minutes: str | None = None) -> str:
    """Hour and minutes of a form in digits: `7:27` for "seven twenty-seven"."""
    raw = piece.value(hour) or ""
    number = read_number(piece.values(minutes)) if minutes and piece.has(minutes) else None
    return raw if number is None else f"{raw}:{int(number):02}"


def _part_half(piece: Piece) -> str:
    return "a" if piece.value("dp") == "MO" else "p"


def _half(piece: Piece) -> str:
    """`a`, `p` or nothing: the half of the day that is written."""
    words = (piece.words.raw(index).lower() for index in range(piece.first, piece.last))
    return next((word[0] for word in words if re.fullmatch(r"[ap]\s?\.?\s?m?\s?\.?", word)), "")


def _four(raw: str) -> str | None:
    return _clock(f"{raw[:2]}:{raw[2:]}", "") if len(raw) == 4 else None


def _beside_hour(piece: Piece) -> str | None:
    """Minutes past or to an hour: "ten past 9", "quarter to six", "half past four"."""
    hour, minutes = read_number(piece.values("c")), _minutes(piece)
    sure = piece.previous in BEFORE_HOUR or piece.has("mu") or piece.has("dp")
    if not sure or hour is None or not 1 <= hour <= 12 or not minutes:
        return None
    whole = int(hour) * 60 + minutes * (1 if piece.text("way") == "past" else -1)
    return _clock(f"{whole // 60}:{whole % 60:02}", _part_half(piece) if piece.has("dp") else "")


def _minutes(piece: Piece) -> int | None:
    """The minutes that are counted from an hour; None for seconds or more than an hour."""
    if piece.has("half") or piece.has("qt"):
        return 30 if piece.has("half") else 15
    number = read_number(piece.values("n"))
    fits = number is not None and number < 60 and piece.value("mu") in (None, "TM")
    return int(number) if number is not None and fits else None


def _clock(raw: str | None, half: str) -> str | None:
    """Hours and minutes as `T14:30`, of a clock of 12 hours (with a.m. or p.m.) or of 24."""
    parts = [int(part) for part in re.split(r"[:.h]", (raw or "").lower()) if part]
    if not parts:
        return None
    hour, rest = parts[0], parts[1:]
    if half and hour <= 12:
        if hour == 0:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or any(part > 59 for part in rest) or (hour == 24 and any(rest)):
        return None
    return f"T{hour:02}:" + (":".join(f"{part:02}" for part in rest) or "00")


def clock_tails(piece: Piece) -> tuple[str, ...]:
    """What a time adds to a day: one tail, two for a range, none for what is no time."""
    if piece.kind != "clockrange":
        tail = clock_tail(piece)
        return (tail,) if tail else ()
    if not _is_clockrange(piece):
        return ()
    first, second = _ends(piece)
    ordered = first and second and (first < second or _is_over_night(piece))
    return (first, second) if first and second and first != second and ordered else ()


def _ends(piece: Piece) -> tuple[str | None, str | None]:
    """The two times of a range; the half of the day that is written last is that of both, if it can be."""
    if piece.has("f1"):
        return _four(piece.value("f1") or ""), _four(piece.value("f2") or "")
    half = _part_half(piece) if piece.has("dp") else piece.text("h2")[:1]
    midnight = piece.text("c2") == "midnight"
    second = "T24:00" if midnight else _clock(_digits(piece, "c2", "m2"), half)
    own = "" if piece.text("c") in NAMED else piece.text("h1")[:1] or half
    first = _clock(_digits(piece, "c", "m"), own)
    if first and second and first > second and not piece.has("h1"):
        first = _clock(_digits(piece, "c", "m"), "a" if half else "")
    return first, second


def _is_over_night(piece: Piece) -> bool:
    """Whether a range may end on the next day: "from 8 p.m. to 5 a.m.", "from 20:00 to 05:00"."""
    both = piece.has("h1") and piece.has("h2") and piece.text("h1")[:1] != piece.text("h2")[:1]
    return both or (piece.previous in BEGINS and not piece.has("h1") and not piece.has("h2"))


def _is_clockrange(piece: Piece) -> bool:
    """Whether numbers are times: a half of the day is written, a part of day beside, or two clocks."""
    if piece.has("h1") or piece.has("h2") or piece.has("dp") or piece.holds("oclock"):
        return True
    if piece.has("f1"):
        return piece.previous in BEGINS
    if piece.has("m") or piece.has("on"):
        return piece.previous in BEGINS
    clocks = piece.words.letters[piece.first : piece.last].count(letter_of("clock"))
    beside = piece.has("free") or piece.holds("noon") or piece.has("tz")
    return beside or clocks == 2 or (clocks == 1 and piece.previous in BEGINS)


def hour_tails(piece: Piece, scene: Scene) -> tuple[str, ...]:
    """The time that a bare number after "at" is, at the end of a clause ("Friday at 4"); not a price."""
    following = piece.words.text[piece.end : piece.end + 3].lstrip()
    ends = following[:1] in STOPS and not following[1:2].isdigit()
    priced = scene.is_business or _priced().search(scene.before(piece))
    return part_hour(piece) if ends and not priced else ()


@lru_cache(maxsize=1)
def _priced() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cue_lists()['priced'])})")


def part_hour(piece: Piece) -> tuple[str, ...]:
    """The time of a bare number whose part of day is named beside it."""
    if piece.has("way"):
        tail = _beside_hour(piece)
    elif piece.has("dec") and not re.fullmatch(r"\d{1,2}\.[0-5]\d", piece.text("dec")):
        return ()
    else:
        tail = _clock(piece.value("dec") or _digits(piece, "c", "m"), "")
    return (tail,) if tail and tail < "T13" else ()


def span_tails(piece: Piece) -> tuple[str, ...]:
    """The times of two bare numbers, the second after noon where it must be: "3-8", "10-4"."""
    first, second = _clock(piece.value("c"), ""), _clock(piece.value("c2"), "")
    if not first or not second or max(first, second) >= "T13":
        return ()
    if first >= "T08" and second < first:
        second = later(second)
    return (first, second) if first < second else ()


def later(tail: str) -> str:
    """The same hour after noon."""
    return f"T{int(tail[1:3]) + 12}{tail[3:]}" if tail < "T12" else tail


FORMS: dict[str, Callable[[Piece], str | None]] = {
    "noon": _noon,
    "four": _four_digits,
    "way": _beside_hour,
    "ap": _letter,
    "ish": _about,
    "dp": _in_part,
}
"""How a form is read that has such a part."""
