"""The meeting finder: who met whom, in which form, where and when."""

from summitparse.extractors.meetings.extract import find_meetings

__all__ = ["find_meetings"]
