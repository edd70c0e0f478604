"""Deadlines that count back from an event: what is only planned makes nothing overdue."""

from __future__ import annotations

from accords.engine.facts.ledger import Ledger
from accords.engine.terms.scope import Scope
from accords.model.conditions import Condition, Offset, OnEvent

__all__ = ["counts_back", "is_planned"]


def counts_back(due: Condition | None, event_id: str) -> bool:
    """Whether a deadline lies before the event from which it is counted."""
    return _counted_back_from(due) == event_id


def _counted_back_from(due: Condition | None) -> str | None:
    """The event before which a deadline lies; None where it lies before none."""
    back = False
    while isinstance(due, Offset):
        back, due = back or due.is_before, due.anchor
    return due.event_id if back and isinstance(due, OnEvent) else None


def is_planned(ledger: Ledger, due: Condition, scope: Scope, number: int | None) -> bool:
    """Whether a deadline counts back from what nobody reports to have come, though it may be planned.

    ``number`` is that of the turn: an instance that waits for an occurrence has none.
    """
    event_id = _counted_back_from(due)
    if event_id is None:
        return False
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
