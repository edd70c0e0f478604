"""Parties that are not among those who hold them to be one: whether they are bound is contested."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from accords.engine.days.axis import Axis
from accords.engine.facts.sides import Speakers
from accords.model.agreement import Agreement
from accords.words import Names, say

__all__ = ["doubted_in", "doubts_in_words"]


def doubted_in(record: Agreement) -> Mapping[str, tuple[str, ...]]:
    """Party → those who hold it to be one, where it is not one of them."""
    if not any(party.according_to_ids for party in record.parties):
        return {}
    return Speakers(record, Axis.of(record)).doubted


def doubts_in_words(names: Names) -> Iterator[str]:
    """A sentence for each of them."""
    for party, holders in names.held.items():
        yield say("doubted", name=names.actor(party), holders=names.actors_in_words(holders))
