"""Random actors, conditions and claims, on a small stretch of days."""

# ruff: noqa: E501 - one maker to a line

from __future__ import annotations

import random
from datetime import date, timedelta

from accords.model.actors import Actor, ActsFor, Party, ThirdParty
from accords.model.conclusion import Calendar
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Never,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)  # fmt: skip
from accords.model.events import Claim, ClaimedQuantity, Event
from accords.model.obligations import EachTime, Obligation, Recurring
from accords.model.sources import Citation
from accords.vocabulary import (
    Act,
    ActorKind,
    AnchorDay,
    EventKind,
    InstanceChoice,
    MonthEnd,
    NextStart,
    Reaches,
    Role,
    Says,
)

START = date(2023, 1, 1)
SPEAKERS = (
    "a",
    "a",
    "b",
    "b",
    "c",
    "n",
    "m",
    "v",
    "court",
    "agent",
    "boss",
    "envoy",
    "critic",
    "rep",
    "dual",
    "gm",
    None,
    None,
)
KINDS = {
    "a": ActorKind.POLITY, "b": ActorKind.POLITY, "c": ActorKind.POLITY, "g": ActorKind.GROUP, "m": ActorKind.POLITY, "n": ActorKind.OTHER,
    "v": ActorKind.BODY, "court": ActorKind.BODY, "agent": ActorKind.OFFICE, "envoy": ActorKind.OFFICE, "rep": ActorKind.PERSON,
    "dual": ActorKind.OFFICE, "gm": ActorKind.PERSON, "boss": ActorKind.PERSON, "critic": ActorKind.PERSON,
}  # fmt: skip
ACTS_FOR = {
    "agent": (ActsFor(actor_id="a"),), "dual": (ActsFor(actor_id="a"),), "boss": (ActsFor(actor_id="agent"),), "critic": (ActsFor(actor_id="b"),),
}  # fmt: skip


def iso(day: int) -> str:
    return (START + timedelta(days=day)).isoformat()


class Parts:
    """Makes parts of one record from a source of randomness."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.events: list[Event] = []
        self.duties: list[Obligation] = []
        self.count = 0
        self.hours = self.maybe(0.12)
        """Whether hours are stated."""
        self.leaves = self.maybe(0.1)
        """Whether a party is bound until a day only, where nothing survives."""
        self.three = self.maybe(0.5)

    def maybe(self, chance: float) -> bool:
        return self.rng.random() < chance

    def day(self) -> int:
        return self.rng.randint(-2, 18)

    def moment(self, day: int) -> str:
        return f"{iso(day)}T{self.rng.choice((0, 6, 10, 14, 23)):02}:00:00Z"

    def hourly(self, day: int) -> str:
        """A day or, where hours are stated, perhaps an hour of it."""
        return self.moment(day) if self.hours and self.maybe(0.5) else iso(day)

    def when(self) -> str:
        first = self.day()
        if self.hours and self.maybe(0.4):
            return self.moment(first)
        return iso(first) if self.maybe(0.65) else f"{iso(first)}/{iso(first + self.rng.randint(0, 6))}"

    def next_id(self, stem: str) -> str:
        self.count += 1
        return f"{stem}{self.count}"

    # ---- who takes part

    def actors(self) -> tuple[Actor, ...]:
        until = {
            "envoy": (ActsFor(actor_id="a", since=iso(self.day()) if self.maybe(0.3) else None, until=iso(self.day())),)
        }
        return tuple(
            Actor(
                id=i,
                name=i,
                kind=kind,
                acts_for={**ACTS_FOR, **until}.get(i, ()),
                member_ids=("gm",) if i == "g" else (),
            )
            for i, kind in KINDS.items()
        )

    def parties(self, bound: Condition | None) -> tuple[Party, ...]:
        until = OnDate(value=iso(self.rng.randint(4, 20))) if self.leaves else None
        sides = self.rng.choice(((None, None, None), (None, None, None), ("x", "y", "y"), ("x", "y", "x")))
        doubted = ("b",) if self.maybe(0.03) else ("a", "b") if self.maybe(0.05) else ()
        found = (
            Party(actor_id="a", bound_from=bound, side=sides[0], according_to_ids=doubted),
            Party(actor_id="b", represented_by_ids=("rep", "dual"), bound_until=until, side=sides[1]), Party(actor_id="c", side=sides[2]),
        )  # fmt: skip
        return found if self.three else found[:2]

    def held_by(self) -> tuple[str, ...]:
        everybody = ("a", "b", "c") if self.three else ("a", "b")
        return self.rng.choice(((), (), (), everybody, ("b",), ("a",), ("n",)))

    def third_parties(self) -> tuple[ThirdParty, ...]:
        found = [ThirdParty(actor_id="m", role=Role.MEDIATOR)]
        found.append(
            ThirdParty(
                actor_id="court",
                role=Role.ARBITER,
                according_to_ids=self.held_by(),
            )
        )
        if self.maybe(0.2):
            found.append(ThirdParty(actor_id="v", role=Role.VERIFIER, according_to_ids=self.held_by()))
        if self.maybe(0.3):
            found.append(ThirdParty(actor_id="n", role=Role.MONITOR, according_to_ids=self.held_by()))
        return tuple(found)

    def calendar(self) -> Calendar | None:
        if self.maybe(0.3):
            return None
        return Calendar(
            weekend=("saturday", "sunday") if self.maybe(0.8) else ("friday",), holidays=(iso(self.day()),) if self.maybe(0.5) else (),
            since=iso(-60) if self.maybe(0.5) else None, until=iso(self.rng.randint(5, 60)) if self.maybe(0.5) else None,
        )  # fmt: skip

    # ---- conditions

    def condition(self, depth: int = 0, refer: bool = True) -> Condition:
        roll = self.rng.random()
        if depth < 2 and roll < 0.2:
            return self.offset(self.condition(depth + 1, refer))
        if depth < 2 and roll < 0.28:
            parts = tuple(self.condition(depth + 1, refer) for _ in range(self.rng.randint(1, 3)))
            kind = self.rng.choice(("all", "any", "at"))
            if kind == "at":
                return AtLeast(count=self.rng.randint(1, len(parts)), conditions=parts)
            return (AllOf if kind == "all" else AnyOf)(conditions=parts)
        if roll < 0.34:
            return NoEvent(
                event_id=self.milestone(),
                since=self.condition(2, False) if self.maybe(0.4) else None,
                until=self.condition(2, False),
            )
        if roll < 0.37:
            return Never()
        if roll < 0.41:
            return Vague(id=self.next_id("w"), text="soon", after=self.condition(2, False) if self.maybe(0.5) else None)
        if roll < 0.45:
            return Prose(id=self.next_id("w"), text="if it allows")
        if roll < 0.58:
            return OnEvent(event_id=self.milestone())
        if roll < 0.66:
            return OnEntryIntoForce()
        if roll < 0.70:
            return OnConclusion()
        if refer and roll < 0.82 and self.duties:
            return self.on_duty() or OnDate(value=self.when())
        return OnDate(value=self.when())

    def offset(self, anchor: Condition) -> Offset:
        about = (
            {"approximate": True, **({"tolerance": f"P{self.rng.randint(1, 4)}D"} if self.maybe(0.6) else {})}
            if self.maybe(0.1)
            else {}
        )
        then = (
            {
                "then": self.rng.choice(
                    (NextStart.NEXT_MONTH_START, NextStart.NEXT_MONTH_START, NextStart.NEXT_YEAR_START)
                )
            }
            if self.maybe(0.05)
            else {}
        )
        if self.maybe(0.08):
            return Offset(anchor=anchor, working_days=self.rng.choice((-2, 1, 2, 3, 5)), **about)
        if self.hours and self.maybe(0.5):
            return Offset(anchor=anchor, duration=f"PT{self.rng.choice((1, 12, 24, 36, 48, 72))}H")
        return Offset(
            anchor=anchor, duration=f"{'-' if self.maybe(0.12) else ''}P{self.rng.randint(0, 7)}D" if self.maybe(0.85) else self.rng.choice(("P1M", "P2M")),
            anchor_day=AnchorDay.INCLUDED if self.maybe(0.2) else AnchorDay.EXCLUDED, month_end=self.rng.choice(list(MonthEnd)), **about, **then,
        )  # fmt: skip

    def on_duty(self) -> OnObligation | None:
        """Another duty reaches a turn in its life; of one that comes round, one turn, all of them or the first."""
        duty = self.rng.choice(self.duties)
        again = duty.performance
        if isinstance(again, EachTime):
            return None
        if not isinstance(again, Recurring):
            return OnObligation(obligation_id=duty.id, reaches=self.rng.choice(list(Reaches)))
        if again.times is None or len(duty.obligor_ids) > 1 or not duty.owed_after_breach:
            return None
        which = self.rng.choice(
            (
                {"turn": self.rng.randint(1, again.times)},
                {"instances": InstanceChoice.ALL},
                {"instances": InstanceChoice.FIRST},
                {},
            )
        )
        return OnObligation(
            obligation_id=duty.id,
            reaches=self.rng.choice((Reaches.FULFILLED, Reaches.FULFILLED, Reaches.BREACHED)),
            **which,
        )

    def milestone(self) -> str:
        known = [event.id for event in self.events if event.kind is not EventKind.FINDING]
        if known and self.maybe(0.5):
            return self.rng.choice(known)
        defined = OnDate(value=iso(self.day())) if self.maybe(0.05) else None
        fact = self.maybe(0.25)
        event = Event(
            id=self.next_id("e"), kind=EventKind.CONDUCT if fact else EventKind.MILESTONE, summary="a step", act=None if fact else Act.NOTIFICATION,
            claims=self.claims(), defined_as=defined,
        )  # fmt: skip
        self.events.append(event)
        if self.maybe(0.1):
            self.occurrence(event.id)
        return event.id

    def occurrence(self, event_id: str) -> None:
        self.events.append(
            Event(
                id=self.next_id("e"),
                kind=EventKind.MILESTONE,
                summary="once",
                occurrence_of_id=event_id,
                claims=self.claims(),
            )
        )

    # ---- claims

    def claims(self, charges: bool = False, figures: tuple[int, ...] = ()) -> tuple[Claim, ...]:
        made: list[Claim] = []
        for _ in range(self.rng.choice((1, 2, 2, 3, 3) if charges else (0, 1, 1, 1, 2, 2, 3))):
            words = [Says.OCCURRED] * 6 + [Says.NOT_OCCURRED] * 3 + [Says.PLANNED]
            if charges:
                words += [Says.BREACH] * 8 + [Says.NO_BREACH] * 2
            says, when = self.rng.choice(words), self.when() if self.maybe(0.85) else None
            if says is Says.NOT_OCCURRED and when is not None:
                when = when[:10] if "T" in when else when
            if says in (Says.OCCURRED, Says.BREACH) and when is not None and len(when) == 10 and self.maybe(0.05):
                when += self.rng.choice("~?%")
            claim = Claim(
                id=self.next_id("c"), says=says, when=when,
                until=iso(self.rng.randint(10, 22)) if self.maybe(0.12) else None,
                known_on=iso(self.rng.randint(-2, 24)) if self.maybe(0.8) else None,
                claimed_by_id=self.rng.choice(SPEAKERS),
                citations=(Citation(source_id=self.rng.choice(("news", "office"))),) if self.maybe(0.4) else (),
                quantities=self.figure(figures) if says in (Says.OCCURRED, Says.BREACH) else (),
            )  # fmt: skip
            made.append(claim)
        if made and self.maybe(0.12):
            made += self.retraction(made)
        return tuple(made)

    def figure(self, figures: tuple[int, ...]) -> tuple[ClaimedQuantity, ...]:
        if not figures or self.maybe(0.1):
            return ()
        unit = self.rng.choice((None, None, None, "kg", "t"))
        return (ClaimedQuantity(measure="load", amount=self.rng.choice(figures), unit=unit),)

    def retraction(self, made: list[Claim]) -> list[Claim]:
        target = self.rng.choice(made)
        first = Claim(
            id=self.next_id("c"), retracts_id=target.id, claimed_by_id=target.claimed_by_id if self.maybe(0.8) else "n",
            known_on=iso(self.rng.randint(0, 24)), citations=target.citations if self.maybe(0.8) else (),
        )  # fmt: skip
        if not self.maybe(0.2):
            return [first]
        return [
            first,
            Claim(
                id=self.next_id("c"),
                retracts_id=first.id,
                claimed_by_id=first.claimed_by_id,
                known_on=iso(self.rng.randint(0, 24)),
            ),
        ]

    def agreed(self, obligor: str) -> tuple[Claim, ...]:
        """Both sides say that it happened, and one calls it a breach."""
        when, known = iso(self.rng.randint(2, 12)), iso(self.rng.randint(12, 18))
        words = ((obligor, Says.OCCURRED), (self.rng.choice("bcn"), Says.BREACH))
        return tuple(
            Claim(id=self.next_id("c"), says=says, when=when, known_on=known, claimed_by_id=who) for who, says in words
        )

    def told(self, *speakers: str) -> tuple[Claim, ...]:
        """All of them say that it happened, on one day."""
        when = self.day()
        return tuple(
            Claim(id=self.next_id("c"), says=Says.OCCURRED, when=iso(when), known_on=iso(when), claimed_by_id=who)
            for who in speakers
        )
