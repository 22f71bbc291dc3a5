"""The steps of reading a page, one module after the other."""

from datetime import date

import pytest

from summitparse.page.dateline import find_dateline
from summitparse.page.furniture import page_lines
from summitparse.page.parts import is_captioned, line_parts
from summitparse.page.reference import dateline_day, event_years, page_day
from summitparse.page.segments import older_days
from summitparse.page.telling import has_verb, is_sentence, tells
from summitparse.text.paragraphs import paragraph_ranges


def test_a_line_tells_something_with_a_verb_behind_its_subject():
    assert tells("The dam held")
    assert not tells("Was built")
    assert not tells("Lake dam opened by Ana Soto")
    assert has_verb(["Ports", "reopened"])
    assert not has_verb(["reopened", "Ports"])


def test_a_headline_has_small_words_and_no_comma():
    assert is_sentence("Rain on the coast until noon")
    assert not is_sentence("Rain, wind on the coast until noon")


def _parts(line):
    return [(line[a:b], told) for (a, b), told in line_parts(line, 0, len(line))]


def test_a_line_is_cut_where_furniture_is_set_off():
    assert _parts("The dam held for years. Photo: Ana Soto") == [
        ("The dam held for years.", True),
        ("Photo: Ana Soto", False),
    ]
    assert [told for _, told in _parts("Updated: The dam held for years.")] == [False, True]
    assert len(_parts("The dam held for years.")) == 1


def test_a_caption_ends_with_its_picture():
    text = "The dam in May (Photo: Ana Soto)"
    assert is_captioned(text, len("The dam in May"))
    assert not is_captioned("The dam in May (it is old)", len("The dam in May"))


def _dateline(text):
    found = find_dateline(text, paragraph_ranges(text))
    return found and (found.place, text[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LIMA, March 4 - Ministers met.", ("LIMA", "LIMA, March 4 -")),
        ("Lima, March 4 (Andes News) — Ministers met.", ("Lima", "Lima, March 4 (Andes News) —")),
        ("LIMA: Ministers met.", ("LIMA", "LIMA:")),
        ("Lima: Ministers met.", None),
        ("Minister Soto (Peru): We met.", None),
        ("Ministers met in Lima - again.", None),
    ],
)
def test_a_dateline_is_a_place_and_a_day(text, found):
    assert _dateline(text) == found


def test_the_day_of_the_page_goes_before_that_of_a_short_line():
    text = "4 March 2026\n\nPublished: 5 March 2026\n\nMinisters met."
    assert page_day(page_lines(text, paragraph_ranges(text))) == date(2026, 3, 5)
    text = "4 March 2026\n\nMinisters met."
    assert page_day(page_lines(text, paragraph_ranges(text))) == date(2026, 3, 4)


def test_years_in_names_of_events_tell_the_year_of_the_story():
    assert event_years("The Expo 2025 and Summit 2025 opened in March 2024.") == {2025: 2}


def _day(text, known):
    line = find_dateline(text, paragraph_ranges(text))
    return dateline_day(text, line, known)


def test_the_year_of_a_dateline_agrees_with_the_weekday_near_it():
    known = date(2026, 5, 20)
    assert _day("LIMA, March 4 - Ministers met.", known) == date(2026, 3, 4)
    assert _day("LIMA, March 4 - Ministers met on Tuesday.", known) == date(2025, 3, 4)
    assert _day("LIMA, March 4 - Ministers met.", None) is None
    assert _day("LIMA, March 4, 2019 - Ministers met.", known) == date(2019, 3, 4)


def test_a_weekday_that_this_year_has_not_makes_an_older_part():
    text = "Thursday, May 16. They met.\n\nThursday, May 8. They left."
    first, second = paragraph_ranges(text)
    found = older_days(text, [first, second], date(2025, 5, 8))
    assert found == {first: date(2024, 5, 16)}
    assert older_days(text, [first, second], None) == {}
    text = "Monday, May 8. They met."
    assert older_days(text, paragraph_ranges(text), date(2028, 5, 20)) == {}
