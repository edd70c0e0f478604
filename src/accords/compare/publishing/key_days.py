"""The days on which a record can say something else than on the day before, each day with what was known by then."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

from accords.collecting import collection_paused
from accords.dates import Edtf
from accords.engine.days.axis import Axis
from accords.engine.days.moments import NEVER
from accords.engine.worlds.assess import Assessor
from accords.model.agreement import Agreement
from accords.model.walk import objects_in

__all__ = ["telling_days"]

_STEPS = (-1, 0, 1, 2)
"""A day counts from its beginning, from its end, or once it has passed."""


def telling_days(record: Agreement) -> set[int]:
    """The ordinals of the days on which any status can change, each as known by then.

    What is known changes on days that the record names; from one of these to the next, the days are those by which the
    instances are decided. They end with those that are reckoned from the last that it names.
    """
    axis = Axis.of(record)
    named = sorted({day for each in objects_in(record) for when in _dates(each) for day in _days(when)})
    with collection_paused():
        found = {day + step for day in (*named, *_marks(record, axis, named)) for step in _STEPS}
    followed = record.coding.followed_until if record.coding is not None else None
    end = followed.latest.toordinal() if followed is not None and followed.latest is not None else NEVER
    return {day for day in found if 1 < day <= end and axis.on_calendar(axis.opening(day))}


def _dates(value: Any) -> Iterator[Edtf]:
    for attribute in attrs.fields(value.__class__) if attrs.has(value.__class__) else ():
        held = getattr(value, attribute.name)
        if isinstance(held, Edtf):
            yield held


def _days(when: Edtf) -> Iterator[int]:
    yield from (day.toordinal() for day in (when.earliest, when.latest) if day is not None)


def _marks(record: Agreement, axis: Axis, named: list[int]) -> Iterator[int]:
    for known, after in pairwise([*named, NEVER]):
        until = axis.closing(known if after == NEVER else after)
        marks = {axis.day(mark) for mark in Assessor(record, axis, until, axis.closing(known)).marks()}
        yield from (mark for mark in marks if known <= mark <= after < NEVER or known <= mark < after == NEVER)
