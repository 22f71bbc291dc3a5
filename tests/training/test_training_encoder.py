"""The encoder's recipe, tiny: it learns, goes on where it stopped, and is exported unchanged."""

import random
import sys
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch comes with the extra `training` only")
FOLDER = str(Path(__file__).parents[2] / "training")
SENTENCES = [
    "Kenya and Norway signed 2 treaties in Oslo .",
    "They met again .",
    "The minister said that talks would go on .",
    "No one had signed the papers before Monday .",
]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,’'"


@pytest.fixture(scope="module")
def encoder():
    """The package of training/, which is not installed."""
    sys.path.insert(0, FOLDER)
    import encoder.export
    import encoder.loop
    import encoder.plain
    import encoder.plan
    import encoder.syntax

    sys.path.remove(FOLDER)
    return encoder


@pytest.fixture(scope="module")
def tiny(encoder):
    """A task of four sentences and a small network."""
    from batches import Rows, numbered
    from encoder.inputs import by_length
    from encoder.pieces import ONWARD, SPECIAL, Pieces
    from encoder.reader import Form, Reader
    from encoder.syntax import Labels, Syntax
    from examples import Example
    from network import Sizes

    def example(sentence):
        forms = sentence.split()
        size = len(forms)
        made = Example(forms, ["", *[" "] * (size - 1)], ["NOUN "] * size, forms)
        made.heads, made.rels = [0] * size, ["root", *["dep"] * (size - 1)]
        made.starts, made.names = [i == 0 for i in range(size)], ["O"] * size
        return made

    examples = [example(sentence) for sentence in SENTENCES] * 4
    rows = Rows.of(examples)
    tags, lemmas, relations, names = map(len, rows.labels)

    class Tiny(Syntax):
        def __post_init__(self):
            self.vocabulary = Pieces([*SPECIAL, *LETTERS, *(ONWARD + c for c in LETTERS), "the"])

        def network(self):
            table = torch.randn(len(self.vocabulary.vocabulary), 48) * 0.1
            sizes = Sizes(0, tags, lemmas, relations, names, 5, 48, arc=24, relation=80, name=16)
            return Reader(table, sizes, self.form)

        def epoch(self, number, size):
            return by_length([numbered(e, rows) for e in examples], size, random.Random(number))

        def check(self, network):
            return {}

    return Tiny(Path(), Labels(rows, []), Form(layers=2, heads=4))


def test_training_encoder_learns(encoder, tiny, tmp_path):
    learner = encoder.loop.Learner(tiny, plan(encoder, 4000), tmp_path)
    lost = []
    for texts in learner.batches():
        parts, words = learner.step(texts)
        lost.append(sum(parts.values()) / words)
        if learner.place.seen >= 2000:
            break
    assert np.mean(lost[-5:]) < np.mean(lost[:5]) / 2


def test_training_encoder_goes_on_where_it_stopped(encoder, tiny, tmp_path):
    whole = encoder.loop.learn(tiny, plan(encoder, 900), tmp_path / "whole")
    encoder.loop.learn(tiny, plan(encoder, 900, until=400), tmp_path / "parts")
    parts = encoder.loop.learn(tiny, plan(encoder, 900), tmp_path / "parts")
    assert whole.keys() == parts.keys()
    assert all(torch.equal(whole[name], parts[name]) for name in whole)


def plan(encoder, words, until=None):
    return encoder.plan.Plan(words, until, rate=3e-3, rising=3, batch=60, processes=1, memory=0.9)


@pytest.fixture(scope="module")
def learnt(encoder, tiny):
    """A network, what is exported of it, texts, and what it says of their words."""
    from encoder.inputs import inputs

    torch.manual_seed(0)
    network = tiny.network().eval()
    for table in (network.encoder.gaps, network.encoder.shapes, network.encoder.corpora):
        torch.nn.init.normal_(table.weight, std=0.1)
    kept = encoder.export.exported(network.state_dict(), network.encoder.pieces, 0, 2)
    encoder.export.load(network, kept)
    forms = [sentence.split() for sentence in SENTENCES]
    x = inputs([(f, [0, *[1] * (len(f) - 1)]) for f in forms], [0] * len(forms), tiny.vocabulary)
    return network, kept, x, answers(network, x)


def answers(network, x):
    on = x.words[..., 0] > 0
    with torch.no_grad():
        local, starts = network.read(x)
        width = network.start.in_features
        state, known = local[..., :width], local[..., width:]
        arc_word, arc_head = network.arc.states(state, network.root)
        said = {
            "starts": starts,
            "tags": network.tags(state),
            "lemmas": network.lemmas(state, known),
            "names": network.names(state, torch.zeros(len(state), dtype=torch.long)),
            "arc_word": arc_word[..., :-1],
            "arc_head": arc_head[:, 1:],
        }
    return {name: value[on].numpy() for name, value in said.items()}


@pytest.fixture(scope="module")
def fed(encoder, tiny, learnt):
    """The same texts as the run-time feeds them."""
    from encoder.runtime import Forms, fed

    forms = Forms(tiny.vocabulary, encoder.plain.Plain(learnt[1], heads=4))
    texts = [sentence.split() for sentence in SENTENCES]
    ends = np.cumsum([len(text) for text in texts]).tolist()
    windows = list(zip([0, *ends[:-1]], ends, strict=True))
    gaps = np.array([0 if i == 0 else 1 for text in texts for i in range(len(text))])
    return fed(forms, forms.numbers([form for text in texts for form in text]), gaps, windows)


def test_training_encoder_in_numpy_says_the_same(encoder, learnt, fed):
    _, kept, _, wanted = learnt
    said = encoder.plain.Plain(kept, heads=4).read(fed)
    for name, value in wanted.items():
        np.testing.assert_allclose(said[name], value, atol=0.01, err_msg=name)


def test_training_encoder_in_onnxruntime_says_the_same(encoder, learnt, fed):
    pytest.importorskip("onnx", reason="only to try onnxruntime as the run-time")
    pytest.importorskip("onnxruntime", reason="only tried so far")
    from encoder.graph import Graph, said, session

    _, kept, _, wanted = learnt
    exact = said(session(Graph(kept, heads=4, whole=False).model()), fed)
    for name, value in wanted.items():
        np.testing.assert_allclose(exact[name], value, atol=0.01, err_msg=name)
    in_bytes = said(session(Graph(kept, heads=4).model()), fed)
    far = np.abs(in_bytes["tags"] - wanted["tags"]).mean()
    assert far < 0.1 * np.abs(wanted["tags"]).mean()


def test_training_encoder_tells_the_same(encoder, tiny, learnt, fed):
    from encoder.attribution import Attribution, Shape
    from encoder.runtime import Plain
    from encoder.teller import Teller, softmax
    from encoder.telling import below

    network, kept, x, _ = learnt
    torch.manual_seed(1)
    head = Attribution(network, tiny.form, Shape(base=1, own=1)).eval()
    both = kept | encoder.export.told(head.state_dict())
    load_told(head, encoder.export.floats(both))
    first, end = 3, 5
    with torch.no_grad():
        states = head.states(*below(network, x, 1), x)
        cues = head.cues(states)[x.words[..., 0] > 0]
        roles = head.roles(states, x.words, torch.tensor([[2, first, end]])).softmax(-1)
    plain = Plain(both, heads=4, base=1)
    said = plain.read(fed)
    np.testing.assert_allclose(said["cues"], cues, atol=0.01)
    start = sum(len(sentence.split()) for sentence in SENTENCES[:2])
    window = (start, start + len(SENTENCES[2].split()))
    told = Teller(plain).roles(said, window, np.array([[first, end]]))
    np.testing.assert_allclose(told, roles[:, : told.shape[1]], atol=0.01)
    np.testing.assert_allclose(softmax(said["cues"]).sum(axis=1), 1, rtol=1e-5)


def load_told(head, weights):
    from encoder.export import TOLD, is_matrix

    state = head.state_dict()
    for name, value in state.items():
        given = torch.from_numpy(weights[TOLD + name])
        value.copy_(given.T if is_matrix(name, value.ndim) else given)


@pytest.mark.parametrize(
    ("form", "pieces"),
    [("The", ["the"]), ("No.", ["n", "##o", "."]), ("ß", ["[UNK]"]), ("É", ["e"])],
)
def test_training_encoder_cuts_words(encoder, tiny, form, pieces):
    assert [tiny.vocabulary.vocabulary[row] for row in tiny.vocabulary.of(form)] == pieces
