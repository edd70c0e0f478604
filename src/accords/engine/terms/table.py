"""The table of states: the first row that applies decides. Rows are data."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import Literal, TypeAlias

from attrs import field, frozen

from accords.engine.terms.key_days import DayName, KeyDays

__all__ = [
    "AGREEMENT",
    "CONTINUING",
    "ENDEAVOUR_CONTINUING",
    "LAPSING",
    "LAPSING_EACH",
    "ONCE",
    "PERHAPS_EXCUSED",
    "Given",
    "Row",
    "State",
    "Within",
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
    AN_EXCUSE_BESIDE = auto()


Compared: TypeAlias = tuple[DayName, Literal["<", "<="], DayName]
"""Whether one day comes before another."""


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

    @steps.default  # pyright: ignore[reportAttributeAccessIssue]
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
        (
            ("performed", "<=", "now"),
            ("performed", "<=", "ended"),
            ("performed", "<=", "over"),
            ("due", "<", "performed"),
        ),
        "performed_late",
    ),
    Row(
        State.RELEASED,
        (("released", "<=", "now"), ("released", "<=", "ended"), ("released", "<=", "over")),
        "another_done",
    ),
    Row(
        Given.BY_THE_END, (("ended", "<=", "now"), ("ended", "<=", "due"), ("ended", "<=", "over")), "ended_before_due"
    ),
    Row(State.EXPIRED, (("over", "<=", "now"), ("over", "<", "due"), ("over", "<", "ended")), "over_by_due"),
    Row(State.BREACHED, (("due", "<", "now"),), "due_passed"),
    *_OPEN,
)
"""Duties that one act performs."""

PERHAPS_EXCUSED = Row(Given.BY_THE_SPELL, (("due", "<=", "now"), Within.AN_EXCUSE_BESIDE), "perhaps_excused")
"""Where the deadline came, before it counts as passed: an excuse that is possible, and moved no deadline."""

_ENDED_BEFORE_IT_BEGAN: tuple[Compared, ...] = (
    ("ended", "<=", "now"), ("ended", "<", "begins"), ("ended", "<=", "series_over"), ("ended", "<=", "impossible"),
)  # fmt: skip
_TURN_OVER = tuple(
    Row(State.LAPSED, (("closes", "<=", "now"), ("closes", "<", it), ("closes", "<=", "ended")), "turn_over_unbound")
    for it in _ARISES
)
LAPSING_EACH = _TURN_OVER[:1]
"""Of what is due each time, before all others: its deadline had passed when the obligor came to be bound."""

LAPSING = (
    *(
        Row(State.LAPSED, (("over", "<=", "now"), ("over", "<", it), ("over", "<", "ended")), "over_unbound")
        for it in _ARISES
    ),
    *_TURN_OVER,
    Row(Given.BY_THE_END, _ENDED_BEFORE_IT_BEGAN, "ended_unbound"),
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
