"""``accords export``: records in the formats of other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from accords.cli.export_formats import EXPORTS
from accords.cli.options import color_option, output_option, wants_color, watched, write_output
from accords.cli.several import Usable, one_of, refuse_faulty
from accords.cli.writing_to import form_for, refuse_overwriting
from accords.model.agreement import Agreement
from accords.prose import listed

__all__ = ["command"]

_ENDINGS = {ending: name for name, form in EXPORTS.items() for ending in form.endings}


@click.command("export", epilog="Formats: " + "; ".join(f"{name}, {form.about}" for name, form in EXPORTS.items()))
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(EXPORTS)),
    help="What to write; by default what the ending of the output says.",
)
@output_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside what is written.")
def command(*, paths: tuple[str, ...], form: str | None, output: Path | None, color: str, quiet: bool) -> int:
    """Write records in the format of other programs.

    PATHS are records, or - for standard input. The graph formats draw which undertakings hang on which conditions,
    events and other undertakings, and who bears them; they take one record. No picture needs another program.

    Exit code 0, 1 where a record has errors, 2 where one cannot be read.
    """
    refuse_overwriting(output, paths)
    if form is None and output is None:
        raise click.UsageError(f"say what to write with --format ({listed(list(EXPORTS), 'or')}), or with -o FILE")
    form = form_for(form, output, _ENDINGS, "")
    if not form:
        raise click.UsageError(f"say what to write with --format: {listed(list(EXPORTS), 'or')}")
    chosen = EXPORTS[form]
    one, every = one_of(paths)
    if not chosen.takes_many:
        if one is None:
            raise click.UsageError(f"the format {form} takes one record")
        if one.agreement is None:
            return refuse_faulty(one, color)
        _write((one.agreement,), form, output, quiet=quiet)
        return 0
    usable = Usable(color=wants_color(color, sys.stderr))
    with watched(every, "record", quiet=quiet) as seen:
        records = tuple(usable.records(seen))
    usable.tell()
    if records:
        _write(records, form, output, quiet=quiet)
        if not quiet:
            usable.remark()
    return usable.exit_code


def _write(records: tuple[Agreement, ...], form: str, output: Path | None, *, quiet: bool) -> None:
    def tell(remark: str) -> None:
        if not quiet:
            click.echo(remark, err=True)

    write_output(EXPORTS[form].write(records, tell), output)
