"""Of which turn a charge, a mark or a finding is told."""

from __future__ import annotations

import pytest
from tests.laws.small_records import NOT, act, duty, every, found, record, role, says

from accords.model.agreement import Agreement
from accords.render.status.text import render_status
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


@pytest.mark.parametrize(
    ("when", "marked"),
    [("2023-01-09", True), ("2023-01-10", False), ("2023-01-10T06:00:00Z", True), ("2023-01-08/2023-01-12", False)],
)
def test_that_an_act_came_before_the_duty_bound_is_said_only_where_it_is_sure(when: str, marked: bool) -> None:
    """It enters into force at seven in the morning of the tenth."""
    enters = {"entry_into_force": {"kind": "date", "value": "2023-01-10T07:00:00Z"}}
    small = record(duty(due="2023-01-20"), act(says("b", when, known="2023-01-12")), term=enters)
    (found_now,) = status(small, as_of="2023-01-30").instances
    assert ("before_bound" in found_now.flags) is marked


def named(*events: object, day: str = "2023-01-30", **terms: object) -> str:
    (found_now,) = status(record(duty(**NOT, **terms), *events, **COURT), as_of=day).instances
    return found_now.name


def test_no_name_says_that_no_breach_is_reported_where_one_is_charged_for_another_time() -> None:
    """Here of a day before the duty was to be kept; and of a body that found one then."""
    early = act(says("b", "2023-01-05", "breach"), kind="conduct")
    ruled = found("breached", "o", says("court", "2023-01-20"), when="2023-01-05")
    later = {"not_before": {"kind": "date", "value": "2023-01-10"}}
    assert named(**later) == "in force, no breach reported"
    assert named(early, **later) == named(ruled, **later) == "in force, no breach certain"
    ended = {**later, "ends": {"kind": "date", "value": "2023-01-20"}}
    assert named(early, **ended) == "over, no breach certain"


def test_what_nobody_calls_a_breach_is_none() -> None:
    """The same conduct, only told."""
    assert (
        named(act(says("b", "2023-01-05"), kind="conduct"), not_before="2023-01-10") == "in force, no breach reported"
    )


@pytest.mark.parametrize(
    ("answers", "answered"),
    [
        ((), False),
        ((says("a", "2023-01-06"),), True),
        ((says("minister", "2023-01-06"),), True),
        ((says("ngo", "2023-01-06"),), False),
    ],
)
def test_a_charge_is_answered_where_the_obligors_side_says_anything_of_it(
    answers: tuple[dict[str, object], ...], answered: bool
) -> None:
    """Be it only that it happened."""
    charged = act(says("b", "2023-01-05", "breach"), *answers, kind="conduct")
    acting = {"minister": {"acts_for": [{"actor_id": "office"}]}, "office": {"acts_for": [{"actor_id": "a"}]}}
    small = record(duty(**NOT), charged, acting=acting)
    (found_now,) = status(small, as_of="2023-01-30").instances
    assert [each.answered for each in found_now.violations] == [answered]
    words = " ".join(render_status(status(small, as_of="2023-01-30"), small).split())
    assert ("alleged by one side only" in words) is not answered
