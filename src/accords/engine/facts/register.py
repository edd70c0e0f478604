"""What a record holds, laid out for look-up: duties and who bears them, events and what they bear on."""

from __future__ import annotations

from collections.abc import Iterable

from accords.engine.facts.bearers import bearers, most_turns
from accords.engine.facts.references import circles, definitions, ending_events, order, references
from accords.model.agreement import Agreement
from accords.model.conditions import Condition, NoEvent, OnEvent
from accords.model.events import Event
from accords.model.walk import duties_in, events_of, nodes

__all__ = ["Register"]


class Register:
    """Finds the duties and events of one record. Reads it; changes nothing."""

    def __init__(self, record: Agreement) -> None:
        self.record = record
        self.duties = {duty.id: duty for duty in record.obligations}
        self.bearers = {duty.id: bearers(duty) for duty in record.obligations}
        self.owing = {duty.id: frozenset(duty.obligor_ids) for duty in record.obligations}
        self.most_turns = most_turns((duty, len(self.bearers[duty.id])) for duty in record.obligations)
        self.events = {event.id: event for event in record.events}
        self._places = {event.id: place for place, event in enumerate(record.events)}
        self.bearing: dict[str, list[Event]] = {}
        """Duty → the events that name it."""
        self.occurrences: dict[str, list[Event]] = {}
        """Repeatable event → its occurrences."""
        self.found: dict[str, list[Event]] = {}
        """What findings are on → the findings."""
        self.general: list[Event] = []
        """The events about no duty."""
        for event in record.events:
            for duty_id in dict.fromkeys(event.obligation_ids):
                self.bearing.setdefault(duty_id, []).append(event)
            if event.occurrence_of_id is not None:
                self.occurrences.setdefault(event.occurrence_of_id, []).append(event)
            if event.finding is not None:
                self.found.setdefault(event.finding.on_id, []).append(event)
            if not event.obligation_ids:
                self.general.append(event)
        self.references = references(record)
        self.order = order(self.references)
        self.place = {duty_id: place for place, duty_id in enumerate(self.order)}
        """Duty → its place among all, each after those that it refers to."""
        self.definitions = order(definitions(record))
        self.ending = ending_events(record)
        """The events on which an end in the record hangs."""
        self._named: dict[str, frozenset[str]] = {}
        self._circles: dict[str, int] | None = None

    def named_by(self, duty_id: str) -> frozenset[str]:
        """The events that a duty's conditions, its performance or its renewal name."""
        found = self._named.get(duty_id)
        if found is None:
            found = self._named[duty_id] = frozenset(events_of(self.duties[duty_id]))
        return found

    def in_order(self, events: Iterable[Event]) -> list[Event]:
        """``events`` in the order of the record."""
        return sorted(events, key=lambda event: self._places[event.id])

    def hangs_on_itself(self, end: Condition, duty_id: str | None) -> bool:
        """Whether an end of the agreement (None), or of a duty, waits for duties which that end bears on."""
        others = duties_in(end)
        for node in nodes(end):
            if isinstance(node, (OnEvent, NoEvent)):
                event = self.events.get(node.event_id)
                others |= duties_in(event.defined_as) if event is not None and event.defined_as is not None else set()
        others &= self.duties.keys()
        if duty_id is None or not others:
            return bool(others)
        if self._circles is None:
            self._circles = circles(self.references)
        return any(self._circles[other] == self._circles[duty_id] for other in others)
