"""``accords status``: where each duty stands."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from accords.cli.examining import examine_argument
from accords.cli.options import color_option, day_in, output_option, today_in, wants_color, write_output
from accords.cli.writing_to import form_for, refuse_overwriting
from accords.dates import DateError
from accords.model.agreement import Agreement
from accords.render.checklist.markdown import fenced
from accords.render.status.json import render_changes_json, render_status_json
from accords.render.status.proofs_json import render_proofs_json
from accords.render.status.text import (
    render_changes,
    render_changes_markdown,
    render_proofs,
    render_status,
    render_status_markdown,
)
from accords.report import render_full
from accords.standing.history import changes
from accords.standing.proving import explain
from accords.standing.report import status
from accords.suggest import nearest
from accords.vocabulary import Modality

__all__ = ["command"]

_WIDTH = 80
_MOST_IDS = 20


@click.command("status")
@click.argument("file")
@click.option("--as-of", metavar="DATE", help="The day whose end it is about, or `today`, which it is by default.")
@click.option("--known-by", metavar="DATE", help="Use only what was known by then; by default the same day.")
@click.option(
    "--explain",
    "explained",
    metavar="ID",
    help="Print the proof for this obligation, or by its own id for the agreement.",
)
@click.option(
    "--between",
    nargs=2,
    metavar="DATE DATE",
    help="Print what changed from one day to the other; with --known-by, from what was known by then.",
)
@click.option(
    "--precision",
    type=click.Choice(["interval", "exact"]),
    default="interval",
    help="Exact decides every uncertain day one by one; slower.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "json"]),
    help="For the terminal, as Markdown, or as JSON; by default as the ending of the output says.",
)
@output_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the answer.")
def command(
    *,
    file: str,
    as_of: str | None,
    known_by: str | None,
    explained: str | None,
    between: tuple[str, str] | None,
    precision: str,
    form: str | None,
    output: Path | None,
    color: str,
    quiet: bool,
) -> int:
    """Say where each duty stands: every state that the dated claims of the record leave possible.

    FILE is a record, or - for standard input. Nothing is adjudicated.

    Exit code 0, 1 where the record has errors, 2 where it or the question cannot be read.
    """
    if between and (as_of or explained):
        raise click.UsageError("--between names its own days: it takes no --as-of and no --explain")
    refuse_overwriting(output, [file])
    form = form_for(form, output, {".md": "markdown", ".markdown": "markdown", ".json": "json"}, "terminal")
    examination = examine_argument(file)
    if examination.agreement is None:
        findings = render_full(examination.report, examination.text, color=wants_color(color, sys.stderr))
        click.echo(findings, err=True, color=True)
        return 2 if any(found.code == "ACC012" for found in examination.report.diagnostics) else 1
    record = examination.agreement
    zone = record.time_zone
    today = as_of in (None, "today") and not between
    if today and as_of is None:
        as_of = today_in(zone)
        if not quiet:
            click.echo(f"as of today, {as_of}; --as-of asks about another day", err=True)
    as_of, known_by = (day_in(zone, day, quiet=quiet) for day in (as_of, known_by))
    if between:
        first, last = (day_in(zone, day, quiet=quiet) or "" for day in between)
        between = (first, last)
    try:
        text = _answer(record, as_of or "", today, known_by, explained, between, precision, form)
    except (DateError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    write_output(text, output)
    return 0


def _answer(
    record: Agreement,
    as_of: str,
    today: bool,
    known_by: str | None,
    explained: str | None,
    between: tuple[str, str] | None,
    precision: str,
    form: str,
) -> str:
    width = shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
    if between:
        moved = changes(record, between=between, known_by=known_by)
        if form == "json":
            return render_changes_json(moved)
        if form == "markdown":
            return render_changes_markdown(moved, record, between=between, known_by=known_by)
        return render_changes(moved, record, between=between, known_by=known_by, width=width)
    if explained is not None:
        ids = [record.id, *(duty.id for duty in record.obligations)]
        if explained not in ids:
            meant = nearest(explained, ids)
            raise click.UsageError(
                f'neither the agreement nor an obligation is called "{explained}"'
                + (f'; did you mean "{meant}"?' if meant else f"; {_some_of(ids)}")
            )
        if any(duty.id == explained and duty.modality is Modality.DECLARES for duty in record.obligations):
            raise click.UsageError(f"{explained} is a declaration: nothing is to be done, so it has no status")
        found = status(record, as_of=as_of, known_by=known_by)
        if found.not_followed is not None:
            raise click.UsageError(f"{found.not_followed}: after that day there is no status, and nothing to explain")
        proofs = explain(record, explained, as_of=as_of, known_by=known_by, precision=precision)
        if form == "json":
            return render_proofs_json(proofs, record)
        words = render_proofs(proofs, record, width=width)
        return fenced(words) if form == "markdown" else words
    report = status(record, as_of=as_of, known_by=known_by, precision=precision)
    if form == "json":
        return render_status_json(report)
    if form == "markdown":
        return render_status_markdown(report, record, today=today)
    return render_status(report, record, width=width, today=today)


def _some_of(ids: list[str]) -> str:
    """The ids that can be asked about, as many as a line or two can hold."""
    more = f" and {len(ids) - _MOST_IDS} more" if len(ids) > _MOST_IDS else ""
    return f"choose from {', '.join(ids[:_MOST_IDS])}{more}"
