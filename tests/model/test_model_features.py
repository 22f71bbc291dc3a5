import pytest

from summitparse.model.features import (
    AFFIX_ROWS,
    AFFIXES,
    GRAM_ROWS,
    SHAPE_ROWS,
    features,
    gap,
    norm,
)


@pytest.mark.parametrize(
    ("form", "normed"), [("Talks", "talks"), ("3,500", "0,000"), ("It’s", "it's"), ("“", '"')]
)
def test_features_norm_drops_case_style_and_digits(form, normed):
    assert norm(form) == normed


def test_features_do_not_depend_on_the_run():
    # recorded: where these rows change, the weights that were learnt for them are worth nothing
    assert features("talks", "talks").affixes == [1473, 361, 425, 1842, 1754]


def test_features_see_case_only_in_the_shape():
    small, large = (features(norm(form), form) for form in ("oslo", "OSLO"))
    assert small.grams == large.grams
    assert small.affixes == large.affixes
    assert small.shape != large.shape


@pytest.mark.parametrize("form", ["a", "—", "𝔘", "x" * 5000, "\ud800", "İ"])
def test_features_stay_in_their_tables(form):
    found = features(norm(form), form)
    assert 0 < len(found.grams) <= 64
    assert len(found.affixes) == AFFIXES
    assert all(0 <= row < GRAM_ROWS for row in found.grams)
    assert all(0 <= row < AFFIX_ROWS for row in found.affixes)
    assert 0 <= found.shape < SHAPE_ROWS


@pytest.mark.parametrize(
    ("blanks", "code"), [("", 0), (" ", 1), ("\t ", 1), ("\n", 2), (" \r\n", 2), ("\n \n\n", 3)]
)
def test_features_gap_tells_lines_and_paragraphs(blanks, code):
    assert gap(blanks) == code
