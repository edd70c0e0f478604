"""Which items of a list are still there, by their ids or by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from accords.layout import compact

__all__ = ["aligned", "same"]

_OWN = ("id", "actor_id")
_MOST_COMPARED = 2_000
"""Of longer stretches without ids that differ, items are paired by their places alone."""


def same(one: Any, other: Any) -> bool:
    """Whether two values of plain JSON say the same to the letter: 1 is not true, and not 1.0."""
    if one.__class__ is not other.__class__:
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(value, other[name]) for name, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(same(*pair) for pair in zip(one, other, strict=True))
    return bool(one == other)


def aligned(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[int | None, Any]]:
    """The items of ``after``, each with the place in ``before`` of the one that it is, or None where it is new."""
    start = 0
    least = min(len(before), len(after))
    while start < least and same(before[start], after[start]):
        start += 1
    tail = 0
    while tail < least - start and same(before[-1 - tail], after[-1 - tail]):
        tail += 1
    yield from enumerate(after[:start])
    yield from _changed(before[start : len(before) - tail], after[start : len(after) - tail], start)
    for at in range(tail, 0, -1):
        yield len(before) - at, after[-at]


def _changed(old: Sequence[Any], new: Sequence[Any], start: int) -> Iterator[tuple[int | None, Any]]:
    keys = [_key(each) for each in old], [_key(each) for each in new]
    if max(len(old), len(new)) > _MOST_COMPARED and any(len(set(each)) < len(each) for each in keys):
        yield from ((start + at if at < len(old) else None, item) for at, item in enumerate(new))
        return
    for what, from_old, to_old, from_new, to_new in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        pairs = what == "equal" or (what == "replace" and to_old - from_old == to_new - from_new)
        for at in range(from_new, to_new):
            yield start + from_old + at - from_new if pairs else None, new[at]


def _key(item: Any) -> str:
    if isinstance(item, dict):
        for own in _OWN:
            if isinstance(item.get(own), str):
                return f"{own} {item[own]}"
    return compact(item)
