"""Counting from an anchor: by a duration, in working days, on to the next start, and "about"."""

from __future__ import annotations

from accords.engine.days.axis import Axis
from accords.engine.days.moments import BEGIN, NEVER, NOT_EVER, Instant, Moment, rest, union
from accords.model.conditions import Condition, Offset, OnDate
from accords.model.walk import nodes

__all__ = ["counted_from", "counts_from_date", "counts_hours", "counts_working_days", "hull"]


def counts_from_date(condition: Condition) -> bool:
    """Whether a time is counted from a date, which comes round; an event, say, comes once."""
    return isinstance(condition, Offset) and any(isinstance(node, OnDate) for node in nodes(condition))


def counts_hours(offset: Offset) -> bool:
    """Whether an offset counts hours alone, and so from the instant."""
    duration = offset.duration
    return duration is not None and bool(duration.exact_seconds) and not (duration.total_months or duration.total_days)


def counts_working_days(condition: Condition | None) -> bool:
    """Whether a time is counted in working days, of which the calendar may leave some open."""
    return any(isinstance(node, Offset) and node.working_days is not None for node in nodes(condition))


def hull(first: Moment, last: Moment) -> Moment:
    """Every instant between the two ways of taking an anchor: as a beginning and as an end."""
    if first == last or NOT_EVER in (first, last):
        return first
    if len(first) == len(last):
        return union((min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(first, last, strict=True))
    return union((*first, *last, (min(first[0][0], last[0][0]), max(rest(first)[-1][1], rest(last)[-1][1]))))


def counted_from(
    axis: Axis, offset: Offset, anchor: Moment, closing: bool, nearest: bool = False
) -> tuple[Moment, Instant]:
    """When an offset comes, and the instant at which it comes as reported: the one that is given, or the last."""
    counted = anchor
    if offset.duration is not None:
        counted = axis.shift_moment(anchor, offset.duration, offset.anchor_day, offset.month_end, 1, closing)
    elif offset.working_days is not None:
        counted = axis.worked(anchor, offset.working_days, closing, nearest)
    if offset.then is not None:
        counted = axis.carried(counted, offset.then, closing)
    given = counted[-1][1]
    if offset.working_days is not None or offset.approximate:  # the nearest to the anchor, or what is stated
        given = counted[-1][1] if offset.is_before or not closing else counted[0][0]
    if offset.approximate:
        counted = _about(axis, offset, counted, anchor, closing)
    return counted, given


def _about(axis: Axis, offset: Offset, given: Moment, anchor: Moment, closing: bool) -> Moment:
    """ "About": an end comes at the given time or later, a beginning earlier, neither past the anchor."""
    limit = NEVER if closing else BEGIN
    if closing and offset.is_before:
        limit = anchor[-1][1]
    elif not closing and not offset.is_before and not offset.is_same_day:
        limit = anchor[0][0]
    past = NEVER if offset.then is not None else limit
    spans = []
    for first, last in given:
        if first >= NEVER:
            spans.append((first, last))
        elif closing:
            most = past if last > anchor[0][0] else limit  # the next start may lie past the anchor itself
            spans.append((first, max(last, min(_reach(axis, offset, last, closing), most))))
        else:
            spans.append((min(first, max(_reach(axis, offset, first, closing), limit)), last))
    return union(spans)


def _reach(axis: Axis, offset: Offset, instant: Instant, closing: bool) -> Instant:
    """How far "about" goes from an instant."""
    if offset.tolerance is None:
        return NEVER if closing else BEGIN
    found = axis.shift(instant, offset.tolerance, times=1 if closing else -1, closing=closing)
    return found[-1] if closing else found[0]
