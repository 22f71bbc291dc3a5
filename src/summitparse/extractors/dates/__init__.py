"""The date resolver: time expressions, typed and resolved as TIMEX3 and EDTF."""

from summitparse.extractors.dates.extract import resolve_dates

__all__ = ["resolve_dates"]
