"""The table of conditions: nested ones flattened, each with the one around it and its place there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import attrs

from accords.model.conditions import Condition, Prose
from accords.model.obligations import Reading
from accords.tables.fields import field_columns, plain_column
from accords.tables.places import Placed
from accords.tables.recorded import POINTER, number_column, table
from accords.tables.table import ColumnKind, TableColumn, TableLink

__all__ = ["CONDITIONS"]

_TEXT, _INTEGER = ColumnKind.TEXT, ColumnKind.INTEGER


def _root(row: Placed) -> Placed:
    """The outermost of the conditions in which a condition lies; itself where there is none."""
    here = row
    while here.parent is not None and here.parent.kind == "condition":
        here = here.parent
    return here


def _holder(row: Placed) -> Placed:
    """The obligation, event or party on which a condition bears, else the agreement."""
    here = _root(row)
    while here.parent is not None and here.kind not in ("obligation", "event", "party"):
        here = here.parent
    return here


def _slot(row: Placed) -> str:
    """Under which field of its holder a condition stands, and of what is in that."""
    root, holder = _root(row), _holder(row)
    steps = [here.field for here in (root, *root.upwards) if here is not holder and here.parent is not None]
    inside = steps[: len(steps) - sum(1 for here in holder.upwards if here.parent is not None)]
    return ".".join(reversed(inside))


def _holder_id(row: Placed) -> str | None:
    holder = _holder(row)
    return holder.value.actor_id if holder.kind == "party" else holder.own_id


def _parent_number(row: Placed) -> int | None:
    return row.parent.number if row.parent is not None and row.parent.kind == "condition" else None


def _reading_id(row: Placed) -> str | None:
    reading = row.inside(Reading)
    return reading.id if reading is not None else None


def _suspension_number(row: Placed) -> int | None:
    return next((here.number for here in row.upwards if here.kind == "suspension"), None)


def _position(row: Placed) -> int | None:
    return None if row.position is None else row.position + 1


_ELSEWHERE = ("id", "citations", "anchor", "conditions", "since", "until", "after")
"""Fields of conditions that have columns of their own, or rows."""


def _condition_fields() -> Iterator[TableColumn]:
    """The fields of every kind of condition, each once, with the kinds that have it."""
    having: dict[str, list[type[Prose]]] = {}
    for cls in get_args(Condition):
        for attribute in attrs.fields(cls):
            if attribute.name not in _ELSEWHERE:
                having.setdefault(attribute.name, []).append(cls)
    for name, classes in having.items():
        kinds = ", ".join(cls.kind for cls in classes)
        for column in field_columns(classes[0], name, renamed={"value": "date", "then": "then_start"}):
            yield attrs.evolve(column, text=f"Of {kinds}: {column.text[0].lower()}{column.text[1:]}")


CONDITIONS = table(
    "conditions",
    "One row for each condition, those inside others included, from the outermost inwards.",
    "record_id condition_no",
    (
        number_column("condition_no", "condition"),
        plain_column("condition_id", _TEXT, "Its own id, if it has one.", lambda row: row.value.id),
        plain_column(
            "of_kind", _TEXT, "What it bears on: obligation, event, party or agreement.", lambda row: _holder(row).kind
        ),
        plain_column(
            "of_id",
            _TEXT,
            "The id of that obligation, event or actor; empty where it bears on the agreement.",
            _holder_id,
        ),
        plain_column("slot", _TEXT, "As what: due, trigger, ends, term.entry_into_force and so on.", _slot),
        plain_column("reading_id", _TEXT, "The reading of the obligation that has it.", _reading_id),
        plain_column("suspension_no", _INTEGER, "The suspension that has it, by its number.", _suspension_number),
        plain_column("parent_no", _INTEGER, "The condition right around it; empty for the outermost.", _parent_number),
        plain_column(
            "part",
            _TEXT,
            "What it is in that one: one of its conditions, its anchor, since, until or after.",
            lambda row: row.field if _parent_number(row) else None,
        ),
        plain_column("position", _INTEGER, "Its place where it stands in a list, from 1.", _position),
        plain_column("kind", _TEXT, "Which kind of condition it is.", lambda row: row.value.kind),
        *_condition_fields(),
        POINTER,
    ),
    [TableLink(("record_id", "parent_no"), "conditions", ("record_id", "condition_no"))],
)
