"""What the duties of a checklist come to, in sentences, by turns where they come round again.

What continues is never counted as something to complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accords.checklist.rows import Item
from accords.standing.values import Bucket, Shape, StandingRow
from accords.vocabulary import Modality
from accords.words import counted, joined, say

__all__ = ["counts_in_words", "overdue", "standings_of", "timed_by"]

_KINDS = ("acts", "continuing", "repeated", "powers")


def counts_in_words(items: tuple[Item, ...]) -> tuple[str, ...]:
    """A sentence for each kind of duty, with how many of them have which shape; then how many are overdue."""
    return tuple(_sentences(items))


def _sentences(items: tuple[Item, ...]) -> Iterator[str]:
    for kind in _KINDS:
        own = [item for item in items if item.standing is not None and _kind(item) == kind]
        shapes = [item.standing.shape for item in own if item.standing is not None and not item.turns]
        if shapes:
            yield counted(f"count.{kind}", len(shapes), parts=_parts(shapes))
        turning = [item for item in own if item.turns]
        of_turns = [turn.shape for item in turning for turn in item.turns]
        if of_turns:
            turns = counted("count.of_turns", len(of_turns))
            yield counted("count.turns", len(turning), turns=turns, parts=_parts(of_turns))
    for words in dict.fromkeys(item.not_followed for item in items if item.not_followed is not None):
        yield counted("count.not_followed", sum(item.not_followed == words for item in items), words=words)
    declared = sum(item.modality is Modality.DECLARES for item in items)
    if declared:
        yield counted("count.declared", declared)
    late = overdue(items)
    late_turns = sum(standing.bucket is Bucket.OVERDUE for item in items for standing in standings_of(item))
    if late_turns > late:
        yield counted("count.overdue_turns", late, turns=counted("count.in_turns", late_turns))
    elif late:
        yield counted("count.overdue", late)


def standings_of(item: Item) -> tuple[StandingRow, ...]:
    """Where an item stands: each turn by itself, where it has several."""
    return item.turns or ((item.standing,) if item.standing is not None else ())


def timed_by(item: Item) -> StandingRow | None:
    """The turn by whose time an item is to be looked at: the one that speaks for it or, where that is over, the next
    that is not."""
    if item.standing is None or item.standing.open:
        return item.standing
    return next((turn for turn in item.turns if turn.open), item.standing)


def overdue(items: Iterable[Item]) -> int:
    """How many of them are overdue, in one turn or several."""
    return sum(any(each.bucket is Bucket.OVERDUE for each in standings_of(item)) for item in items)


def _parts(shapes: list[Shape]) -> str:
    """How many have which shape: ``1 contested and 2 without a report``, or ``all without a report``."""
    if len(set(shapes)) == 1:
        return counted("count.only", len(shapes), words=say(f"count.shape.{shapes[0]}"))
    return joined(
        [
            say("count.part", count=shapes.count(shape), words=say(f"count.shape.{shape}"))
            for shape in Shape
            if shape in shapes
        ]
    )


def _kind(item: Item) -> str:
    if item.modality is Modality.MAY:
        return "powers"
    if item.tickable:
        return "acts"
    return "continuing" if item.performance == "continuing" else "repeated"
