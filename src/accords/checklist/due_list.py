"""What is to be looked at, as values: entries by why they are there, and the records that were looked at."""

from __future__ import annotations

from attrs import field, frozen

from accords.checklist.rows import Checklist, NameNote, Unread
from accords.vocabulary import Vocabulary

__all__ = ["DueEntry", "DueKind", "DueList", "DueRecord"]


class DueKind(Vocabulary):
    """Why something is to be looked at; each duty or turn has the first that fits."""

    OVERDUE = "overdue", "It became overdue since the day from which on is asked."
    DISPUTED = "disputed", "It became contested since then."
    CHARGED = "charged", "A breach of it is charged or found since then, or that it was not done, and it has no answer."
    DUE = "due", "Its deadline, or a day on which that may lie, is near."
    SILENT = "silent", "Its deadline has passed, or it has none, and nothing at all is reported of it."


@frozen(kw_only=True)
class DueEntry:
    """A duty, or a turn of one, that is to be looked at.

    ``number`` is the turn, None where there is only one; ``further_numbers`` are the turns contested alike. ``duty``,
    ``status``, ``deadline``, ``or_due``, ``disputes`` and ``charges``, the new ones, are words; ``due_first`` and
    ``due_last`` the days between which the deadline lies as reported, in ISO form, ``due_at`` the time where it is
    an hour. ``certain``: no other day is possible.
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

    def __repr__(self) -> str:
        """Why it is there, which duty or turn, and where that stands."""
        turn = f", turn {self.number}" if self.number is not None else ""
        return f"<DueEntry {self.kind}: {self.record_id}/{self.instance}{turn}: {self.status}>"


@frozen(kw_only=True)
class DueRecord:
    """A record that was looked at: how many of its duties or turns were overdue, contested or charged already.

    ``not_followed`` says since when nobody looked for reports: then nothing is said of its duties.
    """

    id: str
    title: str
    overdue_before: int
    disputed_before: int
    charged_before: int
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
