"""What a number without a noun counts: "the toll rose to 41", "a crowd of 15,000", "thefts fell to 41"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summitparse.english.inflection import is_plural, singular
from summitparse.extractors.figures.context import ends_phrase
from summitparse.extractors.figures.draft import Draft
from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.verbs import figure_head, verb_of
from summitparse.extractors.figures.words import word_set, words
from summitparse.syntax import logical_subject

__all__ = ["counted_level", "people_counted"]

REACH = 90
NUMBER_OF = re.compile(r"\bnumbers? of ((?:[a-z]+ ){0,2}[a-z]+s)\b[^.;\n]{0,40}$", re.I)
LEVEL = re.compile(r"\b(?:to|from|at|of|reached|hit|totall?ed|numbered|topped|exceeded)\s$")


SAID = r"(?:(?:at least|more than|as many as|up to|another|some|about|around|nearly|almost|over) )?"
ALSO = re.compile(r"\s(?:more|others)\b")


def people_counted(text: str, made: Draft, kept: Sequence[Draft]) -> str | None:
    """'A blast killed at least 12', 'another 12 were rescued', 'the plant employs 750'.

    'Twelve nurses were hurt and 30 arrested' speaks of nurses, as far as the number tells.
    """
    if made.low < 2 or made.low != int(made.low):
        return None
    also = ALSO.match(text, made.end)
    end = also.end() if also else made.end
    phrase = also or made.number.kind == "digits" or ends_phrase(text, made.end)
    if not _suffer(text, end) and not (phrase and _acted_on(text, made.start)):
        return None
    last = kept[-1] if kept else None
    if last is None or last.kind != "count" or made.start - last.end > REACH:
        return "person"
    alike = _suffer(text, last.end) or _acted_on(text, last.start)
    return last.unit if alike else "person"


def _acted_on(text: str, start: int) -> bool:
    return bool(_people_verbs()[0].search(text, max(0, start - REACH // 2), start))


def _suffer(text: str, end: int) -> bool:
    return bool(_people_verbs()[1].match(text, end))


@cache
def _people_verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Verbs that have a number of people as object, and those that have it as subject."""
    verbs, states = ("|".join(words()[name]) for name in ("person_verbs", "person_states"))
    were = r"(?: (?:are|were|have|had|remain|remained|went|been|be|being|still|also|later))*"
    return (
        re.compile(rf"\b(?:{verbs})\s{SAID}$", re.I),
        re.compile(rf"{were} (?:[a-z]+ly )?(?:{states})\b"),
    )


def counted_level(tokens: Tokens, made: Draft) -> str | None:
    """The unit of a bare number that says how many of what is named before it there are."""
    text = tokens.text
    start = min(made.span_start, made.start)
    window = text[max(0, start - REACH) : start]
    counted = NUMBER_OF.search(window)
    level = LEVEL.search(window)
    if counted and (level or not made.single):
        return singular(counted[1].rsplit(" ", 1)[-1])
    if not level or made.low != int(made.low) or made.low < 0:
        return None
    return "person" if _people().search(window) else _subject(tokens, made)


@cache
def _people() -> re.Pattern[str]:
    """'a crowd of', 'the death toll rose to'."""
    nouns = "|".join(words()["gatherings"])
    return re.compile(
        rf"\b(?:{nouns})s? (?:of|is|was|at)\s$|\btoll\b[^.;,\n]{{0,30}}?\b(?:to|at|of|from|reached|hit)\s$"
    )


def _subject(tokens: Tokens, made: Draft) -> str | None:
    """The plural that is said to rise or fall to so many; prices and the like are no counts."""
    if not tokens.parsed:
        return None
    head = figure_head(tokens, made.start, made.end)
    verb = verb_of(tokens, head)
    if verb is None or verb.lemma_ not in word_set("count_verbs") or verb.lemma_ == "be":
        return None
    noun = logical_subject(verb)
    if noun is None or noun.i == head.i or noun.pos_ != "NOUN":
        return None
    level = noun.lower_ in word_set("amounts") or noun.lower_ in word_set("stops")
    return singular(noun.lower_) if is_plural(noun.text) and not level else None
