"""``accords import``: what was filled in elsewhere, taken into its record."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from accords.cli.options import color_option, output_option
from accords.cli.proposing import EditAsked, write_option
from accords.cli.taking_in.formats import IMPORTS
from accords.cli.writing_to import force_option, refuse_overwriting, refuse_replacing
from accords.prose import listed, printable

__all__ = ["command"]

_OPTIONS = {option for form in IMPORTS.values() for option in form.options}


@click.command("import", epilog="Formats: " + "; ".join(f"{name}, {form.about}" for name, form in IMPORTS.items()))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("records", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(IMPORTS)),
    help="What FILE is; by default what its ending and its content say.",
)
@click.option(
    "--map", metavar="MAP", help="Of rows: the map, a file that ends in .toml, or the name of one that comes along."
)
@click.option("--assessor", metavar="WHO", help="Of a checklist: whose assessments they are.")
@click.option("--as-of", metavar="DATE", help="The day as of which what is taken in holds, or `today`.")
@click.option("--base", metavar="OLD", help="Of a changed copy of a record: the record before either was changed.")
@click.option(
    "--again", is_flag=True, help="Of a workbook: typed rows were taken in before, and count as they are now."
)
@write_option
@output_option
@force_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the difference.")
@click.pass_context
def command(
    context: click.Context,
    *,
    file: Path,
    records: tuple[str, ...],
    form: str | None,
    map: str | None,
    assessor: str | None,
    as_of: str | None,
    base: str | None,
    again: bool,
    write: bool,
    output: Path | None,
    force: bool,
    color: str,
    quiet: bool,
) -> int:
    """Take what was filled in elsewhere into its record: first shown as a difference, then written.

    FILE is what was filled in, RECORDS the record or records that it belongs to. A workbook or table is taken in cell
    by cell; without a record it makes a new one. A cell that was changed here and in the record is a conflict, and
    nothing is written. A changed copy of a record is taken in field by field. A checklist gives assessments, one for
    each line with a status or a note of one's own. Nothing is written without --write or a yes; every byte of the
    record that need not change stays. -o FILE takes the difference, or a record that is new. Rows become records of
    their own, by --map, one on each line of -o FILE or of standard output.

    Exit code 0, 1 where a record has errors or an entry is left out, 2 where something cannot be read.
    """
    chosen = form or ("rows" if map is not None else _form_of(file))
    instead = _taken_again(file, output) if "again" in IMPORTS[chosen].options and not records else ""
    refuse_overwriting(output, [file, base, *records], force=force, instead=instead)
    if not records:
        refuse_replacing(output, force=force, instead=instead)
    if not quiet:
        for option in _idle(context, chosen):
            click.echo(f"{option} has no effect in the format {chosen}", err=True)
    given: dict[str, Any] = {"as_of": as_of, "assessor": assessor, "map": map, "base": base, "again": again}
    asked = EditAsked(write=write, output=output, color=color, quiet=quiet, **given)
    return IMPORTS[chosen].take(file, records, asked)


def _taken_again(file: Path, output: Path | None) -> str:
    """What to type to take a workbook again into the record that was made of it; nothing where that is no record."""
    if output is None or output.suffix.lower() != ".json":
        return ""
    return shlex.join(["accords", "import", str(file), str(output), "--again"])


def _form_of(file: Path) -> str:
    ending = file.suffix.lower()
    for name, form in IMPORTS.items():
        if ending in form.endings and form.knows(file):
            return name
    known = sorted({each for form in IMPORTS.values() for each in form.endings})
    raise click.UsageError(
        f"no format goes with {printable(file.name)}: it ends in {listed(known, 'or')}, or say what it is with --format"
    )


def _idle(context: click.Context, form: str) -> Iterator[str]:
    """The options that were given and belong to another format."""
    for parameter in context.command.params:
        name = parameter.name or ""
        given = context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if given and name in _OPTIONS - set(IMPORTS[form].options):
            yield parameter.opts[-1]
