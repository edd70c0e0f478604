"""Statuses as lines of words, shared by the formats for people; where a duty stands is said as in checklists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import frozen

from accords.checklist.facts import worked_out_day
from accords.checklist.lines import note_in_words
from accords.checklist.notes import NoteBook, marks_of_title
from accords.checklist.rows import NameNote
from accords.checklist.standing_lines import amount_in_words, deadline_words, dispute_in_words, other_due_words
from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.engine.facts.claims import Standing
from accords.engine.terms.table import State
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.standing.days import day_in_words, day_of, days_in_words
from accords.standing.doubted import doubted_in, doubts_in_words
from accords.standing.history import Change
from accords.standing.instances import FindingStatus, InstanceStatus, StatusReport, Violation
from accords.standing.ratings import roll_up_in_words
from accords.standing.report import day_number
from accords.standing.rollup import RollUp
from accords.standing.standings import standing_of
from accords.standing.values import StandingRow
from accords.vocabulary import Borne
from accords.words import Names, counted, finding_in_words, heading_of, joined, names_of, say

__all__ = ["StatusWords", "between_line", "heading_lines", "shown", "who_says"]

_MOST_TURNS = 10


def heading_lines(report: StatusReport, names: Names, today: bool = False) -> Iterator[str]:
    """As of when, known by when, and where the agreement itself stands."""
    as_of, known_by = day_in_words(report.asked), day_in_words(report.known)
    yield say("status.heading_today" if today else "status.heading", as_of=as_of, known_by=known_by)
    yield say("status.agreement", state=report.agreement_named(names.actor))
    if report.not_followed is not None:
        yield say("status.not_followed")
    yield from doubts_in_words(names)
    yield from (roll_up_in_words(each, names) for each in report.ratings)


def between_line(record: Agreement, between: tuple[DateLike, DateLike], known_by: DateLike | None) -> str:
    """Which two days are compared; what lies between them may have happened on any day."""
    axis = Axis.of(record)
    first, last, *known = (
        day_in_words(day_of(day_number(day, axis), axis)) for day in (*between, known_by) if day is not None
    )
    key = "status.between_known" if known else "status.between"
    return say(key, first=first, last=last, known_by="".join(known))


@frozen
class StatusWords:
    """Says of one record where its duties stand, with its names, their marks and the notes these lead to."""

    names: Names
    notes: tuple[NameNote, ...]
    worked_out: tuple[str, ...] = ()
    """What is taken for the day of the conclusion, where the source states none."""
    title_marks: str = ""
    """The marks that stand behind the title, since names with notes are in it."""

    @classmethod
    def of(cls, record: Agreement) -> StatusWords:
        """For ``record``."""
        book = NoteBook(None)
        marks = book.take(record)
        names = names_of(record, marks, doubted_in(record))
        return cls(names, book.notes, worked_out_day(record), marks_of_title(record, marks))

    def note_lines(self) -> Iterator[str]:
        """The notes to which the marks lead, each actor's first."""
        return (f"{note.mark} {note_in_words(note)}" for note in self.notes)

    def standing(self, found: InstanceStatus, report: StatusReport) -> StandingRow:
        """Where an instance stands, in words."""
        return standing_of(found, self.names.obligations[found.obligation_id], self.names, report.asked)

    def title(self, found: InstanceStatus | RollUp) -> str:
        """Who is to do what, and which turn of it."""
        duty = self.names.obligations[found.obligation_id]
        number = found.number if isinstance(found, InstanceStatus) else None
        key = "status.title" if number is None else "status.title_turn"
        who = self._who(duty, found.obligor_ids)
        return say(key, who=who, duty=heading_of(duty), id=found.obligation_id, number=number)

    def _who(self, duty: Obligation, obligor_ids: Iterable[str]) -> str:
        called = [self.names.bearer(each) for each in obligor_ids]
        return joined(called, "or" if duty.borne is Borne.ANY else "and") or say("status.nobody")

    def lines(self, found: InstanceStatus, standing: StandingRow) -> Iterator[str]:
        """What belongs to a status besides its words."""
        due, stated = found.deadline.reported, found.deadline.stated
        if standing.due is not None:
            yield say("status.due", day=deadline_words(standing, distances=False))
        elif due and not found.context.continuing:  # on any day from some day on
            yield say("status.due", day=days_in_words(due))
        elif stated:
            yield say("status.no_deadline", stated=days_in_words(stated))
        if other := other_due_words(standing):
            yield say("status.due_else", days=other)
        yield from map(amount_in_words, standing.amounts)
        for dispute in standing.disputes:
            key = "status.disputed_reading" if dispute.reading_ids else "status.disputed"
            yield say(key, dispute=dispute_in_words(dispute), readings=joined(dispute.reading_ids))
        yield from (self._violation(violation) for violation in found.violations)
        yield from (self._finding(finding) for finding in found.findings)
        flags = zip(standing.flags, standing.flag_words, strict=True)
        yield from (words for flag, words in flags if not (flag == "no_date_stated" and stated))
        yield from (say("status.assumed", words=assumed) for assumed in standing.assumptions)

    def _finding(self, finding: FindingStatus) -> str:
        """What a body found, who says so, and whether that settles anything."""
        event = self.names.events[finding.event_id]
        said = who_says(finding.said_by_ids, self.names) if finding.said_by_ids else say("speaker.unknown")
        words = finding_in_words(event, self.names)
        words = say("status.finding", event=finding.event_id, finding=words, names=said)
        if finding.denied_by_ids:
            words = say("status.finding.denied", words=words, names=who_says(finding.denied_by_ids, self.names))
        if not finding.named:
            return say("status.finding.of_nobody", words=words)
        return words if finding.settles else say("status.finding.settles_nothing", words=words)

    def _violation(self, violation: Violation) -> str:
        """What happened and how well that stands, apart from who calls it a breach and how well that stands."""
        said = [
            say(key, names=who_says(ids, self.names))
            for key, ids in (("status.said", violation.charged_by_ids), ("status.denied", violation.denied_by_ids))
            if ids
        ]
        unanswered = not violation.answered and not violation.denied_by_ids
        alone = violation.charge is Standing.CHARGED and violation.charged_by_ids and unanswered
        days = days_in_words(violation.days)
        if violation.event_id is None:
            words = say("status.breach_found", days=days)
        else:
            words = say(
                "status.violation" if violation.until is None else "status.violation_until",
                event=violation.event_id,
                days=days,
                until=day_in_words(violation.until) if violation.until is not None else None,
                fact=say(f"proof.standing.{violation.fact.value}"),
                charge=say("status.alleged", names=who_says(violation.charged_by_ids, self.names))
                if alone
                else say(f"proof.standing.{violation.charge.value}"),
            )
        return say("status.by", violation=words, said=joined(said)) if said and not alone else words

    def roll_up_lines(self, found: RollUp, instances: Iterable[InstanceStatus]) -> Iterator[str]:
        """How many ``instances`` of a duty, which are all that it has, stand where, and which is due next."""
        stand = Counter(each.named(self.names.actor) for each in instances).items()
        turns = counted("status.turns", found.listed)
        if found.times is not None and found.times != found.listed:
            turns = say("status.turns_of", turns=turns, times=found.times)
        like = say("semicolon").join(say("status.turns_like", count=count, name=name) for name, count in stand)
        yield say("status.turns_stand", turns=turns, standings=like)
        if found.due:
            key = "status.next_due" if found.next_number is None else "status.next_due_turn"
            yield say(key, day=days_in_words(found.due), number=found.next_number)

    def change(self, change: Change) -> str:
        """What changed for one instance."""
        before, after = (
            found.named(self.names.actor) if found is not None else change.not_followed or say("status.not_listed")
            for found in (change.before, change.after)
        )
        either = change.after or change.before
        assert either is not None
        return say("status.change", title=self.title(either), before=before, after=after)


def who_says(speakers: Iterable[str | None], names: Names) -> str:
    """Who says something; empty where that is not known."""
    return joined([say("speaker.a_source") if who is None else names.actor(who) for who in speakers])


def shown(report: StatusReport) -> Iterator[tuple[RollUp | None, list[InstanceStatus], list[InstanceStatus]]]:
    """The instances in groups, those of a duty with turns after its roll-up: all of them, and those to be printed.

    Of many turns the last ones that have begun are kept, and the next.
    """
    roll_ups = {(found.obligation_id, found.obligor_ids): found for found in report.roll_ups if found.listed}
    for key, group in groupby(report.instances, key=lambda each: (each.obligation_id, each.obligor_ids)):
        found = list(group)
        if key not in roll_ups or len(found) <= _MOST_TURNS:
            yield roll_ups.get(key), found, found
            continue
        ahead = (State.PENDING, State.CONDITIONAL, State.NOT_IN_FORCE)
        begun = [each for each in found if each.as_reported not in ahead]
        kept = [*begun[1 - _MOST_TURNS :], *[each for each in found if each.as_reported in ahead][:1]]
        yield roll_ups[key], found, kept
