import pytest

from summitparse.text.bullets import read_bullets


def read(text, start=0):
    return [text[a:b] for a, b in read_bullets(text, start, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n- a pier;\n- a dyke.\nMore.", ["a pier", "a dyke"]),
        ("\n\n* a pier; and\n* a dyke", ["a pier", "a dyke"]),
        ("\n  1. open a pier;\n  2. close a dyke.\n\nNext", ["open a pier", "close a dyke"]),
        ("\na) a pier;\nb) a dyke; or\n\n5. Other business.", ["a pier", "a dyke"]),
        ("(i) a pier; (ii) a dyke; and (iii) a lock. More.", ["a pier", "a dyke", "a lock"]),
        ("\u2022 a pier\r\n\u2022 a dyke", ["a pier", "a dyke"]),
        ("a pier and a dyke", []),
        ("", []),
    ],
)
def test_read_bullets(text, expected):
    assert read(text) == expected


def test_wide_bullets_are_bounded():
    assert len(read("\n- a" * 5000)) == 60
