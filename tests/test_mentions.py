"""Looking up which actors a stretch of text means."""

from summitparse.mentions import MentionIndex, actors_at, actors_within
from summitparse.models import Actor, Span

TEXT = "Chilean President Ana Soto met King Olaf in Oslo. Both leaders smiled."


def _actor(ident, name, kind, *words):
    spans = (Span.of(TEXT, TEXT.index(word), TEXT.index(word) + len(word)) for word in words)
    return Actor(id=ident, name=name, type=kind, mentions=tuple(spans))


ACTORS = [
    _actor("a1", "Chile", "country", "Chilean"),
    _actor("a2", "Ana Soto", "person", "Chilean President Ana Soto", "Both leaders"),
    _actor("a3", "Olaf", "person", "King Olaf", "Both leaders"),
]


def _names(found):
    return [actor.name for actor in found]


def _at(words):
    start = TEXT.index(words)
    return _names(actors_at(ACTORS, start, start + len(words)))


def test_actors_at_smallest_mention_around_wins():
    assert _at("Chilean") == ["Chile"]
    assert _at("Soto") == ["Ana Soto"]
    assert _at("President Ana") == ["Ana Soto"]


def test_actors_at_group_mention_means_each_member():
    assert _at("leaders") == ["Ana Soto", "Olaf"]


def test_actors_at_longest_mention_inside_where_none_is_around():
    assert _at("Ana Soto met King Olaf in") == ["Olaf"]
    assert _at("in Oslo") == []


def test_actors_within_outermost_mentions_in_text_order():
    index = MentionIndex(ACTORS)
    assert _names(actors_within(index, 0, len(TEXT))) == ["Ana Soto", "Olaf"]
    assert _names(index.within(0, 8)) == ["Chile"]


def test_actors_at_no_actors():
    assert actors_at([], 0, 5) == []
    assert actors_within([], 0, 5) == []
