"""Random records that use every feature of the format which bears on status, on a small stretch of days."""

# ruff: noqa: E501 - one maker to a line

from __future__ import annotations

import random
from datetime import date, timedelta

from accords.model.actors import Actor, ActsFor, Party, ThirdParty
from accords.model.agreement import Agreement, Conclusion, ProvisionalApplication, Renewal, Term
from accords.model.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
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
from accords.model.events import Claim, Event, Finding, Monitoring
from accords.model.obligations import (
    Continuing,
    EachTime,
    Linkage,
    Obligation,
    Once,
    Reading,
    ReadingTerms,
    Recurring,
    Suspension,
)
from accords.model.sources import Citation, Source
from accords.vocabulary import (
    Act,
    AnchorDay,
    BindsFrom,
    Borne,
    ConclusionForm,
    EventKind,
    Extent,
    LinkageMode,
    Modality,
    MonthEnd,
    Reaches,
    Recorded,
    RecurrenceMode,
    Role,
    Says,
    SourceKind,
    SuspensionEffect,
    Verdict,
)  # fmt: skip

START = date(2023, 1, 1)
SPEAKERS = ("a", "a", "b", "b", "c", "n", "m", "v", "court", "agent", "rep", "dual", "gm", None, None)


def iso(day: int) -> str:
    return (START + timedelta(days=day)).isoformat()


class Maker:
    """Makes one random record from a source of randomness."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.events: list[Event] = []
        self.duties: list[Obligation] = []
        self.count = 0

    def maybe(self, chance: float) -> bool:
        return self.rng.random() < chance

    def day(self) -> int:
        return self.rng.randint(-2, 18)

    def when(self) -> str:
        first = self.day()
        return iso(first) if self.maybe(0.65) else f"{iso(first)}/{iso(first + self.rng.randint(0, 6))}"

    def next_id(self, stem: str) -> str:
        self.count += 1
        return f"{stem}{self.count}"

    # ---- conditions

    def condition(self, depth: int = 0, refer: bool = True) -> object:
        roll = self.rng.random()
        if depth < 2 and roll < 0.18:
            return Offset(
                anchor=self.condition(depth + 1, refer),
                duration=f"{'-' if self.maybe(0.12) else ''}P{self.rng.randint(0, 7)}D"
                if self.maybe(0.85)
                else self.rng.choice(("P1M", "P2M")),
                anchor_day=AnchorDay.INCLUDED if self.maybe(0.2) else AnchorDay.EXCLUDED,
                month_end=self.rng.choice(list(MonthEnd)),
            )
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
        plain = [duty for duty in self.duties if not isinstance(duty.performance, (Recurring, EachTime))]
        if refer and plain and roll < 0.82:
            return OnObligation(obligation_id=self.rng.choice(plain).id, reaches=self.rng.choice(list(Reaches)))
        return OnDate(value=self.when())

    def milestone(self) -> str:
        known = [event.id for event in self.events if event.kind is not EventKind.FINDING]
        if known and self.maybe(0.5):
            return self.rng.choice(known)
        defined = OnDate(value=iso(self.day())) if self.maybe(0.05) else None
        event = Event(
            id=self.next_id("e"), kind=EventKind.MILESTONE, summary="a step", act=Act.NOTIFICATION, claims=self.claims(),
            defined_as=defined,
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

    def claims(self, charges: bool = False) -> tuple[Claim, ...]:
        made: list[Claim] = []
        for _ in range(self.rng.choice((1, 2, 2, 3, 3) if charges else (0, 1, 1, 1, 2, 2, 3))):
            words = [Says.OCCURRED] * 6 + [Says.NOT_OCCURRED] * 3 + [Says.PLANNED]
            if charges:
                words += [Says.BREACH] * 8 + [Says.NO_BREACH] * 2
            claim = Claim(
                id=self.next_id("c"),
                says=self.rng.choice(words),
                when=self.when() if self.maybe(0.85) else None,
                until=iso(self.rng.randint(10, 22)) if self.maybe(0.12) else None,
                known_on=iso(self.rng.randint(-2, 24)) if self.maybe(0.8) else None,
                claimed_by_id=self.rng.choice(SPEAKERS),
                citations=(Citation(source_id=self.rng.choice(("news", "office"))),) if self.maybe(0.4) else (),
            )
            made.append(claim)
        if made and self.maybe(0.12):
            target = self.rng.choice(made)
            made.append(
                Claim(
                    id=self.next_id("c"),
                    retracts_id=target.id,
                    claimed_by_id=target.claimed_by_id if self.maybe(0.8) else "n",
                    known_on=iso(self.rng.randint(0, 24)),
                    citations=target.citations if self.maybe(0.8) else (),
                )
            )
            if self.maybe(0.2):
                back = made[-1]
                made.append(
                    Claim(
                        id=self.next_id("c"),
                        retracts_id=back.id,
                        claimed_by_id=back.claimed_by_id,
                        known_on=iso(self.rng.randint(0, 24)),
                    )
                )
        return tuple(made)

    # ---- duties

    def obligation(self) -> Obligation:
        rng = self.rng
        modality = rng.choice([Modality.MUST] * 6 + [Modality.MUST_NOT] * 3 + [Modality.ENDEAVOUR, Modality.MAY])
        if self.maybe(0.03):
            modality = Modality.DECLARES
        kind = rng.choice(["once"] * 10 + ["continuing"] * 4 + ["recurring"] * 2 + ["rolling", "each_time"])
        if modality is Modality.MUST_NOT:
            kind = "continuing"
        if modality is Modality.MAY:
            kind = "once"
        performance: object = {"once": None if self.maybe(0.3) else Once(), "continuing": Continuing()}.get(kind)
        if kind in ("recurring", "rolling"):
            anchored = kind == "recurring"
            performance = Recurring(
                every=f"P{rng.randint(3, 7)}D" if self.maybe(0.85) else "P1M", mode=RecurrenceMode.ANCHORED if anchored else RecurrenceMode.ROLLING,
                times=rng.randint(1, 3) if self.maybe(0.8) else None,
                ends=OnDate(value=iso(rng.randint(5, 20))) if self.maybe(0.15) else None,
            )  # fmt: skip
        if kind == "each_time":
            event_id = self.milestone()
            for _ in range(rng.choice((0, 1, 2, 2))):
                self.occurrence(event_id)
            performance = EachTime(event_id=event_id)
        obligors = tuple(rng.sample(("a", "b", "m", "g"), rng.choice((1, 1, 1, 2))))
        slots = {
            "trigger": 0.3, "not_before": 0.0 if kind in ("recurring", "rolling") else 0.25,
            "due": 0.75 if kind in ("once", "each_time") else 0.0, "ends": 0.2, "excused_if": 0.12,
        }  # fmt: skip
        conditions = {name: self.condition() for name, chance in slots.items() if self.maybe(chance)}
        if isinstance(performance, Recurring):
            first = rng.randint(0, 8)
            if self.maybe(0.7):
                conditions["not_before"] = OnDate(value=iso(first))
            if self.maybe(0.7):
                conditions["due"] = OnDate(value=iso(first + rng.randint(0, 8)))
        if isinstance(performance, EachTime) and self.maybe(0.6):
            conditions["due"] = Offset(anchor=OnEvent(event_id=performance.event_id), duration=f"P{rng.randint(1, 5)}D")
        duty = Obligation(
            id=self.next_id("o"), obligor_ids=obligors, borne=rng.choice((Borne.EACH, Borne.EACH, Borne.JOINTLY, Borne.ANY)),
            modality=modality, performance=performance, action="do it", **conditions,
            binds_from=BindsFrom.CONCLUSION if self.maybe(0.15) else BindsFrom.ENTRY_INTO_FORCE,
            suspensions=(self.suspension(),) if self.maybe(0.18) else (),
            owed_after_breach=self.maybe(0.8), survives_termination=self.maybe(0.15),
            verified_by_ids=("v",) if self.maybe(0.25) else (), determined_by_ids=("court",) if self.maybe(0.3) else (),
            readings=self.readings() if self.maybe(0.12) else (),
        )  # fmt: skip
        self.duties.append(duty)
        turns = kind in ("recurring", "rolling", "each_time")
        for _ in range(rng.choice((1, 2, 2, 3) if turns else (0, 1, 1, 2, 3))):
            self.events.append(self.bearing(duty))
        return duty

    def suspension(self) -> Suspension:
        if self.maybe(0.5):
            first = self.rng.randint(0, 12)
            starts, ends = OnDate(value=iso(first)), OnDate(value=iso(first + self.rng.randint(1, 6)))
            return Suspension(starts=starts, ends=ends, effect=self.rng.choice(list(SuspensionEffect)))
        return Suspension(
            starts=self.condition(1, False), ends=self.condition(1, False) if self.maybe(0.7) else None,
            effect=self.rng.choice(list(SuspensionEffect)),
        )  # fmt: skip

    def readings(self) -> tuple[Reading, ...]:
        name = self.rng.choice(("due", "trigger", "not_before", "ends"))
        terms = ReadingTerms(**{name: OnDate(value=self.when())})
        more = (Reading(id=self.next_id("r"), text="in other words"),) if self.maybe(0.3) else ()
        return (Reading(id=self.next_id("r"), held_by_ids=("b",), text="otherwise", replaces=terms), *more)

    def bearing(self, duty: Obligation) -> Event:
        rng = self.rng
        continuing = duty.performed.kind == "continuing"
        own = EventKind.CONDUCT if continuing else EventKind.PERFORMANCE
        kind = rng.choice(
            [own] * 6 + [EventKind.RELEASE, EventKind.TERMINATION, EventKind.SUPERSESSION, EventKind.SUSPENSION,
                         EventKind.RESUMPTION, EventKind.POSTPONEMENT, EventKind.FINDING, EventKind.FINDING]
        )  # fmt: skip
        actors = tuple(rng.sample(duty.obligor_ids, 1)) if self.maybe(0.7) and kind is own else ()
        if actors and self.maybe(0.2):
            actors = (rng.choice(("agent", "rep", "gm", "dual")),)
        if kind is EventKind.FINDING:
            return self.finding(duty)
        turns = duty.performed.kind in ("recurring", "each_time")
        number = rng.randint(1, 3) if turns and self.maybe(0.4) else None
        about: tuple[str, ...] = ()
        if isinstance(duty.performed, EachTime) and self.maybe(0.5):
            about = tuple(e.id for e in self.events if e.occurrence_of_id == duty.performed.event_id)[:1]
        if kind is EventKind.RESUMPTION and self.maybe(0.3):
            about = tuple(e.id for e in self.events if e.kind is EventKind.SUSPENSION and duty.id in e.obligation_ids)[
                :1
            ]
        postponing = kind is EventKind.POSTPONEMENT
        claims = self.claims(kind is EventKind.CONDUCT)
        if kind is EventKind.CONDUCT and self.maybe(0.3):
            claims = self.agreed(duty.obligor_ids[0])
        return Event(
            id=self.next_id("e"), kind=kind, summary="it happened", actor_ids=actors, obligation_ids=(duty.id,), instance=number if kind is own or postponing else None,
            about_event_ids=about,
            extent=Extent.PARTIAL if kind is own and self.maybe(0.1) else Extent.FULL, claims=claims,
            new_due=(OnDate(value=self.when()) if self.maybe(0.8) else self.condition(2, False)) if postponing else None,
        )  # fmt: skip

    def agreed(self, obligor: str) -> tuple[Claim, ...]:
        """Both sides say that it happened, and one calls it a breach."""
        when, known = iso(self.rng.randint(2, 12)), iso(self.rng.randint(12, 18))
        words = ((obligor, Says.OCCURRED), (self.rng.choice("bcn"), Says.BREACH))
        return tuple(
            Claim(id=self.next_id("c"), says=says, when=when, known_on=known, claimed_by_id=who) for who, says in words
        )

    def finding(self, duty: Obligation) -> Event:
        on = [
            e
            for e in self.events
            if duty.id in e.obligation_ids and e.kind in (EventKind.PERFORMANCE, EventKind.CONDUCT)
        ]
        if on and self.maybe(0.5):
            subject, verdicts = self.rng.choice(on).id, [Verdict.OCCURRED, Verdict.NOT_OCCURRED]
            if duty.performed.kind == "continuing":
                verdicts = [*verdicts, Verdict.BREACHED, Verdict.NOT_BREACHED]
        else:
            subject, verdicts = duty.id, [Verdict.FULFILLED, Verdict.BREACHED, Verdict.NOT_BREACHED, Verdict.EXCUSED]
            if duty.performed.kind == "continuing":
                verdicts = [Verdict.BREACHED, Verdict.NOT_BREACHED, Verdict.EXCUSED]
        made = self.day()
        claim = Claim(
            says=Says.OCCURRED, when=iso(made), known_on=iso(made + self.rng.randint(0, 3)), claimed_by_id="court"
        )
        return Event(
            id=self.next_id("e"), kind=EventKind.FINDING, summary="it was found", actor_ids=(self.rng.choice(("court", "court", "v")),),
            obligation_ids=(duty.id,),
            finding=Finding(on_id=subject, verdict=self.rng.choice(verdicts), when=self.when() if self.maybe(0.7) else None,
                            reading_id=duty.readings[0].id if duty.readings and subject == duty.id and self.maybe(0.5) else None),
            claims=(claim,),
        )  # fmt: skip

    def met(self) -> None:
        words = [c.id for d in self.duties for c in (d.trigger, d.not_before, d.due) if isinstance(c, (Vague, Prose))]
        if words and self.maybe(0.5):
            made = self.day()
            claim = Claim(says=Says.OCCURRED, when=iso(made), known_on=iso(made), claimed_by_id="court")
            self.events.append(
                Event(id=self.next_id("e"), kind=EventKind.FINDING, summary="met", actor_ids=("court",),
                      finding=Finding(on_id=words[0], verdict=Verdict.MET, when=self.when()), claims=(claim,))
            )  # fmt: skip

    def monitoring(self) -> tuple[Monitoring, ...]:
        found = []
        for duty in self.duties:
            for _ in range(self.rng.choice((0, 0, 1, 2))):
                first = self.rng.randint(-4, 10)
                found.append(
                    Monitoring(
                        obligation_ids=(duty.id,), since=iso(first) if self.maybe(0.7) else None,
                        event_ids=tuple(e.id for e in self.events if e.kind in (EventKind.PERFORMANCE, EventKind.CONDUCT) and not e.claims)[:2],
                        through=iso(first + self.rng.randint(3, 25)), monitored_by_id=self.rng.choice(("n", "n", "v", "a", "b", "agent", None)),
                        citations=(Citation(source_id=self.rng.choice(("news", "office"))),),
                        known_on=iso(self.rng.randint(4, 28)) if self.maybe(0.6) else None,
                        recorded=self.rng.choice((Recorded.ALL, Recorded.ALL, Recorded.NONE_FOUND, Recorded.SELECTION)),
                    )
                )  # fmt: skip
        return tuple(found)

    def term(self) -> Term | None:
        if self.maybe(0.5):
            return None
        renewal = None
        ends = tuple(self.condition(1, False) for _ in range(self.rng.choice((0, 0, 1))))
        if ends and self.maybe(0.4):
            renewal = Renewal(
                duration=f"P{self.rng.randint(3, 9)}D", unless_event_id=self.milestone() if self.maybe(0.7) else None,
                notice="P2D" if self.maybe(0.5) else None, max_times=self.rng.choice((None, 1, 2)),
            )  # fmt: skip
            if (
                renewal.unless_event_id is not None
                and self.event_of(renewal.unless_event_id).kind is not EventKind.MILESTONE
            ):
                renewal = None
        provisional = None
        if self.maybe(0.2):
            provisional = ProvisionalApplication(
                starts=self.condition(1, False), ends=OnDate(value=self.when()) if self.maybe(0.6) else None
            )
        return Term(
            entry_into_force=self.plain() if self.maybe(0.6) else None, ends_if_any=tuple(c for c in ends if self.steady(c)),
            renewal=renewal, provisional_application=provisional if provisional and self.steady(provisional.starts) else None,
            suspensions=(self.suspension(),) if self.maybe(0.1) else (),
        )  # fmt: skip

    def event_of(self, event_id: str) -> Event:
        return next(event for event in self.events if event.id == event_id)

    def plain(self) -> object:
        return OnDate(value=iso(self.day())) if self.maybe(0.5) else OnEvent(event_id=self.milestone())

    def steady(self, condition: object) -> bool:
        return "OnEntryIntoForce" not in repr(condition)

    def record(self) -> Agreement:
        term = self.term()
        for _ in range(self.rng.choice((1, 1, 2, 2, 3))):
            self.obligation()
        self.met()
        if self.maybe(0.15):
            kind = self.rng.choice(
                (EventKind.TERMINATION, EventKind.SUPERSESSION, EventKind.SUSPENSION, EventKind.MILESTONE)
            )
            act = Act.DENUNCIATION if kind is EventKind.MILESTONE else None
            self.events.append(
                Event(id=self.next_id("e"), kind=kind, act=act, summary="all of it", claims=self.claims())
            )
            if kind is EventKind.SUSPENSION and self.maybe(0.5):
                self.events.append(
                    Event(id=self.next_id("e"), kind=EventKind.RESUMPTION, summary="again", claims=self.claims())
                )
        linkages: tuple[Linkage, ...] = ()
        free = [d for d in self.duties if "OnObligation" not in repr(d) and d.performed.kind in ("once", "continuing")]
        if len(free) >= 2 and "OnObligation" not in repr((self.duties, term, self.events)) and self.maybe(0.6):
            mode = self.rng.choice(list(LinkageMode))
            linkages = (Linkage(obligation_ids=(free[0].id, free[1].id), mode=mode,
                                tolerance="P2D" if mode is LinkageMode.SIMULTANEOUS and self.maybe(0.5) else None),)  # fmt: skip
        actors = tuple(
            Actor(
                id=i, name=i, acts_for=(ActsFor(actor_id="a"),) if i in ("agent", "dual") else (),
                member_ids=("gm",) if i == "g" else (),
            ) for i in ("a", "b", "c", "g", "m", "n", "v", "court", "agent", "rep", "dual", "gm")
        )  # fmt: skip
        bound = Never() if self.maybe(0.03) else self.plain() if self.maybe(0.15) else None
        until = OnDate(value=iso(self.rng.randint(4, 20))) if self.maybe(0.1) else None
        verifier = (ThirdParty(actor_id="v", role=Role.VERIFIER),) if self.maybe(0.1) else ()
        published = {"published": iso(self.rng.randint(-2, 20))} if self.maybe(0.7) else {}
        made = ConclusionForm.SIGNED
        return Agreement(
            id="random", title="Random", actors=actors,
            parties=(
                Party(actor_id="a", bound_from=bound), Party(actor_id="b", represented_by_ids=("rep", "dual"), bound_until=until), Party(actor_id="c"),
            ),
            third_parties=(ThirdParty(actor_id="m", role=Role.MEDIATOR), ThirdParty(actor_id="court", role=Role.ARBITER if self.maybe(0.7) else Role.OBSERVER), *verifier),
            sources=(
                Source(id="news", kind=SourceKind.NEWS_REPORT, title="News", **published), Source(id="office", kind=SourceKind.OFFICIAL_STATEMENT, title="Office"),
            ),
            conclusion=Conclusion(form=made, date=iso(0) if self.maybe(0.8) else f"{iso(-1)}/{iso(3)}") if self.maybe(0.92) else None,
            term=term, obligations=tuple(self.duties), linkages=linkages, events=tuple(self.events), monitoring=self.monitoring(),
        )  # fmt: skip


def random_record(rng: random.Random) -> Agreement:
    """One random record."""
    return Maker(rng).record()
