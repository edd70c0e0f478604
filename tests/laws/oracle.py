"""A slow, plain second opinion: draws whole worlds that fit a record's claims and plays each of them day by day.

It shares nothing with the engine but the model. A world decides every open question: on which day each event
happened, whose unnamed act it was, whether a charge is right, which reading holds, what nobody reported.
"""

# ruff: noqa: B023, E501, E741, N806, PLR0912, SIM102 - one day of a world is told in one place, in the letters of the table

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from accords.model.agreement import Agreement
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
from accords.model.events import Event, Monitoring
from accords.model.obligations import Obligation
from accords.vocabulary import (
    Act,
    AnchorDay,
    Borne,
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
)

BASE = date(2023, 1, 1).toordinal()
LOW, HIGH = -17, 44
GRID = range(LOW, HIGH)
FAR = 10**6

Who = tuple[str, str]
"""A duty and the obligor whose instance it is; ``*`` where they bear it together."""


def number(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal() - BASE


class World:
    """Answers every question once, by ``choose``; the same question always gets the same answer."""

    def __init__(self, choose: Callable[[list[object]], object]) -> None:
        self._choose = choose
        self.answers: dict[object, object] = {}

    def ask(self, question: object, options: Iterable[object]) -> object:
        if question not in self.answers:
            possible = list(options)
            self.answers[question] = possible[0] if len(possible) == 1 else self._choose(possible)
        return self.answers[question]


class Oracle:
    """Plays worlds of one record, as of ``t``, known by ``k`` (days after BASE)."""

    def __init__(self, record: Agreement, t: int, k: int) -> None:
        self.record, self.t, self.k = record, t, k
        self.duty = {o.id: o for o in record.obligations}
        self.event = {e.id: e for e in record.events}
        self.parties = {p.actor_id for p in record.parties}
        self.above = {a.id: {span.actor_id for span in a.acts_for} for a in record.actors}
        for role in (*record.parties, *record.third_parties):
            for agent in role.represented_by_ids:
                self.above[agent].add(role.actor_id)
        self.members = {a.id: set(a.member_ids) for a in record.actors}
        self.source = {source.id: source for source in record.sources}
        self.bound: tuple[str, str] | None = None
        self.found: dict[object, object] = {}
        """What holds in every world, looked up once."""
        self.role = {(p.actor_id, p.role) for p in record.third_parties}
        self.all_claims = [(c, e) for e in record.events for c in e.claims]

    # ---------------------------------------------------------------- what is known

    def known(self, thing) -> int | None:
        """When a claim or watch became known: as stated, else when the first of its sources was published."""
        if thing.known_on is not None:
            return number(thing.known_on.latest, FAR)
        dated = [self.source[c.source_id].published for c in thing.citations]
        return min((number(day.latest, FAR) for day in dated if day is not None), default=None)

    def voice(self, thing) -> object:
        return thing.claimed_by_id or ("source", thing.citations[0].source_id if thing.citations else None)

    def behind(self, actor: str) -> set[str]:
        """The actor and all for whom it speaks."""
        found, ahead = {actor}, [actor]
        while ahead:
            for patron in self.above[ahead.pop()] - found:
                found.add(patron)
                ahead.append(patron)
        return found

    def doers(self, event: Event, duty: Obligation) -> list[str]:
        """The obligors whose act it is."""
        return [
            o
            for o in duty.obligor_ids
            if any(o in self.behind(actor) or actor in self.members[o] for actor in event.actor_ids)
        ]

    def impartial(self, thing) -> bool:
        kind = self.source[thing.citations[0].source_id].kind if thing.citations else None
        return kind is SourceKind.NEWS_REPORT

    def live(self, claim) -> bool:
        known = self.known(claim)
        if known is not None and known > self.k:
            return False
        for other, _ in self.all_claims:
            if (
                other.retracts_id is not None
                and other.retracts_id == claim.id
                and self.voice(other) == self.voice(claim)
            ):
                later = self.known(other)
                if known is not None and later is not None and later < known:
                    continue
                if self.live(other):
                    return False
        return True

    def instances(self, duty: Obligation) -> list[Who]:
        if duty.borne is Borne.EACH and len(duty.obligor_ids) > 1:
            return [(duty.id, o) for o in duty.obligor_ids]
        return [(duty.id, "*")]

    def camp(self, thing, who: Who | None, event: Event | None) -> str:
        """Where the speaker of a claim, or who watched, stands: mine, theirs, umpire, outside or nobody."""
        speaker = thing.monitored_by_id if isinstance(thing, Monitoring) else thing.claimed_by_id
        if speaker is None:
            return "outside" if self.impartial(thing) else "nobody"
        chain = self.behind(speaker)
        if who is None:
            mine: set[str] = set()
            theirs = self.parties
            umpires = {a for a, r in self.role if r is Role.VERIFIER}
        else:
            duty = self.duty[who[0]]
            mine = {who[1]} if who[1] != "*" else set(duty.obligor_ids)
            if who[1] == "*" and len(duty.obligor_ids) > 1 and event is not None:
                acting = {o for o in duty.obligor_ids if any(o in self.behind(x) for x in event.actor_ids)}
                mine = acting or mine
            mine = mine.union(*(self.members[o] for o in mine))
            theirs = (self.parties | set(duty.obligor_ids)) - mine
            umpires = set(duty.verified_by_ids) | {a for a, r in self.role if r is Role.VERIFIER}
        if speaker in umpires and not mine & chain:
            return "umpire"
        if mine & chain and theirs & chain:
            return "nobody"
        if mine & chain:
            return "mine"
        return "theirs" if theirs & chain else "outside"

    def deciders(self, who: Who) -> set[str]:
        return set(self.duty[who[0]].determined_by_ids) | {a for a, r in self.role if r is Role.ARBITER}

    def findings(self, subject: str) -> list[tuple[str, Verdict, int, int, bool]]:
        """The last word of each body: body, verdict, first and last day, whether dated."""
        return [word for _, word, _ in self._findings(subject)]

    def last_words(self, subject: str):
        return [(word[0], finding) for _, word, finding in self._findings(subject)]

    def _findings(self, subject: str):
        if ("findings", subject) not in self.found:
            self.found["findings", subject] = self._look_up_findings(subject)
        return self.found["findings", subject]

    def _look_up_findings(self, subject: str):
        last = {}
        for event in self.record.events:
            if event.finding is None or event.finding.on_id != subject:
                continue
            made = [c for c in event.claims if c.says is Says.OCCURRED and self.live(c)]
            if not made:
                continue
            day = max(
                min(number(c.when.latest, FAR), self.known(c) if self.known(c) is not None else self.k) for c in made
            )
            when = event.finding.when
            span = (day, day) if when is None else (number(when.earliest, LOW), number(when.latest, FAR))
            for body in event.actor_ids:
                word = (body, event.finding.verdict, *span, when is not None)
                if body not in last or last[body][0] < (day, event.id):
                    last[body] = ((day, event.id), word, event.finding)
        return list(last.values())

    def watched(self, who: Who, event_id: str | None = None) -> set[int]:
        key = ("watched", who, event_id)
        if key not in self.found:
            self.found[key] = self._watched(who, event_id)
        return self.found[key]

    def _watched(self, who: Who, event_id: str | None) -> set[int]:
        found, mine, theirs = set(), set(), set()
        for m in self.record.monitoring:
            if who[0] not in m.obligation_ids and (event_id is None or event_id not in m.event_ids):
                continue
            known = self.known(m)
            if (known is not None and known > self.k) or m.recorded not in (Recorded.ALL, Recorded.NONE_FOUND):
                continue
            days = set(
                range(
                    LOW if m.since is None else number(m.since.earliest, LOW),
                    min(number(m.through.latest, FAR), FAR if known is None else known) + 1,
                )
            )
            camp = self.camp(m, who, None)
            if camp in ("outside", "umpire"):
                found |= days
            elif camp == "mine":
                mine |= days
            elif camp == "theirs":
                theirs |= days
        return found | (mine & theirs)

    # ---------------------------------------------------------------- what may have happened

    def fact(self, event: Event, who: Who | None) -> tuple[set[int | None], int, bool]:
        """The days on which it may have happened (None: not), the day up to which it surely had not, whether anybody asserts it."""
        key = ("fact", event.id, who)
        if key not in self.found:
            self.found[key] = self._fact(event, who)
        return self.found[key]

    def _fact(self, event: Event, who: Who | None) -> tuple[set[int | None], int, bool]:
        serves_me = event.kind in (
            EventKind.PERFORMANCE, EventKind.RELEASE, EventKind.POSTPONEMENT, EventKind.SUSPENSION,
            EventKind.TERMINATION, EventKind.SUPERSESSION,
        )  # fmt: skip
        yes, no = [], []
        for claim in event.claims:
            if claim.says is None or not self.live(claim):
                continue
            known = self.known(claim)
            bound = known if known is not None else self.k
            camp = self.camp(claim, who, event)
            if claim.says is Says.NOT_OCCURRED:
                lo, hi = (
                    (bound if known is not None else LOW, bound)
                    if claim.when is None
                    else (number(claim.when.earliest, LOW), number(claim.when.latest, FAR))
                )
                no.append((camp, lo, hi))
            elif claim.says is not Says.PLANNED:
                lo, hi = (
                    (LOW, bound)
                    if claim.when is None
                    else (number(claim.when.earliest, LOW), number(claim.when.latest, FAR))
                )
                if lo > bound:
                    continue
                yes.append((camp, lo, min(hi, bound)))
        words = self.findings(event.id)
        found_yes = [w for w in words if w[1] is Verdict.OCCURRED]
        found_no = [w for w in words if w[1] is Verdict.NOT_OCCURRED]
        if found_yes and found_no:
            return self.days([(w[2], w[3]) for w in found_yes]) | {None}, LOW - 1, True
        if found_yes:
            days = self.days([(w[2] if w[4] else LOW, w[3]) for w in found_yes])
            if yes:
                lo, hi = min(days), max(days)
                closer = days & self.days([(lo, hi), *((a, b) for _, a, b in yes)])
                days = closer or days
            return set(days), LOW - 1, True
        floor = max((w[3] for w in found_no), default=LOW - 1)
        if any(c == "umpire" for c, _, _ in yes):
            no = [n for n in no if n[0] == "umpire"]
        elif any(c == "umpire" for c, _, _ in no):
            line = max(lo for c, lo, _ in no if c == "umpire")
            floor = max(floor, line)
            no = [n for n in no if n[0] == "umpire"]
            yes = [y for y in yes if y[2] > line]
        yes = [y for y in yes if y[2] > floor]
        denied_to = max((hi for _, _, hi in no), default=LOW - 1)
        doubtful = [y for y in yes if y[2] <= denied_to]
        solid = [y for y in yes if y[2] > denied_to]
        if not doubtful:
            for camp, lo, _ in no:
                against_self = camp == "mine" if serves_me else camp == "theirs"
                if who is None or camp == "umpire" or against_self:
                    floor = max(floor, lo)
        days: set[int | None] = set()
        for group in (solid, doubtful):
            if group:
                days |= self.days([(a, b) for _, a, b in group])
        days = {d for d in days if d > floor}
        if not days:
            return {None}, floor, False
        sure = any(
            who is None or camp == "umpire" or (camp == "theirs" if serves_me else camp == "mine")
            for camp, _, _ in solid
        )
        return (days if sure else days | {None}), floor, True

    def days(self, spans: list[tuple[int, int]]) -> set[int | None]:
        votes = {d: [a <= d <= b for a, b in spans] for d in GRID}
        most = max(sum(v) for v in votes.values())
        if most == 0:
            return {None}
        return {d for d, v in votes.items() if sum(v) == most}

    def bearer(self, event: Event) -> Who | None:
        if event.kind in (EventKind.MILESTONE, EventKind.FINDING, EventKind.BACKGROUND) or not event.obligation_ids:
            return None
        duty = self.duty[event.obligation_ids[0]]
        options = self.instances(duty)
        return next((w for w in options if w[1] in self.doers(event, duty)), options[0])

    def happens(self, world: World, event: Event, who: Who | None, plan: bool = False) -> int:
        options, floor, asserted = self.fact(event, who)
        ahead = self.planned(event) if plan and None in options else set()
        if ahead:
            days = {d for d in options if d is not None} | ahead
            return world.ask(("plan", event.id, who), sorted(days))
        if not asserted and event.kind in (EventKind.PERFORMANCE, EventKind.CONDUCT):
            seen = self.watched(who, event.id) if who is not None else set()
            options = {d for d in GRID if d > floor and d not in seen} | {None}
        day = world.ask(("event", event.id, who), sorted(options, key=lambda d: FAR if d is None else d))
        return FAR if day is None else day

    def planned(self, event: Event) -> set[int]:
        """The days that were announced beforehand."""
        found: set[int] = set()
        for claim in event.claims:
            if (
                claim.says is None
                or claim.says is Says.NOT_OCCURRED
                or not self.live(claim)
                or (claim.when is None and claim.says is not Says.PLANNED)
            ):
                continue
            known = self.known(claim)
            bound = known if known is not None else self.k
            lo, hi = (
                (LOW, bound)
                if claim.when is None
                else (number(claim.when.earliest, LOW), number(claim.when.latest, FAR))
            )
            if claim.says is Says.PLANNED or lo > bound:
                found |= set(range(lo, hi + 1))
        return found

    def mine(self, world: World, event: Event, who: Who) -> bool:
        duty = self.duty[who[0]]
        if who[1] == "*":
            return True
        named = self.doers(event, duty)
        if named:
            return who[1] in named
        return world.ask(("whose", event.id), duty.obligor_ids) == who[1]

    # ---------------------------------------------------------------- conditions

    def day(self, world: World, c, closing: bool = False) -> int:
        return self.both(world, c, closing)[0]

    def whole_day(self, world: World, c, closing: bool = False) -> int:
        """The day of a condition of the agreement itself, which knows nothing of instances."""
        before, self.bound = self.bound, None
        try:
            return self.day(world, c, closing)
        finally:
            self.bound = before

    def both(self, world: World, c, closing: bool, plan: bool = False) -> tuple[int, int]:
        """The day it comes true and the day it becomes impossible."""
        match c:
            case OnDate():
                return (number(c.value.latest, FAR) if closing else number(c.value.earliest, LOW)), FAR
            case OnConclusion():
                return self.concluded(world), FAR
            case OnEntryIntoForce():
                return self.entered(world), FAR
            case OnEvent():
                return self.event_day(world, c.event_id, plan), FAR
            case OnObligation():
                return self.turn(world, c.obligation_id, c.reaches)
            case Offset():
                months, step = c.duration.total_months, c.duration.total_days
                back = months < 0 or step < 0
                a, b = self.both(world, c.anchor, closing, plan or back)
                if c.anchor_day is AnchorDay.INCLUDED and (months or step):
                    step += 1 if back else -1
                spill = c.month_end is MonthEnd.NEXT_DAY or (
                    c.month_end is MonthEnd.UNSTATED and months and world.ask(("month end", id(c), a), [False, True])
                )
                # LOW stands for "before all days", and LOW + 1 for the day after that; no period leads away from them.
                return (
                    a if a >= FAR or a <= LOW + 1 else self.months_on(a, months, bool(spill)) + step,
                    b if b >= FAR or b <= LOW + 1 else self.months_on(b, months, bool(spill)) + step,
                )
            case AllOf() | AnyOf() | AtLeast():
                pairs = [self.both(world, x, closing, plan) for x in c.conditions]
                need = len(pairs) if isinstance(c, AllOf) else 1 if isinstance(c, AnyOf) else c.count
                if need > len(pairs):
                    return FAR, LOW
                return sorted(a for a, _ in pairs)[need - 1], sorted(b for _, b in pairs)[len(pairs) - need]
            case NoEvent():
                until, gone = self.both(world, c.until, True, plan)
                since = LOW if c.since is None else self.both(world, c.since, False, plan)[0]
                it = self.event_day(world, c.event_id, plan)
                return (FAR, it) if since <= it <= until and it < FAR else (until, gone)
            case Never():
                return FAR, LOW
            case Vague() | Prose():
                met = [w for w in self.findings(c.id) if w[1] is Verdict.MET] if c.id else []
                if met:
                    return world.ask(("words", c.id), sorted(self.days([(w[2], w[3]) for w in met]))), FAR
                if closing:
                    return FAR, FAR
                start = LOW
                if isinstance(c, Vague) and c.after is not None:
                    start = self.day(world, c.after)
                later = world.ask(("words", id(c)), [0, 1, 2, 3, 5, 8, 13, FAR])
                return min(FAR, start + later), FAR
        raise AssertionError(c)

    @staticmethod
    def months_on(day: int, months: int, spill: bool = False) -> int:
        """So many months later: the same day of the month, else the last one, or with ``spill`` the first of the next."""
        then = date.fromordinal(BASE + day)
        later = then.year * 12 + then.month - 1 + months
        first = date(later // 12, later % 12 + 1, 1).toordinal()
        following = date((later + 1) // 12, (later + 1) % 12 + 1, 1).toordinal()
        wanted = first + then.day - 1
        return (wanted if wanted < following else following if spill else following - 1) - BASE

    def event_day(self, world: World, event_id: str, plan: bool = False) -> int:
        """An event that conditions name: as defined, else the first time it happens; in an instance that an occurrence
        makes, that occurrence."""
        if self.bound is not None and self.bound[0] == event_id:
            event_id = self.bound[1]
        event = self.event[event_id]
        if event.defined_as is not None:
            return self.day(world, event.defined_as)
        times = [event, *(e for e in self.record.events if e.occurrence_of_id == event_id)]
        return min(self.happens(world, e, self.bearer(e), plan) for e in times)

    def occurrences(self, duty: Obligation) -> list[str]:
        """The occurrences that make instances of a duty, in order; the event itself where it is not repeated."""
        event_id = duty.performed.event_id

        def reported(event: Event) -> bool:
            return self.fact(event, self.bearer(event))[2]

        found = [e for e in self.record.events if e.occurrence_of_id == event_id and reported(e)]
        if not found and reported(self.event[event_id]):
            found = [self.event[event_id]]

        def place(event: Event) -> object:
            days = sorted(d for d in self.fact(event, self.bearer(event))[0] if d is not None)
            starts = [d for d in days if d - 1 not in days]
            return [(a, next(d for d in range(a, HIGH + 1) if d + 1 not in days)) for a in starts], event.id

        return [e.id for e in sorted(found, key=place)]

    @contextmanager
    def within(self, who: Who, turn: int | None) -> Iterator[None]:
        """Inside one instance: conditions that name its event mean its own occurrence."""
        before, duty = self.bound, self.duty[who[0]]
        self.bound = None
        if duty.performed.kind == "each_time":
            event_id = duty.performed.event_id
            self.bound = (event_id, event_id if turn is None else self.occurrences(duty)[turn - 1])
        try:
            yield
        finally:
            self.bound = before

    def concluded(self, world: World) -> int:
        made = self.record.conclusion
        if made is None or made.date is None:
            return LOW
        return world.ask("conclusion", range(number(made.date.earliest, LOW), number(made.date.latest, FAR) + 1))

    def entered(self, world: World) -> int:
        term = self.record.term
        return (
            self.concluded(world)
            if term is None or term.entry_into_force is None
            else self.whole_day(world, term.entry_into_force)
        )

    def term_ends(self, world: World) -> int:
        term = self.record.term
        if term is None or not term.ends_if_any:
            return FAR
        end = min(self.whole_day(world, c, True) for c in term.ends_if_any)
        if term.renewal is None or end >= FAR:
            return end
        notice = FAR
        if term.renewal.unless_event_id is not None:
            notice = self.whole_day(world, OnEvent(event_id=term.renewal.unless_event_id))
        ahead = term.renewal.notice.total_days if term.renewal.notice is not None else 0
        rounds = 0
        while end < HIGH + 20 and notice > end - ahead and rounds != term.renewal.max_times:
            end += term.renewal.duration.total_days
            rounds += 1
        return end

    # ---------------------------------------------------------------- one instance

    def play(self, world: World, who: Who, turn: int | None, t: int) -> str:
        """The state at the end of day ``t`` in this world."""
        duty = self.duty[who[0]]
        plan = self.plan(world, who, turn)
        X, E, L, F, G = plan["X"], plan["E"], plan["L"], plan["F"], plan["G"]
        bound = max(F, G)
        first = min(X, E, L)
        if first <= t and first < bound:
            return self.kind_of_end(plan) if first == X else "lapsed"
        if t < F:
            return "not_in_force"
        if t < G:
            return "conditional"
        lives = self.live_through(world, who, turn, t)
        if plan["continuing"]:
            if lives["broken"] is not None and lives["broken"] <= t:
                return "breached"
            if t >= X and X < E:
                return self.kind_of_end(plan)
            if t >= E:
                return "not_assessed" if duty.modality is Modality.ENDEAVOUR else "fulfilled"
        else:
            P, D = plan["P"], lives["deadline"]
            if t >= P and min(X, E) >= P:
                return "fulfilled" if P <= D else "fulfilled_late"
            if t >= X and X <= D and X <= E:
                return self.kind_of_end(plan)
            if t >= E and E <= D and E < X:
                return "expired"
            if duty.modality is Modality.ENDEAVOUR:
                if self.ruled_broken(who) and min(w[2] for w in self.ruled_broken(who)) <= t:
                    return "breached"
                if t > D:
                    return "period_over"
            elif t > D:
                return "breached"
        if lives["excused"]:
            return "excused"
        if lives["suspended"]:
            return "suspended"
        return "pending" if t < plan["N"] else "active"

    def play_whole(self, world: World, t: int) -> str:
        """The state of the agreement itself at the end of day ``t``."""
        term = self.record.term
        provisional = term.provisional_application if term is not None else None
        entered = self.entered(world)
        starts = FAR if provisional is None else self.whole_day(world, provisional.starts)
        kinds = {EventKind.TERMINATION: "terminated", EventKind.SUPERSESSION: "superseded"}
        general = [e for e in self.record.events if not e.obligation_ids]
        endings = [
            (self.happens(world, e, None), kinds.get(e.kind, "terminated"))
            for e in general
            if e.kind in kinds or e.act is Act.DENUNCIATION
        ]
        if provisional is not None and provisional.ends is not None:
            stop = self.whole_day(world, provisional.ends, True)
            endings += [(stop, "terminated")] if stop < entered else []
        over, kind = min(endings, default=(FAR, ""))
        end = self.term_ends(world)
        if over <= min(t, end):
            return kind
        if end <= t:
            return "expired"
        if t < entered and t < starts:
            return "not_in_force"
        if any(a <= t < b for a, b, *_ in self.general_spells(world)):
            return "suspended"
        return "in_force" if entered <= t else "provisionally_applied"

    def kind_of_end(self, plan) -> str:
        return min(plan["endings"])[1]

    def ruled_broken(self, who: Who):
        return [w for w in self.findings(who[0]) if w[1] is Verdict.BREACHED and w[0] in self.deciders(who)]

    def ruled_readings(self, duty: Obligation) -> set[str]:
        """The readings that bodies which decide have adopted in their last word."""
        courts = self.deciders((duty.id, "*"))
        last = self.last_words(duty.id)
        return {f.reading_id for body, f in last if f.reading_id is not None and body in courts}

    def reading(self, world: World, duty: Obligation):
        held = [r for r in duty.readings if r.replaces is not None]
        words = self.ruled_readings(duty)
        if held and words:
            adopted = [r for r in held if r.id in words]
            return world.ask(("reading", duty.id), adopted or [None])
        return world.ask(("reading", duty.id), [None, *held]) if held else None

    def plan(self, world: World, who: Who, turn: int | None) -> dict:
        """The fixed days of an instance in this world; remembered with the world."""
        key = ("plan", who, turn)
        if key not in world.answers:
            with self.within(who, turn):
                world.answers[key] = self._plan(world, who, turn)
        return world.answers[key]

    def _plan(self, world: World, who: Who, turn: int | None) -> dict:
        duty = self.duty[who[0]]
        reading = self.reading(world, duty)

        def slot(name):
            other = getattr(reading.replaces, name) if reading is not None else None
            return other if other is not None else getattr(duty, name)

        term = self.record.term
        if duty.binds_from.value == "conclusion":
            F = self.concluded(world)
        else:
            F = self.entered(world)
            if term is not None and term.provisional_application is not None:
                F = min(F, self.whole_day(world, term.provisional_application.starts))
        obligors = duty.obligor_ids if who[1] == "*" else (who[1],)
        for party in self.record.parties:
            if party.actor_id in obligors and party.bound_from is not None:
                F = max(F, self.whole_day(world, party.bound_from))
        G, L = (F, FAR) if slot("trigger") is None else self.both(world, slot("trigger"), False)
        if self.bound is not None and slot("trigger") is None:
            G = self.event_day(world, self.bound[0])
        N = LOW if slot("not_before") is None else self.day(world, slot("not_before"))
        due = FAR if slot("due") is None else self.day(world, slot("due"), True)
        if turn is not None and duty.performed.kind == "recurring":
            start, end = self.window(world, who, turn, max(F, G, N))
            N, due = max(N, start), end
        E = min(self.term_ends(world), FAR if slot("ends") is None else self.day(world, slot("ends"), True))
        for party in self.record.parties:
            if party.actor_id in obligors and party.bound_until is not None:
                E = min(E, self.whole_day(world, party.bound_until, True))
        if getattr(duty.performed, "ends", None) is not None:
            E = min(E, self.day(world, duty.performed.ends, True))
        endings = []
        for event in self.record.events:
            kinds = {
                EventKind.RELEASE: "released",
                EventKind.TERMINATION: "terminated",
                EventKind.SUPERSESSION: "superseded",
            }
            if event.kind in kinds and duty.id in event.obligation_ids:
                endings.append((self.happens(world, event, who), kinds[event.kind]))
            elif event.kind in kinds and not event.obligation_ids and not duty.survives_termination:
                endings.append((self.happens(world, event, None), kinds[event.kind]))
            elif event.act is Act.DENUNCIATION and not event.obligation_ids and not duty.survives_termination:
                endings.append((self.happens(world, event, None), "terminated"))
        if (
            term is not None
            and term.provisional_application is not None
            and term.provisional_application.ends is not None
        ):
            stop = self.whole_day(world, term.provisional_application.ends, True)
            if stop < self.entered(world) and not duty.survives_termination:
                endings.append((stop, "terminated"))
        endings = [e for e in endings if e[0] < FAR]
        X = min((d for d, _ in endings), default=FAR)
        A = max(F, G)
        O = max(A, N)
        continuing = duty.modality is Modality.MUST_NOT or duty.performed.kind == "continuing"
        plan = {
            "F": F,
            "G": G,
            "N": N,
            "A": A,
            "O": O,
            "E": E,
            "X": X,
            "L": L,
            "endings": endings,
            "due": due,
            "continuing": continuing,
        }
        plan["P"] = FAR if continuing else self.performed(world, who, turn, plan)
        return plan

    def window(self, world: World, who: Who, turn: int, opening: int | None = None) -> tuple[int, int]:
        """The first and last day of a turn; ``opening`` is where the first begins if the record does not say."""
        again = self.duty[who[0]].performed
        if opening is not None:
            world.answers[("opening", who)] = opening
        duty, opening = self.duty[who[0]], world.answers[("opening", who)]
        begins = None if duty.not_before is None else self.day(world, duty.not_before)
        due = None if duty.due is None else self.day(world, duty.due, True)

        def on(day: int, times: int, more: int = 0) -> int:
            if day >= FAR or day == LOW:
                return day
            return self.months_on(day, again.every.total_months * times) + again.every.total_days * times + more

        if again.mode is RecurrenceMode.ROLLING and turn > 1:
            done = self.plan(world, who, turn - 1)["P"]
            return (on(done, 1), on(done, 2, -1)) if due is None else (on(done, 0, 1), on(done, 1))
        if begins is None and due is not None:
            return (opening if turn == 1 else on(due, turn - 2, 1)), on(due, turn - 1)
        first = opening if begins is None else begins
        return on(first, turn - 1), on(first, turn, -1) if due is None else on(due, turn - 1)

    def performed(self, world: World, who: Who, turn: int | None, plan: dict) -> int:
        duty = self.duty[who[0]]
        done, established = [], False
        for event, counted in self.acts(world, who, turn):
            if counted < plan["N"] or counted >= FAR:
                continue
            done.append(max(counted, plan["A"]))
            options, _, _ = self.fact(event, who)
            named = who[1] == "*" or bool(self.doers(event, duty))
            if None not in options and named and not self.loose(world, who, turn):
                established = True
        if turn is None:
            words = self.findings(duty.id)
            for w in words:
                if w[1] is Verdict.FULFILLED:
                    day = world.ask(("found", who, w[0]), sorted(self.days([(w[2] if w[4] else LOW, w[3])])))
                    if self.ruled_broken(who):
                        day = world.ask(("odds", who, w[0]), [day, FAR])
                        if day < FAR:
                            done.append(max(day, plan["O"]))
                        continue
                    done.append(max(day, plan["O"]))
                    established = True
        if not established:
            floor = self.surely_not(world, who, turn)
            seen = self.watched(who)
            open_days = [d for d in GRID if d > floor and d >= plan["O"] and d not in seen]
            unseen = world.ask(("act", who, turn), [*open_days, FAR])
            done.append(max(unseen, plan["O"]))
        return min(done, default=FAR)

    def loose(self, world: World, who: Who, turn: int | None) -> bool:
        return False

    def surely_not(self, world: World, who: Who, turn: int | None) -> int:
        duty = self.duty[who[0]]
        floor = LOW - 1
        for event in self.record.events:
            if duty.id not in event.obligation_ids:
                continue
            owned = who[1] == "*" or who[1] in self.doers(event, duty)
            if event.kind is EventKind.PERFORMANCE and event.extent is Extent.FULL and owned and turn is None:
                floor = max(floor, self.fact(event, who)[1])
            if (
                event.kind is EventKind.PERFORMANCE
                and event.extent is Extent.FULL
                and owned
                and turn is not None
                and event.instance == turn
            ):
                floor = max(floor, self.fact(event, who)[1])
        if turn is None and not any(w[1] is Verdict.FULFILLED for w in self.findings(duty.id)):
            floor = max([floor, *(w[2] for w in self.ruled_broken(who))])
        return floor

    def acts(self, world: World, who: Who, turn: int | None) -> list[tuple[Event, int]]:
        """The full acts that are this instance's in this world, with their days."""
        duty = self.duty[who[0]]
        mine = []
        for event in self.record.events:
            if event.kind is EventKind.PERFORMANCE and duty.id in event.obligation_ids and event.extent is Extent.FULL:
                if self.fact(event, who)[2] and self.mine(world, event, who):
                    mine.append((event, self.happens(world, event, who)))
        if turn is None:
            return mine
        again = self.duty[who[0]].performed
        if again.kind == "each_time":
            return [(e, d) for e, d in mine if self.occasion(world, who, e) == turn]
        numbered = [(e, d) for e, d in mine if e.instance == turn]
        free = sorted(((e, d) for e, d in mine if e.instance is None and d < FAR), key=lambda x: (x[1], x[0].id))
        if again.mode is RecurrenceMode.ROLLING:
            return numbered + free[turn - 1 : turn]
        filled: dict[int, tuple[Event, int]] = {}
        taken = {e.instance for e, d in mine if e.instance is not None and d < FAR}
        for event, d in free:
            windows = [(n, *self.window(world, who, n)) for n in range(1, self.turns(world, who) + 1) if n not in taken]
            inside = [(end, n) for n, start, end in windows if start <= d <= end]
            closed = [(end, n) for n, start, end in windows if end < d]
            pick = min(inside)[1] if inside else max(closed)[1] if closed else None
            if pick is not None:
                taken.add(pick)
                filled[pick] = (event, d)
        return numbered + ([filled[turn]] if turn in filled else [])

    def occasion(self, world: World, who: Who, event: Event) -> int | None:
        """For which occurrence an act of a duty that is due each time was done."""
        times = self.occurrences(self.duty[who[0]])
        if event.instance is not None:
            return event.instance
        named = [n for n, i in enumerate(times, 1) if i in event.about_event_ids]
        options = named or list(range(1, len(times) + 1))
        return world.ask(("occasion", event.id, who), options)

    def turns(self, world: World, who: Who) -> int:
        return self.duty[who[0]].performed.times or 12

    # ---------------------------------------------------------------- day by day

    def still(self, world: World, who: Who) -> list[tuple[int, int, str, bool]]:
        """Spells of suspension and excuse: start, end, kind, whether they stop the clock."""
        duty = self.duty[who[0]]
        found = []
        for s in duty.suspensions:
            found.append(self.written_spell(s, self.day, world))
        found += self.event_spells(world, [e for e in self.record.events if duty.id in e.obligation_ids], who)
        found += self.general_spells(world)
        if duty.excused_if is not None:
            found.append((self.day(world, duty.excused_if), FAR, "excused", True))
        for w in self.findings(duty.id):
            if w[1] is Verdict.EXCUSED or (
                w[1] is Verdict.NOT_BREACHED
                and duty.performed.kind != "continuing"
                and world.ask(("cleared", who, w[0]), [True, False])
            ):
                found.append((w[2], FAR, "excused", True))
        return [s for s in found if s[0] < s[1]]

    def general_spells(self, world: World) -> list[tuple[int, int, str, bool]]:
        """The suspensions of the agreement as a whole."""
        written = self.record.term.suspensions if self.record.term is not None else ()
        found = [self.written_spell(s, self.whole_day, world) for s in written]
        found += self.event_spells(world, [e for e in self.record.events if not e.obligation_ids], None)
        return [s for s in found if s[0] < s[1]]

    def written_spell(self, s, day, world: World) -> tuple[int, int, str, bool]:
        end = FAR if s.ends is None else day(world, s.ends)
        return day(world, s.starts), end, "suspended", s.effect is SuspensionEffect.STOPS_THE_CLOCK

    def event_spells(self, world: World, here: list[Event], who: Who | None) -> list[tuple[int, int, str, bool]]:
        found = []
        for event in here:
            if event.kind is EventKind.SUSPENSION:
                start = self.happens(world, event, who)
                ends = [
                    self.happens(world, e, who)
                    for e in here
                    if e.kind is EventKind.RESUMPTION and (not e.about_event_ids or event.id in e.about_event_ids)
                ]
                end = min([d for d in ends if d >= start] + [d + 1 for d in self.untils(event)], default=FAR)
                found.append((start, end, "suspended", True))
        return found

    def untils(self, event: Event) -> list[int]:
        """The last day that anybody gives for how long it lasted."""
        given = []
        for claim in event.claims:
            known = self.known(claim)
            ahead = claim.says is Says.PLANNED or (
                claim.when is not None and number(claim.when.earliest, LOW) > (self.k if known is None else known)
            )
            if (
                claim.until is not None
                and claim.says not in (None, Says.NOT_OCCURRED)
                and not ahead
                and self.live(claim)
            ):
                given.append(number(claim.until.latest, FAR))
        return [max(given)] if given else []

    def stood(self, world: World, who: Who, turn: int | None) -> list[tuple[int, int, str, bool]]:
        with self.within(who, turn):
            return self.still(world, who)

    def kin(self, duty_id: str, mode: LinkageMode) -> list[str]:
        if not self.record.linkages:
            return []
        return [
            o
            for link in self.record.linkages
            if link.mode is mode and duty_id in link.obligation_ids
            for o in link.obligation_ids
            if o != duty_id
        ]

    def live_through(self, world: World, who: Who, turn: int | None, t: int) -> dict:
        """Lives through the days up to ``t``, together with the duties that are reciprocal; says how it went."""
        cast = [who] + [w for o in self.kin(who[0], LinkageMode.RECIPROCAL) for w in self.instances(self.duty[o])]
        lives = {}
        for member in cast:
            at = turn if member == who else None
            plan = self.plan(world, member, at)
            lives[member] = {
                "plan": plan,
                "still": self.stood(world, member, at),
                "used": 0,
                "passed": FAR,
                "counted": 0,
                "log": [],
                "due": self.due_now(world, member, plan),
                "deadline": FAR,
                "broken": None,
                "excused": False,
                "suspended": False,
                "turn": at,
                "old": [],
                "wrongs": self.wrongs(world, member) if plan["continuing"] else [],
            }
        for d in range(LOW, t + 1):
            for member in sorted(cast, key=lambda m: not lives[m]["plan"]["continuing"]):
                self.day_of(world, member, lives, d, cast)
        return lives[who]

    def due_now(self, world: World, who: Who, plan: dict) -> int:
        due = plan["due"]
        together = self.kin(who[0], LinkageMode.SIMULTANEOUS)
        if together and not plan["continuing"]:
            firsts = []
            for o in together:
                for w in self.instances(self.duty[o]):
                    other = self.plan(world, w, None)
                    if not other["continuing"] and other["P"] <= min(other["X"], other["E"]):
                        firsts.append(other["P"])
            due = min(firsts, default=FAR)
            link = next(
                x for x in self.record.linkages if x.mode is LinkageMode.SIMULTANEOUS and who[0] in x.obligation_ids
            )
            if due < FAR and link.tolerance is not None:
                due += link.tolerance.total_days
        return due

    def wrongs(self, world: World, who: Who) -> set[int]:
        """The days of violations, as this world has them."""
        duty = self.duty[who[0]]
        effort = duty.modality is Modality.ENDEAVOUR
        cleared = {
            d
            for w in self.findings(duty.id)
            if w[1] is Verdict.NOT_BREACHED and w[0] in self.deciders(who)
            for d in range(w[2], w[3] + 1)
        }
        found: set[int] = set()
        for w in self.ruled_broken(who):
            found.add(world.ask(("found wrong", who, w[0]), range(w[2], w[3] + 1)))
        for event in self.record.events:
            if (
                event.kind is not EventKind.CONDUCT
                or duty.id not in event.obligation_ids
                or not self.fact(event, who)[2]
            ):
                continue
            accused = [c for c in event.claims if c.says is Says.BREACH and self.live(c)]
            cleared_by = [c for c in event.claims if c.says is Says.NO_BREACH and self.live(c)]
            courts = self.deciders(who)
            found_guilty = [w for w in self.findings(event.id) if w[1] is Verdict.BREACHED and w[0] in courts]
            found_clear = [w for w in self.findings(event.id) if w[1] is Verdict.NOT_BREACHED and w[0] in courts]
            hearsay = [w for w in self.findings(event.id) if w[1] is Verdict.BREACHED and w[0] not in courts]
            guilty = bool(found_guilty) or (not found_clear and any(c.claimed_by_id in courts for c in accused))
            clear = bool(found_clear) or (not found_guilty and any(c.claimed_by_id in courts for c in cleared_by))
            admitted = any(self.camp(c, who, event) == "mine" for c in accused) and not cleared_by
            if guilty and clear:
                verdicts = [True, False]
            elif guilty:
                verdicts = [True]
            elif clear or not (accused or hearsay):
                verdicts = [False]
            else:
                verdicts = [True] if admitted and not effort else [True, False]
            if effort and not guilty:
                continue
            if self.mine(world, event, who) and world.ask(("wrong", event.id, who), verdicts):
                start = self.happens(world, event, who)
                if start < FAR:
                    found |= set(range(start, max([start, *self.untils(event)]) + 1)) - cleared
        if not effort:
            seen = self.watched(who) | cleared
            unseen = world.ask(("wrong unseen", who), [*(d for d in GRID if d not in seen), FAR])
            found.add(unseen)
        return found

    def day_of(self, world: World, who: Who, lives: dict, d: int, cast: list[Who]) -> None:
        """What happens to one instance on day ``d``."""
        me, plan = lives[who], lives[who]["plan"]
        stopped = [k for a, b, k, stops in me["still"] if a <= d < b and stops]
        standing = [k for a, b, k, _ in me["still"] if a <= d < b]
        for other in cast:
            if other == who:
                continue
            began = self.breach_day(world, other, lives[other], d)
            if began is not None and (began < d if plan["continuing"] else began <= d):
                op = lives[other]["plan"]
                if not op["continuing"] and op["P"] <= min(op["X"], op["E"], d):
                    continue
                stopped.append("excused")
                standing.append("excused")
        stated = plan["due"]
        if self.kin(who[0], LinkageMode.SIMULTANEOUS) and not plan["continuing"] and stated < d:
            others = [
                self.plan(world, w, None)
                for o in self.kin(who[0], LinkageMode.SIMULTANEOUS)
                for w in self.instances(self.duty[o])
            ]
            nobody = all(not (p["P"] <= min(p["X"], p["E"], d)) or p["continuing"] for p in others) and plan["P"] > d
            if nobody:
                standing.append("excused")
        me["excused"], me["suspended"] = "excused" in standing, "suspended" in standing
        if plan["continuing"]:
            if (
                me["broken"] is None
                and plan["O"] <= d <= plan["E"]
                and d < plan["X"]
                and not standing
                and d in me["wrongs"]
            ):
                me["broken"] = d
            return
        me["deadline"] = self.deadline(world, who, me, d, stopped, standing)

    def deadline(self, world: World, who: Who, me: dict, d: int, stopped: list[str], standing: list[str]) -> int:
        """The deadline as it looks at the end of day ``d``."""
        plan = me["plan"]
        together = self.kin(who[0], LinkageMode.SIMULTANEOUS)
        for event in self.record.events if not together else ():
            if event.instance not in (None, me["turn"]) and me["turn"] is not None:
                continue
            if event.kind is EventKind.POSTPONEMENT and who[0] in event.obligation_ids and event.new_due is not None:
                if self.happens(world, event, who) == d and d <= min(plan["P"], plan["X"]):
                    me["old"].append((me["due"], d))
                    with self.within(who, me["turn"]):
                        me["due"] = self.day(world, event.new_due, True)
                    me["used"], me["passed"], me["counted"] = 0, FAR, 0
        me["log"].append((d, bool(stopped), bool(standing)))
        due = me["due"]
        if due >= FAR or due < plan["O"]:
            return FAR
        budget = due - plan["O"] + 1
        for day, no_count, stands in me["log"][me["counted"] :] if me["passed"] == FAR else ():
            if day < plan["O"]:
                continue
            if me["used"] < budget and not no_count:
                me["used"] += 1
            if me["used"] == budget and not stands:
                me["passed"] = day
                break
        me["counted"] = len(me["log"])
        return me["passed"]

    def breach_day(self, world: World, who: Who, life: dict, d: int) -> int | None:
        """The day on which the breach of a counterpart began, as far as day ``d`` shows."""
        plan = life["plan"]
        if self.duty[who[0]].modality is Modality.MAY:
            return None
        if plan["continuing"]:
            return life["broken"]
        if self.duty[who[0]].modality is Modality.ENDEAVOUR:
            days = [w[2] for w in self.ruled_broken(who)]
            return min(days) if days and min(days) <= min(plan["E"], plan["X"] - 1) else None
        D = life["deadline"]
        ok = min(plan["P"] if plan["P"] <= min(plan["X"], plan["E"]) else FAR, plan["X"], plan["E"])
        return D + 1 if D < FAR and ok > D and max(plan["F"], plan["G"]) < FAR else None

    # ---------------------------------------------------------------- turns

    def turn(self, world: World, duty_id: str, reaches: Reaches) -> tuple[int, int]:
        """The day a duty reaches a turn in its life, and the day from which it no longer can."""
        duty = self.duty[duty_id]
        pairs = [self.turn_of(world, w, reaches) for w in self.instances(duty)]
        if reaches is Reaches.FULFILLED:
            return max(a for a, _ in pairs), min(b for _, b in pairs)
        return min(a for a, _ in pairs), max(b for _, b in pairs)

    def turn_of(self, world: World, who: Who, reaches: Reaches) -> tuple[int, int]:
        duty = self.duty[who[0]]
        plan = self.plan(world, who, None)
        words = {
            Reaches.FULFILLED: {"fulfilled", "fulfilled_late"},
            Reaches.EXERCISED: {"fulfilled", "fulfilled_late"},
            Reaches.BREACHED: {"breached"},
        }
        if duty.modality is Modality.DECLARES or (reaches is Reaches.EXERCISED and duty.modality is not Modality.MAY):
            return FAR, FAR
        if reaches is Reaches.BREACHED and duty.modality is Modality.MAY:
            return FAR, min(
                plan["X"], plan["E"], plan["L"], plan["P"] if plan["P"] <= min(plan["X"], plan["E"]) else FAR
            )
        stop = min(plan["X"], plan["E"], plan["L"])
        seen = FAR
        ended = {"lapsed", "released", "superseded", "terminated", "expired", "not_assessed"}
        if reaches is Reaches.ENDED:
            if plan["continuing"]:
                return stop, FAR
            done = plan["P"] if plan["P"] <= min(plan["X"], plan["E"]) else FAR
            return (stop, FAR) if stop < done else (FAR, done)
        assert ended
        for d in GRID:
            if self.play(world, who, None, d) in words[reaches]:
                seen = d
                break
        if seen < FAR:
            return seen, FAR
        if reaches is Reaches.BREACHED and not plan["continuing"] and plan["P"] <= min(plan["X"], plan["E"]):
            stop = min(stop, plan["P"])
        if reaches is Reaches.FULFILLED and plan["continuing"]:
            broken = next((d for d in GRID if self.play(world, who, None, d) == "breached"), FAR)
            stop = min(stop, broken)
        return FAR, stop


def worlds(play: Callable[[World], str], count: int, rng: random.Random) -> tuple[set[str], bool]:
    """The states of up to ``count`` worlds: all of them in order where there are no more, otherwise a random part."""
    states: set[str] = set()
    path: list[int] = []
    for _ in range(count // 2):
        sizes: list[int] = []

        def choose(options: list[object], sizes: list[int] = sizes) -> object:
            at = len(sizes)
            sizes.append(len(options))
            return options[path[at] if at < len(path) else 0]

        states.add(play(World(choose)))
        path = [*path, *[0] * (len(sizes) - len(path))][: len(sizes)]
        while path and path[-1] + 1 >= sizes[len(path) - 1]:
            path.pop()
        if not path:
            return states, True
        path[-1] += 1
    for _ in range(count - count // 2):
        states.add(play(World(rng.choice)))
    return states, False
