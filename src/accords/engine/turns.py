"""Lists the instances of a duty: turns, occurrences, or the duty itself, each with the acts that are its own."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve

from accords.durations import Duration
from accords.engine.builder import Builder
from accords.engine.instances import Instance, Slotted
from accords.engine.ledger import Bearer, Ledger
from accords.engine.moments import (
    BEGIN,
    NEVER,
    NOT_EVER,
    Day,
    Moment,
    clip,
    latest,
    may_be_never,
    rest,
    union,
)
from accords.engine.points import Points
from accords.model.obligations import EachTime, Obligation, Reading, Recurring
from accords.vocabulary import RecurrenceMode

__all__ = ["Turns"]


def _readings(duty: Obligation) -> tuple[Reading | None, ...]:
    """The duty as it is written, and as it is read otherwise."""
    return (None, *(reading for reading in duty.readings if reading.replaces is not None))


class Turns:
    """Lists instances up to the turn that follows day ``t``."""

    def __init__(self, ledger: Ledger, points: Points, builder: Builder, t: Day) -> None:
        self.ledger = ledger
        self.points = points
        self.builder = builder
        self.t = t
        self._most = ledger.most_turns
        self.cut_short = False
        """Whether a duty has more turns than are listed."""

    def instances(self, duty: Obligation, bearer: Bearer) -> list[Instance]:
        """The instances that the bearer owes, in order."""
        performed = duty.performance
        if isinstance(performed, EachTime) and performed.event_id is not None:
            return self._occurrences(duty, performed.event_id, bearer)
        if isinstance(performed, Recurring) and performed.every is not None:
            if performed.mode is RecurrenceMode.ROLLING:
                return self._rolling(duty, performed, bearer)
            return self._anchored(duty, performed, bearer)
        return [Instance(duty, bearer)]

    def _occurrences(self, duty: Obligation, event_id: str, bearer: Bearer) -> list[Instance]:
        ledger = self.ledger
        event = ledger.events.get(event_id)
        events = [e for e in ledger.occurrences.get(event_id, ()) if ledger.reported(e, ledger.bearer_of(e))]
        if not events and event is not None and ledger.reported(event, ledger.bearer_of(event)):
            events = [event]
        if not events:
            trigger_only = Instance(duty, bearer, bound=(event_id, event_id))
            return [trigger_only]
        events.sort(key=lambda e: (ledger.first_days(e, ledger.bearer_of(e)), e.id))
        found = []
        acts = self.builder.acts(bearer)
        self.cut_short = self.cut_short or len(events) > self._most
        numbers = {e.id for e in events}
        for number, occurrence in enumerate(events[: self._most], 1):
            mine: list[Slotted] = []
            for act in acts:
                event_number, about = act.event.instance, act.event.about_event_ids
                if event_number is not None:
                    if event_number == number:
                        mine.append(act)
                elif not numbers.isdisjoint(about):
                    if occurrence.id in about:
                        mine.append(act)
                else:
                    mine.append(act if len(events) == 1 else evolve(act, sure=False))
            found.append(Instance(duty, bearer, number, bound=(event_id, occurrence.id), acts=tuple(mine)))
        return found

    def _first(self, duty: Obligation, bearer: Bearer) -> Moment:
        """From when the first turn is open."""
        if duty.not_before is not None:
            return self.points.point(duty.not_before)[0]
        bound = self.builder.bound_from(Instance(duty, bearer))
        return union(day for reading in _readings(duty) for day in self._start(duty, reading, bound))

    def _start(self, duty: Obligation, reading: Reading | None, bound: Moment) -> Moment:
        """From when the duty can be performed, as a reading has it."""
        for slot in ("trigger", "not_before"):
            condition = getattr(reading.replaces, slot) if reading is not None else None
            condition = condition if condition is not None else getattr(duty, slot)
            if condition is not None:
                bound = latest(bound, self.points.point(condition)[0])
        return bound

    def _anchored(self, duty: Obligation, performed: Recurring, bearer: Bearer) -> list[Instance]:
        first = self._first(duty, bearer)
        acts = self.builder.acts(bearer)
        last = max([self.t, *(days[-1][1] for act in acts if (days := rest(act.days)))])
        windows = self._windows(duty, performed, first, last)
        if not windows:
            return [Instance(duty, bearer, 1, opens=first, closes=NOT_EVER, acts=())]
        ahead = [n for n, (opens, _) in enumerate(windows, 1) if opens[0][0] > self.t]
        listed = ahead[0] if ahead and performed.times is None else len(windows)
        slots = self._slots(acts, windows)
        return [
            Instance(duty, bearer, n, opens=opens, closes=closes, acts=tuple(slots[n - 1]))
            for n, (opens, closes) in enumerate(windows[:listed], 1)
        ]

    def _windows(self, duty: Obligation, performed: Recurring, first: Moment, last: Day) -> list[tuple[Moment, Moment]]:
        """The first and last days of the turns: all that are stated, else up to the one that follows day ``last``."""
        assert performed.every is not None
        due = self.points.point(duty.due, True)[0] if duty.due is not None else None
        windows: list[tuple[Moment, Moment]] = []
        if (first if due is None else due)[0][0] >= NEVER:
            return windows
        for n in range(min(performed.times or self._most, self._most)):
            if duty.not_before is None and due is not None:
                opens = first if n == 0 else self._later(due, performed.every, n - 1, 1)
            else:
                opens = self._later(first, performed.every, n)
            closes = (
                self._later(first, performed.every, n + 1, -1) if due is None else self._later(due, performed.every, n)
            )
            begins = closes if due is not None and duty.not_before is None else opens
            if begins[0][0] >= NEVER:
                break
            windows.append((opens, closes))
            if performed.times is None and begins[0][0] > last:
                break
        else:
            self.cut_short = self.cut_short or performed.times is None or performed.times > self._most
        return windows

    def _later(self, moment: Moment, every: Duration, n: int, days: int = 0) -> Moment:
        """``moment`` so many periods later, and then some days."""
        turned = (tuple(self.ledger.axis.turn(day, every, n) for day in pair) for pair in moment)
        return union((a if a >= NEVER else a + days, b if b >= NEVER else b + days) for a, b in turned)

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
            self._one_by_one(free, windows, slots)
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

    def _one_by_one(
        self, acts: list[Slotted], windows: list[tuple[Moment, Moment]], slots: list[list[Slotted]]
    ) -> None:
        filled = {n for n, slot in enumerate(slots) if slot}
        for act in sorted(acts, key=lambda a: (a.days, a.event.id)):
            at = self._slot(act.days[0][0], windows, filled)
            if at is not None:
                slots[at].append(act)
                filled.add(at)

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
        acts = self.builder.acts(bearer)
        numbered = [act for act in acts if act.event.instance is not None]
        free = [act for act in acts if act.event.instance is None]
        free.sort(key=lambda act: (act.days, act.event.id))
        ordered = (
            not numbered
            and all(act.sure and not may_be_never(act.days) for act in free)
            and all(a.days[-1][1] < b.days[0][0] for a, b in pairwise(free))
        )
        windows = self._windows(duty, performed, self._first(duty, bearer), BEGIN)
        if not windows:
            return [Instance(duty, bearer, 1, opens=NOT_EVER, closes=NOT_EVER, acts=())]
        opens, closes = windows[0]
        found: list[Instance] = []
        for number in range(1, min(performed.times or self._most, self._most) + 1):
            mine = [act for act in numbered if act.event.instance == number]
            if ordered:
                mine += free[number - 1 : number]
            else:
                mine += [evolve(act, sure=False) for act in free]
            instance = Instance(duty, bearer, number, opens=opens, closes=closes, acts=tuple(mine))
            found.append(instance)
            claimed = any(rest(act.days) and act.days[0][0] <= self.t for act in mine)
            if not claimed or len(found) > len(acts):
                break
            done = union(day for r in _readings(duty) for day in self.builder.base(instance, r).env["P"])
            following = self._later(done, performed.every, 1)
            if following == NOT_EVER:
                break
            if duty.due is not None:
                opens, closes = self._later(done, performed.every, 0, 1), following
            else:
                opens, closes = following, self._later(done, performed.every, 2, -1)
        else:
            self.cut_short = self.cut_short or performed.times is None or performed.times > self._most
        return found
