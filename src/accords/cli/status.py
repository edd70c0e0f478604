"""``accords status``: where each duty stands."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from textwrap import indent

import click
from attrs import evolve, frozen

from accords.cli.options import (
    color_option,
    day_in,
    means_today,
    output_option,
    today_in,
    wants_color,
    watched,
    write_output,
)
from accords.cli.several import Usable, one_of, refuse_faulty
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
from accords.standing.history import changes
from accords.standing.proving import explain
from accords.standing.report import status
from accords.suggest import nearest
from accords.validate import Examination
from accords.vocabulary import Modality

__all__ = ["command"]

_WIDTH = 80
_MOST_IDS = 20


@frozen
class _Asked:
    """What is asked of a record, or of each of several."""

    as_of: str | None
    known_by: str | None
    explained: str | None
    between: tuple[str, str] | None
    precision: str
    form: str
    quiet: bool

    def on_a_day(self, time_zone: str, *, quiet: bool) -> _Asked:
        """The same with ``today`` made the day that it is in ``time_zone``."""
        as_of, known_by = (day_in(time_zone, day, quiet=quiet) for day in (self.as_of, self.known_by))
        between = self.between
        if between is not None:
            first, last = (day_in(time_zone, day, quiet=quiet) or "" for day in between)
            between = (first, last)
        elif as_of is None:
            as_of = today_in(time_zone)
            if not quiet:
                click.echo(f"as of today, {as_of}; --as-of asks about another day", err=True)
        return evolve(self, as_of=as_of, known_by=known_by, between=between)


@click.command("status")
@click.argument("paths", nargs=-1, required=True)
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
    paths: tuple[str, ...],
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

    PATHS are records, folders, patterns or lines of records, or - for standard input; each record is told by itself,
    in JSON as a list. Nothing is adjudicated.

    Exit code 0, 1 where a record has errors, 2 where it or the question cannot be read.
    """
    if between and (as_of or explained):
        raise click.UsageError("--between names its own days: it takes no --as-of and no --explain")
    refuse_overwriting(output, paths)
    form = form_for(form, output, {".md": "markdown", ".markdown": "markdown", ".json": "json"}, "terminal")
    asked = _Asked(as_of, known_by, explained, between or None, precision, form, quiet)
    one, every = one_of(paths)
    if one is None:
        return _tell_several(every, asked, output, color)
    if one.agreement is None:
        return refuse_faulty(one, color)
    write_output(_told(one.agreement, asked), output)
    return 0


def _tell_several(examinations: Iterable[Examination], asked: _Asked, output: Path | None, color: str) -> int:
    """Write the answer for each record that can be used, and return the exit code."""
    if asked.explained is not None:
        raise click.UsageError("--explain is about one record; name its file alone")
    usable = Usable(color=wants_color(color, sys.stderr))
    with watched(examinations, "record", quiet=asked.quiet) as seen:
        told: list[str] = []
        for record in usable.records(seen):
            told.append(_told(record, evolve(asked, quiet=asked.quiet or bool(told))))
    usable.tell()
    if told:
        write_output(_joined(told, asked.form), output)
    if not asked.quiet:
        usable.remark()
    return usable.exit_code


def _joined(told: list[str], form: str) -> str:
    if form == "json":
        listed = ",\n".join(each.strip() for each in told)
        return f"[\n{indent(listed, '  ')}\n]\n"
    return "\n".join(told) if form == "markdown" else f"\n{'─' * _WIDTH}\n\n".join(told)


def _told(record: Agreement, asked: _Asked) -> str:
    on_the_day = asked.on_a_day(record.time_zone, quiet=asked.quiet)
    today = asked.between is None and (asked.as_of is None or means_today(asked.as_of))
    try:
        return _answer(record, on_the_day, today=today)
    except (DateError, ValueError) as error:
        raise click.UsageError(str(error)) from error


def _answer(record: Agreement, asked: _Asked, *, today: bool) -> str:
    width = shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
    as_of, known_by, form = asked.as_of or "", asked.known_by, asked.form
    if asked.between is not None:
        moved = changes(record, between=asked.between, known_by=known_by)
        if form == "json":
            return render_changes_json(moved)
        if form == "markdown":
            return render_changes_markdown(moved, record, between=asked.between, known_by=known_by)
        return render_changes(moved, record, between=asked.between, known_by=known_by, width=width)
    if asked.explained is not None:
        return _proof(record, asked, asked.explained, width)
    report = status(record, as_of=as_of, known_by=known_by, precision=asked.precision)
    if form == "json":
        return render_status_json(report)
    if form == "markdown":
        return render_status_markdown(report, record, today=today)
    return render_status(report, record, width=width, today=today)


def _proof(record: Agreement, asked: _Asked, explained: str, width: int) -> str:
    """Why one duty, or the agreement, stands where it stands."""
    ids = [record.id, *(duty.id for duty in record.obligations)]
    if explained not in ids:
        meant = nearest(explained, ids)
        raise click.UsageError(
            f'neither the agreement nor an obligation is called "{explained}"'
            + (f'; did you mean "{meant}"?' if meant else f"; {_some_of(ids)}")
        )
    if any(duty.id == explained and duty.modality is Modality.DECLARES for duty in record.obligations):
        raise click.UsageError(f"{explained} is a declaration: nothing is to be done, so it has no status")
    as_of, known_by = asked.as_of or "", asked.known_by
    found = status(record, as_of=as_of, known_by=known_by)
    if found.not_followed is not None:
        raise click.UsageError(f"{found.not_followed}: after that day there is no status, and nothing to explain")
    proofs = explain(record, explained, as_of=as_of, known_by=known_by, precision=asked.precision)
    if asked.form == "json":
        return render_proofs_json(proofs, record)
    words = render_proofs(proofs, record, width=width)
    return fenced(words) if asked.form == "markdown" else words


def _some_of(ids: list[str]) -> str:
    """The ids that can be asked about, as many as a line or two can hold."""
    more = f" and {len(ids) - _MOST_IDS} more" if len(ids) > _MOST_IDS else ""
    return f"choose from {', '.join(ids[:_MOST_IDS])}{more}"
