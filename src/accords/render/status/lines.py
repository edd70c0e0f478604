"""Statuses as lines of words, shared by the formats for people; where a duty stands is said as in checklists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from attrs import frozen

from accords.checklist.facts import worked_out_day
from accords.checklist.headings import Headings
from accords.checklist.lines import note_in_words
from accords.checklist.notes import NoteBook, titled
from accords.checklist.rows import NameNote
from accords.checklist.standing_lines import amount_in_words, deadline_words, dispute_in_words, other_due_words
from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.engine.terms.table import State
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation, Reading
from accords.standing.days import day_in_words, day_of, days_in_words
from accords.standing.doubted import doubted_in, doubts_in_words
from accords.standing.history import Change
from accords.standing.instances import InstanceStatus, StatusReport
from accords.standing.ratings import roll_up_in_words
from accords.standing.report import day_number
from accords.standing.rollup import RollUp
from accords.standing.standings import accusation_in_words, charge_in_words, found_in_words, standing_of
from accords.standing.values import StandingRow
from accords.vocabulary import Borne
from accords.words import Names, counted, heading_of, joined, names_of, say, unchecked_in_words

__all__ = ["StatusWords", "between_line", "heading_lines", "shown"]

_MOST_TURNS = 10
_Owed = TypeVar("_Owed", InstanceStatus, Change)


def heading_lines(report: StatusReport, names: Names, today: bool = False) -> Iterator[str]:
    """As of when, known by when, and where the agreement itself stands."""
    as_of, known_by = day_in_words(report.asked), day_in_words(report.known)
    yield say("status.heading_today" if today else "status.heading", as_of=as_of, known_by=known_by)
    yield say("status.agreement", state=report.agreement_named(names.voice))
    yield say("status.order" if report.not_followed is None else "status.not_followed")
    yield from doubts_in_words(names)
    yield from (roll_up_in_words(each, names) for each in report.ratings)


def between_line(record: Agreement, between: tuple[DateLike, DateLike], known_by: DateLike | None) -> str:
    """Which two days are compared; what lies between them may have happened on any day."""
    axis = Axis.of(record)
    first, last, *known = (
        day_in_words(day_of(day_number(day, axis), axis)) for day in (*between, known_by) if day is not None
    )
    key = "status.between_known" if known else "status.between"
    line = say(key, first=first, last=last, known_by="".join(known))
    draft = unchecked_in_words(record)
    return line if draft is None else say("draft.titled", draft=draft, title=line)


@frozen
class StatusWords:
    """Says of one record where its duties stand, with its names, their marks and the notes these lead to."""

    names: Names
    notes: tuple[NameNote, ...]
    worked_out: tuple[str, ...] = ()
    """What is taken for the day of the conclusion, where the source states none."""
    title_of_record: str = ""
    """The title, with the marks of the names in it."""
    headings: Headings | None = None

    @classmethod
    def of(cls, record: Agreement) -> StatusWords:
        """For ``record``."""
        book = NoteBook(None)
        marks = book.take(record)
        names = names_of(record, marks, doubted_in(record))
        return cls(names, book.notes, worked_out_day(record), titled(record, marks), Headings.of(record, names))

    def in_order(self, found: Iterable[_Owed]) -> list[_Owed]:
        """In the order of every list: by who owes it, and of each as in the record."""
        assert self.headings is not None
        order = self.headings.order_of
        return sorted(found, key=lambda each: order(self.names.obligations[each.obligation_id], each.obligor_ids))

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
        apart = found.not_bound_ids if isinstance(found, InstanceStatus) else ()
        who = self._who(duty, [each for each in found.obligor_ids if each not in apart])
        return say(key, who=who, duty=heading_of(duty), id=found.obligation_id, number=number)

    def _who(self, duty: Obligation, obligor_ids: Iterable[str]) -> str:
        called = [self.names.bearer(each) for each in obligor_ids]
        return joined(called, "or" if duty.borne is Borne.ANY else "and") or say("status.nobody")

    def lines(self, found: InstanceStatus, standing: StandingRow) -> Iterator[str]:
        """What belongs to a status besides its words."""
        due, stated = found.deadline.reported, found.deadline.stated
        other = other_due_words(standing)
        if self.names.obligations[found.obligation_id].beside_agreement:
            yield say("owed.beside")
        if standing.due is not None:
            yield say("status.due", day=deadline_words(standing, distances=False))
        elif due and not found.context.continuing:  # on any day from some day on
            yield say("status.due", day=days_in_words(due))
        elif stated and stated.endless:
            yield say("status.no_day")
        elif stated:
            perhaps = standing.other_dues and all(each.words in days_in_words(stated) for each in standing.other_dues)
            yield say("status.perhaps_due" if perhaps else "status.no_deadline", stated=days_in_words(stated))
            other = "" if perhaps else other
        if other:
            yield say("status.due_else", days=other)
        yield from map(amount_in_words, standing.amounts)
        yield from (say("status.disputed", dispute=dispute_in_words(dispute)) for dispute in standing.disputes)
        yield from self._readings(found)
        disputed = {dispute.event_id for dispute in standing.disputes}
        for each in found.violations:
            views = each.event_id is None or each.event_id not in disputed
            yield charge_in_words(each, self.names, self.event(each.event_id), views)
        for ruled in found.findings:
            yield found_in_words(ruled, self.names, self.event(ruled.event_id) or "")
        yield from (accusation_in_words(each, self.names) for each in found.accusations)
        flags = zip(standing.flags, standing.flag_words, strict=True)
        yield from (words for flag, words in flags if not (flag == "no_date_stated" and stated))
        yield from (say("status.assumed", words=assumed) for assumed in standing.assumptions)

    def event(self, event_id: str | None) -> str | None:
        """An event by its summary, with its id behind."""
        return say("status.event", event=self.names.summary(event_id), id=event_id) if event_id is not None else None

    def reading(self, reading: Reading) -> str:
        """How somebody reads a duty."""
        if not reading.held_by_ids:
            return say("status.reading_of_nobody", text=reading.text.strip(), id=reading.id)
        holders, many = self.names.actors_in_words(reading.held_by_ids), len(set(reading.held_by_ids))
        return counted("status.reading", many, holders=holders, text=reading.text.strip(), id=reading.id)

    def whose_reading(self, reading_id: str | None) -> str:
        """A reading by who holds it, with its id behind."""
        readings = (each for duty in self.names.obligations.values() for each in duty.readings)
        held = next((each.held_by_ids for each in readings if each.id == reading_id), ())
        holders = self.names.actors_in_words(held) if held else say("page.not_named")
        return say("status.whose_reading", holders=holders, id=reading_id)

    def _readings(self, found: InstanceStatus) -> Iterator[str]:
        """The readings on which what is disputed rests."""
        rest = {reading_id for dispute in found.disputes for reading_id in dispute.reading_ids}
        for reading in self.names.obligations[found.obligation_id].readings:
            if reading.id in rest:
                yield self.reading(reading)

    def roll_up_lines(self, found: RollUp, instances: Iterable[InstanceStatus]) -> Iterator[str]:
        """How many ``instances`` of a duty, which are all that it has, stand where, and which is due next."""
        stand = Counter(each.named(self.names.voice) for each in instances).items()
        turns = counted("status.turns", found.listed)
        if found.times is not None and found.times != found.listed:
            turns = say("status.turns_of", turns=turns, times=found.times)
        like = say("semicolon").join(say("status.turns_like", count=count, name=name) for name, count in stand)
        yield say("status.turns_stand", turns=turns, standings=like)
        if found.due:
            key = "status.next_due" if found.next_number is None else "status.next_due_turn"
            yield say(key, day=days_in_words(found.due), number=found.next_number)

    def change(self, change: Change) -> str:
        """What changed for one instance; where it is called the same, what is charged now, or no longer."""
        before, after = (
            found.named(self.names.voice) if found is not None else change.not_followed or say("status.not_listed")
            for found in (change.before, change.after)
        )
        either = change.after or change.before
        assert either is not None
        if before != after:
            return say("status.change", title=self.title(either), before=before, after=after)
        was, now = (self._charges(found) for found in (change.before, change.after))
        words = [say("status.charged", charge=each) for each in now if each not in was]
        words += [say("status.not_charged", charge=each) for each in was if each not in now]
        told = say("semicolon").join((after, *words))
        return say("status.change_charges", title=self.title(either), words=told)

    def _charges(self, found: InstanceStatus | None) -> list[str]:
        return (
            [charge_in_words(each, self.names, self.event(each.event_id)) for each in found.violations] if found else []
        )


def shown(
    report: StatusReport, instances: Iterable[InstanceStatus]
) -> Iterator[tuple[RollUp | None, list[InstanceStatus], list[InstanceStatus]]]:
    """The instances in groups, those of a duty with turns after its roll-up: all of them, and those to be printed.

    Of many turns those are kept of which a breach or two accounts are told, the last that have begun, and the next.
    """
    roll_ups = {(found.obligation_id, found.obligor_ids): found for found in report.roll_ups if found.listed}
    for key, group in groupby(instances, key=lambda each: (each.obligation_id, each.obligor_ids)):
        found = list(group)
        if key not in roll_ups or len(found) <= _MOST_TURNS:
            yield roll_ups.get(key), found, found
            continue
        ahead = (State.PENDING, State.CONDITIONAL, State.NOT_IN_FORCE)
        begun = [each for each in found if each.as_reported not in ahead]
        told = [each for each in begun[: 1 - _MOST_TURNS] if each.violations or each.disputes]
        last = [*begun[1 - _MOST_TURNS :], *[each for each in found if each.as_reported in ahead][:1]]
        yield roll_ups[key], found, [*told, *last]
