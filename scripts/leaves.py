"""How each leaf of a record is accounted for: stated by a source that can be found, marked as inferred, or technical.

A leaf is a text, number or truth value of the JSON document; its place is a JSON Pointer. It is

- *technical* where it says nothing about the agreement: ids and versions, what describes a source, a citation or the
  coding, headings and remarks of the coder, codes (each names the list in which it stands), and the marks themselves;
- *inferred* where the mark that belongs to it says so;
- *stated* where its object, or one around it, cites a source that a reader can find: by an address, or by the hash of
  its text. What is said of an event or an actor is also stated where a claim about the event, or a name of the actor
  or whom it acts for, cites such a source. A reading, and a view of what the agreement is in law, is somebody's
  own and has to be cited itself.

What is none of these is *unsupported*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

__all__ = ["Account", "Leaf", "leaves"]


class Account(StrEnum):
    """How a leaf is accounted for."""

    STATED = "stated"
    INFERRED = "inferred"
    TECHNICAL = "technical"
    UNSUPPORTED = "unsupported"


class Leaf(NamedTuple):
    """A leaf by its place, and how it is accounted for."""

    pointer: str
    account: Account


_OF_THE_CODER = frozenset({"$schema", "accords_version", "coding", "extensions", "former_ids", "release", "time_zone"})
_ABOUT_SOURCES = frozenset({"citations", "sources"})
_HEADINGS = frozenset({"id", "label", "note", "note_language", "related_ids", "themes"})
_OF_THE_RECORD = frozenset({"id", "title", "summary"})
_BY_THEIR_LIST = "identifiers"
_TOLD_BELOW = {"events": ("claims",), "actors": ("names", "acts_for")}
_CITED_THEMSELVES = frozenset({"legal_natures", "readings"})

_MARKS = {
    "date": "date_basis",
    "when": "when_basis",
    "until": "when_basis",
    "known_on": "known_on_basis",
    "published": "published_basis",
    "obligor_ids": "obligor_basis",
    "represented_by_ids": "represented_by_basis",
    "says": "basis",
    "text": "basis",
    "reading_id": "basis",
}
"""Field → the field beside it that says whether the coder inferred it."""


def leaves(document: Mapping[str, Any]) -> Iterator[Leaf]:
    """All leaves of a record, given as plain JSON, in its order."""
    found = frozenset(
        source["id"]
        for source in document.get("sources", ())
        if any(key in source for key in ("url", "archived_url", "text_sha256"))
    )
    for key, value in document.items():
        if key in _OF_THE_CODER or key in _OF_THE_RECORD or key == _BY_THEIR_LIST:
            yield from _all(value, (key,), Account.TECHNICAL)
        elif key == "sources":
            yield from _sources(value)
        else:
            yield from _walk(value, (key,), found, Account.UNSUPPORTED)


def _sources(sources: list[dict[str, Any]]) -> Iterator[Leaf]:
    for place, source in enumerate(sources):
        for key, value in source.items():
            account = Account.INFERRED if _is_marked(source, key) else Account.TECHNICAL
            yield from _all(value, ("sources", place, key), account)


def _walk(value: Any, path: tuple[str | int, ...], found: frozenset[str], around: Account) -> Iterator[Leaf]:
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from _walk(item, (*path, place), found, around)
    elif isinstance(value, dict):
        below = () if len(path) != 2 else _TOLD_BELOW.get(str(path[0]), ())
        own = Account.UNSUPPORTED if _CITED_THEMSELVES & set(path[-2:]) else around
        if _cites(value, found):
            own = around = Account.STATED
        elif any(_cites(part, found) for key in below for part in value.get(key, ())):
            own = Account.STATED
        for key, member in value.items():
            if key in _ABOUT_SOURCES or key in _HEADINGS or key == _BY_THEIR_LIST or key in _MARKS.values():
                yield from _all(member, (*path, key), Account.TECHNICAL)
            elif _is_marked(value, key):
                yield from _all(member, (*path, key), Account.INFERRED)
            else:
                # What is told below speaks for the object itself, not for the other things inside it.
                inside = around if isinstance(member, list) and any(isinstance(each, dict) for each in member) else own
                yield from _walk(member, (*path, key), found, inside)
    else:
        yield Leaf(_pointer(path), around)


def _all(value: Any, path: tuple[str | int, ...], account: Account) -> Iterator[Leaf]:
    if isinstance(value, (list, dict)):
        for key, member in enumerate(value) if isinstance(value, list) else value.items():
            yield from _all(member, (*path, key), account)
    else:
        yield Leaf(_pointer(path), account)


def _cites(value: Mapping[str, Any], found: frozenset[str]) -> bool:
    return any(citation["source_id"] in found for citation in value.get("citations", ()))


def _is_marked(value: Mapping[str, Any], key: str) -> bool:
    return key in _MARKS and value.get(_MARKS[key]) == "inferred"


def _pointer(path: tuple[str | int, ...]) -> str:
    return "".join(f"/{part}" for part in path)
