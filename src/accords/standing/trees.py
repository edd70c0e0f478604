"""What is known of the conditions of a duty, as trees of moments."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from attrs import frozen

from accords.engine.assess import Assessor
from accords.engine.moments import NOT_EVER, Moment
from accords.engine.points import Bound
from accords.model.conditions import AllOf, AnyOf, AtLeast, Condition, NoEvent, Offset

__all__ = ["Reached", "Tree", "tree_of"]


class Reached(StrEnum):
    """Whether a condition is met by the day asked about."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Tree:
    """What is known of a condition, and of those inside it.

    ``came_true`` are the days on which it did, ``became_impossible`` those on which it no longer could, and
    ``counted_from`` those from which a period is counted. ``anchor``, ``since`` and ``until`` are the conditions of
    those names, ``parts`` those of a list.
    """

    condition: Condition
    reached: Reached
    came_true: Moment
    became_impossible: Moment = NOT_EVER
    counted_from: Moment | None = None
    anchor: Tree | None = None
    since: Tree | None = None
    until: Tree | None = None
    parts: tuple[Tree, ...] = ()


def tree_of(assessor: Assessor, condition: Condition, closing: bool, bound: Bound) -> Tree:
    """What is known of ``condition``; with ``closing`` a period in it stands for its last moment."""
    t, points = assessor.t, assessor.solver.points
    true, dead = points.point(condition, closing, bound)
    reached = Reached.YES if true[-1][1] <= t else Reached.NO if true[0][0] > t else Reached.UNKNOWN
    found = partial(Tree, condition=condition, reached=reached, came_true=true, became_impossible=dead)
    match condition:
        case NoEvent():
            since = tree_of(assessor, condition.since, False, bound) if condition.since is not None else None
            return found(since=since, until=tree_of(assessor, condition.until, True, bound))
        case Offset():
            counted_from = points.point(condition.anchor, closing, bound, condition.duration.negative)[0]
            return found(counted_from=counted_from, anchor=tree_of(assessor, condition.anchor, closing, bound))
        case AllOf() | AnyOf() | AtLeast():
            return found(parts=tuple(tree_of(assessor, part, closing, bound) for part in condition.conditions))
        case _:
            return found()
