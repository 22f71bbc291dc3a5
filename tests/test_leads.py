from summitparse.leads import (
    acts_privately,
    envoys,
    holds_office,
    leading,
    leading_states,
    names_nobody,
)
from summitparse.models import Actor, Span


def actor(number, name, kind, at, role=None, country=None):
    mentions = tuple(Span(start=a, end=a + len(name), text=name) for a in at)
    return Actor(
        id=f"a{number}", name=name, type=kind, role=role, country=country, mentions=mentions
    )


SOTO = actor(1, "Ana Soto", "person", [10, 400], role="President", country="CL")
HOLM = actor(2, "Ida Holm", "person", [60], role="Prime Minister", country="NO")
AIDE = actor(3, "Per Dahl", "person", [90], role="spokesman", country="NO")
CHILE = actor(4, "Chile", "country", [5, 200], country="CL")
NORWAY = actor(5, "Norway", "country", [50], country="NO")
LEADERS = actor(6, "the leaders", "group", [300], role="leaders")


def test_office_is_read_from_the_role():
    assert holds_office(SOTO)
    assert not holds_office(AIDE)
    assert not holds_office(CHILE)


def test_envoy_is_the_first_of_office():
    assert envoys([AIDE, SOTO, HOLM]) == {"CL": SOTO, "NO": HOLM}


def test_leading_are_people_of_office_one_per_state():
    assert leading([CHILE, SOTO, NORWAY, HOLM, AIDE], 0, 1000) == (SOTO, HOLM)


def test_leading_falls_back_to_states_that_act_together():
    assert leading([CHILE, NORWAY, LEADERS], 0, 1000) == (CHILE, NORWAY)
    assert leading([CHILE, NORWAY], 0, 1000) == ()


def test_leading_states_need_somebody_who_acts():
    assert leading_states([CHILE, NORWAY, SOTO], 0) == (CHILE, NORWAY)
    assert leading_states([CHILE, NORWAY], 0) == ()


def test_groups_without_a_name():
    assert names_nobody(actor(7, "the two sides", "group", [0]))
    assert not names_nobody(actor(8, "Gulf leaders", "group", [0]))
    assert not names_nobody(CHILE)


def test_who_speaks_for_themselves_binds_nobody_else():
    assert acts_privately(AIDE)
    assert not acts_privately(SOTO)
    assert not acts_privately(CHILE)
