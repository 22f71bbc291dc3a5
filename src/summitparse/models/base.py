"""What all models share: frozen, closed, and tied to characters of the text."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer, model_validator

__all__ = ["Item", "Model", "PlainDecimal", "Span"]

MAX_DIGITS = 28


class Model(BaseModel):
    """Base of every model: immutable, and closed to unknown keys so that a typing error can't pass."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """A half-open range of characters of the text the caller passed in.

    `text[span.start:span.end] == span.text` always holds; offsets are Python string indices (code points).

    Examples:
        >>> Span.of("Talks in Oslo", 9, 13)
        Span(start=9, end=13, text='Oslo')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text` between two offsets."""
        return cls(start=start, end=end, text=text[start:end])

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} can't hold {len(self.text)} characters")
        return self


class Item(Model):
    """Anything in a report that has an id: a mention or a claim."""

    letter: ClassVar[str]
    """What its ids begin with."""
    section: ClassVar[str]
    """Where it stands in a report: `report.dates`, `report.quotes`."""

    id: str

    def marks(self) -> tuple[Span, ...]:
        """The places that it has in the text."""
        raise NotImplementedError(f"{type(self).__name__} has no place")


def _plain(value: Decimal) -> Decimal:
    """The same number without exponent, so that equal numbers are written alike."""
    if not value.is_finite():
        raise ValueError("a figure's value is a finite number")
    if not value:
        return Decimal(0)
    if _digits(value) > MAX_DIGITS:
        raise ValueError(f"a figure's value has at most {MAX_DIGITS} digits")
    plain = format(value, "f")
    return Decimal(plain.rstrip("0").rstrip(".") if "." in plain else plain)


def _digits(value: Decimal) -> int:
    """The digits it is written with, zeros at a fraction's end left out; told before it is written, for
    "1E+100000000" would take a hundred million.
    """
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int), "a finite number's is no letter"
    size = len(digits)
    if exponent < 0:
        zeros = len(digits) - len(bytes(digits).rstrip(b"\0"))
        cut = min(zeros, -exponent)
        size, exponent = size - cut, exponent + cut
    return max(size, 1 - exponent) if exponent < 0 else size + exponent


PlainDecimal = Annotated[
    Decimal,
    AfterValidator(_plain),
    PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json"),
]
"""An exact decimal; a plain string in JSON ("244800000000"), never a float or an exponent."""
