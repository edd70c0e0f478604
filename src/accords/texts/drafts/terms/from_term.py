"""The term of a record as rows of a draft: how it enters into force, how long it lasts and how it is renewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accords.model.conditions import (
    AllOf,
    AtLeast,
    Condition,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
)
from accords.model.events import Event
from accords.model.obligations import Renewal
from accords.texts.drafts.form import STARTS, DraftBeginning, DraftBegins, DraftRenewal, DraftTerm, DraftUnit
from accords.texts.drafts.from_people import CastTaker
from accords.vocabulary import Act

__all__ = ["TermTaker", "anchor_of", "counted_in"]

_BEGINS = {Act.RATIFICATION: DraftBegins.RATIFIED, Act.NOTIFICATION: DraftBegins.NOTIFIED}
_TERM = ("entry_into_force", "ends_if_any", "renewal", "citations")


class TermTaker(CastTaker):
    """The beginning and the term, and which events stand for acts of theirs that a row says by itself."""

    acts: set[str]

    def beginning(self) -> Iterator[DraftBeginning]:
        """How the agreement enters into force, where a row can say it."""
        self.acts = set()
        term = self.record.term
        if term is None or term.entry_into_force is None:
            return
        quote = self.quote(term.citations[-1:] if term.ends_if_any else term.citations)
        said = self._begins(term.entry_into_force)
        if quote is None or said is None:
            self.lose("term", self.record.id, "entry_into_force")
            return
        if not term.ends_if_any:
            self.lose_fields("term", self.record.id, term, _TERM)
        yield DraftBeginning(quote=quote[0], paragraph=quote[1], **said)

    def _begins(self, condition: Condition) -> dict[str, Any] | None:
        match condition:
            case OnConclusion():
                return {"begins": "conclusion"}
            case OnDate() if len(str(condition.value)) == 10:
                return {"begins": "date", "date": str(condition.value)}
            case Offset(approximate=False, tolerance=None, then=None) if not condition.is_before:
                counted = None if condition.duration is None else counted_in(str(condition.duration))
                start = None if isinstance(condition.anchor, Offset) else self._begins(condition.anchor)
                return None if counted is None or start is None else {**start, **_after(counted)}
            case OnEvent():
                return self._acted((condition,), 0)
            case AllOf():
                return self._acted(condition.conditions, 0)
            case AtLeast():
                return self._acted(condition.conditions, condition.count)
            case _:
                return None

    def _acted(self, conditions: tuple[Condition, ...], count: int) -> dict[str, Any] | None:
        """Acts of one kind by all parties, each its own, of which nothing is said."""
        named = {each.event_id for each in conditions if isinstance(each, OnEvent)}
        events = [event for event in self.record.events if event.id in named and not event.claims]
        doers = [event.actor_ids for event in events]
        acts = {event.act for event in events}
        parties = [(party.actor_id,) for party in self.record.parties]
        act = next(iter(acts)) if len(acts) == 1 else None
        kind = _BEGINS.get(act) if act is not None else None
        if kind is None or len(events) != len(conditions) or sorted(doers) != sorted(parties):
            return None
        self.acts |= named
        return {"begins": kind.value, "count": count}

    def term(self) -> Iterator[DraftTerm]:
        """How long the agreement lasts, where a row can say it."""
        term = self.record.term
        if term is None or not (term.ends_if_any or term.entry_into_force is None):
            return
        quote = self.quote(term.citations)
        said = None if len(term.ends_if_any) != 1 else self._lasts(term.ends_if_any[0])
        if quote is None or said is None:
            self.lose("term")
            return
        self.lose_fields("term", self.record.id, term, _TERM)
        yield DraftTerm(quote=quote[0], paragraph=quote[1], **said, **self._renewed(term.renewal))

    def _lasts(self, end: Condition) -> dict[str, Any] | None:
        match end:
            case OnDate() if len(str(end.value)) == 10:
                return {"until": str(end.value)}
            case Offset(approximate=False, tolerance=None, then=None) if not end.is_before and end.duration is not None:
                count, anchor = counted_in(str(end.duration)), anchor_of(end.anchor)
                if count is not None and anchor in STARTS:
                    return {"for_count": count[0], "for_unit": count[1], "for_of": anchor}
            case _:
                pass
        return None

    def _renewed(self, renewal: Renewal | None) -> dict[str, Any]:
        if renewal is None:
            return {}
        counted, by = counted_in(str(renewal.duration)), self._renewed_by(renewal)
        notice = counted_in(str(renewal.notice)) if renewal.notice is not None else (0, DraftUnit.NOT_STATED.value)
        if counted is None or by is None or notice is None:
            self.lose("term", self.record.id, "renewal")
            return {}
        return {
            "renewed_count": counted[0],
            "renewed_unit": counted[1],
            "renewed_times": renewal.max_times or 0,
            "renewed_by": by.value,
            "notice_count": notice[0],
            "notice_unit": notice[1],
        }

    def _renewed_by(self, renewal: Renewal) -> DraftRenewal | None:
        named = {each for each in (renewal.if_event_id, renewal.unless_event_id) if each is not None}
        if not named:
            return DraftRenewal.ITSELF if renewal.notice is None else None
        event = next((each for each in self.record.events if each.id in named), None)
        if len(named) > 1 or event is None or not _is_bare(event):
            return None
        self.acts |= named
        return DraftRenewal.CONSENT if renewal.if_event_id is not None else DraftRenewal.UNLESS_NOTICE


def _is_bare(event: Event) -> bool:
    return not (event.claims or event.actor_ids or event.obligation_ids)


def _after(counted: tuple[int, str]) -> dict[str, Any]:
    return {"after_count": counted[0], "after_unit": counted[1]}


def anchor_of(condition: Condition) -> str | None:
    """What a period is counted from, as a row names it."""
    match condition:
        case OnConclusion():
            return "conclusion"
        case OnEntryIntoForce():
            return "entry_into_force"
        case OnObligation(turn=None, instances=None):
            return condition.obligation_id
        case OnEvent():
            return condition.event_id
        case _:
            return None


def counted_in(period: str) -> tuple[int, str] | None:
    """A period in one unit: ``P30D`` is 30 days."""
    bare = period.removeprefix("-").removeprefix("P")
    letters = {"D": DraftUnit.DAY, "W": DraftUnit.WEEK, "M": DraftUnit.MONTH, "Y": DraftUnit.YEAR}
    if bare.startswith("T") and bare.endswith("H") and bare[1:-1].isdigit():
        return int(bare[1:-1]), DraftUnit.HOUR.value
    return (int(bare[:-1]), letters[bare[-1]].value) if bare[:-1].isdigit() and bare[-1] in letters else None
