"""The dependency labels of both English schemes, by relation: UD v2 and spaCy's own.

No label stands anywhere else. The schemes share names only where they mean the same, so one table
serves both and nothing has to be detected. Where they differ in shape the walks look both ways: UD
hangs the preposition on its noun (`case`) and the copula on its predicate (`cop`), spaCy's English
labels make preposition (`prep`) and copula the heads.
"""

from __future__ import annotations

__all__: list[str] = []


def _labels(names: str) -> frozenset[str]:
    return frozenset(names.split())


ACTIVE_SUBJECT = _labels("nsubj csubj nsubj:outer csubj:outer")
PASSIVE_SUBJECT = _labels("nsubj:pass csubj:pass nsubjpass csubjpass")
SUBJECT = ACTIVE_SUBJECT | PASSIVE_SUBJECT
OBJECT = _labels("obj dobj")
INDIRECT_OBJECT = _labels("iobj dative")
AGENT = _labels("obl:agent agent")
COMPLEMENT_CLAUSE = _labels("ccomp xcomp")
OPEN_CLAUSE = _labels("xcomp")
ADVERBIAL_CLAUSE = _labels("advcl advcl:relcl")
RELATIVE_CLAUSE = _labels("acl:relcl relcl")
NOUN_CLAUSE = _labels("acl") | RELATIVE_CLAUSE
PARATAXIS = _labels("parataxis")
CONJUNCT = _labels("conj")
COORDINATOR = _labels("cc cc:preconj preconj")
OBLIQUE = _labels(
    "obl obl:agent obl:npmod obl:tmod obl:unmarked nmod nmod:desc nmod:unmarked advcl"
)
"""UD nouns (and gerunds) that carry their preposition as a `case` or `mark` child."""
BARE_OBLIQUE = _labels(
    "obl:npmod obl:tmod obl:unmarked nmod:npmod nmod:tmod nmod:unmarked npadvmod"
)
PREPOSITION_HEAD = _labels("prep agent")
PREPOSITION_OBJECT = _labels("pobj pcomp")
PREPOSITION_CHILD = _labels("case")
APPOSITION = _labels("appos")
POSSESSOR = _labels("nmod:poss poss")
COMPOUND = _labels("compound nn")
ADJECTIVE = _labels("amod")
NUMBER = _labels("nummod nummod:gov num")
DETERMINER = _labels("det det:predet predet")
COPULA = _labels("cop")
ATTRIBUTE = _labels("attr acomp oprd")
AUXILIARY = _labels("aux aux:pass auxpass")
PASSIVE_AUXILIARY = _labels("aux:pass auxpass")
MARKER = _labels("mark")
NEGATION = _labels("neg")
ADVERB = _labels("advmod")
PARTICLE = _labels("compound:prt prt")
PUNCTUATION = _labels("punct")
ROOT = _labels("root ROOT")
FLAT = _labels("flat fixed goeswith flat:name")
SHARES_SUBJECT = (
    CONJUNCT | OPEN_CLAUSE | ADVERBIAL_CLAUSE | PARATAXIS | PREPOSITION_OBJECT | PREPOSITION_HEAD
)
"""Relations of a verb that has no subject of its own to the one whose subject it shares."""
CLAUSE = (
    COMPLEMENT_CLAUSE
    | ADVERBIAL_CLAUSE
    | NOUN_CLAUSE
    | PARATAXIS
    | ROOT
    | _labels("pcomp csubj csubj:pass csubjpass")
)
"""Relations whose dependent heads a clause of its own."""
