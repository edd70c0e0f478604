"""Atoms: the things that worlds may decide differently, each by what it is about."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from accords.engine.days.moments import Instant, Moment
from accords.engine.facts.bearers import Bearer, Subject
from accords.engine.facts.bearing import Turn

__all__ = [
    "AmountExceeded",
    "AmountReached",
    "Atom",
    "BoundParty",
    "ClearedSince",
    "ConclusionDay",
    "CountedDay",
    "DeniedTo",
    "EventBreach",
    "EventDay",
    "FoundDay",
    "PlannedDay",
    "ReadingChoice",
    "ToldBreach",
    "TurnOfAct",
    "UnlistedTurn",
    "UnseenAct",
    "UnseenViolation",
    "WordsMet",
]

InstanceKey: TypeAlias = tuple[Bearer, int | None]
"""What tells an instance from the others of its record."""


@frozen
class ConclusionDay:
    """When the agreement was concluded."""


@frozen
class BoundParty:
    """From when a party is bound that does not hold itself to be one."""

    actor_id: str


@frozen
class ReadingChoice:
    """Which reading of a duty holds: by its place, 0 for the duty as it is written."""

    duty_id: str


@frozen
class EventDay:
    """When an event happened, as it bears on a subject."""

    event_id: str
    subject: Subject


@frozen
class DeniedTo:
    """The last day up to which an event is established not to have happened."""

    event_id: str
    subject: Subject


@frozen
class PlannedDay:
    """When an event comes that is planned."""

    event_id: str
    subject: Subject


@frozen
class EventBreach:
    """From when a happening was a breach."""

    event_id: str
    bearer: Bearer


@frozen
class ToldBreach:
    """When there was a breach that a body is said to have found."""

    duty_id: str
    event_id: str
    body: str
    bearer: Bearer
    turn: Turn


@frozen
class FoundDay:
    """The day of what a body found: by the event of its finding, or by the duty and instance in breach."""

    subject_id: str
    instance: InstanceKey | None = None


@frozen
class ClearedSince:
    """From when an instance is excused by a finding that it was not breached, if it is; ``late``: that was made, and
    speaks of days after the deadline."""

    event_id: str
    body: str
    instance: InstanceKey
    late: bool


@frozen
class UnseenAct:
    """When an instance was performed without a report."""

    instance: InstanceKey


@frozen
class UnseenViolation:
    """When an instance was violated without a report."""

    instance: InstanceKey


@frozen
class UnlistedTurn:
    """When a turn that is not listed reached a point in its life without a report."""

    duty_id: str
    number: int


@frozen
class TurnOfAct:
    """Whether, and when, an act performed an instance that it may belong to; ``home``: it is taken for that one's."""

    event_id: str
    instance: InstanceKey
    home: bool


@frozen
class AmountReached:
    """When the amounts that an instance asks for were reached."""

    instance: InstanceKey


@frozen
class AmountExceeded:
    """Whether, and when, one amount of an instance was beyond what is allowed."""

    instance: InstanceKey
    number: int


@frozen
class WordsMet:
    """When words came true: by the id of their condition, or by its place in memory where it has none."""

    condition: str | int


@frozen
class CountedDay:
    """Where a period ends that is not counted to the day; ``given``: as reported."""

    condition: int
    anchor: Moment
    given: Instant


Atom: TypeAlias = (
    ConclusionDay
    | BoundParty
    | ReadingChoice
    | EventDay
    | DeniedTo
    | PlannedDay
    | EventBreach
    | ToldBreach
    | FoundDay
    | ClearedSince
    | UnseenAct
    | UnseenViolation
    | UnlistedTurn
    | TurnOfAct
    | AmountReached
    | AmountExceeded
    | WordsMet
    | CountedDay
)
"""One thing that worlds may decide differently: the day of an event, an unreported act, a reading."""
