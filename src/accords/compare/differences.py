"""What a comparison finds, in texts and lists, so that every format is written from it alone."""

from __future__ import annotations

from attrs import frozen

from accords.checklist import NameNote
from accords.vocabulary import Vocabulary

__all__ = ["Aspect", "Compared", "Difference", "DutyChange", "EventChange", "LineChange", "PlaceChange", "Sort"]


class Aspect(Vocabulary):
    """What a change is about."""

    WORDING = "wording", "What is to be done, in whose words."
    BEARERS = "bearers", "Who owes it, and to whom."
    DEADLINE = "deadline", "By when, as written and as computed, with the arithmetic."
    CONDITIONS = "conditions", "On what it depends."
    STATUS = "status", "Where it stands."
    RETOLD = "retold", "Where it stands, where that is the same: told in other words, or nearer its day."
    SAID = "said", "What is said about it, how it is rated, and who watched."
    OTHER = "other", "Anything else: readings, notes, sources, places."
    AGREEMENT = "agreement", "The agreement as a whole: its parties, its term, where it stands."


class Sort(Vocabulary):
    """What became of something."""

    ADDED = "added", "It is there only after."
    REMOVED = "removed", "It is there only before."
    CHANGED = "changed", "It is there on both sides, and differs."


@frozen(kw_only=True)
class TurnChange:
    """A turn of a duty that comes round: its deadline, and where it stands; absent on a side that has no such turn."""

    number: int
    due_before: str | None
    due: str | None
    before: str | None
    after: str | None


@frozen(kw_only=True)
class LineChange:
    """What one line says before and after; lines that stay are left out.

    ``label`` is what the line is about. Where nothing is said on one side, its list is empty. Lines about turns tell of
    those that are to be looked at; ``turns`` has every turn that moved.
    """

    aspect: Aspect
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    turns: tuple[TurnChange, ...] = ()


@frozen(kw_only=True)
class DutyChange:
    """An undertaking that was added, removed or changed.

    ``instance`` is the id of the row that it has in a checklist after, or before where it was removed;
    ``renamed_from`` the one it had before, where its id changed and nothing else. ``text`` says who is to do what.
    """

    sort: Sort
    instance: str
    obligation_id: str
    renamed_from: str | None
    text: str
    changes: tuple[LineChange, ...]


@frozen(kw_only=True)
class EventChange:
    """An event with the claims that came, and those that are in the first alone.

    ``summary`` is the record's own; ``told`` the same with how well it stands, who says so and who denies it.
    """

    sort: Sort
    event_id: str
    renamed_from: str | None
    summary: str
    told: str
    came: tuple[str, ...]
    gone: tuple[str, ...]


@frozen(kw_only=True)
class Compared:
    """One of the two that are compared; ``as_of`` and ``known_by`` are days in ISO form, set with statuses.

    In ``marked_title`` marks that lead to notes stand where a name does.
    """

    record_id: str
    title: str
    marked_title: str
    content_hash: str
    as_of: str | None
    known_by: str | None


@frozen(kw_only=True)
class PlaceChange:
    """Something that differs, by its place: the JSON Pointer, and in ``words`` which thing of the record it is."""

    pointer: str
    words: str


@frozen(kw_only=True)
class Difference:
    """What differs between ``before`` and ``after``.

    ``counts`` is what it comes to, a sentence each. ``elsewhere`` are the places of members of the record
    that differ and are not told by the other lists; of a member that was removed, its place before.
    """

    before: Compared
    after: Compared
    counts: tuple[str, ...]
    agreement: tuple[LineChange, ...]
    duties: tuple[DutyChange, ...]
    events: tuple[EventChange, ...]
    elsewhere: tuple[PlaceChange, ...]
    notes: tuple[NameNote, ...]
    library_version: str

    @property
    def same(self) -> bool:
        """Whether nothing differs at all."""
        return not (self.agreement or self.duties or self.events or self.elsewhere)

    def __repr__(self) -> str:
        """Of which record, and what it comes to."""
        return f"<Difference {self.after.record_id}: {' '.join(self.counts) or 'the same'}>"
