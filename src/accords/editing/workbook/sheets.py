"""What was filled in, whatever file it came from: rows with their places, and what they said when they were written."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from accords.editing.workbook.stored import Held, StoredCell
from accords.editing.workbook.tables import BookTable, plain

__all__ = ["CellFault", "FilledBook", "FilledRow", "NoBookError"]


class NoBookError(ValueError):
    """A file is not one that was made here to be filled in, with the reason."""


@frozen(kw_only=True)
class CellFault:
    """What is wrong with a cell, by its place as programs show it: ``Duties!G7``."""

    place: str
    sentence: str
    conflict: bool = False
    help: str = ""

    def __str__(self) -> str:
        """The place, and what is wrong there."""
        return f"{self.place}: {self.sentence}"


@frozen(kw_only=True)
class FilledRow:
    """A row: its table and key, its cells, the place of each column, and whether it is to be taken out."""

    table: BookTable
    record: str | None
    key: str
    cells: Mapping[str, StoredCell]
    places: Mapping[str, str]
    deleted: bool = False

    @property
    def place(self) -> str:
        """The place of its first cell."""
        return next(iter(self.places.values()), self.table.name)

    def text(self, name: str) -> str:
        """What a cell says; nothing where it is empty or blank."""
        cell = self.cells.get(name)
        return "" if cell is None or not cell.text.strip() else plain(cell.text)

    def holds_formula(self, name: str) -> bool:
        """Whether a cell holds something that is worked out."""
        return name in self.cells and self.cells[name].held is Held.FORMULA


@frozen(kw_only=True)
class FilledBook:
    """A file that was filled in. ``base`` has the hash of each cell as it was written, by record, table and key.

    ``contents`` are the records it was made from, with the hashes of their contents; ``columns`` are those that a table
    has in the file: what is not there was not emptied. ``remarks`` say what was not read.
    """

    rows: tuple[FilledRow, ...]
    base: Mapping[tuple[str, str, str], Mapping[str, str]]
    contents: Mapping[str, str]
    faults: tuple[CellFault, ...] = ()
    remarks: tuple[str, ...] = ()
