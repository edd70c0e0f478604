"""Every rule has a page, fixtures that trip it and fixtures that nearly do, and the code that yields it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from accords.checks import CHECKS
from accords.checks.lookups.index import build_index
from accords.codec.reading import Limits, read_bytes
from accords.diagnostics import Diagnostic
from accords.rules import FAMILIES, RULES
from accords.texts.verify import verify
from accords.validate import examine
from accords.validate.stages import run_stages

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "rules"
MINIMAL = ROOT / "examples" / "minimal.accord.json"
REWRITE = bool(os.environ.get("ACCORDS_REWRITE"))

WITHOUT_FIXTURE = {
    "ACC012": "is about files that are missing or not readable; see test_reading_read.py",
    "ACC211": "is about several records; see test_together.py",
    "ACC212": "is about several records; see test_together.py",
    "ACC213": "is about several records; see test_together.py",
    "ACC901": "is yielded only where accords itself is at fault; see test_validate.py",
}

FOLDERS = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
BAD = sorted(FIXTURES.glob("*/bad-*.json"))
BAD = [path for path in BAD if not path.name.endswith(".expected.json")]
OK = sorted(FIXTURES.glob("*/ok-*.json"))


def _find(path: Path, settings: dict[str, Any]) -> tuple[Diagnostic, ...]:
    examination = examine(path.read_bytes(), limits=Limits(**settings.get("limits", {})))
    if "texts" in settings and examination.agreement is not None:
        return verify(examination.agreement, settings["texts"]).report.diagnostics
    return examination.report.diagnostics


def _row(found: Diagnostic) -> dict[str, Any]:
    row = {
        "code": found.code,
        "line": found.line,
        "column": found.column,
        "pointer": found.pointer,
        "message": found.message,
        "suggestion": found.suggestion,
    }
    return {name: value for name, value in row.items() if value is not None}


def _settings(path: Path) -> dict[str, Any]:
    beside = path.with_suffix(".expected.json") if path.name.startswith("bad-") else path.with_suffix(".settings.json")
    settings: dict[str, Any] = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    return settings


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name[:6]}/{path.stem}")
def test_a_bad_record_gives_what_is_expected_of_it(path: Path) -> None:
    """Codes, places, messages and suggestions of the folder's own rule; no error of any other rule beside it."""
    code = path.parent.name[:6]
    settings = _settings(path)
    everything = _find(path, settings)
    found = [_row(finding) for finding in everything if finding.code == code]
    if REWRITE:
        settings["findings"] = found
        path.with_suffix(".expected.json").write_text(
            json.dumps(settings, indent=2, ensure_ascii=False) + "\n", "utf-8"
        )
    assert found, f"{path.name} does not trip {code}: {everything}"
    assert found == settings["findings"]
    assert not [finding for finding in everything if finding.code != code and finding.severity == "error"]


@pytest.mark.parametrize(
    "path",
    [path for path in OK if ".settings" not in path.name],
    ids=lambda path: f"{path.parent.name[:6]}/{path.stem}",
)
def test_a_near_miss_gives_no_finding_of_the_rule(path: Path) -> None:
    """It comes close to the fault, says in a sentence how, and has no error at all."""
    code = path.parent.name[:6]
    found = _find(path, _settings(path))
    assert not [finding for finding in found if finding.code == code or finding.severity == "error"]
    about = json.loads(path.read_text("utf-8-sig"))["extensions"]["about"]
    assert about.endswith(".")


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_bad_fixture_a_near_miss_and_a_page(code: str) -> None:
    """A folder is named after code and name; the page is the one the package bundles."""
    rule = RULES[code]
    assert code[3] in FAMILIES
    assert (ROOT / rule.page).read_text("utf-8") == (ROOT / "src" / "accords" / "pages" / f"{code}.md").read_text(
        "utf-8"
    )
    if code in WITHOUT_FIXTURE:
        return
    folder = FIXTURES / f"{code}-{rule.name}"
    assert list(folder.glob("bad-*.expected.json")), f"no bad fixture for {code} {rule.name}"
    assert list(folder.glob("ok-*.json")), f"no near miss for {code} {rule.name}"


def test_every_fixture_folder_and_every_page_belongs_to_a_rule() -> None:
    """Nothing is left behind when a rule is renamed."""
    names = {f"{code}-{rule.name}" for code, rule in RULES.items()}
    assert {folder.name for folder in FOLDERS} <= names
    assert {page.stem for page in (ROOT / "docs" / "rules").glob("ACC*.md")} == set(RULES)


def test_the_table_of_checks_is_in_the_order_of_codes_and_names_only_rules() -> None:
    """Codes are unique in it."""
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
    assert set(codes) <= set(RULES)


def test_a_check_says_its_own_code_first_in_its_docstring() -> None:
    """One generator function for each code, findable by the code."""
    for code, find, _ in CHECKS:
        assert (find.__doc__ or "").startswith(f"{code}: "), code


@pytest.mark.thorough
def test_a_check_finds_nothing_in_records_without_what_it_is_about() -> None:
    """So that not to run it there loses nothing."""
    passed_over = dict.fromkeys((check.code for check in CHECKS if check.about), 0)
    for path in (*BAD, *OK, MINIMAL):
        agreement = run_stages(read_bytes(path.read_bytes()).data or {}, "convert").agreement
        if agreement is not None:
            index = build_index(agreement)
            for check in CHECKS:
                if check.about and index.kinds.isdisjoint(check.about):
                    assert not list(check.find(index)), (check.code, path.name)
                    passed_over[check.code] += 1
    assert [code for code, times in passed_over.items() if not times] == []


def test_names_of_rules_are_unique_and_texts_end_in_a_full_stop() -> None:
    """The texts are sentences on a page."""
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    for rule in RULES.values():
        assert all(text.endswith(".") for text in (rule.what, rule.why, rule.mend)), rule.code
