r"""The plain text in a text with HTML left in it, and where each character of it stands there.

Tags, entities (`&quot;`) and JSON's escapes (`\"`) are read as what they stand for; a text without any
of them has no other plain text than itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

__all__ = ["Plain", "is_page", "unmarked"]

Range = tuple[int, int]

BLOCK = (
    "p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|table|tbody|thead|section|article|aside|main|nav|blockquote|"
    "header|footer|hr|figure|figcaption|form|pre|body|head|html|title"
)
INLINE = (
    "a|abbr|b|big|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup|time|u|"
    "iframe|picture|source|video|meta|link|svg|input|button|label"
)
HIDDEN = "script|style|noscript|template"
OPEN, CLOSE = r"(?:<|&lt;)", r"(?:>|&gt;)"
ATTRIBUTES = r"(?:\s{1,8}[a-z][\w:-]{0,40}\s?=[^<>]{0,1000}?)?\s?/?"
TAG = (
    rf"{OPEN}/?(?P<tag>(?P<block>{BLOCK})|(?P<line>br)|(?P<cell>td|th)|{INLINE}){ATTRIBUTES}{CLOSE}"
)
MARK = re.compile(
    rf"(?P<hidden>{OPEN}(?:!--|(?P<kind>{HIDDEN})\b[^<>]{{0,300}}{CLOSE}))|{TAG}"
    r"|(?P<entity>&(?:amp;)*(?P<name>#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});)"
    r"|\\(?P<escape>[\"'/]|u[0-9a-f]{4}|(?:r\\)?n(?!(?-i:[a-z]))|t(?!(?-i:[a-z])))",
    re.IGNORECASE,
)
ESCAPES = {"n": "\n", "r\\n": "\n", "t": " "}
FEW_LAID_OUT, FEW_TAGS = 2, 6
"""Tags of paragraphs, lines and cells, and tags of any kind, from which on a text is a page."""
BLANK = str.maketrans({"\xa0": " ", "\xad": None, "\u200b": None, "\u200d": None})


@dataclass(frozen=True)
class Plain:
    """The plain text, and its pieces: where each begins here and which characters it stands for."""

    text: str
    starts: tuple[int, ...]
    sources: tuple[Range, ...]
    copied: tuple[bool, ...]
    """Whether a piece stands there as it stands here."""

    def there(self, start: int, end: int) -> Range:
        """The characters of the marked text that a range of the plain one stands for."""
        first = self._at(start)
        return first[0], max(first[0], self._at(end - 1)[1]) if end > start else first[0]

    def _at(self, offset: int) -> Range:
        number = max(0, bisect_right(self.starts, offset) - 1)
        begin, end = self.sources[number] if self.sources else (0, 0)
        if not self.copied[number : number + 1] or not self.copied[number]:
            return begin, end
        place = begin + offset - self.starts[number]
        return place, place + 1


def is_page(text: str) -> bool:
    """Whether a text is a page's HTML, by its tags; a raised "th" in plain text makes none."""
    tags = [mark for mark in MARK.finditer(text) if mark["tag"] or mark["kind"]]
    laid_out = [mark for mark in tags if any(map(mark.group, ("block", "line", "cell", "kind")))]
    return len(laid_out) >= FEW_LAID_OUT or len(tags) >= FEW_TAGS


def unmarked(text: str) -> Plain | None:
    """The plain text of a marked one; None where nothing is marked.

    >>> plain = unmarked("<p>Norway&#8217;s envoy</p>")
    >>> plain.text.strip(), plain.there(2, 8)
    ('Norway’s envoy', (3, 9))
    """
    pieces = list(_pieces(text))
    if sum(end - start for _, (start, end), copied in pieces if copied) == len(text):
        return None
    starts, at = [], 0
    for words, _, _ in pieces:
        starts.append(at)
        at += len(words)
    return Plain(
        "".join(words for words, _, _ in pieces),
        tuple(starts),
        tuple(source for _, source, _ in pieces),
        tuple(copied for _, _, copied in pieces),
    )


def _pieces(text: str) -> Iterator[tuple[str, Range, bool]]:
    """Stretches of the text as they are, and what each mark between them stands for."""
    at = 0
    unclosed: set[str] = set()
    for mark in MARK.finditer(text):
        if mark.start() < at:
            continue
        end = _hidden_end(text, mark, unclosed) if mark["hidden"] else mark.end()
        words = "\n\n" if mark["hidden"] else _meant(mark)
        if words is None or end is None:
            continue
        if at < mark.start():
            yield text[at : mark.start()], (at, mark.start()), True
        if words:
            yield words, (mark.start(), end), False
        at = end
    if at < len(text):
        yield text[at:], (at, len(text)), True


def _hidden_end(text: str, mark: re.Match[str], unclosed: set[str]) -> int | None:
    """Where a comment or a script ends; None where it never does."""
    closing = f"</{mark['kind'].lower()}>" if mark["kind"] else "-->"
    if closing in unclosed:
        return None
    found = text.find(closing, mark.end())
    if found < 0:
        unclosed.add(closing)
        return None
    return found + len(closing)


def _meant(mark: re.Match[str]) -> str | None:
    """What a mark stands for: a paragraph's or a line's end, a sign, or nothing."""
    if mark["tag"]:
        return "\n\n" if mark["block"] else "\n" if mark["line"] else " " if mark["cell"] else ""
    if mark["escape"]:
        return _escaped(mark["escape"])
    sign = unescape(f"&{mark['name']};")
    known = not (sign.startswith("&") and sign.endswith(";"))
    return sign.translate(BLANK) if known and _is_text(sign) else None


def _escaped(escape: str) -> str | None:
    if escape[0] in "uU" and len(escape) > 1:
        sign = chr(int(escape[1:], 16))
        return sign.translate(BLANK) if _is_text(sign) else None
    return ESCAPES.get(escape.lower(), escape)


def _is_text(sign: str) -> bool:
    """Whether a sign can stand in a text: no control character, no half of a surrogate pair."""
    return all(char.isprintable() or char.isspace() or char in "\xad\u200b\u200d" for char in sign)
