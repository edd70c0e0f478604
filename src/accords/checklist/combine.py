"""One checklist of several records: what is to be looked at first, from whichever agreement it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from accords.checklist.build import refuse_without_day
from accords.checklist.choosing import EVERYTHING, Choice
from accords.checklist.counting import counts_in_words, overdue
from accords.checklist.notes import NoteBook
from accords.checklist.obligors import Obligors
from accords.checklist.parts import ItemRow, Part, part_of
from accords.checklist.rows import Checklist, GroupBy, Item, RecordRow
from accords.checklist.sections import sections_of
from accords.checklist.styles import shown_as
from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.model.agreement import Agreement, the_agreement
from accords.prose import refuse_one, refuse_other
from accords.standing.days import day_of
from accords.standing.report import day_number
from accords.standing.values import StandingRow
from accords.version import VERSION
from accords.words import ENGLISH, Language, counted, in_language, say

__all__ = ["combined_checklist", "with_rows"]


@in_language
def combined_checklist(
    agreements: Iterable[Agreement],
    *,
    as_of: DateLike | None = None,
    known_by: DateLike | None = None,
    group_by: GroupBy | str | None = None,
    choice: Choice = EVERYTHING,
    house_style: str | None = None,
    names_by: str | None = None,
    title_language: str | None = None,
    library_version: str | None = None,
    language: Language = ENGLISH,
) -> Checklist:
    """List what several ``agreements`` say is to be done, in one checklist; every item names its agreement.

    An obligor that stands in several records is one where they give it the same identifier, or else the same
    name, kind and principal with nothing to tell them apart; the checklist says of each by what it was recognised.

    Args:
        agreements: The records, each with an id of its own. They are taken one at a time, and not kept.
        as_of: The day at whose end every item says where it stands; absent, nothing is said about what has been
            done.
        known_by: Only what was known by the end of this day counts; absent means the same day.
        group_by: What to make sections by, as for ``checklist``. By default ``deadline``, what is overdue first
            and by obligor in each section; where there is no ``as_of``, ``obligor``.
        choice: Which items to show. An actor goes by any id that it has in any record.
        house_style: Whose notes on names to print, ``none`` for none; absent means the first note of each actor.
        names_by: Whose names for actors to show where the record has them, such as ``EU``; absent means its own.
        title_language: In which language to show titles where the record has them so; absent means its own titles.
        library_version: What to print as the version of accords; absent means its own.
        language: In what to say everything that is not a text of the record.

    Raises ValueError for dates that cannot be read, where a grouping or a choice needs ``as_of``, for two records with
    one id, and for ids in a choice that no actor of any record has (UnknownIdError), and themes that no obligation has.
    The day of a moment is that of
    each record's own time zone; where they differ, the checklist itself names the day that it is in UTC.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.combined_checklist([deal], as_of="1911-10-01").counts[-1]
    '1 undertaking is overdue.'
    """
    refuse_one(agreements, "several agreements, as in [agreement]")
    refuse_other(choice, Choice, "a Choice")
    grouping = GroupBy.of(group_by or (GroupBy.OBLIGOR if as_of is None else GroupBy.DEADLINE))
    refuse_without_day(as_of, known_by, grouping, choice)
    notes = NoteBook(house_style, names_by)
    shown = ((each, shown_as(the_agreement(each), names_by, title_language)) for each in agreements)
    parts = tuple(_parts(shown, as_of, known_by, notes))
    obligors = Obligors.of(parts)
    if parts:
        actors = list(dict.fromkeys(actor.id for part in parts for actor in part.actors))
        choice.refuse_unknown(actors, (theme for part in parts for row in part.rows for theme in row.item.themes))
    everything = obligors.rows()
    rows = tuple(row for row in everything if _takes(choice, row, obligors))
    items = tuple(row.item for row in rows)
    return Checklist(
        title=counted("set.title", len(parts)),
        marked_title=counted("set.title", len(parts)),
        combined=True,
        records=tuple(_records(parts, rows)),
        library_version=library_version or VERSION,
        assumptions=(*_assumptions(parts), *obligors.recognised()),
        sections=sections_of(rows, grouping, combined=True),
        sources=tuple(source for part in parts for source in part.sources),
        notes=notes.notes,
        house_style=house_style,
        house_style_found=notes.found,
        names_by=names_by,
        title_language=title_language,
        as_of=_day_of_all((part.as_of for part in parts), as_of),
        known_by=_day_of_all((part.known_by for part in parts), as_of if known_by is None else known_by),
        counts=counts_in_words(items) if as_of is not None else (),
        group_by=grouping,
        events=tuple(event for part in parts for event in part.events),
        selection=choice.in_words(obligors.called),
        left_out=len(everything) - len(rows),
    )


def _parts(
    agreements: Iterable[tuple[Agreement, Agreement]],
    as_of: DateLike | None,
    known_by: DateLike | None,
    notes: NoteBook,
) -> Iterator[Part]:
    """What each record gives; each comes as it is and as it is shown."""
    seen: set[str] = set()
    first_source = 1
    for agreement, shown in agreements:
        if agreement.id in seen:
            raise ValueError(f"two records have the id {agreement.id}")
        seen.add(agreement.id)
        part = part_of(
            shown, as_of=as_of, known_by=known_by, notes=notes, first_source=first_source, original=agreement
        )
        first_source += len(agreement.sources)
        yield part


_UTC = Axis("UTC")


def _day_of_all(days: Iterable[str | None], asked: DateLike | None) -> str | None:
    """The day that all records name, in ISO form; where a moment is on different days in their zones, that in UTC."""
    named = set(days)
    if len(named) == 1:
        return named.pop()
    return day_of(day_number(asked, _UTC), _UTC) if asked is not None else None


def _takes(choice: Choice, row: ItemRow, obligors: Obligors) -> bool:
    owed_by = obligors.ids(row.place, row.item.obligor_ids) if choice.obligor_ids else ()
    concerned = obligors.ids(row.place, row.concerned_ids) if choice.party_ids else ()
    return choice.takes(row.item, owed_by, concerned)


def _records(parts: Sequence[Part], rows: Iterable[ItemRow]) -> Iterator[RecordRow]:
    shown, late = [0] * len(parts), [0] * len(parts)
    for row in rows:
        shown[row.place] += 1
        late[row.place] += overdue((row.item,))
    for place, part in enumerate(parts):
        yield evolve(part.record, shown=shown[place], overdue=late[place])


def _assumptions(parts: Iterable[Part]) -> Iterator[str]:
    """What was assumed, each once, with the records for which it was."""
    found: dict[str, list[str]] = {}
    for part in parts:
        for words in part.assumptions:
            found.setdefault(words, []).append(part.record.id)
    for words, record_ids in found.items():
        yield say("set.assumed", words=words, records=say("comma").join(record_ids))


def with_rows(now: Checklist, rows: list[tuple[Item, StandingRow]]) -> Checklist:
    """What is due: the list with these items and turns alone, and without the agreements' own dates."""
    kept: dict[int, list[StandingRow]] = {}
    for item, row in rows:
        kept.setdefault(id(item), []).append(row)
    sections = (
        evolve(
            section,
            items=tuple(
                evolve(item, turns=tuple(kept[id(item)]) if item.turns else (), standing=kept[id(item)][0])
                for item in section.items
                if id(item) in kept
            ),
        )
        for section in now.sections
    )
    return evolve(
        now,
        title=say("agenda.title"),
        sections=tuple(section for section in sections if section.items),
        records=tuple(evolve(each, dates=()) for each in now.records),
    )
