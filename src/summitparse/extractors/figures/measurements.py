"""Measurements: figures that say how much something is or how it changed, and against what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from summitparse.english.lemmas import verb_lemma
from summitparse.extractors.figures.clauses import clause_of
from summitparse.extractors.figures.nouns import Tokens
from summitparse.extractors.figures.verbs import core, figure_head
from summitparse.extractors.figures.words import past_only, word_set, words
from summitparse.grounding import SpanIndex, when_of
from summitparse.mentions import MentionIndex
from summitparse.models import Actor, Comparison, DateMention, Figure, Measurement, Span
from summitparse.page import Article
from summitparse.syntax import is_negated, modality
from summitparse.syntax import labels as rel
from summitparse.view import TextView

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["find_measurements"]

MEASURING = frozenset(("money", "percent", "quantity", "count", "bare"))
REACH = 90
"""Characters between a figure and the one it is compared with."""
WHICH = re.compile(
    r"\b(?:an?|the|its|their) (?:(?!(?:to|from|than|against|and|or|in|by) )[\w'’-]+ ){0,3}(?:of )?$"
    r"|(?<=from )(?:\w+ )?revised $|\b[A-Z][a-z]+['’]s $"
)
"""Between a word of comparison and its figure: "from *a record high of* 5 %"."""
OWNED = frozenset(("'s", "’s", "'", "’"))
RECORD = re.compile(
    r"\b(?:the |its |their |a )?(?P<word>highest|lowest|biggest|largest|smallest|strongest|weakest"
    r"|best|worst|fastest|slowest|steepest|most|fewest|longest|shortest)\b[^.;\n]{0,40}?\bsince\b"
)
BEHIND_RECORD = re.compile(r"\bsince [^,;.\n]{1,30}, at $")
LOWEST = frozenset(("lowest", "smallest", "weakest", "worst", "slowest", "fewest", "shortest"))
AHEAD = 24
"""Characters before a figure where "year-on-year" may stand."""
LEAD = re.compile(r"[\w'’.-]+")
LEAD_WORDS = 4
CONFIDENCE = {"percent": 0.9, "money": 0.85, "quantity": 0.8, "count": 0.7, "bare": 0.6}
"""An ordering by how plainly each kind says what is measured; judged, not measured."""


def find_measurements(
    doc: Doc | TextView,
    *,
    figures: Sequence[Figure] = (),
    dates: Sequence[DateMention] = (),
    actors: Sequence[Actor] = (),
    article: Article | None = None,
) -> list[Measurement]:
    """The figures that say something about a subject, as claims in text order.

    "Trade rose 5 % to $2 billion in 2024, from $1.9 billion a year earlier": subject, lemma of the
    verb, and what the figure is compared with. Kinds of comparison: `from` (a level before), `to`
    (the level reached by a change), `than` (another level), `year_on_year`, `highest_since`,
    `lowest_since`. A figure without a subject in the parse makes no claim; neither does a Doc
    without a parse. `date_id` is the figure's own.
    """
    view = TextView.of(doc, article)
    if not figures or not view.doc.has_annotation("DEP"):
        return []
    tokens = _tokens(view, figures, dates)
    ground = _Ground(view, figures, dates, actors)
    made = [claim for at in range(len(figures)) if (claim := _claim(tokens, ground, at))]
    return [claim.model_copy(update={"id": f"s{n}"}) for n, claim in enumerate(made, 1)]


def _tokens(view: TextView, figures: Sequence[Figure], dates: Sequence[DateMention]) -> Tokens:
    tokens = Tokens(view.doc, view.text)
    for figure in figures:
        if figure.kind != "count":
            first = core(tokens, figure.span.start, figure.span.end)
            tokens.take(tokens.doc[first].idx, figure.span.end)
    for date in dates:
        tokens.date(date.span.start, date.span.end)
    return tokens


class _Ground:
    """The text with its mentions, ordered for look-up."""

    def __init__(
        self,
        view: TextView,
        figures: Sequence[Figure],
        dates: Sequence[DateMention],
        actors: Sequence[Actor],
    ) -> None:
        self.text, self.article, self.figures = view.text, view.article, figures
        self.dates = SpanIndex(dates)
        self.by_id = {date.id: date for date in dates}
        self.actors = MentionIndex(actors)


def _claim(tokens: Tokens, ground: _Ground, at: int) -> Measurement | None:
    figure = ground.figures[at]
    if figure.kind not in MEASURING or figure.subject is None:
        return None
    head = figure_head(tokens, figure.span.start, figure.span.end)
    clause = clause_of(tokens, figure.span.start, figure.span.end)
    verb = clause.verb
    if verb is not None and verb.pos_ == "VERB" and figure.span.start <= verb.idx < figure.span.end:
        verb = None  # a unit or currency tagged as a verb
    lemma = _lemma(verb)
    moved = clause.moved and (figure.kind != "count" or _object(figure))
    told = moved or _measures(figure, verb, lemma) or (verb and _sets(ground.text, figure))
    if not told or not _at_level(ground.text, figure, lemma):
        return None
    evidence = _sentence(tokens, head)
    comparison = _comparison(ground, at, evidence)
    date = ground.by_id.get(figure.date_id or "")
    compared = (comparison.figure_id,) if comparison and comparison.figure_id else ()
    subject = figure.subject
    return Measurement(
        id="s0",
        evidence=evidence,
        modality=modality(verb) if verb is not None else "actual",
        negated=verb is not None and is_negated(verb),
        date_id=figure.date_id,
        date_ids=tuple(d.id for d in ground.dates.within(evidence.start, evidence.end)),
        figure_ids=(figure.id, *compared),
        about=tuple(actor.id for actor in ground.actors.within(subject.start, subject.end)),
        when=when_of(date, ground.article, evidence.start),
        confidence=CONFIDENCE[figure.kind],
        figure_id=figure.id,
        subject=subject,
        verb=lemma,
        comparison=comparison,
    )


def _lemma(verb: Token | None) -> str | None:
    """The lemma of a verb; of a predicate with a copula, "be"."""
    if verb is None:
        return None
    copula = verb.pos_ != "VERB" and any(child.dep_ in rel.COPULA for child in verb.children)
    if copula or verb.pos_ == "AUX":
        return "be"
    told = (verb.lemma_ or verb.text).lower()
    return (
        told
        if verb.pos_ == "VERB"
        else verb_lemma(verb.text, told, past=verb.lower_ in past_only())
    )


def _measures(figure: Figure, verb: Token | None, lemma: str | None) -> bool:
    """Whether the verb says how much something is; a change does by itself."""
    if figure.kind == "count":
        return figure.change is not None or (lemma in word_set("count_verbs") and _object(figure))
    return figure.change is not None or _says_how_much(verb, lemma)


def _sets(text: str, figure: Figure) -> bool:
    """'Gold *set a peak of* $4,200': whatever the verb, an extreme is reached."""
    before = text[max(0, figure.span.start - AHEAD) : figure.span.start].split()
    named = before[-1:] == ["of"] and before[-2:-1] and before[-2] in word_set("extremes")
    return bool(named) and _object(figure)


def _at_level(text: str, figure: Figure, lemma: str | None) -> bool:
    """'put *at* 5 %', but not 'put up 5 million'; 'it is 3 times', but not 'it met three times'."""
    if figure.unit == "times":
        return lemma == "be"
    before = text[max(0, figure.span.start - 4) : figure.span.start].lower()
    return lemma not in word_set("at_verbs") or before.rstrip().endswith(" at")


def _says_how_much(verb: Token | None, lemma: str | None) -> bool:
    """By its lemma, or by its form where the lemmatizer erred."""
    if verb is None or lemma in word_set("measure_verbs"):
        return verb is not None
    if lemma in word_set("share_verbs"):
        return verb.doc[verb.i + 1 : verb.i + 2].text.lower() == "up"
    moving = verb.lower_ in word_set("up") or verb.lower_ in word_set("down")
    return moving and verb.lower_ not in word_set("done_verbs")


def _object(figure: Figure) -> bool:
    """Whether the subject isn't the counted noun itself."""
    return figure.subject is not None and figure.subject.end <= figure.span.start


def _sentence(tokens: Tokens, head: Token) -> Span:
    sentence = head.sent
    text = tokens.text
    start, end = sentence.start_char, sentence.end_char
    stripped = text[start:end]
    start += len(stripped) - len(stripped.lstrip())
    return Span.of(text, start, start + len(stripped.strip()))


def _comparison(ground: _Ground, at: int, evidence: Span) -> Comparison | None:
    found = _with_figure(ground, at, evidence) or _with_last(ground, at, evidence)
    if found is None or found.kind == "to":
        found = _year(ground, at, evidence, ahead=found is None) or found
    return found or _record(ground, at, evidence)


def _with_figure(ground: _Ground, at: int, evidence: Span) -> Comparison | None:
    """The next figure of the sentence, where words of comparison lead to it."""
    figure = ground.figures[at]
    for other in ground.figures[at + 1 : at + 3]:
        between = _lead(ground, figure.span.end, other.span.start)
        if other.span.end > evidence.end or len(between) > REACH:
            return None
        lead = tuple(word.lower() for word in LEAD.findall(between)[-LEAD_WORDS:])
        for kind in ("from", "than", "to"):
            if _led(lead, f"compare_{kind}") and _comparable(figure, other, kind):
                return Comparison(kind=kind, figure_id=other.id, date_id=other.date_id)
    return None


def _lead(ground: _Ground, start: int, end: int) -> str:
    """The words before another figure, without what only says which: "from *April's* 50.4"."""
    between = ground.text[start:end]
    owner = next(reversed(list(ground.dates.within(start, end))), None)
    if owner is not None and ground.text[owner.span.end : end].strip() in OWNED:
        between = ground.text[start : owner.span.start]
    return WHICH.sub("", _foreseen().sub("", between))


@cache
def _foreseen() -> re.Pattern[str]:
    """Whose forecast or aim another level is: "compared with *analysts' estimates of* 5 %"."""
    nouns = "|".join(sorted(word_set("foreseen")))
    return re.compile(rf"(?:\w+['’]s? )?(?:{nouns}) (?:of|for) (?:an? )?$")


def _with_last(ground: _Ground, at: int, evidence: Span) -> Comparison | None:
    """'from $4.1 billion in 2020 to $6.3 billion': the level before stands first."""
    figure, other = ground.figures[at], ground.figures[at - 1]
    if at == 0 or other.span.start < evidence.start or not _comparable(figure, other, "from"):
        return None
    between = ground.text[other.span.end : figure.span.start]
    led = ground.text[max(0, other.span.start - 5) : other.span.start]
    if len(between) <= REACH and between.endswith(" to ") and led.lower() == "from ":
        return Comparison(kind="from", figure_id=other.id, date_id=other.date_id)
    return None


def _led(lead: tuple[str, ...], name: str) -> bool:
    endings = (tuple(phrase.split()) for phrase in words()[name])
    return any(lead[-len(ending) :] == ending for ending in endings)


def _comparable(figure: Figure, other: Figure, kind: str) -> bool:
    """Levels of one thing have one unit; the amount of a change leads to a level."""
    same = other.subject is None or figure.subject is None or _touch(figure.subject, other.subject)
    if kind == "to":
        return figure.change is not None and other.change is None and same
    return figure.unit == other.unit and figure.kind == other.kind and (same or kind == "than")


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _record(ground: _Ground, at: int, evidence: Span) -> Comparison | None:
    """'the highest since 2015'."""
    figure = ground.figures[at]
    found = RECORD.search(ground.text, figure.span.end, min(evidence.end, figure.span.end + REACH))
    found = found or _record_before(ground.text, figure, evidence)
    if not found:
        return None
    date = next(iter(ground.dates.within(found.end(), evidence.end)), None)
    near = date and date.span.start - found.end() <= LEAD_WORDS
    kind = "lowest_since" if found["word"] in LOWEST else "highest_since"
    return Comparison(kind=kind, date_id=date.id if date and near else None)


def _record_before(text: str, figure: Figure, evidence: Span) -> re.Match[str] | None:
    """'reached its highest level since 2012, *at* 8 %'."""
    start = max(evidence.start, figure.span.start - REACH)
    at = BEHIND_RECORD.search(text, start, figure.span.start)
    return RECORD.search(text, start, figure.span.start) if at else None


def _year(ground: _Ground, at: int, evidence: Span, *, ahead: bool) -> Comparison | None:
    """'5 % more than a year earlier'; `ahead`: 'a year-on-year rise of 5 %' too."""
    figure = ground.figures[at]
    following = ground.figures[at + 1].span.start if at + 1 < len(ground.figures) else evidence.end
    start = max(evidence.start, figure.span.start - AHEAD) if ahead else figure.span.end
    end = min(evidence.end, following, figure.span.end + REACH)
    window = ground.text[start:end].lower()
    phrase = next((each for each in words()["year_on_year"] if each in window), None)
    if phrase is None or (figure.kind != "percent" and figure.change is None):
        return None
    place = start + window.index(phrase)
    date = next(iter(ground.dates.within(place, place + len(phrase))), None)
    if date is not None and date.id == figure.date_id:
        return None  # it holds then: "against 3 % a year earlier"
    return Comparison(kind="year_on_year", date_id=date.id if date else None)
