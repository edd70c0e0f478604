"""A checklist in GitHub-flavoured Markdown: task lists for what can be ticked off, plain lists for the rest.

Stable from version to version, a line for each statement, so that two checklists differ where the deals do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.checklist import Checklist, GroupBy, Item, Shape
from accords.checklist.lines import (
    agreements_in,
    detail_lines,
    duty_in_words,
    heading_in_words,
    note_in_words,
    record_lines,
    source_in_words,
)
from accords.checklist.standing_lines import about_lines, scope_in_words, standing_lines
from accords.prose import refuse_other
from accords.render.safe import clean
from accords.words import ENGLISH, Language, in_language, say

__all__ = ["escaped", "fenced", "render_markdown"]

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#{}]")
_BEGINNING = re.compile(r"^(?:([-+=])(?=\s|[-=\s]*$)|(\d{1,9})([.)])(?=\s|$))")
"""What makes a list, a rule or a heading of a line that begins with it."""
_SPLITTER = "\u2060"  # word joiner: has no width; parts what sites would link although it is escaped


@in_language
def render_markdown(checklist: Checklist, *, language: Language = ENGLISH) -> str:
    """Write ``checklist`` as GitHub-flavoured Markdown.

    Everything from the record is escaped: it makes no markup, HTML, link, image, table, mention or emoji.
    Where sites make links even of escaped text (``@name``, ``#1``), a character without width parts it.

    >>> accords.render_markdown(accords.checklist(accords.load("examples/minimal.accord.json"))).splitlines()[0]
    '# Ferry agreement between Ruritania and Graustark (invented)'
    """
    refuse_other(checklist, Checklist, "a Checklist, as checklist gives it")
    return "\n".join(_whole(checklist)) + "\n"


def _whole(checklist: Checklist) -> Iterator[str]:
    yield f"# {escaped(checklist.marked_title)}"
    yield ""
    yield f"{say('title.list')}. {scope_in_words(checklist)}"
    yield ""
    for fact in checklist.record.facts if checklist.record is not None else ():
        yield f"- {fact.label}: {escaped(fact.words)}"
    for line in (*about_lines(checklist), *record_lines(checklist)):
        yield f"- {line.label}: {escaped(line.words)}"
    for section in checklist.sections:
        yield from ("", f"## {escaped(heading_in_words(section))}", "")
        for item in section.items:
            yield from _item(item, checklist.group_by)
    yield from _end(checklist)


def _item(item: Item, group_by: GroupBy) -> Iterator[str]:
    modality, action = duty_in_words(item)
    done = item.standing is not None and item.standing.shape is Shape.FULFILLED
    box = f"- [{'x' if done else ' '}]" if item.tickable else "-"
    heading = f"{escaped(item.label)} – " if item.label is not None else ""
    yield f"{box} {heading}**{escaped(modality)}** {escaped(action)}"
    for line in (*standing_lines(item, group_by, distances=False), *detail_lines(item)):
        words = _code(line.words) if line.key == "id" else escaped(line.words)
        yield f"    - {words}" if line.under else f"  - {line.label}: {words}"


def _end(checklist: Checklist) -> Iterator[str]:
    if checklist.combined:
        yield from ("", f"## {say('title.agreements')}", "")
        yield from (f"- {escaped(agreement)}" for agreement in agreements_in(checklist))
    if checklist.assumptions:
        yield from ("", f"## {say('title.assumptions')}", "")
        yield from (f"- {escaped(assumption)}" for assumption in checklist.assumptions)
    if checklist.sources:
        yield from ("", f"## {say('title.sources')}", "")
        for source in checklist.sources:
            number = escaped(say("citation", name=source.number))
            address = f" {_code(source.url)}" if source.url else ""
            yield f"- {number} {escaped(source_in_words(source))}{address}"
    if checklist.notes:
        yield from ("", f"## {say('title.notes')}", "")
        yield from (f"- {escaped(note.mark)} {escaped(note_in_words(note))}" for note in checklist.notes)


def escaped(text: str) -> str:
    """``text`` as Markdown that shows it as it is, wherever it stands inside a line or at its beginning."""
    words = _MARKUP.sub(r"\\\g<0>", clean(text))
    words = _BEGINNING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", words)
    words = re.sub(r":(?=//)|(?<=\w)\.(?=[^\W\d_])", r"\\\g<0>", words)  # addresses: https://, www.example
    words = re.sub(r"(?i)\b(mailto|xmpp|https?|ftp):", r"\1\\:", words)
    return re.sub(r"@|\\#(?=\d)|\bGH-(?=\d)|:(?=[\w+-]+:)", rf"\g<0>{_SPLITTER}", words)


def fenced(text: str) -> str:
    """Lines of text as a block in which nothing is markup, whatever runs of backticks stand in them."""
    fence = "`" * max(3, 1 + _longest_run(text))
    return f"{fence}text\n{text}{fence}\n"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _code(text: str) -> str:
    """``text`` as a span of code, in which nothing is markup."""
    words = clean(text)
    fence = "`" * (_longest_run(words) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}"
