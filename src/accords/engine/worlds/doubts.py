"""What is disputed about one instance besides events and readings: whether it binds, and what bodies found."""

from __future__ import annotations

from collections.abc import Iterator

from accords.engine.days.moments import NOT_EVER, Instant, Moment, rest
from accords.engine.facts.claims import Standing
from accords.engine.facts.findings import Found
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.atoms import Atom, BoundParty, FoundDay
from accords.engine.terms.instances import Instance
from accords.engine.terms.solver import Solver
from accords.engine.terms.table import State
from accords.engine.terms.violations import excess_key, told_key
from accords.engine.terms.world import World
from accords.engine.worlds.disputes import Contention, Dispute
from accords.engine.worlds.rows import rows_of
from accords.vocabulary import Verdict

__all__ = ["doubts"]


def doubts(ledger: Ledger, solver: Solver, instance: Instance, t: Instant) -> Iterator[Dispute]:
    """The matters about an instance that, decided either way, give different states."""
    for party in instance.bearer.obligor_ids:
        if party in ledger.speakers.doubted:
            key: Atom = BoundParty(party)
            days = solver.builder.bound_if_party(instance)
            yield from _decided(
                solver, instance, t, {key: days}, None, (Contention.BOUND,), ledger.speakers.doubted[party], (party,)
            )
    yield from _amounts(solver, instance, t)
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
    days = solver.builder.base(instance, None).days
    for number, when in enumerate(solver.builder.amounts.violated(instance, days.open, days.over)):
        if when.sayers and when.deniers and rest(when.days):
            so: dict[Atom, Moment] = {excess_key(instance, number): rest(when.days)}
            yield from _decided(solver, instance, t, so, None, (Contention.AMOUNT,), when.sayers, when.deniers)


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
) -> Iterator[Dispute]:
    """The disagreement about it, where both ways to decide it give different states."""
    if_so, if_not = (_states(solver, instance, t, pins) for pins in (so, dict.fromkeys(so, NOT_EVER)))
    if if_so != if_not:
        yield Dispute(event_id, matters, sayers, deniers, (), if_so, if_not)


def _states(solver: Solver, instance: Instance, t: Instant, pins: dict[Atom, Moment]) -> frozenset[State]:
    world = Solver(solver.ledger, t, World(pins), under=solver, only=frozenset((instance.duty.id,)))
    for each, terms in world.solve(instance.duty.id):
        if each.key == instance.key:
            return frozenset(rows_of(each, terms, t))
    return frozenset()
