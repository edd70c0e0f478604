"""The shape and the bucket of an instance: what a reader sees at a glance, and what is to be looked at first."""

from __future__ import annotations

from attrs import frozen

from accords.engine.table import State
from accords.model.conditions import Condition, Never, Prose, Vague
from accords.model.obligations import Obligation
from accords.standing.values import Bucket, Shape
from accords.vocabulary import Modality

__all__ = ["Seen", "bucket_of", "is_open", "shape_of_state"]

_OVER = frozenset(
    {
        State.FULFILLED,
        State.FULFILLED_LATE,
        State.EXPIRED,
        State.RELEASED,
        State.SUPERSEDED,
        State.TERMINATED,
        State.LAPSED,
        State.EXERCISED,
        State.WITHDRAWN,
        State.NOT_ASSESSED,
        State.PERIOD_OVER,
    }
)
_DONE = frozenset({State.FULFILLED, State.FULFILLED_LATE, State.EXERCISED})
_NOT_OWED = frozenset({State.NOT_IN_FORCE, State.LAPSED, State.TERMINATED, State.RELEASED, State.SUPERSEDED})
_NOT_OWED |= {State.WITHDRAWN, State.EXPIRED}
_NOT_BEGUN = frozenset({State.CONDITIONAL, State.PENDING, State.AVAILABLE})
_STANDING_STILL = frozenset({State.SUSPENDED, State.EXCUSED})
_WEEK, _MONTH = 7, 30


@frozen(kw_only=True)
class Seen:
    """What shape and bucket depend on. ``due`` are the outer days of the deadline, counted from the day asked about."""

    duty: Obligation
    continuing: bool
    states: frozenset[State]
    reported: State
    contested: bool
    one_sided: bool
    flags: tuple[str, ...]
    due: tuple[int, int] | None


def shape_of_state(seen: Seen) -> Shape:
    """The shape; never one that says more than every state that is possible."""
    states = seen.states
    if seen.contested:
        return Shape.CONTESTED
    if states <= _DONE:
        return Shape.FULFILLED
    if states == {State.BREACHED}:
        return Shape.BREACHED
    if states <= _NOT_OWED:
        return Shape.NOT_IN_FORCE
    if states <= _STANDING_STILL:
        return Shape.SUSPENDED
    if seen.one_sided:
        return Shape.ONE_SIDED
    if "begun" in seen.flags:
        return Shape.BEGUN
    if states <= _NOT_BEGUN:
        return Shape.NOT_STARTED
    if states == {State.ACTIVE}:
        if not seen.continuing:
            return Shape.NOT_STARTED
        return Shape.UNREPORTED if seen.duty.modality is Modality.ENDEAVOUR else Shape.KEPT
    return Shape.UNREPORTED


def is_open(seen: Seen) -> bool:
    """Whether anything may still have to be done or watched: it is not certain that the duty is over."""
    if seen.states == {State.BREACHED}:
        return "still_owed" in seen.flags or not (seen.continuing and "ended" in seen.flags)
    return not seen.states <= _OVER


def bucket_of(seen: Seen) -> Bucket:
    """When the duty is to be looked at. Nothing is overdue by a vague date, and nothing because of one side's word."""
    if not is_open(seen):
        return Bucket.ENDED
    if seen.reported in (State.CONDITIONAL, State.NOT_IN_FORCE) and not seen.contested:
        return Bucket.WAITING
    if seen.continuing:
        return Bucket.CONTINUING
    if seen.due is None:
        return _undated(seen.duty.due)
    first, last = seen.due
    if last < 0:
        settled = seen.contested or seen.one_sided or seen.reported in _DONE
        return Bucket.PASSED if settled or State.BREACHED not in seen.states else Bucket.OVERDUE
    if max(first, 0) <= _WEEK:
        return Bucket.WITHIN_7_DAYS
    return Bucket.WITHIN_30_DAYS if first <= _MONTH else Bucket.LATER


def _undated(due: Condition | None) -> Bucket:
    match due:
        case None | Never():
            return Bucket.NO_DATE
        case Vague() | Prose():
            return Bucket.VAGUE
        case _:
            return Bucket.WAITING
