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


def test_one_warning_for_all_that_was_skipped(parser):
    text = "Share this story\n\nKenya ratified the pact.\n\nSign up here"
    found = parser.parse(Article(text=text)).warnings
    assert [(each.code, each.span.text) for each in found] == [("text_skipped", "Share this story")]
    assert found[0].message.startswith("2 parts")


def test_the_condition_of_the_text(parser):
    assert codes(parser, "<p>Kenya signed.</p>") == ["html_in_text"]
    assert codes(parser, "Kenya [signed](/a) the [pact](/b).") == ["markdown_in_text"]
    assert codes(parser, "JosÃ© Vega signed.") == ["mojibake"]
    assert codes(parser, "El presidente firmó un acuerdo con Perú.") == ["not_english"]
    assert codes(parser, "AT&T & José: profits < 5 % [sic].") == []
