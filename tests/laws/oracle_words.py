"""Who says what about whom, and what that leaves possible: speakers, sides, facts, findings and watching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import evolve

from accords.model.agreement import Agreement
from accords.model.conditions import NoEvent, OnEvent
from accords.model.events import Claim, Event, Finding, Monitoring
from accords.model.obligations import Obligation, Reading
from accords.vocabulary import ActorKind, Borne, EventKind, Recorded, Role, Says, Verdict

from .oracle_time import FAR, GRID, LOW, At, Clock, World, number

Who = tuple[str, str]
"""A duty and the obligor whose instance it is; ``*`` where they bear it together."""

ALLOWS = (
    EventKind.PERFORMANCE, EventKind.RELEASE, EventKind.POSTPONEMENT, EventKind.SUSPENSION, EventKind.TERMINATION,
    EventKind.SUPERSESSION,
)  # fmt: skip
"""What serves the obligor, so that the other side's word establishes it; anything else its own word does."""
DECLARED = (EventKind.TERMINATION, EventKind.SUSPENSION, EventKind.RELEASE, EventKind.SUPERSESSION)


class Word(NamedTuple):
    """Where a speaker stands towards one instance, and for which of its obligors it speaks."""

    camp: str
    """``mine``, ``theirs``, ``umpire``; ``soft mine`` and ``soft theirs`` for those who do not bind their side."""
    obligors: frozenset[str]
    sides: frozenset[str]


class Said(NamedTuple):
    """One claim that something happened, or a denial, with the minutes it leaves possible."""

    word: Word
    first: int
    last: int
    claim: Claim


QUESTIONS = {
    Verdict.NOT_BREACHED: Verdict.BREACHED, Verdict.EXCUSED: Verdict.BREACHED, Verdict.NOT_OCCURRED: Verdict.OCCURRED
}  # fmt: skip
"""What answers the same question as another verdict."""


class Ruling(NamedTuple):
    """The last word of a body that settles."""

    body: str
    verdict: Verdict
    first: int
    last: int
    dated: bool
    finding: Finding


class Words:
    """What is known of one record by the end of day ``k``."""

    def __init__(self, record: Agreement, t: int, k: int) -> None:
        self.record, self.t, self.k = record, t, k
        self.clock = Clock(record.time_zone)
        self.hours = "T" in "".join(_texts(record))
        """Whether any hour is stated, so that acts have hours too."""
        self.event = {e.id: e for e in record.events}
        self.actor = {a.id: a for a in record.actors}
        self.source = {source.id: source for source in record.sources}
        self.side = {p.actor_id: p.side or f"={p.actor_id}" for p in record.parties}
        self.sides = frozenset(self.side.values())
        self.agents: dict[str, set[str]] = {}
        for role in (*record.parties, *record.third_parties):
            for agent in role.represented_by_ids:
                self.agents.setdefault(agent, set()).add(role.actor_id)
        self.all_claims = [claim for event in record.events for claim in event.claims]
        self.duty = {
            o.id: evolve(o, readings=tuple(r for r in o.readings if self.put_forward(r))) for o in record.obligations
        }
        self.found: dict[object, object] = {}
        """What holds in every world, looked up once."""

    # ---------------------------------------------------------------- what is known

    def put_forward(self, reading: Reading) -> bool:
        """Whether a reading was known: from a source, or from somebody who relies on it."""
        told = [
            claim
            for event in self.record.events
            for claim in event.claims
            if claim.says is not None
            and reading.id in (claim.reading_id, event.finding.reading_id if event.finding is not None else None)
        ]
        days = [self.known(thing) for thing in (reading, *told)]
        return any(day is None or day <= self.k for day in days)

    def known(self, thing: Claim | Monitoring | Reading) -> int | None:
        """When a claim or watch became known: as stated, else when the first of its sources was published."""
        if not isinstance(thing, Reading) and thing.known_on is not None:
            return number(thing.known_on.latest, FAR)
        dated = [self.source[c.source_id].published for c in thing.citations]
        return min((number(day.latest, FAR) for day in dated if day is not None), default=None)

    def heard(self, thing: Claim | Monitoring) -> int:
        known = self.known(thing)
        return self.k if known is None else known

    def voice(self, thing: Claim) -> object:
        return thing.claimed_by_id or ("source", thing.citations[0].source_id if thing.citations else None)

    def live(self, claim: Claim) -> bool:
        known = self.known(claim)
        if known is not None and known > self.k:
            return False
        for other in self.all_claims:
            if other.retracts_id is None or other.retracts_id != claim.id or self.voice(other) != self.voice(claim):
                continue
            later = self.known(other)
            if not (known is not None and later is not None and later < known) and self.live(other):
                return False
        return True

    # ---------------------------------------------------------------- who speaks for whom

    def patrons(self, actor: str, day: int) -> set[str]:
        """For whom it acts on a day."""
        return {
            link.actor_id
            for link in self.actor[actor].acts_for
            if (link.since is None or number(link.since.earliest, LOW) <= day)
            and (link.until is None or day <= number(link.until.latest, FAR))
        }

    def binds(self, actor: str, day: int) -> frozenset[str]:
        """Whose word its word is: offices and bodies that act for a side, who holds an office, who represents it."""
        found, ahead = {actor}, [actor]
        while ahead:
            one = ahead.pop()
            kind = self.actor[one].kind
            above = set(self.agents.get(one, ()))
            for patron in self.patrons(one, day):
                holds = kind is ActorKind.PERSON and self.actor[patron].kind is ActorKind.OFFICE
                if kind in (ActorKind.OFFICE, ActorKind.BODY) or holds:
                    above.add(patron)
            ahead += above - found
            found |= above
        return frozenset(found)

    def belongs(self, actor: str, day: int | None = None) -> frozenset[str]:
        """The actor and all to whom it belongs in any way; without a day, at any time."""
        found, ahead = {actor}, [actor]
        while ahead:
            one = ahead.pop()
            above = set(self.agents.get(one, ())) | {a.id for a in self.record.actors if one in a.member_ids}
            above |= {x.actor_id for x in self.actor[one].acts_for} if day is None else self.patrons(one, day)
            ahead += above - found
            found |= above
        return frozenset(found)

    def doers(self, event: Event, duty: Obligation) -> list[str]:
        """The obligors whose act it is."""
        return [o for o in duty.obligor_ids if any(o in self.belongs(actor) for actor in event.actor_ids)]

    def instances(self, duty: Obligation) -> list[Who]:
        if duty.borne in (Borne.EACH, Borne.IN_TURN) and len(duty.obligor_ids) > 1:
            return [(duty.id, o) for o in duty.obligor_ids]
        return [(duty.id, "*")]

    def own(self, who: Who) -> set[str]:
        return {who[1]} if who[1] != "*" else set(self.duty[who[0]].obligor_ids)

    def allies(self, who: Who) -> set[str]:
        """The obligors with all on their sides."""
        own = self.own(who)
        sides = {self.side[o] for o in own if o in self.side}
        return own | {p for p, side in self.side.items() if side in sides}

    def counterpart(self, who: Who) -> set[str]:
        """Those it is owed to and, of two sides, the other one; never the obligor's own."""
        sides = {self.side[o] for o in self.own(who) if o in self.side}
        other = {p for p, side in self.side.items() if len(self.sides) == 2 and sides and side not in sides}
        return (set(self.duty[who[0]].owed_to_ids) | other) - self.allies(who)

    def recognised(self, actor: str, *roles: Role) -> bool:
        """Whether every side holds it to have one of the roles."""
        for third in self.record.third_parties:
            if third.actor_id == actor and third.role in roles:
                holders = {self.side.get(h) for h in third.according_to_ids}
                if not third.according_to_ids or self.sides <= holders:
                    return True
        return False

    def word(self, speaker: str | None, day: int, who: Who | None, *roles: Role) -> Word:
        """Where a speaker stands on the day of speaking; in one of the roles it is an umpire."""
        key = ("word", speaker, day, who, roles)
        if key not in self.found:
            self.found[key] = self._word(speaker, day, who, roles)
        return self.found[key]  # type: ignore[return-value]

    def _word(self, speaker: str | None, day: int, who: Who | None, roles: tuple[Role, ...]) -> Word:
        if speaker is None:
            return Word("outside", frozenset(), frozenset())
        strong, loose = self.binds(speaker, day), self.belongs(speaker, day)
        sides = frozenset(self.side[p] for p in strong if p in self.side)
        own = self.own(who) if who is not None else set()
        allies = self.allies(who) if who is not None else set()
        theirs = self.counterpart(who) if who is not None else set()
        named = who is not None and speaker in self.duty[who[0]].verified_by_ids
        mine = frozenset(strong & own)
        if (named or self.recognised(speaker, *roles)) and not mine and speaker not in self.side:
            return Word("umpire", mine, sides)
        camp = "outside"
        if mine and strong & theirs:
            camp = "both"
        elif mine:
            camp = "mine"
        elif strong & theirs:
            camp = "theirs"
        elif loose & allies:
            camp = "soft mine"
        elif loose & theirs:
            camp = "soft theirs"
        return Word(camp, mine, sides)

    # ---------------------------------------------------------------- what establishes

    def against(self, words: Iterable[Word], who: Who | None, camp: str) -> bool:
        """Whether somebody says so against the interest of ``camp``, or who verifies, or all sides."""
        words = list(words)
        if any(word.camp == "umpire" for word in words):
            return True
        sides = frozenset().union(*(word.sides for word in words))
        if who is None:
            return len(sides) > 1
        own = self.own(who)
        together = own <= frozenset().union(*(word.obligors for word in words))
        if camp == "neither":
            return False
        if camp == "mine":
            return together
        if any(word.camp == "theirs" for word in words):
            return True
        return together and not self.counterpart(who) and set(self.side) <= own

    def bearer(self, event: Event) -> Who | None:
        if event.kind in (EventKind.MILESTONE, EventKind.FINDING, EventKind.BACKGROUND) or not event.obligation_ids:
            return None
        duty = self.duty[event.obligation_ids[0]]
        options = self.instances(duty)
        return next((w for w in options if w[1] in self.doers(event, duty)), options[0])

    def is_formal(self, event: Event) -> bool:
        return event.kind in (EventKind.MILESTONE, *DECLARED) or event.act is not None

    def waits(self, event_id: str, who: Who) -> set[str]:
        """Whose word against its own interest establishes an event that conditions of the duty wait for."""
        duty, found = self.duty[who[0]], set()
        terms = [reading.replaces for reading in duty.readings if reading.replaces is not None]
        for name in ("trigger", "not_before", "due", "ends", "excused_if"):
            for part in (duty, *terms):
                for c, coming in _awaited(getattr(part, name, None)):
                    if c == event_id:
                        found.add("mine" if coming is (name not in ("ends", "excused_if")) else "theirs")
        for still in duty.suspensions:
            for condition, starts in ((still.starts, True), (still.ends, False)):
                found |= {
                    "theirs" if coming is starts else "mine" for c, coming in _awaited(condition) if c == event_id
                }
        if getattr(duty.performed, "event_id", None) == event_id:
            found.add("mine")
        return found or {"mine", "theirs"}

    # ---------------------------------------------------------------- what may have happened

    def fact(
        self, world: World, event: Event, who: Who | None, camps: frozenset[str] | None = None
    ) -> tuple[frozenset[At | None], int, bool]:
        """The times at which it may have happened (None: not), the last day by which it surely had not, and whether
        anybody asserts it. ``camps`` says whose word against itself establishes it; empty: anybody's word does."""
        if camps is None:
            camps = frozenset({"theirs" if event.kind in ALLOWS else "mine"})
        rulings = tuple(self.happened(world, event, who))
        key = ("fact", event.id, who, camps, rulings)
        if key not in self.found:
            self.found[key] = self._fact(event, who, camps, rulings)
        return self.found[key]  # type: ignore[return-value]

    def said(self, event: Event, who: Who | None) -> tuple[list[Said], list[Said]]:
        """The assertions and the denials that are known."""
        yes, no = [], []
        for claim in event.claims:
            if claim.says in (None, Says.PLANNED, Says.ACCEPTS, Says.REJECTS) or not self.live(claim):
                continue
            known, bound = self.known(claim), self.clock.end(self.heard(claim))
            word = self.word(claim.claimed_by_id, self.heard(claim), who, Role.VERIFIER)
            vague = claim.when is not None and "T" not in claim.when.text and claim.when.text[-1] in "?~%"
            if claim.says is Says.NOT_OCCURRED:
                early = self.clock.start(self.heard(claim)) if known is not None else self.clock.start(LOW)
                first, last = (early, bound) if claim.when is None else self.clock.span(claim.when)
                no.append(Said(word, first, last, claim))
            elif claim.says is not Says.NO_BREACH:
                whole = (self.clock.first(At(LOW)), bound)
                stated = whole if claim.when is None else self.clock.span(claim.when)
                first, last = (stated[0], bound) if vague else stated
                if stated[0] <= bound:
                    yes.append(Said(word, first, min(last, bound), claim))
        return yes, no

    def _fact(
        self, event: Event, who: Who | None, camps: frozenset[str], rulings: tuple[Ruling, ...]
    ) -> tuple[frozenset[At | None], int, bool]:
        yes, no = self.said(event, who)
        found_yes = [r for r in rulings if r.verdict is Verdict.OCCURRED]
        found_no = [r for r in rulings if r.verdict is Verdict.NOT_OCCURRED]
        if found_yes:
            spans = [(r.first if r.dated or found_no else self.clock.first(At(LOW)), r.last) for r in found_yes]
            days = self.common(spans, yes)
            if found_no:
                return days | {None}, LOW - 1, True
            closer = days & self.common([(self.low(days), self.high(days)), *((y.first, y.last) for y in yes)], yes)
            return (closer if yes and closer - {None} else days), LOW - 1, True
        day, refuted = self.clock.day_of, max((r.last for r in found_no), default=self.clock.end(LOW - 1))
        floor = day(refuted)
        if any(y.word.camp == "umpire" for y in yes):
            no = [n for n in no if n.word.camp == "umpire"]
        elif any(n.word.camp == "umpire" for n in no):
            floor = max(floor, *(day(n.first) for n in no if n.word.camp == "umpire"))
            no = [n for n in no if n.word.camp == "umpire"]
        yes = [y for y in yes if y.last > (refuted if floor == day(refuted) else self.clock.end(floor))]
        denied_to = max((n.last for n in no), default=self.clock.first(At(LOW)))
        doubtful, solid = ([y for y in yes if (y.last <= denied_to) is denied] for denied in (True, False))
        if not doubtful:
            other = frozenset({"mine": "theirs", "theirs": "mine"}[camp] for camp in camps)
            for n in no:
                if not camps or any(self.against([m.word for m in no if m.first >= n.first], who, c) for c in other):
                    floor = max(floor, day(n.first))
        prevailing = self.prevailing(solid)
        solid, doubtful = (
            [y for y in part if not prevailing or self.allows(y, prevailing)] for part in (solid, doubtful)
        )
        anybody = not camps or (event.act is not None and event.kind is EventKind.PERFORMANCE)
        apart: list[Said] = []
        alone = camps == {"mine"} and self.of_nobody(event, who)
        words = [y.word for y in solid if not (alone and y.word.obligors)]
        sure = bool(solid) and (anybody or any(self.against(words, who, c) for c in camps))
        if sure and camps:
            selfish = self.selfish([y.word for y in solid], who, camps)
            apart = [y for y in (*solid, *doubtful) if y.word.camp in selfish]
            solid, doubtful = ([y for y in part if y.word.camp not in selfish] for part in (solid, doubtful))
        times: set[At | None] = set()
        for group in (solid, doubtful):
            if group:
                times |= self.common([(y.first, y.last) for y in group], group)
        for y in [y for y in apart if not self.allows(y, times)]:
            times |= self.common([(y.first, y.last)], [y])
        times = {at for at in times if not prevailing or self.lies_in(at, prevailing)} or set(prevailing)
        times = self.past(times, refuted if floor == day(refuted) else self.clock.end(floor))
        if not times:
            return frozenset({None}), floor, False
        return frozenset(times if sure else times | {None}), floor, True

    def of_nobody(self, event: Event, who: Who | None) -> bool:
        """Whether nothing says whose conduct it was of those who owe a duty each: who complains may mean another."""
        if event.kind is not EventKind.CONDUCT or who is None or who[1] == "*" or who[0] not in event.obligation_ids:
            return False
        return len(self.duty[who[0]].obligor_ids) > 1 and not self.doers(event, self.duty[who[0]])

    def past(self, times: Iterable[At | None], minute: int) -> set[At | None]:
        """The times after a minute; of a day that is not over by then, its last."""
        first, last = self.clock.first, self.clock.last
        left = [at for at in times if at is not None and last(at) > minute]
        return {at if first(at) > minute else At(at.day, last(at)) for at in left}

    def selfish(self, words: list[Word], who: Who | None, camps: frozenset[str]) -> set[str]:
        """Who has an interest in it, and so narrows no days that others give."""
        found = {"mine", "soft mine"} if camps == {"theirs"} else {"theirs", "soft theirs"}
        if self.against([word for word in words if word.camp == "mine"], who, "theirs"):
            found -= {"mine"}  # all parties owe it together, and say so with one voice
        return set() if len(camps) > 1 or all(word.camp in found for word in words) else found

    def allows(self, said: Said, times: Iterable[At | None]) -> bool:
        """Whether it leaves one of these times possible."""
        first, last = self.clock.first, self.clock.last
        return any(first(at) <= said.last and said.first <= last(at) for at in times if at is not None)

    def prevailing(self, said: list[Said]) -> frozenset[At | None]:
        """The days that verifiers give, beside which none stays that contradicts them; none where they give none."""
        verified = [y for y in said if y.word.camp == "umpire"]
        return self.common([(y.first, y.last) for y in verified], verified) if verified else frozenset()

    def lies_in(self, at: At | None, times: Iterable[At | None]) -> bool:
        """Whether a time lies within one of these."""
        first, last = self.clock.first, self.clock.last
        return at is not None and any(
            first(other) <= first(at) and last(at) <= last(other) for other in times if other is not None
        )

    def low(self, times: Iterable[At | None]) -> int:
        return min((self.clock.first(at) for at in times if at is not None), default=0)

    def high(self, times: Iterable[At | None]) -> int:
        return max((self.clock.last(at) for at in times if at is not None), default=0)

    def common(self, spans: list[tuple[int, int]], said: list[Said]) -> frozenset[At | None]:
        """The days common to all spans, else those of the largest groups that agree; hours where they are stated."""
        cells = [At(day) for day in GRID]
        cells += [self.clock.at(y.claim.when.moment) for y in said if y.claim.when is not None and y.claim.when.moment]
        cells += [At(self.clock.day_of(a), a) for a, b in spans if a == b]
        votes = {
            cell: sum(a <= self.clock.first(cell) and self.clock.last(cell) <= b for a, b in spans) for cell in cells
        }
        most = max(votes.values())
        return frozenset(cell for cell, count in votes.items() if count == most) if most else frozenset({None})

    def days_found(self, spans: list[tuple[int, int]]) -> list[At]:
        """The days of findings, in order; the last one where all of them lie beyond the days of a world."""
        days = [at for at in self.common(spans, []) if at is not None]
        return sorted(days) or [At(self.clock.day_of(max(last for _, last in spans)))]

    # ---------------------------------------------------------------- findings

    def deciders(self, who: Who) -> set[str]:
        return set(self.duty[who[0]].determined_by_ids) | {
            third.actor_id for third in self.record.third_parties if self.recognised(third.actor_id, Role.ARBITER)
        }

    def subject_of(self, finding: Finding) -> Obligation | None:
        if finding.on_id in self.duty:
            return self.duty[finding.on_id]
        event = self.event.get(finding.on_id)
        return self.duty[event.obligation_ids[0]] if event is not None and event.obligation_ids else None

    def happened(self, world: World, event: Event, who: Who | None) -> list[Ruling]:
        """What bodies found of an event, with what a breach says of whether it happened."""
        found = self.rulings(world, event.id, who)
        answered = self.answering(event)
        wrong = [r for r in found if r.verdict is Verdict.BREACHED and r.body not in answered]
        return found + [r._replace(verdict=Verdict.OCCURRED) for r in wrong if event.kind is EventKind.CONDUCT]

    def answering(self, event: Event) -> set[str]:
        """The bodies that are said to have answered themselves whether it happened."""
        facts = {Verdict.OCCURRED, Verdict.NOT_OCCURRED}
        ruled = [e for e in self.record.events if e.finding is not None and e.finding.on_id == event.id]
        told = [e for e in ruled if self.tell(e)]
        return {body for e in told if e.finding is not None and e.finding.verdict in facts for body in e.actor_ids}

    def finds_of(self, world: World, event: Event, who: Who | None, turn: int | None) -> bool:
        """Whether a finding is about an instance, in this world."""
        finding = event.finding
        assert finding is not None
        if who is None or finding.on_id != who[0]:
            return True
        duty = self.duty[who[0]]
        its: list[bool | None] = [True, True]
        if who[1] != "*" and len(duty.obligor_ids) > 1:
            about = [self.event[each] for each in event.about_event_ids]
            named = set(finding.obligor_ids) or {each for act in about for each in self.doers(act, duty)}
            its[0] = who[1] in named if named else None
        if turn is not None:
            turns = self.turns_named(world, who, event)
            its[1] = turn in turns if turns else (True if self.is_continuing(duty) else None)
        if False in its:
            return False
        return None not in its or world.ask(("of whom", event.id, who, turn), [True, False])  # type: ignore[return-value]

    def rulings(
        self, world: World, subject: str, who: Who | None, turn: int | None = None, whoever: bool = False
    ) -> list[Ruling]:
        """The last word of each body that settles, in this world, on each question; ``whoever`` it is about."""
        last: dict[tuple[str, Verdict], tuple[object, Ruling]] = {}
        for event in self.record.events:
            if event.finding is None or event.finding.on_id != subject:
                continue
            if not whoever and not self.finds_of(world, event, who, turn):
                continue
            day = self.made(world, event, who)
            if day is None:
                continue
            when = event.finding.when
            it_was = self.made_by(event, who, day)
            minutes = (self.clock.start(it_was), self.clock.end(it_was))
            about = self.days_about(event, who, minutes)
            span = about or minutes if when is None else self.clock.span(when)
            for body in event.actor_ids:
                question = body, QUESTIONS.get(event.finding.verdict, event.finding.verdict)
                earlier = question not in last or last[question][0] < (day, event.id)
                if self.settles(event, body, who) and earlier:
                    ruling = Ruling(body, event.finding.verdict, *span, bool(when or about), event.finding)
                    last[question] = ((day, event.id), ruling)
        return [ruling for _, ruling in last.values()]

    def days_about(self, event: Event, who: Who | None, own: tuple[int, int]) -> tuple[int, int] | None:
        """The days of the conduct that a finding on a duty that is kept from day to day is about, if any are told; with
        those of the finding itself, if nobody dates one of several."""
        duty = self.duty.get(event.finding.on_id) if event.finding is not None else None
        if duty is None or not self.is_continuing(duty):
            return None
        spans, without = [], False
        for act in (self.event[each] for each in event.about_event_ids):
            told = self.said(act, who)[0] if act.kind is EventKind.CONDUCT else []
            dated = [y for y in told if y.claim.when is not None]
            without = without or bool(told and not dated)
            for y in dated:
                until = y.claim.until
                spans.append((y.first, max(y.last, self.clock.end(number(until.latest, FAR) if until else LOW))))
        if not spans:
            return None
        spans += [own] if without else []
        return min(first for first, _ in spans), max(last for _, last in spans)

    def loser(self, event: Event, who: Who | None) -> str:
        """The side that a finding goes against; of what a condition waits for, as who waits hears it."""
        finding = event.finding
        assert finding is not None
        on = self.event.get(finding.on_id)
        if on is not None and who is not None and who[0] not in on.obligation_ids:
            waits = self.waits(on.id, who)
            if len(waits) > 1:
                return "neither"
            return "mine" if ("mine" in waits) is (finding.verdict is Verdict.OCCURRED) else "theirs"
        if finding.verdict is Verdict.MET and who is not None:
            serves = self.words_bear_on(finding.on_id, who)
            if serves:
                return serves.pop() if len(serves) == 1 else "neither"
        bad = {Verdict.BREACHED}
        bad.add(Verdict.OCCURRED if on is not None and on.kind is EventKind.CONDUCT else Verdict.NOT_OCCURRED)
        return "mine" if finding.verdict in bad else "theirs"

    def words_bear_on(self, words_id: str, who: Who) -> set[str]:
        """Against whom it goes that words of a duty are met: the obligor, where it is owed with them, or its
        counterpart, where it ends or stands still with them."""
        duty = self.duty[who[0]]
        terms = (duty, *(reading.replaces for reading in duty.readings if reading.replaces is not None))
        found = set()
        for name in ("trigger", "not_before", "due", "ends", "excused_if"):
            for part in terms:
                inside = _conditions(getattr(part, name, None))
                if any(getattr(c, "id", None) == words_id for c in inside):
                    found.add("theirs" if name in ("ends", "excused_if") else "mine")
        return found

    def made(self, world: World, event: Event, who: Who | None) -> int | None:
        """The day on which a finding was made, if it was: established by the body, its loser, or both sides."""
        asserted = self.tell(event)
        if not asserted:
            return None
        day = max(map(self.told_by_day, asserted))
        words = [self.word(c.claimed_by_id, self.heard(c), who, Role.VERIFIER) for c in asserted]
        accepted = [c for c in event.claims if c.says is Says.ACCEPTS and self.live(c)]
        words += [self.word(c.claimed_by_id, self.heard(c), who) for c in accepted]
        by_body = any(self.is_word_of(event, c) for c in asserted)
        both = self.sides and self.sides <= frozenset().union(*(word.sides for word in words))
        if by_body or both or self.against(words, who, self.loser(event, who)):
            return day
        return day if world.ask(("made", event.id), [True, False]) else None

    def made_by(self, event: Event, who: Who | None, otherwise: int) -> int:
        """The day by which it was made, as the body or the side that it goes against says; whoever tells it later
        moves it to no later day."""
        loser = self.loser(event, who)
        sure = [
            self.told_by_day(c)
            for c in self.tell(event)
            if self.is_word_of(event, c)
            or (
                (word := self.word(c.claimed_by_id, self.heard(c), who)).camp != "umpire"
                and self.against([word], who, loser)
            )
        ]
        return max(sure, default=otherwise)

    def is_word_of(self, event: Event, claim: Claim) -> bool:
        """Whether it is the body itself that says what it found."""
        by = claim.claimed_by_id
        return by is not None and bool(set(event.actor_ids) & self.binds(by, self.heard(claim)))

    def told_by_day(self, claim: Claim) -> int:
        """The day by which something had happened, as one who tells of it says."""
        return min(number(claim.when.latest, FAR) if claim.when else FAR, self.heard(claim))

    def tell(self, event: Event) -> list[Claim]:
        """Those who say that a finding was made, but of days to come, or up to those for which the body denies it."""
        yes, no = self.said(event, None)
        back = max((n.last for n in no if n.claim.claimed_by_id in event.actor_ids), default=-(10**10))
        return [y.claim for y in yes if y.claim.says is Says.OCCURRED and y.last > back]

    def told_of(self, event: Event) -> list[tuple[int, int]]:
        """The days that anybody gives who says that it was found to have happened."""
        spans = []
        for other in self.record.events:
            it = other.finding
            if it is None or it.on_id != event.id:
                continue
            wrong = it.verdict is Verdict.BREACHED and event.kind is EventKind.CONDUCT
            implied = wrong and not set(other.actor_ids) <= self.answering(event)
            if it.verdict is not Verdict.OCCURRED and not implied:
                continue
            heard = [self.heard(c) for c in self.tell(other)]
            if heard:
                late = self.clock.end(max(heard))
                spans.append((self.clock.first(At(LOW)), late) if it.when is None else self.clock.span(it.when))
        return spans

    def settles(self, event: Event, body: str, who: Who | None) -> bool:
        """Whether both sides recognise the body, or the side it goes against accepts what it found."""
        assert event.finding is not None
        if who is not None:
            duty = self.duty[who[0]]
            if body in self.deciders(who) or body in duty.verified_by_ids:
                return True
        if self.recognised(body, Role.ARBITER, Role.VERIFIER):
            return True
        accepted = [c for c in event.claims if c.says is Says.ACCEPTS and self.live(c)]
        words = [self.word(c.claimed_by_id, self.heard(c), who) for c in accepted]
        return bool(words) and self.against(words, who, self.loser(event, who))

    # ---------------------------------------------------------------- watching

    def watched(self, who: Who | None, event_id: str | None = None, its_own: bool = True) -> frozenset[int]:
        """The days on which silence is evidence, about the duty or about an event alone that another one waits for."""
        key = ("watched", who, event_id, its_own)
        if key not in self.found:
            self.found[key] = self._watched(who, event_id, its_own)
        return self.found[key]  # type: ignore[return-value]

    def _watched(self, who: Who | None, event_id: str | None, its_own: bool) -> frozenset[int]:
        found: dict[str, set[int]] = {"umpire": set(), "mine": set(), "theirs": set()}
        for m in self.record.monitoring:
            about = its_own and who is not None and who[0] in m.obligation_ids
            if not about and (event_id is None or event_id not in m.event_ids):
                continue
            known = self.known(m)
            if (known is not None and known > self.k) or m.recorded not in (Recorded.ALL, Recorded.NONE_FOUND):
                continue
            first = LOW if m.since is None else number(m.since.earliest, LOW)
            last = min(number(m.through.latest, FAR), FAR if known is None else known)
            camp = self.word(m.monitored_by_id, self.heard(m), who, Role.VERIFIER, Role.MONITOR).camp
            if camp in found:
                found[camp] |= set(range(first, min(last, 10 * FAR) + 1)) if last < 1_000 else set(range(first, 1_000))
        return frozenset(found["umpire"] | (found["mine"] & found["theirs"]))


def _conditions(condition: object) -> Iterator[object]:
    """A condition with all that is inside it."""
    if condition is None:
        return
    yield condition
    for name in ("anchor", "after", "since", "until"):
        inside = getattr(condition, name, None)
        if getattr(inside, "kind", None) is not None:
            yield from _conditions(inside)
    for inside in getattr(condition, "conditions", ()):
        yield from _conditions(inside)


def _awaited(condition: object) -> Iterator[tuple[str, bool]]:
    """The events that a condition names, and whether it waits for them to come or for them not to."""
    for c in _conditions(condition):
        if isinstance(c, (OnEvent, NoEvent)):
            yield c.event_id, isinstance(c, OnEvent)


def _texts(record: Agreement) -> Iterator[str]:
    """Dates and periods of conditions and claims that have hours."""
    for claim in (claim for event in record.events for claim in event.claims):
        if claim.when is not None and "T" in claim.when.text:
            yield claim.when.text
    text = repr(record.obligations) + repr(record.term) + repr(record.events)
    for sign in ("hours=", "minutes="):
        yield from ("T" for part in text.split(sign)[1:] if not part.startswith("0"))
    yield from ("T" for part in text.split("Edtf(text='")[1:] if "T" in part.partition("'")[0])
