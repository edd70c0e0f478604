"""What is to be looked at, as values, entries and the records that were looked at; and why something is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from accords.checklist.rows import Checklist, Item, NameNote, Unread
from accords.model.agreement import Agreement
from accords.standing.values import Bucket, Shape, StandingRow
from accords.vocabulary import Modality, Vocabulary

__all__ = ["DueEntry", "DueKind", "DueList", "DueRecord", "kind_of", "new_charges", "told_of"]


class DueKind(Vocabulary):
    """Why something is to be looked at; each duty or turn has the first that fits."""

    OVERDUE = "overdue", "It became overdue since the day from which on is asked."
    DISPUTED = "disputed", "It became contested since then."
    CHARGED = "charged", "A breach of it is charged or found since then, or that it was not done, and it has no answer."
    PASSED = "passed", "Its deadline passed since then, and whether it is overdue is not certain."
    DUE = "due", "Its deadline, or a day on which that may lie, is near."
    SILENT = "silent", "Its deadline has passed, or it has none, and nothing at all is reported of it."


@frozen(kw_only=True)
class DueEntry:
    """A duty, or a turn of one, that is to be looked at.

    ``number`` is the turn, None where there is only one; ``further_numbers`` are the turns contested alike, with the
    same outcome either way. ``duty``, ``status``, ``deadline``, ``or_due``, ``amounts``, ``disputes`` and ``charges``,
    the new ones, are words; ``due_first`` and ``due_last`` the days between which the deadline lies as reported, in ISO
    form, ``due_at`` the time where it is an hour. ``certain``: no other day is possible.
    """

    kind: DueKind
    record_id: str
    agreement: str
    instance: str
    obligation_id: str
    obligor_ids: tuple[str, ...]
    obligors: tuple[str, ...]
    number: int | None
    further_numbers: tuple[int, ...]
    duty: str
    sign: str
    status: str
    deadline: str | None
    due_first: str | None
    due_last: str | None
    due_at: str | None
    or_due: str | None
    certain: bool
    disputes: tuple[str, ...]
    charges: tuple[str, ...]
    amounts: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Why it is there, which duty or turn, and where that stands."""
        turn = f", turn {self.number}" if self.number is not None else ""
        return f"<DueEntry {self.kind}: {self.record_id}/{self.instance}{turn}: {self.status}>"


@frozen(kw_only=True)
class DueRecord:
    """A record that was looked at: how many of its duties or turns were overdue, contested or charged already, and of
    how many others the deadline had passed, without that anything is certain.

    ``not_followed`` says since when nobody looked for reports: then nothing is said of its duties.
    """

    id: str
    title: str
    overdue_before: int
    disputed_before: int
    charged_before: int
    passed_before: int
    not_followed: str | None


@frozen(kw_only=True)
class DueList:
    """What is to be looked at at the end of ``as_of``; all days are in ISO form.

    What is new came after ``since``; what is due falls on a day up to ``until``. ``drafts`` are records that are left
    out because nobody has checked them, ``unread`` those that have errors.
    """

    as_of: str
    since: str
    until: str
    entries: tuple[DueEntry, ...]
    records: tuple[DueRecord, ...]
    drafts: tuple[Unread, ...]
    unread: tuple[Unread, ...] = ()
    assumptions: tuple[str, ...]
    notes: tuple[NameNote, ...]
    library_version: str
    deadlines: Checklist = field(repr=False)
    """The checklist of what is due alone, for calendars."""

    def of(self, kind: DueKind) -> tuple[DueEntry, ...]:
        """The entries of one kind, what is due by its day, others in the order of the records."""
        return tuple(entry for entry in self.entries if entry.kind is kind)

    def __repr__(self) -> str:  # noqa: D105
        return f"<DueList {self.as_of}: {', '.join(f'{len(self.of(kind))} {kind}' for kind in DueKind)}>"


_UNSPOKEN = (Bucket.OVERDUE, Bucket.PASSED, Bucket.CONTINUING, Bucket.NO_DATE, Bucket.VAGUE)
"""When silence is worth a question: where no deadline is still ahead."""


_Told = frozenset[tuple[str, str, str | None]]
"""Record, event, and a duty that it is about; None for a finding, which is about whatever has it in its row."""


def told_of(records: Iterable[Agreement]) -> _Told:
    """What an event tells of duties that it names; one that only a condition names tells of none."""
    return frozenset(
        (record.id, event.id, about)
        for record in records
        for event in record.events
        for about in (*event.obligation_ids, *((None,) if event.finding is not None else ()))
    )


def kind_of(
    item: Item, row: StandingRow, before: StandingRow | None, today: date, until: date, told: _Told
) -> DueKind | None:
    """Why a turn is to be looked at, given how it stood ``before``; None where it is not."""
    if row.bucket is Bucket.OVERDUE and (before is None or before.bucket is not Bucket.OVERDUE):
        return DueKind.OVERDUE
    if row.is_contested and (before is None or not before.is_contested):
        return DueKind.DISPUTED
    if new_charges(row, before) or (row.said_unkept and (before is None or not before.said_unkept)):
        return DueKind.CHARGED
    if row.bucket is Bucket.PASSED and (before is None or before.bucket not in (Bucket.PASSED, Bucket.OVERDUE)):
        return DueKind.PASSED
    ahead = row.open and not row.unbound and row.bucket is not Bucket.OVERDUE
    if ahead and any(_meets(span, today, until) for span in _spans(row)):
        return DueKind.DUE
    said = any(
        (item.record_id, claim.event_id, about) in told
        for claim in item.claims
        for about in (item.obligation_id, None)
        if not claim.turns or row.number in claim.turns
    )
    silent = (
        row.open and item.modality is not Modality.MAY and row.shape is Shape.UNREPORTED and row.bucket in _UNSPOKEN
    )
    said = said or row.due_why is not None
    return DueKind.SILENT if silent and not said else None


def new_charges(row: StandingRow, before: StandingRow | None) -> tuple[str, ...]:
    """What is said of breaches, and was not then."""
    return tuple(words for words in row.charges if before is None or words not in before.charges)


def _spans(row: StandingRow) -> Iterator[tuple[str, str]]:
    """The days between which the deadline lies as reported, and each other stretch that is possible."""
    for first, last in ((row.due_first, row.due_last), *((each.first, each.last) for each in row.other_dues)):
        if first is not None and last is not None:
            yield first, last


def _meets(span: tuple[str, str], today: date, until: date) -> bool:
    return span[0] <= until.isoformat() and today.isoformat() <= span[1]
