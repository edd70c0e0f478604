"""Logic: conditions and claims that cannot do what they are written for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from accords.checks.index import Index
from accords.dates import Edtf
from accords.diagnostics import Diagnostic, diagnose
from accords.durations import shift_day
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
    OnObligation,
)
from accords.model.events import Claim
from accords.model.obligations import Continuing, EachTime, Obligation, Recurring
from accords.pointer import Path, in_words, to_pointer
from accords.vocabulary import AnchorDay, Modality, MonthEnd, Reaches, Says

__all__ = ["LOGIC"]

_SLOTS = ("trigger", "not_before", "due", "ends", "excused_if")


def due_before_start(index: Index) -> Iterator[Diagnostic]:
    """ACC302: a stated deadline lies before the day on which the duty can begin."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.due is None:
            continue
        due = _day(duty.due, index.agreement, closing=True)
        starts = [_day(c, index.agreement, closing=False) for c in (duty.trigger, duty.not_before) if c is not None]
        known = [day for day in (*starts, _entry(index.agreement, closing=False)) if day is not None]
        if due is not None and known and due < max(known):
            yield _found(
                index,
                "ACC302",
                f"the deadline is {due.isoformat()}, and the duty begins on {max(known).isoformat()} at the earliest",
                ("obligations", place, "due"),
                "it is read as having no deadline; correct one of the two dates",
            )


def condition_that_never_holds(index: Index) -> Iterator[Diagnostic]:
    """ACC303: a condition is put so that it can never come true."""
    for owner, path, condition in _conditions(index.agreement):
        if owner == "trigger" and len(path) == 3:
            continue
        why = _impossible(condition, index)
        if why is not None and not isinstance(condition, Never):
            yield _found(
                index, "ACC303", f"this can never come true: {why}", path, "use `never` where the source says never"
            )


def trigger_that_nothing_fires(index: Index) -> Iterator[Diagnostic]:
    """ACC304: nothing can fire the trigger, so the duty never arises."""
    for place, duty in enumerate(index.agreement.obligations):
        why = None if duty.trigger is None else _impossible(duty.trigger, index)
        if why is not None:
            yield _found(
                index,
                "ACC304",
                f"nothing can fire this trigger: {why}",
                ("obligations", place, "trigger"),
                "leave the trigger out where none is stated",
            )


def occurred_after_known(index: Index) -> Iterator[Diagnostic]:
    """ACC305: a claim says that something happened on a day after the claim became known."""
    for place, event in enumerate(index.agreement.events):
        for number, claim in enumerate(event.claims):
            if _too_late(claim):
                yield _found(
                    index,
                    "ACC305",
                    f"it says that the event happened on {claim.when}, and was known on {claim.known_on}",
                    ("events", place, "claims", number, "when"),
                    "say `planned` where it was announced beforehand; it is read so",
                )


def turn_of_a_single_duty(index: Index) -> Iterator[Diagnostic]:
    """ACC306: an event names a turn of a duty that has none."""
    duties = {duty.id: duty for duty in index.agreement.obligations}
    for place, event in enumerate(index.agreement.events):
        about = [duties[i] for i in event.obligation_ids if i in duties]
        if (
            event.instance is not None
            and about
            and not any(isinstance(d.performed, (Recurring, EachTime)) for d in about)
        ):
            yield _found(
                index,
                "ACC306",
                f'"{about[0].id}" has no turns, and the event names turn {event.instance}',
                ("events", place, "instance"),
                "leave it out, or make the duty recurring",
            )


def due_on_continuing(index: Index) -> Iterator[Diagnostic]:
    """ACC307: a duty that is kept from day to day has a deadline."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.due is not None and _continuing(duty):
            yield _found(
                index,
                "ACC307",
                "a duty that is kept from day to day has no day by which it is done",
                ("obligations", place, "due"),
                "use `ends` for the day it is over, `not_before` for the day it begins",
            )


def _found(index: Index, code: str, message: str, path: Path, help_: str) -> Diagnostic:
    return diagnose(code, message, pointer=to_pointer(path), place=in_words(path, index.agreement), help=help_)


def _continuing(duty: Obligation) -> bool:
    return duty.modality is Modality.MUST_NOT or isinstance(duty.performed, Continuing)


def _too_late(claim: Claim) -> bool:
    if claim.says not in (Says.OCCURRED, Says.BREACH, Says.NO_BREACH) or claim.when is None or claim.known_on is None:
        return False
    first, known = claim.when.earliest, claim.known_on.latest
    return first is not None and known is not None and first > known


# ---- what is impossible


def _impossible(condition: Condition, index: Index) -> str | None:
    """Why a condition can never come true, or None where it can."""
    match condition:
        case Never():
            return "the source says never"
        case AtLeast() if condition.count > len(condition.conditions):
            return f"it asks for {condition.count} of {len(condition.conditions)}"
        case AllOf():
            return next((why for c in condition.conditions if (why := _impossible(c, index))), None)
        case AnyOf():
            reasons = [_impossible(c, index) for c in condition.conditions]
            return reasons[0] if all(reasons) else None
        case Offset():
            return _impossible(condition.anchor, index)
        case NoEvent():
            return _impossible(condition.until, index)
        case OnObligation():
            owner = index.by_id.get(condition.obligation_id)
            duty = owner.value if owner is not None and isinstance(owner.value, Obligation) else None
            return None if duty is None else _unreachable(duty, condition.reaches)
    return None


def _unreachable(duty: Obligation, reaches: Reaches) -> str | None:
    if duty.modality is Modality.DECLARES:
        return f'"{duty.id}" is a declaration and has no status'
    if reaches is Reaches.EXERCISED and duty.modality is not Modality.MAY:
        return f'"{duty.id}" is no power that could be exercised'
    if reaches is Reaches.BREACHED and duty.modality is Modality.MAY:
        return f'"{duty.id}" is a power, and powers are never breached'
    return None


def _conditions(agreement: Agreement) -> Iterator[tuple[str, Path, Condition]]:
    """The conditions in the slots of obligations, outermost only, with slot and path."""
    for place, duty in enumerate(agreement.obligations):
        for slot in _SLOTS:
            condition: Condition | None = getattr(duty, slot)
            if condition is not None:
                yield slot, ("obligations", place, slot), condition


# ---- days that are stated


def _day(condition: Condition, agreement: Agreement, *, closing: bool) -> datetime.date | None:
    """The day of a condition that stands on stated dates alone; None for all others."""
    match condition:
        case OnDate():
            return condition.value.latest if closing else condition.value.earliest
        case OnConclusion():
            return _edge(None if agreement.conclusion is None else agreement.conclusion.date, closing)
        case OnEntryIntoForce():
            return _entry(agreement, closing=closing)
        case AllOf() | AnyOf():
            days = [_day(c, agreement, closing=closing) for c in condition.conditions]
            stated = [day for day in days if day is not None]
            if len(stated) < len(days):
                return None
            return max(stated) if isinstance(condition, AllOf) else min(stated)
        case Offset():
            anchor = _day(condition.anchor, agreement, closing=closing)
            whole = condition.anchor_day is AnchorDay.EXCLUDED and condition.month_end is MonthEnd.CLIP
            if anchor is None or not whole or condition.duration.exact_seconds:
                return None
            try:
                return shift_day(anchor, condition.duration)
            except OverflowError:
                return None
    return None


def _edge(when: Edtf | None, closing: bool) -> datetime.date | None:
    return None if when is None else when.latest if closing else when.earliest


def _entry(agreement: Agreement, *, closing: bool) -> datetime.date | None:
    term = agreement.term
    if term is not None and term.provisional_application is not None:
        return None
    if term is None or term.entry_into_force is None:
        return _day(OnConclusion(), agreement, closing=closing)
    if isinstance(term.entry_into_force, OnDate):
        return _day(term.entry_into_force, agreement, closing=closing)
    return None


LOGIC: tuple[tuple[str, Callable[[Index], Iterator[Diagnostic]]], ...] = (
    ("ACC302", due_before_start),
    ("ACC303", condition_that_never_holds),
    ("ACC304", trigger_that_nothing_fires),
    ("ACC305", occurred_after_known),
    ("ACC306", turn_of_a_single_duty),
    ("ACC307", due_on_continuing),
)
"""Code → the check that yields it."""
