"""What was filled into a table, read back into its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from attrs import frozen

from accords.checklist.merging import FilledIn, take_back
from accords.cli.taking_in.filled import Filled, FilledLine, read_filled
from accords.codec import content_hash
from accords.model.agreement import Agreement
from accords.prose import listed, printable
from accords.render.checklist.xlsx import MY_STATUSES
from accords.suggest import nearest
from accords.words import say

__all__ = ["Merged", "merge"]


@frozen
class Merged:
    """The record with the entries of a table, which hold as of the day ``on``, or of none where there are no entries.

    ``remarks`` tell what has to be known beside it, ``left_out`` what was not taken from the table, and why.
    """

    record: Agreement
    on: str | None
    remarks: tuple[str, ...]
    left_out: tuple[str, ...]


def merge(record: Agreement, table: Path, *, assessor: str, as_of: str | None) -> Merged:
    """What the entries of ``table`` make of ``record``; nothing is written.

    Raises click.ClickException where the table cannot be read or holds nothing of the record.
    """
    filled, name = read_filled(table), printable(str(table))
    lines = _lines_of(record, filled, name)
    entries = tuple(
        FilledIn(instance=line.id, status=line.status, note=line.note, place=f"{name}, row {number}")
        for number, line in lines
        if line.status or line.note
    )
    left_out = (*_of_no_record(filled, name), *_uncomputed(lines, name))
    if not entries:
        told = f"no line of {name} has a status or a note"
        return Merged(record, None, () if left_out else (told,), left_out)
    on = as_of or _day_of(filled, name)
    try:
        merged, refused = take_back(record, entries, assessor=assessor, on=on)
    except ValueError as error:
        raise click.UsageError(
            f"the entries cannot hold as of {on!r}: {error}; say with --as-of YYYY-MM-DD as of which day they do"
        ) from error
    remarks = (*_changed_since(record, filled, name), *_unknown_statuses(entries))
    return Merged(merged, on, remarks, (*left_out, *refused))


def _day_of(filled: Filled, name: str) -> str:
    if len(filled.days) == 1:
        return filled.days[0]
    said = f"several days ({listed(filled.days[:3], 'and')})" if filled.days else "no day"
    raise click.UsageError(f"{name} is as of {said}: say with --as-of as of which day its entries hold")


def _lines_of(record: Agreement, filled: Filled, name: str) -> list[tuple[int, FilledLine]]:
    """The lines of the table that are about ``record``; a table that names no record is about the one given."""
    lines = [(number, line) for number, line in filled.lines if line.record in (None, record.id)]
    others = dict.fromkeys(line.record for _, line in filled.lines if line.record)
    if others and not lines:
        named = " and ".join(repr(each) for each in others)
        raise click.ClickException(f"{name} is of the record {named}, not of {record.id!r}")
    return lines


def _changed_since(record: Agreement, filled: Filled, name: str) -> Iterator[str]:
    content = filled.contents.get(record.id)
    if content is not None and content != content_hash(record):
        yield f"the record has changed since {name} was made; entries are matched by id"


def _of_no_record(filled: Filled, name: str) -> Iterator[str]:
    for number, line in filled.lines:
        if line.record == "" and (line.status or line.note or line.uncomputed):
            yield f"{name}, row {number}: it names no record, as other rows do; left out"


def _uncomputed(lines: Iterable[tuple[int, FilledLine]], name: str) -> Iterator[str]:
    for number, line in lines:
        for key in line.uncomputed:
            column = say(f"column.{key}")
            yield (
                f'{name}, row {number}: under "{column}" stands a formula without a result, or an error; left out. '
                "A spreadsheet that opens and saves the workbook computes a formula; text that begins like one "
                "takes an apostrophe before it"
            )


def _unknown_statuses(entries: tuple[FilledIn, ...]) -> Iterator[str]:
    """A status that is not in the list is taken as it is, for a rating may be in any words; it may be a slip."""
    known = [say(f"my_status.{each}") for each in MY_STATUSES]
    for entry in entries:
        if entry.status and entry.status not in known:
            meant = nearest(entry.status, known)
            hint = f'; did you mean "{meant}"?' if meant else f" (offered: {listed(known, 'or')})"
            yield f'{entry.place}: "{entry.status}" is none of the statuses offered, and is taken as it is{hint}'
