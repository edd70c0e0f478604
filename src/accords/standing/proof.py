"""Why an instance stands where it stands: the row, the conditions with their days, the claims, what would change it.

A proof holds moments and keys; whoever shows it puts them into words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from accords.dates import Edtf
from accords.engine.assess import Assessed, Assessor, Assumption
from accords.engine.axis import Axis
from accords.engine.claims import Standing
from accords.engine.knowledge import Statement
from accords.engine.ledger import Bearer
from accords.engine.moments import ALWAYS, NOT_EVER, Day, Moment
from accords.engine.references import events_in, term_events
from accords.engine.rows import agreement_terms, rows_of
from accords.engine.settling import Proposal, proposals
from accords.engine.spells import Spell
from accords.engine.table import State
from accords.engine.terms import Terms, is_continuing
from accords.model.agreement import Agreement, Term
from accords.model.conditions import Condition, OnEvent
from accords.model.events import Event
from accords.model.sources import Citation
from accords.standing.report import InstanceStatus, day_number, status_of
from accords.standing.trees import Tree, tree_of
from accords.vocabulary import Act, EventKind

__all__ = ["Proof", "Reckoning", "Said", "Slot", "explain", "prove", "said_about"]

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

_SLOTS = (("trigger", False), ("not_before", False), ("due", True), ("ends", True), ("excused_if", False))
"""Where a duty has conditions, and whether a period there stands for its last moment."""

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
class Slot:
    """A condition of a duty or of the agreement: ``name`` is its field, ``number`` tells several apart."""

    name: str
    number: int | None = None
    tree: Tree


@frozen(kw_only=True)
class Reckoning:
    """What decides a duty under one reading (``reading_id`` None: as written): days, conditions, spells."""

    reading_id: str | None
    states: frozenset[State]
    days: tuple[tuple[str, Moment], ...]
    slots: tuple[Slot, ...]
    spells: tuple[Spell, ...]

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
    asked: Day
    known: Day
    states: tuple[State, ...]
    rows: tuple[tuple[State, str], ...]
    reckonings: tuple[Reckoning, ...]
    claims: tuple[Said, ...]
    assumed: tuple[Assumption, ...]
    would_change: tuple[Proposal, ...] = ()


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
    axis = Axis(agreement.time_zone)
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
        asked=assessor.t,
        known=assessor.ledger.visible.known_by,
        states=tuple(state for state, _ in instance.rows),
        rows=instance.rows,
        reckonings=tuple(_reckoning(assessor, found, terms) for terms in found.terms),
        claims=said_about(assessor, found) if claims else (),
        would_change=tuple(proposals(assessor, found)),
        assumed=(*found.assumptions, *assessor.assumptions()),
    )


def said_about(assessor: Assessor, found: Assessed) -> tuple[Said, ...]:
    """What is said about one instance and the events that its conditions name, in the order of the record."""
    bearer = found.instance.bearer
    return tuple(said for event in _events(assessor, found) for said in _said(assessor, event, bearer))


def _reckoning(assessor: Assessor, found: Assessed, terms: Terms) -> Reckoning:
    duty, bound = found.instance.duty, found.instance.bound
    replaced = terms.reading.replaces if terms.reading is not None else None
    slots: list[Slot] = []
    for name, closing in _SLOTS:
        condition = getattr(replaced, name, None) if replaced is not None else None
        condition = condition if condition is not None else getattr(duty, name)
        if condition is not None:
            slots.append(Slot(name=name, tree=tree_of(assessor, condition, closing, bound)))
    return Reckoning(
        reading_id=terms.reading.id if terms.reading is not None else None,
        states=frozenset(rows_of(found.instance, (terms,), assessor.t)),
        days=tuple(_days(found, terms)),
        slots=tuple(slots),
        spells=terms.spells,
    )


def _days(found: Assessed, terms: Terms) -> Iterator[tuple[str, Moment]]:
    """The days that mean something for the duty."""
    duty, env = found.instance.duty, terms.env
    left_out = {"P", "D"} if is_continuing(duty) else {"V"}
    replaced = terms.reading.replaces if terms.reading is not None else None
    triggered = duty.trigger is not None or (replaced is not None and replaced.trigger is not None)
    if not triggered and found.instance.bound is None:
        left_out.add("G")
    if env["N"] == ALWAYS:
        left_out.add("N")
    for letter, name in _DAYS:
        if letter in env and letter not in left_out and not (letter in "DVLXE" and env[letter] == NOT_EVER):
            yield name, env[letter]


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
        days=tuple((name, env[letter]) for letter, name in _DAYS_OF_ALL if env[letter] != NOT_EVER),
        slots=tuple(_slots_of_term(assessor, record.term)) if record.term is not None else (),
        spells=spells,
    )
    return Proof(
        subject_id=record.id,
        instance=None,
        asked=assessor.t,
        known=assessor.ledger.visible.known_by,
        states=tuple(rows),
        rows=tuple((state, rows[state].because) for state in State if state in rows),
        reckonings=(reckoning,),
        claims=tuple(said for event in events for said in _said(assessor, event, None)),
        assumed=assessor.assumptions(),
    )


def _slots_of_term(assessor: Assessor, term: Term) -> Iterator[Slot]:
    provisional = term.provisional_application
    conditions: list[tuple[str, Condition | None, bool]] = [("entry_into_force", term.entry_into_force, False)]
    if provisional is not None:
        conditions += [("provisional", provisional.starts, False), ("provisional_end", provisional.ends, True)]
    for name, condition, closing in conditions:
        if condition is not None:
            yield Slot(name=name, tree=tree_of(assessor, condition, closing, None))
    for number, ends in enumerate(term.ends_if_any, 1):
        yield Slot(name="term_end", number=number, tree=tree_of(assessor, ends, True, None))
    if term.renewal is not None and term.renewal.unless_event_id is not None:
        notice = OnEvent(event_id=term.renewal.unless_event_id)
        yield Slot(name="renewed_unless", tree=tree_of(assessor, notice, False, None))


def _events(assessor: Assessor, found: Assessed) -> Iterator[Event]:
    """The events that bear on the instance: not what a fellow obligor did, nor what belongs to another turn."""
    duty, number, bearer = found.instance.duty, found.instance.number, found.instance.bearer
    named = events_in(duty)
    for event in assessor.ledger.concerning(duty.id, named, found.instance.bound):
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
        yield Said(event=event, statement=statement, fact=fact.standing, charge=charge)
