"""JSON Pointer (RFC 6901): the address of a value inside a JSON document."""

from __future__ import annotations

from typing import TypeAlias

__all__ = ["Path", "to_path", "to_pointer"]

Path: TypeAlias = tuple[str | int, ...]
"""The steps from the root to a value: member names and zero-based list positions."""


def to_pointer(path: Path) -> str:
    """Write ``path`` as a JSON Pointer; the root is the empty string."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def to_path(pointer: str, document: object) -> Path:
    """Read ``pointer`` against ``document``, so that list positions come back as integers.

    Steps that lead nowhere are kept as text. Never raises.
    """
    steps: list[str | int] = []
    here = document
    for raw in pointer.split("/")[1:]:
        name = raw.replace("~1", "/").replace("~0", "~")
        if isinstance(here, list) and name.isdecimal() and int(name) < len(here):
            steps.append(int(name))
            here = here[int(name)]
        else:
            steps.append(name)
            here = here.get(name) if isinstance(here, dict) else None
    return tuple(steps)
