"""The steps from a cue to an attribution, one module after the other, on Docs built by hand."""

import pytest

from handmade import made
from summitparse.extractors.quotes import (
    clause,
    gather,
    labelled,
    leftward,
    nouns,
    relay,
    rightward,
    select,
    source,
    speakers,
    verbal,
    verbs,
    weigh,
)
from summitparse.extractors.quotes.build import _event, _form
from summitparse.extractors.quotes.candidate import Candidate
from summitparse.extractors.quotes.features import features
from summitparse.extractors.quotes.scene import lay_out
from summitparse.mentions import MentionIndex
from summitparse.models import Actor, Span
from summitparse.view import TextView

SAID_AND_ADDING = (
    "Soto/PROPN/nsubj/2 said/VERB/root/0 that/SCONJ/mark/5 rain/NOUN/nsubj/5 fell/VERB/ccomp/2 "
    ",/PUNCT/punct/7 adding/VERB/advcl/2 that/SCONJ/mark/10 roads/NOUN/nsubj/10 "
    "closed/VERB/ccomp/7 ./PUNCT/punct/2"
)
FELL_SAID = (
    "Rain/NOUN/nsubj/2 fell/VERB/ccomp/6 ,/PUNCT/punct/6 the/DET/det/5 bank/NOUN/nsubj/6 "
    "said/VERB/root/0 ./PUNCT/punct/6"
)
QUOTED_SAID = (
    '"/PUNCT/punct/3 Rain/NOUN/nsubj/3 fell/VERB/ccomp/7 ,/PUNCT/punct/3 "/PUNCT/punct/3 '
    "Soto/PROPN/nsubj/7 said/VERB/root/0 ./PUNCT/punct/7"
)
ANNOUNCED = (
    'Soto/PROPN/nsubj/2 said/VERB/root/0 :/PUNCT/punct/2 "/PUNCT/punct/6 Rain/NOUN/nsubj/6 '
    'fell/VERB/ccomp/2 ./PUNCT/punct/6 "/PUNCT/punct/6'
)
NAMED = (
    'Soto/PROPN/root/0 :/PUNCT/punct/1 "/PUNCT/punct/5 Rain/NOUN/nsubj/5 fell/VERB/acl/1 '
    './PUNCT/punct/5 "/PUNCT/punct/5'
)


def scene_of(annotated, text=None, lemmas=None):
    return lay_out(TextView.of(made(annotated, text, lemmas)))


def cue_of(scene, word):
    return next(token for token in scene.doc if token.text == word)


def words_of(scene, piece):
    return scene.doc[slice(*piece)].text


def contents(scene, found):
    return None if found is None else [words_of(scene, piece) for piece in found.content]


# ---------------------------------------------------------------- scene, clause


def test_a_sentence_ends_at_a_stop_and_not_inside_a_quotation():
    text = '"Rain fell. Roads closed," Soto said. Snow fell.'
    scene = scene_of(
        '"/PUNCT/punct/3 Rain/NOUN/nsubj/3 fell/VERB/root/0 ./PUNCT/punct/3 Roads/NOUN/nsubj/6 '
        'closed/VERB/ccomp/10 ,/PUNCT/punct/10 "/PUNCT/punct/10 Soto/PROPN/nsubj/10 '
        "said/VERB/root/0 ./PUNCT/punct/10 Snow/NOUN/nsubj/13 fell/VERB/root/0 ./PUNCT/punct/13",
        text,
    )
    assert [words_of(scene, each) for each in scene.sentences] == [text[:37], "Snow fell."]


def test_content_ends_where_a_participle_goes_on_with_the_report():
    scene = scene_of(SAID_AND_ADDING)
    end = clause.clause_end(scene, cue_of(scene, "said"), 2)
    assert words_of(scene, clause.stripped(scene, (2, end))) == "that rain fell"


def test_a_participle_goes_on_with_the_report_wherever_the_parser_hangs_it():
    scene = scene_of(SAID_AND_ADDING.replace("adding/VERB/advcl/2", "adding/VERB/dep/5"))
    assert scene.doc[clause.clause_end(scene, cue_of(scene, "said"), 2)].text == "adding"


def test_a_piece_grows_over_the_quotation_that_it_cuts_but_not_over_its_cue():
    scene = scene_of(QUOTED_SAID, '"Rain fell," Soto said.')
    assert clause.with_marks(scene, (1, 3), None) == (0, 5)
    assert clause.with_marks(scene, (1, 3), (2, 3)) == (1, 3)


def test_the_speech_clause_begins_behind_the_clause_that_it_reports():
    scene = scene_of(FELL_SAID)
    assert clause.left_edge(scene, cue_of(scene, "said")) == 3


# ---------------------------------------------------------------- to the left, to the right


def test_a_clause_before_the_speech_clause():
    scene = scene_of(FELL_SAID)
    assert contents(scene, leftward.clause_left(scene, cue_of(scene, "said"))) == ["Rain fell"]


def test_a_circumstance_before_the_speech_clause_is_not_what_is_said():
    scene = scene_of(
        "When/SCONJ/mark/3 rain/NOUN/nsubj/3 fell/VERB/advcl/6 ,/PUNCT/punct/6 Soto/PROPN/nsubj/6 "
        "spoke/VERB/root/0 ./PUNCT/punct/6",
        lemmas={"spoke": "speak"},
    )
    assert leftward.clause_left(scene, cue_of(scene, "spoke")) is None


def test_a_clause_before_another_verb_is_not_what_is_said():
    scene = scene_of(FELL_SAID.replace("said", "hummed"))
    assert leftward.clause_left(scene, cue_of(scene, "hummed")) is None


def test_a_quotation_before_the_speech_clause():
    scene = scene_of(QUOTED_SAID, '"Rain fell," Soto said.')
    found = leftward.quotation_left(scene, cue_of(scene, "said"))
    assert (contents(scene, found), found.head.text) == (['"Rain fell,"'], "Soto")


def test_a_quotation_that_a_verb_announces():
    scene = scene_of(ANNOUNCED, 'Soto said: "Rain fell."')
    found = rightward.quotation_after(scene, cue_of(scene, "said"))
    assert contents(scene, found) == ['"Rain fell."']


def test_a_clause_with_that():
    scene = scene_of(SAID_AND_ADDING)
    found = rightward.clause_after(scene, cue_of(scene, "said"))
    assert (found.frame, contents(scene, found)) == ("clause", ["that rain fell"])


BARE = "Soto/PROPN/nsubj/2 {}/VERB/root/0 rain/NOUN/nsubj/4 fell/VERB/dep/2 ./PUNCT/punct/2"


@pytest.mark.parametrize(("verb", "said"), [("said", ["rain fell"]), ("offered", None)])
def test_a_clause_without_that_needs_a_verb_that_takes_one(verb, said):
    doc = made(BARE.format(verb), lemmas={"offered": "offer"})
    for at in (1, 3):
        doc[at].set_morph("VerbForm=Fin|Tense=Past")
    scene = lay_out(TextView.of(doc))
    assert contents(scene, rightward.bare_clause(scene, scene.doc[1])) == said


def test_a_clause_right_after_who_is_told():
    scene = scene_of(
        "Soto/PROPN/nsubj/2 told/VERB/root/0 a/DET/det/4 forum/NOUN/iobj/2 they/PRON/nsubj/6 "
        "left/VERB/acl:relcl/4 ./PUNCT/punct/2"
    )
    assert contents(scene, rightward.told_clause(scene, cue_of(scene, "told"))) == ["they left"]


def test_what_a_preposition_leads_to():
    scene = scene_of(
        "Soto/PROPN/nsubj/2 called/VERB/root/0 for/ADP/case/4 calm/NOUN/obl/2 ./PUNCT/punct/2",
        lemmas={"called": "call"},
    )
    found = rightward.complement_after(scene, cue_of(scene, "called"))
    assert (found.frame, contents(scene, found)) == ("for", ["calm"])
    assert words_of(scene, found.cue_range) == "called for"


def test_the_likeliest_reading_alone_and_none_of_a_question_before_the_answer():
    scene = scene_of(SAID_AND_ADDING)
    assert [each.frame for each in verbs.verb_candidates(scene, cue_of(scene, "said"))] == [
        "clause"
    ]
    asked = scene_of(
        "Asked/VERB/advcl/6 whether/SCONJ/mark/4 rain/NOUN/nsubj/4 fell/VERB/ccomp/1 "
        "Soto/PROPN/nsubj/6 left/VERB/root/0 ./PUNCT/punct/6"
    )
    assert verbs.verb_candidates(asked, asked.doc[0]) == []


def test_nothing_is_said_by_a_pronoun_alone():
    scene = scene_of("Soto/PROPN/nsubj/2 denied/VERB/root/0 this/PRON/obj/2 ./PUNCT/punct/2")
    assert verbal.made(scene, scene.doc[1], "object", [(2, 3)]) is None


# ---------------------------------------------------------------- other cues


def test_a_noun_of_speech_has_its_owner_for_a_source():
    scene = scene_of(
        "Soto/PROPN/nmod:poss/3 's/PART/case/1 claim/NOUN/nsubj/7 that/SCONJ/mark/6 rain/NOUN/nsubj/6 "
        "fell/VERB/acl/3 spread/VERB/root/0 ./PUNCT/punct/7",
        "Soto's claim that rain fell spread.",
    )
    [found] = nouns.noun_candidates(scene, cue_of(scene, "claim"))
    assert (found.frame, found.head.text, contents(scene, found)) == (
        "noun that",
        "Soto",
        ["that rain fell"],
    )


def test_an_adjective_has_its_subject_for_a_source():
    scene = scene_of(
        "Soto/PROPN/nsubj/3 is/AUX/cop/3 sure/ADJ/root/0 that/SCONJ/mark/6 rain/NOUN/nsubj/6 "
        "fell/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    [found] = nouns.adjective_candidates(scene, cue_of(scene, "sure"))
    assert (found.frame, found.head.text) == ("adjective", "Soto")
    assert contents(scene, found) == ["that rain fell"]


def test_a_name_and_a_colon():
    scene = scene_of(NAMED, 'Soto: "Rain fell."')
    [found] = labelled.named_beside(scene, cue_of(scene, ":"))
    assert (words_of(scene, found.source), contents(scene, found)) == ("Soto", ['"Rain fell."'])


def test_words_with_a_verb_are_no_name_before_a_colon():
    scene = scene_of(ANNOUNCED, 'Soto said: "Rain fell."')
    assert list(labelled.named_beside(scene, cue_of(scene, ":"))) == []


def test_a_verb_of_speech_goes_before_the_colon_beside_it():
    scene = scene_of(ANNOUNCED, 'Soto said: "Rain fell."')
    by_verb = rightward.quotation_after(scene, cue_of(scene, "said"))
    by_colon = Candidate(scene.doc[2], (2, 3), "colon", list(by_verb.content), scene.doc[0], (0, 1))
    assert labelled.without_doubles([by_verb, by_colon]) == [by_verb]


def test_according_to_takes_the_clause_around_it():
    scene = scene_of(
        "Rain/NOUN/nsubj/2 fell/VERB/root/0 ,/PUNCT/punct/2 according/VERB/case/7 to/ADP/fixed/4 "
        "the/DET/det/7 bank/NOUN/obl/2 ./PUNCT/punct/2"
    )
    [found] = [each for each in gather.gather(scene) if each.cue.text == "according"]
    assert (words_of(scene, found.source), contents(scene, found)) == ("the bank", ["Rain fell"])


# ---------------------------------------------------------------- sources


def test_the_agent_of_a_passive_says_it():
    scene = scene_of(
        "Calm/NOUN/nsubj:pass/3 was/AUX/aux:pass/3 urged/VERB/root/0 by/ADP/case/6 the/DET/det/6 "
        "bank/NOUN/obl:agent/3 ./PUNCT/punct/3"
    )
    head, phrase = source.source_of(scene, scene.doc[2], [(0, 1)])
    assert (head.text, words_of(scene, phrase)) == ("bank", "the bank")


def test_the_source_of_a_passive_without_agent_is_nobody():
    scene = scene_of("Calm/NOUN/nsubj:pass/3 was/AUX/aux:pass/3 urged/VERB/root/0 ./PUNCT/punct/3")
    assert source.source_of(scene, scene.doc[2], [(0, 1)]) == (None, None)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the/DET/det/2 mayor/NOUN/root/0 of/ADP/case/4 Turku/PROPN/nmod/2", "mayor"),
        ("Peru/PROPN/nmod:poss/3 's/PART/case/1 envoy/NOUN/root/0", "envoy"),
        ("Soto/PROPN/root/0 and/CCONJ/cc/3 Lehto/PROPN/conj/1", "Soto"),
        ("an/DET/det/2 aide/NOUN/root/0 who/PRON/nsubj/4 left/VERB/acl:relcl/2", "aide"),
    ],
)
def test_the_head_of_a_source_phrase(phrase, head):
    scene = scene_of(phrase)
    assert source.head_of(scene, (0, len(scene.doc))).text == head


def test_the_phrase_of_a_source_holds_its_apposition_and_no_content():
    scene = scene_of(
        "The/DET/det/2 mayor/NOUN/nsubj/7 ,/PUNCT/punct/4 Ana/PROPN/appos/2 Soto/PROPN/flat/4 "
        ",/PUNCT/punct/4 spoke/VERB/root/0 ./PUNCT/punct/7"
    )
    assert words_of(scene, source.phrase_of(scene, scene.doc[1])) == "The mayor , Ana Soto"
    assert words_of(scene, source.phrase_of(scene, scene.doc[1], [(3, 5)])) == "The mayor"


# ---------------------------------------------------------------- who means whom


def _actor(number, name, text, kind="person"):
    start = text.index(name)
    return Actor(
        id=f"a{number}",
        name=name,
        type=kind,
        mentions=(Span.of(text, start, start + len(name)),),
    )


def test_a_document_speaks_for_whom_its_phrase_names():
    scene = scene_of(
        "A/DET/det/2 statement/NOUN/nsubj/6 by/ADP/case/5 the/DET/det/5 Bank/PROPN/nmod/2 "
        "said/VERB/root/0 so/ADV/advmod/6 ./PUNCT/punct/6"
    )
    bank = _actor(1, "Bank", scene.text, "organization")
    index = MentionIndex([bank])
    assert speakers.actors_of(scene, index, scene.doc[1], (0, 5)) == [bank]
    assert speakers.actors_of(scene, index, scene.doc[0], (0, 1)) == []


def test_a_relative_pronoun_stands_for_the_noun_before_it():
    scene = scene_of(
        "Soto/PROPN/nsubj/6 who/PRON/nsubj/3 said/VERB/acl:relcl/1 so/ADV/advmod/3 then/ADV/advmod/6 "
        "left/VERB/root/0 ./PUNCT/punct/6"
    )
    soto = _actor(1, "Soto", scene.text)
    found = Candidate(scene.doc[2], (2, 3), "clause", [(3, 4)], scene.doc[1], (1, 2))
    assert speakers.speakers_of(scene, MentionIndex([soto]), found) == [soto]


def test_an_outlet_is_known_by_its_noun_or_by_what_it_does():
    scene = scene_of(
        "The/DET/det/2 newspaper/NOUN/nsubj/3 wrote/VERB/root/0 ;/PUNCT/punct/6 Lumen/PROPN/nsubj/6 "
        "reported/VERB/conj/3 rain/NOUN/obj/6 ./PUNCT/punct/3",
        lemmas={"reported": "report"},
    )
    lumen = _actor(1, "Lumen", scene.text, "organization")
    paper = Candidate(scene.doc[2], (2, 3), "clause", [(6, 7)], scene.doc[1], (0, 2))
    named = Candidate(scene.doc[5], (5, 6), "object", [(6, 7)], scene.doc[4], (4, 5))
    assert speakers.is_outlet(scene, paper, [])
    assert speakers.is_outlet(scene, named, [lumen])
    assert not speakers.is_outlet(scene, named, [])


def test_words_of_a_source_that_names_nobody_are_its_label():
    scene = scene_of(FELL_SAID)
    found = Candidate(scene.doc[5], (5, 6), "left", [(0, 2)], scene.doc[4], (3, 5))
    assert speakers.label_of(scene, found, []) == "the bank"


# ---------------------------------------------------------------- many candidates

NESTED = (
    "Lumen/PROPN/nsubj/2 reported/VERB/root/0 that/SCONJ/mark/5 Soto/PROPN/nsubj/5 said/VERB/ccomp/2 "
    "rain/NOUN/nsubj/7 fell/VERB/ccomp/5 ./PUNCT/punct/2"
)


def _nested(scene):
    outer = Candidate(scene.doc[1], (1, 2), "clause", [(2, 7)], scene.doc[0], (0, 1))
    inner = Candidate(scene.doc[4], (4, 5), "clause", [(5, 7)], scene.doc[3], (3, 4))
    return outer, inner


def test_of_nested_attributions_the_outermost_is_kept():
    scene = scene_of(NESTED)
    outer, inner = _nested(scene)
    assert select.outermost(scene, [inner, outer]) == [outer]


def test_an_outlet_passes_on_what_is_most_of_its_content():
    scene = scene_of(NESTED)
    outer, inner = _nested(scene)
    kept, via = relay.relayed([outer, inner], lambda each: each is outer)
    assert (kept, via) == ([inner], {inner: [outer]})


def test_an_outlet_whose_report_is_mostly_its_own_is_kept():
    scene = scene_of(NESTED)
    outer, inner = _nested(scene)
    inner.content, inner.cue_range, inner.source = [(5, 6)], (4, 5), None
    kept, via = relay.relayed([outer, inner], lambda each: each is outer)
    assert (kept, via) == ([outer, inner], {})


def test_a_verb_behind_and_has_the_source_of_the_report_before_it():
    scene = scene_of(
        "Soto/PROPN/nsubj/2 praised/VERB/root/0 Peru/PROPN/obj/2 and/CCONJ/cc/5 urged/VERB/conj/2 "
        "calm/NOUN/obj/5 ./PUNCT/punct/2"
    )
    first = Candidate(scene.doc[1], (1, 2), "object", [(2, 3)], scene.doc[0], (0, 1))
    second = Candidate(scene.doc[4], (4, 5), "object", [(5, 6)])
    relay.share_sources(scene, [first, second])
    assert (second.head, second.source) == (scene.doc[0], (0, 1))


def test_a_quotation_without_a_cue_goes_on_with_the_last_one():
    text = '"Rain fell," Soto said. "Roads closed."'
    scene = scene_of(
        QUOTED_SAID + ' "/PUNCT/punct/11 Roads/NOUN/nsubj/11 closed/VERB/root/0 ./PUNCT/punct/11 '
        '"/PUNCT/punct/11',
        text,
    )
    first = leftward.quotation_left(scene, cue_of(scene, "said"))
    [found] = select.continued(scene, [first])
    assert [words_of(scene, piece) for piece in found.pieces] == ['"Rain fell,"', '"Roads closed."']


# ---------------------------------------------------------------- what comes out


def test_the_event_of_a_cue_may_hang_on_its_preposition():
    scene = scene_of(
        "Soto/PROPN/nsubj/2 called/VERB/root/0 for/ADP/case/4 calm/NOUN/obl/2 ./PUNCT/punct/2",
        lemmas={"called": "call"},
    )
    with_preposition = rightward.complement_after(scene, scene.doc[1])
    alone = Candidate(scene.doc[1], (1, 2), "object", [(3, 4)], scene.doc[0], (0, 1))
    assert (_event(with_preposition), _event(alone)) == ("REQUEST", None)


@pytest.mark.parametrize(
    ("pieces", "form"), [([(0, 5)], "direct"), ([(0, 8)], "mixed"), ([(5, 7)], "indirect")]
)
def test_how_much_stands_in_marks_makes_the_form(pieces, form):
    scene = scene_of(QUOTED_SAID, '"Rain fell," Soto said.')
    assert _form(scene, pieces) == form


def test_what_is_done_is_no_speech_whatever_the_weights_say(monkeypatch):
    scene = scene_of(
        "Soto/PROPN/nsubj/2 signed/VERB/root/0 that/SCONJ/mark/5 rain/NOUN/nsubj/5 fell/VERB/ccomp/2 "
        "./PUNCT/punct/2",
        lemmas={"signed": "sign"},
    )
    monkeypatch.setattr(weigh, "by_weights", lambda *_: 1.0)
    found = rightward.clause_after(scene, scene.doc[1])
    assert [each.score for each in weigh.weigh([found], scene)] == [0.0]


def test_features_tell_cue_frame_source_and_content():
    scene = scene_of(SAID_AND_ADDING)
    found = features(scene, rightward.clause_after(scene, cue_of(scene, "said")))
    assert {"lemma=say", "frame=clause", "speech+frame=True+clause", "another report"} <= set(found)
