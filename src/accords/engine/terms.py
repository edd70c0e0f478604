"""The days that decide one instance: bound, triggered, open, due, performed, violated, ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from attrs import define, field, frozen

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
    on,
    rest,
    union,
)
from accords.engine.points import Points
from accords.engine.spells import Spell, SpellKind, deadline, outside, standing_days
from accords.engine.table import Env, State
from accords.model.conditions import Condition, Offset, OnDate
from accords.model.events import Event
from accords.model.obligations import Continuing, Obligation, Reading, Recurring, Suspension
from accords.vocabulary import (
    Act,
    BindsFrom,
    EventKind,
    Modality,
    Says,
    SuspensionEffect,
    Verdict,
)

__all__ = ["Builder", "Stage", "Terms", "is_continuing"]

_ENDS = {
    EventKind.RELEASE: State.RELEASED,
    EventKind.TERMINATION: State.TERMINATED,
    EventKind.SUPERSESSION: State.SUPERSEDED,
}


def is_continuing(duty: Obligation) -> bool:
    """Whether the duty is kept from day to day; one that comes round at no stated period counts as such."""
    performance = duty.performance
    if performance is None:
        return duty.modality is Modality.MUST_NOT
    return isinstance(performance, Continuing) or (isinstance(performance, Recurring) and performance.every is None)


@frozen
class Stage:
    """A deadline and the days from which it stands, where it was postponed."""

    since: Moment
    due: Moment


@define
class Terms:
    """Everything that decides one instance under one reading, as sets of possible days."""

    reading: Reading | None
    env: Env
    spells: tuple[Spell, ...] = ()
    ends: tuple[tuple[Moment, State], ...] = ()
    stages: tuple[Stage, ...] = ()
    stated_due: Moment = NOT_EVER
    flags: list[str] = field(factory=list)
    acts: list[tuple[Event, Moment]] = field(factory=list)
    violations: list[tuple[Event | None, Moment]] = field(factory=list)


class Builder:
    """Works out the terms of instances. What other duties contribute comes through ``points`` and ``kin``."""

    def __init__(self, ledger: Ledger, points: Points) -> None:
        self.ledger = ledger
        self.points = points
        self._term_end: Moment | None = None
        self._general_ends: list[tuple[Moment, State]] | None = None
        self._general_spells: list[Spell] | None = None

    # ---- the agreement

    def term_end(self) -> Moment:
        """The term's own end, after renewals."""
        if self._term_end is None or self.points.asked is not None:
            term = self.ledger.record.term
            end = NOT_EVER
            for condition in term.ends_if_any if term is not None else ():
                end = earliest(end, self.points.point(condition, closing=True)[0])
            if term is not None and term.renewal is not None and end != NOT_EVER:
                end = self._renewed(end)
            self._term_end = end
        return self._term_end

    def _renewed(self, first: Moment) -> Moment:
        term = self.ledger.record.term
        assert term is not None
        assert term.renewal is not None
        renewal = term.renewal
        notice = self.points.event(renewal.unless_event_id) if renewal.unless_event_id is not None else NOT_EVER
        limit = renewal.max_times if renewal.max_times is not None else 10_000
        found: list[tuple[Day, Day]] = []
        for n in range(limit + 1):
            end = self.ledger.axis.shift_moment(first, renewal.duration, times=n) if n else first
            last_word = self._before(end, renewal.notice)
            if n == limit or notice[-1][1] <= last_word[0][0] or end[0][0] >= NEVER:
                return union((*found, *end))
            if notice[0][0] <= last_word[-1][1]:
                found += end
            elif may_be_never(notice) and notice[0][0] == NEVER and renewal.max_times is None:
                return union((*found, *NOT_EVER))
            if n > 200:
                return union((*found, (end[0][0], NEVER)))
        return NOT_EVER

    def _before(self, end: Moment, notice: object) -> Moment:
        if notice is None:
            return end
        return self.ledger.axis.shift_moment(end, notice, times=-1)  # type: ignore[arg-type]

    def general_ends(self) -> list[tuple[Moment, State]]:
        """What ends the agreement as a whole: termination, supersession, provisional application without entry."""
        if self._general_ends is None or self.points.asked is not None:
            found: list[tuple[Moment, State]] = []
            for event in self.ledger.general:
                if event.kind in (EventKind.TERMINATION, EventKind.SUPERSESSION) or event.act is Act.DENUNCIATION:
                    moment = self.points.happening(event, None)
                    if moment != NOT_EVER:
                        found.append((moment, _ENDS.get(event.kind, State.TERMINATED)))
            term = self.ledger.record.term
            provisional = term.provisional_application if term is not None else None
            if provisional is not None and provisional.ends is not None:
                entry = self.points.entry()
                ends = self.points.point(provisional.ends, closing=True)[0]
                without = clip(rest(ends), BEGIN, entry[-1][1] - 1)
                if without:
                    sure = not may_be_never(ends) and ends[-1][1] < entry[0][0]
                    found.append((without if sure else union((*without, *NOT_EVER)), State.TERMINATED))
            self._general_ends = found
        return self._general_ends

    def general_spells(self) -> list[Spell]:
        """Suspensions of the agreement as a whole."""
        if self._general_spells is None or self.points.asked is not None:
            term = self.ledger.record.term
            found = [self.spell(s) for s in (term.suspensions if term is not None else ())]
            found += self._suspensions(self.ledger.general, None)
            self._general_spells = found
        return self._general_spells

    def bound_from(self, instance: Instance) -> Moment:
        """F: from when the obligor is bound."""
        if instance.duty.binds_from is BindsFrom.CONCLUSION:
            start = self.points.conclusion()
        else:
            start = self.points.entry()
            term = self.ledger.record.term
            if term is not None and term.provisional_application is not None:
                start = earliest(start, self.points.point(term.provisional_application.starts)[0])
        for party in self.ledger.record.parties:
            if party.bound_from is not None and party.actor_id in instance.bearer.obligor_ids:
                start = latest(start, self.points.point(party.bound_from)[0])
        return start

    # ---- spells

    def spell(self, suspension: Suspension, bound: object = None) -> Spell:
        """A suspension that the text itself provides for."""
        start = self.points.point(suspension.starts, bound=bound)[0]  # type: ignore[arg-type]
        end = self.points.point(suspension.ends, bound=bound)[0] if suspension.ends is not None else NOT_EVER  # type: ignore[arg-type]
        return Spell(start, end, SpellKind.SUSPENSION, suspension.effect is SuspensionEffect.STOPS_THE_CLOCK)

    def _suspensions(self, events: list[Event], bearer: Bearer | None) -> list[Spell]:
        found: list[Spell] = []
        for event in events:
            if event.kind is not EventKind.SUSPENSION:
                continue
            start = self.points.happening(event, bearer)
            if start == NOT_EVER:
                continue
            until = self.ledger.fact(event, bearer).until
            end = NOT_EVER if until is None else on(until + 1)
            for other in events:
                if other.kind is EventKind.RESUMPTION and (
                    not other.about_event_ids or event.id in other.about_event_ids
                ):
                    resumed = self.points.happening(other, bearer)
                    after = clip(rest(resumed), start[0][0], NEVER)
                    sure = not may_be_never(resumed) and resumed[0][0] >= start[-1][1]
                    end = earliest(end, after if sure else union((*after, *NOT_EVER)))
            found.append(Spell(start, end, SpellKind.SUSPENSION))
        return found

    def _spells(self, instance: Instance) -> list[Spell]:
        duty = instance.duty
        found = [*self.general_spells(), *(self.spell(s, instance.bound) for s in duty.suspensions)]
        found += self._suspensions(self.ledger.bearing.get(duty.id, []), instance.bearer)
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
        replaced = reading.replaces if reading is not None else None

        def slot(name: str) -> Condition | None:
            new: Condition | None = getattr(replaced, name) if replaced is not None else None
            return new if new is not None else getattr(duty, name)

        bound_at = self.bound_from(instance)
        trigger, not_before, ends = slot("trigger"), slot("not_before"), slot("ends")
        triggered, impossible = points.point(trigger, bound=bound) if trigger is not None else (bound_at, NOT_EVER)
        if instance.bound is not None and trigger is None:
            triggered = points.event(instance.bound[1])
        opens = points.point(not_before, bound=bound)[0] if not_before is not None else ALWAYS
        if instance.opens is not None:
            opens = latest(opens, instance.opens)
        end = self.term_end()
        if ends is not None:
            end = earliest(end, points.point(ends, True, bound)[0])
        if isinstance(performed := duty.performed, Recurring) and performed.ends is not None:
            end = earliest(end, points.point(performed.ends, True, bound)[0])
        for party in self.ledger.record.parties:
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
        due = slot("due")
        terms.stated_due = points.point(due, True, bound)[0] if due is not None else NOT_EVER
        if instance.closes is not None:
            terms.stated_due = instance.closes
        terms.env["P"] = self._performed(instance, terms)
        return terms

    def _endings(self, instance: Instance) -> list[tuple[Moment, State]]:
        duty = instance.duty
        found = [] if duty.survives_termination else list(self.general_ends())
        for event in self.ledger.bearing.get(duty.id, ()):
            if event.kind in _ENDS:
                moment = self.points.happening(event, instance.bearer)
                if moment != NOT_EVER:
                    found.append((moment, _ENDS[event.kind]))
        return found

    # ---- performance

    def _acts(self, instance: Instance) -> tuple[Slotted, ...]:
        if instance.acts is not None:
            return instance.acts
        found: list[Slotted] = []
        for event in self.ledger.full_acts(instance.duty.id):
            whose = self.ledger.acts_for(event, instance.bearer)
            if whose is False or not self.ledger.reported(event, instance.bearer):
                continue
            found.append(Slotted(event, self.points.happening(event, instance.bearer), whose is True))
        return tuple(found)

    def not_done_by(self, instance: Instance) -> Day:
        """The last day for which it is established that nothing had been performed."""
        floor = BEGIN - 1
        ledger, bearer = self.ledger, instance.bearer
        for event in ledger.full_acts(instance.duty.id):
            if instance.number is not None and event.instance not in (None, instance.number):
                continue
            if ledger.acts_for(event, bearer) is True and (instance.number is None or event.instance is not None):
                floor = max(floor, ledger.fact(event, bearer).floor)
            pinned = self.points.pins.get(("floor", event.id, bearer)) if self.points.pins else None
            if pinned is not None:
                floor = max(floor, pinned[0][0])
        if instance.number is None:
            sides = ledger.sides(bearer)
            for event in ledger.bearing.get(instance.duty.id, ()):
                if event.kind is not EventKind.CONDUCT or ledger.acts_for(event, bearer) is not True:
                    continue
                weighed = ledger.charge(event, bearer)
                if weighed.standing in (Standing.ADMITTED, Standing.FOUND) and weighed.certain:
                    days = [
                        s.first for s in ledger.visible.statements[event.id] if s.says is Says.BREACH and not s.ahead
                    ]
                    floor = max(floor, *days) if days else floor
            ruled = list(ledger.rulings(instance.duty.id, bearer))
            if not any(r.finding.verdict is Verdict.FULFILLED for r in ruled):
                for ruling in ruled:
                    if ruling.finding.verdict is Verdict.BREACHED and ruling.body in sides.deciders:
                        floor = max(floor, ruling.first)
        return floor

    def _performed(self, instance: Instance, terms: Terms) -> Moment:
        """P: the earliest act that counts, or one that nobody reported."""
        env, ledger = terms.env, self.ledger
        opens, bound_at = env["N"], env["A"]
        sure, loose = NOT_EVER, NOT_EVER
        for act in self._acts(instance):
            counting = clip(act.days, opens[0][0], NEVER)
            if not counting:
                terms.flags.append("too_early")
                continue
            if act.days[0][0] < opens[-1][1]:
                counting = union((*counting, *NOT_EVER))
            if counting[0][0] < bound_at[0][0]:
                terms.flags.append("before_bound")
            counts = latest(counting, bound_at)
            terms.acts.append((act.event, counts))
            fact = ledger.fact(act.event, instance.bearer)
            if act.sure and fact.certain:
                sure = earliest(sure, counts)
            else:
                loose = earliest(loose, counts if act.sure else union((*counts, *NOT_EVER)))
        found_done = (
            [r for r in ledger.rulings(instance.duty.id, instance.bearer) if r.finding.verdict is Verdict.FULFILLED]
            if instance.number is None
            else []
        )
        at_odds = bool(found_done) and self._found_breach(instance) != NOT_EVER
        for ruling in found_done:
            days = self.points.atom(
                ("found", ruling.event_id), ((ruling.first if ruling.dated else BEGIN, ruling.last),)
            )
            if at_odds:
                loose = earliest(loose, union((*latest(days, env["O"]), *NOT_EVER)))
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
            env["V"] = self._violated(instance, terms)
            return
        env["V"] = self._found_breach(instance) if duty.modality is Modality.ENDEAVOUR else NOT_EVER
        stated = terms.stated_due if others is None else others
        stages = [Stage(ALWAYS, self._due(terms, stated))]
        for event in self.ledger.bearing.get(duty.id, ()):
            if event.kind is not EventKind.POSTPONEMENT or event.new_due is None or others is not None:
                continue  # what is due with another's act moves with that act alone
            if event.instance is not None and instance.number is not None and event.instance != instance.number:
                continue
            day = self.points.happening(event, instance.bearer)
            if day[0][0] >= NEVER:
                continue
            new = self._due(terms, self.points.point(event.new_due, True, instance.bound)[0])
            stages.append(Stage(day, new))
        stages[1:] = sorted(stages[1:], key=lambda stage: stage.since)
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
            if due.duration.exact_seconds and not due.duration.total_days and not due.duration.total_months:
                limit = due.anchor.value.moment + timedelta(seconds=due.duration.exact_seconds)
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
            terms.flags.append("due_before_start")
            return NOT_EVER
        if stated[0][0] < opening[-1][1]:
            if opening[-1][1] < NEVER or stated[0][0] < opening[0][0]:
                terms.flags.append("due_may_be_before_start")
            return union((*deadline(opening, kept, terms.spells), *NOT_EVER))
        return deadline(opening, kept, terms.spells)

    def _due_at(self, terms: Terms, t: Day) -> Moment:
        """D at t: the deadline as postponed by then, where the postponement came before performance and end."""
        due = terms.stages[0].due
        edge = earliest(terms.env["P"], terms.env["X"])
        for stage in terms.stages[1:]:
            may = stage.since[0][0] <= min(t, edge[-1][1])
            must = stage.since[-1][1] <= min(t, edge[0][0])
            if must:
                due = stage.due
            elif may:
                due = union((*due, *stage.due))
        return due

    def _found_breach(self, instance: Instance) -> Moment:
        found = NOT_EVER
        sides = self.ledger.sides(instance.bearer)
        for ruling in self.ledger.rulings(instance.duty.id, instance.bearer):
            if ruling.finding.verdict is Verdict.BREACHED and ruling.body in sides.deciders:
                found = earliest(found, ((ruling.first, ruling.last),))
        return found

    def _violated(self, instance: Instance, terms: Terms) -> Moment:
        """V: the first violation in force, outside the spells in which the clock stands."""
        ledger, env = self.ledger, terms.env
        duty, bearer = instance.duty, instance.bearer
        endeavour = duty.modality is Modality.ENDEAVOUR
        cleared = union(
            (r.first, r.last)
            for r in ledger.rulings(duty.id, bearer)
            if r.finding.verdict is Verdict.NOT_BREACHED and r.body in ledger.sides(bearer).deciders
        )
        first = self._found_breach(instance)
        if first != NOT_EVER:
            first = self._valid(self.points.atom(("found", duty.id), first), None, terms)
            terms.violations.append((None, first))
        for event in ledger.bearing.get(duty.id, ()):
            if event.kind is not EventKind.CONDUCT:
                continue
            whose = ledger.acts_for(event, bearer)
            charge = ledger.charge(event, bearer)
            if whose is False or not charge.possible or not ledger.reported(event, bearer):
                continue
            if endeavour and charge.standing is not Standing.FOUND:
                continue
            fact = ledger.fact(event, bearer)
            days = self.points.happening(event, bearer)
            if not (charge.certain and whose is True):
                days = self.points.atom(("charge", event.id, bearer), union((*days, *NOT_EVER)))
            days = drop(days, cleared) or NOT_EVER
            valid = self._valid(days, fact.until, terms)
            if valid != NOT_EVER:
                terms.violations.append((event, valid))
                first = earliest(first, valid)
        if not endeavour:
            opens = max(BEGIN, env["O"][0][0])
            unseen = drop(((opens, NEVER),), union((*ledger.watched(bearer), *cleared))) if opens < NEVER else NOT_EVER
            unseen = self.points.atom(("violation", instance.key), unseen)
            first = earliest(first, self._valid(unseen, None, terms))
        return first

    def _valid(self, days: Moment, until: Day | None, terms: Terms) -> Moment:
        """The days of a violation that fall where the duty is owed; never, where they may not."""
        opening = terms.env["O"]
        wide = standing_days(terms.spells, sure=False)
        narrow = standing_days(terms.spells, sure=True)
        found: list[tuple[Day, Day]] = []
        for first, last in days:
            if first >= NEVER:
                found.append((NEVER, NEVER))
                continue
            stop = last if until is None else max(until, last)
            low = max(first, opening[0][0])
            low = outside(low, narrow)
            limit = stop if stop < NEVER else NEVER
            if low <= limit:
                high = (
                    max(last, low) if until is None else max(low, min(limit, outside(max(last, opening[-1][1]), wide)))
                )
                found.append((low, min(high, limit)))
            touched = first < opening[-1][1] or any(a <= last and first < b for a, b in wide)
            if (touched and until is None) or (until is not None and outside(max(last, opening[-1][1]), wide) > until):
                found.append((NEVER, NEVER))
        return drop(union(found), tuple((a, b - 1) for a, b in narrow if b > a and until is None)) or NOT_EVER
