"""The conditions of a duty in words, each with those inside it, and what is known of it where there is a status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from types import MappingProxyType

from accords.model.conditions import AllOf, AnyOf, AtLeast, Condition, NoEvent, Offset, OnDate, OnEvent, Prose, Vague
from accords.model.obligations import Obligation
from accords.standing.days import days_in_words
from accords.standing.told import arithmetic_in_words
from accords.standing.trees import Reached, Tree
from accords.standing.values import Branch
from accords.words import Names, condition_in_words, point_in_words, say

__all__ = ["branches_of", "first_arithmetic"]

_SLOTS = ("trigger", "not_before", "due", "ends", "excused_if")
_WHEN = (None, "trigger", "excused_if")
_CLOSING = ("due", "ends", "until")


def branches_of(
    obligation: Obligation, names: Names, trees: Mapping[str, Tree] = MappingProxyType({})
) -> tuple[Branch, ...]:
    """A branch for each condition of ``obligation``; ``trees`` is what is known of them, by the field."""
    return tuple(
        _branch(slot, condition, names, trees.get(slot))
        for slot in _SLOTS
        if (condition := getattr(obligation, slot)) is not None
    )


def _branch(slot: str | None, condition: Condition, names: Names, tree: Tree | None) -> Branch:
    if tree is not None and tree.condition.kind != condition.kind:
        tree = None  # a reading put another condition in its place
    came_true = days_in_words(tree.came_true) if tree is not None else None
    return Branch(
        slot=slot,
        label=say(f"slot.{slot}") if slot is not None else None,
        kind=condition.kind,
        words=_words(condition, names, slot),
        reached=tree.reached.value if tree is not None else None,
        reached_words=_reached_words(condition, tree, came_true) if tree is not None else None,
        came_true=came_true,
        arithmetic=arithmetic_in_words(tree) if tree is not None and _is_counted(tree) else None,
        branches=tuple(_inside(condition, names, tree)),
    )


def _is_counted(tree: Tree) -> bool:
    """Whether a period was counted from a known day to a known day."""
    return tree.counted_from is not None and bool(tree.counted_from.dated and tree.came_true.dated)


def _reached_words(condition: Condition, tree: Tree, came_true: str | None) -> str:
    reached = tree.reached
    match condition:
        case OnEvent() if reached is Reached.NO and not tree.told:
            return say("reached.unreported")
        case OnDate():
            return say(f"reached.date.{reached}")
        case Vague() | Prose() if reached is Reached.NO:
            return say("reached.no_day")
        case _:
            return say(f"reached.{reached}", days=came_true)


def _words(condition: Condition, names: Names, slot: str | None) -> str:
    match condition:
        case AllOf():
            return say("branch.all_of")
        case AnyOf():
            return say("branch.any_of")
        case AtLeast():
            return say("branch.at_least", count=condition.count)
        case NoEvent():
            return say("branch.no_event", event=names.event(condition.event_id))
        case _ if slot in _WHEN:
            return condition_in_words(condition, names)
        case _:
            return point_in_words(condition, names, closing=slot in _CLOSING)


def _inside(condition: Condition, names: Names, tree: Tree | None) -> Iterator[Branch]:
    match condition:
        case AllOf() | AnyOf() | AtLeast():
            known = tree.parts if tree is not None else ()
            for part, inside in zip_longest(condition.conditions, known[: len(condition.conditions)]):
                yield _branch(None, part, names, inside)
        case Offset():
            yield _branch("anchor", condition.anchor, names, tree.anchor if tree is not None else None)
        case NoEvent():
            if condition.since is not None:
                yield _branch("since", condition.since, names, None)
            yield _branch("until", condition.until, names, tree.until if tree is not None else None)
        case Vague():
            if condition.after is not None:
                yield _branch("after", condition.after, names, None)
        case _:
            pass


def first_arithmetic(branches: tuple[Branch, ...], slot: str) -> str | None:
    """How the condition at ``slot`` was counted; None where nothing was, or where there is a choice of ways."""
    for branch in branches:
        if branch.slot == slot:
            return branch.arithmetic
    return None
