"""What an entry of a calendar says: its title, and everything that is known of the duty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from accords.checklist import Checklist, Item, NameNote, RecordRow, StandingRow
from accords.checklist.lines import cited_titles, detail_lines, duty_in_words, note_in_words
from accords.checklist.notes import notes_beside
from accords.checklist.standing_lines import standing_lines
from accords.dates import as_date
from accords.render.safe import clean
from accords.words import date_in_words, joined, say

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["Common", "common_to", "describe", "lines_of", "title_of"]


class Common(NamedTuple):
    """What every entry of one record names, and the notes on names of which each has those that it needs."""

    lines: tuple[str, ...]
    notes: tuple[NameNote, ...]


def title_of(item: Item, standing: StandingRow | None = None, marks: tuple[str, ...] = ()) -> str:
    """Who is to do what, and what else a glance needs."""
    obligors = joined(item.obligors) or say("heading.not_stated")
    title = say("calendar.title", obligor=obligors, duty=" ".join(duty_in_words(item)))
    more = [say("turn.one", first=standing.number)] if standing is not None and standing.number is not None else []
    more += [item.timing.words] if standing is not None and _at_an_hour(item, standing) else []
    more += marks
    more += [item.agreement] if item.agreement is not None else []
    return clean(say("in_brackets", text=title, more=say("comma").join(more)) if more else title)


def _at_an_hour(item: Item, standing: StandingRow) -> bool:
    """Whether the deadline is written at an hour, which may be that of another zone than the record's."""
    return "T" in (item.timing.date or "") and standing.first_due is None


def lines_of(item: Item, standing: StandingRow) -> Iterator[str]:
    """What is known of the duty, a line each; of a duty with several turns, of the turn that the entry is about."""
    own = item
    if standing.number is not None:
        claims = tuple(claim for claim in item.claims if not claim.turns or standing.number in claim.turns)
        own = evolve(item, standing=standing, turns=(), claims=claims)
    for line in (*standing_lines(own, distances=False), *detail_lines(own)):
        yield clean(line.text if line.under else say("calendar.line", label=line.label, words=line.words))
    if item.label is not None:
        yield clean(say("calendar.line", label=say("label.heading"), words=item.label))
    yield from (clean(title) for title in cited_titles(own))


def common_to(checklist: Checklist, record: RecordRow) -> Common:
    """What every entry of ``record`` names, since entries are seen one by one."""
    known = say("header.as_of_known", as_of=_day(checklist.as_of), known_by=_day(checklist.known_by))
    lines = (
        say("calendar.line", label=say("label.as_of"), words=known),
        say("calendar.line", label=say("label.record"), words=record.id),
        *record.doubted,
        say("header.content", hash=record.content_hash),
        say("header.version", version=checklist.library_version),
    )
    return Common(tuple(clean(line) for line in lines), checklist.notes_of(record))


def describe(entry: Component, lines: Iterable[str], common: Common) -> None:
    """Give ``entry`` its ``lines``, what every one names, and the notes on the names that are marked in any of it."""
    said = (*lines, *common.lines)
    marked = notes_beside(common.notes, str(entry["summary"]), *said)
    notes = (clean(f"{note.mark} {note_in_words(note)}") for note in marked)
    entry.add("description", "\n".join((*said, *notes)))


def _day(iso: str | None) -> str:
    return date_in_words(as_date(iso or ""))
