"""The shape and the bucket of an instance: what a reader sees at a glance, and what is to be looked at first."""

from __future__ import annotations

from accords.engine.terms.table import State
from accords.model.conditions import Condition, Never, Prose, Vague
from accords.model.obligations import Obligation
from accords.standing.amounts import MeasuredAmount
from accords.standing.instances import InstanceStatus
from accords.standing.naming import Heard
from accords.standing.values import Bucket, Shape

__all__ = ["Timed", "bucket_of", "is_open", "shape_of_status", "timed_bucket"]

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
_LET_GO = frozenset({State.TERMINATED, State.RELEASED, State.SUPERSEDED})
_NOT_BEGUN = frozenset({State.CONDITIONAL, State.PENDING, State.AVAILABLE})
_STANDING_STILL = frozenset({State.SUSPENDED, State.EXCUSED})
_WEEK, _MONTH = 7, 30
Timed = (Bucket.OVERDUE, Bucket.PASSED, Bucket.WITHIN_7_DAYS, Bucket.WITHIN_30_DAYS, Bucket.LATER)
"""The buckets that go by a deadline."""


def shape_of_status(found: InstanceStatus) -> Shape:
    """The shape; never one that says more than every state that is possible, leaving aside what only a suspension or an
    excuse brings that nobody reports; what is breached but for one is breached for certain nowhere."""
    states, context = found.states - found.context.aside, found.context
    if states in (frozenset(), {State.BREACHED}):
        states = found.states
    if context.contested:
        return Shape.CONTESTED
    if states <= _DONE:
        return Shape.FULFILLED
    if states == {State.BREACHED}:
        return Shape.BREACHED
    if context.exempt or states <= _NOT_OWED:
        return Shape.NOT_IN_FORCE
    if states <= _STANDING_STILL:
        return Shape.SUSPENDED
    if _is_one_sided(found):
        return Shape.ONE_SIDED
    if context.heard is Heard.NOTHING:  # nothing but an act that nobody reports leaves another state possible
        if found.as_reported in _STANDING_STILL and states - _STANDING_STILL <= _DONE:
            return Shape.SUSPENDED
        if found.as_reported in _LET_GO and states - _LET_GO <= _DONE:
            return Shape.NOT_IN_FORCE
    return _shape_of_what_is_open(found, states)


def _shape_of_what_is_open(found: InstanceStatus, states: frozenset[State]) -> Shape:
    """The shape of what may still have to be done or kept."""
    context = found.context
    if states <= _NOT_BEGUN:
        return Shape.BEGUN if "begun" in found.flags else Shape.NOT_STARTED
    if context.heard is Heard.PART:
        at_odds = any(isinstance(each, MeasuredAmount) and each.contested for each in context.part)
        return Shape.CONTESTED if at_odds else Shape.PARTLY
    if "begun" in found.flags:
        return Shape.BEGUN
    if states == {State.ACTIVE}:
        if not context.continuing:
            return Shape.NOT_STARTED
        return Shape.UNREPORTED if context.endeavour else Shape.KEPT
    return Shape.UNREPORTED


def _is_one_sided(found: InstanceStatus) -> bool:
    return len(found.states) > 1 and bool(found.context.claim)


def is_open(found: InstanceStatus) -> bool:
    """Whether anything may still have to be done or watched: it is not certain that the duty is over, or it is overdue,
    which an end does not undo."""
    if found.context.exempt:
        return False
    if "ended" in found.flags and found.states <= _OVER | {State.BREACHED}:
        return found.is_overdue
    return not found.states <= _OVER


def bucket_of(found: InstanceStatus, duty: Obligation, away: tuple[int, int] | None) -> Bucket:
    """When the duty is to be looked at; ``away`` are the outer days of its deadline, counted from the day asked."""
    if not is_open(found):
        return Bucket.ENDED
    if found.is_overdue:
        return Bucket.OVERDUE
    if found.as_reported in (State.CONDITIONAL, State.NOT_IN_FORCE) and not found.context.contested:
        return Bucket.WAITING
    if found.context.continuing:
        return Bucket.CONTINUING
    if away is None:
        return Bucket.STANDING_STILL if found.as_reported in _STANDING_STILL else _undated(duty.due)
    first, last = away
    return Bucket.PASSED if last < 0 else timed_bucket(max(first, 0))


def timed_bucket(away: int) -> Bucket:
    """The bucket of a day that is so many days away; of one that has passed, that nothing is certain."""
    if away < 0:
        return Bucket.PASSED
    if away <= _WEEK:
        return Bucket.WITHIN_7_DAYS
    return Bucket.WITHIN_30_DAYS if away <= _MONTH else Bucket.LATER


def _undated(due: Condition | None) -> Bucket:
    match due:
        case None | Never():
            return Bucket.NO_DATE
        case Vague() | Prose():
            return Bucket.VAGUE
        case _:
            return Bucket.WAITING
