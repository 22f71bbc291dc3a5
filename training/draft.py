"""A paragraph that can be edited: words with the blank after each, names as runs of words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from conllu import Name, Paragraph, Word


@dataclass(slots=True)
class Draft:
    """Words may be changed, put in or taken out before the text is written anew."""

    words: list[Word]
    blanks: list[str]
    sents: list[int]
    names: list[tuple[int, int, str]] | None
    """Runs of words: first, one after the last, label."""
    corpus: str = ""

    @classmethod
    def of(cls, par: Paragraph) -> Draft:
        """The draft that writes this paragraph."""
        ends = [w.start for w in par.words[1:]] + [len(par.text)]
        blanks = [par.text[w.end : nxt] for w, nxt in zip(par.words, ends, strict=True)]
        runs = None if par.names is None else apart([run_of(par, n) for n in par.names])
        return cls([replace(w) for w in par.words], blanks, list(par.sents), runs, par.corpus)

    def paragraph(self) -> Paragraph:
        """Write the words out."""
        par = Paragraph(words=self.words, sents=self.sents, corpus=self.corpus)
        parts: list[str] = []
        at = 0
        for w, blank in zip(self.words, self.blanks, strict=True):
            w.start = at
            parts += (w.form, blank)
            at += len(w.form) + len(blank)
        par.text = "".join(parts)
        if self.names is not None:
            par.names = [
                Name(self.words[a].start, self.words[b - 1].end, k) for a, b, k in self.names
            ]
        return par

    def swap(
        self, first: int, end: int, forms: list[tuple[str, str]], head: int | None = None
    ) -> None:
        """Put other words, each with the blank after it, in the place of a run.

        All hang flat on the first of them.  The run's head, wherever it stood, gives the first
        word its place in the tree.
        """
        top = self.top(first, end) if head is None else head
        shift = len(forms) - (end - first)
        new_words = [self.new_word(form, k, first, top) for k, (form, _) in enumerate(forms)]
        last_blank = self.blanks[end - 1]
        for i, w in enumerate(self.words):
            if not first <= i < end:
                w.head = moved(w.head, first, end, shift)
        new_words[0].head = (
            first if self.words[top].head == top else moved(self.words[top].head, first, end, shift)
        )
        self.words[first:end] = new_words
        self.blanks[first:end] = [b for _, b in forms[:-1]] + [last_blank]
        self.sents = [s if s <= first else s + shift for s in self.sents]
        if self.names is not None:
            self.names = [
                (a, b, k) if b <= first else (a if a <= first else a + shift, b + shift, k)
                for a, b, k in self.names
            ]

    def new_word(self, form: str, rank: int, first: int, top: int) -> Word:
        """A word of a replaced run: the first takes the head's place, the others hang on it."""
        old = self.words[top]
        if rank == 0:
            return Word(form, 0, form, "PROPN", "NNP", "Number=Sing", old.head, old.rel)
        if form == "-":
            return Word(form, 0, form, "PUNCT", "HYPH", "", first + rank + 1, "punct")
        return Word(form, 0, form, "PROPN", "NNP", "Number=Sing", first, "flat")

    def top(self, first: int, end: int) -> int:
        """The word of a run whose head lies outside of it."""
        inside = range(first, end)
        return next(
            (i for i in inside if self.words[i].head not in inside or self.words[i].head == i),
            first,
        )

    def one_top(self, first: int, end: int) -> bool:
        """Whether a run hangs on the rest of the tree by one word, so that it can be swapped as one."""
        inside = range(first, end)
        known = [i for i in inside if self.words[i].head >= 0]
        return sum(self.words[i].head not in inside or self.words[i].head == i for i in known) <= 1


def moved(head: int, first: int, end: int, shift: int) -> int:
    """A head's index after a run was replaced by one longer by ``shift``."""
    if head < first:
        return head
    return first if head < end else head + shift


def apart(runs: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The runs without those that share a word with an earlier one."""
    kept: list[tuple[int, int, str]] = []
    for run in sorted(runs):
        if not kept or kept[-1][1] <= run[0]:
            kept.append(run)
    return kept


def run_of(par: Paragraph, name: Name) -> tuple[int, int, str]:
    """The run of words that a name touches."""
    inside = [i for i, w in enumerate(par.words) if w.start < name.end and w.end > name.start]
    return inside[0], inside[-1] + 1, name.label
