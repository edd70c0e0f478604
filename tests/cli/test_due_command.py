"""``accords due`` from the command line."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from accords.cli import main
from records import ROOT

MINIMAL = ROOT / "examples" / "minimal.accord.json"
MONITORED = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two records, a draft, and one with an error."""
    shutil.copy(MINIMAL, tmp_path)
    shutil.copy(MONITORED, tmp_path)
    (tmp_path / "bad.accord.json").write_text("{}", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["new", "--title", "Young", "-o", "draft.accord.json"]) == 0
    return tmp_path


@pytest.mark.parametrize("form", ["text", "atom"])
def test_the_list_of_a_folder_is_the_golden_one(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of every record that can be used; what is left out is named, and the exit code says that something was."""
    capsys.readouterr()
    assert main(["due", ".", "--as-of", "2023-01-20", "--format", form]) == 1
    printed = capsys.readouterr()
    assert "1 record left out" in printed.err
    golden = GOLDEN / f"due.{form}.txt"
    if os.environ.get("ACCORDS_REWRITE"):
        golden.write_text(printed.out, "utf-8")
    assert printed.out == golden.read_text("utf-8")


@pytest.mark.thorough
def test_the_ending_says_the_format_and_what_a_calendar_cannot_say_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Records that were not followed, and drafts."""
    beginnings = {"a.ics": "BEGIN:VCALENDAR", "a.atom": "<?xml", "a.xml": "<?xml", "a.json": "{", "a.txt": "What is"}
    records = [str(MONITORED), "draft.accord.json"]
    for name, beginning in beginnings.items():
        assert main(["due", *records, "--as-of", "2024-05-01", "-o", name]) == 0
        assert Path(name).read_text("utf-8").startswith(beginning)
        told = capsys.readouterr().err
        assert ("not monitored here since 8 January 2024; nothing is said of later days" in told) is (name == "a.ics")
        assert ("a draft, which nobody has checked" in told) is (name == "a.ics")
    assert json.loads(Path("a.json").read_text("utf-8"))["drafts"][0]["name"] == "young"


def test_a_calendar_without_a_deadline_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """For an empty one looks like a fault."""
    asked = ["due", str(MINIMAL), "--format", "ics", "--as-of"]
    for day, said in ("2023-01-20", True), ("1911-09-25", False):
        assert main([*asked, day]) == 0
        assert ("the calendar has no deadline" in capsys.readouterr().err) is said


def test_today_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """And is left out with -q."""
    assert main(["due", str(MINIMAL)]) == 0
    assert capsys.readouterr().err.startswith("as of today, 2")
    assert main(["due", str(MINIMAL), "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--within 30", "is not a duration"),
        ("--within PT3H", "a number of days"),
        ("--as-of 1911-13-01", "1911-13-01"),
        ("--as-of 1911-01-01 --since 1911-02-01", "comes after"),
        ("--house-style EU", "no name has a note in the style"),
        ("-o a.pdf", "--format"),
    ],
)
def test_what_cannot_be_asked_is_refused(options: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With exit code 2."""
    assert main(["due", str(MINIMAL), *options.split()]) == 2
    assert said in capsys.readouterr().err


def test_a_record_that_cannot_be_used_is_told_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1 for errors, 2 for what is not there."""
    assert main(["due", "bad.accord.json", "--as-of", "2023-01-20"]) == 1
    assert main(["due", "nowhere.accord.json", "--as-of", "2023-01-20"]) == 2
    assert "ACC" in capsys.readouterr().err
