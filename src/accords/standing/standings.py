"""A status in words: the sign, the words, the flags, the days, the charges and findings that all outputs have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from accords.engine.facts.claims import Standing
from accords.engine.terms.table import State
from accords.model.obligations import Obligation
from accords.standing.accounts import fact_in_words, says_in_words, several_in_words, speakers_in_words
from accords.standing.amounts import amount_rows
from accords.standing.days import Days, day_in_words, days_in_words, hour_of, outer_days
from accords.standing.deadlines import looked_at, moved_by, other_dues, readings_in_words, told_in_words
from accords.standing.instances import Accusation, FindingStatus, InstanceStatus, Violation
from accords.standing.naming import Heard, outcome_words, state_words
from accords.standing.shapes import is_open, shape_of_status
from accords.standing.told import because, flag_in_words
from accords.standing.values import SIGNS, Bucket, OtherDue, Possible, StandingRow
from accords.standing.views.disputed import disputes_of
from accords.vocabulary import Says
from accords.words import Names, condition_in_words, counted, finding_in_words, joined, say

__all__ = [
    "accusation_in_words",
    "because_of",
    "charge_in_words",
    "found_in_words",
    "standing_of",
]

_UNKEPT = ("states.late", "states.not_kept", "saying.found", "saying.beyond")
"""What is said of a duty that was not performed or kept."""


def standing_of(found: InstanceStatus, duty: Obligation, names: Names, asked: str) -> StandingRow:
    """A status in words, as of the day ``asked``: the sign, the words, the flags and the days that all outputs have.

    What takes a proof is left out: how days were counted, how the duty stands under each reading, what would settle it.
    """
    continuing = found.context.continuing
    due, stated = found.deadline.reported, found.deadline.stated
    outer = None if continuing else outer_days(due)
    today = date.fromisoformat(asked)
    shape, looked = shape_of_status(found), looked_at(found, duty, today)
    moved = outer is not None and _moved(stated, due)
    flags = {each: _flag(each, found, duty, names, today) for each in found.flags}
    closing = next((flags[each] for each in _CLOSING if each in flags and looked.first is Bucket.NO_DATE), None)
    return StandingRow(
        number=found.number,
        shape=shape,
        sign=SIGNS[shape],
        shape_words=say(f"shape.{shape}"),
        words=found.named(names.voice),
        states=tuple(state.value for state, _ in found.rows),
        as_reported=found.as_reported.value,
        open=is_open(found),
        bucket=looked.first,
        buckets=looked.buckets,
        bucket_words=closing or looked.words,
        due=days_in_words(due) if outer is not None else None,
        due_first=outer[0].isoformat() if outer is not None else None,
        due_last=outer[1].isoformat() if outer is not None else None,
        due_days=(outer[0] - today).days if outer is not None else None,
        due_at=hour_of(due) if outer is not None else None,
        due_why=told_in_words(found.deadline, names).get(due) if outer is not None else None,
        first_due=days_in_words(stated) if moved else None,
        moved_by=moved_by(found.deadline, names) if moved else (),
        other_dues=() if continuing else tuple(_other_dues(found, duty, names, today)),
        amounts=() if found.context.exempt else tuple(amount_rows(found.amounts, duty, names)),
        possible=tuple(_possible(found, state, row) for state, row in found.rows),
        disputes=disputes_of(found, names),
        charges=_charges(found, names),
        flags=found.flags,
        flag_words=tuple(flags.values()),
        assumptions=found.assumptions,
        said_unkept=not found.context.contested and len(found.states) > 1 and found.context.claim in _UNKEPT,
    )


def _other_dues(found: InstanceStatus, duty: Obligation, names: Names, today: date) -> Iterable[OtherDue]:
    whose = readings_in_words(duty, names) if found.deadline.as_read else None
    told = told_in_words(found.deadline, names)
    return other_dues(found.deadline, today, moved_by(found.deadline, names), whose, told)


_CLOSING = ("closes", "may_close")
"""The remarks that say until when a power can be used."""


def _flag(flag: str, found: InstanceStatus, duty: Obligation, names: Names, today: date) -> str:
    if flag == "not_bound":
        return counted("flag.not_bound", len(found.not_bound_ids), names=names.actors_in_words(found.not_bound_ids))
    over = flag in _CLOSING and found.closes.last is not None and found.closes.last < today
    key = f"{flag}.over" if over else flag
    return flag_in_words(key, found.quiet_since, _stated(flag, duty, names), found.closes)


def _stated(flag: str, duty: Obligation, names: Names) -> str:
    """What a suspension or an excuse hangs on that nobody reports; empty where the duty itself does not say."""
    if flag == "may_be_suspended":
        return joined([condition_in_words(each.starts, names) for each in duty.suspensions], "or")
    if flag == "may_be_excused" and duty.excused_if is not None:
        return condition_in_words(duty.excused_if, names)
    return ""


def _charges(found: InstanceStatus, names: Names) -> tuple[str, ...]:
    """What is charged or found, as far as no dispute is about it."""
    disputed = {each.event_id for each in found.disputes}
    return tuple(
        charge_in_words(each, names, names.summary(each.event_id) if each.event_id is not None else None)
        for each in found.violations
        if each.event_id is None or each.event_id not in disputed
    )


def _moved(first: Days, due: Days) -> bool:
    return not due.lie_in(first) and outer_days(first) is not None


def because_of(found: InstanceStatus, state: State, row: str) -> str:
    """Why a row of the table, given by its name, gives a state, and whether nobody reports that on which it rests."""
    unreported = row == "violation" and not found.violations
    unreported = unreported or (row in _DONE and found.context.heard is Heard.NOTHING)
    power = "used" if state is State.EXERCISED else row
    if unreported and len(found.rows) > 1:
        return say(f"row.{power}.unreported")
    return because(row, state)


_DONE = ("performed", "performed_late")


def _possible(found: InstanceStatus, state: State, row: str) -> Possible:
    alone = len(found.rows) == 1
    words = state_words(state) if alone else outcome_words(state, found.context.continuing)
    return Possible(state=state.value, words=words, because=because_of(found, state, row))


def accusation_in_words(found: Accusation, names: Names) -> str:
    """Who calls what event a breach, for which day, and since when that is known."""
    event = names.events[found.event_id]
    by = names.speaker(found.said_by_id) if found.said_by_id is not None else say("speaker.unknown")
    words = say("claim", by=by, says=says_in_words(found.claim, Says.BREACH, event, found.known_on))
    if found.known_on is not None:
        words = say("claim.about", claim=words, about=say("claim.known", day=day_in_words(found.known_on)))
    return say("status.quoted", event=say("status.event", event=names.summary(event.id), id=event.id), said=words)


def charge_in_words(violation: Violation, names: Names, event: str | None, views: bool = True) -> str:
    """What happened, called ``event``, and how well that stands; apart from that how well it stands that it was a
    breach, with ``views`` also who says so and who denies it."""
    if event is None:
        return _found_in_words(violation, names, views)
    days = days_in_words(violation.days)
    charged, denied, otherwise = (
        several_in_words(speakers_in_words(who, names, violation.read_in_ids))
        for who in (violation.charged_by_ids, violation.denied_by_ids, violation.read_otherwise_by_ids)
    )
    by_word = violation.charge is Standing.CHARGED and bool(charged)
    alone = by_word and not denied and not violation.answered
    words = say(
        "charge" if violation.until is None else "charge.until",
        event=event,
        days=days,
        until=day_in_words(violation.until) if violation.until is not None else None,
        fact=fact_in_words(violation.fact, violation.told, violation.told_by_ids, names),
        charge=say(_charge(violation, alone), names=charged)
        if alone or (by_word and views)
        else say(f"proof.standing.{violation.charge.value}"),
    )
    words = say("charge.whose_open", words=words) if violation.whose_open else words
    if not views or alone:
        return words
    said = (("denied", denied), ("otherwise", otherwise))
    told = [say(f"dispute.{key}", names=who) for key, who in said if who]
    if charged and not by_word:
        told.insert(0, say("dispute.charged", names=charged))
    return say("charge.by", violation=words, views=say("comma").join(told)) if told else words


def _found_in_words(violation: Violation, names: Names, views: bool) -> str:
    """A breach that a body found without naming an event: by whose word, and whether that settles anything."""
    by = several_in_words(speakers_in_words(violation.charged_by_ids or (None,), names))
    words = say("charge.found", names=by, days=days_in_words(violation.days))
    words = _with_answers(words, violation, names) if views else words
    return words if violation.certain else say("status.finding.settles_nothing", words=words)


def _with_answers(words: str, found: FindingStatus | Violation, names: Names) -> str:
    """What was found, with who accepts it, who rejects it, and who denies that it was found."""
    answers = (
        ("accepted", found.accepted_by_ids),
        ("rejected", found.rejected_by_ids),
        ("denied", found.denied_by_ids),
    )
    for key, who in answers:
        if who:
            words = say(f"status.finding.{key}", words=words, names=several_in_words(speakers_in_words(who, names)))
    return words


def _charge(violation: Violation, alone: bool) -> str:
    """The phrase that says who alone holds that it was a breach."""
    if not alone:
        return "dispute.charged"
    return "charge.alone" if violation.charged_by_one_side else "charge.unanswered"


def found_in_words(finding: FindingStatus, names: Names, event: str) -> str:
    """What a body found, by the ``event`` of its finding: who says so, and whether that settles anything."""
    said = several_in_words(speakers_in_words(finding.said_by_ids or (None,), names))
    words = say(
        "status.finding", event=event, finding=finding_in_words(names.events[finding.event_id], names), names=said
    )
    words = _with_answers(words, finding, names)
    if not finding.named:
        return say("status.finding.of_nobody", words=words)
    return words if finding.settles else say("status.finding.settles_nothing", words=words)
