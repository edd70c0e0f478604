"""Statuses as lines of words, shared by the formats for people."""

from __future__ import annotations

from collections.abc import Iterator

from accords.engine.history import Change
from accords.engine.status import InstanceStatus, StatusReport
from accords.engine.table import State
from accords.model.agreement import Agreement
from accords.text import listed

__all__ = ["FLAG_WORDS", "change_line", "heading_lines", "instance_lines", "instance_title", "shape_of"]

FLAG_WORDS = {
    "before_bound": "performed before it was binding",
    "begun": "begun, in part",
    "circular": "its conditions lead in a circle",
    "dates differ": "the claims give different dates",
    "due_before_start": "the stated deadline lies before the duty can begin, so there is none",
    "due_may_be_before_start": "the stated deadline may lie before the duty can begin",
    "ended": "over since",
    "neither_performed": "neither side performed",
    "no_date_stated": "no date stated",
    "still_owed": "if not performed, still owed",
    "too_early": "an act came before its time and does not count",
}
"""Flag → what it says."""

_SHAPES = {
    State.FULFILLED: "●",
    State.FULFILLED_LATE: "●",
    State.EXERCISED: "●",
    State.BREACHED: "✕",
    State.SUSPENDED: "⏸",
    State.EXCUSED: "⏸",
    State.ACTIVE: "◐",
    State.AVAILABLE: "◯",
    State.PENDING: "◯",
    State.CONDITIONAL: "◯",
}


def shape_of(found: InstanceStatus) -> str:
    """A shape for the status, so that colour is never needed."""
    if found.disputes:
        return "⚖"
    if len(found.states) > 1 or "no breach reported" in found.name:
        return "?"
    return _SHAPES.get(found.as_reported, "–")


def heading_lines(report: StatusReport) -> Iterator[str]:
    """As of when, known by when, and where the agreement itself stands."""
    yield f"As of {report.as_of}, from what was known by {report.known_by}"
    yield f"The agreement: {report.agreement_name}"


def instance_title(found: InstanceStatus, record: Agreement) -> str:
    """Who is to do what, and which turn of it."""
    names = {actor.id: actor.name for actor in record.actors}
    duty = next(duty for duty in record.obligations if duty.id == found.obligation_id)
    who = listed(names.get(i, i) for i in found.obligor_ids) if found.obligor_ids else "nobody named"
    turn = f", turn {found.number}" if found.number is not None else ""
    return f"{who}: {duty.label or duty.action} [{found.obligation_id}{turn}]"


def instance_lines(found: InstanceStatus, record: Agreement) -> Iterator[str]:
    """The status and what belongs to it."""
    names = {actor.id: actor.name for actor in record.actors}
    yield found.name
    if found.deadline.computed is not None:
        moved = found.deadline.original != found.deadline.computed
        yield f"due {found.deadline.computed}" + (f" (stated: {found.deadline.original})" if moved else "")
    elif found.deadline.original is not None:
        yield f"no deadline in effect (stated: {found.deadline.original})"
    for dispute in found.disputes:
        yes = listed(names.get(who or "", who or "a source") for who in dispute.sayers) if dispute.sayers else "some"
        no = listed(names.get(who or "", who or "a source") for who in dispute.deniers) if dispute.deniers else "others"
        readings = f"; reading {listed(dispute.reading_ids)}" if dispute.reading_ids else ""
        yield f"disputed {dispute.matter}: {yes} against {no}{readings}"
    for flag in found.flags:
        if flag in FLAG_WORDS and not (flag == "no_date_stated" and found.deadline.original is not None):
            yield FLAG_WORDS[flag]
    for assumed in found.assumptions:
        yield f"assumed: {assumed}"


def change_line(change: Change, record: Agreement) -> str:
    """What changed for one instance."""
    before = change.before.name if change.before is not None else "not listed"
    return f"{change.day}  {instance_title(change.after, record)}: {before} → {change.after.name}"
