"""``accords new``: a record to start from."""

from __future__ import annotations

from pathlib import Path

import click

from accords.cli.options import output_option, write_output
from accords.cli.writing_to import force_option, refuse_replacing, tell_written
from accords.codec import dumps
from accords.editing.workbook.xlsx import render_workbook
from accords.prose import printable
from accords.starter import new_record
from accords.validate import validate
from accords.vocabulary import ConclusionForm

__all__ = ["command"]


@click.command("new")
@click.option("--title", default="Untitled agreement", show_default=True, help="The title for display.")
@click.option("--id", "record_id", metavar="ID", help="The id of the record; by default made from the title.")
@click.option(
    "--party",
    "parties",
    metavar="NAME|ID=NAME",
    multiple=True,
    default=("First party", "Second party"),
    help="A party, with an id if the one made from its name will not do; repeat it for each.",
)
@click.option(
    "--form", "form", type=click.Choice([each.value for each in ConclusionForm]), help="How it was concluded."
)
@click.option("--date", metavar="DATE", help="When it was concluded, as in 2022-11-23; needs --form.")
@click.option("--source", metavar="TITLE", help="The title of the source it is coded from.")
@output_option
@force_option
@click.option("-q", "--quiet", is_flag=True, help="Do not say where it was written.")
def command(
    *,
    title: str,
    record_id: str | None,
    parties: tuple[str, ...],
    form: str | None,
    date: str | None,
    source: str | None,
    output: Path | None,
    force: bool,
    quiet: bool,
) -> int:
    """Print a record to start from: valid, marked as a draft, without any duty yet.

    With -o FILE.xlsx it is a workbook to fill in, of which `accords import FILE.xlsx` makes the record.

    Exit code 0, or 2 where something given is not of the form it must have.
    """
    refuse_replacing(output, force=force)
    try:
        record = new_record(title=title, id=record_id, parties=parties, form=form, date=date, source=source)
    except ValueError as error:
        raise click.UsageError(printable(str(error))) from error
    for found in validate(record).errors:
        raise click.UsageError(found.message + (f"; did you mean {found.suggestion}?" if found.suggestion else ""))
    in_workbook = output is not None and output.suffix.lower() == ".xlsx"
    write_output(render_workbook([record]) if in_workbook else dumps(record), output)
    tell_written(output, quiet=quiet)
    return 0
