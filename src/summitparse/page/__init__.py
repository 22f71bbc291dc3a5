"""Reading a page: title, dateline, credits, boilerplate, paragraphs, segments, reference date.

Works on the bare text, before any Doc exists. `Article` is what callers make; `read_page` gives the same as
character offsets.
"""

from summitparse.page.article import Article
from summitparse.page.read import DatelineReading, PageReading, SegmentReading, read_page

__all__ = ["Article", "DatelineReading", "PageReading", "SegmentReading", "read_page"]
