"""``accords diff --coders``: what is printed, what can be given back, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accords.cli import main
from accords.codec import dumps
from codings import TEXT, coding, duty


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two codings and their text."""
    ours = coding(duty("repair", "shall repair the landing"), duty("no-tolls", "levy tolls", modality="must_not"))
    theirs = coding(duty("landing", "repair the landing"), duty("meet", "may meet", modality="may"), by="B. Zenda")
    (tmp_path / "a.accord.json").write_text(dumps(ours), "utf-8")
    (tmp_path / "b.accord.json").write_text(dumps(theirs), "utf-8")
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


DIFF = ["diff", "a.accord.json", "b.accord.json", "--coders"]


@pytest.mark.usefixtures("folder")
def test_both_figures_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Finding, coding, what is paired, and where they differ."""
    assert main([*DIFF, "--text", "text.txt"]) == 0
    printed = capsys.readouterr().out
    for words in (
        "A: ferry, coded by A. Hope: 2 duties",
        "1 in both: 1 by the passage they cite",
        "only in A: no-tolls",
        "text: 5 paragraphs",
        "22 of 22 values are the same (100 %)",
    ):
        assert words in printed


@pytest.mark.usefixtures("folder")
def test_json_has_every_figure_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    """By the ending of the output as well; the seed is in it."""
    assert main([*DIFF, "--text", "text.txt", "--format", "json", "--seed", "7"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["seed"], found["found"][0]["both"], found["duties_only_b"]) == (7, 1, ["meet"])
    assert main([*DIFF, "-o", "out.json"]) == 0
    assert json.loads(Path("out.json").read_text("utf-8"))["duties"] == found["duties"]


@pytest.mark.usefixtures("folder")
def test_pairs_are_written_corrected_and_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    """As CSV; a duty of one coding stands with an empty cell, into which another id can be written."""
    assert main([*DIFF, "-o", "pairs.csv"]) == 0
    table = Path("pairs.csv").read_text("utf-8")
    assert "repair,landing,passage" in table
    assert "no-tolls,," in table
    lines = [line for line in table.splitlines() if "meet" not in line]
    corrected = "\n".join(lines).replace("no-tolls,,", "no-tolls,meet,")
    for saved in (corrected.encode(), corrected.replace(",", ";").encode("utf-8-sig"), corrected.encode("utf-16")):
        Path("pairs.csv").write_bytes(saved)
        assert main([*DIFF, "--pairs", "pairs.csv", "--exit-code"]) == 1
        printed = capsys.readouterr().out
        assert "2 in both: 2 said by hand" in printed
        assert "modality: must_not / may" in printed


@pytest.mark.usefixtures("folder")
def test_ids_that_a_spreadsheet_would_turn_are_guarded_in_pairs() -> None:
    """And known again when they come back."""
    for name, old in ("a", "repair"), ("b", "landing"):
        path = Path(f"{name}.accord.json")
        path.write_text(path.read_text("utf-8").replace(f'"{old}"', '"1-2"'), "utf-8")
    assert main([*DIFF, "-o", "pairs.csv"]) == 0
    assert "'1-2,'1-2," in Path("pairs.csv").read_text("utf-8")
    assert main([*DIFF, "--pairs", "pairs.csv"]) == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff", "a.accord.json", "--coders"], "two records"),
        ([*DIFF, "--as-of", "2023-01-01"], "no days"),
        (["diff", "a.accord.json", "b.accord.json", "--text", "text.txt"], "go with --coders"),
        (["diff", "a.accord.json", "b.accord.json", "--format", "csv"], "pairs of --coders"),
        ([*DIFF, "--format", "markdown"], "as JSON, or its pairs"),
        ([*DIFF, "--pairs", "text.txt"], "columns called a and b"),
        ([*DIFF, "--pairs", "twice.csv"], "line 3: repair is paired a second time"),
        ([*DIFF, "--pairs", "nothing.csv"], "nothing.csv cannot be read"),
        ([*DIFF, "--pairs", "unknown.csv"], "no actor and no obligation with the id 'x'"),
        ([*DIFF, "--text", "nothing.txt"], "nothing.txt"),
    ],
)
def test_what_cannot_be_is_refused(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With exit code 2, and what to do."""
    Path("twice.csv").write_text("a,b\nrepair,landing\nrepair,meet\n", "utf-8")
    Path("unknown.csv").write_text("a,b\nx,landing\n", "utf-8")
    assert main(arguments) == 2
    assert said in " ".join(capsys.readouterr().err.split())


@pytest.mark.usefixtures("folder")
def test_two_codings_that_say_the_same_have_nothing_to_settle() -> None:
    """With --exit-code it is told."""
    assert main(["diff", "a.accord.json", "a.accord.json", "--coders", "--exit-code"]) == 0
