"""What kinds of event there are to the engine: acts, declarations, formal acts."""

from __future__ import annotations

from accords.engine.facts.hearing import Favours
from accords.model.events import Event
from accords.vocabulary import Act, EventKind

__all__ = ["ACTED", "DECLARED", "FAVOURS", "LEAVING", "is_formal"]

FAVOURS = {
    EventKind.PERFORMANCE: Favours.OBLIGOR,
    EventKind.RELEASE: Favours.OBLIGOR,
    EventKind.POSTPONEMENT: Favours.OBLIGOR,
    EventKind.SUSPENSION: Favours.OBLIGOR,
    EventKind.TERMINATION: Favours.OBLIGOR,
    EventKind.SUPERSESSION: Favours.OBLIGOR,
    EventKind.CONDUCT: Favours.OTHERS,
    EventKind.RESUMPTION: Favours.OTHERS,
}
"""Kind of event → whose interest it serves, where it is about a duty."""

DECLARED = (EventKind.RELEASE, EventKind.SUSPENSION, EventKind.TERMINATION)
"""What a party can declare by itself for what it is owed, and for nothing else."""

LEAVING = (Act.DENUNCIATION, Act.WITHDRAWAL)
"""The formal acts by which a party takes itself out of the agreement."""

ACTED = (EventKind.PERFORMANCE, EventKind.CONDUCT)
"""What somebody does, so that it bears on the instances of those to whom its actors belong."""


def is_formal(event: Event) -> bool:
    """Whether it is a formal act, which anybody's word settles and which did not happen where nobody reports it."""
    return event.act is not None or event.kind is EventKind.MILESTONE
