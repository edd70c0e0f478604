"""The days that decide one instance: bound, triggered, open, due, performed, violated, ended."""

from __future__ import annotations

from attrs import define, frozen

from accords.engine.days.moments import (
    ALWAYS,
    NOT_EVER,
    Moment,
    rest,
)
from accords.engine.days.spells import Spell
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.table import State
from accords.model.conditions import Condition
from accords.model.events import Event
from accords.model.obligations import Obligation, Reading, Recurring

__all__ = ["Slots", "Stage", "Terms", "follows", "recurs"]


@frozen
class Slots:
    """The conditions of a duty as one reading has them."""

    trigger: Condition | None
    not_before: Condition | None
    due: Condition | None
    ends: Condition | None

    @classmethod
    def of(cls, duty: Obligation, reading: Reading | None) -> Slots:
        """Those of the duty, with what the reading puts in their place; what is kept from day to day is never due."""
        new = reading.replaces if reading is not None else None
        due = None if duty.is_continuing else duty.due
        if new is None:
            return cls(duty.trigger, duty.not_before, due, duty.ends)
        due = None if duty.is_continuing else new.due or duty.due
        return cls(new.trigger or duty.trigger, new.not_before or duty.not_before, due, new.ends or duty.ends)


def recurs(duty: Obligation) -> Recurring | None:
    """How the duty comes round, where it does so at a stated period."""
    performance = duty.performance
    return performance if isinstance(performance, Recurring) and performance.every is not None else None


@frozen
class Stage:
    """A deadline and the days from which it stands, where it was postponed."""

    since: Moment
    due: Moment


def follows(later: Stage, earlier: Stage) -> bool:
    """Whether one stage surely comes after another; of two that may fall on one day, neither does."""
    if ALWAYS in (later.since, earlier.since):
        return earlier.since == ALWAYS and later.since != ALWAYS
    return rest(earlier.since)[-1][1] < later.since[0][0]


@define
class Terms:
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
    violations: tuple[tuple[Event | None, Moment], ...] = ()
