"""Reading a page: title, dateline, credits, boilerplate, paragraphs, segments, reference date.

Works on the bare text, before any Doc exists; all results are character offsets into it.
"""

from summitparse.page.read import DatelineReading, PageReading, SegmentReading, read_page

__all__ = ["DatelineReading", "PageReading", "SegmentReading", "read_page"]
