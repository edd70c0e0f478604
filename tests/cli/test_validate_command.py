"""``accords validate`` as a person or a script uses it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from accords.cli import main
from records import ROOT

EXAMPLE = ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json"
MINIMAL = ROOT / "examples" / "minimal.accord.json"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A copy of the minimal example that names an actor nobody has."""
    path = tmp_path / "faulty.accord.json"
    text = MINIMAL.read_text("utf-8").replace('"obligor_ids": ["ruritania"]', '"obligor_ids": ["ruritaina"]')
    path.write_text(text.replace('"id": "ruritania-graustark-ferry"', '"id": "faulty"'))
    return path


def test_the_examples_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """The command of the README."""
    assert main(["validate", str(ROOT / "examples")]) == 0
    assert capsys.readouterr().out == "No findings in 12 records. 2 waived (`--show-waived` prints them).\n"


# The three faults a user is most likely to be shown first, each planted into the reference record.
PLANTED = [
    (
        '"obligor_ids": ["serbia"]',
        '"obligor_ids": ["servia"]',
        "ACC201",
        'no actor has the id "servia"',
        '"servia"',
        'did you mean "serbia"?',
    ),
    (
        '"kind": "vague",\n        "text": "in the coming days"',
        '"kind": "date",\n        "event_id": "announcement"',
        "ACC106",
        "a `date` condition needs `value`, and has no field `event_id`",
        '{\n        "kind": "date",\n        "event_id"',
        'help: use kind "event", or replace `event_id` by `value`',
    ),
    (
        '"date": "2022-11-23"',
        '"date": "2022-11-31"',
        "ACC105",
        "2022-11-31 is not a day: November has 30 days",
        '"2022-11-31"',
        "November has 30 days",
    ),
]


@pytest.mark.parametrize(("good", "bad", "code", "message", "at", "advice"), PLANTED)
def test_a_fault_in_the_reference_record_is_told_once_at_its_place(
    good: str,
    bad: str,
    code: str,
    message: str,
    at: str,
    advice: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Code, message, line and column, advice, and one finding only."""
    text = EXAMPLE.read_text("utf-8")
    assert good in text
    changed = text.replace(good, bad, 1)
    path = tmp_path / "copy.accord.json"
    path.write_text(changed, "utf-8")
    offset = changed.index(at, max(0, changed.index(bad) - 20))
    line = changed.count("\n", 0, offset) + 1
    column = offset - changed.rfind("\n", 0, offset)
    assert main(["validate", str(path)]) == 1
    printed = capsys.readouterr().out
    assert printed.count("error[") == 1
    assert f"error[{code}]" in printed
    assert message in printed
    assert f"{path}:{line}:{column}" in printed
    assert advice in printed
    assert "\nFound 1 error in 1 of 1 record." in printed


def test_one_unreadable_file_does_not_stop_the_rest(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 says that something could not be read; all else is checked."""
    missing = faulty.with_name("missing.accord.json")
    assert main(["validate", str(missing), str(faulty), str(MINIMAL)]) == 2
    printed = capsys.readouterr().out
    assert "ACC012" in printed
    assert "ACC201" in printed
    assert "in 2 of 3 records" in printed


def test_a_folder_is_searched_and_other_files_in_it_are_left_alone(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the suffix .accord.json, at any depth; links to folders are not followed."""
    inner = faulty.parent / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "copy.accord.json").write_bytes(MINIMAL.read_bytes())
    (inner / "notes.json").write_text("no record", "utf-8")
    (inner / "loop").symlink_to(faulty.parent)
    assert main(["validate", str(faulty.parent)]) == 1
    assert "Found 1 error in 1 of 2 records." in capsys.readouterr().out


def test_a_pattern_is_expanded_where_the_shell_did_not(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As on Windows."""
    assert main(["validate", str(faulty.parent / "*.accord.json")]) == 1
    assert "in 1 of 1 record" in capsys.readouterr().out


def test_an_empty_folder_is_told_and_not_taken_for_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing was checked, which is not the same as nothing was found."""
    assert main(["validate", str(tmp_path)]) == 2
    assert "no file in it ends in .accord.json" in capsys.readouterr().out


def test_standard_input_is_a_record_named_by_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """For pipes."""
    stdin = io.TextIOWrapper(io.BytesIO(b'{"accords_version": "1.0"}'))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["validate", "--format", "concise", "-"]) == 1
    assert capsys.readouterr().out.startswith("<stdin>:1:1: ACC101 missing-field: ")


def test_json_lists_every_record_and_finding(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For scripts; nothing else is printed."""
    assert main(["validate", "--format", "json", str(faulty), str(MINIMAL)]) == 1
    first, second = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in first["findings"]] == ["ACC201"]
    assert first["findings"][0]["suggestion"] == "ruritania"
    assert second["ok"] is True


def test_quiet_prints_findings_only(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing at all for a clean record."""
    assert main(["validate", "-q", str(MINIMAL)]) == 0
    assert capsys.readouterr().out == ""
    main(["validate", "-q", str(faulty)])
    assert "Found" not in capsys.readouterr().out


def test_output_can_go_to_a_file_which_is_replaced_whole(faulty: Path, tmp_path: Path) -> None:
    """Without colour, in UTF-8."""
    target = tmp_path / "report.txt"
    target.write_text("old", "utf-8")
    assert main(["validate", "--color", "auto", "-o", str(target), str(faulty)]) == 1
    assert target.read_text("utf-8").startswith("error[ACC201]")
    assert main(["validate", "-o", str(tmp_path / "no" / "folder"), str(MINIMAL)]) == 2


def test_limits_are_options(capsys: pytest.CaptureFixture[str]) -> None:
    """For who needs more, or less."""
    assert main(["validate", "--max-bytes", "100", str(MINIMAL)]) == 1
    assert main(["validate", "--max-depth", "2", str(MINIMAL)]) == 1
    printed = capsys.readouterr().out
    assert "ACC006" in printed
    assert "ACC005" in printed


@pytest.mark.parametrize(
    "arguments", [["validate"], ["validat", "x"], ["validate", "--format", "xml", "x"], ["--nonsense"]]
)
def test_wrong_usage_is_exit_code_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With a sentence on standard error."""
    assert main(arguments) == 2
    assert capsys.readouterr().err


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "accords", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.thorough
def test_it_runs_as_a_process_without_colour_where_there_is_no_terminal(faulty: Path) -> None:
    """And with colour where it is asked for, NO_COLOR notwithstanding."""
    assert "\x1b[" not in _run("validate", str(faulty)).stdout
    assert "\x1b[" in _run("validate", "--color", "always", str(faulty), NO_COLOR="1").stdout


def test_a_reader_that_goes_away_makes_no_noise() -> None:
    """As in `accords rule | head -1`."""
    command = f'"{sys.executable}" -m accords schema | head -c 10'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout == '{\n  "$sche'
    assert done.stderr == ""


@pytest.mark.thorough
def test_a_terminal_that_knows_no_utf8_does_not_crash_it(faulty: Path) -> None:
    """Output is UTF-8, as a file's would be."""
    done = _run("checklist", str(EXAMPLE), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert "Kosovo" in done.stdout


@pytest.mark.wide
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[" * 100_000, "ACC005"),
        (b'{"a":' * 150 + b"1" + b"}" * 150, "ACC005"),
        (b'{"a": "' + b"x" * 53_000_000 + b'"}', "ACC006"),
        ('{"a": "Petković"}'.encode("cp1250"), "ACC003"),
        (b'{"a": 1, "a": 2}', "ACC002"),
        (b'{"a": NaN}', "ACC007"),
        (b"", "ACC001"),
        (b"\x00" * 5000, "ACC003"),
        (b'"' + b'\\"' * 2_000_000, "ACC001"),
    ],
    ids=["brackets", "nested", "53-MB", "windows-1250", "duplicate", "nan", "empty", "zeros", "quotes"],
)
def test_hostile_files_give_one_clear_finding(
    content: bytes, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, one finding, exit code 1."""
    path = tmp_path / "hostile.accord.json"
    path.write_bytes(content)
    assert main(["validate", str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.out.count("error[") == 1
    assert f"error[{code}]" in printed.out
    assert "Traceback" not in printed.out + printed.err
