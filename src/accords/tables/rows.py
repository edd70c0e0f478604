"""Records as rows of every table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accords.dates import DateLike
from accords.model.agreement import Agreement, the_agreement
from accords.standing.report import status
from accords.tables.catalogue import TABLES
from accords.tables.further import FURTHER
from accords.tables.judged import AGREEMENT_STATUSES, FINDINGS, RECORDS, STATUSES, ReadRow, found_rows, status_rows
from accords.tables.parted import PARTED
from accords.tables.places import gathered
from accords.tables.recorded import MAIN
from accords.tables.table import Cell, TableRow
from accords.validate import Examination

__all__ = ["Rows", "cells_of_examination", "cells_of_record", "to_tables"]

Rows = dict[str, list[tuple[Cell, ...]]]
"""Name of a table → its rows, cells in the order of the columns."""

_BY_KIND = {**MAIN, **FURTHER}


def to_tables(
    records: Agreement | Iterable[Agreement | Examination],
    *,
    as_of: DateLike | Sequence[DateLike] = (),
    known_by: DateLike | None = None,
) -> dict[str, list[TableRow]]:
    """The rows of every table: name of the table → its rows, each column → cell.

    ``records`` is an agreement, several, or what ``read_records`` gives; of the latter, what cannot be used is in
    ``records`` and ``findings`` alone. ``statuses`` has rows for each day in ``as_of``, from what was known by
    ``known_by`` or else by that day. Raises ValueError for days that cannot be read and for an id that two
    agreements have, TypeError for anything else.

    >>> tables = accords.to_tables(accords.load("examples/minimal.accord.json"), as_of="1911-10-01")
    >>> [(row["obligation_id"], row["due_date"]) for row in tables["obligations"]]
    [('repair-landing', '1911-09-30'), ('no-tolls', None)]
    """
    days = (as_of,) if isinstance(as_of, str) or not isinstance(as_of, Sequence) else tuple(as_of)
    whole: Rows = {name: [] for name in TABLES}
    seen: set[str] = set()
    for each in (records,) if isinstance(records, Agreement) else records:
        for name, rows in _cells_of(each, days, known_by, seen).items():
            whole[name] += rows
    return {name: [_named(name, row) for row in rows] for name, rows in whole.items()}


def _cells_of(
    each: Agreement | Examination, days: Sequence[DateLike], known_by: DateLike | None, seen: set[str]
) -> Rows:
    record = each.agreement if isinstance(each, Examination) else the_agreement(each)
    is_known = record is not None and record.id in seen
    if isinstance(each, Examination):
        rows = cells_of_examination(each, is_known=is_known)
    elif is_known:
        raise ValueError(f"two agreements have the id {each.id!r}, and their rows could not be told apart")
    else:
        rows = {}
    if record is not None and not is_known:
        seen.add(record.id)
        rows |= cells_of_record(record, days, known_by)
    return rows


def _named(name: str, row: tuple[Cell, ...]) -> TableRow:
    return {column.name: cell for column, cell in zip(TABLES[name].columns, row, strict=True)}


def cells_of_record(record: Agreement, days: Sequence[DateLike] = (), known_by: DateLike | None = None) -> Rows:
    """The rows of one record in the tables that have any. Raises ValueError as ``status`` does."""
    rows: Rows = {}
    for kind, things in gathered(record).items():
        if kind in _BY_KIND:
            table = _BY_KIND[kind]
            rows[table.name] = table.cells(things)
    for table, things_of in PARTED:
        rows[table.name] = table.cells(things_of(record))
    for day in days:
        report = status(record, as_of=day, known_by=known_by)
        rows.setdefault(STATUSES.name, []).extend(STATUSES.cells(status_rows(report)))
        rows.setdefault(AGREEMENT_STATUSES.name, []).extend(AGREEMENT_STATUSES.cells((report,)))
    return rows


def cells_of_examination(examination: Examination, *, is_known: bool = False) -> Rows:
    """The rows about reading one record; ``is_known`` says that a record before it has its id."""
    record = examination.agreement
    read = ReadRow(examination.report, record.id if record else None, tabled=record is not None and not is_known)
    return {RECORDS.name: RECORDS.cells((read,)), FINDINGS.name: FINDINGS.cells(found_rows(examination))}
