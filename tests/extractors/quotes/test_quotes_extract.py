"""The quote finder on Docs built by hand, in UD and in spaCy's own English labels."""

import pytest
import spacy

from handmade import made
from summitparse.errors import AnnotationError
from summitparse.extractors.quotes import find_quotes, weigh
from summitparse.models import Actor, Span


@pytest.fixture(autouse=True)
def _lexicon_alone(monkeypatch):
    monkeypatch.setattr(weigh, "weights", dict)


def _actor(doc, ident, name, kind, *words):
    spans = [Span.of(doc.text, doc.text.index(w), doc.text.index(w) + len(w)) for w in words]
    return Actor(id=ident, name=name, type=kind, mentions=tuple(spans))


def _only(quotes):
    assert len(quotes) == 1, quotes
    return quotes[0]


def _contents(quote):
    return [span.text for span in quote.content]


CLAUSE = (
    "Soto/PROPN/nsubj/2 said/VERB/{root}/0 that/SCONJ/mark/6 the/DET/det/5 road/NOUN/nsubj/6 "
    "opens/VERB/ccomp/2 soon/ADV/advmod/6 ./PUNCT/punct/2"
)


@pytest.mark.parametrize("root", ["root", "ROOT"])
def test_quotes_clause(root):
    doc = made(CLAUSE.format(root=root), "Soto said that the road opens soon.")
    quote = _only(find_quotes(doc, actors=[_actor(doc, "a1", "Ana Soto", "person", "Soto")]))
    assert (quote.form, quote.text) == ("indirect", "that the road opens soon")
    assert (quote.speakers, quote.speaker_label) == (("a1",), "Ana Soto")
    assert [span.text for span in quote.cue] == ["said"]
    assert not quote.negated


def test_quotes_denial_is_negated():
    doc = made(CLAUSE.format(root="root").replace("said", "denied"))
    quote = _only(find_quotes(doc))
    assert (quote.negated, quote.event) == (True, "REJECT")
    assert (quote.speakers, quote.speaker_label) == ((), "Soto")


def test_quotes_inverted_and_continued():
    text = '"We sail," said Captain Lund. "We win."'
    doc = made(
        '"/PUNCT/punct/3 We/PRON/nsubj/3 sail/VERB/ccomp/6 ,/PUNCT/punct/6 "/PUNCT/punct/3 '
        "said/VERB/root/0 Captain/PROPN/compound/8 Lund/PROPN/nsubj/6 ./PUNCT/punct/6 "
        '"/PUNCT/punct/12 We/PRON/nsubj/12 win/VERB/root/0 ./PUNCT/punct/12 "/PUNCT/punct/12',
        text,
    )
    quote = _only(find_quotes(doc))
    assert quote.form == "direct"
    assert _contents(quote) == ['"We sail,"', '"We win."']
    assert [span.text for span in quote.quoted] == ["We sail,", "We win."]
    assert quote.speaker_label == "Captain Lund"


@pytest.mark.parametrize(
    "according",
    [
        "According/VERB/case/4 to/ADP/fixed/1 the/DET/det/4 port/NOUN/obl/7",
        "According/VERB/prep/7 to/ADP/prep/1 the/DET/det/4 port/NOUN/pobj/2",
    ],
)
def test_quotes_according_to(according):
    doc = made(
        f"{according} ,/PUNCT/punct/7 trade/NOUN/nsubj/7 fell/VERB/root/0 ./PUNCT/punct/7",
        "According to the port, trade fell.",
    )
    quote = _only(find_quotes(doc))
    assert (quote.text, quote.speaker_label) == ("trade fell", "the port")


def test_quotes_source_that_ends_with_a_name_is_its_bearer():
    text = "An adviser, Ana Soto, said that trade fell."
    doc = made(
        "An/DET/det/2 adviser/NOUN/nsubj/7 ,/PUNCT/punct/4 Ana/PROPN/appos/2 Soto/PROPN/flat/4 "
        ",/PUNCT/punct/4 said/VERB/root/0 that/SCONJ/mark/10 trade/NOUN/nsubj/10 "
        "fell/VERB/ccomp/7 ./PUNCT/punct/7",
        text,
        lemmas={"said": "say"},
    )
    adviser = _actor(doc, "a1", "adviser", "person", "adviser")
    soto = _actor(doc, "a2", "Ana Soto", "person", "Ana Soto")
    assert _only(find_quotes(doc, actors=[adviser, soto])).speakers == ("a2",)


def test_quotes_report_after_a_comma_though_the_parser_takes_another_subject():
    text = "Rain fell for days, the bank said."
    doc = made(
        "Rain/NOUN/nsubj/8 fell/VERB/ccomp/8 for/ADP/case/4 days/NOUN/obl/2 ,/PUNCT/punct/8 "
        "the/DET/det/7 bank/NOUN/nsubj/8 said/VERB/root/0 ./PUNCT/punct/8",
        text,
        lemmas={"said": "say"},
    )
    quote = _only(find_quotes(doc))
    assert (quote.text, quote.speaker_label) == ("Rain fell for days", "the bank")


def test_quotes_clause_that_stands_alone_is_no_circumstance():
    text = "Rain fell for days, the bank said."
    tree = (
        "Rain/NOUN/nsubj/2 fell/VERB/advcl/8 for/ADP/case/4 days/NOUN/obl/2 ,/PUNCT/punct/8 "
        "the/DET/det/7 bank/NOUN/nsubj/8 said/VERB/root/0 ./PUNCT/punct/8"
    )
    doc = made(tree, text, lemmas={"said": "say"})
    doc[1].set_morph("VerbForm=Fin")
    assert _only(find_quotes(doc)).text == "Rain fell for days"
    doc[1].set_morph("VerbForm=Part")
    assert find_quotes(doc) == []


def test_quotes_statement_speaks_for_whom_it_names():
    text = "According to a statement by the port, trade fell."
    doc = made(
        "According/VERB/case/4 to/ADP/fixed/1 a/DET/det/4 statement/NOUN/obl/10 by/ADP/case/7 "
        "the/DET/det/7 port/NOUN/nmod/4 ,/PUNCT/punct/10 trade/NOUN/nsubj/10 fell/VERB/root/0 "
        "./PUNCT/punct/10",
        text,
    )
    port = _actor(doc, "a1", "port", "organization", "port")
    assert _only(find_quotes(doc, actors=[port])).speakers == ("a1",)


def test_quotes_participle_takes_the_source_of_the_report_before_it():
    doc = made(
        "He/PRON/nsubj/2 said/VERB/root/0 trade/NOUN/nsubj/4 grew/VERB/ccomp/2 ,/PUNCT/punct/6 "
        "calling/VERB/advcl/4 for/ADP/case/8 ports/NOUN/obl/6 ./PUNCT/punct/2",
        "He said trade grew, calling for ports.",
        lemmas={"said": "say", "calling": "call"},
    )
    said, called = find_quotes(doc)
    assert (said.text, called.text) == ("trade grew", "ports")
    assert (called.speaker_label, called.event) == ("He", "REQUEST")


def test_quotes_outlet_passes_on():
    text = "According to local media, Soto said trade fell."
    doc = made(
        "According/VERB/case/4 to/ADP/fixed/1 local/ADJ/amod/4 media/NOUN/obl/7 ,/PUNCT/punct/7 "
        "Soto/PROPN/nsubj/7 said/VERB/root/0 trade/NOUN/nsubj/9 fell/VERB/ccomp/7 ./PUNCT/punct/7",
        text,
        lemmas={"said": "say"},
    )
    actors = [
        _actor(doc, "a1", "local media", "organization", "local media"),
        _actor(doc, "a2", "Ana Soto", "person", "Soto"),
    ]
    quote = _only(find_quotes(doc, actors=actors))
    assert (quote.text, quote.speakers, quote.reported_by) == ("trade fell", ("a2",), ("a1",))


def test_quotes_scare_quotes_are_none():
    doc = made(
        'The/DET/det/5 "/PUNCT/punct/5 Silver/PROPN/compound/5 Night/PROPN/compound/5 '
        'film/NOUN/nsubj/7 "/PUNCT/punct/5 opened/VERB/root/0 ./PUNCT/punct/7',
        'The "Silver Night film" opened.',
        lemmas={"opened": "open"},
    )
    assert find_quotes(doc) == []


def test_quotes_needs_a_parse():
    with pytest.raises(AnnotationError, match="find_quotes"):
        find_quotes(spacy.blank("en")("Soto said so."))
    assert find_quotes(spacy.blank("en")("")) == []
