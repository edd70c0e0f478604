"""A record as a draft, and everything of it that a draft cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from accords.model.agreement import Agreement, the_agreement
from accords.model.conditions import (
    Offset,
    OnDate,
    Prose,
    Vague,
)
from accords.model.events import Claim, Event
from accords.model.obligations import Continuing, Obligation, Ratio, Recurring
from accords.texts.drafts.form import (
    Draft,
    DraftAmount,
    DraftDuty,
    DraftSays,
    DraftSide,
    DraftStatement,
    DraftUnit,
)
from accords.texts.drafts.from_people import DraftedRecord
from accords.texts.drafts.terms.from_term import TermTaker, anchor_of, counted_in
from accords.texts.edition import TextEdition

__all__ = ["draft_from"]


_LISTS = ("linkages", "monitoring", "scales", "assessments", "related", "calendar", "release", "identifiers")
_DUTY = (
    "id", "obligor_ids", "owed_to_ids", "modality", "performance", "action", "quantities", "trigger", "due", "place",
    "citations",
)  # fmt: skip
_EVENT = ("id", "summary", "actor_ids", "obligation_ids", "claims")
_CLAIM = ("says", "when", "known_on", "claimed_by_id", "citations")


def draft_from(agreement: Agreement, edition: TextEdition) -> DraftedRecord:
    """``agreement`` as a draft of the text ``edition``, whose id is that of a source of it.

    What cites no passage of that text, or says what no row can say, is among the losses. Nothing is made up: what
    cannot be said is left empty.

    >>> edition = accords.edition_of(b"Ruritania shall repair the landing.", id="text")
    >>> drafted = accords.draft_from(accords.load("examples/minimal.accord.json"), edition)
    >>> [str(loss) for loss in drafted.losses if loss.of == "obligations"]
    ['obligations repair-landing', 'obligations no-tolls']
    """
    return _Taker(the_agreement(agreement), edition).taken()


_SAYS = frozenset(map(str, DraftSays))


class _Taker(TermTaker):
    """Duties, amounts and statements, after the people whom they name and the term."""

    def taken(self) -> DraftedRecord:
        for name in _LISTS:
            if getattr(self.record, name):
                self.lose(name)
        people = tuple(self.people())
        draft = Draft(
            people=people,
            conclusion=tuple(self.conclusion()),
            beginning=tuple(self.beginning()),
            term=tuple(self.term()),
            duties=tuple(self._duties()),
            amounts=tuple(self._amounts()),
            statements=tuple(self._statements()),
        )
        return DraftedRecord(draft=draft, losses=tuple(dict.fromkeys(self.losses)))

    # ---- duties

    def _duties(self) -> Iterator[DraftDuty]:
        for duty in self.record.obligations:
            quote = self.quote(duty.citations)
            if quote is None:
                self.lose("obligations", duty.id)
                continue
            self.lose_fields("obligations", duty.id, duty, _DUTY)
            row = DraftDuty(
                quote=quote[0],
                paragraph=quote[1],
                key=duty.id,
                who=self.names(duty.obligor_ids, "obligations", duty.id, "obligor_ids"),
                owed_to=self.names(duty.owed_to_ids, "obligations", duty.id, "owed_to_ids"),
                modality=duty.modality.value,
                action=duty.action,
                place=duty.place or "",
            )
            yield attrs.evolve(row, **self._round(duty), **self._due(duty), condition=self._condition(duty))

    def _round(self, duty: Obligation) -> dict[str, Any]:
        performed = duty.performance
        if isinstance(performed, Continuing):
            return {"continuing": True}
        if isinstance(performed, Recurring) and performed.every is not None:
            counted = counted_in(str(performed.every))
            if counted is not None and performed.ends is None and performed.text is None and performed.mode is None:
                return {"every_count": counted[0], "every_unit": counted[1], "times": performed.times or 0}
        if performed is not None:
            self.lose("obligations", duty.id, "performance")
        return {}

    def _condition(self, duty: Obligation) -> str:
        if isinstance(duty.trigger, Prose):
            return duty.trigger.text
        if duty.trigger is not None:
            self.lose("obligations", duty.id, "trigger")
        return ""

    def _due(self, duty: Obligation) -> dict[str, Any]:
        due = duty.due
        match due:
            case OnDate() if len(str(due.value)) in (4, 7, 10) and str(due.value)[-1].isdigit():
                return {"due_date": str(due.value)}
            case Vague(after=None, review_after=None):
                return {"due_words": due.text}
            case Offset(approximate=False, tolerance=None, then=None) if (anchor := anchor_of(due.anchor)) is not None:
                count = (
                    (due.working_days, DraftUnit.WORKING_DAY.value)
                    if due.working_days
                    else counted_in(str(due.duration))
                )
                if count is not None and count[0]:
                    side = DraftSide.BEFORE if due.is_before else DraftSide.AFTER
                    return {"due_count": abs(count[0]), "due_unit": count[1], "due_side": side.value, "due_of": anchor}
            case _:
                pass
        if due is not None:
            self.lose("obligations", duty.id, "due")
        return {}

    def _amounts(self) -> Iterator[DraftAmount]:
        for duty in self.record.obligations:
            quote = self.quote(duty.citations)
            for quantity in duty.quantities if quote is not None else ():
                assert quote is not None
                if isinstance(quantity.at_least, Ratio) or isinstance(quantity.at_most, Ratio):
                    self.lose("obligations", duty.id, "quantities")
                    continue
                yield DraftAmount(
                    quote=quote[0],
                    paragraph=quote[1],
                    duty=duty.id,
                    measure=quantity.measure,
                    unit=quantity.unit or "",
                    at_least="" if quantity.at_least is None else str(quantity.at_least),
                    at_most="" if quantity.at_most is None else str(quantity.at_most),
                    counted=quantity.counted.value,
                )

    # ---- statements

    def _statements(self) -> Iterator[DraftStatement]:
        for event in self.record.events:
            rows = [(claim, self.quote(claim.citations)) for claim in event.claims]
            told = [(claim, quote) for claim, quote in rows if quote is not None and str(claim.says) in _SAYS]
            if not told:
                if event.id not in self.acts:
                    self.lose("events", event.id)
                continue
            self.lose_fields("events", event.id, event, _EVENT)
            if event.obligation_ids:  # compiling reads it out of the summary
                self.lose("events", event.id, "extent")
            if len(told) < len(rows):
                self.lose("events", event.id, "claims")
            for claim, quote in told:
                yield self._statement(event, claim, quote)

    def _statement(self, event: Event, claim: Claim, quote: tuple[str, int]) -> DraftStatement:
        for attribute in attrs.fields(Claim):
            if attribute.name not in _CLAIM and getattr(claim, attribute.name) != attribute.default:
                self.lose("events", event.id, "claims")
        speaker = self.names((each for each in (claim.claimed_by_id,) if each), "events", event.id, "claims")
        if len(event.obligation_ids) > 1:
            self.lose("events", event.id, "obligation_ids")
        assert claim.says is not None
        return DraftStatement(
            quote=quote[0],
            paragraph=quote[1],
            happening=event.id,
            summary=event.summary,
            says=claim.says.value,
            said_by=speaker[0] if speaker else "",
            done_by=self.names(event.actor_ids, "events", event.id, "actor_ids"),
            duty=event.obligation_ids[0] if event.obligation_ids else "",
            date="" if claim.when is None else str(claim.when),
            said_on="" if claim.known_on is None else str(claim.known_on),
        )
