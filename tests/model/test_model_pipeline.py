"""The bundled pipeline on sentences made up for these tests."""

import pytest

from summitparse.model import load_pipeline, meta

TALKS = (
    "Foreign ministers from Kenya and Norway met in Nairobi on Tuesday. They agreed to expand trade. "
    "“The talks were useful,” the minister said. No date was set."
)


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def relation(doc, dep):
    return [(t.text, t.head.text) for t in doc if t.dep_ == dep]


def described(doc):
    tokens = [(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i) for t in doc]
    return tokens, [s.text for s in doc.sents], [(e.text, e.label_) for e in doc.ents]


def test_model_is_small():
    from pathlib import Path

    import summitparse.model

    files = Path(summitparse.model.__file__).parent.rglob("*")
    assert sum(f.stat().st_size for f in files if f.is_file()) < 15_000_000


def test_model_meta_names_licence_and_sources():
    assert meta()["license"] == "CC BY-SA 4.0"
    assert {"UD English GUM", "wikigold"} <= {s["name"].split(" (")[0] for s in meta()["sources"]}


def test_model_labels_are_universal_dependencies(nlp):
    labels = set(nlp.get_pipe("summitparse_network").labels)
    assert {"nsubj", "nsubj:pass", "obl", "nmod:poss", "obl:agent", "acl:relcl"} <= labels
    assert not {"dobj", "pobj", "nsubjpass"} & labels
    assert labels >= {"PERSON", "ORG", "LOC"}


def test_model_splits_sentences(nlp):
    sentences = [s.text.strip() for s in nlp(TALKS).sents]
    assert len(sentences) == 4
    assert sentences[2].startswith("“The talks")


def test_model_parses_subject_verb_object(nlp):
    doc = nlp("The minister signed the agreement.")
    assert relation(doc, "nsubj") == [("minister", "signed")]
    assert relation(doc, "obj") == [("agreement", "signed")]
    assert [t.text for t in doc if t.dep_.lower() == "root"] == ["signed"]


def test_model_parses_passive_with_agent(nlp):
    doc = nlp("The treaty was signed by the president.")
    assert relation(doc, "nsubj:pass") == [("treaty", "signed")]
    assert relation(doc, "obl:agent") == [("president", "signed")]


def test_model_gives_lemma_and_morphology(nlp):
    doc = nlp("The leaders met their counterparts.")
    assert [t.lemma_ for t in doc][:3] == ["the", "leader", "meet"]
    assert doc[1].morph.get("Number") == ["Plur"]
    assert doc[2].morph.get("Tense") == ["Past"]


def test_model_keeps_items_of_a_list_together(nlp):
    doc = nlp(
        "They agreed to expand cooperation in energy, tourism and people-to-people exchanges."
    )
    energy = next(t for t in doc if t.text == "energy")
    assert {"tourism", "exchanges"} <= {t.text for t in energy.conjuncts}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Foreign Minister Amina Odhiambo arrived in Lagos.", "Amina Odhiambo", "PERSON"),
        ("President Chen Weimin spoke to reporters.", "Chen Weimin", "PERSON"),
        ("Spokesperson Park Ji-hoon declined to comment.", "Park Ji-hoon", "PERSON"),
        ("The delegation left for Kazakhstan on Friday.", "Kazakhstan", "LOC"),
        ("CAIRO, May 3 — Talks resumed on Monday.", "CAIRO", "LOC"),
        ("The World Bank approved the loan.", "World Bank", "ORG"),
    ],
)
def test_model_finds_name(nlp, text, name, label):
    assert (name, label) in [(e.text, e.label_) for e in nlp(text).ents]


def test_model_keeps_text_unchanged(nlp):
    for text in (TALKS, "  odd \n\n spacing\there ", "", "\n", "…“”–—€£"):
        assert nlp(text).text == text


def test_model_same_alone_and_in_batch(nlp):
    texts = [TALKS, "Hello.", "Beijing and Moscow signed nothing.", TALKS.upper()]
    alone = [described(nlp(t)) for t in texts]
    assert [described(d) for d in nlp.pipe(texts)] == alone


def test_model_loads_without_components():
    nlp = load_pipeline(exclude=["summitparse_paragraphs"])
    assert nlp.pipe_names == ["summitparse_network"]
    assert nlp("It works.").has_annotation("DEP")
