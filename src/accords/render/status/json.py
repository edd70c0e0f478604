"""Statuses, proofs and changes as JSON, for other programs: days in ISO form, actors by their ids."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any

from attrs import asdict

from accords.engine.worlds.disputes import Dispute
from accords.model.agreement import Agreement
from accords.model.conditions import AllOf, AnyOf, AtLeast, NoEvent, OnDate, OnEvent, OnObligation, Prose, Vague
from accords.standing.amounts import MeasuredAmount
from accords.standing.days import day_text, days_in_words, days_text
from accords.standing.history import Change
from accords.standing.naming import agreement_name
from accords.standing.proof import Proof, ProvenSlot, Reckoning, Remedy, Said
from accords.standing.report import Deadline, InstanceStatus, StatusReport, Violation
from accords.standing.rollup import RollUp
from accords.standing.told import (
    arithmetic_in_words,
    assumed_in_words,
    because,
    matters_in_words,
    proposal_in_words,
)
from accords.standing.trees import Tree
from accords.words import ENGLISH, Language, Names, in_language, names_of, say

__all__ = ["render_changes_json", "render_proofs_json", "render_status_json"]

_Plain = dict[str, Any]

_DAYS = {
    "bound": "bound from",
    "triggered": "triggered",
    "not_before": "not before",
    "open": "open from",
    "performed": "performed",
    "due": "due",
    "violated": "first violation",
    "ended": "ended",
    "over": "over",
    "impossible": "trigger became impossible",
    "in_force": "in force from",
    "provisional": "provisionally applied from",
    "term_over": "term over",
}
_SLOTS = {
    "entry_into_force": "entry into force",
    "provisional": "provisional application",
    "provisional_end": "its end",
    "term_end": "end of the term #{number}",
    "renewed_unless": "renewed unless",
}
"""The names of days and conditions in JSON, which are the same in every language."""

_days = partial(days_in_words, day=day_text)


@in_language
def render_status_json(report: StatusReport, *, language: Language = ENGLISH) -> str:
    """Write ``report`` as JSON."""
    return _text(_report(report))


@in_language
def render_proofs_json(proofs: Iterable[Proof], record: Agreement, *, language: Language = ENGLISH) -> str:
    """Write the proofs of one duty of ``record``, or of the agreement itself, as JSON."""
    names = names_of(record)
    return _text([_proof(proof, names) for proof in proofs])


@in_language
def render_changes_json(changes: Iterable[Change], *, language: Language = ENGLISH) -> str:
    """Write changes as JSON."""
    return _text(
        [
            {
                "day": change.day,
                "before": None if change.before is None else _instance(change.before),
                "after": None if change.after is None else _instance(change.after),
            }
            for change in changes
        ]
    )


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=True, indent=2) + "\n"


def _report(report: StatusReport) -> _Plain:
    return {
        "agreement_id": report.agreement_id,
        "as_of": report.as_of,
        "known_by": report.known_by,
        "precision": report.precision,
        "agreement": sorted(report.agreement),
        "agreement_name": report.agreement_name,
        "instances": [_instance(found) for found in report.instances],
        "roll_ups": [_roll_up(found, report) for found in report.roll_ups],
        "assumptions": list(report.assumptions),
        "doubted": [{"party_id": party, "held_by_ids": list(by)} for party, by in report.doubted],
    }


def _instance(found: InstanceStatus) -> _Plain:
    return {
        "obligation_id": found.obligation_id,
        "obligor_ids": list(found.obligor_ids),
        "number": found.number,
        "states": sorted(found.states),
        "as_reported": found.as_reported.value,
        "name": found.name,
        "flags": list(found.flags),
        "deadline": _deadline(found.deadline),
        "violations": [_violation(each) for each in found.violations],
        "quiet_since": found.quiet_since,
        "disputes": [_dispute(each, "sayers", "deniers") for each in found.disputes],
        "claimed_by_ids": [who or say("speaker.a_source") for who in found.claimed_by_ids],
        "reported_by_ids": [who or say("speaker.a_source") for who in found.reported_by_ids],
        "assumptions": list(found.assumptions),
        "amounts": [_amount(each) for each in found.amounts],
        "precision": found.precision,
        "rows": [{"state": state.value, "because": because(row)} for state, row in found.rows],
    }


def _deadline(found: Deadline) -> _Plain:
    return {
        "original": found.original,
        "computed": found.computed,
        "possible": found.any_possible,
        "moved_by_ids": [who or say("speaker.a_source") for who in found.moved_by_ids],
    }


def _amount(found: MeasuredAmount) -> _Plain:
    plain: _Plain = asdict(found)
    return plain


def _roll_up(found: RollUp, report: StatusReport) -> _Plain:
    turns = [
        each
        for each in report.of(found.obligation_id)
        if each.obligor_ids == found.obligor_ids and each.number is not None
    ]
    return {
        "obligation_id": found.obligation_id,
        "obligor_ids": list(found.obligor_ids),
        "listed": found.listed,
        "times": found.times,
        "certain": dict(found.certain),
        "possible": dict(found.possible),
        "as_reported": dict(found.as_reported),
        "names": dict(Counter(each.name for each in turns)),
        "next_number": found.next_number,
        "next_due": found.next_due,
    }


def _dispute(found: Dispute, said_by: str, denied_by: str) -> _Plain:
    return {
        "event_id": found.event_id,
        "matter": matters_in_words(found.matters),
        said_by: list(found.sayers),
        denied_by: list(found.deniers),
        "reading_ids": list(found.reading_ids),
        "if_so": sorted(found.if_so),
        "if_not": sorted(found.if_not),
    }


def _violation(found: Violation) -> _Plain:
    return {
        "event_id": found.event_id,
        "days": days_text(found.days) or "",
        "until": day_text(found.until) if found.until is not None else None,
        "fact": found.fact.value,
        "charge": found.charge.value,
        "certain": found.certain,
        "charged_by_ids": list(found.charged_by_ids),
        "denied_by_ids": list(found.denied_by_ids),
        "reading_ids": list(found.reading_ids),
    }


def _proof(proof: Proof, names: Names) -> _Plain:
    found = proof.instance
    return {
        "obligation_id": proof.subject_id,
        "obligor_ids": list(found.obligor_ids) if found is not None else [],
        "number": found.number if found is not None else None,
        "continuing": found.context.continuing if found is not None else True,
        "as_of": day_text(proof.asked),
        "known_by": day_text(proof.known),
        "name": found.name if found is not None else agreement_name(proof.states, proof.ending),
        "as_reported": found.as_reported.value if found is not None else None,
        "states": sorted(proof.states),
        "precision": found.precision if found is not None else "interval",
        "rows": [{"state": state.value, "because": because(row)} for state, row in proof.rows],
        "readings": [_reckoning(each) for each in proof.reckonings],
        "claims": [_said(each) for each in proof.claims],
        "disputes": [_dispute(each, "said_by", "denied_by") for each in found.disputes] if found is not None else [],
        "violations": [_violation(each) for each in found.violations] if found is not None else [],
        "flags": list(found.flags) if found is not None else [],
        "assumptions": [assumed_in_words(each) for each in proof.assumed],
        "would_change": [_remedy(each, names) for each in proof.would_change],
    }


def _reckoning(found: Reckoning) -> _Plain:
    return {
        "reading_id": found.reading_id,
        "states": sorted(found.states),
        "days": {_DAYS[name]: _days(days) for name, days in found.days},
        "conditions": {_slot(slot): _tree(slot.tree) for slot in found.slots},
        "spells": [
            {"kind": spell.kind.value, "from": days_text(spell.since), "until": days_text(spell.until)}
            for spell in found.spells
        ],
    }


def _slot(slot: ProvenSlot) -> str:
    return _SLOTS.get(slot.name, slot.name).format(number=slot.number)


def _tree(tree: Tree) -> _Plain:
    condition = tree.condition
    found: _Plain = {"kind": condition.kind, "came_true": _days(tree.came_true), "reached": tree.reached.value}
    if tree.became_impossible:
        found["became_impossible"] = days_text(tree.became_impossible)
    match condition:
        case OnEvent() | NoEvent():
            found["event_id"] = condition.event_id
        case OnObligation():
            found |= {"obligation_id": condition.obligation_id, "reaches": condition.reaches.value}
        case OnDate():
            found["date"] = condition.value.text
        case Vague() | Prose():
            found["text"] = condition.text
        case AllOf() | AnyOf() | AtLeast():
            found["conditions"] = [_tree(part) for part in tree.parts]
    if isinstance(condition, AtLeast):
        found["count"] = condition.count
    if (arithmetic := arithmetic_in_words(tree, day_text)) is not None:
        found["arithmetic"] = arithmetic
    for name, inside in (("anchor", tree.anchor), ("since", tree.since), ("until", tree.until)):
        if inside is not None:
            found[name] = _tree(inside)
    return found


def _said(said: Said) -> _Plain:
    statement, claim = said.statement, said.statement.claim
    return {
        "event_id": said.event.id,
        "claim_id": claim.id,
        "says": statement.says.value,
        "by": statement.speaker,
        "text": claim.text,
        "when": claim.when.text if claim.when is not None else None,
        "day": days_text(said.days),
        "known_on": said.known_on,
        "reading_id": claim.reading_id,
        "fact": said.fact.value,
        "charge": said.charge.value if said.charge is not None else None,
        "citations": [{"source_id": place.source_id, "locator": place.locator} for place in said.citations],
    }


def _remedy(remedy: Remedy, names: Names) -> _Plain:
    found = remedy.proposal
    return {
        "kind": found.kind.value,
        "words": proposal_in_words(found, remedy.days, names, day_text),
        "subject_id": found.subject_id,
        "by_ids": list(found.by_ids),
        "spans": [[day_text(first), day_text(last)] for first, last in remedy.days.spans],
        "says": found.says,
        "verdicts": list(found.verdicts),
        "reading_id": found.reading_id,
    }
