"""Findings get lines and columns, and come in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from accords.codec.reading import NodeSpan, Stretch, locate
from accords.diagnostics import Diagnostic, Edit, Place

__all__ = ["place", "place_each"]


def place(findings: Iterable[Diagnostic], text: str | None, file: str | None) -> tuple[Diagnostic, ...]:
    """Give ``findings`` the name of their file and, where there is ``text``, lines and columns in it.

    They come in the order of the text. Positions are computed here alone, so a clean record costs none.
    """
    placed = place_each(findings, text, file)
    return tuple(sorted(placed, key=lambda one: (one.line or 0, one.column or 0, one.code)))


def place_each(findings: Iterable[Diagnostic], text: str | None, file: str | None) -> list[Diagnostic]:
    """The same in the order of ``findings``."""
    found = list(findings)
    if not found:
        return found
    pointers = {pointer for one in found if one.line is None for pointer in _pointers(one)}
    spans = locate(text, pointers) if text is not None and pointers else {}
    return [_at(one, spans, file) for one in found]


def _pointers(found: Diagnostic) -> Iterable[str]:
    yield found.pointer
    yield from (other.pointer for other in found.related)
    yield from (edit.pointer for edit in (found.fix.edits if found.fix else ()))


def _at(found: Diagnostic, spans: Mapping[str, NodeSpan], file: str | None) -> Diagnostic:
    named = evolve(found, file=found.file or file)
    if found.line is not None or found.pointer not in spans:
        return named
    span = _span(spans[found.pointer], on_key=found.on_key)
    related = tuple(_related(other, spans) for other in found.related)
    fix = evolve(found.fix, edits=tuple(_edit(one, spans) for one in found.fix.edits)) if found.fix else None
    return evolve(named, line=span.line, column=span.column, length=span.length, related=related, fix=fix)


def _related(other: Place, spans: Mapping[str, NodeSpan]) -> Place:
    span = spans[other.pointer].value
    return evolve(other, line=span.line, column=span.column)


def _edit(edit: Edit, spans: Mapping[str, NodeSpan]) -> Edit:
    span = _span(spans[edit.pointer], on_key=edit.on_key)
    return evolve(edit, line=span.line, column=span.column, length=span.length)


def _span(node: NodeSpan, *, on_key: bool) -> Stretch:
    return node.key if on_key and node.key else node.value
