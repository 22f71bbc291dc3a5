"""Whether a text says that something is so: fact, plan, cancelled, or nothing that it vouches for.

Read by walking up the tree from the word that tells of it: "signed" hangs on "refused", "talks" are the
object of "called off", "met" stands under "if". Words between that have nothing to do with it don't count,
however near they stand. What words say of what hangs on them: `says.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from summitparse import english
from summitparse.syntax import labels as rel
from summitparse.syntax.mood import CONDITIONAL, FUTURE, is_finite, is_negated, tense
from summitparse.syntax.says import Says, listed, says_of, tail_of
from summitparse.syntax.walks import (
    auxiliaries_of,
    children,
    is_root,
    predicate_of,
    subject_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Standing", "standing"]

NotSo = Literal["postponed", "cancelled", "unreal"]
Standing = Literal["fact", "planned", NotSo]
HIGHEST = 12
"""Most steps up the tree."""
IF = english.words("conjunction", "conditional")
NOBODY = english.words("negation", "noun")
ABSENT = english.words("negation", "determiner") | english.words("determiner", "nonassertive")
BE = english.words("be")
HAVE = english.words("have")


def standing(token: Token) -> Standing:
    """How the text stands to what a verb or a noun of an event tells.

    `fact` where nothing speaks against it, and on a Doc without a parse.
    """
    if not token.doc.has_annotation("DEP"):
        return "fact"
    word, planned, content = token, False, False
    for _ in range(HIGHEST):
        for said in (_of_itself(word), _of_governor(word)):
            if said == "unreal" or said == "cancelled" or said == "postponed":
                return said
            planned = planned or said == "planned"
        above = _above(word, content)
        if above is None:
            break
        word, content = above, word.dep_ in rel.NOUN_CLAUSE
    if planned:
        return "planned"
    return "unreal" if _by_adverb(token) else "fact"


# ---------------------------------------------------------------- what stands at the word itself


def _of_itself(word: Token) -> Standing:
    """What a clause's own words say: condition, negation, modal, adverb; of a noun, what is told of it."""
    if word.pos_ in ("NOUN", "PROPN") and subject_of(word) is None:
        return _of_noun(word)
    if _is_condition(word) or _is_denied(word) or _is_yet(word):
        return "unreal"
    return _by_auxiliaries(word)


def _of_noun(noun: Token) -> Standing:
    """Of an event: "no talks", "a cancelled visit", "the summit, which was called off"."""
    for child in noun.children:
        clause = child.dep_ in rel.NOUN_CLAUSE
        if child.dep_ in rel.DETERMINER and child.lower_ in ABSENT:
            return "unreal"
        if clause and child.dep_ in rel.RELATIVE_CLAUSE and not _is_about(child):
            continue
        participle = child.dep_ in rel.ADJECTIVE | rel.RELATIVE_CLAUSE or child.tag_ == "VBN"
        said = says_of(child) if participle else None
        if said == "cancelled" or said == "postponed":
            return said
        if clause and says_of(child) == "happens" and _is_denied(child):
            return "unreal"
    return "fact"


def _is_about(clause: Token) -> bool:
    """Whether a relative clause's subject is the noun that it stands behind."""
    subject = subject_of(clause)
    return subject is not None and subject.lower_ in ("which", "that")


def _is_condition(verb: Token) -> bool:
    """Condition or question: "if they sign", "had they signed", "did they sign?"."""
    marks = [word for word in children(verb, rel.MARKER | rel.ADVERB) if word.i < verb.i]
    if any(word.lower_ in IF for word in marks):
        return True
    if _is_inverted(verb):
        return True
    subject = next(children(verb, rel.SUBJECT), None)
    words = [w for w in children(verb, rel.AUXILIARY | rel.COPULA) if w.pos_ == "AUX"]
    if subject is None or not words or words[0].i > subject.i:
        return False
    first = [w for w in verb.subtree if w.i < words[0].i and w.pos_ not in ("PUNCT", "CCONJ")]
    return not first


def _is_inverted(verb: Token) -> bool:
    """Whether a sentence begins with "had", "should", "were" or "in case", the verb before its comma."""
    words = (word for word in verb.sent if word.pos_ != "PUNCT" and not word.is_space)
    first = next(words, verb)
    case = first.lower_ == "in" and first.i < verb.i and first.nbor(1).lower_ == "case"
    if not case and first.lower_ not in listed("inverted"):
        return False
    return all(word.text != "," for word in verb.doc[first.i : verb.i])


def _is_denied(verb: Token) -> bool:
    """Negation, but for "not only" and "no state but Chile"."""
    head = predicate_of(verb)
    subject = next(children(head, rel.SUBJECT), None)
    if subject is not None and listed("except") & {word.lower_ for word in subject.subtree}:
        return False
    if subject is not None and NOBODY & {subject.lower_, subject.left_edge.lower_}:
        return True
    denial = next((w for w in head.children if w.lower_ in ("not", "n't", "n’t")), None)
    if denial is not None and denial.i + 1 < len(denial.doc):
        behind = denial.nbor(1)
        if behind.lower_ in listed("merely") or denial.i > head.i:
            return False
    return is_negated(verb)


def _is_yet(verb: Token) -> bool:
    """Not so far: "have yet to sign", "is still to be signed"."""
    mark = next((w for w in children(verb, rel.MARKER) if w.lower_ == "to"), None)
    return mark is not None and bool(mark.i) and mark.nbor(-1).lower_ in ("yet", "still")


def _by_adverb(verb: Token) -> bool:
    """By its own adverb: "almost signed", "allegedly met"."""
    return any(says_of(child) == "adverb" for child in children(verb, rel.ADVERB))


def _by_auxiliaries(verb: Token) -> Standing:
    """By its auxiliaries: "could sign", "will sign", "is to sign", "was to have signed"."""
    words = {word.lower_ for word in auxiliaries_of(verb)}
    if words & FUTURE:
        return "planned"
    if "would" in words and not words & HAVE and _is_reported(verb):
        return "planned"
    if words & CONDITIONAL:
        return "unreal"
    if words & BE and any(child.lower_ == "to" for child in children(verb, rel.MARKER)):
        return "unreal" if words & {"have"} else "planned"
    return "fact"


def _is_reported(verb: Token) -> bool:
    """Whether "would" is the "will" of somebody's words: under a verb in the past, without an "if"."""
    while verb.dep_ in rel.CONJUNCT and not is_root(verb):
        verb = verb.head
    above = verb.head
    open_ = any(_is_condition(child) for child in children(verb, rel.ADVERBIAL_CLAUSE))
    return verb.dep_ in rel.COMPLEMENT_CLAUSE and tense(above) == "past" and not open_


# ---------------------------------------------------------------- what the word hangs on


def _of_governor(word: Token) -> Standing:
    """What the word that this one completes says of it."""
    head, mark = _head_of(word), _mark_of(word)
    plan = _plan_before(mark)
    if plan is not None:
        return "unreal" if _is_thwarted(plan, word) else "planned"
    if is_root(word) or word.dep_ in rel.CONJUNCT:
        return "fact"
    if word.pos_ in ("NOUN", "PROPN") and subject_of(word) is None:
        return _of_nouns_governor(word, head)
    if mark is not None and word.dep_ in rel.ADVERBIAL_CLAUSE | rel.PREPOSITION_OBJECT:
        before = mark.nbor(-1) if mark.i else mark
        if (
            mark.lower_ in listed("undone")
            or before.lower_ in listed("undone")
            or says_of(before) in ("unreal", "rumour")
        ):
            return "unreal"
    if word.dep_ in rel.NOUN_CLAUSE and mark is not None and _is_short_of(head):
        return "unreal"
    if not _completes(word, mark):
        return "fact"
    said = says_of(head)
    if said == "rumour" and (head.pos_ in ("NOUN", "PROPN") or subject_of(head) is None):
        return "unreal"
    if said == "planned" and (mark is not None or word.tag_ != "VBG"):
        return "unreal" if _is_thwarted(head, word) else "planned"
    if said == "averted":
        return "fact" if _is_denied(head) else "unreal"
    teller = next(children(head, rel.ACTIVE_SUBJECT), None)
    told = teller is not None and teller.pos_ == "NOUN" and says_of(teller) == "rumour"
    off = said in get_args(NotSo)
    return "unreal" if off or told else "fact"


def _completes(word: Token, mark: Token | None) -> bool:
    """Whether a clause is what its head is about: "refused to sign", "reports that they met"."""
    if word.dep_ in rel.COMPLEMENT_CLAUSE | rel.SUBJECT | rel.PREPOSITION_OBJECT:
        return True
    if word.dep_ in rel.NOUN_CLAUSE:
        return _is_content(word, mark) or _head_of(word).i != word.head.i
    return (
        word.dep_ in rel.ADVERBIAL_CLAUSE
        and mark is not None
        and mark.lower_ in listed("completing")
    )


def _is_content(clause: Token, mark: Token | None) -> bool:
    """Whether a clause behind a noun says what the noun is about: "reports that they met"."""
    return mark is not None and (clause.dep_ not in rel.RELATIVE_CLAUSE or mark.pos_ == "SCONJ")


def _head_of(word: Token) -> Token:
    """What a word hangs on: behind a name a that-clause is the verb's ("denied on Friday that ...")."""
    head = word.head
    subject = subject_of(word)
    that = word.left_edge.lower_ == "that" and subject is not None and subject.lower_ != "that"
    if word.dep_ in rel.NOUN_CLAUSE and that:
        while head.pos_ == "PROPN" and not is_root(head):
            head = head.head
    return head


def _mark_of(word: Token) -> Token | None:
    """The word that joins a clause to its head: "to", "that", "of", "before"."""
    if word.dep_ in rel.PREPOSITION_OBJECT:
        return word.head
    before = word.nbor(-1) if word.i else word
    while before.pos_ == "AUX" and before.i:
        before = before.nbor(-1)
    to = (
        before
        if before.lower_ in listed("completing") and before.pos_ in ("PART", "SCONJ")
        else None
    )
    marks = (m for m in children(word, rel.MARKER | rel.PREPOSITION_CHILD) if m.i < word.i)
    return next(marks, to)


def _plan_before(mark: Token | None) -> Token | None:
    """The word of a plan that a parse may hang below its step: "*due* to sign"."""
    if mark is None or not mark.i:
        return None
    plan = mark.nbor(-1) if mark.lower_ == "to" else mark
    return plan if says_of(plan) == "planned" else None


def _is_short_of(noun: Token) -> bool:
    """Only near it: "within hours of signing"."""
    return any(child.lower_ == "within" for child in children(noun, rel.PREPOSITION_CHILD))


def _is_thwarted(plan: Token, word: Token) -> bool:
    """Whether a plan came to nothing: "had planned to", "was due to ..., but ..."."""
    words = {word.lower_ for word in auxiliaries_of(plan)}
    if "had" in words or _is_denied(plan):
        return True
    turns = [w for each in (plan, word) for w in children(each, rel.CONJUNCT)]
    but = any(c.lower_ == "but" for w in turns for c in children(w, rel.COORDINATOR))
    return but and "past" in (tense(plan), tense(word))


def _of_nouns_governor(noun: Token, head: Token) -> Standing:
    """What is done to an event: called off, refused, hoped for, planned."""
    said = says_of(head)
    case = next((c.lower_ for c in children(noun, rel.PREPOSITION_CHILD)), None)
    if head.pos_ in ("NOUN", "PROPN"):
        return _by_noun(said, case) if case is not None else "fact"
    active = noun.dep_ in rel.ACTIVE_SUBJECT
    if said == "cancelled" or said == "postponed":
        return said if not active or tail_of(head) == ("through",) else "fact"
    steps = [says_of(step) for step in children(head, rel.OPEN_CLAUSE)]
    if said in ("unreal", "averted") and steps:
        return "unreal" if "happens" in steps else "fact"
    if case is not None:
        return "unreal" if said == "unreal" and (case == "for" or tail_of(head)) else "fact"
    if said in ("unreal", "averted") and active:
        return "fact"
    if active and FUTURE & {word.lower_ for word in auxiliaries_of(head)}:
        return "planned"
    if said == "planned":
        return "unreal" if _is_thwarted(head, noun) else "planned"
    return "unreal" if said in ("unreal", "averted") else "fact"


def _by_noun(said: Says | None, case: str) -> Standing:
    """Of an event behind a noun: "hopes for talks", "the cancellation of the visit", "a day for it"."""
    if said in ("rumour", "unreal"):
        return "unreal"
    if said == "cancelled" or said == "postponed" or said == "planned":
        return said
    return "planned" if case == "for" else "fact"


# ---------------------------------------------------------------- one step up


def _above(word: Token, content: bool) -> Token | None:
    """The word whose standing this one shares, one step up; none where the clause stands for itself.

    `content`: whether the way up came through what a noun is about ("no reason *to sign*").
    """
    head = _head_of(word)
    if is_root(word):
        return None
    if word.dep_ in rel.CONJUNCT:
        return head if _shares(word, head) else None
    if content and word.dep_ in rel.OBJECT:
        return head
    if word.pos_ in ("NOUN", "PROPN") and subject_of(word) is None:
        return _above_noun(word, head)
    mark = _mark_of(word)
    if says_of(head) == "averted" and _is_denied(head):
        return None
    return head if _completes(word, mark) else None


def _shares(word: Token, head: Token) -> bool:
    """Whether a conjunct stands under the same auxiliaries, negation and governor as the first."""
    if word.pos_ in ("NOUN", "PROPN"):
        return head.pos_ in ("NOUN", "PROPN")
    own = next(children(word, rel.SUBJECT | rel.AUXILIARY), None)
    return own is None and not is_finite(word)


def _above_noun(noun: Token, head: Token) -> Token | None:
    if noun.dep_ in rel.SUBJECT | rel.OBJECT | rel.ATTRIBUTE:
        return head if says_of(head) in ("happens", "planned") else None
    case = next((c.lower_ for c in children(noun, rel.PREPOSITION_CHILD)), None)
    if noun.dep_ in rel.PREPOSITION_OBJECT:
        case, head = head.lower_, head.head
    if head.pos_ in ("NOUN", "PROPN"):
        return head if case in ("of", "for") else None
    return head if case in listed("shared") and says_of(head) in ("happens", "planned") else None
