"""How much was done in a world: what figures establish, what they leave open, and what they add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

import attrs

from accords.model.events import Event
from accords.model.obligations import Obligation, Quantity, Ratio
from accords.vocabulary import Counted, EventKind, Extent, Modality, Role, Says

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
                last[self.voice(claim), self.known(claim) is None] = Figure(camp, value, said.so_far, self.heard(claim))
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
        sure = self.settled(event, figures, establish)
        base = max(sure, default=Decimal(0))
        more = sorted({f.value for f in figures if f.value > base})
        amount = world.ask(("amount", event.id, quantity.measure), [base, *more])
        so_far = any(f.so_far for f in figures if f.value == amount) or (
            amount == base and any(f.so_far for f in figures)
        )
        return amount, base, so_far  # type: ignore[return-value]

    def settled(self, event: Event, figures: list[Figure], camps: set[str]) -> list[Decimal]:
        """What those say whose figure settles it: of a formal act also who did it, where nobody gives another."""
        agreed = len({f.value for f in figures}) == 1 and event.kind is EventKind.PERFORMANCE
        if agreed and event.act is not None and not any(f.camp in camps for f in figures):
            camps = {*camps, "mine"}
        return [f.value for f in figures if f.camp in camps]

    def promised(self, world: World, amount: Decimal | Ratio | None, owing: Who, turn: int | None) -> Decimal | None:
        """A number, or so many times what is established of the other duty, or of that part of it on which this
        instance hangs, as far as it happened in this world; None where nobody reports anything of it, or
        something happened and nothing is established."""
        if not isinstance(amount, Ratio):
            return amount
        other = self.duty[amount.of_obligation_id]
        total, told_of, unknown = Decimal(0), False, False
        for event in self.shared(other, owing, turn):
            who = self.bearer(event)
            assert who is not None
            if not self.fact(world, event, who)[2]:
                continue
            told_of = True
            if self.happens(world, event, who).day > self.t:
                continue
            quantity = other.quantities[0]
            limits = other.modality is Modality.MUST_NOT or (quantity.at_least is None is not quantity.at_most)
            told = self.figures(event, who, quantity)
            sure = self.settled(event, told, {"umpire", "mine" if limits else "theirs"})
            total += max(sure, default=Decimal(0))
            unknown = True
        return amount.times * total if total or (told_of and not unknown) else None

    def shared(self, other: Obligation, owing: Who, turn: int | None) -> list[Event]:
        """The acts of another duty on which an instance hangs: all or, where it comes round with what they are about,
        those of its turn, of its occurrence, or since the occurrence before."""
        kept = self.is_continuing(other)
        kinds = (EventKind.PERFORMANCE, *([EventKind.CONDUCT] if kept else []))
        acts = [e for e in self.record.events if other.id in e.obligation_ids and e.kind in kinds]
        again, world = self.duty[owing[0]].performed, World(lambda options: options[0])
        if turn is None:
            return acts
        if again.kind == "each_time" and again.event_id is not None:
            mine = next(iter(self.occurrences(world, owing)[turn - 1 :]), None)
            named = [e for e in acts if mine in (e.id, *e.about_event_ids)]
            times = [e for e in self.record.events if e.occurrence_of_id == again.event_id]
            spans = {e.id: span for e in times if (span := self.days_told(world, e))}
            free = [e for e in acts if spans.keys().isdisjoint((e.id, *e.about_event_ids))]
            return named or [e for e in free if self.next_ones(self.days_told(world, e), spans) == [mine]]
        if other.performed.kind not in ("recurring", "each_time"):
            return acts
        return [
            e for e in acts if e.instance == turn or (e.instance is None and self.is_in_turn(world, e, other, turn))
        ]

    def days_told(self, world: World, event: Event) -> tuple[int, int] | None:
        """The first and the last minute that everybody leaves possible; none where it may not have happened."""
        formal = (None, frozenset[str]()) if self.is_formal(event) else (self.bearer(event), None)
        options, _, asserted = self.fact(world, event, *formal)
        if not asserted or None in options:
            return None
        return min(self.clock.first(at) for at in options if at), max(self.clock.last(at) for at in options if at)

    def next_ones(self, act: tuple[int, int] | None, spans: dict[str, tuple[int, int]]) -> list[str]:
        """Which occurrences may be the first one on or after an act."""
        if act is None:
            return []
        instant = (lambda minute: minute) if self.hours else self.clock.day_of
        last = instant(act[1])
        before = lambda a: any(last <= instant(x) and y < a for x, y in spans.values())  # noqa: E731
        return [one for one, (a, b) in spans.items() if b >= act[0] and not before(a)]

    def is_in_turn(self, world: World, event: Event, other: Obligation, turn: int) -> bool:
        """Whether an act surely lies in the time of a turn, and of no other."""
        who, told = self.bearer(event), self.days_told(world, event)
        assert who is not None
        windows = [(n, self.bounds(world, who, n)) for n in self.turns(who)]
        ends = {n: b.over if self.is_continuing(other) else self.clock.last(b.due) for n, b in windows}
        inside = [n for n, b in windows if told and b.opens <= told[0] and told[1] <= ends[n]]
        return inside == [turn]

    def is_continuing(self, duty: Obligation) -> bool:
        raise NotImplementedError

    def turns(self, who: Who) -> range:
        raise NotImplementedError

    def bounds(self, world: World, who: Who, turn: int | None) -> Any:
        raise NotImplementedError

    def reached(
        self, world: World, who: Who, turn: int | None, acts: list[tuple[Event, int]], sure: set[str]
    ) -> tuple[list[int], bool]:
        """When the acts of one turn reach all that is promised, and whether that is established: ``acts`` come with
        their minutes, ``sure`` names those that are established to have happened."""
        needs = [
            (q, self.promised(world, q.at_least, who, turn))
            for q in self.duty[who[0]].quantities
            if q.at_least is not None
        ]
        if all(need == 0 for _, need in needs):  # nothing came of what it hangs on
            return [ALWAYS_DONE], True
        if any(need is None for _, need in needs):  # nobody establishes how much it hangs on
            enough = world.ask(("enough", who, turn), [None, ALWAYS_DONE, *sorted(minute for _, minute in acts)])
            return ([] if enough is None else [enough]), False  # type: ignore[list-item]
        total, known = ({n: Decimal(0) for n in range(len(needs))} for _ in range(2))
        first: list[int] = []
        for event, minute in sorted(acts, key=lambda act: (act[1], act[0].id)):
            for n, (quantity, need) in enumerate(needs):
                assert need is not None
                amount, base, so_far = self.chosen(world, event, who, quantity, {"theirs", "umpire"}, need)
                alone = so_far or quantity.counted is Counted.LEVEL
                total[n] = max(total[n], amount) if alone else total[n] + amount
                if event.id in sure:
                    known[n] = max(known[n], base) if alone else known[n] + base
            if not first and all(total[n] >= need for n, (_, need) in enumerate(needs)):
                first = [minute]
        return first, all(known[n] >= need for n, (_, need) in enumerate(needs))

    def no_more_by(self, world: World, who: Who, turn: int | None) -> int:
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
                        need = self.promised(world, quantity.at_least, who, turn)
                        same = said.measure == quantity.measure and said.unit in (None, quantity.unit)
                        most = said.amount if said.amount is not None else said.at_most
                        if same and said.so_far and None not in (need, most) and most < need:  # type: ignore[operator]
                            floor = max(floor, number(claim.when.earliest, LOW))
        return floor

    def passed(
        self, world: World, who: Who, turn: int | None, acts: list[tuple[Event, int]], sure: set[str]
    ) -> list[int]:
        """The minutes at which figures break a bound in this world."""
        found = []
        for quantity in self.duty[who[0]].quantities:
            most, least = (self.promised(world, each, who, turn) for each in (quantity.at_most, quantity.at_least))
            level = quantity.counted is Counted.LEVEL
            unknown = most is None is not quantity.at_most or (level and least is None is not quantity.at_least)
            total = Decimal(0)
            for event, minute in sorted(acts, key=lambda act: (act[1], act[0].id)):
                if unknown and world.ask(("beyond", event.id, quantity.measure), [False, True]):
                    found.append(minute)
                figures = self.figures(event, who, quantity)
                if not figures:
                    continue
                if level:
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
