"""Properties: what a generator writes reads back; arbitrary text never breaks or slows reading."""

from decimal import Decimal

import pytest
import spacy
from hypothesis import assume, given
from hypothesis import strategies as st

from summitparse.extractors.figures import find_figures
from summitparse.extractors.figures.numbers import read_numbers
from summitparse.page import Article

BLANK = spacy.blank("en")
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
)
TEENS = "fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9, "crore": 10**7}
LOCALES = {
    "plain": ("", "."),
    "English": (",", "."),
    "German": (".", ","),
    "French": ("\u202f", ","),
    "Swiss": ("'", "."),
    "SI": ("\u00a0", "."),
}
UNITS = {
    "%": "percent",
    " per cent": "percent",
    " kilometres": "kilometre",
    "-km": "kilometre",
    " barrels a day": "barrel/day",
    " tonnes": "tonne",
    " megawatts": "megawatt",
    " euros": "EUR",
    " U.S. dollars": "USD",
    " Danish crowns": "DKK",
    " basis points": "basis point",
    " treaties": "treaty",
    " square metres": "square metre",
}
PREFIXES = {
    "$": "USD",
    "€": "EUR",
    "US$": "USD",
    "A$": "AUD",
    "NOK ": "NOK",
    "EUR": "EUR",
    "Rs ": "INR",
}


def spelled(number: int) -> str:
    """A number below a million in English words."""
    if number >= 1000:
        rest = number % 1000
        return f"{spelled(number // 1000)} thousand" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number < 20:
        return (SMALL + TEENS)[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


def grouped(number: Decimal, locale: str) -> str:
    mark, point = LOCALES[locale]
    whole, _, part = format(number, "f").partition(".")
    groups = [whole[max(0, at - 3) : at] for at in range(len(whole), 0, -3)][::-1]
    return mark.join(groups) + (point + part if part else "")


numbers = st.decimals(
    min_value=Decimal(1), max_value=Decimal(10**11), places=2, allow_nan=False
).map(lambda number: number if number % 1 else Decimal(int(number)))


@given(st.integers(2, 999_999))
def test_spelled_numbers_read_back(number: int) -> None:
    (found,) = read_numbers(spelled(number))
    assert (found.low, found.high) == (number, number)
    assert found.end == len(spelled(number))


@given(numbers, st.sampled_from(sorted(LOCALES)), st.sampled_from(sorted(UNITS)))
def test_any_style_locale_and_unit_reads_back(number: Decimal, locale: str, unit: str) -> None:
    shown = grouped(number, locale)
    assume(
        locale != "German" or "," in shown or shown.count(".") != 1
    )  # 46.499 is no evident locale
    text = f"It came to {shown}{unit} then."
    (figure,) = find_figures(BLANK(text))
    assert (figure.value, figure.unit) == (number, UNITS[unit])


@given(st.integers(1, 999), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(PREFIXES)))
def test_money_with_a_scale_reads_back(number: int, scale: str, prefix: str) -> None:
    joint = "" if scale == "bn" else " "
    (figure,) = find_figures(BLANK(f"It cost {prefix}{number}{joint}{scale} then."))
    assert (figure.value, figure.unit) == (number * SCALES[scale], PREFIXES[prefix])


WRITTEN_ON = {"million": 10**6, "billion": 10**9, "trn": 10**12, "crore": 10**7, "lakh": 10**5}


@given(st.integers(1, 999), st.sampled_from(sorted(WRITTEN_ON)), st.sampled_from(sorted(PREFIXES)))
def test_a_scale_written_on_reads_back(number: int, scale: str, prefix: str) -> None:
    (figure,) = find_figures(BLANK(f"It cost {prefix}{number}{scale} then."))
    assert (figure.value, figure.unit) == (number * WRITTEN_ON[scale], PREFIXES[prefix])


@given(
    st.sampled_from(["Ghana's", "Ghana’s", "It's", "the banks'", "the banks’"]),
    st.sampled_from("$ € £ ¥ ₹".split()),
    st.integers(2, 999),
)
def test_a_possessive_is_no_part_of_the_sign(owner: str, sign: str, number: int) -> None:
    (figure,) = find_figures(BLANK(f"Then {owner} {sign}{number} million plan failed."))
    units = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
    assert (figure.span.text, figure.unit) == (f"{sign}{number} million", units[sign])


@given(
    st.integers(2, 300),
    st.integers(1, 99),
    st.sampled_from(["{}-{},000", "{} to {},000", "between {} and {},000"]),
)
def test_thousands_said_once_count_for_both(low: int, more: int, form: str) -> None:
    high = low + min(more, low)
    (figure,) = find_figures(BLANK(f"It took {form.format(low, high)} tonnes."))
    assert (figure.low, figure.high) == (low * 1000, high * 1000)


@given(st.sampled_from("COP TOP CUP MAD PEN ALL TRY".split()), st.integers(2, 999), st.booleans())
def test_codes_that_are_words_need_an_amount(code: str, number: int, scaled: bool) -> None:
    found = find_figures(BLANK(f"They saw {code}{number}{' million' if scaled else ''} then."))
    assert [(figure.value, figure.unit) for figure in found] == (
        [(number * 10**6, code)] if scaled else []
    )


@given(
    st.integers(2, 400),
    st.integers(1, 400),
    st.sampled_from(["{} to {}", "between {} and {}", "{}-{}"]),
)
def test_ranges_read_back_in_order(low: int, more: int, form: str) -> None:
    (figure,) = find_figures(BLANK(f"It took {form.format(low, low + more)} tonnes."))
    assert (figure.value, figure.low, figure.high) == (None, low, low + more)


WORDS = (
    "1 2 10 1,000 3.5 % $ € K R USD million billion bn m b a an half third quarter of one two hundred "
    "thousand dozen tens and to from between - – ( ) / . , per day barrel year old percent points + "
    "minus ~ over about the his fifth 30th people countries U.S. dollars pesos \n A1 G20 12:30 2024 ½ "
    "× 10 e5 -odd rose by fell were"
)
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=30).map(" ".join)))
def test_arbitrary_text_keeps_the_rules(text: str) -> None:
    found = find_figures(BLANK(text), article=Article(text=text))
    assert [figure.id for figure in found] == [f"f{n}" for n in range(1, len(found) + 1)]
    for figure in found:
        span = figure.span
        assert text[span.start : span.end] == span.text
        assert (figure.value is None) == (figure.low is not None)
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@given(st.text(max_size=60))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert find_figures(BLANK(text)) == find_figures(BLANK(text))


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", "1-", "1/2", "one ", "a hundred and ", "tens of ", "$", "'"]
)
def test_long_runs_cost_linear_time(piece: str) -> None:
    """Counted in matches, not seconds: every character is passed once."""
    text = piece * (100_000 // len(piece))
    last = 0
    for number in read_numbers(text):
        assert number.start >= last
        last = number.end


def test_a_hundred_thousand_digits_are_no_figure() -> None:
    text = "It is 1" + "0" * 100_000 + " tonnes."
    doc = spacy.tokens.Doc(BLANK.vocab, words=[text], spaces=[False])
    assert find_figures(doc) == []


@pytest.mark.parametrize("joint", [" or ", " and "])
@pytest.mark.parametrize(
    ("unit", "name"),
    [
        (" weeks", "week"),
        (" times", "times"),
        (" kilometres", "kilometre"),
        (" per cent", "percent"),
        (" euros", "EUR"),
        ("°C", "degree Celsius"),
    ],
)
def test_a_unit_said_once_counts_for_both_numbers(joint: str, unit: str, name: str) -> None:
    found = find_figures(BLANK(f"It took 4{joint}6{unit}."))
    assert [(str(each.value), each.unit) for each in found] == [("4", name), ("6", name)]
