"""From what deadlines count, on or back; and of those that count back what is only planned."""

from __future__ import annotations

from accords.engine.facts.ledger import Ledger
from accords.engine.terms.scope import Scope
from accords.model.conditions import Condition, Offset, OnEvent, OnObligation
from accords.vocabulary import Reaches

__all__ = ["counted_back_from", "counted_on_from", "is_planned"]


def counted_back_from(due: Condition | None) -> OnEvent | OnObligation | None:
    """The event or the performance before which a deadline lies; None where it lies before neither."""
    back = False
    while isinstance(due, Offset):
        back, due = back or due.is_before, due.anchor
    if not back:
        return None
    done = isinstance(due, OnObligation) and due.reaches in (Reaches.FULFILLED, Reaches.EXERCISED)
    return due if isinstance(due, OnEvent) or done else None  # type: ignore[return-value]


def counted_on_from(due: Condition | None) -> Condition | None:
    """After what a deadline lies; None where it lies before something, or is counted from nothing."""
    anchor = None
    while isinstance(due, Offset) and not due.is_before:
        anchor = due = due.anchor
    return anchor


def is_planned(ledger: Ledger, back: OnEvent | OnObligation, scope: Scope, number: int | None) -> bool:
    """Whether nobody reports that it has come, though it may be planned, from which a deadline counts back.

    ``number`` is that of the turn: an instance that waits for an occurrence has none.
    """
    if isinstance(back, OnObligation):
        bearers = ledger.bearers.get(back.obligation_id, ())
        return not any(act.reported for bearer in bearers for act in ledger.acts(bearer))
    event_id = back.event_id
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
