"""Days, weeks, months and years that count from the day of writing or from a date in the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from summitparse.extractors.dates.absolute import NO_REFERENCE, mod_of, number_of
from summitparse.extractors.dates.grammar import Piece
from summitparse.extractors.dates.numerals import read_number
from summitparse.extractors.dates.scene import Reading, Scene
from summitparse.extractors.dates.values import at, days_of, real_day, shifted, stepped, unit_of
from summitparse.models import Anchor

__all__ = ["RELATIVE"]

Reader = Callable[[Piece, Scene], Reading | None]
TODAY = {"D": "the reference date"}


def open_reading(kind: str = "DATE", mod: str | None = None) -> Reading:
    """The reading of a relative expression where nothing is known to count from."""
    return Reading(kind, None, NO_REFERENCE, mod=mod)


def deictic(piece: Piece, scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow; "the day after tomorrow"."""
    if scene.reference is None:
        return open_reading()
    step = int(piece.value("w") or 0)
    if piece.has("s"):
        step += 1 if piece.value("s") == "1" else -1
    found = stepped(scene.reference, "D", step)
    if found is None:
        return None
    return Reading(
        "DATE",
        found.isoformat(),
        "counted from the reference date",
        mod=mod_of(piece),
        anchor=scene.anchor(),
    )


def weekday(piece: Piece, scene: Scene) -> Reading | None:
    """A day of the week: the last one up to the day of writing, the next one where the verb looks ahead."""
    wanted = int(piece.value("wd") or 0)
    mod = mod_of(piece)
    if scene.reference is None:
        return open_reading(mod=mod)
    behind = (scene.reference.isoweekday() - wanted) % 7
    past, future = -behind, (-behind) % 7
    rel = (
        [value for value in piece.values("r") if value in ("-1", "0", "1")]
        if piece.has("r")
        else []
    )
    why = "the last such day up to the reference date"
    if rel:
        step = int(rel[-1])
        offset = {-1: -(behind or 7), 0: past, 1: future or 7}[step]
        if step == 0 and scene.direction(piece)[0] in ("future", "present"):
            offset = future
        why = "the such day that the word before it points to"
    elif scene.direction(piece)[0] in ("future", "present"):
        offset, why = future, "the next such day, since the sentence looks ahead"
    else:
        offset = past
    found = stepped(scene.reference, "D", offset)
    if found is None:
        return None
    return Reading("DATE", found.isoformat(), why, mod=mod, anchor=scene.anchor())


def nthday(piece: Piece, scene: Scene) -> Reading | None:
    """ "The first Monday of October", "the last day of June"."""
    from summitparse.extractors.dates.absolute import month

    if piece.holds("each") or piece.holds("every"):
        return Reading("SET", "P1M", "a day of every month")
    number = -1 if "last" in piece.text("n") else number_of(piece, "n") or 0
    if piece.has("mo"):
        whole = month(piece, scene)
        days = days_of(whole.value) if whole else None
    else:
        if scene.reference is None:
            return open_reading()
        step = (
            int((piece.value("r") or "0").replace("-", "-") or 0)
            if piece.value("r") in ("-1", "0", "1")
            else 0
        )
        first = stepped(scene.reference.replace(day=1), "M", step)
        days = days_of(at(first, "M")) if first else None
    if days is None:
        return open_reading()
    if piece.has("u") and piece.value("u") != "D":
        return None
    span = [days[0] + timedelta(step) for step in range((days[1] - days[0]).days + 1)]
    if piece.has("wd"):
        span = [each for each in span if each.isoweekday() == int(piece.value("wd") or 0)]
    index = number if number < 0 else number - 1
    if not -len(span) <= index < len(span):
        return None
    return Reading(
        "DATE", span[index].isoformat(), "counted inside its month", anchor=scene.anchor()
    )


def monthday(piece: Piece, scene: Scene) -> Reading | None:
    """ "The 24th": a day of the current month or of one beside it."""
    number = number_of(piece, "d") or 0
    before = scene.before(piece)
    follows = scene.words.text[piece.end : piece.end + 2]
    if not before.rstrip().endswith(
        (" on", " until", " by", " since", " before", " after", " till")
    ) or (follows[:1] == " " and follows[1:].isalpha() and follows[1:].islower() is False):
        return None
    if follows[:1] not in (".", ",", ";", "") and follows[:1] != "\n":
        return None
    if scene.reference is None:
        return open_reading()
    options = [
        found
        for step in (-1, 0, 1)
        if (first := stepped(scene.reference.replace(day=1), "M", step))
        and (found := real_day(first.year, first.month, number))
    ]
    if not options:
        return None
    from summitparse.extractors.dates.absolute import best_of

    chosen = best_of([(each, each) for each in options], scene, *scene.direction(piece))
    return Reading(
        "DATE", chosen.isoformat(), "the nearest such day of a month", anchor=scene.anchor()
    )


def relmonth(piece: Piece, scene: Scene) -> Reading | None:
    """A month with "last", "next", "this", or of a year so named: "October last year"."""
    number = int(piece.value("mo") or 0)
    mod = mod_of(piece)
    base = _base(piece, scene)
    if base is None:
        return open_reading(mod=mod)
    step = _step(piece)
    if piece.match.re.groupindex.get("p") or piece.words.values[piece.last - 1] == "Y":
        year = base.year + step
        if piece.words.values[piece.last - 1] != "Y":
            return None
    else:
        here = base.year * 12 + base.month
        year = base.year
        if step < 0 and year * 12 + number > here - 2:
            year -= 1
        elif step > 0 and year * 12 + number <= here:
            year += 1
    return Reading(
        "DATE",
        f"{year:04}-{number:02}",
        "counted from the reference date",
        mod=mod,
        anchor=scene.anchor(),
    )


def _step(piece: Piece) -> int:
    """-1, 0 or 1, as "last", "this", "next" say."""
    values = [value for value in piece.values("r") if value in ("-1", "0", "1")]
    return int(values[-1]) if values else 0


def _base(piece: Piece, scene: Scene) -> date | None:
    """The day that "the previous", "the following" and "that" count from: the date named last."""
    words = piece.text("r")
    if words.startswith(("the previous", "the following", "that", "the same", "the preceding")):
        value = scene.last("D M Y Q W", at=piece.start)
        days = days_of(value)
        if days:
            return days[0]
    return scene.reference


def relunit(piece: Piece, scene: Scene) -> Reading | None:
    """This, last, next year, month, week, quarter, weekend; "the end of the year"."""
    unit = piece.value("u") or ""
    part = mod_of(piece)
    if piece.words.text[piece.start : piece.start + 7].lower() in ("earlier", "later t"):
        part = None
    rel = piece.text("r")
    if unit in ("TH", "TM", "TS"):
        return (
            Reading("DURATION", _length(unit), "a length of time")
            if "the" in rel or not rel
            else None
        )
    if not piece.has("r") or rel == "the":
        return _definite(piece, scene, unit, part)
    if unit == "Q":
        return _quarter(piece, scene, part)
    base = _base(piece, scene)
    if base is None:
        return open_reading(mod=part)
    if "past" in rel:
        return (
            Reading(
                "DURATION", _length(unit), "a length of time up to the reference date", mod=part
            )
            if unit != "WE" and "this" not in rel
            else _at(base, unit, -1, scene, part)
        )
    return _at(base, unit, _step(piece), scene, part)


def _length(unit: str, count: str = "1") -> str:
    if unit in ("2W", "6M", "12M"):
        return (
            "P" + str(int(count) * int(unit[:-1])) + unit[-1]
            if count.isdigit()
            else f"PX{unit[-1]}"
        )
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def _at(base: date, unit: str, step: int, scene: Scene, mod: str | None) -> Reading | None:
    found = stepped(base, unit, step)
    if unit == "WE" and found and step == 0 and scene.reference and base.isoweekday() < 6 and False:
        found = base
    value = at(found, unit) if found else None
    if value is None:
        return None
    return Reading("DATE", value, "counted from the reference date", mod=mod, anchor=scene.anchor())


def _definite(piece: Piece, scene: Scene, unit: str, mod: str | None) -> Reading | None:
    """ "The year", "the quarter", "the weekend": the one that the text speaks of."""
    if unit == "Q":
        return _quarter(piece, scene, mod)
    if scene.reference is None:
        return open_reading(mod=mod)
    if unit == "WE":
        step = (
            0
            if scene.reference.isoweekday() >= 5
            or scene.direction(piece)[0] in ("future", "present")
            else -1
        )
        return _at(scene.reference, "WE", step, scene, mod)
    if unit in ("CE", "ML"):
        return None
    if piece.has("p") or piece.match.end() - piece.match.start() > 2:
        return _at(scene.reference, unit, 0, scene, mod)
    if unit == "D":
        return None
    return Reading("DURATION", _length(unit), "a length of time")


def _quarter(piece: Piece, scene: Scene, mod: str | None) -> Reading | None:
    """ "The quarter", "last quarter": the one named last, else the one that has just ended."""
    if scene.reference is None:
        return open_reading(mod=mod)
    rel = piece.text("r")
    named = scene.last("Q", at=piece.start)
    if named and not any(
        word in rel for word in ("last", "next", "previous", "coming", "following")
    ):
        return Reading(
            "DATE",
            named,
            "the quarter named before",
            mod=mod,
            anchor=Anchor(date=named, kind="date"),
        )
    step = 1 if "next" in rel or "coming" in rel else 0 if "current" in rel else -1
    found = stepped(scene.reference, "Q", step)
    return found and Reading(
        "DATE", at(found, "Q"), "counted from the reference date", mod=mod, anchor=scene.anchor()
    )


def yearend(piece: Piece, scene: Scene) -> Reading | None:
    """ "Year-end", "year's end"."""
    if piece.values()[0] != "Y":
        return None
    if scene.reference is None:
        return open_reading(mod="END")
    return Reading(
        "DATE",
        at(scene.reference, "Y"),
        "the year of the reference date",
        mod="END",
        anchor=scene.anchor(),
    )


def ago(piece: Piece, scene: Scene) -> Reading | None:
    """ "Two years ago", "10 days ago", "several years ago"."""
    unit = piece.value("u") or piece.value("x") or ""
    if piece.has("x") and not piece.text("x").startswith(("a couple", "couple")):
        return Reading("DATE", "PAST_REF", "a vague time before the reference date")
    count = read_number(piece.values("n")) if piece.has("n") else None
    number = int(count) if count is not None else 2 if piece.has("x") else 1
    if scene.reference is None:
        return open_reading()
    if unit == "Y" and number == 1 and not piece.has("n"):
        topic = scene.last("Q", at=piece.start, within=600)
        if topic:
            return _compare(topic, scene)
    if unit.startswith("T"):
        return (
            Reading("TIME", None, "hours before an unknown hour")
            if False
            else Reading("DURATION", _length(unit, str(number)), "a length of time")
        )
    return _stepped_back(unit, -number, scene)


GRAIN = {
    "Y": "Y",
    "DE": "Y",
    "CE": "Y",
    "M": "M",
    "W": "D",
    "D": "D",
    "2W": "D",
    "Q": "Q",
    "6M": "M",
    "12M": "M",
    "ML": "Y",
}


def _stepped_back(
    unit: str, count: int, scene: Scene, base: date | None = None, anchor: Anchor | None = None
) -> Reading | None:
    start = base or scene.reference
    if start is None:
        return open_reading()
    found = stepped(start, unit, count)
    if found is None:
        return Reading(
            "DATE", "PAST_REF" if count < 0 else "FUTURE_REF", "outside the calendar's years"
        )
    return Reading(
        "DATE",
        at(found, GRAIN[unit]),
        "counted from the reference date" if base is None else "counted from the date named before",
        anchor=anchor or scene.anchor(),
    )


def fromnow(piece: Piece, scene: Scene) -> Reading | None:
    """ "Two weeks from today"."""
    count = read_number(piece.values("n")) if piece.has("n") else None
    number = int(count) if count is not None else 1
    unit = piece.value("u") or ""
    if unit.startswith("T") or scene.reference is None:
        return open_reading()
    base = stepped(scene.reference, "D", int(piece.value("w") or 0))
    return _stepped_back(unit, number, scene, base, scene.anchor())


def shift(piece: Piece, scene: Scene) -> Reading | None:
    """ "A year earlier", "the day before", "the following morning", "that summer"."""
    unit = piece.value("u") or ""
    sign = {"-1": -1, "1": 1, "-": -1, None: 0}.get(piece.value("s"), 0)
    count = read_number(piece.values("n")) if piece.has("n") else None
    number = int(count) if count is not None else 1
    if unit.startswith("T"):
        return None
    if unit in ("MO", "AF", "EV", "NI"):
        return _partday(piece, scene, sign, unit)
    if unit in ("SP", "SU", "FA", "WI"):
        return _that_season(piece, scene, unit)
    if unit == "Y" and number == 1 and sign < 0 and not piece.text("s").startswith("previous"):
        topic = scene.last("Q", at=piece.start, within=600)
        if topic:
            return _compare(topic, scene)
    grain = {"D": "D", "W": "D W", "M": "D M", "Y": "D M Y Q", "Q": "Q"}.get(unit, "D M Y")
    base = scene.last(grain, at=piece.start, within=1500)
    anchor = Anchor(date=base, kind="date") if base else scene.anchor()
    days = days_of(base)
    start = days[0] if days else scene.reference
    if start is None:
        return open_reading()
    if unit == "Y" and base and unit_of(base) == "M" and count is None:
        pass
    found = stepped(start, unit, sign * number)
    grain_out = (
        unit
        if piece.words.text[piece.start : piece.start + 3].lower() == "the"
        else GRAIN.get(unit, unit)
    )
    value = at(found, grain_out) if found else None
    return value and Reading(
        "DATE",
        value,
        "counted from the date named before" if base else "counted from the reference date",
        anchor=anchor,
    )


def _compare(topic: str, scene: Scene) -> Reading | None:
    value = shifted(topic, "Y", -1)
    return value and Reading(
        "DATE",
        value,
        "the same quarter a year before the one named",
        anchor=Anchor(date=topic, kind="date"),
    )


def _partday(piece: Piece, scene: Scene, sign: int, unit: str) -> Reading | None:
    base = scene.last("D", at=piece.start, within=1500)
    days = days_of(base)
    start = days[0] if days else scene.reference
    found = stepped(start, "D", sign) if start else None
    if found is None:
        return open_reading("TIME")
    anchor = Anchor(date=base, kind="date") if base else scene.anchor()
    return Reading("TIME", f"{found}T{unit}", "counted from the date named before", anchor=anchor)


def _that_season(piece: Piece, scene: Scene, unit: str) -> Reading | None:
    base = scene.last("D M Y Q S", at=piece.start)
    year = base[:4] if base else scene.reference.isoformat()[:4] if scene.reference else None
    if year is None:
        return open_reading()
    return Reading(
        "DATE",
        f"{year}-{unit}",
        "of the year named before",
        anchor=Anchor(date=base, kind="date") if base else scene.anchor(),
    )


def compared(piece: Piece, scene: Scene) -> Reading | None:
    """ "The year-ago quarter", "the 1988 period", "the same period last year": the period spoken of, in another year."""
    topic = scene.last("Q 6M M", at=piece.start)
    if piece.holds("year"):
        year = piece.value("y") or ""
        if topic is None:
            return Reading("DATE", year, "the year as written")
        return Reading(
            "DATE",
            year + topic[4:],
            "the period named before, in that year",
            anchor=Anchor(date=topic, kind="date"),
        )
    latest = scene.known[-1][1] if scene.known else None
    step = (
        -1
        if piece.holds("ago")
        or piece.holds("earlier")
        or piece.holds("last")
        or piece.holds("previous")
        else 0
    )
    pairs = [reading for _, reading in scene.known if reading.pair]
    if pairs and (latest is pairs[-1] or topic is None):
        ends = tuple(shifted(end, "Y", step) or end for end in pairs[-1].pair or ())
        return Reading(
            "DATE",
            None,
            "the period named before",
            pair=(ends[0], ends[1]),
            anchor=Anchor(date=ends[0], kind="date"),
        )
    if topic is None:
        if scene.reference is None:
            return open_reading()
        if not piece.has("q") or piece.value("q") != "Q":
            return Reading(
                "DATE",
                f"{scene.reference.year - 1:04}",
                "a year before the reference date",
                anchor=scene.anchor(),
            )
        ended = stepped(scene.reference, "Q", -1)
        topic = at(ended, "Q") if ended else None
    value = shifted(topic, "Y", step) if topic else None
    return value and Reading(
        "DATE",
        value,
        "the period named before, moved by years",
        anchor=Anchor(date=topic or value, kind="date"),
    )


def quarter(piece: Piece, scene: Scene) -> Reading | None:
    """A quarter of a calendar year: its year as written, as the words say, or the nearest that fits."""
    number = number_of(piece, "n") or number_of(piece, "qn")
    from summitparse.extractors.dates.absolute import year_of

    mod = mod_of(piece, "part") if piece.has("part") else None
    year = year_of(piece, scene)
    if number is None and scene.reference:
        topic = scene.last("Q", at=piece.start)
        number = int(topic[-1]) if topic else (scene.reference.month + 2) // 3
    if number is None or not 1 <= number <= 4:
        return None
    if year:
        return Reading("DATE", f"{year:04}-Q{number}", "the quarter as written", mod=mod)
    if scene.reference is None:
        return open_reading(mod=mod)
    if piece.has("r"):
        return Reading(
            "DATE",
            f"{scene.reference.year + _step(piece):04}-Q{number}",
            "counted from the reference date",
            mod=mod,
            anchor=scene.anchor(),
        )
    if (
        piece.words.values[piece.first + 1] == "Y"
        and piece.holds("dash")
        and (piece.holds("ago") or piece.holds("earlier"))
    ):
        year = (
            scene.reference.year
            - (number <= (scene.reference.month + 2) // 3)
            - (number > (scene.reference.month + 2) // 3) * 2
        )
        return Reading("DATE", f"{year:04}-Q{number}", "a year before", anchor=scene.anchor())
    return Reading(
        "DATE",
        _near(scene, piece, f"Q{number}"),
        "the nearest such quarter that fits the sentence",
        mod=mod,
        anchor=scene.anchor(),
    )


def _near(scene: Scene, piece: Piece, tail: str) -> str | None:
    """The quarter or half of the year that fits: begun already, unless the sentence looks ahead."""
    if scene.reference is None:
        return None
    year = scene.reference.year
    days = days_of(f"{year:04}-{tail}")
    direction = scene.direction(piece)[0]
    begun = days is not None and days[0] <= scene.reference
    if direction == "future":
        year += bool(days and days[1] < scene.reference)
    elif not begun:
        year -= 1
    return f"{year:04}-{tail}"


def half(piece: Piece, scene: Scene) -> Reading | None:
    """A half of a year: "the first half of 2026", "H1"."""
    from summitparse.extractors.dates.absolute import year_of

    word = piece.text("n")
    number = (
        2
        if "last" in word or "second" in word or "latter" in word
        else number_of(piece, "n") or number_of(piece, "hn")
    )
    if number not in (1, 2):
        return None
    year = year_of(piece, scene)
    if year:
        return Reading("DATE", f"{year:04}-H{number}", "the half as written")
    if scene.reference is None:
        return open_reading()
    if piece.has("r"):
        return Reading(
            "DATE",
            f"{scene.reference.year + _step(piece):04}-H{number}",
            "counted from the reference date",
            anchor=scene.anchor(),
        )
    return Reading(
        "DATE",
        _near(scene, piece, f"H{number}"),
        "the nearest such half that fits the sentence",
        anchor=scene.anchor(),
    )


def fiscal(piece: Piece, scene: Scene) -> Reading | None:
    """A fiscal year, as the calendar year that it is named after (the shift isn't modelled)."""
    if piece.has("mo"):
        return _ended_year(piece, scene)
    if piece.has("y"):
        year = int(piece.value("y") or 0)
        if piece.has("yy"):
            raw = piece.value("yy") or ""
            last = int(raw) if len(raw) == 4 else year // 100 * 100 + int(raw)
            return (
                Reading(
                    "DATE", None, "the fiscal year as written", pair=(f"{year:04}", f"{last:04}")
                )
                if last > year
                else None
            )
        return Reading("DATE", f"{year:04}", "the fiscal year, named after its year")
    if scene.reference is None:
        return open_reading()
    value = scene.last("Y", at=piece.start) if piece.text("r") == "the" else None
    if value:
        return Reading(
            "DATE", value, "the year named before", anchor=Anchor(date=value, kind="date")
        )
    return Reading(
        "DATE",
        f"{scene.reference.year + _step(piece):04}",
        "counted from the reference date",
        anchor=scene.anchor(),
    )


def _ended_year(piece: Piece, scene: Scene) -> Reading | None:
    """ "The financial year that ended in June": its twelve months."""
    if scene.reference is None:
        return open_reading()
    month = int(piece.value("mo") or 0)
    ended = piece.value("e") == "-1"
    year = scene.reference.year
    if ended and month > scene.reference.month:
        year -= 1
    elif not ended and month < scene.reference.month:
        year += 1
    first = stepped(date(year, month, 1), "M", -11)
    if first is None:
        return None
    return Reading(
        "DATE",
        None,
        "the twelve months that end there",
        pair=(at(first, "M") or "", f"{year:04}-{month:02}"),
        anchor=scene.anchor(),
    )


def season(piece: Piece, scene: Scene) -> Reading | None:
    """A season: of the year written, of this, last or next year, or the nearest that fits."""
    code = piece.value("s") or next(
        (value for value in piece.values() if value in ("SP", "SU", "FA", "WI")), ""
    )
    mod = mod_of(piece) if piece.has("p") else None
    if piece.has("y"):
        return Reading("DATE", f"{piece.value('y')}-{code}", "the season as written", mod=mod)
    word = piece.words.raw(piece.first).lower()
    bare = piece.last - piece.first == 1
    if bare and not scene.before(piece).rstrip(" \n").endswith(
        (
            " in",
            " until",
            " since",
            " by",
            " over",
            "during",
            "throughout",
            "their",
            "early",
            "late",
        )
    ):
        return None
    if code in ("FA", "SP") and word == "the" and not _in_time(piece, scene):
        return None
    if scene.reference is None:
        return open_reading(mod=mod)
    step = next((int(value) for value in piece.values() if value in ("-1", "0", "1")), None)
    past = piece.holds("past")
    if step is None or past:
        return Reading(
            "DATE",
            _near_season(scene, piece, code, past),
            "the nearest such season that fits the sentence",
            mod=mod,
            anchor=scene.anchor(),
        )
    year = scene.reference.year + step
    return Reading(
        "DATE",
        f"{year:04}-{code}",
        "counted from the year of the reference date",
        mod=mod,
        anchor=scene.anchor(),
    )


def _in_time(piece: Piece, scene: Scene) -> bool:
    """Whether "the fall", "the spring" stand where a time stands: "in the fall." and no "of" after."""
    after = scene.words.text[piece.end : piece.end + 4].lower()
    before = scene.before(piece).rstrip()
    return before.endswith(
        (" in", "since", "until", "by", "during", "over", "through", "of")
    ) and not after.startswith(" of")


def _near_season(scene: Scene, piece: Piece, code: str, past: bool) -> str | None:
    from summitparse.extractors.dates.absolute import best_of

    if scene.reference is None:
        return None
    years = [scene.reference.year + step for step in (-1, 0, 1)]
    options = [days for year in years if (days := days_of(f"{year:04}-{code}"))]
    direction = ("past", 2) if past else scene.direction(piece)
    return f"{best_of(options, scene, *direction).year:04}-{code}"


RELATIVE: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (
        deictic,
        weekday,
        nthday,
        monthday,
        relmonth,
        relunit,
        yearend,
        ago,
        fromnow,
        shift,
        compared,
        quarter,
        half,
        fiscal,
        season,
    )
}
