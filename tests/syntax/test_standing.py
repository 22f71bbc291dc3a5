"""Whether a text says that something is so, over many frames and events."""

import pytest

from summitparse.syntax.days import tie_of
from summitparse.syntax.standing import standing

FRAMES = {
    "fact": [
        "Latvia {past} the pact with Chile on Monday.",
        "Latvia denied any haste and {past} the pact.",
        "Latvia, which had refused aid, {past} the pact.",
        "Latvia has {past} the pact, which could bring jobs.",
        "After talks that failed, both states {past} the pact.",
        "No state but Latvia {past} the pact.",
        "Latvia did not hesitate to {base} the pact.",
        "Officials said on Friday that Latvia {past} the pact.",
    ],
    "planned": [
        "Latvia will {base} the pact on Friday.",
        "Latvia is due to {base} the pact on Friday.",
        "Latvia is expected to {base} the pact.",
        "The ministry said that Latvia would {base} the pact on Friday.",
        "The two states are to {base} the pact.",
    ],
    "unreal": [
        "If Latvia and Chile {base} the pact, tariffs will fall.",
        "Had Latvia {past} the pact, tariffs would have fallen.",
        "Should Latvia {base} the pact, tariffs will fall.",
        "In case Latvia and Chile {base} the pact, tariffs will fall.",
        "Latvia backed out of {gerund} the pact.",
        "Latvia could {base} the pact.",
        "Latvia never {past} the pact.",
        "Nobody {past} the pact.",
        "Latvia refused to {base} the pact.",
        "Latvia failed to {base} the pact.",
        "Latvia hopes to {base} the pact.",
        "Latvia is ready to {base} the pact.",
        "Latvia stopped short of {gerund} the pact.",
        "Latvia denied on Friday that it had {past} the pact.",
        "Analysts doubt that Latvia {past} the pact.",
        "Reports that Latvia {past} the pact are false.",
        "Rumours say Latvia {past} the pact.",
        "Latvia nearly {past} the pact.",
        "Latvia was to have {past} the pact.",
        "Latvia had planned to {base} the pact.",
        "Chile urged Latvia to {base} the pact.",
        "Chile asked whether Latvia had {past} the pact.",
        "Latvia left without {gerund} the pact.",
    ],
}
VERBS = [("sign", "signed", "signing"), ("ratify", "ratified", "ratifying")]
OFF = {
    "cancelled": [
        "The {noun} in Riga was called off.",
        "Latvia scrapped the {noun} with Chile.",
        "Latvia pulled out of the {noun}.",
        "The {noun}, which was cancelled on Monday, had been long awaited.",
    ],
    "postponed": ["The {noun} was put off until May.", "Chile postponed the {noun} with Latvia."],
    "unreal": [
        "The {noun} did not take place.",
        "Chile called for a {noun} with Latvia.",
        "There is no {noun} with Latvia.",
    ],
    "fact": ["The {noun} in Riga lasted two days.", "Both held a {noun} in Riga."],
}


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
@pytest.mark.parametrize(
    ("said", "frame"), [(said, frame) for said, frames in FRAMES.items() for frame in frames]
)
def test_acts(nlp, said, frame, verb):
    base, past, gerund = verb
    doc = nlp(frame.format(base=base, past=past, gerund=gerund))
    (token,) = (token for token in doc if token.text in verb)
    assert standing(token) == said


@pytest.mark.parametrize("noun", ["summit", "meeting", "dinner"])
@pytest.mark.parametrize(
    ("said", "frame"), [(said, frame) for said, frames in OFF.items() for frame in frames]
)
def test_events(nlp, said, frame, noun):
    doc = nlp(frame.format(noun=noun))
    (token,) = (token for token in doc if token.text == noun)
    assert standing(token) == said


@pytest.mark.parametrize(
    ("text", "event", "time", "tie"),
    [
        ("Latvia signed a pact on Monday.", "signed", "Monday", "own"),
        ("Monday's meeting was long.", "meeting", "Monday", "own"),
        ("The ministers met on Monday and signed a pact.", "signed", "Monday", "beside"),
        ("Chile, which joined in 2011, signed a pact.", "signed", "2011", "none"),
        ("Chile ended the 2011 treaty.", "ended", "2011", "none"),
        ("Ozola said on Monday that Latvia signed a pact.", "signed", "Monday", "none"),
    ],
)
def test_days(nlp, text, event, time, tie):
    doc = nlp(text)
    words = {token.text: token for token in doc}
    assert tie_of(words[time], words[event]) == tie
