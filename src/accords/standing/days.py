"""Days and hours of the status engine as values that need no engine, in words and in ISO form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import reduce

from attrs import frozen

from accords.dates import as_date
from accords.engine.days.axis import Axis
from accords.engine.days.moments import NEVER, Instant, Moment, may_be_never, rest
from accords.words import counted, date_in_words, say

__all__ = [
    "Days",
    "Deadline",
    "DueAsTold",
    "day_in_words",
    "day_of",
    "day_text",
    "days_in_words",
    "days_of",
    "days_text",
    "distance_in_words",
    "ends_of",
    "hour_of",
    "outer_days",
]

_EVER, _LATER = "ever", "never"
"""What stands for a day before and after the calendar."""


@frozen
class Days:
    """On which days, or at which hours, something may lie; false where it lies on none.

    ``spans`` hold the first and last of each stretch: a day, or a time with its zone, in ISO form; ``ever`` where a
    stretch has no beginning and ``never`` where it has no end. ``or_never``: it may also not come at all.
    """

    spans: tuple[tuple[str, str], ...] = ()
    or_never: bool = False

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.spans)

    @property
    def first(self) -> date | None:
        """The first day; None where there is none, or no beginning."""
        return _date(self.spans[0][0]) if self.spans else None

    @property
    def last(self) -> date | None:
        """The last day; None where there is none, or no end."""
        return _date(self.spans[-1][1]) if self.spans else None

    @property
    def words(self) -> str:
        """All of them in words; where there is none, that it never comes."""
        return days_in_words(self) if self else say("day.never")

    def lie_in(self, others: Days) -> bool:
        """Whether each stretch lies inside one of the others, and so is nothing new beside them."""
        return all(any(_begins(a, c) and b <= d for c, d in others.spans) for a, b in self.spans)

    @property
    def endless(self) -> bool:
        """Whether no stretch has an end, so that all one knows is that it may come some day."""
        return all(last == _LATER for _, last in self.spans)

    @property
    def dated(self) -> bool:
        """Whether any end of any stretch lies on the calendar."""
        return any(day not in (_EVER, _LATER) for span in self.spans for day in span)


@frozen
class DueAsTold:
    """When a deadline is, if an event happened (``so``) or did not; ``so`` None: by when ``said_by`` say that it did.

    ``said_by`` say that it happened, ``denied_by`` that it did not; None is a source that speaks for itself.
    """

    days: Days
    event_id: str
    so: bool | None
    said_by: tuple[str | None, ...]
    denied_by: tuple[str | None, ...]


@frozen(kw_only=True)
class Deadline:
    """A deadline, as the days on which it may lie: as first ``stated``, as ``reported``, and whenever ``possible``.

    ``reported`` is what has become of it after postponements and spells in the world that is as reported, ``possible``
    the same in any world and under any reading.
    """

    stated: Days
    reported: Days
    possible: Days
    moved_by_ids: tuple[str | None, ...] = ()
    """Those on whose word alone it was postponed; None is a source that speaks for itself."""
    as_read: tuple[tuple[str | None, Days], ...] = ()
    """Where readings of the duty part it: the id of each, None for the duty as written, and when it is by that."""
    as_told: tuple[DueAsTold, ...] = ()
    """Where it hangs on what is told of an event, when it is by each word of that."""

    @property
    def first(self) -> date | None:
        """The first day on which it may lie, in any world; None where there is none."""
        return self.possible.first

    @property
    def last(self) -> date | None:
        """The last day on which it may lie, in any world; None where there is none, or it may never come."""
        return None if self.possible.or_never else self.possible.last

    @property
    def words(self) -> str | None:
        """The days as reported, in words; None where there is no deadline then."""
        return self.reported.words if self.reported else None

    @property
    def original(self) -> str | None:
        """The days as first stated, in ISO form; None without a deadline."""
        return days_text(self.stated)

    @property
    def computed(self) -> str | None:
        """The days as reported, after postponements and spells, in ISO form; None where there is no deadline then."""
        return days_text(self.reported)

    @property
    def any_possible(self) -> str | None:
        """Every day on which it may lie, in ISO form; None where the one that is reported is alone."""
        return days_text(self.possible) if self.possible != self.reported else None


def _begins(day: str, first: str) -> bool:
    return first == _EVER or (day != _EVER and day >= first)


def _date(day: str) -> date | None:
    return None if day in (_EVER, _LATER) else date.fromisoformat(day[:10])


def day_of(instant: Instant, axis: Axis) -> str:
    """An instant in ISO form: a day, or a time where one is meant."""
    if not axis.on_calendar(instant):
        return _LATER if instant >= axis.end else _EVER
    clock = axis.clock(instant)
    # Local time of old has seconds in its offset, which no written date has.
    return clock.isoformat()[:25] if clock is not None else date.fromordinal(axis.day(instant)).isoformat()


def days_of(moment: Moment, axis: Axis) -> Days:
    """The days of a moment; a stretch of whole days is told by its days."""
    spans = tuple((day_of(first, axis), day_of(last, axis)) for first, last in _shown(moment, axis))
    return Days(spans, may_be_never(moment) or not spans)


def ends_of(moment: Moment, axis: Axis) -> Days:
    """The days of a deadline or an end; one at midnight is told as the end of the day before."""
    if axis.grain == 1:
        return days_of(moment, axis)
    return days_of(tuple((_ended(first, axis), _ended(last, axis)) for first, last in moment), axis)


def _ended(instant: Instant, axis: Axis) -> Instant:
    clock = axis.clock(instant)
    return instant - 1 if clock is not None and instant == axis.opened(instant) else instant


def _shown(moment: Moment, axis: Axis) -> Iterator[tuple[Instant, Instant]]:
    for first, last in rest(moment):
        whole = axis.on_calendar(first) and first == axis.opened(first)
        start = axis.closed(first) if whole and last != first else first
        yield start, (NEVER if last >= NEVER - 1 else last)


def day_in_words(day: str) -> str:
    """A day for people; ``never`` and its like beyond the calendar."""
    return say(f"day.{day}") if day in (_EVER, _LATER) else date_in_words(as_date(day))


def day_text(day: str) -> str:
    """A day for programs: in ISO form; ``never`` and its like beyond the calendar."""
    return say("day.never") if day == _LATER else say("instant.ever") if day == _EVER else day


def days_in_words(days: Days, day: Callable[[str], str] = day_in_words) -> str:
    """When something may lie: ``16 December 2022``, ``1 May 2023 to 3 May 2023, or never``."""
    parts = [_span(first, last, day) for first, last in days.spans]
    if days.or_never:
        parts.append(say("day.never"))
    return reduce(lambda words, part: say("day.or", days=words, more=part), parts)


def days_text(days: Days) -> str | None:
    """The same for programs, each day in ISO form: ``2023-05-01 to 2023-05-03, or never``; None where it is never."""
    return days_in_words(days, day_text) if days else None


def _span(first: str, last: str, day: Callable[[str], str]) -> str:
    if first == last:
        return day(first)
    if last == _LATER:
        return say("day.any") if first == _EVER else say("day.from", first=day(first))
    if first == _EVER:
        return say("day.until", last=day(last))
    return say("day.span", first=day(first), last=day(last))


def outer_days(days: Days) -> tuple[date, date] | None:
    """The first and last day of the calendar that may be meant; None where there is none, or no end to them."""
    return None if days.first is None or days.last is None else (days.first, days.last)


def hour_of(days: Days) -> str | None:
    """The time in ISO form, where one single time is meant and not a whole day."""
    last = days.spans[-1][1] if days else ""
    return last if "T" in last else None


def distance_in_words(days: int) -> str:
    """How far away a day is: ``in 3 days``, ``today``, ``1 day ago``."""
    if days == 0:
        return say("due.today")
    return counted("due.in_days", days) if days > 0 else counted("due.days_ago", -days)
