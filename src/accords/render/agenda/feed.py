"""What is to be looked at, as a feed (Atom, RFC 4287): an entry keeps its id while it stands there for one reason."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from accords.checklist import DueEntry, DueList
from accords.checklist.lines import note_in_words
from accords.prose import cut_at_word, refuse_other
from accords.render.agenda.listing import about_due, entry_id, entry_lines
from accords.render.safe import clean
from accords.words import ENGLISH, Language, in_language, say

__all__ = ["render_due_atom"]

_NO_XML = "\ufffe\uffff"
_ATOM = "http://www.w3.org/2005/Atom"
_MOST_OF_A_TITLE = 100


@in_language
def render_due_atom(found: DueList, *, language: Language = ENGLISH) -> str:
    """Write ``found`` as an Atom feed. Every time in it is the end of the day asked about; no clock is read.

    A reader that has shown an entry does not show it again while the duty stands there for the same reason and the
    same deadline.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.render_due_atom(accords.due([deal], as_of="1911-09-10")).splitlines()[1]
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
    """
    refuse_other(found, DueList, "a DueList, as due gives it")
    moment = f"{found.as_of}T23:59:59Z"
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": language.tag})
    _add(feed, "title", say("agenda.title"))
    _add(feed, "subtitle", about_due(found))
    _add(feed, "id", "urn:accords:due")
    _add(feed, "updated", moment)
    _add(SubElement(feed, "author"), "name", "accords")
    _add(feed, "generator", "accords").set("version", clean(found.library_version))
    for entry in found.entries:
        lines = entry_lines(entry, named=True)
        marked = [note for note in found.notes if any(note.mark in line for line in lines)]
        lines = (*lines, *(f"{note.mark} {note_in_words(note)}" for note in marked))
        _entry(SubElement(feed, "entry"), entry, lines, moment)
    for record in found.records:
        if record.not_followed is not None:
            note = SubElement(feed, "entry")
            whole = say("agenda.not_followed", title=record.title.strip(), words=record.not_followed)
            short = cut_at_word(record.title, _MOST_OF_A_TITLE)
            _add(note, "title", say("agenda.not_followed", title=short, words=record.not_followed))
            _add(note, "id", f"urn:accords:due:{record.id}:not-followed")
            _add(note, "updated", moment)
            _add(note, "content", whole)
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _entry(made: Element, entry: DueEntry, lines: tuple[str, ...], moment: str) -> None:
    turn = f"#{entry.number}" if entry.number is not None else ""
    title = say("agenda.entry", kind=say(f"agenda.kind.{entry.kind}"), text=entry.duty)
    _add(made, "title", cut_at_word(title, _MOST_OF_A_TITLE))
    _add(made, "id", f"urn:accords:due:{entry_id(entry)}{turn}:{entry.kind}:{entry.due_last or 'undated'}")
    _add(made, "updated", moment)
    SubElement(made, "category", {"term": entry.kind.value})
    _add(made, "content", "\n".join(lines))


def _add(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, name)
    lines = "\n".join(clean(line) for line in text.split("\n"))
    child.text = "".join(one for one in lines if one not in _NO_XML)
    return child
