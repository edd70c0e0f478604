"""The rows of a checklist: texts as the record has them, numbers and lists; every format is written from them alone."""

from __future__ import annotations

from attrs import frozen

from accords.checklist.kinds import GroupBy, SectionKind, TimingKind
from accords.prose import counted, html_table
from accords.standing.cited import Cited, SourceRow
from accords.standing.own_dates import OwnDate
from accords.standing.values import AssessmentRow, Branch, ClaimRow, EventRow, StandingRow, WatchRow
from accords.vocabulary import Borne, Modality

__all__ = [
    "Checklist",
    "FactLine",
    "GroupBy",
    "Item",
    "NameNote",
    "ReadAs",
    "RecordRow",
    "Section",
    "SectionKind",
    "Timing",
    "TimingKind",
    "Unread",
]


@frozen(kw_only=True)
class Timing:
    """When a duty is to be performed, in words and as far as rows can be sorted by it.

    ``date`` is the stipulated date of the deadline in EDTF, ``earliest`` the one before which the duty cannot
    be performed; both are None where none is stipulated. ``review_after`` is the coder's reminder, in EDTF.
    ``covers`` names the conditions (``not_before``, ``ends``) that the words tell already.
    """

    kind: TimingKind
    words: str
    date: str | None = None
    earliest: str | None = None
    review_after: str | None = None
    covers: tuple[str, ...] = ()


@frozen(kw_only=True)
class ReadAs:
    """How somebody reads a duty; ``replaced`` lists in words the conditions that the reading changes."""

    id: str
    held_by: tuple[str, ...]
    text: str
    replaced: tuple[str, ...] = ()
    citations: tuple[Cited, ...] = ()


@frozen(kw_only=True)
class Item:
    """One instance of an obligation: one line to be followed up.

    ``agreement`` is the title of its record where the checklist has several. ``instance`` is unique in the record:
    the obligation's id, followed by ``/`` and the obligor's id where several obligors owe it separately.
    ``tickable`` is true only where one act settles the duty. Texts that are None and lists that are empty were
    not stated.

    ``standing`` is set where the checklist is as of a day: where the duty stands then, and of one with several turns
    the turn that is to be looked at first, named in its words; ``turns`` holds them all. A declaration has none, and
    none has one on a day until which the record was not followed: ``not_followed`` then says since when.

    ``ends_last`` is the last day on which it can be owed, in ISO form, where the claims leave one; as of a day.

    ``also_owed_by`` names who else owes a duty separately: all of up to six, else the first five, and
    ``also_owed_by_more`` counts the rest. The rows with the same ``obligation_id`` have them all.
    """

    number: int
    record_id: str
    agreement: str | None
    instance: str
    obligation_id: str
    obligor_ids: tuple[str, ...]
    obligors: tuple[str, ...]
    borne: Borne
    obligor_note: str | None
    also_owed_by: tuple[str, ...]
    also_owed_by_more: int
    clause: str | None
    label: str | None
    modality: Modality
    modality_words: str
    action: str
    as_written: str | None
    quantities: tuple[str, ...]
    owed_to: tuple[str, ...]
    performance: str
    performance_words: str
    tickable: bool
    timing: Timing
    trigger: str | None
    not_before: str | None
    ends: str | None
    excused: str | None
    suspensions: tuple[str, ...]
    exceptions: tuple[str, ...]
    consent_of: tuple[str, ...]
    verified_by: tuple[str, ...]
    determined_by: tuple[str, ...]
    linkages: tuple[str, ...]
    readings: tuple[ReadAs, ...]
    remarks: tuple[str, ...]
    place: str | None
    related_ids: tuple[str, ...]
    related: tuple[str, ...]
    beside_agreement: bool
    themes: tuple[str, ...]
    note: str | None
    reminder: str | None
    citations: tuple[Cited, ...]
    conditions: tuple[Branch, ...] = ()
    ends_last: str | None = None
    standing: StandingRow | None = None
    not_followed: str | None = None
    turns: tuple[StandingRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    assessments: tuple[AssessmentRow, ...] = ()
    watches: tuple[WatchRow, ...] = ()

    @property
    def status(self) -> str | None:
        """Where it stands, in words; None for a declaration, and where the checklist is not as of a day."""
        return self.standing.words if self.standing is not None else self.not_followed

    def __repr__(self) -> str:
        """Which duty of whom, and where it stands."""
        stands = f": {self.status}" if self.status is not None else ""
        return f"<Item {self.number} {self.obligation_id} ({', '.join(self.obligor_ids)}){stands}>"


@frozen(kw_only=True)
class Section:
    """The items of one obligor, or of one group of obligors.

    ``key`` is stable from version to version. ``roles`` are those of a third party, and the post of a person;
    ``acts_for`` is the party or third party for whom the obligor acts, None where it stands for itself.
    """

    key: str
    kind: SectionKind
    obligor_ids: tuple[str, ...]
    heading: str
    roles: tuple[str, ...]
    acts_for: str | None
    items: tuple[Item, ...]

    def __repr__(self) -> str:
        """Of whom or what, and how many items."""
        return f"<Section {self.heading}: {counted(len(self.items), 'item')}>"


@frozen(kw_only=True)
class FactLine:
    """A line about the agreement as a whole: what it tells (``key``, ``label``), and in which ``words``."""

    key: str
    label: str
    words: str


@frozen(kw_only=True)
class NameNote:
    """A note that belongs to the names of some actors, printed once, with the mark that leads to it."""

    mark: str
    actor_ids: tuple[str, ...]
    text: str
    used_by: str | None


@frozen(kw_only=True)
class RecordRow:
    """A record from which the items of a checklist are.

    ``content_hash`` is what the function of that name gives. ``status_words`` is where the agreement itself stands,
    where the checklist is as of a day. ``marks`` lead to the notes on names in it; in ``marked_title`` they stand where
    a name does. ``shown`` counts its items in the checklist, ``overdue`` those of them of which a turn is overdue.
    ``time_zone`` is where its days begin and end. ``not_followed`` says since when nobody looked for reports, where
    that is before the day of the checklist. ``dates`` are the agreement's own, as of that day.
    ``doubted`` says of which parties it is contested whether they are bound, a sentence each; ``ratings`` sums up what
    others rate, each rater for itself, a line each. ``claims`` is what is said of events that bear on no duty.
    """

    id: str
    title: str
    marked_title: str
    content_hash: str
    accords_version: str
    facts: tuple[FactLine, ...]
    marks: tuple[str, ...]
    status_words: str | None
    shown: int
    overdue: int
    time_zone: str = "UTC"
    not_followed: str | None = None
    dates: tuple[OwnDate, ...] = ()
    doubted: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    claims: tuple[ClaimRow, ...] = ()


@frozen(kw_only=True)
class Unread:
    """Something that was to be in a checklist of several records and is not, with the reason."""

    name: str
    reason: str


@frozen(kw_only=True)
class Checklist:
    """Everything that one record or several say is to be done, by whom; as of a day also where it stands.

    ``records`` has the one record, or all of them where the checklist is ``combined``; ``unread`` names what was
    left out of it for its faults. ``as_of`` and ``known_by`` are days in ISO form; without them the checklist
    says nothing about what has been done. ``counts`` is what the duties come to, a sentence each. ``group_by``
    tells what the sections are made by, and ``selection`` in words which items were chosen, None where it is all
    of them; ``left_out`` counts the others. ``house_style`` is the style asked for; ``house_style_found`` tells
    whether any note of the records is in it (True where none was asked for). ``names_by`` is whose names for actors
    are shown, and ``title_language`` in which language titles are, where a record has them so.
    """

    title: str
    marked_title: str
    combined: bool = False
    records: tuple[RecordRow, ...]
    library_version: str
    assumptions: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceRow, ...]
    notes: tuple[NameNote, ...]
    house_style: str | None = None
    house_style_found: bool = True
    names_by: str | None = None
    title_language: str | None = None
    as_of: str | None = None
    known_by: str | None = None
    counts: tuple[str, ...] = ()
    group_by: GroupBy = GroupBy.OBLIGOR
    events: tuple[EventRow, ...] = ()
    selection: str | None = None
    left_out: int = 0
    unread: tuple[Unread, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in the order in which they are shown."""
        return tuple(item for section in self.sections for item in section.items)

    def notes_of(self, record: RecordRow) -> tuple[NameNote, ...]:
        """The notes on names in ``record``."""
        return tuple(note for note in self.notes if note.mark in record.marks)

    @property
    def record(self) -> RecordRow | None:
        """The record of a checklist that is not combined."""
        return None if self.combined else self.records[0]

    def __repr__(self) -> str:  # noqa: D105
        of = counted(len(self.records), "record") if self.combined else self.records[0].id
        return f"<Checklist {of}{f', {self.as_of}' if self.as_of else ''}: {counted(len(self.items), 'item')}>"

    def _repr_html_(self) -> str:
        rows = ((", ".join(i.obligors), i.modality_words, i.action, i.timing.words, i.status) for i in self.items)
        return html_table(self.title, ("obligors", "modality", "action", "when", "status"), rows)
