"""Statuses as lines of words, shared by the formats for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import frozen

from accords.checklist.lines import note_in_words
from accords.checklist.notes import NoteBook
from accords.engine.flags import Violation
from accords.engine.naming import is_unwatched
from accords.engine.table import State
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.standing.history import Change
from accords.standing.report import InstanceStatus, StatusReport
from accords.standing.rollup import RollUp
from accords.vocabulary import Borne
from accords.words import PHRASES, Names, counted, joined, say

__all__ = [
    "Titles",
    "actor_names",
    "change_line",
    "heading_lines",
    "instance_lines",
    "instance_title",
    "name_notes",
    "roll_up_lines",
    "shape_of",
    "shown",
    "speakers_in_words",
]

_FLAG = "status.flag."
_MOST_TURNS = 10

_SHAPES = {
    State.FULFILLED: "●",
    State.FULFILLED_LATE: "●",
    State.EXERCISED: "●",
    State.BREACHED: "✕",
    State.SUSPENDED: "⏸",
    State.EXCUSED: "⏸",
    State.ACTIVE: "◐",
    State.AVAILABLE: "◯",
    State.PENDING: "◯",
    State.CONDITIONAL: "◯",
}


def shape_of(found: InstanceStatus) -> str:
    """A shape for the status, so that colour is never needed."""
    if found.disputes:
        return "⚖"
    if len(found.states) > 1 or is_unwatched(found.as_reported, found.context):
        return "?"
    return _SHAPES.get(found.as_reported, "–")


def heading_lines(report: StatusReport, today: bool = False) -> Iterator[str]:
    """As of when, known by when, and where the agreement itself stands."""
    yield say("status.heading_today" if today else "status.heading", as_of=report.as_of, known_by=report.known_by)
    yield say("status.agreement", state=report.agreement_name)


@frozen
class Titles:
    """The names of a record's actors, and its duties, by id."""

    names: Mapping[str, str]
    duties: Mapping[str, Obligation]

    @classmethod
    def of(cls, record: Agreement) -> Titles:
        """Those of ``record``."""
        return cls(
            actor_names(record),
            {duty.id: duty for duty in record.obligations},
        )


def instance_title(found: InstanceStatus, titles: Titles) -> str:
    """Who is to do what, and which turn of it."""
    duty = titles.duties[found.obligation_id]
    who = _who(duty, found.obligor_ids, titles.names)
    key = "status.title" if found.number is None else "status.title_turn"
    return say(key, who=who, duty=duty.label or duty.action, id=found.obligation_id, number=found.number)


def actor_names(record: Agreement) -> Mapping[str, str]:
    """By id, what each actor is called: its name, with the mark of its note where it has one."""
    actors = {actor.id: actor for actor in record.actors}
    called = Names(actors=actors, events={}, obligations={}, marks=NoteBook(None).take(record))
    return {actor_id: called.actor(actor_id) for actor_id in actors}


def name_notes(record: Agreement) -> Iterator[str]:
    """The notes to which the marks lead, each actor's first."""
    book = NoteBook(None)
    book.take(record)
    for note in book.notes:
        yield f"{note.mark} {note_in_words(note)}"


def _who(duty: Obligation, obligor_ids: Iterable[str], names: Mapping[str, str]) -> str:
    called = [names.get(each, each) for each in obligor_ids]
    return joined(called, "or" if duty.borne is Borne.ANY else "and") or say("status.nobody")


def instance_lines(found: InstanceStatus, names: Mapping[str, str]) -> Iterator[str]:
    """The status and what belongs to it, with actors by ``names`` (id → name)."""
    yield found.named(names)
    if found.deadline.computed is not None:
        moved = found.deadline.original != found.deadline.computed
        key = "status.due_moved" if moved else "status.due"
        yield say(key, day=found.deadline.computed, stated=found.deadline.original)
    elif found.deadline.original is not None:
        yield say("status.no_deadline", stated=found.deadline.original)
    for dispute in found.disputes:
        yield say(
            "status.disputed_reading" if dispute.reading_ids else "status.disputed",
            matter=dispute.matter,
            said=speakers_in_words(dispute.sayers, names) or say("status.some"),
            denied=speakers_in_words(dispute.deniers, names) or say("status.others"),
            readings=joined(dispute.reading_ids),
        )
    for violation in found.violations:
        yield _violation_line(violation, names)
    for flag in found.flags:
        if _FLAG + flag in PHRASES and not (flag == "no_date_stated" and found.deadline.original is not None):
            yield say(_FLAG + flag, quiet=found.quiet_since)
    for assumed in found.assumptions:
        yield say("status.assumed", words=assumed)


def speakers_in_words(speakers: Iterable[str | None], names: Mapping[str, str]) -> str:
    """Who says something, by ``names`` (id → name); empty where that is not known."""
    return joined([say("speaker.a_source") if who is None else names.get(who, who) for who in speakers])


def _violation_line(violation: Violation, names: Mapping[str, str]) -> str:
    """What happened and how well that stands, apart from who calls it a breach and how well that stands."""
    said = [
        say(key, names=speakers_in_words(ids, names))
        for key, ids in (("status.said", violation.charged_by_ids), ("status.denied", violation.denied_by_ids))
        if ids
    ]
    if violation.event_id is None:
        words = say("status.breach_found", days=violation.days)
    else:
        words = say(
            "status.violation" if violation.until is None else "status.violation_until",
            event=violation.event_id,
            days=violation.days,
            until=violation.until,
            fact=say(f"proof.standing.{violation.fact}"),
            charge=say(f"proof.standing.{violation.charge}"),
        )
    return say("status.by", violation=words, said=joined(said)) if said else words


def roll_up_lines(found: RollUp, instances: Iterable[InstanceStatus], titles: Titles) -> Iterator[str]:
    """How many ``instances`` of a duty, which are all that it has, stand where, and which is due next."""
    duty = titles.duties[found.obligation_id]
    who = _who(duty, found.obligor_ids, titles.names)
    yield say("status.title", who=who, duty=duty.label or duty.action, id=found.obligation_id)
    if not found.listed:
        yield say("turn.none")
        return
    stand = Counter(each.named(titles.names) for each in instances).items()
    turns = counted("status.turns", found.listed)
    if found.times is not None and found.times != found.listed:
        turns = say("status.turns_of", turns=turns, times=found.times)
    like = say("semicolon").join(say("status.turns_like", count=count, name=name) for name, count in stand)
    yield say("status.turns_stand", turns=turns, standings=like)
    if found.next_due is not None:
        key = "status.next_due" if found.next_number is None else "status.next_due_turn"
        yield say(key, day=found.next_due, number=found.next_number)


def shown(report: StatusReport) -> Iterator[tuple[RollUp | None, list[InstanceStatus], list[InstanceStatus]]]:
    """The instances in groups, those of a duty with turns after its roll-up: all of them, and those to be printed.

    Of many turns the last ones that have begun are kept, and the next.
    """
    roll_ups = {(found.obligation_id, found.obligor_ids): found for found in report.roll_ups}
    for key, group in groupby(report.instances, key=lambda each: (each.obligation_id, each.obligor_ids)):
        found = list(group)
        if key not in roll_ups or len(found) <= _MOST_TURNS:
            yield roll_ups.get(key), found, found
            continue
        ahead = (State.PENDING, State.CONDITIONAL, State.NOT_IN_FORCE)
        begun = [each for each in found if each.as_reported not in ahead]
        kept = [*begun[1 - _MOST_TURNS :], *[each for each in found if each.as_reported in ahead][:1]]
        yield roll_ups[key], found, kept


def change_line(change: Change, titles: Titles) -> str:
    """What changed for one instance."""
    before = change.before.named(titles.names) if change.before is not None else say("status.not_listed")
    after = change.after.named(titles.names) if change.after is not None else say("status.not_listed")
    either = change.after or change.before
    assert either is not None
    return say("status.change", title=instance_title(either, titles), before=before, after=after)
