"""A deadline that hangs on what is told: each way of deciding it leaves its own."""

from __future__ import annotations

from accords.engine.days.moments import NOT_EVER, on
from accords.engine.terms.table import State
from accords.standing.views.decided import Way, either_due, either_way, hangs_on

BREACHED, OPEN = frozenset({State.BREACHED}), frozenset({State.ACTIVE, State.FULFILLED})


def way(so: bool | None, due: int | None, states: frozenset[State] = OPEN, event: str = "e") -> Way:
    moment = NOT_EVER if due is None else on(due)
    return Way(event_id=event, so=so, said_by=("a",), denied_by=("b",), due=moment, states=states)


def test_what_follows_both_if_it_happened_and_if_not_is_all_that_is_left() -> None:
    """Of several events each leaves its own; one that is decided one way alone leaves everything."""
    late = way(True, 7, BREACHED), way(False, 22, BREACHED)
    assert either_way(late) == BREACHED
    assert either_way((*late, way(True, 7, event="f"), way(False, 9, event="f"))) == BREACHED & OPEN
    assert either_way((way(True, 7),)) is None


def test_a_deadline_is_one_of_two_only_where_each_way_has_one() -> None:
    """Nor where none of them is the one that is reported."""
    pair = way(True, 7), way(False, 22)
    assert either_due(pair, on(22)) == ((7, 7), (22, 22))
    assert either_due(pair, on(9)) is None
    assert either_due((way(True, 7), way(False, None)), on(7)) is None


def test_the_days_that_each_gives_come_before_whether_it_happened() -> None:
    """Where all days lead to one deadline, it hangs on whether it happened."""
    days = way(None, 7), way(None, 9)
    pair = way(True, 7), way(False, 22)
    assert hangs_on((*pair, *days), on(7)) == days
    assert hangs_on((*pair, way(None, 7), way(None, 7)), on(7)) == pair
    assert hangs_on((way(True, 7), way(False, 7)), on(7)) == ()
