"""Of which turn a charge, a mark or a finding is told."""

from __future__ import annotations

import pytest
from tests.laws.small_records import NOT, act, duty, every, found, record, role, says

from accords.model.agreement import Agreement
from accords.standing.report import status

WEEKS = {**NOT, "not_before": "2023-01-02", "ends": "2023-01-07", "performance": every("P7D", times=3)}
DUE = {"due": "2023-01-10", "performance": every("P7D", times=3)}
COURT = {"third_parties": [role("court", "arbiter")]}


def told(small: Agreement, day: str) -> list[list[str | None]]:
    """The events of the violations that are told of each turn."""
    return [[each.event_id for each in turn.violations] for turn in status(small, as_of=day).instances]


def marked(small: Agreement, flag: str, day: str) -> list[bool]:
    return [flag in turn.flags for turn in status(small, as_of=day).instances]


@pytest.mark.parametrize(
    ("days", "named", "expected"),
    [
        ("2023-01-10", {}, [[], ["e"], []]),
        ("2023-01-05/2023-01-10", {}, [["e"], ["e"], []]),
        ("2023-01-05/2023-01-10", {"instance": 1}, [["e"], [], []]),
    ],
)
def test_a_violation_is_told_of_the_turns_in_which_its_days_lie(
    days: str, named: dict[str, int], expected: list[list[str]]
) -> None:
    """What must not be done recurs for three weeks; of a turn that is named it is told there alone."""
    charged = act(says("b", days, "breach"), kind="conduct", **named)
    assert told(record(duty(**WEEKS), charged), "2023-01-30") == expected


def test_marks_about_a_violation_are_those_of_its_turn() -> None:
    """Two say when it was, and differ."""
    charged = act(says("b", "2023-01-10", "breach"), says("b", "2023-01-11"), kind="conduct")
    small = record(duty(**WEEKS), charged)
    assert marked(small, "dates differ", "2023-01-30") == [False, True, False]


def test_a_charge_that_names_a_turn_marks_no_other() -> None:
    """It comes before the deadlines of the second turn and the third."""
    charged = act(says("b", "2023-01-12", "breach"), kind="conduct", instance=2)
    assert marked(record(duty(**DUE), charged), "charged_early", "2023-01-12") == [False, True, False]


@pytest.mark.parametrize(("named", "expected"), [({"instance": 2}, [False, True, False]), ({}, [False, False, False])])
def test_a_breach_that_a_body_found_marks_its_turn(named: dict[str, int], expected: list[bool]) -> None:
    """Of no turn in particular it marks none."""
    ruled = {**found("breached", "o", says("court", "2023-01-20")), **named}
    assert marked(record(duty(**DUE), ruled, **COURT), "breach_found", "2023-01-30") == expected
