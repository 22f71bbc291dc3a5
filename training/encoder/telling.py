"""From the scores of attribution to attributions, as spans of characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from encoder.attribution import Attribution
from encoder.inputs import Inputs, inputs
from encoder.pieces import Pieces
from encoder.polnear import BEGIN, CONTENT, GO_ON, OUT, SOURCE, Spans, Told
from encoder.reader import Reader
from summitparse.model.network import Array

LEAST_CUE = 0.15
"""Probability under which no word is looked at as a cue."""
TEXTS = 16
"""Paragraphs read at a time."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on something is told; chosen on held-out training articles."""

    cue: float = 0.2
    whole: float = 0.4
    """Of the cue, times the mean of its content's words."""
    source: float = 0.3


@dataclass(slots=True)
class Guess:
    """A cue with its probability, and those of the words' roles."""

    told: Told
    first: int
    end: int
    cue: float
    roles: Array


def below(reader: Reader, x: Inputs, layers: int) -> tuple[torch.Tensor, torch.Tensor]:
    """The pieces' states after the shared layers, and what the words' forms say; nothing learns here."""
    with torch.no_grad():
        states = reader.encoder.upper(reader.encoder.embedded(x), x, 0, layers)
        return states, reader.words.known(x)


def guesses(
    reader: Reader, head: Attribution, texts: Sequence[Told], vocabulary: Pieces
) -> list[Guess]:
    """All that may be attributions in some paragraphs."""
    out: list[Guess] = []
    ordered = sorted((t for t in texts if t.forms), key=lambda t: len(t.forms))
    for k in range(0, len(ordered), TEXTS):
        out += guessed(reader, head, ordered[k : k + TEXTS], vocabulary)
    return out


def guessed(
    reader: Reader, head: Attribution, texts: Sequence[Told], vocabulary: Pieces
) -> list[Guess]:
    """The same for paragraphs of about one length."""
    x = inputs([(t.forms, t.gaps) for t in texts], [0] * len(texts), vocabulary)
    with torch.no_grad(), torch.autocast(x.pieces.device.type, dtype=torch.bfloat16):
        states = head.states(*below(reader, x, head.shape.base), x)
        tags = head.cues(states).float().softmax(-1).cpu().numpy()
        found = [
            (k, a, b) for k, told in enumerate(texts) for a, b in runs(tags[k, : len(told.forms)])
        ]
        if not found:
            return []
        roles = head.roles(states, x.words, torch.tensor(found)).float().softmax(-1).cpu().numpy()
    return [
        Guess(texts[k], a, b, float(tags[k, a, BEGIN]), own[: len(texts[k].forms)])
        for (k, a, b), own in zip(found, roles, strict=True)
    ]


def runs(tags: Array) -> Iterator[tuple[int, int]]:
    """The words that may be cues, from where one may begin to where it no longer goes on."""
    begins = tags[:, BEGIN] > np.maximum(LEAST_CUE, tags[:, GO_ON])
    for first in np.flatnonzero(begins):
        end = first + 1
        while end < len(tags) and not begins[end] and tags[end, GO_ON] > tags[end, OUT]:
            end += 1
        yield int(first), int(end)


def attribution(guess: Guess, at: Thresholds) -> dict[str, Spans] | None:
    """What a guess tells, if it is sure enough."""
    roles = guess.roles.copy()
    roles[guess.first : guess.end] = 0
    content = (roles[:, CONTENT] > 0.5).tolist()
    if guess.cue < at.cue or not any(content):
        return None
    if guess.cue * roles[content, CONTENT].mean() < at.whole:
        return None
    fill(content, guess.told.forms)
    source = best_run(roles[:, SOURCE], content, at.source)
    places = guess.told.places
    return {
        "source": spans(source, places),
        "cue": spans(list(range(guess.first, guess.end)), places),
        "content": spans([i for i, told in enumerate(content) if told], places),
    }


def fill(content: list[bool], forms: list[str]) -> None:
    """Take marks between words of the content, and beside them the quotation marks, as its own."""
    for i in range(1, len(content) - 1):
        if not any(c.isalnum() for c in forms[i]) and content[i - 1] and content[i + 1]:
            content[i] = True


def best_run(scores: Array, content: list[bool], least: float) -> list[int]:
    """The words after each other that are likeliest the source; none where no word is likely enough."""
    best: list[int] = []
    run: list[int] = []
    for i, score in enumerate([*scores.tolist(), 0.0]):
        if score > least and not content[i]:
            run.append(i)
        else:
            if sum(scores[run]) > sum(scores[best]):
                best = run
            run = []
    return best


def spans(words: list[int], places: list[tuple[int, int]]) -> Spans:
    """Words as spans of characters, those after each other as one."""
    out: Spans = []
    for i, before in zip(words, [-2, *words], strict=False):
        if i == before + 1:
            out[-1][1] = places[i][1]
        else:
            out.append(list(places[i]))
    return out


def by_article(found: Sequence[Guess], at: Thresholds) -> dict[str, list[dict[str, Any]]]:
    """The attributions of each article."""
    out: dict[str, list[dict[str, Any]]] = {}
    for guess in found:
        one = attribution(guess, at)
        if one is not None:
            out.setdefault(guess.told.article, []).append(one)
    return out
