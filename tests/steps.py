"""Cost in steps, which are the same on a busy machine: lines of Python run. What one call into C costs
(an expression's search, a matrix product) isn't seen here; `benchmarks/linear.py` measures it.
"""

import sys


def steps(does, *arguments):
    """How many lines of Python a call runs."""
    count = 0

    def each(frame, event, found):
        nonlocal count
        count += 1
        return each

    before = sys.gettrace()
    sys.settrace(each)
    try:
        does(*arguments)
    finally:
        sys.settrace(before)
    return count
