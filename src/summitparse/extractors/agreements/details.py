"""What a claim says beside parties and items: action, document, title, count, day and place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from summitparse.english.inflection import singular
from summitparse.extractors.agreements.cues import Cue
from summitparse.extractors.agreements.items import Items
from summitparse.extractors.agreements.lexicon import PROMISES, Status, words
from summitparse.grounding import nearest, told_day
from summitparse.models import DateMention, Figure, Location
from summitparse.syntax.sentences import Sentence

if TYPE_CHECKING:
    from datetime import date

__all__ = ["action_of", "confidence_of", "count_of", "day_of", "event_of", "instrument_of"]
__all__ += ["modality_of", "place_of", "status_of", "title_of"]

Range = tuple[int, int]

CONCLUDED = frozenset(["signed", "initialled", "ratified", "in_force"])
LONG = {"mou": "memorandum of understanding", "memorandum": "memorandum of understanding"}
OLD = 180
"""Days after which a concluded agreement is mentioned as history."""


def action_of(cue: Cue) -> str:
    """Base form of what is done: of a commitment the step, else the cue verb."""
    sentence, own = cue.sentence, cue.verb.base.split()[0]
    if cue.verb.frame not in PROMISES:
        return own
    for n in range(cue.behind, min(len(sentence.tokens), cue.behind + 4)):
        if sentence.pos[n] == "VERB":
            return sentence.tokens[n].lemma_.lower() or sentence.lower[n]
    return own


def instrument_of(cue: Cue) -> str | None:
    """The kind of document, in small letters and singular."""
    if cue.noun is None:
        return None
    lower, n = cue.sentence.lower, cue.noun
    pair = " ".join(lower[n : n + 2])
    if pair in words("bodies"):
        return singular(pair)
    if lower[max(0, n - 2) : n] in (
        ("memorandum", "of"),
        ("memorandums", "of"),
        ("memoranda", "of"),
    ):
        return "memorandum of understanding"
    if lower[n : n + 3] in (("letter", "of", "intent"), ("letters", "of", "intent")):
        return "letter of intent"
    word = singular(lower[n])
    joint = word in words("made_jointly") and "joint" in lower[max(0, n - 3) : n]
    return f"joint {word}" if joint else LONG.get(word, word)


def title_of(cue: Cue, end: int, outside: Sequence[int]) -> Range | None:
    """The name of a document: its noun in capitals with the capitalised words around it.

    `outside`: where places and days begin; one behind "in", "at" or a weekday's "on" is no part of it. In a
    sentence all in capitals nothing shows what a name is.
    """
    sentence = cue.sentence
    if all(token.text.isupper() for token in sentence.tokens if token.is_alpha):
        return None
    known = words("instruments") | words("documents")
    first = cue.noun if cue.noun is not None else cue.behind
    for n in range(first, min(len(sentence.tokens), sentence.position(end), first + 12)):
        if sentence.lower[n] in known and sentence.tokens[n].text[0].isupper():
            low, high = _name_start(sentence, n), _name_end(sentence, n + 1, outside)
            return (sentence.at(low), sentence.to(high)) if high - low > 1 else None
    return None


def _name_start(sentence: Sentence, n: int) -> int:
    while n > 0 and (_capital(sentence, n - 1) or sentence.lower[n - 1] == "-"):
        n -= 1
    return n


def _name_end(sentence: Sentence, n: int, outside: Sequence[int]) -> int:
    """Behind the last capitalised word; up to two small links may stand between two of them."""
    size = len(sentence.tokens)
    while n < size:
        step = next((k for k in (n, n + 1, n + 2) if k < size and _capital(sentence, k)), None)
        if step is None or not words("title_links").issuperset(sentence.lower[n:step]):
            break
        if step > n and sentence.at(step) in outside:
            break
        n = step + 1
    return n


def _capital(sentence: Sentence, n: int) -> bool:
    return sentence.tokens[n].text[0].isupper()


def count_of(cue: Cue, figures: Sequence[Figure]) -> Figure | None:
    """The figure that counts the documents."""
    if cue.noun is None:
        return None
    kinds = words("instruments") | words("documents") | words("bodies")
    place = cue.sentence.at(cue.noun)
    counts = [f for f in figures if f.kind in ("count", "bare", "quantity")]
    named = [f for f in counts if f.unit and f.unit.lower().split()[-1] in kinds]
    adjacent = [f for f in counts if f.kind != "quantity" and _counts(cue, f, place)]
    return nearest(named, place, place) or nearest(adjacent, place, place)


def _counts(cue: Cue, figure: Figure, place: int) -> bool:
    """Whether a number stands in the document's own phrase, right before it."""
    sentence = cue.sentence
    first = sentence.position(figure.span.start)
    last = sentence.position(place)
    inside = cue.passive or first >= cue.at
    return inside and 0 <= last - first <= 4 and "VERB" not in sentence.pos[first:last]


def day_of(cue: Cue, dates: Sequence[DateMention], items: Items) -> DateMention | None:
    """The date on which it was done; dates inside what was agreed don't count."""
    sentence = cue.sentence
    days = [
        d
        for d in dates
        if d.type in ("DATE", "TIME") and d.earliest is not None and not _is_bound(sentence, d)
    ]
    if cue.verb.frame in PROMISES:
        days = [d for d in days if d.span.start < sentence.at(cue.behind)]
    elif items.spans:
        first, last = items.spans[0][0], items.spans[-1][1]
        days = [d for d in days if not first <= d.span.start < last]
    events = [cue.at] if cue.witness is None else [cue.witness, cue.at]
    return told_day(days, *(sentence.tokens[at] for at in events))


def _is_bound(sentence: Sentence, day: DateMention) -> bool:
    """Whether the date only limits something ("until June", "since 2019")."""
    n = sentence.position(day.span.start)
    return bool(words("limits").intersection(sentence.lower[max(0, n - 2) : n]))


def place_of(cue: Cue, locations: Sequence[Location], items: Items) -> Location | None:
    """Where it was done: the first city or building behind the cue after "in" or "at"."""
    sentence = cue.sentence
    last = items.spans[0][0] if items.spans else sentence.end
    for place in locations:
        n = sentence.position(place.span.start)
        before = sentence.lower[max(0, n - 2) : n]
        inside = sentence.at(cue.at) < place.span.start < last and place.kind in (
            "city",
            "facility",
        )
        if inside and before[-1:] and ("in" in before or "at" in before):
            return place if cue.verb.frame not in PROMISES else None
    return None


def modality_of(
    status: Status, day: DateMention | None, reference: date | None
) -> Literal["actual", "future", "historical"]:
    """Future for what is expected, historical for what was concluded long before the article."""
    if status == "expected":
        return "future"
    old = day is not None and day.latest is not None and reference is not None
    if old and day and day.latest and reference and (reference - day.latest).days > OLD:
        return "historical"
    return "actual"


def status_of(cue: Cue, day: DateMention | None, reference: date | None) -> Status:
    """The cue's status; what is concluded on a day to come is expected."""
    if day is None or day.earliest is None or cue.status not in CONCLUDED:
        return cue.status
    present = cue.status == "in_force" and cue.sentence.lower[cue.at].endswith("s")
    to_come = present if reference is None else day.earliest > reference
    return "expected" if to_come else cue.status


def event_of(status: str) -> Literal["SUPPORT", "AGREE"] | None:
    """PLOVER type: signing and ratifying is SUPPORT, committing and expecting to is AGREE."""
    if status in CONCLUDED:
        return "SUPPORT"
    return None if status in ("suspended", "ended", "denied") else "AGREE"


def confidence_of(cue: Cue, *, named: bool) -> float:
    """0.9 for a document or step with its parties in the clause, less where they come from elsewhere."""
    solid = cue.noun is not None or cue.verb.frame in PROMISES
    return round(0.6 + 0.15 * solid + 0.15 * named, 2)
