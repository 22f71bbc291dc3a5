"""The cue words, read once from `lexicon.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from summitparse.english.inflection import verb_forms
from summitparse.english.verbs import verbs
from summitparse.lexicon import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["lemma_of", "words"]

VERB_LISTS = ("about", "bare", "left", "denial")


@cache
def words(name: str) -> frozenset[str]:
    """One list of the lexicon.

    >>> "deny" in words("denial")
    True
    """
    return words_of(Path(__file__).with_name("lexicon.toml"), name)


def lemma_of(token: Token) -> str:
    """A word's lemma: of the cue verbs from their forms, of others the model's."""
    lower = token.lower_
    return _forms().get(lower) or (token.lemma_ or lower).lower()


@cache
def _forms() -> dict[str, str]:
    """Every form of the cue verbs; trained lemmatizers slip on rare ones."""
    cues = verbs("speech").union(*map(words, VERB_LISTS))
    return {form: verb for verb in sorted(cues) for form in verb_forms(verb)}
