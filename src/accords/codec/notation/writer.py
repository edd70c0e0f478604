"""A condition as a line that is read back to the same condition."""

from __future__ import annotations

from typing import assert_never

from accords.codec.notation.lengths import length_of_days, length_of_duration
from accords.codec.notation.tokens import written_text
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.vocabulary import AnchorDay, InstanceChoice, MonthEnd, NextStart, Reaches

__all__ = ["INCLUDED", "INSTANCES", "MONTH_ENDS", "STARTS", "write_condition"]

STARTS = {NextStart.NEXT_MONTH_START: "the next month start", NextStart.NEXT_YEAR_START: "the next year start"}
"""To what a time is carried on."""
INCLUDED = "that day counted"
"""The anchor's own day is day one."""
MONTH_ENDS = {MonthEnd.NEXT_DAY: "a missing day is the next", MonthEnd.UNSTATED: "a missing day is open"}
"""What a day stands for that its month does not have."""
INSTANCES = {InstanceChoice.ALL: "all turns", InstanceChoice.FIRST: "first turn"}
"""How many instances of a duty have to get there."""


def write_condition(condition: Condition) -> str:
    """The condition in one line, by ids; its own ids, citations and days of review are left out.

    ``parse_condition`` reads it back. Raises ValueError for an offset with two lengths or none, which no record has.

    >>> due = accords.Offset(anchor=accords.OnEvent(event_id="settlement"), duration="P30D", approximate=True)
    >>> accords.write_condition(due)
    'about 30 days after event:settlement'
    """
    match condition:
        case OnDate():
            return condition.value.text
        case OnConclusion():
            return "the conclusion"
        case OnEntryIntoForce():
            return "entry into force"
        case Never():
            return "never"
        case OnEvent():
            return f"event:{condition.event_id}"
        case OnObligation():
            return _duty(condition)
        case Prose():
            return written_text(condition.text)
        case Vague():
            after = "" if condition.after is None else f" after {_operand(condition.after)}"
            return f"vague {written_text(condition.text)}{after}"
        case NoEvent():
            since = "" if condition.since is None else f" since {_operand(condition.since)}"
            return f"no event:{condition.event_id}{since} until {_operand(condition.until)}"
        case AllOf() | AnyOf() | AtLeast():
            return _several(condition)
        case Offset():
            return _offset(condition)
        case _:
            assert_never(condition)


def _operand(condition: Condition) -> str:
    """The condition where others stand beside it: in brackets, unless it is one word or has its own."""
    words = write_condition(condition)
    match condition:
        case Offset() | NoEvent():
            return f"({words})"
        case AllOf() | AnyOf() if len(condition.conditions) > 1:
            return f"({words})"
        case Vague() if condition.after is not None:
            return f"({words})"
        case _:
            return words


def _several(condition: AllOf | AnyOf | AtLeast) -> str:
    if isinstance(condition, AtLeast) or len(condition.conditions) < 2:
        head = {AllOf: "all", AnyOf: "any"}.get(type(condition)) or f"at least {getattr(condition, 'count', 0)}"
        return f"{head} of ({'; '.join(map(write_condition, condition.conditions))})"
    return (" and " if isinstance(condition, AllOf) else " or ").join(map(_operand, condition.conditions))


def _duty(condition: OnObligation) -> str:
    reached = "" if condition.reaches is Reaches.FULFILLED else f" {condition.reaches.value}"
    which = [] if condition.turn is None else [f"turn {condition.turn}"]
    if condition.instances is not None:
        which.append(INSTANCES[condition.instances])
    return f"duty:{condition.obligation_id}{reached}" + (f" ({', '.join(which)})" if which else "")


def _offset(offset: Offset) -> str:
    about = "about " if offset.approximate else ""
    words = f"{about}{_length(offset)} {_side(offset)} {_operand(offset.anchor)}"
    if offset.tolerance is not None:
        minus = "minus " if offset.tolerance.negative else ""
        words += f" give or take {minus}{length_of_duration(offset.tolerance)}"
    rules = [f"then {STARTS[offset.then]}"] if offset.then is not None and _has_length(offset) else []
    rules += [INCLUDED] if offset.anchor_day is AnchorDay.INCLUDED else []
    rules += [MONTH_ENDS[offset.month_end]] if offset.month_end is not MonthEnd.CLIP else []
    return ", ".join([words, *rules])


def _has_length(offset: Offset) -> bool:
    return offset.duration is not None or offset.working_days is not None


def _side(offset: Offset) -> str:
    return "before" if offset.is_before else "after"


def _length(offset: Offset) -> str:
    if offset.duration is not None and offset.working_days is not None:
        raise ValueError("an offset has a duration or working days, not both")
    if offset.duration is not None:
        return length_of_duration(offset.duration)
    if offset.working_days is not None:
        return length_of_days(offset.working_days)
    if offset.then is None:
        raise ValueError("an offset has a duration, working days or the start of a month or year")
    return STARTS[offset.then]
