"""What every format for people says about an item, a source, a note: the same lines in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from accords.checklist.rows import Checklist, Item, NameNote, ReadAs, RecordRow, Section
from accords.standing.cited import Cited, SourceRow
from accords.standing.own_dates import OwnDate
from accords.vocabulary import Modality
from accords.words import counted, joined, say

__all__ = [
    "Line",
    "agreements_in",
    "citations_in_words",
    "cited_titles",
    "detail_lines",
    "duty_in_words",
    "heading_in_words",
    "note_in_words",
    "own_date_in_words",
    "record_lines",
    "shape_of",
    "shapes_in",
    "source_in_words",
]

_SHAPES = {"tick": "☐", "continuing": "∞", "repeated": "↻", "power": "◇", "declared": "≡"}


@frozen
class Line:
    """A labelled line; ``key`` names the label in the catalogue. With ``under`` it belongs to the line before it."""

    key: str
    label: str
    words: str
    under: bool = False

    @property
    def text(self) -> str:
        """The words as they stand where lines are not nested."""
        return say("line.under", words=self.words) if self.under else self.words


def record_lines(checklist: Checklist, digits: int | None = None) -> tuple[Line, ...]:
    """Which record a checklist is of, where it is of one, and by what it was made; of hashes ``digits`` are shown."""
    lines = [Line("made_with", say("label.made_with"), say("header.version", version=checklist.library_version))]
    if (record := checklist.record) is not None:
        content = say("header.content", hash=record.content_hash[:digits])
        lines.insert(0, Line("record", say("label.record"), say("in_brackets", text=record.id, more=content)))
    return tuple(lines)


def agreements_in(checklist: Checklist, digits: int | None = None) -> tuple[str, ...]:
    """The records of a combined checklist: how much of each is listed, and where the agreement itself stands."""
    return tuple(_agreement(record, digits) for record in checklist.records) if checklist.combined else ()


def _agreement(record: RecordRow, digits: int | None) -> str:
    shown = counted("set.shown", record.shown)
    if record.overdue:
        shown = say("set.shown_overdue", shown=shown, overdue=record.overdue)
    words = say("set.record", title=record.marked_title.strip(), id=record.id, shown=shown)
    if record.status_words is not None:
        words = say("set.status", record=words, status=record.status_words)
    for more in (*map(own_date_in_words, record.dates), *record.doubted, *record.ratings):
        words = say("set.more", record=words, more=more)
    return say("set.content", record=words, content=say("header.content", hash=record.content_hash[:digits]))


def own_date_in_words(date: OwnDate) -> str:
    """A date of the agreement itself: ``term ends 31 December 2024``."""
    return say("own_date", label=date.label, days=date.words)


def shape_of(item: Item) -> str:
    """The shape in front of an item: a box to tick, or another sign where no tick would settle it."""
    return _SHAPES[_shape(item)]


def shapes_in(checklist: Checklist) -> tuple[tuple[str, str], ...]:
    """The shapes that the items have, each with what it means."""
    used = {_shape(item) for item in checklist.items}
    return tuple((sign, say(f"key.{name}")) for name, sign in _SHAPES.items() if name in used)


def _shape(item: Item) -> str:
    if item.modality is Modality.DECLARES:
        return "declared"
    if item.modality is Modality.MAY:
        return "power"
    if item.tickable:
        return "tick"
    return "continuing" if item.performance == "continuing" else "repeated"


def duty_in_words(item: Item) -> tuple[str, str]:
    """The modality, and what is to be done as the rest of the sentence."""
    if item.modality is Modality.DECLARES:
        return say("modality.colon", modality=item.modality_words), item.action
    return item.modality_words, item.action


def heading_in_words(section: Section) -> str:
    """Whose duties follow, with the roles in which they are owed."""
    words = section.heading
    if section.roles:
        words = say("in_brackets", text=words, more=joined(section.roles))
    return say("heading.for", heading=words, principal=section.acts_for) if section.acts_for else words


def detail_lines(item: Item) -> tuple[Line, ...]:
    """Everything about an item besides who is to do what, in the order in which a monitor asks for it."""
    return tuple(Line(key, say(f"label.{key}"), words) for key, words in _details(item) if words)


def _details(item: Item) -> Iterator[tuple[str, str]]:
    timing = item.timing
    if item.as_written is not None:
        yield "as_written", say("quoted", text=item.as_written.strip())
    yield from (("quantities", words) for words in item.quantities)
    yield "when", timing.words
    yield "condition", item.trigger or ""
    if "not_before" not in timing.covers:
        yield "not_before", item.not_before or ""
    if "ends" not in timing.covers:
        yield "ends", item.ends or ""
    yield "owed_to", joined(item.owed_to)
    if item.also_owed_by:
        yield "obligors", say("shared.each", names=joined(item.also_owed_by, more=item.also_owed_by_more))
    yield "obligor_basis", item.obligor_note or ""
    yield "excuses", item.excused or ""
    yield from (("suspensions", words) for words in item.suspensions)
    yield from (("exceptions", words) for words in item.exceptions)
    yield "consent", joined(item.consent_of)
    yield "verified_by", joined(item.verified_by)
    yield "determined_by", joined(item.determined_by)
    yield from (("linkages", words) for words in item.linkages)
    yield "place", item.place or ""
    yield from (("readings", words) for words in _readings(item.readings))
    yield "remarks", say("semicolon").join(item.remarks)
    yield "related", say("semicolon").join(item.related)
    yield "note", item.note or ""
    yield "review", item.reminder or ""
    yield "clause", item.clause or ""
    yield "source", citations_in_words(item.citations)
    yield "id", item.obligation_id


def _readings(readings: Sequence[ReadAs]) -> Iterator[str]:
    """Each reading with whose it is; of one that stands alone, that it does."""
    for reading in readings:
        words = _reading(reading)
        yield say("reading.alone", reading=words) if len(readings) == 1 else words


def _reading(reading: ReadAs) -> str:
    holders = joined(reading.held_by) or say("reading.of_nobody")
    words = say("reading", holders=holders, text=reading.text.strip())
    if reading.replaced:
        words = say("reading.replaced", reading=words, terms=say("semicolon").join(reading.replaced))
    return " ".join(part for part in (words, citations_in_words(reading.citations)) if part)


def citations_in_words(citations: Iterable[Cited]) -> str:
    """Sources by number, each with its places: ``[1] ¶8, ¶10; [2]``."""
    by_source: dict[tuple[int | None, str], list[str]] = {}
    for cited in citations:
        places = by_source.setdefault((cited.number, cited.source_id), [])
        if cited.locator is not None:
            places.append(cited.locator.strip())
    groups: list[str] = []
    for (number, source_id), places in by_source.items():
        name = say("citation", name=number if number is not None else source_id)
        groups.append(" ".join(part for part in (name, say("comma").join(dict.fromkeys(places))) if part))
    return say("semicolon").join(groups)


def cited_titles(item: Item) -> tuple[str, ...]:
    """The sources that an item and what is said about it cite, each once, as in ``[1] Title``, by their numbers."""
    places = [
        *item.citations,
        *(place for reading in item.readings for place in reading.citations),
        *(place for claim in item.claims for place in claim.citations),
        *(place for rating in item.assessments for place in rating.citations),
        *(place for watch in item.watches for place in watch.citations),
    ]
    cited = {(place.number, place.source_id): place for place in places}
    in_order = sorted(cited.values(), key=lambda place: (place.number is None, place.number or 0, place.source_id))
    return tuple(
        say("citation.titled", name=place.number, title=(place.title or place.source_id).strip())
        if place.number is not None
        else say("citation", name=place.source_id)
        for place in in_order
    )


def source_in_words(source: SourceRow) -> str:
    """A source by title, publisher, date and kind; its address and number are left to the format."""
    parts = (say("quoted", text=source.title.strip()), source.publisher, source.published, source.kind_words)
    return say("comma").join(part for part in parts if part)


def note_in_words(note: NameNote) -> str:
    """The text of a note on a name, and whose it is."""
    return say("note.by", text=note.text.strip(), by=note.used_by.strip()) if note.used_by else note.text.strip()
