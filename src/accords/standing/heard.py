"""Who is heard on an instance: what is reported, who says that nothing was breached, that it is over, or due later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accords.engine.days.moments import BEGIN, Instant, clip
from accords.engine.facts.bearers import Waiting
from accords.engine.facts.claims import Fact, Standing
from accords.engine.facts.hearing import Favours
from accords.engine.facts.ledger import Ledger, Matter
from accords.engine.terms.instances import Instance
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms
from accords.engine.worlds.assess import Assessed
from accords.engine.worlds.disputes import Contention
from accords.engine.worlds.flags import is_told
from accords.model.conditions import Condition
from accords.model.obligations import Obligation
from accords.model.walk import events_in
from accords.standing.amounts import MeasuredAmount, partly_done
from accords.standing.naming import Heard, claim_key
from accords.vocabulary import EventKind, Extent, Says, Verdict

__all__ = [
    "ONE_SIDED",
    "cleared_by",
    "ends_of_all",
    "heard_of",
    "is_lifted_by_own_charge",
    "lifted",
    "moved_by_ids",
    "part_told",
]

ONE_SIDED = (Standing.CLAIMED, Standing.REPORTED)
"""How well stands what one side says alone, or others apart."""


def cleared_by(ledger: Ledger, instance: Instance, terms: Terms, t: Instant) -> tuple[str | None, ...]:
    """Those who say of anything up to ``t`` that bears on the duty that it was no breach; of a turn, of what is not
    reported of the time of another one alone."""
    since = BEGIN if instance.number is None else terms.days.begins[0][0]
    until = t if instance.number is None else min(t, terms.days.over[-1][1])
    return tuple(
        dict.fromkeys(
            said.teller
            for matter in ledger.matters(instance.bearer, turn=instance.turn)
            if not matter.fact.asserted or clip(matter.fact.asserted, since, until)
            for said in ledger.visible.statements[matter.event.id]
            if said.says is Says.NO_BREACH
        )
    )


def heard_of(ledger: Ledger, found: Assessed, t: Instant) -> Heard:
    """What is reported of an instance that need not perform it, or breach it where it is kept from day to day."""
    instance = found.instance
    if instance.duty.is_continuing:
        return Heard.CONDUCT if _is_charged(ledger, found, t) else Heard.NOTHING
    mine = {each.event.id for each in instance.acts} if instance.acts is not None else None
    told = [
        matter
        for matter in ledger.matters(instance.bearer)
        if matter.reported and matter.event.instance in (None, instance.number)
    ]
    acts = [
        matter
        for matter in told
        if matter.event.kind is EventKind.PERFORMANCE and (mine is None or matter.event.id in mine)
    ]
    if any(matter.fact.certain for matter in acts) and not _is_whole(found, acts):
        return Heard.PART
    if acts:
        return Heard.PART_SAID if _is_said_in_part(found, acts) else Heard.ACT
    conduct = any(matter.event.kind is EventKind.CONDUCT for matter in told) and instance.number is None
    return Heard.CONDUCT if conduct else Heard.NOTHING


def _is_charged(ledger: Ledger, found: Assessed, t: Instant) -> bool:
    """Whether a breach is charged or found of any day up to ``t``, be it one on which the duty was not owed; of a turn,
    where it is of that one or of a day on which that one may have been owed."""
    instance = found.instance
    charged = (
        ledger.charge(matter.event, instance.bearer).possible
        for matter in ledger.matters(instance.bearer, EventKind.CONDUCT)
        if matter.reported and is_told(ledger, instance, found.terms, matter)
        if not matter.fact.asserted or matter.fact.asserted[0][0] <= t
    )
    ruled = ledger.findings(instance.duty.id, instance.bearer, instance.turn) if instance.number is None else ()
    return any(charged) or any(each.verdict is Verdict.BREACHED and each.days[0] <= t for each in ruled)


def _is_whole(found: Assessed, acts: Iterable[Matter]) -> bool:
    """Whether the acts of an instance are said to be all of it, as far as anything is said of that."""
    if any(each.promise.least is not None for each in found.amounts):
        return not any(each.partly for each in found.amounts)
    return any(act.event.extent is not Extent.PARTIAL for act in acts)


def _is_said_in_part(found: Assessed, acts: Iterable[Matter]) -> bool:
    """Whether nobody says that the acts of an instance were all of it, nor leaves open how much they were."""
    asked = [each for each in found.amounts if each.promise.least is not None]
    if asked:
        return any(each.partly and not each.unknown and each.most < (each.promise.least or 0) for each in asked)
    return all(act.event.extent is Extent.PARTIAL for act in acts)


def part_told(ledger: Ledger, found: Assessed) -> tuple[MeasuredAmount | str, ...]:
    """How much of what is promised is established: by figures, or as the record words it where the duty states none."""
    return partly_done(found) if found.amounts else tuple(_as_told(ledger, found.instance))


def _as_told(ledger: Ledger, instance: Instance) -> Iterator[str]:
    """What the record says of how much established acts in part were, where the duty states no amounts."""
    for matter in ledger.matters(instance.bearer, EventKind.PERFORMANCE):
        event = matter.event
        mine = event.extent is Extent.PARTIAL and event.instance in (None, instance.number)
        if mine and matter.reported and matter.fact.certain and (event.extent_text or event.count is not None):
            yield event.extent_text or str(event.count)


def moved_by_ids(ledger: Ledger, found: Assessed) -> tuple[str | None, ...]:
    """Those on whose word alone another deadline is possible: empty where none is, or a postponement is established."""
    if found.due == found.possible_due:
        return ()
    moved = ledger.matters(found.instance.bearer, EventKind.POSTPONEMENT, found.instance.turn)
    said = [matter.fact for matter in moved if matter.fact.asserted]
    if any(fact.standing is Standing.ESTABLISHED for fact in said):
        return ()
    return tuple(dict.fromkeys(who for fact in said for who in fact.sayers))


def is_lifted_by_own_charge(ledger: Ledger, found: Assessed) -> bool:
    """Whether it is contested by nothing but a charge against another duty, which only those make who owe this one."""
    if found.reported is not State.BREACHED or found.instance.duty.is_continuing or not found.disputes:
        return False
    bearer, speakers = found.instance.bearer, ledger.speakers
    own = {speakers.camp(who) for who in bearer.obligor_ids}
    about = {matter.event.id for matter in ledger.matters(bearer)}
    theirs = [who is not None and own >= {speakers.camp(one) for one in speakers.voices.belongs_to(who)}
              for dispute in found.disputes for who in dispute.sayers]  # fmt: skip
    return all(theirs) and all(
        each.matters == (Contention.BREACHED,) and each.event_id not in about and State.EXCUSED in each.if_so
        for each in found.disputes
    )


def lifted(ledger: Ledger, instance: Instance) -> Iterator[tuple[State, str, Fact]]:
    """What excuses from the duty, lets it stand still, ends it or forestalls it, as one side says: the state to which
    that leads, what is said, and of what."""
    own, duty = Waiting(instance.bearer, Favours.OBLIGOR), instance.duty
    for state, phrase, condition in _lifting(duty):
        yield from ((state, phrase, fact) for fact in _told(ledger, condition, own))
    if not duty.survives_termination:
        yield from ((*_over(duty), fact) for fact in ends_of_all(ledger))


def ends_of_all(ledger: Ledger) -> Iterator[Fact]:
    """The events that end the agreement by its own terms, as one side says."""
    term = ledger.record.term
    for condition in term.ends_if_any if term is not None else ():
        yield from _told(ledger, condition, Waiting(None, Favours.EITHER))


def _lifting(duty: Obligation) -> Iterator[tuple[State, str, Condition | None]]:
    yield State.EXCUSED, claim_key(State.EXCUSED, False), duty.excused_if
    for suspension in duty.suspensions:
        yield State.SUSPENDED, "saying.suspended", suspension.starts
    yield *_over(duty), duty.ends
    yield State.LAPSED, claim_key(State.LAPSED, False), duty.trigger


def _over(duty: Obligation) -> tuple[State, str]:
    return (State.FULFILLED, "saying.over") if duty.is_continuing else (State.EXPIRED, claim_key(State.EXPIRED, False))


def _told(ledger: Ledger, condition: Condition | None, waiting: Waiting) -> Iterator[Fact]:
    """The events for which a condition waits, of which one side alone, or others apart, say that they happened."""
    for event_id in sorted(events_in(condition)):
        event = ledger.events.get(event_id)
        for each in () if event is None else (event, *ledger.occurrences.get(event_id, ())):
            fact = ledger.fact(each, waiting) if waiting in ledger.subjects(each) else None
            if fact is not None and fact.standing in ONE_SIDED and fact.asserted:
                yield fact
