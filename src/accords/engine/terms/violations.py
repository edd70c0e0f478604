"""Violations of duties that are kept from day to day: charged, found, or unseen."""

from __future__ import annotations

from accords.engine.days.moments import (
    BEGIN,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    drop,
    earliest,
    earliest_of_all,
    may_be_never,
    on,
    rest,
    union,
)
from accords.engine.days.rounds import rounds_later
from accords.engine.days.spells import outside, standing_days
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.claims import Standing
from accords.engine.facts.clearing import Cleared, cleared_by
from accords.engine.facts.findings import Found
from accords.engine.facts.ledger import Ledger, Matter
from accords.engine.terms.amounts import Amounts
from accords.engine.terms.atoms import AmountExceeded, Atom, EventBreach, FoundDay, ToldBreach, UnseenViolation
from accords.engine.terms.instances import Instance
from accords.engine.terms.points import Points
from accords.engine.terms.terms import Terms, Violation, recurs
from accords.model.events import Event
from accords.model.turns import step_of
from accords.vocabulary import (
    EventKind,
    Modality,
    Verdict,
)

__all__ = ["Violations", "excess_key", "found_breach", "next_begins", "told_key"]


def found_breach(ledger: Ledger, instance: Instance) -> Moment:
    """The first day on which a body that decides found a breach; never, where that is not settled."""
    found = ledger.findings(instance.duty.id, instance.bearer, instance.turn)
    return earliest_of_all((each.days,) for each in found if each.settles and each.verdict is Verdict.BREACHED)


def next_begins(ledger: Ledger, instance: Instance, terms: Terms) -> Instant:
    """About when the turn after this one begins; never, where the duty does not come round."""
    again = recurs(instance.duty)
    if again is None or (step := step_of(again)) is None or again.times == instance.number:
        return NEVER
    return rounds_later(ledger.axis, terms.days.begins, step, 1, False)[0][0]


def told_key(found: Found, instance: Instance) -> Atom:
    """What worlds decide about a breach that a body is said to have found."""
    return ToldBreach(instance.duty.id, found.ruling.event_id, found.body, instance.bearer, instance.turn)


def excess_key(instance: Instance, number: int) -> Atom:
    """What worlds decide about one amount of an instance: whether, and when, it was beyond what is allowed."""
    return AmountExceeded(instance.key, number)


class Violations:
    """Finds the first violation of an instance."""

    def __init__(self, ledger: Ledger, points: Points, amounts: Amounts) -> None:
        self.ledger = ledger
        self.points = points
        self.amounts = amounts

    def first(self, instance: Instance, terms: Terms) -> tuple[Moment, tuple[Violation, ...]]:
        """The first violation in force, outside the spells in which the clock stands, and those that are reported."""
        ledger = self.ledger
        duty, bearer = instance.duty, instance.bearer
        endeavour = duty.modality is Modality.ENDEAVOUR
        found = ledger.findings(duty.id, bearer, instance.turn)
        clear = cleared_by(found)
        cleared = clear.surely
        first, reported = NOT_EVER, list[Violation]()
        for each in found:  # each may be of other days, and of another turn
            if each.settles and each.verdict is Verdict.BREACHED:
                ruled = self.points.atom(FoundDay(each.ruling.event_id, instance.key), (each.days,))
                reported.append((None, self._valid(ruled, None, terms)))
                first = earliest(first, reported[-1][1])
        for each in found:
            if each.verdict is Verdict.BREACHED and not each.settles and (not endeavour or self._decides(each, bearer)):
                told = self._told(each, instance, cleared, terms)
                reported += [(None, told)] if told != NOT_EVER else []
                first = earliest(first, told)
        for matter in ledger.matters(bearer, EventKind.CONDUCT, instance.turn):
            event, whose = matter.event, matter.whose
            charge = ledger.charge(event, bearer)
            if not charge.possible or not matter.reported:
                continue
            if endeavour and charge.standing is not Standing.FOUND and not self._found_wanting(event, bearer):
                continue
            days = self.points.happening(event, bearer)
            if not (charge.certain and whose is True) or clear.leaves(days) != days:
                days = self.points.atom(EventBreach(event.id, bearer), union((*days, *NOT_EVER)))
            days = clear.shortens(days, matter.fact.until)
            valid = self._valid(days, matter.fact.until, terms)
            if self.points.world.choose is not None and days != NOT_EVER and not _lies_in(valid, terms):
                valid = self._as_charged(instance, matter, clear, terms)
            if valid != NOT_EVER and (instance.number is None or valid[0][0] <= terms.days.over[-1][1]):
                reported.append((event, valid))
                first = earliest(first, valid)
        if not endeavour:
            opens = max(BEGIN, terms.days.open[0][0])
            unseen = drop(((opens, NEVER),), union((*ledger.watched(bearer), *cleared))) if opens < NEVER else NOT_EVER
            unseen = self.points.atom(UnseenViolation(instance.key), unseen)
            first = earliest(first, self._valid(unseen, None, terms))
            first = earliest(first, self._by_amount(instance, clear, terms))
        return first, tuple(reported)

    def _as_charged(self, instance: Instance, matter: Matter, clear: Cleared, terms: Terms) -> Moment:
        """The day of a charge, as reported, where the last that is given lies outside the time of the duty: the last
        inside it, but for turns that others follow on the days that are given."""
        given = matter.fact.asserted
        if given and next_begins(self.ledger, instance, terms) <= given[-1][1]:
            return NOT_EVER
        inside = rest(self._valid(clear.shortens(given, matter.fact.until), matter.fact.until, terms))
        inside = clip(inside, terms.days.open[0][0], terms.days.over[-1][1])
        return on(inside[-1][1]) if inside else NOT_EVER

    def as_told(self, instance: Instance, terms: Terms) -> Terms:
        """The settled terms without what nobody reports: spells, and releases and deadlines by other acts."""
        told = tuple(spell for spell in terms.spells if spell.told)
        if terms.tied_to_silence:
            terms = terms._replace(days=terms.days._replace(due=terms.stated_due))
        if terms.ended_alone is not None:
            days = terms.days._replace(ended=terms.ended_alone, released=NOT_EVER)
            ends = tuple(end for end in terms.ends if end[0] != terms.days.released)
            terms = terms._replace(days=days, ends=ends)
        if len(told) == len(terms.spells):
            return terms
        heard = terms._replace(spells=told)
        if not instance.duty.is_continuing:
            return heard
        return heard._replace(days=heard.days.settled(NOT_EVER, self.first(instance, heard)[0]))

    def effort(self, instance: Instance) -> Moment:
        """When a body that decides found, or is said to have found, that best efforts were not made."""
        ledger, bearer = self.ledger, instance.bearer
        told = [
            self.points.atom(told_key(each, instance), union((each.days, *NOT_EVER)))
            for each in ledger.findings(instance.duty.id, bearer, instance.turn)
            if each.verdict is Verdict.BREACHED and not each.settles and self._decides(each, bearer)
        ]
        return earliest_of_all([found_breach(ledger, instance), *told])

    def _found_wanting(self, event: Event, bearer: Bearer) -> bool:
        """Whether a body that decides is said to have found that a happening was a breach."""
        found = self.ledger.findings(event.id, bearer)
        return any(each.verdict is Verdict.BREACHED and self._decides(each, bearer) for each in found)

    def _decides(self, found: Found, bearer: Bearer) -> bool:
        """Whether the body decides or is accepted, or one side alone holds that it decides."""
        sides = self.ledger.sides(bearer)
        return found.binds or found.body in sides.leaning

    def _by_amount(self, instance: Instance, clear: Cleared, terms: Terms) -> Moment:
        """The first day on which an amount is beyond what is allowed: a figure needs no charge."""
        first = NOT_EVER
        for number, when in enumerate(self.amounts.violated(instance, terms.days, terms.spells, clear)):
            beyond = when.days if self.points.world.choose is None else when.reported
            if may_be_never(beyond):
                beyond = self.points.atom(excess_key(instance, number), beyond)
            first = earliest(first, self._valid(beyond, None, terms))
        return first

    def _told(self, found: Found, instance: Instance, cleared: Moment, terms: Terms) -> Moment:
        """The days of a breach that a body is said to have found, or found without its being settled; or never."""
        days = self.points.atom(told_key(found, instance), union((found.days, *NOT_EVER)))
        return self._valid(drop(days, cleared) or NOT_EVER, None, terms)

    def _valid(self, days: Moment, until: Instant | None, terms: Terms) -> Moment:
        """The days of a violation that fall where the duty is owed; never, where they may not."""
        opening = terms.days.open
        wide = standing_days(terms.spells, sure=False)
        narrow = standing_days(terms.spells, sure=True)
        found: list[tuple[Instant, Instant]] = []
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


def _lies_in(days: Moment, terms: Terms) -> bool:
    """Whether any of the days lies in the time in which the duty is owed."""
    return bool(clip(days, terms.days.open[0][0], min(NEVER - 1, terms.days.over[-1][1])))
