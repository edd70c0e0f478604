"""Points of several instances of a duty as one: when all of them have come somewhere, or the first."""

from __future__ import annotations

from collections.abc import Sequence

from accords.engine.days.moments import (
    ALWAYS,
    NOT_EVER,
    Moment,
    earliest,
    earliest_of_all,
    latest,
    union,
)
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.points import Point

__all__ = ["all_owed", "every_one", "first_one", "without"]


def every_one(points: Sequence[Point]) -> Point:
    """When the last of them comes, and when the first of them no longer can."""
    true, dead = points[0]
    for a, b in points[1:]:
        true, dead = latest(true, a), earliest(dead, b)
    return true, dead


def first_one(points: Sequence[Point]) -> Point:
    """When the first of them comes, and when the last of them no longer can."""
    true, dead = points[0]
    for a, b in points[1:]:
        true, dead = earliest(true, a), latest(dead, b)
    return true, dead


def all_owed(points: Sequence[Point]) -> Moment:
    """When every instance has come there that is still owed; never, where none has."""
    found = earliest_of_all(true for true, _ in points)
    for true, dead in points:
        found = latest(found, earliest(true, dead))
    return found


def without(point: Point, days: KeyDays, every: bool) -> Point:
    """The point of a turn, which is left out where an end forestalls it."""
    before = earliest(days.series_over, days.ended)
    if days.begins[-1][1] <= before[0][0]:
        return point
    out = (ALWAYS, NOT_EVER) if every else (NOT_EVER, ALWAYS)
    if days.begins[0][0] > before[-1][1]:
        return out
    return union((*out[0], *point[0])), union((*out[1], *point[1]))
