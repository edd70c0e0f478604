"""Lengths of time in units: ``1 year 6 months``, ``10 working days``."""

from __future__ import annotations

from accords.dates.durations import Duration

__all__ = ["UNITS", "length_of_days", "length_of_duration", "unit_of"]

UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
"""The units of a duration, in the order in which they are written."""


def unit_of(word: str) -> str | None:
    """The unit that ``word`` names, as one or as many."""
    one = word.removesuffix("s")
    return one if one in UNITS else None


def length_of_duration(duration: Duration) -> str:
    """``1 year 6 months``; its sign is left out."""
    counts = [(getattr(duration, f"{unit}s"), unit) for unit in UNITS]
    return " ".join(_many(count, unit) for count, unit in counts if count) or _many(0, "day")


def length_of_days(count: int) -> str:
    """``10 working days``; the sign is left out."""
    return _many(abs(count), "working day")


def _many(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
