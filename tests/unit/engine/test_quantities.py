"""How much: what is established of a promise, when it is reached, and when too much is too much."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accords.codec import structure
from accords.standing.amounts import number_text
from accords.standing.instances import InstanceStatus
from accords.standing.report import status

OVERDUE = {"breached", "fulfilled", "fulfilled_late"}


def act(number: int, *claims: tuple[str | None, str, Any], kind: str = "performance", **more: Any) -> dict[str, Any]:
    """An event; each claim is who says it, the day, and how much: a number, or the fields of a figure."""
    said = []
    for who, day, amount in claims:
        claim: dict[str, Any] = {"says": "occurred", "when": day, "known_on": day}
        if who is not None:
            claim["claimed_by_id"] = who
        if amount is not None:
            figure = amount if isinstance(amount, dict) else {"amount": amount}
            claim["quantities"] = [{"measure": "prisoners", **figure}]
        said.append(claim)
    about = {"obligation_ids": ["o"], "actor_ids": ["debtor"]}
    return {"id": f"e{number}", "kind": kind, "summary": "it happened", "claims": said, **about, **more}


def standing(
    events: list[dict[str, Any]], as_of: str, quantity: dict[str, Any] | None = None, **duty: Any
) -> tuple[InstanceStatus, ...]:
    owed = {"id": "o", "obligor_ids": ["debtor"], "modality": "must", "action": "free prisoners"}
    owed |= {"quantities": [{"measure": "prisoners", **(quantity or {"at_least": 90})}], **duty}
    others = owed.pop("others", [])
    record = {
        "accords_version": "1.0",
        "id": "deal",
        "title": "Deal",
        "conclusion": {"form": "signed", "date": "2025-01-01"},
        "actors": [{"id": i, "name": i} for i in ("debtor", "creditor", "partner", "inspectors", "press")],
        "parties": [{"actor_id": "debtor"}, {"actor_id": "creditor"}],
        "third_parties": [{"actor_id": "inspectors", "role": "verifier"}],
        "obligations": [owed, *others],
        "events": events,
    }
    return status(structure(record), as_of=as_of, precision="exact").of("o")


def one(*args: Any, **more: Any) -> InstanceStatus:
    (found,) = standing(*args, **more)
    return found


DUE = {"due": {"kind": "date", "value": "2025-01-16"}}
SO_FAR = {"amount": 60, "so_far": True}


@pytest.mark.parametrize(
    ("events", "as_of", "expected", "established"),
    [
        ([act(1, ("creditor", "2025-01-10", 30))], "2025-01-12", {"active", "fulfilled"}, "30"),
        (
            [act(1, ("creditor", "2025-01-10", 30)), act(2, ("creditor", "2025-01-15", SO_FAR))],
            "2025-01-20",
            OVERDUE,
            "60",
        ),
        (
            [act(1, ("creditor", "2025-01-10", 30)), act(2, ("creditor", "2025-01-15", 60))],
            "2025-01-20",
            {"fulfilled"},
            "90",
        ),
        ([act(1, ("debtor", "2025-01-10", 90), ("creditor", "2025-01-10", 88))], "2025-01-20", OVERDUE, "88"),
        ([act(1, ("debtor", "2025-01-10", 90))], "2025-01-20", OVERDUE, "0"),
        ([act(1, ("inspectors", "2025-01-10", 90), ("creditor", "2025-01-10", 88))], "2025-01-20", {"fulfilled"}, "90"),
        ([act(1, ("creditor", "2025-01-10", 90), ("inspectors", "2025-01-10", 88))], "2025-01-20", OVERDUE, "88"),
        ([act(1, ("creditor", "2025-01-20", 90))], "2025-01-25", {"fulfilled_late"}, "90"),
        ([act(1, ("creditor", "2025-01-10", {"at_least": 90}))], "2025-01-20", {"fulfilled"}, "90"),
        ([act(1, ("creditor", "2025-01-10", {"amount": 90, "unit": "t"}))], "2025-01-20", OVERDUE, "0"),
        ([act(1, ("creditor", "2025-01-10", None))], "2025-01-20", OVERDUE, "0"),
        ([act(1, ("creditor", "2025-01-10", None), extent="full")], "2025-01-20", {"fulfilled"}, "90"),
        ([act(1, ("creditor", "2025-01-10", None), count=90)], "2025-01-20", {"fulfilled"}, "90"),
    ],
)  # fmt: skip
def test_what_counts_towards_the_least(
    events: list[dict[str, Any]], as_of: str, expected: set[str], established: str
) -> None:
    found = one(events, as_of, **DUE)
    assert {state.value for state in found.states} == expected
    assert found.amounts[0].established == established
    if expected not in ({"fulfilled"}, {"fulfilled_late"}):
        assert found.amounts[0].partly
        assert "nothing reported" not in found.name


def test_a_later_figure_replaces_the_speakers_earlier_one() -> None:
    corrected = act(1, ("creditor", "2025-01-10", 80), ("creditor", "2025-01-12", 90))
    assert {s.value for s in one([corrected], "2025-01-20", **DUE).states} == {"fulfilled"}


def test_a_partly_performed_duty_says_how_much_and_who_claims_more() -> None:
    found = one([act(1, ("debtor", "2025-01-10", 90), ("creditor", "2025-01-10", 88))], "2025-01-20", **DUE)
    (amount,) = found.amounts
    assert (found.as_reported.value, amount.at_least, amount.reported, amount.contested) == (
        "breached",
        "90",
        "88",
        True,
    )
    assert [(told.speaker_id, told.low) for told in amount.told] == [("debtor", "90"), ("creditor", "88")]
    assert found.name == "overdue, partly performed: at least 88 of 90 prisoners"


MOST = {"measure": "fish", "at_most": 8500}
KEPT, BROKEN, OPEN = {"active"}, {"breached"}, {"active", "breached"}


@pytest.mark.parametrize(
    ("claims", "expected", "reported"),
    [
        ([("creditor", 9000), ("debtor", 8000)], OPEN, "active"),
        ([("debtor", 8700)], BROKEN, "breached"),
        ([("inspectors", 8700)], BROKEN, "breached"),
        ([("creditor", 9000)], OPEN, "breached"),
        ([("debtor", 8000)], OPEN, "active"),
        ([("press", 9000)], OPEN, "breached"),
    ],
)
def test_more_than_the_most_is_the_violation(claims: list[tuple[str, int]], expected: set[str], reported: str) -> None:
    """An established figure needs no charge; a figure that the other side contests is contested."""
    event = act(1, *((who, "2025-03-01", {"amount": much, "measure": "fish"}) for who, much in claims), kind="conduct")
    found = one([event], "2025-06-01", MOST, modality="must_not", action="catch more")
    assert ({state.value for state in found.states}, found.as_reported.value) == (expected, reported)
    assert (found.name == "contested") is (len(claims) == 2)


@pytest.mark.parametrize(
    ("counted", "figures", "expected"),
    [
        ("level", (200, 200), OPEN),
        ("sum", (200, 200), BROKEN),
        ("level", (200, 310), BROKEN),
    ],
)
def test_levels_stand_alone_and_sums_add_up(counted: str, figures: tuple[int, int], expected: set[str]) -> None:
    events = [
        act(n, ("inspectors", f"2025-0{n}-01", {"amount": much, "measure": "kg"}), kind="conduct")
        for n, much in enumerate(figures, 2)
    ]
    quantity = {"measure": "kg", "at_most": 300, "counted": counted}
    found = one(events, "2025-06-01", quantity, modality="must_not", action="hold more")
    assert {state.value for state in found.states} == expected


def test_a_level_below_the_least_is_a_violation() -> None:
    quantity = {"measure": "kg", "at_least": 500, "counted": "level"}
    duty = {"performance": {"kind": "continuing"}, "action": "hold in store"}
    for much, expected in ((500, OPEN), (499, BROKEN)):
        event = act(1, ("debtor", "2025-03-01", {"amount": much, "measure": "kg"}), kind="conduct")
        assert {state.value for state in one([event], "2025-06-01", quantity, **duty).states} == expected


def test_nothing_carries_over_from_turn_to_turn() -> None:
    """Ten a day: thirteen on the first day make no up for eight on the second."""
    each = {"performance": {"kind": "recurring", "every": "P1D", "times": 3, "mode": "anchored"}}
    day = {"kind": "date", "value": "2025-02-01"}
    events = [act(n, ("creditor", f"2025-02-0{n}", much)) for n, much in enumerate((13, 8, 12), 1)]
    found = standing(events, "2025-02-04", {"at_least": 10}, not_before=day, due=day, **each)
    assert [{state.value for state in each.states} for each in found] == [{"fulfilled"}, OVERDUE, {"fulfilled"}]
    assert [each.amounts[0].established for each in found] == ["13", "8", "12"]


def test_several_acts_of_one_turn_add_up() -> None:
    """A thousand a year in two halves; the second year lacks a little."""
    each = {"performance": {"kind": "recurring", "every": "P1Y", "times": 2, "mode": "anchored"}}
    day = {"not_before": {"kind": "date", "value": "2025"}, "due": {"kind": "date", "value": "2025-12-31"}}
    given = (("2025-03-01", 500), ("2025-09-01", 500), ("2026-03-01", 500), ("2026-09-01", 499.5))
    events = [act(n, ("creditor", when, much)) for n, (when, much) in enumerate(given, 1)]
    found = standing(events, "2027-02-01", {"at_least": 1000}, **each, **day)
    assert [{state.value for state in each.states} for each in found] == [{"fulfilled"}, OVERDUE]
    assert [each.amounts[0].established for each in found] == ["1000", "999.5"]


def test_an_amount_hangs_on_what_is_established_of_another_duty() -> None:
    """Three prisoners for each hostage: two hostages are confirmed, so six are owed."""
    hostages = {
        "id": "h",
        "obligor_ids": ["creditor"],
        "modality": "must",
        "action": "free hostages",
        "quantities": [{"measure": "hostages", "at_least": 5}],
    }
    freed = act(1, ("debtor", "2025-01-05", {"amount": 2, "measure": "hostages"}), obligation_ids=["h"])
    freed |= {"actor_ids": ["creditor"]}
    ratio = {"at_least": {"times": 3, "of_obligation_id": "h"}}
    for much, expected in ((6, {"fulfilled"}), (5, OVERDUE)):
        found = one([freed, act(2, ("creditor", "2025-01-10", much))], "2025-01-20", ratio, others=[hostages], **DUE)
        assert {state.value for state in found.states} == expected
        assert found.amounts[0].at_least == "6"


@pytest.mark.parametrize(("borne", "expected"), [("jointly", {"fulfilled"}), ("any", OVERDUE)])
def test_amounts_of_several_add_up_only_where_they_owe_jointly(borne: str, expected: set[str]) -> None:
    events = [
        act(1, ("creditor", "2025-01-05", 50)),
        act(2, ("creditor", "2025-01-06", 40)) | {"actor_ids": ["partner"]},
    ]
    found = one(events, "2025-01-20", obligor_ids=["debtor", "partner"], borne=borne, **DUE)
    assert {state.value for state in found.states} == expected


@pytest.mark.parametrize(
    ("number", "text"),
    [(Fraction(88), "88"), (Fraction(9995, 10), "999.5"), (Fraction(1, 400), "0.0025"), (Fraction(1, 3), "1/3")],
)
def test_numbers_are_exact(number: Fraction, text: str) -> None:
    assert number_text(number) == text
