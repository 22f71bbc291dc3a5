"""How a time hangs on an event, on Docs by hand in UD."""

import pytest

from handmade import made
from summitparse.syntax.days import tie_of

CASES = {
    "on its own verb": (
        "They/PRON/nsubj/2 signed/VERB/root/0 on/ADP/case/4 Monday/PROPN/obl/2",
        "Monday",
        "signed",
        "own",
    ),
    "on the verb of the event's noun": (
        "They/PRON/nsubj/2 held/VERB/root/0 talks/NOUN/obj/2 on/ADP/case/5 Monday/PROPN/obl/2",
        "Monday",
        "talks",
        "own",
    ),
    "on a verb with the same subject": (
        "They/PRON/nsubj/2 met/VERB/root/0 on/ADP/case/4 Monday/PROPN/obl/2 and/CCONJ/cc/6 "
        "signed/VERB/conj/2",
        "Monday",
        "signed",
        "beside",
    ),
    "on a verb with another subject": (
        "They/PRON/nsubj/2 met/VERB/root/0 on/ADP/case/4 Monday/PROPN/obl/2 and/CCONJ/cc/7 "
        "Peru/PROPN/nsubj/7 signed/VERB/conj/2",
        "Monday",
        "signed",
        "none",
    ),
    "in a clause inside": (
        "They/PRON/nsubj/2 agreed/VERB/root/0 to/PART/mark/4 meet/VERB/xcomp/2 on/ADP/case/6 "
        "Monday/PROPN/obl/4",
        "Monday",
        "agreed",
        "below",
    ),
    "in what is said": (
        "They/PRON/nsubj/2 said/VERB/root/0 Peru/PROPN/nsubj/4 left/VERB/ccomp/2 on/ADP/case/6 "
        "Monday/PROPN/obl/4",
        "Monday",
        "said",
        "none",
    ),
    "in a relative clause": (
        "They/PRON/nsubj/2 signed/VERB/root/0 what/PRON/obj/2 Peru/PROPN/nsubj/5 "
        "drew/VERB/acl:relcl/3 on/ADP/case/7 Monday/PROPN/obl/5",
        "Monday",
        "signed",
        "none",
    ),
    "naming a thing": (
        "They/PRON/nsubj/2 left/VERB/root/0 the/DET/det/5 1998/NUM/nummod/5 treaty/NOUN/obj/2",
        "1998",
        "left",
        "none",
    ),
    "when, at the same time": (
        "Peru/PROPN/nsubj/2 spoke/VERB/root/0 Monday/PROPN/obl:tmod/2 as/SCONJ/mark/6 "
        "they/PRON/nsubj/6 signed/VERB/advcl/2",
        "Monday",
        "signed",
        "beside",
    ),
}


@pytest.mark.parametrize(("sentence", "time", "event", "tie"), CASES.values(), ids=CASES)
def test_the_tie_of_a_time(sentence, time, event, tie):
    doc = made(sentence)
    tokens = {token.text: token for token in doc}
    assert tie_of(tokens[time], tokens[event]) == tie
