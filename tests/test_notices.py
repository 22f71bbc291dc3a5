from summitparse import Article


def codes(parser, text, **known):
    return [warning.code for warning in parser.parse(Article(text=text, **known)).warnings]


def test_relative_dates_without_a_day_to_count_from(parser):
    assert codes(parser, "They met on Monday.") == ["no_reference_date"]
    assert codes(parser, "They met on Monday.", published="2026-05-20") == []


def test_a_dateline_whose_year_nothing_tells(parser):
    assert "dateline_year_unknown" in codes(parser, "LIMA, March 4 - Ministers met.")


def test_a_number_too_long_to_be_one(parser):
    assert codes(parser, "Code " + "7" * 100_000 + ".") == ["number_too_long"]


def test_a_currency_that_stays_open(parser):
    assert "ambiguous_currency" in codes(parser, "The bridge cost 30 million pesos.")
