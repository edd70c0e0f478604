"""What of a sheet did not come into records, counted: columns that no map names, and cells that say nothing to it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field, frozen

__all__ = ["Losses", "LostCells"]


@frozen
class LostCells:
    """Cells of a column that were not read: why, how many, the row of the first, and what stands there."""

    column: str
    reason: str
    count: int
    first_row: int
    example: str


@define
class Losses:
    """Counts what is not read. It grows with the columns of a sheet and the rows of one record, not with all rows."""

    _cells: dict[tuple[str, str], LostCells] = field(factory=dict)
    _counted: set[tuple[str, str, int]] = field(factory=set)
    items: dict[str, tuple[int, int]] = field(factory=dict)
    """What could not be made for want of a cell → how often, and the row of the first."""

    def cell(self, column: str, reason: str, row: int, text: str) -> None:
        """Count a cell that was not read: once, however many things of its record are made of it."""
        if (column, reason, row) in self._counted:
            return
        self._counted.add((column, reason, row))
        before = self._cells.get((column, reason)) or LostCells(column, reason, 0, row, text)
        self._cells[column, reason] = evolve(before, count=before.count + 1)

    def next_record(self) -> None:
        """Go on to rows of which no cell was counted yet."""
        self._counted.clear()

    def item(self, what: str, row: int) -> None:
        """Count a thing that could not be made."""
        count, first = self.items.get(what, (0, row))
        self.items[what] = (count + 1, first)

    def cells(self) -> Iterator[LostCells]:
        """The cells that were not read, in the order in which they were met."""
        yield from self._cells.values()
