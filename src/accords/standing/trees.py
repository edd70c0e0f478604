"""What is known of the conditions of a duty, as trees of days."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from attrs import frozen

from accords.engine.terms.scope import Scope
from accords.engine.worlds.assess import Assessor
from accords.model.conditions import AllOf, AnyOf, AtLeast, Condition, NoEvent, Offset, OnEvent
from accords.standing.days import Days, days_of

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
    came_true: Days
    became_impossible: Days
    counted_from: Days | None = None
    anchor: Tree | None = None
    since: Tree | None = None
    until: Tree | None = None
    parts: tuple[Tree, ...] = ()
    told: bool = True
    """Whether anybody is recorded to say anything of the event that it waits for, if it is one."""


def tree_of(assessor: Assessor, condition: Condition, closing: bool, scope: Scope) -> Tree:
    """What is known of ``condition``; with ``closing`` a period in it stands for its last moment."""
    t, points = assessor.t, assessor.solver.points
    true, dead = points.point(condition, closing, scope)
    reached = Reached.YES if true[-1][1] <= t else Reached.NO if true[0][0] > t else Reached.UNKNOWN
    on = partial(days_of, axis=assessor.axis)
    found = partial(Tree, condition=condition, reached=reached, came_true=on(true), became_impossible=on(dead))
    match condition:
        case NoEvent():
            since = tree_of(assessor, condition.since, False, scope) if condition.since is not None else None
            return found(since=since, until=tree_of(assessor, condition.until, True, scope))
        case Offset():
            counted_from = on(points.point(condition.anchor, closing, scope, condition.is_before)[0])
            return found(counted_from=counted_from, anchor=tree_of(assessor, condition.anchor, closing, scope))
        case AllOf() | AnyOf() | AtLeast():
            return found(parts=tuple(tree_of(assessor, part, closing, scope) for part in condition.conditions))
        case OnEvent():
            return found(told=_is_told(assessor, condition.event_id))
        case _:
            return found()


def _is_told(assessor: Assessor, event_id: str) -> bool:
    ledger = assessor.ledger
    event = ledger.events.get(event_id)
    if event is None or event.defined_as is not None:
        return True
    again = (event, *ledger.occurrences.get(event_id, ()))
    return any(ledger.visible.statements[each.id] for each in again)
