"""Rows that were typed in, and may have been taken in before: which row of the record says the same, or nearly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from accords.codec.notation import KnownIds
from accords.editing.workbook.cells.holding import CellContext
from accords.editing.workbook.cells.kinds import TEXT
from accords.editing.workbook.sheets import FilledRow
from accords.editing.workbook.tables import NATURAL, PARENT, TableRow

__all__ = ["RowsAgain", "TypedRow", "found_again", "said_in"]

_MOST_COMPARED = 1_000_000


@frozen
class TypedRow:
    """A row without a key, and what each cell says, written as the record would be."""

    row: FilledRow
    said: Mapping[str, str]

    @property
    def id(self) -> str:
        """What it goes by, where that was typed: its own id, or the field that tells such rows apart."""
        return self.said.get(_naming(self.row.table.own_id, self.row.table.cls), "")


def said_in(row: FilledRow, known: KnownIds, were: Mapping[str, str]) -> dict[str, str]:
    """What the cells of a row say, written as the record would be; what cannot be read stays as it is.

    ``were`` has ids that things went by before, by those that they go by now.
    """
    found: dict[str, str] = {}
    for column in row.table.columns:
        text = row.text(column.name)
        for new, old in were.items() if column.kind is not TEXT else ():
            text = re.sub(rf"(?<![\w.-]){re.escape(new)}(?![\w.-])", old, text)
        if text:
            try:
                value = column.kind.read(text, CellContext(known, None, lambda _: None))
                found[column.name] = column.kind.write(value)
            except ValueError:
                found[column.name] = text
    return found


@define
class RowsAgain:
    """Typed rows by their ``id()``: the row of the record that says the same, or is the same and says otherwise."""

    same: dict[int, TableRow] = field(factory=dict)
    like: dict[int, TableRow] = field(factory=dict)
    gave_up: bool = False
    """Whether there were too many to look for those that nearly say the same."""


def found_again(typed: Sequence[TypedRow], ours: Iterable[TableRow], *, nearly: bool) -> RowsAgain:
    """Which of ``ours``, rows that were not there when the file was written, each typed row is.

    ``nearly`` says whether to look for those that say otherwise too: by their ids, and without one by what they say.
    """
    found = RowsAgain()
    left = list(ours)
    exact: dict[tuple[str, frozenset[tuple[str, str]]], list[TableRow]] = {}
    for one in left:
        for without in {None, one.table.own_id}:
            exact.setdefault((one.table.name, _cells(one.cells, without)), []).append(one)
    for each in typed:
        same = exact.get((each.row.table.name, _cells(each.said, None)))
        if same:
            found.same[id(each.row)] = same.pop() if len(same) > 1 else same[0]
    if nearly:
        taken = {id(one) for one in found.same.values()}
        _look_nearer([e for e in typed if id(e.row) not in found.same], [o for o in left if id(o) not in taken], found)
    return found


def _look_nearer(typed: list[TypedRow], ours: list[TableRow], found: RowsAgain) -> None:
    named = {(one.table.name, one.cells.get(_naming(one.table.own_id, one.table.cls), "")): one for one in ours}
    nameless = [each for each in typed if not each.id]
    for each in typed:
        one = named.get((each.row.table.name, each.id)) if each.id else None
        if one is not None:
            found.like[id(each.row)] = one
    rest = [one for one in ours if id(one) not in {id(like) for like in found.like.values()}]
    if len(nameless) * len(rest) > _MOST_COMPARED:
        found.gave_up = True
        return
    for each in nameless:
        best = max(_alike(each, rest), key=lambda pair: pair[0], default=None)
        if best is not None:
            found.like[id(each.row)] = best[1]
            rest.remove(best[1])


def _alike(typed: TypedRow, ours: Iterable[TableRow]) -> Iterator[tuple[int, TableRow]]:
    """Rows that agree in more than half of the cells that are filled in; a claim with an id was made otherwise, and one
    of another event is another one."""
    for one in ours:
        if one.cells.get(PARENT) != typed.said.get(PARENT):
            continue
        if one.table is typed.row.table and not (one.table.name == "claims" and "id" in one.cells):
            agreed = sum(one.cells.get(name) == text for name, text in typed.said.items())
            if 2 * agreed > len(typed.said):
                yield agreed, one


def _naming(own_id: str | None, cls: type) -> str:
    return own_id or NATURAL.get(cls, "")


def _cells(cells: Mapping[str, str], without: str | None) -> frozenset[tuple[str, str]]:
    return frozenset((name, text) for name, text in cells.items() if name != without)
