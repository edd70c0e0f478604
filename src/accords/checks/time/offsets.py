"""Offsets: how far they count, and ends that would undo what they are counted from."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.conditions import AllOf, AnyOf, AtLeast, Condition, Offset, OnObligation, Prose, Vague
from accords.model.walk import nodes
from accords.pointer import Path
from accords.prose import quoted

__all__ = ["FROM_WORDS", "OFFSETS"]


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
    """ACC338: a time is counted in working days, and the record does not say which days are none."""
    calendar = index.agreement.calendar
    if calendar is not None and (calendar.weekend or calendar.holidays):
        return
    for offset, path in index.placed(Offset):
        if offset.working_days is not None:
            yield index.found(
                "ACC338",
                "which days are working days is not stated, so the day stays open without limit",
                (*path, "working_days"),
                "add `calendar` with its weekend and holidays, where the source or the law says which",
            )


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
