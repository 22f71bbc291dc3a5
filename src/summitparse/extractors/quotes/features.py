"""What a candidate looks like, as named features for the weights learnt from PolNeAR."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitparse.english.verbs import verbs
from summitparse.extractors.quotes.candidate import Candidate
from summitparse.extractors.quotes.lexicon import lemma_of
from summitparse.syntax import auxiliaries_of, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summitparse.extractors.quotes.scene import Scene

__all__ = ["features"]

LENGTHS = (1, 2, 4, 8, 16, 32)
VERBAL = frozenset(("VERB", "AUX"))


def features(scene: Scene, found: Candidate) -> list[str]:
    """The features of a candidate, each `name=value`; every one counts once.

    They read words, lemmas, tags and the label that the cue hangs by, so weights learnt with one
    pipeline say less with another.
    """
    return sorted({*_cue(scene, found), *_source(found), *_content(scene, found)})


def _cue(scene: Scene, found: Candidate) -> Iterator[str]:
    cue, lemma, frame = found.cue, found.lemma, found.frame
    form = "".join((*cue.morph.get("VerbForm", []), *cue.morph.get("Tense", [])))
    speech = lemma in verbs("speech")
    yield from ("bias", f"lemma={lemma}", f"frame={frame}", f"lemma+frame={lemma}+{frame}")
    yield from (f"form={form}", f"form+frame={form}+{frame}", f"speech+frame={speech}+{frame}")
    yield from (f"dep={cue.dep_}", f"dep+frame={cue.dep_}+{frame}", f"lemma+form={lemma}+{form}")
    if cue.head.i != cue.i:
        yield f"head={cue.dep_}+{lemma_of(cue.head)}"
    yield from (f"aux={each.lower_}" for each in auxiliaries_of(cue))
    if is_negated(cue):
        yield from ("negated", f"negated+lemma={lemma}")
    if scene.paragraph[cue.i] == 0:
        yield "headline"
    start, end = scene.sentence(cue.i)
    if any(scene.inside[i] >= 0 for i in range(start, end)):
        yield from ("marks in sentence", f"marks in sentence+lemma={lemma}")
    if any(_reports(scene, i) for i in range(start, end) if i != cue.i):
        yield "another report"


def _reports(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    return token.pos_ == "VERB" and scene.inside[at] < 0 and lemma_of(token) in verbs("speech")


def _source(found: Candidate) -> Iterator[str]:
    head = found.head
    if head is None or found.source is None:
        yield from ("source=none", f"source=none+frame={found.frame}", f"source=none+{found.lemma}")
        return
    kind = _kind(head)
    yield from (f"source={kind}", f"source+frame={kind}+{found.frame}")
    if head.pos_ == "NOUN":
        yield from (
            f"source noun={lemma_of(head)}",
            f"source noun+lemma={lemma_of(head)}+{found.lemma}",
        )
    yield f"source side={'left' if head.i < found.cue.i else 'right'}+{found.frame}"
    yield f"source number={''.join(head.morph.get('Number', []))}"
    yield f"source length={_bucket(found.source[1] - found.source[0])}"
    yield f"own source={any(child.i == head.i for child in found.cue.children)}"


def _kind(head: Token) -> str:
    """Pronouns by their form, names by their entity, nouns as such."""
    if head.pos_ == "PRON":
        return head.lower_
    return head.ent_type_ or head.pos_


def _content(scene: Scene, found: Candidate) -> Iterator[str]:
    start, end = found.content[0]
    first = scene.doc[start]
    tokens = [scene.doc[i] for a, b in found.content for i in range(a, b)]
    marked = sum(scene.inside[token.i] >= 0 for token in tokens)
    share = "all" if marked == len(tokens) else "some" if marked else "none"
    verbal = any(token.pos_ in VERBAL for token in tokens)
    yield from (f"first={first.lower_}", f"first+frame={first.lower_}+{found.frame}")
    yield f"first tag={first.pos_}+{found.frame}"
    yield from (f"marks={share}", f"marks+frame={share}+{found.frame}")
    yield from (f"verbal={verbal}+{found.frame}", f"length={_bucket(len(tokens))}+{found.frame}")
    yield f"pieces={min(3, len(found.content))}"
    gap = start - found.cue_range[1] if start >= found.cue_range[1] else found.cue_range[0] - end
    yield f"gap={_bucket(max(0, gap))}+{found.frame}"
    yield f"to the end={end + 1 >= scene.sentence(found.cue.i)[1]}+{found.frame}"


def _bucket(size: int) -> int:
    return next((limit for limit in LENGTHS if size <= limit), LENGTHS[-1] * 2)
