"""What a table of records is: its columns, what each holds, and how a row is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from attrs import field, frozen

from accords.vocabulary import Vocabulary

__all__ = ["Cell", "ColumnKind", "Table", "TableColumn", "TableLink", "TableRow"]

Cell: TypeAlias = str | int | bool | Decimal | date | None
"""What stands in a row under a column; None where nothing is stated."""

TableRow: TypeAlias = dict[str, Cell]
"""TableColumn → cell."""


class ColumnKind(StrEnum):
    """What sort of value a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@frozen(kw_only=True)
class TableColumn:
    """A column: its name, the sort of its values, what they mean and, if they are words of a closed list, which."""

    name: str
    kind: ColumnKind
    text: str
    words: type[Vocabulary] | None = None
    read: Callable[[Any], Cell] = field(repr=False, eq=False)


@frozen
class TableLink:
    """Columns of a table name a row of another one, by the columns of its key."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@frozen(kw_only=True)
class Table:
    """A table: what a row of it is, its columns in their order, those that tell its rows apart, and its links.

    ``has_gaps``: cells of the key may be empty.
    """

    name: str
    text: str
    key: tuple[str, ...]
    columns: tuple[TableColumn, ...]
    links: tuple[TableLink, ...] = ()
    has_gaps: bool = False

    def cells(self, things: Iterable[Any]) -> list[tuple[Cell, ...]]:
        """A row for each of ``things``, cells in the order of the columns."""
        reads = [column.read for column in self.columns]
        return [tuple([read(thing) for read in reads]) for thing in things]
