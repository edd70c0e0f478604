"""Walks through the table of states, and splits where days are uncertain: every state that some choice reaches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from accords.engine.days.moments import BEGIN, NEVER, Instant, Moment, clip
from accords.engine.days.spells import Spell, SpellKind
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.table import Row, State, Within

__all__ = ["walk"]

_Days: TypeAlias = tuple[Moment, ...]
"""The values of ``KeyDays``, narrowed: by their places, since that is quicker than by their names."""

_NOW, _DUE, _PERFORMED, _ENDED, _OVER = (
    KeyDays._fields.index(name) for name in ("now", "due", "performed", "ended", "over")
)


def _split(days: _Days, a: int, b: int, slack: int) -> tuple[_Days, _Days | None]:
    """The days narrowed to those on which ``a`` comes at least ``slack`` days before ``b``, and to the others."""
    left, right = days[a], days[b]
    yes = _with(days, a, clip(left, BEGIN, right[-1][1] - slack), b, clip(right, left[0][0] + slack, NEVER))
    no_left = clip(left, right[0][0] - slack + 1, NEVER)
    no_right = clip(right, BEGIN, left[-1][1] + slack - 1)
    return yes, _with(days, a, no_left, b, no_right) if no_left and no_right else None


def _with(days: _Days, a: int, left: Moment, b: int, right: Moment) -> _Days:
    changed = list(days)
    changed[a], changed[b] = left, right
    return tuple(changed)


def _spell_at(t: Instant, spells: Iterable[Spell]) -> tuple[set[State], bool]:
    """The states that a spell can give at t, and whether some spell is sure to hold t."""
    found: set[State] = set()
    about = [spell for spell in spells if spell.widest[0] <= t < spell.widest[1]]
    for kinds, state in (
        ((SpellKind.EXCUSE, SpellKind.COUNTERPART, SpellKind.NOBODY), State.EXCUSED),
        ((SpellKind.SUSPENSION,), State.SUSPENDED),
    ):
        these = [spell for spell in about if spell.kind in kinds]
        if these:
            found.add(state)
        if any(spell.surest[0] <= t < spell.surest[1] for spell in these):
            return found, True
    return found, False


def walk(
    rows: tuple[Row, ...],
    days: KeyDays,
    spells: tuple[Spell, ...],
    ends: tuple[tuple[Moment, State], ...],
) -> dict[State, Row]:
    """Every state that some choice of days reaches, with the row that gives it."""
    found: dict[State, Row] = {}
    open_branches: list[tuple[int, int, _Days]] = [(0, 0, days)]
    last = len(rows)
    while open_branches:
        at, place, here = open_branches.pop()
        while at < last:
            row = rows[at]
            for test in row.steps[place:] if place else row.steps:
                place += 1
                if isinstance(test, Within):
                    states, sure = _standing_still(test, here, spells, ends)
                    for state in states:
                        found.setdefault(state, row)
                    at = last if sure else at
                    break
                a, b, slack = test
                left, right = here[a], here[b]
                if left[-1][1] + slack <= right[0][0]:
                    continue
                if left[0][0] + slack > right[-1][1]:
                    break
                yes, no = _split(here, a, b, slack)
                if no is not None:
                    open_branches.append((at, place, yes))
                    here = no
                    break
                here = yes
            else:
                for state in _states(row, here[_ENDED], ends):
                    found.setdefault(state, row)
                break
            at, place = at + 1, 0
    return found


def _standing_still(
    test: Within, here: _Days, spells: tuple[Spell, ...], ends: tuple[tuple[Moment, State], ...]
) -> tuple[set[State], bool]:
    """The states of an instance in a spell; of one that perhaps stood still, where it may stand since."""
    now = here[_NOW][0][0]
    if test is Within.A_SPELL:
        return _spell_at(now, (spell for spell in spells if spell.kind is not SpellKind.NOBODY))
    due = here[_DUE][-1][1]
    beside = [s for s in spells if not s.deadlines and (s.start[0][0] <= due or s.kind is SpellKind.NOBODY)]
    states, _ = _spell_at(now, beside)
    if any(spell.ends and spell.widest[0] <= now for spell in beside):
        states |= {State.ACTIVE, *_spell_at(now, spells)[0]}  # its deadline may have moved
    if not states:
        return states, False
    done, ended, over = here[_PERFORMED], here[_ENDED], here[_OVER]
    gone = min(ended[-1][1], over[-1][1]) <= now or done[-1][1] <= min(now, ended[0][0], over[0][0])
    if gone and all(s.kind is not SpellKind.NOBODY for s in beside):
        states = set()  # whatever stood still, it was done or ended meanwhile
    if clip(done, BEGIN, min(now, ended[-1][1], over[-1][1])):
        states.add(State.FULFILLED)
    if clip(ended, BEGIN, now):
        states |= {state for moment, state in ends if clip(moment, BEGIN, now)}
    if clip(over, BEGIN, now):
        states.add(State.EXPIRED)
    sure = (s for s in beside if s.kind is not SpellKind.NOBODY)  # none of them has to be the first, but may be
    return states, any(spell.start[-1][1] <= here[_DUE][0][0] and now < spell.surest[1] for spell in sure)


def _states(row: Row, ended: Moment, ends: tuple[tuple[Moment, State], ...]) -> set[State]:
    if isinstance(row.state, State):
        return {row.state}
    low, high = ended[0][0], ended[-1][1]
    return {state for moment, state in ends if clip(moment, low, high)} or {State.TERMINATED}
