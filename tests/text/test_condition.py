"""The condition of a text: decoding, Markdown, language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.text.condition import foreign, markdown, misread

SIGNS = "éèüñçåøßÉÖŁşž’“–€£"


@given(st.sampled_from(SIGNS))
def test_utf_8_read_with_the_wrong_table_is_seen(sign):
    raw = sign.encode("utf-8")
    for table in ("latin-1", "cp1252"):
        try:
            broken = raw.decode(table)
        except UnicodeDecodeError:
            continue
        assert misread(f"The envoy {broken} said.") == (10, 10 + len(broken))


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo, SÃO PAULO",
        "Åse Ærø and Ñandú",
        "KRAKÓW",
        "naïve café",
        "« Â »",
        "one lost \ufffd sign",
        "€5 – £3",
    ],
)
def test_foreign_letters_are_not_misread(text):
    assert misread(text) is None


def test_several_lost_signs_are_told():
    assert misread("Jos\ufffd met Ren\ufffd") == (3, 4)


def test_one_link_is_no_markdown():
    assert markdown("A [note](https://a.example) here [sic] (and there).") is None
    assert markdown("[a](https://a.example), [b](/b)") == (0, 22)


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a signé un accord avec le Chili.",
        "El presidente firmó un acuerdo con Noruega en Oslo.",
        "Der Minister hat den Vertrag nicht unterzeichnet und ist abgereist.",
        "De minister heeft een akkoord met Noorwegen getekend.",
        "O presidente assinou um acordo com a Noruega, disse o ministro.",
        "Президент подписал соглашение в Осло.",
        "大統領はオスロで協定に署名した。",
    ],
)
def test_other_languages(text):
    assert foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Oslo.",
        "Ministers sign pact",
        "Ana Soto, Luis de la Cruz and Jan van der Berg met in El Alto.",
        "The daily Le Monde called it “une journée à la fois longue et utile”, he said of the deal.",
        "Norway 3, Peru 2, Kenya 1, Latvia 0",
    ],
)
def test_english_with_foreign_names(text):
    assert not foreign(text)
