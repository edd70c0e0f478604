"""The tables of a record: which objects are rows of which sheet, what tells each row from the others, what it says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from accords.editing.workbook.cells.citing import CITATION
from accords.editing.workbook.cells.columns import CellColumn, columns_of_class, value_at
from accords.editing.workbook.cells.kinds import CONDITION, CONDITION_KINDS, DATE, ID
from accords.editing.workbook.cells.several import several
from accords.model.actors import Actor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conclusion import Relation
from accords.model.events import Assessment, Claim, Event, Monitoring, RatingScale
from accords.model.obligations import Linkage, Obligation
from accords.model.sources import Source

__all__ = [
    "ABOUT",
    "CONDITIONS",
    "LONG",
    "NATURAL",
    "PARENT",
    "TABLES",
    "BookTable",
    "TableRow",
    "cell_hash",
    "cut",
    "hashed",
    "plain",
    "rows_of_record",
    "table_rows",
]


@frozen(kw_only=True)
class BookTable:
    """A sheet: where its objects stand in a record, what they are, and which of its columns are seen at first."""

    name: str
    cls: type
    member: str
    columns: tuple[CellColumn, ...]
    seen: frozenset[str] = frozenset()

    @property
    def own_id(self) -> str | None:
        """The column with the id of the row itself; None where rows have none."""
        return next((column.name for column in self.columns if column.is_own_id), None)

    def column(self, name: str) -> CellColumn | None:
        """The column of that name."""
        return next((column for column in self.columns if column.name == name), None)


@frozen(kw_only=True)
class TableRow:
    """A row: its key, the object, its JSON Pointer, and its cells by the names of columns; empty ones are left out."""

    table: BookTable
    key: str
    held: Any
    pointer: str
    cells: dict[str, str]


PARENT = "event"
"""The column that says of which event a claim is."""


def _table(name: str, cls: type, member: str, seen: str = "", leave: str = "") -> BookTable:
    columns = columns_of_class(cls, frozenset(leave.split()))
    if cls is Claim:
        parent = CellColumn(steps=(PARENT,), kind=ID, about="The event that the claim is about.")
        columns = (parent, *columns)
    return BookTable(name=name, cls=cls, member=member, columns=columns, seen=frozenset(seen.split()))


_LISTS = "actors parties third_parties obligations linkages events monitoring scales assessments sources related"

ABOUT = _table("about", Agreement, "", leave=_LISTS)
TABLES = (
    ABOUT,
    _table("actors", Actor, "actors", "id kind name acts_for"),
    _table("parties", Party, "parties", "actor_id side represented_by_ids citations"),
    _table("third_parties", ThirdParty, "third_parties", "actor_id role citations"),
    _table(
        "duties", Obligation, "obligations",
        "id clause obligor_ids modality action as_written performance.kind performance.every trigger due ends "
        "quantities citations",
    ),
    _table("linkages", Linkage, "linkages", "obligation_ids mode citations"),
    _table("happenings", Event, "events", "id kind summary act actor_ids obligation_ids place", leave="claims"),
    _table("claims", Claim, "claims", "event id says when known_on claimed_by_id text citations"),
    _table("watching", Monitoring, "monitoring", "obligation_ids since through monitored_by_id recorded citations"),
    _table("ratings", Assessment, "assessments", "obligation_id assessor_id assessor on scale value citations"),
    _table("scales", RatingScale, "scales", "id title levels minimum maximum"),
    _table("sources", Source, "sources", "id kind title publisher published language url"),
    _table("related", Relation, "related", "relation title agreement_id date"),
)  # fmt: skip
"""In the order of the sheets. Lists that are not here are columns."""

CONDITIONS = BookTable(
    name="conditions",
    cls=object,
    member="",
    columns=(
        CellColumn(steps=("line",), kind=CONDITION, about="What it says; it is changed where it stands."),
        CellColumn(steps=("id",), kind=ID, about="The condition's own id."),
        CellColumn(steps=("citations",), kind=several(CITATION), about="Where the source says so."),
        CellColumn(steps=("review_after",), kind=DATE, about="When the coder wants to be reminded."),
    ),
)
"""What conditions carry that their lines do not say."""


def hashed(text: str) -> str:
    """A short hash of what a cell says, without what programs change or leave out of themselves."""
    return hashlib.sha256(_UNKEPT.sub("", plain(text)).encode()).hexdigest()[:12]


_UNKEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
"""Signs that a workbook cannot hold, or that some program does not keep."""


LONGEST = 32_000
"""So many characters a cell can hold, with some room."""
LONG = "long:"
"""Before the hash of a cell that has only the beginning of its text."""


def cut(text: str) -> str:
    """As much of a text as a cell can hold."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def cell_hash(text: str) -> str:
    """What is kept of a cell to see whether it changed; nothing for an empty one."""
    return "" if not text.strip() else LONG + hashed(cut(text)) if len(text) > LONGEST else hashed(text)


def plain(text: str) -> str:
    """A text as programs leave it alone: one sort of line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def cells_of(columns: tuple[CellColumn, ...], held: Any) -> dict[str, str]:
    """What the cells of an object say; empty ones are left out."""
    found = ((column.name, column.kind, value_at(held, column.steps)) for column in columns)
    texts = ((name, kind.write(value)) for name, kind, value in found if value is not None)
    return {name: text for name, text in texts if text}


def table_rows(table: BookTable, record: Any) -> Iterator[TableRow]:
    """The rows of a table in a record as plain JSON."""
    seen: dict[str, int] = {}
    for pointer, held, extra in _objects(table, record):
        cells = {**extra, **cells_of(table.columns, held)}
        key = table.name if table is ABOUT else cells.get(table.own_id or NATURAL.get(table.cls, "")) or _key(cells)
        seen[key] = seen.get(key, 0) + 1
        key = key if seen[key] == 1 else f"{key}.{seen[key]}"
        yield TableRow(table=table, key=key, held=held, pointer=pointer, cells=cells)


NATURAL = {Party: "actor_id", ThirdParty: "actor_id"}
"""What tells rows without an id apart, where nearly always one field does."""


def _key(cells: dict[str, str]) -> str:
    """What tells a row without an id from others: all that it says."""
    return "~" + hashed("\x1f".join(f"{name}\x1e{text}" for name, text in sorted(cells.items())))


def _objects(table: BookTable, record: Any) -> Iterator[tuple[str, Any, dict[str, str]]]:
    if table is ABOUT:
        yield "", record, {}
    elif table.cls is Claim:
        for at, event in enumerate(record.get("events", ())):
            for place, claim in enumerate(event.get("claims", ())):
                yield f"/events/{at}/claims/{place}", claim, {PARENT: event["id"]}
    else:
        for at, held in enumerate(record.get(table.member, ())):
            yield f"/{table.member}/{at}", held, {}


def rows_of_record(record: Any) -> Iterator[TableRow]:
    """All rows of a record as plain JSON, those of its conditions last."""
    conditions: list[TableRow] = []
    for table in TABLES:
        for row in table_rows(table, record):
            yield row
            conditions += _conditions(row)
    yield from conditions


def _conditions(row: TableRow) -> Iterator[TableRow]:
    """A row for each condition of a row, and for each part of one that carries something."""
    for steps, held, outer in _inside(row.held, (), False, row.table):
        cells = cells_of(CONDITIONS.columns[1:], held)
        if outer or cells:
            key = "/".join((row.table.name, row.key.replace("/", "|"), *map(str, steps)))
            line = CONDITION.write(held)
            pointer = row.pointer + "".join(f"/{step}" for step in steps)
            yield TableRow(table=CONDITIONS, key=key, held=held, pointer=pointer, cells={"line": line, **cells})


def _inside(
    held: Any, steps: tuple[Any, ...], within: bool, table: BookTable
) -> Iterator[tuple[tuple[Any, ...], Any, bool]]:
    """The conditions inside plain JSON, with the steps to each, and whether it is in no other."""
    if isinstance(held, dict):
        is_condition = bool(steps) and held.get("kind") in CONDITION_KINDS
        if is_condition:
            yield steps, held, not within
        for name, each in held.items():
            if isinstance(each, (dict, list)) and not _elsewhere(name, steps, table):
                yield from _inside(each, (*steps, name), within or is_condition, table)
    elif isinstance(held, list):
        for at, each in enumerate(held):
            yield from _inside(each, (*steps, at), within, table)


def _elsewhere(name: str, steps: tuple[Any, ...], table: BookTable) -> bool:
    """Whether a member is a table of its own, or not ours to read."""
    if steps:
        return False
    return (table is ABOUT and name in (*_LISTS.split(), "extensions")) or (table.cls is Event and name == "claims")
