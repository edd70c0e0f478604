"""``accords`` itself, ``rule``, ``schema``, ``checklist`` and ``verify`` from the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from rich.cells import cell_len

from accords.cli import main
from accords.rules import RULES
from accords.schema.store import AGREEMENT, AGREEMENT_TYPES, schema_text
from accords.version import VERSION
from records import ROOT

EXAMPLE = ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json"
GOLDEN = Path(__file__).parent / "golden"


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    """By what one does with it."""
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out
    places = [printed.index(f"\n  {verb} ") for verb in ("validate", "verify", "rule", "schema", "checklist")]
    assert places == sorted(places)


@pytest.mark.parametrize("verb", ["validate", "checklist", "verify", "rule", "schema"])
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With -h as with --help."""
    assert main([verb, "-h"]) == 0
    assert f"Usage: accords {verb}" in capsys.readouterr().out


def test_the_version_is_that_of_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    """One source."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"accords, version {VERSION}\n"


def test_rule_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """By family; as JSON for scripts."""
    assert main(["rule"]) == 0
    printed = capsys.readouterr().out
    assert all(code in printed for code in RULES)
    assert main(["rule", "--format", "json"]) == 0
    assert [rule["code"] for rule in json.loads(capsys.readouterr().out)] == list(RULES)


@pytest.mark.parametrize("name", ["ACC201", "acc201", "unknown-id"])
def test_rule_prints_the_page_of_a_rule(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By code or by name, the same page as in the documentation."""
    assert main(["rule", name]) == 0
    assert capsys.readouterr().out == (ROOT / "docs" / "rules" / "ACC201.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "meant"), [("ACC9O1", "ACC901"), ("unknown-idd", "unknown-id"), ("zzz", "accords rule")]
)
def test_a_rule_that_does_not_exist_is_wrong_usage(name: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With what was probably meant."""
    assert main(["rule", name]) == 2
    assert meant in capsys.readouterr().err


def test_schema_prints_the_bundled_files(capsys: pytest.CaptureFixture[str]) -> None:
    """Byte for byte."""
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_text(AGREEMENT)
    assert main(["schema", "--types"]) == 0
    assert capsys.readouterr().out == schema_text(AGREEMENT_TYPES)


@pytest.mark.parametrize(("form", "options"), [("terminal", ()), ("markdown", ()), ("json", ("--obligor", "serbia"))])
def test_the_checklist_of_the_reference_deal_is_the_golden_one(
    form: str, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Rewritten with ACCORDS_REWRITE=1 and read by a person; as JSON one side's duties, so that it can be read."""
    assert main(["checklist", str(EXAMPLE), "--format", form, *options]) == 0
    printed = capsys.readouterr().out
    golden = GOLDEN / f"checklist.{form}.txt"
    if os.environ.get("ACCORDS_REWRITE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(printed, "utf-8")
    assert printed == golden.read_text("utf-8")


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_checklist_fits_the_width(width: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Line by line, in cells."""
    assert main(["checklist", str(EXAMPLE), "--width", str(width)]) == 0
    assert max(map(cell_len, capsys.readouterr().out.splitlines())) <= width


def test_a_checklist_of_a_record_with_errors_prints_the_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, so that no half list is taken for a whole one."""
    path = tmp_path / "faulty.accord.json"
    path.write_text("{}", "utf-8")
    assert main(["checklist", str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "ACC101" in printed.err
    assert main(["checklist", str(tmp_path / "missing")]) == 2


def test_verify_finds_a_text_that_is_not_the_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every citation of the reference record is then an orphan."""
    text = tmp_path / "text.txt"
    text.write_text("Another text.\n", "utf-8")
    assert main(["verify", str(EXAMPLE), "--source", f"report={text}"]) == 1
    assert "ACC401" in capsys.readouterr().out
    assert main(["verify", str(EXAMPLE), "--source", f"nothing={text}"]) == 2
    assert main(["verify", str(EXAMPLE), "--source", f"report={tmp_path / 'missing'}"]) == 2


def test_verify_says_so_where_there_was_nothing_to_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script must not take that for verified."""
    text = tmp_path / "text.txt"
    text.write_text("Any text.\n", "utf-8")
    assert main(["verify", str(ROOT / "examples" / "minimal.accord.json"), "--source", f"text={text}"]) == 1
    assert "Nothing was checked" in capsys.readouterr().err
