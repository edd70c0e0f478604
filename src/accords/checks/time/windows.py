"""Windows of time: what ends before it begins, and deadlines that stand in no window or in a doubtful one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from accords.checks.lookups.check import Check
from accords.checks.lookups.days import bound_day, concluded_day, entry_day, stated_day
from accords.checks.lookups.index import Index
from accords.compiling import late
from accords.dates import Edtf
from accords.diagnostics import Diagnostic
from accords.model.actors import ActorName, ActsFor, Party
from accords.model.conclusion import Calendar, ProvisionalApplication
from accords.model.conditions import NoEvent, OnDate
from accords.model.events import Claim, Event, Monitoring
from accords.model.obligations import Obligation, ReadingTerms, Recurring, Renewal, Suspension
from accords.model.sources import Identifier
from accords.pointer import Path
from accords.vocabulary import EventKind

__all__ = ["WINDOWS"]

_TIMES: tuple[tuple[type, str, str, str], ...] = (
    (ActorName, "valid_from", "valid_until", "the use of the name"),
    (Identifier, "valid_from", "valid_until", "the use of the code"),
    (ActsFor, "since", "until", "the time in which it acts for the other"),
    (Party, "bound_from", "bound_until", "the time in which the party is bound"),
    (Calendar, "since", "until", "the time of which the holidays are listed"),
    (ProvisionalApplication, "starts", "ends", "the provisional application"),
    (Obligation, "not_before", "ends", "the duty"),
    (ReadingTerms, "not_before", "ends", "the duty in this reading"),
    (Suspension, "starts", "ends", "the suspension"),
    (NoEvent, "since", "until", "the time without the event"),
    (Claim, "when", "until", "the spell"),
    (Monitoring, "since", "through", "the watch"),
)
"""Class, the member with which a time begins, the one with which it ends, and what to call it."""

_FAR = 100
_UNKNOWN_DAY = late("([0-9]{4}-[0-9]{2})-XX")


def ends_before_it_begins(index: Index) -> Iterator[Diagnostic]:
    """ACC308: a time ends on a day before the one on which it begins."""
    for begins, beginning, ends, end, what in _times(index):
        first, last = _side(beginning, index, closing=False), _side(end, index, closing=True)
        if first is not None and last is not None and last < first:
            yield index.found(
                "ACC308",
                f"{what} ends on {last}, and begins on {first}",
                ends,
                "correct one of the two, or exchange them",
                related=((begins, f"`{begins[-1]}`"),),
                related_label="it begins here",
            )


def _times(index: Index) -> Iterator[tuple[Path, Any, Path, Any, str]]:
    """Where each time with two ends begins and with what, where it ends and with what, and what to call it."""
    for cls, begins, ends, what in _TIMES:
        for value, path in index.by_class.get(cls, ()):
            if (beginning := getattr(value, begins)) is not None and (end := getattr(value, ends)) is not None:
                yield (*path, begins), beginning, (*path, ends), end, what
    for duty, path in index.placed(Obligation):
        turns = duty.performance
        if isinstance(turns, Recurring) and turns.ends is not None:
            begins = "not_before" if duty.not_before is not None else "due"
            if (beginning := getattr(duty, begins)) is not None:
                yield (*path, begins), beginning, (*path, "performance", "ends"), turns.ends, "the series of turns"


def over_before_it_binds(index: Index) -> Iterator[Diagnostic]:
    """ACC309: a duty is over by the day on which it can first bind anybody."""
    for place, duty in enumerate(index.agreement.obligations):
        if duty.ends is None:
            continue
        last = stated_day(duty.ends, index.agreement, closing=True)
        starts = (bound_day(duty, index.agreement), stated_day(duty.trigger, index.agreement, closing=False))
        first = max((day for day in starts if day is not None), default=None)
        begins = stated_day(duty.not_before, index.agreement, closing=False)
        if last is not None and first is not None and last < first and not (begins is not None and last < begins):
            yield index.found(
                "ACC309",
                f"the duty ends on {last}, and binds from {first} at the earliest",
                ("obligations", place, "ends"),
                "it lapses without ever binding; correct the day, or say from when the duty binds",
            )


def due_after_end(index: Index) -> Iterator[Diagnostic]:
    """ACC310: a deadline lies after the day on which the duty, or the agreement, ends."""
    agreement = index.agreement
    term = agreement.term
    stated: list[tuple[datetime.date, Path]] = [
        (day, ("term", "ends_if_any", number))
        for number, condition in enumerate(() if term is None or term.renewal is not None else term.ends_if_any)
        if (day := stated_day(condition, agreement, closing=True)) is not None
    ]
    for place, duty in enumerate(agreement.obligations):
        due = stated_day(duty.due, agreement, closing=True)
        if due is None or duty.is_continuing:
            continue
        path: Path = ("obligations", place)
        ends = [] if duty.survives_termination else list(stated)
        if (own := stated_day(duty.ends, agreement, closing=True)) is not None:
            ends.append((own, (*path, "ends")))
        last, where = min(ends, default=(due, path))
        if last < due:
            whose = "the duty" if where[0] == "obligations" else "the agreement"
            yield index.found(
                "ACC310",
                f"the deadline is {due}, and {whose} ends on {last}",
                (*path, "due"),
                "what has ended cannot become late; correct one of the two, or say that the duty survives",
                related=((where, f"{whose} ends"),),
                related_label="it ends here",
            )


def deadline_in_doubt(index: Index) -> Iterator[Diagnostic]:
    """ACC311: a deadline or an end is written with a doubt that it cannot have."""
    for condition, path in index.placed(OnDate):
        if path[0] not in ("obligations", "events") or path[-1] not in ("due", "ends", "new_due"):
            continue
        value: Edtf = condition.value
        masked = _UNKNOWN_DAY.fullmatch(value.text)
        if masked:
            message = f"{value} leaves the day open, and a stipulated day is not open: it is read as {value.latest}"
            help_ = "write the month alone where the text says no more; it ends with its last day"
        elif value.qualifier is not None:
            message = f"{value} is a doubtful date, and the doubt is not read: the last day is {value.latest}"
            help_ = "keep a time that the text leaves open as `vague`, or use an `offset` that is `approximate`"
        elif value.latest is None:
            never = "nothing ever ends" if path[-1] == "ends" else "nothing is ever late"
            message = f"{value} has no last day, so {never} by it"
            help_ = "write the last day, leave the member out where none is stated, or use `never`"
        else:
            continue
        plain = masked[1] if masked else value.text.rstrip("?~%") if value.qualifier is not None else None
        yield index.found("ACC311", message, (*path, "value"), help_, suggestion=plain)


def postponed_to_an_earlier_day(index: Index) -> Iterator[Diagnostic]:
    """ACC312: a postponement names a new deadline that lies before the old one."""
    agreement = index.agreement
    for place, event in enumerate(agreement.events):
        new = stated_day(event.new_due, agreement, closing=True)
        if new is None or event.kind is not EventKind.POSTPONEMENT:
            continue
        for duty, path in _duties_of(event, index):
            old = stated_day(duty.due, agreement, closing=True)
            if old is not None and new < old:
                yield index.found(
                    "ACC312",
                    f'"{duty.id}" was due on {old}, and the new deadline is {new}',
                    ("events", place, "new_due"),
                    "correct the day; a deadline that was brought forward is an agreement of its own",
                    related=(((*path, "due"), "the old deadline"),),
                )


def entry_before_conclusion(index: Index) -> Iterator[Diagnostic]:
    """ACC313: the agreement enters into force on a day before its conclusion."""
    agreement = index.agreement
    entry = entry_day(agreement, closing=True)
    concluded = concluded_day(agreement, closing=False)
    if entry is not None and concluded is not None and entry < concluded:
        yield index.found(
            "ACC313",
            f"it enters into force on {entry}, and was concluded on {concluded}",
            ("term", "entry_into_force"),
            "correct one of the two; where the text says that it applies backwards, cite the clause and waive this",
            related=((("conclusion", "date"), "the conclusion"),),
        )


def year_far_off(index: Index) -> Iterator[Diagnostic]:
    """ACC314: a stipulated date lies more than a hundred years from the conclusion."""
    concluded = concluded_day(index.agreement, closing=False)
    if concluded is None:
        return
    for condition, path in index.placed(OnDate):
        day = condition.value.earliest or condition.value.latest
        apart = 0 if day is None else abs(day.year - concluded.year)
        if apart > _FAR:
            yield index.found(
                "ACC314",
                f"{condition.value} lies {apart} years from the conclusion in {concluded.year}",
                (*path, "value"),
                "look whether two digits of the year changed places",
                related=((("conclusion", "date"), "the conclusion"),),
            )


def renewal_of_no_term(index: Index) -> Iterator[Diagnostic]:
    """ACC315: the term is renewed, and no end is stated at which that could happen."""
    term = index.agreement.term
    if term is not None and term.renewal is not None and not term.ends_if_any:
        yield index.found(
            "ACC315",
            "the agreement is renewed, and has no end after which it would be",
            ("term", "renewal"),
            "add the end of the first term to `ends_if_any`",
        )
    for place, duty in enumerate(index.agreement.obligations):
        if duty.renewal is not None and duty.ends is None:
            yield index.found(
                "ACC315",
                "the duty is renewed, and has no end after which it would be",
                ("obligations", place, "renewal"),
                "add the end of its first term to `ends`",
            )


def _side(value: Any, index: Index, *, closing: bool) -> datetime.date | None:
    if isinstance(value, Edtf):
        return value.latest if closing else value.earliest
    return stated_day(value, index.agreement, closing=closing)


def _duties_of(event: Event, index: Index) -> Iterator[tuple[Obligation, Path]]:
    for duty_id in event.obligation_ids:
        owner = index.by_id.get(duty_id)
        if owner is not None and isinstance(owner.value, Obligation):
            yield owner.value, owner.path


WINDOWS: tuple[Check, ...] = (
    Check("ACC308", ends_before_it_begins),
    Check("ACC309", over_before_it_binds),
    Check("ACC310", due_after_end),
    Check("ACC311", deadline_in_doubt, (OnDate,)),
    Check("ACC312", postponed_to_an_earlier_day, (Event,)),
    Check("ACC313", entry_before_conclusion),
    Check("ACC314", year_far_off, (OnDate,)),
    Check("ACC315", renewal_of_no_term, (Renewal,)),
)
"""Code → the check that yields it."""
