"""The day axis of a record: dates and times as day numbers in its time zone, and counting from a day."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from accords.dates import Edtf
from accords.durations import Duration
from accords.engine.moments import BEGIN, NEVER, NOT_EVER, Day, Moment, union
from accords.vocabulary import AnchorDay, MonthEnd

__all__ = ["Axis", "add_months"]

_LAST_DAY = date.max.toordinal()


def add_months(day: Day, months: int, month_end: MonthEnd) -> tuple[Day, ...]:
    """The day so many months later; two days where the month has no such day and nothing is stated."""
    anchor = date.fromordinal(day)
    year, month0 = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if year < 1:
        return (BEGIN,)
    if year > 9999:
        return (NEVER,)
    length = calendar.monthrange(year, month0 + 1)[1]
    if anchor.day <= length:
        return (date(year, month0 + 1, anchor.day).toordinal(),)
    clip = date(year, month0 + 1, length).toordinal()
    if month_end is MonthEnd.CLIP:
        return (clip,)
    return (clip + 1,) if month_end is MonthEnd.NEXT_DAY else (clip, clip + 1)


def _day_of(instant: datetime, zone: tzinfo) -> Day:
    """The day of an instant in a time zone; in its own where that day lies beyond the calendar."""
    try:
        return instant.astimezone(zone).date().toordinal()
    except OverflowError:
        return instant.date().toordinal()


class Axis:
    """Turns dates into day numbers where the record's days begin and end."""

    def __init__(self, time_zone: str) -> None:
        self.zone: tzinfo = UTC if time_zone == "UTC" else ZoneInfo(time_zone)
        self._bounds: dict[int, tuple[Day, Day, Day, Day]] = {}

    def _of(self, when: Edtf) -> tuple[Day, Day, Day, Day]:
        found = self._bounds.get(id(when))
        if found is None:
            if when.moment is not None:
                here = _day_of(when.moment, self.zone)
                found = (here, here, here, here)
            else:
                low = BEGIN if when.earliest is None else when.earliest.toordinal()
                high = NEVER - 1 if when.latest is None else when.latest.toordinal()
                found = (low, high, low, high)
            self._bounds[id(when)] = found
        return found

    def first(self, when: Edtf) -> Day:
        """The first day of a stipulated period."""
        return self._of(when)[0]

    def last(self, when: Edtf) -> Day:
        """The last day of a stipulated period."""
        return self._of(when)[1]

    def earliest(self, when: Edtf) -> Day:
        """The earliest day that a claimed date can mean."""
        return self._of(when)[2]

    def latest(self, when: Edtf) -> Day:
        """The latest day that a claimed date can mean."""
        return self._of(when)[3]

    def shift_instant(self, instant: datetime, seconds: int) -> Day:
        """The day, in the record's zone, that lies so many seconds after an instant."""
        try:
            return _day_of(instant + timedelta(seconds=seconds), self.zone)
        except OverflowError:
            return BEGIN if seconds < 0 else NEVER

    def shift(
        self,
        day: Day,
        duration: Duration,
        anchor_day: AnchorDay = AnchorDay.EXCLUDED,
        month_end: MonthEnd = MonthEnd.CLIP,
        times: int = 1,
    ) -> tuple[Day, ...]:
        """The day or days that lie ``times`` durations after ``day``, counted in one step from it."""
        if day <= BEGIN or day >= _LAST_DAY:
            return (day,)
        days = duration.total_days * times
        seconds = (duration.exact_seconds or 0) * times
        months = duration.total_months * times
        starts = add_months(day, months, month_end) if months else (day,)
        if anchor_day is AnchorDay.INCLUDED and (months or days):
            days -= 1 if (months or days) > 0 else -1
        edges = (seconds // 86400, (seconds + 86399) // 86400) if seconds else (0,)
        found: set[Day] = set()
        for start in starts:
            if start <= BEGIN or start >= _LAST_DAY:
                found.add(start)
                continue
            for edge in edges:
                moved = start + days + edge
                found.add(BEGIN if moved < 1 else NEVER if moved > _LAST_DAY else moved)
        return tuple(sorted(found))

    def next_day(self, moment: Moment) -> Moment:
        """Every day one later; never stays never."""
        if moment == NOT_EVER:
            return moment
        return union((a + 1 if a < NEVER else NEVER, b + 1 if b < NEVER else NEVER) for a, b in moment)

    def turn(self, day: Day, every: Duration, times: int, window: Duration | None = None) -> Day:
        """The day ``times`` turns (and a window) after ``day``, counted in one step from it; month ends are clipped."""
        if day <= BEGIN or day >= _LAST_DAY:
            return day
        months = every.total_months * times + (window.total_months if window is not None else 0)
        days = every.total_days * times + (window.total_days if window is not None else 0)
        seconds = every.exact_seconds * times + (window.exact_seconds if window is not None else 0)
        start = add_months(day, months, MonthEnd.CLIP)[0] if months else day
        moved = start + days + seconds // 86400
        return BEGIN if moved < 1 else NEVER if start >= NEVER or moved > _LAST_DAY else moved

    def shift_moment(
        self,
        moment: Moment,
        duration: Duration,
        anchor_day: AnchorDay = AnchorDay.EXCLUDED,
        month_end: MonthEnd = MonthEnd.CLIP,
        times: int = 1,
    ) -> Moment:
        """Both ends of every span shifted; never stays never."""
        if moment == NOT_EVER:
            return moment
        spans = []
        for first, last in moment:
            moved = self.shift(first, duration, anchor_day, month_end, times)
            low = moved[0]
            high = moved[-1] if first == last else self.shift(last, duration, anchor_day, month_end, times)[-1]
            if first == last and high - low > 1:
                spans += [(day, day) for day in moved]
            elif last == NEVER and first < NEVER:
                spans += [(min(low, NEVER), NEVER)]
            else:
                spans.append((min(low, high), max(low, high)))
        return union(spans)
