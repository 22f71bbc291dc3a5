"""Attributions that the words show though the parse doesn't: Docs by hand with a parser's usual slips."""

import pytest

from handmade import made
from summitparse.extractors.quotes import find_quotes, weigh


@pytest.fixture(autouse=True)
def _lexicon_alone(monkeypatch):
    monkeypatch.setattr(weigh, "weights", dict)


SLIPS = {
    "the speech clause after what it reports has no subject": (
        "Rain/NOUN/nsubj/2 fell/VERB/root/0 ,/PUNCT/punct/5 a/DET/det/5 report/NOUN/parataxis/2 "
        "by/ADP/case/8 the/DET/det/8 bank/NOUN/nmod/5 says/VERB/parataxis/2 ./PUNCT/punct/2",
        ["Rain fell"],
        "a report by the bank",
    ),
    "its subject has an apposition": (
        "Rain/NOUN/nsubj/2 fell/VERB/root/0 ,/PUNCT/punct/5 the/DET/det/5 mayor/NOUN/obj/2 "
        ",/PUNCT/punct/7 Ana/PROPN/appos/5 Soto/PROPN/flat/7 ,/PUNCT/punct/7 said/VERB/advcl/2 "
        "./PUNCT/punct/2",
        ["Rain fell"],
        "the mayor, Ana Soto",
    ),
    "what follows the subject looks like what is said": (
        "Rain/NOUN/nsubj/2 fell/VERB/root/0 ,/PUNCT/punct/4 said/VERB/parataxis/2 the/DET/det/6 "
        "bank/NOUN/nsubj/4 ,/PUNCT/punct/8 fearing/VERB/ccomp/4 more/NOUN/obj/8 ./PUNCT/punct/2",
        ["Rain fell"],
        "the bank",
    ),
    "said one": (
        "Rain/NOUN/nsubj/2 fell/VERB/ccomp/4 ,/PUNCT/punct/2 said/VERB/root/0 one/NUM/obj/4 "
        "./PUNCT/punct/4",
        ["Rain fell"],
        "one",
    ),
    "a relative clause stands between source and verb": (
        "An/DET/det/2 aide/NOUN/root/0 who/PRON/nsubj/4 came/VERB/acl:relcl/2 said/VERB/xcomp/4 "
        "that/SCONJ/mark/8 rain/NOUN/nsubj/8 fell/VERB/ccomp/5 ./PUNCT/punct/2",
        ["that rain fell"],
        "An aide",
    ),
    "the parser takes the end of the relative clause for the source": (
        "Ana/PROPN/root/0 Soto/PROPN/flat/1 ,/PUNCT/punct/5 who/PRON/nsubj/5 "
        "came/VERB/acl:relcl/1 as/ADP/case/8 a/DET/det/8 guest/NOUN/obl/5 ,/PUNCT/punct/10 "
        "said/VERB/acl/8 that/SCONJ/mark/13 rain/NOUN/nsubj/13 fell/VERB/ccomp/10 ./PUNCT/punct/1",
        ["that rain fell"],
        "Ana Soto",
    ),
    "what was told looks like a relative clause": (
        "Soto/PROPN/nsubj/2 told/VERB/root/0 a/DET/det/4 forum/NOUN/iobj/2 they/PRON/nsubj/6 "
        "left/VERB/acl:relcl/4 ./PUNCT/punct/2",
        ["they left"],
        "Soto",
    ),
    "according to, amid a clause": (
        "It/PRON/nsubj/2 rained/VERB/root/0 ;/PUNCT/punct/11 Turku/PROPN/nsubj/11 and/CCONJ/cc/6 "
        "Oslo/PROPN/conj/4 ,/PUNCT/punct/10 according/VERB/case/10 to/ADP/fixed/8 "
        "Soto/PROPN/obl/12 had/AUX/aux/12 flooded/VERB/parataxis/2 ./PUNCT/punct/2",
        ["Turku and Oslo", "had flooded"],
        "Soto",
    ),
    "in her words": (
        "It/PRON/nsubj/2 was/AUX/root/0 ,/PUNCT/punct/6 in/ADP/case/6 her/PRON/nmod:poss/6 "
        'words/NOUN/obl/2 ,/PUNCT/punct/6 "/PUNCT/punct/10 a/DET/det/10 gift/NOUN/xcomp/2 '
        '"/PUNCT/punct/10 ./PUNCT/punct/2',
        ['"a gift"'],
        "her",
    ),
    "in the words of the mayor": (
        "It/PRON/nsubj/2 was/AUX/root/0 ,/PUNCT/punct/6 in/ADP/case/6 the/DET/det/6 "
        "words/NOUN/obl/2 of/ADP/case/9 the/DET/det/9 mayor/NOUN/nmod/6 ,/PUNCT/punct/6 "
        '"/PUNCT/punct/13 a/DET/det/13 gift/NOUN/xcomp/2 "/PUNCT/punct/13 ./PUNCT/punct/2',
        ['"a gift"'],
        "the mayor",
    ),
}


def _text(annotated):
    words = [token.split("/")[0] for token in annotated.split()]
    text = ""
    opened = False
    for word in words:
        closes = word in (",", ".", ";") or (word == '"' and opened)
        text += word if closes or text.endswith(' "') or not text else f" {word}"
        opened = opened != (word == '"')
    return text


@pytest.mark.parametrize("name", SLIPS)
def test_quotes_found_by_the_words(name):
    annotated, content, source = SLIPS[name]
    [quote] = find_quotes(made(annotated, _text(annotated), {"said": "say", "told": "tell"}))
    assert [span.text for span in quote.content] == content
    assert [span.text for span in quote.source] == [source]


NOTHING = {
    "asked not to be named": (
        "asked/VERB/root/0 not/PART/advmod/6 to/PART/mark/6 be/AUX/aux:pass/6 named/VERB/xcomp/2"
    ),
    "declined to comment": "declined/VERB/root/0 to/PART/mark/4 comment/VERB/xcomp/2",
    "spoke on condition": (
        "spoke/VERB/root/0 on/ADP/case/4 condition/NOUN/obl/2 of/ADP/case/6 anonymity/NOUN/nmod/4"
    ),
}


@pytest.mark.parametrize("name", NOTHING)
def test_quotes_how_somebody_spoke_is_nothing_said(name, monkeypatch):
    monkeypatch.setattr(weigh, "by_lexicon", lambda _: 1.0)
    assert not find_quotes(made(f"Soto/PROPN/nsubj/2 {NOTHING[name]} ./PUNCT/punct/2"))


def test_quotes_a_circumstance_is_not_what_is_said():
    doc = made(
        "When/ADV/advmod/3 talks/NOUN/nsubj/3 ended/VERB/advcl/7 ,/PUNCT/punct/3 the/DET/det/6 "
        "envoy/NOUN/nsubj/7 spoke/VERB/root/0 ./PUNCT/punct/7"
    )
    assert not find_quotes(doc)
