"""``accords checklist``: who is to do what, by when and under which conditions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from accords.checklist import Bucket, GroupBy, Shape
from accords.cli.examining import examine_argument
from accords.cli.listing import Asked, list_duties
from accords.cli.merging import merge
from accords.cli.options import color_option, day_in, naming_options, output_option, write_output
from accords.cli.several import refuse_faulty
from accords.cli.writing_to import form_for, refuse_overwriting
from accords.prose import printable
from accords.render.checklist.formats import FORMATS
from accords.vocabulary import Modality

__all__ = ["command"]


@click.command("checklist")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="How it is written; by default as the ending of the output says.",
)
@output_option
@click.option(
    "--as-of",
    metavar="DATE",
    help="Say where each duty stands at the end of this day, or of `today`; by default nothing is said about that.",
)
@click.option("--known-by", metavar="DATE", help="Use only what was known by then; by default the day of --as-of.")
@click.option(
    "--group-by",
    type=click.Choice([each.value for each in GroupBy]),
    help="What to make sections by: the obligor, or of several records as of a day the deadline.",
)
@click.option("--only-open", is_flag=True, help="Leave out what is over for certain.")
@click.option("--obligor", "obligors", metavar="ID", multiple=True, help="Only what this actor owes; may be repeated.")
@click.option("--party", "parties", metavar="ID", multiple=True, help="Only what this actor owes or is owed.")
@click.option("--theme", "themes", metavar="THEME", multiple=True, help="Only duties with this theme.")
@click.option(
    "--modality",
    "modalities",
    type=click.Choice([each.value for each in Modality]),
    multiple=True,
    help="Only duties, powers or declarations of this kind.",
)
@click.option(
    "--status",
    "statuses",
    type=click.Choice([each.value for each in Shape]),
    multiple=True,
    help="Only duties with this status.",
)
@click.option(
    "--due",
    "buckets",
    type=click.Choice([each.value for each in Bucket]),
    multiple=True,
    help="Only duties whose time is this.",
)
@naming_options
@click.option(
    "--width",
    type=click.IntRange(40, 1000),
    help="Columns for the terminal format; by default those there are.",
)
@click.option("--sign-off", is_flag=True, help="In an HTML page: a column for a date and initials.")
@click.option(
    "--as",
    "entries",
    type=click.Choice(["event", "todo"]),
    default="event",
    help="In a calendar: all-day events, or tasks.",
)
@click.option(
    "--alarm-days",
    type=click.IntRange(0, 3660),
    multiple=True,
    default=(7, 1),
    help="In a calendar: remind so many days before; may be repeated. By default 7 and 1.",
)
@click.option(
    "--review-every",
    metavar="PERIOD",
    help="In a calendar: look at duties without a computed deadline every P1M, P30D or the like.",
)
@click.option(
    "--merge",
    "workbook",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Show what `My status` and `My note` of a workbook or CSV would add to the record as assessments.",
)
@click.option("--assessor", metavar="WHO", help="With --merge: whose assessments they are.")
@click.option("--write", is_flag=True, help="With --merge: write the record, not only show the difference.")
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the checklist.")
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    paths: tuple[str, ...],
    form: str | None,
    workbook: Path | None,
    assessor: str | None,
    write: bool,
    **options: Any,
) -> int:
    """Print who is to do what, by when and under which conditions.

    PATHS name a record, or - for standard input. Duties without a date are listed like all others. With --as-of
    each says where it stands; without it, the list says nothing about what has been done.

    A folder, a pattern, a file that ends in .jsonl or .jsonl.gz, or several names make one list of several records,
    as of a day what is overdue first.

    Exit code 0, 1 where a record has errors or --merge leaves an entry out, 2 where something cannot be read.
    """
    refuse_overwriting(options["output"], [*paths, workbook])
    form = form_for(form, options["output"], _ENDINGS, "terminal") if workbook is None else form
    if not options["quiet"]:
        for option, reason in _idle(context, form):
            click.echo(f"{option} has no effect {reason}", err=True)
    if workbook is not None:
        if len(paths) != 1:
            raise click.UsageError("--merge takes one record")
        given = {name: options[name] for name in ("as_of", "color", "output", "quiet")}
        return _take_back(paths[0], workbook, assessor, write=write, **given)
    if assessor is not None or write:
        raise click.UsageError("--assessor and --write belong to --merge")
    return list_duties(paths, Asked(form=form or "terminal", **options))


_ENDINGS = {ending: name for name, form in FORMATS.items() for ending in form.endings}
_OF_ONE_FORMAT = {option: name for name, form in FORMATS.items() for option in form.options}
_OF_MERGING = ("paths", "output", "as_of", "workbook", "assessor", "write", "color", "quiet")


def _idle(context: click.Context, form: str | None) -> Iterator[tuple[str, str]]:
    """The options that were given and change nothing, each with where that is so."""
    for parameter in context.command.params:
        name = parameter.name or ""
        if context.get_parameter_source(name) is not ParameterSource.COMMANDLINE:
            continue
        option = parameter.opts[-1]
        if context.params["workbook"] is not None:
            if name not in _OF_MERGING:
                yield option, "with --merge"
        elif form != _OF_ONE_FORMAT.get(name, form):
            yield option, f"in the format {form}"


def _take_back(
    file: str,
    workbook: Path,
    assessor: str | None,
    *,
    as_of: str | None,
    color: str,
    output: Path | None,
    quiet: bool,
    write: bool,
) -> int:
    """Show, and with ``write`` make, the change that a filled-in workbook means for the record in ``file``."""
    examination = examine_argument(file)
    record = examination.agreement
    if record is None:
        return refuse_faulty(examination, color)
    if assessor is None or not assessor.strip():
        raise click.UsageError("--merge needs --assessor WHO: whose assessments they are")
    if file == "-" and write:
        raise click.UsageError("standard input cannot be written; name the record's file")
    as_of = day_in(record.time_zone, as_of, quiet=quiet)
    text = examination.text or ""
    merged = merge(record, file, text, workbook, assessor=assessor.strip(), as_of=as_of)
    for remark in (*merged.remarks, *merged.left_out):
        click.echo(printable(remark), err=True)
    if write and merged.change:
        write_output(merged.text, Path(file))
    write_output(merged.change, output)
    if not quiet:
        done = "nothing to take back" if not merged.change else "written" if write else "not written; --write does that"
        click.echo(done, err=True)
    return 1 if merged.left_out else 0
