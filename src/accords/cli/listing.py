"""Checklists of one record and of several, as they were asked for on the command line."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import click
from attrs import define, evolve, field, frozen

from accords.checklist import Bucket, Checklist, Choice, GroupBy, Item, Shape, Unread, checklist, combined_checklist
from accords.cli.options import day_in, standard_input, wants_color, watched, write_output
from accords.corpus import read_records, stands_for_many
from accords.model.agreement import Agreement
from accords.prose import counted, printable
from accords.render.checklist.formats import FORMATS, Look
from accords.report import render_full
from accords.validate import Examination
from accords.vocabulary import Modality

__all__ = ["Asked", "list_duties", "refuse_faulty"]

_WIDTH = 80
_MOST_NAMED = 20


@frozen(kw_only=True)
class Asked:
    """What a checklist is to be, in the words of the command line."""

    form: str
    output: Path | None
    as_of: str | None
    known_by: str | None
    group_by: str | None
    only_open: bool
    obligors: tuple[str, ...]
    parties: tuple[str, ...]
    themes: tuple[str, ...]
    modalities: tuple[str, ...]
    statuses: tuple[str, ...]
    buckets: tuple[str, ...]
    house_style: str | None
    width: int | None
    sign_off: bool
    entries: str
    alarm_days: tuple[int, ...]
    review_every: str | None
    color: str
    quiet: bool

    @property
    def choice(self) -> Choice:
        """Which items to show."""
        return Choice(
            obligor_ids=self.obligors,
            party_ids=self.parties,
            themes=self.themes,
            modalities=tuple(each for each in Modality if each.value in self.modalities),
            statuses=tuple(map(Shape.of, self.statuses)),
            buckets=tuple(map(Bucket.of, self.buckets)),
            only_open=self.only_open,
        )


def list_duties(paths: tuple[str, ...], asked: Asked) -> int:
    """Write the checklist of the record or records that ``paths`` name, and return the exit code."""
    if asked.as_of is None and (
        asked.known_by or asked.choice.needs_status or asked.group_by in ("deadline", "status")
    ):
        raise click.UsageError("what depends on status needs a day: give --as-of DATE, or --as-of today")
    found = read_records(paths, stdin=standard_input(paths))
    if len(paths) != 1 or stands_for_many(paths[0]):
        return _list_several(found, asked)
    first, *second = islice(found, 2)  # standard input may hold several although it is one name
    if second:
        return _list_several((each for group in ((first, *second), found) for each in group), asked)
    return _list_one(first, asked)


def refuse_faulty(examination: Examination, color: str) -> int:
    """Print on standard error what is wrong with a record that cannot be used, and return the exit code."""
    findings = render_full(examination.report, examination.text, color=wants_color(color, sys.stderr))
    click.echo(findings, err=True, color=True)
    return 2 if any(found.code == "ACC012" for found in examination.report.diagnostics) else 1


def _list_one(examination: Examination, asked: Asked) -> int:
    record = examination.agreement
    if record is None:
        return refuse_faulty(examination, asked.color)
    asked = _on_a_day(asked, record.time_zone)
    try:
        rows = checklist(
            record,
            as_of=asked.as_of,
            known_by=asked.known_by,
            group_by=asked.group_by or GroupBy.OBLIGOR,
            choice=asked.choice,
            house_style=asked.house_style,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    _write(rows, asked, record)
    return 0


def _list_several(examinations: Iterable[Examination], asked: Asked) -> int:
    asked = _on_a_day(asked, "UTC")
    usable = _Usable(color=wants_color(asked.color, sys.stderr))
    with watched(examinations, "record", quiet=asked.quiet) as seen:
        try:
            rows = combined_checklist(
                usable.records(seen),
                as_of=asked.as_of,
                known_by=asked.known_by,
                group_by=asked.group_by,
                choice=asked.choice,
                house_style=asked.house_style,
            )
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    if usable.findings:
        click.echo("".join(usable.findings), err=True, color=True, nl=False)
    if rows.records:
        _write(evolve(rows, unread=tuple(usable.unread)), asked, None)
        if usable.unread and not asked.quiet:
            left_out = len(usable.unread)
            reason = "what is wrong with it" if left_out == 1 else "what is wrong with them"
            click.echo(f"{counted(left_out, 'record')} left out for {reason}", err=True)
    return 2 if usable.is_incomplete else 1 if usable.unread else 0


@define
class _Usable:
    """Passes on the records that can be used, and keeps what is wrong with the others."""

    color: bool
    unread: list[Unread] = field(factory=list)
    findings: list[str] = field(factory=list)
    actor_ids: dict[str, None] = field(factory=dict)
    is_incomplete: bool = False
    _names: dict[str, str] = field(factory=dict)

    def records(self, examinations: Iterable[Examination]) -> Iterator[Agreement]:
        for examination in examinations:
            report, record = examination.report, examination.agreement
            name = printable(report.file or "record")
            if report.first_line > 1:
                name = f"{name}:{report.first_line}"
            if record is None:
                self.is_incomplete |= any(found.code == "ACC012" for found in report.diagnostics)
                self.findings.append(render_full(report, examination.text, color=self.color) + "\n")
                codes = ", ".join(dict.fromkeys(found.code for found in report.errors))
                self.unread.append(Unread(name=name, reason=f"{counted(len(report.errors), 'error')} ({codes})"))
            elif record.id in self._names:
                reason = f"its id, {record.id}, is that of {self._names[record.id]} too"
                self.findings.append(f"{name}: {reason}\n")
                self.unread.append(Unread(name=name, reason=reason))
            else:
                self._names[record.id] = name
                self.actor_ids.update(dict.fromkeys(actor.id for actor in record.actors))
                yield record


def _on_a_day(asked: Asked, time_zone: str) -> Asked:
    """The same with a date in place of ``today``."""
    as_of, known_by = (day_in(time_zone, day, quiet=asked.quiet) for day in (asked.as_of, asked.known_by))
    return evolve(asked, as_of=as_of, known_by=known_by)


def _write(rows: Checklist, asked: Asked, record: Agreement | None) -> None:
    if rows.notes and not rows.house_style_found and not asked.quiet:
        style = asked.house_style
        click.echo(f"no name in the record has a note in the style {style!r}; each has its first one", err=True)
    write_output(_rendered(rows, asked, record), asked.output)


def _rendered(rows: Checklist, asked: Asked, record: Agreement | None) -> str | bytes:
    on_terminal = asked.output is None and bool(sys.stdout) and sys.stdout.isatty()
    look = Look(
        width=asked.width or (shutil.get_terminal_size((_WIDTH, 24)).columns if on_terminal else _WIDTH),
        color=wants_color(asked.color) if asked.output is None else asked.color == "always",
        sign_off=asked.sign_off,
        as_todo=asked.entries == "todo",
        alarm_days=asked.alarm_days,
        review_every=asked.review_every,
    )
    if asked.form != "ics":
        return FORMATS[asked.form].write(rows, record, look)
    try:
        text = str(FORMATS["ics"].write(rows, record, look))
    except ValueError as error:
        raise click.UsageError(str(error).replace("as_of", "--as-of")) from error
    _remark_on_deadlines(rows, asked)
    return text


def _remark_on_deadlines(rows: Checklist, asked: Asked) -> None:
    if not asked.quiet and not asked.review_every and not any(map(_has_deadline, rows.items)):
        unfollowed = [record.not_followed for record in rows.records if record.not_followed is not None]
        reason = unfollowed[0] if unfollowed else "no duty shown has a deadline that could be computed"
        advice = "" if unfollowed else "; --review-every P1M makes an entry that comes round for each without"
        click.echo(f"the calendar has no deadline: {reason}{advice}", err=True)


def _has_deadline(item: Item) -> bool:
    return any(standing.due_last is not None for standing in (*item.turns, item.standing) if standing is not None)
