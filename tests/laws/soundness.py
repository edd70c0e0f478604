"""Compares the engine with the oracle on one record."""

from __future__ import annotations

import random
from datetime import date
from typing import NamedTuple

from accords.engine.status import status
from accords.model.agreement import Agreement
from accords.vocabulary import Modality

from .oracle import BASE, Oracle, World, worlds

_POWER = {
    "active": "available", "fulfilled": "exercised", "fulfilled_late": "exercised", "breached": "expired",
    "released": "withdrawn", "terminated": "withdrawn", "superseded": "withdrawn",
}  # fmt: skip


class Verdict(NamedTuple):
    """One instance compared: what the engine says, what worlds reach, whether all worlds were drawn."""

    who: tuple[str, str, int | None]
    engine: frozenset[str]
    worlds: frozenset[str]
    complete: bool
    reported: str

    @property
    def unsound(self) -> bool:
        return not self.worlds <= self.engine or self.reported not in self.engine


def day(n: int) -> date:
    return date.fromordinal(BASE + n)


def compare(
    record: Agreement, t: int, k: int, rng: random.Random, count: int = 40, precision: str = "interval"
) -> list[Verdict]:
    """Every instance of the record at one day."""
    found = []
    oracle = Oracle(record, t, k)
    for each in status(record, as_of=day(t), known_by=day(k), precision=precision).instances:
        duty = oracle.duty[each.obligation_id]
        who = next(w for w in oracle.instances(duty) if w[1] == "*" or w[1] in each.obligor_ids)

        def play(world: World, who=who, each=each) -> str:
            return oracle.play(world, who, each.number, t)

        states, complete = worlds(play, count, rng)
        if duty.modality is Modality.MAY:
            states = {_POWER.get(s, s) for s in states}
        engine = frozenset(s.value for s in each.states)
        found.append(Verdict((*who, each.number), engine, frozenset(states), complete, each.as_reported.value))
    return found
