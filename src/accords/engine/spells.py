"""Spells in which the clock stands, and what they do to a deadline."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from accords.engine.moments import NEVER, Day, Moment, union

__all__ = ["Spell", "SpellKind", "deadline", "outside", "standing_days"]


class SpellKind(StrEnum):
    """Why the clock stands."""

    SUSPENSION = "suspension"
    EXCUSE = "excuse"
    COUNTERPART = "counterpart"
    NOBODY = "neither performed"


@frozen
class Spell:
    """Days ``[start, end)`` in which the clock stands; both may be uncertain."""

    start: Moment
    end: Moment
    kind: SpellKind
    stops: bool = True
    """Its days do not count towards a deadline; otherwise a deadline inside it only moves to its end."""
    deadlines: bool = True
    """Whether it bears on deadlines at all."""

    @property
    def widest(self) -> tuple[Day, Day]:
        """The most days it can hold."""
        return self.start[0][0], self.end[-1][1]

    @property
    def surest(self) -> tuple[Day, Day]:
        """The days it is sure to hold; empty where the end is not after the start."""
        return self.start[-1][1], self.end[0][0]


def _concrete(opening: Day, due: Day, stops: Sequence[tuple[Day, Day]], runs: Sequence[tuple[Day, Day]]) -> Day:
    if due >= NEVER:
        return NEVER
    day, counted = due, opening
    for start, end in sorted(stops):
        first = max(start, counted)
        if end <= first:
            continue
        if first > day:
            break
        if end >= NEVER:
            return NEVER
        day += end - first
        counted = end
    moved = True
    while moved:
        moved = False
        for start, end in (*runs, *stops):
            if start <= day < end:
                day, moved = end, True
                if day >= NEVER:
                    return NEVER
    return day


def deadline(opening: Moment, due: Moment, spells: Sequence[Spell]) -> Moment:
    """The due day after all spells: days counted from ``opening`` that fall into a stopping spell do not count."""
    heard = [spell for spell in spells if spell.deadlines]
    if not heard:
        return due
    stops = [spell for spell in heard if spell.stops]
    runs = [spell for spell in heard if not spell.stops]
    found = []
    for first, last in due:
        if first >= NEVER:
            found.append((NEVER, NEVER))
            continue
        low = _concrete(min(opening[-1][1], first), first, [s.surest for s in stops], [s.surest for s in runs])
        high = _concrete(opening[0][0], last, [s.widest for s in stops], [s.widest for s in runs])
        found.append((min(low, high), high))
    return union(found)


def standing_days(spells: Sequence[Spell], sure: bool) -> list[tuple[Day, Day]]:
    """The spans ``[start, end)`` that the spells are sure to cover, or may cover at most."""
    spans = [spell.surest if sure else spell.widest for spell in spells]
    return [(a, b) for a, b in spans if a < b]


def outside(day: Day, spans: Sequence[tuple[Day, Day]]) -> Day:
    """The first day from ``day`` on that lies in none of ``spans``."""
    for start, end in sorted(spans):
        if start <= day < end:
            day = end
    return day
