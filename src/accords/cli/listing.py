"""Checklists of one record and of several, as they were asked for on the command line."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from attrs import evolve, frozen

from accords.checklist import Bucket, Checklist, Choice, GroupBy, Item, Shape, checklist, combined_checklist
from accords.checklist.repeating import repeated_text
from accords.cli.options import day_in, wants_color, watched, write_output
from accords.cli.several import Usable, one_of, refuse_faulty, refuse_unheard
from accords.cli.writing_to import tell_written
from accords.model.agreement import Agreement
from accords.render.checklist.formats import FORMATS, Look
from accords.validate import Examination
from accords.vocabulary import Modality

__all__ = ["Asked", "list_duties"]

_WIDTH = 80
_MOST_NAMED = 20
_MOST_REPEATED = 50_000_000
"""How many characters a list may come to by long texts that many of its rows repeat."""


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
    names_by: str | None
    title_language: str | None
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
    one, every = one_of(paths)
    return _list_several(every, asked) if one is None else _list_one(one, asked)


def _list_one(examination: Examination, asked: Asked) -> int:
    record = examination.agreement
    if record is None:
        return refuse_faulty(examination, asked.color)
    _refuse_repeating(record)
    usable = Usable(color=False)
    usable.take(record)
    _refuse_unknown(usable, asked)
    asked = _on_a_day(asked, record.time_zone)
    try:
        rows = checklist(
            record,
            as_of=asked.as_of,
            known_by=asked.known_by,
            group_by=asked.group_by or GroupBy.OBLIGOR,
            choice=asked.choice,
            house_style=asked.house_style,
            names_by=asked.names_by,
            title_language=asked.title_language,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    _write(rows, asked, record)
    return 0


def _refuse_repeating(record: Agreement) -> Agreement:
    where = repeated_text(record, _MOST_REPEATED)
    if where is not None:
        words = f"{record.id}: its list would be too large, as many duties repeat a long text ({where}): shorten it"
        raise click.UsageError(words)
    return record


def _list_several(examinations: Iterable[Examination], asked: Asked) -> int:
    asked = _on_a_day(asked, "UTC")
    usable = Usable(color=wants_color(asked.color, sys.stderr))
    with watched(examinations, "record", quiet=asked.quiet) as seen:
        try:
            rows = combined_checklist(
                [_refuse_repeating(each) for each in usable.unambiguous(seen)],
                as_of=asked.as_of,
                known_by=asked.known_by,
                group_by=asked.group_by,
                choice=asked.choice,
                house_style=asked.house_style,
                names_by=asked.names_by,
                title_language=asked.title_language,
            )
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    usable.tell()
    if usable.actor_ids:
        _refuse_unknown(usable, asked)
    if rows.records:
        _write(evolve(rows, unread=tuple(usable.unread)), asked, None)
        if not asked.quiet:
            usable.remark()
    return usable.exit_code


def _on_a_day(asked: Asked, time_zone: str) -> Asked:
    """The same with a date in place of ``today``."""
    as_of, known_by = (day_in(time_zone, day, quiet=asked.quiet) for day in (asked.as_of, asked.known_by))
    return evolve(asked, as_of=as_of, known_by=known_by)


def _refuse_unknown(usable: Usable, asked: Asked) -> None:
    """What no name or title fits would change nothing, which reads as if it did."""
    refuse_unheard("a note in the style", asked.house_style, usable.note_users)
    refuse_unheard("one used by", asked.names_by, usable.name_users)
    languages = [tag.casefold() for tag in usable.title_languages]
    wanted = (asked.title_language or "").casefold()
    if wanted and not any(tag == wanted or tag.startswith(f"{wanted}-") for tag in languages):
        has = ", ".join(usable.title_languages) or "none"
        raise click.UsageError(f"no title is in {asked.title_language!r}; other titles here are in: {has}")


def _write(rows: Checklist, asked: Asked, record: Agreement | None) -> None:
    write_output(_rendered(rows, asked, record), asked.output)
    tell_written(asked.output, quiet=asked.quiet)


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
