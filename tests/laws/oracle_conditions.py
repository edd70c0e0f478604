"""When conditions come true in a world, and when they become impossible."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from accords.dates.durations import Duration
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Never,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)  # fmt: skip
from accords.model.events import Event
from accords.model.obligations import Renewal
from accords.vocabulary import AnchorDay, EventKind, MonthEnd, NextStart, Says, Verdict, Whose

from .oracle_time import (
    ALWAYS,
    DAY,
    FAR,
    GRID,
    HIGH,
    LOW,
    NEVER,
    At,
    World,
    is_month,
    months_on,
    moved,
    next_start,
    working_days_on,
)
from .oracle_words import Who, Words

Pair = tuple[At, At]
"""When it comes true, and when it becomes impossible."""


class Conditions(Words):
    """Conditions as one instance sees them, or the agreement as a whole."""

    asker: tuple[Who, int | None] | None = None
    """The instance whose conditions are asked about."""
    later: tuple[Duration, int] | None = None
    """By how many periods the stated days are shifted, while the conditions of a later turn are asked about."""
    endless: bool = False
    """Whether the ends of the term are left out, while it is worked out when they come."""

    @contextmanager
    def asking(self, who: Who | None, turn: int | None = None) -> Iterator[None]:
        before, self.asker = self.asker, None if who is None else (who, turn)
        try:
            yield
        finally:
            self.asker = before

    def turn(self, world: World, c: OnObligation) -> Pair:
        raise NotImplementedError

    # ---------------------------------------------------------------- events

    def happens(self, world: World, event: Event, who: Who | None, camps: frozenset[str] | None = None) -> At:
        """When an event that bears on an instance happens; whether and when unreported acts do is open too."""
        options, floor, asserted = self.fact(world, event, who, camps)
        return self.decided(world, event, who, options if asserted else self.unreported(event, who, options, floor))

    def unreported(
        self, event: Event, who: Who | None, options: frozenset[At | None], floor: int
    ) -> frozenset[At | None]:
        if event.kind not in (EventKind.PERFORMANCE, EventKind.CONDUCT) or event.act is not None:
            return options
        if told := self.told_of(event):
            return self.common(told, []) | {None}
        seen = self.watched(who, event.id, who is not None and who[0] in event.obligation_ids)
        return frozenset({*(At(day) for day in GRID if day > floor and day not in seen), None})

    def decided(self, world: World, event: Event, who: Who | None, options: frozenset[At | None]) -> At:
        ordered = sorted(options, key=lambda at: (FAR, 0) if at is None else (at.day, at.minute or 0))
        at = world.ask(("event", event.id, who), ordered)
        if at != NEVER and at not in options:  # another instance or condition knows more of it
            at = world.ask(("event", event.id, who, options), ordered)
        return NEVER if at is None else at  # type: ignore[return-value]

    def hour(self, world: World, question: object, at: At) -> int:
        """A minute of the day, where an hour matters and none is stated."""
        if at.minute is not None or at.day >= FAR or at.day <= LOW or not self.hours:
            return self.clock.first(at)
        first, last = self.clock.start(at.day), self.clock.end(at.day)
        return world.ask((question, at.day), [first, *range(first + 59, last, 241), last])  # type: ignore[return-value]

    def event_at(self, world: World, event_id: str) -> At:
        """An event that conditions name: as defined, else the first time it happens; in an instance that an occurrence
        makes, that occurrence."""
        asker = self.asker[0] if self.asker is not None else None
        asked, again_of = event_id, [e for e in self.record.events if e.occurrence_of_id == event_id]
        if self.asker is not None and asker is not None:
            again, number = self.duty[asker[0]].performed, self.asker[1]
            if again.kind == "each_time" and again.event_id == event_id:  # it arises with what somebody tells of
                again_of = [e for e in again_of if self.is_told(e)]
            if again.kind == "each_time" and again.event_id == event_id and number is None and again.whose is not None:
                times = [self.event[event_id], *again_of]
                if any(e.claims and not self.arises_for(e, asker) for e in times):
                    return NEVER
            if again.kind == "each_time" and again.event_id == event_id and number is not None:
                event_id = [*self.occurrences(world, asker), *[event_id] * number][number - 1]
        event = self.event[event_id]
        if event.defined_as is not None:
            with self.asking(None):
                return self.at(world, event.defined_as)
        times = [event, *(again_of if event.id == asked else [])]
        return min((self.waited_for(world, e, asker) for e in times), key=self.clock.first)

    def waited_for(self, world: World, event: Event, asker: Who | None) -> At:
        """An event as a condition sees it: a milestone or formal act by anybody's word, anything else by a word against
        the interest of who says it, towards the duty it bears on or towards the duty that waits."""
        bearer = self.bearer(event)
        stated = event.kind is EventKind.MILESTONE or event.act is not None
        if stated or (self.is_formal(event) and asker is None):
            performs = event.kind is EventKind.PERFORMANCE and bearer is not None
            return self.happens(world, event, bearer) if performs else self.happens(world, event, None, frozenset())
        if asker is not None:
            camps = frozenset() if self.declares_itself(event) else frozenset(self.waits(event.id, asker))
            views = [(asker, camps)]
        else:
            acted = bearer if event.kind in (EventKind.PERFORMANCE, EventKind.CONDUCT) else None
            views = [(acted, None if acted is not None else frozenset({"mine"}))]
        facts = [self.fact(world, event, who, camps) for who, camps in views]
        certain = [options for options, _, asserted in facts if asserted and None not in options]
        if certain:
            options = certain[0]
        elif any(asserted for *_, asserted in facts):
            options = next(options for options, _, asserted in facts if asserted)
        else:
            options = self.unreported(event, bearer or asker, facts[0][0], max(floor for _, floor, _ in facts))
        return self.decided(world, event, bearer or asker, options)

    def is_told(self, event: Event) -> bool:
        """Whether anybody says that it happened, is planned, or was found."""
        telling = (Says.OCCURRED, Says.BREACH, Says.PLANNED)
        return bool(self.told_of(event)) or any(c.says in telling and self.live(c) for c in event.claims)

    def declares_itself(self, event: Event) -> bool:
        """Whether those say so themselves who declare that something is over, stands still or is let go."""
        said = (c for c in event.claims if c.says is Says.OCCURRED and c.claimed_by_id and self.live(c))
        own = any(set(event.actor_ids) & self.binds(c.claimed_by_id, self.heard(c)) for c in said)
        return own and event.kind in (EventKind.TERMINATION, EventKind.SUSPENSION, EventKind.RELEASE)

    def occurrences(self, world: World, who: Who) -> list[str]:
        """The occurrences that make instances of a duty, in order; the event itself where it is not repeated."""
        event_id = self.duty[who[0]].performed.event_id

        def times(event: Event) -> list[tuple[int, int]]:
            views = [(None, frozenset())] if self.is_formal(event) else [(self.bearer(event), None)]
            options, _, asserted = self.fact(world, event, *views[0])
            return sorted((at.day, at.minute or 0) for at in options if at is not None) if asserted else []

        found = [e for e in self.record.events if e.occurrence_of_id == event_id and times(e)]
        if not found and times(self.event[event_id]):
            found = [self.event[event_id]]
        spells = {e.id: [d for d, _ in times(e)] for e in found}
        hours = {e.id: (times(e)[0][0], times(e)[0][1] or None) for e in found}

        def place(event: Event) -> object:
            days = spells[event.id]
            starts = [d for d in days if d - 1 not in days]
            whole = [(a, next(d for d in range(a, HIGH + 1) if d + 1 not in days)) for a in starts]
            return whole, self.clock.first(At(*hours[event.id])), event.id

        return [e.id for e in sorted(filter(lambda e: self.arises_for(e, who), found), key=place)]

    def arises_for(self, event: Event, who: Who) -> bool:
        """Whether an occurrence makes the duty arise for an obligor: by who did it, where the duty says whose."""
        duty = self.duty[who[0]]
        whose = duty.performed.whose
        doers = set(self.doers(event, duty))
        if whose is None or not event.actor_ids:
            return whose is None
        return bool(self.own(who) & doers if whose is Whose.OWN else self.own(who) - doers)

    # ---------------------------------------------------------------- the days of the agreement

    def concluded(self, world: World) -> At:
        made = self.record.conclusion
        if made is None or made.date is None:
            return ALWAYS
        if made.date.moment is not None:
            return self.clock.at(made.date.moment)
        days = [self.clock.stated(made.date, closing) for closing in (False, True)]
        return At(world.ask("conclusion", range(days[0].day, days[1].day + 1)))  # type: ignore[arg-type]

    def entered(self, world: World) -> At:
        term = self.record.term
        if term is None or term.entry_into_force is None:
            return self.concluded(world)
        with self.asking(None):
            return self.at(world, term.entry_into_force)

    def bound_from(self, world: World, who: Who) -> At:
        """The day on which the first of the obligors came to be bound: one of whom nothing is stated, always."""
        found = [self.joins(world, one) for one in self.able(who)]
        return min(found, key=self.clock.first, default=ALWAYS)

    def able(self, who: Who) -> list[str]:
        """Who owes it, but for who made a reservation, where not all did."""
        exempt = {p.actor_id for p in self.record.parties if who[0] in p.exempt_from_ids}
        return sorted(self.own(who) - exempt or self.own(who))

    def joins(self, world: World, one: str) -> At:
        late = [p.bound_from for p in self.record.parties if p.actor_id == one and p.bound_from is not None]
        with self.asking(None):
            return max((self.at(world, c) for c in late), key=self.clock.first, default=ALWAYS)

    def term_ends(self, world: World) -> At:
        """The end of the term. What hangs on duties comes when it would if nothing had ended: what has come about by
        that instant counts, and what ends only by its own ending never does."""
        term = self.record.term
        if term is None or not term.ends_if_any or self.endless:
            return NEVER
        if "term" not in world.kept:
            self.endless = True
            try:
                with self.asking(None):
                    ends = [self.at(world, c, True) for c in term.ends_if_any]
                    world.kept["term"] = self.renewed(world, min(ends, key=self.clock.last), term.renewal)
            finally:
                self.endless = False
        return world.kept["term"]  # type: ignore[return-value]

    def renewed(self, world: World, end: At, renewal: Renewal | None) -> At:
        """An end after all its renewals, each counted from the first end in one step."""
        if renewal is None or end.day >= FAR:
            return end
        if renewal.max_times is None and renewal.unless_event_id is None and renewal.if_event_id is None:
            return NEVER
        heard = [*self.notices(world, renewal.unless_event_id), *self.notices(world, renewal.if_event_id)]
        if end.day <= LOW + 1:
            never = all(at.day >= FAR for at in heard)
            goes_on = renewal.if_event_id is None and renewal.max_times is None and never
            return NEVER if goes_on else end
        ahead = renewal.notice.total_days if renewal.notice is not None else 0
        last, rounds = end, 0
        notice = list(map(self.clock.first, self.notices(world, renewal.unless_event_id)))
        consent = list(map(self.clock.first, self.notices(world, renewal.if_event_id)))
        used = self.clock.first(ALWAYS) - 1
        while last.day < HIGH + 20 and rounds != renewal.max_times:
            by = self.clock.last(At(last.day - ahead) if ahead else last)
            if any(minute <= by for minute in notice):
                break
            if renewal.if_event_id is not None:
                given = [minute for minute in consent if used < minute <= by]
                if not given:
                    break
                used = max(given)
            rounds += 1
            hours = renewal.duration.exact_seconds  # one in days ends with the day, whatever the hour of the first end
            last = moved(end if hours else At(end.day), renewal.duration, rounds)
        return last

    def notices(self, world: World, event_id: str | None) -> list[At]:
        if event_id is None:
            return []
        if self.event[event_id].defined_as is not None:
            return [self.event_at(world, event_id)]
        times = [self.event[event_id], *(e for e in self.record.events if e.occurrence_of_id == event_id)]
        return [self.waited_for(world, e, None) for e in times]

    # ---------------------------------------------------------------- conditions

    def at(self, world: World, c: Any, closing: bool = False) -> At:
        return self.both(world, c, closing)[0]

    def edge(self, at: At, closing: bool) -> int:
        return self.clock.last(at) if closing else self.clock.first(at)

    def both(self, world: World, c: Any, closing: bool) -> Pair:
        """When it comes true and when it becomes impossible; a deadline or an end, ``closing``, by its last instant.

        In a later turn what is counted is counted anew, from days that are shifted.
        """
        if self.later is not None and not isinstance(c, AllOf | AnyOf | AtLeast | NoEvent) and not from_a_date(c):
            return self.of_later_turn(world, c, closing)
        match c:
            case OnDate():
                return self.clock.stated(c.value, closing), NEVER
            case OnConclusion():
                return self.concluded(world), NEVER
            case OnEntryIntoForce():
                late = self.bound_from(world, self.asker[0]) if self.asker is not None else ALWAYS
                return max(self.entered(world), late, key=self.clock.first), NEVER
            case OnEvent():
                return self.event_at(world, c.event_id), NEVER
            case OnObligation():
                return self.turn(world, c)
            case Offset():
                came, gone = self.both(world, c.anchor, closing)
                return self.shifted(world, c, came, closing), self.shifted(world, c, gone, closing)
            case AllOf() | AnyOf() | AtLeast():
                pairs = [self.both(world, x, closing) for x in c.conditions]
                need = len(pairs) if isinstance(c, AllOf) else 1 if isinstance(c, AnyOf) else c.count
                if need > len(pairs):
                    return NEVER, ALWAYS
                came, gone = (sorted(side, key=lambda at: self.edge(at, closing)) for side in zip(*pairs, strict=True))
                return came[need - 1], gone[len(pairs) - need]
            case NoEvent():
                until, gone = self.both(world, c.until, True)
                since = ALWAYS if c.since is None else self.at(world, c.since)
                with self.of_first_turn():
                    it = self.event_at(world, c.event_id)
                inside = it.day < FAR and self.clock.first(since) <= self.clock.first(it) <= self.clock.last(until)
                return (NEVER, it) if inside else (until if closing else self.over(until), gone)
            case Never():
                return NEVER, ALWAYS
            case Vague() | Prose():
                return self.in_words(world, c, closing), NEVER
        raise AssertionError(c)

    def over(self, until: At) -> At:
        """When it is known that something has not happened by then: when that day is over."""
        return At(until.day, self.clock.last(until)) if self.hours and LOW < until.day < FAR else until

    def in_words(self, world: World, c: Vague | Prose, closing: bool) -> At:
        asker = self.asker[0] if self.asker is not None else None
        met = [r for r in self.rulings(world, c.id, asker) if r.verdict is Verdict.MET] if c.id else []
        if met:
            return world.ask(("words", c.id), self.days_found([(r.first, r.last) for r in met]))  # type: ignore[return-value]
        if closing:
            return NEVER
        start = ALWAYS
        if isinstance(c, Vague) and c.after is not None:
            start = self.at(world, c.after)
        later = world.ask(("words", id(c)), [0, 1, 2, 3, 5, 8, 13, FAR])
        return NEVER if later == FAR or start.day >= FAR else At(start.day + later)  # type: ignore[operator]

    # ---------------------------------------------------------------- periods

    def of_later_turn(self, world: World, c: Any, closing: bool) -> Pair:
        """A stated day, or that of an event, so many periods on; the end of a whole month stays one."""
        with self.of_first_turn() as (every, times):
            if isinstance(c, OnDate) and is_month(c.value) and closing and not every.total_days:
                first = self.clock.stated(c.value, False)
                return At(self.on(At(months_on(first.day, 1)), every, times).day - 1), NEVER
            came, gone = self.both(world, c, closing)
            return self.on(came, every, times), self.on(gone, every, times)

    @contextmanager
    def of_first_turn(self) -> Iterator[Any]:
        """Whatever is asked about meanwhile is as in the first turn."""
        before, self.later = self.later, None
        try:
            yield before
        finally:
            self.later = before

    def on(self, at: At, every: Duration, times: int) -> At:
        """So many periods on, at the same time by the clock on the wall."""
        there = moved(at, every, times)
        if at.minute is None or every.exact_seconds or there == at:
            return there
        return self.clock.same_hour(at, there.day)

    def shifted(self, world: World, c: Offset, at: At, closing: bool) -> At:
        if at.day >= FAR or at.day <= LOW + 1:
            return at
        found = at if c.is_same_day and c.duration is None else self.counted(world, c, at)
        if c.then is not None and LOW + 1 < found.day < FAR:
            found = At(next_start(found.day, c.then is NextStart.NEXT_YEAR_START))
        return self.about(world, c, found, closing, at) if c.approximate else found

    def counted(self, world: World, c: Offset, at: At) -> At:
        """So many working days, hours, or days and months on; only hours keep the time of day."""
        if c.working_days:
            day, sure = working_days_on(at.day, c.working_days, self.record.calendar)
            away = 1 if c.working_days > 0 else -1
            last = (FAR if away > 0 else LOW) if sure is None else sure
            further = {day + away * step for step in (0, 1, 3, 8) if away * (last - day) >= step}
            return At(world.ask(("working days", id(c), at.day), sorted({*further, last}, reverse=away < 0)))  # type: ignore[arg-type]
        if c.duration is None:
            return At(at.day)
        by, included = c.duration, c.anchor_day is AnchorDay.INCLUDED
        spill = c.month_end is MonthEnd.NEXT_DAY or (
            c.month_end is MonthEnd.UNSTATED
            and bool(by.total_months)
            and bool(world.ask(("month end", id(c), at.day), [False, True]))
        )
        if by.exact_seconds:
            minute = self.hour(world, ("hours from", id(c)), at)
            late = moved(At(at.day, minute), by, 1, spill)
            assert late.minute is not None
            return At(self.clock.day_of(late.minute), late.minute)
        day = moved(At(at.day), by, 1, spill).day
        if included and (by.total_months or by.total_days):
            day += 1 if by.negative else -1
        return At(day)

    def about(self, world: World, c: Offset, at: At, closing: bool, anchor: At) -> At:
        """A deadline or an end up to the tolerance later, a beginning up to as much earlier; never past the anchor."""
        if at.day >= FAR or at.day <= LOW + 1:
            return at
        away = 1 if closing else -1
        limit = None if c.tolerance is None else abs(moved(At(0), c.tolerance).day) * DAY
        steps = [0, 1, 2, 5, 9, None] if limit is None else range(limit // DAY + 1)
        chosen = world.ask(("about", id(c), at), steps)
        day = (FAR if closing else LOW) if chosen is None else at.day + away * chosen  # type: ignore[operator]
        toward = c.is_before if closing else not (c.is_before or c.is_same_day)
        if toward and (at.day <= anchor.day if closing else at.day >= anchor.day):  # ``then`` may lead past it
            day = min(day, anchor.day) if closing else max(day, anchor.day)
        return at if day == at.day else At(day)


def from_a_date(c: Any) -> bool:
    """Whether a time is counted from a date, which comes round with the turns; an event, the conclusion and the entry
    into force come once."""
    if not isinstance(c, Offset):
        return False
    waiting = [c.anchor]
    while waiting:
        part = waiting.pop()
        if isinstance(part, OnDate):
            return True
        waiting += [getattr(part, name) for name in ("anchor", "since", "until", "after") if getattr(part, name, None)]
        waiting += getattr(part, "conditions", ())
    return False
