"""What the duties of a checklist come to, in sentences. What continues is never counted as something to complete."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checklist.rows import Item
from accords.checklist.standings import Bucket, Shape
from accords.vocabulary import Modality
from accords.words import counted, joined, say

__all__ = ["counts_in_words"]

_KINDS = ("acts", "continuing", "repeated", "powers")


def counts_in_words(items: tuple[Item, ...]) -> tuple[str, ...]:
    """A sentence for each kind of duty, with how many of them have which shape; then how many are overdue."""
    return tuple(_sentences(items))


def _sentences(items: tuple[Item, ...]) -> Iterator[str]:
    for kind in _KINDS:
        shapes = [item.standing.shape for item in items if item.standing is not None and _kind(item) == kind]
        parts = [
            say("count.part", count=shapes.count(shape), words=say(f"shape.{shape}"))
            for shape in Shape
            if shape in shapes
        ]
        if shapes:
            yield counted(f"count.{kind}", len(shapes), parts=joined(parts))
    declared = sum(item.modality is Modality.DECLARES for item in items)
    if declared:
        yield counted("count.declared", declared)
    overdue = sum(item.standing is not None and item.standing.bucket is Bucket.OVERDUE for item in items)
    if overdue:
        yield counted("count.overdue", overdue)


def _kind(item: Item) -> str:
    if item.modality is Modality.MAY:
        return "powers"
    if item.tickable:
        return "acts"
    return "continuing" if item.performance == "continuing" else "repeated"
