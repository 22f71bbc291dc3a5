"""Walks over the dependency parse, alike for UD and for spaCy's own English labels.

All take and give tokens; `None` or an empty list where there is nothing. They never loop on a
malformed tree (spaCy's heads form a forest) and cost at most the size of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.errors import AnnotationError
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "agent_of",
    "appositions_of",
    "auxiliaries_of",
    "clause_head",
    "complement_clauses",
    "conjuncts",
    "first_conjunct",
    "is_passive",
    "is_root",
    "logical_subject",
    "object_of",
    "possessor_of",
    "predicate_of",
    "prepositions_of",
    "require_parse",
    "subject_of",
]


def require_parse(doc: Doc, who: str) -> None:
    """Raise `AnnotationError` unless the Doc is parsed; `who` is the function that needs it."""
    if len(doc) and not doc.has_annotation("DEP"):
        raise AnnotationError(
            f"{who} needs a dependency parse, which this Doc lacks: use summitparse.load(), "
            "or a pipeline with a parser"
        )


def children(token: Token, labels: frozenset[str]) -> Iterator[Token]:
    """The dependents of a token that stand in one of these relations, in text order."""
    return (child for child in token.children if child.dep_ in labels)


def _first(token: Token, labels: frozenset[str]) -> Token | None:
    for child in token.children:  # the most called walk of all: no generator
        if child.dep_ in labels:
            return child
    return None


def is_root(token: Token) -> bool:
    """Whether the token heads its sentence."""
    return token.head is token or token.head.i == token.i


def predicate_of(verb: Token) -> Token:
    """The word that carries a clause's relations: of a UD copula its predicate, else the verb itself."""
    return verb.head if verb.dep_ in rel.COPULA | rel.AUXILIARY else verb


def subject_of(verb: Token) -> Token | None:
    """The verb's own grammatical subject, active or passive."""
    return _first(predicate_of(verb), rel.SUBJECT)


def logical_subject(verb: Token) -> Token | None:
    """Who does it: the own subject, else that of the verb it is joined to, opens or hangs on.

    "Xi arrived and signed", "agreed to sign", "said it, adding that ...": the subject of the first.
    """
    token = predicate_of(verb)
    for _ in range(len(token.doc)):
        own = subject_of(token)
        if own is not None:
            return own
        if token.dep_ in rel.NOUN_CLAUSE:
            return token.head
        if token.dep_ not in rel.SHARES_SUBJECT or is_root(token):
            return None
        token = token.head
    return None


def object_of(verb: Token) -> Token | None:
    """The verb's direct object."""
    return _first(verb, rel.OBJECT)


def agent_of(verb: Token) -> Token | None:
    """The doer of a passive: "signed *by both ministers*"."""
    agent = _first(verb, rel.AGENT)
    if agent is None:
        return None
    return _first(agent, rel.PREPOSITION_OBJECT) or agent


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    passive = rel.PASSIVE_SUBJECT | rel.PASSIVE_AUXILIARY | rel.AGENT
    return any(child.dep_ in passive for child in verb.children)


def complement_clauses(verb: Token) -> list[Token]:
    """The heads of the clauses that complete a verb ("said *that ...*", "agreed *to ...*")."""
    return list(children(verb, rel.COMPLEMENT_CLAUSE))


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it, in text order.

    Flat ("a, b and c" all on a) and chained (b on a, c on b) trees give the same list.
    """
    found, queue = [token], [token]
    while queue:
        for child in children(queue.pop(), rel.CONJUNCT):
            found.append(child)
            queue.append(child)
    return sorted(found, key=lambda each: each.i)


def first_conjunct(token: Token) -> Token:
    """The word that carries the relation of a token's coordination: Lima in "Lima and Quito agreed"."""
    while token.dep_ in rel.CONJUNCT and token.head.i != token.i:
        token = token.head
    return token


def prepositions_of(token: Token) -> list[tuple[Token, Token]]:
    """The prepositional phrases that hang on a token, as (preposition, its object), in text order."""
    pairs = []
    for child in token.children:
        if child.dep_ in rel.PREPOSITION_HEAD:
            pairs += [(child, noun) for noun in children(child, rel.PREPOSITION_OBJECT)]
        elif child.dep_ in rel.OBLIQUE:
            case = _first(child, rel.PREPOSITION_CHILD | rel.MARKER)
            if case is not None and case.i < child.i:
                pairs.append((case, child))
    return pairs


def possessor_of(noun: Token) -> Token | None:
    """Whose it is: "*China*'s position", "*his* visit"."""
    return _first(noun, rel.POSSESSOR)


def appositions_of(noun: Token) -> list[Token]:
    """The nouns set beside a noun that name the same thing."""
    return list(children(noun, rel.APPOSITION))


def auxiliaries_of(verb: Token) -> list[Token]:
    """Auxiliaries and copula of a clause, in text order."""
    return list(children(predicate_of(verb), rel.AUXILIARY | rel.COPULA))


def clause_head(token: Token) -> Token:
    """The head of the smallest clause that the token is in."""
    while token.dep_ not in rel.CLAUSE and not is_root(token):
        if token.dep_ in rel.CONJUNCT and token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token
