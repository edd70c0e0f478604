"""Builds the terms of one instance: the days that decide it, from conditions and facts."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import proxy

from accords.engine.days.moments import (
    ALWAYS,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    earliest,
    earliest_of_all,
    latest,
    maybe,
    on,
)
from accords.engine.days.spells import Spell, deadline
from accords.engine.facts.bearers import Waiting
from accords.engine.facts.hearing import Favours
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.acts import Acts
from accords.engine.terms.amounts import Amounts
from accords.engine.terms.atoms import BoundParty
from accords.engine.terms.deadlines import Deadlines, Others
from accords.engine.terms.instances import Instance
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.points import Point, Points
from accords.engine.terms.schedule import Schedule, Window, turn_of
from accords.engine.terms.scope import Scope
from accords.engine.terms.shares import Listed
from accords.engine.terms.standstills import Standstills
from accords.engine.terms.table import State
from accords.engine.terms.terms import Slots, Stage, Terms, is_counted, recurs
from accords.engine.terms.violations import Violations
from accords.engine.terms.whole import ENDS, Unended, Whole
from accords.model.obligations import Obligation, Reading, Recurring
from accords.model.turns import step_of
from accords.vocabulary import BindsFrom, Modality, RecurrenceMode, Verdict

__all__ = ["Builder"]


class Builder:
    """Works out the terms of instances. What other duties contribute comes through ``points`` and ``kin``."""

    def __init__(self, ledger: Ledger, points: Points, t: Instant, listed: Listed, unended: Unended = None) -> None:
        self.ledger = ledger
        self.points = points
        self._now = on(t)
        self._slots: dict[tuple[str, str | None], Slots] = {}
        self.whole = Whole(ledger, points, unended)
        self._standstills = Standstills(ledger, points, self.whole)
        me = proxy(self)  # what it is made of holds it weakly
        self.amounts = Amounts(ledger, points.happening, t, listed, lambda each: me.time_of(each))  # noqa: PLW0108
        self.acts = Acts(ledger, points, self.amounts, self.whole.members)
        self.deadlines = Deadlines(ledger, points, t)
        self.violations = Violations(ledger, points, self.amounts)

    def bound_from(self, instance: Instance) -> Moment:
        """F: from when the obligor is bound; perhaps never, where it does not hold itself to be a party."""
        start = self.bound_if_party(instance)
        for party in self.ledger.speakers.doubted:
            if party in instance.bearer.obligor_ids:
                start = self.points.atom(BoundParty(party), maybe(start))
        return start

    def bound_if_party(self, instance: Instance) -> Moment:
        """From when the obligor is bound, if it is a party; never, where it made a reservation."""
        if self.whole.members.exempts(instance.bearer):
            return NOT_EVER
        if instance.duty.binds_from is BindsFrom.CONCLUSION:
            return self.points.conclusion()
        start = self.whole.members.joined(instance.bearer)
        term = self.ledger.record.term
        if term is not None and term.provisional_application is not None:
            start = earliest(start, self.points.point(term.provisional_application.starts)[0])
        return start

    def scope(self, instance: Instance) -> Scope:
        """For which instance conditions are asked: with obligors that joined later, for those."""
        event, turn, *_ = instance.scope
        late = self.whole.members.late(instance.bearer)
        return Scope(event, turn, late, waiting=Waiting(instance.bearer, Favours.OTHERS))

    def turn_scope(self, instance: Instance) -> Scope:
        """For which turn its own conditions are asked; one that is counted from the turn before has none."""
        scope, again = self.scope(instance), recurs(instance.duty)
        if again is None or (step := step_of(again)) is None or instance.number is None or instance.window is not None:
            return scope
        return turn_of(scope, step, instance.number)

    # ---- one instance

    def slots(self, duty: Obligation, reading: Reading | None) -> Slots:
        """The conditions of a duty in one reading."""
        key = (duty.id, None if reading is None else reading.id)
        found = self._slots.get(key)
        if found is None:
            found = self._slots[key] = Slots.of(duty, reading)
        return found

    def base(self, instance: Instance, reading: Reading | None) -> Terms:
        """The terms without what other duties of a linkage contribute, and without deadline and violations."""
        points, scope, slots = self.points, self.scope(instance), self.slots(instance.duty, reading)
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
        endings = self.endings(instance)
        end = self._limit(instance, scope)
        opened = latest(start, opens)
        ended = earliest_of_all(moment for moment, _ in endings)
        done = self.acts.performed(
            instance,
            opens,
            start,
            opened,
            lambda: self.deadlines.surely_in_time(instance, stated, opened, ended, scope),
        )
        days = KeyDays(
            bound=bound_at,
            triggered=triggered,
            owed=start,
            not_before=opens,
            open=opened,
            performed=done.days,
            ended=ended,
            over=earliest(end, over),
            series_over=earliest(end, self._series(instance, scope)),
            impossible=impossible,
            begins=begins,
            closes=stated if turn is not None or (instance.number is not None and not slots.kept) else NOT_EVER,
            now=self._now,
        )
        spells = tuple(
            self._standstills.of(instance, scope, lambda spells: self._last_due(instance, stated, opened, spells))
        )
        open_end = over == NOT_EVER and is_counted(slots.ends)
        return Terms(
            reading,
            days,
            spells,
            tuple(endings),
            (),
            stated,
            NOT_EVER,
            (*done.flags, "ends_unreported") if open_end else done.flags,
            done.acts,
            done_if_owed=done.once_owed,
        )

    def start(self, instance: Instance, slots: Slots) -> Moment:
        """From when a duty binds and is triggered, as one reading has it."""
        bound_at = self.bound_from(instance)
        return latest(bound_at, self._triggered(slots, self.scope(instance), bound_at)[0])

    def open_span(self, instance: Instance) -> tuple[Moment, Moment]:
        """From when, bound or not yet, to when an act is one for an instance, as the duty is written."""
        slots, scope = self.slots(instance.duty, None), self.scope(instance)
        bound_at = self.bound_from(instance)
        triggered = self._triggered(slots, scope, bound_at)[0]
        opens = bound_at if triggered is ALWAYS else triggered
        if slots.not_before is not None:
            opens = latest(opens, self.points.point(slots.not_before, scope=scope)[0])
        return opens, self.points.point(slots.due, True, scope)[0] if slots.due is not None else NOT_EVER

    def time_of(self, instance: Instance) -> tuple[Moment, Moment]:
        """From when to when a turn of what is kept from day to day is owed, as the duty is written."""
        slots, scope = self.slots(instance.duty, None), self.scope(instance)
        start = self.start(instance, slots)
        turn = self._turn(instance, slots, start, scope)
        return (start, NOT_EVER) if turn is None else (latest(start, turn[0].opens), turn[1])

    def _triggered(self, slots: Slots, scope: Scope, bound_at: Moment) -> Point:
        """When what the duty waits for comes, and when it no longer can."""
        if slots.trigger is not None:
            return self.points.point(slots.trigger, scope=scope)
        if scope.event is not None and not slots.lies_before(scope.event[0]):
            return self.points.event(scope.event[1], scope), NOT_EVER
        if scope.turn is not None:
            return self.points.turn_of(*scope.turn)
        return ALWAYS, NOT_EVER

    def _turn(self, instance: Instance, slots: Slots, start: Moment, scope: Scope) -> tuple[Window, Moment] | None:
        """From when to when a turn runs, and when it ends; None for a duty without turns."""
        again = recurs(instance.duty)
        if again is None or (step := step_of(again)) is None or instance.number is None:
            return None
        schedule = Schedule(self.points, slots, step, start, scope)
        window = instance.window if instance.window is not None else schedule.window(instance.number)
        over = (
            schedule.ends(instance.number)
            if again.mode is not RecurrenceMode.ROLLING or instance.number == 1
            else (NOT_EVER if slots.ends is None else self._end_of(instance, slots, scope))
        )
        if slots.kept:
            over = window.closes if slots.ends is None else over
        if slots.kept or (again.mode is RecurrenceMode.ROLLING and slots.due is None):
            window = window._replace(closes=NOT_EVER)  # the next turn begins once this one is performed
        return window, over

    def _end_of(self, instance: Instance, slots: Slots, scope: Scope) -> Moment:
        """When the duty itself ends, after its renewals."""
        if slots.ends is None:
            return NOT_EVER
        end = self.whole.end(slots.ends, instance.duty.id, scope.opposed)
        renewal = instance.duty.renewal
        return end if renewal is None else self.whole.renewed(end, renewal)

    def _limit(self, instance: Instance, scope: Scope) -> Moment:
        """Where the obligor's being bound and the agreement end, whichever comes first; without turns, the series."""
        survives = instance.duty.survives_termination
        end = NOT_EVER if survives else self.whole.term_end()
        if recurs(instance.duty) is None:
            end = earliest(end, self._series(instance, scope))
        return end if survives else earliest(end, self.whole.members.left(instance.bearer))

    def _series(self, instance: Instance, scope: Scope) -> Moment:
        """When the series ends: a turn that has begun by then is still owed."""
        performed = instance.duty.performance
        if not isinstance(performed, Recurring) or performed.ends is None:
            return NOT_EVER
        return self.whole.end(performed.ends, instance.duty.id, scope.opposed)

    def limit(self, instance: Instance) -> Moment:
        """The last instant by which a turn has to begin in order to exist."""
        scope = self.scope(instance)
        end = earliest(self._limit(instance, scope), self._series(instance, scope))
        return earliest(end, earliest_of_all(moment for moment, _ in self._of_all(instance)))

    def _of_all(self, instance: Instance) -> list[tuple[Moment, State]]:
        return [] if instance.duty.survives_termination else list(self.whole.ends(instance.bearer))

    def endings(self, instance: Instance) -> list[tuple[Moment, State]]:
        """What may end an instance before its time, each with the state that this gives."""
        found = self._of_all(instance)
        if not self.ledger.declared(instance.bearer):
            return found
        for kind, state in ENDS.items():
            for matter in self.ledger.matters(instance.bearer, kind, instance.turn):
                moment = self.points.happening(matter.event, instance.bearer)
                if moment != NOT_EVER:
                    found.append((moment, state))
        return found

    # ---- deadline and violations

    def postponed(self, instance: Instance) -> Iterator[Stage]:
        """The deadlines that postponements of an instance state."""
        return self.deadlines.postponed(instance, self.scope(instance))

    def _last_due(self, instance: Instance, stated: Moment, opened: Moment, spells: list[Spell]) -> Instant:
        """The last deadline that is stated, at first or by postponements, and as spells move it; never before it is
        open."""
        kept = [clip(due, opened[0][0], NEVER) for due in (stated, *(s.due for s in self.postponed(instance)))]
        return max((deadline(self.ledger.axis, opened, due, spells)[-1][1] for due in kept if due), default=NEVER)

    def settle(self, terms: Terms, instance: Instance, others: Others | None = None) -> Terms:
        """The terms with when it is due and when violated; ``others`` are the deadlines of its alternatives."""
        duty, slots = instance.duty, self.slots(instance.duty, terms.reading)
        if slots.kept:
            violated, reported = self.violations.first(instance, terms)
            days = terms.days.settled(NOT_EVER, violated)
            return terms._replace(days=days, violations=(*terms.violations, *reported))
        due = self.deadlines.of(instance, terms, slots, self.scope(instance), others)
        violated = self.violations.effort(instance) if duty.modality is Modality.ENDEAVOUR else NOT_EVER
        days = terms.days.settled(due.days, violated)
        shown, flags = self.deadlines.shown(days, terms, due)
        return terms._replace(days=days, stages=due.stages, shown_due=shown, flags=flags)

    def is_told_broken(self, terms: Terms, instance: Instance) -> bool:
        """Whether a breach of the settled terms rests on more than silence: on a charge, a finding, a figure, a denial,
        an act that came late, or days that were watched."""
        days = terms.days
        ruled = self.ledger.findings(instance.duty.id, instance.bearer, instance.turn)
        if any(each.verdict is Verdict.BREACHED for each in ruled):
            return True
        if instance.duty.is_continuing:
            return bool(terms.violations) or any(self.amounts.beyond(instance, days.open, days.over))
        late = (told for _, told in terms.acts if told[0][0] > days.due[-1][1])
        return any(late) or self.acts.is_denied(instance) or not self.acts.may_go_unseen(instance, days.open, days.due)
