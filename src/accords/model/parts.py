"""What reads a record asks of it, where the record itself is built on those readers."""

from __future__ import annotations

from typing import Protocol

from accords.model.actors import Actor, Party, ThirdParty
from accords.model.events import Assessment, Event
from accords.model.obligations import Obligation
from accords.model.sources import Source

__all__ = ["Parts"]


class Parts(Protocol):
    """The parts of a record that are looked up, followed and added to; an ``Agreement`` has them."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody the record speaks of."""
        ...

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom the agreement is between."""
        ...

    @property
    def third_parties(self) -> tuple[ThirdParty, ...]:
        """Mediators, guarantors, hosts and others."""
        ...

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """What was undertaken, allowed or declared."""
        ...

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened or may happen."""
        ...

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Ratings of obligations by others."""
        ...

    @property
    def sources(self) -> tuple[Source, ...]:
        """What the record rests on."""
        ...
