"""The cue words, read once from `lexicon.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from summitparse.lexicon import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["lemma_of", "words"]

VERB_LISTS = ("speech", "about", "bare", "left", "denial")
VOWELS = "aeiou"


@cache
def words(name: str) -> frozenset[str]:
    """One list of the lexicon.

    >>> "say" in words("speech")
    True
    """
    return words_of(Path(__file__).with_name("lexicon.toml"), name)


def lemma_of(token: Token) -> str:
    """A word's lemma: of the cue verbs from their forms, of others the model's."""
    lower = token.lower_
    return _forms().get(lower) or (token.lemma_ or lower).lower()


@cache
def _forms() -> dict[str, str]:
    """Every inflected form of the cue verbs; trained lemmatizers slip on rare ones."""
    verbs = sorted({verb for name in VERB_LISTS for verb in words(name)})
    table = {form: verb for verb in verbs for form in inflected(verb)}
    irregular = (pair.split() for pair in sorted(words("irregular")))
    table.update((form, verb) for form, verb in irregular)
    return table


def inflected(verb: str) -> Iterator[str]:
    """The regular forms of a verb.

    >>> list(inflected("deny"))
    ['deny', 'denies', 'denied', 'denying']
    """
    if verb.endswith("y") and verb[-2] not in VOWELS:
        yield from (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith("e"):
        yield from (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    else:
        stem = verb + verb[-1] if _doubles(verb) else verb
        yield from (verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"))
        yield from (stem + "ed", stem + "ing")


def _doubles(verb: str) -> bool:
    """Whether the last consonant is doubled: quip, quipped; admit is irregular in stress."""
    syllables = verb.replace("qu", "q")
    short = len(syllables) < 5 and syllables[-2] in VOWELS and syllables[-3] not in VOWELS
    return (short or verb in ("admit", "concur")) and verb[-1] in "bgmnprt"
