"""A world: how the things are decided that nobody knows for certain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from attrs import frozen

from accords.engine.days.moments import NOT_EVER, Moment, clip, union
from accords.engine.terms.atoms import AmountExceeded, AmountReached, Atom, TurnOfAct, UnseenAct, UnseenViolation

__all__ = ["World"]

_NARROWED = (UnseenAct, UnseenViolation, TurnOfAct, AmountReached, AmountExceeded)
"""Atoms that a world narrows to what it pins, among the days that they may have."""


@frozen(eq=False)
class World:
    """Decides atoms; with nothing pinned and nothing chosen, all that is possible stays so."""

    pins: Mapping[Atom, Moment] = MappingProxyType({})
    """What is decided beforehand, atom by atom."""
    choose: Callable[[Atom, Moment], Moment] | None = None
    """Decides every atom that is not pinned, where there is one."""
    asked: dict[Atom, Moment] | None = None
    """Where there is one, every atom that is asked for is noted there, with its days."""

    def decide(self, atom: Atom, days: Moment) -> Moment:
        """The days of an atom, or those to which this world narrows it."""
        if self.asked is not None:
            self.asked[atom] = union((*self.asked.get(atom, ()), *days))
        pinned = self.pins.get(atom) if self.pins else None
        if pinned is None:
            return days if self.choose is None else self.choose(atom, days)
        if isinstance(atom, _NARROWED):
            return tuple(p for a, b in days for p in clip(pinned, a, b)) or NOT_EVER
        return pinned
