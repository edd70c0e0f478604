"""``accords due``: what is to be looked at now, in records of any number."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click
from attrs import evolve

from accords.checklist import DueList, due
from accords.cli.options import (
    color_option,
    day_in,
    house_style_option,
    output_option,
    today_in,
    wants_color,
    watched,
    write_output,
)
from accords.cli.several import Usable, one_of, refuse_faulty, refuse_unheard
from accords.cli.writing_to import form_for, refuse_overwriting
from accords.prose import printable
from accords.render.agenda.feed import render_due_atom
from accords.render.agenda.listing import render_due
from accords.render.agenda.plain import render_due_json
from accords.render.checklist.ics import render_ics

__all__ = ["command"]

_WIDTH = 80
_FORMATS: dict[str, Callable[[DueList, int], str]] = {
    "text": lambda found, width: render_due(found, width=width),
    "ics": lambda found, _: render_ics(found.deadlines),
    "atom": lambda found, _: render_due_atom(found),
    "json": lambda found, _: render_due_json(found),
}
_ENDINGS = {".ics": "ics", ".atom": "atom", ".xml": "atom", ".json": "json"}


@click.command("due")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--within", metavar="PERIOD", default="P30D", show_default=True, help="How far ahead deadlines are listed."
)
@click.option("--since", metavar="DATE", help="New is what came after this day; by default as far back as --within.")
@click.option("--as-of", metavar="DATE", help="The day whose end it is about, or `today`, which it is by default.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMATS)),
    help="For the terminal, as a calendar of deadlines, as a feed, or as JSON; by default as the ending says.",
)
@house_style_option
@output_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the list.")
def command(
    *,
    paths: tuple[str, ...],
    within: str,
    since: str | None,
    as_of: str | None,
    form: str | None,
    house_style: str | None,
    output: Path | None,
    color: str,
    quiet: bool,
) -> int:
    """Say what is to be looked at: what falls due, what is newly overdue or contested, what nobody speaks of.

    PATHS are records, folders, patterns or lines of records, or - for standard input. Of a record that was not followed
    until the day only that is said; drafts are left out, and named. A calendar has the deadlines alone.

    Exit code 0, 1 where a record has errors, 2 where it or the question cannot be read.
    """
    refuse_overwriting(output, paths)
    form = form_for(form, output, _ENDINGS, "text")
    one, every = one_of(paths)
    if one is not None and one.agreement is None:
        return refuse_faulty(one, color)
    usable = Usable(color=wants_color(color, sys.stderr))
    with watched(every, "record", quiet=quiet) as seen:
        records = usable.unambiguous(seen)
    usable.tell()
    if not records:
        return usable.exit_code
    zone = records[0].time_zone if len(records) == 1 else "UTC"
    if as_of is None:
        as_of = today_in(zone)
        if not quiet:
            click.echo(f"as of today, {as_of}; --as-of asks about another day", err=True)
    refuse_unheard("a note in the style", house_style, usable.note_users)
    try:
        found = due(
            records,
            as_of=day_in(zone, as_of, quiet=quiet) or as_of,
            within=within,
            since=day_in(zone, since, quiet=quiet),
            house_style=house_style,
        )
    except ValueError as error:
        raise click.UsageError(printable(str(error))) from error
    write_output(_FORMATS[form](evolve(found, unread=tuple(usable.unread)), _width(output)), output)
    if not quiet:
        if form == "ics":
            _remark(found)
        usable.remark()
    return usable.exit_code


def _width(output: Path | None) -> int:
    on_terminal = output is None and bool(sys.stdout) and sys.stdout.isatty()
    return shutil.get_terminal_size((_WIDTH, 24)).columns if on_terminal else _WIDTH


def _remark(found: DueList) -> None:
    """What a calendar of deadlines cannot say."""
    if not found.deadlines.items:
        click.echo("the calendar has no deadline: none falls within the time asked about (--within)", err=True)
    for record in found.records:
        if record.not_followed is not None:
            click.echo(f"{printable(record.id)}: {record.not_followed}", err=True)
    for draft in found.drafts:
        click.echo(f"{printable(draft.name)} is left out: {draft.reason}", err=True)
