"""How much was done in a world: what figures establish, what they leave open, and what they add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import attrs

from accords.model.events import Event
from accords.model.obligations import Quantity, Ratio
from accords.vocabulary import Counted, EventKind, Extent, Role, Says

from .oracle_conditions import Conditions
from .oracle_time import LOW, World, number
from .oracle_words import Who

ALWAYS_DONE = -(10**10)
"""Before every minute of a world."""
CAN_BE_UNSTATED = attrs.fields(Event).extent.default is None
"""Whether a record can leave open how much an act performed; where it cannot, no act says that it was all."""


class Figure(NamedTuple):
    """The last figure of one speaker about one event."""

    camp: str
    value: Decimal
    so_far: bool
    known: int


class Amounts(Conditions):
    """Figures about acts and conduct."""

    def figures(self, event: Event, who: Who, quantity: Quantity) -> list[Figure]:
        last: dict[object, Figure] = {}
        for claim in sorted(event.claims, key=self.heard):
            if claim.says not in (Says.OCCURRED, Says.BREACH) or not self.live(claim):
                continue
            if claim.when is not None and self.clock.span(claim.when)[0] > self.clock.end(self.heard(claim)):
                continue  # nobody knows of a day before it comes
            camp = self.word(claim.claimed_by_id, self.heard(claim), who, Role.VERIFIER).camp
            for said in claim.quantities:
                value = said.amount if said.amount is not None else said.at_least or Decimal(0)
                if said.measure != quantity.measure or said.unit not in (None, quantity.unit):
                    continue
                last[self.voice(claim)] = Figure(camp, value, said.so_far, self.heard(claim))
        return list(last.values())

    def chosen(
        self, world: World, event: Event, who: Who, quantity: Quantity, establish: set[str], need: Decimal
    ) -> tuple[Decimal, Decimal, bool]:
        """What it came to in this world, what of it is established, and whether it is the sum so far."""
        figures = self.figures(event, who, quantity)
        if not figures:
            if event.extent is Extent.PARTIAL:
                return Decimal(0), Decimal(0), False
            if event.extent is Extent.FULL and CAN_BE_UNSTATED:
                return need, need, False
            amount = world.ask(("amount", event.id, quantity.measure), [Decimal(0), need])
            return amount, Decimal(0), False  # type: ignore[return-value]
        sure = [f.value for f in figures if f.camp in establish]
        base = max(sure, default=Decimal(0))
        more = sorted({f.value for f in figures if f.value > base})
        amount = world.ask(("amount", event.id, quantity.measure), [base, *more])
        so_far = any(f.so_far for f in figures if f.value == amount) or (
            amount == base and any(f.so_far for f in figures)
        )
        return amount, base, so_far  # type: ignore[return-value]

    def promised(self, amount: Decimal | Ratio | None) -> Decimal | None:
        """A number, or so many times what is established of the other duty."""
        if not isinstance(amount, Ratio):
            return amount
        other = self.duty[amount.of_obligation_id]
        total = Decimal(0)
        for event in self.record.events:
            if other.id not in event.obligation_ids or event.kind is not EventKind.PERFORMANCE:
                continue
            who = self.bearer(event)
            assert who is not None
            for quantity in other.quantities:
                sure = [f.value for f in self.figures(event, who, quantity) if f.camp in ("theirs", "umpire")]
                total += max(sure, default=Decimal(0))
        return amount.times * total

    def reached(self, world: World, who: Who, acts: list[tuple[Event, int]], sure: set[str]) -> tuple[list[int], bool]:
        """When the acts of one turn reach all that is promised, and whether that is established: ``acts`` come with
        their minutes, ``sure`` names those that are established to have happened."""
        needs = [(q, self.promised(q.at_least)) for q in self.duty[who[0]].quantities if q.at_least is not None]
        if all(need == 0 for _, need in needs):  # nothing came of what it hangs on
            return [ALWAYS_DONE], True
        total, known = ({n: Decimal(0) for n in range(len(needs))} for _ in range(2))
        for event, minute in sorted(acts, key=lambda act: (act[1], act[0].id)):
            for n, (quantity, need) in enumerate(needs):
                assert need is not None
                amount, base, so_far = self.chosen(world, event, who, quantity, {"theirs", "umpire"}, need)
                alone = so_far or quantity.counted is Counted.LEVEL
                total[n] = max(total[n], amount) if alone else total[n] + amount
                if event.id in sure:
                    known[n] = max(known[n], base) if alone else known[n] + base
            if all(total[n] >= need for n, (_, need) in enumerate(needs)):
                return [minute], all(known[n] >= need for n, (_, need) in enumerate(needs))
        return [], False

    def no_more_by(self, who: Who, turn: int | None) -> int:
        """The last day by which the obligor or a verifier says that it was not yet enough."""
        duty, floor = self.duty[who[0]], LOW - 1
        for event in self.record.events:
            if duty.id not in event.obligation_ids or event.instance not in (None, turn):
                continue
            for claim in event.claims:
                if claim.says is not Says.OCCURRED or not self.live(claim) or claim.when is None:
                    continue
                word = self.word(claim.claimed_by_id, self.heard(claim), who, Role.VERIFIER)
                if not self.against([word], who, "mine"):
                    continue
                for said in claim.quantities:
                    for quantity in duty.quantities:
                        need = self.promised(quantity.at_least)
                        same = said.measure == quantity.measure and said.unit in (None, quantity.unit)
                        most = said.amount if said.amount is not None else said.at_most
                        if same and said.so_far and None not in (need, most) and most < need:  # type: ignore[operator]
                            floor = max(floor, number(claim.when.earliest, LOW))
        return floor

    def passed(self, world: World, who: Who, acts: list[tuple[Event, int]], sure: set[str]) -> list[int]:
        """The minutes at which figures break a bound in this world."""
        found = []
        for quantity in self.duty[who[0]].quantities:
            most, least = self.promised(quantity.at_most), self.promised(quantity.at_least)
            total = Decimal(0)
            for event, minute in sorted(acts, key=lambda act: (act[1], act[0].id)):
                figures = self.figures(event, who, quantity)
                if not figures:
                    continue
                if quantity.counted is Counted.LEVEL:
                    bad = [f for f in figures if self.outside(f.value, most, least)]
                    sure = [f for f in figures if f.camp == "umpire"] or [f for f in figures if f.camp == "mine"]
                    certain = bool(sure) and all(f in bad for f in sure)
                    if bad and (certain or world.ask(("level", event.id), [True, False])):
                        found.append(minute)
                elif most is not None:
                    amount, _, so_far = self.chosen(world, event, who, quantity, {"mine", "umpire"}, most)
                    total = max(total, amount) if so_far else total + amount
                    if total > most:
                        found.append(minute)
        return found

    @staticmethod
    def outside(value: Decimal, most: Decimal | None, least: Decimal | None) -> bool:
        return (most is not None and value > most) or (least is not None and value < least)
