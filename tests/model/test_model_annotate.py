"""What the network's component writes into Docs that are odd in some way."""

import pytest
import spacy

from summitparse.errors import SummitparseError
from summitparse.model import load_pipeline
from summitparse.model.annotate import lemma
from summitparse.model.network import LONGEST


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


@pytest.mark.parametrize(
    ("form", "rule", "expected"),
    [
        ("Signed", "1 2 ", "sign"),
        ("’s", "1 2 be", "be"),
        ("NATO", "0 0 ", "NATO"),
        ("a", "1 5 x", "x"),
    ],
)
def test_annotate_lemma_applies_rule(form, rule, expected):
    assert lemma(form, rule) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\t \n ", " Talks ended. ", "\n\nTalks\n\n ended"]
)
def test_annotate_blank_tokens_hang_on_a_word(nlp, text):
    doc = nlp(text)
    assert [t.pos_ == "SPACE" for t in doc] == [t.is_space for t in doc]
    for token in doc:
        if token.is_space and any(not t.is_space for t in doc):
            assert not token.head.is_space
            assert token.dep_ == "dep"
    assert sum(len(s) for s in doc.sents) == len(doc)


def test_annotate_every_sentence_is_one_tree(nlp):
    doc = nlp("Who said it? “We did,” they said, and left; no one asked why. " * 20)
    for sentence in doc.sents:
        assert [t for t in sentence if t.head.i == t.i] == [sentence.root]
        assert sentence.root.dep_ == "ROOT"
        assert all(t.head in sentence for t in sentence)


def test_annotate_keeps_sentence_starts_that_are_set(nlp):
    doc = nlp.make_doc("The talks that ended on Monday were useful.")
    doc[4].is_sent_start = True
    doc = nlp.get_pipe("summitparse_network")(doc)
    assert doc[4].is_sent_start
    assert len(list(doc.sents)) == 2


@pytest.mark.parametrize("word", ["and ", "agreed ", "( ", "7 ", "— "])
def test_annotate_cuts_what_is_too_long_for_a_sentence(nlp, word):
    doc = nlp(word * 1000)
    assert max(len(s) for s in doc.sents) <= LONGEST


def test_annotate_names_do_not_cross_sentences(nlp):
    doc = nlp("They met in Oslo. Nairobi was next.")
    assert [e.text for e in doc.ents] == ["Oslo", "Nairobi"]


WRAPPED = """The finance ministers of Kenya, Norway and Chile agreed on Tuesday in the
city of Nairobi that the loan for the new port should come from the World
Bank, and not from a fund of their own, which none of them could pay for
in the years that are left."""


def test_annotate_name_goes_over_a_line_end(nlp):
    doc = nlp(WRAPPED)
    assert ("World\nBank", "ORG") in [(e.text, e.label_) for e in doc.ents]
    assert len(list(doc.sents)) == 1


def test_annotate_stream_is_read_as_its_docs_alone(nlp):
    texts = ["", " \n", WRAPPED, "Oslo.", "Talks ended.\n\nNo date was set. " * 60, WRAPPED.upper()]
    texts *= 8  # more than are read together
    alone = [nlp(text).to_json() for text in texts]
    assert [doc.to_json() for doc in nlp.pipe(texts, batch_size=5)] == alone


def test_annotate_does_not_depend_on_what_was_read_before(nlp):
    text = "Kenya’s Odhiambo flew to Ulaanbaatar on Tuesday, her office said."
    first = nlp(text).to_json()
    for other in ("Ulaanbaatar!", "Odhiambo, Odhiambo", "x" * 300, text.upper()):
        nlp(other)
    assert nlp(text).to_json() == first == load_pipeline()(text).to_json()


def test_annotate_survives_the_way_to_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    text = "Norway and Chile signed a fisheries treaty."
    assert spacy.load(tmp_path / "pipeline")(text).to_json() == nlp(text).to_json()
    copied = spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert copied(text).to_json() == nlp(text).to_json()


def test_annotate_without_weights_says_what_to_do():
    empty = spacy.blank("en")
    empty.add_pipe("summitparse_network")
    with pytest.raises(SummitparseError, match=r"summitparse\.load"):
        empty("Talks ended.")
