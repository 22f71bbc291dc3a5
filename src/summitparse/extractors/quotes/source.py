"""Who says it: the words that name the source of a cue.

Beside a quotation or a comma the words themselves show the source ("...," said the mayor), and a
parse that disagrees is the less certain; elsewhere the parse tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitparse import english
from summitparse.extractors.quotes.candidate import Range
from summitparse.extractors.quotes.lexicon import lemma_of, words
from summitparse.syntax import (
    agent_of,
    appositions_of,
    conjuncts,
    is_finite,
    logical_subject,
    noun_phrase,
    subject_of,
    verb_group,
)
from summitparse.syntax import labels as rel
from summitparse.text.calendar import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Scene

__all__ = ["DAYS", "RELATIVE", "head_of", "phrase_of", "source_of"]

EMPTY = frozenset(("there",))
LONGEST = 25
"""Tokens of a source; a longer one is the parser's slip."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
IN_PHRASE = NOMINAL | {"DET", "ADJ", "NUM", "PART", "X", "SYM"}
DAYS = frozenset(day for day in WEEKDAYS if day.endswith("day")) | {"today", "yesterday"}
"""Without "Sun" and "Sat", which speak or are spoken of."""
POSSESSIVE = english.words("possessive mark")
DASHES = frozenset(("—", "–", "--"))
TAIL_STOPS = frozenset((".", "?", "!", ";", ":", "—", "–", "--", "(", "“", '"', "”"))
RELATIVE = english.words("relative", "wh")


def source_of(
    scene: Scene, cue: Token, content: Sequence[Range], *, left: bool = False
) -> tuple[Token | None, Range | None]:
    """Head and phrase of whoever says it; (None, None) where nobody is named.

    `left`: the content stands before the speech clause.
    """
    if left:
        phrase = _beside(scene, cue, content)
        if phrase is not None:
            return head_of(scene, phrase), phrase
    quoted = _quoted_as_saying(scene, cue) or _own_subject_unseen(scene, cue, content)
    if quoted is not None:
        return head_of(scene, quoted), quoted
    head = _doer(cue)
    aside = _before_aside(scene, cue, head) if head is not None else None
    if aside is not None:
        return head_of(scene, aside), aside
    barred = head is not None and (
        head.i in scene.skipped or any(a <= head.i < b for a, b in content)
    )
    if head is not None and not barred and head.lower_ not in EMPTY:
        return head, _clear_of(cue, head, phrase_of(scene, head, content))
    if _is_passive(cue) or not is_finite(cue):
        return None, None
    phrase = _before(scene, verb_group(cue)[0]) or _between(scene, cue, content)
    return (head_of(scene, phrase), phrase) if phrase else (None, None)


def _quoted_as_saying(scene: Scene, cue: Token) -> Range | None:
    """The aide, in "quoted an aide as saying"."""
    if cue.i < 2 or scene.doc[cue.i - 1].lower_ != "as" or not cue.lower_.endswith("ing"):
        return None
    for i in range(cue.i - 2, max(-1, cue.i - LONGEST), -1):
        if lemma_of(scene.doc[i]) in ("quote", "cite"):
            return _clipped(scene, i + 1, cue.i - 1)
    return None


def _own_subject_unseen(scene: Scene, cue: Token, content: Sequence[Range]) -> Range | None:
    """The noun phrase right before a finite verb to which the parser gave no subject."""
    if subject_of(cue) is not None or _is_passive(cue) or not is_finite(cue):
        return None
    group = verb_group(cue)[0]
    before = scene.doc[group - 1] if group else None
    if before is None or not (before.text == "," or before.pos_ in NOMINAL):
        return None
    phrase = _before(scene, group)
    said = any(a <= group - 1 < b for a, b in content)
    return None if phrase is None or said else phrase


def _between(scene: Scene, cue: Token, content: Sequence[Range]) -> Range | None:
    """The phrase between a verb and the content after it: said Soto, "we ..."."""
    start = min((a for a, _ in content if a > cue.i), default=cue.i)
    phrase = _inverted(scene, cue.i + 1) if start > cue.i + 1 else None
    return phrase if phrase is not None and phrase[1] <= start else None


def _clear_of(cue: Token, head: Token, phrase: Range) -> Range:
    """A source phrase that doesn't reach over its cue."""
    start, end = phrase
    if head.i < cue.i:
        return start, max(head.i + 1, min(end, verb_group(cue)[0]))
    return min(head.i, max(start, cue.i + 1)), end


def _is_passive(cue: Token) -> bool:
    passive = rel.PASSIVE_SUBJECT | rel.PASSIVE_AUXILIARY
    return any(child.dep_ in passive for child in cue.children)


def _doer(cue: Token) -> Token | None:
    if _is_passive(cue):
        return agent_of(cue)
    doer = subject_of(cue) or logical_subject(cue)
    # "on Wednesday announced": a day before the verb is where parsers look for its subject
    return None if doer is not None and doer.lower_ in DAYS else doer


# ---------------------------------------------------------------- by the words
def _beside(scene: Scene, cue: Token, content: Sequence[Range]) -> Range | None:
    """The source next to a cue that follows its content, on whichever side it stands."""
    begin = max((b for _, b in content if b <= cue.i), default=None)
    if begin is None:
        return None
    group, _ = verb_group(cue)
    while begin < group and (scene.doc[begin].is_punct or scene.doc[begin].is_space):
        begin += 1
    while group > begin and scene.doc[group - 1].pos_ in ("ADV", "AUX", "PUNCT"):
        group -= 1
    if begin < group:
        return _clipped(scene, begin, group)
    return _inverted(scene, cue.i + 1)


def _clipped(scene: Scene, start: int, end: int) -> Range | None:
    """A phrase before the verb, if it holds a noun and no verb of a clause of its own."""
    while start < end and scene.doc[start].lower_ in words("before_source"):
        start += 1
    nominal = [i for i in range(start, end) if scene.doc[i].pos_ in NOMINAL]
    if not nominal or end - start > LONGEST:
        return None
    return start, end


def _inverted(scene: Scene, start: int) -> Range | None:
    """The phrase after the verb: "said the mayor of Turku, Ana Soto"."""
    end, nominal = start, False
    for token in scene.doc[start : start + LONGEST]:
        if scene.inside[token.i] >= 0 or token.text in TAIL_STOPS or token.is_space:
            break
        if nominal and (_ends_inverted(scene, token) or token.lower_ in RELATIVE):
            break
        if token.text == "," and not _is_title_after(scene, token.i + 1):
            break
        nominal = nominal or _is_nominal(token)
        end = token.i + 1
    while end > start and scene.doc[end - 1].pos_ in ("ADV", "PUNCT", "ADP"):
        end -= 1
    return (start, end) if nominal and end > start else None


def _ends_inverted(scene: Scene, token: Token) -> bool:
    """Whether a word can't be part of the phrase: a verb, or when and where it was said."""
    if token.pos_ in ("VERB", "AUX", "SCONJ"):
        return True
    of_noun = token.lower_ in words("of_office") and scene.doc[token.i - 1].pos_ == "NOUN"
    return token.lower_ in words("after_source") and not of_noun


def _is_title_after(scene: Scene, at: int) -> bool:
    """Whether an apposition follows a comma ("the mayor of ..."), not another clause."""
    first = scene.doc[at : at + 1]
    return bool(first) and first[0].pos_ in ("DET", "ADJ", "NOUN", "PROPN")


def _before(scene: Scene, edge: int) -> Range | None:
    """The noun phrase right before a verb, over an apposition between commas."""
    start, _ = scene.sentence(edge)
    at = edge - 1
    while at >= start and (scene.doc[at].pos_ == "ADV" or _is_day(scene, at)):
        at -= 1
    if at >= start and scene.doc[at].text == ",":
        first = next(
            (
                i
                for i in range(at - 1, max(start, at - LONGEST) - 1, -1)
                if scene.doc[i].text == ","
            ),
            None,
        )
        if first is None:
            return None
        at = first - 1
    end = at + 1
    barred = scene.skipped  # a dateline says nothing
    while at >= start and scene.inside[at] < 0 and _in_phrase(scene.doc[at]) and at not in barred:
        at -= 1
    begin = at + 1
    while begin < end and scene.doc[begin].lower_ in words("source_links"):
        begin += 1
    return _clipped(scene, begin, end)


def _before_aside(scene: Scene, cue: Token, head: Token) -> Range | None:
    """Who says it, where the parser took a word of a relative clause for that.

    "The envoy, who came as a guest, said"; "an aide who asked not to be named said".
    """
    doc, group = scene.doc, verb_group(cue)[0]
    start, _ = scene.sentence(cue.i)
    if not start < head.i < group:
        return None
    first = head.i if doc[group - 1].text != "," else start
    opener = next((i for i in range(head.i, first - 1, -1) if doc[i].lower_ in RELATIVE), None)
    if opener is None or not any(token.pos_ == "VERB" for token in doc[opener:group]):
        return None
    return _before(scene, opener - 1 if doc[opener - 1].text == "," else opener)


def _is_day(scene: Scene, at: int) -> bool:
    """Whether a token is part of "on Tuesday" between subject and verb."""
    lower = scene.doc[at].lower_
    if lower in DAYS:
        return True
    return lower == "on" and at + 1 < len(scene.doc) and scene.doc[at + 1].lower_ in DAYS


def _in_phrase(token: Token) -> bool:
    return (
        token.pos_ in IN_PHRASE or token.lower_ in words("source_links") or token.text in POSSESSIVE
    )


def head_of(scene: Scene, phrase: Range) -> Token:
    """The head of a source phrase: its last noun before a preposition, comma or relative."""
    last = None
    for token in scene.doc[slice(*phrase)]:
        if last is not None and (
            token.pos_ in ("ADP", "SCONJ") or token.text in (",", "who", "which")
        ):
            break
        if token.text in POSSESSIVE:
            continue
        if last is not None and token.lower_ in ("and", "&"):
            break
        if _is_nominal(token) and not _owns(scene, token.i):
            last = token
    return last if last is not None else scene.doc[phrase[1] - 1]


def _is_nominal(token: Token) -> bool:
    """A noun, name or pronoun, "one" among them; "his" and "its" only own one."""
    return (token.pos_ in NOMINAL or token.lower_ == "one") and "Yes" not in token.morph.get(
        "Poss", []
    )


def _owns(scene: Scene, at: int) -> bool:
    return at + 1 < len(scene.doc) and scene.doc[at + 1].text in POSSESSIVE


# ---------------------------------------------------------------- by the parse
def phrase_of(scene: Scene, head: Token, content: Sequence[Range] = ()) -> Range:
    """The noun phrase of a source with what is set beside it and joined to it."""
    start, end = noun_phrase(head)
    for each in conjuncts(head)[1:]:
        if each.pos_ in NOMINAL:
            end = max(end, noun_phrase(each)[1])
    for each in appositions_of(head):
        end = max(end, noun_phrase(each)[1])
    start, end = max(start, head.i - LONGEST), min(end, head.i + LONGEST)
    for a, b in content:
        if start < b <= head.i:
            start = b
        if head.i < a < end:
            end = a
    for i in range(head.i - 1, start - 1, -1):
        if i in scene.skipped or scene.doc[i].text in DASHES:
            start = i + 1
            break
    while end - 1 > head.i and scene.doc[end - 1].is_punct:
        end -= 1
    while start < head.i and (scene.doc[start].is_punct or scene.inside[start] >= 0):
        start += 1
    return min(start, head.i), max(end, head.i + 1)
