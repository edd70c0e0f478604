"""The value of a date, and reading it."""

from __future__ import annotations

import calendar
import datetime
from enum import StrEnum
from functools import lru_cache
from math import inf
from typing import TypeAlias

from attrs import field, frozen

from accords.dates.faults import diagnose_date
from accords.dates.grammar import ACCEPTED, DateError

__all__ = ["DateLike", "Edtf", "Precision", "Qualifier", "as_date", "as_optional_date", "parse_date"]


class Precision(StrEnum):
    """How much of a date is stated: ``2022-11-XX`` is as precise as its month, ``2022-XX`` as its year."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class Qualifier(StrEnum):
    """A doubt of the source or the coder about a date. It does not change the days the date can denote."""

    UNCERTAIN = "?"
    APPROXIMATE = "~"
    UNCERTAIN_AND_APPROXIMATE = "%"


@frozen(kw_only=True, order=False)
class Edtf:
    """A date as a record writes it. Made only by ``parse_date``, which keeps its parts consistent.

    Two values are equal when their texts are; the same moment written with ``Z`` and with ``+00:00`` is not.
    ``<`` and its like also take a ``date`` or a ``datetime`` with a zone. They answer where the days that both can
    denote leave no doubt, and raise ValueError where they do; equal values are neither before nor after each other.

    >>> accords.parse_date("2022-11") < accords.parse_date("2022-12-01")
    True
    >>> accords.parse_date("2022") < accords.parse_date("2022-12-01")
    Traceback (most recent call last):
    ValueError: whether 2022 comes before 2022-12-01 is not certain: compare their `earliest` and `latest` days
    """

    text: str
    """The date as it was written."""
    precision: Precision = field(eq=False, repr=False)
    """How much of the date is stated."""
    earliest: datetime.date | None = field(eq=False, repr=False)
    """The first calendar day that the value can denote; None where an interval has no start.

    For a date-time it is the day as written, that is, local to its offset.
    """
    latest: datetime.date | None = field(eq=False, repr=False)
    """The last calendar day that the value can denote; None where an interval has no end."""
    qualifier: Qualifier | None = field(default=None, eq=False, repr=False)
    """The doubt about the date. An interval has none; its ends may have."""
    start: Edtf | None = field(default=None, eq=False, repr=False)
    """Where an interval starts; None where it is open, and for everything but intervals."""
    end: Edtf | None = field(default=None, eq=False, repr=False)
    """Where an interval ends; None where it is open, and for everything but intervals."""
    moment: datetime.datetime | None = field(default=None, eq=False, repr=False)
    """The moment that a date-time names, with its offset; None for everything else."""

    @property
    def is_exact_day(self) -> bool:
        """Whether there is only one calendar day that the value can denote, however much in doubt it is."""
        return self.earliest is not None and self.earliest == self.latest

    def __str__(self) -> str:
        """The date as it was written."""
        return self.text

    def __lt__(self, other: Edtf | datetime.date) -> bool:
        """Whether it comes before ``other``. Raises ValueError where that is not certain."""
        return NotImplemented if not _is_date(other) else _certainly(self, as_date(other), or_same=False)

    def __le__(self, other: Edtf | datetime.date) -> bool:
        """Whether it comes before ``other`` or with it. Raises ValueError where that is not certain."""
        return NotImplemented if not _is_date(other) else _certainly(self, as_date(other), or_same=True)

    def __gt__(self, other: Edtf | datetime.date) -> bool:
        """Whether it comes after ``other``. Raises ValueError where that is not certain."""
        return NotImplemented if not _is_date(other) else _certainly(as_date(other), self, or_same=False)

    def __ge__(self, other: Edtf | datetime.date) -> bool:
        """Whether it comes after ``other`` or with it. Raises ValueError where that is not certain."""
        return NotImplemented if not _is_date(other) else _certainly(as_date(other), self, or_same=True)


DateLike: TypeAlias = Edtf | str | datetime.date
"""What is taken for a date: an ``Edtf``, its text, a ``date``, or a ``datetime`` that has a time zone."""


def _is_date(value: object) -> bool:
    return isinstance(value, (Edtf, datetime.date))


def parse_date(text: str) -> Edtf:
    """Read ``text`` as a date in EDTF.

    Raises DateError, whose message says how to write what was probably meant, and TypeError for anything but
    text. Never guesses: what is not written in the one accepted form is refused.

    >>> accords.parse_date("2022-11?").latest
    datetime.date(2022, 11, 30)
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"a date is read from text, not from {type(text).__name__}")
    return _parse(text)


def as_date(value: DateLike) -> Edtf:
    """Read text, a day or a moment; leave a date as it is. A moment is taken to the second.

    Raises as ``parse_date`` does, and DateError for a ``datetime`` without a time zone, which names no moment.
    """
    if isinstance(value, Edtf):
        return value
    return _parse(_written(value)) if isinstance(value, datetime.date) else parse_date(value)


def as_optional_date(value: DateLike | None) -> Edtf | None:
    """The same; None stays None."""
    return None if value is None else as_date(value)


def _written(day: datetime.date) -> str:
    if not isinstance(day, datetime.datetime):
        return day.isoformat()
    if day.utcoffset() is None:
        advice = "give it a time zone, as in datetime(2022, 11, 23, 10, tzinfo=UTC), or give a date"
        raise DateError(str(day), "not-a-date", f"{day} has no time zone, so that it names no moment: {advice}")
    return day.replace(microsecond=0).isoformat()


@lru_cache(maxsize=1 << 14)
def _parse(text: str) -> Edtf:
    if not ACCEPTED.fullmatch(text):
        raise diagnose_date(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        moment = datetime.datetime.fromisoformat(text)
        day = moment.date()
        return Edtf(text=text, precision=Precision.TIME, earliest=day, latest=day, moment=moment)
    return _simple(text)


def _interval(text: str) -> Edtf:
    start, end = (None if side == ".." else _simple(side) for side in text.split("/"))
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise DateError(text, "reversed-interval", f"{text} ends before it starts")
    interval = Precision.INTERVAL
    return Edtf(text=text, precision=interval, earliest=earliest, latest=latest, start=start, end=end)


def _simple(text: str) -> Edtf:
    """A year, month or day with X and qualifier, known to be well written."""
    qualifier = Qualifier(text[-1]) if text[-1] in "?~%" else None
    stated = (text[:-1] if qualifier else text).replace("-XX", "")
    first, last = stated.replace("X", "0"), stated.replace("X", "9")
    year = int(first[:4])
    if len(stated) == 4:
        known = 4 - stated.count("X")
        precision = (Precision.CENTURY, Precision.DECADE, Precision.YEAR)[known - 2]
        earliest, latest = datetime.date(year, 1, 1), datetime.date(int(last), 12, 31)
    elif len(stated) == 7:
        precision, month = Precision.MONTH, int(stated[5:])
        earliest = datetime.date(year, month, 1)
        latest = earliest.replace(day=calendar.monthrange(year, month)[1])
    else:
        precision = Precision.DAY
        earliest = latest = datetime.date(year, int(stated[5:7]), int(stated[8:]))
    return Edtf(text=text, precision=precision, earliest=earliest, latest=latest, qualifier=qualifier)


# ---- order

_DAY = 86_400
_FARTHEST = 14 * 3_600
"""So many seconds a time zone lies away from UTC at most: a day without one may begin so much sooner or later."""


def _certainly(one: Edtf, other: Edtf, *, or_same: bool) -> bool:
    """Whether ``one`` comes before ``other``, or with ``or_same`` not after it.

    Raises ValueError where the days that they can denote leave that open. Days are taken to be of one time zone. A
    moment and a day are told apart only where every time zone gives the same answer.
    """
    if one == other:
        return or_same
    mixed = (one.moment is None) is not (other.moment is None)
    (first, last), (begin, end) = _span(one, mixed), _span(other, mixed)
    if last < begin or (or_same and last == begin):
        return True
    if first > end or (not or_same and first == end):
        return False
    words = f"whether {one} comes before {other} is not certain"
    raise ValueError(f"{words}: compare their `earliest` and `latest` days")


def _span(date: Edtf, mixed: bool) -> tuple[float, float]:
    """The first and last place of ``date``: in seconds for a moment and for what is compared with one, else in days."""
    if date.moment is not None:
        offset = date.moment.utcoffset() or datetime.timedelta()
        clock = date.moment.hour * 3_600 + date.moment.minute * 60 + date.moment.second
        here = date.moment.toordinal() * _DAY + clock - offset.total_seconds()
        return here, here
    first = date.earliest.toordinal() if date.earliest is not None else -inf
    last = date.latest.toordinal() if date.latest is not None else inf
    return (first * _DAY - _FARTHEST, (last + 1) * _DAY + _FARTHEST - 1) if mixed else (first, last)
