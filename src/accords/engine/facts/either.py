"""Several answers to when an amount is reached, as one."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from accords.engine.days.moments import earliest, latest, union
from accords.engine.facts.quantities import When

__all__ = ["first_of", "last_of", "one_or_other"]


def first_of(found: Sequence[When]) -> When:
    """When the first of them comes."""
    when = found[0]
    for other in found[1:]:
        when = When(
            earliest(when.surely, other.surely),
            earliest(when.possibly, other.possibly),
            earliest(when.reported, other.reported),
        )
    return when


def one_or_other(found: Sequence[When]) -> When:
    """What is so for one amount or another, and as reported for the first."""
    if len(found) == 1:
        return found[0]
    return evolve(
        found[0],
        surely=union(span for each in found for span in each.surely),
        possibly=union(span for each in found for span in each.possibly),
    )


def last_of(one: When, other: When) -> When:
    """When both have come."""
    return When(
        latest(one.surely, other.surely), latest(one.possibly, other.possibly), latest(one.reported, other.reported)
    )
