"""Finding the words that tell of an agreement, and what they govern.

Read from the order of words, with parts of speech where they help: statistical parses fail on the long
sentences with lists that agreements come in, the order of verb, document and "to" doesn't.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from summitparse import english
from summitparse.extractors.agreements.lexicon import (
    PROMISES,
    Status,
    Verb,
    group_words,
    verbs,
    words,
)
from summitparse.syntax import subject_of
from summitparse.syntax.sentences import Sentence
from summitparse.syntax.standing import standing

__all__ = ["Cue", "find_cues"]

REACH = 14
"""How many words a document may stand behind or before its verb."""
OPENING = 5
"""Words at the head of a sentence among which the document that it is about may stand."""
CLOSING = frozenset([",", ";", ".", ":", "(", ")", "—", "–", '"', "“", "”"])
OPEN = frozenset(['"', "“", "(", ")"])
BE = english.words("be", "full", "third")
MODALS = english.words("modal")
SELVES = english.words("pronoun", "third", "reflexive")
ARTICLES = english.words("determiner", "article")
NO = english.words("negation", "determiner") | english.words("negation", "noun")
ABSENT = NO | {"any", "without"}
"""Words before a document that say there is none, "any" under a negation of its verb."""


@dataclass(frozen=True)
class Cue:
    """A cue in a sentence; all positions are positions of the sentence."""

    sentence: Sentence
    verb: Verb
    at: int
    """The cue word."""
    behind: int
    """The first position behind the cue's own words: where what was agreed begins."""
    status: Status
    noun: int | None = None
    """The head of the document or body."""
    passive: bool = False
    """Whether the document stands before the cue, and the doer, if anywhere, behind it."""
    witness: int | None = None
    """The verb of those who stood by while others signed."""


def find_cues(sentence: Sentence) -> list[Cue]:
    """The cues of a sentence in text order, without those that only say what was agreed on."""
    found: list[Cue] = []
    for at, word in enumerate(sentence.lower):
        cue = _act(sentence, at) if word in words("acts") else None
        for verb in verbs().get(word, ()) if cue is None else ():
            cue = cue or _cue(sentence, verb, at)
        if cue is not None and not any(_contains(one, cue) for one in found):
            found.append(cue)
    return found


def _cue(sentence: Sentence, verb: Verb, at: int) -> Cue | None:
    """The cue at a position, if the verb's needs are met and nothing takes it back."""
    behind = _behind(sentence, verb, at)
    if behind is None or not (verb.tail or _is_verb(sentence, at, verb.base)):
        return None
    cue = Cue(sentence, verb, at, behind, verb.status)
    framed = FRAMES[verb.frame](cue)
    return _in_time(framed) if framed is not None else None


def _behind(sentence: Sentence, verb: Verb, at: int) -> int | None:
    """The position behind the verb and its particles, one object between them allowed."""
    if not verb.tail:
        return at + 1
    size = len(verb.tail)
    fits = sentence.lower[at + 1 : at + 1 + size] == verb.tail
    return at + 1 + size if fits else None


def _is_verb(sentence: Sentence, at: int, base: str) -> bool:
    """Not a noun or an adjective before one ("a signed copy"); untagged words count as verbs."""
    pos = sentence.pos[at]
    before = sentence.lower[at - 1] if at else ""
    participle = sentence.lower[at].endswith("ed")
    if participle and (before in ARTICLES or before in words("describing")):
        return False
    if pos in ("VERB", "AUX", "") or before in ("let", "to"):
        return True
    after = sentence.pos[at + 1] if at + 1 < len(sentence.pos) else ""
    return participle and (base in words("signing") or after not in ("NOUN", "PROPN", "ADJ"))


# ---------------------------------------------------------------- what each verb needs


def _needs_instrument(cue: Cue) -> Cue | None:
    return _with_noun(cue, _kinds())


def _needs_named(cue: Cue) -> Cue | None:
    return _with_noun(cue, words("instruments"))


def _needs_body(cue: Cue) -> Cue | None:
    noun = _object(cue, words("bodies"))
    return replace(cue, noun=noun) if noun is not None else None


def _with_noun(cue: Cue, nouns: frozenset[str]) -> Cue | None:
    """The cue with the document that it governs: behind it, or before it in the passive."""
    noun = _object(cue, nouns)
    if noun is not None:
        taken = _denied_object(cue, noun) or _only_the_act(cue, noun)
        return None if taken else replace(cue, noun=noun)
    subject = _document_before(cue, nouns)
    if subject is not None:
        taken = _denied_subject(cue, subject) or _only_the_act(cue, subject)
        return None if taken else replace(cue, noun=subject, passive=True)
    return _without_noun(cue)


def _without_noun(cue: Cue) -> Cue | None:
    """A verb of signing alone: "it was signed", "the seven were signed", "signed them"."""
    if cue.verb.base not in words("signing"):
        return None
    lower, at = cue.sentence.lower, cue.at
    before = lower[max(0, at - 4) : at]
    if any(word in BE for word in before):
        opening = range(min(at, OPENING))
        noun = next((n for n in opening if _heads(cue.sentence, n, words("instruments"))), None)
        return replace(cue, passive=True, noun=noun)
    after = lower[cue.behind] if cue.behind < len(lower) else ""
    return cue if after in words("stand_ins") else None


def _object(cue: Cue, nouns: frozenset[str]) -> int | None:
    """The first listed noun behind the cue that heads its phrase, in the same clause."""
    lower, pos = cue.sentence.lower, cue.sentence.pos
    jumped = False
    for n in range(cue.behind, min(len(lower), cue.behind + REACH)):
        if _heads(cue.sentence, n, nouns):
            return n
        if lower[n] in words("circumstance") and not jumped and n == cue.behind:
            jumped = True
            continue
        if lower[n] in CLOSING and lower[n] not in OPEN:
            return None
        if pos[n] in ("SCONJ", "AUX"):
            return None
        if pos[n] == "ADP" and lower[n] != "of" and not _in_noun_phrase(cue.sentence, n):
            return None
        if pos[n] == "VERB" and not lower[n].endswith(("ed", "ing")) and lower[n - 1] != "-":
            return None
    return None


def _in_noun_phrase(sentence: Sentence, n: int) -> bool:
    """A preposition inside a phrase: "an off-take contract", "over 20 agreements"."""
    after = n + 1
    return after < len(sentence.lower) and (
        sentence.lower[after] == "-" or sentence.pos[after] == "NUM"
    )


def _heads(sentence: Sentence, n: int, nouns: frozenset[str]) -> bool:
    """Whether a listed noun stands here and no further noun makes it a mere modifier."""
    lower = sentence.lower
    if any(" ".join(lower[n : n + size]) in nouns for size in (2, 3)):
        return True
    if lower[n] not in nouns or sentence.pos[n] == "VERB":
        return False
    after = n + 1
    joined = (
        after < len(lower)
        and sentence.pos[after] == "NOUN"
        and lower[after] not in words("circumstance")
    )
    return not joined or lower[after] in nouns


def _document_before(cue: Cue, nouns: frozenset[str]) -> int | None:
    """The document that is the subject of a passive, or that a participle stands behind."""
    sentence, at = cue.sentence, cue.at
    if at and sentence.lower[at - 1] == "(":
        return next((n for n in range(at) if _heads(sentence, n, nouns)), None)
    verbs_seen = 0
    for n in range(at - 1, max(-1, at - 2 * REACH), -1):
        if _heads(sentence, n, nouns) or (sentence.lower[n] in nouns and n == at - 1):
            return n if _is_passive(cue, n) else None
        aside = _aside(sentence, n, at)
        if sentence.pos[n] == "VERB" and sentence.lower[n] not in words("expected") and not aside:
            verbs_seen += 1
        if verbs_seen or sentence.lower[n] in {";", ":"}:
            return None
    return None


def _aside(sentence: Sentence, n: int, at: int) -> bool:
    """Whether a position stands between two commas before the cue ("the pact, signed in May, ...")."""
    lower = sentence.lower
    commas = [k for k in range(max(0, at - 2 * REACH), at) if lower[k] == ","]
    return len(commas) > 1 and commas[-2] < n < commas[-1]


def _is_passive(cue: Cue, noun: int) -> bool:
    """Passive, or a participle right behind its noun; verbs like "expire" take it as their subject."""
    if cue.verb.base in words("of_documents"):
        return True
    lower = cue.sentence.lower
    if not lower[cue.at].endswith(("ed", "en", "put", "struck")):
        return False
    between = lower[noun + 1 : cue.at]
    right_behind = lower[cue.at - 1] in (",", "(") or noun == cue.at - 1
    return right_behind or any(word in BE for word in between)


def _only_the_act(cue: Cue, noun: int) -> bool:
    """Whether an act on the document ends, not the document: "the signing of the pact was postponed"."""
    if cue.verb.status not in ("suspended", "ended"):
        return False
    tokens = cue.sentence.tokens
    subject = subject_of(tokens[cue.at])
    other = subject is not None and tokens[noun].i < subject.i < tokens[cue.at].i
    named = subject is not None and subject.pos_ in ("NOUN", "PROPN")
    return tokens[noun].head.lower_ in words("acts") or (noun < cue.at and other and named)


def _denied_object(cue: Cue, noun: int) -> bool:
    between = cue.sentence.lower[cue.behind : noun]
    return bool(ABSENT.intersection(between))


def _denied_subject(cue: Cue, noun: int) -> bool:
    before = cue.sentence.lower[max(0, noun - 6) : noun]
    return bool(ABSENT.intersection(before))


def _needs_nothing(cue: Cue) -> Cue | None:
    return cue if cue.behind < len(cue.sentence.lower) else None


def _needs_commitment(cue: Cue) -> Cue | None:
    """A step ("to ..."), a field ("on ..."), a clause ("that both will ...") or a thing agreed on."""
    sentence = cue.sentence
    n = _past_adverbs(sentence, cue.behind)
    if n >= len(sentence.lower):
        return None
    word, pos = sentence.lower[n], sentence.pos[n]
    after = sentence.lower[n + 1] if n + 1 < len(sentence.lower) else ""
    if word == "to":
        return None if after in words("no_step") else replace(cue, behind=n)
    if word in ("on", "upon"):
        if "being" in sentence.lower[n : n + 8]:
            return None
        return replace(cue, behind=n) if cue.verb.base == "agree" else None
    if word == "that":
        impersonal = sentence.lower[max(0, cue.at - 2) : cue.at] == ("it", "was")
        resolved = impersonal or _is_resolved(sentence.lower[n + 1 : n + REACH])
        return replace(cue, behind=n) if resolved else None
    return _thing_promised(cue, n, pos)


def _is_resolved(clause: tuple[str, ...]) -> bool:
    """Whether a that-clause says what shall be done; "would" alone may be an opinion."""
    modals = MODALS.intersection(clause)
    acting = group_words() | words("each_party")
    return bool(modals - {"would", "could"}) or (
        bool(modals) and bool(acting.intersection(clause[:5]))
    )


def _needs_step(cue: Cue) -> Cue | None:
    n = _past_adverbs(cue.sentence, cue.behind)
    return _needs_commitment(cue) if cue.sentence.lower[n : n + 1] == ("to",) else None


def _needs_bound(cue: Cue) -> Cue | None:
    """Someone "committed to doubling trade"; being committed is a state, not an act."""
    lower = cue.sentence.lower
    stative = any(word in BE for word in lower[max(0, cue.at - 3) : cue.at])
    verb = Verb("bound", (), cue.verb.frame, cue.verb.status)
    step = lower[cue.behind : cue.behind + 1] == ("to",)
    return replace(cue, verb=verb) if step and not stative else None


def _thing_promised(cue: Cue, n: int, pos: str) -> Cue | None:
    """A noun as object: "pledged stronger ties", "agreed a fishing quota"."""
    sentence = cue.sentence
    if pos not in ("DET", "ADJ", "NOUN", "NUM", "SYM", "PROPN", "ADV"):
        return None
    if sentence.lower[n] in NO:
        return None
    clause = any(each in ("AUX", "VERB") for each in sentence.pos[n : n + 4])
    return None if clause and cue.verb.base != "pledge" else replace(cue, behind=n)


def _past_adverbs(sentence: Sentence, n: int) -> int:
    """Behind adverbs, days, "in principle" and "with X" that stand between the verb and its step."""
    size, first = len(sentence.lower), n
    while n < size and n - first < 10:
        word, pos = sentence.lower[n], sentence.pos[n]
        after = sentence.lower[n + 1] if n + 1 < size else ""
        if word in ("in", "on") and (after == "principle" or after.endswith("day")):
            n += 2
        elif word == "with":
            return _past_partner(sentence, n)
        elif (
            pos == "ADV"
            or (pos == "PROPN" and word.endswith("day"))
            or (word in words("circumstance") and word != "on")
        ):
            n += 1
        else:
            break
    return n


def _past_partner(sentence: Sentence, n: int) -> int:
    """Behind "with X" where a step follows ("agreed with Oman to ..."), else the end of the sentence."""
    for k in range(n + 1, min(len(sentence.lower), n + 9)):
        if sentence.lower[k] in CLOSING or sentence.pos[k] == "AUX":
            break
        if sentence.lower[k] in ("to", "on") and sentence.pos[k - 1] in ("PROPN", "PRON", "NOUN"):
            return k if sentence.lower[k] == "to" else len(sentence.lower)
    return len(sentence.lower)


def _needs_vow(cue: Cue) -> Cue | None:
    """The word commitment or pledge as object, or a step."""
    lower = cue.sentence.lower
    for n in range(cue.behind, min(len(lower), cue.behind + 8)):
        if lower[n] in words("vows"):
            return replace(cue, behind=n + 1)
        if lower[n] in CLOSING or lower[n] in {"that", "to"}:
            return None
    return None


def _needs_oneself(cue: Cue) -> Cue | None:
    lower = cue.sentence.lower
    if cue.behind < len(lower) and lower[cue.behind] in SELVES:
        return replace(cue, behind=cue.behind + 1)
    return None


FRAMES = {
    "instrument": _needs_instrument,
    "named": _needs_named,
    "body": _needs_body,
    "any": _needs_nothing,
    "act": _needs_nothing,
    "commitment": _needs_commitment,
    "step": _needs_step,
    "bound": _needs_bound,
    "vow": _needs_vow,
    "oneself": _needs_oneself,
}


# ---------------------------------------------------------------- acts named by a noun


def _act(sentence: Sentence, at: int) -> Cue | None:
    """Acts: "witnessed the signing of X", "signing is planned for May"."""
    lower = sentence.lower
    sign = Verb("sign", (), "instrument", "signed")
    cue = Cue(sentence, sign, at, at + 1, "signed")
    after = lower[at + 1 : at + 3]
    if words("awaited").intersection(after):
        return replace(cue, status="expected")
    if after[:1] != ("of",):
        return None
    if _awaited(sentence, at):
        return replace(cue, status="expected", noun=_object(replace(cue, behind=at + 2), _kinds()))
    noun = _object(replace(cue, behind=at + 2), _kinds())
    witness = _witness(sentence, at)
    if witness is None or (noun is None and lower[at + 2 : at + 3] != (":",)):
        return None
    return _in_time(replace(cue, noun=noun, witness=witness))


def _kinds() -> frozenset[str]:
    return words("instruments") | words("documents")


def _awaited(sentence: Sentence, at: int) -> bool:
    """Whether the sentence goes on "is expected", "is planned for ..."."""
    lower = sentence.lower
    for n in range(at + 3, min(len(lower) - 1, at + 2 * REACH)):
        if lower[n] in ("is", "are") and lower[n + 1] in words("awaited"):
            return True
        if sentence.pos[n] == "VERB" or lower[n] in CLOSING:
            return False
    return False


def _witness(sentence: Sentence, at: int) -> int | None:
    for n in range(at - 1, max(-1, at - 8), -1):
        if sentence.lower[n] in words("witnesses"):
            return n
        if sentence.lower[n] in CLOSING:
            return None
    return None


# ---------------------------------------------------------------- whether it holds


def _in_time(cue: Cue) -> Cue | None:
    """The cue with what its verb group says: expected, or taken back (then None)."""
    group = _words_before(cue)
    told = standing(cue.sentence.tokens[cue.at if cue.witness is None else cue.witness])
    if told not in ("fact", "planned"):
        return None
    if cue.witness is not None and standing(cue.sentence.tokens[cue.at]) != "fact":
        return None
    if told == "planned":  # what somebody said that they "would" do is theirs alone
        return replace(cue, status="expected") if "would" not in group else None
    if cue.status in ("suspended", "ended"):
        return cue
    if _is_awaited(group):
        if "had" in group and "been" in group:
            return None
        return replace(cue, status="expected")
    return cue


def _words_before(cue: Cue) -> list[str]:
    """The words that can govern the cue: those before it in its clause, at most nine."""
    lower, pos = cue.sentence.lower, cue.sentence.pos
    start = cue.at if cue.witness is None else cue.witness
    found: list[str] = []
    for n in range(start - 1, max(-1, start - 10), -1):
        if lower[n] in CLOSING and n != start - 1:
            break
        found.append(lower[n])
        if pos[n] == "SCONJ" or (lower[n] in {"and", "but"} and n < start - 1):
            break
        if pos[n] == "VERB" and lower[n] not in words("expected") and "to" not in found:
            break
    return found


def _is_awaited(group: list[str]) -> bool:
    """Whether the words before the cue (in reverse) put it off: "will", "is to", "expected to"."""
    if MODALS.intersection(group) or any(a == "to" and b in BE for a, b in pairwise(group)):
        return True
    if "to" not in group and not words("nearly").intersection(group):
        return False
    return bool(words("expected").intersection(group))


def _contains(outer: Cue, inner: Cue) -> bool:
    """Whether the inner cue only says what the outer one agreed on ("agreed to sign ...")."""
    if outer.verb.frame not in PROMISES:
        return inner.at <= outer.behind
    sentence = outer.sentence
    between = range(outer.behind, inner.at)
    if any(
        sentence.pos[n] == "VERB"
        and sentence.lower[n].endswith("ed")
        and sentence.pos[n - 1] == "CCONJ"
        for n in between
    ):
        return False
    infinitive = inner.at and sentence.lower[inner.at - 1] in words("goes_on")
    base = sentence.lower[inner.at] == inner.verb.base.split()[0]
    gerund = sentence.lower[inner.at - 1] in ("to", "of") and sentence.lower[inner.at].endswith(
        "ing"
    )
    return bool((infinitive and base) or gerund or inner.at <= outer.behind)
