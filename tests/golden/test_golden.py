"""Golden rows: small texts and what must be read from them (the format: README.md)."""

import tomllib
from pathlib import Path

import pytest

from summitparse.models import Article

ROWS = Path(__file__).parent / "rows"
SECTIONS = {
    "dates",
    "locations",
    "figures",
    "actors",
    "quotes",
    "agreements",
    "meetings",
    "measurements",
    "derivations",
    "warnings",
    "page",
}
ABOUT = {"kind", "origin", "published", "text", "exactly", "absent"}
ORIGINS = {"own", "report", "seed variant"}


def _cases():
    for path in sorted(ROWS.glob("*.toml")):
        rows = tomllib.loads(path.read_text("utf-8"))["case"]
        for number, case in enumerate(rows, 1):
            yield pytest.param(case, id=f"{path.stem}-{number}-{case['kind']}")


CASES = list(_cases())


@pytest.mark.parametrize("case", CASES)
def test_rows_are_written_as_the_format_says(case):
    assert set(case) <= ABOUT | SECTIONS
    assert case["origin"] in ORIGINS
    assert set(case) & (SECTIONS | {"exactly", "absent"}), "the row expects nothing"
    assert set(case.get("exactly", ())) | set(case.get("absent", ())) <= SECTIONS


@pytest.mark.parametrize("case", CASES)
def test_what_is_read(case, parser):
    report = parser.parse(Article(text=case["text"], published=case.get("published")))
    found = {
        name: [_seen(report, name, item) for item in _items(report, name)] for name in SECTIONS
    }
    for name in SECTIONS & set(case):
        for wanted in case[name]:
            assert any(wanted.items() <= seen.items() for seen in found[name]), (
                f"{name}: {wanted} is not among {_told(found[name], wanted)}"
            )
    for name in case.get("exactly", ()):
        assert len(found[name]) == len(case.get(name, ())), f"{name}: {_marks(found[name])}"
    for name, words in case.get("absent", {}).items():
        spans = [span for item in _items(report, name) for span in _spans(item)]
        touched = [word for word in words if _touched(case["text"], word, spans)]
        assert touched == [], f"{name}: {_marks(found[name])}"


def _items(report, name):
    return [report.article] if name == "page" else getattr(report, name)


def _seen(report, name, item):
    """An item as a dict of strings, "-" for what has no value."""
    plain = {key: value for key, value in item if isinstance(value, str | int | float | None)}
    shown = (
        plain
        | _span(report.article.text, item)
        | EXTRA.get(name, lambda report, item: {})(report, item)
    )
    return {
        key: "-" if value is None or value == "" else str(value) for key, value in shown.items()
    }


def _span(text, item):
    span = getattr(item, "span", None) or getattr(item, "evidence", None)
    return {"mark": span.text, "nth": text.count(span.text, 0, span.end)} if span else {}


def _spans(item):
    span = getattr(item, "span", None) or getattr(item, "evidence", None)
    return [span] if span else getattr(item, "mentions", ())


def _words(span):
    return span.text if span else None


def _all(spans, glue):
    return glue.join(span.text for span in spans)


def _marked(report, ident):
    return report[ident].span.text if ident else None


def _names(report, idents):
    return "; ".join(sorted(report[ident].name for ident in idents))


def _date(report, item):
    return {"bounds": f"{item.earliest or ''}..{item.latest or ''}"}


def _figure(report, item):
    value = item.value if item.value is not None else f"{item.low:f}..{item.high:f}"
    return {
        "value": value,
        "subject": _words(item.subject),
        "period": _marked(report, item.date_id),
    }


def _measurement(report, item):
    other = item.comparison
    return {
        "figure": _marked(report, item.figure_id),
        "subject": item.subject.text,
        "period": _marked(report, item.date_id),
        "comparison": other and other.kind,
        "than": other and _marked(report, other.figure_id),
    }


def _quote(report, item):
    return {
        "speaker": _names(report, item.speakers),
        "content": item.text,
        "cue": _all(item.cue, " "),
        "source": _all(item.source, " "),
    }


def _event(report, item):
    who = getattr(item, "parties", None) or getattr(item, "participants", ())
    return {
        "parties": _names(report, who),
        "participants": _names(report, who),
        "items": _all(getattr(item, "items", ()), "; "),
        "period": _marked(report, item.date_id),
        "place": _marked(report, item.location_id),
    }


def _actor(report, item):
    return {"mentions": _all(item.mentions, "; ")}


def _page(report, item):
    line = item.dateline
    return {
        "title": _words(item.title),
        "dateline": line and line.span.text,
        "place": line and line.place,
        "boilerplate": _all(item.boilerplate, " // "),
        "credits": _all(item.credits, " // "),
        "paragraphs": _all(item.paragraphs, " // "),
    }


EXTRA = {
    "dates": _date,
    "figures": _figure,
    "measurements": _measurement,
    "quotes": _quote,
    "agreements": _event,
    "meetings": _event,
    "actors": _actor,
    "page": _page,
}


def _told(found, wanted):
    return [{key: seen.get(key) for key in wanted} for seen in found]


def _marks(found):
    return [seen.get("mark") for seen in found]


def _touched(text, words, spans):
    start = text.index(words)
    return any(span.start < start + len(words) and start < span.end for span in spans)
