"""Docs built by hand: one token is `word/POS/label/head`, heads counted from 1, 0 for the root."""

import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab
"""A bare Vocab knows no lower-case forms and no letters."""


def made(annotated, text=None, lemmas=None):
    rows = [token.split("/") for token in annotated.split()]
    words = [row[0] for row in rows]
    heads = [int(row[3]) - 1 if row[3] != "0" else i for i, row in enumerate(rows)]
    return Doc(
        VOCAB,
        words=words,
        spaces=None if text is None else _spaces(words, text),
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=heads,
        lemmas=[(lemmas or {}).get(word, word.lower()) for word in words],
    )


def _spaces(words, text):
    spaces, at = [], 0
    for word in words:
        at = text.index(word, at) + len(word)
        spaces.append(text[at : at + 1] == " ")
    return spaces
