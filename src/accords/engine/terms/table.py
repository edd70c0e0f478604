"""The table of states: the first row that applies decides. Rows are data; the walk splits where days are uncertain."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, StrEnum, auto
from typing import Literal, TypeAlias

from attrs import field, frozen

from accords.engine.days.moments import BEGIN, NEVER, Instant, Moment, clip
from accords.engine.days.spells import Spell, SpellKind
from accords.engine.terms.key_days import DayName, KeyDays

__all__ = [
    "AGREEMENT",
    "CONTINUING",
    "ENDEAVOUR_CONTINUING",
    "LAPSING",
    "ONCE",
    "PERHAPS_EXCUSED",
    "Given",
    "Row",
    "State",
    "Within",
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


class Given(Enum):
    """What gives the state of a row that names none."""

    BY_THE_END = auto()
    """The kind of what ends it."""
    BY_THE_SPELL = auto()
    """The kind of spell in which the clock stands."""


class Within(Enum):
    """Whether the day asked about lies in a spell."""

    A_SPELL = auto()
    AN_UNTOLD_EXCUSE = auto()


Compared: TypeAlias = tuple[DayName, Literal["<", "<="], DayName]
"""Whether one day comes before another."""


_Days: TypeAlias = tuple[Moment, ...]
"""The values of ``KeyDays``, narrowed: by their places, since that is quicker than by their names."""

_NOW, _ENDED, _OVER = (KeyDays._fields.index(name) for name in ("now", "ended", "over"))

_Step: TypeAlias = tuple[int, int, int]
"""The places of two days, and how many days lie between them at least."""


def _step(a: DayName, how: Literal["<", "<="], b: DayName) -> _Step:
    return KeyDays._fields.index(a), KeyDays._fields.index(b), 1 if how == "<" else 0


@frozen
class Row:
    """A row of the table: it applies where all its tests hold."""

    state: State | Given
    tests: tuple[Compared | Within, ...]
    because: str
    """What it says, as a key: the words are for whoever shows it."""
    steps: tuple[_Step | Within, ...] = field(init=False, repr=False, eq=False)
    """The tests as the walk takes them."""

    @steps.default
    def _as_taken(self) -> tuple[_Step | Within, ...]:
        return tuple(test if isinstance(test, Within) else _step(*test) for test in self.tests)


_ARISES: tuple[DayName, ...] = ("bound", "triggered")

_NEVER_BOUND = tuple(
    row
    for other in _ARISES
    for row in (
        Row(
            Given.BY_THE_END,
            (("ended", "<=", "now"), ("ended", "<", other), ("ended", "<=", "over"), ("ended", "<=", "impossible")),
            "ended_unbound",
        ),
        Row(State.LAPSED, (("over", "<=", "now"), ("over", "<", other)), "over_unbound"),
        Row(State.LAPSED, (("impossible", "<=", "now"), ("impossible", "<", other)), "impossible"),
    )
)
_WAITING = (
    Row(State.NOT_IN_FORCE, (("now", "<", "bound"),), "not_bound"),
    Row(State.CONDITIONAL, (("now", "<", "triggered"),), "waiting"),
)
_OPEN = (
    Row(Given.BY_THE_SPELL, (Within.A_SPELL,), "clock_stands"),
    Row(State.PENDING, (("now", "<", "not_before"),), "not_begun"),
    Row(State.ACTIVE, (), "owed"),
)

ONCE = (
    *_NEVER_BOUND,
    *_WAITING,
    Row(
        State.FULFILLED,
        (
            ("performed", "<=", "now"),
            ("performed", "<=", "ended"),
            ("performed", "<=", "over"),
            ("performed", "<=", "due"),
        ),
        "performed",
    ),
    Row(
        State.FULFILLED_LATE,
        (("performed", "<=", "now"), ("performed", "<=", "ended"), ("performed", "<=", "over")),
        "performed_late",
    ),
    Row(
        Given.BY_THE_END, (("ended", "<=", "now"), ("ended", "<=", "due"), ("ended", "<=", "over")), "ended_before_due"
    ),
    Row(State.EXPIRED, (("over", "<=", "now"), ("over", "<", "due"), ("over", "<", "ended")), "over_by_due"),
    Row(State.BREACHED, (("due", "<", "now"),), "due_passed"),
    *_OPEN,
)
"""Duties that one act performs."""

PERHAPS_EXCUSED = Row(Given.BY_THE_SPELL, (("due", "<", "now"), Within.AN_UNTOLD_EXCUSE), "perhaps_excused")
"""Before the deadline counts as passed: an excuse that nobody reports, which moved no deadline."""

LAPSING = (
    Row(
        State.LAPSED,
        (("closes", "<=", "now"), ("closes", "<", "bound"), ("closes", "<=", "ended")),
        "turn_over_unbound",
    ),
    Row(
        State.LAPSED,
        (("closes", "<=", "now"), ("closes", "<", "triggered"), ("closes", "<=", "ended")),
        "turn_over_unbound",
    ),
    Row(
        Given.BY_THE_END,
        (
            ("ended", "<=", "now"),
            ("ended", "<", "begins"),
            ("ended", "<=", "series_over"),
            ("ended", "<=", "impossible"),
        ),
        "ended_unbound",
    ),
    Row(State.LAPSED, (("series_over", "<=", "now"), ("series_over", "<", "begins")), "over_unbound"),
)
"""Of a turn, before all others: it never came to be owed, since it began too late or was over too early."""

CONTINUING = (
    *_NEVER_BOUND,
    *_WAITING,
    Row(
        State.BREACHED, (("violated", "<=", "now"), ("violated", "<=", "over"), ("violated", "<", "ended")), "violation"
    ),
    Row(Given.BY_THE_END, (("ended", "<=", "now"), ("ended", "<", "over")), "ended"),
    Row(State.FULFILLED, (("over", "<=", "now"),), "kept"),
    *_OPEN,
)
"""Duties that are kept from day to day."""

ENDEAVOUR_CONTINUING = tuple(
    Row(State.NOT_ASSESSED, row.tests, "effort_unknown") if row.state is State.FULFILLED else row for row in CONTINUING
)
"""Best efforts kept from day to day."""


AGREEMENT = (
    Row(Given.BY_THE_END, (("ended", "<=", "now"), ("ended", "<=", "over")), "agreement.ended"),
    Row(State.EXPIRED, (("over", "<=", "now"),), "agreement.term_over"),
    Row(State.NOT_IN_FORCE, (("now", "<", "bound"), ("now", "<", "provisional")), "agreement.neither"),
    Row(Given.BY_THE_SPELL, (Within.A_SPELL,), "agreement.suspended"),
    Row(State.IN_FORCE, (("bound", "<=", "now"),), "agreement.in_force"),
    Row(State.PROVISIONALLY_APPLIED, (), "agreement.provisional"),
)
"""The agreement itself."""


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
    tests = [row.steps for row in rows]
    while open_branches:
        at, place, here = open_branches.pop()
        while at < len(rows):
            if place == len(tests[at]):
                for state in _states(rows[at], here[_ENDED], ends):
                    found.setdefault(state, rows[at])
                break
            test = tests[at][place]
            if isinstance(test, Within):
                states, sure = _standing_still(test, here, spells, ends)
                for state in states:
                    found.setdefault(state, rows[at])
                if sure:
                    break
                at, place = at + 1, 0
                continue
            a, b, slack = test
            left, right = here[a], here[b]
            if left[-1][1] + slack <= right[0][0]:
                place += 1
            elif left[0][0] + slack > right[-1][1]:
                at, place = at + 1, 0
            else:
                yes, no = _split(here, a, b, slack)
                if no is None:
                    place, here = place + 1, yes
                else:
                    open_branches.append((at, place + 1, yes))
                    at, place, here = at + 1, 0, no
    return found


def _standing_still(
    test: Within, here: _Days, spells: tuple[Spell, ...], ends: tuple[tuple[Moment, State], ...]
) -> tuple[set[State], bool]:
    """The states of an instance in a spell; of one that was perhaps excused, how it may have ended since."""
    now = here[_NOW][0][0]
    if test is Within.A_SPELL:
        return _spell_at(now, spells)
    states, sure = _spell_at(now, [spell for spell in spells if not spell.told])
    if states and clip(here[_ENDED], BEGIN, now):
        states |= {state for moment, state in ends if clip(moment, BEGIN, now)}
    if states and clip(here[_OVER], BEGIN, now):
        states.add(State.EXPIRED)
    return states, sure


def _states(row: Row, ended: Moment, ends: tuple[tuple[Moment, State], ...]) -> set[State]:
    if isinstance(row.state, State):
        return {row.state}
    low, high = ended[0][0], ended[-1][1]
    return {state for moment, state in ends if clip(moment, low, high)} or {State.TERMINATED}
