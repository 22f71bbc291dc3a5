"""One definition of a name over all data sets: PERSON, ORG or LOC, without title and determiner.

GUM marks noun phrases, nested, names and common nouns alike; a name is a phrase headed by a proper
noun, cut down to its capitalised core.  The other sets mark names already and are mapped.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from conllu import Name, Paragraph, Word, blocks

GUM_LABELS = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
COLUMN_LABELS = {
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "LOC",
    "Person": "PERSON",
    "Organisation": "ORG",
    "Location": "LOC",
}
BRACKETS = re.compile(r"\(([^()]+)|([^()]*)\)")
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lady lord dame president vice prime minister premier chancellor "
    "king queen prince princess emperor pope senator governor mayor secretary general colonel captain "
    "admiral major lieutenant sergeant ambassador chairman chairwoman judge justice rev reverend father "
    "saint sheikh ayatollah congressman congresswoman representative deputy commissioner director".split()
)
LINKS = frozenset(
    "of the and for de del la le du von van der den di da bin al el ' ’ 's ’s - – & . / in on".split()
)
NO_EDGE = frozenset("of the and for in on ' ’ 's ’s - – & . /".split())


def gum_names(par: Paragraph) -> list[Name]:
    """The names among the noun phrases that GUM marks in MISC."""
    names: list[Name] = []
    for first, last, kind in mentions(par):
        label = GUM_LABELS.get(kind)
        head = span_head(par.words, first, last)
        if label and head is not None and par.words[head].upos == "PROPN":
            a, b = core(par.words, first, last, head, label)
            if a <= b:
                names.append(Name(par.words[a].start, par.words[b].end, label))
    return outermost(names)


def mentions(par: Paragraph) -> list[tuple[int, int, str]]:
    """All marked noun phrases as (first word, last word, type)."""
    out: list[tuple[int, int, str]] = []
    opened: list[tuple[str, int, str]] = []
    for i, w in enumerate(par.words):
        marks = next((m[7:] for m in w.misc.split("|") if m.startswith("Entity=")), "")
        for found in BRACKETS.finditer(marks):
            if found[1]:
                ident, _, rest = found[1].partition("-")
                opened.append((ident, i, rest.split("-")[0]))
                if found.end() < len(marks) and marks[found.end()] == ")":
                    continue
            elif opened:
                at = next(
                    (k for k in reversed(range(len(opened))) if opened[k][0] == found[2]),
                    len(opened) - 1,
                )
                _, first, kind = opened.pop(at)
                out.append((first, i, kind))
    return out


def span_head(words: list[Word], first: int, last: int) -> int | None:
    """The one word of the span whose head lies outside of it."""
    tops = [
        i
        for i in range(first, last + 1)
        if not first <= words[i].head <= last or words[i].head == i
    ]
    return tops[0] if tops else None


def core(words: list[Word], first: int, last: int, head: int, label: str) -> tuple[int, int]:
    """The capitalised core of a phrase around its head, without determiner and, for a person, title."""
    a = b = head
    while a > first and joins(words, a - 1, label):
        a -= 1
    while b < last and joins(words, b + 1, label):
        b += 1
    if label == "PERSON":
        # "President" alone is a role, not a name: nothing is left of it, and the caller drops it.
        cut = [
            i
            for i in range(a, b + 1)
            if words[i].form.lower().rstrip(".") in TITLES or words[i].rel == "nmod:desc"
        ]
        a = max((i + 1 for i in cut), default=a)
    while a < head and (words[a].form.lower() in NO_EDGE or words[a].upos == "DET"):
        a += 1
    while b > head and words[b].form.lower() in NO_EDGE:
        b -= 1
    return a, b


def joins(words: list[Word], index: int, label: str) -> bool:
    """Whether a word can be part of a name that it stands next to or inside of."""
    w = words[index]
    if w.form[0].isupper() or (w.form[0].isdigit() and label == "ORG"):
        return True
    if label == "PERSON":
        return w.form.lower() in {
            "de",
            "del",
            "la",
            "von",
            "van",
            "der",
            "den",
            "di",
            "da",
            "bin",
            "al",
            "el",
            "-",
            "ibn",
        }
    return w.form.lower() in LINKS


def outermost(names: list[Name]) -> list[Name]:
    """The names that lie in no other, first come first kept where they cross."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start)):
        if all(name.end <= k.start or name.start >= k.end for k in kept):
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


NO_BLANK_BEFORE = re.compile(r"[.,;:!?%)\]}”’]+|'s|’s|'|n't|''")
NO_BLANK_AFTER = re.compile(r"[(\[{“‘$£€#]|``")


def column_sentences(path: Path, *, hyphens: bool = False) -> list[Paragraph]:
    """Sentences of a file of token and tag columns, written as text; other types of name are left out.

    With ``hyphens`` the file's loose hyphens are closed (``Minister - designate``).
    """
    out: list[Paragraph] = []
    for _, rows in blocks(path):
        tokens = [r if len(r) > 1 else r[0].rsplit(" ", 1) for r in rows]
        if tokens and tokens[0][0].isdigit() and len(tokens[0]) > 3:
            tokens = [r[1:3] for r in tokens]
        if tokens[0][0] != "-DOCSTART-":
            out.append(from_tags([t[0] for t in tokens], [t[1] for t in tokens], hyphens=hyphens))
    return out


def tidy(par: Paragraph) -> None:
    """Bring the names of another set to our definition: no determiner, no title, a capital somewhere."""
    kept: list[Name] = []
    for name in par.names or []:
        forms = [w for w in par.words if name.start <= w.start < name.end]
        if name.label == "PERSON":
            cut = max(
                (k + 1 for k, w in enumerate(forms) if w.form.lower().rstrip(".") in TITLES),
                default=0,
            )
            forms = forms[cut:]
        while forms and (forms[0].form.lower() in NO_EDGE or forms[0].form.lower() in {"a", "an"}):
            forms = forms[1:]
        if any(w.form[0].isupper() for w in forms) and len(forms) < 12:
            kept.append(Name(forms[0].start, forms[-1].end, name.label))
    par.names = kept


def from_tags(forms: list[str], tags: list[str], *, hyphens: bool = False) -> Paragraph:
    """One sentence from its forms and their B-, I- or O tags, blanks put where print has them."""
    par = Paragraph(sents=[0], names=[])
    open_quote = False
    glue = True
    last = ""
    for form, tag in zip(forms, tags, strict=True):
        tight = glue or bool(NO_BLANK_BEFORE.fullmatch(form)) or (hyphens and form == "-")
        glue = bool(NO_BLANK_AFTER.fullmatch(form)) or (hyphens and form == "-")
        if form == '"':
            tight, glue, open_quote = (tight or open_quote), not open_quote, not open_quote
        if not tight:
            par.text += " "
        par.words.append(Word(form, len(par.text)))
        par.text += form
        add_tag(par, tag, last)
        last = tag
    return par


def add_tag(par: Paragraph, tag: str, last: str) -> None:
    """Open or widen a name by the tag of the word just written."""
    assert par.names is not None
    label = COLUMN_LABELS.get(tag[2:])
    if not label:
        return
    here = par.words[-1]
    if tag.startswith("I-") and last[2:] == tag[2:]:
        par.names[-1].end = here.end
    else:
        par.names.append(Name(here.start, here.end, label))


def put_names(pars: list[Paragraph], path: Path) -> None:
    """Give paragraphs the names of a column file of the same sentences, found by their letters."""
    known: dict[str, list[Paragraph]] = {}
    for sentence in column_sentences(path):
        known.setdefault(letters(sentence.text), []).append(sentence)
    for par in pars:
        bounds = [par.words[i].start for i in par.sents] + [len(par.text)]
        found: list[Name] = []
        for start, end in pairwise(bounds):
            same = known.get(letters(par.text[start:end]))
            if not same:
                break
            found.extend(moved(same[0], par.text, start))
        else:
            par.names = found


def letters(text: str) -> str:
    """The text without blanks."""
    return re.sub(r"\s", "", text)


def moved(sentence: Paragraph, text: str, start: int) -> list[Name]:
    """The names of a sentence as characters of the text that holds the same letters from ``start`` on."""
    ours = [i for i in range(start, len(text)) if not text[i].isspace()]
    theirs = [i for i in range(len(sentence.text)) if not sentence.text[i].isspace()]
    place = dict(zip(theirs, ours, strict=False))
    return [Name(place[n.start], place[n.end - 1] + 1, n.label) for n in sentence.names or []]
