"""The days that decide one instance: bound, triggered, open, due, performed, violated, ended."""

from __future__ import annotations

from attrs import define, frozen

from accords.engine.moments import (
    ALWAYS,
    NOT_EVER,
    Moment,
    rest,
)
from accords.engine.spells import Spell
from accords.engine.table import Env, State
from accords.model.events import Event
from accords.model.obligations import Obligation, Reading

__all__ = ["Stage", "Terms", "follows", "is_continuing"]


def is_continuing(duty: Obligation) -> bool:
    """Whether the duty is kept from day to day."""
    return duty.is_continuing


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
    env: Env
    spells: tuple[Spell, ...] = ()
    ends: tuple[tuple[Moment, State], ...] = ()
    stages: tuple[Stage, ...] = ()
    stated_due: Moment = NOT_EVER
    flags: tuple[str, ...] = ()
    acts: tuple[tuple[Event, Moment], ...] = ()
    violations: tuple[tuple[Event | None, Moment], ...] = ()
