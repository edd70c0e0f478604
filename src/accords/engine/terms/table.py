"""The table of states: the first row that applies decides. Rows are data; the walk splits where days are uncertain."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from accords.engine.days.moments import BEGIN, NEVER, Instant, Moment, clip
from accords.engine.days.spells import Spell, SpellKind

__all__ = [
    "AGREEMENT",
    "CONTINUING",
    "ENDEAVOUR_CONTINUING",
    "LAPSING",
    "ONCE",
    "PERHAPS_EXCUSED",
    "Env",
    "Row",
    "State",
    "walk",
]


class State(StrEnum):
    """Where one instance of a duty stands."""

    __hash__ = str.__hash__  # the one of Enum is written in Python, and slow

    NOT_IN_FORCE = "not_in_force"
    CONDITIONAL = "conditional"
    PENDING = "pending"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    EXCUSED = "excused"
    FULFILLED = "fulfilled"
    FULFILLED_LATE = "fulfilled_late"
    BREACHED = "breached"
    EXPIRED = "expired"
    RELEASED = "released"
    SUPERSEDED = "superseded"
    TERMINATED = "terminated"
    LAPSED = "lapsed"
    AVAILABLE = "available"
    EXERCISED = "exercised"
    WITHDRAWN = "withdrawn"
    NOT_ASSESSED = "not_assessed"
    PERIOD_OVER = "period_over"
    DECLARED = "declared"
    IN_FORCE = "in_force"
    PROVISIONALLY_APPLIED = "provisionally_applied"


Env: TypeAlias = dict[str, Moment]
"""Name of a day (F, G, N, X, E, L, D, P, V; of a turn B and W) → on which days it may lie."""


@frozen
class Row:
    """A row: it applies where all its tests hold. ``@end`` stands for the kind of X, ``@spell`` for a spell at t."""

    state: State | str
    tests: tuple[tuple[str, str, str], ...]
    because: str
    """What it says, as a key: the words are for whoever shows it."""


_NEVER_BOUND = tuple(
    row
    for other in ("F", "G")
    for row in (
        Row(
            "@end",
            (("X", "<=", "t"), ("X", "<", other), ("X", "<=", "E"), ("X", "<=", "L")),
            "ended_unbound",
        ),
        Row(State.LAPSED, (("E", "<=", "t"), ("E", "<", other)), "over_unbound"),
        Row(State.LAPSED, (("L", "<=", "t"), ("L", "<", other)), "impossible"),
    )
)
_WAITING = (
    Row(State.NOT_IN_FORCE, (("t", "<", "F"),), "not_bound"),
    Row(State.CONDITIONAL, (("t", "<", "G"),), "waiting"),
)
_OPEN = (
    Row("@spell", (("t", "in", "K"),), "clock_stands"),
    Row(State.PENDING, (("t", "<", "N"),), "not_begun"),
    Row(State.ACTIVE, (), "owed"),
)

ONCE = (
    *_NEVER_BOUND,
    *_WAITING,
    Row(
        State.FULFILLED,
        (("P", "<=", "t"), ("P", "<=", "X"), ("P", "<=", "E"), ("P", "<=", "D")),
        "performed",
    ),
    Row(State.FULFILLED_LATE, (("P", "<=", "t"), ("P", "<=", "X"), ("P", "<=", "E")), "performed_late"),
    Row("@end", (("X", "<=", "t"), ("X", "<=", "D"), ("X", "<=", "E")), "ended_before_due"),
    Row(State.EXPIRED, (("E", "<=", "t"), ("E", "<", "D"), ("E", "<", "X")), "over_by_due"),
    Row(State.BREACHED, (("D", "<", "t"),), "due_passed"),
    *_OPEN,
)
"""Duties that one act performs."""

PERHAPS_EXCUSED = Row("@spell", (("D", "<", "t"), ("t", "in", "U")), "perhaps_excused")
"""Before the deadline counts as passed: an excuse that nobody reports, which moved no deadline."""

LAPSING = (
    Row("@end", (("X", "<=", "t"), ("X", "<", "B"), ("X", "<=", "E")), "ended_unbound"),
    Row(State.LAPSED, (("E", "<=", "t"), ("E", "<", "B")), "over_unbound"),
    Row(State.LAPSED, (("W", "<=", "t"), ("W", "<", "F")), "turn_over_unbound"),
    Row(State.LAPSED, (("W", "<=", "t"), ("W", "<", "G")), "turn_over_unbound"),
)
"""Of a turn, before all others: it never came to be owed, since it began too late or was over too early."""

CONTINUING = (
    *_NEVER_BOUND,
    *_WAITING,
    Row(State.BREACHED, (("V", "<=", "t"), ("V", "<=", "E"), ("V", "<", "X")), "violation"),
    Row("@end", (("X", "<=", "t"), ("X", "<", "E")), "ended"),
    Row(State.FULFILLED, (("E", "<=", "t"),), "kept"),
    *_OPEN,
)
"""Duties that are kept from day to day."""

ENDEAVOUR_CONTINUING = tuple(
    Row(State.NOT_ASSESSED, row.tests, "effort_unknown") if row.state is State.FULFILLED else row for row in CONTINUING
)
"""Best efforts kept from day to day."""


AGREEMENT = (
    Row("@end", (("X", "<=", "t"), ("X", "<=", "E")), "agreement.ended"),
    Row(State.EXPIRED, (("E", "<=", "t"),), "agreement.term_over"),
    Row(State.NOT_IN_FORCE, (("t", "<", "F"), ("t", "<", "R")), "agreement.neither"),
    Row("@spell", (("t", "in", "K"),), "agreement.suspended"),
    Row(State.IN_FORCE, (("F", "<=", "t"),), "agreement.in_force"),
    Row(State.PROVISIONALLY_APPLIED, (), "agreement.provisional"),
)
"""The agreement itself."""


def _split(env: Env, a: str, b: str, slack: int) -> tuple[Env, Env | None]:
    """The days narrowed to those on which ``a`` comes at least ``slack`` days before ``b``, and to the others."""
    left, right = env[a], env[b]
    yes = {**env, a: clip(left, BEGIN, right[-1][1] - slack), b: clip(right, left[0][0] + slack, NEVER)}
    no_left = clip(left, right[0][0] - slack + 1, NEVER)
    no_right = clip(right, BEGIN, left[-1][1] + slack - 1)
    return yes, {**env, a: no_left, b: no_right} if no_left and no_right else None


def _spell_at(env: Env, spells: tuple[Spell, ...]) -> tuple[set[State], bool]:
    """The states that a spell can give at t, and whether some spell is sure to hold t."""
    t: Instant = env["t"][0][0]
    found: set[State] = set()
    for kinds, state in (
        ((SpellKind.EXCUSE, SpellKind.COUNTERPART, SpellKind.NOBODY), State.EXCUSED),
        ((SpellKind.SUSPENSION,), State.SUSPENDED),
    ):
        for spell in spells:
            if spell.kind in kinds and spell.widest[0] <= t < spell.widest[1]:
                found.add(state)
        for spell in spells:
            if spell.kind in kinds and spell.surest[0] <= t < spell.surest[1]:
                return found, True
    return found, False


def walk(
    rows: tuple[Row, ...],
    env: Env,
    spells: tuple[Spell, ...],
    ends: tuple[tuple[Moment, State], ...],
) -> dict[State, Row]:
    """Every state that some choice of days reaches, with the row that gives it."""
    found: dict[State, Row] = {}
    open_branches: list[tuple[int, int, Env]] = [(0, 0, env)]
    while open_branches:
        at, test, here = open_branches.pop()
        while at < len(rows):
            row = rows[at]
            if test == len(row.tests):
                for state in _states(row, here, ends):
                    found.setdefault(state, row)
                break
            a, op, b = row.tests[test]
            if op == "in":
                states, sure = _spell_at(here, tuple(s for s in spells if not s.told) if b == "U" else spells)
                for state in states:
                    found.setdefault(state, row)
                if sure:
                    break
                at, test = at + 1, 0
                continue
            slack = 1 if op == "<" else 0
            left, right = here[a], here[b]
            if left[-1][1] + slack <= right[0][0]:
                test += 1
            elif left[0][0] + slack > right[-1][1]:
                at, test = at + 1, 0
            else:
                yes, no = _split(here, a, b, slack)
                if no is None:
                    test, here = test + 1, yes
                else:
                    open_branches.append((at, test + 1, yes))
                    at, test, here = at + 1, 0, no
    return found


def _states(row: Row, env: Env, ends: tuple[tuple[Moment, State], ...]) -> set[State]:
    if isinstance(row.state, State):
        return {row.state}
    low, high = env["X"][0][0], env["X"][-1][1]
    return {state for moment, state in ends if clip(moment, low, high)} or {State.TERMINATED}
