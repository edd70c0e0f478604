"""Which duties an event can bear on: at once, and through the duties that refer to those."""

from __future__ import annotations

from accords.engine.facts.kinds import LEAVING
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.whole import ENDS
from accords.model.events import Event
from accords.model.obligations import Linkage
from accords.model.walk import events_in, term_events
from accords.vocabulary import EventKind

__all__ = ["Reach"]

_OF_ALL = (*ENDS, EventKind.SUSPENSION, EventKind.RESUMPTION)
"""Kinds of event that bear on every duty where they name none."""


class Reach:
    """Follows references against their direction. Lists are in the order of the record, so that nothing hangs on
    the order of a set."""

    def __init__(self, ledger: Ledger) -> None:
        self.record = ledger.record
        self._place = ledger.place
        self._naming: dict[str, list[str]] = {}
        self._defining: dict[str, list[str]] = {}
        self.dependents: dict[str, list[str]] = {}
        self._linkages: dict[str, list[Linkage]] = {}
        for duty in self.record.obligations:
            for event_id in ledger.named_by(duty.id):
                self._naming.setdefault(event_id, []).append(duty.id)
            for other in ledger.references[duty.id]:
                self.dependents.setdefault(other, []).append(duty.id)
        for linkage in self.record.linkages:
            for duty_id in linkage.obligation_ids:
                self._linkages.setdefault(duty_id, []).append(linkage)
        for event in self.record.events:
            for named in (condition for condition in (event.defined_as, event.new_due) if condition is not None):
                for event_id in events_in(named):
                    self._defining.setdefault(event_id, []).append(event.id)
        self._events = {event.id: event for event in self.record.events}
        self._of_all = term_events(self.record.term) | {
            event_id
            for party in self.record.parties
            for condition in (party.bound_from, party.bound_until)
            if condition is not None
            for event_id in events_in(condition)
        }

    def at_once(self, event: Event) -> list[str]:
        """The duties on which the event bears without another duty between, with those that are tied to them."""
        found: dict[str, None] = {}
        seen = {event.id}
        queue = [event]
        while queue:
            here = queue.pop()
            if here.id in self._of_all or ((here.kind in _OF_ALL or here.act in LEAVING) and not here.obligation_ids):
                return list(self._place)
            found |= dict.fromkeys(i for i in here.obligation_ids if i in self._place)
            found |= dict.fromkeys(self._naming.get(here.id, ()))
            more = [*self._defining.get(here.id, ()), *([here.occurrence_of_id] if here.occurrence_of_id else ())]
            queue += [self._events[i] for i in more if i in self._events and i not in seen]
            seen.update(more)
        return self.with_linked(found)

    def with_linked(self, duty_ids: dict[str, None] | list[str]) -> list[str]:
        """``duty_ids`` and every duty that a linkage ties to one of them, directly or through others."""
        found = dict.fromkeys(duty_ids)
        queue = list(found)
        seen: set[int] = set()
        while queue:
            for linkage in self._linkages.get(queue.pop(), ()):
                if id(linkage) not in seen:
                    seen.add(id(linkage))
                    new = [i for i in linkage.obligation_ids if i in self._place and i not in found]
                    found |= dict.fromkeys(new)
                    queue += new
        return list(found)
