"""Stated days of a first turn, as those of later ones."""

from __future__ import annotations

from accords.dates import Edtf, Precision
from accords.dates.durations import Duration
from accords.engine.days.axis import Axis
from accords.engine.days.moments import Moment

__all__ = ["is_whole", "rounds_later"]


def is_whole(when: Edtf) -> bool:
    """Whether a date is a month, a year or longer, or a span that ends with one."""
    last = when.end if when.end is not None else when
    return last.precision not in (Precision.DAY, Precision.TIME)


def rounds_later(
    axis: Axis, moment: Moment, every: Duration, times: int, closing: bool, *, whole: bool = False
) -> Moment:
    """Every instant so many periods later, at the same time of the clock; the end of a ``whole`` month stays one."""
    if not whole:
        return axis.shift_moment(moment, every, times=times, closing=closing, same_hour=True)
    return axis.instant_before(axis.shift_moment(axis.next_instant(moment), every, times=times, closing=False))
