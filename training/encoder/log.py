"""The log of a training."""

from __future__ import annotations

import sys
import time
from collections import defaultdict

from encoder.plan import Place


class Log:
    """A line a minute on how well what is learnt is answered."""

    def __init__(self, parts: dict[str, float]) -> None:
        self.parts = parts
        self.sums: dict[str, float] = defaultdict(float)
        self.words, self.last, self.seen = 0, time.monotonic(), -1

    def add(self, place: Place, parts: dict[str, float], words: int, *, quiet: bool) -> None:
        """Count a step."""
        if self.seen < 0:
            self.seen = place.seen
        for name, value in parts.items():
            self.sums[name] += value
        self.words += words
        now = time.monotonic()
        if now - self.last > 60:
            shown = "  ".join(f"{k} {self.sums[k] / self.words:.3f}" for k in self.parts)
            pace = (place.seen - self.seen) / (now - self.last)
            if not quiet:
                say(f"{place.seen:>10,} words {pace:6.0f}/s  {shown}")
            self.sums.clear()
            self.words, self.last, self.seen = 0, now, place.seen


def say(line: str) -> None:
    """A line of the log, with the time of day."""
    print(time.strftime("%H:%M:%S"), line, file=sys.stderr, flush=True)
