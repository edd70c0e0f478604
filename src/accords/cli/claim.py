"""``accords claim``: what somebody says about an event or a duty, entered into a record."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from attrs import evolve

from accords.cli.entering.claim_options import claim_options, entry_of
from accords.cli.entering.retyping import retyped
from accords.cli.options import color_option, day_in, means_today, output_option, today_in
from accords.cli.proposing import EditAsked, open_record, propose, refuse_record, write_option
from accords.cli.writing_to import refuse_overwriting
from accords.codec import content_hash
from accords.dates import as_date
from accords.editing import Revision, reviewed, revise
from accords.editing.claiming import Entered, entered
from accords.editing.entries import ClaimEntry, EntryError
from accords.editing.following import followed
from accords.model.additions import known_ids
from accords.model.agreement import Agreement
from accords.prose import counted, printable

__all__ = ["command"]

_LARGEST = 1_000_000


@click.command("claim")
@click.argument("record")
@claim_options
@click.option(
    "--from",
    "listed",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Enter a list: on each line what follows RECORD on a command line. All of it, or nothing.",
)
@click.option(
    "--followed-until",
    metavar="DATE",
    help="The last day of which reports were looked for, or `today`; alone where nothing is new.",
)
@click.option("--edit", is_flag=True, help="Open the event in your editor before it is shown.")
@click.option("--as-of", metavar="DATE", help="The day as of which changed statuses are shown, or `today`.")
@write_option
@output_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the difference.")
def command(
    *,
    record: str,
    listed: Path | None,
    followed_until: str | None,
    edit: bool,
    as_of: str | None,
    write: bool,
    output: Path | None,
    color: str,
    quiet: bool,
    **given: Any,
) -> int:
    """Enter what somebody says about an event or a duty.

    RECORD is the file. TARGET is the id of an event, or of a duty of which something happened. VERDICT is what is
    said: occurred, not_occurred, planned, breach, no_breach; of a finding accepts or rejects. WHEN is the day of which
    it is said, where one is.

    --followed-until says until when somebody looked for reports; alone, that nothing is new.

    The difference is shown with every status that it changes, as of the last day that the record was followed, or
    today; -o FILE takes it. Nothing is written without --write or a yes, and nothing else in the record changes.

    Exit code 0, 1 where the record has errors or would have one, 2 where an id or an option is wrong.
    """
    refuse_overwriting(output, [record, listed])
    asked = EditAsked(write=write, output=output, color=color, quiet=quiet, as_of=as_of)
    opened = open_record(record)
    if opened.agreement is None:
        return refuse_record(opened, color)
    zone = opened.agreement.time_zone
    try:
        before = opened.agreement
        if followed_until is not None:
            until = today_in(zone) if means_today(followed_until) else followed_until
            before = followed(before, until)
        after, last = _entered(before, listed, given, is_followed=followed_until is not None)
    except EntryError as error:
        raise click.ClickException(str(error)) from error
    day = _day(after, as_of, quiet=quiet)
    try:
        revision = revise(opened.raw, after, as_of=day)
        if before != opened.agreement:
            revision = _beside_following(revision, before, day)
        if edit:
            if last is None:
                raise click.UsageError("--edit opens one event: it does not go with --from")
            revision = retyped(opened.raw, revision, last.event.id, as_of=day)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return propose(revision, opened, asked, _remarks(revision, last, day, followed_until))


def _entered(
    record: Agreement, listed: Path | None, given: dict[str, Any], *, is_followed: bool
) -> tuple[Agreement, Entered | None]:
    """The record with what is to be entered: a list, one claim, or nothing where it was only followed."""
    if listed is not None:
        if given["target"]:
            raise EntryError("--from takes the place of TARGET and what follows it")
        return _all_of(record, listed, record.time_zone), None
    if is_followed and not any(given.values()):
        return record, None
    last = entered(record, entry_of(given, record.time_zone))
    return last.record, last


def _beside_following(revision: Revision, followed_before: Agreement, day: str) -> Revision:
    """What ``revision`` changes beside that the record was followed longer, by which all would stand differently."""
    shown = reviewed(revision.old, followed_before, revision.new, as_of=day)
    if shown.difference is None or shown.difference.same:
        return evolve(shown, difference=None)
    before = evolve(shown.difference.before, content_hash=content_hash(revision.before))
    return evolve(shown, difference=evolve(shown.difference, before=before))


def _day(record: Agreement, as_of: str | None, *, quiet: bool) -> str:
    """The day as of which statuses are compared: the one given, the last that the record was followed, or today."""
    if as_of is not None:
        return day_in(record.time_zone, as_of, quiet=quiet) or as_of
    followed = record.coding.followed_until if record.coding is not None else None
    today = today_in(record.time_zone)
    if followed is not None and followed.latest is not None and followed.latest.isoformat() < today:
        day, why = followed.latest.isoformat(), "until when the record was followed"
    else:
        day, why = today, "today"
    if not quiet:
        click.echo(f"statuses as of {day}, {why}; --as-of asks about another day", err=True)
    return day


def _remarks(revision: Revision, last: Entered | None, day: str, until: str | None) -> Iterator[str]:
    """How many statuses change, and of a claim that counts later only that it does."""
    if until is not None and revision.after is not None and revision.after.coding is not None:
        yield f"followed until {revision.after.coding.followed_until} now"
    many = counted(len(revision.changed), "duty or turn stands", "duties or turns stand")
    yield f"{many} differently as of {day}"
    if last is None:
        return
    known = last.claim.known_on
    if known is None:
        cited = {each.source_id for each in last.claim.citations}
        days = [each.published for each in last.record.sources if each.id in cited and each.published is not None]
        known = min(days, key=lambda each: each.text) if days else None
    asked = as_date(day).latest
    if known is not None and known.earliest is not None and asked is not None and known.earliest > asked:
        yield f"it was known on {known}, so it does not count as of {day} yet"


def _all_of(record: Agreement, listed: Path, zone: str) -> Agreement:
    """``record`` with every line of a list entered. Raises EntryError for the first that cannot be, with its place."""
    name = printable(str(listed))
    known = known_ids(record)
    for number, words in _lines(listed, name):
        try:
            record = entered(record, _entry(words, zone), known).record
        except (EntryError, ValueError) as error:
            raise EntryError(f"{name}, line {number}: {error}\nnothing of the list is entered") from error
        except click.ClickException as error:
            raise EntryError(
                f"{name}, line {number}: {error.format_message()}\nnothing of the list is entered"
            ) from error
    return record


def _lines(listed: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    try:
        if listed.stat().st_size > _LARGEST:
            raise click.ClickException(f"{name} is larger than {_LARGEST // 1_000_000} MB")
        text = listed.read_text("utf-8-sig")
    except OSError as error:
        raise click.ClickException(f"{name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{name} is no text in UTF-8") from error
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        try:
            words = shlex.split(line, comments=True)
        except ValueError as error:
            raise EntryError(f"{name}, line {number}: {error}; a quotation mark has to be closed") from error
        if words:
            yield number, words


def _entry(words: list[str], zone: str) -> ClaimEntry:
    with _line.make_context("claim", list(words)) as context:
        return entry_of(context.params, zone)


@click.command("claim", add_help_option=False)
@claim_options
def _line(**_: Any) -> None:
    """One line of a list."""
