"""Candidates that hang on a verb: what it may attribute, to its right or to its left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from summitparse.extractors.quotes.candidate import Candidate, Range
from summitparse.extractors.quotes.clause import (
    clause_end,
    is_finite,
    left_edge,
    stripped,
    with_marks,
)
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.extractors.quotes.source import source_of
from summitparse.syntax import labels as rel
from summitparse.syntax import object_of, prepositions_of, subject_of, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Marked, Scene

__all__ = ["verb_candidates"]

AS_SAYING = frozenset(("as", form) for form in ("saying", "telling", "writing"))
LONGEST_GAP = 25
"""Tokens of a source between a quotation and its verb."""
LONGEST_APPROACH = 14
"""Tokens between a verb and the quotation that it announces."""
BRIDGE = frozenset((":", ",", "that", "—", "–", "--"))
VERBAL = frozenset(("VERB", "AUX"))
ASIDE = frozenset(("ADP", "ADV", "PROPN", "NUM"))
"""What can stand between a verb and its clause without being part of it."""
LONGEST_TOLD = 7
"""Tokens of who is told, and one more."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
IN_ADDRESSEE = NOMINAL | {"DET", "ADJ", "ADP", "NUM"}
SUBJECTS = frozenset(("i", "he", "she", "we", "they"))
LONGEST_PREPOSITION = 4
"""Tokens between a verb and the preposition that leads to its content."""


def verb_candidates(scene: Scene, cue: Token) -> list[Candidate]:
    """What a verb may attribute; at most one candidate, the likeliest reading first."""
    if _asked_at_start(scene, cue) or _passes_to_saying(cue):
        return []
    for read in READINGS:
        found = read(scene, cue)
        if found is not None:
            return [found]
    return []


def _asked_at_start(scene: Scene, cue: Token) -> bool:
    """Whether a question is the circumstance of the answer: "Asked whether ..., she said"."""
    return cue.i == scene.sentence(cue.i)[0] and cue.lower_.endswith("ed")


def _passes_to_saying(cue: Token) -> bool:
    """Whether the cue is the "saying" in "quoted an aide as saying"."""
    if lemma_of(cue) not in ("quote", "cite"):
        return False
    following = [token.lower_ for token in cue.doc[cue.i + 1 : cue.i + LONGEST_GAP]]
    return any(pair in AS_SAYING for pair in pairwise(following))


def _made(
    scene: Scene, cue: Token, frame: str, content: list[Range], cue_end: int | None = None
) -> Candidate | None:
    """A candidate with its source; None where no word of content is left."""
    start, end = verb_group(cue)
    cue_range = (start, max(end, cue_end or 0))
    grown = (with_marks(scene, piece, cue_range) for piece in content)
    pieces = [stripped(scene, piece) for piece in grown]
    pieces = [
        (a, b)
        for a, b in pieces
        if any(token.is_alpha or token.like_num for token in scene.doc[a:b])
    ]
    if not pieces or _says_nothing(scene, pieces):
        return None
    left = frame in ("left", "quotation_left")
    head, source = source_of(scene, cue, pieces, left=left)
    return Candidate(cue, cue_range, frame, pieces, head, source, _addressee(cue))


def _says_nothing(scene: Scene, pieces: list[Range]) -> bool:
    """A pronoun alone ("denied this"), or how somebody spoke or didn't ("on condition of anonymity")."""
    (start, end), *more = pieces
    if more:
        return False
    if end - start == 1 and scene.doc[start].pos_ == "PRON":
        return True
    first = scene.doc[start : min(end, start + 3)].text.lower()
    return any(f"{first} ".startswith(f"{phrase} ") for phrase in words("nothing"))


def _addressee(cue: Token) -> Token | None:
    lemma = lemma_of(cue)
    indirect = next((child for child in cue.children if child.dep_ in rel.INDIRECT_OBJECT), None)
    if indirect is not None or lemma not in words("addressed"):
        return indirect
    return object_of(cue)


# ---------------------------------------------------------------- to the right
def _quotation_after(scene: Scene, cue: Token) -> Candidate | None:
    """A quotation that the verb announces: said: "...", told a forum that "..."."""
    marked = _announced(scene, cue)
    if marked is None:
        return None
    _, end = scene.sentence(marked.start)
    end = max(marked.end, min(end, clause_end(scene, cue, marked.end - 1)))
    if not any(scene.inside[i] >= 0 for i in range(marked.end, end)):
        tail = scene.doc[marked.end : end]
        end = marked.end if not _tail_belongs(scene, marked, tail.end) else end
    return _made(scene, cue, "quotation", [(marked.start, end)])


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


def _clause_after(scene: Scene, cue: Token) -> Candidate | None:
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
    if start is None:
        return None
    return _made(scene, cue, "clause", [(start, clause_end(scene, cue, start))])


def _clause_start(scene: Scene, cue: Token, clause: Token) -> int | None:
    start = max(clause.left_edge.i, cue.i + 1)
    if start > clause.i:
        return None
    between = scene.doc[cue.i + 1 : start]
    for token in between:
        if token.lower_ in ("that", "whether", "if") and token.pos_ != "DET":
            return token.i
    aside = len(between) and (between[0].pos_ in ASIDE or between[0].is_punct)
    told = lemma_of(cue) in words("addressed") or scene.inside[start - 1] >= 0
    return start if aside or told else cue.i + 1


def _that_after(scene: Scene, cue: Token) -> int | None:
    """Where "that" stands soon after a verb of speech, though the parser saw no clause."""
    if lemma_of(cue) not in words("speech"):
        return None
    for token in scene.doc[cue.i + 1 : cue.i + 7]:
        if token.lower_ == "that" and (token.pos_ != "DET" or token.i == cue.i + 1):
            return token.i
        if token.pos_ in VERBAL or token.is_punct or scene.inside[token.i] >= 0:
            return None
    return None


def _bare_clause(scene: Scene, cue: Token) -> Candidate | None:
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
    stop = clause_end(scene, cue, start)
    finite = any(is_finite(token) for token in scene.doc[start + 1 : stop])
    return _made(scene, cue, "clause", [(start, stop)]) if finite else None


def _told_clause(scene: Scene, cue: Token) -> Candidate | None:
    """A clause right after who is told, which parsers take for its relative clause: told a
    forum they would go.
    """
    if lemma_of(cue) not in words("addressed") or cue.i + 2 >= len(scene.doc):
        return None
    for before, token in pairwise(scene.doc[cue.i + 1 : cue.i + 1 + LONGEST_TOLD]):
        if before.pos_ not in IN_ADDRESSEE:
            return None
        if token.lower_ in SUBJECTS and before.pos_ in NOMINAL:
            return _made(scene, cue, "clause", [(token.i, clause_end(scene, cue, token.i))])
    return None


def _complement_after(scene: Scene, cue: Token) -> Candidate | None:
    """An infinitive, an object or a prepositional phrase as content."""
    phrase = _prepositional(cue)
    noun = object_of(cue)
    if noun is not None and noun.i > cue.i and lemma_of(cue) not in words("no_object"):
        start = noun.left_edge.i
        return _made(
            scene, cue, "object", [(max(start, cue.i + 1), clause_end(scene, cue, noun.i))]
        )
    open_clause = next((c for c in cue.children if c.dep_ in rel.OPEN_CLAUSE and c.i > cue.i), None)
    if open_clause is not None:
        start = max(open_clause.left_edge.i, cue.i + 1)
        frame = "to" if scene.doc[start].lower_ == "to" else "open"
        return _made(scene, cue, frame, [(start, clause_end(scene, cue, open_clause.i))])
    if phrase is not None:
        case, noun = phrase
        return _made(
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


# ---------------------------------------------------------------- to the left
def _quotation_left(scene: Scene, cue: Token) -> Candidate | None:
    """A quotation before the speech clause: "...," she said."""
    marked = _quotation_before(scene, _gap_start(scene, cue))
    if marked is None:
        return None
    start, end = scene.sentence(cue.i)
    begin = start if marked.start < start else _unquoted_start(scene, start, marked)
    pieces = [(min(begin, marked.start), marked.end), *_resumed(scene, cue, end)]
    return _made(scene, cue, "quotation_left", pieces)


def _gap_start(scene: Scene, cue: Token) -> int:
    """Where the words between the last quotation and the cue begin, if no verb is among them."""
    at = verb_group(cue)[0]
    verbal = False
    for i in range(at - 1, max(-1, at - LONGEST_GAP), -1):
        token = scene.doc[i]
        if scene.inside[i] >= 0:
            return at if verbal else i + 1
        if token.text in (".", ";", ":") or token.is_space:
            break
        verbal = (verbal or token.pos_ in VERBAL) and token.lower_ not in ("who", "whose", "which")
    return at


def _is_participle(cue: Token) -> bool:
    """A participle reports what follows it, not what stands before it."""
    return cue.lower_.endswith("ing") and subject_of(cue) is None


def _left(scene: Scene, cue: Token) -> Candidate | None:
    """A clause before the speech clause, without marks: Trade fell, the bank says."""
    edge = left_edge(scene, cue)
    start, end = scene.sentence(cue.i)
    if (
        _is_participle(cue)
        or edge <= start
        or not _set_off(scene, edge)
        or not _is_content(scene, cue, start, edge)
    ):
        return None
    return _made(scene, cue, "left", [(start, edge), *_resumed_clause(scene, cue, start, end)])


def _quotation_before(scene: Scene, edge: int) -> Marked | None:
    """The quotation that ends right before the speech clause."""
    at = edge - 1
    while (
        at >= 0
        and edge - at < 4
        and scene.inside[at] < 0
        and scene.doc[at].text in (",", "—", "–", "--", "-")
    ):
        at -= 1
    if at < 0 or scene.inside[at] < 0 or scene.paragraph[at] != scene.paragraph[edge]:
        return None
    marked = scene.quotation(at)
    if marked is None or marked.end != at + 1:
        return None
    inner = scene.text[marked.source.inner_start : marked.source.inner_end].rstrip()
    return marked if at < edge - 1 or inner[-1:] in ",?!…—–-" else None


def _unquoted_start(scene: Scene, start: int, marked: Marked) -> int:
    """The words before a quotation belong to the content where they are part of its sentence."""
    before = scene.doc[start : marked.start]
    verbal = any(token.pos_ in VERBAL for token in before)
    return start if verbal and not _own_report(scene, start, marked.start) else marked.start


def _own_report(scene: Scene, start: int, end: int) -> bool:
    lemmas = (lemma_of(token) for token in scene.doc[start:end] if token.pos_ == "VERB")
    return any(lemma in words("speech") for lemma in lemmas)


def _resumed(scene: Scene, cue: Token, end: int) -> Iterator[Range]:
    """Quotations after the speech clause in the same sentence: "...," he said, "..."."""
    at = cue.i + 1
    while at < end:
        marked = scene.quotation(at)
        if marked is not None and marked.start == at:
            before = scene.doc[at - 1]
            if before.text in (",", ":", "—", "–", "--") or before.lower_ in ("that", "and", "but"):
                yield marked.start, marked.end
            at = marked.end
        else:
            at += 1


def _set_off(scene: Scene, edge: int) -> bool:
    return scene.doc[edge - 1].text in (",", "—", "–", "--")


def _is_content(scene: Scene, cue: Token, start: int, edge: int) -> bool:
    """Whether the words before a speech clause are a clause of their own, not its circumstance."""
    if lemma_of(cue) not in words("speech") | words("left"):
        return False
    region = scene.doc[start:edge]
    opened = region[0].pos_ in ("ADP", "SCONJ") or region[0].lower_ in ("when", "where", "while")
    if opened or not any(token.pos_ in VERBAL for token in region):
        return False
    heads = [
        token for token in region if not start <= token.head.i < edge or token.head.i == token.i
    ]
    heads = [token for token in heads if not token.is_punct and not token.is_space]
    circumstance = rel.ADVERBIAL_CLAUSE | rel.OBLIQUE | rel.ADVERB
    own = [
        token
        for token in heads
        if token.head.i == cue.i and token.dep_ in circumstance and not _stands_alone(token)
    ]
    joined = start <= cue.head.i < edge and cue.dep_ in rel.CONJUNCT and _coordinated(cue)
    return not joined and len(own) < len(heads)


def _stands_alone(verb: Token) -> bool:
    """Whether a clause could be a sentence of its own, so that it is no circumstance after all."""
    finite = any(is_finite(each) for each in (verb, *verb.children))
    opened = any(child.dep_ in rel.MARKER or child.pos_ == "SCONJ" for child in verb.children)
    return finite and not opened and subject_of(verb) is not None


def _coordinated(cue: Token) -> bool:
    """Whether "and" or "but" joins a verb to what stands before it; a comma alone doesn't."""
    return any(child.dep_ in rel.COORDINATOR and child.i < cue.i for child in cue.children)


def _resumed_clause(scene: Scene, cue: Token, start: int, end: int) -> Iterator[Range]:
    """The rest of a clause that a speech clause cuts: The road, he said, is open."""
    right = max([cue.i, *(c.right_edge.i for c in cue.children if c.dep_ in rel.SUBJECT)]) + 1
    if right >= end - 2 or scene.doc[right].text not in (",", "—", "–", "--"):
        return
    finite = any(token.pos_ in VERBAL for token in scene.doc[start : left_edge(scene, cue)])
    subject_before = finite and subject_of(cue) is not None
    if scene.doc[right + 1].lower_ in words("participle") or (
        subject_before and scene.doc[right + 1].lower_ not in ("but", "and", "that")
    ):
        return
    yield right + 1, clause_end(scene, cue, right + 1)


READINGS = (
    _quotation_left,
    _quotation_after,
    _clause_after,
    _left,
    _bare_clause,
    _told_clause,
    _complement_after,
)
"""What a verb may attribute, the surest reading first."""
