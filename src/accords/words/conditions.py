"""Conditions in words. Each can be read as an answer to "when?" and as the name of a moment.

``30 days after entry into force`` is both; ``upon entry into force`` answers "when?" and
``entry into force`` names the moment. The words for a deadline, an earliest time and an end build on the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from attrs import evolve

from accords.dates.durations import Duration
from accords.model.agreement import Agreement
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
from accords.vocabulary import AnchorDay, MonthEnd, NextStart
from accords.words.names import Names, names_of
from accords.words.phrasing import counted, ordinal, say
from accords.words.times import duration_in_words, first_moment_in_words, last_moment_in_words, on_date_in_words

__all__ = [
    "condition_in_words",
    "deadline_in_words",
    "end_in_words",
    "length_in_words",
    "opening_in_words",
    "point_in_words",
]


def condition_in_words(condition: Condition, agreement: Agreement | Names) -> str:
    """The condition as an answer to "when?": ``30 days after entry into force``, ``in November 2022``.

    Ids that stand for nothing are printed as they are.
    """
    return _when(condition, names_of(agreement), 0)


def point_in_words(condition: Condition, agreement: Agreement | Names, *, closing: bool = False) -> str:
    """The condition as the name of a moment: ``entry into force``, ``the first of: (a) …; (b) …``.

    With ``closing`` a period stands for its last moment: ``the end of November 2022``.
    """
    return _point(condition, names_of(agreement), 0, closing)


def deadline_in_words(due: Condition, agreement: Agreement | Names) -> str:
    """A deadline: ``by 31 January 2023``, ``within 30 days after entry into force``, ``vague: “soon”``."""
    names = names_of(agreement)
    match due:
        case Vague():
            return say("due.vague", vague=_words_and_start(due, names, 0, "quoted"))
        case Never():
            return say("due.never")
        case Prose():
            return _when(due, names, 0)
        case Offset(then=None) if not _is_zero(due):
            key = "due.before" if _is_before(due) else "due.within"
            return _counted_from(due, names, key, 0)
        case OnEvent() if due.event_id in names.events:
            return say("due.by_event", point=_point(due, names, 0, closing=True))
        case _:
            return say("due.by", point=_point(due, names, 0, closing=True))


def opening_in_words(not_before: Condition, agreement: Agreement | Names) -> str:
    """An earliest time: ``not before 1 January 2023``."""
    if isinstance(not_before, Never | Prose):
        return condition_in_words(not_before, agreement)
    return say("not_before", point=point_in_words(not_before, agreement))


def end_in_words(ends: Condition | None, agreement: Agreement | Names) -> str:
    """An end: ``until the end of November 2022``, ``without end: the text says so``, ``no end stated``."""
    if ends is None:
        return say("ends.none")
    if isinstance(ends, Never):
        return say("ends.never")
    return say("ends.until", point=point_in_words(ends, agreement, closing=True))


def _when(condition: Condition, names: Names, depth: int) -> str:
    match condition:
        case OnDate():
            return on_date_in_words(condition.value)
        case OnConclusion() | OnEntryIntoForce() | OnEvent() | OnObligation():
            return say("upon", point=_point(condition, names, depth, closing=False))
        case AllOf() | AnyOf() | AtLeast():
            if (only := _only(condition)) is not None:
                return _when(only, names, depth)
            items = [_when(each, names, depth + 1) for each in condition.conditions]
            return _listed(_head(condition, "when"), items, depth)
        case NoEvent():
            return _without(condition, names, depth)
        case Prose():
            return say("prose", text=condition.text.strip())
        case Offset() | Never() | Vague():
            return _point(condition, names, depth, closing=False)
        case _:
            assert_never(condition)


def _point(  # noqa: PLR0912 - one for each kind
    condition: Condition, names: Names, depth: int, closing: bool
) -> str:
    match condition:
        case OnDate():
            return last_moment_in_words(condition.value) if closing else first_moment_in_words(condition.value)
        case OnConclusion():
            return say("conclusion")
        case OnEntryIntoForce():
            return say("entry_into_force")
        case OnEvent():
            return _event(condition.event_id, names, depth)
        case OnObligation():
            return names.turn(condition.obligation_id, condition.reaches, condition.turn, condition.instances)
        case Offset():
            return _offset(condition, names, depth)
        case AllOf() | AnyOf() | AtLeast():
            if (only := _only(condition)) is not None:
                return _point(only, names, depth, closing)
            items = [_point(each, names, depth + 1, closing) for each in condition.conditions]
            return _listed(_head(condition, "point"), items, depth)
        case NoEvent():
            return _quiet_until(condition, names, depth)
        case Never():
            return say("never")
        case Vague():
            return _words_and_start(condition, names, depth, "vague")
        case Prose():
            return say("prose.point", text=condition.text.strip())
        case _:
            assert_never(condition)


def _event(event_id: str, names: Names, depth: int) -> str:
    """An event by its summary and what its day is defined to be; definitions inside that are left out."""
    event = names.events.get(event_id)
    if event is None or event.defined_as is None or not names.defining:
        return names.event(event_id)
    return names.event(event_id, _point(event.defined_as, evolve(names, defining=False), depth + 1, closing=False))


def _is_before(offset: Offset) -> bool:
    return offset.is_before


def _is_zero(offset: Offset) -> bool:
    return offset.is_same_day


def length_in_words(offset: Offset) -> str:
    """How far an offset counts, its sign left out: ``30 days``, ``10 working days``."""
    if offset.working_days is not None:
        return counted("offset.working_days", abs(offset.working_days))
    return duration_in_words(offset.duration if offset.duration is not None else Duration())


def _offset(offset: Offset, names: Names, depth: int) -> str:
    if offset.then is not None:
        return _next_start(offset, offset.then, names, depth)
    if _is_zero(offset):
        return say("offset.same", anchor=_point(offset.anchor, names, depth + 1, closing=False))
    return _counted_from(offset, names, "offset.before" if _is_before(offset) else "offset.after", depth)


def _next_start(offset: Offset, then: NextStart, names: Names, depth: int) -> str:
    """The first day of the month or year that follows: ``the first day of the second month after entry into force``."""
    anchor = _point(offset.anchor, names, depth + 1, closing=False)
    whole = _whole_periods(offset, then)
    if whole == 0:
        return _with_rules(offset, say(f"offset.{then.value}.next", anchor=anchor))
    if whole is not None:
        return _with_rules(offset, say(f"offset.{then.value}.nth", ordinal=ordinal(whole + 1), anchor=anchor))
    key = "offset.before" if _is_before(offset) else "offset.after"
    return say(f"offset.{then.value}", point=_counted_from(offset, names, key, depth))


def _whole_periods(offset: Offset, then: NextStart) -> int | None:
    """How many whole months or years are counted before the next start of one; None where something else is."""
    time = offset.duration if offset.duration is not None else Duration()
    months = 12 if then is NextStart.NEXT_YEAR_START else 1
    whole, rest = divmod(time.total_months, months)
    plain = not (offset.working_days or offset.approximate or time.total_days or time.exact_seconds or time.negative)
    return whole if plain and not rest else None


def _counted_from(offset: Offset, names: Names, key: str, depth: int) -> str:
    time = length_in_words(offset)
    if offset.approximate:
        time = say("offset.about", time=time)
    words = say(key, time=time, anchor=_point(offset.anchor, names, depth + 1, closing=False))
    return _with_rules(offset, words)


def _with_rules(offset: Offset, words: str) -> str:
    rules = [say("offset.included")] if offset.anchor_day is AnchorDay.INCLUDED else []
    if offset.month_end is not MonthEnd.CLIP:
        rules.append(say(f"offset.{offset.month_end.value}"))
    if offset.tolerance is not None:
        rules.append(say("offset.tolerance", time=duration_in_words(offset.tolerance)))
    return say("in_brackets", text=words, more=say("semicolon").join(rules)) if rules else words


def _words_and_start(vague: Vague, names: Names, depth: int, key: str) -> str:
    words = say(key, text=vague.text.strip())
    if vague.after is None:
        return words
    return say("vague.after", vague=words, after=_point(vague.after, names, depth + 1, closing=False))


def _without(condition: NoEvent, names: Names, depth: int) -> str:
    event, until = names.event(condition.event_id), condition.until
    if condition.since is None:
        return say("no_event.by", event=event, until=_point(until, names, depth + 1, closing=True))
    since = _point(condition.since, names, depth + 1, closing=False)
    if isinstance(until, Offset) and until.anchor == condition.since and not (_is_before(until) or _is_zero(until)):
        return say("no_event.within", event=event, within=_counted_from(until, names, "due.within", depth))
    return say("no_event.between", event=event, since=since, until=_point(until, names, depth + 1, closing=True))


def _quiet_until(condition: NoEvent, names: Names, depth: int) -> str:
    event = names.event(condition.event_id)
    until = _point(condition.until, names, depth + 1, closing=True)
    if condition.since is None:
        return say("no_event.point", until=until, event=event)
    since = _point(condition.since, names, depth + 1, closing=False)
    return say("no_event.point_since", until=until, event=event, since=since)


def _only(condition: AllOf | AnyOf | AtLeast) -> Condition | None:
    """The one condition of a list of one, which needs no list; asking for two out of one stays visible."""
    needed = condition.count if isinstance(condition, AtLeast) else 1
    return condition.conditions[0] if len(condition.conditions) == 1 and needed == 1 else None


def _head(condition: AllOf | AnyOf | AtLeast, form: str) -> str:
    count = condition.count if isinstance(condition, AtLeast) else 0
    return say(f"{condition.kind}.{form}", count=count)


def _listed(head: str, items: Sequence[str], depth: int) -> str:
    """``all of: (a) …; (b) …``; in brackets inside another list, with marks of another sort."""
    marked = [say("list.item", mark=_mark(number, depth), item=item) for number, item in enumerate(items)]
    words = say("list.headed", head=head, list=say("semicolon").join(marked))
    return say("list.nested", list=words) if depth else words


def _mark(number: int, depth: int) -> str:
    """The mark of an item: letters at the top, then small Roman numbers, then figures, and so round again."""
    match depth % 3:
        case 0:
            return _letters(number)
        case 1:
            return _roman(number + 1)
        case _:
            return str(number + 1)


def _letters(number: int) -> str:
    rest, last = divmod(number, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("a") + last)


def _roman(number: int) -> str:
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    words = ""
    for value, sign in signs:
        words += sign * (number // value)
        number %= value
    return words
