"""Waivers: what a record accepts with a reason, and what it cannot accept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from accords.rules import RULES, Severity
from accords.validate import validate
from accords.validate.settings import Settings
from counting import counted_steps
from records import ROOT

LOOKED_AT = ("ACC2", "ACC302", "ACC307")
"""Other rules have their own fixtures; the record may break them."""

RECORD: dict[str, Any] = json.loads(
    (ROOT / "tests" / "rules" / "ACC208-unused-waiver" / "ok-in-use.json").read_text("utf-8")
)


def _with(*waivers: dict[str, Any]) -> str:
    full = [{"reason": "It is right as it is.", **waiver} for waiver in waivers]
    return json.dumps({**RECORD, "coding": {"waivers": full}}, indent=1)


@pytest.mark.thorough
def test_many_waivers_take_work_in_proportion() -> None:
    """Of use or idle, for one finding or for all, over or not: none is held against every finding."""
    _work_on_waivers(10)  # what is worked out once for all
    small, large = (_work_on_waivers(count) for count in (50, 200))
    assert large < 4.5 * small


def _work_on_waivers(count: int) -> int:
    """The steps that a record takes with six times as many waivers."""
    due = {"kind": "date", "value": "2001"}
    duties = [
        {"id": f"d{n}", "obligor_ids": ["a"], "modality": "must_not", "action": f"act {n}", "due": due}
        for n in range(3 * count)
    ]
    kinds: list[dict[str, Any]] = [
        *({"about_ids": [f"d{n}"]} for n in range(2 * count)),
        *({"about_ids": ["d7"]} for _ in range(count)),
        *({"until": f"20{n % 80 + 10}-01-01"} for n in range(count)),
        *({"pointer": f"/obligations/{n}/due"} for n in range(count)),
        *({"about_ids": [f"x{n}"]} for n in range(count)),
    ]
    record = {
        "accords_version": "1.0",
        "id": "x",
        "title": "x",
        "actors": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "parties": [{"actor_id": "a"}, {"actor_id": "b"}],
        "obligations": duties,
        "coding": {"waivers": [{"code": "ACC307", "reason": "so", **kind} for kind in kinds]},
    }
    text = json.dumps(record)
    with counted_steps(own=True) as work:
        report = validate(text, settings=Settings(select=("ACC208", "ACC307"), as_of="2100-01-01"))
    codes = [found.code for found in report.diagnostics]
    assert (len(report.waived), codes.count("ACC307"), codes.count("ACC208")) == (2 * count, count, count)
    again = next(found for found in report.diagnostics if found.code == "ACC307")
    assert len(again.notes) == 5
    return work.count


def _codes(text: str, settings: Settings | None = None) -> list[str]:
    return [found.code for found in validate(text, settings=settings or Settings(select=LOOKED_AT)).diagnostics]


@pytest.mark.parametrize(
    "about",
    [{}, {"about_ids": ["no-tolls"]}, {"about_ids": ["open-bridge", "no-tolls"]}, {"pointer": "/obligations/1"}],
    ids=json.dumps,
)
def test_a_finding_that_is_waived_is_kept_apart_with_its_reason(about: dict[str, Any]) -> None:
    """It stands in the report, with its place, and counts no longer."""
    report = validate(_with({"code": "ACC307", "waived_by": "A. Hope", **about}), settings=Settings(select=LOOKED_AT))
    assert not report.diagnostics
    (waived,) = report.waived
    assert waived.finding.code == "ACC307"
    assert waived.finding.line is not None
    assert (waived.reason, waived.waived_by) == ("It is right as it is.", "A. Hope")


@pytest.mark.parametrize(
    "about", [{"about_ids": ["open-bridge"]}, {"pointer": "/obligations/0"}, {"pointer": "/obligations/1/d"}]
)
def test_a_waiver_reaches_no_further_than_it_says(about: dict[str, Any]) -> None:
    """The finding stands, and so does one that the waiver waives nothing."""
    assert sorted(_codes(_with({"code": "ACC307", **about}))) == ["ACC208", "ACC307"]


def test_a_waiver_of_another_code_waives_nothing() -> None:
    """Though the place is right."""
    assert sorted(_codes(_with({"code": "ACC302", "about_ids": ["no-tolls"]}))) == ["ACC208", "ACC307"]


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.severity is Severity.ERROR])
def test_no_error_can_be_waived(code: str) -> None:
    """With it the record contradicts itself or the format."""
    assert "ACC209" in _codes(_with({"code": code}))


def test_a_waived_error_would_stand_all_the_same(tmp_path: Path) -> None:
    """The attempt is told besides."""
    text = _with({"code": "ACC201"}).replace('"south"\n   ]', '"soutj"\n   ]', 1)
    assert "ACC201" in _codes(text)


def test_a_waiver_whose_end_has_come_waives_nothing_more() -> None:
    """The finding says since when; without a day to judge by, the waiver stands."""
    text = _with({"code": "ACC307", "until": "2024-06"})
    assert not _codes(text)
    assert not _codes(text, Settings(select=LOOKED_AT, as_of="2024-06-30"))
    (found,) = validate(text, settings=Settings(select=LOOKED_AT, as_of="2024-07-01")).diagnostics
    assert found.code == "ACC307"
    assert found.notes == ("it was waived until 2024-06",)


def test_rules_that_do_not_count_are_left_out_of_what_is_waived_too() -> None:
    """And the waiver is not called unused for it."""
    report = validate(_with({"code": "ACC307"}), settings=Settings(select=("ACC2",)))
    assert not report.diagnostics
    assert not report.waived
