"""Turns: recurring duties whose numbers and periods do not go together."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from accords.checks.lookups.days import stated_day
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.durations import Duration, in_words, shift_day
from accords.model.agreement import Renewal
from accords.model.obligations import Linkage, Obligation, Recurring
from accords.vocabulary import RecurrenceMode

__all__ = ["TURNS"]

_MONTHS = tuple(datetime.date(2001, month, 1) for month in range(1, 13))
"""Days to compare two durations from: a month may have 28 days or 31."""

_FURTHEST = 99_999
"""The most months or days that a duration holds."""

_PERIODS: tuple[tuple[type, str, bool, str], ...] = (
    (Recurring, "every", False, "the next turn would come no later than the one before"),
    (Recurring, "window", True, "a turn would close before it opens"),
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


def window_longer_than_period(index: Index) -> Iterator[Diagnostic]:
    """ACC318: a turn is open for longer than it takes until the next one."""
    for turns, path in index.placed(Recurring):
        if turns.window is None or turns.every is None or turns.window.negative or turns.mode is RecurrenceMode.ROLLING:
            continue
        if all(_longer(turns.window, turns.every, day) for day in _MONTHS):
            yield index.found(
                "ACC318",
                f"a turn is open for {in_words(turns.window)}, and the next begins after {in_words(turns.every)}",
                (*path, "window"),
                "a turn is read as closing before the next begins; shorten the window, or leave it out",
            )


def times_and_end_at_odds(index: Index) -> Iterator[Diagnostic]:
    """ACC319: the stated number of turns does not fit in before the stated end."""
    for turns, path in index.placed(Recurring):
        if turns.times is None or turns.every is None or turns.mode is RecurrenceMode.ROLLING:
            continue
        first = stated_day(turns.first, index.agreement, closing=False)
        last = stated_day(turns.ends, index.agreement, closing=True)
        day = first and _after(first, turns.every, turns.times - 1)
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


def _longer(one: Duration, other: Duration, day: datetime.date) -> bool:
    ends = _after(day, one, 1), _after(day, other, 1)
    return ends[0] is not None and ends[1] is not None and ends[0] > ends[1]


def _after(day: datetime.date, duration: Duration, times: int) -> datetime.date | None:
    """The day ``times`` durations after ``day``; None where hours count or it lies too far away to be told."""
    months, days = abs(duration.total_months) * times, abs(duration.total_days) * times
    if duration.exact_seconds or max(months, days) > _FURTHEST:
        return None
    try:
        return shift_day(day, Duration(months=months, days=days, negative=duration.negative))
    except OverflowError:
        return None


TURNS: tuple[tuple[str, Callable[[Index], Iterator[Diagnostic]]], ...] = (
    ("ACC316", turn_beyond_the_last),
    ("ACC317", period_without_length),
    ("ACC318", window_longer_than_period),
    ("ACC319", times_and_end_at_odds),
    ("ACC320", recurring_without_rhythm),
    ("ACC321", recurring_without_mode),
)
"""Code → the check that yields it."""
