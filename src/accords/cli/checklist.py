"""``accords checklist``: who is to do what, by when and under which conditions."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from accords.checklist import Bucket, Checklist, Choice, GroupBy, Shape, checklist
from accords.cli.merging import merge
from accords.cli.options import color_option, examine_argument, output_option, today_in, wants_color, write_output
from accords.model.agreement import Agreement
from accords.render.csv import render_csv
from accords.render.html import render_html
from accords.render.ics import render_ics
from accords.render.markdown import render_markdown
from accords.render.rows_json import render_json
from accords.render.terminal import render_terminal
from accords.render.xlsx import render_xlsx
from accords.report import render_full
from accords.suggest import nearest
from accords.validate import Examination
from accords.vocabulary import Modality

__all__ = ["command"]

_WIDTH = 80


@click.command("checklist")
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "html", "csv", "xlsx", "ics", "json"]),
    default="terminal",
    help="For the terminal, as Markdown, an HTML page, CSV, an XLSX workbook, a calendar, or JSON.",
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
    default="obligor",
    help="What to make sections by.",
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
@click.option(
    "--house-style",
    metavar="STYLE",
    help="Whose notes on names to print, as in EU; by default each name's first.",
)
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
    metavar="FILE.xlsx",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Show what `My status` and `My note` of a workbook would add to the record as assessments.",
)
@click.option("--assessor", metavar="WHO", help="With --merge: whose assessments they are.")
@click.option("--write", is_flag=True, help="With --merge: write the record, not only show the difference.")
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the checklist.")
def command(
    *,
    file: str,
    form: str,
    output: Path | None,
    as_of: str | None,
    known_by: str | None,
    group_by: str,
    only_open: bool,
    obligors: tuple[str, ...],
    parties: tuple[str, ...],
    themes: tuple[str, ...],
    modalities: tuple[str, ...],
    statuses: tuple[str, ...],
    buckets: tuple[str, ...],
    house_style: str | None,
    width: int | None,
    sign_off: bool,
    entries: str,
    alarm_days: tuple[int, ...],
    review_every: str | None,
    workbook: Path | None,
    assessor: str | None,
    write: bool,
    color: str,
    quiet: bool,
) -> int:
    """Print who is to do what, by when and under which conditions.

    FILE is a record, or - for standard input. Duties without a date are listed like all others. With --as-of
    each says where it stands; without it, the list says nothing about what has been done.

    Exit code 0, 1 where the record has errors, 2 where it cannot be read.
    """
    examination = examine_argument(file)
    report = examination.report
    if examination.agreement is None:
        findings = render_full(report, examination.text, color=wants_color(color, sys.stderr))
        click.echo(findings, err=True, color=True)
        return 2 if any(found.code == "ACC012" for found in report.diagnostics) else 1
    record = examination.agreement
    if workbook is not None:
        return _take_back(examination, file, workbook, assessor, as_of, write=write, output=output, quiet=quiet)
    if assessor is not None or write:
        raise click.UsageError("--assessor and --write belong to --merge")
    choice = Choice(
        obligor_ids=obligors,
        party_ids=parties,
        themes=themes,
        modalities=tuple(each for each in Modality if each.value in modalities),
        statuses=tuple(map(Shape, statuses)),
        buckets=tuple(map(Bucket, buckets)),
        only_open=only_open,
    )
    _refuse_unknown(record, obligors, parties)
    if as_of is None and (known_by or choice.needs_status or group_by in ("deadline", "status")):
        raise click.UsageError("what depends on status needs a day: give --as-of DATE, or --as-of today")
    if as_of == "today":
        as_of = today_in(record.time_zone)
        if not quiet:
            click.echo(f"as of today, {as_of}", err=True)
    try:
        rows = checklist(
            record, as_of=as_of, known_by=known_by, group_by=group_by, choice=choice, house_style=house_style
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if rows.notes and not rows.house_style_found and not quiet:
        click.echo(f"no name in the record has a note in the style {house_style!r}; each has its first one", err=True)
    if form == "html":
        write_output(render_html(rows, record, sign_off=sign_off), output)
    elif form == "ics":
        write_output(_calendar(rows, entries, alarm_days, review_every), output)
    else:
        write_output(_rendered(rows, form, output, width, color), output)
    return 0


def _take_back(
    examination: Examination,
    file: str,
    workbook: Path,
    assessor: str | None,
    as_of: str | None,
    *,
    write: bool,
    output: Path | None,
    quiet: bool,
) -> int:
    """Show, and with ``write`` make, the change that a filled-in workbook means for the record."""
    record = examination.agreement
    assert record is not None
    if assessor is None or not assessor.strip():
        raise click.UsageError("--merge needs --assessor WHO: whose assessments they are")
    if file == "-" and write:
        raise click.UsageError("standard input cannot be written; name the record's file")
    if as_of == "today":
        as_of = today_in(record.time_zone)
    text = examination.text or ""
    change = merge(record, file, text, workbook, assessor=assessor.strip(), as_of=as_of, write=write)
    write_output(change, output)
    if not quiet:
        done = "nothing to take back" if not change else "written" if write else "not written; --write does that"
        click.echo(done, err=True)
    return 0


def _refuse_unknown(record: Agreement, *given: tuple[str, ...]) -> None:
    """An id that stands for nothing would choose nothing, which reads as if nothing were owed."""
    known = [actor.id for actor in record.actors]
    for actor_id in (each for ids in given for each in ids):
        if actor_id not in known:
            meant = nearest(actor_id, known)
            hint = f"did you mean {meant}?" if meant else f"actors here: {', '.join(known)}"
            raise click.UsageError(f"no actor is called {actor_id!r}; {hint}")


def _calendar(rows: Checklist, entries: str, alarm_days: tuple[int, ...], review_every: str | None) -> str:
    try:
        return render_ics(rows, as_todo=entries == "todo", alarm_days=alarm_days, review_every=review_every)
    except ValueError as error:
        raise click.UsageError(str(error).replace("as_of", "--as-of")) from error


def _rendered(rows: Checklist, form: str, output: Path | None, width: int | None, color: str) -> str | bytes:
    if form == "xlsx":
        return render_xlsx(rows)
    if form == "csv":
        return render_csv(rows)
    if form == "markdown":
        return render_markdown(rows)
    if form == "json":
        return render_json(rows)
    on_terminal = output is None and bool(sys.stdout) and sys.stdout.isatty()
    columns = width or (shutil.get_terminal_size((_WIDTH, 24)).columns if on_terminal else _WIDTH)
    return render_terminal(rows, width=columns, color=wants_color(color) if output is None else color == "always")
