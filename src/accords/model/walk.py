"""The one place that knows what lies inside what: conditions in slots, conditions in conditions, texts, citations."""

from __future__ import annotations

import types
from collections.abc import Container, Iterator
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, assert_never, cast, get_args, get_origin

import attrs
from attrs import frozen

from accords.model.conclusion import Term
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.model.events import Event
from accords.model.obligations import EachTime, Obligation, Ratio, Recurring, Renewal, Suspension
from accords.model.scalars import OwnId, Reference, ReferenceKind, Scalar
from accords.model.sources import Citation

__all__ = [
    "SLOTS",
    "FieldLayout",
    "Slot",
    "bears_on",
    "children_of",
    "citations_in",
    "closing_words",
    "conditions_of",
    "duties_in",
    "duties_of",
    "events_in",
    "events_of",
    "layout_of",
    "nodes",
    "objects_in",
    "slots_of",
    "term_conditions",
    "term_events",
    "type_parts",
]

Path: TypeAlias = "tuple[str | int, ...]"

Slot: TypeAlias = Literal["trigger", "not_before", "due", "ends", "excused_if"]
SLOTS: tuple[Slot, ...] = ("trigger", "not_before", "due", "ends", "excused_if")
"""Where conditions stand in an obligation itself, in the order of its fields."""


# ---- conditions


def slots_of(duty: Obligation) -> Iterator[tuple[Slot, Condition]]:
    """The conditions that stand in a duty itself, each with its slot."""
    for slot in SLOTS:
        condition: Condition | None = getattr(duty, slot)
        if condition is not None:
            yield slot, condition


def children_of(condition: Condition) -> tuple[tuple[Path, Condition], ...]:
    """The conditions directly inside a condition, each with the steps that lead to it, in the order of its fields."""
    match condition:
        case AllOf() | AnyOf() | AtLeast():
            return tuple((("conditions", place), child) for place, child in enumerate(condition.conditions))
        case Offset():
            return ((("anchor",), condition.anchor),)
        case NoEvent():
            until: tuple[Path, Condition] = (("until",), condition.until)
            return (until,) if condition.since is None else ((("since",), condition.since), until)
        case Vague():
            return () if condition.after is None else ((("after",), condition.after),)
        case OnDate() | OnConclusion() | OnEntryIntoForce() | OnEvent() | OnObligation() | Never() | Prose():
            return ()
        case _:
            assert_never(condition)


_LEAVES = (OnDate, OnConclusion, OnEntryIntoForce, OnEvent, OnObligation, Never, Prose)
"""Conditions that hold no others."""


def nodes(condition: Condition | None) -> Iterator[Condition]:
    """A condition and everything inside it, each before what it holds; without recursion, so at any depth."""
    waiting = [condition] if condition is not None else []
    while waiting:
        here = waiting.pop()
        yield here
        if not isinstance(here, _LEAVES):
            waiting += [child for _, child in reversed(children_of(here))]


def conditions_of(duty: Obligation) -> Iterator[Condition]:
    """Every condition that stands in a duty, those of its readings, suspensions and turns included, outermost only."""
    for slot in SLOTS:
        condition: Condition | None = getattr(duty, slot)
        if condition is not None:
            yield condition
    yield from _of_suspensions(duty.suspensions)
    for reading in duty.readings:
        if reading.replaces is not None:
            terms = reading.replaces
            yield from (c for c in (terms.trigger, terms.not_before, terms.due, terms.ends) if c is not None)
    if isinstance(duty.performance, Recurring) and duty.performance.ends is not None:
        yield duty.performance.ends


def term_conditions(term: Term | None) -> Iterator[Condition]:
    """Every condition of the agreement's own term, outermost only."""
    if term is None:
        return
    if term.entry_into_force is not None:
        yield term.entry_into_force
    if term.provisional_application is not None:
        yield term.provisional_application.starts
        if term.provisional_application.ends is not None:
            yield term.provisional_application.ends
    yield from term.ends_if_any
    yield from _of_suspensions(term.suspensions)


def closing_words(duty: Obligation) -> set[int]:
    """Which of the conditions kept in words stand where a deadline or an end stands, by ``id()``."""
    ends: list[Condition | None] = [duty.due, duty.ends]
    ends += [slot for r in duty.readings if r.replaces is not None for slot in (r.replaces.due, r.replaces.ends)]
    if isinstance(duty.performance, Recurring):
        ends.append(duty.performance.ends)
    ends += [n.until for c in conditions_of(duty) for n in nodes(c) if isinstance(n, NoEvent)]
    return {id(node) for end in ends for node in nodes(end) if isinstance(node, (Vague, Prose))}


def _of_suspensions(suspensions: tuple[Suspension, ...]) -> Iterator[Condition]:
    for suspension in suspensions:
        yield suspension.starts
        if suspension.ends is not None:
            yield suspension.ends


# ---- what conditions and duties name


def events_in(condition: Condition | None) -> set[str]:
    """The events that a condition names."""
    return {node.event_id for node in nodes(condition) if isinstance(node, (OnEvent, NoEvent))}


def bears_on(event: Event, duties: Container[str]) -> tuple[str, ...]:
    """Those of ``duties`` that an event names, or on which it is a finding, each once."""
    found = dict.fromkeys(event.obligation_ids)
    if event.finding is not None and event.finding.on_id in duties:
        found[event.finding.on_id] = None
    return tuple(found)


def duties_in(condition: Condition | None) -> set[str]:
    """The duties that a condition names."""
    return {node.obligation_id for node in nodes(condition) if isinstance(node, OnObligation)}


def events_of(duty: Obligation) -> set[str]:
    """The events that a duty's conditions, its performance or its renewal name."""
    found = {event_id for condition in conditions_of(duty) for event_id in events_in(condition)}
    if isinstance(duty.performance, EachTime) and duty.performance.event_id is not None:
        found.add(duty.performance.event_id)
    return found | _notices(duty.renewal)


def duties_of(duty: Obligation) -> set[str]:
    """The duties that a duty's conditions, its performance or its quantities name."""
    found = {other for condition in conditions_of(duty) for other in duties_in(condition)}
    if isinstance(duty.performance, EachTime) and duty.performance.obligation_id is not None:
        found.add(duty.performance.obligation_id)
    amounts = (amount for quantity in duty.quantities for amount in (quantity.at_least, quantity.at_most))
    return found | {amount.of_obligation_id for amount in amounts if isinstance(amount, Ratio)}


def term_events(term: Term | None) -> set[str]:
    """The events on which the agreement's own term turns."""
    found = {event_id for condition in term_conditions(term) for event_id in events_in(condition)}
    return found if term is None else found | _notices(term.renewal)


def _notices(renewal: Renewal | None) -> set[str]:
    named = () if renewal is None else (renewal.if_event_id, renewal.unless_event_id)
    return {event_id for event_id in named if event_id is not None}


# ---- everything that is inside


def citations_in(value: object) -> Iterator[tuple[Path, Citation]]:
    """Every citation in a value of the model with its place, in the order of its fields; at any depth."""
    return ((path, here) for path, here in _inside(value) if isinstance(here, Citation))


def objects_in(value: Any) -> Iterator[Any]:
    """A value of the model and every one inside it, in the order of their fields; at any depth."""
    return (here for _, here in _inside(value))


def _inside(value: object) -> Iterator[tuple[Path, Any]]:
    waiting: list[tuple[Path, Any]] = [((), value)]
    while waiting:
        path, here = waiting.pop()
        if isinstance(here, tuple):
            items = cast("tuple[object, ...]", here)
            waiting += reversed([((*path, place), item) for place, item in enumerate(items)])
        elif here is not None and not isinstance(here, Decimal):
            yield path, here
            names = layout_of(here.__class__).children
            waiting += reversed([((*path, name), getattr(here, name)) for name in names])


# ---- what fields hold


@frozen
class FieldLayout:
    """Which fields of a class hold its id, references, texts and language tags, and further objects of the model."""

    own: str | None
    references: tuple[tuple[str, ReferenceKind], ...]
    written: tuple[tuple[str, str], ...]
    children: tuple[str, ...]


@cache
def layout_of(cls: type) -> FieldLayout:
    """The layout of a class of the model, from its annotations."""
    own: str | None = None
    references: list[tuple[str, ReferenceKind]] = []
    written: list[tuple[str, str]] = []
    children: list[str] = []
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        notes, kinds = type_parts(attribute.type)
        reference = next((note for note in notes if isinstance(note, Reference)), None)
        if any(isinstance(note, OwnId) for note in notes):
            own = attribute.name
        elif reference is not None:
            references.append((attribute.name, reference.kind))
        elif form := next((n.name for n in notes if isinstance(n, Scalar) and n.name in ("Text", "LanguageTag")), None):
            written.append((attribute.name, form))
        elif any(
            isinstance(kind, type) and attrs.has(kind) and kind.__module__.startswith("accords.model") for kind in kinds
        ):
            children.append(attribute.name)
    return FieldLayout(own, tuple(references), tuple(written), tuple(children))


def type_parts(kind: Any) -> tuple[list[Any], list[Any]]:
    """All annotations and all plain types that a type is made of."""
    if get_origin(kind) is Annotated:
        inner, *notes = get_args(kind)
        more, kinds = type_parts(inner)
        return [*notes, *more], kinds
    if get_origin(kind) in (tuple, Union, types.UnionType):
        found = [type_parts(argument) for argument in get_args(kind)]
        return [note for notes, _ in found for note in notes], [part for _, kinds in found for part in kinds]
    return [], [kind]
