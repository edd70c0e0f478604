"""Logic: conditions and claims that cannot do what they are written for."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.days import bound_day, first_published, stated_day
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.agreement import Agreement
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    NoEvent,
    Offset,
    OnObligation,
)
from accords.model.events import Claim, Event
from accords.model.obligations import Continuing, EachTime, Obligation, Recurring
from accords.model.walk import slots_of
from accords.pointer import Path
from accords.vocabulary import Modality, Reaches, Says

__all__ = ["LOGIC"]


def due_before_start(index: Index) -> Iterator[Diagnostic]:
    """ACC302: a stated deadline lies before the day on which the duty can begin."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.due is None:
            continue
        due = stated_day(duty.due, index.agreement, closing=True)
        comes_round = isinstance(duty.performance, Recurring) and duty.performance.every is not None
        begins = (duty.not_before,) if comes_round else (duty.trigger, duty.not_before)  # its first turns may lapse
        starts = [stated_day(c, index.agreement, closing=False) for c in begins if c is not None]
        bound = None if comes_round else bound_day(duty, index.agreement)
        known = [day for day in (*starts, bound) if day is not None]
        if due is not None and known and due < max(known):
            yield index.found(
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
            yield index.found(
                "ACC303", f"this can never come true: {why}", path, "use `never` where the source says never"
            )


def trigger_that_nothing_fires(index: Index) -> Iterator[Diagnostic]:
    """ACC304: nothing can fire the trigger, so the duty never arises."""
    for place, duty in enumerate(index.agreement.obligations):
        why = None if duty.trigger is None else _impossible(duty.trigger, index)
        if why is not None:
            yield index.found(
                "ACC304",
                f"nothing can fire this trigger: {why}",
                ("obligations", place, "trigger"),
                "leave the trigger out where none is stated",
            )


def occurred_after_known(index: Index) -> Iterator[Diagnostic]:
    """ACC305: a claim says that something happened on a day after the claim became known."""
    for place, event in enumerate(index.agreement.events):
        for number, claim in enumerate(event.claims):
            if claim.when is None or claim.says not in (Says.OCCURRED, Says.BREACH, Says.NO_BREACH):
                continue
            known = claim.known_on or first_published(claim.citations or event.citations, index)
            first, last = claim.when.earliest, None if known is None else known.latest
            if first is not None and last is not None and first > last:
                how = "and was known on" if claim.known_on else "and what it cites was published on"
                yield index.found(
                    "ACC305",
                    f"it says that the event happened on {claim.when}, {how} {known}",
                    ("events", place, "claims", number, "when"),
                    "correct the day on which it was known or published, or say `planned` where it was announced "
                    "beforehand; it is read so",
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
            yield index.found(
                "ACC306",
                f'"{about[0].id}" has no turns, and the event names turn {event.instance}',
                ("events", place, "instance"),
                "leave it out, or make the duty recurring",
            )


def due_on_continuing(index: Index) -> Iterator[Diagnostic]:
    """ACC307: a duty that is kept from day to day has a deadline."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.due is not None and _continuing(duty):
            yield index.found(
                "ACC307",
                "a duty that is kept from day to day has no day by which it is done",
                ("obligations", place, "due"),
                "use `ends` for the day it is over, `not_before` for the day it begins",
            )


def _continuing(duty: Obligation) -> bool:
    return duty.modality is Modality.MUST_NOT or isinstance(duty.performed, Continuing)


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
        case _:
            return None  # nothing is known against any other


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
        for slot, condition in slots_of(duty):
            yield slot, ("obligations", place, slot), condition


LOGIC: tuple[Check, ...] = (
    Check("ACC302", due_before_start),
    Check("ACC303", condition_that_never_holds, (Never, AtLeast, OnObligation)),
    Check("ACC304", trigger_that_nothing_fires, (Never, AtLeast, OnObligation)),
    Check("ACC305", occurred_after_known, (Claim,)),
    Check("ACC306", turn_of_a_single_duty, (Event,)),
    Check("ACC307", due_on_continuing),
)
"""Code → the check that yields it."""
