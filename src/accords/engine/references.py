"""Which duties refer to which, so that each is worked out before those that wait for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from accords.model.agreement import Agreement, Term
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    NoEvent,
    Offset,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.model.obligations import EachTime, Obligation, Recurring

__all__ = [
    "closing_words",
    "conditions_of",
    "definitions",
    "duties_in",
    "events_in",
    "nodes",
    "order",
    "references",
    "term_events",
]


def nodes(condition: Condition | None) -> Iterator[Condition]:
    """A condition and everything inside it."""
    stack = [condition] if condition is not None else []
    while stack:
        here = stack.pop()
        yield here
        if isinstance(here, (AllOf, AnyOf, AtLeast)):
            stack += here.conditions
        elif isinstance(here, Offset):
            stack.append(here.anchor)
        elif isinstance(here, NoEvent):
            stack.append(here.until)
            if here.since is not None:
                stack.append(here.since)
        elif isinstance(here, Vague) and here.after is not None:
            stack.append(here.after)


def conditions_of(duty: Obligation) -> Iterator[Condition]:
    """Every condition that stands in a duty, its readings included."""
    for slot in (duty.trigger, duty.not_before, duty.due, duty.ends, duty.excused_if):
        if slot is not None:
            yield slot
    for suspension in duty.suspensions:
        yield suspension.starts
        if suspension.ends is not None:
            yield suspension.ends
    for reading in duty.readings:
        if reading.replaces is not None:
            terms = reading.replaces
            yield from (c for c in (terms.trigger, terms.not_before, terms.due, terms.ends) if c is not None)
    performed = duty.performance
    if isinstance(performed, Recurring) and performed.ends is not None:
        yield performed.ends


def events_in(duty: Obligation) -> set[str]:
    """The events that a duty's conditions name."""
    found = set[str]()
    if isinstance(performed := duty.performance, EachTime) and performed.event_id is not None:
        found.add(performed.event_id)
    for condition in conditions_of(duty):
        for node in nodes(condition):
            if isinstance(node, (OnEvent, NoEvent)):
                found.add(node.event_id)
    return found


def definitions(record: Agreement) -> dict[str, set[str]]:
    """Event → the events that its definition names, of those that are defined by events alone."""
    found: dict[str, set[str]] = {}
    for event in record.events:
        if event.defined_as is not None and not duties_in(event.defined_as):
            parts = nodes(event.defined_as)
            found[event.id] = {part.event_id for part in parts if isinstance(part, (OnEvent, NoEvent))}
    return {event_id: names & found.keys() for event_id, names in found.items()}


def term_events(term: Term | None) -> set[str]:
    """The events on which the agreement's own term turns."""
    if term is None:
        return set()
    conditions = [term.entry_into_force, *term.ends_if_any]
    conditions += [slot for suspension in term.suspensions for slot in (suspension.starts, suspension.ends)]
    if term.provisional_application is not None:
        conditions += [term.provisional_application.starts, term.provisional_application.ends]
    found = {node.event_id for c in conditions for node in nodes(c) if isinstance(node, (OnEvent, NoEvent))}
    if term.renewal is not None and term.renewal.unless_event_id is not None:
        found.add(term.renewal.unless_event_id)
    return found


def closing_words(duty: Obligation) -> set[int]:
    """Which of the conditions kept in words stand where a deadline or an end stands, by ``id()``."""
    ends: list[Condition | None] = [duty.due, duty.ends]
    ends += [slot for r in duty.readings if r.replaces is not None for slot in (r.replaces.due, r.replaces.ends)]
    if isinstance(performed := duty.performed, Recurring):
        ends.append(performed.ends)
    ends += [n.until for c in conditions_of(duty) for n in nodes(c) if isinstance(n, NoEvent)]
    return {id(node) for end in ends for node in nodes(end) if isinstance(node, (Vague, Prose))}


def duties_in(condition: Condition) -> set[str]:
    """The duties that a condition refers to."""
    return {node.obligation_id for node in nodes(condition) if isinstance(node, OnObligation)}


def references(record: Agreement) -> dict[str, set[str]]:
    """Duty → the duties it refers to, directly, by an event's definition, a new deadline or a linkage."""
    defined: dict[str, set[str]] = {}
    for event in record.events:
        if event.defined_as is not None:
            defined[event.id] = duties_in(event.defined_as)
    known = {duty.id for duty in record.obligations}
    found: dict[str, set[str]] = {}
    for duty in record.obligations:
        here: set[str] = set()
        for condition in conditions_of(duty):
            for node in nodes(condition):
                if isinstance(node, OnObligation):
                    here.add(node.obligation_id)
                elif defined and isinstance(node, (OnEvent, NoEvent)):
                    here |= defined.get(node.event_id, set())
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
