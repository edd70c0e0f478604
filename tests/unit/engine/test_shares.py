"""What of another duty an amount hangs on: of that turn, of that occurrence, or since the occurrence before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accords.codec import structure
from accords.engine.days.axis import Axis
from accords.engine.terms.instances import Slotted
from accords.engine.terms.shares import share_of
from accords.engine.worlds.assess import Assessor


def told(event_id: str, day: str, **more: Any) -> dict[str, Any]:
    """An event of which the side says that is owed the buoys."""
    claim = {"says": "occurred", "when": day, "known_on": "2023-01-31", "claimed_by_id": "a"}
    return {"id": event_id, "kind": "milestone", "summary": "it happened", "claims": [claim], **more}


def laid(event_id: str, day: str, **more: Any) -> dict[str, Any]:
    """An act of the other duty."""
    return told(event_id, day, **{"kind": "performance", "actor_ids": ["b"], "obligation_ids": ["buoys"], **more})


def record(again: dict[str, Any], *events: dict[str, Any]) -> Any:
    """Each time that the river thaws ``a`` owes something for what ``b`` laid."""
    duty = {"id": "barges", "obligor_ids": ["a"], "modality": "must", "action": "send barges"}
    other = {"id": "buoys", "obligor_ids": ["b"], "owed_to_ids": ["a"], "modality": "must", "action": "lay buoys"}
    return structure(
        {
            "accords_version": "1.0", "id": "river", "title": "River",
            "actors": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
            "parties": [{"actor_id": "a"}, {"actor_id": "b"}],
            "conclusion": {"form": "signed", "date": "2023-01-01"},
            "obligations": [
                {**duty, "performance": {"kind": "each_time", "event_id": "thaw"}},
                {**other, "performance": again, "due": {"kind": "date", "value": "2023-01-05"}},
            ],
            "events": [{"id": "thaw", "kind": "milestone", "summary": "The river thaws."}, *events],
        }
    )  # fmt: skip


ONCE = {"kind": "once"}
THAWS = (told("t1", "2023-01-05", occurrence_of_id="thaw"), told("t2", "2023-01-10", occurrence_of_id="thaw"))
TWICE = (told("t1", "2023-01-05", occurrence_of_id="thaw"), told("t2", "2023-01-05", occurrence_of_id="thaw"))


@pytest.mark.parametrize(
    ("events", "shares"),
    [
        ((*THAWS, laid("l1", "2023-01-03"), laid("l2", "2023-01-07")), [["l1"], ["l2"]]),
        ((*THAWS, laid("l1", "2023-01-05"), laid("l2", "2023-01-06")), [["l1"], ["l2"]]),
        ((*THAWS, laid("l1", "2023-01-04/2023-01-06")), [[], []]),
        ((*THAWS, laid("l1", "2023-01-20")), [[], []]),
        ((*TWICE, laid("l1", "2023-01-03")), [[], []]),
        ((*TWICE, laid("l1", "2023-01-03", about_event_ids=["t2"])), [[], ["l1"]]),
        (
            (laid("l1", "2023-01-05", occurrence_of_id="thaw"), laid("l2", "2023-01-05", occurrence_of_id="thaw")),
            [["l1"], ["l2"]],
        ),
    ],
)
def test_an_amount_hangs_on_what_its_occurrence_is_about(events: tuple[Any, ...], shares: list[list[str]]) -> None:
    """What is not certain to belong to one occurrence counts for none."""
    made = record(ONCE, *events)
    axis = Axis.of(made)
    t = axis.closing(date(2023, 2, 1).toordinal())
    assessor = Assessor(made, axis, t, t)
    ledger, solver = assessor.ledger, assessor.solver
    other = ledger.duties["buoys"]
    (bearer,) = ledger.bearers["buoys"]
    acts = [Slotted(m.event, solver.points.happening(m.event, bearer), True) for m in ledger.matters(bearer)]
    found = [
        [
            act.event.id
            for act in share_of(ledger, instance, other, bearer, acts, solver.instances, solver.builder.time_of)
        ]
        for instance in solver.instances("barges")
    ]
    assert found == shares
