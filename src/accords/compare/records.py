"""Two versions of a record, or two days of one, held against each other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve

from accords.checklist.lines import Line
from accords.checklist.notes import NoteBook
from accords.checklist.parts import Part, part_of
from accords.codec import content_hash, dumps, structure
from accords.compare.differences import (
    Aspect,
    Compared,
    Difference,
    DutyChange,
    EventChange,
    LineChange,
    PlaceChange,
    Sort,
)
from accords.compare.duties import changed_lines, duty_changes
from accords.compare.events import Told, event_changes
from accords.compare.renaming import plain_differences, renamed, with_ids
from accords.compare.telling_places import place_in_words
from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.model.agreement import Agreement, the_agreement
from accords.standing.history import two_days
from accords.version import VERSION
from accords.words import ENGLISH, Language, counted, in_language, say

__all__ = ["diff"]


@in_language
def diff(
    before: Agreement,
    after: Agreement | None = None,
    *,
    between: tuple[DateLike, DateLike] | None = None,
    as_of: DateLike | None = None,
    known_by: DateLike | None = None,
    house_style: str | None = None,
    library_version: str | None = None,
    language: Language = ENGLISH,
) -> Difference:
    """Say what differs between two versions of a record, or between two days of one.

    Args:
        before: The earlier version, or the only one.
        after: The later version.
        between: The two days of the one record, each from what was known by then. Either this or ``after``.
        as_of: With ``after``: the day at whose end both say where duties stand; absent, statuses are not compared.
        known_by: Only what was known by the end of this day counts, on both sides.
        house_style: Whose notes on names to print, ``none`` for none; absent means the first note of each actor.
        library_version: What to print as the version of accords; absent means its own.
        language: In what to say everything that is not a text of the record.

    Duties are the same where their ids are. One whose id changed and nothing else is recognised, and said to be
    renamed; the same goes for events, actors and sources that it refers to.

    Raises ValueError where there is neither or both of ``after`` and ``between``, for dates that cannot be read, and
    where the second of two days comes before the first.

    The same arguments give the same difference: no clock, locale or file is read.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.diff(deal, between=("1911-09-01", "1911-10-01")).counts
    ('1 undertaking stands differently.',)
    """
    for each in (before,) if after is None else (before, after):
        the_agreement(each)
    if (after is None) == (between is None):
        raise ValueError("give either a second version or two days")
    if between is not None and as_of is not None:
        raise ValueError("two days stand alone: they take no as_of")
    if known_by is not None and as_of is None and between is None:
        raise ValueError("what was known by a day needs a day asked about: give as_of")
    first, last = two_days(between, Axis.of(before)) if between is not None else (as_of, as_of)
    new = after if after is not None else before
    plain_old, plain_new = json.loads(dumps(before)), json.loads(dumps(new))
    ids = renamed(plain_old, plain_new)
    plain_old = with_ids(plain_old, ids)
    old = structure(plain_old) if ids else before
    book = NoteBook(house_style)
    one = part_of(_noted(old, new), as_of=first, known_by=known_by, notes=book, original=old)
    other = part_of(_noted(new, old), as_of=last, known_by=known_by, notes=book, original=new)
    back = {later: earlier for earlier, later in ids.items()}
    duties = tuple(duty_changes((row.item for row in one.rows), (row.item for row in other.rows), back))
    told = Told(old, one.names, first, known_by), Told(new, other.names, last, known_by)
    events = tuple(event_changes(*told, back))
    agreement = tuple(_about(one, other))
    duty_ids = {duty.id for duty in new.obligations}
    others = {earlier: later for earlier, later in ids.items() if later not in duty_ids}
    return Difference(
        before=_side(before, one),
        after=_side(new, other),
        counts=(
            *_counts(duties, events, agreement, _moved(old, new), two=before.id != new.id),
            *(say("compare.renamed_other", old=earlier, new=later) for earlier, later in tuple(others.items())[:_MOST]),
            *((say("compare.renamed_more", count=len(others) - _MOST),) if len(others) > _MOST else ()),
        ),
        agreement=agreement,
        duties=duties,
        events=events,
        elsewhere=tuple(
            PlaceChange(pointer=pointer, words=place_in_words(pointer, plain_new, plain_old))
            for pointer in dict.fromkeys(
                (*_other_ids(plain_new, others.values()), *_untold(plain_old, plain_new, duties, events))
            )
        ),
        notes=book.notes,
        library_version=library_version or VERSION,
    )


_MOST = 12


def _noted(record: Agreement, other: Agreement) -> Agreement:
    """``record`` with the notes on names that only the other version has, so that a mark is no difference of a name."""
    notes = {actor.id: actor.designation_notes for actor in other.actors}
    actors = tuple(
        actor if actor.designation_notes else evolve(actor, designation_notes=notes.get(actor.id, ()))
        for actor in record.actors
    )
    return record if actors == record.actors else evolve(record, actors=actors)


def _side(record: Agreement, part: Part) -> Compared:
    return Compared(
        record_id=record.id,
        title=record.title,
        marked_title=part.record.marked_title,
        content_hash=content_hash(record),
        as_of=part.as_of,
        known_by=part.known_by,
    )


def _about(before: Part, after: Part) -> Iterator[LineChange]:
    """What is said of the agreement as a whole."""
    for change in changed_lines(_lines(before), _lines(after)):
        yield LineChange(aspect=Aspect.AGREEMENT, label=change.label, before=change.before, after=change.after)


def _lines(part: Part) -> tuple[Line, ...]:
    record = part.record
    facts = (Line(fact.key, fact.label, fact.words) for fact in record.facts)
    lines = (
        Line("title", say("column.title"), record.marked_title),
        *facts,
        Line("agreement", say("label.agreement"), record.status_words or ""),
        *(Line("assumed", say("label.assumed"), words) for words in part.assumptions),
    )
    return tuple(line for line in lines if line.words)


def _other_ids(record: Mapping[str, Any], ids: Collection[str]) -> Iterator[str]:
    """The pointers to the ids of actors and sources that are others now."""
    for kind in ("actors", "sources"):
        yield from (f"/{kind}/{at}/id" for at, each in enumerate(record.get(kind, ())) if each["id"] in ids)


def _untold(
    old: Mapping[str, Any], new: Mapping[str, Any], duties: Iterable[DutyChange], events: Iterable[EventChange]
) -> Iterator[str]:
    """The pointers to what differs and is nothing of which a change is told."""
    told = {each.obligation_id for each in duties} | {each.event_id for each in events}
    for pointer in plain_differences(_without(old, told), _without(new, told)):
        kind, place = [*pointer.split("/")[1:], "", ""][:2]
        if kind in ("obligations", "events") and place:
            kept = [at for at, each in enumerate(new.get(kind, ())) if each["id"] not in told]
            pointer = "/".join(("", kind, str(kept[int(place)]), *pointer.split("/")[3:]))  # noqa: PLW2901
        yield pointer


def _without(record: Mapping[str, Any], told: set[str]) -> dict[str, Any]:
    kept = {
        kind: [each for each in record.get(kind, ()) if each["id"] not in told] for kind in ("obligations", "events")
    }
    return {**record, **kept}


_COUNTED = (
    Aspect.WORDING,
    Aspect.BEARERS,
    Aspect.DEADLINE,
    Aspect.CONDITIONS,
    Aspect.STATUS,
    Aspect.RETOLD,
    Aspect.SAID,
    Aspect.OTHER,
)


def _moved(old: Agreement, new: Agreement) -> frozenset[str]:
    """The undertakings whose deadline, as it is written, is another one."""
    were = {duty.id: duty.due for duty in old.obligations}
    return frozenset(duty.id for duty in new.obligations if duty.id in were and duty.due != were[duty.id])


def _counts(
    duties: tuple[DutyChange, ...],
    events: tuple[EventChange, ...],
    agreement: tuple[LineChange, ...],
    moved: Collection[str],
    *,
    two: bool,
) -> Iterator[str]:
    sorts = Counter(each.sort for each in duties)
    for sort in (Sort.ADDED, Sort.REMOVED):
        if sorts[sort]:
            yield counted(f"compare.{sort.value}", sorts[sort])
    names = sum(each.renamed_from is not None for each in duties)
    if names:
        yield counted("compare.renamed", names)
    aspects = Counter(
        aspect
        for each in duties
        if each.sort is Sort.CHANGED
        for aspect in dict.fromkeys(change.aspect for change in each.changes)
    )
    day = say("label.deadline")
    timed = sum(
        bool(labels) and day not in labels and each.obligation_id not in moved
        for each in duties
        if each.sort is Sort.CHANGED
        for labels in [{change.label for change in each.changes if change.aspect is Aspect.DEADLINE}]
    )
    aspects[Aspect.DEADLINE] -= timed
    if timed:
        yield counted("compare.timed", timed)
    for aspect in _COUNTED:
        if aspects[aspect]:
            yield counted(f"compare.aspect.{aspect.value}", aspects[aspect])
    came, gone = sum(len(each.came) for each in events), sum(len(each.gone) for each in events)
    if came:
        yield counted("compare.came", came)
    if gone:
        yield counted("compare.gone", gone)
    if two:
        yield say("compare.two_records")
    if agreement:
        yield say("compare.agreement_changed")
