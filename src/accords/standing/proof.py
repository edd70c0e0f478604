"""Why an instance stands where it stands: the row, the conditions with their days, the claims, what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import asdict

from accords.dates import Edtf
from accords.engine.assess import Assessed, Assessor
from accords.engine.axis import Axis
from accords.engine.bearers import Bearer
from accords.engine.flags import incidents_of
from accords.engine.moments import ALWAYS, NOT_EVER
from accords.engine.points import EVERYWHERE, Scope
from accords.engine.proposals import Proposal
from accords.engine.references import events_in, term_events
from accords.engine.rows import agreement_rows, agreement_terms, rows_of
from accords.engine.settling import proposals
from accords.engine.spells import Spell
from accords.engine.table import State
from accords.engine.terms import Terms, is_continuing
from accords.model.agreement import Agreement
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    NoEvent,
    Offset,
    OnDate,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.model.events import Event
from accords.standing.context import agreement_in_words, context_of
from accords.standing.days import day_text, days_text
from accords.standing.naming import name_of, with_names
from accords.standing.report import day_number
from accords.standing.told import (
    assumed_in_words,
    because,
    matters_in_words,
    proposal_in_words,
    spans_in_iso,
    violation_in_words,
)
from accords.vocabulary import Act, AnchorDay, EventKind
from accords.words import Names, length_in_words, names_of, say

__all__ = ["claims_of", "explain", "prove", "prove_agreement"]

_DAYS = {day: say(f"proof.day.{day}") for day in "FGNOPDVXEL"}
_WHOLE = {day: say(f"proof.whole.{day}") for day in "FRXE"}
_OF_ALL = (
    EventKind.TERMINATION,
    EventKind.SUPERSESSION,
    EventKind.SUSPENSION,
    EventKind.RESUMPTION,
    EventKind.MILESTONE,
)
_DONE = (EventKind.PERFORMANCE, EventKind.CONDUCT)
"""The kinds of events that are somebody's own doing."""


def explain(
    agreement: Agreement,
    obligation_id: str,
    *,
    as_of: Edtf | str | date,
    known_by: Edtf | str | date | None = None,
    precision: str = "interval",
    names: Mapping[str, str] = MappingProxyType({}),
) -> list[dict[str, Any]]:
    """The proof for every instance of one duty, or of the agreement itself by its own id, as plain JSON values.

    The name of a status calls actors by ``names`` (id → name), those that are not in it by their ids.
    Raises KeyError for an unknown id and ValueError for dates that cannot be read.
    """
    if obligation_id not in {agreement.id, *(duty.id for duty in agreement.obligations)}:
        raise KeyError(obligation_id)
    axis = Axis.of(agreement)
    t = day_number(as_of, axis)
    k = t if known_by is None else day_number(known_by, axis)
    assessor = Assessor(agreement, axis, t, k)
    if obligation_id == agreement.id:
        return [prove_agreement(assessor)]
    return [
        prove(assessor, found, names)
        for found in assessor.all(exact=precision == "exact")
        if found.instance.duty.id == obligation_id
    ]


def prove(
    assessor: Assessor, found: Assessed, names: Mapping[str, str] = MappingProxyType({}), *, claims: bool = True
) -> dict[str, Any]:
    """The proof for one instance that was assessed, as plain JSON values.

    The name of its status calls actors by ``names`` (id → name); ``claims``: with what is said about it.
    """
    duty, instance = found.instance.duty, found.instance
    states = frozenset(found.rows)
    under = [_under(assessor, found, terms) for terms in found.terms]
    context = context_of(assessor.ledger, found, assessor.t)
    called = names_of(assessor.record)
    would_change = [_plain(each, called, assessor) for each in proposals(assessor, found)]
    return {
        "obligation_id": duty.id,
        "obligor_ids": list(instance.bearer.obligor_ids),
        "number": instance.number,
        "continuing": context.continuing,
        "as_of": day_text(assessor.t, assessor.axis),
        "known_by": day_text(assessor.ledger.visible.known_by, assessor.axis),
        "name": name_of(states, found.reported, with_names(context, names)),
        "as_reported": found.reported.value,
        "states": sorted(state.value for state in states),
        "precision": found.precision,
        "rows": [
            {"state": state.value, "because": because(found.rows[state])} for state in State if state in found.rows
        ],
        "readings": under,
        "claims": claims_of(assessor, found) if claims else [],
        "disputes": [
            {
                "event_id": dispute.event_id,
                "matter": matters_in_words(dispute.matters),
                "said_by": list(dispute.sayers),
                "denied_by": list(dispute.deniers),
                "reading_ids": list(dispute.reading_ids),
                "if_so": sorted(state.value for state in dispute.if_so),
                "if_not": sorted(state.value for state in dispute.if_not),
            }
            for dispute in found.disputes
        ],
        "violations": [
            asdict(violation_in_words(each, assessor.axis))
            for each in incidents_of(assessor.ledger, instance, found.terms, assessor.t)
        ],
        "flags": list(found.flags),
        "assumptions": [assumed_in_words(each) for each in (*found.assumptions, *assessor.assumptions())],
        "would_change": would_change,
    }


def claims_of(assessor: Assessor, found: Assessed) -> list[dict[str, Any]]:
    """What is said about one instance and the events that its conditions name, in the order of the record."""
    bearer = found.instance.bearer
    return [claim for event in _events(assessor, found) for claim in _claims(assessor, event, bearer)]


def _plain(proposal: Proposal, names: Names, assessor: Assessor) -> dict[str, Any]:
    return {
        "kind": proposal.kind.value,
        "words": proposal_in_words(proposal, names, assessor.ledger.events, assessor.axis),
        "subject_id": proposal.subject_id,
        "by_ids": list(proposal.by_ids),
        "spans": spans_in_iso(proposal, assessor.axis),
        "says": proposal.says,
        "verdicts": list(proposal.verdicts),
        "reading_id": proposal.reading_id,
    }


def _under(assessor: Assessor, found: Assessed, terms: Terms) -> dict[str, Any]:
    t = assessor.t
    duty, scope = found.instance.duty, assessor.solver.builder.scope(found.instance)
    replaced = terms.reading.replaces if terms.reading is not None else None
    trees: dict[str, Any] = {}
    for slot, closing in (
        ("trigger", False),
        ("not_before", False),
        ("due", True),
        ("ends", True),
        ("excused_if", False),
    ):
        condition = getattr(replaced, slot, None) if replaced is not None else None
        condition = condition if condition is not None else getattr(duty, slot)
        if condition is not None:
            trees[slot] = _tree(assessor, condition, closing, scope, t)
    left_out = {"P", "D"} if is_continuing(duty) else {"V"}
    if "trigger" not in trees and found.instance.scope.event is None and found.instance.scope.turn is None:
        left_out.add("G")
    if terms.env["N"] == ALWAYS:
        left_out.add("N")
    days = {
        words: days_text(terms.env[name], assessor.axis) or say("day.never")
        for name, words in _DAYS.items()
        if name in terms.env and name not in left_out and not (name in "DVLXE" and terms.env[name] == NOT_EVER)
    }
    return {
        "reading_id": terms.reading.id if terms.reading is not None else None,
        "states": sorted(state.value for state in rows_of(found.instance, (terms,), t)),
        "days": days,
        "conditions": trees,
        "spells": [_spell(spell, assessor.axis) for spell in terms.spells],
    }


def _spell(spell: Spell, axis: Axis) -> dict[str, Any]:
    return {"kind": spell.kind.value, "from": days_text(spell.start, axis), "until": days_text(spell.end, axis)}


def prove_agreement(assessor: Assessor) -> dict[str, Any]:
    """The proof for the agreement itself, in the form of the others."""
    record, t = assessor.record, assessor.t
    env, spells, _ = agreement_terms(assessor.solver, t)
    rows = agreement_rows(assessor.solver, t)
    term = record.term
    slots: list[tuple[str, Condition | None, bool]] = []
    if term is not None:
        provisional = term.provisional_application
        slots.append((say("proof.whole.entry_into_force"), term.entry_into_force, False))
        slots.append((say("proof.whole.provisional"), provisional.starts if provisional is not None else None, False))
        slots.append((say("proof.whole.provisional_end"), provisional.ends if provisional is not None else None, True))
        slots += [(say("proof.whole.term_end", number=n), ends, True) for n, ends in enumerate(term.ends_if_any, 1)]
        if term.renewal is not None and term.renewal.unless_event_id is not None:
            slots.append(("renewed unless", OnEvent(event_id=term.renewal.unless_event_id), False))
    named = term_events(term)
    events = [
        event
        for event in record.events
        if event.id in named or (not event.obligation_ids and (event.kind in _OF_ALL or event.act is Act.DENUNCIATION))
    ]
    return {
        "obligation_id": record.id,
        "obligor_ids": [],
        "number": None,
        "continuing": True,
        "as_of": day_text(t, assessor.axis),
        "known_by": day_text(assessor.ledger.visible.known_by, assessor.axis),
        "name": agreement_in_words(assessor),
        "as_reported": None,
        "states": sorted(rows),
        "precision": "interval",
        "rows": [{"state": state.value, "because": because(rows[state])} for state in State if state in rows],
        "readings": [
            {
                "reading_id": None,
                "states": sorted(rows),
                "days": {_WHOLE[key]: days_text(env[key], assessor.axis) for key in _WHOLE if env[key] != NOT_EVER},
                "conditions": {
                    key: _tree(assessor, c, closing, EVERYWHERE, t) for key, c, closing in slots if c is not None
                },
                "spells": [_spell(spell, assessor.axis) for spell in spells],
            }
        ],
        "claims": [claim for event in events for claim in _claims(assessor, event, None)],
        "disputes": [],
        "violations": [],
        "flags": [],
        "assumptions": [assumed_in_words(each) for each in assessor.assumptions()],
        "would_change": [],
    }


def _tree(assessor: Assessor, condition: Condition, closing: bool, scope: Scope, t: int) -> dict[str, Any]:
    true, dead = assessor.solver.points.point(condition, closing, scope)
    found: dict[str, Any] = {
        "kind": condition.kind,
        "came_true": days_text(true, assessor.axis) or say("day.never"),
        "reached": "yes" if true[-1][1] <= t else "no" if true[0][0] > t else "unknown",
    }
    if dead != NOT_EVER:
        found["became_impossible"] = days_text(dead, assessor.axis)
    if isinstance(condition, OnEvent):
        found["event_id"] = condition.event_id
    elif isinstance(condition, NoEvent):
        found["event_id"] = condition.event_id
        if condition.since is not None:
            found["since"] = _tree(assessor, condition.since, False, scope, t)
        found["until"] = _tree(assessor, condition.until, True, scope, t)
    elif isinstance(condition, OnObligation):
        found |= {"obligation_id": condition.obligation_id, "reaches": condition.reaches.value}
    elif isinstance(condition, OnDate):
        found["date"] = condition.value.text
    elif isinstance(condition, (Vague, Prose)):
        found["text"] = condition.text
    elif isinstance(condition, Offset):
        found["arithmetic"] = _arithmetic(assessor, condition, closing, scope)
        found["anchor"] = _tree(assessor, condition.anchor, closing, scope, t)
    elif isinstance(condition, (AllOf, AnyOf, AtLeast)):
        found["conditions"] = [_tree(assessor, child, closing, scope, t) for child in condition.conditions]
        if isinstance(condition, AtLeast):
            found["count"] = condition.count
    return found


def _arithmetic(assessor: Assessor, condition: Offset, closing: bool, scope: Scope) -> str:
    back = condition.is_before
    anchor = assessor.solver.points.point(condition.anchor, closing, scope, back)[0]
    moved = assessor.solver.points.point(condition, closing, scope)[0]
    included = condition.anchor_day is AnchorDay.INCLUDED
    return say(
        "arithmetic.before" if back else "arithmetic.after",
        anchor=days_text(anchor, assessor.axis) or say("day.never"),
        time=length_in_words(condition),
        rule=say("arithmetic.counted" if included else "arithmetic.not_counted"),
        day=days_text(moved, assessor.axis) or say("day.never"),
    )


def _events(assessor: Assessor, found: Assessed) -> Iterator[Event]:
    """The events that bear on the instance: not what a fellow obligor did, nor what belongs to another turn."""
    duty, number, bearer = found.instance.duty, found.instance.number, found.instance.bearer
    named = events_in(duty)
    for event in assessor.ledger.concerning(duty.id, named, found.instance.scope.event):
        if event.id not in named and event.kind in _DONE:
            if event.instance is not None and number is not None and event.instance != number:
                continue
            if assessor.ledger.acts_for(event, bearer) is False:
                continue
        yield event


def _claims(assessor: Assessor, event: Event, bearer: Bearer | None) -> Iterator[dict[str, Any]]:
    ledger = assessor.ledger
    bears = bearer is not None and bearer.duty_id in event.obligation_ids
    fact = ledger.fact(event, bearer if bears else ledger.bearer_of(event))
    charged = bearer is not None and bears and event.kind is EventKind.CONDUCT
    weighed = ledger.charge(event, bearer) if bearer is not None and charged else None
    for said in fact.used:
        cited = said.claim.citations or event.citations
        yield {
            "event_id": event.id,
            "claim_id": said.claim.id,
            "says": said.says.value,
            "by": said.speaker,
            "text": said.claim.text,
            "when": said.claim.when.text if said.claim.when is not None else None,
            "day": days_text(((said.first, said.last),), assessor.axis),
            "known_on": day_text(said.known, assessor.axis) if said.known is not None else None,
            "reading_id": said.claim.reading_id,
            "fact": fact.standing.value,
            "charge": weighed.standing.value if weighed is not None else None,
            "citations": [{"source_id": place.source_id, "locator": place.locator} for place in cited],
        }
