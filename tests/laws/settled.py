"""Carries out what a proof proposes: the record with the report, finding, watch or date on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve

from accords.model.actors import Actor, ThirdParty
from accords.model.agreement import Agreement
from accords.model.events import Claim, Event, Finding, Monitoring
from accords.vocabulary import EventKind, Recorded, Role, Says, Verdict

BODY = "named-body"


def carried_out(record: Agreement, proof: dict[str, Any], proposal: dict[str, Any]) -> Iterator[Agreement]:
    """Every way to carry out one proposal of a proof; nothing for a pointer to another duty."""
    match proposal["kind"]:
        case "monitoring":
            yield _watched(record, proposal)
        case "finding":
            for verdict in proposal["verdicts"]:
                yield from _found(record, proof, proposal, Verdict(verdict))
        case "report":
            for speaker in proposal["by_ids"]:
                yield _said(record, proof, proposal, speaker, _hull(proposal))
        case "date":
            for day in _inside(proposal):
                if proposal["subject_id"] is None:
                    assert record.conclusion is not None
                    yield evolve(record, conclusion=evolve(record.conclusion, date=day))
                else:
                    for speaker in proposal["by_ids"]:
                        yield _said(record, proof, proposal, speaker, day)


def _inside(proposal: dict[str, Any]) -> set[str]:
    if any("T" in day for span in proposal["spans"] for day in span):  # hours: each end as it is given
        return {day for span in proposal["spans"] for day in span}
    edges = [[date.fromisoformat(day).toordinal() for day in span] for span in proposal["spans"]]
    return {date.fromordinal(day).isoformat() for a, b in edges for day in (a, (a + b) // 2, b)}


def _hull(proposal: dict[str, Any]) -> str:
    first, last = proposal["spans"][0][0], proposal["spans"][-1][1]
    return first if first == last else f"{first[:10]}/{last[:10]}"


def _watched(record: Agreement, proposal: dict[str, Any]) -> Agreement:
    watches = tuple(
        Monitoring(
            obligation_ids=(proposal["subject_id"],), since=first, through=last, monitored_by_id=BODY,
            recorded=Recorded.ALL,
        ) for first, last in proposal["spans"]
    )  # fmt: skip
    actors = (*record.actors, Actor(id=BODY, name="Body"))
    thirds = (*record.third_parties, ThirdParty(actor_id=BODY, role=Role.MONITOR))
    return evolve(record, actors=actors, third_parties=thirds, monitoring=(*record.monitoring, *watches))


def _found(record: Agreement, proof: dict[str, Any], proposal: dict[str, Any], verdict: Verdict) -> Iterator[Agreement]:
    for body in proposal["by_ids"] or (BODY,):
        made = Claim(says=Says.OCCURRED, when=proof["known_by"], claimed_by_id=body)
        when = _hull(proposal)
        finding = Finding(on_id=proposal["subject_id"], verdict=verdict, when=when, reading_id=proposal["reading_id"])
        event = Event(
            id="zz-finding", kind=EventKind.FINDING, summary="found", actor_ids=(body,), finding=finding, claims=(made,)
        )
        actors, thirds = record.actors, record.third_parties
        if body == BODY:
            actors = (*actors, Actor(id=BODY, name="Body"))
            thirds = (*thirds, ThirdParty(actor_id=BODY, role=Role.ARBITER))
        yield evolve(record, actors=actors, third_parties=thirds, events=(*record.events, event))


def _said(record: Agreement, proof: dict[str, Any], proposal: dict[str, Any], speaker: str, when: str) -> Agreement:
    claim = Claim(says=proposal["says"], when=when, claimed_by_id=speaker)
    if any(event.id == proposal["subject_id"] for event in record.events):
        events = tuple(
            evolve(event, claims=(*event.claims, claim)) if event.id == proposal["subject_id"] else event
            for event in record.events
        )
    else:
        act = Event(
            id="zz-act", kind=EventKind.PERFORMANCE, summary="performed", obligation_ids=(proposal["subject_id"],),
            actor_ids=tuple(proof["obligor_ids"]), instance=proof["number"], claims=(claim,),
        )  # fmt: skip
        events = (*record.events, act)
    return evolve(record, events=events)
