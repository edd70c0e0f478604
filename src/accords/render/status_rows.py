"""Statuses as lines of words, shared by the formats for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import frozen

from accords.checklist.notes import NoteBook
from accords.engine.flags import Violation
from accords.engine.history import Change
from accords.engine.rollup import RollUp
from accords.engine.status import InstanceStatus, StatusReport
from accords.engine.table import State
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.render.lines import note_in_words
from accords.text import counted, listed
from accords.vocabulary import Borne
from accords.words import Names

__all__ = [
    "FLAG_WORDS",
    "Titles",
    "change_line",
    "heading_lines",
    "instance_lines",
    "instance_title",
    "name_notes",
    "roll_up_lines",
    "shape_of",
    "shown",
]

FLAG_WORDS = {
    "before_bound": "performed before it was binding",
    "begun": "begun, in part",
    "ceased_again": "ceased again: watched since {quiet}, and no further violation seen",
    "charged_early": "called a breach before its deadline",
    "circular": "its conditions lead in a circle",
    "dates differ": "the claims give different dates",
    "due_before_start": "the stated deadline lies before the duty can begin, so there is none",
    "due_may_be_before_start": "the stated deadline may lie before the duty can begin",
    "ended": "no longer owed",
    "neither_performed": "neither side performed",
    "no_date_stated": "no date stated",
    "quiet": "no further violation reported since {quiet}",
    "still_owed": "if not performed, still owed",
    "too_early": "an act came before its time and does not count",
}
"""Flag → what it says; ``{quiet}`` stands for the last day of the last violation."""

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
    if len(found.states) > 1 or "no breach reported" in found.name:
        return "?"
    return _SHAPES.get(found.as_reported, "–")


def heading_lines(report: StatusReport, today: bool = False) -> Iterator[str]:
    """As of when, known by when, and where the agreement itself stands."""
    yield f"As of {report.as_of}{' (today)' if today else ''}, from what was known by {report.known_by}"
    yield f"The agreement: {report.agreement_name}"


@frozen
class Titles:
    """The names of a record's actors, and its duties, by id."""

    names: Mapping[str, str]
    duties: Mapping[str, Obligation]

    @classmethod
    def of(cls, record: Agreement) -> Titles:
        """Those of ``record``."""
        return cls(
            _names(record),
            {duty.id: duty for duty in record.obligations},
        )


def instance_title(found: InstanceStatus, titles: Titles) -> str:
    """Who is to do what, and which turn of it."""
    duty = titles.duties[found.obligation_id]
    who = _who(duty, found.obligor_ids, titles.names)
    turn = f", turn {found.number}" if found.number is not None else ""
    return f"{who}: {duty.label or duty.action} [{found.obligation_id}{turn}]"


def _names(record: Agreement) -> Mapping[str, str]:
    """Actor → its name, with the mark of its note where it has one."""
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
    return listed(called, "or" if duty.borne is Borne.ANY else "and") if called else "nobody named"


def instance_lines(found: InstanceStatus, names: Mapping[str, str]) -> Iterator[str]:
    """The status and what belongs to it, with actors by ``names`` (id → name)."""
    yield found.named(names)
    if found.deadline.computed is not None:
        moved = found.deadline.original != found.deadline.computed
        yield f"due {found.deadline.computed}" + (f" (stated: {found.deadline.original})" if moved else "")
    elif found.deadline.original is not None:
        yield f"no deadline in effect (stated: {found.deadline.original})"
    for dispute in found.disputes:
        yes = listed(names.get(who or "", who or "a source") for who in dispute.sayers) if dispute.sayers else "some"
        no = listed(names.get(who or "", who or "a source") for who in dispute.deniers) if dispute.deniers else "others"
        readings = f"; reading {listed(dispute.reading_ids)}" if dispute.reading_ids else ""
        yield f"disputed {dispute.matter}: {yes} against {no}{readings}"
    for violation in found.violations:
        yield _violation_line(violation, names)
    for flag in found.flags:
        if flag in FLAG_WORDS and not (flag == "no_date_stated" and found.deadline.original is not None):
            yield FLAG_WORDS[flag].format(quiet=found.quiet_since)
    for assumed in found.assumptions:
        yield f"assumed: {assumed}"


def _violation_line(violation: Violation, names: Mapping[str, str]) -> str:
    """What happened and how well that stands, apart from who calls it a breach and how well that stands."""
    until = f" until {violation.until}" if violation.until is not None else ""
    said = [
        f"{word} by {listed(names.get(each, each) for each in ids)}"
        for word, ids in (("said", violation.charged_by_ids), ("denied", violation.denied_by_ids))
        if ids
    ]
    by = f", {listed(said)}" if said else ""
    if violation.event_id is None:
        return f"breach found, {violation.days}{by}"
    fact = f"{violation.event_id}, {violation.days}{until}: the fact is {violation.fact}"
    return f"{fact}; that it is a breach is {violation.charge}{by}"


def roll_up_lines(found: RollUp, instances: Iterable[InstanceStatus], titles: Titles) -> Iterator[str]:
    """How many ``instances`` of a duty, which are all that it has, stand where, and which is due next."""
    duty = titles.duties[found.obligation_id]
    who = _who(duty, found.obligor_ids, titles.names)
    yield f"{who}: {duty.label or duty.action} [{found.obligation_id}]"
    if not found.listed:
        yield "has not arisen yet"
        return
    stand = Counter(each.named(titles.names) for each in instances).items()
    of_all = f" of {found.times}" if found.times is not None and found.times != found.listed else ""
    yield f"{counted(found.listed, 'turn')}{of_all}: " + "; ".join(f"{n} × {name}" for name, n in stand)
    if found.next_due is not None:
        yield f"next due {found.next_due}" + (f" (turn {found.next_number})" if found.next_number is not None else "")


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
    before = change.before.named(titles.names) if change.before is not None else "not listed"
    after = change.after.named(titles.names) if change.after is not None else "not listed"
    either = change.after or change.before
    assert either is not None
    return f"{instance_title(either, titles)}: {before} → {after}"
