"""Moments: when something may have come true, never included, as sorted spans of instants.

A moment is a tuple of closed spans ``(first, last)`` on the axis of a record, whose instants are days or minutes.
``NEVER`` lies after all of them and stands for "not at all"; ``BEGIN`` lies before all of them. A claimed stretch
and an open tail stay two spans.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

__all__ = [
    "ALWAYS",
    "ANY_DAY",
    "BEGIN",
    "MAX_SPANS",
    "NEVER",
    "NOT_EVER",
    "Instant",
    "Moment",
    "Span",
    "between",
    "clip",
    "comes_by",
    "drop",
    "earliest",
    "earliest_of_all",
    "joined",
    "kth",
    "latest",
    "may_be_never",
    "maybe",
    "on",
    "rest",
    "some_comes_within",
    "union",
]

Instant: TypeAlias = int
Span: TypeAlias = tuple[int, int]
Moment: TypeAlias = tuple[Span, ...]

BEGIN = 0
"""Before every day."""
NEVER = 10_000_000_000
"""After every day: it does not come true at all."""
MAX_SPANS = 8
"""A moment of more spans than this is simplified to fewer, which may only add days."""

NOT_EVER: Moment = ((NEVER, NEVER),)
ALWAYS: Moment = ((BEGIN, BEGIN),)
ANY_DAY: Moment = ((BEGIN, NEVER),)


@lru_cache(maxsize=4096)  # one value for each day, however often it is named
def on(day: Instant) -> Moment:
    """Exactly that day."""
    return ((day, day),)


def between(first: Instant, last: Instant) -> Moment:
    """Some day from ``first`` to ``last``; no moment at all where they are the wrong way round."""
    return ((first, last),) if first <= last else ()


def joined(parts: Iterable[Span]) -> Moment:
    """Exactly the days of the spans: sorted, touching days joined, however many spans are left."""
    ordered = sorted(parts)
    if len(ordered) < 2:
        return tuple(ordered)
    spans = ordered[:1]
    for first, last in ordered[1:]:
        low, high = spans[-1]
        if first <= high + 1 and (first != NEVER or high == NEVER):
            if last > high:
                spans[-1] = (low, last)
        else:
            spans.append((first, last))
    return tuple(spans)


def union(parts: Iterable[Span]) -> Moment:
    """The spans as one moment: joined, and simplified to MAX_SPANS by closing the smallest gaps."""
    spans = joined(parts)
    if len(spans) <= MAX_SPANS:
        return spans
    widest = sorted(range(1, len(spans)), key=lambda i: (spans[i][0] - spans[i - 1][1], i))[1 - MAX_SPANS :]
    edges = [0, *sorted(widest), len(spans)]
    return tuple((spans[a][0], spans[b - 1][1]) for a, b in pairwise(edges))


def may_be_never(moment: Moment) -> bool:
    """Whether it may be that it never comes true."""
    return bool(moment) and moment[-1][1] == NEVER


def maybe(moment: Moment) -> Moment:
    """The moment, or never."""
    return moment if may_be_never(moment) else union((*moment, *NOT_EVER))


def rest(moment: Moment) -> Moment:
    """The moment without the chance of never; may be empty."""
    if not may_be_never(moment):
        return moment
    first, _ = moment[-1]
    head = moment[:-1]
    return (*head, (first, NEVER - 1)) if first < NEVER else head


def clip(moment: Moment, first: Instant, last: Instant) -> Moment:
    """The days of the moment from ``first`` to ``last``; may be empty."""
    if len(moment) == 1:
        a, b = moment[0]
        a, b = a if a > first else first, b if b < last else last
        return ((a, b),) if a <= b else ()
    if moment and moment[0][0] >= first and moment[-1][1] <= last:
        return moment
    return tuple((max(a, first), min(b, last)) for a, b in moment if max(a, first) <= min(b, last))


def drop(moment: Moment, spans: Iterable[Span]) -> Moment:
    """The days of the moment outside ``spans``, which may come in any order; may be empty."""
    holes = iter(joined(spans))
    hole = next(holes, None)
    if hole is None:
        return moment
    found: list[Span] = []
    for start, end in moment:
        low = start
        while hole is not None and hole[0] <= end:
            first, last = hole
            if low < first:
                found.append((low, first - 1))
            low = max(low, last + 1)
            if last > end:
                break  # it may reach into the next span
            hole = next(holes, None)
        if low <= end:
            found.append((low, end))
    return tuple(found)


def latest(a: Moment, b: Moment) -> Moment:
    """The later of two days, one from each moment."""
    if a[0][0] >= b[-1][1]:
        return a
    if b[0][0] >= a[-1][1]:
        return b
    if len(a) == len(b) == 1:
        return ((max(a[0][0], b[0][0]), max(a[0][1], b[0][1])),)
    return union((max(p[0], q[0]), max(p[1], q[1])) for p in a for q in b)


def earliest(a: Moment, b: Moment) -> Moment:
    """The earlier of two days, one from each moment."""
    if a[-1][1] <= b[0][0]:
        return a
    if b[-1][1] <= a[0][0]:
        return b
    if len(a) == len(b) == 1:
        return ((min(a[0][0], b[0][0]), min(a[0][1], b[0][1])),)
    return union((min(p[0], q[0]), min(p[1], q[1])) for p in a for q in b)


def earliest_of_all(moments: Iterable[Moment]) -> Moment:
    """The earliest of any number of days; never, where there are none."""
    found = NOT_EVER
    for moment in moments:
        found = earliest(found, moment)
    return found


def kth(moments: list[Moment], k: int) -> Moment:
    """The day on which the k-th of them comes true, counted from 1; never, where there are fewer."""
    if k > len(moments):
        return NOT_EVER
    if k < 1:
        return ALWAYS
    firsts = sorted(moment[0][0] for moment in moments)
    lasts = sorted(moment[-1][1] for moment in moments)
    if firsts[k - 1] == lasts[k - 1]:
        return on(firsts[k - 1])
    edge = union(part for moment in moments for part in moment)
    return clip(edge, firsts[k - 1], lasts[k - 1]) or ((firsts[k - 1], lasts[k - 1]),)


def comes_by(event: Moment, limit: Moment) -> tuple[bool, bool]:
    """Whether something is sure to come by a limit, and whether it may."""
    return event[-1][1] <= limit[0][0], event[0][0] <= limit[-1][1]


def some_comes_within(moments: list[Moment], after: Moment, by: Moment) -> tuple[bool, bool]:
    """Whether some one is sure to lie after one limit and by another, and whether one may."""
    sure = any(each[0][0] > after[-1][1] and each[-1][1] <= by[0][0] for each in moments)
    return sure, any(clip(each, after[0][0] + 1, by[-1][1]) for each in moments)
