"""The axis of a record: dates and times as numbers in its time zone, and counting from a day or an hour.

Where a record states no hour, an instant is a day number. Where it states one, a day has ``MINUTES`` instants: the
minutes since its local midnight, of which no day has more. What is dated by a day alone begins with the first of
them and ends with the last, so that the same rules hold for both.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from accords.dates import Edtf
from accords.dates.durations import Duration
from accords.dates.weekdays import MonthsOfWeekday
from accords.engine.days.counting import LAST_DAY, Day, add_months, months_of_weekday, next_start
from accords.engine.days.hours import states_hours
from accords.engine.days.moments import BEGIN, NEVER, NOT_EVER, Instant, Moment, union
from accords.engine.days.workdays import Workdays
from accords.model.agreement import Agreement
from accords.vocabulary import AnchorDay, MonthEnd, NextStart

__all__ = ["MINUTES", "Axis"]

MINUTES = 1_800
"""Instants of a day on an axis of minutes: more than any day has, so that changes of clocks leave the order exact."""

_CLOCK = 1_440


class Axis:
    """Turns dates into instants where the record's days begin and end, and counts from them."""

    def __init__(self, time_zone: str, grain: int = 1, workdays: Workdays | None = None) -> None:
        self.zone: tzinfo = UTC if time_zone == "UTC" else ZoneInfo(time_zone)
        self.grain = grain
        """How many instants a day has: 1, or ``MINUTES``."""
        self.workdays = workdays if workdays is not None else Workdays(None)
        self.end = (LAST_DAY + 1) * grain
        """The first instant past the calendar."""
        self._bounds: dict[int, tuple[Instant, Instant]] = {}

    @classmethod
    def of(cls, record: Agreement) -> Axis:
        """The axis of a record: of minutes where it states an hour, of days otherwise."""
        return cls(record.time_zone, MINUTES if states_hours(record) else 1, Workdays(record.calendar))

    # ---- days and instants

    def day(self, instant: Instant) -> Day:
        """The day of an instant."""
        return instant // self.grain

    def opening(self, day: Day) -> Instant:
        """The first instant of a day; the ends of the axis stay."""
        return day * self.grain if 0 < day <= LAST_DAY else BEGIN if day <= 0 else NEVER

    def closing(self, day: Day) -> Instant:
        """The last instant of a day; the ends of the axis stay."""
        return day * self.grain + self.grain - 1 if 0 < day <= LAST_DAY else BEGIN if day <= 0 else NEVER

    def on_calendar(self, instant: Instant) -> bool:
        """Whether an instant lies on some day of the calendar."""
        return self.grain <= instant < self.end

    def opened(self, instant: Instant) -> Instant:
        """The first instant of its day."""
        return self.opening(instant // self.grain) if self.on_calendar(instant) else instant

    def closed(self, instant: Instant) -> Instant:
        """The last instant of its day."""
        return self.closing(instant // self.grain) if self.on_calendar(instant) else instant

    def clock(self, instant: Instant) -> datetime | None:
        """The time of an instant in the zone of the record; None where only its day is meant."""
        day, minute = divmod(instant, self.grain)
        if self.grain == 1 or not self.on_calendar(instant) or minute == self.grain - 1:
            return None
        midnight = datetime.combine(date.fromordinal(day), datetime.min.time(), self.zone)
        try:
            return (midnight.astimezone(UTC) + timedelta(minutes=minute)).astimezone(self.zone)
        except OverflowError:  # at the edges of the calendar; clocks do not change there
            return midnight + timedelta(minutes=min(minute, _CLOCK - 1))

    # ---- dates

    def _of(self, when: Edtf) -> tuple[Instant, Instant]:
        found = self._bounds.get(id(when))
        if found is None:
            if when.moment is not None:
                here = self.at(when.moment)
                found = (here, here)
            else:
                found = (
                    BEGIN if when.earliest is None else self.opening(when.earliest.toordinal()),
                    NEVER - 1 if when.latest is None else self.closing(when.latest.toordinal()),
                )
            self._bounds[id(when)] = found
        return found

    def first(self, when: Edtf) -> Instant:
        """The first instant of a date: of a period that is stipulated, or the earliest that a claim can mean."""
        return self._of(when)[0]

    def last(self, when: Edtf) -> Instant:
        """The last instant of a date."""
        return self._of(when)[1]

    earliest = first
    latest = last

    def at(self, moment: datetime) -> Instant:
        """The instant of a time; on its own day where that of the record's zone lies beyond the calendar."""
        try:
            local = moment.astimezone(self.zone)
        except OverflowError:
            local = moment
        day = local.date().toordinal()
        if self.grain == 1:
            return day
        midnight = datetime.combine(local.date(), datetime.min.time(), local.tzinfo)
        try:
            minutes = (moment.astimezone(UTC) - midnight.astimezone(UTC)).total_seconds() // 60
        except OverflowError:
            minutes = local.hour * 60 + local.minute
        return day * self.grain + min(max(int(minutes), 0), self.grain - 2)

    # ---- counting

    def shift(
        self,
        instant: Instant,
        duration: Duration,
        anchor_day: AnchorDay = AnchorDay.EXCLUDED,
        month_end: MonthEnd = MonthEnd.CLIP,
        times: int = 1,
        closing: bool = True,
        *,
        same_hour: bool = False,
    ) -> tuple[Instant, ...]:
        """Where ``times`` durations after ``instant`` lie, counted in one step from it.

        Days, months and years lead to a day: its last instant if ``closing``, its first if not; with ``same_hour``
        the clocks show then what they show now. Hours are counted exactly. There are two where a month has no such
        day and nothing is stated.
        """
        if not self.on_calendar(instant):
            return (instant,)
        here = instant // self.grain
        days = duration.total_days * times
        seconds = duration.exact_seconds * times
        months = duration.total_months * times
        starts: tuple[Day, ...]
        if isinstance(duration, MonthsOfWeekday):
            starts = (months_of_weekday(here, months, duration.place),)
        else:
            starts = add_months(here, months, month_end) if months else (here,)
        if anchor_day is AnchorDay.INCLUDED and (months or days):
            days -= 1 if (months or days) > 0 else -1
        found: set[Instant] = set()
        for start in starts:
            day = start + days if 0 < start <= LAST_DAY else start
            if not 0 < day <= LAST_DAY:
                found.add(BEGIN if day <= 0 else NEVER)
            elif seconds:
                found.update(self._hours(self._same_hour(instant, day, closing), seconds))
            elif same_hour:
                found.add(self._same_hour(instant, day, closing))
            else:
                found.add(self.closing(day) if closing else self.opening(day))
        return tuple(sorted(found))

    def _same_hour(self, instant: Instant, day: Day, late: bool) -> Instant:
        """The instant of ``day`` at which clocks show the same; of an hour that they skip or repeat the last, if
        ``late``, or the first."""
        minute = instant % self.grain
        time = None if self.zone is UTC or day == instant // self.grain or not minute else self.clock(instant)
        if time is None:
            return day * self.grain + minute
        there = datetime.combine(date.fromordinal(day), time.time(), self.zone)
        return (max if late else min)(self.at(there), self.at(there.replace(fold=1)))

    def _hours(self, instant: Instant, seconds: int) -> tuple[Instant, ...]:
        if self.grain == 1:  # a record that states hours has an axis of minutes: here only days are asked for
            moved = {instant + seconds // 86_400, instant + (seconds + 86_399) // 86_400}
            return tuple(BEGIN if day < 1 else NEVER if day > LAST_DAY else day for day in sorted(moved))
        time = self.clock(instant)
        ends = time is None  # from the last instant of a day it is counted from the midnight after
        if time is None:
            time = datetime.combine(date.fromordinal(instant // self.grain), datetime.min.time(), self.zone)
            time = time + timedelta(days=1)
        try:
            moved_to = self.at(time.astimezone(UTC) + timedelta(seconds=seconds))
        except OverflowError:
            return (BEGIN if seconds < 0 else NEVER,)
        return (moved_to - 1 if ends else moved_to,)

    def shift_moment(
        self,
        moment: Moment,
        duration: Duration,
        anchor_day: AnchorDay = AnchorDay.EXCLUDED,
        month_end: MonthEnd = MonthEnd.CLIP,
        times: int = 1,
        closing: bool = True,
        *,
        same_hour: bool = False,
    ) -> Moment:
        """Both ends of every span shifted; never stays never."""
        if moment == NOT_EVER:
            return moment
        spans = []
        for first, last in moment:
            moved = self.shift(first, duration, anchor_day, month_end, times, closing, same_hour=same_hour)
            low, high = moved[0], moved[-1]
            if first != last:
                high = self.shift(last, duration, anchor_day, month_end, times, closing, same_hour=same_hour)[-1]
            if first == last and high - low > 1:
                spans += [(instant, instant) for instant in moved]
            elif last == NEVER and first < NEVER:
                spans.append((min(low, NEVER), NEVER))
            else:
                spans.append((min(low, high), max(low, high)))
        return tuple(spans) if len(spans) == 1 else union(spans)

    def carried(self, moment: Moment, start: NextStart, closing: bool) -> Moment:
        """Every instant carried on to the next start of a month or year."""

        def on(instant: Instant) -> Instant:
            if not self.on_calendar(instant):
                return instant
            day = next_start(instant // self.grain, start)
            return self.closing(day) if closing else self.opening(day)

        return moment if moment == NOT_EVER else union((on(first), on(last)) for first, last in moment)

    def worked(self, moment: Moment, count: int, closing: bool, nearest: bool = False) -> Moment:
        """Every instant so many working days later; open to one side where the calendar leaves days open, unless the
        ``nearest`` that it can be is asked for."""

        def on(instant: Instant) -> tuple[Instant, Instant]:
            if not self.on_calendar(instant):
                return instant, instant
            near, far = self.workdays.count(instant // self.grain, count)
            far = near if nearest else far
            edge = self.closing if closing else self.opening
            return (
                (edge(near), NEVER if far is None else edge(far))
                if count > 0
                else (BEGIN if far is None else edge(far), edge(near))
            )

        if moment == NOT_EVER:
            return moment
        return union((on(first)[0], on(last)[1] if last < NEVER else NEVER) for first, last in moment)

    def later(self, instant: Instant, start: Instant, end: Instant) -> Instant:
        """``instant`` later by the time from ``start`` to ``end``."""
        if self.grain == 1:
            return instant + end - start
        days = end // self.grain - start // self.grain
        minutes = min(end % self.grain, _CLOCK) - min(start % self.grain, _CLOCK)
        moved = instant + days * self.grain
        if not minutes:
            return moved
        day, minute = divmod(moved, self.grain)
        over = divmod(min(minute, _CLOCK) + minutes, _CLOCK)
        return (day + over[0]) * self.grain + over[1]

    def next_instant(self, moment: Moment) -> Moment:
        """Every instant moved to the one after it; never stays never."""
        if moment == NOT_EVER:
            return moment
        return union((min(first + 1, NEVER), min(last + 1, NEVER)) for first, last in moment)

    def evening(self, moment: Moment) -> Moment:
        """The same, where what lies in the last minute of a day is at its end."""
        if self.grain == 1 or moment == NOT_EVER:
            return moment
        return union((self._evening(first), self._evening(last)) for first, last in moment)

    def _evening(self, instant: Instant) -> Instant:
        now = self.clock(instant)
        return instant if now is None or (now.hour, now.minute) != (23, 59) else self.closed(instant)

    def instant_before(self, moment: Moment) -> Moment:
        """Every instant moved to the one before it; never stays never."""
        if moment == NOT_EVER:
            return moment
        calendar = self.on_calendar
        return union((a - 1 if calendar(a) else a, b - 1 if calendar(b) else b) for a, b in moment)
