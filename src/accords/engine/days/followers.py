"""Which of many moments comes first after a given one, asked again and again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from accords.engine.days.moments import NEVER, NOT_EVER, Moment, clip, earliest, may_be_never, maybe, rest

__all__ = ["Followers"]


class Followers:
    """Sorts moments once. Each answer looks only at those that the start may cut: of the others the earliest is
    known beforehand, from every place on."""

    def __init__(self, moments: Iterable[Moment]) -> None:
        coming = ((moment, rest(moment)) for moment in moments)
        held = sorted((maybe(days) if may_be_never(moment) else days, days) for moment, days in coming if days)
        self._days = [days for _, days in held]
        self._firsts = [days[0][0] for days in self._days]
        self._reach = list(accumulate((days[-1][1] for days in self._days), max))
        """How far any of the moments up to a place goes."""
        self._as_sure = _from_each([moment for moment, _ in held])
        self._perhaps = _from_each([maybe(days) for days in self._days])
        """The earliest of them where none is sure to come after the start."""

    def after(self, start: Moment) -> Moment:
        """The first of them that comes on or after ``start``; never, where none does."""
        first, last = start[0][0], start[-1][1]
        place, sure = bisect_left(self._firsts, first), bisect_left(self._firsts, last)
        found = self._as_sure[sure]
        if place < sure:
            found = earliest(found, self._perhaps[place])
        while place and self._reach[place - 1] >= first:
            place -= 1
            found = earliest(found, maybe(clip(self._days[place], first, NEVER)))
        return found


def _from_each(moments: list[Moment]) -> list[Moment]:
    """The earliest of the moments from each place on; never, behind the last."""
    return list(accumulate(reversed(moments), earliest, initial=NOT_EVER))[::-1]
