"""``accords export`` of tables, and its questions in SQL."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from accords.cli import main
from records import ROOT

MINIMAL = str(ROOT / "examples" / "minimal.accord.json")
MONITORED = str(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
BAD = str(ROOT / "tests" / "rules" / "ACC201-unknown-id" / "bad-source.json")
COUNT = "SELECT record_id, count(*) AS duties FROM obligations GROUP BY ALL ORDER BY ALL"


def test_a_folder_of_tables_is_written_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the statuses of the days that are named, each once, together or apart."""
    days = ["--as-of", "1911-10-01,1911-11-01", "--as-of", "1911-10-01"]
    assert main(["export", MINIMAL, "--format", "csv", "-o", str(tmp_path / "out"), *days]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "of 1 record, into" in said.err
    statuses = (tmp_path / "out" / "statuses.csv").read_text("utf-8").splitlines()
    assert len(statuses) == 1 + 2 * 2
    assert json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))["as_of"] == [
        "1911-10-01",
        "1911-11-01",
    ]


@pytest.mark.thorough
def test_an_answer_is_text_or_csv_or_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the format or the ending of the output says."""
    pytest.importorskip("duckdb")
    assert main(["export", MINIMAL, "--sql", COUNT]) == 0
    assert capsys.readouterr().out.splitlines()[2].split() == ["ruritania-graustark-ferry", "2"]
    assert main(["export", MINIMAL, "--sql", COUNT, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"record_id": "ruritania-graustark-ferry", "duties": 2}]
    assert main(["export", MINIMAL, "--sql", COUNT, "-o", str(tmp_path / "answer.csv")]) == 0
    assert (tmp_path / "answer.csv").read_text("utf-8") == "record_id,duties\nruritania-graustark-ferry,2\n"


@pytest.mark.thorough
def test_records_come_from_standard_input_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One, or one on each line."""
    pytest.importorskip("duckdb")
    lines = b"".join(json.dumps(json.loads(Path(path).read_text())).encode() + b"\n" for path in (MINIMAL, MONITORED))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert main(["export", "-", "--sql", COUNT, "--format", "csv"]) == 0
    assert len(list(csv.reader(io.StringIO(capsys.readouterr().out)))) == 3


def test_what_is_left_out_is_said_with_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1 for errors, 2 for what cannot be read."""
    out = ["--format", "csv", "-o", str(tmp_path / "out")]
    assert main(["export", MINIMAL, BAD, *out]) == 1
    assert "1 record left out: 1 with errors; `findings` and `records` say which" in capsys.readouterr().err
    assert main(["export", MINIMAL, BAD, MINIMAL + "x", *out]) == 2
    assert "2 records left out: 1 that cannot be read and 1 with errors" in capsys.readouterr().err
    assert main(["export", MINIMAL, BAD, *out, "-q"]) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "csv"], "csv is a folder of tables: name one with -o FOLDER"),
        (["--format", "json"], "json is the format of an answer: ask with --sql"),
        (["--sql", "SELECT 1", "--format", "parquet"], "an answer is written as text, csv, json, not as parquet"),
        (["--format", "dot", "--as-of", "2022-01-01"], "are of tables, and dot is none"),
        (["--format", "dot", "-o", "."], "is a folder: dot is written to a file"),
        (["--format", "csv", "-o", "out", "--as-of", "soon"], "soon"),
        (["--sql", "SELECT nothing FROM claims"], '"nothing"'),
        (["--format", "csv", "-o", "no/where/out"], "No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit code 2, and nothing written."""
    pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    assert main(["export", MINIMAL, *arguments]) == 2
    assert said in capsys.readouterr().err
    assert os.listdir(tmp_path) == []


@pytest.mark.thorough
def test_a_long_answer_is_cut_as_text_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Everything is in CSV."""
    pytest.importorskip("duckdb")
    question = "SELECT i, NULL AS nothing, ['a', 'b'] AS both, true AS yes FROM range(1001) AS numbers(i)"
    assert main(["export", MINIMAL, "--sql", question]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "… and more than these 1,000 rows: --format csv writes all"
    assert lines[2].split() == ["0", "a,", "b", "true"]
    assert len(lines) == 2 + 1000 + 1
    assert main(["export", MINIMAL, "--sql", question, "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1 + 1001
