"""The condition of a text: wrongly decoded, in Markdown, in another language than English.

All by counts, so that a stray sign or a foreign name doesn't decide.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

__all__ = ["foreign", "markdown", "misread"]

Range = tuple[int, int]

CONTINUED = "\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
"""What bytes of a UTF-8 character after its first look like, read as Latin-1 or Windows-1252."""
MISREAD = re.compile(f"[ÂÃÄÅÎÏÐÑ][{CONTINUED}]|[â-ï][{CONTINUED}]{{2}}|ð[{CONTINUED}]{{3}}")
LOST = "\ufffd"
FEW_LOST = 2
LINK = re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?:|mailto:|/|#|www\.)[^()\s]{0,500}\)")
FEW_LINKS = 2
WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 5000
FEW_WORDS, MANY_WORDS = 3, 60
"""Words of another language from which on it may be one; small words from which on English shows."""
LEAST_ENGLISH = 0.04
"""Share of small English words in any English prose; news has about a third."""
LETTERS = 10


def misread(text: str) -> Range | None:
    """Where the text was decoded wrongly for the first time ("JosÃ©"), or lost its characters.

    >>> misread("The envoy, JosÃ© Soto"), misread("São Paulo, SÃO PAULO")
    ((14, 16), None)
    """
    for match in MISREAD.finditer(text):
        if _decodes(match.group()):
            return match.span()
    if text.count(LOST) >= FEW_LOST:
        at = text.index(LOST)
        return at, at + 1
    return None


def _decodes(signs: str) -> bool:
    """Whether signs are the bytes of one letter or mark, read with the wrong table."""
    try:
        raw = b"".join(_byte(sign) for sign in signs)
        meant = raw.decode("utf-8")
    except UnicodeError:
        return False
    return len(meant) == 1 and (unicodedata.category(meant)[0] in "LPS" or meant == "\xa0")


def _byte(sign: str) -> bytes:
    return sign.encode("latin-1") if ord(sign) < 256 else sign.encode("cp1252")


def markdown(text: str) -> Range | None:
    """The first of several links in Markdown.

    >>> markdown("[Read](https://a.example) and [more](https://b.example)")
    (0, 25)
    """
    links = list(LINK.finditer(text))
    return links[0].span() if len(links) >= FEW_LINKS else None


@cache
def _languages() -> dict[str, frozenset[str]]:
    path = Path(__file__).with_name("languages.toml")
    return {name: frozenset(each) for name, each in tomllib.loads(path.read_text("utf-8")).items()}


def foreign(text: str) -> bool:
    """Whether a text is evidently not English: in another script, or by its small words.

    >>> foreign("Die Minister haben das Abkommen nicht unterzeichnet und sind abgereist.")
    True
    """
    found = WORD.findall(text[: MOST_WORDS * 8])[:MOST_WORDS]
    letters = sum(map(len, found))
    latin = sum(len(word) for word in found if "LATIN" in unicodedata.name(word[0], ""))
    if letters >= LETTERS and latin < letters / 2:
        return True
    small = Counter(word for word in found if word.islower())
    shares = {name: sum(small[w] for w in words) for name, words in _languages().items()}
    english, particles = shares.pop("english"), shares.pop("particles")
    most = max(shares.values())
    if most >= FEW_WORDS and most > 2 * english:
        return True
    if not english and most and most + particles >= FEW_WORDS:
        return True
    total = sum(small.values())
    return total >= MANY_WORDS and english < LEAST_ENGLISH * total
