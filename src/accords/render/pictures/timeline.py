"""What is dated in an agreement, in the order of the days: its conclusion, events as they are told, deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from attrs import frozen

from accords.checklist import Checklist, Item
from accords.dates import Edtf, as_date
from accords.engine.days.axis import Axis
from accords.engine.facts.knowledge import Visible
from accords.model.agreement import Agreement
from accords.model.events import Claim
from accords.vocabulary import Basis, Says
from accords.words import Names, date_in_words, joined, names_of, say, word

__all__ = ["Entry", "EntryKind", "attributed", "sentence", "timeline_of", "visible_of"]

_TELLING = frozenset({Says.OCCURRED, Says.BREACH, Says.PLANNED})
"""What somebody says who says that a thing happened, or will; who calls it no breach says neither."""


class EntryKind(StrEnum):
    """What a line of the timeline is."""

    CONCLUSION = "conclusion"
    EVENT = "event"
    PLANNED = "planned"
    """Something that was only announced for that day."""
    DEADLINE = "deadline"


@frozen(kw_only=True)
class Entry:
    """A line of the timeline: days from ``first`` to ``last``, the date in words, and what it is."""

    kind: EntryKind
    first: date
    last: date
    when: str
    words: str
    by: str = ""


def timeline_of(agreement: Agreement, rows: Checklist) -> tuple[Entry, ...]:
    """The dated entries of ``agreement``, of claims only those known by the day that ``rows`` are known by.

    An event told with two dates has two entries, each with who says so. What has no date is left out.
    """
    marks = {actor_id: note.mark for note in rows.notes for actor_id in note.actor_ids}
    names = names_of(agreement, marks)
    entries = [*_conclusion(agreement), *_events(agreement, rows, names), *_deadlines(rows)]
    return tuple(sorted(entries, key=lambda entry: (entry.first, entry.last)))


def sentence(entry: Entry) -> str:
    """An entry in words: ``23 November 2022, conclusion: Agreement announced.``"""
    told = " ".join(part for part in (entry.words, entry.by) if part)
    return say("timeline.sentence", when=entry.when, kind=say(f"timeline.kind.{entry.kind.value}"), words=told)


def _spanned(when: Edtf) -> tuple[date, date] | None:
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return (first, last) if first is not None and last is not None else None


def _day(when: Edtf, *, worked_out: bool) -> str:
    """A date in words, with a mark where no source states it."""
    return say("cell.worked_out", day=date_in_words(when)) if worked_out else date_in_words(when)


def _days(when: Edtf, until: Edtf | None, *, worked_out: bool) -> str:
    """The same with the end of what lasted."""
    day = _day(when, worked_out=worked_out)
    return day if until is None else say("when.lasting", day=day, until=date_in_words(until))


def _conclusion(agreement: Agreement) -> Iterator[Entry]:
    concluded = agreement.conclusion
    if concluded is None or concluded.date is None:
        return
    days = _spanned(concluded.date)
    if days is not None:
        words = say("timeline.conclusion", form=word(concluded.form))
        when = _day(concluded.date, worked_out=concluded.date_basis is Basis.INFERRED)
        yield Entry(kind=EntryKind.CONCLUSION, first=days[0], last=days[1], when=when, words=words)


def _events(agreement: Agreement, rows: Checklist, names: Names) -> Iterator[Entry]:
    visible = visible_of(agreement, rows)
    for event in agreement.events:
        told: dict[tuple[str, str | None, bool], tuple[Claim, list[str | None], set[Basis]]] = {}
        summary = event.summary.strip().removesuffix(".")
        deniers = [said.teller for said in visible.statements[event.id] if said.says is Says.NOT_OCCURRED]
        for said in visible.statements[event.id]:
            claim = said.claim
            if claim.when is None or said.says not in _TELLING:
                continue
            key = claim.when.text, claim.until.text if claim.until is not None else None, said.ahead
            _, sayers, bases = told.setdefault(key, (claim, [], set()))
            sayers.append(said.teller)
            bases.add(claim.when_basis)
        for (_, _, ahead), (claim, sayers, bases) in told.items():
            days = _spanned(claim.when) if claim.when is not None else None
            if claim.when is None or days is None:
                continue
            last = claim.until.latest if claim.until is not None else None
            yield Entry(
                kind=EntryKind.PLANNED if ahead else EntryKind.EVENT,
                first=days[0],
                last=max(days[1], last or days[1]),
                when=_days(claim.when, claim.until, worked_out=bases == {Basis.INFERRED}),
                words=say("timeline.plan", words=summary) if ahead else summary,
                by=attributed(sayers, () if ahead else deniers, names),
            )


def visible_of(agreement: Agreement, rows: Checklist | None) -> Visible:
    """What was known by the day that ``rows`` are known by; all that the record has where they are of none."""
    latest = date.max.toordinal()
    as_of = date.fromisoformat(rows.as_of).toordinal() if rows is not None and rows.as_of else latest
    known_by = date.fromisoformat(rows.known_by).toordinal() if rows is not None and rows.known_by else as_of
    return Visible(agreement, Axis(agreement.time_zone), known_by, as_of)


def attributed(sayers: Iterable[str | None], deniers: Iterable[str | None], names: Names) -> str:
    """Who says something, and who denies it: actors, and sources that speak for themselves."""
    told = (
        (key, names.some_actors_in_words(each for each in who if each is not None))
        for key, who in (("timeline.by", sayers), ("timeline.denied", deniers))
    )
    return say("semicolon").join(say(key, names=who) for key, who in told if who)


def _deadlines(rows: Checklist) -> Iterator[Entry]:
    for item in rows.items:
        days = _due(item)
        if days is not None:
            first, last, when = days
            duty = say(
                "timeline.duty",
                obligors=joined(item.obligors) or say("graph.nobody"),
                modality=item.modality_words,
                action=item.action,
            )
            yield Entry(kind=EntryKind.DEADLINE, first=first, last=last, when=when, words=duty)


def _due(item: Item) -> tuple[date, date, str] | None:
    standing = item.standing
    if standing is not None and standing.due_first and standing.due_last and standing.due:
        return date.fromisoformat(standing.due_first), date.fromisoformat(standing.due_last), standing.due
    if standing is None and item.timing.date is not None:
        when = as_date(item.timing.date)
        # A deadline is the last day of what is stipulated.
        return (when.latest, when.latest, date_in_words(when)) if when.latest is not None else None
    return None
