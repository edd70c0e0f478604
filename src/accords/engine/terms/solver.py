"""Solves a record: the terms of every instance of every duty, each duty before those that refer to it."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence, Set

from accords.engine.days.moments import (
    ALWAYS,
    ANY_DAY,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    earliest,
    earliest_of_all,
    maybe,
    union,
)
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.atoms import ReadingChoice, UnlistedTurn
from accords.engine.terms.builder import Builder
from accords.engine.terms.instances import Instance
from accords.engine.terms.lifecycle import turning_point
from accords.engine.terms.linkages import Linkages, Solved, any_of_readings
from accords.engine.terms.points import Point, Points
from accords.engine.terms.scope import Scope
from accords.engine.terms.several import all_owed, every_one, first_one, without
from accords.engine.terms.terms import Terms, recurs
from accords.engine.terms.turns import Turns
from accords.engine.terms.world import World
from accords.model.conditions import OnObligation
from accords.model.obligations import EachTime, Obligation, Reading
from accords.vocabulary import Borne, InstanceChoice, Reaches, RecurrenceMode

__all__ = ["Solved", "Solver"]

_OPEN = World()
"""The world in which nothing is decided."""


def _certain(terms: Terms) -> bool:
    for moment in terms.days:
        if moment[0][0] != moment[-1][1]:
            return False
    return all(m[0][0] == m[-1][1] for spell in terms.spells for m in (spell.start, spell.end))


class Solver:
    """Evaluates duties over a ledger in one world; remembers what it found."""

    def __init__(
        self,
        ledger: Ledger,
        t: Instant,
        world: World = _OPEN,
        under: Solver | None = None,
        only: Set[str] | None = None,
        ended: bool = True,
    ) -> None:
        self.ledger = ledger
        self.t = t
        # No circle of objects, so that a world is gone as soon as it is done with; `me.turn` alone would hold one.
        me = weakref.proxy(self)
        self.points = Points(ledger, world, lambda on, scope: me.turn(on, scope))  # noqa: PLW0108
        self._ended = ended
        self._apart: Solver | None = None
        listed = lambda duty_id: me.instances(duty_id)  # noqa: E731, PLW0108
        self.builder = Builder(ledger, self.points, t, listed, (lambda: me.unended()) if ended else None)  # noqa: PLW0108
        self.turns = Turns(ledger, self.points, self.builder, t, lambda duty_id: me.listed(duty_id))  # noqa: PLW0108
        self._under, self._only = under, only
        self._solved: dict[str, tuple[Solved, ...]] = {}
        self._bases: dict[str, tuple[Solved, ...]] = {}
        self._turns: dict[tuple[str, Reaches, InstanceChoice | None, int | None], Point] = {}
        self._busy: set[str] = set()
        self._settled: dict[str, bool] = {}
        self.circular: set[str] = set()
        self._linkages = Linkages(ledger, self.builder, t, lambda duty_id: me._base(duty_id))  # noqa: PLW0108

    def unended(self) -> Points:
        """The points of a world that is the same but for the ends that hang on the duties which they end."""
        if self._apart is None:
            self._apart = Solver(self.ledger, self.t, self.points.world, ended=False)
        return self._apart.points

    def instances(self, duty_id: str) -> list[Instance]:
        """The instances of a duty; none while they are still being listed."""
        if duty_id in self._busy:
            self.circular.add(duty_id)
            return []
        return [instance for instance, _ in self._base(duty_id)]

    def listed(self, duty_id: str) -> int:
        """How many turns of a duty are listed; one for a duty that has none."""
        return max((instance.number or 1 for instance in self.instances(duty_id)), default=1)

    # ---- everything, in order

    def all(self) -> dict[str, tuple[Solved, ...]]:
        """Every duty solved, in the order of the record."""
        for duty_id in self.ledger.order:
            self.solve(duty_id)
        return {duty.id: self.solve(duty.id) for duty in self.ledger.record.obligations}

    def moments(self) -> Iterator[Moment]:
        """Every moment that was worked out on the way, for whoever asks when anything can change."""
        yield from (moment for point in self.points.seen() for moment in point)
        for solved in (*self._bases.values(), *self._solved.values()):
            for _, readings in solved:
                for terms in readings:
                    yield from terms.days
                    yield terms.stated_due
                    yield from (moment for spell in terms.spells for moment in (spell.start, spell.end))
                    yield from (moment for stage in terms.stages for moment in (stage.since, stage.due))
                    yield from (moment for moment, _ in terms.ends)
                    yield from (moment for _, moment in terms.acts)
                    yield from (moment for _, moment in terms.violations)

    def solve(self, duty_id: str) -> tuple[Solved, ...]:
        """The instances of one duty with their terms."""
        if self._under is not None and self._same(duty_id):
            return self._under.solve(duty_id)
        found = self._solved.get(duty_id)
        if found is None:
            found = self._base(duty_id)
            if self._linkages.ties(duty_id):
                found = tuple([self._linkages.settle(instance, terms) for instance, terms in found])
            else:
                settle = self.builder.settle
                found = tuple(
                    [(instance, tuple([settle(terms, instance) for terms in readings])) for instance, readings in found]
                )
            self._solved[duty_id] = found
        return found

    def alone(self, instance: Instance, readings: Sequence[Terms]) -> Solved:
        """An instance that is not listed in this world, under the readings that it has elsewhere."""
        bases = [self.builder.base(instance, terms.reading) for terms in readings]
        return instance, tuple(self.builder.settle(terms, instance) for terms in bases)

    def _same(self, duty_id: str) -> bool:
        """Whether the duty comes out as in the solver underneath."""
        assert self._under is not None
        return duty_id not in self._only if self._only is not None else self._under.settled(duty_id)

    def settled(self, duty_id: str) -> bool:
        """Whether every day that decides the duty is certain, so that no world decides it otherwise."""
        found = self._settled.get(duty_id)
        if found is None:
            found = self._settled[duty_id] = all(
                len(readings) == 1 and _certain(readings[0]) for _, readings in self.solve(duty_id)
            )
        return found

    def _base(self, duty_id: str) -> tuple[Solved, ...]:
        if self._under is not None and self._same(duty_id):
            return self._under._base(duty_id)
        found = self._bases.get(duty_id)
        if found is None:
            mine = duty_id not in self._busy
            self._busy.add(duty_id)
            duty = self.ledger.duties[duty_id]
            found = tuple(
                (instance, tuple(self.builder.base(instance, reading) for reading in readings))
                for bearer in self.ledger.bearers[duty_id]
                for readings in (self._readings(duty, bearer),)
                for instance in self.turns.instances(duty, bearer)
            )
            if mine:
                self._busy.discard(duty_id)
            self._bases[duty_id] = found
        return found

    def _readings(self, duty: Obligation, bearer: Bearer) -> tuple[Reading | None, ...]:
        if not duty.readings:
            return (None,)
        held = [reading for reading in duty.readings if reading.replaces is not None]
        if not held:
            return (None,)
        pinned = self.points.atom(ReadingChoice(duty.id), ((0, len(held)),))
        choices: tuple[Reading | None, ...] = (None, *held)
        deciders = self.ledger.sides(bearer).deciders
        found = [each for each in self.ledger.findings(duty.id, bearer) if each.body in deciders]
        if any(each.adopts for each in found) and not self.ledger.finds_of_another(duty.id, bearer):
            ruled = {each.reading_id for each in found}  # what another body perhaps adopted stays open beside it
            adopted = tuple(reading for reading in held if reading.id in ruled)
            return adopted or (None,)
        return tuple(choice for n, choice in enumerate(choices) if any(a <= n <= b for a, b in pinned))

    # ---- turns in the life of a duty

    def _turning(self, instance: Instance, readings: tuple[Terms, ...], on: OnObligation, number: int | None) -> Point:
        points = [turning_point(self.ledger.axis, instance, terms, on.reaches) for terms in readings]
        if number is None and (instance.number or 1) > 1 and recurs(instance.duty) is not None:
            points = [
                without(point, terms.days, _asks_for_all(on)) for point, terms in zip(points, readings, strict=True)
            ]
        if len(points) == 1:
            return points[0][0] or NOT_EVER, points[0][1] or NOT_EVER
        return any_of_readings([true for true, _ in points]), any_of_readings([dead for _, dead in points])

    def turn(self, on: OnObligation, scope: Scope) -> Point:
        """When a duty reaches a turn in its life, and when it no longer can."""
        duty_id, reaches, number = on.obligation_id, on.reaches, on.turn
        if number is None and on.instances is None and scope.turn is not None and scope.turn[0] == duty_id:
            number = scope.turn[1]
        if self._under is not None and self._same(duty_id):
            return self._under.turn(on, scope)
        if duty_id not in self.ledger.duties:
            return NOT_EVER, NOT_EVER
        key = (duty_id, reaches, on.instances, number)
        if key in self._turns:
            return self._turns[key]
        if duty_id in self._busy:
            self.circular.add(duty_id)
            return ANY_DAY, ANY_DAY
        self._busy.add(duty_id)
        solved = [pair for pair in self.solve(duty_id) if number in (None, pair[0].number or 1)]
        points = [self._turning(instance, readings, on, number) for instance, readings in solved]
        if number is None and solved and duty_id in self._unlisted():
            points.append(self._unlisted_turn(solved, on.reaches))
        elif number is not None:
            points += self._of_none(duty_id, number, {instance.bearer for instance, _ in solved})
        self._busy.discard(duty_id)
        self._turns[key] = self._of_several(on, points, number)
        return self._turns[key]

    def _unlisted_turn(self, solved: Sequence[Solved], reaches: Reaches) -> Point:
        """A turn that may have come unseen after those that are listed, once the last of them was performed."""
        last = {instance.bearer: readings for instance, readings in solved}
        again = recurs(solved[0][0].duty)
        if again is not None and again.mode is not RecurrenceMode.ROLLING:
            return self.points.atom(UnlistedTurn(solved[0][0].duty.id, len(solved) + 1), ANY_DAY), ANY_DAY
        days = [terms.days for readings in last.values() for terms in readings]
        duty, number = solved[-1][0].duty, max(instance.number or 1 for instance, _ in solved) + 1
        first = min(each.performed[0][0] for each in days)
        if not duty.owed_after_breach:
            first = min(first, *(each.due[0][0] for each in days))
        stop = maybe(earliest_of_all(earliest(each.ended, each.over) for each in days))
        if reaches in (Reaches.BREACHED, Reaches.ENDED):  # once it is performed, that can no longer come
            stop = union((*stop, (first, NEVER)))
        return self.points.atom(UnlistedTurn(duty.id, number), ((first, NEVER),)), stop

    def _of_several(self, on: OnObligation, points: Sequence[Point], number: int | None) -> Point:
        """The points of several instances as one: of all of them, or of the first."""
        if not points:
            return NOT_EVER, NOT_EVER
        endless = number is None and on.obligation_id in self._endless()
        if on.instances is InstanceChoice.ALL:
            return (NOT_EVER, NOT_EVER) if endless else (all_owed(points), NOT_EVER)
        every = _asks_for_all(on)
        true, dead = (every_one if every else first_one)(points)
        performed = self.ledger.duties[on.obligation_id].performance
        if number is None and (endless or isinstance(performed, EachTime)):
            true, dead = (NOT_EVER, dead) if every and endless else (true, NOT_EVER)
        return true, dead

    def _of_none(self, duty_id: str, number: int, listed: Set[Bearer]) -> list[Point]:
        """The points of a turn that is not listed for some or all who owe it: perhaps it came all the same, counted
        from acts that nobody reports, or lies ahead; otherwise it is impossible once it has to have begun. Whether it
        is then left out, where it is one for others, stays open."""
        duty = self.ledger.duties[duty_id]
        again = recurs(duty)
        missing = [bearer for bearer in self.ledger.bearers[duty_id] if bearer not in listed]
        if again is None or not missing or (listed and duty.borne is Borne.IN_TURN):
            return []
        unseen = again.mode is RecurrenceMode.ROLLING or duty_id in self._unlisted()
        if unseen and number <= (again.times or number):
            return [] if listed else [(self.points.atom(UnlistedTurn(duty_id, number), ANY_DAY), ANY_DAY)]
        if duty_id in self._endless():
            return []
        ends = [self.builder.limit(Instance(duty, bearer)) for bearer in missing]
        return [(maybe(ALWAYS), maybe(end)) if listed else (NOT_EVER, end) for end in ends]

    def _endless(self) -> Set[str]:
        return self.turns.endless if self._under is None else self.turns.endless | self._under._endless()

    def _unlisted(self) -> Set[str]:
        return self.turns.unlisted if self._under is None else self.turns.unlisted | self._under._unlisted()


def _asks_for_all(on: OnObligation) -> bool:
    """Whether a condition on a duty with several instances means all of them, though it does not say so."""
    return on.reaches is Reaches.FULFILLED and on.instances is None
