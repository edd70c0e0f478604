"""Plain JSON with other values at some places, each named by a JSON Pointer."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any, Final

__all__ = ["CUT", "with_values"]

CUT: Final = object()
"""In place of a value: what is at the place is taken out."""


def with_values(plain: Any, values: Mapping[str, Any]) -> Any:
    """``plain`` with each of ``values`` at its pointer, in their order; ``plain`` stays as it is.

    A member that is not there is added, the last step ``-`` adds an item to a list, and ``CUT`` takes out what is
    there. Raises ValueError for a pointer that leads nowhere.
    """
    for pointer, value in values.items():
        steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
        if pointer and not pointer.startswith("/"):
            raise ValueError(f"{pointer!r} is no JSON Pointer: one begins with /")
        plain = _with(plain, steps, value, pointer)
    return plain


def _with(here: Any, steps: list[str], value: Any, pointer: str) -> Any:
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(here, dict):
        made = copy(here)
        if value is CUT and not rest and step in made:
            del made[step]
        elif rest and step not in made:
            made[step] = _with([] if rest[0] == "-" else {}, rest, value, pointer)
        elif value is CUT and not rest:
            raise _nowhere(pointer)
        else:
            made[step] = _with(made.get(step), rest, value, pointer)
        return made
    if isinstance(here, list):
        items = copy(here)
        if step == "-" and value is not CUT:
            return [*items, _with({}, rest, value, pointer)]
        if not step.isascii() or not step.isdigit() or int(step) >= len(items):
            raise _nowhere(pointer)
        at = int(step)
        items[at : at + 1] = [] if value is CUT and not rest else [_with(items[at], rest, value, pointer)]
        return items
    raise _nowhere(pointer)


def _nowhere(pointer: str) -> ValueError:
    return ValueError(f"{pointer!r} leads nowhere in the record")
