"""Spells in which the clock stands, and what they do to a deadline."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from accords.engine.days.axis import Axis
from accords.engine.days.moments import NEVER, NOT_EVER, Instant, Moment, clip, drop, rest, union

__all__ = ["Spell", "SpellKind", "deadline", "outside", "runs_on", "standing_days"]


class SpellKind(StrEnum):
    """Why the clock stands."""

    SUSPENSION = "suspension"
    EXCUSE = "excuse"
    COUNTERPART = "counterpart"
    NOBODY = "neither performed"


class Spell(NamedTuple):
    """Days ``[start, end)`` in which the clock stands; both may be uncertain."""

    start: Moment
    end: Moment
    kind: SpellKind
    stops: bool = True
    """Its days do not count towards a deadline; otherwise a deadline inside it only moves to its end."""
    deadlines: bool = True
    """Whether it moves deadlines; where it does not, it is possible beside them."""
    told: bool = True
    """Whether anybody reports it: one that nobody does moves no deadline, and is possible all the same."""
    at_hour: bool = False
    """Whether it ends at an hour, whose own minute it holds and takes from no deadline."""

    @property
    def ends(self) -> bool:
        """Whether it is of a kind that may be over again, so that a deadline comes later by it."""
        return self.kind in (SpellKind.SUSPENSION, SpellKind.COUNTERPART)

    @property
    def widest(self) -> tuple[Instant, Instant]:
        """The most days it can hold."""
        return self.start[0][0], self.end[-1][1]

    @property
    def surest(self) -> tuple[Instant, Instant]:
        """The days it is sure to hold; empty where the end is not after the start."""
        return self.start[-1][1], self.end[0][0]

    @property
    def most_taken(self) -> tuple[Instant, Instant]:
        """The most that it can take from a deadline."""
        return self.start[0][0], self.end[-1][1] - self.at_hour

    @property
    def surely_taken(self) -> tuple[Instant, Instant]:
        """What it surely takes from one."""
        return self.start[-1][1], self.end[0][0] - self.at_hour


_Spans = Sequence[tuple[Instant, Instant]]


def _concrete(axis: Axis, opening: Instant, due: Instant, stops: _Spans, runs: _Spans) -> Instant:
    """A deadline that is a day is later by the days on which the clock stands, if only for some hours; one at an hour
    by as much time as it stands. Where the clock would stand then, it is the first day on which it never does."""
    if due >= NEVER:
        return NEVER
    touched, standing = _whole_days(axis, stops), _whole_days(axis, (*stops, *runs))
    if axis.clock(due) is None:
        moved = _later(axis, axis.opened(opening), due, touched)
    else:
        moved = _later(axis, opening, due, stops)
        if any(start <= moved < end for start, end in (*stops, *runs)):
            moved = axis.closed(moved)
        else:
            return moved
    for start, end in sorted(standing):
        if start <= moved < end:
            moved = axis.closed(end)  # the first day on which the clock runs again
    return min(moved, NEVER)


def _later(axis: Axis, opening: Instant, due: Instant, stops: _Spans) -> Instant:
    """``due`` later by what of the spans, counted from ``opening``, comes before it."""
    moved, counted = due, opening
    for start, end in sorted(stops):
        first = max(start, counted)
        if end <= first:
            continue
        if first > moved:
            break
        if end >= NEVER:
            return NEVER
        moved = axis.later(moved, first, end)
        counted = end
    return moved


def _whole_days(axis: Axis, spans: _Spans) -> _Spans:
    """The days of which the spans hold a part, each from its first instant to before that of the day after."""
    found = []
    for start, end in spans:
        if start < end:
            found.append((axis.opened(start), end if axis.opened(end) == end else axis.closed(end) + 1))
    return found


def deadline(axis: Axis, opening: Moment, due: Moment, spells: Sequence[Spell]) -> Moment:
    """The deadline after all spells: what falls into a stopping spell, counted from ``opening``, does not count."""
    heard = [spell for spell in spells if spell.deadlines]
    if not heard:
        return due
    stops = [spell for spell in heard if spell.stops]
    runs = [spell for spell in heard if not spell.stops]
    ended = [[spell.most_taken for spell in spells if spell.end != NOT_EVER] for spells in (stops, runs)]
    found = []
    for first, last in due:
        if first >= NEVER:
            found.append((NEVER, NEVER))
            continue
        least = min(opening[-1][1], first)
        low = _concrete(axis, least, first, [s.surely_taken for s in stops], [s.surely_taken for s in runs])
        high = _concrete(axis, opening[0][0], last, [s.most_taken for s in stops], [s.most_taken for s in runs])
        if low < high >= NEVER:  # a spell without end does away with a deadline, or leaves it where it is
            kept = _concrete(axis, opening[0][0], last, *ended)
            found.append((min(low, kept), kept))
        found.append((min(low, high), high) if low >= NEVER or high < NEVER else (NEVER, NEVER))
    return union(found)


def standing_days(spells: Sequence[Spell], sure: bool) -> list[tuple[Instant, Instant]]:
    """The spans ``[start, end)`` that the spells are sure to cover, or may cover at most."""
    spans = [spell.surest if sure else spell.widest for spell in spells]
    return [(a, b) for a, b in spans if a < b]


def outside(day: Instant, spans: Sequence[tuple[Instant, Instant]]) -> Instant:
    """The first day from ``day`` on that lies in none of ``spans``."""
    for start, end in sorted(spans):
        if start <= day < end:
            day = end
    return day


def runs_on(days: Moment, opens: Moment, ends: Moment, spells: Sequence[Spell]) -> bool:
    """Whether any of the days may lie in a time, and outside the spells that are sure to cover it."""
    standing = [(start, end - 1) for start, end in standing_days(spells, sure=True)]
    return bool(drop(clip(rest(days), opens[0][0], ends[-1][1]), standing))
