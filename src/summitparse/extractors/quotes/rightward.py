"""What a verb may attribute to its right: a quotation, a clause, an infinitive, an object or a phrase."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitparse import english
from summitparse.english.verbs import verbs
from summitparse.extractors.quotes.candidate import Candidate
from summitparse.extractors.quotes.clause import clause_end
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.extractors.quotes.source import DAYS
from summitparse.extractors.quotes.verbal import VERBAL, made
from summitparse.syntax import is_finite, object_of, prepositions_of, subject_of
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Marked, Scene

__all__ = ["bare_clause", "clause_after", "complement_after", "quotation_after", "told_clause"]

LONGEST_APPROACH = 14
"""Tokens between a verb and the quotation that it announces."""
BRIDGE = frozenset((":", ",", "that", "—", "–", "--"))
ASIDE = frozenset(("ADP", "ADV", "NUM"))
"""What can stand between a verb and its clause without being part of it."""
LONGEST_TOLD = 7
"""Tokens of who is told, and one more."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
IN_ADDRESSEE = NOMINAL | {"DET", "ADJ", "ADP", "NUM"}
SUBJECTS = english.words("pronoun", "person", "subject")
LONGEST_PREPOSITION = 4
"""Tokens between a verb and the preposition that leads to its content."""


def quotation_after(scene: Scene, cue: Token) -> Candidate | None:
    """A quotation that the verb announces: said: "...", told a forum that "..."."""
    marked = _announced(scene, cue)
    if marked is None:
        return None
    _, end = scene.sentence(marked.start)
    end = max(marked.end, min(end, clause_end(scene, cue, marked.end - 1)))
    if not any(scene.inside[i] >= 0 for i in range(marked.end, end)):
        tail = scene.doc[marked.end : end]
        end = marked.end if not _tail_belongs(scene, marked, tail.end) else end
    return made(scene, cue, "quotation", [(marked.start, end)])


def _tail_belongs(scene: Scene, marked: Marked, end: int) -> bool:
    """Whether the words after a quotation are part of what was said: not set off by a comma."""
    if marked.end >= end or scene.doc[marked.end - 1].text[-1] in ",.!?":
        return False
    last = scene.doc[marked.end - 2] if marked.end - 2 >= marked.start else None
    if last is not None and last.text[-1] in ",.!?":
        return False
    return scene.doc[marked.end].text not in (",", "—", "–", "--", ";", ".")


def _announced(scene: Scene, cue: Token) -> Marked | None:
    doc, at = scene.doc, cue.i + 1
    limit = min(len(doc), at + LONGEST_APPROACH)
    while at < limit and scene.inside[at] < 0:
        if doc[at].pos_ in VERBAL or doc[at].text in (".", "?", "!", ";"):
            return None
        at += 1
    if at >= limit:
        return None
    before = doc[at - 1]
    while before.is_space and before.i > cue.i:
        before = before.nbor(-1)
    bridged = before.i == cue.i or before.lower_ in BRIDGE
    same = scene.paragraph[at] == scene.paragraph[cue.i]
    if not bridged or not (same or before.text == ":"):
        return None
    marked = scene.quotation(at)
    # After a comma the clause may be over, and the quotation another one's ("he said, "I ...").
    return marked if marked is not None and marked.start == at else None


def clause_after(scene: Scene, cue: Token) -> Candidate | None:
    """A finite clause: said (that) ...; asked whether ..."""
    clause = next(
        (
            child
            for child in cue.children
            if child.dep_ in rel.COMPLEMENT_CLAUSE - rel.OPEN_CLAUSE and child.i > cue.i
        ),
        None,
    )
    start = _clause_start(scene, cue, clause) if clause is not None else _that_after(scene, cue)
    if start is None or _ends_a_report(scene, cue):
        return None
    start = _past_day(scene, start) if start == cue.i + 1 else start
    return made(scene, cue, "clause", [(start, clause_end(scene, cue, start))])


def _past_day(scene: Scene, start: int) -> int:
    """Where a clause begins behind the day on which it was said: "said (on) Monday the fund ..."."""
    doc = scene.doc
    at = start + 1 if doc[start].lower_ == "on" else start
    if at + 2 >= len(doc) or doc[at].lower_ not in DAYS or doc[at + 1].is_punct:
        return start
    following = doc[at + 1]
    begins = following.pos_ in NOMINAL | {"DET", "ADJ", "NUM", "SCONJ"}
    return at + 1 if begins and following.i not in scene.skipped else start


def _ends_a_report(scene: Scene, cue: Token) -> bool:
    """Whether a verb follows what it reports, its subject behind it: "Rain fell, said the bank"."""
    subject = subject_of(cue)
    inverted = subject is not None and subject.i > cue.i
    return inverted and cue.i > 0 and scene.doc[cue.i - 1].text == ","


def _clause_start(scene: Scene, cue: Token, clause: Token) -> int | None:
    start = max(clause.left_edge.i, cue.i + 1)
    if start > clause.i:
        return None
    between = scene.doc[cue.i + 1 : start]
    for token in between:
        if token.lower_ in words("opens_clause") and token.pos_ != "DET":
            return token.i
    aside = len(between) and (between[0].pos_ in ASIDE or between[0].is_punct)
    told = lemma_of(cue) in words("addressed") or scene.inside[cue.i + 1] >= 0
    return start if aside or told else cue.i + 1


def _that_after(scene: Scene, cue: Token) -> int | None:
    """Where "that" stands soon after a verb of speech, though the parser saw no clause."""
    if lemma_of(cue) not in verbs("speech"):
        return None
    for token in scene.doc[cue.i + 1 : cue.i + 7]:
        if token.lower_ == "that" and (token.pos_ != "DET" or token.i == cue.i + 1):
            return token.i
        if token.pos_ in VERBAL or token.is_punct or scene.inside[token.i] >= 0:
            return None
    return None


def bare_clause(scene: Scene, cue: Token) -> Candidate | None:
    """A clause without "that" where the parser saw none: a finite verb follows further right."""
    _, end = scene.sentence(cue.i)
    start = cue.i + 1
    if (
        lemma_of(cue) not in words("bare")
        or start >= end
        or (subject_of(cue) is None and not is_finite(cue))
    ):
        return None
    following = scene.doc[start]
    if (
        following.is_punct
        or following.pos_ in ("ADP", "ADV", "CCONJ", "SCONJ")
        or scene.inside[start] >= 0
    ):
        return None
    start = _past_day(scene, start)
    stop = clause_end(scene, cue, start)
    finite = any(is_finite(token) for token in scene.doc[start + 1 : stop])
    return made(scene, cue, "clause", [(start, stop)]) if finite else None


def told_clause(scene: Scene, cue: Token) -> Candidate | None:
    """A clause right after who is told, which parsers take for its relative clause: told a
    forum they would go.
    """
    if lemma_of(cue) not in words("addressed") or cue.i + 2 >= len(scene.doc):
        return None
    for before, token in pairwise(scene.doc[cue.i + 1 : cue.i + 1 + LONGEST_TOLD]):
        if before.pos_ not in IN_ADDRESSEE:
            return None
        if token.lower_ in SUBJECTS and before.pos_ in NOMINAL:
            return made(scene, cue, "clause", [(token.i, clause_end(scene, cue, token.i))])
    return None


def complement_after(scene: Scene, cue: Token) -> Candidate | None:
    """An infinitive, an object or a prepositional phrase as content."""
    phrase = _prepositional(cue)
    noun = object_of(cue)
    if noun is not None and noun.i > cue.i and lemma_of(cue) not in words("no_object"):
        start = noun.left_edge.i
        return made(scene, cue, "object", [(max(start, cue.i + 1), clause_end(scene, cue, noun.i))])
    open_clause = next((c for c in cue.children if c.dep_ in rel.OPEN_CLAUSE and c.i > cue.i), None)
    if open_clause is not None:
        start = max(open_clause.left_edge.i, cue.i + 1)
        frame = "to" if scene.doc[start].lower_ == "to" else "open"
        return made(scene, cue, frame, [(start, clause_end(scene, cue, open_clause.i))])
    if phrase is not None:
        case, noun = phrase
        return made(
            scene, cue, case.lower_, [(case.i + 1, clause_end(scene, cue, noun.i))], case.i + 1
        )
    return None


def _prepositional(cue: Token) -> tuple[Token, Token] | None:
    lemma = lemma_of(cue)
    for case in cue.doc[cue.i + 1 : cue.i + LONGEST_PREPOSITION + 1]:
        if f"{lemma} {case.lower_}" in words("with_preposition") and case.i + 1 < len(cue.doc):
            return case, cue.doc[case.i + 1]
        if case.pos_ not in ("PROPN", "PRON", "NOUN", "ADJ", "DET", "ADV"):
            break
    for case, noun in prepositions_of(cue):
        if cue.i < case.i <= cue.i + LONGEST_PREPOSITION and noun.i > case.i:
            return case, noun
    return None
