"""Compares the engine with the oracle on one record."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from accords.model.agreement import Agreement
from accords.standing.instances import InstanceStatus
from accords.standing.report import status
from accords.vocabulary import Modality

from .oracle import BASE, Oracle, World, worlds
from .oracle_words import Who

_POWER = {
    "active": "available", "fulfilled": "exercised", "fulfilled_late": "exercised", "breached": "expired",
    "released": "withdrawn", "terminated": "withdrawn", "superseded": "withdrawn",
}  # fmt: skip


_MOST = 20_000
"""So much is asked and worked out in each world, for all the instances of a record together."""
_MANY = 60
"""Above so many instances of a record all of them are played in the same worlds."""


class Verdict(NamedTuple):
    """One instance compared: what the engine says, what worlds reach, whether all worlds were drawn.

    Where it was not judged, those before it took all that may be asked and worked out.
    """

    who: tuple[str, str, int | None]
    engine: frozenset[str]
    worlds: frozenset[str]
    complete: bool
    reported: str
    judged: bool = True

    @property
    def needless(self) -> bool:
        """Whether the engine keeps a state that no world reaches; known only where all worlds were drawn."""
        return self.complete and self.engine > self.worlds

    @property
    def falsely_breached(self) -> bool:
        """Whether a breach is all that the engine leaves although some world has none."""
        return self.engine == {"breached"} and bool(self.worlds - {"breached"})

    @property
    def unsound(self) -> bool:
        return not self.worlds <= self.engine or self.reported not in self.engine


_Compared: TypeAlias = list[tuple[Who, InstanceStatus]]
_Drawn: TypeAlias = tuple[set[str], bool, bool]
"""The states that worlds reach, whether all worlds were drawn, and whether as many as were asked for."""


def day(n: int) -> date:
    return date.fromordinal(BASE + n)


def key(each: InstanceStatus) -> tuple[str, tuple[str, ...], int | None]:
    return each.obligation_id, each.obligor_ids, each.number


def compare(
    record: Agreement,
    t: int,
    k: int,
    rng: random.Random,
    count: int = 40,
    precision: str = "interval",
    seen: Agreement | None = None,
    most: int = _MOST,
) -> Iterator[Verdict]:
    """Every instance of the record at one day; ``seen`` is what the engine is given in its place, to plant a fault."""
    oracle = Oracle(record, t, k)
    report = status(seen if seen is not None else record, as_of=day(t), known_by=day(k), precision=precision)
    if seen is not None:
        listed = {key(each) for each in status(record, as_of=day(t), known_by=day(k), precision=precision).instances}
    compared: list[tuple[Who, InstanceStatus]] = []
    for each in report.instances:
        if seen is None or key(each) in listed:
            bearers = oracle.instances(oracle.duty[each.obligation_id])
            compared.append((next(w for w in bearers if w[1] == "*" or w[1] in each.obligor_ids), each))
    played = _together if len(compared) > _MANY else _one_by_one
    for (who, each), (drawn, complete, judged) in zip(
        compared, played(oracle, compared, t, count, rng, most), strict=True
    ):
        states = {_POWER.get(s, s) for s in drawn} if oracle.duty[who[0]].modality is Modality.MAY else drawn
        engine = frozenset(s.value for s in each.states)
        yield Verdict((*who, each.number), engine, frozenset(states), complete, each.as_reported.value, judged)


def _one_by_one(
    oracle: Oracle, compared: _Compared, t: int, count: int, rng: random.Random, most: int
) -> Iterator[_Drawn]:
    """The states of worlds of their own for each instance: all worlds, where they are few."""
    asked = 0
    for who, each in compared:

        def play(world: World, who=who, each=each) -> str | None:
            nonlocal asked
            state = oracle.play(world, who, each.number, t)
            asked += len(world.answers) + len(world.kept)
            return state

        if asked > most * count:
            yield set(), False, False
        else:
            yield (*worlds(play, count, rng), True)


def _together(
    oracle: Oracle, compared: _Compared, t: int, count: int, rng: random.Random, most: int
) -> Iterator[_Drawn]:
    """The states of all instances in the same worlds, so that what they share is worked out once in each."""
    states: list[set[str]] = [set() for _ in compared]
    asked = drawn = 0

    def play(world: World) -> None:
        nonlocal asked, drawn
        for found, (who, each) in zip(states, compared, strict=True):
            if (state := oracle.play(world, who, each.number, t)) is not None:
                found.add(state)
        asked, drawn = asked + len(world.answers) + len(world.kept), drawn + 1

    while drawn < count and asked <= most * count:
        worlds(play, 1, rng)
    yield from ((found, False, drawn == count) for found in states)


class Tally:
    """Counts over many verdicts."""

    def __init__(self) -> None:
        self.instances = self.judged = self.complete = self.needless = self.unsound = self.accused = 0

    def add(self, verdict: Verdict) -> None:
        self.instances += 1
        self.judged += verdict.judged
        self.complete += verdict.complete
        self.needless += verdict.needless
        self.unsound += verdict.unsound
        self.accused += verdict.falsely_breached

    def __str__(self) -> str:
        left = self.instances - self.judged
        return (
            f"{self.judged:,} instances, {self.unsound} unsound, {self.accused} falsely breached, {left:,} not judged"
        )

    @property
    def openness(self) -> str:
        share = 100 * self.needless / max(self.complete, 1)
        return f"needlessly open {self.needless:,} of {self.complete:,} whose worlds were all played ({share:.1f} %)"
