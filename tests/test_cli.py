"""The command line, run as users run it."""

import io
import json
import sys

import pytest

from summitparse.cli import main

TEXT = "ACCRA, March 3 - Ghana and Peru signed a trade agreement on Tuesday.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "accra.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_extract_prints_json(article, capsys):
    assert main(["extract", article, "--published", "2026-03-03"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["article"]["reference_date"] == "2026-03-03"
    assert report["article"]["text"] == TEXT


def test_extract_prints_one_report_a_line(article, capsys):
    assert main(["extract", article, article, "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == [article, article]


def test_extract_prints_a_table(article, capsys):
    assert main(["extract", article, "--published", "2026-03-03", "--format", "table"]) == 0
    assert "agreement" in capsys.readouterr().out


def test_extract_reads_standard_input(monkeypatch, capsys):
    stdin = io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["extract", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["id"] == "-"


def test_a_missing_file_is_named_and_the_next_is_read(article, tmp_path, capsys):
    assert main(["extract", str(tmp_path / "none.txt"), article, "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert "none.txt: No such file" in err
    assert len(out.splitlines()) == 1


def test_a_file_that_is_not_utf8_is_named(tmp_path, capsys):
    path = tmp_path / "latin.txt"
    path.write_bytes("Málaga".encode("latin-1"))
    assert main(["extract", str(path)]) == 2
    assert "not UTF-8 (byte 1)" in capsys.readouterr().err


def test_a_bad_date_is_said_once(article, capsys):
    assert main(["extract", article, article, "--published", "soon"]) == 2
    assert capsys.readouterr().err.count("published") == 1
