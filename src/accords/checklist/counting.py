"""What the duties of a checklist come to, in sentences. What continues is never counted as something to complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accords.checklist.rows import Item
from accords.standing.values import Bucket, Shape
from accords.vocabulary import Modality
from accords.words import PHRASES, counted, joined, say

__all__ = ["counts_in_words", "overdue"]

_KINDS = ("acts", "continuing", "repeated", "powers")


def counts_in_words(items: tuple[Item, ...]) -> tuple[str, ...]:
    """A sentence for each kind of duty, with how many of them have which shape; then how many are overdue."""
    return tuple(_sentences(items))


def _sentences(items: tuple[Item, ...]) -> Iterator[str]:
    for kind in _KINDS:
        shapes = [item.standing.shape for item in items if item.standing is not None and _kind(item) == kind]
        if shapes:
            yield counted(f"count.{kind}", len(shapes), parts=_parts(shapes))
    declared = sum(item.modality is Modality.DECLARES for item in items)
    if declared:
        yield counted("count.declared", declared)
    late = overdue(items)
    if late:
        yield counted("count.overdue", late)


def overdue(items: Iterable[Item]) -> int:
    """How many of them are overdue."""
    return sum(item.standing is not None and item.standing.bucket is Bucket.OVERDUE for item in items)


def _parts(shapes: list[Shape]) -> str:
    """How many have which shape: ``1 contested and 2 without a report``, or ``all without a report``."""
    if len(set(shapes)) == 1:
        return counted("count.only", len(shapes), words=_words(shapes[0]))
    return joined(
        [say("count.part", count=shapes.count(shape), words=_words(shape)) for shape in Shape if shape in shapes]
    )


def _words(shape: Shape) -> str:
    key = f"count.shape.{shape}"
    return say(key if key in PHRASES else f"shape.{shape}")


def _kind(item: Item) -> str:
    if item.modality is Modality.MAY:
        return "powers"
    if item.tickable:
        return "acts"
    return "continuing" if item.performance == "continuing" else "repeated"
