"""``accords export`` and ``accords import``, and the commands whose names they have taken."""

from __future__ import annotations

import io
import shlex
from pathlib import Path

import pytest

from accords.cli import _GROUPS, main
from accords.cli.export_formats import EXPORTS
from accords.cli.taking_in.formats import IMPORTS
from records import ROOT

MINIMAL = str(ROOT / "examples" / "minimal.accord.json")
FILLED = str(ROOT / "tests" / "records" / "filled" / "checklist.csv")


def test_help_shows_the_commands_in_groups(capsys: pytest.CaptureFixture[str]) -> None:
    """Each under what one does with it; those that have another name now are not shown."""
    assert main(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    shown = [line.split()[0] for line in lines if line.startswith("  ") and line.split()[0].isalpha()]
    titles = [line.rstrip(":") for line in lines if line.rstrip(":") in _GROUPS]
    assert titles == list(_GROUPS)
    verbs = [verb for group in _GROUPS.values() for verb in group]
    assert [word for word in shown if word in verbs] == verbs
    assert "graph" not in shown


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"graph {MINIMAL}", f"export {MINIMAL} --format mermaid"),
        (f"graph --format=dot {MINIMAL}", f"export --format=dot {MINIMAL}"),
        ("graph 'my a.json'", "export 'my a.json' --format mermaid"),
        ("graph --format=dot --help", "export --format=dot --help"),
        (
            f"checklist {MINIMAL} --merge {FILLED} --assessor 'The desk' --as-of 1911-10-01 -q",
            f"import {FILLED} {MINIMAL} --format checklist --assessor 'The desk' --as-of 1911-10-01 --quiet",
        ),
        (f"checklist {MINIMAL} --merge none.csv", f"import none.csv {MINIMAL} --format checklist"),
    ],
)
def test_an_old_command_says_the_new_one_and_carries_it_out(
    old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Spelt out as a shell takes it: with the same output, the same remarks and the same exit code."""
    code, printed = main(shlex.split(new)), capsys.readouterr()
    assert main(shlex.split(old)) == code
    again = capsys.readouterr()
    said, _, rest = again.err.partition("\n")
    assert said.endswith(f" now: accords {new}")
    assert (again.out, rest) == printed


def test_a_checklist_taken_back_by_its_old_name_is_written_as_it_was_asked(tmp_path: Path) -> None:
    """The options go along."""
    record, told = tmp_path / "r.accord.json", tmp_path / "d.txt"
    record.write_bytes(Path(MINIMAL).read_bytes())
    asked = ["--assessor", "Desk", "--as-of", "1911-10-01", "-o", str(told), "--color", "never", "--write"]
    assert main(["checklist", str(record), "--merge", FILLED, *asked]) == 0
    assert b'"Desk"' in record.read_bytes()
    assert "Desk" in told.read_text("utf-8")


def test_what_belongs_to_import_alone_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is taken back."""
    assert main(["checklist", MINIMAL, "--write"]) == 2
    assert "accords import" in capsys.readouterr().err


@pytest.mark.parametrize("form", EXPORTS)
def test_every_format_of_export_goes_by_its_endings(form: str, tmp_path: Path) -> None:
    """And what is written is what --format writes."""
    for ending in EXPORTS[form].endings:
        by_ending, by_name = tmp_path / f"a{ending}", tmp_path / "b"
        assert main(["export", MINIMAL, "-q", "-o", str(by_ending)]) == 0
        assert main(["export", MINIMAL, "-q", "--format", form, "-o", str(by_name)]) == 0
        assert by_ending.read_bytes() == by_name.read_bytes()


def test_no_ending_of_export_is_that_of_two_formats() -> None:
    """Or it would not say which."""
    endings = [ending for form in EXPORTS.values() for ending in form.endings]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", MINIMAL], "--format"),
        (["export", MINIMAL, "-o", "a.txt"], "--format"),
        (["export", MINIMAL, MINIMAL, "--format", "dot"], "one record"),
        (["import", "a.pdf", MINIMAL, "--assessor", "Me"], "--format"),
        (["import", FILLED, "--assessor", "Me"], "one record"),
        (["import", FILLED, MINIMAL], "--assessor"),
        (["import", "a.csv", "-", "--assessor", "Me", "--write"], "a.csv"),
    ],
)
def test_what_does_not_go_together_is_refused(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit code 2 and what to do; nothing is written."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(MINIMAL).read_bytes())))
    assert main(words) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_import_is_written_only_with_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The difference is the same; every byte that need not change stays."""
    path = tmp_path / "a.accord.json"
    before = Path(MINIMAL).read_text("utf-8")
    path.write_text(before, "utf-8")
    assert set(IMPORTS) >= {"checklist"}
    assert main(["import", FILLED, str(path), "--assessor", "Me"]) == 0
    shown = capsys.readouterr()
    assert path.read_text("utf-8") == before
    assert "not written" in shown.err
    assert main(["import", FILLED, str(path), "--assessor", "Me", "--write"]) == 0
    assert capsys.readouterr().out == shown.out
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in lines] == []
