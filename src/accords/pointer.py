"""JSON Pointer (RFC 6901): the address of a value inside a JSON document."""

from __future__ import annotations

from typing import TypeAlias

__all__ = ["Path", "in_words", "to_pointer"]

Path: TypeAlias = tuple[str | int, ...]
"""The steps from the root to a value: member names and zero-based list positions."""


def to_pointer(path: Path) -> str:
    """Write ``path`` as a JSON Pointer; the root is the empty string."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


_ITEMS = {
    "actors": "actor",
    "assessments": "assessment",
    "events": "event",
    "linkages": "linkage",
    "monitoring": "monitoring",
    "obligations": "obligation",
    "other_titles": "other title",
    "parties": "party",
    "related": "relation",
    "sources": "source",
    "third_parties": "third party",
}


def in_words(path: Path, document: object) -> str | None:
    """Say in words of the field where ``path`` is: "in obligation ks-2: trigger › all_of › #1".

    ``document`` is plain JSON or a value of the model. None where the path does not lead into an item of one
    of the record's lists. Never raises.
    """
    if len(path) < 2 or path[0] not in _ITEMS or not isinstance(path[1], int):
        return None
    here = _child(_child(document, path[0]), path[1])
    name = _name(here) or f"#{path[1] + 1}"
    steps: list[str] = []
    for step in path[2:]:
        if isinstance(step, int):
            here = _child(here, step)
            steps.append(_name(here) or f"#{step + 1}")
        else:
            kind = _child(here, "kind")
            steps.append(kind if step == "conditions" and isinstance(kind, str) else step)
            here = _child(here, step)
    where = f"in {_ITEMS[str(path[0])]} {name}"
    return f"{where}: {' › '.join(steps)}" if steps else where


def _name(value: object) -> str | None:
    name = _child(value, "id") or _child(value, "actor_id")
    return name[:64] if isinstance(name, str) else None


def _child(value: object, step: str | int) -> object:
    """The member of an object, plain or a value of the model, or the item of a list; None where there is none."""
    if isinstance(step, int):
        return value[step] if isinstance(value, (list, tuple)) and step < len(value) else None
    return value.get(step) if isinstance(value, dict) else getattr(value, step, None)
