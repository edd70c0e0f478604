"""What was filled into a table, read back into its record: first shown as a difference, written only if asked."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from accords.checklist.merging import Entry, take_back
from accords.cli.filled import Filled, read_filled
from accords.codec import content_hash, dumps
from accords.model.agreement import Agreement
from accords.prose import listed
from accords.render.checklist.xlsx import MY_STATUSES
from accords.suggest import nearest
from accords.words import say
from accords.writing import write_whole

__all__ = ["merge"]


def merge(
    record: Agreement, path: str, text: str, table: Path, *, assessor: str, as_of: str | None, write: bool
) -> str:
    """The difference that the entries of ``table`` make to the record at ``path``, whose text is ``text``.

    With ``write`` the record is replaced. Remarks go to standard error.

    Raises click.ClickException where the table cannot be read or holds nothing of the record.
    """
    filled = read_filled(table)
    entries = tuple(_entries(filled, record, table))
    contents = filled.contents.get(record.id)
    if contents is not None and contents != content_hash(record):
        click.echo(f"the record has changed since {table} was made; entries are matched by id", err=True)
    on = as_of or filled.as_of
    if not on:
        raise click.UsageError(f"{table} is as of no day: say with --as-of as of which day its entries hold")
    for remark in _unknown_statuses(entries):
        click.echo(remark, err=True)
    try:
        merged, remarks = take_back(record, entries, assessor=assessor, on=on)
    except ValueError as error:
        raise click.UsageError(f"the entries cannot hold as of {on!r}: {error}") from error
    for remark in remarks:
        click.echo(remark, err=True)
    if merged == record:
        return ""
    new = dumps(merged)
    if write:
        write_whole(path, new)
    old = dumps(record)
    if text.splitlines() != old.splitlines():
        click.echo(f"{path} is not in the canonical layout: writing it lays it out anew, which is not shown", err=True)
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), path, f"{path} (merged)", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _entries(filled: Filled, record: Agreement, table: Path) -> Iterator[Entry]:
    """The lines of ``filled`` that are about ``record``, with an id or an entry."""
    others: dict[str, None] = {}
    found = False
    for number, line in filled.lines:
        if line.record != record.id:
            others[line.record] = None
            continue
        found = True
        if line.status or line.note:
            place = f"{table}, row {number}"
            yield Entry(instance=line.id, status=line.status, note=line.note, place=place)
    if others and not found:
        named = " and ".join(repr(each) for each in others)
        raise click.ClickException(f"{table} is of the record {named}, not of {record.id!r}")


def _unknown_statuses(entries: tuple[Entry, ...]) -> Iterator[str]:
    """A status that is not in the list is taken as it is, for a rating may be in any words; it may be a slip."""
    known = [say(f"my_status.{each}") for each in MY_STATUSES]
    for entry in entries:
        if entry.status and entry.status not in known:
            meant = nearest(entry.status, known)
            hint = f'; did you mean "{meant}"?' if meant else f" (offered: {listed(known, 'or')})"
            yield f'{entry.place}: "{entry.status}" is none of the statuses offered, and is taken as it is{hint}'
