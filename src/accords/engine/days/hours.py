"""Whether a record states any hour, so that it is counted in minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import fields, has

from accords.dates import Edtf
from accords.dates.durations import Duration
from accords.model.agreement import Agreement

__all__ = ["is_doubtful", "states_hours"]


def is_doubtful(when: Edtf) -> bool:
    """Whether a date is marked as approximate or uncertain."""
    return any(part is not None and part.qualifier is not None for part in (when, when.start, when.end))


def _hours_in(value: object) -> bool:
    """Whether a value of the model, or anything inside it, names a time of day or counts hours."""
    stack = [value]
    while stack:
        here = stack.pop()
        kind = here.__class__
        if kind is Edtf:
            if here.moment is not None:  # type: ignore[attr-defined]
                return True
        elif kind is Duration:
            if here.exact_seconds:  # type: ignore[attr-defined]
                return True
        elif kind is tuple:
            stack += here  # type: ignore[arg-type]
        else:
            for name in _names(kind):
                inside = getattr(here, name)
                if inside is not None and inside != ():
                    stack.append(inside)
    return False


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a class of the model in which an hour can stand."""
    found = _NAMES.get(kind)
    if found is None:
        named = fields(kind) if has(kind) else ()
        found = _NAMES[kind] = tuple(each.name for each in named if not _PLAIN.match(str(each.type)))
    return found


_NAMES: dict[type, tuple[str, ...]] = {}

_PLAIN = re.compile(r"(Annotated\[)?(bool|int|tuple\[Citation|Id|[A-Z]\w*Id|Text|AnchorDay|MonthEnd|Reaches|Act)\b")


def states_hours(record: Agreement) -> bool:
    """Whether anything that bears on a status is dated or counted by the hour."""
    for event in record.events:
        for claim in event.claims:
            if claim.when is not None and claim.when.moment is not None:
                return True
            if claim.until is not None and claim.until.moment is not None:
                return True
    return any(_hours_in(part) for part in _dated(record) if part is not None and part != ())


def _dated(record: Agreement) -> Iterator[object]:
    yield from (record.conclusion, record.term, record.linkages)
    for party in record.parties:
        yield from (party.bound_from, party.bound_until)
    for duty in record.obligations:
        yield from (duty.trigger, duty.not_before, duty.due, duty.ends, duty.excused_if, duty.performance)
        yield from (duty.suspensions, duty.renewal)
        for reading in duty.readings:
            yield reading.replaces
    for event in record.events:
        if event.defined_as is not None or event.new_due is not None or event.finding is not None:
            yield from (event.defined_as, event.new_due, event.finding)
