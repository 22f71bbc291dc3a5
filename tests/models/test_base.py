from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summitparse import Figure, Span


def figure(value):
    return Figure(
        id="f1", span=Span.of("5", 0, 1), kind="bare", value=value, unit=None, reason="test"
    )


def test_models_are_frozen_and_closed():
    span = Span.of("Oslo", 0, 4)
    with pytest.raises(ValidationError, match="frozen"):
        span.start = 1
    with pytest.raises(ValidationError, match="extra"):
        Span(start=0, end=4, text="Oslo", length=4)


@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 3), (0, 5)])
def test_a_span_holds_as_many_characters_as_it_says(start, end):
    with pytest.raises(ValidationError):
        Span(start=start, end=end, text="Oslo")


@pytest.mark.parametrize(
    ("value", "written"),
    [("2.448E+11", "244800000000"), ("1.50", "1.5"), ("-0", "0"), ("0.10", "0.1"), ("100", "100")],
)
def test_decimals_are_written_plainly(value, written):
    assert f'"value":"{written}"' in figure(value).model_dump_json()


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1" * 29, "1E+28"])
def test_decimals_that_do_not_fit_are_refused(value):
    with pytest.raises(ValidationError):
        figure(value)


@pytest.mark.parametrize(
    "value",
    ["1E+100000000", "-1E+100000000", "1E-100000000", "0." + "0" * 28 + "1", "1" + "0" * 28],
)
def test_decimals_too_long_are_refused_before_they_are_written(value, monkeypatch):
    from summitparse.models import base

    monkeypatch.setattr(base, "format", never, raising=False)
    with pytest.raises(ValidationError, match="28 digits"):
        figure(value)


def never(*arguments):
    raise AssertionError("written")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0E+100000000", "0"),
        ("0." + "0" * 26 + "1", "0." + "0" * 26 + "1"),
        ("1E+27", "1" + "0" * 27),
        ("1." + "0" * 60, "1"),
        ("12.340E-2", "0.1234"),
        ("-120E-1", "-12"),
    ],
)
def test_decimals_count_the_digits_that_are_written(value, written):
    assert figure(value).model_dump(mode="json")["value"] == written


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**20), max_value=10**20
    )
)
def test_decimals_survive_json(value):
    made = figure(value)
    assert Figure.model_validate_json(made.model_dump_json()) == made
    assert made.value == Decimal(value)
