"""What a line does not say, kept from the condition that stood there before: ids, citations, days of review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, cast

from attrs import evolve, frozen

from accords.dates import Edtf
from accords.model.conditions import AllOf, AnyOf, AtLeast, Condition, NoEvent, Offset, Vague
from accords.model.sources import Citation
from accords.model.walk import nodes

__all__ = ["Lost", "keep_marks", "without_marks"]


@frozen
class Lost:
    """What went with a part of a condition that is no longer there."""

    id: str | None
    citations: tuple[Citation, ...]
    review_after: Edtf | None


def without_marks(condition: Condition) -> Condition:
    """The condition as a line says it: without ids, citations and days of review, through and through."""
    return _rebuilt(condition, without_marks, marks=False)


def keep_marks(written: Condition, before: Condition | None) -> tuple[Condition, tuple[Lost, ...]]:
    """``written`` with what the unchanged parts of ``before`` carried, and what went with the others.

    A part is unchanged where it says the same with all that is inside it, wherever it stands now.
    """
    if before is None:
        return written, ()
    parts: dict[Condition, list[Condition]] = defaultdict(list)
    for node in reversed(list(nodes(before))):
        parts[without_marks(node)].append(node)
    kept: set[int] = set()

    def taken(node: Condition) -> Condition:
        waiting = parts.get(node, [])
        while waiting:
            old = waiting.pop()
            inside = set(map(id, nodes(old)))
            if kept.isdisjoint(inside):
                kept.update(inside)
                return old
        return _rebuilt(node, taken)

    result = taken(without_marks(written))
    return result, tuple(_losses(before, kept))


def _losses(before: Condition, kept: set[int]) -> Iterator[Lost]:
    for node in nodes(before):
        review = node.review_after if isinstance(node, Vague) else None
        if id(node) not in kept and (node.id is not None or node.citations or review is not None):
            yield Lost(node.id, node.citations, review)


def _rebuilt(condition: Condition, each: Callable[[Condition], Condition], marks: bool = True) -> Condition:
    """The condition with ``each`` made of what is directly inside it."""
    changes: dict[str, Any] = {} if marks else {"id": None, "citations": ()}
    match condition:
        case AllOf() | AnyOf() | AtLeast():
            changes["conditions"] = tuple(map(each, condition.conditions))
        case Offset():
            changes["anchor"] = each(condition.anchor)
        case NoEvent():
            changes["until"] = each(condition.until)
            if condition.since is not None:
                changes["since"] = each(condition.since)
        case Vague():
            if condition.after is not None:
                changes["after"] = each(condition.after)
            if not marks:
                changes["review_after"] = None
        case _:
            pass
    return cast("Condition", evolve(cast("Any", condition), **changes)) if changes else condition
