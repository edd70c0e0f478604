"""Where every instance of every duty stands, in words, with what is said about it: the one place that says so."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from accords.dates import DateLike
from accords.engine.days.axis import Axis
from accords.engine.days.moments import union
from accords.engine.facts.knowledge import Visible
from accords.engine.terms.table import State
from accords.engine.terms.terms import Terms
from accords.engine.worlds.assess import Assessed, Assessor
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.standing.accounts import Accounts
from accords.standing.branches import branches_of, first_arithmetic
from accords.standing.cited import SourceRow
from accords.standing.context import ending_of
from accords.standing.days import day_of, days_in_words, days_of, ends_of, outer_days
from accords.standing.deadlines import is_unbound
from accords.standing.own_dates import OwnDate, own_dates
from accords.standing.own_name import agreement_name, assumed_from, not_followed_in_words
from accords.standing.proof import Remedy
from accords.standing.proving import proven_slots, remedies, said_about_all, said_besides
from accords.standing.ratings import rated_by, roll_up_in_words
from accords.standing.report import day_number, status_of
from accords.standing.rollup import first_of, speaking
from accords.standing.standings import standing_of
from accords.standing.told import assumed_in_words, proposal_in_words
from accords.standing.values import (
    SIGNS,
    AssessmentRow,
    Branch,
    Bucket,
    ClaimRow,
    Shape,
    StandingRow,
    UnderReading,
    WatchRow,
)
from accords.vocabulary import Borne, Modality
from accords.words import Names, say

__all__ = ["Judge", "Judged"]

_TOLD = 12
"""How many matters that would change a standing a row tells; the proof of ``accords status`` has them all."""


@frozen(kw_only=True)
class Judged:
    """Where an item stands: ``standing`` is that of the turn that is to be looked at first, None for a declaration.

    ``turns`` are all turns of a duty that has several, ``conditions`` what is known of those of the first one; None
    where the duty has not arisen yet. ``ends_last`` is the last day on which any turn can be owed, under any
    reading, in ISO form; None where there may be no end.
    """

    standing: StandingRow | None = None
    turns: tuple[StandingRow, ...] = ()
    conditions: tuple[Branch, ...] | None = None
    ends_last: str | None = None
    claims: tuple[ClaimRow, ...] = ()
    assessments: tuple[AssessmentRow, ...] = ()
    watches: tuple[WatchRow, ...] = ()


@define
class Judge:
    """Says of one agreement where its duties stand at the end of a day, by what was known by another."""

    agreement: Agreement
    names: Names
    accounts: Accounts
    assessor: Assessor
    found: Mapping[tuple[str, frozenset[str]], list[Assessed]] = field(repr=False)

    @classmethod
    def of(
        cls,
        agreement: Agreement,
        names: Names,
        sources: Mapping[str, SourceRow],
        as_of: DateLike,
        known_by: DateLike | None,
    ) -> Judge:
        """A judge for ``agreement``, who works out the status of everything in it at once.

        Raises ValueError for dates that cannot be read.
        """
        axis = Axis.of(agreement)
        at = day_number(as_of, axis)
        assessor = Assessor(agreement, axis, at, at if known_by is None else day_number(known_by, axis))
        found: dict[tuple[str, frozenset[str]], list[Assessed]] = {}
        for each in assessor.all():
            duty = each.instance.duty
            in_turn = duty.borne is Borne.IN_TURN
            key = (duty.id, frozenset(duty.obligor_ids if in_turn else each.instance.bearer.obligor_ids))
            found.setdefault(key, []).append(each)
            if in_turn:  # one row, in which the turns are told in their order, whosever they are
                found[key].sort(key=lambda one: one.instance.number or 0)
        accounts = Accounts(
            agreement=assessor.record,
            names=names,
            sources=sources,
            visible=assessor.ledger.visible,
        )
        return cls(assessor.record, names, accounts, assessor, found)

    @property
    def days(self) -> tuple[str, str]:
        """The day asked about and the day of knowledge, in ISO form."""
        axis = self.assessor.axis
        return day_of(self.assessor.t, axis), day_of(self.assessor.ledger.visible.known_by, axis)

    @property
    def visible(self) -> Visible:
        """What was known by the day of knowledge."""
        return self.assessor.ledger.visible

    @property
    def not_followed(self) -> str | None:
        """Since when the record is not followed any more, in words, where that is before the day asked about."""
        return not_followed_in_words(self.agreement, self.assessor.t, self.assessor.axis)

    @property
    def agreement_words(self) -> str:
        """Where the agreement itself stands."""
        return self.not_followed or agreement_name(
            self.assessor.agreement(), ending_of(self.assessor), self.names.voice, assumed_from(self.agreement)
        )

    @property
    def dates(self) -> tuple[OwnDate, ...]:
        """The agreement's own dates; none where the record is not followed any more."""
        return own_dates(self.assessor) if self.not_followed is None else ()

    @property
    def ratings(self) -> tuple[str, ...]:
        """What others rate, summed up for each rater, a line each."""
        return tuple(
            roll_up_in_words(each, self.names) for each in rated_by(self.agreement, self.visible, self.assessor.t)
        )

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the status of the agreement itself takes as given, a sentence each, and what was not followed to its
        end since there was too much of it; complete when all is judged."""
        if self.not_followed is not None:
            return ()
        notice = self.assessor.unreported_notice()
        renewed = () if notice is None else (say("assumption.renewed", event=self.names.event(notice.id)),)
        cuts = (assumed_in_words(each) for each in self.assessor.cuts())
        return (*renewed, *(f"{words[:1].upper()}{words[1:]}." for words in cuts))

    def judged(self, obligation: Obligation, obligor_ids: Iterable[str], instance: str) -> Judged:
        """Where ``obligation`` stands for those who bear it; ``instance`` is the id of the item in a checklist."""
        obligors = frozenset(obligor_ids)
        ratings = tuple(self.accounts.assessments(obligation.id, instance, obligors))
        if obligation.modality is Modality.DECLARES:
            return Judged(assessments=ratings)
        watches = tuple(self.accounts.watches(obligation.id))
        found = self.found.get((obligation.id, obligors), [])
        if not found and self.not_followed is None:
            return Judged(assessments=ratings, watches=watches, standing=_not_arisen())
        if self.not_followed is not None:
            return Judged(claims=tuple(self._claims(found)), assessments=ratings, watches=watches)
        proven = [self._proven(each) for each in found]
        turns = tuple(standing for standing, _ in proven)
        first = first_of(turns, right=obligation.modality is Modality.MAY)
        return Judged(
            standing=turns[first] if len(turns) == 1 else speaking(turns[first]),
            turns=() if len(turns) == 1 and turns[first].number is None else turns,
            conditions=proven[first][1],
            ends_last=_last_day(found, self.assessor.axis),
            claims=tuple(self._claims(found)),
            assessments=ratings,
            watches=watches,
        )

    def besides(self, told: Container[str]) -> tuple[ClaimRow, ...]:
        """What is said of events that no duty tells of, whose ids are not ``told``: background, positions."""
        return tuple(self.accounts.claims(said_besides(self.assessor, told)))

    def _claims(self, found: Sequence[Assessed]) -> Iterator[ClaimRow]:
        """What is said about any turn of a duty, with the turns to which an act may belong."""
        turns: dict[str, list[int]] = {}
        for each in found:
            if each.instance.number is not None and each.instance.acts is not None:
                for act in each.instance.acts:
                    turns.setdefault(act.event.id, []).append(each.instance.number)
        for row in self.accounts.claims(said_about_all(self.assessor, found)):
            event = self.names.events.get(row.event_id)
            own = () if event is None or event.instance is None else (event.instance,)
            several = len(found) > 1
            yield evolve(row, turns=tuple(turns.get(row.event_id, own)) if several else own)

    def _proven(self, found: Assessed) -> tuple[StandingRow, tuple[Branch, ...]]:
        """The standing of an instance with what its proof adds, and its conditions."""
        instance, duty = status_of(self.assessor, found), found.instance.duty
        # The conditions are those of the duty as it is written or, where a reading was adopted, as it is read.
        trees = {slot.name: slot.tree for slot in proven_slots(self.assessor, found, found.terms[0])}
        branches = branches_of(duty, self.names, trees)
        standing = standing_of(instance, duty, self.names, self.days[0])
        trigger = next((branch for branch in branches if branch.slot == "trigger"), None)
        met = trigger.reached if trigger is not None else None
        axis = self.assessor.axis
        triggered = days_in_words(days_of(found.terms[0].days.triggered, axis))
        return (
            evolve(
                standing,
                arithmetic=first_arithmetic(branches, "due") if standing.due is not None else None,
                trigger_met=met,
                trigger_words=_trigger_words(trigger, triggered),
                readings=tuple(_under(each, self.assessor.axis) for each in found.terms)
                if len(found.terms) > 1
                else (),
                unbound=is_unbound(found),
                would_change=tuple(_would_change(remedies(self.assessor, found), self.names)),
            ),
            branches,
        )


def _trigger_words(trigger: Branch | None, days: str) -> str | None:
    if trigger is None or trigger.reached is None:
        return None
    unreported = trigger.reached_words == say("reached.unreported")
    return trigger.reached_words if unreported else say(f"trigger.{trigger.reached}", days=days)


def _under(terms: Terms, axis: Axis) -> UnderReading:
    due = ends_of(terms.days.due, axis)
    labels = (("trigger", "triggered"), ("not_before", "not_before"), ("due", "due"), ("ends", "over"))
    days = tuple((say(f"slot.{slot}"), days_in_words(days_of(getattr(terms.days, day), axis))) for slot, day in labels)
    return UnderReading(
        reading_id=terms.reading.id if terms.reading is not None else None,
        days=days,
        due=days_in_words(due) if outer_days(due) is not None else None,
    )


def _would_change(remedies: Sequence[Remedy], names: Names) -> Iterator[str]:
    yield from (proposal_in_words(each.proposal, each.days, names) for each in remedies[:_TOLD])
    if len(remedies) > _TOLD:
        yield say("would_change.more", count=len(remedies) - _TOLD)


def _last_day(found: Iterable[Assessed], axis: Axis) -> str | None:
    ends = union(span for each in found for terms in each.terms for span in terms.days.over)
    outer = outer_days(ends_of(ends, axis))
    return outer[1].isoformat() if outer is not None else None


def _not_arisen() -> StandingRow:
    return StandingRow(
        number=None,
        shape=Shape.NOT_STARTED,
        sign=SIGNS[Shape.NOT_STARTED],
        shape_words=say(f"shape.{Shape.NOT_STARTED}"),
        words=say("turn.none"),
        states=(),
        as_reported=State.CONDITIONAL.value,
        open=True,
        bucket=Bucket.WAITING,
        bucket_words=say(f"bucket.{Bucket.WAITING}"),
    )
