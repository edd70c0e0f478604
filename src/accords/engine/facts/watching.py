"""Who watched when, as far as it makes silence evidence."""

from __future__ import annotations

from collections.abc import Iterable

from accords.engine.days.moments import ANY_DAY, Moment, Span, drop, joined
from accords.engine.facts.knowledge import Visible, Watch
from accords.engine.facts.sides import Side, Sides, Speakers
from accords.model.agreement import Agreement
from accords.model.events import Monitoring

__all__ = ["Watching"]


class Watching:
    """Finds the watched days of a duty or an event, towards the sides of one instance."""

    def __init__(self, record: Agreement, visible: Visible, speakers: Speakers) -> None:
        self._visible = visible
        self._speakers = speakers
        self._of: dict[str, list[Monitoring]] = {}
        for monitoring in record.monitoring:
            for subject in (*monitoring.obligation_ids, *monitoring.event_ids):
                self._of.setdefault(subject, []).append(monitoring)

    def of(self, subject: str) -> bool:
        """Whether anybody watched this duty, or for this event."""
        return subject in self._of

    def days(self, subjects: Iterable[str], sides: Sides) -> Moment:
        """The days on which somebody watched whose watching is evidence, or both sides did. Other watching is told
        in the record, and proves nothing."""
        alone: list[Span] = []
        by_side: dict[Side, list[Span]] = {Side.OWN: [], Side.OTHER: []}
        for monitoring in (each for subject in subjects for each in self._of.get(subject, ())):
            watch = self._visible.watch(monitoring)
            if watch is None:
                continue
            side = self._side(watch, sides)
            if side is Side.VERIFIER:
                alone.append(watch.days)
            elif side in by_side:
                by_side[side].append(watch.days)
        both = drop(joined(by_side[Side.OWN]), drop(ANY_DAY, by_side[Side.OTHER]))
        # Never simplified as other moments are: a day that nobody watched is no evidence.
        return joined((*alone, *both))

    def _side(self, watch: Watch, sides: Sides) -> Side:
        """The side of who watched; a monitor that both sides recognise counts as a verifier does."""
        side = self._speakers.side(watch.watcher, watch.impartial, sides, watch.known)
        spoken_for = self._speakers.spoken_for(watch.watcher, watch.known)
        if side is Side.NEUTRAL and not sides.watchers.isdisjoint(spoken_for):
            return Side.VERIFIER
        return side
