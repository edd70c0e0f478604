"""Checklists that were filled in, as assessments of their record."""

from __future__ import annotations

from pathlib import Path

import click

from accords.cli.options import day_in
from accords.cli.proposing import EditAsked, open_record, propose, refuse_record
from accords.cli.taking_in.merging import merge
from accords.editing import revise
from accords.prose import printable

__all__ = ["take_back_checklist"]


def take_back_checklist(table: Path, records: tuple[str, ...], asked: EditAsked) -> int:
    """Show, and write if that is asked, what ``table`` adds to its record; return the exit code.

    That is 1 where an entry was left out, and 2 where something cannot be read.
    """
    if len(records) != 1:
        raise click.UsageError(
            "a checklist is taken back into one record: name it behind the table; rows of another sheet become "
            "records by a map, which --map names"
        )
    assessor = (asked.assessor or "").strip()
    if not assessor:
        raise click.UsageError("a checklist needs --assessor WHO: whose assessments they are")
    opened = open_record(records[0])
    if opened.agreement is None:
        return refuse_record(opened, asked.color)
    record = opened.agreement
    as_of = day_in(record.time_zone, asked.as_of, quiet=asked.quiet)
    merged = merge(record, table, assessor=assessor, as_of=as_of)
    for remark in (*merged.remarks, *merged.left_out):
        click.echo(printable(remark), err=True)
    code = propose(revise(opened.raw, merged.record, as_of=merged.on), opened, asked)
    return code or int(bool(merged.left_out))
