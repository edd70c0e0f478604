"""A checklist as a table: the columns that CSV and workbooks share, in plain texts and days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from attrs import frozen

from accords.checklist import Checklist, Item
from accords.checklist.lines import Line, citations_in_words, cited_titles, detail_lines
from accords.checklist.standing_lines import deadline_words, standing_lines
from accords.render.safe import clean
from accords.words import joined, say

__all__ = ["CODES", "Cell", "Column", "columns_of", "rows_of"]

Cell = str | int | date | None
"""What stands in a cell. Texts are on one line and without control characters, but not guarded."""

CODES = ("id", "record", "clause")
"""The columns of ids and numbers, which have to come back as they are."""


@frozen
class Column:
    """A column: its key, its heading, and about how many characters wide it is shown."""

    key: str
    heading: str
    width: int


_WIDTHS = {
    "id": 18,
    "number": 5,
    "record": 18,
    "agreement": 24,
    "obligor": 16,
    "label": 18,
    "modality": 10,
    "action": 48,
    "owed_to": 16,
    "clause": 8,
    "due_written": 30,
    "due": 22,
    "due_first": 12,
    "due_last": 12,
    "due_else": 22,
    "arithmetic": 24,
    "bucket": 16,
    "amounts": 30,
    "sign": 5,
    "status": 24,
    "turns": 30,
    "flags": 24,
    "disputes": 30,
    "charges": 30,
    "trigger": 30,
    "trigger_met": 14,
    "more": 30,
    "claims": 48,
    "assessments": 24,
    "evidence": 24,
    "assumed": 24,
    "as_written": 40,
    "readings": 36,
    "note": 40,
    "themes": 14,
    "sources": 24,
}
_WITH_STATUS = (
    "due",
    "due_first",
    "due_last",
    "due_else",
    "arithmetic",
    "bucket",
    "amounts",
    "sign",
    "status",
    "turns",
    "flags",
    "disputes",
    "charges",
    "trigger_met",
    "claims",
    "assessments",
    "evidence",
    "assumed",
)


def columns_of(checklist: Checklist) -> tuple[Column, ...]:
    """The columns of a checklist; those about status only as of a day, those about the record only of several."""
    return tuple(
        Column(key, say(f"column.{key}"), width)
        for key, width in _WIDTHS.items()
        if checklist.combined or key not in ("record", "agreement")
        if checklist.as_of is not None or key not in _WITH_STATUS
    )


def rows_of(checklist: Checklist) -> Iterable[dict[str, Cell]]:
    """Key of the column → cell, for every item in the order in which they are shown."""
    for section in checklist.sections:
        for item in section.items:
            yield _row(item)


def _row(item: Item) -> dict[str, Cell]:
    lines = detail_lines(item)
    details = _gathered(lines)
    stated = _gathered(standing_lines(item, distances=False))
    standing = item.standing
    row: dict[str, Cell] = {
        "id": item.instance,
        "number": item.number,
        "record": item.record_id,
        "agreement": item.agreement,
        "obligor": joined(item.obligors) or say("heading.not_stated"),
        "label": item.label,
        "modality": item.modality_words,
        "action": item.action,
        "owed_to": joined(item.owed_to),
        "clause": item.clause,
        "due_written": item.timing.words,
        "trigger": item.trigger,
        "more": say("semicolon").join(_labelled(line) for line in lines if line.key not in _ELSEWHERE),
        "as_written": item.as_written,
        "readings": details("readings"),
        "note": say("semicolon").join(each for each in (details("remarks"), details("note")) if each),
        "themes": say("comma").join(item.themes),
        "sources": _sources(item),
        "disputes": stated("disputes"),
        "charges": stated("charges"),
        "claims": stated("claims"),
        "assessments": stated("assessments"),
        "evidence": stated("watches"),
        "turns": stated("turns"),
        "amounts": stated("amounts"),
        "due_else": stated("deadline_else"),
        "flags": stated("flags"),
        "assumed": stated("assumed"),
    }
    if item.not_followed is not None:
        row["status"] = item.not_followed
    if standing is not None:
        row |= {
            "due": deadline_words(standing, distances=False) or None,
            "due_first": date.fromisoformat(standing.due_first) if standing.due_first is not None else None,
            "due_last": date.fromisoformat(standing.due_last) if standing.due_last is not None else None,
            "arithmetic": standing.arithmetic,
            "bucket": standing.bucket_words,
            "sign": standing.sign,
            "status": standing.words,
            "trigger_met": standing.trigger_words,
        }
    return {key: clean(cell) if isinstance(cell, str) else cell for key, cell in row.items()}


_ELSEWHERE = ("as_written", "when", "condition", "owed_to", "clause", "source", "id", "readings", "remarks", "note")
"""What is said of an item in a column of its own; all the rest is gathered in one, with its labels."""


def _labelled(line: Line) -> str:
    return say("calendar.line", label=line.label, words=line.text)


def _sources(item: Item) -> str:
    """The places, then the titles of all sources that the row names by number: a table has no list under it."""
    titles = say("semicolon").join(cited_titles(item))
    places = citations_in_words(item.citations)
    return say("citation.placed", places=places, titles=titles) if places else titles


def _gathered(lines: Iterable[Line]) -> Callable[[str], str]:
    """The words of all lines with one key, as one text."""
    texts: dict[str, list[Line]] = {}
    for line in lines:
        texts.setdefault(line.key, []).append(line)
    return lambda key: "".join(_parted(texts.get(key, ())))


def _parted(lines: Iterable[Line]) -> Iterator[str]:
    for at, line in enumerate(lines):
        if at:
            yield " " if line.under else say("semicolon")
        yield line.text
