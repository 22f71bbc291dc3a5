"""The pipelines that can be trained: what they are made of, and how wide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from tokenizer import adapt


@dataclass(frozen=True, slots=True)
class Encoder:
    """Hash embeddings of a token's form and its parts, and a convolution over the neighbours."""

    width: int
    depth: int
    rows: tuple[int, ...]
    attrs: tuple[str, ...] = ("NORM", "PREFIX", "SUFFIX", "SHAPE")
    window: int = 1
    pieces: int = 3

    def config(self) -> dict[str, Any]:
        """The encoder as spaCy's configuration."""
        return {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": self.width,
                "attrs": list(self.attrs),
                "rows": list(self.rows),
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": self.width,
                "depth": self.depth,
                "window_size": self.window,
                "maxout_pieces": self.pieces,
            },
        }


def listener(encoder: Encoder) -> dict[str, Any]:
    """A component's ear on the shared encoder."""
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": encoder.width, "upstream": "*"}


def transitions(kind: str, tok2vec: dict[str, Any], hidden: int) -> dict[str, Any]:
    """A transition model (``parser`` or ``ner``)."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def blank() -> Language:
    """An empty English pipeline with our tokenizer."""
    nlp = spacy.blank("en")
    adapt(nlp)
    return nlp


def syntax(encoder: Encoder, *, hidden: int = 64) -> Language:
    """Tags, morphology, lemmas and parse over one shared encoder."""
    nlp = blank()
    nlp.add_pipe("tok2vec", config={"model": encoder.config()})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener(encoder)}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagger, "min_tree_freq": 3, "top_k": 1})
    model = transitions("parser", listener(encoder), hidden)
    nlp.add_pipe(
        "parser", config={"min_action_freq": 10, "update_with_oracle_cut_size": 0, "model": model}
    )
    return nlp


def names(encoder: Encoder, *, hidden: int = 64) -> Language:
    """Entities with an encoder of their own."""
    nlp = blank()
    nlp.add_pipe("ner", config={"model": transitions("ner", encoder.config(), hidden)})
    return nlp
