"""From an agreement to its checklist."""

from __future__ import annotations

from attrs import evolve

from accords.checklist.choosing import EVERYTHING, Choice
from accords.checklist.counting import counts_in_words, overdue
from accords.checklist.notes import NoteBook
from accords.checklist.parts import part_of
from accords.checklist.rows import Checklist, GroupBy
from accords.checklist.sections import NEED_STATUS, sections_of
from accords.checklist.styles import shown_as
from accords.dates import DateLike
from accords.model.agreement import Agreement, the_agreement
from accords.prose import refuse_other
from accords.version import VERSION
from accords.words import ENGLISH, Language, in_language

__all__ = ["checklist", "checklist_among", "refuse_without_day"]


@in_language
def checklist(
    agreement: Agreement,
    *,
    as_of: DateLike | None = None,
    known_by: DateLike | None = None,
    group_by: GroupBy | str = GroupBy.OBLIGOR,
    choice: Choice = EVERYTHING,
    house_style: str | None = None,
    names_by: str | None = None,
    title_language: str | None = None,
    library_version: str | None = None,
    language: Language = ENGLISH,
) -> Checklist:
    """List what ``agreement`` says is to be done, by whom, by when and under which conditions.

    Every obligation of the record is listed: once for each obligor where each owes it separately, otherwise
    exactly once, whether or not it has a date. Parties come first, then third parties, then everybody else.

    Args:
        agreement: The record. Ids in it that stand for nothing are printed as they are.
        as_of: The day at whose end every item says where it stands; absent, nothing is said about what has been
            done.
        known_by: Only what was known by the end of this day counts; absent means the same day.
        group_by: What to make sections by: ``obligor``, ``party`` (for whom an obligor acts), ``deadline``,
            ``status``, ``theme``, ``modality`` or ``agreement``. Every item is in exactly one section.
        choice: Which items to show. Numbers stay those of the whole list.
        house_style: Whose notes on names to print, such as ``EU``; ``none`` prints none, absent means the
            first note of each actor.
        names_by: Whose names for actors to show where the record has them, such as ``EU``; absent means its own.
        title_language: In which language to show titles where the record has them so; absent means its own titles.
        library_version: What to print as the version of accords; absent means its own.
        language: In what to say everything that is not a text of the record.

    Raises ValueError for dates that cannot be read, where a grouping or a choice needs ``as_of``, and for ids in a
    choice that no actor has (UnknownIdError), and themes that no obligation has.

    The same arguments give the same checklist: no clock, locale or file is read.

    >>> rows = accords.checklist(accords.load("examples/minimal.accord.json"))
    >>> [(item.number, item.obligors, item.timing.words) for item in rows.items][0]
    (1, ('Ruritania',), 'by 30 September 1911')
    """
    refuse_other(choice, Choice, "a Choice")
    grouping = GroupBy.of(group_by)
    actors = [actor.id for actor in the_agreement(agreement).actors]
    choice.refuse_unknown(actors, (theme for duty in agreement.obligations for theme in duty.themes))
    refuse_without_day(as_of, known_by, grouping, choice)
    notes = NoteBook(house_style, names_by)
    return _listed(agreement, notes, as_of, known_by, grouping, choice, title_language, library_version)


def checklist_among(
    agreement: Agreement, notes: NoteBook, *, as_of: DateLike, library_version: str | None = None
) -> Checklist:
    """The checklist of ``agreement`` as of a day where it stands among others, whose notes on names are in one book.

    So a mark leads to one note, on whatever page it stands; the checklist has the notes of its own actors alone.
    """
    rows = _listed(agreement, notes, as_of, None, GroupBy.OBLIGOR, EVERYTHING, None, library_version)
    marks = notes.take(agreement)
    own = {mark: tuple(each for each, its in marks.items() if its == mark) for mark in dict.fromkeys(marks.values())}
    return evolve(rows, notes=tuple(evolve(n, actor_ids=own[n.mark]) for n in rows.notes if n.mark in own))


def _listed(
    agreement: Agreement,
    notes: NoteBook,
    as_of: DateLike | None,
    known_by: DateLike | None,
    grouping: GroupBy,
    choice: Choice,
    title_language: str | None,
    library_version: str | None,
) -> Checklist:
    shown = shown_as(agreement, notes.names_by, title_language)
    part = part_of(shown, as_of=as_of, known_by=known_by, notes=notes, original=agreement)
    rows = tuple(
        row
        for row in part.rows
        if choice.takes(row.item, row.item.obligor_ids, row.concerned_ids if choice.party_ids else ())
    )
    items = tuple(row.item for row in rows)
    return Checklist(
        title=shown.title,
        marked_title=part.record.marked_title,
        records=(evolve(part.record, shown=len(items), overdue=overdue(items)),),
        library_version=library_version or VERSION,
        assumptions=part.assumptions,
        sections=sections_of(rows, grouping),
        sources=part.sources,
        notes=notes.notes,
        house_style=notes.style,
        house_style_found=notes.found,
        names_by=notes.names_by,
        title_language=title_language,
        as_of=part.as_of,
        known_by=part.known_by,
        counts=counts_in_words(items) if part.as_of is not None else (),
        group_by=grouping,
        events=part.events,
        selection=choice.in_words(part.names.actor),
        left_out=len(part.rows) - len(rows),
    )


def refuse_without_day(as_of: DateLike | None, known_by: DateLike | None, group_by: GroupBy, choice: Choice) -> None:
    """Raise ValueError where something is asked for that depends on status, and no day is given."""
    if as_of is None and (known_by is not None or choice.needs_status or group_by in NEED_STATUS):
        raise ValueError("what depends on status needs a day: give as_of")
