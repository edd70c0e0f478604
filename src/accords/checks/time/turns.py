"""Turns: recurring duties whose numbers and periods do not go together."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.days import bound_day, stated_day, turn_day
from accords.checks.lookups.index import Index
from accords.dates import Edtf, Precision
from accords.dates.durations import Duration, in_words
from accords.dates.weekdays import weekday_in_month
from accords.diagnostics import Diagnostic
from accords.model.conditions import AllOf, AnyOf, Condition, Offset, OnDate, OnObligation
from accords.model.events import Event
from accords.model.obligations import EachTime, Linkage, Obligation, Recurring, Renewal
from accords.model.walk import nodes
from accords.vocabulary import RecurrenceMode, WeekdayOfMonth

__all__ = ["TURNS", "WEEKDAYS"]

_OF_A_TURN = ("not_before", "due", "ends")
_PERIODS: tuple[tuple[type, str, bool, str], ...] = (
    (Recurring, "every", False, "the next turn would come no later than the one before"),
    (Renewal, "duration", False, "the term would end no later than before"),
    (Renewal, "notice", True, "the notice would be in time after the end"),
    (Linkage, "tolerance", True, "acts would have to lie less than no time apart"),
)
"""Class, member, whether no time at all makes sense, and what a length below that would mean."""


def turn_beyond_the_last(index: Index) -> Iterator[Diagnostic]:
    """ACC316: an event names a turn beyond the number of turns."""
    for place, event in enumerate(index.agreement.events):
        if event.instance is None:
            continue
        for duty_id in event.obligation_ids:
            owner = index.by_id.get(duty_id)
            turns = owner.value.performed if owner is not None and isinstance(owner.value, Obligation) else None
            if owner and isinstance(turns, Recurring) and turns.times is not None and event.instance > turns.times:
                yield index.found(
                    "ACC316",
                    f'"{duty_id}" comes round {_times(turns.times)}, and the event names turn {event.instance}',
                    ("events", place, "instance"),
                    "it is counted for no turn; correct the number, counted from 1, or the number of turns",
                    related=(((*owner.path, "performance", "times"), "how many turns there are"),),
                )
    yield from _condition_on_no_turn(index)


def _condition_on_no_turn(index: Index) -> Iterator[Diagnostic]:
    """ACC316, of conditions: they wait for a turn that the other duty does not have, or for one turn and several."""
    for condition, path in index.placed(OnObligation):
        owner = index.by_id.get(condition.obligation_id)
        duty = owner.value if owner is not None and isinstance(owner.value, Obligation) else None
        if duty is None or condition.turn is None:
            continue
        turns = duty.performed
        if condition.instances is not None:
            message = f"it waits for turn {condition.turn} and for {condition.instances} of the turns at once"
        elif isinstance(turns, Recurring) and turns.times is not None and condition.turn > turns.times:
            message = f'"{duty.id}" comes round {_times(turns.times)}, and this waits for turn {condition.turn}'
        elif not isinstance(turns, (Recurring, EachTime)):
            message = f'"{duty.id}" has no turns, and the condition waits for turn {condition.turn}'
        else:
            continue
        yield index.found("ACC316", message, (*path, "turn"), "correct the number, counted from 1, or leave it out")


def period_without_length(index: Index) -> Iterator[Diagnostic]:
    """ACC317: a period that has to have a length has none, or a negative one."""
    for cls, member, may_be_zero, means in _PERIODS:
        for value, path in index.placed(cls):
            period: Duration | None = getattr(value, member)
            if period is None or (may_be_zero and period.is_zero):
                continue
            if period.negative or period.is_zero:
                yield index.found(
                    "ACC317",
                    f"with {period} {means}",
                    (*path, member),
                    "write how long it is, without a sign",
                    suggestion=period.text.lstrip("-") if not period.is_zero else None,
                )


def turn_longer_than_period(index: Index) -> Iterator[Diagnostic]:
    """ACC318: the `ends` of a recurring duty lie further off than the next turn."""
    for place, duty in enumerate(index.agreement.obligations):
        turns = duty.performance
        if not isinstance(turns, Recurring) or turns.every is None or turns.times == 1 or duty.ends is None:
            continue
        if duty.not_before is not None:
            opens = stated_day(duty.not_before, index.agreement, closing=False)
        else:
            opens = bound_day(duty, index.agreement) if duty.trigger is None else None
        closes = stated_day(duty.ends, index.agreement, closing=True)
        due = stated_day(duty.due, index.agreement, closing=True)
        following = turn_day(opens, turns, 1) if opens is not None else None
        if closes is not None and following is not None and (due or following) <= following <= closes:
            yield index.found(
                "ACC318",
                f"the first turn ends on {closes}, and the next begins on {following}",
                ("obligations", place, "ends"),
                "`ends` of a recurring duty is the end of its first turn; the day on which the turns end belongs into "
                "`performance.ends`",
                related=((("obligations", place, "performance", "every"), "how long it is to the next turn"),),
            )


def times_and_end_at_odds(index: Index) -> Iterator[Diagnostic]:
    """ACC319: the stated number of turns does not fit in before the stated end."""
    for place, duty in enumerate(index.agreement.obligations):
        turns, path = duty.performance, ("obligations", place, "performance")
        if not isinstance(turns, Recurring) or turns.times is None or turns.every is None:
            continue
        if turns.mode is RecurrenceMode.ROLLING:
            continue
        opens = duty.not_before if duty.not_before is not None else duty.due
        first = stated_day(opens, index.agreement, closing=False)
        last = stated_day(turns.ends, index.agreement, closing=True)
        day = first and turn_day(first, turns, turns.times - 1)
        if day and last and first and first <= last < day:
            yield index.found(
                "ACC319",
                f"turn {turns.times} would begin on {day}, and the turns end on {last}",
                (*path, "ends"),
                "correct one of the two, or leave out the one that the text does not state",
                related=(((*path, "times"), "how many turns there are"),),
            )


def recurring_without_rhythm(index: Index) -> Iterator[Diagnostic]:
    """ACC320: a recurring duty says neither how often nor how many times it comes round."""
    for turns, path in index.placed(Recurring):
        if turns.every is None and turns.text is None and turns.times is None:
            yield index.found(
                "ACC320",
                "nothing says how often the duty comes round",
                path,
                "give `every`, or the words of the source in `text`",
            )


def recurring_without_mode(index: Index) -> Iterator[Diagnostic]:
    """ACC321: a recurring duty does not say from where the next turn is counted."""
    for turns, path in index.placed(Recurring):
        if turns.every is not None and turns.mode is None and turns.times != 1:
            yield index.found(
                "ACC321",
                f"nothing says from where the {in_words(turns.every)} to the next turn are counted",
                path,
                "it is read as `anchored`, from the first turn; write `mode` where the source says it",
            )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def weekday_of_no_turn(index: Index) -> Iterator[Diagnostic]:
    """ACC348: turns are to be on a weekday of the month, and the first turn is on no such day."""
    for place, duty in enumerate(index.agreement.obligations):
        turns, path = duty.performance, ("obligations", place)
        if not isinstance(turns, Recurring) or turns.weekday_of_month is None:
            continue
        every, which = turns.every, turns.weekday_of_month
        whole = every is not None and every.total_months and not every.total_days and not every.exact_seconds
        if not whole or turns.mode is RecurrenceMode.ROLLING:
            yield index.found(
                "ACC348",
                "only turns that are months apart and counted from the first are on a weekday of the month",
                (*path, "performance", "weekday_of_month"),
                "write `every` in months or years and `mode` `anchored`, or leave it out",
            )
            continue
        slots = [(name, condition) for name in _OF_A_TURN if (condition := getattr(duty, name)) is not None]
        days = [each.value for _, condition in slots for each in nodes(condition) if isinstance(each, OnDate)]
        weekdays = {_weekday(_local(day, index.agreement.time_zone), which) for day in days}
        if len(weekdays) != 1 or None in weekdays or not all(_on_dates(condition) for _, condition in slots):
            yield index.found(
                "ACC348",
                f"the first turn is not on one weekday that is the {which.value} of its month",
                (*path, slots[0][0]) if slots else path,
                "give its days as dates on that weekday, or lengths counted from them",
                related=(((*path, "performance", "weekday_of_month"), "which weekday turns are on"),),
            )


def _local(day: Edtf, zone: str) -> datetime.date | None:
    """A stated day, or that of an hour in the record's time zone; None for what is no single day."""
    if day.moment is None:
        return day.earliest if day.precision is Precision.DAY and day.latest == day.earliest else None
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - few records have hours

    try:
        return day.moment.astimezone(ZoneInfo(zone)).date()
    except (OSError, ValueError, LookupError, OverflowError):  # a zone that is none is a finding of its own
        return day.earliest


def _weekday(day: datetime.date | None, which: WeekdayOfMonth) -> int | None:
    """The weekday of a day that is the first, … or last of its month; None for any other."""
    if day is None:
        return None
    nth = weekday_in_month(day.replace(day=1), day.weekday(), which.place)
    return day.weekday() if day == nth else None


def _on_dates(condition: Condition) -> bool:
    return all(isinstance(each, OnDate | Offset | AllOf | AnyOf) for each in nodes(condition))


TURNS: tuple[Check, ...] = (
    Check("ACC316", turn_beyond_the_last, (Event, OnObligation)),
    Check("ACC317", period_without_length, (Recurring, Renewal, Linkage)),
    Check("ACC318", turn_longer_than_period, (Recurring,)),
    Check("ACC319", times_and_end_at_odds, (Recurring,)),
    Check("ACC320", recurring_without_rhythm, (Recurring,)),
    Check("ACC321", recurring_without_mode, (Recurring,)),
)
"""Code → the check that yields it."""

WEEKDAYS: tuple[Check, ...] = (Check("ACC348", weekday_of_no_turn, (Recurring,)),)
"""The same, of a later number."""
