"""The days that decide one instance: bound, triggered, open, due, performed, violated, ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from accords.engine.days.moments import (
    ALWAYS,
    NOT_EVER,
    Instant,
    Moment,
    rest,
    union,
)
from accords.engine.days.spells import Spell
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.table import State
from accords.model.conditions import Condition, Never, Offset, OnEvent, OnObligation, Prose, Vague
from accords.model.events import Event
from accords.model.obligations import EachTime, Obligation, Reading, Recurring
from accords.model.walk import nodes
from accords.vocabulary import Reaches

__all__ = ["Slots", "Stage", "Terms", "Violation", "due_at", "follows", "has_numbers", "recurs"]

Violation: TypeAlias = tuple[Event | None, Moment]
"""What was a violation, and on which days; None where no event is named."""


def counted_back_from(due: Condition | None) -> OnEvent | OnObligation | None:
    """The event or the performance before which a deadline lies; None where it lies before neither."""
    back = False
    while isinstance(due, Offset):
        back, due = back or due.is_before, due.anchor
    if not back:
        return None
    done = isinstance(due, OnObligation) and due.reaches in (Reaches.FULFILLED, Reaches.EXERCISED)
    return due if isinstance(due, OnEvent) or done else None  # type: ignore[return-value]


def counted_on_from(due: Condition | None) -> Condition | None:
    """After what a deadline lies; None where it lies before something, or is counted from nothing."""
    anchor = None
    while isinstance(due, Offset) and not due.is_before:
        anchor = due = due.anchor
    return anchor


class Slots(NamedTuple):
    """The conditions of a duty as one reading has them."""

    trigger: Condition | None
    not_before: Condition | None
    due: Condition | None
    ends: Condition | None
    kept: bool
    """Whether it is kept from day to day, and never done."""
    counted_back: OnEvent | OnObligation | None
    """Before what the deadline lies, where it is counted back from an event or a performance."""
    counted_on: Condition | None = None
    """After what the deadline lies, where it is counted on from something."""

    def lies_before(self, event_id: str) -> bool:
        """Whether the deadline is counted back from an event."""
        return isinstance(self.counted_back, OnEvent) and self.counted_back.event_id == event_id

    def waits_for(self, condition: Condition | None, event_id: str | None) -> bool:
        """Whether it arises with that very thing, the trigger or the event that makes it arise each time."""
        if condition is None or self.trigger is not None:
            return condition is not None and condition == self.trigger
        return isinstance(condition, OnEvent) and condition.event_id == event_id

    @classmethod
    def of(cls, duty: Obligation, reading: Reading | None) -> Slots:
        """Those of the duty, with what the reading puts in their place; what is kept from day to day is never due."""
        new = reading.replaces if reading is not None else None
        kept = duty.is_continuing
        due = None if kept else duty.due if new is None else new.due or duty.due
        back = counted_back_from(due)
        if new is None:
            return cls(duty.trigger, duty.not_before, due, duty.ends, kept, back, counted_on_from(due))
        begins, ends = new.not_before or duty.not_before, new.ends or duty.ends
        return cls(new.trigger or duty.trigger, begins, due, ends, kept, back, counted_on_from(due))


def recurs(duty: Obligation) -> Recurring | None:
    """How the duty comes round, where it does so at a stated period."""
    performance = duty.performance
    return performance if isinstance(performance, Recurring) and performance.every is not None else None


def has_numbers(duty: Obligation) -> bool:
    """Whether its instances are numbered: the turns of a period, or one for each time that something comes."""
    return isinstance(duty.performance, EachTime) or recurs(duty) is not None


class Stage(NamedTuple):
    """A deadline and the days from which it stands, where it was postponed."""

    since: Moment
    due: Moment


def is_counted(condition: Condition | None) -> bool:
    """Whether it is so long after something that may be reported."""
    words = (Vague, Prose, Never)
    return isinstance(condition, Offset) and not any(isinstance(node, words) for node in nodes(condition))


def follows(later: Stage, earlier: Stage) -> bool:
    """Whether one stage surely comes after another; of two that may fall on one day, neither does."""
    if ALWAYS in (later.since, earlier.since):
        return earlier.since == ALWAYS and later.since != ALWAYS
    return rest(earlier.since)[-1][1] < later.since[0][0]


def due_at(stages: Sequence[Stage], ended: Moment, t: Instant) -> Moment:
    """The deadline at t: as postponed by then, where the postponement came before the end."""
    begun = [stage for stage in stages if stage.since[0][0] <= min(t, ended[-1][1])]
    sure = [stage for stage in begun if stage.since[-1][1] <= min(t, ended[0][0])]
    last = [stage for stage in begun if not any(follows(other, stage) for other in sure)]
    return last[0].due if len(last) == 1 else union(day for stage in last for day in stage.due)


class Terms(NamedTuple):  # a tuple, for one is made of every instance in every world that is tried
    """Everything that decides one instance under one reading, as sets of possible days."""

    reading: Reading | None
    days: KeyDays
    spells: tuple[Spell, ...] = ()
    ends: tuple[tuple[Moment, State], ...] = ()
    stages: tuple[Stage, ...] = ()
    stated_due: Moment = NOT_EVER
    shown_due: Moment = NOT_EVER
    """The deadline as a reader sees it, which stays while the trigger can still come."""
    flags: tuple[str, ...] = ()
    acts: tuple[tuple[Event, Moment], ...] = ()
    violations: tuple[Violation, ...] = ()
    tied_due: Moment | None = None
    """The deadline of what is to be done together with others, where none of its own comes."""
    tied_to_silence: bool = False
    """Whether nobody reports that any of those was done on which the deadline hangs."""
    ended_alone: Moment | None = None
    """When it ends but for an alternative, where nobody reports that one was done."""
    done_if_owed: bool = False
    """Whether it is surely performed if it is ever owed."""
