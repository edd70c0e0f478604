"""``accords checklist`` as of a day: options, filters, formats and what it refuses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.cells import cell_len
from trial import trial

from accords.cli import main
from accords.codec import dumps

GOLDEN = Path(__file__).parent / "golden"
DAY = ("--as-of", "2023-01-20")


@pytest.fixture
def record(tmp_path: Path) -> str:
    """The trial record as a file."""
    path = tmp_path / "trial.accord.json"
    path.write_text(dumps(trial()), "utf-8")
    return str(path)


def golden(name: str, printed: str) -> None:
    """Hold ``printed`` against a golden file; ACCORDS_REWRITE=1 writes it, and a person reads it."""
    path = GOLDEN / name
    if os.environ.get("ACCORDS_REWRITE"):
        path.write_text(printed, "utf-8")
    assert printed == path.read_text("utf-8")


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_the_checklist_as_of_a_day_is_the_golden_one(
    form: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In every format that is text."""
    assert main(["checklist", record, *DAY, "--format", form]) == 0
    golden(f"status.{form}.txt", capsys.readouterr().out)


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("group_by", ["obligor", "deadline", "theme", "status"])
def test_a_status_fits_the_width(width: int, group_by: str, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """However the list is grouped; the obligor is named everywhere."""
    assert main(["checklist", record, *DAY, "--width", str(width), "--group-by", group_by]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(cell_len, lines)) <= width
    named = [line for line in lines if line.strip().startswith("Obligor ") or "Obligor  " in line]
    assert len(named) == (0 if group_by == "obligor" else 12)


def test_today_is_said_where_it_is_asked_for(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, and the day stands in the header; without --as-of there is no day at all."""
    assert main(["checklist", record, "--as-of", "today"]) == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("as of today, 2")
    assert "As of " in printed.out
    assert main(["checklist", record]) == 0
    assert "As of " not in capsys.readouterr().out


def test_a_part_says_that_it_is_one(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """So that it is not taken for the whole."""
    chosen = ["--obligor", "serbia", "--modality", "must", "--only-open", "--status", "one_sided", "--due", "passed"]
    assert main(["checklist", record, *DAY, *chosen, "--width", "200"]) == 0
    printed = capsys.readouterr().out
    assert "11 undertakings left out" in printed
    assert "must open the office" in printed
    assert main(["checklist", record, *DAY, "--theme", "no such theme"]) == 0
    assert "No undertaking of the record is of this kind." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--only-open"], "give --as-of DATE"),
        (["--group-by", "deadline"], "give --as-of DATE"),
        (["--known-by", "2023-01-20"], "give --as-of DATE"),
        (["--as-of", "2023-02-30"], "2023-02-30"),
        (["--obligor", "servia"], "did you mean serbia?"),
        (["--party", "xyz"], "actors here: kosovo, serbia"),
    ],
)
def test_a_question_that_cannot_be_answered_is_wrong_usage(
    options: list[str], said: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do about it."""
    assert main(["checklist", record, *options]) == 2
    assert said in capsys.readouterr().err


def test_two_days_differ_in_markdown_only_where_something_changed(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lists of two quiet days differ in the line that names the day."""
    printed: list[list[str]] = []
    for day in ("2023-01-20", "2023-01-21"):
        assert main(["checklist", record, "--as-of", day, "--format", "markdown"]) == 0
        printed.append(capsys.readouterr().out.splitlines())
    differing = [pair for pair in zip(*printed, strict=True) if pair[0] != pair[1]]
    assert [old.split(":")[0] for old, _ in differing] == ["- As of"]
