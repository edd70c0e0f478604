"""What the engine finds, put into words: rows, disputes, violations, assumptions, what would settle a status."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from accords.engine.assess import Assumed, Assumption
from accords.engine.axis import Axis
from accords.engine.disputes import Disagreement, Matter
from accords.engine.flags import Incident
from accords.engine.proposals import Proposal
from accords.engine.table import Row, State
from accords.model.events import Event
from accords.standing.days import day_text, days_text
from accords.words import Names, event_in_words, joined, say

__all__ = [
    "Dispute",
    "Violation",
    "assumed_in_words",
    "because",
    "dispute_in_words",
    "matters_in_words",
    "proposal_in_words",
    "spans_in_iso",
    "violation_in_words",
]


@frozen
class Dispute:
    """A matter that two sides see differently, such that deciding it either way gives different states."""

    event_id: str | None
    matter: str
    sayers: tuple[str | None, ...]
    deniers: tuple[str | None, ...]
    reading_ids: tuple[str, ...] = ()
    if_so: frozenset[State] = frozenset()
    if_not: frozenset[State] = frozenset()


@frozen(kw_only=True)
class Violation:
    """A violation of a duty that is kept from day to day, charged or found, with how well it stands.

    ``event_id`` is None where a body found a breach without naming an event. ``days`` tells in words on which days
    it may have begun, ``until`` the last day that it is said to have lasted. ``fact`` is the standing of what
    happened, ``charge`` that of calling it a breach; only both together make it certain.
    """

    event_id: str | None
    days: str
    until: str | None
    fact: str
    charge: str
    certain: bool
    charged_by_ids: tuple[str, ...]
    denied_by_ids: tuple[str, ...]
    reading_ids: tuple[str, ...]


def because(row: Row) -> str:
    """Why a row of the table gives its state."""
    return say(f"row.{row.because}")


def matters_in_words(matters: tuple[Matter, ...]) -> str:
    """What is disputed."""
    return joined([say(f"matter.{matter.value}") for matter in matters])


def dispute_in_words(found: Disagreement) -> Dispute:
    """A disagreement with its matter in words."""
    return Dispute(
        found.event_id,
        matters_in_words(found.matters),
        found.sayers,
        found.deniers,
        found.reading_ids,
        found.if_so,
        found.if_not,
    )


def violation_in_words(found: Incident, axis: Axis) -> Violation:
    """An incident with its days and standings in words."""
    return Violation(
        event_id=found.event_id,
        days=days_text(found.days, axis) or "",
        until=day_text(found.until, axis) if found.until is not None else None,
        fact=found.fact.value,
        charge=found.charge.value,
        certain=found.certain,
        charged_by_ids=found.charged_by_ids,
        denied_by_ids=found.denied_by_ids,
        reading_ids=found.reading_ids,
    )


def assumed_in_words(found: Assumption) -> str:
    """What is taken as given, or what was not followed to its end."""
    kind = "cut" if found.assumed in _CUTS else "assumed"
    event = event_in_words(found.event) if found.event is not None else None
    return say(f"{kind}.{found.assumed.value}", event=event, most=found.most)


_CUTS = (Assumed.DISPUTES, Assumed.TURNS, Assumed.TRIES)


def proposal_in_words(found: Proposal, names: Names, events: Mapping[str, Event], axis: Axis) -> str:
    """What would settle a status, as a change to the record."""
    event = events.get(found.subject_id or "")
    return say(
        f"change.{found.means.value}",
        event=event_in_words(event) if event is not None else None,
        who=names.some_actors_in_words(found.by_ids, "or", found.more),
        days=days_text(found.spans, axis),
        text=found.text,
        turn=names.turn(found.subject_id or "", found.reaches) if found.reaches is not None else None,
    )


def spans_in_iso(found: Proposal, axis: Axis) -> list[list[str]]:
    """The days that a proposal would speak of, first and last of each span, in ISO form."""
    return [[day_text(max(first, axis.opening(1)), axis), day_text(last, axis)] for first, last in found.spans]
