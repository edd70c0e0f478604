"""For whom an actor speaks at an instant, and to whom it belongs: ``model.acting`` on the axis of a record."""

from __future__ import annotations

import datetime

from accords.engine.days.axis import Axis
from accords.engine.days.moments import Instant
from accords.model.acting import Acting
from accords.model.agreement import Agreement

__all__ = ["Voices"]


class Voices:
    """Asks who speaks for whom on the day of an instant; where nobody knows the day, only what holds on every day."""

    def __init__(self, record: Agreement, axis: Axis) -> None:
        self._axis = axis
        self._acting = Acting(record)
        self._spans = frozenset(
            actor.id for actor in record.actors if any(span.since or span.until for span in actor.acts_for)
        )
        self._belongs: dict[str, frozenset[str]] = {}

    def timed(self, actor: str | None) -> bool:
        """Whether it depends on the day for whom the actor speaks."""
        return bool(self._spans) and actor is not None and not self._spans.isdisjoint(self.belongs_to(actor))

    def spoken_for(self, actor: str, on: Instant | None = None) -> frozenset[str]:
        """The actor and everybody whose word it is, what the actor says at an instant. None: nobody knows when."""
        if not self.timed(actor):
            return self._acting.speaks_for(actor)
        return frozenset.intersection(*(self._acting.speaks_for(actor, day) for day in self._days(on)))

    def belongs_to(self, actor: str) -> frozenset[str]:
        """The actor and everybody to whom it belongs, on whatever day and in whatever way."""
        found = self._belongs.get(actor)
        if found is None:
            found = self._belongs[actor] = self._acting.around((actor,))
        return found

    def belonged_to(self, actor: str, on: Instant | None = None) -> frozenset[str]:
        """Those of them to whom it belongs at an instant. None: nobody knows when."""
        if not self.timed(actor):
            return self.belongs_to(actor)
        return frozenset.intersection(*(self._acting.around((actor,), day) for day in self._days(on)))

    def _days(self, on: Instant | None) -> tuple[datetime.date, ...]:
        """The day of an instant, or the first and the last of all where nobody knows it."""
        if on is None or not self._axis.on_calendar(on):
            return datetime.date.min, datetime.date.max
        return (datetime.date.fromordinal(self._axis.day(on)),)
