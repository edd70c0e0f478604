"""Carries out what a proof proposes: the record with the report, finding, watch or date on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
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
    """Days or hours of the spans: their ends and, of those that count in days, one between."""
    found: set[str] = set()
    for first, last in map(_dated, proposal["spans"]):
        found |= {first, last}
        if "T" not in first + last:
            middle = (date.fromisoformat(first).toordinal() + date.fromisoformat(last).toordinal()) // 2
            found.add(date.fromordinal(middle).isoformat())
    return found


def _dated(span: list[str]) -> tuple[str, str]:
    """A span with a day in place of an end that has none."""
    first, last = span
    start, end = (None if day in ("ever", "never") else date.fromisoformat(day[:10]) for day in span)
    if start is None:
        first = ((end or date(2023, 1, 31)) - timedelta(days=30)).isoformat()
    if end is None:
        last = ((start or date(2023, 1, 1)) + timedelta(days=30)).isoformat()
    return first, last


def _hull(proposal: dict[str, Any]) -> str:
    """All the days of a proposal; where an hour bounds them, which no interval of dates can say, one end."""
    first, last = _dated([proposal["spans"][0][0], proposal["spans"][-1][1]])
    if "T" in first + last:
        return first if "T" not in first or "T" in last else last
    return first if first == last else f"{first}/{last}"


def _watched(record: Agreement, proposal: dict[str, Any]) -> Agreement:
    watches = tuple(
        Monitoring(
            obligation_ids=(proposal["subject_id"],), since=first, through=last, monitored_by_id=BODY,
            recorded=Recorded.ALL,
        ) for first, last in map(_dated, proposal["spans"])
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
