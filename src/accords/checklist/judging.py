"""From the status engine to rows: where every instance of every duty stands, with what is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import define, evolve, field

from accords.checklist.rows import Item
from accords.dates import Edtf
from accords.engine.assess import Assessed, Assessor
from accords.engine.axis import Axis
from accords.engine.disputes import Disagreement
from accords.engine.knowledge import Visible
from accords.engine.moments import NOT_EVER, Moment
from accords.engine.table import State
from accords.engine.terms import is_continuing
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.standing.cited import SourceRow
from accords.standing.context import agreement_in_words, context_of
from accords.standing.days import days_in_words, iso_day, outer_days, spelt
from accords.standing.naming import WORDS, Context, name_of
from accords.standing.proof import claims_of, prove
from accords.standing.report import day_number
from accords.standing.said import Said
from accords.standing.shapes import Seen, bucket_of, is_open, shape_of_state
from accords.standing.told import assumed_in_words, because, matters_in_words
from accords.standing.trees import branches_of, first_arithmetic
from accords.standing.values import (
    SIGNS,
    Branch,
    Bucket,
    DisputeRow,
    Possible,
    Shape,
    Standing,
    UnderReading,
)
from accords.vocabulary import Borne, Modality
from accords.words import PHRASES, Names, say

__all__ = ["Judge"]

_TOLD = 12
"""How many matters that would change a standing a row tells; the proof of ``accords status`` has them all."""

_ORDER = {bucket: place for place, bucket in enumerate(Bucket)}


@define
class Judge:
    """Adds to the items of one agreement where they stand at the end of a day, by what was known by another."""

    agreement: Agreement
    names: Names
    said: Said
    assessor: Assessor
    found: Mapping[tuple[str, frozenset[str]], list[Assessed]] = field(repr=False)

    @classmethod
    def of(
        cls,
        agreement: Agreement,
        names: Names,
        sources: Mapping[str, SourceRow],
        as_of: Edtf | str | date,
        known_by: Edtf | str | date | None,
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
        said = Said(agreement=agreement, names=names, sources=sources, visible=assessor.ledger.visible)
        return cls(agreement, names, said, assessor, found)

    @property
    def days(self) -> tuple[str, str]:
        """The day asked about and the day of knowledge, in ISO form."""
        known = self.assessor.ledger.visible.known_by
        return iso_day(self.assessor.t, self.assessor.axis) or "", iso_day(known, self.assessor.axis) or ""

    @property
    def visible(self) -> Visible:
        """What was known by the day of knowledge."""
        return self.assessor.ledger.visible

    @property
    def agreement_words(self) -> str:
        """Where the agreement itself stands."""
        return agreement_in_words(self.assessor)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the status of the agreement itself takes as given, a sentence each, and what was not followed to its
        end since there was too much of it; complete when all is judged."""
        notice = self.assessor.unreported_notice()
        renewed = () if notice is None else (say("assumption.renewed", event=self.names.event(notice.id)),)
        return (
            *renewed,
            *(f"{words[:1].upper()}{words[1:]}." for words in map(assumed_in_words, self.assessor.cuts())),
        )

    def judged(self, item: Item, obligation: Obligation) -> Item:
        """``item`` with where it stands. Declarations have no status and come back with their ratings only."""
        ratings = tuple(self.said.assessments(obligation.id, item.instance))
        if obligation.modality is Modality.DECLARES:
            return evolve(item, assessments=ratings)
        watches = tuple(self.said.watches(obligation.id))
        found = self.found.get((obligation.id, frozenset(item.obligor_ids)), [])
        if not found:
            return evolve(item, assessments=ratings, watches=watches, standing=_not_arisen())
        proofs = [prove(self.assessor, each, claims=False) for each in found]
        trees = [branches_of(obligation, self.names, _conditions(proof)) for proof in proofs]
        turns = tuple(self._standing(*each) for each in zip(found, proofs, trees, strict=True))
        first = min(range(len(turns)), key=lambda at: _urgency(turns[at]))
        return evolve(
            item,
            standing=turns[first],
            turns=() if len(turns) == 1 and turns[first].number is None else turns,
            conditions=trees[first],
            claims=tuple(self.said.claims(claims_of(self.assessor, found[first]))),
            assessments=ratings,
            watches=watches,
        )

    def _standing(self, found: Assessed, proof: Mapping[str, Any], conditions: tuple[Branch, ...]) -> Standing:
        duty, context = found.instance.duty, context_of(self.assessor.ledger, found, self.assessor.t)
        states = frozenset(found.rows)
        due, axis = found.due, self.assessor.axis
        today = axis.day(self.assessor.t)
        outer = None if is_continuing(duty) else outer_days(due, axis)
        away = (outer[0] - today, outer[1] - today) if outer is not None else None
        seen = Seen(
            duty=duty,
            continuing=context.continuing,
            states=states,
            reported=found.reported,
            contested=context.contested,
            one_sided=bool(len(states) > 1 and (context.claim)),
            flags=found.flags,
            due=away,
        )
        shape, bucket = shape_of_state(seen), bucket_of(seen)
        first_due = found.terms[0].stated_due
        met = next((branch.reached for branch in conditions if branch.slot == "trigger"), None)
        named = evolve(
            context,
            claimed_by=tuple(self.names.actor(each) for each in context.claimed_by),
            reported_by=tuple(self.names.actor(each) for each in context.reported_by),
        )
        return Standing(
            number=found.instance.number,
            shape=shape,
            sign=SIGNS[shape],
            shape_words=say(f"shape.{shape}"),
            words=name_of(states, found.reported, named),
            states=tuple(state.value for state in State if state in states),
            as_reported=found.reported.value,
            open=is_open(seen),
            bucket=bucket,
            bucket_words=say(f"bucket.{bucket}"),
            due=days_in_words(due, axis) if outer is not None else None,
            due_first=date.fromordinal(outer[0]).isoformat() if outer is not None else None,
            due_last=date.fromordinal(outer[1]).isoformat() if outer is not None else None,
            due_days=away[0] if away is not None else None,
            first_due=days_in_words(first_due, axis) if outer is not None and _moved(first_due, due, axis) else None,
            arithmetic=first_arithmetic(conditions, "due") if outer is not None else None,
            trigger_met=met,
            trigger_words=self._trigger_words(found, met),
            possible=tuple(_possible(found, state, context) for state in State if state in states),
            readings=tuple(self._under(each) for each in found.terms) if len(found.terms) > 1 else (),
            disputes=tuple(self._dispute(each, context.continuing) for each in found.disputes),
            flags=found.flags,
            flag_words=tuple(PHRASES.get(f"flag.{flag}", flag.replace("_", " ")) for flag in found.flags),
            assumptions=tuple(assumed_in_words(each) for each in found.assumptions),
            would_change=tuple(_would_change(proof["would_change"])),
        )

    def _trigger_words(self, found: Assessed, met: str | None) -> str | None:
        if met is None:
            return None
        return say(f"trigger.{met}", days=days_in_words(found.terms[0].env["G"], self.assessor.axis))

    def _under(self, terms: Any) -> UnderReading:
        due = terms.env.get("D", NOT_EVER)
        labels = (("slot.trigger", "G"), ("slot.not_before", "N"), ("slot.due", "D"), ("slot.ends", "E"))
        days = tuple(
            (say(key), days_in_words(terms.env[name], self.assessor.axis)) for key, name in labels if name in terms.env
        )
        return UnderReading(
            reading_id=terms.reading.id if terms.reading is not None else None,
            days=days,
            due=days_in_words(due, self.assessor.axis) if outer_days(due, self.assessor.axis) is not None else None,
        )

    def _dispute(self, dispute: Disagreement, continuing: bool) -> DisputeRow:
        return DisputeRow(
            event_id=dispute.event_id,
            event=self.names.summary(dispute.event_id) if dispute.event_id is not None else None,
            matter=matters_in_words(dispute.matters),
            said_by=self._speakers(dispute.sayers),
            denied_by=self._speakers(dispute.deniers),
            reading_ids=dispute.reading_ids,
            if_so=tuple(_state_words(state, continuing) for state in State if state in dispute.if_so),
            if_not=tuple(_state_words(state, continuing) for state in State if state in dispute.if_not),
        )

    def _speakers(self, speakers: Iterable[str | None]) -> tuple[str, ...]:
        return tuple(
            self.names.actor(each) if each is not None else say("speaker.unknown") for each in dict.fromkeys(speakers)
        )


def _conditions(proof: Mapping[str, Any]) -> Mapping[str, Any]:
    """The trees of the duty as it is written or, where a reading was adopted, as it is read."""
    trees: Mapping[str, Any] = proof["readings"][0]["conditions"]
    return trees


def _would_change(proposals: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from (spelt(each["words"]) for each in proposals[:_TOLD])
    if len(proposals) > _TOLD:
        yield say("would_change.more", count=len(proposals) - _TOLD)


def _moved(first: Moment, due: Moment, axis: Axis) -> bool:
    return first != due and outer_days(first, axis) is not None


def _possible(found: Assessed, state: State, context: Context) -> Possible:
    words = _state_words(state, context.continuing) if len(found.rows) > 1 else WORDS[state]
    return Possible(state=state.value, words=words, because=because(found.rows[state]))


def _state_words(state: State, continuing: bool) -> str:
    """One state among several; no word that a finding alone would justify."""
    if state is State.BREACHED:
        return say("possible.breached_continuing" if continuing else "possible.breached_once")
    return say("possible.active_continuing") if continuing and state is State.ACTIVE else WORDS[state]


def _urgency(standing: Standing) -> tuple[int, str, int]:
    return _ORDER[standing.bucket], standing.due_last or "", standing.number or 0


def _not_arisen() -> Standing:
    return Standing(
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
