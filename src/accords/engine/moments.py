"""Moments: on which days something may have come true, never included, as sorted spans of day numbers.

A moment is a tuple of closed spans ``(first, last)`` on the day axis (proleptic ordinals, as
``date.toordinal`` counts them). The day ``NEVER`` lies after all days and stands for "not at all";
the day ``BEGIN`` lies before all days. A claimed stretch of days and an open tail stay two spans.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

__all__ = [
    "ALWAYS",
    "ANY_DAY",
    "BEGIN",
    "MAX_SPANS",
    "NEVER",
    "NOT_EVER",
    "Day",
    "Moment",
    "Span",
    "between",
    "clip",
    "drop",
    "earliest",
    "earliest_of_all",
    "kth",
    "latest",
    "may_be_never",
    "on",
    "rest",
    "union",
]

Day: TypeAlias = int
Span: TypeAlias = tuple[int, int]
Moment: TypeAlias = tuple[Span, ...]

BEGIN = 0
"""Before every day."""
NEVER = 10_000_000
"""After every day: it does not come true at all."""
MAX_SPANS = 8
"""A moment of more spans than this is simplified to fewer, which may only add days."""

NOT_EVER: Moment = ((NEVER, NEVER),)
ALWAYS: Moment = ((BEGIN, BEGIN),)
ANY_DAY: Moment = ((BEGIN, NEVER),)


def on(day: Day) -> Moment:
    """Exactly that day."""
    return ((day, day),)


def between(first: Day, last: Day) -> Moment:
    """Some day from ``first`` to ``last``; no moment at all where they are the wrong way round."""
    return ((first, last),) if first <= last else ()


def union(parts: Iterable[Span]) -> Moment:
    """The spans as one moment: sorted, touching days joined, simplified to MAX_SPANS."""
    spans: list[Span] = []
    ordered = sorted(parts)
    if len(ordered) == 1:
        return (ordered[0],)
    for first, last in ordered:
        if spans and first <= spans[-1][1] + 1 and (first != NEVER or spans[-1][1] == NEVER):
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    while len(spans) > MAX_SPANS:
        gaps = [(spans[i + 1][0] - spans[i][1], i) for i in range(len(spans) - 1)]
        at = min(gaps)[1]
        spans[at : at + 2] = [(spans[at][0], spans[at + 1][1])]
    return tuple(spans)


def may_be_never(moment: Moment) -> bool:
    """Whether it may be that it never comes true."""
    return bool(moment) and moment[-1][1] == NEVER


def rest(moment: Moment) -> Moment:
    """The moment without the chance of never; may be empty."""
    if not may_be_never(moment):
        return moment
    first, _ = moment[-1]
    head = moment[:-1]
    return (*head, (first, NEVER - 1)) if first < NEVER else head


def clip(moment: Moment, first: Day, last: Day) -> Moment:
    """The days of the moment from ``first`` to ``last``; may be empty."""
    if len(moment) == 1:
        a, b = moment[0]
        a, b = a if a > first else first, b if b < last else last
        return ((a, b),) if a <= b else ()
    if moment and moment[0][0] >= first and moment[-1][1] <= last:
        return moment
    return tuple((max(a, first), min(b, last)) for a, b in moment if max(a, first) <= min(b, last))


def drop(moment: Moment, spans: Moment) -> Moment:
    """The days of the moment outside ``spans``."""
    for first, last in spans:
        moment = (
            tuple(
                part
                for a, b in moment
                for part in ((a, min(b, first - 1)), (max(a, last + 1), b))
                if part[0] <= part[1]
            )
            if moment and moment[0][0] <= last and moment[-1][1] >= first
            else moment
        )
    return moment


def latest(a: Moment, b: Moment) -> Moment:
    """The later of two days, one from each moment."""
    if a[0][0] >= b[-1][1]:
        return a
    if b[0][0] >= a[-1][1]:
        return b
    return union((max(p[0], q[0]), max(p[1], q[1])) for p in a for q in b)


def earliest(a: Moment, b: Moment) -> Moment:
    """The earlier of two days, one from each moment."""
    if a[-1][1] <= b[0][0]:
        return a
    if b[-1][1] <= a[0][0]:
        return b
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
