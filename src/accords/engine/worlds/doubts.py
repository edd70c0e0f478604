"""What is disputed about one instance besides events and readings: whether it binds, and what bodies found."""

from __future__ import annotations

from collections.abc import Iterator

from accords.engine.days.moments import BEGIN, NEVER, NOT_EVER, Instant, Moment, clip, rest
from accords.engine.facts.claims import Standing
from accords.engine.facts.clearing import cleared_by
from accords.engine.facts.findings import Found
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.atoms import Atom, BoundParty, EventDay, FoundDay
from accords.engine.terms.instances import Instance
from accords.engine.terms.solver import Solved, Solver
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms
from accords.engine.terms.violations import excess_key, told_key
from accords.engine.terms.world import World
from accords.engine.worlds.disputes import Contention, Dispute
from accords.engine.worlds.rows import rows_of
from accords.vocabulary import Says, Verdict

__all__ = ["doubts"]


def doubts(ledger: Ledger, solver: Solver, solved: Solved, t: Instant) -> Iterator[Dispute]:
    """The matters about an instance that, decided either way, give different states."""
    instance, terms = solved
    for party in instance.bearer.obligor_ids:
        if party in ledger.speakers.doubted:
            key: Atom = BoundParty(party)
            days = solver.builder.bound_if_party(instance)
            yield from _decided(
                solver, instance, t, {key: days}, None, (Contention.BOUND,), ledger.speakers.doubted[party], ()
            )
    yield from _amounts(solver, instance, t)
    if len(terms) == 1 and not instance.duty.is_continuing and terms[0].days.due != NOT_EVER:
        yield from _times(ledger, solver, instance, terms[0], t)
    found = ledger.findings(instance.duty.id, instance.bearer, instance.turn)
    for each in found:
        if each.standing is Standing.CONTESTED and each.verdict in (Verdict.BREACHED, Verdict.FULFILLED):
            against = each.denied_by if not each.at_odds else _others(each, found)
            yield from _decided(
                solver,
                instance,
                t,
                {_key(each, instance): (each.days,)},
                each.ruling.event_id,
                (Contention.FOUND,),
                each.by,
                against,
            )


def _amounts(solver: Solver, instance: Instance, t: Instant) -> Iterator[Dispute]:
    """The amounts of which somebody says that they are beyond what is allowed, and somebody that they are less."""
    if not (instance.duty.quantities and instance.duty.is_continuing):
        return
    base = solver.builder.base(instance, None)
    clear = cleared_by(solver.ledger.findings(instance.duty.id, instance.bearer, instance.turn))
    violated = solver.builder.amounts.violated(instance, base.days, base.spells, clear)
    for number, when in enumerate(violated):
        if when.sayers and when.deniers and rest(when.days):
            so: dict[Atom, Moment] = {excess_key(instance, number): rest(when.contested or when.days)}
            yield from _decided(solver, instance, t, so, None, (Contention.AMOUNT,), when.sayers, when.deniers)


def _times(ledger: Ledger, solver: Solver, instance: Instance, terms: Terms, t: Instant) -> Iterator[Dispute]:
    """The acts that are established, and of which some say that they came in time, and others that they came late."""
    due = terms.days.due
    for event, _ in terms.acts:
        fact = ledger.fact(event, instance.bearer)
        if fact.disputed or not fact.certain or "dates differ" not in fact.flags:
            continue
        told = [s for s in fact.used if s.says is Says.OCCURRED and not s.ahead and s.finding_id is None]
        early, late = clip(fact.days, BEGIN, due[0][0]), clip(fact.days, due[-1][1] + 1, NEVER)
        sayers = tuple(dict.fromkeys(s.teller for s in told if clip(early, s.first, s.last) and s.last <= due[0][0]))
        deniers = tuple(dict.fromkeys(s.teller for s in told if clip(late, s.first, s.last) and s.first > due[-1][1]))
        if sayers and deniers and set(sayers) != set(deniers):
            key = EventDay(event.id, instance.bearer)
            yield from _decided(
                solver, instance, t, {key: early}, event.id, (Contention.IN_TIME,), sayers, deniers, {key: late}
            )


def _others(found: Found, rulings: tuple[Found, ...]) -> tuple[str | None, ...]:
    return tuple(each.body for each in rulings if each.at_odds and each.body != found.body)


def _key(found: Found, instance: Instance) -> Atom:
    return told_key(found, instance) if found.verdict is Verdict.BREACHED else FoundDay(found.ruling.event_id)


def _decided(
    solver: Solver,
    instance: Instance,
    t: Instant,
    so: dict[Atom, Moment],
    event_id: str | None,
    matters: tuple[Contention, ...],
    sayers: tuple[str | None, ...],
    deniers: tuple[str | None, ...],
    otherwise: dict[Atom, Moment] | None = None,
) -> Iterator[Dispute]:
    """The disagreement about it, where both ways to decide it give different states: so, or not at all or otherwise."""
    if_so, if_not = (_states(solver, instance, t, pins) for pins in (so, otherwise or dict.fromkeys(so, NOT_EVER)))
    if if_so != if_not:
        yield Dispute(event_id, matters, sayers, deniers, (), if_so, if_not)


def _states(solver: Solver, instance: Instance, t: Instant, pins: dict[Atom, Moment]) -> frozenset[State]:
    world = Solver(solver.ledger, t, World(pins), under=solver, only=frozenset((instance.duty.id,)))
    for each, terms in world.solve(instance.duty.id):
        if each.key == instance.key:
            return frozenset(rows_of(each, terms, t))
    return frozenset()
