"""Builds the terms of one instance: the days that decide it, from conditions and facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve

from accords.engine.amounts import Amounts
from accords.engine.bearers import Bearer, Waiting
from accords.engine.claims import Standing
from accords.engine.hearing import Favours
from accords.engine.instances import Instance, Slotted
from accords.engine.ledger import Ledger
from accords.engine.moments import (
    ALWAYS,
    BEGIN,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    drop,
    earliest,
    earliest_of_all,
    latest,
    may_be_never,
    maybe,
    rest,
    union,
)
from accords.engine.points import Point, Points, Scope
from accords.engine.quantities import Measured, asks_for_amounts
from accords.engine.schedule import Schedule, Window
from accords.engine.spells import Spell, deadline
from accords.engine.standstills import Standstills
from accords.engine.table import State
from accords.engine.terms import Slots, Stage, Terms, follows, recurs
from accords.engine.violations import Violations, found_breach
from accords.engine.whole import ENDS, Whole
from accords.model.conditions import Condition, Offset, OnEvent
from accords.model.obligations import Reading, Recurring
from accords.vocabulary import (
    BindsFrom,
    EventKind,
    Modality,
    RecurrenceMode,
    Says,
    Verdict,
)

__all__ = ["Builder"]

_BEFORE = ("due_before_start", "due_may_be_before_start")


class Builder:
    """Works out the terms of instances. What other duties contribute comes through ``points`` and ``kin``."""

    def __init__(self, ledger: Ledger, points: Points, t: Instant, unended: Callable[[], Points] | None = None) -> None:
        self.ledger = ledger
        self.points = points
        self.whole = Whole(ledger, points, unended)
        self._standstills = Standstills(ledger, points, self.whole)
        self.amounts = Amounts(ledger, points.happening, t)
        self.violations = Violations(ledger, points, self.amounts)
        self._joining = [party for party in ledger.record.parties if party.bound_from or party.bound_until]
        self._exempt = {party.actor_id: party.exempt_from_ids for party in ledger.record.parties}

    def bound_from(self, instance: Instance) -> Moment:
        """F: from when the obligor is bound; perhaps never, where it does not hold itself to be a party."""
        start = self.bound_if_party(instance)
        for party in self.ledger.speakers.doubted:
            if party in instance.bearer.obligor_ids:
                start = self.points.atom(("bound", party), maybe(start))
        return start

    def bound_if_party(self, instance: Instance) -> Moment:
        """From when the obligor is bound, if it is a party; never, where it made a reservation."""
        obligors = instance.bearer.obligor_ids
        if obligors and all(instance.duty.id in self._exempt.get(obligor, ()) for obligor in obligors):
            return NOT_EVER
        if instance.duty.binds_from is BindsFrom.CONCLUSION:
            start = self.points.conclusion()
        else:
            start = self.points.entry()
            term = self.ledger.record.term
            if term is not None and term.provisional_application is not None:
                start = earliest(start, self.points.point(term.provisional_application.starts)[0])
        for party in self._joining:
            if party.bound_from is not None and party.actor_id in instance.bearer.obligor_ids:
                start = latest(start, self.points.point(party.bound_from)[0])
        return start

    def scope(self, instance: Instance) -> Scope:
        """For which instance conditions are asked: with an obligor that joined later, for that one."""
        waiting = Waiting(instance.bearer, Favours.OTHERS)
        joined = [p.actor_id for p in self._joining if p.bound_from and p.actor_id in instance.bearer.obligor_ids]
        event, turn, *_ = instance.scope
        return Scope(event, turn, joined[0] if len(joined) == 1 else None, waiting)

    # ---- one instance

    def base(self, instance: Instance, reading: Reading | None) -> Terms:
        """The terms without what other duties of a linkage contribute, and without deadline and violations."""
        points, scope, slots = self.points, self.scope(instance), Slots.of(instance.duty, reading)
        bound_at = self.bound_from(instance)
        triggered, impossible = self._triggered(slots, scope, bound_at)
        start = latest(bound_at, triggered)
        turn = self._turn(instance, slots, start, scope)
        if turn is not None:
            window, over = turn
            opens, stated, begins = window.opens, window.closes, window.begins
        else:
            opens = points.point(slots.not_before, scope=scope)[0] if slots.not_before is not None else ALWAYS
            stated = points.point(slots.due, True, scope)[0] if slots.due is not None else NOT_EVER
            over, begins = self._end_of(instance, slots, scope), ALWAYS
        endings = self._endings(instance)
        env = {
            "F": bound_at, "G": triggered, "N": opens, "X": earliest_of_all(moment for moment, _ in endings),
            "E": earliest(self._limit(instance, scope), over), "L": impossible, "A": start, "O": latest(start, opens),
            "B": begins, "W": stated if turn is not None else NOT_EVER,
        }  # fmt: skip
        terms = Terms(reading, env, tuple(self._standstills.of(instance, scope)), tuple(endings), stated_due=stated)
        terms.env["P"] = self._performed(instance, terms)
        return terms

    def start(self, instance: Instance, slots: Slots) -> Moment:
        """From when a duty binds and is triggered, as one reading has it."""
        bound_at = self.bound_from(instance)
        return latest(bound_at, self._triggered(slots, self.scope(instance), bound_at)[0])

    def open_span(self, instance: Instance) -> tuple[Moment, Moment]:
        """From when to when an instance can be performed in time, as the duty is written."""
        slots, scope = Slots.of(instance.duty, None), self.scope(instance)
        opens = self.start(instance, slots)
        if slots.not_before is not None:
            opens = latest(opens, self.points.point(slots.not_before, scope=scope)[0])
        return opens, self.points.point(slots.due, True, scope)[0] if slots.due is not None else NOT_EVER

    def _triggered(self, slots: Slots, scope: Scope, bound_at: Moment) -> Point:
        """G and L: when what the duty waits for comes, and when it no longer can."""
        if slots.trigger is not None:
            return self.points.point(slots.trigger, scope=scope)
        if scope.event is not None and not _counts_back(slots.due, scope.event[0]):
            return self.points.event(scope.event[1], scope), NOT_EVER
        if scope.turn is not None:
            return self.points.turn_of(*scope.turn)
        return bound_at, NOT_EVER

    def _turn(self, instance: Instance, slots: Slots, start: Moment, scope: Scope) -> tuple[Window, Moment] | None:
        """From when to when a turn runs, and when it ends; None for a duty without turns."""
        again = recurs(instance.duty)
        if again is None or again.every is None or instance.number is None:
            return None
        schedule = Schedule(self.points, slots, again.every, start, scope)
        window = instance.window if instance.window is not None else schedule.window(instance.number)
        over = (
            schedule.ends(instance.number)
            if again.mode is not RecurrenceMode.ROLLING or instance.number == 1
            else (NOT_EVER if slots.ends is None else self._end_of(instance, slots, scope))
        )
        if instance.duty.is_continuing:
            over, window = earliest(over, window.closes), evolve(window, closes=NOT_EVER)
        return window, over

    def _end_of(self, instance: Instance, slots: Slots, scope: Scope) -> Moment:
        """When the duty itself ends, after its renewals."""
        if slots.ends is None:
            return NOT_EVER
        end = self.whole.end(slots.ends, instance.duty.id, scope.opposed)
        renewal = instance.duty.renewal
        return end if renewal is None else self.whole.renewed(end, renewal)

    def _limit(self, instance: Instance, scope: Scope) -> Moment:
        """Where the series, the obligor's being bound and the agreement end, whichever comes first."""
        end = NOT_EVER if instance.duty.survives_termination else self.whole.term_end()
        if isinstance(performed := instance.duty.performance, Recurring) and performed.ends is not None:
            end = earliest(end, self.whole.end(performed.ends, instance.duty.id, scope.opposed))
        for party in self._joining:
            if party.bound_until is not None and party.actor_id in instance.bearer.obligor_ids:
                end = earliest(end, self.points.point(party.bound_until, True)[0])
        return end

    def limit(self, instance: Instance) -> Moment:
        """The last instant by which a turn has to begin in order to exist."""
        end = self._limit(instance, self.scope(instance))
        return earliest(end, earliest_of_all(moment for moment, _ in self._of_all(instance)))

    def _of_all(self, instance: Instance) -> list[tuple[Moment, State]]:
        return [] if instance.duty.survives_termination else list(self.whole.ends(instance.bearer))

    def _endings(self, instance: Instance) -> list[tuple[Moment, State]]:
        found = self._of_all(instance)
        for kind, state in ENDS.items():
            for matter in self.ledger.matters(instance.bearer, kind):
                moment = self.points.happening(matter.event, instance.bearer)
                if moment != NOT_EVER:
                    found.append((moment, state))
        return found

    # ---- performance

    def acts(self, bearer: Bearer) -> list[Slotted]:
        """The reported acts that may be the bearer's, of whatever turn."""
        return [
            Slotted(act.event, self.points.happening(act.event, bearer), act.whose is True)
            for act in self.ledger.acts(bearer)
            if act.reported
        ]

    def not_done_by(self, instance: Instance) -> Instant:
        """The last day for which it is established that nothing had been performed."""
        floor = BEGIN - 1
        ledger, bearer = self.ledger, instance.bearer
        for act in ledger.acts(bearer):
            event = act.event
            if instance.number is not None and event.instance not in (None, instance.number):
                continue
            if act.whose is True and (instance.number is None or event.instance is not None):
                floor = max(floor, act.fact.floor)
            pinned = self.points.pins.get(("floor", event.id, bearer)) if self.points.pins else None
            if pinned is not None:
                floor = max(floor, pinned[0][0])
        if instance.number is None:
            for charged in ledger.matters(bearer, EventKind.CONDUCT):
                if charged.whose is not True:
                    continue
                weighed = ledger.charge(charged.event, bearer)
                if weighed.standing in (Standing.ADMITTED, Standing.FOUND) and weighed.certain:
                    said = ledger.visible.statements[charged.event.id]
                    floor = max([floor, *(s.first for s in said if s.says is Says.BREACH and not s.ahead)])
            ruled = ledger.findings(instance.duty.id, bearer)
            if not any(each.verdict is Verdict.FULFILLED for each in ruled):
                breached = [r.days[0] for r in ruled if r.settles and r.verdict is Verdict.BREACHED]
                floor = max([floor, *breached])
        return floor

    def _performed(self, instance: Instance, terms: Terms) -> Moment:
        """P: the earliest act that counts, or one that nobody reported."""
        env, ledger = terms.env, self.ledger
        sure, loose = NOT_EVER, NOT_EVER
        counted = self._counted(instance, terms)
        if asks_for_amounts(instance.duty):
            days = self._reached(instance, counted)
            sure, loose = (loose, days) if may_be_never(days) else (days, loose)
            counted = []
        for act in counted:
            if act.sure and ledger.fact(act.event, instance.bearer).certain:
                sure = earliest(sure, act.days)
            elif act.sure:
                loose = earliest(loose, act.days)
            else:  # whether it is this instance's is a question of its own
                key = ("slot", act.event.id, instance.key, act.home)
                loose = earliest(loose, self.points.atom(key, maybe(act.days)))
        ruled = ledger.findings(instance.duty.id, instance.bearer) if instance.number is None else ()
        found_done = [each for each in ruled if each.verdict is Verdict.FULFILLED]
        at_odds = bool(found_done) and found_breach(self.ledger, instance) != NOT_EVER
        for each in found_done:
            first, last = each.days
            days = self.points.atom(("found", each.ruling.event_id), ((first if each.ruling.dated else BEGIN, last),))
            if at_odds or not each.settles:
                loose = earliest(loose, maybe(latest(days, env["O"])))
            else:
                sure = earliest(sure, latest(days, env["O"]))
        if not may_be_never(sure):
            return earliest(sure, loose)
        unseen = earliest(loose, self._unseen(instance, terms))
        done = rest(sure)
        return union((*earliest(done, loose), *unseen)) if done else unseen

    def _counted(self, instance: Instance, terms: Terms) -> list[Slotted]:
        """The reported acts that may count, each from when it counts."""
        opens, bound_at = terms.env["N"], terms.env["A"]
        flags: list[str] = []
        counted: list[Slotted] = []
        for act in instance.acts if instance.acts is not None else self.acts(instance.bearer):
            counting = clip(act.days, opens[0][0], NEVER)
            if not counting:
                flags.append("too_early")
                continue
            if act.days[0][0] < opens[-1][1]:
                counting = maybe(counting)
            if counting[0][0] < bound_at[0][0]:
                flags.append("before_bound")
            counted.append(Slotted(act.event, latest(counting, bound_at), act.sure, act.home))
        terms.flags = (*terms.flags, *dict.fromkeys(flags))
        terms.acts = (*terms.acts, *((act.event, act.days) for act in counted))
        return counted

    def _reached(self, instance: Instance, parts: list[Slotted]) -> Moment:
        """When what the duty asks for is reached by the acts that count, each in part."""
        when = self.amounts.performed(instance, parts)
        if self.points.choose is not None:
            return when.reported
        return self.points.atom(("amount", instance.key), when.days) if may_be_never(when.days) else when.days

    def measured(self, instance: Instance, terms: Terms) -> tuple[Measured, ...]:
        """How much of what is promised there is by now."""
        if not instance.duty.quantities:
            return ()
        acts: Sequence[Slotted] | None = None
        if not instance.duty.is_continuing:
            acts = instance.acts if instance.acts is not None else self.acts(instance.bearer)
        return self.amounts.measured(instance, acts, terms.env["O"], terms.env["E"])

    def _unseen(self, instance: Instance, terms: Terms) -> Moment:
        """The days on which an act may have happened that nobody reported."""
        first = max(terms.env["O"][0][0], self.not_done_by(instance) + 1)
        days = drop(((first, NEVER),), self.ledger.watched(instance.bearer)) if first < NEVER else NOT_EVER
        return latest(self.points.atom(("act", instance.key), days), terms.env["O"])

    # ---- deadline and violations

    def settle(
        self, terms: Terms, instance: Instance, t: Instant, others: Moment | None, kin: tuple[Spell, ...]
    ) -> None:
        """Fill in D and V. ``others`` is the first performance by those it is simultaneous with, shifted."""
        env = terms.env
        duty = instance.duty
        terms.spells = (*terms.spells, *kin)
        if duty.is_continuing:
            env["D"] = NOT_EVER
            env["V"] = self.violations.first(instance, terms)
            return
        env["V"] = found_breach(self.ledger, instance) if duty.modality is Modality.ENDEAVOUR else NOT_EVER
        stated = terms.stated_due if others is None else others
        stages = [Stage(ALWAYS, self._due(terms, stated))]
        for event in (matter.event for matter in self.ledger.matters(instance.bearer, EventKind.POSTPONEMENT)):
            if event.new_due is None or others is not None:
                continue  # what is due with another's act moves with that act alone
            if event.instance is not None and instance.number is not None and event.instance != instance.number:
                continue
            day = self.points.happening(event, instance.bearer)
            if day[0][0] >= NEVER:
                continue
            new = self._due(terms, self.points.point(event.new_due, True, self.scope(instance))[0])
            stages.append(Stage(day, new))
        terms.stages = tuple(stages)
        env["D"] = self._due_at(terms, t)
        terms.shown_due = self._shown(terms, t)

    def _shown(self, terms: Terms, t: Instant) -> Moment:
        """The deadline as a reader sees it: marked, while what the duty waits for can still come before it."""
        env, stated = terms.env, terms.stated_due
        over = min(env["A"][-1][1], env["L"][-1][1], env["X"][-1][1]) <= t
        ahead = () if over or may_be_never(stated) else clip(stated, t, NEVER)
        if not ahead or not may_be_never(env["D"]):
            return env["D"]
        terms.flags = (*(flag for flag in terms.flags if flag not in _BEFORE), "due_if_triggered")
        return union((*rest(env["D"]), *ahead))

    def _due(self, terms: Terms, stated: Moment) -> Moment:
        env = terms.env
        opening = env["O"]
        if stated == NOT_EVER:
            return stated
        kept = clip(stated, opening[0][0], NEVER)
        if not kept:
            terms.flags += ("due_before_start",)
            return NOT_EVER
        if stated[0][0] < opening[-1][1]:
            if opening[-1][1] < NEVER or stated[0][0] < opening[0][0]:
                terms.flags += ("due_may_be_before_start",)
            return maybe(deadline(self.ledger.axis, opening, kept, terms.spells))
        return deadline(self.ledger.axis, opening, kept, terms.spells)

    def _due_at(self, terms: Terms, t: Instant) -> Moment:
        """D at t: the deadline as postponed by then, where the postponement came before the end."""
        edge = terms.env["X"]
        begun = [stage for stage in terms.stages if stage.since[0][0] <= min(t, edge[-1][1])]
        sure = [stage for stage in begun if stage.since[-1][1] <= min(t, edge[0][0])]
        last = [stage for stage in begun if not any(follows(other, stage) for other in sure)]
        return last[0].due if len(last) == 1 else union(day for stage in last for day in stage.due)


def _counts_back(due: Condition | None, event_id: str) -> bool:
    """Whether a deadline lies before the event from which it is counted."""
    back = False
    while isinstance(due, Offset):
        back, due = back or due.is_before, due.anchor
    return back and isinstance(due, OnEvent) and due.event_id == event_id
