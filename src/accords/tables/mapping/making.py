"""Records made from rows by a map. Nothing is added to what cells say but what the map says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from attrs import define, field

from accords.tables.mapping.filling import MISSING, Filler
from accords.tables.mapping.frames import RECORD, member_of
from accords.tables.mapping.losses import Losses
from accords.tables.mapping.record_map import RecordMap
from accords.tables.mapping.sheet import SheetError, SheetRow

__all__ = ["Making"]

_SOURCE = "dataset"


@define
class Making:
    """Makes records by a map, and counts what is made and what is not read.

    ``made`` counts the objects that rows gave, by list and by the column that an ``if`` asks.
    """

    how: RecordMap
    losses: Losses = field(factory=Losses)
    rows: int = 0
    made: dict[str, int] = field(factory=dict)
    unnamed: dict[str, tuple[int, int]] = field(factory=dict)
    """Columns that the map does not name → how many cells of them say something, and the row of the first."""

    def records(self, rows: Iterable[SheetRow]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each record as plain JSON, with the number of its first row. Holds the rows of one record at a time.

        Raises SheetError where rows of one record do not stand together, for a later one would be another record.
        """
        seen: set[str] = set()
        for key, group in groupby(map(self._noted, rows), lambda row: row.cells.get(self.how.key, "")):
            several = list(group)
            first = several[0].number
            if key in self.how.missing:
                for row in several:
                    self.losses.item(f"a record, for want of a {self.how.key}", row.number)
                continue
            if key in seen:
                raise SheetError(f"row {first}: {self.how.key} is {key!r} again; sort the sheet by that column")
            seen.add(key)
            yield first, self._record(several)

    def _noted(self, row: SheetRow) -> SheetRow:
        self.rows += 1
        for column, cell in row.cells.items():
            if column not in self.how.columns and cell not in self.how.missing:
                count, first = self.unnamed.get(column, (0, row.number))
                self.unnamed[column] = (count + 1, first)
        return row

    def _record(self, rows: list[SheetRow]) -> dict[str, Any]:
        self.losses.next_record()
        record: dict[str, Any] = {"accords_version": "1.0"}
        filled = self._filler(rows[0]).fill(self.how.record, RECORD.without("actors", "parties"))
        record |= filled if filled is not MISSING else {}
        for name, objects in self.how.each.items():
            made = [one for row in rows for template in objects for one in self._one(name, template, row)]
            record.setdefault(name, []).extend(_merged(made))
        record = {name: value for name, value in record.items() if value != []}
        record["sources"] = [{"id": _SOURCE, "kind": "dataset", **self.how.source}]
        record["coding"] = {**record.get("coding", {}), "status": "draft"}
        return record

    def _one(self, name: str, template: Mapping[str, Any], row: SheetRow) -> Iterator[dict[str, Any]]:
        if "split" in template:
            rest = {member: value for member, value in template.items() if member != "split"}
            yield from (made for part in _parts(row, template["split"]) for made in self._one(name, rest, part))
            return
        filler = self._filler(row)
        if "if" in template and not filler.holds(template["if"]):
            return
        bare = {member: value for member, value in template.items() if member != "if"}
        made = filler.fill(bare, member_of(RECORD, name, bare))
        if made is MISSING and not filler.says_something(bare):
            return
        if made is MISSING:
            self.losses.item(f"one of {name}, for want of a cell that it needs", row.number)
            return
        asked = template.get("if")
        label = f"{name} by {asked}" if isinstance(asked, str) else name
        self.made[label] = self.made.get(label, 0) + 1
        yield made

    def _filler(self, row: SheetRow) -> Filler:
        return Filler(
            row=row,
            missing=self.how.missing,
            yes=self.how.yes,
            no=self.how.no,
            words=self.how.words,
            order=self.how.order,
            citation={"source_id": _SOURCE, "locator": f"row {row.number}"},
            losses=self.losses,
        )


def _parts(row: SheetRow, split: Mapping[str, str]) -> Iterator[SheetRow]:
    """The row once for each part of a cell that holds several."""
    ((column, sign),) = split.items()
    for part in row.cells.get(column, "").split(sign):
        yield SheetRow(row.number, {**row.cells, column: part.strip()})


def _merged(made: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each thing once: of those that say the same, one with the citations of all."""
    seen: dict[str, dict[str, Any]] = {}
    for one in made:
        bare = repr({name: value for name, value in one.items() if name != "citations"})
        if bare not in seen:
            seen[bare] = one
        elif "citations" in one:
            seen[bare]["citations"] = [*seen[bare]["citations"], *one["citations"]]
    yield from seen.values()
