"""The spaCy factory `summitparse_network`: the bundled network as a pipeline component."""

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from summitparse.model.annotate import Annotator

__all__ = ["make_network"]


@Language.factory(
    "summitparse_network",
    assigns=[
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.head",
        "token.dep",
        "token.is_sent_start",
        "doc.sents",
        "doc.ents",
    ],
)
def make_network(nlp: Language, name: str) -> "Annotator":
    """A component without weights; `from_disk` brings them."""
    from summitparse.model.annotate import Annotator

    return Annotator(nlp.vocab)
