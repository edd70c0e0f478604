"""``accords diff``: what differs between two versions of a record, or between two days of one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from accords.checklist.styles import styles_in
from accords.cli.coders import coders_compared, coders_options
from accords.cli.examining import examine_argument
from accords.cli.options import (
    color_option,
    day_in,
    house_style_option,
    output_option,
    wants_color,
    write_output,
)
from accords.cli.several import refuse_unheard
from accords.cli.writing_to import form_for, refuse_overwriting
from accords.compare import Difference, diff
from accords.model.agreement import Agreement
from accords.render.diff import render_diff, render_diff_json, render_diff_markdown
from accords.validate.report import render_full

__all__ = ["command"]

_WIDTH = 80
_ENDINGS = {".md": "markdown", ".markdown": "markdown", ".json": "json", ".csv": "csv"}


@click.command("diff")
@click.argument("before")
@click.argument("after", required=False)
@click.option("--between", nargs=2, metavar="DATE DATE", help="Compare two days of one record.")
@click.option("--as-of", metavar="DATE", help="Of two versions: compare where duties stand at the end of this day too.")
@click.option("--known-by", metavar="DATE", help="Use only what was known by then, on both sides.")
@house_style_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "json", "csv"]),
    help="For the terminal, as Markdown, or as JSON, with --coders its pairs as CSV; by default as the ending says.",
)
@coders_options
@output_option
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything differs.")
@color_option
def command(
    *,
    before: str,
    after: str | None,
    between: tuple[str, str] | None,
    as_of: str | None,
    known_by: str | None,
    house_style: str | None,
    form: str | None,
    coders: bool,
    texts: tuple[str, ...],
    pairs: str | None,
    seed: int,
    output: Path | None,
    exit_code: bool,
    color: str,
) -> int:
    """Say what differs: duties added, removed or reworded, deadlines moved, statuses, parties, claims.

    BEFORE and AFTER are two versions of a record, either of them - for standard input. With --between it is one
    record, as of two days. A duty whose id changed and nothing else is recognised.

    With --coders they are two codings of one agreement, each made without the other: what both found, and how far they
    said the same of it, with Krippendorff's alpha.

    Exit code 0, whether or not anything differs; with --exit-code 1 where something does; 2 where a record has
    errors or cannot be read.
    """
    if (after is None) == (between is None):
        raise click.UsageError("give two records, or one and --between DATE DATE")
    if before == after == "-":
        raise click.UsageError("standard input holds one record; name a file for the other")
    if coders and (after is None or any(each is not None for each in (between, as_of, known_by, house_style))):
        raise click.UsageError("--coders takes two records, and no days and no house style")
    if not coders and (texts or pairs is not None):
        raise click.UsageError("--text and --pairs go with --coders")
    refuse_overwriting(output, [before, after, pairs, *texts])
    form = form_for(
        form, output, {".md": "markdown", ".markdown": "markdown", ".json": "json", ".csv": "csv"}, "terminal"
    )
    if form == "csv" and not coders:
        raise click.UsageError("as CSV there are only the pairs of --coders")
    records: list[Agreement] = []
    for name in (before,) if after is None else (before, after):
        examination = examine_argument(name)
        if examination.agreement is None:
            findings = render_full(examination.report, examination.text, color=wants_color(color, sys.stderr))
            click.echo(findings, err=True, color=True)
            return 2
        records.append(examination.agreement)
    if coders:
        same, text = coders_compared(records, texts, pairs, seed, form)
        write_output(text, output)
        return 1 if exit_code and not same else 0
    zone = records[-1].time_zone
    as_of, known_by = (day_in(zone, day, quiet=False) for day in (as_of, known_by))
    if between is not None:
        first, last = (day_in(zone, day, quiet=False) or "" for day in between)
        between = (first, last)
    refuse_unheard("a note in the style", house_style, (each for record in records for each in styles_in(record)))
    try:
        found = diff(*records, between=between, as_of=as_of, known_by=known_by, house_style=house_style)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    write_output(_rendered(found, form, output), output)
    return 1 if exit_code and not found.same else 0


def _rendered(found: Difference, form: str, output: Path | None) -> str:
    if form == "json":
        return render_diff_json(found)
    if form == "markdown":
        return render_diff_markdown(found)
    on_terminal = output is None and bool(sys.stdout) and sys.stdout.isatty()
    return render_diff(found, width=shutil.get_terminal_size((_WIDTH, 24)).columns if on_terminal else _WIDTH)
