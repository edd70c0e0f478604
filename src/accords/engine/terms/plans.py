"""From what deadlines count, on or back; and of those that count back what is only planned."""

from __future__ import annotations

from accords.engine.facts.ledger import Ledger
from accords.engine.terms.scope import Scope
from accords.model.conditions import Condition, Offset, OnEvent

__all__ = ["counted_back_from", "counted_on_from", "is_planned"]


def counted_back_from(due: Condition | None) -> str | None:
    """The event before which a deadline lies; None where it lies before none."""
    back = False
    while isinstance(due, Offset):
        back, due = back or due.is_before, due.anchor
    return due.event_id if back and isinstance(due, OnEvent) else None


def counted_on_from(due: Condition | None) -> Condition | None:
    """After what a deadline lies; None where it lies before something, or is counted from nothing."""
    anchor = None
    while isinstance(due, Offset) and not due.is_before:
        anchor = due = due.anchor
    return anchor


def is_planned(ledger: Ledger, event_id: str, scope: Scope, number: int | None) -> bool:
    """Whether nobody reports that an event has come, though it may be planned, from which a deadline counts back.

    ``number`` is that of the turn: an instance that waits for an occurrence has none.
    """
    if scope.event is not None and scope.event[0] == event_id:
        if number is None:
            return True
        event_id = scope.event[1]
    event = ledger.events.get(event_id)
    if event is None or event.defined_as is not None:
        return False
    happened = (event, *ledger.occurrences.get(event_id, ()))
    facts = [ledger.fact(each, ledger.waiting(each, scope.who_waits)) for each in happened]
    return not any(found.asserted for found in facts)
