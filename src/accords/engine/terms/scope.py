"""For which instance a condition is asked, and who waits for it."""

from __future__ import annotations

from typing import NamedTuple

from accords.dates.durations import Duration
from accords.engine.facts.bearers import Waiting
from accords.engine.facts.hearing import Favours

__all__ = ["EVERYWHERE", "Scope"]


class Scope(NamedTuple):  # a tuple, for it is part of the key of every condition
    """For which instance a condition is asked."""

    event: tuple[str, str] | None = None
    """A repeatable event and the occurrence that stands for it."""
    turn: tuple[str, int] | None = None
    """Another duty and the turn of it that stands for it."""
    joined: tuple[str, ...] = ()
    """Obligors that are bound later than others: the entry into force is that of the first of them."""
    later: tuple[Duration, int] | None = None
    """By how many periods the days of the first turn are shifted."""
    nearest: bool = False
    """Whether a working day is the nearest that it can be, as reported, whatever the calendar leaves open."""
    waiting: Waiting | None = None
    """Who waits for the events of the condition, and whose interest it serves that they come."""

    @property
    def who_waits(self) -> Waiting:
        """Who waits, or that nobody does in particular."""
        return self.waiting or _NOBODY_WAITS

    @property
    def unheard(self) -> Scope:
        """The same where it is nobody's who waits."""
        return EVERYWHERE if self[:5] == _PLAIN else Scope(*self[:5])

    @property
    def first(self) -> Scope:
        """The same for the first turn."""
        return self if self.later is None else self._replace(later=None)

    @property
    def opposed(self) -> Scope:
        """The same where what comes serves the other side: an end in place of a beginning."""
        if self.waiting is None:
            return self
        return self._replace(waiting=Waiting(self.waiting.bearer, self.waiting.favours.reverse))


_PLAIN = (None, None, (), None, False)
_NOBODY_WAITS = Waiting(None, Favours.EITHER)
EVERYWHERE = Scope()
"""For no instance in particular."""
