"""``accords export``: records in the formats of other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from accords.cli.export_formats import EXPORTS, ExportFormat
from accords.cli.giving_out.publishing import PublicAsked, write_public
from accords.cli.giving_out.tables import ANSWERS, TablesAsked, answer, write_folder
from accords.cli.options import color_option, wants_color, watched, write_output
from accords.cli.several import Usable, one_of, refuse_faulty
from accords.cli.writing_to import force_option, form_for, refuse_overwriting, refuse_replacing, tell_written
from accords.model.agreement import Agreement
from accords.prose import listed, printable

__all__ = ["command"]

_ENDINGS = {ending: name for name, form in EXPORTS.items() for ending in form.endings}


@click.command("export", epilog="Formats: " + "; ".join(f"{name}, {form.about}" for name, form in EXPORTS.items()))
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(dict.fromkeys((*EXPORTS, *ANSWERS)))),
    help="What to write; by default what the ending of the output says.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file; tables, into this folder.")
@click.option("--sql", metavar="SELECT", help="Print the answer to this question instead, from the tables.")
@click.option("--public", is_flag=True, help="Write the record itself, without what is for the office alone.")
@click.option(
    "--as-of",
    metavar="DATE",
    multiple=True,
    help="Of tables: a day of which to tell statuses; or several. With --public: compare with the whole as of these.",
)
@click.option("--known-by", metavar="DATE", help="Of tables: statuses use only what was known by then.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, help="Of tables: so many processes share the work.")
@force_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside what is written.")
def command(
    *,
    paths: tuple[str, ...],
    form: str | None,
    output: Path | None,
    sql: str | None,
    public: bool,
    as_of: tuple[str, ...],
    known_by: str | None,
    jobs: int,
    force: bool,
    color: str,
    quiet: bool,
) -> int:
    """Write records in the format of other programs, or answer a question about them.

    PATHS are records, or - for standard input. The graph formats draw which undertakings hang on which conditions,
    events and other undertakings, and who bears them; they take one record. Tables take folders, patterns and lines of
    records too, and so does --sql, whose answer is a table of text, or with --format csv or json.

    --public writes what may be published of a record: nothing internal, no extensions, nobody who did the work. Several
    go into a folder. It stops where what stays would accuse somebody more than the whole record does.

    Exit code 0, 1 where a record has errors, 2 where one cannot be read, or may not be published as it is.
    """
    refuse_overwriting(output, paths, force=force)
    asked = TablesAsked(
        paths=paths, output=output, as_of=as_of, known_by=known_by, jobs=jobs, quiet=quiet, form=form or ""
    )
    if public:
        if form or sql is not None or known_by or jobs > 1:
            raise click.UsageError("--public writes records, and takes no --format, --sql, --known-by or --jobs")
        return write_public(PublicAsked(paths=paths, output=output, days=asked.days()[0], color=color, quiet=quiet))
    if sql is not None:
        return answer(asked, sql)
    form = _form_of(form, output)
    if EXPORTS[form].write is None:
        return write_folder(asked)
    if as_of or known_by or jobs > 1:
        raise click.UsageError(f"--as-of, --known-by and --jobs are of tables, and {form} is none")
    if output is not None and output.is_dir():
        raise click.UsageError(f"-o {printable(str(output))} is a folder: {form} is written to a file")
    if EXPORTS[form].is_filled_in:
        refuse_replacing(output, force=force)
    return _write_some(paths, form, output, color, quiet=quiet)


def _form_of(form: str | None, output: Path | None) -> str:
    if form in EXPORTS:
        return form
    if form is not None:
        raise click.UsageError(f"{form} is the format of an answer: ask with --sql")
    if output is None:
        raise click.UsageError(f"say what to write with --format ({listed(list(EXPORTS), 'or')}), or with -o FILE")
    form = form_for(form, output, _ENDINGS, "")
    if not form:
        raise click.UsageError(f"say what to write with --format: {listed(list(EXPORTS), 'or')}")
    return form


def _write_some(paths: tuple[str, ...], form: str, output: Path | None, color: str, *, quiet: bool) -> int:
    chosen = EXPORTS[form]
    one, every = one_of(paths)
    if not chosen.takes_many:
        if one is None:
            raise click.UsageError(f"the format {form} takes one record")
        if one.agreement is None:
            return refuse_faulty(one, color)
        _write((one.agreement,), chosen, output, quiet=quiet)
        return 0
    usable = Usable(color=wants_color(color, sys.stderr))
    with watched(every, "record", quiet=quiet) as seen:
        records = usable.unambiguous(seen)
    usable.tell()
    if records:
        _write(records, chosen, output, quiet=quiet)
        if not quiet:
            usable.remark()
    return usable.exit_code


def _write(records: tuple[Agreement, ...], form: ExportFormat, output: Path | None, *, quiet: bool) -> None:
    def tell(remark: str) -> None:
        if not quiet:
            click.echo(remark, err=True)

    if form.write is not None:
        write_output(form.write(records, tell), output)
        tell_written(output, quiet=quiet)
