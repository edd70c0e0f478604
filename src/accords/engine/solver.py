"""Solves a record: the terms of every instance of every duty, each duty before those that refer to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, pairwise

from attrs import evolve

from accords.durations import Duration
from accords.engine.instances import MAX_TURNS, Instance, Slotted
from accords.engine.ledger import Bearer, Ledger, bearers
from accords.engine.moments import (
    ANY_DAY,
    BEGIN,
    NEVER,
    NOT_EVER,
    Day,
    Moment,
    clip,
    earliest,
    latest,
    may_be_never,
    rest,
    union,
)
from accords.engine.points import Atom, Point, Points
from accords.engine.spells import Spell, SpellKind
from accords.engine.terms import Builder, Terms, is_continuing
from accords.model.obligations import EachTime, Obligation, Reading, Recurring
from accords.vocabulary import LinkageMode, Modality, Reaches, RecurrenceMode

__all__ = ["Solved", "Solver"]

Solved = tuple[Instance, tuple[Terms, ...]]
"""An instance with its terms, one for each reading that changes conditions."""


def _upto(a: Moment, b: Moment, strict: bool = False) -> Moment:
    """``a`` where it does not come after ``b`` (``strict``: where it comes before), otherwise never."""
    if NOT_EVER in (a, b):
        return a
    slack = 1 if strict else 0
    if a[-1][1] <= b[0][0] - slack:
        return a
    days = clip(rest(a), BEGIN, b[-1][1] - slack)
    if a[-1][1] > b[0][0] - slack or may_be_never(a):
        return union((*days, *NOT_EVER))
    return days


def _certain(terms: Terms) -> bool:
    moments = [*terms.env.values(), *(m for spell in terms.spells for m in (spell.start, spell.end))]
    return all(moment[0][0] == moment[-1][1] for moment in moments)


class Solver:
    """Evaluates duties over a ledger in the worlds in which ``pins`` are decided; remembers what it found."""

    def __init__(
        self,
        ledger: Ledger,
        t: Day,
        pins: Mapping[Atom, Moment] | None = None,
        under: Solver | None = None,
        only: frozenset[str] | None = None,
    ) -> None:
        self.ledger = ledger
        self.t = t
        self.points = Points(ledger, pins or {}, self.turn)
        self.builder = Builder(ledger, self.points)
        self._under, self._only = under, only
        self._solved: dict[str, tuple[Solved, ...]] = {}
        self._bases: dict[str, tuple[Solved, ...]] = {}
        self._turns: dict[tuple[str, Reaches], Point] = {}
        self._busy: set[str] = set()
        self._settled: dict[str, bool] = {}
        self.circular: set[str] = set()
        self._links: dict[str, list[tuple[LinkageMode, Duration | None, tuple[str, ...]]]] = {}
        for linkage in ledger.record.linkages:
            ids = tuple(i for i in dict.fromkeys(linkage.obligation_ids) if i in ledger.duties)
            for duty_id in ids:
                others = tuple(i for i in ids if i != duty_id)
                if others and linkage.mode is not LinkageMode.INDEPENDENT:
                    self._links.setdefault(duty_id, []).append((linkage.mode, linkage.tolerance, others))

    # ---- everything, in order

    def all(self) -> dict[str, tuple[Solved, ...]]:
        """Every duty solved, in the order of the record."""
        for duty_id in self.ledger.order:
            self.solve(duty_id)
        return {duty.id: self.solve(duty.id) for duty in self.ledger.record.obligations}

    def solve(self, duty_id: str) -> tuple[Solved, ...]:
        """The instances of one duty with their terms."""
        if self._under is not None and self._same(duty_id):
            return self._under.solve(duty_id)
        found = self._solved.get(duty_id) if self.points.asked is None else None
        if found is None:
            found = tuple(self._settle(instance, terms) for instance, terms in self._base(duty_id))
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
        found = self._bases.get(duty_id) if self.points.asked is None else None
        if found is None:
            mine = duty_id not in self._busy
            self._busy.add(duty_id)
            duty = self.ledger.duties[duty_id]
            found = tuple(
                (instance, tuple(self.builder.base(instance, reading) for reading in self._readings(duty)))
                for bearer in bearers(duty)
                for instance in self._instances(duty, bearer)
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
        sides = self.ledger.sides(bearers(duty)[0])
        ruled = [
            r.finding.reading_id
            for r in self.ledger.visible.rulings.get(duty.id, ())
            if r.finding.reading_id is not None and r.body in sides.deciders
        ]
        if ruled:
            adopted = tuple(reading for reading in held if reading.id in ruled)
            return adopted or (None,)
        return tuple(choice for n, choice in enumerate(choices) if any(a <= n <= b for a, b in pinned))

    # ---- instances

    def _instances(self, duty: Obligation, bearer: Bearer) -> list[Instance]:
        performed = duty.performed
        if isinstance(performed, EachTime):
            return self._occurrences(duty, performed, bearer)
        if isinstance(performed, Recurring) and performed.every is not None:
            if performed.mode is RecurrenceMode.ROLLING:
                return self._rolling(duty, performed, bearer)
            return self._anchored(duty, performed, bearer)
        return [Instance(duty, bearer)]

    def _occurrences(self, duty: Obligation, performed: EachTime, bearer: Bearer) -> list[Instance]:
        ledger = self.ledger
        event = ledger.events.get(performed.event_id)
        events = [e for e in ledger.occurrences.get(performed.event_id, ()) if ledger.reported(e, ledger.bearer_of(e))]
        if not events and event is not None and ledger.reported(event, ledger.bearer_of(event)):
            events = [event]
        if not events:
            trigger_only = Instance(duty, bearer, bound=(performed.event_id, performed.event_id))
            return [trigger_only]
        events.sort(key=lambda e: (ledger.first_days(e, ledger.bearer_of(e)), e.id))
        found = []
        acts = self._own_acts(duty, bearer)
        for number, occurrence in enumerate(events[:MAX_TURNS], 1):
            mine: list[Slotted] = []
            for act in acts:
                event_number, about = act.event.instance, act.event.about_event_ids
                if event_number is not None:
                    if event_number == number:
                        mine.append(act)
                elif any(e.id in about for e in events):
                    if occurrence.id in about:
                        mine.append(act)
                else:
                    mine.append(act if len(events) == 1 else evolve(act, sure=False))
            found.append(Instance(duty, bearer, number, bound=(performed.event_id, occurrence.id), acts=tuple(mine)))
        return found

    def _own_acts(self, duty: Obligation, bearer: Bearer) -> list[Slotted]:
        found = []
        for event in self.ledger.full_acts(duty.id):
            whose = self.ledger.acts_for(event, bearer)
            if whose is False or not self.ledger.reported(event, bearer):
                continue
            found.append(Slotted(event, self.points.happening(event, bearer), whose is True))
        return found

    def _first(self, duty: Obligation, performed: Recurring, bearer: Bearer) -> Moment:
        if performed.first is not None:
            return self.points.point(performed.first)[0]
        start = self.builder.bound_from(Instance(duty, bearer))
        if duty.trigger is not None:
            start = latest(start, self.points.point(duty.trigger)[0])
        if duty.not_before is not None:
            start = latest(start, self.points.point(duty.not_before)[0])
        return start

    def _anchored(self, duty: Obligation, performed: Recurring, bearer: Bearer) -> list[Instance]:
        assert performed.every is not None
        first = self._first(duty, performed, bearer)
        every, axis = performed.every, self.ledger.axis
        limit = min(performed.times or MAX_TURNS, MAX_TURNS)
        windows: list[tuple[Moment, Moment]] = []
        if first[0][0] < NEVER:
            for n in range(limit):
                opens = union((axis.turn(a, every, n), axis.turn(b, every, n)) for a, b in first)
                if windows and (opens[0][0] > self.t and performed.times is None and windows[-1][0][0][0] > self.t):
                    break
                if opens[0][0] >= NEVER:
                    break
                closes = opens
                if performed.window is not None:
                    closes = union(
                        (self._close(a, every, n, performed), self._close(b, every, n, performed)) for a, b in first
                    )
                windows.append((opens, closes))
        if not windows:
            return [Instance(duty, bearer, 1, opens=first, closes=NOT_EVER, acts=())]
        slots = self._slots(self._own_acts(duty, bearer), windows)
        return [
            Instance(duty, bearer, n, opens=opens, closes=closes, acts=tuple(slots[n - 1]))
            for n, (opens, closes) in enumerate(windows, 1)
        ]

    def _close(self, first: Day, every: object, n: int, performed: Recurring) -> Day:
        assert performed.every is not None
        axis = self.ledger.axis
        end = axis.turn(first, performed.every, n, performed.window)
        following = axis.turn(first, performed.every, n + 1)
        return min(end, following - 1) if following < NEVER else end

    def _slots(self, acts: list[Slotted], windows: list[tuple[Moment, Moment]]) -> list[list[Slotted]]:
        """Which acts belong to which turn: as numbered, else by day where days are sure, else as a choice."""
        slots: list[list[Slotted]] = [[] for _ in windows]
        free: list[Slotted] = []
        sure = all(o[0][0] == o[-1][1] and c[0][0] == c[-1][1] for o, c in windows)
        for act in acts:
            if act.days == NOT_EVER:
                continue
            if act.event.instance is not None:
                if act.event.instance <= len(windows):
                    slots[act.event.instance - 1].append(act)
                    sure = sure and act.sure and not may_be_never(act.days)
            else:
                free.append(act)
        if sure and all(act.sure and act.days[0][0] == act.days[-1][1] for act in free):
            filled = {n for n, slot in enumerate(slots) if slot}
            for act in sorted(free, key=lambda a: (a.days, a.event.id)):
                at = self._slot(act.days[0][0], windows, filled)
                if at is not None:
                    slots[at].append(act)
                    filled.add(at)
            return slots
        homes = [self._home(act, windows) for act in free] if sure or not any(slots) else []
        if homes and None not in homes and len(set(homes)) == len(homes):
            for act, home in zip(free, homes, strict=True):
                assert home is not None
                if not slots[home]:
                    slots[home].append(act)
            return slots
        for act in free:
            for n, (opens, _) in enumerate(windows):
                days = clip(act.days, opens[0][0], NEVER)
                if days and days[0][0] < NEVER:
                    slots[n].append(Slotted(act.event, union((*days, *NOT_EVER)), False))
        return slots

    def _slot(self, day: Day, windows: list[tuple[Moment, Moment]], filled: set[int]) -> int | None:
        inside = [n for n, (o, c) in enumerate(windows) if n not in filled and o[0][0] <= day <= c[0][0]]
        if inside:
            return min(inside, key=lambda n: (windows[n][1], n))
        closed = [n for n, (_, c) in enumerate(windows) if n not in filled and c[0][0] < day]
        return max(closed, key=lambda n: (windows[n][1], n)) if closed else None

    def _home(self, act: Slotted, windows: list[tuple[Moment, Moment]]) -> int | None:
        days = rest(act.days)
        for n, (opens, closes) in enumerate(windows):
            if days and opens[-1][1] <= days[0][0] and days[-1][1] <= closes[0][0]:
                return n
        return None

    def _rolling(self, duty: Obligation, performed: Recurring, bearer: Bearer) -> list[Instance]:
        assert performed.every is not None
        axis = self.ledger.axis
        acts = self._own_acts(duty, bearer)
        numbered = [act for act in acts if act.event.instance is not None]
        free = [act for act in acts if act.event.instance is None]
        free.sort(key=lambda act: (act.days, act.event.id))
        ordered = (
            not numbered
            and all(act.sure and not may_be_never(act.days) for act in free)
            and all(a.days[-1][1] < b.days[0][0] for a, b in pairwise(free))
        )
        opens = self._first(duty, performed, bearer)
        found: list[Instance] = []
        for number in range(1, min(performed.times or MAX_TURNS, MAX_TURNS) + 1):
            mine = [act for act in numbered if act.event.instance == number]
            if ordered:
                mine += free[number - 1 : number]
            else:
                mine += [evolve(act, sure=False) for act in free]
            closes = opens
            if performed.window is not None:
                closes = union(
                    (
                        axis.turn(a, performed.every, 0, performed.window),
                        axis.turn(b, performed.every, 0, performed.window),
                    )
                    for a, b in opens
                )
            instance = Instance(duty, bearer, number, opens=opens, closes=closes, acts=tuple(mine))
            found.append(instance)
            claimed = any(rest(act.days) and act.days[0][0] <= self.t for act in mine)
            if not claimed or len(found) > len(acts):
                break
            done = self.builder.base(instance, None).env["P"]
            opens = union((axis.turn(a, performed.every, 1), axis.turn(b, performed.every, 1)) for a, b in done)
            if opens == NOT_EVER:
                break
        return found

    # ---- linkages

    def _settle(self, instance: Instance, readings: tuple[Terms, ...]) -> Solved:
        settled = []
        for base in readings:
            terms = self._copy(base)
            others, kin = self._kin(instance, terms)
            self.builder.settle(terms, instance, self.t, others, kin)
            settled.append(terms)
        return instance, tuple(settled)

    def _copy(self, terms: Terms) -> Terms:
        return evolve(terms, env=dict(terms.env), flags=list(terms.flags), acts=list(terms.acts), violations=[])

    def _kin(self, instance: Instance, terms: Terms) -> tuple[Moment | None, tuple[Spell, ...]]:
        simultaneous: Moment | None = None
        kin: list[Spell] = []
        for mode, tolerance, others in self._links.get(instance.duty.id, ()):
            if mode is LinkageMode.SIMULTANEOUS and not is_continuing(instance.duty):
                first = NOT_EVER
                for other in others:
                    for twin, readings in self._twins(other, instance):
                        if not is_continuing(twin.duty):
                            first = earliest(first, self._any(self._fulfilled(twin, t) for t in readings))
                due = self.ledger.axis.shift_moment(first, tolerance) if tolerance is not None else first
                simultaneous = due if simultaneous is None else earliest(simultaneous, due)
                if terms.stated_due != NOT_EVER:
                    start = union(
                        (a + 1, b + 1) if b < NEVER else (min(a + 1, NEVER), NEVER) for a, b in terms.stated_due
                    )
                    end = earliest(first, terms.env["P"])
                    kin.append(Spell(start, end, SpellKind.NOBODY, deadlines=False))
            elif mode is LinkageMode.RECIPROCAL:
                for other in others:
                    kin += self._excuses(instance, other)
        return simultaneous, tuple(kin)

    def _twins(self, other: str, instance: Instance) -> list[Solved]:
        solved = self._base(other)
        same = [pair for pair in solved if pair[0].number == instance.number]
        return same or list(solved)

    def _excuses(self, instance: Instance, other: str) -> list[Spell]:
        found = []
        for twin, readings in self._twins(other, instance):
            starts, stops = [], []
            for terms in readings:
                raw = self._copy(terms)
                self.builder.settle(raw, twin, self.t, None, ())
                starts.append(self._breached(twin, raw))
                stops.append(NOT_EVER if is_continuing(twin.duty) else self._fulfilled(twin, raw))
            start = self._any(starts)
            if start == NOT_EVER:
                continue
            if is_continuing(instance.duty):
                start = self.ledger.axis.next_day(start)
            end = self._any(stops)
            found.append(Spell(start, end, SpellKind.COUNTERPART))
        return found

    # ---- turns in the life of a duty

    def _any(self, moments: Iterable[Moment]) -> Moment:
        return union(chain.from_iterable(moments)) or NOT_EVER

    def turn(self, duty_id: str, reaches: Reaches) -> Point:
        """When a duty reaches a turn in its life, and when it no longer can."""
        if self._under is not None and self._same(duty_id):
            return self._under.turn(duty_id, reaches)
        if duty_id not in self.ledger.duties:
            return NOT_EVER, NOT_EVER
        key = (duty_id, reaches)
        if key in self._turns and self.points.asked is None:
            return self._turns[key]
        if duty_id in self._busy:
            self.circular.add(duty_id)
            return ANY_DAY, ANY_DAY
        self._busy.add(duty_id)
        try:
            points = [
                (self._any(p[0] for p in each), self._any(p[1] for p in each))
                for each in (
                    [self._point(instance, terms, reaches) for terms in readings]
                    for instance, readings in self.solve(duty_id)
                )
            ]
        finally:
            self._busy.discard(duty_id)
        performed = self.ledger.duties[duty_id].performed
        endless = isinstance(performed, Recurring) and performed.every is not None and performed.times is None
        true, dead = points[0]
        for a, b in points[1:]:
            if reaches is Reaches.FULFILLED:
                true, dead = latest(true, a), earliest(dead, b)
            else:
                true, dead = earliest(true, a), latest(dead, b)
        if endless or isinstance(performed, EachTime):
            true, dead = (NOT_EVER, dead) if reaches is Reaches.FULFILLED and endless else (true, NOT_EVER)
        self._turns[key] = (true, dead)
        return true, dead

    def _point(self, instance: Instance, terms: Terms, reaches: Reaches) -> Point:
        if instance.duty.modality is Modality.DECLARES:
            return NOT_EVER, NOT_EVER
        env = terms.env
        stop = earliest(earliest(env["X"], env["E"]), env["L"])
        done = self._fulfilled(instance, terms)
        if reaches is Reaches.FULFILLED:
            if is_continuing(instance.duty):
                gone = earliest(
                    earliest(self._breached(instance, terms), _upto(env["X"], env["E"], strict=True)), env["L"]
                )
                early = _upto(env["E"], env["A"], strict=True)
                return done, _upto(earliest(gone, early), done, strict=True)
            return done, _upto(stop, done, strict=True)
        if reaches is Reaches.EXERCISED:
            return (
                (done, _upto(stop, done, strict=True))
                if instance.duty.modality is Modality.MAY
                else (NOT_EVER, NOT_EVER)
            )
        if reaches is Reaches.BREACHED:
            broken = self._breached(instance, terms)
            over = stop if is_continuing(instance.duty) else earliest(stop, done)
            return broken, _upto(over, broken, strict=True)
        if is_continuing(instance.duty):
            return stop, NOT_EVER
        return _upto(stop, done, strict=True), _upto(done, stop)

    def _fulfilled(self, instance: Instance, terms: Terms) -> Moment:
        env = terms.env
        if not is_continuing(instance.duty):
            return _upto(_upto(env["P"], env["X"]), env["E"])
        if instance.duty.modality is Modality.ENDEAVOUR:
            return NOT_EVER
        kept = _upto(_upto(env["E"], env["X"]), self._breached(instance, terms), strict=True)
        late = clip(kept, env["A"][0][0], NEVER)
        return late if env["E"][0][0] >= env["A"][-1][1] and late else union((*late, *NOT_EVER))

    def _breached(self, instance: Instance, terms: Terms) -> Moment:
        env = terms.env
        if instance.duty.modality is Modality.MAY:
            return NOT_EVER
        if is_continuing(instance.duty) or instance.duty.modality is Modality.ENDEAVOUR:
            return _upto(_upto(env["V"], env["E"]), env["X"], strict=True)
        done = self._fulfilled(instance, terms)
        edge = earliest(earliest(env["X"], env["E"]), env["P"])
        found = NOT_EVER
        for n, stage in enumerate(terms.stages):
            late = _upto(_upto(_upto(stage.due, done, strict=True), env["X"], strict=True), env["E"], strict=True)
            late = self.ledger.axis.next_day(late)
            for later in terms.stages[n + 1 :]:
                late = _upto(late, later.since, strict=True)
            if n:
                late = late if stage.since[-1][1] <= edge[0][0] else union((*late, *NOT_EVER))
            found = earliest(found, late)
        return found
