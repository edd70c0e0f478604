"""Why an instance stands where it stands: the row, the conditions with their days, the claims, what would change it.

A proof holds moments and keys; whoever shows it puts them into words.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.engine.days.moments import ALWAYS, NOT_EVER, Moment
from accords.engine.days.spells import Spell
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.made import happened_as_told, ruled_on
from accords.engine.facts.published import cited_by
from accords.engine.facts.telling import asserting, said_too_early, told_by
from accords.engine.terms.scope import EVERYWHERE
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms
from accords.engine.worlds.assess import Assessed, Assessor
from accords.engine.worlds.proposals import Means
from accords.engine.worlds.rows import agreement_terms, rows_of
from accords.engine.worlds.settling import proposals
from accords.model.agreement import Agreement, the_agreement
from accords.model.conclusion import Term
from accords.model.conditions import Condition, OnEvent
from accords.model.events import Event
from accords.model.walk import SLOTS, bears_on, term_events
from accords.standing.context import ending_of
from accords.standing.days import day_of, days_of
from accords.standing.instances import InstanceStatus
from accords.standing.own_name import assumed_from
from accords.standing.proof import Proof, ProvenSlot, Reckoning, Remedy, Said, Standstill
from accords.standing.report import day_number, refuse_unknown_precision, status_of
from accords.standing.trees import tree_of
from accords.suggest import refuse_unknown_id
from accords.vocabulary import Act, EventKind

__all__ = ["explain", "proven_slots", "remedies", "said_about_all", "said_besides"]

_DAYS = (
    "bound", "triggered", "not_before", "open", "performed", "due", "violated", "ended", "over", "impossible",
)  # fmt: skip
"""The days of the engine that a proof tells, by their names there."""

_ONLY_IF_EVER = {"due", "violated", "impossible", "ended", "over"}
"""Those that are told only where they may come."""

_DAYS_OF_ALL = (("bound", "in_force"), ("provisional", "provisional"), ("ended", "ended"), ("over", "term_over"))
"""The days that decide the agreement itself, and what a proof calls them."""

_CLOSING = ("due", "ends")
"""Where a period stands for its last moment."""

_OF_TURN = ("not_before", "due", "ends")
"""What is stated of the first turn and shifted for the others."""

_OF_ALL = (
    EventKind.TERMINATION,
    EventKind.SUPERSESSION,
    EventKind.SUSPENSION,
    EventKind.RESUMPTION,
    EventKind.MILESTONE,
)
_OWN_WORD = (Means.ADMISSION, Means.NOT_PERFORMED)
"""What asks somebody to speak against its own interest comes last of all that would tell."""
_OWN = (EventKind.PERFORMANCE, EventKind.CONDUCT, EventKind.FINDING)
"""The kinds of events that are somebody's own doing, or are about that."""


def explain(
    agreement: Agreement,
    obligation_id: str,
    *,
    as_of: DateLike,
    known_by: DateLike | None = None,
    precision: str = "interval",
) -> tuple[Proof, ...]:
    """The proof for every instance of one duty, or of the agreement itself by its own id.

    Raises UnknownIdError for an unknown id and ValueError for dates that cannot be read.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> [str(state) for proof in accords.explain(deal, "no-tolls", as_of="1911-10-01") for state in proof.states]
    ['active', 'breached']
    """
    known = (the_agreement(agreement).id, *(duty.id for duty in agreement.obligations))
    refuse_unknown_id(obligation_id, "obligation", known)
    refuse_unknown_precision(precision)
    axis = Axis.of(agreement)
    t = day_number(as_of, axis)
    k = t if known_by is None else day_number(known_by, axis)
    assessor = Assessor(agreement, axis, t, k)
    if obligation_id == agreement.id:
        return (_prove_agreement(assessor),)
    return tuple(
        _prove(assessor, found, status_of(assessor, found))
        for found in assessor.all(exact=precision == "exact")
        if found.instance.duty.id == obligation_id
    )


def remedies(assessor: Assessor, found: Assessed) -> tuple[Remedy, ...]:
    """What would leave fewer states of an instance, the most telling first."""
    ordered = sorted(proposals(assessor, found), key=lambda each: each.means in _OWN_WORD)
    return tuple(Remedy(proposal=each, days=days_of(each.spans, assessor.axis)) for each in ordered)


def _prove(assessor: Assessor, found: Assessed, instance: InstanceStatus) -> Proof:
    """The proof for ``instance``, which is the status of what was assessed."""
    return Proof(
        subject_id=instance.obligation_id,
        instance=instance,
        asked=day_of(assessor.t, assessor.axis),
        known=day_of(assessor.ledger.visible.known_by, assessor.axis),
        states=tuple(state for state, _ in instance.rows),
        rows=instance.rows,
        reckonings=tuple(_reckoning(assessor, found, terms) for terms in found.terms),
        claims=_said_about(assessor, found),
        would_change=remedies(assessor, found),
        assumed=(*found.assumptions, *assessor.assumptions()),
    )


def _said_about(assessor: Assessor, found: Assessed) -> tuple[Said, ...]:
    """What is said about one instance and the events that its conditions name, in the order of the record."""
    bearer = found.instance.bearer
    return _said_of(assessor, [(event, bearer) for event in _events(assessor, found)])


def said_about_all(assessor: Assessor, found: Iterable[Assessed]) -> tuple[Said, ...]:
    """What is said about any of the instances of one duty of one bearer, in the order of the record."""
    whose: dict[str, Bearer] = {}
    bearers: set[tuple[Bearer, object]] = set()
    for each in found:
        instance = each.instance
        if (instance.bearer, instance.scope.event) not in bearers:
            bearers.add((instance.bearer, instance.scope.event))
            for event in _events(assessor, each, any_turn=True):
                whose.setdefault(event.id, instance.bearer)
    events = assessor.ledger.in_order(assessor.ledger.events[each] for each in whose)
    return _said_of(assessor, [(event, whose[event.id]) for event in events])


def said_besides(assessor: Assessor, told: Container[str]) -> tuple[Said, ...]:
    """What is said of events other than those ``told``, which are given by their ids, in the order of the record."""
    return tuple(
        said for event in assessor.record.events if event.id not in told for said in _said(assessor, event, None)
    )


def proven_slots(assessor: Assessor, found: Assessed, terms: Terms) -> tuple[ProvenSlot, ...]:
    """The conditions of the duty as they are read, each with its days."""
    duty, builder = found.instance.duty, assessor.solver.builder
    scope, of_turn = builder.scope(found.instance), builder.turn_scope(found.instance)
    rolled = found.instance.window is not None and found.instance.number != 1
    replaced = terms.reading.replaces if terms.reading is not None else None
    slots: list[ProvenSlot] = []
    for name in SLOTS:
        condition = getattr(replaced, name, None) if replaced is not None else None
        condition = condition if condition is not None else getattr(duty, name)
        if condition is not None and not (rolled and name in _OF_TURN):
            asked = of_turn if name in _OF_TURN else scope
            slots.append(ProvenSlot(name=name, tree=tree_of(assessor, condition, name in _CLOSING, asked)))
    return tuple(slots)


def _reckoning(assessor: Assessor, found: Assessed, terms: Terms) -> Reckoning:
    return Reckoning(
        reading_id=terms.reading.id if terms.reading is not None else None,
        states=frozenset(rows_of(found.instance, (terms,), assessor.t)),
        days=tuple((name, days_of(moment, assessor.axis)) for name, moment in _days(found, terms)),
        slots=proven_slots(assessor, found, terms),
        spells=_standstills(terms.spells, assessor.axis),
    )


def _days(found: Assessed, terms: Terms) -> Iterator[tuple[str, Moment]]:
    """The days that mean something for the duty."""
    duty, days = found.instance.duty, terms.days
    left_out = {"performed", "due"} if duty.is_continuing else {"violated"}
    replaced = terms.reading.replaces if terms.reading is not None else None
    triggered = duty.trigger is not None or (replaced is not None and replaced.trigger is not None)
    if not triggered and found.instance.scope.event is None and found.instance.scope.turn is None:
        left_out.add("triggered")
    if days.not_before == ALWAYS:
        left_out.add("not_before")
    for name in _DAYS:
        moment: Moment = getattr(days, name)
        if name not in left_out and not (name in _ONLY_IF_EVER and moment == NOT_EVER):
            yield name, moment


def _standstills(spells: Iterable[Spell], axis: Axis) -> tuple[Standstill, ...]:
    return tuple(
        Standstill(kind=each.kind, since=days_of(each.start, axis), until=days_of(each.end, axis)) for each in spells
    )


def _prove_agreement(assessor: Assessor) -> Proof:
    """The proof for the agreement itself."""
    record = assessor.record
    days, spells, _ = agreement_terms(assessor.solver, assessor.t)
    rows = assessor.agreement()
    named = term_events(record.term)
    events = [
        event
        for event in record.events
        if event.id in named or (not event.obligation_ids and (event.kind in _OF_ALL or event.act is Act.DENUNCIATION))
    ]
    reckoning = Reckoning(
        reading_id=None,
        states=frozenset(rows),
        days=tuple(
            (name, days_of(getattr(days, day), assessor.axis))
            for day, name in _DAYS_OF_ALL
            if getattr(days, day) != NOT_EVER
        ),
        slots=tuple(_slots_of_term(assessor, record.term)) if record.term is not None else (),
        spells=_standstills(spells, assessor.axis),
    )
    return Proof(
        subject_id=record.id,
        instance=None,
        asked=day_of(assessor.t, assessor.axis),
        known=day_of(assessor.ledger.visible.known_by, assessor.axis),
        states=tuple(rows),
        ending=ending_of(assessor),
        assumed_from=assumed_from(record),
        rows=tuple((state, rows[state].because) for state in State if state in rows),
        reckonings=(reckoning,),
        claims=_said_of(assessor, [(event, None) for event in events]),
        assumed=assessor.assumptions(),
    )


def _slots_of_term(assessor: Assessor, term: Term) -> Iterator[ProvenSlot]:
    provisional = term.provisional_application
    conditions: list[tuple[str, Condition | None, bool]] = [("entry_into_force", term.entry_into_force, False)]
    if provisional is not None:
        conditions += [("provisional", provisional.starts, False), ("provisional_end", provisional.ends, True)]
    for name, condition, closing in conditions:
        if condition is not None:
            yield ProvenSlot(name=name, tree=tree_of(assessor, condition, closing, EVERYWHERE))
    for number, ends in enumerate(term.ends_if_any, 1):
        yield ProvenSlot(name="term_end", number=number, tree=tree_of(assessor, ends, True, EVERYWHERE))
    if term.renewal is not None and term.renewal.unless_event_id is not None:
        notice = OnEvent(event_id=term.renewal.unless_event_id)
        yield ProvenSlot(name="renewed_unless", tree=tree_of(assessor, notice, False, EVERYWHERE))


def _events(assessor: Assessor, found: Assessed, *, any_turn: bool = False) -> Iterator[Event]:
    """The events that bear on the instance: not what a fellow obligor did, or what was found of that, nor,
    unless ``any_turn``, what belongs to another turn."""
    duty, number, bearer = found.instance.duty, found.instance.number, found.instance.bearer
    ledger, named = assessor.ledger, assessor.ledger.named_by(duty.id)
    told = (*ledger.concerning(bearer, named, found.instance.scope.event), *ledger.found.get(duty.id, ()))
    for event in ledger.in_order({event.id: event for event in told}.values()):
        if event.id not in named and event.kind in _OWN:
            other_turn = event.instance is not None and number is not None and event.instance != number
            if other_turn and not any_turn and event.kind is not EventKind.FINDING:
                continue
            if ledger.is_of_fellow(event, bearer):
                continue
        yield event


def _said_of(assessor: Assessor, events: Sequence[tuple[Event, Bearer | None]]) -> tuple[Said, ...]:
    """What is said about events, in their order; what a finding amounts to is said where the finding is."""
    told = [said for event, bearer in events for said in _said(assessor, event, bearer)]
    found = {said.statement.finding_id: None for said in told if said.statement.finding_id is not None}
    for event, _ in events:
        found.pop(event.id, None)
    besides = [said for each in found for said in _said(assessor, assessor.ledger.events[each], None)]
    return (*(said for said in told if said.statement.finding_id is None), *besides)


def _said(assessor: Assessor, event: Event, bearer: Bearer | None) -> Iterator[Said]:
    ledger = assessor.ledger
    bears = bearer is not None and bearer.duty_id in bears_on(event, ledger.duties)
    towards = bearer if bears else next(iter(ruled_on(ledger, event)), ledger.bearer_of(event))
    fact = ledger.fact(event, towards)
    charged = bearer is not None and bears and event.kind is EventKind.CONDUCT
    charge = ledger.charge(event, bearer).standing if bearer is not None and charged else None
    told = told_by(ledger.speakers, fact.used)
    for statement in fact.used:
        yield Said(
            event=event,
            statement=statement,
            days=days_of(((statement.first, statement.last),), ledger.axis),
            known_on=day_of(statement.known, ledger.axis) if statement.known is not None else None,
            fact=happened_as_told(ledger, event, towards),
            charge=charge,
            citations=cited_by(statement.claim.citations or event.citations, ledger.visible.later_sources),
            told=told,
            told_by_ids=asserting(fact.used),
            too_early=said_too_early(fact.used),
        )
