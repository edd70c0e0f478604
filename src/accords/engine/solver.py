"""Solves a record: the terms of every instance of every duty, each duty before those that refer to it."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import accumulate, chain

from attrs import evolve

from accords.engine.builder import Builder
from accords.engine.instances import Instance
from accords.engine.ledger import Ledger
from accords.engine.lifecycle import breached, fulfilled, turning_point
from accords.engine.moments import (
    ANY_DAY,
    NOT_EVER,
    Instant,
    Moment,
    earliest,
    earliest_of_all,
    latest,
    union,
)
from accords.engine.points import Atom, Point, Points, Scope
from accords.engine.spells import Spell, SpellKind
from accords.engine.table import State
from accords.engine.terms import Terms, is_continuing
from accords.engine.turns import Turns
from accords.model.conditions import OnObligation
from accords.model.obligations import EachTime, Linkage, Obligation, Reading
from accords.vocabulary import InstanceChoice, LinkageMode, Reaches

__all__ = ["Solved", "Solver"]

Solved = tuple[Instance, tuple[Terms, ...]]
"""An instance with its terms, one for each reading that changes conditions."""


def _certain(terms: Terms) -> bool:
    moments = [*terms.env.values(), *(m for spell in terms.spells for m in (spell.start, spell.end))]
    return all(moment[0][0] == moment[-1][1] for moment in moments)


class Solver:
    """Evaluates duties over a ledger in the worlds in which ``pins`` are decided; remembers what it found."""

    def __init__(
        self,
        ledger: Ledger,
        t: Instant,
        pins: Mapping[Atom, Moment] | None = None,
        under: Solver | None = None,
        only: Set[str] | None = None,
        ended: bool = True,
    ) -> None:
        self.ledger = ledger
        self.t = t
        # No circle of objects, so that a world is gone as soon as it is done with; `me.turn` alone would hold one.
        me = weakref.proxy(self)
        self.points = Points(ledger, pins or {}, lambda on, scope: me.turn(on, scope))  # noqa: PLW0108
        self._ended = ended
        self._apart: Solver | None = None
        self.builder = Builder(ledger, self.points, t, (lambda: me.unended()) if ended else None)  # noqa: PLW0108
        self.turns = Turns(ledger, self.points, self.builder, t, lambda duty_id: me.listed(duty_id))  # noqa: PLW0108
        self._under, self._only = under, only
        self._solved: dict[str, tuple[Solved, ...]] = {}
        self._bases: dict[str, tuple[Solved, ...]] = {}
        self._turns: dict[tuple[str, Reaches, InstanceChoice | None, int | None], Point] = {}
        self._busy: set[str] = set()
        self._settled: dict[str, bool] = {}
        self.circular: set[str] = set()
        self._links: dict[str, list[Linkage]] = {}
        self._members: dict[int, tuple[str, ...]] = {}
        self._first_acts: dict[tuple[int, int | None], Mapping[str, Moment]] = {}
        self._breaches: dict[
            tuple[int, int | None],
            tuple[Mapping[str, list[tuple[Moment, Moment]]], Counter[tuple[Moment, Moment]]],
        ] = {}
        for linkage in ledger.record.linkages:
            ids = tuple(i for i in dict.fromkeys(linkage.obligation_ids) if i in ledger.duties)
            if len(ids) > 1 and linkage.mode is not LinkageMode.INDEPENDENT:
                self._members[id(linkage)] = ids
                for duty_id in ids:
                    self._links.setdefault(duty_id, []).append(linkage)

    def unended(self) -> Points:
        """The points of a world that is the same but for the ends that hang on the duties which they end."""
        if self._apart is None:
            self._apart = Solver(self.ledger, self.t, self.points.pins, ended=False)
            self._apart.points.choose, self._apart.points.asked = self.points.choose, self.points.asked
        return self._apart.points

    def listed(self, duty_id: str) -> int:
        """How many turns of a duty are listed; one for a duty that has none."""
        if duty_id in self._busy:
            self.circular.add(duty_id)
            return 1
        return max((instance.number or 1 for instance, _ in self._base(duty_id)), default=1)

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
                    yield from terms.env.values()
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
            if duty_id in self._links:
                found = tuple(self._settle(instance, terms) for instance, terms in found)
            else:
                for instance, readings in found:
                    for terms in readings:
                        self.builder.settle(terms, instance, self.t, None, ())
            self._solved[duty_id] = found
        return found

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
                (instance, tuple(self.builder.base(instance, reading) for reading in self._readings(duty)))
                for bearer in self.ledger.bearers[duty_id]
                for instance in self.turns.instances(duty, bearer)
            )
            if mine:
                self._busy.discard(duty_id)
            self._bases[duty_id] = found
        return found

    def _readings(self, duty: Obligation) -> tuple[Reading | None, ...]:
        held = [reading for reading in duty.readings if reading.replaces is not None]
        if not held:
            return (None,)
        pinned = self.points.atom(("reading", duty.id), ((0, len(held)),))
        choices: tuple[Reading | None, ...] = (None, *held)
        bearer = self.ledger.bearers[duty.id][0]
        deciders = self.ledger.sides(bearer).deciders
        ruled = [
            found.reading_id
            for found in self.ledger.findings(duty.id, bearer)
            if found.reading_id is not None and found.settles and found.body in deciders
        ]
        if ruled:
            adopted = tuple(reading for reading in held if reading.id in ruled)
            return adopted or (None,)
        return tuple(choice for n, choice in enumerate(choices) if any(a <= n <= b for a, b in pinned))

    # ---- linkages

    def _settle(self, instance: Instance, readings: tuple[Terms, ...]) -> Solved:
        settled = []
        for base in readings:
            terms = self._copy(base)  # the others of the linkage still need it as it is
            others, kin = self._kin(instance, terms)
            if not is_continuing(instance.duty):
                for linkage in self._links[instance.duty.id]:
                    if linkage.mode is LinkageMode.ALTERNATIVE:
                        others = self._alternative(linkage, instance, terms)
            self.builder.settle(terms, instance, self.t, others, kin)
            settled.append(terms)
        return instance, tuple(settled)

    def _alternative(self, linkage: Linkage, instance: Instance, terms: Terms) -> Moment:
        """What another member performs releases from this one; none is due before the last deadline of all.

        That deadline is told of one member only, whose own it is.
        """
        done = self._firsts(linkage, instance.number)[instance.duty.id]
        if done != NOT_EVER:
            terms.ends = (*terms.ends, (done, State.RELEASED))
            terms.env["X"] = earliest(terms.env["X"], done)
        last, carrier = NOT_EVER, ""
        for duty_id in self._members[id(linkage)]:
            for twin, readings in self._twins(duty_id, instance.number):
                if is_continuing(twin.duty):
                    continue
                due = self._any([each.stated_due for each in readings])
                first = not carrier
                if first or due[-1][1] > last[-1][1]:
                    carrier = duty_id
                last = due if first else latest(last, due)
        return last if carrier == instance.duty.id else NOT_EVER

    def _copy(self, terms: Terms) -> Terms:
        return evolve(terms, env=dict(terms.env), violations=())

    def _kin(self, instance: Instance, terms: Terms) -> tuple[Moment | None, tuple[Spell, ...]]:
        simultaneous: Moment | None = None
        kin: list[Spell] = []
        for linkage in self._links.get(instance.duty.id, ()):
            if linkage.mode is LinkageMode.SIMULTANEOUS and not is_continuing(instance.duty):
                due = first = self._firsts(linkage, instance.number)[instance.duty.id]
                if linkage.tolerance is not None:
                    due = self.ledger.axis.shift_moment(first, linkage.tolerance)
                simultaneous = due if simultaneous is None else earliest(simultaneous, due)
                if terms.stated_due != NOT_EVER:
                    start = self.ledger.axis.next_instant(terms.stated_due)
                    end = earliest(first, terms.env["P"])
                    kin.append(Spell(start, end, SpellKind.NOBODY, deadlines=False))
            elif linkage.mode is LinkageMode.RECIPROCAL:
                kin += self._excuses(linkage, instance)
        return simultaneous, tuple(kin)

    def _twins(self, other: str, number: int | None) -> Sequence[Solved]:
        solved = self._base(other)
        return [pair for pair in solved if pair[0].number == number] or solved

    def _firsts(self, linkage: Linkage, number: int | None) -> Mapping[str, Moment]:
        """Duty → when the first of the others that it is linked with is performed."""
        key = (id(linkage), number)
        found = self._first_acts.get(key)
        if found is None:
            ids = self._members[id(linkage)]
            done = [
                earliest_of_all(
                    self._any([fulfilled(self.ledger.axis, twin, terms) for terms in readings])
                    for twin, readings in self._twins(duty_id, number)
                    if not is_continuing(twin.duty)
                )
                for duty_id in ids
            ]
            before = accumulate(done[:-1], earliest, initial=NOT_EVER)
            after = reversed(list(accumulate(reversed(done[1:]), earliest, initial=NOT_EVER)))
            found = {duty_id: earliest(a, b) for duty_id, a, b in zip(ids, before, after, strict=True)}
            self._first_acts[key] = found
        return found

    def _excuses(self, linkage: Linkage, instance: Instance) -> Iterator[Spell]:
        """The spells in which a counterpart is in breach; those of several that are the same are told once."""
        key = (id(linkage), instance.number)
        known = self._breaches.get(key)
        if known is None:
            by_duty = {each: self._unexcused(each, instance.number) for each in self._members[id(linkage)]}
            known = by_duty, Counter(chain.from_iterable(by_duty.values()))
            self._breaches[key] = known
        own, times = known[0][instance.duty.id], known[1]
        for start, end in times:
            if times[start, end] > own.count((start, end)):
                day = self.ledger.axis.next_instant(start) if is_continuing(instance.duty) else start
                yield Spell(day, end, SpellKind.COUNTERPART)

    def _unexcused(self, duty_id: str, number: int | None) -> list[tuple[Moment, Moment]]:
        """From when to when a duty is in breach, where no linkage excuses it."""
        found = []
        for twin, readings in self._twins(duty_id, number):
            starts, stops = [], []
            for terms in readings:
                raw = self._copy(terms)
                self.builder.settle(raw, twin, self.t, None, ())
                starts.append(breached(self.ledger.axis, twin, raw))
                stops.append(NOT_EVER if is_continuing(twin.duty) else fulfilled(self.ledger.axis, twin, raw))
            start = self._any(starts)
            if start != NOT_EVER:
                found.append((start, self._any(stops)))
        return found

    # ---- turns in the life of a duty

    def _any(self, moments: Sequence[Moment]) -> Moment:
        return (moments[0] if len(moments) == 1 else union(chain.from_iterable(moments))) or NOT_EVER

    def _turning(self, instance: Instance, readings: tuple[Terms, ...], reaches: Reaches) -> Point:
        points = [turning_point(self.ledger.axis, instance, terms, reaches) for terms in readings]
        return self._any([true for true, _ in points]), self._any([dead for _, dead in points])

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
        points = [self._turning(instance, readings, reaches) for instance, readings in solved]
        self._busy.discard(duty_id)
        endless = number is None and duty_id in self._endless()
        self._turns[key] = self._of_several(on, points, endless, number)
        return self._turns[key]

    def _endless(self) -> Set[str]:
        return self.turns.endless if self._under is None else self.turns.endless | self._under._endless()

    def _of_several(self, on: OnObligation, points: Sequence[Point], endless: bool, number: int | None) -> Point:
        """The points of several instances as one: when all have come there, or the first."""
        if not points:
            return NOT_EVER, NOT_EVER
        true, dead = points[0]
        if on.instances is InstanceChoice.ALL:
            return (NOT_EVER, NOT_EVER) if endless else (_all_owed(points), NOT_EVER)
        every = on.reaches is Reaches.FULFILLED and on.instances is None
        for a, b in points[1:]:
            if every:
                true, dead = latest(true, a), earliest(dead, b)
            else:
                true, dead = earliest(true, a), latest(dead, b)
        performed = self.ledger.duties[on.obligation_id].performance
        if number is None and (endless or isinstance(performed, EachTime)):
            true, dead = (NOT_EVER, dead) if every and endless else (true, NOT_EVER)
        return true, dead


def _all_owed(points: Sequence[Point]) -> Moment:
    """When every instance has come there that is still owed; never, where none has."""
    found = earliest_of_all(true for true, _ in points)
    for true, dead in points:
        found = latest(found, earliest(true, dead))
    return found
