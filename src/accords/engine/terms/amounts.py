"""The amounts of a duty in one instance: what is promised, by which acts it is reached or exceeded, and how far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from accords.engine.days.moments import (
    ALWAYS,
    BEGIN,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    maybe,
    on,
    rest,
    union,
)
from accords.engine.days.spells import Spell, runs_on
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.clearing import Cleared
from accords.engine.facts.either import first_of, last_of, one_or_other
from accords.engine.facts.figures import MeasuredAct, figures_of
from accords.engine.facts.hearing import Favours, Hearing, Word
from accords.engine.facts.knowledge import Statement
from accords.engine.facts.ledger import Ledger
from accords.engine.facts.promises import Promise
from accords.engine.facts.quantities import Measured, When, exceeded, fallen_short, measured, reached
from accords.engine.terms.instances import Instance, Slotted
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.shares import Listed, TimeOf, share_of
from accords.model.events import Event
from accords.model.obligations import Obligation, Quantity, Ratio
from accords.vocabulary import Borne, EventKind, Modality, Says

__all__ = ["Amounts"]

_UNKNOWN = When(NOT_EVER, NOT_EVER, NOT_EVER)
_COUNTED = (EventKind.PERFORMANCE, EventKind.CONDUCT)


class Amounts:
    """Works out amounts from the acts of an instance, on the days that the world at hand gives them."""

    def __init__(
        self, ledger: Ledger, happening: Callable[[Event, Bearer], Moment], t: Instant, listed: Listed, time_of: TimeOf
    ) -> None:
        self.ledger = ledger
        self._listed = listed
        self._time_of = time_of
        self._happening = happening
        self._t = t

    # ---- what is promised

    def _promises(self, instance: Instance, edge: int = -1) -> list[Promise]:
        """The amounts as acts of other duties make them that are sure to have come by now; ``edge`` 0: that may."""
        return [
            Promise(q, self._amount(q.at_least, instance, edge), self._amount(q.at_most, instance, edge))
            for q in instance.duty.quantities
        ]

    def _possible(self, instance: Instance) -> list[list[Promise]]:
        """The amounts, and what they are instead if all that may have come of other duties has."""
        stated, raised = self._promises(instance), self._promises(instance, 0)
        return [stated] if stated == raised else [stated, raised]

    def _amount(self, stated: Decimal | Ratio | None, instance: Instance, edge: int) -> Fraction | None:
        """A stated amount; where it hangs on another duty, so many times what is established of that one. None where
        none is stated, or of that one nothing is established, be it that nobody reports anything."""
        if not isinstance(stated, Ratio):
            return None if stated is None else Fraction(stated)
        other = self.ledger.duties.get(stated.of_obligation_id)
        if other is None or not other.quantities:
            return None
        bearers = self.ledger.bearers[other.id]
        done = [self._established(other, bearer, instance, edge) for bearer in bearers]
        total = sum((each for each in done if each is not None), Fraction(0))
        if None in done or not (total or self._is_told(stated, instance)):
            return None
        if not total and edge and None in [self._established(other, bearer, instance, 0) for bearer in bearers]:
            return None  # what perhaps happened, and of which no figure is established, is not nothing
        return Fraction(stated.times) * total

    def _is_told(self, stated: Ratio, instance: Instance) -> bool:
        """Whether anybody reports anything of that on which an amount hangs."""
        other = self.ledger.duties[stated.of_obligation_id]
        return any(self._share(other, bearer, instance) for bearer in self.ledger.bearers[other.id])

    def _share(self, duty: Obligation, bearer: Bearer, instance: Instance) -> Sequence[Slotted]:
        """What is reported of one bearer's duty that bears on an instance of another."""
        kinds = _COUNTED if duty.is_continuing else (EventKind.PERFORMANCE,)
        return share_of(self.ledger, instance, duty, bearer, self._of(bearer, kinds), self._listed, self._time_of)

    def _established(self, duty: Obligation, bearer: Bearer, instance: Instance, edge: int) -> Fraction | None:
        """How much of a duty's first amount one bearer is established to have done by now, of what bears on an
        instance of another: towards what it has to reach or, where it may not be exceeded, against that.

        None where something was done and nothing is established. ``edge``: where every act comes on its first day (0)
        or on its last (-1).
        """
        quantity = duty.quantities[0]
        acts = self._share(duty, bearer, instance)
        told = self._told(acts, bearer, quantity, alone=len(duty.quantities) == 1)
        told = [evolve(act, days=on(act.days[edge][edge])) for act in told]
        served, against = self._hearings(bearer)
        begun = any(act.days[0][0] <= self._t for act in told)
        found = measured(Promise(quantity, None, None), told, served, against, self._t)
        limits = duty.modality is Modality.MUST_NOT or (quantity.at_least is None and quantity.at_most is not None)
        done = found.against if limits else found.established
        return None if begun and not done else done

    # ---- which acts there are

    def _of(self, bearer: Bearer, kinds: Sequence[EventKind] = _COUNTED) -> list[Slotted]:
        """What happened that bears on the bearer's duty, of whatever turn."""
        matters = (matter for kind in kinds for matter in self.ledger.matters(bearer, kind) if matter.reported)
        return [
            Slotted(matter.event, self._happening(matter.event, bearer), matter.whose is True) for matter in matters
        ]

    def _within(self, instance: Instance, opens: Moment, ends: Moment) -> list[Slotted]:
        """What happened in the time of one turn of a duty that is kept from day to day."""
        found = []
        for act in self._of(instance.bearer):
            if act.event.instance is not None and instance.number is not None:
                if act.event.instance == instance.number:
                    found.append(act)
                continue
            inside = clip(act.days, opens[0][0], ends[-1][1])
            if inside and inside != NOT_EVER:
                sure = opens[-1][1] <= act.days[0][0] and act.days[-1][1] <= ends[0][0]
                found.append(act if sure else act._replace(days=maybe(inside), sure=act.sure))
        return found

    def _told(self, acts: Iterable[Slotted], bearer: Bearer, quantity: Quantity, alone: bool) -> list[MeasuredAct]:
        said = self.ledger.visible.statements
        return [
            evolve(figures_of(act.event, said[act.event.id], quantity, alone), days=act.days, sure=act.sure)
            for act in acts
            if act.days != NOT_EVER
        ]

    def _groups(self, instance: Instance, acts: Sequence[Slotted]) -> list[list[Slotted]]:
        """The acts whose amounts add up: those of several obligors only where they owe jointly."""
        duty = instance.duty
        if duty.borne is not Borne.ANY or not instance.bearer.shared:
            return [list(acts)]
        found: dict[frozenset[str], list[Slotted]] = {}
        for act in acts:
            found.setdefault(self.ledger.behind(act.event) & frozenset(duty.obligor_ids), []).append(act)
        return list(found.values()) or [[]]

    def _hearings(self, bearer: Bearer) -> tuple[Hearing, Hearing]:
        """Who hears what serves those who owe it, and what serves their counterpart."""
        sides = self.ledger.sides(bearer)
        speakers = self.ledger.speakers
        return Hearing(speakers, sides, Favours.OBLIGOR), Hearing(speakers, sides, Favours.OTHERS)

    # ---- answers

    def performed(self, instance: Instance, acts: Sequence[Slotted]) -> When:
        """When every amount that the duty asks for is reached by the acts of an instance."""
        return one_or_other([self._reached(instance, acts, promises) for promises in self._possible(instance)])

    def _reached(self, instance: Instance, acts: Sequence[Slotted], promises: Sequence[Promise]) -> When:
        served, _ = self._hearings(instance.bearer)
        alone = len(instance.duty.quantities) == 1
        found: When | None = None
        owed = [promise for promise in promises if promise.quantity.at_least is not None]
        if any(promise.least is None for promise in owed):  # as reported, so many times nothing is nothing
            hang = [promise.quantity.at_least for promise in owed]
            nothing = all(isinstance(each, Ratio) and not self._is_told(each, instance) for each in hang)
            return When(NOT_EVER, ((0, NEVER),), ALWAYS if nothing else NOT_EVER)
        for promise in owed:
            groups = (
                self._told(group, instance.bearer, promise.quantity, alone) for group in self._groups(instance, acts)
            )
            when = first_of([reached(promise, group, served) for group in groups])
            found = when if found is None else last_of(found, when)
        assert found is not None
        return found

    def short_until(self, instance: Instance) -> Instant:
        """The last day by which those who owe it, or a verifier, say that it was not enough so far."""
        served, _ = self._hearings(instance.bearer)
        named = {act.event.id for act in instance.acts or () if act.sure}
        floor = BEGIN - 1
        for matter in self.ledger.matters(instance.bearer):
            event = matter.event
            if instance.number is not None and event.instance != instance.number and event.id not in named:
                continue
            for said in self.ledger.visible.statements[event.id]:
                if self._is_short(said, instance) and served.word(said, denial=True) is Word.SETTLES:
                    whole = said.claim.when is not None and said.claim.when.moment is None
                    floor = max(floor, self.ledger.axis.closed(said.first) if whole else said.first)
        return floor

    def _is_short(self, said: Statement, instance: Instance) -> bool:
        """Whether it says how much it was so far at most, and that is less than is promised."""
        if said.says is not Says.OCCURRED or said.ahead or said.claim.when is None:
            return False
        for promise in self._promises(instance) if said.claim.quantities else ():
            for given in said.claim.quantities:
                most = given.amount if given.amount is not None else given.at_most
                same = given.measure == promise.quantity.measure and given.unit in (None, promise.quantity.unit)
                if same and given.so_far and most is not None and promise.least is not None and most < promise.least:
                    return True
        return False

    def violated(self, instance: Instance, days: KeyDays, spells: Sequence[Spell], cleared: Cleared) -> Iterator[When]:
        """When each amount of a duty that is kept from day to day is exceeded, or a level falls short, on a day on
        which it was owed and that is not cleared."""
        if not instance.duty.quantities:
            return
        _, against = self._hearings(instance.bearer)
        acts = self._within(instance, days.not_before, days.over)
        alone, clear = len(instance.duty.quantities) == 1, cleared.outside(days.open, spells)
        for promises in zip(*self._possible(instance), strict=True):
            owed = acts
            if promises[0].level:
                owed = [act for act in acts if runs_on(act.days, days.open, days.over, spells)]
                owed = [act._replace(days=clear.leaves(act.days)) for act in owed]
            told = self._told(owed, instance.bearer, promises[0].quantity, alone)
            found = list(_broken(promises, told, against))
            if told and any(promise.is_open for promise in promises):  # nobody knows how much it may be
                found.append(When(NOT_EVER, union(span for act in told for span in act.days), NOT_EVER))
            each = [act.days for act in told]
            yield from found if promises[0].level else (clear.leaves_of(when, each) for when in found)

    def beyond(self, instance: Instance, opens: Moment, ends: Moment) -> Iterator[tuple[Moment, tuple[Statement, ...]]]:
        """What those say by whose own figures, with those of others that are settled alone, more was done than is
        allowed, or a level was too low; with the days of that."""
        acts = self._within(instance, opens, ends) if instance.duty.quantities else []
        _, against = self._hearings(instance.bearer)
        alone = len(instance.duty.quantities) == 1
        for promise in self._promises(instance) if acts else ():
            told = self._told(acts, instance.bearer, promise.quantity, alone)
            for teller in dict.fromkeys(each.teller for act in told for each in act.given):
                own = [act for each in told if (act := each.told_by(teller, against)).given]
                for when in _broken((promise,), own, against):
                    if days := rest(when.possibly):
                        given = (each for act in own for each in act.given if each.teller == teller)
                        yield days, tuple(each.statement for each in given)

    def measured(
        self, instance: Instance, acts: Sequence[Slotted] | None, opens: Moment, ends: Moment
    ) -> tuple[Measured, ...]:
        """How much of each amount there is by now; ``acts`` are those of the instance, None where they are those of
        its time."""
        served, against = self._hearings(instance.bearer)
        mine = self._within(instance, opens, ends) if acts is None else acts
        alone = len(instance.duty.quantities) == 1
        raised = self._promises(instance, 0)
        return tuple(
            measured(
                stated.unless_more(more),
                self._told(mine, instance.bearer, stated.quantity, alone),
                served,
                against,
                self._t,
            )
            for stated, more in zip(self._promises(instance), raised, strict=True)
        )


def _broken(promises: Sequence[Promise], told: Sequence[MeasuredAct], against: Hearing) -> Iterator[When]:
    """When one amount of a duty that is kept from day to day is exceeded, and when a level falls short; ``promises``
    are what it may be."""
    if any(promise.most is not None for promise in promises):
        yield one_or_other([exceeded(p, told, against) if p.most is not None else _UNKNOWN for p in promises])
    if promises[0].level and any(promise.least is not None for promise in promises):
        yield one_or_other([fallen_short(p, told, against) if p.least is not None else _UNKNOWN for p in promises])
