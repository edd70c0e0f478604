"""What is to be looked at now: due, newly overdue, disputed or charged, and what nobody speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from accords.checklist.combine import combined_checklist, with_rows
from accords.checklist.counting import standings_of
from accords.checklist.due_list import DueEntry, DueKind, DueList, DueRecord, kind_of, new_charges, told_of
from accords.checklist.lines import duty_in_words
from accords.checklist.rows import Checklist, GroupBy, Item, Unread
from accords.checklist.standing_lines import amount_in_words, deadline_words, dispute_in_words, other_due_words
from accords.dates import DateLike, as_date
from accords.dates.durations import DurationLike, as_duration, shift_day
from accords.model.agreement import Agreement, the_agreement
from accords.prose import refuse_one
from accords.standing.values import Bucket, DisputeRow, StandingRow
from accords.version import VERSION
from accords.vocabulary import CodingStatus
from accords.words import ENGLISH, Language, in_language, joined, say

__all__ = ["due", "is_draft"]


def is_draft(record: Agreement) -> bool:
    """Whether the record says that it is one."""
    return record.coding is not None and record.coding.status in (CodingStatus.DRAFT, CodingStatus.MACHINE_DRAFT)


@in_language
def due(
    agreements: Iterable[Agreement],
    *,
    as_of: DateLike,
    within: DurationLike = "P30D",
    since: DateLike | None = None,
    house_style: str | None = None,
    library_version: str | None = None,
    language: Language = ENGLISH,
) -> DueList:
    """Say what is to be looked at in ``agreements`` at the end of a day, from what was known by then.

    Args:
        agreements: The records, each with an id of its own. Drafts are left out, and named.
        as_of: The day.
        within: How far ahead deadlines are listed.
        since: From which day on something is new, at whose end it was not so; by default as far back as ``within``.
        house_style: Whose notes on names to print, ``none`` for none; absent means the first note of each actor.
        library_version: What to print as the version of accords; absent means its own.
        language: In what to say everything that is not a text of the record.

    After the day until which a record was followed nothing is said of its duties, but that. Raises ValueError for dates
    and periods that cannot be read, a ``since`` after the day, and two records with one id.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> [(each.kind.value, each.instance) for each in accords.due([deal], as_of="1911-09-10").entries]
    [('due', 'repair-landing'), ('silent', 'no-tolls')]
    """
    refuse_one(agreements, "several agreements, as in [agreement]")
    today, period = _day(as_of), as_duration(within)
    if period.negative or period.exact_seconds:
        raise ValueError(f"how far ahead is a number of days, weeks, months or years, as in P30D, not {period}")
    try:
        until = shift_day(today, period)
        start = _day(since) if since is not None else _as_far_back(today, until)
    except OverflowError as error:
        raise ValueError(str(error)) from error
    if start > today:
        raise ValueError(f"{start} comes after {today}: what is new since then cannot be known yet")
    records = [the_agreement(each) for each in agreements]
    drafts = tuple(Unread(name=each.id, reason=say("agenda.draft")) for each in records if is_draft(each))
    checked = [each for each in records if not is_draft(each)]
    now, then = (
        combined_checklist(checked, as_of=day, group_by=GroupBy.AGREEMENT, house_style=house_style)
        for day in (today, start)
    )
    before = {_key(item, row): row for item, row in _rows(then)}
    told = told_of(checked)
    found = [
        (item, row, kind_of(item, row, before.get(_key(item, row)), today, until, told)) for item, row in _rows(now)
    ]
    entries = [_entry(each, before.get(_key(*each[:2]))) for each in _together(found)]
    order = list(DueKind)
    entries.sort(key=lambda each: (order.index(each.kind), each.due_first or "" if each.kind is DueKind.DUE else ""))
    return DueList(
        as_of=today.isoformat(),
        since=start.isoformat(),
        until=until.isoformat(),
        entries=tuple(entries),
        records=tuple(_records(now, found)),
        drafts=drafts,
        assumptions=now.assumptions,
        notes=now.notes,
        library_version=library_version or VERSION,
        deadlines=with_rows(now, [(item, row) for item, row, kind in found if kind is DueKind.DUE]),
    )


_Key = tuple[str, str, tuple[str, ...], int | None]
_Found = tuple[Item, StandingRow, DueKind, list[int]]


def _day(when: DateLike) -> date:
    day = as_date(when).latest
    if day is None:
        raise ValueError(f"{when} has no last day")
    return day


def _as_far_back(today: date, until: date) -> date:
    """The day as long before today as ``until`` comes after it, or the first of the calendar."""
    return date.fromordinal(max(2 * today.toordinal() - until.toordinal(), 1))


def _rows(rows: Checklist) -> Iterator[tuple[Item, StandingRow]]:
    for item in rows.items:
        for row in standings_of(item):
            yield item, row


def _key(item: Item, row: StandingRow) -> _Key:
    return item.record_id, item.instance, item.obligor_ids, row.number


def _together(found: Iterable[tuple[Item, StandingRow, DueKind | None]]) -> Iterable[_Found]:
    """What is to be looked at; turns of one duty that are contested alike, with the same outcome either way and their
    deadlines alike ahead or over, stand together, under the first."""
    together: dict[object, _Found] = {}
    for item, row, kind in found:
        alike = (row.disputes, row.states, row.bucket is Bucket.PASSED) if kind is DueKind.DISPUTED else row.number
        key = (id(item), alike, kind)
        if kind is not None and key in together:
            together[key][3].append(row.number or 0)
        elif kind is not None:
            together[key] = item, row, kind, []
    return together.values()


_BESIDE = ("ended", "not_bound", "own_charge")
"""The remarks without which a name would say too much."""


def _status(item: Item, row: StandingRow) -> str:
    """Its name, with the remarks of ``_BESIDE``, and that it is no part of the agreement."""
    over = (words for flag, words in zip(row.flags, row.flag_words, strict=True) if flag in _BESIDE)
    beside = (say("owed.beside"),) if item.beside_agreement else ()
    return say("semicolon").join((row.words, *over, *beside))


def _matter(dispute: DisputeRow) -> tuple[str | None, str]:
    return dispute.event_id, dispute.matter


def _entry(found: _Found, before: StandingRow | None) -> DueEntry:
    item, row, kind, further = found
    obligors = joined(item.obligors) or say("heading.not_stated")
    charged = kind is DueKind.CHARGED  # what was contested before is nothing new
    known = {_matter(each) for each in before.disputes} if before is not None else set()
    return DueEntry(
        kind=kind,
        record_id=item.record_id,
        agreement=item.agreement or "",
        instance=item.instance,
        obligation_id=item.obligation_id,
        obligor_ids=item.obligor_ids,
        obligors=item.obligors,
        number=row.number,
        further_numbers=tuple(further),
        duty=say("calendar.title", obligor=obligors, duty=" ".join(duty_in_words(item))),
        sign=row.sign,
        status=_status(item, row),
        deadline=deadline_words(row) or None,
        due_first=row.due_first,
        due_last=row.due_last,
        due_at=row.due_at,
        or_due=other_due_words(row) or None,
        certain=row.due_first == row.due_last and not row.other_dues and row.trigger_met in (None, "yes"),
        disputes=tuple(dispute_in_words(each) for each in row.disputes if not (charged and _matter(each) in known)),
        charges=new_charges(row, before),
        amounts=tuple(amount_in_words(each) for each in row.amounts if each.told),
    )


def _records(now: Checklist, found: list[tuple[Item, StandingRow, DueKind | None]]) -> Iterator[DueRecord]:
    for record in now.records:
        rows = [(item, row, kind) for item, row, kind in found if item.record_id == record.id]
        yield DueRecord(
            id=record.id,
            title=record.title,
            overdue_before=sum(row.bucket is Bucket.OVERDUE and kind is not DueKind.OVERDUE for _, row, kind in rows),
            disputed_before=sum(row.is_contested and kind is not DueKind.DISPUTED for _, row, kind in rows),
            charged_before=sum(kind is None and row.is_charged for _, row, kind in rows),
            passed_before=sum(kind is None and _has_passed(row) for _, row, kind in rows),
            not_followed=record.not_followed,
        )


def _has_passed(row: StandingRow) -> bool:
    """Whether its deadline passed, and nothing else is counted of it."""
    return row.bucket is Bucket.PASSED and not row.is_contested and not row.is_charged
