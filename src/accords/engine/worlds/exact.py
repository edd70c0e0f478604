"""Exact precision: decide the few uncertain days below one instance one by one, in every way that matters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import product
from math import prod

from accords.engine.days.moments import BEGIN, NEVER, Instant, Moment, clip, drop, on
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

_MOST_BETWEEN = 300
"""What so many tries do not exclude stays possible."""

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
        ways = prod(len(days) for _, days, _ in choices)
        if ways > MOST_WORLDS or not self._solving.spend(ways * len(below)):
            return None

        def states(pins: dict[Atom, Moment]) -> Mapping[State, Row | None]:
            return self._in_world(Solver(self.ledger, self.t, World(pins)), below, instance)

        found: dict[State, Row] = {}
        keys = [key for key, *_ in choices]
        for picked in product(*(days for _, days, _ in choices)):
            for state, row in states(dict(zip(keys, map(on, picked), strict=True))).items():
                if state in coarse:
                    found.setdefault(state, row or coarse[state])
            if len(found) == len(coarse):
                return found
        if not self._solving.spend(_MOST_BETWEEN * len(below)):
            return None
        left = _between({key: parts for key, _, parts in choices}, states, coarse.keys() - found.keys())
        return found | {state: coarse[state] for state in coarse if state in left}

    def _in_world(self, solver: Solver, below: list[str], instance: Instance) -> Mapping[State, Row | None]:
        """The states of an instance in one world; of a turn that is none there, by those of the first that is."""
        own = [pair for pair in _solved(solver, below) if pair[0].bearer == instance.bearer]
        for pair in own:
            if pair[0].number == instance.number:
                return rows_of(*pair, self.t)
        first = rows_of(*own[0], self.t) if own else dict.fromkeys(_WAITING)
        waiting = [state for state in first if state in _WAITING]
        if own and len(waiting) == len(first):
            return dict.fromkeys(waiting)
        ended = _ended(solver.builder.endings(instance), instance, self.t)
        return dict.fromkeys((State.LAPSED, *waiting, *ended, *((State.PENDING,) if instance.window else ())))

    def _choices(self, instance: Instance, below: list[str]) -> list[tuple[Atom, list[Instant], list[Moment]]]:
        """What worlds may decide differently below the instance: the days on which it can matter, and all its days,
        parted by them."""
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
        return [(key, _breakpoints(key, days, marks), _parted(key, days, marks)) for key, days in atoms.items()]

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


def _ended(endings: Iterable[tuple[Moment, State]], instance: Instance, t: Instant) -> Iterator[State]:
    """What an instance may have been ended as."""
    for moment, state in endings:
        if moment[0][0] <= t:
            yield State.WITHDRAWN if instance.duty.modality is Modality.MAY else state


def _between(
    parts: Mapping[Atom, Sequence[Moment]], states: Callable[[dict[Atom, Moment]], Collection[State]], left: Set[State]
) -> Set[State]:
    """Those of the states left that days between the breakpoints may reach, or that too many ways would have to decide.

    What may be any of its days excludes most of them at once; the rest is parted, first where that excludes the most.
    """
    tries = Budget(_MOST_BETWEEN)
    open_: dict[Atom, list[Moment]] = {}
    for key, days in parts.items():
        if not tries.spend(len(days)):
            return left
        open_[key] = [part for part in days if not left.isdisjoint(states({key: part}))]
    order = sorted(open_, key=lambda key: len(open_[key]))
    boxes: list[dict[Atom, Moment]] = [{}]
    found: set[State] = set()
    while boxes:
        box = boxes.pop()
        if not tries.spend():
            return left
        here = (left - found) & set(states(box))
        if not here:
            continue
        if len(box) < len(order):
            key = order[len(box)]
            boxes += [{**box, key: part} for part in open_[key]]
        elif halves := _halved(box):
            boxes += halves
        else:
            found |= here
    return found


def _halved(box: dict[Atom, Moment]) -> list[dict[Atom, Moment]]:
    """The ways to decide in two, where it has the most days; empty where there is but one."""
    key = max(box, key=lambda each: box[each][-1][1] - box[each][0][0], default=None)
    if key is None or (first := box[key][0][0]) == (last := box[key][-1][1]):
        return []
    middle = (first + last) // 2
    return [{**box, key: half} for half in (clip(box[key], first, middle), clip(box[key], middle + 1, last)) if half]


def _parted(key: Atom, days: Moment, marks: set[Instant]) -> list[Moment]:
    """The marks inside a moment one by one, and what lies between them."""
    if isinstance(key, ReadingChoice):
        return [*map(on, _breakpoints(key, days, marks))]
    inside = [mark for mark in sorted(marks) if any(a <= mark <= b for a, b in days)]
    return [*map(on, inside), *((span,) for span in drop(days, ((mark, mark) for mark in inside)))]


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
