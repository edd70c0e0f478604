"""Random records that use every feature of the format which bears on status, on a small stretch of days."""

# ruff: noqa: E501 - one maker to a line

from __future__ import annotations

import random

from attrs import evolve

from accords.dates import Precision
from accords.dates.durations import Duration
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion, ProvisionalApplication, Term
from accords.model.conditions import Condition, Never, Offset, OnDate, OnEvent, OnObligation, Prose, Vague
from accords.model.events import Claim, Event, Finding, Monitoring
from accords.model.obligations import (
    Continuing,
    EachTime,
    Linkage,
    Obligation,
    Once,
    Performance,
    Quantity,
    Ratio,
    Reading,
    ReadingTerms,
    Recurring,
    Renewal,
    Suspension,
)
from accords.model.sources import Citation, Source
from accords.vocabulary import (
    Act,
    BindsFrom,
    Borne,
    ConclusionForm,
    Counted,
    EventKind,
    Extent,
    LinkageMode,
    Modality,
    Reaches,
    Recorded,
    RecurrenceMode,
    Says,
    SourceKind,
    SuspensionEffect,
    Verdict,
    WeekdayOfMonth,
)  # fmt: skip

from .random_parts import Parts, iso

__all__ = ["iso", "random_record"]

FIGURES = (40, 60, 80, 90, 100, 120)


def on_weekday(performance: Performance | None, conditions: dict[str, Condition]) -> Performance | None:
    """Turns a month apart, whose first has a single day, are on its weekday where that day is an even one."""
    stated = [conditions[name] for name in ("not_before", "due", "ends") if name in conditions]
    days = [each.value for each in stated if isinstance(each, OnDate) and each.value.precision is Precision.DAY]
    if not isinstance(performance, Recurring) or performance.mode is RecurrenceMode.ROLLING:
        return performance
    if performance.every != Duration(months=1) or len(stated) != 1 or not days or days[0].earliest is None:
        return performance
    day = days[0].earliest.day
    return performance if day % 2 else evolve(performance, weekday_of_month=list(WeekdayOfMonth)[(day - 1) // 7])


class Maker(Parts):
    """Makes one random record."""

    # ---- duties

    def obligation(self) -> Obligation:
        rng = self.rng
        modality = rng.choice([Modality.MUST] * 6 + [Modality.MUST_NOT] * 3 + [Modality.ENDEAVOUR, Modality.MAY])
        if self.maybe(0.03):
            modality = Modality.DECLARES
        kind = rng.choice(
            ["once"] * 10 + ["continuing"] * 4 + ["recurring"] * 4 + ["rolling", "each_time", "each_time"]
        )
        if modality is Modality.MUST_NOT:
            kind = "recurring" if kind == "recurring" else "continuing"
        if modality is Modality.MAY:
            kind = "once"
        performance, event_id = self.performance(kind)
        if isinstance(performance, EachTime) and event_id is None and performance.obligation_id is None:
            performance, kind = Once(), "once"
        borne = rng.choice((Borne.EACH, Borne.EACH, Borne.JOINTLY, Borne.ANY))
        if kind == "recurring" and modality is not Modality.MUST_NOT and self.maybe(0.2):
            borne = Borne.IN_TURN
        obligors = (
            ("a", "b") if borne is Borne.IN_TURN else tuple(rng.sample(("a", "b", "m", "g"), rng.choice((1, 1, 1, 2))))
        )
        if borne is not Borne.IN_TURN and "c" not in obligors and self.three and self.maybe(0.1):
            obligors = ("a", "b", "c")
        others = [p for p in ("a", "b", "c")[: 3 if self.three else 2] if p not in obligors]
        owed = (
            tuple(rng.sample(others, rng.randint(1, len(others))))
            if others and (self.maybe(0.6) or not set(obligors) <= set("abc"))
            else ()
        )
        conditions = self.conditions(kind, modality, event_id)
        performance = on_weekday(performance, conditions)
        duty = Obligation(
            id=self.next_id("o"), obligor_ids=obligors, borne=borne, owed_to_ids=owed, modality=modality, performance=performance, action="do it", **conditions,
            binds_from=BindsFrom.CONCLUSION if self.maybe(0.15) else BindsFrom.ENTRY_INTO_FORCE,
            suspensions=(self.suspension(obligors),) if self.maybe(0.18) else (),
            owed_after_breach=self.maybe(0.8), survives_termination=not self.leaves and self.maybe(0.15),
            verified_by_ids=("v",) if self.maybe(0.25) else (), determined_by_ids=("court",) if self.maybe(0.3) else (),
            quantities=self.quantities(kind, modality, obligors), readings=self.readings() if self.maybe(0.12) and kind != "rolling" else (),
            renewal=self.renewal() if conditions.get("ends") is not None and kind in ("once", "continuing") and self.maybe(0.3) else None,
        )  # fmt: skip
        self.duties.append(duty)
        turns = kind in ("recurring", "rolling", "each_time")
        for _ in range(rng.choice((1, 2, 2, 3) if turns else (0, 1, 1, 2, 3))):
            self.events.append(self.bearing(duty))
        return duty

    def performance(self, kind: str) -> tuple[Performance | None, str | None]:
        rng = self.rng
        if kind == "once":
            return (None if self.maybe(0.3) else Once()), None
        if kind == "continuing":
            return Continuing(), None
        if kind == "each_time":
            again = [
                d
                for d in self.duties
                if isinstance(d.performance, Recurring) and d.performance.times and d.modality is Modality.MUST
            ]
            again = [d for d in again if d.performance.mode is RecurrenceMode.ANCHORED and d.borne is not Borne.IN_TURN]
            if again and self.maybe(0.6):
                return EachTime(obligation_id=rng.choice(again).id), None
            event_id = self.milestone()
            for _ in range(rng.choice((0, 1, 2, 2))):
                self.occurrence(event_id)
            return EachTime(event_id=event_id), event_id
        anchored = kind == "recurring"
        every = f"P{rng.randint(3, 7)}D" if self.maybe(0.85) else "P1M"
        ends = OnDate(value=iso(rng.randint(5, 20))) if self.maybe(0.15) and anchored else None
        mode = RecurrenceMode.ANCHORED if anchored else RecurrenceMode.ROLLING
        return Recurring(every=every, mode=mode, times=rng.randint(1, 3) if self.maybe(0.8) else None, ends=ends), None

    def conditions(self, kind: str, modality: Modality, event_id: str | None) -> dict[str, Condition]:
        rng = self.rng
        slots = {
            "trigger": 0.3,
            "not_before": 0.25,
            "due": 0.75 if kind in ("once", "each_time") else 0.0,
            "ends": 0.2,
            "excused_if": 0.12,
        }
        if kind in ("recurring", "rolling"):
            slots |= {"not_before": 0.0, "ends": 0.0, "trigger": 0.2}
        found = {name: self.condition() for name, chance in slots.items() if self.maybe(chance)}
        if kind in ("recurring", "rolling"):
            first = rng.randint(0, 8)
            stated = (
                rng.choice(("due", "not_before", "both", "both", "neither"))
                if kind == "recurring"
                else rng.choice(("due", "not_before", "both"))
            )
            if modality is Modality.MUST_NOT:
                stated = rng.choice(("not_before", "both"))
            if stated in ("not_before", "both"):
                plain = self.maybe(0.85) or stated == "both"
                found["not_before"] = OnDate(value=iso(first)) if plain else self.offset(OnDate(value=iso(first)))
            if stated in ("due", "both"):
                if modality is Modality.MUST_NOT:
                    found["ends"] = OnDate(value=iso(first + rng.randint(0, 2)))
                else:
                    found["due"] = OnDate(value=iso(first + rng.randint(0, 8)) if self.maybe(0.9) else "2023-01")
        if event_id is not None and self.maybe(0.7):
            found["due"] = Offset(
                anchor=OnEvent(event_id=event_id), duration=f"{'-' if self.maybe(0.25) else ''}P{rng.randint(1, 5)}D"
            )
        return found

    def quantities(self, kind: str, modality: Modality, obligors: tuple[str, ...]) -> tuple[Quantity, ...]:
        """Amounts: a least for acts, a most for what is kept; levels for what is kept only."""
        if (
            not self.maybe(0.2)
            or modality not in (Modality.MUST, Modality.MUST_NOT)
            or len(obligors) > 1
            or kind == "rolling"
        ):
            return ()
        if kind == "continuing" or modality is Modality.MUST_NOT:
            if self.maybe(0.5):
                return (Quantity(measure="load", unit="t", at_most=100),)
            bound = {"at_most": 90} if self.maybe(0.5) or modality is Modality.MUST_NOT else {"at_least": 80}
            return (Quantity(measure="load", unit="t", counted=Counted.LEVEL, **bound),)
        other = [
            d
            for d in self.duties
            if d.quantities and d.quantities[0].counted is Counted.SUM and d.performed.kind == "once"
        ]
        if other and self.maybe(0.3):
            return (Quantity(measure="load", unit="t", at_least=Ratio(times=2, of_obligation_id=other[0].id)),)
        return (Quantity(measure="load", unit="t", at_least=90),)

    def suspension(self, obligors: tuple[str, ...] = ()) -> Suspension:
        effect = self.rng.choice(list(SuspensionEffect))
        only = (obligors[0],) if obligors and self.maybe(0.2) else ()
        roll = self.rng.random()
        if roll < 0.4:
            first = self.rng.randint(0, 12)
            last = first + self.rng.randint(1, 6)
            starts, ends = (OnDate(value=self.hourly(day)) for day in (first, last))
            return Suspension(starts=starts, ends=ends, effect=effect, obligor_ids=only)
        if roll < 0.6:
            begin, end = self.milestone(), self.milestone()
            for event_id in (begin, end) if begin != end else ():
                self.occurrence(event_id)
            return Suspension(
                starts=OnEvent(event_id=begin), ends=OnEvent(event_id=end), effect=effect, obligor_ids=only
            )
        return Suspension(
            starts=self.condition(1, False), ends=self.condition(1, False) if self.maybe(0.7) else None,
            effect=effect, obligor_ids=only,
        )  # fmt: skip

    def readings(self) -> tuple[Reading, ...]:
        name = self.rng.choice(("due", "trigger", "not_before", "ends"))
        terms = ReadingTerms(**{name: OnDate(value=self.when())})
        more = (Reading(id=self.next_id("r"), text="in other words"),) if self.maybe(0.3) else ()
        cited = (Citation(source_id="news"),) if len(self.events) % 2 else ()
        held = Reading(id=self.next_id("r"), held_by_ids=("b",), text="otherwise", replaces=terms, citations=cited)
        return (held, *more)

    # ---- events

    def bearing(self, duty: Obligation) -> Event:
        rng = self.rng
        continuing = duty.performed.kind == "continuing" or duty.modality is Modality.MUST_NOT
        own = EventKind.CONDUCT if continuing else EventKind.PERFORMANCE
        still = [EventKind.SUSPENSION, EventKind.RESUMPTION, EventKind.POSTPONEMENT]
        kind = rng.choice(
            [own] * 6
            + [
                EventKind.RELEASE,
                EventKind.TERMINATION,
                EventKind.SUPERSESSION,
                EventKind.FINDING,
                EventKind.FINDING,
                *still,
            ]
        )
        if kind is EventKind.FINDING:
            return self.finding(duty)
        actors = tuple(rng.sample(duty.obligor_ids, 1)) if self.maybe(0.7) and kind is own else ()
        if actors and self.maybe(0.2):
            actors = (rng.choice(("agent", "rep", "gm", "dual", "n", "boss")),)
        turns = duty.performed.kind in ("recurring", "each_time")
        named = kind is own and bool(duty.quantities) and turns
        number = rng.randint(1, 3) if turns and (named or self.maybe(0.4)) else None
        about: tuple[str, ...] = ()
        if isinstance(duty.performed, EachTime) and duty.performed.event_id is not None and self.maybe(0.5):
            about = tuple(e.id for e in self.events if e.occurrence_of_id == duty.performed.event_id)[:1]
        if kind is EventKind.RESUMPTION and self.maybe(0.3):
            about = tuple(e.id for e in self.events if e.kind is EventKind.SUSPENSION and duty.id in e.obligation_ids)[
                :1
            ]
        postponing = kind is EventKind.POSTPONEMENT
        claims = self.claims(kind is EventKind.CONDUCT, FIGURES if duty.quantities and kind is own else ())
        if kind is EventKind.CONDUCT and self.maybe(0.3):
            claims = self.agreed(duty.obligor_ids[0])
        return Event(
            id=self.next_id("e"), kind=kind, summary="it happened", actor_ids=actors, obligation_ids=(duty.id,), instance=number,
            about_event_ids=about, claims=claims,
            act=Act.RATIFICATION if kind is own and len(self.events) % 5 == 0 else None,
            extent=Extent.PARTIAL if kind is own and self.maybe(0.1) else None if duty.borne is Borne.JOINTLY and not duty.quantities else Extent.FULL,
            new_due=(OnDate(value=self.when()) if self.maybe(0.8) else self.condition(2, False)) if postponing else None,
        )  # fmt: skip

    def finding(self, duty: Obligation) -> Event:
        on = [
            e
            for e in self.events
            if duty.id in e.obligation_ids and e.kind in (EventKind.PERFORMANCE, EventKind.CONDUCT)
        ]
        kept = duty.performed.kind == "continuing" or duty.modality is Modality.MUST_NOT
        if on and self.maybe(0.5):
            subject, verdicts = self.rng.choice(on).id, [Verdict.OCCURRED, Verdict.NOT_OCCURRED]
            if kept:
                verdicts = [*verdicts, Verdict.BREACHED, Verdict.NOT_BREACHED]
        else:
            subject, verdicts = duty.id, [Verdict.FULFILLED, Verdict.BREACHED, Verdict.NOT_BREACHED, Verdict.EXCUSED]
            if kept:
                verdicts = [Verdict.BREACHED, Verdict.NOT_BREACHED, Verdict.EXCUSED]
        made = self.day()
        speakers = self.rng.choice((("court",), ("court",), ("court",), ("a",), ("b",), ("a", "b"), ("n",), (None,)))
        claims = [
            Claim(says=Says.OCCURRED, when=iso(made), known_on=iso(made + self.rng.randint(0, 3)), claimed_by_id=who,
                  citations=() if who else (Citation(source_id="news"),)) for who in speakers
        ]  # fmt: skip
        if self.maybe(0.3):
            word = self.rng.choice((Says.ACCEPTS, Says.ACCEPTS, Says.REJECTS))
            claims.append(
                Claim(
                    says=word,
                    known_on=iso(made + self.rng.randint(0, 3)),
                    claimed_by_id=self.rng.choice(("a", "b", "c", "m", "agent", "critic")),
                )
            )
        body = self.rng.choice(("court", "court", "v" if "v" in duty.verified_by_ids else "court"))
        if body == "v":
            claims = [Claim(says=Says.OCCURRED, when=iso(made), known_on=iso(made), claimed_by_id="v")]
        return Event(
            id=self.next_id("e"), kind=EventKind.FINDING, summary="it was found", actor_ids=(body,), obligation_ids=(duty.id,),
            about_event_ids=tuple(e.id for e in on[:1]) if subject == duty.id and made % 2 else (),
            finding=Finding(on_id=subject, obligor_ids=duty.obligor_ids[:1] if subject == duty.id and made % 3 == 0 else (), verdict=self.rng.choice(verdicts), when=self.when() if self.maybe(0.7) else None,
                            reading_id=duty.readings[0].id if duty.readings and subject == duty.id and self.maybe(0.5) else None),
            claims=tuple(claims),
        )  # fmt: skip

    def met(self) -> None:
        words = [c.id for d in self.duties for c in (d.trigger, d.not_before, d.due) if isinstance(c, (Vague, Prose))]
        if words and self.maybe(0.5):
            made = self.day()
            claim = Claim(says=Says.OCCURRED, when=iso(made), known_on=iso(made), claimed_by_id="court")
            self.events.append(
                Event(id=self.next_id("e"), kind=EventKind.FINDING, summary="met", actor_ids=("court",),
                      finding=Finding(on_id=words[0], verdict=Verdict.MET, when=f"{iso(self.day())}"), claims=(claim,))
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
                        through=iso(first + self.rng.randint(3, 25)), monitored_by_id=self.rng.choice(("n", "n", "v", "v", "a", "b", "agent", "critic", None)),
                        citations=(Citation(source_id=self.rng.choice(("news", "office"))),),
                        known_on=iso(self.rng.randint(4, 28)) if self.maybe(0.6) else None,
                        recorded=self.rng.choice((Recorded.ALL, Recorded.ALL, Recorded.NONE_FOUND, Recorded.SELECTION)),
                    )
                )  # fmt: skip
        return tuple(found)

    # ---- the agreement

    def renewal(self) -> Renewal | None:
        notice, consent = (self.milestone() for _ in range(2))
        formal = {e.id for e in self.events if e.kind is EventKind.MILESTONE}
        by_consent = self.maybe(0.3) and consent in formal
        return Renewal(
            duration=f"P{self.rng.randint(3, 9)}D", unless_event_id=notice if self.maybe(0.7) and notice in formal else None, notice="P2D" if self.maybe(0.5) else None,
            if_event_id=consent if by_consent else None, max_times=1 if by_consent else self.rng.choice((None, 1, 2)),
        )  # fmt: skip

    def term(self) -> Term | None:
        if self.maybe(0.5):
            return None
        ends = tuple(self.condition(1, False) for _ in range(self.rng.choice((0, 0, 1))))
        renewal = self.renewal() if ends and self.maybe(0.4) else None
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

    def plain(self) -> Condition:
        roll = self.rng.random()
        if roll < 0.45:
            return OnDate(value=iso(self.day()))
        formal = self.milestone()
        return OnEvent(event_id=formal) if roll < 0.9 else self.offset(OnDate(value=iso(self.day())))

    def steady(self, condition: object) -> bool:
        return "OnEntryIntoForce" not in repr(condition)

    def hung_on_a_duty(self, term: Term | None) -> Term | None:
        """The term with one more end: that a duty is done, broken or over."""
        plain = [d for d in self.duties if d.performed.kind in ("once", "continuing")]
        if not plain or not self.maybe(0.12):
            return term
        end = OnObligation(
            obligation_id=self.rng.choice(plain).id,
            reaches=self.rng.choice((Reaches.FULFILLED, Reaches.FULFILLED, Reaches.ENDED, Reaches.BREACHED)),
        )
        before = term if term is not None else Term()
        return Term(
            entry_into_force=before.entry_into_force, ends_if_any=(*before.ends_if_any, end), renewal=before.renewal,
            provisional_application=before.provisional_application, suspensions=before.suspensions,
        )  # fmt: skip

    def general(self) -> None:
        """Acts that are about the agreement as a whole."""
        kinds = [EventKind.TERMINATION, EventKind.SUPERSESSION, EventKind.MILESTONE, EventKind.MILESTONE]
        kind = self.rng.choice([*kinds, EventKind.SUSPENSION])
        act = self.rng.choice((Act.DENUNCIATION, Act.WITHDRAWAL)) if kind is EventKind.MILESTONE else None
        actor = self.rng.choice("ab")
        claims = (
            self.told("a", "b")
            if kind is EventKind.SUPERSESSION or self.maybe(0.3)
            else self.told(self.rng.choice(("a", "b", "n")))
        )
        leaving = kind in (EventKind.TERMINATION, EventKind.MILESTONE)
        event = Event(
            id=self.next_id("e"),
            kind=kind,
            act=act,
            summary="all of it",
            actor_ids=(actor,) if leaving and (act is not None or self.maybe(0.6)) else (),
            claims=claims,
        )
        self.events.append(event)
        if kind is EventKind.SUSPENSION and self.maybe(0.5):
            self.events.append(
                Event(id=self.next_id("e"), kind=EventKind.RESUMPTION, summary="again", claims=self.told("a", "b"))
            )

    def linkages(self, term: Term | None) -> tuple[Linkage, ...]:
        free = [
            d
            for d in self.duties
            if "OnObligation" not in repr(d) and d.performed.kind in ("once", "continuing") and not d.quantities
        ]
        free = [d for d in free if d.modality is not Modality.MUST_NOT or d.performed.kind == "continuing"]
        if (
            self.hours
            or len(free) < 2
            or "OnObligation" in repr((self.duties, term, self.events))
            or not self.maybe(0.6)
        ):
            return ()
        mode = self.rng.choice(list(LinkageMode))
        if mode is LinkageMode.ALTERNATIVE:
            free = [d for d in free if d.performed.kind == "once" and d.modality is Modality.MUST and not d.suspensions]
            free = free if len(free) > 1 else []
        tolerance = "P2D" if mode is LinkageMode.SIMULTANEOUS and self.maybe(0.5) else None
        return (Linkage(obligation_ids=(free[0].id, free[1].id), mode=mode, tolerance=tolerance),) if free else ()

    def record(self) -> Agreement:
        term = self.term()
        for _ in range(self.rng.choice((1, 1, 2, 2, 3))):
            self.obligation()
        self.met()
        if self.maybe(0.2):
            self.general()
        if not any(isinstance(d.performance, EachTime) for d in self.duties):
            term = self.hung_on_a_duty(term)
        linkages = self.linkages(term)
        bound = Never() if self.maybe(0.03) else self.plain() if self.maybe(0.15) else None
        published = {"published": iso(self.rng.randint(-2, 20))} if self.maybe(0.7) else {}
        parties, third_parties, actors = self.parties(bound), self.third_parties(), self.actors()
        return Agreement(
            id="random", title="Random", actors=actors, parties=parties, third_parties=third_parties, calendar=self.calendar(),
            time_zone=self.rng.choice(("UTC", "UTC", "Asia/Tokyo", "America/New_York")) if self.hours else "UTC",
            sources=(
                Source(id="news", kind=SourceKind.NEWS_REPORT, title="News", **published), Source(id="office", kind=SourceKind.OFFICIAL_STATEMENT, title="Office"),
            ),
            conclusion=Conclusion(form=ConclusionForm.SIGNED, date=iso(0) if self.maybe(0.8) else f"{iso(-1)}/{iso(3)}") if self.maybe(0.92) else None,
            term=term, obligations=tuple(self.duties), linkages=linkages, events=tuple(self.events), monitoring=self.monitoring(),
        )  # fmt: skip


def random_record(rng: random.Random) -> Agreement:
    """One random record."""
    return Maker(rng).record()
