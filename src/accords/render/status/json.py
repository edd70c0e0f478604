"""Statuses and changes as JSON, for other programs: days in ISO form, actors by their ids."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from attrs import asdict

from accords.engine.worlds.disputes import Dispute
from accords.standing.amounts import MeasuredAmount, number_text
from accords.standing.days import Deadline, day_text, days_text
from accords.standing.history import Change
from accords.standing.instances import Accusation, FindingStatus, InstanceStatus, StatusReport, Violation
from accords.standing.ratings import RatingRollUp, Share
from accords.standing.rollup import RollUp
from accords.standing.standings import because_of
from accords.standing.told import (
    matters_in_words,
)
from accords.words import ENGLISH, Language, in_language, say

__all__ = ["dispute_json", "finding_json", "json_of", "render_changes_json", "render_status_json", "violation_json"]

_Plain = dict[str, Any]


@in_language
def render_status_json(report: StatusReport, *, language: Language = ENGLISH) -> str:
    """Write ``report`` as JSON."""
    return json_of(_report(report))


@in_language
def render_changes_json(changes: Iterable[Change], *, language: Language = ENGLISH) -> str:
    """Write changes as JSON."""
    return json_of(
        [
            {
                "day": change.day,
                "before": None if change.before is None else _instance(change.before),
                "after": None if change.after is None else _instance(change.after),
                "not_followed": change.not_followed,
            }
            for change in changes
        ]
    )


def json_of(data: object) -> str:
    """Plain values as JSON, laid out to be read."""
    return json.dumps(data, ensure_ascii=True, indent=2) + "\n"


def _report(report: StatusReport) -> _Plain:
    followed = report.not_followed_since is None
    return {
        "agreement_id": report.agreement_id,
        "unchecked": report.unchecked,
        "as_of": report.as_of,
        "known_by": report.known_by,
        "precision": report.precision,
        "not_followed_since": report.not_followed_since,
        "agreement": sorted(report.agreement) if followed else None,
        "agreement_name": report.agreement_name,
        "instances": [_instance(found) for found in report.instances] if followed else None,
        "roll_ups": [_roll_up(found, report) for found in report.roll_ups] if followed else None,
        "assumptions": list(report.assumptions),
        "ratings": [_rating(each) for each in report.ratings],
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
        "is_overdue": found.is_overdue,
        "flags": list(found.flags),
        "deadline": _deadline(found.deadline),
        "violations": [violation_json(each) for each in found.violations],
        "findings": [finding_json(each) for each in found.findings],
        "accusations": [_accusation(each) for each in found.accusations],
        "quiet_since": found.quiet_since,
        "closes": days_text(found.closes),
        "not_bound_ids": list(found.not_bound_ids),
        "disputes": [dispute_json(each, "sayers", "deniers") for each in found.disputes],
        "claimed_by_ids": [who or say("speaker.a_source") for who in found.claimed_by_ids],
        "reported_by_ids": [who or say("speaker.a_source") for who in found.reported_by_ids],
        "assumptions": list(found.assumptions),
        "amounts": [_amount(each) for each in found.amounts],
        "precision": found.precision,
        "rows": [{"state": state.value, "because": because_of(found, state, row)} for state, row in found.rows],
    }


def _deadline(found: Deadline) -> _Plain:
    return {
        "original": found.original,
        "computed": found.computed,
        "possible": found.any_possible,
        "moved_by_ids": [who or say("speaker.a_source") for who in found.moved_by_ids],
        "as_read": [{"reading_id": key, "days": days_text(days)} for key, days in found.as_read],
    }


def _amount(found: MeasuredAmount) -> _Plain:
    plain: _Plain = asdict(found)
    return plain


def _rating(found: RatingRollUp) -> _Plain:
    return {
        "rater": found.rater,
        "scale": found.scale,
        "dimension": found.dimension.value if found.dimension is not None else None,
        "obligor_id": found.obligor_id,
        "theme": found.theme,
        "duties": found.duties,
        "rated": found.rated,
        "values": dict(found.values),
        "overall": _share(found.overall),
        "above_lowest": _share(found.above_lowest),
    }


def _share(found: Share | None) -> _Plain | None:
    if found is None:
        return None
    return {"rated": found.rated, "points": number_text(found.points), "most": number_text(found.most)}


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


def dispute_json(found: Dispute, said_by: str, denied_by: str) -> _Plain:
    """A matter that is disputed; the names of those who speak differ between statuses and proofs."""
    return {
        "event_id": found.event_id,
        "matter": matters_in_words(found.matters),
        said_by: list(found.sayers),
        denied_by: list(found.deniers),
        "reading_ids": list(found.reading_ids),
        "read_otherwise_by": list(found.otherwise),
        "if_so": sorted(found.if_so),
        "if_not": sorted(found.if_not),
        "as_read": [
            {"reading_ids": list(each.reading_ids), "held_by_ids": list(each.held_by), "states": sorted(each.states)}
            for each in found.as_read
        ],
    }


def finding_json(found: FindingStatus) -> _Plain:
    """What a body found, with who says so, accepts it, rejects it and denies it."""
    return {
        "event_id": found.event_id,
        "verdict": found.verdict.value,
        "days": days_text(found.days) or "",
        "standing": found.standing.value,
        "settles": found.settles,
        "named": found.named,
        "said_by_ids": list(found.said_by_ids),
        "denied_by_ids": list(found.denied_by_ids),
        "accepted_by_ids": list(found.accepted_by_ids),
        "rejected_by_ids": list(found.rejected_by_ids),
    }


def _accusation(found: Accusation) -> _Plain:
    claim = found.claim
    return {
        "event_id": found.event_id,
        "claim_id": claim.id,
        "said_by_id": found.said_by_id,
        "when": claim.when.text if claim.when is not None else None,
        "until": claim.until.text if claim.until is not None else None,
        "when_as_written": claim.when_as_written,
        "known_on": found.known_on,
    }


def violation_json(found: Violation) -> _Plain:
    """A violation of a duty that is kept from day to day."""
    return {
        "event_id": found.event_id,
        "finding_id": found.finding_id,
        "accepted_by_ids": list(found.accepted_by_ids),
        "rejected_by_ids": list(found.rejected_by_ids),
        "days": days_text(found.days) or "",
        "until": day_text(found.until) if found.until is not None else None,
        "fact": found.fact.value,
        "charge": found.charge.value,
        "certain": found.certain,
        "charged_by_ids": list(found.charged_by_ids),
        "denied_by_ids": list(found.denied_by_ids),
        "reading_ids": list(found.reading_ids),
        "answered": found.answered,
        "whose_open": found.whose_open,
        "read_otherwise_by_ids": list(found.read_otherwise_by_ids),
    }
