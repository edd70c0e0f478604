"""Offsets: how far they count, and ends that would undo what they are counted from."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.days import stated_day, turn_day
from accords.checks.lookups.index import Index
from accords.dates import Edtf
from accords.diagnostics import Diagnostic
from accords.model.conclusion import Calendar
from accords.model.conditions import AllOf, AnyOf, AtLeast, Condition, Offset, OnObligation, Prose, Vague
from accords.model.obligations import Recurring
from accords.model.walk import nodes
from accords.pointer import Path
from accords.prose import quoted
from accords.vocabulary import Weekday

__all__ = ["FROM_WORDS", "OFFSETS"]

_OF_A_TURN = ("not_before", "due", "ends")
_WEEK = tuple(Weekday)
_MOST_DAYS, _MOST_TURNS = 2_000, 1_000
"""So many working days and turns are counted, to see whether the calendar tells of them."""


def offset_without_length(index: Index) -> Iterator[Diagnostic]:
    """ACC336: an offset says not at all, or in two ways, how far it counts."""
    for offset, path in index.placed(Offset):
        stated = [name for name in ("duration", "working_days", "then") if getattr(offset, name) is not None]
        if not stated:
            message, at = "nothing says how far it counts", path
        elif offset.duration is not None and offset.working_days is not None:
            message, at = "it counts in days of the calendar and in working days at once", (*path, "working_days")
        elif offset.working_days == 0:
            message, at = "no working day is no time at all", (*path, "working_days")
        else:
            continue
        yield index.found("ACC336", message, at, "write `duration`, or `working_days`, or `then` alone")


def tolerance_without_about(index: Index) -> Iterator[Diagnostic]:
    """ACC337: a tolerance stands with a time that is not said to be approximate, or is none."""
    for offset, path in index.placed(Offset):
        if offset.tolerance is None:
            continue
        if not offset.approximate:
            message = "a tolerance has no effect on a time that is exact"
            help_ = 'add "approximate": true where the source says "about", or leave the tolerance out'
        elif offset.tolerance.negative or offset.tolerance.is_zero:
            message = f"a tolerance of {offset.tolerance} is none"
            help_ = "write how far off the time may be, without a sign"
        else:
            continue
        yield index.found("ACC337", message, (*path, "tolerance"), help_)


def working_days_without_calendar(index: Index) -> Iterator[Diagnostic]:
    """ACC338: a time is counted in working days, and the record does not say which days are none, or not of all."""
    calendar = index.agreement.calendar
    for offset, path in index.placed(Offset):
        if offset.working_days is None:
            continue
        if calendar is None or not (calendar.weekend or calendar.holidays):
            message = "which days are working days is not stated, so the day stays open without limit"
            help_ = "give the `weekend` and the `holidays` of the whole record, where the source or the law says which"
        elif (untold := _untold(index, calendar, offset, path)) is not None:
            message = f"the calendar does not tell whether {untold} is a working day, so the day stays open"
            help_ = "list the holidays of that time, and move `since` or `until` of `calendar`"
        else:
            continue
        yield index.found("ACC338", message, (*path, "working_days"), help_)


def _untold(index: Index, calendar: Calendar, offset: Offset, path: Path) -> datetime.date | None:
    """A day that is counted, in the first turn or the last that is looked for, of which the calendar does not tell."""
    first = stated_day(offset.anchor, index.agreement, closing=True)
    if first is None or not offset.working_days:
        return None
    duty = index.agreement.obligations[int(path[1])] if path[0] == "obligations" else None
    turns = duty.performance if duty is not None else None
    last = _last_turn(index, turns, first) if isinstance(turns, Recurring) and path[2] in _OF_A_TURN else first
    untold = (_first_untold(calendar, day, offset.working_days) for day in (first, last))
    return next((day for day in untold if day is not None), None)


def _last_turn(index: Index, turns: Recurring, first: datetime.date) -> datetime.date:
    """The anchor in the last turn, or in the last one that came by the day up to which reports were looked for."""
    coding = index.agreement.coding
    followed = coding.followed_until if coding is not None else None
    term = index.agreement.term
    conditions = (turns.ends, *(term.ends_if_any if term is not None else ()))
    days = [stated_day(each, index.agreement, closing=True) for each in conditions]
    days.append(followed.latest if followed is not None else None)
    until = min((day for day in days if day is not None), default=datetime.date.max if turns.times else first)
    here, times = first, 1
    while times != turns.times and times < _MOST_TURNS:
        following = turn_day(first, turns, times)
        if following is None or following > until or following <= here:
            break
        here, times = following, times + 1
    return here


def _first_untold(calendar: Calendar, day: datetime.date, count: int) -> datetime.date | None:
    """The first of so many working days on, of which the calendar does not tell whether it is one."""
    weekend = {_WEEK.index(each) for each in calendar.weekend}
    step, left = datetime.timedelta(days=1 if count > 0 else -1), min(abs(count), _MOST_DAYS)
    since = calendar.since.earliest if calendar.since is not None else None
    until = calendar.until.latest if calendar.until is not None else None
    for _ in range(2 * _MOST_DAYS):
        if not left or not datetime.date.min < day < datetime.date.max:
            return None
        day += step
        if day.weekday() in weekend or any(_holds(holiday, day) for holiday in calendar.holidays):
            continue
        left -= 1
        if (since is not None and day < since) or (until is not None and day > until):
            return day
    return None


def _holds(holiday: Edtf, day: datetime.date) -> bool:
    first, last = holiday.earliest, holiday.latest
    return first is not None and last is not None and first <= day <= last


def end_that_undoes_itself(index: Index) -> Iterator[Diagnostic]:
    """ACC339: an end is counted back from what could not happen any more after it."""
    outlive = {duty.id for duty in index.agreement.obligations if duty.survives_termination}
    term = index.agreement.term
    for place, condition in enumerate(term.ends_if_any if term is not None else ()):
        for duty_id in _counted_back(condition):
            if duty_id not in outlive:
                yield _undone(index, duty_id, ("term", "ends_if_any", place))
    for place, duty in enumerate(index.agreement.obligations):
        for other in _counted_back(duty.ends):
            waits = next((d for d in index.agreement.obligations if d.id == other), None)
            if waits is not None and any(
                isinstance(node, OnObligation) and node.obligation_id == duty.id
                for condition in (waits.trigger, waits.not_before)
                for node in nodes(condition)
            ):
                yield _undone(index, other, ("obligations", place, "ends"))


def _undone(index: Index, duty_id: str, path: Path) -> Diagnostic:
    return index.found(
        "ACC339",
        f'it ends before "{duty_id}" is done, and then nobody has to do it any more',
        path,
        "count from a day or an event, or say that the duty survives the end",
        related=((index.by_id[duty_id].path, duty_id),) if duty_id in index.by_id else (),
        related_label="the duty",
    )


def _counted_back(condition: Condition | None) -> Iterator[str]:
    """The duties from which a condition is counted back."""
    for node in nodes(condition):
        if isinstance(node, Offset) and node.is_before:
            for inner in nodes(node.anchor):
                if isinstance(inner, OnObligation):
                    yield inner.obligation_id


def counted_from_words(index: Index) -> Iterator[Diagnostic]:
    """ACC347: a length is counted from words of which no finding can say when they came true."""
    for offset, path in index.placed(Offset):
        words = _undatable(offset.anchor)
        if words is not None:
            yield index.found(
                "ACC347",
                f"no day ever follows from {quoted(words.text)}, which is kept in words and has no id",
                (*path, "anchor"),
                "write the conclusion, an event or a duty where that is meant; otherwise give the words an `id`",
            )


def _undatable(condition: Condition) -> Prose | Vague | None:
    """The words for which a condition never comes true on a known day."""
    match condition:
        case Prose() | Vague():
            return condition if condition.id is None else None
        case AllOf():
            return next((words for each in condition.conditions if (words := _undatable(each)) is not None), None)
        case AnyOf() | AtLeast():
            found = [words for each in condition.conditions if (words := _undatable(each)) is not None]
            least = condition.count if isinstance(condition, AtLeast) else 1
            return found[0] if len(condition.conditions) - len(found) < least and found else None
        case _:
            return None


OFFSETS: tuple[Check, ...] = (
    Check("ACC336", offset_without_length, (Offset,)),
    Check("ACC337", tolerance_without_about, (Offset,)),
    Check("ACC338", working_days_without_calendar, (Offset,)),
    Check("ACC339", end_that_undoes_itself, (Offset,)),
)
"""Code → the check that yields it."""

FROM_WORDS: tuple[Check, ...] = (Check("ACC347", counted_from_words, (Offset,)),)
"""The same, of a later number."""
