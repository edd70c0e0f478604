"""Differences for the terminal, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs
from attrs import frozen

from accords.checklist.lines import note_in_words
from accords.compare.differences import Compared, Difference, DutyChange, EventChange, LineChange, Sort
from accords.dates import as_date
from accords.prose import json_text, refuse_other
from accords.render.alike import duties_alike, turns_alike
from accords.render.checklist.markdown import escaped
from accords.render.safe import clean
from accords.words import ENGLISH, Language, date_in_words, in_language, say
from accords.wrapping import filled

__all__ = ["render_diff", "render_diff_json", "render_diff_markdown"]

_SIGNS = {Sort.ADDED: "+", Sort.REMOVED: "−", Sort.CHANGED: "~"}
_HASH_DIGITS = 16
_LABEL = 12


@frozen
class _Entry:
    """A line, and how deep it stands: 0 a heading, 1 an undertaking or event, 2 what it is about, 3 what it says."""

    depth: int
    text: str
    sign: str = ""


@in_language
def render_diff(difference: Difference, *, width: int = 80, language: Language = ENGLISH) -> str:
    """Write ``difference`` for a terminal of ``width`` columns. Control characters of the record are taken out.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> difference = accords.diff(deal, between=("1911-09-01", "1911-10-01"))
    >>> accords.render_diff(difference).splitlines()[0]
    'What differs'
    """
    refuse_other(difference, Difference, "a Difference, as diff gives it")
    lines = [_wrapped(say("compare.title"), width), ""]
    before = ""
    for label, words in _head(difference, _HASH_DIGITS):
        first = f"{'' if label == before else label:<{_LABEL}}"
        lines.append(_wrapped(words, width, first, " " * _LABEL))
        before = label
    for entry in _entries(difference):
        if entry.depth == 0:
            lines += ["", clean(entry.text), "─" * width]
            continue
        indent = "  " * (entry.depth - 1)
        first = f"{indent}{entry.sign} " if entry.sign else indent
        lines.append(_wrapped(entry.text, width, first, " " * len(first)))
    return "\n".join(lines) + "\n"


@in_language
def render_diff_markdown(difference: Difference, *, language: Language = ENGLISH) -> str:
    """Write ``difference`` as GitHub-flavoured Markdown; everything from the records is escaped.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> difference = accords.diff(deal, between=("1911-09-01", "1911-10-01"))
    >>> accords.render_diff_markdown(difference).splitlines()[0]
    '# What differs'
    """
    refuse_other(difference, Difference, "a Difference, as diff gives it")
    lines = [f"# {say('compare.title')}", ""]
    lines += [f"- {label}: {escaped(words)}" for label, words in _head(difference, None)]
    for entry in _entries(difference):
        if entry.depth == 0:
            lines += ["", f"## {escaped(entry.text)}", ""]
        else:
            sign = f"`{entry.sign}` " if entry.sign else ""
            lines.append(f"{'  ' * (entry.depth - 1)}- {sign}{escaped(entry.text)}")
    return "\n".join(lines) + "\n"


def render_diff_json(difference: Difference) -> str:
    """Write ``difference`` as JSON, with all its members; its schema is ``diff.schema.json``.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> difference = accords.diff(deal, between=("1911-09-01", "1911-10-01"))
    >>> '"sort": "changed"' in accords.render_diff_json(difference)
    True
    """
    refuse_other(difference, Difference, "a Difference, as diff gives it")
    return json_text(attrs.asdict(difference))


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    return filled(clean(text), width, first, rest)


def _head(difference: Difference, digits: int | None) -> Iterator[tuple[str, str]]:
    yield say("column.title"), difference.after.marked_title
    yield say("compare.before"), _side(difference.before, digits)
    yield say("compare.after"), _side(difference.after, digits)
    for sentence in difference.counts:
        yield say("compare.counts"), sentence
    if difference.same:
        yield say("compare.counts"), say("compare.same")
    yield say("label.made_with"), say("header.version", version=difference.library_version)


def _side(side: Compared, digits: int | None) -> str:
    words = say("compare.side", record=side.record_id, hash=side.content_hash[:digits])
    if side.as_of is None or side.known_by is None:
        return words
    as_of, known_by = (date_in_words(as_date(day)) for day in (side.as_of, side.known_by))
    return say("compare.side_day", side=words, as_of=as_of, known_by=known_by)


def _entries(difference: Difference) -> Iterator[_Entry]:
    if difference.agreement:
        yield _Entry(0, say("compare.section.agreement"))
        yield from _changes(difference.agreement, 1)
    for sort in Sort:
        found = [each for each in difference.duties if each.sort is sort]
        if found:
            yield _Entry(0, say(f"compare.section.{sort.value}"))
        for alike in duties_alike(found) if sort is Sort.CHANGED else ([duty] for duty in found):
            yield from _duties(alike, sort)
    if difference.events:
        yield _Entry(0, say("compare.section.events"))
    for event in difference.events:
        yield from _event(event)
    if difference.elsewhere:
        yield _Entry(0, say("compare.section.elsewhere"))
        yield from (_Entry(1, place.words, "~") for place in difference.elsewhere)
    if difference.notes:
        yield _Entry(0, say("compare.section.notes"))
        yield from (_Entry(1, f"{note.mark} {note_in_words(note)}") for note in difference.notes)


def _duties(alike: Sequence[DutyChange], sort: Sort) -> Iterator[_Entry]:
    """Undertakings in which the same differs, and what that is, once."""
    for duty in alike:
        yield _Entry(1, say("compare.thing", text=duty.text, id=duty.instance), _SIGNS[sort])
        if duty.renamed_from is not None:
            yield _Entry(2, say("compare.renamed_from", id=duty.renamed_from))
    if len(alike) > 1:
        yield _Entry(2, say("compare.alike", count=len(alike)))
    yield from _changes(alike[0].changes, 3 if len(alike) > 1 else 2, one_sided=sort is not Sort.CHANGED)


def _changes(changes: Iterable[LineChange], depth: int, *, one_sided: bool = False) -> Iterator[_Entry]:
    """Each line that differs; what was added or removed whole has its lines on one side only, so no signs."""
    for change in changes:
        if one_sided:
            for words in (*change.before, *change.after):
                yield _Entry(depth, say("calendar.line", label=change.label, words=words))
            continue
        yield _Entry(depth, change.label)
        if change.turns:
            yield from (_Entry(depth + 1, words, sign) for sign, words in turns_alike(change.turns))
            continue
        yield from (_Entry(depth + 1, words, "−") for words in change.before)
        yield from (_Entry(depth + 1, words, "+") for words in change.after)


def _event(event: EventChange) -> Iterator[_Entry]:
    yield _Entry(1, say("compare.thing", text=event.told, id=event.event_id), _SIGNS[event.sort])
    if event.renamed_from is not None:
        yield _Entry(2, say("compare.renamed_from", id=event.renamed_from))
    if event.sort is not Sort.CHANGED:
        yield _Entry(2, say(f"compare.event.{event.sort.value}"))
    yield from (_Entry(3, words, "−") for words in event.gone)
    yield from (_Entry(3, words, "+") for words in event.came)
