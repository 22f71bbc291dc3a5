"""Generated news articles whose truth is known, as a Hypothesis strategy.

The events are fictional; places are real. Every sentence is made from values that stand beside it
as truth, so a test can ask whether they were found, not only whether nothing broke.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from summitparse import english

try:
    from hypothesis import strategies as st
except ImportError as error:  # pragma: no cover - the message is tested by hand-made absence
    from summitparse.errors import MissingExtraError

    raise MissingExtraError("hypothesis", "dev") from error

__all__ = ["Story", "story_articles"]

COUNTRIES = (
    ("Norway", "Norwegian", "NO", "Oslo"),
    ("Chile", "Chilean", "CL", "Santiago"),
    ("Ghana", "Ghanaian", "GH", "Accra"),
    ("Vietnam", "Vietnamese", "VN", "Hanoi"),
    ("Poland", "Polish", "PL", "Warsaw"),
    ("Kenya", "Kenyan", "KE", "Nairobi"),
    ("Peru", "Peruvian", "PE", "Lima"),
    ("Japan", "Japanese", "JP", "Tokyo"),
)
GIVEN = ("Amina", "Jonas", "Mariana", "Pavel", "Leila", "Tomas", "Ingrid", "Samuel")
SURNAMES = ("Okafor", "Lindqvist", "Vargas", "Kowalski", "Haddad", "Moreau", "Tanaka", "Mensah")
FIELDS = ("trade", "fisheries", "tourism", "education", "agriculture", "health", "energy", "sport")
CURRENCIES = (("euros", "EUR"), ("U.S. dollars", "USD"), ("yen", "JPY"), ("pounds", "GBP"))
WEEKDAYS = tuple(word.title() for word in english.names("weekday"))
MONTHS = tuple(word.title() for word in english.names("month"))


@dataclass
class Story:
    """An article and what is true of it; places in the text are found by the words."""

    text: str
    published: date
    days: dict[str, str] = field(default_factory=dict)
    """Words of a date and its ISO value."""
    amount: tuple[str, str, str] = ("", "", "")
    """Words of an amount of money, its value and its ISO 4217 code."""
    countries: tuple[str, str] = ("", "")
    """ISO 3166-1 codes of guest and host."""
    people: tuple[str, str] = ("", "")
    items: tuple[str, ...] = ()
    quotation: str = ""


@st.composite
def story_articles(draw: st.DrawFn) -> Story:
    """Articles about a visit, with a dateline, an agreement, an amount and a quotation."""
    host, guest = draw(st.permutations(COUNTRIES))[:2]
    names = draw(st.permutations(SURNAMES))[:2]
    given = draw(st.permutations(GIVEN))[:2]
    people = f"{given[0]} {names[0]}", f"{given[1]} {names[1]}"
    published = draw(st.dates(date(2001, 1, 8), date(2039, 12, 20)))
    met = published - timedelta(days=draw(st.integers(0, 5)))
    items = tuple(draw(st.permutations(FIELDS))[: draw(st.integers(2, 5))])
    millions = draw(st.integers(2, 990))
    money, code = draw(st.sampled_from(CURRENCIES))
    quotation = f"We want our {items[0]} ties to grow"
    year = published.year - draw(st.integers(1, 9))
    month = MONTHS[published.month - 1]
    weekday = WEEKDAYS[met.weekday()]
    text = "\n\n".join(
        (
            f"{host[3].upper()}, {month} {published.day} - {guest[1]} President {people[0]} held talks with "
            f"{host[1]} Prime Minister {people[1]} in {host[3]} on {weekday}.",
            f"The two countries signed an agreement on {_listed(items)}.",
            f'"{quotation}," {names[0]} said.',
            f"Trade between {host[0]} and {guest[0]} reached {millions} million {money} in {year}.",
        )
    )
    return Story(
        text=text,
        published=published,
        days={
            weekday: met.isoformat(),
            f"{month} {published.day}": published.isoformat(),
            str(year): str(year),
        },
        amount=(f"{millions} million {money}", str(millions * 1_000_000), code),
        countries=(guest[2], host[2]),
        people=people,
        items=items,
        quotation=quotation,
    )


def _listed(items: tuple[str, ...]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}"
