"""Which function reads which kind of form of `grammar.toml`."""

from __future__ import annotations

from summitparse.extractors.dates.absolute import ABSOLUTE
from summitparse.extractors.dates.clock import CLOCK
from summitparse.extractors.dates.daywords import DAYWORDS
from summitparse.extractors.dates.ended import ENDED
from summitparse.extractors.dates.lengths import LENGTHS
from summitparse.extractors.dates.monthdays import MONTHDAYS
from summitparse.extractors.dates.periods import PERIODS
from summitparse.extractors.dates.ranges import RANGES
from summitparse.extractors.dates.sets import SETS
from summitparse.extractors.dates.shifts import SHIFTS
from summitparse.extractors.dates.stretches import STRETCHES
from summitparse.extractors.dates.today import TODAY
from summitparse.extractors.dates.units import UNITS
from summitparse.extractors.dates.weeks import WEEKS
from summitparse.extractors.dates.written import WRITTEN
from summitparse.extractors.dates.years import YEARS

__all__ = ["READERS"]

READERS = {
    **WRITTEN,
    **ABSOLUTE,
    **RANGES,
    **YEARS,
    **WEEKS,
    **TODAY,
    **DAYWORDS,
    **MONTHDAYS,
    **UNITS,
}
READERS |= {**ENDED, **SHIFTS, **PERIODS, **LENGTHS, **STRETCHES, **SETS, **CLOCK}
