"""The days that a record states: where a condition stands on stated dates alone, and when something was published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from accords.checks.lookups.index import Index
from accords.dates import Edtf
from accords.dates.durations import Duration, shift_day
from accords.dates.weekdays import MonthsOfWeekday, shift_weekday
from accords.model.agreement import Agreement
from accords.model.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
)
from accords.model.obligations import Obligation, Recurring
from accords.model.sources import Citation, Source
from accords.model.turns import step_of
from accords.vocabulary import AnchorDay, BindsFrom, MonthEnd

__all__ = ["bound_day", "concluded_day", "entry_day", "first_published", "stated_day", "turn_day"]

_FURTHEST = 99_999
"""The most months or days that a duration holds."""


def stated_day(condition: Condition | None, agreement: Agreement, *, closing: bool) -> datetime.date | None:
    """The day of a condition that stands on exact, stated dates alone; None for all others.

    Of a stated period it is the last day where ``closing``, and the first otherwise.
    """
    match condition:
        case OnDate():
            return condition.value.latest if closing else condition.value.earliest
        case OnConclusion():
            return concluded_day(agreement, closing=closing)
        case OnEntryIntoForce():
            return entry_day(agreement, closing=closing)
        case AllOf() | AnyOf():
            days = [stated_day(c, agreement, closing=closing) for c in condition.conditions]
            stated = [day for day in days if day is not None]
            if len(stated) < len(days):
                return None
            return max(stated) if isinstance(condition, AllOf) else min(stated)
        case Offset():
            return _shifted(condition, agreement, closing)
        case _:
            return None  # what happens, and what is kept in words, states no day


def concluded_day(agreement: Agreement, *, closing: bool) -> datetime.date | None:
    """The stated day of the conclusion: the last one of a period where ``closing``, and the first otherwise."""
    when = None if agreement.conclusion is None else agreement.conclusion.date
    return None if when is None else when.latest if closing else when.earliest


def entry_day(agreement: Agreement, *, closing: bool) -> datetime.date | None:
    """The stated day of the entry into force; None where the agreement may apply before it."""
    term = agreement.term
    if term is not None and term.provisional_application is not None:
        return None
    if term is None or term.entry_into_force is None:
        return concluded_day(agreement, closing=closing)
    if isinstance(term.entry_into_force, OnDate):
        return stated_day(term.entry_into_force, agreement, closing=closing)
    return None


def bound_day(duty: Obligation, agreement: Agreement) -> datetime.date | None:
    """The first stated day on which the duty can bind; None where none is stated."""
    if duty.binds_from is BindsFrom.CONCLUSION:
        return concluded_day(agreement, closing=False)
    return entry_day(agreement, closing=False)


def first_published(citations: Iterable[Citation], index: Index) -> Edtf | None:
    """When the first of the cited sources was published; None where none of them has a date."""
    dates: list[Edtf] = []
    for citation in citations:
        owner = index.by_id.get(citation.source_id)
        source = owner.value if owner is not None else None
        if isinstance(source, Source) and source.published is not None:
            dates.append(source.published)
    return min(dates, key=lambda date: date.latest or datetime.date.max, default=None)


def _shifted(condition: Offset, agreement: Agreement, closing: bool) -> datetime.date | None:
    anchor = stated_day(condition.anchor, agreement, closing=closing)
    whole = condition.anchor_day is AnchorDay.EXCLUDED and condition.month_end is MonthEnd.CLIP
    if condition.duration is None or condition.then is not None or condition.duration.exact_seconds:
        return None
    if anchor is None or not whole or condition.approximate:
        return None
    try:
        return shift_day(anchor, condition.duration)
    except OverflowError:
        return None


def turn_day(day: datetime.date, turns: Recurring, times: int) -> datetime.date | None:
    """The day so many turns after ``day``; None where hours count or it lies too far away to be told."""
    step = step_of(turns)
    if step is None or step.exact_seconds:
        return None
    months, days = abs(step.total_months) * times, abs(step.total_days) * times
    if max(months, days) > _FURTHEST:
        return None
    try:
        if isinstance(step, MonthsOfWeekday):
            return shift_weekday(day, months, step.place)
        return shift_day(day, Duration(months=months, days=days, negative=step.negative))
    except OverflowError:
        return None
