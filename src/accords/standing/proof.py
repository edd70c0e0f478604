"""Why an instance stands where it stands: the row, the conditions with their days, the claims, what would change it.

A proof holds moments and keys; whoever shows it puts them into words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from accords.dates import Edtf
from accords.engine.assess import Assessed, Assessor, Assumption
from accords.engine.axis import Axis
from accords.engine.bearers import Bearer
from accords.engine.claims import Standing
from accords.engine.knowledge import Statement
from accords.engine.moments import ALWAYS, NOT_EVER, Moment
from accords.engine.points import EVERYWHERE
from accords.engine.proposals import Proposal
from accords.engine.rows import agreement_terms, rows_of
from accords.engine.settling import proposals
from accords.engine.spells import Spell, SpellKind
from accords.engine.table import State
from accords.engine.terms import Terms
from accords.model.agreement import Agreement, Term
from accords.model.conditions import Condition, OnEvent
from accords.model.events import Event
from accords.model.sources import Citation
from accords.model.walk import SLOTS, events_of, term_events
from accords.standing.context import ending_of
from accords.standing.days import Days, day_of, days_of
from accords.standing.naming import Ending
from accords.standing.report import InstanceStatus, day_number, status_of
from accords.standing.trees import Tree, tree_of
from accords.vocabulary import Act, EventKind

__all__ = ["Proof", "ProvenSlot", "Reckoning", "Remedy", "Said", "Standstill", "explain", "prove", "said_about"]

_DAYS = (
    ("F", "bound"),
    ("G", "triggered"),
    ("N", "not_before"),
    ("O", "open"),
    ("P", "performed"),
    ("D", "due"),
    ("V", "violated"),
    ("X", "ended"),
    ("E", "over"),
    ("L", "impossible"),
)
_DAYS_OF_ALL = (("F", "in_force"), ("R", "provisional"), ("X", "ended"), ("E", "term_over"))
"""The days of the engine, and what a proof calls them."""

_CLOSING = ("due", "ends")
"""Where a period stands for its last moment."""

_OF_ALL = (
    EventKind.TERMINATION,
    EventKind.SUPERSESSION,
    EventKind.SUSPENSION,
    EventKind.RESUMPTION,
    EventKind.MILESTONE,
)
_DONE = (EventKind.PERFORMANCE, EventKind.CONDUCT)
"""The kinds of events that are somebody's own doing."""


@frozen(kw_only=True)
class ProvenSlot:
    """A condition of a duty or of the agreement: ``name`` is its field, ``number`` tells several apart."""

    name: str
    number: int | None = None
    tree: Tree


@frozen(kw_only=True)
class Standstill:
    """A time during which the duty stands still, or nothing is held against who owes it."""

    kind: SpellKind
    since: Days
    until: Days


@frozen(kw_only=True)
class Remedy:
    """A change to the record that would leave fewer states, with the days that it would speak of."""

    proposal: Proposal
    days: Days


@frozen(kw_only=True)
class Reckoning:
    """What decides a duty under one reading (``reading_id`` None: as written): days, conditions, spells."""

    reading_id: str | None
    states: frozenset[State]
    days: tuple[tuple[str, Days], ...]
    slots: tuple[ProvenSlot, ...]
    spells: tuple[Standstill, ...]

    def tree(self, name: str) -> Tree | None:
        """What is known of the condition in the field ``name``."""
        return next((slot.tree for slot in self.slots if slot.name == name), None)


@frozen(kw_only=True)
class Said:
    """What somebody says about an event, and how well the event stands.

    ``charge`` is how well it stands that it breached the duty; None where it is no such event.
    """

    event: Event
    statement: Statement
    days: Days
    known_on: str | None
    fact: Standing
    charge: Standing | None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it is said: what the claim cites, else what the event cites."""
        return self.statement.claim.citations or self.event.citations


@frozen(kw_only=True)
class Proof:
    """Why one instance, or the agreement itself, stands where it stands.

    ``subject_id`` is the duty or the agreement; ``instance`` is the status that is proven, None for the agreement
    itself. ``rows`` has each possible state with the row of the table that gives it, ``states`` the same states in
    the order in which they are named. ``assumed`` is taken as given for the instance, then for the whole record.
    """

    subject_id: str
    instance: InstanceStatus | None
    asked: str
    known: str
    states: tuple[State, ...]
    ending: Ending | None = None
    rows: tuple[tuple[State, str], ...]
    reckonings: tuple[Reckoning, ...]
    claims: tuple[Said, ...]
    assumed: tuple[Assumption, ...]
    would_change: tuple[Remedy, ...] = ()


def explain(
    agreement: Agreement,
    obligation_id: str,
    *,
    as_of: Edtf | str | date,
    known_by: Edtf | str | date | None = None,
    precision: str = "interval",
) -> tuple[Proof, ...]:
    """The proof for every instance of one duty, or of the agreement itself by its own id.

    Raises KeyError for an unknown id and ValueError for dates that cannot be read.
    """
    if obligation_id not in {agreement.id, *(duty.id for duty in agreement.obligations)}:
        raise KeyError(obligation_id)
    axis = Axis.of(agreement)
    t = day_number(as_of, axis)
    k = t if known_by is None else day_number(known_by, axis)
    assessor = Assessor(agreement, axis, t, k)
    if obligation_id == agreement.id:
        return (_prove_agreement(assessor),)
    return tuple(
        prove(assessor, found, status_of(assessor, found))
        for found in assessor.all(exact=precision == "exact")
        if found.instance.duty.id == obligation_id
    )


def prove(assessor: Assessor, found: Assessed, instance: InstanceStatus, *, claims: bool = True) -> Proof:
    """The proof for ``instance``, which is the status of what was assessed; ``claims``: with what is said about it."""
    return Proof(
        subject_id=instance.obligation_id,
        instance=instance,
        asked=day_of(assessor.t, assessor.axis),
        known=day_of(assessor.ledger.visible.known_by, assessor.axis),
        states=tuple(state for state, _ in instance.rows),
        rows=instance.rows,
        reckonings=tuple(_reckoning(assessor, found, terms) for terms in found.terms),
        claims=said_about(assessor, found) if claims else (),
        would_change=tuple(
            Remedy(proposal=each, days=days_of(each.spans, assessor.axis)) for each in proposals(assessor, found)
        ),
        assumed=(*found.assumptions, *assessor.assumptions()),
    )


def said_about(assessor: Assessor, found: Assessed) -> tuple[Said, ...]:
    """What is said about one instance and the events that its conditions name, in the order of the record."""
    bearer = found.instance.bearer
    return tuple(said for event in _events(assessor, found) for said in _said(assessor, event, bearer))


def _reckoning(assessor: Assessor, found: Assessed, terms: Terms) -> Reckoning:
    duty, scope = found.instance.duty, assessor.solver.builder.scope(found.instance)
    replaced = terms.reading.replaces if terms.reading is not None else None
    slots: list[ProvenSlot] = []
    for name in SLOTS:
        condition = getattr(replaced, name, None) if replaced is not None else None
        condition = condition if condition is not None else getattr(duty, name)
        if condition is not None:
            slots.append(ProvenSlot(name=name, tree=tree_of(assessor, condition, name in _CLOSING, scope)))
    return Reckoning(
        reading_id=terms.reading.id if terms.reading is not None else None,
        states=frozenset(rows_of(found.instance, (terms,), assessor.t)),
        days=tuple((name, days_of(moment, assessor.axis)) for name, moment in _days(found, terms)),
        slots=tuple(slots),
        spells=_standstills(terms.spells, assessor.axis),
    )


def _days(found: Assessed, terms: Terms) -> Iterator[tuple[str, Moment]]:
    """The days that mean something for the duty."""
    duty, env = found.instance.duty, terms.env
    left_out = {"P", "D"} if duty.is_continuing else {"V"}
    replaced = terms.reading.replaces if terms.reading is not None else None
    triggered = duty.trigger is not None or (replaced is not None and replaced.trigger is not None)
    if not triggered and found.instance.scope.event is None and found.instance.scope.turn is None:
        left_out.add("G")
    if env["N"] == ALWAYS:
        left_out.add("N")
    for letter, name in _DAYS:
        if letter in env and letter not in left_out and not (letter in "DVLXE" and env[letter] == NOT_EVER):
            yield name, env[letter]


def _standstills(spells: Iterable[Spell], axis: Axis) -> tuple[Standstill, ...]:
    return tuple(
        Standstill(kind=each.kind, since=days_of(each.start, axis), until=days_of(each.end, axis)) for each in spells
    )


def _prove_agreement(assessor: Assessor) -> Proof:
    """The proof for the agreement itself."""
    record = assessor.record
    env, spells, _ = agreement_terms(assessor.solver, assessor.t)
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
            (name, days_of(env[letter], assessor.axis)) for letter, name in _DAYS_OF_ALL if env[letter] != NOT_EVER
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
        rows=tuple((state, rows[state].because) for state in State if state in rows),
        reckonings=(reckoning,),
        claims=tuple(said for event in events for said in _said(assessor, event, None)),
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


def _events(assessor: Assessor, found: Assessed) -> Iterator[Event]:
    """The events that bear on the instance: not what a fellow obligor did, nor what belongs to another turn."""
    duty, number, bearer = found.instance.duty, found.instance.number, found.instance.bearer
    named = events_of(duty)
    for event in assessor.ledger.concerning(duty.id, named, found.instance.scope.event):
        if event.id not in named and event.kind in _DONE:
            if event.instance is not None and number is not None and event.instance != number:
                continue
            if assessor.ledger.acts_for(event, bearer) is False:
                continue
        yield event


def _said(assessor: Assessor, event: Event, bearer: Bearer | None) -> Iterator[Said]:
    ledger = assessor.ledger
    bears = bearer is not None and bearer.duty_id in event.obligation_ids
    fact = ledger.fact(event, bearer if bears else ledger.bearer_of(event))
    charged = bearer is not None and bears and event.kind is EventKind.CONDUCT
    weighed = ledger.charge(event, bearer) if bearer is not None and charged else None
    for statement in fact.used:
        charge = weighed.standing if weighed is not None else None
        yield Said(
            event=event,
            statement=statement,
            days=days_of(((statement.first, statement.last),), ledger.axis),
            known_on=day_of(statement.known, ledger.axis) if statement.known is not None else None,
            fact=fact.standing,
            charge=charge,
        )
