"""Builds the terms of one instance: the days that decide it, from conditions and facts."""

from __future__ import annotations

from datetime import datetime, timedelta

from accords.engine.claims import Standing
from accords.engine.instances import Instance, Slotted
from accords.engine.ledger import Bearer, Ledger
from accords.engine.moments import (
    ALWAYS,
    BEGIN,
    NEVER,
    NOT_EVER,
    Day,
    Moment,
    clip,
    drop,
    earliest,
    latest,
    may_be_never,
    maybe,
    on,
    rest,
    union,
)
from accords.engine.points import Points
from accords.engine.spells import Spell, SpellKind, deadline
from accords.engine.table import State
from accords.engine.terms import Stage, Terms, follows, is_continuing
from accords.engine.violations import Violations, found_breach
from accords.engine.whole import ENDS, Whole
from accords.model.conditions import Offset, OnDate
from accords.model.events import Event
from accords.model.obligations import Obligation, Reading, Recurring
from accords.vocabulary import (
    BindsFrom,
    EventKind,
    Modality,
    Says,
    Verdict,
)

__all__ = ["Builder"]


class Builder:
    """Works out the terms of instances. What other duties contribute comes through ``points`` and ``kin``."""

    def __init__(self, ledger: Ledger, points: Points) -> None:
        self.ledger = ledger
        self.points = points
        self.whole = Whole(ledger, points)
        self.violations = Violations(ledger, points)
        self._joining = [party for party in ledger.record.parties if party.bound_from or party.bound_until]

    def bound_from(self, instance: Instance) -> Moment:
        """F: from when the obligor is bound."""
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

    def _spells(self, instance: Instance) -> list[Spell]:
        duty = instance.duty
        found = [*self.whole.spells(), *(self.whole.spell(s, instance.bound) for s in duty.suspensions)]
        if suspended := self.ledger.matters(instance.bearer, EventKind.SUSPENSION):
            about = (*suspended, *self.ledger.matters(instance.bearer, EventKind.RESUMPTION))
            found += self.whole.suspensions([matter.event for matter in about], instance.bearer)
        if duty.excused_if is not None:
            start = self.points.point(duty.excused_if, bound=instance.bound)[0]
            found.append(Spell(start, NOT_EVER, SpellKind.EXCUSE))
        for ruling in self.ledger.rulings(duty.id, instance.bearer):
            if ruling.finding.verdict is Verdict.EXCUSED:
                found.append(Spell(on(ruling.first), NOT_EVER, SpellKind.EXCUSE))
            elif ruling.finding.verdict is Verdict.NOT_BREACHED and not is_continuing(duty):
                found.append(Spell(((ruling.first, ruling.first), *NOT_EVER), NOT_EVER, SpellKind.EXCUSE))
        return [spell for spell in found if spell.start != NOT_EVER]

    # ---- one instance

    def base(self, instance: Instance, reading: Reading | None) -> Terms:
        """The terms without what other duties of a linkage contribute, and without deadline and violations."""
        duty, points, bound = instance.duty, self.points, instance.bound
        trigger, not_before, due, ends = duty.trigger, duty.not_before, duty.due, duty.ends
        if reading is not None and (new := reading.replaces) is not None:
            trigger, not_before = new.trigger or trigger, new.not_before or not_before
            due, ends = new.due or due, new.ends or ends
        bound_at = self.bound_from(instance)
        triggered, impossible = points.point(trigger, bound=bound) if trigger is not None else (bound_at, NOT_EVER)
        if instance.bound is not None and trigger is None:
            triggered = points.event(instance.bound[1])
        opens = points.point(not_before, bound=bound)[0] if not_before is not None else ALWAYS
        if instance.opens is not None:
            opens = latest(opens, instance.opens)
        end = self.whole.term_end()
        if ends is not None:
            end = earliest(end, points.point(ends, True, bound)[0])
        if isinstance(performed := duty.performance, Recurring) and performed.ends is not None:
            end = earliest(end, points.point(performed.ends, True, bound)[0])
        for party in self._joining:
            if party.bound_until is not None and party.actor_id in instance.bearer.obligor_ids:
                end = earliest(end, points.point(party.bound_until, True)[0])
        endings = self._endings(instance)
        out = NOT_EVER
        for moment, _ in endings:
            out = earliest(out, moment)
        env = {"F": bound_at, "G": triggered, "N": opens, "X": out, "E": end, "L": impossible}
        terms = Terms(reading, env, tuple(self._spells(instance)), tuple(endings))
        terms.env["A"] = latest(bound_at, triggered)
        terms.env["O"] = latest(terms.env["A"], opens)
        terms.stated_due = points.point(due, True, bound)[0] if due is not None else NOT_EVER
        if instance.closes is not None:
            terms.stated_due = instance.closes
        terms.env["P"] = self._performed(instance, terms)
        return terms

    def _endings(self, instance: Instance) -> list[tuple[Moment, State]]:
        duty = instance.duty
        found = [] if duty.survives_termination else list(self.whole.ends())
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
            if act.whose is not False and act.reported
        ]

    def not_done_by(self, instance: Instance) -> Day:
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
            ruled = ledger.rulings(instance.duty.id, bearer)
            if not any(r.finding.verdict is Verdict.FULFILLED for r in ruled):
                for ruling in ruled:
                    if ruling.finding.verdict is Verdict.BREACHED and ruling.body in ledger.sides(bearer).deciders:
                        floor = max(floor, ruling.first)
        return floor

    def _performed(self, instance: Instance, terms: Terms) -> Moment:
        """P: the earliest act that counts, or one that nobody reported."""
        env, ledger = terms.env, self.ledger
        opens, bound_at = env["N"], env["A"]
        sure, loose = NOT_EVER, NOT_EVER
        flags: list[str] = []
        counted: list[tuple[Event, Moment]] = []
        for act in instance.acts if instance.acts is not None else self.acts(instance.bearer):
            counting = clip(act.days, opens[0][0], NEVER)
            if not counting:
                flags.append("too_early")
                continue
            if act.days[0][0] < opens[-1][1]:
                counting = maybe(counting)
            if counting[0][0] < bound_at[0][0]:
                flags.append("before_bound")
            counts = latest(counting, bound_at)
            counted.append((act.event, counts))
            fact = ledger.fact(act.event, instance.bearer)
            if act.sure and fact.certain:
                sure = earliest(sure, counts)
            else:
                loose = earliest(loose, counts if act.sure else maybe(counts))
        terms.flags, terms.acts = (*terms.flags, *dict.fromkeys(flags)), (*terms.acts, *counted)
        found_done = (
            [r for r in ledger.rulings(instance.duty.id, instance.bearer) if r.finding.verdict is Verdict.FULFILLED]
            if instance.number is None
            else []
        )
        at_odds = bool(found_done) and found_breach(self.ledger, instance) != NOT_EVER
        for ruling in found_done:
            days = self.points.atom(
                ("found", ruling.event_id), ((ruling.first if ruling.dated else BEGIN, ruling.last),)
            )
            if at_odds:
                loose = earliest(loose, maybe(latest(days, env["O"])))
            else:
                sure = earliest(sure, latest(days, env["O"]))
        if not may_be_never(sure):
            return earliest(sure, loose)
        unseen = earliest(loose, self._unseen(instance, terms))
        done = rest(sure)
        return union((*earliest(done, loose), *unseen)) if done else unseen

    def _unseen(self, instance: Instance, terms: Terms) -> Moment:
        """The days on which an act may have happened that nobody reported."""
        first = max(terms.env["O"][0][0], self.not_done_by(instance) + 1)
        days = drop(((first, NEVER),), self.ledger.watched(instance.bearer)) if first < NEVER else NOT_EVER
        return latest(self.points.atom(("act", instance.key), days), terms.env["O"])

    # ---- deadline and violations

    def settle(self, terms: Terms, instance: Instance, t: Day, others: Moment | None, kin: tuple[Spell, ...]) -> None:
        """Fill in D and V. ``others`` is the first performance by those it is simultaneous with, shifted."""
        env = terms.env
        duty = instance.duty
        terms.spells = (*terms.spells, *kin)
        if is_continuing(duty):
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
            new = self._due(terms, self.points.point(event.new_due, True, instance.bound)[0])
            stages.append(Stage(day, new))
        terms.stages = tuple(stages)
        env["D"] = self._due_at(terms, t)
        if env["D"] == env["P"] == terms.stated_due != NOT_EVER and self._after_the_hour(terms, duty):
            # The act came on the due day, after the hour: for the table the deadline was over the day before.
            env["D"] = on(env["D"][0][0] - 1)

    def _after_the_hour(self, terms: Terms, duty: Obligation) -> bool:
        """Whether act and deadline both name a time of day, and the act's is later."""
        due = terms.reading.replaces.due if terms.reading is not None and terms.reading.replaces is not None else None
        due = due if due is not None else duty.due
        limit: datetime | None = None
        if isinstance(due, OnDate):
            limit = due.value.moment
        elif isinstance(due, Offset) and isinstance(due.anchor, OnDate) and due.anchor.value.moment is not None:
            counted = due.duration
            if counted is not None and counted.total_days == counted.total_months == 0 != counted.exact_seconds:
                limit = due.anchor.value.moment + timedelta(seconds=counted.exact_seconds)
        if limit is None or terms.env["P"][0][0] != terms.env["P"][-1][1]:
            return False
        hours: list[datetime | None] = []
        for event, days in terms.acts:
            if days == terms.env["P"]:
                said = [s for s in self.ledger.visible.statements[event.id] if s.says is Says.OCCURRED]
                hours += [s.claim.when.moment if s.claim.when is not None else None for s in said]
        known = [hour for hour in hours if hour is not None]
        return bool(known) and len(known) == len(hours) and min(known) > limit

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
            return maybe(deadline(opening, kept, terms.spells))
        return deadline(opening, kept, terms.spells)

    def _due_at(self, terms: Terms, t: Day) -> Moment:
        """D at t: the deadline as postponed by then, where the postponement came before performance and end."""
        edge = earliest(terms.env["P"], terms.env["X"])
        begun = [stage for stage in terms.stages if stage.since[0][0] <= min(t, edge[-1][1])]
        sure = [stage for stage in begun if stage.since[-1][1] <= min(t, edge[0][0])]
        last = [stage for stage in begun if not any(follows(other, stage) for other in sure)]
        return union(day for stage in last for day in stage.due)
