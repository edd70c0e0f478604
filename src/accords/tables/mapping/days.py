"""Days as sheets write them, made days as records write them. The order of day and month is never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from accords.dates import DateError, as_date

__all__ = ["DayOrder", "day_of_parts", "day_of_text"]


class DayOrder(StrEnum):
    """In which order a sheet writes days."""

    YEAR_FIRST = "year-first"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?Z?$")


def day_of_text(text: str, order: DayOrder) -> str:
    """A day, month or year in EDTF. Raises ValueError where the text is none in that order."""
    text = _MIDNIGHT.sub("", text)
    if found := _YEAR_FIRST.fullmatch(text):
        return day_of_parts([part for part in found.groups() if part is not None])
    if order is not DayOrder.YEAR_FIRST and (found := _YEAR_LAST.fullmatch(text)):
        one, two, year = found.groups()
        return day_of_parts([year, two, one] if order is DayOrder.DAY_FIRST else [year, one, two])
    raise ValueError(f"it is no day written {order.value}")


def day_of_parts(parts: Sequence[str]) -> str:
    """A year with a month and a day, as many as there are. Raises ValueError where they make none."""
    numbers = [_whole(part) for part in parts]
    text = "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
    try:
        as_date(text)
    except DateError as error:
        raise ValueError(f"it is no day: {error}") from error
    return text


def _whole(part: str) -> int:
    """A number that may come as ``1949.0``, as programs write columns with empty cells."""
    whole = re.fullmatch(r"(\d{1,4})(?:\.0+)?", part)
    if whole is None:
        raise ValueError("it is no number of a year, month or day")
    return int(whole[1])
