"""Durations as records write them, in ISO 8601, and the calendar arithmetic that deadlines need."""

from __future__ import annotations

import calendar
import datetime
import json
import re
from functools import lru_cache
from typing import TypeAlias

from attrs import Attribute, field, frozen

__all__ = [
    "EXAMPLES",
    "PATTERN",
    "Duration",
    "DurationError",
    "DurationLike",
    "as_duration",
    "as_optional_duration",
    "in_words",
    "parse_duration",
    "shift_day",
]

_NUMBER = "[0-9]{1,5}"


def _some_of(units: str) -> str:
    """At least one number with its unit, in this order, each unit at most once."""
    part = [_NUMBER + unit for unit in units]
    ways = (first + "".join(f"(?:{later})?" for later in part[n:]) for n, first in enumerate(part, 1))
    return f"(?:{'|'.join(ways)})"


_CLOCK = f"T{_some_of('HMS')}"

PATTERN: str = f"^-?P(?:{_some_of('YMWD')}(?:{_CLOCK})?|{_CLOCK})$"
"""Exactly what ``parse_duration`` accepts.

One regular expression, the same in Python, ECMA-262, Rust and RE2; only Python's ``$`` also matches before a
line feed at the end, so that Python wants ``fullmatch``.
"""

EXAMPLES: tuple[str, ...] = ("P30D", "-P10D", "P1Y6M", "P2W", "PT48H", "P1DT12H")
"""One duration of each form."""

_ACCEPTED = re.compile(PATTERN)
_PARTS = re.compile(
    "(-)?P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?"
)
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")


def _within_range(_: Duration, attribute: Attribute[int], value: int) -> None:
    if type(value) is not int or not 0 <= value <= 99_999:
        raise ValueError(f"a duration has a whole number of {attribute.name} from 0 to 99999, not {value}")


@frozen(kw_only=True)
class Duration:
    """A length of time, forwards or backwards, in the units in which it was stated.

    Nothing is converted: twelve months are not a year, and 24 hours are not a day. Durations are equal when
    they have the same numbers of the same units. Nothing at all has no sign. Raises ValueError for numbers
    outside 0 to 99999.
    """

    negative: bool = False
    """Whether it counts backwards; all units do then."""
    years: int = field(default=0, validator=_within_range)
    """Calendar years."""
    months: int = field(default=0, validator=_within_range)
    """Calendar months."""
    weeks: int = field(default=0, validator=_within_range)
    """Weeks of seven calendar days."""
    days: int = field(default=0, validator=_within_range)
    """Calendar days, however many hours the clocks give them."""
    hours: int = field(default=0, validator=_within_range)
    """Hours of 3600 seconds."""
    minutes: int = field(default=0, validator=_within_range)
    """Minutes of 60 seconds."""
    seconds: int = field(default=0, validator=_within_range)
    """Seconds."""

    def __attrs_post_init__(self) -> None:
        """Take the sign off nothing at all."""
        if self.negative and self.is_zero:
            object.__setattr__(self, "negative", False)

    @property
    def text(self) -> str:
        """The canonical text: no leading zeros, no units of which there are none; ``P0D`` for nothing."""
        units = zip(self._counts, "YMWDHMS", strict=True)
        parts = [f"{count}{letter}" if count else "" for count, letter in units]
        days, clock = "".join(parts[:4]), "".join(parts[4:])
        body = days + (f"T{clock}" if clock else "")
        return f"{'-' if self.negative else ''}P{body or '0D'}"

    @property
    def total_months(self) -> int:
        """Years and months, as signed months."""
        return self._sign * (self.years * 12 + self.months)

    @property
    def total_days(self) -> int:
        """Weeks and days, as signed days."""
        return self._sign * (self.weeks * 7 + self.days)

    @property
    def exact_seconds(self) -> int:
        """Hours, minutes and seconds, as signed seconds."""
        return self._sign * (self.hours * 3600 + self.minutes * 60 + self.seconds)

    @property
    def is_zero(self) -> bool:
        """Whether it is nothing at all."""
        return not any(self._counts)

    @property
    def _sign(self) -> int:
        return -1 if self.negative else 1

    @property
    def _counts(self) -> tuple[int, ...]:
        return (self.years, self.months, self.weeks, self.days, self.hours, self.minutes, self.seconds)

    def __str__(self) -> str:
        """The canonical text."""
        return self.text


class DurationError(ValueError):
    """A text is not a duration. As a string, one sentence for the person who wrote it."""

    text: str
    """The whole text that was read."""

    def __init__(self, text: str, sentence: str) -> None:
        """Keep both as arguments, so that the error survives the way between processes."""
        super().__init__(text, sentence)
        self.text = text
        self._sentence = sentence

    def __str__(self) -> str:
        """The sentence for a person."""
        return self._sentence


def parse_duration(text: str) -> Duration:
    """Read ``text`` as a duration in ISO 8601, with whole numbers of at most five digits.

    Raises DurationError, whose message says how to write what was probably meant, and TypeError for anything
    but text.

    >>> accords.parse_duration("P1M15D").total_days
    15
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"a duration is read from text, not from {type(text).__name__}")
    return _parse(text)


DurationLike: TypeAlias = Duration | str | datetime.timedelta
"""What is taken for a duration: a ``Duration``, its text, or a ``timedelta``."""


def as_duration(value: DurationLike) -> Duration:
    """Read text or a ``timedelta``; leave a duration as it is. Raises as ``parse_duration`` does.

    The days of a ``timedelta`` are calendar days: it cannot tell 48 hours from two days, as ``PT48H`` and ``P2D`` do.
    """
    if not isinstance(value, datetime.timedelta):
        return value if isinstance(value, Duration) else parse_duration(value)
    days, seconds = abs(value).days, abs(value).seconds
    if value.microseconds:
        raise DurationError(str(value), f"{value} has fractions of a second, and a duration has whole numbers")
    clock = {"hours": seconds // 3_600, "minutes": seconds // 60 % 60, "seconds": seconds % 60}
    return Duration(negative=value.days < 0, days=days, **clock)


def as_optional_duration(value: DurationLike | None) -> Duration | None:
    """The same; None stays None."""
    return None if value is None else as_duration(value)


def in_words(duration: Duration) -> str:
    """Say ``duration`` in the units in which it is stated: "1 year and 6 months", "48 hours", "0 days".

    The sign is left out; whether it is before or after something is for the sentence around it.
    """
    counts = [(getattr(duration, unit), unit) for unit in _UNITS]
    said = [f"{count} {unit if count != 1 else unit[:-1]}" for count, unit in counts if count] or ["0 days"]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


@lru_cache(maxsize=1024)
def _parse(text: str) -> Duration:
    found = _PARTS.fullmatch(text) if _ACCEPTED.fullmatch(text) else None
    if not found:
        raise DurationError(text, f"{_shown(text)} is not a duration accords can read: {_advice(text)}")
    sign, *counts = found.groups(default="0")
    return Duration(negative=sign == "-", **dict(zip(_UNITS, map(int, counts), strict=True)))


# ---- arithmetic


def shift_day(day: datetime.date, duration: Duration, *, spill: bool = False) -> datetime.date:
    """The calendar day that lies ``duration`` from ``day``, which itself is not counted.

    Years and months are counted first, in one step from ``day``; then weeks and days. Where the month arrived
    at lacks the day, the month's last day is taken (31 January and one month: 28 February), or with ``spill``
    the first of the month after it (1 March), forwards and backwards alike. Hours, minutes and seconds are
    left out, even when they amount to whole days: they need a time of day and a time zone.

    Raises OverflowError where the result, or the month on the way to it, is outside the years 0001 to 9999.
    """
    try:
        return _months_on(day, duration.total_months, spill) + datetime.timedelta(days=duration.total_days)
    except (OverflowError, ValueError):
        message = f"{day.isoformat()} shifted by {duration} is outside the years 0001 to 9999"
        raise OverflowError(message) from None


def _months_on(day: datetime.date, months: int, spill: bool) -> datetime.date:
    years, month = divmod(day.month - 1 + months, 12)
    first = datetime.date(day.year + years, month + 1, 1)
    length = calendar.monthrange(first.year, first.month)[1]
    if day.day <= length:
        return first.replace(day=day.day)
    return first + datetime.timedelta(days=length) if spill else first.replace(day=length)


# ---- saying what is wrong: only for texts that were refused

_LONGEST = 64
_NAMED = re.compile("([0-9]{1,5}) *(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|MIN|SECOND|SEC)S?(?:[ ,]|AND)*")
_LETTERED = re.compile("([0-9]{1,5})([YMWDHS])")
_ADVICE = (
    ("[0-9][.,][0-9]", "numbers are whole; use a smaller unit, as in P1Y6M for a year and a half"),
    ("^[+-]?P$", "it has no parts; write at least one, as in P30D"),
    ("^[+-]?P.*T$", "after T come hours, minutes or seconds, as in PT48H"),
    ("[0-9]{6}", "a number has at most five digits"),
    ("P.*[0-9]$", "every number needs its unit, as in P30D"),
    ("^[+-]?P[0-9YMWDHST]+$", "each unit comes once, in the order of P1Y1M1W1DT1H1M1S"),
    ("", "write P30D for 30 days, P6M for 6 months, PT48H for 48 hours, or -P10D for 10 days before"),
)
"""What to say of a text in which the expression is found; the first that fits."""


def _advice(text: str) -> str:
    plain = text.strip().upper() if len(text) <= _LONGEST else ""
    meant = _in_signs(plain.replace(" ", "")) or _from_words(plain)
    if meant and _ACCEPTED.fullmatch(meant):
        edges = "leave out the white space around it: " if meant == text.strip() else "write "
        return edges + meant
    return next(advice for sign, advice in _ADVICE if re.search(sign, plain))


def _in_signs(plain: str) -> str | None:
    """The right order and signs for a text of numbers with unit letters: ``P48H`` → ``PT48H``."""
    found = re.fullmatch("([+-]?)(P?)([+-]?)((?:[0-9]{1,5}[YMWDHS])*)(T?)((?:[0-9]{1,5}[YMWDHS])*)", plain)
    if not found:
        return None
    minus, letter, inner_minus, before, clock, after = found.groups()
    if "M" in before and (not letter or (not clock and re.search("[HS]", before))):
        return None  # months or minutes?
    first, second = _LETTERED.findall(before), _LETTERED.findall(after)
    dated = {unit: n for n, unit in first + second if unit in "YWD" or (unit == "M" and (n, unit) in first)}
    timed = {unit: n for n, unit in first + second if unit in "HS" or (unit == "M" and (n, unit) in second)}
    whole = len(dated) + len(timed) == len(first) + len(second)
    return _assembled("-" in (minus, inner_minus), dated, timed) if whole else None


def _from_words(plain: str) -> str | None:
    """The text for a duration in English words, its numbers in digits: ``30 DAYS`` → ``P30D``."""
    found = _NAMED.findall(plain)
    if not found or _NAMED.sub("", plain):
        return None
    dated = {unit[0]: n for n, unit in found if unit in ("YEAR", "MONTH", "WEEK", "DAY")}
    timed = {unit[0]: n for n, unit in found if unit in ("HOUR", "MINUTE", "MIN", "SECOND", "SEC")}
    return _assembled(False, dated, timed) if len(dated) + len(timed) == len(found) else None


def _assembled(negative: bool, dated: dict[str, str], timed: dict[str, str]) -> str:
    days = "".join(dated[unit] + unit for unit in "YMWD" if unit in dated)
    clock = "".join(timed[unit] + unit for unit in "HMS" if unit in timed)
    return f"{'-' if negative else ''}P{days}{'T' + clock if clock else ''}"


def _shown(text: str) -> str:
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return cut if cut.isprintable() and cut and cut == cut.strip() else json.dumps(cut)
