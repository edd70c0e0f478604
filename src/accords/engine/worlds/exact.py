"""Exact precision: decide the few uncertain days below one instance one by one, in every way that matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

from accords.engine.days.moments import BEGIN, NEVER, Instant, Moment, on
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.atoms import Atom, ReadingChoice
from accords.engine.terms.instances import Instance
from accords.engine.terms.solver import Solved, Solver
from accords.engine.terms.table import Row, State
from accords.engine.terms.world import World
from accords.engine.worlds.budget import Budget
from accords.engine.worlds.rows import rows_of
from accords.vocabulary import Modality

__all__ = ["MOST_WORLDS", "Exact"]

MOST_WORLDS = 3_000
"""Above so many combinations of days for one instance its answer stays that of interval precision."""

_MOST_BELOW = 200
"""The same where the conditions of an instance lead to more duties than these."""

_MARKING = (
    "bound", "triggered", "not_before", "open", "due", "ended", "over", "series_over", "impossible", "begins", "closes",
)  # fmt: skip
"""The days on which it can matter that something else falls."""

_WAITING = (State.NOT_IN_FORCE, State.CONDITIONAL)

_MOST_IN_ALL = 300_000
"""So many times a duty is solved for all instances together; from there on the same."""


class Exact:
    """Decides the uncertain days below one instance after another, as long as that is within bounds."""

    def __init__(self, ledger: Ledger, t: Instant) -> None:
        self.ledger = ledger
        self.t = t
        self._solving = Budget(_MOST_IN_ALL)

    def rows(self, instance: Instance, coarse: dict[State, Row]) -> dict[State, Row] | None:
        """The states that deciding every uncertain day reaches; None where there are too many ways to decide them."""
        if len(coarse) == 1:
            return dict(coarse)
        below = self._below(instance.duty.id)
        if len(below) > _MOST_BELOW or not self._solving.spend(len(below)):
            return None
        choices = self._choices(instance, below)
        ways = prod(len(days) for _, days in choices)
        if ways > MOST_WORLDS or not self._solving.spend(ways * len(below)):
            return None
        found: dict[State, Row] = {}
        for picked in product(*(days for _, days in choices)):
            pins: dict[Atom, Moment] = {key: on(day) for (key, _), day in zip(choices, picked, strict=True)}
            world = Solver(self.ledger, self.t, World(pins))
            for state, row in self._in_world(_solved(world, below), instance).items():
                if state in coarse:
                    found.setdefault(state, row or coarse[state])
            if len(found) == len(coarse):
                break
        return found or dict(coarse)

    def _in_world(self, solved: tuple[Solved, ...], instance: Instance) -> Mapping[State, Row | None]:
        """The states of an instance in one world; of a turn that is none there, by those of the first that is."""
        own = [pair for pair in solved if pair[0].bearer == instance.bearer]
        for pair in own:
            if pair[0].number == instance.number:
                return rows_of(*pair, self.t)
        first = rows_of(*own[0], self.t) if own else {}
        waiting = {state: row for state, row in first.items() if state in _WAITING}
        ended = [*_ended(own[0], self.t)] if own else []
        return waiting or dict.fromkeys((State.LAPSED, *ended, *((State.PENDING,) if instance.window else ())))

    def _choices(self, instance: Instance, below: list[str]) -> list[tuple[Atom, list[Instant]]]:
        """What worlds may decide differently below the instance, and the days on which it can matter."""
        asked: dict[Atom, Moment] = {}
        probe = Solver(self.ledger, self.t, World(asked=asked))
        marks: set[Instant] = {self.t, BEGIN + 1}
        for other, readings in _solved(probe, below):
            for terms in readings if other.key == instance.key else ():
                marks.update(day for name in _MARKING for span in getattr(terms.days, name) for day in span)
                marks.update(day for s in terms.spells for m in (s.start, s.end) for span in m for day in span)
                marks.update(day for span in terms.stated_due for day in span)
        atoms = {key: days for key, days in asked.items() if days and days[0][0] != days[-1][1]}
        marks.update(day for days in atoms.values() for span in days for day in span)
        return [(key, _breakpoints(key, days, marks)) for key, days in atoms.items()]

    def _below(self, duty_id: str) -> list[str]:
        """The duty and, before it, those that its conditions lead to; some too many where there are too many."""
        found = {duty_id}
        queue = [duty_id]
        while queue and len(found) <= _MOST_BELOW:
            more = self.ledger.references[queue.pop()] - found
            found |= more
            queue += more
        return sorted(found, key=self.ledger.place.__getitem__)


def _solved(solver: Solver, below: list[str]) -> tuple[Solved, ...]:
    """The instances of the last duty of ``below``, after those that come before it."""
    for duty_id in below[:-1]:
        solver.solve(duty_id)
    return solver.solve(below[-1])


def _ended(pair: Solved, t: Instant) -> Iterator[State]:
    """What an instance may have been ended as."""
    for terms in pair[1]:
        for moment, state in terms.ends:
            if moment[0][0] <= t:
                yield State.WITHDRAWN if pair[0].duty.modality is Modality.MAY else state


def _breakpoints(key: Atom, days: Moment, marks: set[Instant]) -> list[Instant]:
    """The days on which it can matter: the ends of the moment, and every mark inside it with its neighbours."""
    if isinstance(key, ReadingChoice):
        return list(range(days[0][0], days[-1][1] + 1))
    wanted = {edge for span in days for edge in span}
    for mark in marks:
        for day in (mark - 1, mark, mark + 1):
            if any(a <= day <= b for a, b in days):
                wanted.add(day)
    if days[-1][1] == NEVER and days[-1][0] < NEVER - 1:
        wanted.add(NEVER)
    return sorted(wanted)
