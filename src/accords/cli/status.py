"""``accords status``: where each duty stands."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from accords.cli.examining import examine_argument
from accords.cli.options import color_option, output_option, wants_color, write_output
from accords.dates import DateError
from accords.engine.axis import Axis, day_text
from accords.model.agreement import Agreement
from accords.render.status_json import render_changes_json, render_proofs_json, render_status_json
from accords.render.status_rows import actor_names
from accords.render.status_text import (
    render_changes,
    render_changes_markdown,
    render_proofs,
    render_status,
    render_status_markdown,
)
from accords.report import render_full
from accords.standing.history import changes
from accords.standing.proof import explain
from accords.standing.report import day_number, status
from accords.suggest import nearest
from accords.vocabulary import Modality
from accords.words import say

__all__ = ["command"]

_WIDTH = 80
_MOST_IDS = 20


@click.command("status")
@click.argument("file")
@click.option("--as-of", metavar="DATE", help="The day whose end it is about; by default today.")
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
    default="terminal",
    help="For the terminal, as Markdown, or as JSON.",
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
    form: str,
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
    examination = examine_argument(file)
    if examination.agreement is None:
        findings = render_full(examination.report, examination.text, color=wants_color(color, sys.stderr))
        click.echo(findings, err=True, color=True)
        return 2 if any(found.code == "ACC012" for found in examination.report.diagnostics) else 1
    record = examination.agreement
    today = as_of is None and not between
    if today:
        zone = UTC if record.time_zone == "UTC" else ZoneInfo(record.time_zone)
        as_of = datetime.now(zone).date().isoformat()
        if not quiet:
            click.echo(f"as of today, {as_of}; --as-of asks about another day", err=True)
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
            return render_changes_markdown(moved, record, _between(record, between, known_by))
        return render_changes(moved, record, _between(record, between, known_by), width=width)
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
        names = {} if form == "json" else actor_names(record)
        proofs = explain(record, explained, as_of=as_of, known_by=known_by, precision=precision, names=names)
        if form == "json":
            return render_proofs_json(proofs)
        words = render_proofs(proofs, record, width=width)
        return f"```text\n{words}```\n" if form == "markdown" else words
    report = status(record, as_of=as_of, known_by=known_by, precision=precision)
    if form == "json":
        return render_status_json(report)
    if form == "markdown":
        return render_status_markdown(report, record, today=today)
    return render_status(report, record, width=width, today=today)


def _between(record: Agreement, between: tuple[str, str], known_by: str | None) -> str:
    """Which two days are compared; what lies between them may have happened on any day."""
    axis = Axis(record.time_zone)
    first, last, *known = (day_text(day_number(day, axis)) for day in (*between, known_by) if day is not None)
    key = "status.between_known" if known else "status.between"
    return say(key, first=first, last=last, known_by="".join(known))


def _some_of(ids: list[str]) -> str:
    """The ids that can be asked about, as many as a line or two can hold."""
    more = f" and {len(ids) - _MOST_IDS} more" if len(ids) > _MOST_IDS else ""
    return f"choose from {', '.join(ids[:_MOST_IDS])}{more}"
