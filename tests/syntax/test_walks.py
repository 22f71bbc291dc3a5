"""The same questions, asked of one sentence in both label schemes."""

import pytest
import spacy
from spacy.tokens import Doc

from summitparse import AnnotationError, syntax

VOCAB = spacy.blank("en").vocab
"""With English lexical attributes (lower case, punctuation), which a bare Vocab lacks."""


def build(rows):
    """A Doc from rows of word, head (index) and label, with tags where a fourth column gives one."""
    words, heads, deps, *rest = zip(*rows, strict=True)
    tags = {"pos": list(rest[0])} if rest else {}
    return Doc(VOCAB, words=list(words), heads=list(heads), deps=list(deps), **tags)


UD_PASSIVE = [
    ("Treaties", 2, "nsubj:pass"), ("were", 2, "aux:pass"), ("signed", 2, "ROOT"), ("by", 5, "case"),
    ("both", 5, "det"), ("ministers", 2, "obl:agent"), ("in", 7, "case"), ("Lima", 2, "obl"),
]  # fmt: skip
CLEAR_PASSIVE = [
    ("Treaties", 2, "nsubjpass"), ("were", 2, "auxpass"), ("signed", 2, "ROOT"), ("by", 2, "agent"),
    ("both", 5, "det"), ("ministers", 3, "pobj"), ("in", 2, "prep"), ("Lima", 6, "pobj"),
]  # fmt: skip
UD_LIST = [
    ("Peru", 1, "nsubj"), ("sells", 1, "ROOT"), ("tin", 1, "obj"), (",", 4, "punct"), ("zinc", 2, "conj"),
    ("and", 6, "cc"), ("gold", 2, "conj"), ("and", 8, "cc"), ("waits", 1, "conj"),
]  # fmt: skip
CLEAR_LIST = [
    ("Peru", 1, "nsubj"), ("sells", 1, "ROOT"), ("tin", 1, "dobj"), (",", 2, "punct"), ("zinc", 2, "conj"),
    ("and", 4, "cc"), ("gold", 4, "conj"), ("and", 1, "cc"), ("waits", 1, "conj"),
]  # fmt: skip


@pytest.mark.parametrize("rows", [UD_PASSIVE, CLEAR_PASSIVE], ids=["UD", "spaCy"])
def test_walks_of_a_passive(rows):
    doc = build(rows)
    verb = doc[2]
    assert syntax.is_passive(verb)
    assert syntax.subject_of(verb).text == "Treaties"
    assert syntax.agent_of(verb).text == "ministers"
    assert syntax.object_of(verb) is None
    pairs = [(prep.text, noun.text) for prep, noun in syntax.prepositions_of(verb)]
    assert pairs == [("by", "ministers"), ("in", "Lima")]


@pytest.mark.parametrize("rows", [UD_LIST, CLEAR_LIST], ids=["UD", "spaCy"])
def test_flat_and_chained_coordinations_give_the_same_list(rows):
    doc = build(rows)
    assert [token.text for token in syntax.conjuncts(doc[2])] == ["tin", "zinc", "gold"]
    assert syntax.logical_subject(doc[8]).text == "Peru"
    assert not syntax.is_passive(doc[1])


def test_the_subject_of_an_infinitive_is_that_of_the_verb_it_completes():
    doc = build(
        [("Chad", 1, "nsubj"), ("agreed", 1, "ROOT"), ("to", 3, "mark"), ("pay", 1, "xcomp")]
    )
    assert syntax.logical_subject(doc[3]).text == "Chad"
    assert [clause.text for clause in syntax.complement_clauses(doc[1])] == ["pay"]


def test_a_copula_asks_for_its_predicate():
    ud = build([("Togo", 2, "nsubj"), ("is", 2, "cop"), ("host", 2, "ROOT")])
    clear = build([("Togo", 1, "nsubj"), ("is", 1, "ROOT"), ("host", 1, "attr")])
    assert syntax.subject_of(ud[1]).text == syntax.subject_of(clear[1]).text == "Togo"


def test_a_noun_phrase_stops_at_its_apposition_and_conjunct():
    doc = build(
        [
            ("the", 2, "det", "DET"),
            ("new", 2, "amod", "ADJ"),
            ("pact", 2, "ROOT", "NOUN"),
            ("on", 4, "case", "ADP"),
            ("fish", 2, "nmod", "NOUN"),
            (",", 6, "punct", "PUNCT"),
            ("text", 2, "appos", "NOUN"),
        ]
    )
    start, end = syntax.noun_phrase(doc[2])
    assert doc[start:end].text == "the new pact on fish"
    assert syntax.char_range(doc, (start, end)) == (0, 20)


@pytest.mark.parametrize(
    ("rows", "tense"),
    [
        ([("will", 1, "aux"), ("sign", 1, "ROOT")], "future"),
        ([("to", 1, "mark"), ("sign", 1, "ROOT")], "none"),
    ],
)
def test_tense_needs_no_morphology_for_the_future(rows, tense):
    doc = build(rows)
    assert syntax.tense(doc[1]) == tense


def test_negation_by_adverb_and_by_determiner():
    adverb = build([("has", 2, "aux"), ("not", 2, "advmod"), ("signed", 2, "ROOT")])
    noun = build([("no", 1, "det"), ("deal", 2, "nsubj:pass"), ("signed", 2, "ROOT")])
    plain = build([("deal", 1, "nsubj:pass"), ("signed", 1, "ROOT")])
    assert syntax.is_negated(adverb[2])
    assert syntax.is_negated(noun[2])
    assert not syntax.is_negated(plain[1])


def test_a_doc_without_parse_is_refused():
    with pytest.raises(AnnotationError, match="find_quotes needs a dependency parse"):
        syntax.require_parse(Doc(VOCAB, words=["Hello"]), "find_quotes")
