"""What the verbs about texts change in a record: a source more, or a citation more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from accords.cli.proposing import Opened
from accords.cli.texts.sources import source_text
from accords.editing import Revision, revise_at
from accords.pointer import Path, to_pointer
from accords.suggest import UnknownIdError
from accords.texts.edition import TextEdition, TextError

__all__ = ["with_citation", "with_source"]


def with_source(opened: Opened, edition: TextEdition) -> Revision:
    """The record with the source of ``edition``; a source that is there gets the hash of the text, if it has none.

    Raises TextError where it was coded from another text.
    """
    plain = _plain(opened)
    for at, source in enumerate(plain.get("sources", [])):
        if source["id"] == edition.id:
            if source.get("text_sha256", edition.sha256) != edition.sha256:
                raise TextError(
                    f'the record has a source "{edition.id}" that was coded from another text; give another id'
                )
            return revise_at(opened.raw, {f"/sources/{at}/text_sha256": edition.sha256})
    return revise_at(opened.raw, {"/sources/-": source_text(edition)})


def with_citation(opened: Opened, into: str, citation: dict[str, Any]) -> Revision:
    """The record with ``citation`` added to what has the id ``into``, or to its ``conclusion`` or ``term``.

    Raises click.UsageError where nothing that can cite has that id.
    """
    plain = _plain(opened)
    places = dict(_citing(plain, ()))
    places |= {name: (name,) for name in ("conclusion", "term") if name in plain and name not in places}
    if into not in places:
        raise click.UsageError(str(UnknownIdError(into, "part of the record that can cite", places)))
    here: Any = plain
    for step in places[into]:
        here = here[step]
    if citation in here.get("citations", []):
        return revise_at(opened.raw, {})
    return revise_at(opened.raw, {to_pointer((*places[into], "citations", "-")): citation})


def _citing(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """The id of everything that has one and can cite, with its place."""
    waiting: list[tuple[Path, Any]] = [(path, value)]
    while waiting:
        here, inner = waiting.pop()
        if isinstance(inner, dict):
            if isinstance(inner.get("id"), str) and here and here[0] not in ("actors", "sources", "extensions"):
                yield inner["id"], here
            waiting += [((*here, name), each) for name, each in inner.items()]
        elif isinstance(inner, list):
            waiting += [((*here, at), each) for at, each in enumerate(inner)]


def _plain(opened: Opened) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(opened.raw.decode().removeprefix("\ufeff"))
    return plain
