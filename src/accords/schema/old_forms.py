"""Fields that the format had in drafts of 1.0: what stands in their place, and how to write that where it is sure."""

from __future__ import annotations

import datetime
import json
from typing import Any

from accords.dates import DateError, parse_date
from accords.dates.durations import Duration, DurationError, parse_duration, shift_day
from accords.diagnostics import Edit, Fix
from accords.pointer import Path, to_pointer

__all__ = ["help_for_old", "is_told_elsewhere"]


_IN_GENERAL = (
    "write when the first turn may begin into `not_before` of the obligation, and when it has to be done into its "
    "`due`; a window is what lies between the two"
)


def help_for_old(noun: str, name: str, path: Path, document: Any) -> tuple[str, Fix | None] | None:
    """How to write what the old field ``name`` of the object at ``path`` said, and the fix where nothing is lost.

    None where ``name`` is no old field of such an object.
    """
    if (noun, name) == ("an actor", "acts_for_id"):
        return _acts_for(path, _at(path, document)[name])
    if noun == "a `recurring` performance" and name in ("first", "window"):
        return _turns(path, document)
    return None


def is_told_elsewhere(noun: str, name: str, instance: Any) -> bool:
    """Whether what replaces the old field is told at another field of the same object already."""
    return noun == "a `recurring` performance" and name == "window" and "first" in instance


def _acts_for(path: Path, principal: Any) -> tuple[str, Fix | None]:
    if not isinstance(principal, str):
        return 'write "acts_for": [{"actor_id": "…"}]', None
    spans = json.dumps([{"actor_id": principal}], ensure_ascii=False)
    pointer = to_pointer((*path, "acts_for_id"))
    edits = (Edit(pointer=pointer, content='"acts_for"', on_key=True), Edit(pointer=pointer, content=spans))
    return f'write "acts_for": {spans}', Fix(title=f'write "acts_for": {spans}', edits=edits)


def _turns(path: Path, document: Any) -> tuple[str, Fix | None]:
    """The turns of a recurring duty are the conditions of the duty itself, shifted by `every`."""
    performance, duty = _at(path, document), _at(path[:-1], document)
    first, window = performance.get("first"), performance.get("window")
    if not isinstance(duty, dict) or first is None:
        return _IN_GENERAL, None
    due = _closing(first, window)
    written = f'"not_before": {_json(first)}, "due": {_json(due)}'
    help_text = (
        f"write {written} into the obligation itself: they are those of the first turn, and each later turn's are "
        "shifted by `every`; leave `not_before` out where a turn may be performed before its day"
    )
    if "not_before" in duty or "due" in duty or not _means_the_same(performance):
        return help_text, None
    edits = [Edit(pointer=to_pointer(path), content=f'{written}, "performance"', on_key=True)]
    edits += [
        Edit(pointer=to_pointer((*path, name)), content="", on_key=True)
        for name in ("first", "window")
        if name in performance
    ]
    return help_text, Fix(title=f"write {written} into the obligation", edits=tuple(edits))


def _closing(first: Any, window: Any) -> Any:
    """The deadline of the first turn: its one day, or where its window closes."""
    day, length = _day(first), _length(window)
    if day is not None and length is not None and not length.exact_seconds:
        return {**first, "value": shift_day(day, length).isoformat()}
    return {"kind": "offset", "anchor": first, "duration": window} if window is not None else first


def _means_the_same(performance: Any) -> bool:
    """Whether turns told by `not_before` and `due` are exactly those of `first` and `window`."""
    every, window = _length(performance.get("every")), performance.get("window")
    if _day(performance["first"]) is None or every is None or every.exact_seconds:
        return False
    if window is None:
        return True
    length = _length(window)
    in_days = length is not None and not (every.total_months or length.total_months or length.exact_seconds)
    anchored = performance.get("mode") != "rolling"
    return in_days and anchored and length is not None and 0 <= length.total_days < every.total_days


def _day(condition: Any) -> datetime.date | None:
    """The one day that a condition is, where it is a date and nothing else."""
    if not isinstance(condition, dict) or condition.get("kind") != "date":
        return None
    try:
        date = parse_date(condition.get("value"))  # type: ignore[arg-type]
    except (DateError, TypeError):
        return None
    return date.earliest if date.earliest == date.latest and date.moment is None else None


def _length(duration: Any) -> Duration | None:
    try:
        return parse_duration(duration)
    except (DurationError, TypeError):
        return None


def _at(path: Path, document: Any) -> Any:
    here = document
    for step in path:
        here = here[step]
    return here


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
