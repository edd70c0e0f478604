"""Which instances a duty has: by obligor, by turn of a recurring duty, by occurrence of an event."""

from __future__ import annotations

from typing import NamedTuple

from accords.engine.days.moments import Moment
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.bearing import Turn
from accords.engine.terms.schedule import Window
from accords.engine.terms.scope import EVERYWHERE, Scope
from accords.model.events import Event
from accords.model.obligations import Obligation

__all__ = ["Instance", "Slotted"]


class Slotted(NamedTuple):
    """An act that may perform an instance. ``sure``: if it happened at all, it is this instance's.

    ``home``: it is taken for this instance's where nothing more is known.
    """

    event: Event
    days: Moment
    sure: bool
    home: bool = True


class Instance(NamedTuple):
    """One instance of a duty: whose it is, and which turn or occurrence."""

    duty: Obligation
    bearer: Bearer
    number: int | None = None
    scope: Scope = EVERYWHERE
    """For which occurrence or turn of another duty its conditions are asked."""
    window: Window | None = None
    """Of a turn that is counted from the one before: from when to when it runs."""
    acts: tuple[Slotted, ...] | None = None
    """The acts that belong to it, where the duty has several turns; otherwise every act of the bearer does."""

    @property
    def turn(self) -> Turn:
        """Which of the instances of its bearer it is."""
        return Turn(self.number, self.scope.event[1] if self.scope.event is not None else None)

    @property
    def key(self) -> tuple[Bearer, int | None]:
        """What tells it from the other instances of the record."""
        return (self.bearer, self.number)
