"""Duties with several instances in one view: how many of them stand where, and which is due next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import evolve, frozen

from accords.engine.days.axis import Axis
from accords.engine.days.moments import NEVER, NOT_EVER, Instant, Moment, clip
from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assessed
from accords.model.obligations import EachTime, Recurring
from accords.standing.days import Days, days_text, ends_of
from accords.standing.values import Bucket, Shape, StandingRow
from accords.words import say

__all__ = ["RollUp", "first_of", "roll_ups", "speaking"]

_FIRST = (Shape.BREACHED, Shape.CONTESTED, Shape.ONE_SIDED)
"""Of several turns one of these shapes, the worst first, speaks for the duty, unless another turn is overdue."""
_ORDER = {bucket: place for place, bucket in enumerate(Bucket)}

_NOTHING_DUE = frozenset(
    (
        State.FULFILLED,
        State.FULFILLED_LATE,
        State.EXERCISED,
        State.EXPIRED,
        State.RELEASED,
        State.SUPERSEDED,
        State.TERMINATED,
        State.LAPSED,
        State.WITHDRAWN,
    )
)


@frozen(kw_only=True)
class RollUp:
    """A recurring or each-time duty of one bearer: counts over the instances that are listed. It has no status itself.

    ``certain`` counts the instances of which only one state is left, by that state; ``possible`` counts for each
    state the instances that it is possible for; ``as_reported`` counts every instance once. ``times`` is the number
    of turns that the record states. ``due`` is when the next instance is due that may still have to be performed,
    ``next_number`` which one that is.
    """

    obligation_id: str
    obligor_ids: tuple[str, ...]
    listed: int
    times: int | None
    certain: tuple[tuple[State, int], ...]
    possible: tuple[tuple[State, int], ...]
    as_reported: tuple[tuple[State, int], ...]
    next_number: int | None
    due: Days

    @property
    def next_due(self) -> str | None:
        """When the next instance is due that may still have to be performed, in ISO form."""
        return days_text(self.due)


def roll_ups(assessed: Iterable[Assessed], t: Instant, axis: Axis) -> Iterator[RollUp]:
    """One for each bearer of each duty that recurs or is due each time, in the order of the record."""
    for _, group in groupby(assessed, key=lambda each: each.instance.bearer):
        found = list(group)
        performed = found[0].instance.duty.performed
        if isinstance(performed, EachTime) or (isinstance(performed, Recurring) and performed.every is not None):
            yield _roll_up(found, performed.times if isinstance(performed, Recurring) else None, t, axis)


def _roll_up(found: list[Assessed], times: int | None, t: Instant, axis: Axis) -> RollUp:
    stand_in = found[0].instance
    if stand_in.number is None:  # nothing has happened yet that makes an instance
        found = []
    number, due = _next(found, t)
    return RollUp(
        obligation_id=stand_in.duty.id,
        obligor_ids=stand_in.bearer.obligor_ids,
        listed=len(found),
        times=times,
        certain=_counted(state for each in found if len(each.rows) == 1 for state in each.rows),
        possible=_counted(state for each in found for state in each.rows),
        as_reported=_counted(each.reported for each in found),
        next_number=number,
        due=ends_of(due, axis),
    )


def _counted(states: Iterable[State]) -> tuple[tuple[State, int], ...]:
    counts = Counter(states)
    return tuple((state, counts[state]) for state in State if state in counts)


def _next(found: list[Assessed], t: Instant) -> tuple[int | None, Moment]:
    """The instance whose deadline is the first to lie ahead, and that deadline."""
    best: tuple[int | None, Moment] = None, NOT_EVER
    for each in found:
        due = clip(each.due, t, NEVER - 1)
        if due and not each.rows.keys() <= _NOTHING_DUE and due < best[1]:
            best = each.instance.number, due
    return best


def first_of(turns: Sequence[StandingRow], *, right: bool = False) -> int:
    """The place of the turn to be looked at first; of a right, no use that is over and that one side alone tells of."""
    return min(range(len(turns)), key=lambda at: _urgency(turns[at], right))


def _urgency(standing: StandingRow, right: bool) -> tuple[int, int, str, int]:
    """What is overdue comes first, then what is breached, and what sides see differently; then by the time, and of
    what is over the latest."""
    used = right and standing.bucket is Bucket.ENDED and standing.shape is Shape.ONE_SIDED
    told = _FIRST.index(standing.shape) if standing.shape in _FIRST and not used else len(_FIRST)
    pressing = -1 if standing.bucket is Bucket.OVERDUE else told
    number, over = standing.number or 0, standing.bucket is Bucket.ENDED
    return pressing, _ORDER[standing.bucket], "" if over else standing.due_last or "", -number if over else number


def speaking(turn: StandingRow) -> StandingRow:
    """A turn that speaks for its duty: its words say which it is."""
    told = dict(zip(turn.flags, turn.flag_words, strict=True))
    if "ended" in told:
        told["ended"] = say("flag.ended.turn", number=turn.number)
    if "not_bound" in told:
        told["not_bound"] = say("turn", number=turn.number, words=told["not_bound"])
    words = say("turn", number=turn.number, words=turn.words)
    over = turn.bucket is Bucket.ENDED
    time = say("bucket.ended.turn", number=turn.number) if over else turn.bucket_words
    return evolve(turn, words=words, bucket_words=time, flag_words=tuple(told.values()))
