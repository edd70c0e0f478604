"""A slow, plain second opinion: draws whole worlds that fit a record's claims and plays each of them day by day.

It shares nothing with the engine but the model, and was written from the rules without sight of the engine. A world
decides every open question: when each event happened, whose unnamed act it was and of which turn, how much it came
to, whether a charge is right, which reading holds, what nobody reported.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from accords.model.conditions import OnObligation
from accords.model.events import Event
from accords.model.obligations import Obligation
from accords.vocabulary import (
    Borne,
    EventKind,
    InstanceChoice,
    LinkageMode,
    Modality,
    Reaches,
    Says,
    SuspensionEffect,
    Verdict,
)

from .oracle_plans import KINDS, Bounds, Plans
from .oracle_time import ALWAYS, BASE, DAY, FAR, GRID, HIGH, LOW, NEVER, At, World, moved
from .oracle_words import Who

__all__ = ["BASE", "FAR", "HIGH", "LOW", "Oracle", "World", "worlds"]

OVER = 10**8
"""More minutes than any day of a world has."""
NO_DAY = FAR * DAY
DONE = {"fulfilled", "fulfilled_late"}
GONE = {"lapsed", "released", "superseded", "terminated", "expired"}


class Spell(NamedTuple):
    """A time in which the clock stands, from a minute until before another."""

    kind: str
    stops: bool
    since: int
    until: int = NO_DAY
    minute: int = 0
    """1 where it ends at an hour, whose own minute it holds, and takes from no deadline."""

    @property
    def runs(self) -> int:
        """From when deadlines run on."""
        return self.until - self.minute

    def holds(self, minute: int) -> bool:
        return self.since <= minute < self.until


class Life:
    """What became of one instance, day by day."""

    def __init__(self, bounds: Bounds, done: int, spells: list[Spell], wrongs: set[int]) -> None:
        self.bounds, self.done, self.spells, self.wrongs = bounds, done, spells, wrongs
        self.due = bounds.due
        self.freed = NO_DAY
        """When what may be done in its place is done."""
        self.used, self.counted, self.deadline = 0, 0, NO_DAY
        self.is_over = False
        """Whether it would have been due while the clock stood, and so waits for the first day after."""
        self.log: list[tuple[int, list[Spell]]] = []
        self.broken = NO_DAY
        self.days: dict[int, tuple[int, int, bool, bool]] = {}
        """Per day: deadline, first violation, whether it is excused and suspended."""

    @property
    def counts(self) -> bool:
        """Whether the act comes before every end."""
        return self.done <= min(self.bounds.ended_by_evening, self.bounds.over)


class Oracle(Plans):
    """Plays worlds of one record, as of ``t``, known by ``k`` (days after BASE)."""

    # ---------------------------------------------------------------- one instance

    def play(self, world: World, who: Who, turn: int | None, t: int) -> str | None:
        """The state at the end of day ``t`` in this world; None where the rules do not say."""
        duty = self.duty[who[0]]
        exempt = {p.actor_id for p in self.record.parties if duty.id in p.exempt_from_ids}
        if exempt & self.own(who):
            return None
        if self.kin(duty.id, LinkageMode.ALTERNATIVE):
            self.life(world, who, turn, t)  # what another performs ends this one, whether it was owed or not
        evening, b = self.clock.end(t), self.bounds(world, who, turn)
        early = min(b.ended, b.over, b.dropped)
        late = NO_DAY if self.is_continuing(duty) else self.clock.last(b.due)
        if (
            duty.performed.kind == "recurring"
            and late <= evening
            and not self.comes_before(early, late)
            and late < b.from_then
        ):
            return "lapsed"
        past = duty.performed.kind == "each_time" and turn is not None and late <= evening and late < b.bound
        if past and not self.comes_before(early, late):
            return "lapsed"
        if b.forestalled <= evening and (b.forestalled <= early or b.from_then <= early):
            return self.kind_of_end(b) if b.forestalled == b.ended else "lapsed"
        if early <= evening and early < b.from_then:
            return self.kind_of_end(b) if early == b.ended else "lapsed"
        if evening < b.bound:
            return "not_in_force"
        if evening < b.triggered:
            return "conditional"
        return self.when_bound(world, who, turn, t)

    def when_bound(self, world: World, who: Who, turn: int | None, t: int) -> str | None:
        duty, b, evening = self.duty[who[0]], self.bounds(world, who, turn), self.clock.end(t)
        life = self.life(world, who, turn, t)
        deadline, broken, excused, suspended = life.days[t]
        if self.is_continuing(duty):
            if broken <= evening:
                return "breached"
            if b.ended <= evening and self.comes_before(b.ended, b.over):
                return self.kind_of_end(b)
            if b.over <= evening:
                return "not_assessed" if duty.modality is Modality.ENDEAVOUR else "fulfilled"
        else:
            done = self.when_done(duty, life, evening, deadline)
            if done is not None:
                return done
            if b.ended <= evening and b.ended <= min(deadline, b.over):
                return self.kind_of_end(b)
            if b.over <= evening and b.over < deadline and b.over < b.ended:
                return "expired"
            if duty.modality is Modality.ENDEAVOUR and any(
                r.first <= evening for r in self.ruled_broken(world, who, turn)
            ):
                return "breached"
            if deadline < evening:
                return "excused" if self.waits_for_others(world, who, turn, life, t) else self.overdue(duty)
        if excused:
            return "excused"
        if suspended:
            return "suspended"
        return "pending" if evening < b.opens else "active"

    def when_done(self, duty: Obligation, life: Life, evening: int, deadline: int) -> str | None:
        """The state once it, or what may be done in its place, is done."""
        if life.done <= evening and life.counts and (life.done <= deadline or duty.owed_after_breach):
            return "fulfilled" if life.done <= deadline else "fulfilled_late"
        freed = life.freed <= evening and life.freed <= min(life.bounds.ended, life.bounds.over)
        return "released" if freed else None

    def overdue(self, duty: Obligation) -> str | None:
        if duty.modality is Modality.ENDEAVOUR:
            return "period_over"
        return "breached"

    def kind_of_end(self, bounds: Bounds) -> str:
        return min((first, kind) for first, _, kind in bounds.endings)[1]

    # ---------------------------------------------------------------- the agreement itself

    def play_whole(self, world: World, t: int) -> str:
        """The state of the agreement itself at the end of day ``t``."""
        term, evening = self.record.term, self.clock.end(t)
        provisional = term.provisional_application if term is not None else None
        entered = self.clock.first(self.entered(world))
        with self.asking(None):
            starts = NO_DAY if provisional is None else self.clock.first(self.at(world, provisional.starts))
            endings = []
            for event in self.record.events:
                ends = (event.kind in KINDS and event.kind is not EventKind.RELEASE) or self.leaves(event)
                alone = len(self.record.parties) > 2 and event.actor_ids and self.leaves(event)
                if ends and not event.obligation_ids and not self.hangs_an_end(event.id) and not alone:
                    at = self.happens(world, event, None, frozenset({"theirs"}))
                    endings.append((self.clock.first(at), KINDS.get(event.kind, "terminated")))
            if provisional is not None and provisional.ends is not None:
                stop = self.clock.last(self.at(world, provisional.ends, True))
                endings += [(stop, "terminated")] if stop < entered else []
        over, kind = min(endings, default=(NO_DAY, ""))
        end = self.clock.last(self.term_ends(world))
        if over <= min(evening, end):
            return kind
        if end <= evening:
            return "expired"
        if evening < min(entered, starts):
            return "not_in_force"
        if any(spell.holds(evening) for spell in self.general_spells(world, None)):
            return "suspended"
        return "in_force" if entered <= evening else "provisionally_applied"

    # ---------------------------------------------------------------- what stands still

    def spells(self, world: World, who: Who, turn: int | None) -> list[Spell]:
        """Spells of suspension and excuse."""
        duty, found = self.duty[who[0]], []
        with self.asking(who, turn):
            for s in duty.suspensions:
                if not s.obligor_ids or self.own(who) <= set(s.obligor_ids):
                    found += self.written_spells(world, s)
            mine = [e for e in self.record.events if duty.id in e.obligation_ids]
            still = [e for e in mine if e.kind in (EventKind.SUSPENSION, EventKind.RESUMPTION)]
            found += self.event_spells(world, [e for e in still if not self.is_of_another(world, who, turn, e)], who)
            if duty.excused_if is not None:
                found.append(Spell("excused", True, self.clock.first(self.at(world, duty.excused_if))))
        found += self.general_spells(world, who)
        for ruling in self.upheld(world, who, turn):
            if ruling.verdict is Verdict.EXCUSED:
                found.append(Spell("excused", True, ruling.first))
            elif ruling.verdict is Verdict.NOT_BREACHED and not self.is_continuing(duty):
                since = world.ask(("cleared", who, turn, ruling.body), [ruling.first, -NO_DAY, NO_DAY])
                found.append(Spell("excused", True, since))  # type: ignore[arg-type]
        return [s for s in found if s.since < s.until]

    def general_spells(self, world: World, who: Who | None) -> list[Spell]:
        """The suspensions of the agreement as a whole, as they reach an instance."""
        written = self.record.term.suspensions if self.record.term is not None else ()
        found: list[Spell] = []
        with self.asking(None):
            for s in written:
                if not s.obligor_ids or (who is not None and self.own(who) <= set(s.obligor_ids)):
                    found += self.written_spells(world, s)
        return found + self.event_spells(world, [e for e in self.record.events if not e.obligation_ids], who)

    def written_spells(self, world: World, s: Any) -> list[Spell]:
        """Each start opens a spell, the next end closes it with its last instant."""
        stops = s.effect is SuspensionEffect.STOPS_THE_CLOCK
        starts = sorted(self.clock.first(at) for at in self.each(world, s.starts, False))
        times = self.each(world, s.ends, True) if s.ends is not None else []
        ends = [(self.clock.last(at) + 1, int(at.minute is not None)) for at in times]
        if s.ends is not None and s.ends.kind != "event":
            return [Spell("suspended", stops, since, *end) for since in starts for end in ends or [(NO_DAY, 0)]]
        return [
            Spell("suspended", stops, since, *min((end for end in ends if end[0] > since), default=(NO_DAY, 0)))
            for since in starts
        ]

    def each(self, world: World, c: Any, closing: bool) -> list[At]:
        """Every time at which a repeatable event happens; of any other condition its one."""
        if c.kind != "event":
            at = self.at(world, c, closing)
            return [] if at.day >= FAR and closing else [at]
        asker = self.asker[0] if self.asker is not None else None
        made_by = getattr(self.duty[asker[0]].performed, "event_id", None) if asker is not None else None
        if self.event[c.event_id].defined_as is not None or made_by == c.event_id:
            at = self.event_at(world, c.event_id)
            return [at] if at.day < FAR else []
        again = [e for e in self.record.events if e.occurrence_of_id == c.event_id]
        times = [self.waited_for(world, e, asker) for e in (self.event[c.event_id], *again)]
        return [at for at in times if at.day < FAR]

    def event_spells(self, world: World, here: list[Event], who: Who | None) -> list[Spell]:
        found = []
        for event in here:
            if event.kind is not EventKind.SUSPENSION or (who is not None and not self.has_effect(world, event, who)):
                continue
            since = self.hour(world, ("hour of", event.id), self.happens(world, event, who))
            ends = [
                self.hour(world, ("hour of", e.id), self.happens(world, e, who))
                for e in here
                if e.kind is EventKind.RESUMPTION and (not e.about_event_ids or event.id in e.about_event_ids)
            ]
            lasts = self.untils(event)
            end = min([minute for minute in ends if minute >= since] + lasts, default=NO_DAY)
            at_hour = end in lasts and self.clock.end(self.clock.day_of(end - 1)) != end - 1
            found.append(Spell("suspended", True, since, end, int(at_hour)))
        return found

    def untils(self, event: Event) -> list[int]:
        """The minute after the last day, or hour, that anybody gives for how long it lasted."""
        given = []
        for claim in event.claims:
            ahead = claim.when is not None and self.clock.span(claim.when)[0] > self.clock.end(self.heard(claim))
            plain = claim.says in (Says.OCCURRED, Says.BREACH, Says.NO_BREACH)
            if claim.until is not None and plain and not ahead and self.live(claim):
                given.append(self.clock.last(self.clock.stated(claim.until, True)) + 1)
        return [max(given)] if given else []

    # ---------------------------------------------------------------- violations

    def wrongs(self, world: World, who: Who, turn: int | None) -> set[int]:
        """The minutes of violations, as this world has them."""
        duty = self.duty[who[0]]
        effort = duty.modality is Modality.ENDEAVOUR
        found: set[int] = set()
        for ruling in self.ruled_broken(world, who, turn):
            days = range(self.clock.day_of(ruling.first), self.clock.day_of(ruling.last) + 1)
            found.add(self.clock.start(world.ask(("found wrong", who, turn, ruling.body), days)))  # type: ignore[arg-type]
        cleared = {
            day
            for r in self.upheld(world, who, turn)
            if r.verdict is Verdict.NOT_BREACHED and r.body in self.deciders(who)
            for day in range(self.clock.day_of(r.first), self.clock.day_of(r.last) + 1)
        }
        for event in self.record.events:
            mine = event.kind is EventKind.CONDUCT and duty.id in event.obligation_ids
            if mine and not self.is_of_another(world, who, turn, event):
                found |= self.charged(world, event, who, effort, cleared)
        if duty.quantities and not effort:
            beyond = self.passed(world, who, turn, *self.measured(world, who, turn))
            found |= {minute for minute in beyond if self.clock.day_of(minute) not in cleared}
        if not effort:
            seen = self.watched(who) | cleared
            unseen = world.ask(("wrong unseen", who), [*(d for d in GRID if d not in seen), FAR])
            found.add(NO_DAY if unseen == FAR else self.hour(world, ("hour of wrong", who), At(unseen)))  # type: ignore[arg-type]
        return found

    def charged(self, world: World, event: Event, who: Who, effort: bool, cleared: set[int]) -> set[int]:
        """The minutes at which conduct that is called a breach was one."""
        if not self.fact(world, event, who)[2]:
            return set()
        charges = [c for c in event.claims if c.says is Says.BREACH and self.live(c)]
        answers = [c for c in event.claims if c.says is Says.NO_BREACH and self.live(c)]
        courts = self.deciders(who)
        rulings = [r for r in self.rulings(world, event.id, who) if r.body in courts or self.accepted(r, who)]
        found_clear = {r.body for r in rulings if r.verdict is Verdict.NOT_BREACHED}
        found_guilty = {r.body for r in rulings if r.verdict is Verdict.BREACHED}
        guilty = bool(found_guilty) or (not found_clear and any(c.claimed_by_id in courts for c in charges))
        clear = bool(found_clear) or (not found_guilty and any(c.claimed_by_id in courts for c in answers))
        words = [self.word(c.claimed_by_id, self.heard(c), who) for c in charges]
        admitted = not answers and self.own(who) <= {o for word in words if word.camp != "both" for o in word.obligors}
        hearsay = any(
            e.finding is not None and e.finding.on_id == event.id and e.finding.verdict is Verdict.BREACHED
            and self.made(world, e, who) is not None
            for e in self.record.events
        )  # fmt: skip
        if guilty and clear:
            verdicts = [True, False]
        elif guilty or (clear or not (charges or hearsay)):
            verdicts = [guilty]
        else:
            verdicts = [True] if admitted and not effort else [True, False]
        if (effort and not guilty) or not self.mine(world, event, who):
            return set()
        if not world.ask(("wrong", event.id, who), verdicts):
            return set()
        at = self.happens(world, event, who)
        if at.day >= FAR:
            return set()
        days = (
            set(range(at.day, max([at.day, *(self.clock.day_of(after - 1) for after in self.untils(event))]) + 1))
            - cleared
        )
        first = self.hour(world, ("hour of", event.id), at)
        return {first if day == at.day else self.clock.start(day) for day in days}

    def measured(self, world: World, who: Who, turn: int | None) -> tuple[list[tuple[Event, int]], set[str]]:
        """The events with figures that bear on one turn, with their minutes."""
        duty, b, found, sure = self.duty[who[0]], self.bounds(world, who, turn), [], set()
        for event in self.record.events:
            bears = event.kind in (EventKind.CONDUCT, EventKind.PERFORMANCE) and duty.id in event.obligation_ids
            if not bears or not self.fact(world, event, who)[2] or not self.mine(world, event, who):
                continue
            at = self.happens(world, event, who)
            minute = self.hour(world, ("hour of", event.id), at)
            inside = event.instance == turn
            if event.instance is None:  # what came before the stated beginning is no part of a sum either
                inside = b.opens <= minute and (turn is None or minute <= b.over)
            if at.day < FAR and inside:
                found.append((event, minute))
        return found, sure

    # ---------------------------------------------------------------- day by day

    def kin(self, duty_id: str, mode: LinkageMode) -> list[str]:
        if not self.record.linkages:
            return []
        linked = [x for x in self.record.linkages if x.mode is mode and duty_id in x.obligation_ids]
        return [o for link in linked for o in link.obligation_ids if o != duty_id]

    def twins(self, me: Who, mode: LinkageMode, turn: int | None) -> list[tuple[Who, int | None]]:
        """Those with whom a turn is tied: the turn of the same number, where the other duty has turns."""
        found: list[tuple[Who, int | None]] = []
        for other in self.kin(me[0], mode):
            numbered = turn is not None and self.duty[other].performed.kind in ("recurring", "each_time")
            for who in self.own_or_all(self.instances(self.duty[other]), mode, me):
                if not numbered or turn in self.turns(who):
                    found.append((who, turn if numbered else None))
        return found

    def own_or_all(self, others: list[Who], mode: LinkageMode, me: Who) -> list[Who]:
        """Of alternatives that several owe each, that of who owes this one, where it is among them."""
        each = mode is LinkageMode.ALTERNATIVE and self.duty[others[0][0]].borne is Borne.EACH
        return [w for w in others if self.own(w) == self.own(me)] or others if each else others

    def life(self, world: World, who: Who, turn: int | None, t: int) -> Life:
        """The days of an instance up to ``t``, lived together with those of the duties that are reciprocal."""
        key = ("life", who, turn, self.endless)
        if key not in world.kept:
            cast = {who: turn, **dict(self.twins(who, LinkageMode.RECIPROCAL, turn))}
            lives = {w: self.born(world, w, number) for w, number in cast.items()}
            order = sorted(cast, key=lambda w: not self.is_continuing(self.duty[w[0]]))
            world.kept[key] = (cast, lives, order)
        cast, lives, order = world.kept[key]  # type: ignore[misc]
        for day in range(LOW + len(lives[who].days), t + 1):
            for one in order:
                self.day_of(world, one, cast[one], lives, day)
        return lives[who]

    def born(self, world: World, who: Who, turn: int | None) -> Life:
        continuing = self.is_continuing(self.duty[who[0]])
        wrongs = self.wrongs(world, who, turn) if continuing else set()
        bounds = self.bounds(world, who, turn)
        life = Life(bounds, self.performed(world, who, turn), self.spells(world, who, turn), wrongs)
        if not continuing:
            self.tie(world, who, turn, life)
        return life

    def tie(self, world: World, who: Who, turn: int | None, life: Life) -> None:
        """What simultaneous and alternative duties do to a deadline and an end."""
        together = self.twins(who, LinkageMode.SIMULTANEOUS, turn)
        if together:
            other_id = together[0][0][0]
            link = next(x for x in self.record.linkages if {who[0], other_id} <= set(x.obligation_ids))
            firsts = [
                self.performed(world, w, n)
                for w, n in together
                if not self.is_continuing(self.duty[w[0]]) and self.counted_act(world, w, n)
            ]
            at = At(self.clock.day_of(min(firsts))) if firsts and min(firsts) < OVER else NEVER
            if life.due.day >= FAR:
                life.due = moved(at, link.tolerance) if link.tolerance is not None else at
        others = self.twins(who, LinkageMode.ALTERNATIVE, turn)
        if others:
            life.due = self.last_due(world, who, turn, LOW)
            done = min(self.performed(world, w, n) if self.counted_act(world, w, n) else NO_DAY for w, n in others)
            if done < OVER:
                life.freed = done
                endings = (*life.bounds.endings, (done, done, "released"))
                life.bounds = life.bounds._replace(endings=endings)
                world.kept["bounds", who, turn, self.endless] = life.bounds

    def last_due(self, world: World, who: Who, turn: int | None, day: int) -> At:
        """The last deadline of all alternatives, as it looks on a day."""
        dues = []
        for one, number in [(who, turn), *self.twins(who, LinkageMode.ALTERNATIVE, turn)]:
            if self.is_continuing(self.duty[one[0]]):
                continue
            bounds = self.bounds(world, one, number)
            moves = [(LOW - 1, bounds.due)]
            for event in self.record.events:
                mine = event.kind is EventKind.POSTPONEMENT and one[0] in event.obligation_ids
                if mine and event.new_due is not None and not self.is_of_another(world, one, number, event):
                    at = self.happens(world, event, one)
                    if at.day <= day and self.clock.first(at) <= bounds.ended:
                        with self.asking(one, number):
                            moves.append((at.day, self.at(world, event.new_due, True)))
            dues.append(max(moves, key=lambda move: move[0])[1])
        return max(dues, key=self.clock.last)

    def counted_act(self, world: World, who: Who, turn: int | None) -> bool:
        b = self.bounds(world, who, turn)
        with self.asking(who, turn):  # without what an alternative brings
            ended = min((last for _, last, _ in self.endings(world, who, turn)), default=NO_DAY)
        return self.performed(world, who, turn) <= min(ended, b.over)

    def day_of(self, world: World, who: Who, turn: int | None, lives: dict[Who, Life], day: int) -> None:
        """What happens to one instance on a day."""
        me, evening = lives[who], self.clock.end(day)
        continuing = self.is_continuing(self.duty[who[0]])
        here = [spell for spell in me.spells if spell.since <= evening and self.dawn(day) < spell.until]
        for other, life in lives.items():
            began = self.breach_day(world, other, life, day) if other != who else NO_DAY
            if not (began < self.clock.start(day) if continuing else began <= evening):
                continue
            if not self.is_continuing(self.duty[other[0]]) and self.is_made_good(other, life, evening):
                continue
            here.append(Spell("excused", True, -NO_DAY))
        standing = {s.kind for s in here if s.holds(evening) and not (s.minute and s.runs == evening)}
        if continuing:
            b = me.bounds
            for minute in sorted(me.wrongs):
                on = minute <= evening and (day == LOW or self.clock.start(day) <= minute)
                stands = any(spell.holds(max(minute, self.clock.start(day))) for spell in here)
                if on and not stands and b.can_be_done <= minute <= b.over and minute < b.ended:
                    me.broken = min(me.broken, minute)
            me.deadline = NO_DAY
        else:
            self.clocked(world, who, turn, me, day, here)
        me.days[day] = (me.deadline, me.broken, "excused" in standing, "suspended" in standing)

    def dawn(self, day: int) -> int:
        return self.clock.start(day) if day > LOW else -NO_DAY

    def is_made_good(self, who: Who, life: Life, evening: int) -> bool:
        """Whether what was due is done by then; where it is not owed after a breach, too late is not at all."""
        in_time = self.duty[who[0]].owed_after_breach or life.done <= life.deadline
        return life.counts and life.done <= evening and in_time

    def waits_for_others(self, world: World, who: Who, turn: int | None, me: Life, day: int) -> bool:
        """Whether it holds that who was to act together with others need not be the first."""
        return self.neither_began(world, who, turn, me, day) and bool(world.ask(("first", who, turn), [True, False]))

    def neither_began(self, world: World, who: Who, turn: int | None, me: Life, day: int) -> bool:
        """Two acts were to happen together, the stated day is over, and nobody began."""
        together = self.twins(who, LinkageMode.SIMULTANEOUS, turn)
        evening = self.clock.end(day)
        if not together or self.clock.last(me.bounds.due) >= evening or me.done <= evening:
            return False
        return not any(
            not self.is_continuing(self.duty[w[0]])
            and self.counted_act(world, w, n)
            and self.performed(world, w, n) <= evening
            for w, n in together
        )

    def clocked(self, world: World, who: Who, turn: int | None, me: Life, day: int, here: list[Spell]) -> None:
        """The deadline as it looks at the end of a day: moved by postponements, and by days that do not count."""
        for event in self.record.events:
            moves = (
                event.kind is EventKind.POSTPONEMENT and who[0] in event.obligation_ids and event.new_due is not None
            )
            if not moves or self.is_of_another(world, who, turn, event):
                continue
            at = self.happens(world, event, who)
            if at.day == day and self.clock.first(at) <= me.bounds.ended:
                with self.asking(who, turn):
                    me.due = self.at(world, event.new_due, True)
                me.used, me.deadline, me.counted, me.is_over = 0, NO_DAY, 0, False
        if self.kin(who[0], LinkageMode.ALTERNATIVE):
            due = self.last_due(world, who, turn, day)
            if due != me.due:
                me.due, me.used, me.deadline, me.counted, me.is_over = due, 0, NO_DAY, 0, False
        me.log.append((day, here))
        opens = max(me.bounds.can_be_done, self.clock.start(LOW))
        if me.due.day >= FAR or self.clock.last(me.due) < me.bounds.can_be_done:
            me.deadline = NO_DAY
            return
        me.due = max(me.due, ALWAYS, key=lambda at: at.day)  # what lies before all days of a world is long over
        for one, spells in me.log[me.counted :] if me.deadline >= OVER else ():
            if one < self.clock.day_of(opens):
                continue
            if me.due.minute is None:
                self.count_day(me, one, spells, me.due.day - self.clock.day_of(opens) + 1)
            else:
                self.count_minutes(me, one, spells, opens)
            if me.deadline < OVER:
                break
        me.counted = len(me.log)

    def count_day(self, me: Life, day: int, spells: list[Spell], budget: int) -> None:
        """A day on which the clock stands, if only for some hours, does not count, and nothing falls due on it."""
        here = [spell for spell in spells if max(self.dawn(day), spell.since) < spell.runs]
        if me.used < budget and not any(spell.stops for spell in here):
            me.used += 1
        if me.used == budget and not here:
            me.deadline = self.clock.last(me.due if day == me.due.day else At(day))

    def count_minutes(self, me: Life, day: int, spells: list[Spell], opens: int) -> None:
        """What is due at an hour is due as much later as the clock stood; inside a spell, with the first day after."""
        left = self.clock.last(me.due) - opens - me.used
        if me.is_over:
            here = [spell for spell in spells if self.dawn(day) < spell.runs]
            me.deadline = NO_DAY if here else self.clock.end(day)
            return
        here, dusk = max(self.clock.start(day), opens), self.clock.end(day) + 1
        for since, until in [*sorted((s.since, s.runs) for s in spells if s.stops), (dusk, NO_DAY)]:
            run = max(0, since - here)
            if left < run:
                minute = here + left
                me.is_over = any(spell.since <= minute < spell.runs for spell in spells)
                me.deadline = NO_DAY if me.is_over else minute
                return
            left, me.used, here = left - run, me.used + run, max(here, min(until, dusk))

    def breach_day(self, world: World, who: Who, life: Life, day: int) -> int:
        """The minute after which the breach of a counterpart began, as far as a day shows."""
        duty, b = self.duty[who[0]], life.bounds
        if duty.modality is Modality.MAY:
            return NO_DAY
        if self.is_continuing(duty):
            return life.broken
        if duty.modality is Modality.ENDEAVOUR:
            days = [
                max(r.first, b.from_then) for r in self.ruled_broken(world, who)
            ]  # found early, it counts from then
            return min(days) if days and min(days) <= min(b.over, b.ended - 1) else NO_DAY
        passed = life.deadline
        safe = min(life.done if life.counts else NO_DAY, b.ended, b.over)
        if passed < OVER and b.from_then < OVER and (safe > passed or (safe == b.over == passed < life.done)):
            return passed + 1
        return NO_DAY

    # ---------------------------------------------------------------- turns in the life of a duty

    def turn(self, world: World, c: OnObligation) -> tuple[At, At]:
        """When a duty reaches a turn in its life, and from when it no longer can."""
        duty = self.duty[c.obligation_id]
        numbers = self.meant(world, duty, c)
        if numbers is None:
            return NEVER, NEVER
        pairs = []
        for who in self.instances(duty):
            for number in numbers:
                if duty.borne is Borne.IN_TURN and number is not None and number not in self.turns(who):
                    continue
                if len(numbers) > 1 and self.never_is(world, who, number):
                    continue
                with self.asking(who, number):
                    pairs.append((who, number, *self.turn_of(world, who, number, c.reaches)))
        whole = c.instances or (InstanceChoice.ALL if c.reaches is Reaches.FULFILLED else InstanceChoice.FIRST)
        first = self.clock.first
        if whole is InstanceChoice.FIRST:
            return min((p[2] for p in pairs), key=first, default=NEVER), max(
                (p[3] for p in pairs), key=first, default=NEVER
            )
        if c.instances is InstanceChoice.ALL:
            return self.all_owed(world, pairs)
        return max((p[2] for p in pairs), key=first, default=NEVER), min(
            (p[3] for p in pairs), key=first, default=NEVER
        )

    def meant(self, world: World, duty: Obligation, c: OnObligation) -> list[int | None] | None:
        """The turns that a condition is about; None where there is no last one and all are meant."""
        again = duty.performed
        if c.turn is not None:
            return [c.turn]
        if again.kind == "recurring" and c.instances is None and self.waits_turn_by_turn(duty):
            return [self.asker[1]]  # type: ignore[index]
        if again.kind == "each_time":
            return list(self.numbers(world, self.instances(duty)[0]))
        if again.kind != "recurring":
            return [None]
        if again.times is None and again.ends is None:
            all_of_them = c.instances is InstanceChoice.ALL or (c.instances is None and c.reaches is Reaches.FULFILLED)
            return None if all_of_them else list(range(1, 13))
        return list(range(1, (again.times or 12) + 1))

    def never_is(self, world: World, who: Who, number: int | None) -> bool:
        """Whether an end comes before a turn begins, so that there is none; the first stands for all in any case."""
        if self.duty[who[0]].performed.kind != "recurring" or number is None or number == 1:
            return False
        beyond = number > (self.duty[who[0]].performed.times or number)
        return beyond or self.bounds(world, who, number).forestalled < OVER

    def waits_turn_by_turn(self, duty: Obligation) -> bool:
        """Whether who asks is due with each turn of the other duty, so that its own turn is meant."""
        if self.asker is None or self.asker[1] is None:
            return False
        return getattr(self.duty[self.asker[0][0]].performed, "obligation_id", None) == duty.id

    def all_owed(self, world: World, pairs: list[tuple[Who, int | None, At, At]]) -> tuple[At, At]:
        """All turns but those that are no longer owed; of none it never comes."""
        came, some = ALWAYS, False
        for who, number, reached, _ in pairs:
            if reached.day < FAR:
                came, some = max(came, reached, key=self.clock.first), True
                continue
            left = next((d for d in GRID if self.play(world, who, number, d) in GONE), FAR)
            came = max(came, At(left), key=self.clock.first) if left < FAR else NEVER
        return (came if some else NEVER), NEVER

    def turn_of(self, world: World, who: Who, number: int | None, reaches: Reaches) -> tuple[At, At]:
        duty, b = self.duty[who[0]], self.bounds(world, who, number)
        life_done, continuing = self.performed(world, who, number), self.is_continuing(duty)
        counts = life_done <= min(b.ended_by_evening, b.over)
        if duty.modality is Modality.DECLARES or (reaches is Reaches.EXERCISED and duty.modality is not Modality.MAY):
            return NEVER, NEVER
        stop = min(b.ended, b.over, b.dropped, b.forestalled)
        if counts and not continuing and not duty.owed_after_breach:  # too late is not at all
            counts = any(self.play(world, who, number, d) in DONE for d in GRID)
        if reaches is Reaches.BREACHED and duty.modality is Modality.MAY:
            return NEVER, self.day(min(stop, life_done if counts else NO_DAY))
        if reaches is Reaches.ENDED:
            done = life_done if counts and not continuing else NO_DAY
            return (self.day(stop), NEVER) if stop < done else (NEVER, self.day(done))
        wanted = {"breached"} if reaches is Reaches.BREACHED else DONE
        days = () if self.never_is(world, who, number) else GRID
        seen = next((d for d in days if self.play(world, who, number, d) in wanted), FAR)
        if reaches is Reaches.BREACHED and counts and days and self.is_late_at_once(world, who, number, life_done):
            seen = min(seen, self.clock.day_of(life_done))
        if seen < FAR:
            if reaches is Reaches.BREACHED and not continuing:
                seen = max(seen, LOW + 1)  # the instant after a deadline before all days
            minute = life_done if wanted is DONE else self.broken_at(world, who, number, seen)
            if wanted is DONE and continuing:
                kept = b.over < OVER and self.clock.day_of(b.over) == seen  # to its end, at the minute of that
                return self.day(b.over) if kept else At(seen), NEVER
            found = wanted is not DONE and duty.modality is Modality.ENDEAVOUR  # of which only the day is known
            return self.day(minute) if self.hours and not found else At(seen), NEVER
        if reaches is Reaches.BREACHED and not continuing and counts:
            stop = min(stop, life_done)
        if reaches is Reaches.FULFILLED and continuing:
            broken = next((d for d in GRID if self.play(world, who, number, d) == "breached"), FAR)
            stop = min(stop, self.clock.first(At(broken)))
        return NEVER, self.day(stop)

    def is_late_at_once(self, world: World, who: Who, number: int | None, done: int) -> bool:
        """Whether it was done so soon after the deadline that no evening shows it as breached, which it was."""
        if self.duty[who[0]].modality is Modality.ENDEAVOUR or self.kin(who[0], LinkageMode.SIMULTANEOUS):
            return False
        return abs(done) < OVER and self.play(world, who, number, self.clock.day_of(done)) == "fulfilled_late"

    def broken_at(self, world: World, who: Who, number: int | None, day: int) -> int:
        """The minute of a breach that a day shows: of the first violation, or the one after the deadline."""
        deadline, broken, *_ = self.life(world, who, number, day).days[day]
        minute = broken if self.is_continuing(self.duty[who[0]]) else deadline + 1
        return max(minute, self.clock.start(day)) if minute < OVER else self.clock.start(day)

    def day(self, minute: int) -> At:
        if abs(minute) >= OVER:
            return NEVER if minute > 0 else ALWAYS
        return At(self.clock.day_of(minute), minute if self.hours else None)


def worlds(play: Callable[[World], str | None], count: int, rng: random.Random) -> tuple[set[str], bool]:
    """The states of up to ``count`` worlds: all of them in order where there are no more, otherwise a random part."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 10_000))  # turns are worked out from those before them
    try:
        return _worlds(play, count, rng)
    finally:
        sys.setrecursionlimit(before)


def _worlds(play: Callable[[World], str | None], count: int, rng: random.Random) -> tuple[set[str], bool]:
    states: set[str | None] = set()
    path: list[int] = []
    for _ in range(count // 2):
        sizes: list[int] = []

        def choose(options: list[object], sizes: list[int] = sizes, path: list[int] = path) -> object:
            at = len(sizes)
            sizes.append(len(options))
            return options[path[at] if at < len(path) else 0]

        states.add(play(World(choose)))
        path = [*path, *[0] * (len(sizes) - len(path))][: len(sizes)]
        while path and path[-1] + 1 >= sizes[len(path) - 1]:
            path.pop()
        if not path:
            return {state for state in states if state is not None}, None not in states
        path[-1] += 1
    for _ in range(count - count // 2):
        states.add(play(World(rng.choice)))
    return {state for state in states if state is not None}, False
