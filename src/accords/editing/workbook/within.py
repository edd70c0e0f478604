"""Plain JSON looked through: where objects stand, which ids are named, what is taken out with what is around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from accords.editing.workbook.cells.kinds import CONDITION_KINDS
from accords.pointer import to_pointer

__all__ = ["condition_behind", "named_ids", "objects_of", "place_of", "places_in", "take_away", "take_out"]


def objects_of(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every object, each with its JSON Pointer."""
    if isinstance(value, dict):
        yield pointer, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in items:
        yield from objects_of(each, f"{pointer}{to_pointer((step,))}")


def named_ids(value: Any, steps: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
    """Every id that is named anywhere, with its place."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name.endswith("_id") and isinstance(each, str):
                yield to_pointer((*steps, name)), each
            elif name.endswith("_ids") and name != "former_ids":
                yield from ((to_pointer((*steps, name)), one) for one in each)
            elif name != "extensions":
                yield from named_ids(each, (*steps, name))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from named_ids(each, (*steps, at))


def condition_behind(held: Any, path: str) -> Any:
    """The condition behind ``path``, where one is."""
    for step in path.split("/"):
        if isinstance(held, list) and step.isdigit() and int(step) < len(held):
            held = held[int(step)]
        else:
            held = held.get(step) if isinstance(held, dict) else None
    return held if isinstance(held, dict) and held.get("kind") in CONDITION_KINDS else None


def take_away(held: Any, steps: tuple[str, ...]) -> None:
    """Take a value out, and the objects around it that hold nothing else."""
    path = [held]
    for step in steps[:-1]:
        if not isinstance(path[-1].get(step), dict):
            return
        path.append(path[-1][step])
    for owner, step in zip(reversed(path), reversed(steps), strict=True):
        owner.pop(step, None)
        if owner:
            return


def take_out(record: dict[str, Any], gone: set[int]) -> None:
    """Take objects by their ``id()`` out of the lists of a record, and lists that hold nothing else."""
    for name, items in list(record.items()) if gone else ():
        if isinstance(items, list):
            record[name] = [each for each in items if id(each) not in gone]
            for each in record[name]:
                if isinstance(each, dict) and isinstance(each.get("claims"), list):
                    each["claims"] = [claim for claim in each["claims"] if id(claim) not in gone]
            if not record[name]:
                del record[name]


def places_in(record: Any, cells: Iterable[tuple[Any, tuple[Any, ...], str]]) -> dict[str, str]:
    """JSON Pointer → the cell that says what is there, of objects with the steps in each and its cells."""
    pointers = {id(held): pointer for pointer, held in objects_of(record)}
    told = ((pointers.get(id(held)), steps, place) for held, steps, place in cells)
    return {pointer + to_pointer(steps): place for pointer, steps, place in told if pointer is not None}


def place_of(pointer: str, places: Mapping[str, str]) -> str:
    """The cell that says what is at ``pointer``: one inside what is meant, or the nearest around it."""
    at = pointer
    while True:
        place = places.get(at) or next((p for each, p in places.items() if each.startswith(f"{at}/")), None)
        if place is not None or not at:
            return place or pointer or "/"
        at = at.rpartition("/")[0]
