"""Which waivers cover a finding, looked up by place and by id: never every waiver for every finding."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field

from accords.diagnostics import Diagnostic
from accords.model.agreement import Agreement
from accords.model.coding import Waiver

__all__ = ["Cover", "Covers"]

_MOST_ENDS = 5
"""So many ends of waivers a finding tells that stands again."""


@define(eq=False)
class Cover:
    """The waivers of one code that cover the same: by number, the first that holds, and since when others do not."""

    numbers: list[int] = field(factory=list)
    first: tuple[int, Waiver] | None = None
    ends: dict[str, None] = field(factory=dict)

    def add(self, number: int, waiver: Waiver, as_of: datetime.date | None) -> None:
        """Take ``waiver`` in; they come in their order."""
        self.numbers.append(number)
        end = waiver.until.latest if waiver.until else None
        if as_of is not None and end is not None and end < as_of:
            if len(self.ends) < _MOST_ENDS:
                self.ends[f"it was waived until {waiver.until}"] = None
        elif self.first is None:
            self.first = (number, waiver)


@define
class Covers:
    """All waivers of a record, each under what it covers: a code, with a place, an id or nothing more."""

    agreement: Agreement
    _of: dict[tuple[str, str, str], Cover] = field(factory=dict)

    @classmethod
    def of(cls, agreement: Agreement, waivers: Iterable[tuple[int, Waiver]], as_of: datetime.date | None) -> Covers:
        """Those of ``waivers`` (with their numbers), of which some may be over by ``as_of``."""
        found = cls(agreement)
        for number, waiver in waivers:
            for key in _keys(waiver):
                found._of.setdefault((waiver.code, *key), Cover()).add(number, waiver, as_of)
        return found

    def covering(self, found: Diagnostic) -> list[Cover]:
        """Those that cover the finding."""
        keys = [("", ""), *_places(found.pointer)]
        keys += (("id", one) for one in sorted(_ids_around(found.pointer, self.agreement)))
        covers = (self._of.get((found.code, *key)) for key in keys)
        return [cover for cover in covers if cover is not None]


def _keys(waiver: Waiver) -> Iterator[tuple[str, str]]:
    if waiver.pointer is not None:
        yield "at", waiver.pointer
    for one in dict.fromkeys(waiver.about_ids):
        yield "id", one
    if waiver.pointer is None and not waiver.about_ids:
        yield "", ""


def _places(pointer: str) -> Iterator[tuple[str, str]]:
    """The place itself, and all that it lies in."""
    yield "at", pointer
    yield from (("at", pointer[:at]) for at, sign in enumerate(pointer) if sign == "/")


def _ids_around(pointer: str, agreement: Agreement) -> set[str]:
    """The ids of everything that the place lies in; a party and a third party go by that of the actor."""
    ids: set[str] = set()
    here: Any = agreement
    for step in pointer.split("/")[1:]:
        here = here[int(step)] if isinstance(here, tuple) and step.isdigit() else getattr(here, step, None)
        for name in ("id", "actor_id"):
            if isinstance(own := getattr(here, name, None), str):
                ids.add(own)
    return ids
