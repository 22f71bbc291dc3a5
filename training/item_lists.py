"""Made-up sentences with lists of what was agreed, and their trees.

"energy, science and technology, and people-to-people exchanges": items that are coordinations or hold
hyphens break a parser that has seen few of them.  Each piece of text is a small tree; trees are joined
by rule, so the annotation is right by construction.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from conllu import Paragraph, Word

SING, PLUR, DEGREE = "Number=Sing", "Number=Plur", "Degree=Pos"
FINITE = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
PAST = "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"
NOUNS = (
    "trade energy agriculture investment security education health tourism culture finance "
    "infrastructure transport defense science technology mining innovation sports media "
    "aviation industry climate connectivity logistics"
).split()
ADJECTIVES = (
    "digital green economic clean regional maritime bilateral cultural financial renewable "
    "nuclear rural"
).split()
HEADS = (
    ("economy", "economy"),
    ("exchanges", "exchange"),
    ("projects", "project"),
    ("cooperation", "cooperation"),
    ("development", "development"),
    ("links", "link"),
    ("talks", "talk"),
    ("corridors", "corridor"),
    ("contacts", "contact"),
    ("energy", "energy"),
    ("security", "security"),
    ("training", "training"),
)
COUNTRIES = (
    "China Kenya Brazil Serbia Vietnam Egypt Peru Norway Kazakhstan Fiji Oman Ghana India "
    "Mexico Nepal"
).split()
DOUBLES = (
    ("people", "people"),
    ("business", "business"),
    ("government", "government"),
    ("face", "face"),
)
VERBS = (("agreed", "agree"), ("pledged", "pledge"), ("vowed", "vow"), ("decided", "decide"))
AIMS = ("strengthen", "expand", "deepen", "boost", "promote", "enhance")


@dataclass(slots=True)
class Tree:
    """Words with heads inside the piece (-1 for its top), and the blank before each."""

    words: list[Word] = field(default_factory=list)
    tight: list[bool] = field(default_factory=list)

    def add(
        self,
        form: str,
        upos: str,
        xpos: str,
        feats: str,
        head: int,
        rel: str,
        *,
        lemma: str = "",
        tight: bool = False,
    ) -> int:
        """Append a word; its index."""
        self.words.append(Word(form, 0, lemma or form.lower(), upos, xpos, feats, head, rel))
        self.tight.append(tight)
        return len(self.words) - 1

    def attach(self, other: Tree, head: int, rel: str) -> int:
        """Append another tree below a word of this one; the index of its top."""
        n, top = len(self.words), 0
        for k, (w, tight) in enumerate(zip(other.words, other.tight, strict=True)):
            if w.head < 0:
                top, w.head, w.rel = n + k, head, rel
            else:
                w.head += n
            self.words.append(w)
            self.tight.append(tight)
        return top

    def punct(self, form: str, head: int) -> None:
        """Append a mark that stands close to the word before it."""
        self.add(form, "PUNCT", form, "", head, "punct", tight=True)


def item(rng: random.Random) -> Tree:
    """One item of a list."""
    tree = Tree()
    roll = rng.random()
    if roll < 0.4:
        tree.add(rng.choice(NOUNS), "NOUN", "NN", SING, -1, "")
    elif roll < 0.55:
        first = tree.add(rng.choice(NOUNS), "NOUN", "NN", SING, -1, "")
        second = Tree()
        cc = second.add("and", "CCONJ", "CC", "", 1, "cc")
        second.add(rng.choice(NOUNS), "NOUN", "NN", SING, -1, "")
        assert cc == 0
        tree.attach(second, first, "conj")
    elif roll < 0.75:
        double(tree, rng)
    else:
        form, lemma = rng.choice(HEADS)
        if rng.random() < 0.6:
            tree.add(rng.choice(ADJECTIVES), "ADJ", "JJ", DEGREE, 1, "amod")
        else:
            tree.add(rng.choice(NOUNS), "NOUN", "NN", SING, 1, "compound")
        plural = form != lemma
        tree.add(
            form, "NOUN", "NNS" if plural else "NN", PLUR if plural else SING, -1, "", lemma=lemma
        )
    return tree


def double(tree: Tree, rng: random.Random) -> None:
    """``people-to-people exchanges``."""
    a, b = rng.choice(DOUBLES)
    form, lemma = rng.choice(HEADS)
    plural = form != lemma
    feats = PLUR if a == "people" else SING
    tag = "NNS" if a == "people" else "NN"
    lemma_a = "person" if a == "people" else a
    tree.add(a, "NOUN", tag, feats, 5, "compound", lemma=lemma_a)
    tree.add("-", "PUNCT", "HYPH", "", 2, "punct", tight=True)
    tree.add("to", "ADP", "IN", "", 4, "case", tight=True)
    tree.add("-", "PUNCT", "HYPH", "", 4, "punct", tight=True)
    tree.add(b, "NOUN", tag, feats, 0, "nmod", lemma=lemma_a, tight=True)
    tree.add(form, "NOUN", "NNS" if plural else "NN", PLUR if plural else SING, -1, "", lemma=lemma)


def enumeration(rng: random.Random, length: int) -> Tree:
    """Items joined by commas and a last "and"."""
    tree = item(rng)
    top = next(i for i, w in enumerate(tree.words) if w.head < 0)
    serial = rng.random() < 0.6
    for k in range(1, length):
        after, last = item(rng), k == length - 1
        joined = Tree()
        if not last or (serial and length > 2):
            joined.add(",", "PUNCT", ",", "", 0, "punct", tight=True)
        if last:
            joined.add("and" if rng.random() < 0.9 else "as", "CCONJ", "CC", "", 0, "cc")
            joined.words[-1].form = joined.words[-1].lemma = "and"
        marks = len(joined.words)
        head = joined.attach(after, -1, "")
        joined.words[head].head = -1
        for w in joined.words[:marks]:
            w.head = head
        tree.attach(joined, top, "conj")
    return tree


def list_sentence(rng: random.Random) -> Paragraph:
    """``China and Kenya agreed to expand cooperation in energy, science and technology, and ...``."""
    tree = Tree()
    a, b = rng.sample(COUNTRIES, 2)
    form, lemma = rng.choice(VERBS)
    subject = tree.add(a, "PROPN", "NNP", SING, 3, "nsubj", lemma=a)
    tree.add("and", "CCONJ", "CC", "", 2, "cc")
    tree.add(b, "PROPN", "NNP", SING, subject, "conj", lemma=b)
    verb = tree.add(form, "VERB", "VBD", PAST, -1, "root", lemma=lemma)
    tree.add("to", "PART", "TO", "", 5, "mark")
    aim = tree.add(rng.choice(AIMS), "VERB", "VB", "VerbForm=Inf", verb, "xcomp")
    if rng.random() < 0.35:
        tree.attach(enumeration(rng, rng.randint(2, 5)), aim, "obj")
    else:
        object_ = tree.add(
            rng.choice(("cooperation", "ties", "coordination")), "NOUN", "NN", SING, aim, "obj"
        )
        if tree.words[object_].form == "ties":
            tree.words[object_].lemma, tree.words[object_].feats, tree.words[object_].xpos = (
                "tie",
                PLUR,
                "NNS",
            )
        case = tree.add(rng.choice(("in", "on")), "ADP", "IN", "", 0, "case")
        tree.words[case].head = tree.attach(enumeration(rng, rng.randint(2, 6)), object_, "nmod")
    tree.punct(".", verb)
    return written(tree)


def written(tree: Tree) -> Paragraph:
    """The tree's words as the text of a paragraph of one sentence."""
    par = Paragraph(words=tree.words, sents=[0])
    for i, (w, tight) in enumerate(zip(tree.words, tree.tight, strict=True)):
        if i and not tight:
            par.text += " "
        w.start = len(par.text)
        par.text += w.form
        if w.head < 0:
            w.head = i
    return par
