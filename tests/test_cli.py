"""The command line, run as users run it."""

import io
import json
import os
import subprocess
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


NASTY = (
    "ACCRA, March 3 - Ghana and Peru signed a trade agreement on Tuesday. "
    '"We \x1b[31mgained\x1b[0m\x9b2J \u202e much\u2066 \x07 of\x7f [bold]it[/bold]," Ana Soto said.\n'
)


def is_plain(shown):
    return not any(char != "\n" and not char.isprintable() for char in shown)


@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
def test_no_control_character_of_an_article_reaches_the_terminal(
    form, tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv("COLUMNS", "300")
    path = tmp_path / "a\x1b]0;title\x07\u202e.txt"
    path.write_text(NASTY, encoding="utf-8")
    assert main(["extract", str(path), "--format", form]) == 0
    shown = capsys.readouterr().out
    assert is_plain(shown)
    if form == "table":
        assert "\\x1b[31mgained\\x1b[0m\\x9b2J" in shown
        assert "[bold]it[/bold]" in shown
    else:
        assert json.loads(shown)["article"]["text"] == NASTY


def test_no_control_character_of_a_name_reaches_the_terminal(tmp_path, capsys):
    assert main(["extract", str(tmp_path / "no\x1b[31m\u202e")]) == 2
    shown = capsys.readouterr().err
    assert is_plain(shown)
    assert "no\\x1b[31m\\u202e: No such file" in shown


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' names are text")
@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_name_that_is_not_utf8_is_shown_as_far_as_it_is(form, tmp_path, capsys):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(TEXT)
    assert main(["extract", path, "--format", form]) == 0
    assert "caf" in capsys.readouterr().out
    assert main(["extract", path + "x"]) == 2


@pytest.mark.parametrize("form", ["json", "table"])
def test_a_closed_pipe_ends_it_without_a_traceback(form, article):
    command = [sys.executable, "-m", "summitparse.cli", "extract", *[article] * 3, "--format", form]
    read, write = os.pipe()
    os.close(read)  # before anything is written: the first word finds nobody
    run = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert run.stderr == b""
    assert run.returncode in (1, 141)  # rich gives 1
