"""A duty that a reservation takes out for somebody does not bind that one, and has no deadline there."""

from __future__ import annotations

from tests.laws.small_records import act, duty, every, record, says

from accords.checklist import checklist
from accords.model.agreement import Agreement
from accords.render.status.text import render_status
from accords.standing.report import status

RESERVED = [{"actor_id": "a", "exempt_from_ids": ["o"]}, {"actor_id": "b"}, {"actor_id": "c"}]
EXEMPT = "exempt: it does not bind this obligor"


def reserved(*events: object, by: str = "a b", **terms: object) -> Agreement:
    return record(duty(by=by, to="c", **terms), *events, parties=RESERVED)


def test_who_made_a_reservation_is_named_as_exempt_and_has_no_deadline() -> None:
    """The other obligor has one."""
    mine, theirs = status(reserved(due="2023-02-10"), as_of="2023-01-30").instances
    assert mine.name == EXEMPT
    assert (mine.deadline.original, mine.deadline.computed, mine.deadline.any_possible) == (None, None, None)
    assert (theirs.name, theirs.deadline.computed) == ("open, nothing reported", "2023-02-10")


def test_nothing_else_is_said_of_it() -> None:
    """No remark, no dispute and no amount, whatever is told of an act."""
    told = act(says("b", "2023-01-05"), says("c", "2023-01-06", "not_occurred"))
    small = reserved(told, due="2023-01-10", quantities=[{"measure": "load", "at_least": 90}])
    report = status(small, as_of="2023-01-30")
    mine = report.instances[0]
    assert (mine.flags, mine.disputes, mine.amounts, mine.is_overdue) == ((), (), (), False)
    assert f"{EXEMPT} ?" in " ".join(render_status(report, small).split())


def test_turns_of_it_are_next_due_on_no_day() -> None:
    report = status(reserved(due="2023-02-10", performance=every("P7D", times=3)), as_of="2023-01-30")
    mine, theirs = report.roll_ups
    assert (mine.next_due, theirs.next_due) == (None, "2023-02-10")
    assert {each.name for each in report.instances if each.obligor_ids == ("a",)} == {EXEMPT}


def test_in_a_checklist_it_has_ended() -> None:
    """It stands among what is no longer to be looked at."""
    rows = checklist(reserved(due="2023-02-10"), as_of="2023-01-30").items
    mine = next(item for item in rows if item.obligor_ids == ("a",))
    assert mine.standing is not None
    assert (mine.standing.sign, mine.standing.words, mine.standing.bucket, mine.standing.due) == (
        "–",
        EXEMPT,
        "ended",
        None,
    )


def test_who_owes_it_together_with_others_is_bound_with_them() -> None:
    """A reservation of one of them takes it out for that one alone."""
    (joint,) = status(reserved(due="2023-02-10", borne="jointly"), as_of="2023-01-30").instances
    assert joint.name == "open, nothing reported"
