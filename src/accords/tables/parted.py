"""The tables that part what stands in one cell elsewhere: the actors, themes and events of obligations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from accords.model.agreement import Agreement
from accords.model.walk import bears_on
from accords.tables.fields import plain_column
from accords.tables.recorded import of_actor, table
from accords.tables.table import ColumnKind, Table, TableLink

__all__ = ["PARTED"]

_TEXT = ColumnKind.TEXT

_PARTS = {
    "obligor": "obligor_ids",
    "owed_to": "owed_to_ids",
    "verifier": "verified_by_ids",
    "judge": "determined_by_ids",
    "consents": "with_consent_of_ids",
}
"""The part that an actor has in an obligation → the field that names it."""


class _Pair(NamedTuple):
    record: Agreement
    first: str
    second: str
    part: str = ""


def _actors(record: Agreement) -> Iterator[_Pair]:
    for duty in record.obligations:
        for part, name in _PARTS.items():
            for actor in getattr(duty, name):
                yield _Pair(record, duty.id, actor, part)


def _themes(record: Agreement) -> Iterator[_Pair]:
    return (_Pair(record, duty.id, theme) for duty in record.obligations for theme in duty.themes)


def _events(record: Agreement) -> Iterator[_Pair]:
    duties = {duty.id for duty in record.obligations}
    return (_Pair(record, event.id, duty) for event in record.events for duty in bears_on(event, duties))


_DUTIES = TableLink(("record_id", "obligation_id"), "obligations", ("record_id", "obligation_id"))

PARTED: tuple[tuple[Table, Callable[[Agreement], Iterable[object]]], ...] = (
    (
        table(
            "obligation_actors",
            "One row for each part that an actor has in an obligation.",
            "record_id obligation_id actor_id part",
            (
                plain_column("obligation_id", _TEXT, "The obligation.", attrgetter("first")),
                plain_column("actor_id", _TEXT, "The actor.", attrgetter("second")),
                plain_column(
                    "part",
                    _TEXT,
                    "obligor: owes it; owed_to: it is owed to it; verifier: its word on the facts prevails; judge: its "
                    "finding settles what they mean; consents: its consent is needed.",
                    attrgetter("part"),
                ),
            ),
            [_DUTIES, of_actor("actor_id")],
        ),
        _actors,
    ),
    (
        table(
            "obligation_themes",
            "One row for each subject of an obligation.",
            "record_id obligation_id theme",
            (
                plain_column("obligation_id", _TEXT, "The obligation.", attrgetter("first")),
                plain_column("theme", _TEXT, "The subject.", attrgetter("second")),
            ),
            [_DUTIES],
        ),
        _themes,
    ),
    (
        table(
            "event_obligations",
            "One row for each obligation on which an event bears.",
            "record_id event_id obligation_id",
            (
                plain_column("event_id", _TEXT, "The event.", attrgetter("first")),
                plain_column("obligation_id", _TEXT, "The obligation.", attrgetter("second")),
            ),
            [_DUTIES, TableLink(("record_id", "event_id"), "events", ("record_id", "event_id"))],
        ),
        _events,
    ),
)
"""Each table with what gives the things of its rows."""
