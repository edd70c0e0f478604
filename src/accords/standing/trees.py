"""The conditions of a duty as trees, with what is known of each where a status was computed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from accords.model.conditions import AllOf, AnyOf, AtLeast, Condition, NoEvent, Offset, OnDate, Prose, Vague
from accords.model.obligations import Obligation
from accords.standing.days import spelt
from accords.standing.values import Branch
from accords.words import Names, condition_in_words, point_in_words, say

__all__ = ["branches_of", "first_arithmetic"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SLOTS = ("trigger", "not_before", "due", "ends", "excused_if")
_WHEN = (None, "trigger", "excused_if")
_CLOSING = ("due", "ends", "until")


def branches_of(
    obligation: Obligation, names: Names, proven: Mapping[str, Mapping[str, Any]] | None = None
) -> tuple[Branch, ...]:
    """A tree for each condition of ``obligation``; ``proven`` are the trees of its proof by place."""
    known = proven or {}
    return tuple(
        _branch(slot, condition, names, known.get(slot))
        for slot in _SLOTS
        if (condition := getattr(obligation, slot)) is not None
    )


def _branch(slot: str | None, condition: Condition, names: Names, proof: Mapping[str, Any] | None) -> Branch:
    if proof is not None and proof.get("kind") != condition.kind:
        proof = None  # a reading put another condition in its place
    reached = proof["reached"] if proof is not None else None
    came_true = spelt(proof["came_true"]) if proof is not None else None
    arithmetic = proof.get("arithmetic", "") if proof is not None else ""
    return Branch(
        slot=slot,
        label=say(f"slot.{slot}") if slot is not None else None,
        kind=condition.kind,
        words=_words(condition, names, slot),
        reached=reached,
        reached_words=_reached_words(condition, reached, came_true) if reached is not None else None,
        came_true=came_true,
        arithmetic=spelt(arithmetic) if len(_DAY.findall(arithmetic)) > 1 else None,  # from a known day to a known day
        branches=tuple(_inside(condition, names, proof or {})),
    )


def _reached_words(condition: Condition, reached: str, came_true: str | None) -> str:
    match condition:
        case OnDate():
            return say(f"reached.date.{reached}")
        case Vague() | Prose() if reached == "no":
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


def _inside(condition: Condition, names: Names, proof: Mapping[str, Any]) -> Iterator[Branch]:
    match condition:
        case AllOf() | AnyOf() | AtLeast():
            children = proof.get("conditions") or [None] * len(condition.conditions)
            for child, known in zip(condition.conditions, children, strict=False):
                yield _branch(None, child, names, known)
        case Offset():
            yield _branch("anchor", condition.anchor, names, proof.get("anchor"))
        case NoEvent():
            if condition.since is not None:
                yield _branch("since", condition.since, names, None)
            yield _branch("until", condition.until, names, proof.get("until"))
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
