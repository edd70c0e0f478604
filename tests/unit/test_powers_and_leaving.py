"""A power is used by a performance, taken away by a termination; who leaves owes on what fell due before."""

from __future__ import annotations

import pytest
from tests.laws.small_records import act, duty, every, record, says

from accords.model.agreement import Agreement
from accords.standing.report import status

LEFT = "2023-01-10"
PARTIES = [
    {"actor_id": "a", "bound_until": {"kind": "event", "event_id": "e"}}, {"actor_id": "b"}, {"actor_id": "c"},
]  # fmt: skip


def names(small: Agreement, day: str = "2023-03-30") -> list[str]:
    return [found.named(str) for found in status(small, as_of=day).instances]


@pytest.mark.parametrize(("kind", "of_a"), [("performance", "exercised"), ("termination", "claimed by a: withdrawn")])
def test_a_withdrawal_uses_the_power_as_a_performance_and_of_its_actor_alone(kind: str, of_a: str) -> None:
    """That the record codes it as the end of the power is another matter; either way the others keep theirs."""
    right = duty(by="a b c", modality="may")
    small = record(right, act(says("a", LEFT), by="a", kind=kind, act="withdrawal"), parties="a b c")
    assert names(small) == [of_a, "available, no use reported", "available, no use reported"]


def test_what_fell_due_before_a_party_left_stays_due() -> None:
    ends = {"kind": "event", "event_id": "e"}
    shares = duty(due="2023-01-03", performance=every("P7D", ends=ends), survives_termination=True)
    left = act(says("a", LEFT), says("b", LEFT), by="a", of="", kind="termination", act="withdrawal")
    found = status(record(shares, left, parties=PARTIES), as_of="2023-03-30").instances
    assert [(each.number, each.name, "still_owed" in each.flags) for each in found] == [
        (1, "overdue, nothing reported", True),
        (2, "overdue, nothing reported", True),
    ]
