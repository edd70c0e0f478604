"""Every object of a record with what it lies in, gathered by its kind: what the rows of tables are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast

from attrs import define

from accords.model.additions import KINDS
from accords.model.agreement import Agreement
from accords.model.walk import layout_of
from accords.pointer import to_pointer

__all__ = ["Found", "Placed", "gathered"]

_T = TypeVar("_T")


@define(eq=False)
class Placed:
    """An object of a record: what it is, where it lies and in what, and its number among its likes, from 1.

    ``field`` is the member of ``parent`` that holds it, ``position`` its place in the list there, from 0.
    """

    record: Agreement
    value: Any
    parent: Placed | None
    field: str
    position: int | None
    number: int = 0

    @property
    def upwards(self) -> Iterator[Placed]:
        """What it lies in, from the nearest outwards."""
        here = self.parent
        while here is not None:
            yield here
            here = here.parent

    def inside(self, cls: type[_T]) -> _T | None:
        """The nearest object of a class in which it lies."""
        return next((here.value for here in self.upwards if isinstance(here.value, cls)), None)

    @property
    def own_id(self) -> str | None:
        """Its id, if it has one that references can name."""
        own = layout_of(self.value.__class__).own
        return None if own is None else getattr(self.value, own)

    @property
    def named(self) -> Placed:
        """The nearest of itself and what it lies in that has an id; the outermost where nothing has."""
        here = self
        while here.own_id is None and here.parent is not None:
            here = here.parent
        return here

    @property
    def kind(self) -> str:
        """What references call it; of what they cannot name, its class in lower case."""
        return _kind_of(self.value.__class__)

    @property
    def pointer(self) -> str:
        """Its place as a JSON Pointer."""
        steps: list[str | int] = []
        for here in (self, *self.upwards):
            if here.parent is not None:
                steps += [here.field] if here.position is None else [here.position, here.field]
        return to_pointer(tuple(reversed(steps)))


@cache
def _kind_of(cls: type) -> str:
    return KINDS.get(cls) or re.sub("(?<=.)([A-Z])", r"_\1", cls.__name__).lower()


Found: TypeAlias = "dict[str, list[Placed]]"
"""Kind → the objects of that kind in a record, in the order of the fields."""


def gathered(record: Agreement) -> Found:
    """Every object of a record by its kind; at any depth."""
    found: Found = {}
    waiting = [Placed(record, record, None, "", None)]
    while waiting:
        here = waiting.pop()
        found.setdefault(here.kind, []).append(here)
        waiting += reversed(list(_inside(here)))
    for likes in found.values():
        for number, each in enumerate(likes, 1):
            each.number = number
    return found


def _inside(here: Placed) -> Iterator[Placed]:
    for name in layout_of(here.value.__class__).children:
        held = getattr(here.value, name)
        if isinstance(held, tuple):
            items = cast("tuple[object, ...]", held)
            yield from (Placed(here.record, item, here, name, position) for position, item in enumerate(items))
        elif held is not None and not isinstance(held, Decimal):
            yield Placed(here.record, held, here, name, None)
