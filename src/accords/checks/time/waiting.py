"""Duties that stand in each other's way: opposed to each other, or waiting for each other through events."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from accords.checks.identity.circles import Edges, circle_found, find_circles
from accords.checks.lookups.check import Check
from accords.checks.lookups.days import stated_day
from accords.checks.lookups.index import Index
from accords.compiling import late
from accords.diagnostics import Diagnostic
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Offset,
    OnEvent,
    OnObligation,
)
from accords.model.events import Event
from accords.model.obligations import Continuing, EachTime, Obligation
from accords.pointer import Path
from accords.vocabulary import EventKind, Modality, Reaches, Says

__all__ = ["WAITING"]

_WORDS = late(r"\w+")
_ARTICLES = frozenset(("a", "an", "the"))
_COMPARED = 20
"""So many prohibitions of one act by one obligor are compared with a duty to do it."""
_Window = tuple[datetime.date, datetime.date]


def opposed_duties(index: Index) -> Iterator[Diagnostic]:
    """ACC322: somebody must do and must not do the same thing at the same time."""
    forbidden: dict[tuple[str, tuple[str, ...]], list[tuple[int, Obligation, _Window]]] = {}
    agreement = index.agreement
    bound = {one for duty in agreement.obligations if duty.modality is Modality.MUST for one in duty.obligor_ids}
    for place, duty in enumerate(agreement.obligations):
        if bound.isdisjoint(duty.obligor_ids):
            continue
        if duty.modality is Modality.MUST_NOT and (window := _window(duty, index)) is not None:
            for obligor in duty.obligor_ids:
                forbidden.setdefault((obligor, _act(duty)), []).append((place, duty, window))
    for place, duty in enumerate(agreement.obligations if forbidden else ()):
        if duty.modality is not Modality.MUST or (window := _window(duty, index)) is None:
            continue
        act = _act(duty)
        other = next(
            (
                (there, ban)
                for obligor in duty.obligor_ids
                for there, ban, closed in forbidden.get((obligor, act), ())[:_COMPARED]
                if ban.place == duty.place and _exclude(duty, window, closed)
            ),
            None,
        )
        if other is not None:
            yield index.found(
                "ACC322",
                f'"{duty.id}" demands what "{other[1].id}" forbids the same obligor at the same time',
                ("obligations", place, "modality"),
                "correct the modality of one of the two, or the times between which they hold",
                related=((("obligations", other[0], "modality"), other[1].id),),
                related_label="the other",
            )


def waiting_in_a_circle(index: Index) -> Iterator[Diagnostic]:
    """ACC323: duties wait for events that only each other's performance brings about."""
    produced: Edges = {
        event.id: {event.obligation_ids[0]: ("events", place, "obligation_ids", 0)}
        for place, event in enumerate(index.agreement.events)
        if event.kind is EventKind.PERFORMANCE and len(event.obligation_ids) == 1 and not _reported(event)
    }
    edges: Edges = {}
    for place, duty in enumerate(index.agreement.obligations if produced else ()):
        for slot, condition in (("trigger", duty.trigger), ("not_before", duty.not_before)):
            for target, path in _needed(condition, ("obligations", place, slot)):
                edges.setdefault(duty.id, {}).setdefault(target, path)
        if isinstance(duty.performed, EachTime) and duty.performed.event_id is not None:
            path = ("obligations", place, "performance", "event_id")
            edges.setdefault(duty.id, {}).setdefault(duty.performed.event_id, path)
    edges |= produced
    for circle in find_circles(edges):
        if not produced.keys().isdisjoint(circle):
            yield circle_found(
                index,
                "ACC323",
                "duties wait for events that only each other's performance brings about",
                circle,
                edges,
                "nobody could begin unless somebody acts without having to; cut the circle where the text does",
            )


def needless_combination(index: Index) -> Iterator[Diagnostic]:
    """ACC324: a combination of conditions combines nothing, or says in numbers what has a word."""
    for condition, path in index.placed(AllOf, AnyOf, AtLeast):
        number = len(condition.conditions)
        if number == 1 and not (isinstance(condition, AtLeast) and condition.count > 1):
            message = f"`{condition.kind}` of a single condition is that condition"
            help_ = "add the other condition, if one was lost; otherwise write the inner one alone"
        elif isinstance(condition, AtLeast) and condition.count in (1, number):
            word = "any_of" if condition.count == 1 else "all_of"
            message = f"at least {condition.count} of {number} is `{word}`"
            help_ = f"write `{word}`, unless the count is wrong"
        else:
            continue
        yield index.found("ACC324", message, (*path, "kind"), help_)


def _act(duty: Obligation) -> tuple[str, ...]:
    """What is to be done, by its words without articles."""
    return tuple(word for word in _WORDS.findall(duty.action.casefold()) if word not in _ARTICLES)


def _window(duty: Obligation, index: Index) -> _Window | None:
    """From when to when a duty holds without any condition; None where it has one, or where a day is not stated."""
    if duty.trigger or duty.excused_if or duty.suspensions or duty.exceptions or duty.with_consent_of_ids:
        return None
    if isinstance(duty.performed, EachTime):
        return None
    edges = [datetime.date.min, datetime.date.max]
    for side, condition in ((0, duty.not_before), (1, duty.due), (1, duty.ends)):
        if condition is not None:
            day = stated_day(condition, index.agreement, closing=side == 1)
            if day is None:
                return None
            edges[side] = min(edges[1], day) if side else day
    return edges[0], edges[1]


def _exclude(duty: Obligation, window: _Window, closed: _Window) -> bool:
    """Whether a duty cannot be performed for a prohibition: on some day, or where one act is due, on all its days."""
    if isinstance(duty.performed, Continuing):
        return window[0] <= closed[1] and closed[0] <= window[1]
    return closed[0] <= window[0] and window[1] <= closed[1]


def _needed(condition: Condition | None, path: Path) -> Iterator[tuple[str, Path]]:
    """The events and duties without which a condition cannot come true, and where it names them."""
    match condition:
        case OnEvent():
            yield condition.event_id, (*path, "event_id")
        case OnObligation() if condition.reaches in (Reaches.FULFILLED, Reaches.EXERCISED):
            yield condition.obligation_id, (*path, "obligation_id")
        case Offset() if not condition.is_before:
            yield from _needed(condition.anchor, (*path, "anchor"))
        case AllOf() | AnyOf() | AtLeast():
            number = len(condition.conditions)
            least = number if isinstance(condition, AllOf) else 1 if isinstance(condition, AnyOf) else condition.count
            if least >= number:
                for place, inner in enumerate(condition.conditions):
                    yield from _needed(inner, (*path, "conditions", place))
        case _:
            return  # any other may come true whatever happens


def _reported(event: Event) -> bool:
    return any(claim.says in (Says.OCCURRED, Says.BREACH, Says.NO_BREACH) for claim in event.claims)


WAITING: tuple[Check, ...] = (
    Check("ACC322", opposed_duties),
    Check("ACC323", waiting_in_a_circle, (Event,)),
    Check("ACC324", needless_combination, (AllOf, AnyOf, AtLeast)),
)
"""Code → the check that yields it."""
