"""Texts that look the same are compared in one Unicode form, and kept in the form in which they are written."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from accords.checklist import Choice, GroupBy, checklist, combined_checklist
from accords.checklist.merging import FilledIn, take_back
from accords.codec import dumps, structure
from accords.model.agreement import Agreement
from accords.validate import validate
from accords.validate.settings import Settings

COMPOSED, APART = (unicodedata.normalize(form, "Češko") for form in ("NFC", "NFD"))


def _record(record_id: str, name: str, *themes: str, **members: Any) -> Agreement:
    duty = {"obligor_ids": ["a"], "modality": "must"}
    plain = {
        "accords_version": "1.0",
        "id": record_id,
        "title": "Ferry agreement",
        "actors": [
            {"id": "a", "name": name, "kind": "polity", "designation_notes": [{"text": "See annex.", "used_by": name}]},
            {"id": "b", "name": "Graustark", "kind": "polity"},
        ],
        "parties": [{"actor_id": "a"}, {"actor_id": "b"}],
        "obligations": [
            {"id": f"d{number}", "action": f"act {number}", "themes": [theme], **duty}
            for number, theme in enumerate(themes)
        ],
        **members,
    }
    return structure(plain)


def test_one_name_in_two_forms_is_one_obligor() -> None:
    """In a list of several records; the first spelling stands, and each record keeps its own."""
    records = [_record("x", COMPOSED, "t"), _record("y", APART, "t")]
    (section,) = combined_checklist(records).sections
    assert len(section.items) == 2
    assert APART in dumps(records[1])


@pytest.mark.parametrize("asked", [COMPOSED, APART])
def test_a_theme_is_found_in_either_form(asked: str) -> None:
    """By the filter; and as a section it is one."""
    record = _record("x", "Ruritania", COMPOSED, APART, "other")
    chosen = checklist(record, choice=Choice(themes=(asked,)))
    assert [item.obligation_id for item in chosen.items] == ["d0", "d1"]
    assert len(checklist(record, group_by=GroupBy.THEME).sections) == 2
    assert [item.themes for item in chosen.items] == [(COMPOSED,), (APART,)]


@pytest.mark.parametrize("asked", [COMPOSED, APART])
def test_a_house_style_is_found_in_either_form(asked: str) -> None:
    """Whatever form the record has."""
    assert checklist(_record("x", APART, "t"), house_style=asked).house_style_found


@pytest.mark.parametrize(
    ("code", "members"),
    [
        ("ACC615", {"actors": [{"id": "a", "name": COMPOSED}, {"id": "b", "name": APART}]}),
        (
            "ACC516",
            {
                "obligations": [
                    {"id": f"d{at}", "obligor_ids": ["a"], "modality": "must", "action": action}
                    for at, action in enumerate((COMPOSED, APART))
                ]
            },
        ),
    ],
)
def test_what_is_there_twice_is_found_in_either_form(code: str, members: dict[str, Any]) -> None:
    """Two actors of one name, two duties of one wording."""
    report = validate(dumps(_record("x", "Ruritania", **members)), settings=Settings(select=(code,)))
    assert [found.code for found in report.diagnostics] == [code]


def test_a_theme_in_two_forms_is_not_spelt_in_two_ways() -> None:
    """It is listed as one."""
    report = validate(dumps(_record("x", "Ruritania", COMPOSED, APART)), settings=Settings(select=("ACC622",)))
    assert not report.diagnostics


def test_an_assessor_in_either_form_is_one() -> None:
    """What the same assessor said on the same day is replaced."""
    entry = FilledIn(instance="d0", status="begun", note="", place="a.csv, row 2")
    once, _ = take_back(_record("x", "Ruritania", "t"), [entry], assessor=COMPOSED, on="2023-01-01")
    twice, _ = take_back(once, [entry], assessor=APART, on="2023-01-01")
    assert [rating.assessor for rating in twice.assessments] == [APART]


def test_settings_for_a_file_fit_its_name_in_either_form() -> None:
    """Systems differ in the form in which they keep names."""
    settings = Settings(per_file_ignores={f"{COMPOSED}/*": ["ACC2"]})
    assert not settings.counts("ACC201", f"{APART}/x.accord.json")
