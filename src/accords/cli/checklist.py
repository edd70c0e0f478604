"""``accords checklist``: who is to do what, by when and under which conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click
from click.core import ParameterSource

from accords.checklist import Bucket, GroupBy, Shape
from accords.cli.listing import Asked, list_duties
from accords.cli.options import color_option, naming_options, output_option
from accords.cli.renamed import carry_out
from accords.cli.writing_to import force_option, form_for, refuse_overwriting, refuse_replacing
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
@force_option
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
@click.option("--merge", "workbook", hidden=True)
@click.option("--assessor", hidden=True)
@click.option("--write", is_flag=True, hidden=True)
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the checklist.")
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    paths: tuple[str, ...],
    form: str | None,
    workbook: str | None,
    assessor: str | None,
    write: bool,
    force: bool,
    **options: Any,
) -> int:
    """Print who is to do what, by when and under which conditions.

    PATHS name a record, or - for standard input. Duties without a date are listed like all others. With --as-of
    each says where it stands; without it, the list says nothing about what has been done.

    A folder, a pattern, a file that ends in .jsonl or .jsonl.gz, or several names make one list of several records,
    as of a day what is overdue first.

    Exit code 0, 1 where a record has errors, 2 where something cannot be read.
    """
    if workbook is not None:
        words = _import_words(paths, workbook, options | {"assessor": assessor}, write=write)
        return carry_out(context, "--merge is a command of its own", "import", *words)
    if assessor is not None or write:
        raise click.UsageError(
            "--assessor and --write belong to accords import, which takes a filled-in checklist back"
        )
    refuse_overwriting(options["output"], paths, force=force)
    form = form_for(form, options["output"], _ENDINGS, "terminal")
    if form == "xlsx":
        refuse_replacing(options["output"], force=force)
    if not options["quiet"]:
        for option, reason in _idle(context, form):
            click.echo(f"{option} has no effect {reason}", err=True)
    return list_duties(paths, Asked(form=form, **options))


_ENDINGS = {ending: name for name, form in FORMATS.items() for ending in form.endings}
_OF_ONE_FORMAT = {option: name for name, form in FORMATS.items() for option in form.options}


def _idle(context: click.Context, form: str) -> Iterator[tuple[str, str]]:
    """The options that were given and change nothing, each with where that is so."""
    for parameter in context.command.params:
        name = parameter.name or ""
        if context.get_parameter_source(name) is not ParameterSource.COMMANDLINE:
            continue
        if form != _OF_ONE_FORMAT.get(name, form):
            yield parameter.opts[-1], f"in the format {form}"


def _import_words(paths: tuple[str, ...], workbook: str, given: Mapping[str, Any], *, write: bool) -> Iterator[str]:
    """The words behind ``accords import`` that take a filled-in checklist back."""
    yield from (workbook, *paths, "--format", "checklist")
    for option in ("assessor", "as_of", "output"):
        if given[option] is not None:
            yield from (f"--{option.replace('_', '-')}", str(given[option]))
    if given["color"] != "auto":
        yield from ("--color", given["color"])
    if write:
        yield "--write"
    if given["quiet"]:
        yield "--quiet"
