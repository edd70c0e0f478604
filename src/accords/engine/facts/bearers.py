"""Who bears a duty, and towards what an event is weighed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from accords.engine.facts.hearing import Favours
from accords.model.obligations import EachTime, Obligation, Recurring
from accords.vocabulary import Borne

__all__ = ["MAX_TURNS", "Bearer", "Subject", "Waiting", "bearers", "most_turns"]

MAX_TURNS = 400
"""No more turns of one duty than this are listed for one obligor."""

_TURNS_IN_ALL = 20_000
"""The same for a record: where its duties have more turns together, as many are listed of each."""


class Bearer(NamedTuple):  # a tuple, for it is the key of nearly everything
    """Who bears one share of a duty: one obligor, or all of them together."""

    duty_id: str
    obligor_ids: tuple[str, ...]
    shared: bool


class Waiting(NamedTuple):
    """A condition that waits for an event: of whose duty, and whose interest it serves that the event comes.

    ``bearer`` is None where the agreement as a whole waits.
    """

    bearer: Bearer | None
    favours: Favours


Subject: TypeAlias = Bearer | Waiting | None
"""Towards what an event is weighed: a duty that it is about, a condition that waits for it, or the agreement."""


def bearers(duty: Obligation) -> tuple[Bearer, ...]:
    """One bearer for each obligor where each owes the duty separately, otherwise a single one."""
    if duty.borne in (Borne.EACH, Borne.IN_TURN) and len(duty.obligor_ids) > 1:
        return tuple(Bearer(duty.id, (obligor,), False) for obligor in duty.obligor_ids)
    return (Bearer(duty.id, duty.obligor_ids, len(duty.obligor_ids) > 1),)


def most_turns(duties: Iterable[tuple[Obligation, int]]) -> int:
    """How many turns are followed of one duty and bearer: fewer where many of them come again and again.

    ``duties`` are the duties of a record, each with how many bearers it has.
    """
    wanted = sharing = 0
    for duty, shares in duties:
        performed = duty.performance
        if isinstance(performed, EachTime) or (isinstance(performed, Recurring) and performed.every is not None):
            times = performed.times if isinstance(performed, Recurring) and performed.times else MAX_TURNS
            wanted += shares * min(times, MAX_TURNS)
            sharing += shares
    return MAX_TURNS if wanted <= _TURNS_IN_ALL else max(1, _TURNS_IN_ALL // sharing)
