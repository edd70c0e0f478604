"""What was filled into a workbook, read back into its record: first shown as a difference, written only if asked."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accords.checklist.taken_back import Entry, take_back
from accords.codec import content_hash, dumps
from accords.model.agreement import Agreement
from accords.render.text import clean
from accords.words import say
from accords.writing import write_whole

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["merge"]

_LARGEST = 50_000_000


def merge(
    record: Agreement, path: str, text: str, workbook: Path, *, assessor: str, as_of: str | None, write: bool
) -> str:
    """The difference that the entries of ``workbook`` make to the record at ``path``, whose text is ``text``.

    With ``write`` the record is replaced. Remarks go to standard error.

    Raises click.ClickException where the workbook cannot be read or is of another record.
    """
    book = _open(workbook)
    about = _about(book, workbook)
    if about.get("record") != record.id:
        raise click.ClickException(f"{workbook} is of the record {about.get('record')!r}, not of {record.id!r}")
    if about.get("content") != content_hash(record):
        click.echo(f"the record has changed since {workbook} was made; entries are matched by id", err=True)
    on = as_of or about.get("as_of")
    if not on:
        raise click.UsageError(f"{workbook} is as of no day: say with --as-of as of which day its entries hold")
    merged, remarks = take_back(record, _entries(book, workbook), assessor=assessor, on=on)
    for remark in remarks:
        click.echo(remark, err=True)
    new = dumps(merged)
    if merged == record:
        return ""
    if write:
        write_whole(path, new)
    lines = difflib.unified_diff(text.splitlines(), new.splitlines(), path, f"{path} (merged)", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _open(workbook: Path) -> Workbook:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415
    except ImportError as error:
        raise click.ClickException('reading workbooks needs openpyxl: pip install "accords[xlsx]"') from error
    try:
        if workbook.stat().st_size > _LARGEST:
            raise click.ClickException(f"{workbook} is larger than {_LARGEST // 1_000_000} MB")
        return load_workbook(workbook, data_only=True)
    except OSError as error:
        raise click.ClickException(f"{workbook} cannot be read: {error.strerror or error}") from error
    except click.ClickException:
        raise
    except Exception as error:  # whatever a broken archive or broken XML raises
        raise click.ClickException(f"{workbook} is no workbook that can be read: {error}") from error


def _sheet(book: Workbook, name: str, workbook: Path) -> Any:
    title = say(f"sheet.{name}")
    if title not in book.sheetnames:
        raise click.ClickException(f"{workbook} has no sheet {title!r}")
    return book[title]


def _about(book: Workbook, workbook: Path) -> dict[str, str]:
    labels = {say(f"column.{key}"): key for key in ("record", "content", "as_of")}
    found: dict[str, str] = {}
    for row in _sheet(book, "about", workbook).iter_rows(max_row=10, max_col=2, values_only=True):
        key = labels.get(str(row[0]))
        if key is not None and row[1] is not None:
            found.setdefault(key, _plain(row[1]))
    return found


def _entries(book: Workbook, workbook: Path) -> Iterator[Entry]:
    sheet = _sheet(book, "checklist", workbook)
    rows = sheet.iter_rows(values_only=True)
    headings = [_plain(cell) for cell in next(rows, ())]
    places: dict[str, int] = {}
    for key in ("id", "my_status", "my_note"):
        heading = say(f"column.{key}")
        if heading not in headings:
            raise click.ClickException(f"{workbook} has no column {heading!r} in its first sheet")
        places[key] = headings.index(heading)
    for number, row in enumerate(rows, 2):
        cells = {key: _plain(row[at]) for key, at in places.items()}
        if cells["id"]:
            yield Entry(
                instance=cells["id"],
                status=cells["my_status"],
                note=cells["my_note"],
                place=f"{workbook}, row {number}",
            )


def _plain(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else clean(str(cell))
