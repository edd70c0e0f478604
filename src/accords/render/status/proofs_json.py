"""Proofs of statuses as JSON, for other programs: days in ISO form, actors by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assumed
from accords.model.agreement import Agreement
from accords.model.conditions import AllOf, AnyOf, AtLeast, NoEvent, OnDate, OnEvent, OnObligation, Prose, Vague
from accords.render.status.json import dispute_json, finding_json, json_of, violation_json
from accords.standing.days import day_text, days_in_words, days_text
from accords.standing.own_name import agreement_name
from accords.standing.proof import Proof, ProvenSlot, Reckoning, Remedy, Said
from accords.standing.standings import because_of
from accords.standing.told import arithmetic_in_words, assumed_in_words, because, proposal_in_words
from accords.standing.trees import Tree
from accords.words import ENGLISH, Language, Names, in_language, names_of

__all__ = ["render_proofs_json"]

_FIRST = "0001-01-01"
"""The first day of the calendar, for a stretch of days that has no beginning."""

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
def render_proofs_json(proofs: Iterable[Proof], record: Agreement, *, language: Language = ENGLISH) -> str:
    """Write the proofs of one duty of ``record``, or of the agreement itself, as JSON."""
    names = names_of(record)
    return json_of([_proof(proof, names) for proof in proofs])


def _proof(proof: Proof, names: Names) -> _Plain:
    found = proof.instance
    return {
        "obligation_id": proof.subject_id,
        "obligor_ids": list(found.obligor_ids) if found is not None else [],
        "number": found.number if found is not None else None,
        "continuing": found.context.continuing if found is not None else True,
        "as_of": day_text(proof.asked),
        "known_by": day_text(proof.known),
        "name": found.name
        if found is not None
        else agreement_name(proof.states, proof.ending, assumed=proof.assumed_from),
        "as_reported": found.as_reported.value if found is not None else None,
        "states": sorted(proof.states),
        "precision": found.precision if found is not None else "interval",
        "rows": [{"state": state.value, "because": _because(proof, state, row)} for state, row in proof.rows],
        "readings": [_reckoning(each) for each in proof.reckonings],
        "claims": [_said(each) for each in proof.claims],
        "disputes": [dispute_json(each, "said_by", "denied_by") for each in found.disputes]
        if found is not None
        else [],
        "violations": [violation_json(each) for each in found.violations] if found is not None else [],
        "findings": [finding_json(each) for each in found.findings] if found is not None else [],
        "flags": list(found.flags) if found is not None else [],
        "assumptions": [assumed_in_words(each) for each in proof.assumed],
        "would_change": [_remedy(each, names) for each in proof.would_change],
    }


def _because(proof: Proof, state: State, row: str) -> str:
    if proof.instance is not None:
        return because_of(proof.instance, state, row)
    return because(row, state, any(each.assumed is Assumed.IN_FORCE for each in proof.assumed))


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
        "until": claim.until.text if claim.until is not None else None,
        "when_as_written": claim.when_as_written,
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
        "spans": [[_FIRST if first == "ever" else first, day_text(last)] for first, last in remedy.days.spans],
        "says": found.says,
        "verdicts": list(found.verdicts),
        "reading_id": found.reading_id,
    }
