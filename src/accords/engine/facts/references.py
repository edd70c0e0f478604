"""Which duties refer to which, so that each is worked out before those that wait for it."""

from __future__ import annotations

from collections.abc import Mapping

from accords.model.agreement import Agreement
from accords.model.conditions import Condition
from accords.model.obligations import Recurring
from accords.model.walk import duties_in, duties_of, events_in, events_of

__all__ = ["circles", "definitions", "ending_events", "order", "references"]


def definitions(record: Agreement) -> dict[str, set[str]]:
    """Event → the events that its definition names, of those that are defined by events alone."""
    found: dict[str, set[str]] = {}
    for event in record.events:
        if event.defined_as is not None and not duties_in(event.defined_as):
            found[event.id] = events_in(event.defined_as)
    return {event_id: names & found.keys() for event_id, names in found.items()}


def ending_events(record: Agreement) -> set[str]:
    """The events on which an end in the record hangs: what leads to it is said there, and nowhere else."""
    ends: list[Condition | None] = [*(record.term.ends_if_any if record.term is not None else ())]
    ends += [party.bound_until for party in record.parties]
    found: set[str] = set()
    for duty in record.obligations:
        ends.append(duty.ends)
        ends += [reading.replaces.ends for reading in duty.readings if reading.replaces is not None]
        if isinstance(duty.performance, Recurring):
            ends.append(duty.performance.ends)
    renewals = [duty.renewal for duty in record.obligations]
    for renewal in (*renewals, record.term.renewal if record.term is not None else None):
        if renewal is not None:
            found |= {i for i in (renewal.unless_event_id, renewal.if_event_id) if i is not None}
    queue = [event_id for end in ends for event_id in events_in(end)]
    defined = {event.id: event.defined_as for event in record.events}
    while queue:
        here = queue.pop()
        if here not in found:
            found.add(here)
            queue += events_in(defined.get(here))
    return found


def circles(graph: Mapping[str, set[str]]) -> dict[str, int]:
    """Duty → the circle of duties that wait for one another in which it stands, alone or with others."""
    back: dict[str, list[str]] = {duty_id: [] for duty_id in graph}
    for duty_id, others in graph.items():
        for other in others:
            back[other].append(duty_id)
    found: dict[str, int] = {}
    for start in reversed(order(graph)):
        queue = [start] if start not in found else []
        while queue:
            here = queue.pop()
            if here not in found:
                found[here] = len(found) if here == start else found[start]
                queue += [other for other in back[here] if other not in found]
    return found


def references(record: Agreement) -> dict[str, set[str]]:
    """Duty → the duties it refers to, directly, by an event's definition, a new deadline or a linkage."""
    defined: dict[str, set[str]] = {}
    for event in record.events:
        if event.defined_as is not None:
            defined[event.id] = duties_in(event.defined_as)
    known = {duty.id for duty in record.obligations}
    found: dict[str, set[str]] = {}
    for duty in record.obligations:
        here = duties_of(duty)
        for event_id in events_of(duty) if defined else ():
            here |= defined.get(event_id, set())
        found[duty.id] = here & known
    for event in record.events:
        if event.new_due is not None:
            for duty_id in event.obligation_ids:
                if duty_id in found:
                    found[duty_id] |= duties_in(event.new_due) & known
    return _with_linkages(record, found)


def _with_linkages(record: Agreement, found: dict[str, set[str]]) -> dict[str, set[str]]:
    """What one duty of a linkage refers to, the others wait for too."""
    linked = dict(found)
    for linkage in record.linkages:
        ids = [i for i in linkage.obligation_ids if i in found]
        shared = set[str]().union(*(found[i] for i in ids))
        for duty_id in ids:
            linked[duty_id] = linked[duty_id] | (shared - {duty_id})
    return linked


def order(graph: Mapping[str, set[str]]) -> list[str]:
    """The duties of ``references``, each after those it refers to; circles are broken where they are met."""
    done: list[str] = []
    state: dict[str, int] = {}
    for start in graph:
        stack = [start]
        while stack:
            here = stack[-1]
            if state.get(here) == 2:
                stack.pop()
                continue
            if state.get(here) == 1:
                state[here] = 2
                done.append(here)
                stack.pop()
                continue
            state[here] = 1
            stack += [other for other in sorted(graph[here]) if other not in state]
    return done
