"""Records as CSV files to be filled in, one for each table, in one archive; and such files read."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from accords.codec import to_dict
from accords.editing.workbook.cells.converted import shortened
from accords.editing.workbook.csv_rows import csv_rows
from accords.editing.workbook.sheets import CellFault, FilledBook, FilledRow, NoBookError
from accords.editing.workbook.stored import Held, StoredCell, WorkbookError
from accords.editing.workbook.tables import CONDITIONS, TABLES, BookTable, cell_hash, rows_of_record
from accords.editing.workbook.titles import MARK, cell_place
from accords.model.agreement import Agreement
from accords.prose import refuse_one
from accords.render.checklist.guards import guarded_code
from accords.suggest import nearest

__all__ = ["read_tables", "render_tables"]

_LEAD = ("row", "record")
_DELETE = "delete"
_LARGEST, _MOST_ROWS = 100_000_000, 100_000
_BY_NAME = {table.name: table for table in (*TABLES, CONDITIONS)}
_CONVERTED = re.compile(r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|#+)|-?[0-9](?:[.,][0-9]+)?E[+-]?[0-9]+")
"""What a program puts in the place of what it did not take for text."""


def render_tables(records: Sequence[Agreement]) -> bytes:
    """Write records as an archive of CSV files that can be filled in and taken back, together or one by one.

    Columns are named as in the format. The last one keeps what the cells of a row said.

    >>> accords.render_tables([accords.load("examples/minimal.accord.json")])[:2]
    b'PK'
    """
    refuse_one(records, "several agreements, as in [agreement]")
    out = BytesIO()
    with ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in (*TABLES, CONDITIONS):
            info = ZipInfo(f"{table.name}.csv", (2000, 1, 1, 0, 0, 0))
            archive.writestr(info, _table(table, records).encode("utf-8-sig"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _table(table: BookTable, records: Sequence[Agreement]) -> str:
    out = StringIO()
    writer = csv.writer(out)
    names = [column.name for column in table.columns]
    writer.writerow([*_LEAD, *names, _DELETE, f"{MARK} {table.name} {' '.join(record.id for record in records)}"])
    for record in records:
        for row in rows_of_record(to_dict(record)):
            if row.table is table:
                said = {name: cell_hash(text) for name, text in row.cells.items()}
                hashes = json.dumps({"": record.id, " ": row.key, **said})
                cells = [guarded_code(row.cells.get(name, "")) for name in names]
                writer.writerow([guarded_code(row.key), guarded_code(record.id), *cells, "", hashes])
    return out.getvalue()


def read_tables(raw: bytes, name: str) -> FilledBook:
    """Read an archive of such files, or one of them called ``name``. Raises NoBookError where it is none."""
    parts = list(_parts(raw)) if raw[:2] == b"PK" else [(name, raw)]
    books = [_read(part, content) for part, content in parts]
    if not books:
        raise NoBookError("it holds no CSV")
    contents = {record: "" for book in books for record in book.contents}
    return FilledBook(
        rows=tuple(row for book in books for row in book.rows),
        base={place: hashes for book in books for place, hashes in book.base.items()},
        contents=contents,
        faults=tuple(fault for book in books for fault in book.faults),
        remarks=tuple(remark for book in books for remark in book.remarks),
    )


def _parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            infos = [info for info in archive.infolist() if info.filename.lower().endswith(".csv")]
            if sum(info.file_size for info in infos) > _LARGEST:
                raise NoBookError(f"it is larger than {_LARGEST // 1_000_000} MB when unpacked")
            for info in infos:
                yield info.filename.rpartition("/")[2], archive.read(info)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise NoBookError(
            "it is an archive that is damaged, cut off or locked; fetch it again, or make it anew"
        ) from error


def _read(name: str, raw: bytes) -> FilledBook:
    try:
        rows = csv_rows(raw, lambda cells: sum(cell.startswith(MARK) or cell in _LEAD for cell in cells))
        _, titles = next(rows, (1, {}))
        table, records = _marked(titles)
        found: list[FilledRow] = []
        base: dict[tuple[str, str, str], dict[str, str]] = {}
        faults: list[CellFault] = []
        remarks = tuple(_own_columns(table, titles, name.removesuffix(".csv"), faults))
        for number, row in rows:
            if number > _MOST_ROWS:
                raise NoBookError(f"it holds more than {_MOST_ROWS:,} rows")
            read = _row(table, titles, row, name.removesuffix(".csv"), number, faults)
            if read is not None:
                filled, key, hashes = read
                found.append(filled)
                base.update({key: hashes} if hashes else {})
    except WorkbookError as error:
        raise NoBookError(str(error)) from error
    return FilledBook(
        rows=tuple(found), base=base, contents=dict.fromkeys(records, ""), faults=tuple(faults), remarks=remarks
    )


def _own_columns(table: BookTable, titles: dict[int, str], name: str, faults: list[CellFault]) -> Iterator[str]:
    """What is said of columns of one's own; a title like one that is missing is taken for a slip."""
    known = [*_LEAD, *(column.name for column in table.columns), _DELETE]
    missing = [each for each in known if each not in titles.values()]
    for at, title in titles.items():
        if title.strip() and title not in known and not title.startswith(MARK):
            place, near = cell_place(name, at, 1), nearest(title, missing)
            if near is None:
                yield f"{place}: the column {shortened(title)} is not read"
            else:
                faults.append(CellFault(place=place, sentence=f"no column has this title; write {near}"))


def _marked(titles: dict[int, str]) -> tuple[BookTable, list[str]]:
    """Which table it is, and of which records, as the last title says."""
    mark = next((title for title in titles.values() if title.startswith(MARK)), "")
    name, _, records = mark.removeprefix(MARK).strip().partition(" ")
    if name not in _BY_NAME:
        raise NoBookError("it was not made by accords: no column says what its cells were")
    return _BY_NAME[name], records.split()


def _row(
    table: BookTable, titles: dict[int, str], row: dict[int, str], name: str, number: int, faults: list[CellFault]
) -> tuple[FilledRow, tuple[str, str, str], dict[str, str]] | None:
    said = {titles.get(at, ""): (at, text) for at, text in row.items() if text.strip()}
    for at in sorted(at for at, text in row.items() if text.strip() and not titles.get(at)):
        faults.append(CellFault(place=cell_place(name, at, number), sentence="it stands outside of the columns"))
    hashes = _hashes(next((text for title, (_, text) in said.items() if title.startswith(MARK)), ""))
    was, written = hashes.pop("", ""), hashes.pop(" ", "")
    key = said.get("row", (0, ""))[1].strip()
    record = said.get("record", (0, was))[1].strip()
    cells = {each: _cell(text) for each, (_, text) in said.items() if table.column(each) is not None}
    crossed = said.get(_DELETE, (0, ""))[1].strip().lower() not in ("", "no")
    if not cells and not crossed:
        return None
    places = {"": cell_place(name, 0, number)}
    places |= {title: cell_place(name, at, number) for at, title in titles.items() if table.column(title) is not None}
    filled = FilledRow(table=table, record=record, key=key, cells=cells, places=places, deleted=crossed)
    return filled, (was, table.name, written), hashes


def _cell(text: str) -> StoredCell:
    if any("\udc80" <= sign <= "\udcff" for sign in text):
        raise NoBookError('it is no CSV in UTF-8; save it as "CSV UTF-8", or work in a workbook')
    return StoredCell(text, Held.ERROR if _CONVERTED.fullmatch(text) else Held.TEXT)


def _hashes(text: str) -> dict[str, str]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise NoBookError("what its cells said cannot be read")
    return {str(name): str(each) for name, each in found.items()}
