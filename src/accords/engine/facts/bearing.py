"""Whose an event is, and of which turn: what it says of that itself, and what it says by what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from accords.engine.days.axis import Axis
from accords.engine.facts.bearers import Bearer, Subject, Waiting
from accords.engine.facts.kinds import ACTED, FAVOURS, LEAVING
from accords.engine.facts.register import Register
from accords.engine.facts.sides import Speakers
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.vocabulary import EventKind

__all__ = ["ONLY", "Bearing", "Turn"]


class Turn(NamedTuple):
    """Which of several instances of one bearer: by its number, and the occurrence for which it is due, if it is."""

    number: int | None = None
    occurrence: str | None = None


ONLY = Turn()
"""That of a duty without turns."""


class Bearing(Register):
    """Tells which instances an event or a finding bears on. Reads the record; changes nothing."""

    def __init__(self, record: Agreement, axis: Axis) -> None:
        super().__init__(record)
        self.axis = axis
        self.speakers = Speakers(record, axis)
        self._apart: dict[str, dict[str, list[Event]]] = {}

    def behind(self, event: Event) -> frozenset[str]:
        """The actors of an event and everybody to whom they belong."""
        return frozenset[str]().union(*(self.speakers.voices.belongs_to(actor) for actor in event.actor_ids))

    def bearer_of(self, event: Event) -> Bearer | None:
        """The bearer that an event bears on first; None for an event about no duty."""
        return next(iter(self.bearers_of(event)), None)

    def bearers_of(self, event: Event) -> list[Bearer]:
        """The bearers that an event may bear on, those first of whom it is sure."""
        if event.kind not in FAVOURS:
            return []
        about = [share for duty_id in event.obligation_ids for share in self.bearers.get(duty_id, ())]
        whose = [(self.acts_for(event, share), share) for share in about]
        return [share for sure in (True, None) for its, share in whose if its is sure]

    def acts_for(self, event: Event, bearer: Bearer) -> bool | None:
        """Whether an act is one of the bearer's: yes, no, or None where nothing says whose it is. Who leaves others
        behind leaves for itself alone."""
        if event.kind in ACTED:
            return self._done_by((event,), bearer)
        return not (event.act in LEAVING and self.only_leaves(event) and self._done_by((event,), bearer) is False)

    def is_of_nobody(self, event: Event, subject: Subject) -> bool:
        """Whether nothing says whose conduct it was, of those who owe the duty each."""
        bearer = subject.bearer if isinstance(subject, Waiting) else subject
        if bearer is None or event.kind is not EventKind.CONDUCT or bearer.duty_id not in event.obligation_ids:
            return False
        return self.acts_for(event, bearer) is None

    def bearing_on(self, bearer: Bearer) -> Sequence[Event]:
        """The events that name the bearer's duty, but for what others did who owe it; in the order of the record."""
        events = self.bearing.get(bearer.duty_id, ())
        if not events or bearer.shared or len(self.bearers[bearer.duty_id]) <= 1:
            return events
        found = self._apart.get(bearer.duty_id)
        if found is None:  # once for all who owe it, or each of them would go through the acts of all others
            found = self._apart[bearer.duty_id] = {obligor: [] for obligor in self.duties[bearer.duty_id].obligor_ids}
            for event in events:
                own = event.kind in ACTED or (event.act in LEAVING and self.only_leaves(event))
                named = [each for each in self.behind(event) if each in found] if own else ()
                for obligor in named or found:
                    found[obligor].append(event)
        return found[bearer.obligor_ids[0]]

    def concerning(self, bearer: Bearer, named: Iterable[str], bound: tuple[str, str] | None = None) -> list[Event]:
        """The events that bear on the bearer, those that are named and their occurrences, in the order of the record.

        Where the instance is ``bound`` to one occurrence of an event, that one stands for the event.
        """
        found = {event.id: event for event in self.bearing_on(bearer)}
        for event_id in named:
            occurred: Sequence[Event] = self.occurrences.get(event_id, ())
            if bound is not None and bound[0] == event_id != bound[1]:
                occurred = [self.events[bound[1]]] if bound[1] in self.events else ()
            about = (*occurred, self.events.get(event_id))
            found |= {event.id: event for event in about if event is not None}
        return self.in_order(found.values())

    def is_of_fellow(self, event: Event, bearer: Bearer) -> bool:
        """Whether an act, or what a finding is about, is for certain that of others who owe the duty."""
        on = self.events.get(event.finding.on_id) if event.finding is not None else event
        if on is None:
            return self.finds_of(event, bearer) is False
        return bearer.duty_id in on.obligation_ids and self.acts_for(on, bearer) is False

    def finds_of(self, event: Event, bearer: Bearer | None) -> bool | None:
        """Whether a finding is about the bearer: yes, no, or None where it is about one of several and does not say."""
        finding = event.finding
        if bearer is None or finding is None or finding.on_id != bearer.duty_id:
            return True
        named = finding.obligor_ids
        if named:
            return bearer.shared or not set(named).isdisjoint(bearer.obligor_ids)
        about = [self.events[each] for each in event.about_event_ids if each in self.events]
        return self._done_by(about, bearer)

    def _done_by(self, acts: list[Event] | tuple[Event, ...], bearer: Bearer) -> bool | None:
        """Whether the bearer did one of the acts; None where none of them tells who of the obligors it was."""
        duty = self.duties[bearer.duty_id]
        if bearer.shared or len(duty.obligor_ids) <= 1:
            return True
        behind = frozenset[str]().union(*(self.behind(act) for act in acts))
        return bearer.obligor_ids[0] in behind or (None if behind.isdisjoint(self.owing[duty.id]) else False)

    def of_turn(self, event: Event, turn: Turn) -> bool | None:
        """Whether an event belongs to a turn: yes, no, or None where neither it nor what it is about names one."""
        if turn.number is None:
            return True
        own = self._names_turn(event, turn)
        if own is not None:
            return own
        about = [self._names_turn(self.events[each], turn) for each in event.about_event_ids if each in self.events]
        return True if True in about else False if False in about else None

    def _names_turn(self, event: Event, turn: Turn) -> bool | None:
        if event.instance is not None:
            return event.instance == turn.number
        if turn.occurrence is None:
            return None
        repeated = self.events[turn.occurrence].occurrence_of_id or turn.occurrence
        occurred = {turn.occurrence, *(each.id for each in self.occurrences.get(repeated, ()))}
        named = occurred.intersection((event.id, *event.about_event_ids))
        return turn.occurrence in named if named else None

    def only_leaves(self, event: Event) -> bool:
        """Whether it takes its actors out of an agreement that goes on among two or more others."""
        parties, behind = set(self.speakers.parties), self.behind(event)
        leaves = event.act in LEAVING or (event.kind is EventKind.TERMINATION and not event.obligation_ids)
        return leaves and len(parties) > 2 and bool(event.actor_ids) and not parties <= behind
