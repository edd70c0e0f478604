"""Feeds of what became known (Atom, RFC 4287): whole, of an agreement, of an actor. No host stands in any id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from attrs import frozen

from accords.checklist import NameNote
from accords.checklist.lines import note_in_words
from accords.checklist.notes import noted_in
from accords.render.safe import clean
from accords.render.site.news import News, news_id
from accords.words import counted, spoken

__all__ = ["MOST_ENTRIES", "Feed", "render_feed"]

MOST_ENTRIES = 100
"""How many entries a feed has; what is older stands on the pages."""

_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = "\ufffe\uffff"


@frozen(kw_only=True)
class Feed:
    """A feed: what it is of, by names that tell it from all others; where its page is, as seen from the feed."""

    of: tuple[str, ...]
    title: str
    day: str
    by: str
    page: str
    own: str | None = None
    """Its own address, where the site has one."""
    rights: str | None = None
    notes: tuple[NameNote, ...] = ()
    """The notes on names; each stands where its mark does."""
    version: str

    def noted(self, *lines: str) -> tuple[str, ...]:
        """``lines``, and the notes to which marks in them lead."""
        return (*lines, *(f"{note.mark} {note_in_words(note)}" for note in noted_in(self.notes, *lines)))


def render_feed(
    feed: Feed, news: Sequence[News], link: Callable[[News], str], duty: Callable[[News], Sequence[str]]
) -> bytes:
    """The feed with the latest of ``news``. ``link`` is the page of each, ``duty`` what it bears on, a line each."""
    made = Element("feed", {"xmlns": _ATOM, "xml:lang": spoken().tag})
    kept = news[:MOST_ENTRIES]
    _add(made, "title", feed.title)
    about = counted("site.feed.of", len(news), kept=len(kept))
    _add(made, "subtitle", "\n".join((about, *feed.noted(feed.title)[1:])))
    _add(made, "id", news_id("feed", *feed.of))
    _add(made, "updated", _moment(max((each.day for each in kept), default=feed.day)))
    _add(SubElement(made, "author"), "name", feed.by)
    _add(made, "generator", "accords").set("version", clean(feed.version))
    if feed.rights is not None:
        _add(made, "rights", feed.rights)
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    if feed.own is not None:
        SubElement(made, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.own})
    for each in kept:
        entry = SubElement(made, "entry")
        _add(entry, "title", each.title)
        _add(entry, "id", news_id(each.record_id, "+".join(each.duty_ids), each.key))
        _add(entry, "updated", _moment(each.day))
        SubElement(entry, "category", {"term": each.kind})
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": link(each)})
        whole = () if each.title == each.about else (each.about,)
        told = feed.noted(each.title, *whole, each.words, *duty(each))
        _add(entry, "content", "\n".join(told[1:]))
    indent(made)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(made, encoding="unicode").encode("utf-8") + b"\n"


def _moment(day: str) -> str:
    """The end of a day: more than the day is not known."""
    return f"{day}T23:59:59Z"


def _add(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, name)
    lines = "\n".join(clean(line) for line in text.split("\n"))
    child.text = "".join(one for one in lines if one not in _NO_XML)
    return child
