"""The network that learns, in PyTorch, against the one that reads, in numpy: they give the same scores."""

import random
import sys
from pathlib import Path

import numpy as np
import pytest

from summitparse.model.network import Network as Reader

torch = pytest.importorskip("torch", reason="PyTorch comes with the extra `training` only")
FOLDER = str(Path(__file__).parents[2] / "training")
FORMS = "Kenya and Norway signed 2 treaties in Oslo . They met again .".split()
STARTS = [i in (0, 9) for i in range(len(FORMS))]
GUM, PUD = 0, 2


@pytest.fixture(scope="module")
def training():
    """The modules of training/, which is no package."""
    sys.path.insert(0, FOLDER)
    import batches
    import examples
    import network

    sys.path.remove(FOLDER)
    return examples, batches, network


@pytest.fixture(scope="module")
def learner(training):
    examples, batches, network = training
    torch.manual_seed(0)
    random.seed(0)
    size = len(FORMS)
    example = examples.Example(FORMS, ["", *[" "] * (size - 1)], ["NOUN "] * size, FORMS)
    example.heads, example.rels, example.starts = [0] * size, ["dep"] * size, STARTS
    rows = batches.Rows.of([example] * 4)
    sizes = network.Sizes(len(rows.words), 7, 5, 6, 13, len(batches.CORPORA), width=48, arc=16)
    learner = network.Network(sizes).eval()
    for table in (learner.embed.corpus, learner.name_corpus):
        torch.nn.init.normal_(table.weight)
    for layer in learner.far:
        torch.nn.init.normal_(layer.distance)
    return learner, batches.numbered(example, rows), rows


def test_training_network_scores_as_the_one_that_reads(training, learner):
    _, batches, network = training
    net, text, rows = learner
    b, s = batches.batch([text], rows), batches.sentences([text], [STARTS])
    with torch.no_grad():
        local, starts = net.local(b)
        deep, near = net.deep(local, s.places, s.mask)
        pud = torch.full_like(s.corpora, PUD)
        names, arcs = net.names(deep, pud), net.arcs(deep)
        lemmas = net.lemmas(deep, near).argmax(-1)
        relations = net.relations(deep, torch.zeros(deep.shape[:2], dtype=torch.long)).argmax(-1)
    reader = Reader(network.weights(net.state_dict(), GUM, PUD), rows.words)
    own_local, own_starts = reader.local(text.forms, text.gaps, [(0, len(FORMS))])
    scores = reader.read(own_local, [(0, 9), (9, 13)])
    np.testing.assert_allclose(
        own_starts, starts[0], atol=0.01
    )  # shipped weights are half precision
    np.testing.assert_allclose(scores.names[:9], names[0, :9], atol=0.01)
    np.testing.assert_allclose(scores.names[9:], names[1, :4], atol=0.01)
    others = ~np.eye(4, 5, k=1, dtype=bool)
    np.testing.assert_allclose(scores.arcs[1][others], arcs[1, :4, :5].numpy()[others], atol=0.01)
    assert scores.lemmas.tolist() == [*lemmas[0, :9].tolist(), *lemmas[1, :4].tolist()]
    roots = np.full(len(FORMS), -1)
    read = reader.relations(scores.states, roots[:, None])[:, 0].argmax(axis=1).tolist()
    assert read == [*relations[0, :9].tolist(), *relations[1, :4].tolist()]


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("Treaties", "treaty", "1 3 y"),
        ("was", "be", "1 3 be"),
        ("Oslo", "Oslo", "0 0 "),
        ("NATO’s", "NATO", "0 2 "),
    ],
)
def test_training_lemma_rule_makes_the_lemma(training, form, lemma, rule):
    from summitparse.model.annotate import lemma as applied

    assert training[1].lemma_rule(form, lemma) == rule
    assert applied(form, rule) == lemma


def test_training_example_leaves_out_what_the_tokenizer_cuts_otherwise(training):
    examples, _, _ = training
    sys.path.insert(0, FOLDER)
    from conllu import Paragraph, Word
    from package import blank

    sys.path.remove(FOLDER)
    words = [Word("don", 0, upos="AUX", head=1, rel="aux"), Word("'t", 3, head=0, rel="x")]
    words.append(Word("go", 6, upos="VERB", head=2, rel="root"))
    found = examples.example(blank(), Paragraph("don't go", words, [0]))
    assert found.forms == ["do", "n't", "go"]
    assert found.tags == ["", "", "VERB "]
    assert found.heads == [-1, -1, 2]
