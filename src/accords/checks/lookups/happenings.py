"""Which events of a record may be one happening: those of one duty and turn whose days meet."""

from __future__ import annotations

from datetime import date

from accords.dates import Edtf
from accords.model.events import Event
from accords.vocabulary import EventKind, Says

__all__ = ["DATED", "DOINGS", "may_be_one", "meet", "of_one_turn", "span", "spans"]

DOINGS = (EventKind.PERFORMANCE, EventKind.CONDUCT)
DATED = (Says.OCCURRED, Says.BREACH, Says.NO_BREACH)
"""Verdicts whose day is that of the happening: not that it had happened by then, nor that it is to happen."""


def may_be_one(one: Event, other: Event) -> bool:
    """Whether two events of a duty could be told as two by mistake; one without a day could be on any."""
    days, others = spans(one), spans(other)
    met = not days or not others or any(meet(mine, theirs) for mine in days for theirs in others)
    return met and of_one_turn(one, other)


def of_one_turn(one: Event, other: Event) -> bool:
    """Whether both bear on one duty and, where both name a turn, on one of it; and neither is of another sort."""
    turns = {one.instance, other.instance} - {None}
    doing = one.kind in DOINGS and other.kind in DOINGS
    return doing and len(turns) < 2 and not set(one.obligation_ids).isdisjoint(other.obligation_ids)


def spans(event: Event) -> list[tuple[date, date]]:
    """The days on which an event happened by what is said of it."""
    dated = (claim for claim in event.claims if claim.when is not None and claim.says in DATED)
    return [span(claim.when, claim.until) for claim in dated]


def span(when: Edtf | None, until: Edtf | None) -> tuple[date, date]:
    """The first and the last day that are meant, as far as they are known."""
    first = when.earliest if when is not None else None
    last = until.latest if until is not None else when.latest if when is not None else None
    return first or date.min, last or date.max


def meet(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether two spans have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]
