"""Which of two dates comes first, where that is certain."""

from __future__ import annotations

import datetime
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accords.dates.edtf import Edtf

__all__ = ["certainly"]

_DAY = 86_400
_FARTHEST = 14 * 3_600
"""So many seconds a time zone lies away from UTC at most: a day without one may begin so much sooner or later."""


def certainly(one: Edtf, other: Edtf, *, or_same: bool) -> bool:
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
