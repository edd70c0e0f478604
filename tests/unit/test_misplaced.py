"""What does not belong where it stands in a record that somebody built is found at its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from accords.codec.misplaced import misplaced
from accords.model.actors import Actor
from accords.model.conditions import AllOf, OnDate
from accords.model.obligations import Quantity
from accords.model.sources import Citation
from accords.validate import load, validate
from records import ROOT, WHOLE

FERRY = load(ROOT / "examples" / "minimal.accord.json")
DUTY = FERRY.obligations[0]


def _with(**changes: Any) -> Any:
    return evolve(FERRY, obligations=(evolve(DUTY, **changes), *FERRY.obligations[1:]))


@pytest.mark.parametrize(
    ("record", "pointer", "words"),
    [
        (evolve(FERRY, actors=("ruritania",)), "/actors/0", "expected Actor, not str 'ruritania'"),
        (_with(citations=(Actor(id="x", name="X"),)), "/obligations/0/citations/0", "expected Citation, not Actor"),
        (_with(citations=(Citation(source_id="t", span="3..4"),)), "/obligations/0/citations/0/span", "expected Span"),
        (_with(modality=5), "/obligations/0/modality", "a member of Modality, not int 5"),
        (_with(action=object()), "/obligations/0/action", "JSON has no form for a value of Python's object"),
        (_with(due=object()), "/obligations/0/due", "OnDate or"),
        (
            _with(due=AllOf(conditions=(OnDate(value="2023"), Decimal(1)))),  # type: ignore[arg-type]
            "/obligations/0/due/conditions/1",
            "not Decimal",
        ),
        (
            _with(quantities=(evolve(Quantity(measure="t"), unit=b"kg"),)),
            "/obligations/0/quantities/0/unit",
            "Python's bytes",
        ),
        (evolve(FERRY, extensions={"a": [1, {"b/c": object()}]}), "/extensions/a/1/b~1c", "Python's object"),
        (evolve(FERRY, extensions={"days": {1, 2}}), "/extensions/days", "Python's set"),
        ({"accords_version": "1.0", "id": "x", "title": object()}, "/title", "Python's object"),
    ],
)
def test_a_value_of_another_class_is_told_at_its_place(record: Any, pointer: str, words: str) -> None:
    """By a finding with a pointer, in a built record and in plain data alike."""
    (found,) = validate(record).errors
    assert (found.code, found.pointer) == ("ACC103", pointer)
    assert words in found.message


def test_all_of_them_are_told_and_the_duty_is_named() -> None:
    """In the order of the record."""
    report = validate(_with(action=object(), citations=("x",)))
    assert [found.pointer for found in report.errors] == ["/obligations/0/action", "/obligations/0/citations/0"]
    assert all("in obligation repair-landing" in (found.place or "") for found in report.errors)


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_in_a_sound_record_nothing_is_misplaced(path: Any) -> None:
    """Whatever it uses."""
    assert list(misplaced(load(path))) == []
