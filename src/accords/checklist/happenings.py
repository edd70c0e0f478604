"""The events of a record that a checklist may speak of."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checklist.standings import EventRow
from accords.engine.knowledge import Visible
from accords.engine.references import events_in
from accords.model.agreement import Agreement
from accords.words import Names, word

__all__ = ["event_rows"]


def event_rows(agreement: Agreement, names: Names, visible: Visible | None = None) -> tuple[EventRow, ...]:
    """The events that conditions of duties name and, of the others, those of which something is ``visible``.

    Events that became known later are left out, since their very summary would tell.
    """
    return tuple(_rows(agreement, names, visible))


def _rows(agreement: Agreement, names: Names, visible: Visible | None) -> Iterator[EventRow]:
    named = {event_id for duty in agreement.obligations for event_id in events_in(duty)}
    for event in agreement.events:
        said = visible.statements[event.id] if visible is not None else ()
        if event.id not in named and not said:
            continue
        yield EventRow(
            record_id=agreement.id,
            id=event.id,
            kind=event.kind.value,
            kind_words=word(event.kind),
            summary=event.summary,
            actors=tuple(names.actor(each) for each in event.actor_ids),
            obligation_ids=event.obligation_ids,
            place=event.place,
            claims=len(said),
        )
