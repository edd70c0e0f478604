"""Days and hours of the oracle, counted from a fixed day, and one world that answers every open question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from accords.dates import Edtf, Precision
from accords.model.conclusion import Calendar

BASE = date(2023, 1, 1).toordinal()
LOW, HIGH = -17, 44
GRID = range(LOW, HIGH)
FAR = 10**6
"""``LOW`` stands for "before all days" and ``FAR`` for "never"; no period leads away from either."""
DAY = 24 * 60
_START = datetime.fromordinal(BASE).replace(tzinfo=UTC)
_NEVER = FAR * DAY


class At(NamedTuple):
    """A day, and the minute where an hour is known: minutes from the first one of ``BASE`` in UTC."""

    day: int
    minute: int | None = None


NEVER, ALWAYS = At(FAR), At(LOW)


def number(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal() - BASE


class Clock:
    """Where the days of a time zone begin and end."""

    def __init__(self, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self.start = cache(self._start)

    def _start(self, day: int) -> int:
        if self.zone.key == "UTC":
            return day * DAY
        midnight = datetime.fromordinal(BASE + day).replace(tzinfo=self.zone)
        return int((midnight.astimezone(UTC) - _START).total_seconds()) // 60

    def end(self, day: int) -> int:
        """The last minute of a day."""
        return self.start(day + 1) - 1

    def at(self, moment: datetime) -> At:
        local = moment.astimezone(self.zone).date()
        return At(local.toordinal() - BASE, int((moment - _START).total_seconds()) // 60)

    def day_of(self, minute: int) -> int:
        if abs(minute) >= _NEVER:
            return FAR if minute > 0 else LOW
        return (_START + timedelta(minutes=minute)).astimezone(self.zone).date().toordinal() - BASE

    def first(self, at: At) -> int:
        """The first minute of it, as a beginning."""
        if at.day >= FAR or at.day <= LOW:
            return _NEVER if at.day >= FAR else -_NEVER
        return self.start(at.day) if at.minute is None else at.minute

    def last(self, at: At) -> int:
        """The last minute of it, as a deadline or an end."""
        if at.day >= FAR or at.day <= LOW:
            return _NEVER if at.day >= FAR else -_NEVER
        return self.end(at.day) if at.minute is None else at.minute

    def same_hour(self, at: At, day: int) -> At:
        """Another day, at the hour that a clock on the wall shows."""
        assert at.minute is not None
        shown = (_START + timedelta(minutes=at.minute)).astimezone(self.zone)
        there = datetime.combine(date.fromordinal(BASE + day), shown.time(), self.zone)
        return At(day, int((there.astimezone(UTC) - _START).total_seconds()) // 60)

    def stated(self, value: Edtf, closing: bool) -> At:
        """A date of the text."""
        if value.moment is not None:
            return self.at(value.moment)
        return At(number(value.latest, FAR) if closing else number(value.earliest, LOW))

    def span(self, value: Edtf) -> tuple[int, int]:
        """The minutes that a date of a claim leaves possible."""
        if value.moment is not None:
            minute = self.at(value.moment).minute
            assert minute is not None
            return minute, minute
        return self.first(At(number(value.earliest, LOW))), self.last(At(number(value.latest, FAR)))


def is_month(value: Edtf) -> bool:
    return value.precision is Precision.MONTH


# ---------------------------------------------------------------- periods


def months_on(day: int, months: int, spill: bool = False) -> int:
    """So many months later: the same day of the month, else the last one, or with ``spill`` the first of the next."""
    then = date.fromordinal(BASE + day)
    first, following = (_first_of(then.year * 12 + then.month - 1 + n) for n in (months, months + 1))
    wanted = first + then.day - 1
    return wanted if wanted < following else following if spill else following - 1


def _first_of(months: int) -> int:
    return date(months // 12, months % 12 + 1, 1).toordinal() - BASE


def next_start(day: int, years: bool) -> int:
    """The next first day of a month or year that lies strictly ahead."""
    then = date.fromordinal(BASE + day)
    return _first_of((then.year + 1) * 12) if years else _first_of(then.year * 12 + then.month)


class SameWeekday(NamedTuple):
    """Months from one turn to the next, each on the same weekday: the first of its month, …, or the last."""

    total_months: int
    which: str
    total_days: int = 0
    exact_seconds: int = 0


def period_of(again: Any) -> Any:
    """From one turn of a recurring duty to the next."""
    which = again.weekday_of_month
    return again.every if which is None else SameWeekday(again.every.total_months, which.value)


def same_weekday_on(day: int, by: SameWeekday, times: int) -> int:
    """The day of that name in the month so many periods on: all of them are looked through."""
    here = date.fromordinal(BASE + day)
    year, month = divmod(here.year * 12 + here.month - 1 + by.total_months * times, 12)
    days = [date(year, month + 1, 1) + timedelta(days=n) for n in range(31)]
    named = [each for each in days if each.month == month + 1 and each.weekday() == here.weekday()]
    places = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
    return named[places[by.which]].toordinal() - BASE


def moved(at: At, by: Any, times: int = 1, spill: bool = False) -> At:
    """So many periods on; whole days unless the period has hours."""
    if at.day >= FAR or at.day <= LOW + 1:
        return at
    if isinstance(by, SameWeekday):
        there = same_weekday_on(at.day, by, times) if times else at.day
        return At(there, None if at.minute is None else at.minute + (there - at.day) * DAY)
    day = months_on(at.day, by.total_months * times, spill) + by.total_days * times
    if at.minute is None and not by.exact_seconds:
        return At(day)
    minute = (at.minute if at.minute is not None else at.day * DAY) + (day - at.day) * DAY
    return At(day, minute + by.exact_seconds * times // 60)


def working_days_on(day: int, count: int, calendar: Calendar | None) -> tuple[int, int | None]:
    """So many working days on, and so many that the calendar surely tells of: the same day where it tells of all on
    the way what they are, None where it tells of fewer."""
    step, told = (1 if count > 0 else -1), calendar is not None and bool(calendar.weekend)
    weekend, off = set(), set()
    low, high = LOW - 10_000, FAR
    if calendar is not None:
        weekend = {str(name) for name in calendar.weekend}
        low, high = (
            number(calendar.since.earliest, low) if calendar.since is not None else low,
            number(calendar.until.latest, high) if calendar.until is not None else high,
        )
        for holiday in calendar.holidays:
            off |= set(range(number(holiday.earliest, LOW), number(holiday.latest, HIGH) + 1))
    worked = (
        here
        for here in range(day + step, day + step * 4_000, step)
        if date.fromordinal(BASE + here).strftime("%A").lower() not in weekend and here not in off
    )
    nearest, sure = None, 0
    for place, here in enumerate(worked, 1):
        sure += told and low <= here <= high
        nearest = here if place == abs(count) else nearest
        if sure == abs(count) and nearest is not None:
            return nearest, here
    assert nearest is not None
    return nearest, None


# ---------------------------------------------------------------- worlds


class World:
    """Answers every question once, by ``choose``; the same question always gets the same answer."""

    def __init__(self, choose: Callable[[list[object]], object]) -> None:
        self._choose = choose
        self.answers: dict[object, object] = {}
        self.kept: dict[object, object] = {}
        """What follows from the answers, worked out once."""

    def ask(self, question: object, options: Iterable[object]) -> object:
        if question not in self.answers:
            possible = list(options)
            self.answers[question] = possible[0] if len(possible) == 1 else self._choose(possible)
        return self.answers[question]
