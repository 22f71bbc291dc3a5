from spacy.tokens import Doc
from spacy.vocab import Vocab

from summitparse.syntax.sentences import LONGEST, sentences


def doc_of(words, starts=(0,), spaces=None):
    marks = [1 if n in starts else 0 for n in range(len(words))]
    return Doc(Vocab(), words=words, spaces=spaces, sent_starts=marks)


def test_sentence_is_not_cut_inside_a_clause():
    doc = doc_of(["Ana", "Soto", "left", ".", "They", "met", "."], starts=(0, 1, 4))
    assert [each.lower[0] for each in sentences(doc)] == ["ana", "they"]


def test_sentence_starts_with_a_paragraph():
    doc = doc_of(["A", "headline", "\n\n", "They", "met"], spaces=[True, False, False, True, False])
    assert [each.lower for each in sentences(doc)] == [("a", "headline"), ("they", "met")]


def test_positions_skip_white_space():
    doc = doc_of(["They", "  ", "met", "."], spaces=[False, False, False, False])
    (only,) = sentences(doc)
    assert only.lower == ("they", "met", ".")
    assert (only.at(1), only.to(2), only.position(5), only.position(99)) == (6, 9, 1, 3)
    assert only.until(6).lower == ("they",)


def test_sentences_have_a_longest_length():
    doc = doc_of(["a"] * (3 * LONGEST))
    assert max(len(each.tokens) for each in sentences(doc)) <= LONGEST + 1


def test_no_sentence_in_nothing():
    assert sentences(Doc(Vocab(), words=[])) == []
    assert sentences(doc_of(["\n", " "], spaces=[False, False])) == []
