"""The fixed days of one instance in a world: when it binds, opens, is due, is done, ends; and its own acts."""

from __future__ import annotations

from typing import Any, NamedTuple

from accords.model.conditions import Condition, Offset, OnEvent, OnObligation
from accords.model.events import Event
from accords.model.obligations import Obligation
from accords.vocabulary import (
    Act,
    Borne,
    Counted,
    EventKind,
    Extent,
    Modality,
    Reaches,
    RecurrenceMode,
    Verdict,
)

from .oracle_amounts import Amounts
from .oracle_time import ALWAYS, FAR, GRID, LOW, NEVER, At, World, moved, period_of
from .oracle_words import DECLARED, Who, _conditions

KINDS = {
    EventKind.RELEASE: "released", EventKind.TERMINATION: "terminated", EventKind.SUPERSESSION: "superseded",
}  # fmt: skip

_GUILTY = {Verdict.BREACHED}
_CLEAR = {Verdict.NOT_BREACHED, Verdict.EXCUSED}


class Bounds(NamedTuple):
    """Minutes, but for ``due``; each is the first one of what begins and the last one of what ends."""

    bound: int
    """From when the obligor is bound."""
    triggered: int
    opens: int
    due: At
    over: int
    """The end of the stated term of the duty, its own or that of the agreement."""
    dropped: int
    """When the trigger became impossible."""
    endings: tuple[tuple[int, int, str], ...]
    """Acts that end it: their first and last minutes, and how."""
    forestalled: int
    """When it came about that the turn never opens."""
    is_none: bool
    """Whether the turn would fall due only after the series, or what all turns hang on, has ended."""

    @property
    def from_then(self) -> int:
        return max(self.bound, self.triggered)

    @property
    def can_be_done(self) -> int:
        return max(self.from_then, self.opens)

    @property
    def ended(self) -> int:
        return min((first for first, _, _ in self.endings), default=NEVER.day * 1440)

    @property
    def ended_by_evening(self) -> int:
        return min((last for _, last, _ in self.endings), default=NEVER.day * 1440)


class Plans(Amounts):
    """Bounds and performance of instances."""

    def is_continuing(self, duty: Obligation) -> bool:
        if duty.modality is Modality.MUST_NOT or duty.performed.kind == "continuing":
            return True
        levels = bool(duty.quantities) and all(q.counted is Counted.LEVEL for q in duty.quantities)
        held = levels and duty.due is None and duty.modality is not Modality.MAY
        return duty.performed.kind == "recurring" and duty.performed.every is not None and held

    def has_least(self, duty: Obligation) -> bool:
        return any(quantity.at_least is not None for quantity in duty.quantities)

    # ---------------------------------------------------------------- readings

    def finding_day(self, ruling: Any) -> int:
        """The day on which a finding became known."""
        event = next(e for e in self.record.events if e.finding is ruling.finding)
        return max(self.told_by_day(c) for c in self.tell(event))

    def ruled_broken(self, world: World, who: Who, turn: int | None = None) -> list[Any]:
        return [r for r in self.upheld(world, who, turn) if r.verdict is Verdict.BREACHED and self.decides(r, who)]

    def upheld(self, world: World, who: Who, turn: int | None = None) -> list[Any]:
        """The findings on a duty but for those that are wrong in this world, where two that decide are at odds."""
        ruled = self.rulings(world, who[0], who, turn)
        broken, clear = (
            {r.body for r in ruled if r.verdict in verdicts and self.decides(r, who)} for verdicts in (_GUILTY, _CLEAR)
        )
        if not any(one != other for one in broken for other in clear):
            return ruled
        wrong = _CLEAR if world.ask(("which body", who, turn), [True, False]) else _GUILTY
        return [r for r in ruled if r.verdict not in wrong]

    def decides(self, ruling: Any, who: Who) -> bool:
        return ruling.body in self.deciders(who) or self.accepted(ruling, who)

    def accepted(self, ruling: Any, who: Who) -> bool:
        event = next(e for e in self.record.events if e.finding is ruling.finding)
        return self.settles(event, "", who)

    def terms(self, world: World, who: Who) -> dict[str, Condition | None]:
        """The conditions of the duty in the reading that holds in this world."""
        duty = self.duty[who[0]]
        held = [r for r in duty.readings if r.replaces is not None]
        reading = None
        if held:
            words = {r.finding.reading_id for r in self.rulings(world, duty.id, who, whoever=True)} - {None}
            adopted = [r for r in held if r.id in words]
            options = [r.id for r in adopted] or [None] if words else [None, *(r.id for r in held)]
            chosen = world.ask(("reading", duty.id), options)
            reading = next((r.replaces for r in held if r.id == chosen), None)
        names = ("trigger", "not_before", "due", "ends")
        return {name: getattr(reading, name, None) or getattr(duty, name) for name in names}

    # ---------------------------------------------------------------- bounds

    def bounds(self, world: World, who: Who, turn: int | None) -> Bounds:
        key = ("bounds", who, turn, self.endless)
        if key not in world.kept:
            with self.asking(who, turn):
                world.kept[key] = self._bounds(world, who, turn)
        return world.kept[key]  # type: ignore[return-value]

    def binding(self, world: World, who: Who) -> At:
        """From when the obligors are bound."""
        duty, term = self.duty[who[0]], self.record.term
        if duty.binds_from.value == "conclusion":
            start = self.concluded(world)
        else:
            start = max(self.entered(world), self.bound_from(world, who), key=self.clock.first)
            if term is not None and term.provisional_application is not None:
                with self.asking(None):
                    start = min(start, self.at(world, term.provisional_application.starts), key=self.clock.first)
        for party in self.record.parties:
            disputed = bool(party.according_to_ids) and party.actor_id not in party.according_to_ids
            if party.actor_id in self.own(who) and disputed and not world.ask(("party", party.actor_id), [True, False]):
                return NEVER
        return start

    def _bounds(self, world: World, who: Who, turn: int | None) -> Bounds:
        duty, first, last = self.duty[who[0]], self.clock.first, self.clock.last
        terms = self.terms(world, who)
        bound = self.binding(world, who)
        came, gone = (bound, NEVER) if terms["trigger"] is None else self.both(world, terms["trigger"], False)
        again = duty.performed
        if again.kind == "each_time" and terms["trigger"] is None:  # which stands in place of what it comes with
            if again.obligation_id is not None:
                came, gone = self.turn(world, OnObligation(obligation_id=again.obligation_id, turn=turn))
            elif not self.counts_back(terms["due"], again.event_id):
                came = self.event_at(world, again.event_id)
        then = max(first(bound), first(came))
        opens, due, own_end = self.window(world, who, turn, terms, then)
        due = NEVER if self.counts_from_nothing(terms["due"], who, turn) else due
        ends = [own_end]
        if not duty.survives_termination:
            ends += [self.term_ends(world), self.bound_until(world, who)]
        over = min(map(last, ends))
        general = self.general_endings(world, who)
        endings = (*self.own_endings(world, who, turn), *general)
        forestalled, is_none = NEVER.day * 1440, False
        if again.kind == "recurring":
            series = [over if own_end.day >= FAR else min(map(last, ends[1:]), default=NEVER.day * 1440)]
            if again.ends is not None:
                series.append(last(self.at(world, again.ends, True)))
            only_due = terms["due"] is not None and terms["not_before"] is None and not self.is_continuing(duty)
            begins = last(due) if only_due else first(opens)
            is_none = self.comes_before(min([*series, *(a for a, _, _ in general)]), begins)
            series += [a for a, _, _ in endings]
            forestalled = min(series) if self.comes_before(min(series), begins) else forestalled
        return Bounds(first(bound), first(came), first(opens), due, over, first(gone), endings, forestalled, is_none)

    def comes_before(self, a: int, b: int) -> bool:
        """Whether one instant comes before another; an instant is a day where no hour is stated."""
        return a < b if self.hours else self.clock.day_of(a) < self.clock.day_of(b)

    def counts_from_nothing(self, due: Condition | None, who: Who, turn: int | None) -> bool:
        """Whether a deadline counts back from an event that nobody reports, and so makes nothing overdue."""
        back = False
        while isinstance(due, Offset):
            back, due = back or due.is_before, due.anchor
        if back and isinstance(due, OnObligation) and due.reaches in (Reaches.FULFILLED, Reaches.EXERCISED):
            acts = [e for e in self.record.events if e.kind is EventKind.PERFORMANCE]
            duty = self.duty[due.obligation_id]
            acts = [e for e in acts if duty.id in e.obligation_ids]
            acts = [e for e in acts if e.extent is not Extent.PARTIAL or self.has_least(duty)]
            return not any(self.said(e, None)[0] or self.told_of(e) for e in acts)
        if not back or not isinstance(due, OnEvent):
            return False
        again = self.duty[who[0]].performed
        if again.kind == "each_time" and again.event_id == due.event_id:
            return turn is None
        event = self.event[due.event_id]
        times = [event, *(e for e in self.record.events if e.occurrence_of_id == event.id)]
        said = any(self.said(e, None)[0] or self.told_of(e) for e in times)
        return event.defined_as is None and not said

    @staticmethod
    def counts_back(due: Condition | None, event_id: str) -> bool:
        """Whether a deadline is counted back from the occurrence, so that it is owed before it."""
        if not isinstance(due, Offset) or not due.is_before:
            return False
        anchor: Condition = due
        while isinstance(anchor, Offset):
            anchor = anchor.anchor
        return isinstance(anchor, OnEvent) and anchor.event_id == event_id

    def bound_until(self, world: World, who: Who) -> At:
        """When the last of those who are bound at all is bound no longer."""
        last, anyhow = self.clock.last, self.binds_anyhow(self.duty[who[0]])
        leaves = {one: self.one_leaves(world, one) for one in self.able(who)}
        here = [at for one, at in leaves.items() if anyhow or self.joins(world, one).day < FAR]
        return max(here, key=last) if here else min(leaves.values(), key=last, default=NEVER)

    def one_leaves(self, world: World, one: str) -> At:
        until = [p.bound_until for p in self.record.parties if p.actor_id == one and p.bound_until is not None]
        with self.asking(None):
            return min((self.at(world, c, True) for c in until), key=self.clock.last, default=NEVER)

    # ---------------------------------------------------------------- turns

    def window(
        self, world: World, who: Who, turn: int | None, terms: dict[str, Condition | None], then: int
    ) -> tuple[At, At, At]:
        """When it opens, is due and ends; a turn's own times are those of the first, shifted in one step."""
        duty = self.duty[who[0]]
        again = duty.performed
        given = {name: terms[name] for name in ("not_before", "due", "ends")}
        if again.kind != "recurring" or turn is None:
            opens = ALWAYS if given["not_before"] is None else self.at(world, given["not_before"])
            due = NEVER if given["due"] is None else self.at(world, given["due"], True)
            own_end = NEVER if given["ends"] is None else self.at(world, given["ends"], True)
            return opens, due, self.renewed(world, own_end, duty.renewal)
        if again.mode is RecurrenceMode.ROLLING:
            return self.rolled(world, who, turn, given, then)
        start = given["not_before"]
        begin = At(self.clock.day_of(then)) if abs(then) < 10**8 else NEVER if then > 0 else ALWAYS

        def opening(n: int) -> At:
            return self.nth(world, duty, start, n, False) if start is not None else self.on(begin, again.every, n - 1)

        def before(at: At) -> At:
            return (
                at
                if at.day >= FAR or at.day <= LOW
                else At(at.day - 1)
                if at.minute is None
                else At(at.day, at.minute - 1)
            )

        own_end = NEVER if given["ends"] is None else self.nth(world, duty, given["ends"], turn, True)
        if self.is_continuing(duty):
            return opening(turn), NEVER, own_end if given["ends"] is not None else before(opening(turn + 1))
        if given["due"] is None:
            return opening(turn), min(before(opening(turn + 1)), own_end, key=self.clock.last), own_end
        due = self.nth(world, duty, given["due"], turn, True)
        if start is not None:
            return opening(turn), due, own_end
        if turn == 1:
            return ALWAYS, due, own_end
        before = self.after(self.nth(world, duty, given["due"], turn - 1, True))
        return (before if self.clock.first(before) <= self.clock.last(due) else due), due, own_end

    @staticmethod
    def after(at: At) -> At:
        if at.day >= FAR or at.day <= LOW:
            return at
        return At(at.day + 1) if at.minute is None else At(at.day, at.minute + 1)

    def nth(self, world: World, duty: Obligation, c: Condition, turn: int, closing: bool) -> At:
        """A condition of the first turn in a later one: the days stated in it are shifted, and it is counted anew."""
        self.later = (period_of(duty.performed), turn - 1)
        try:
            return self.at(world, c, closing)
        finally:
            self.later = None

    def rolled(self, world: World, who: Who, turn: int, given: dict[str, Any], then: int) -> tuple[At, At, At]:
        """So long after the turn before was performed, or was due if no more is owed of it."""
        duty = self.duty[who[0]]
        opens = ALWAYS if given["not_before"] is None else self.at(world, given["not_before"])
        due = NEVER if given["due"] is None else self.at(world, given["due"], True)
        own_end = NEVER if given["ends"] is None else self.at(world, given["ends"], True)
        if turn == 1:
            return opens, due, own_end
        before = self.taker(who, turn - 1)
        previous, done = self.bounds(world, before, turn - 1), self.performed(world, before, turn - 1)
        late = done > self.clock.last(previous.due)
        if late and not duty.owed_after_breach:
            done = self.clock.last(previous.due)
        if self.is_let_go(world, before, turn - 1) and previous.due.day < FAR and done > previous.ended_by_evening:
            done = self.clock.last(previous.due)
        elif done >= 10**8 or done > min(previous.ended_by_evening, previous.over):
            return NEVER, NEVER, own_end
        base = At(self.clock.day_of(done))
        following = moved(base, duty.performed.every)
        if given["due"] is None:
            return following, NEVER, own_end
        if given["not_before"] is None:
            return At(base.day + 1), following, own_end
        return At(following.day - (due.day - opens.day)), following, own_end

    def taker(self, who: Who, turn: int) -> Who:
        """Who performs a turn, where the obligors take them one after another."""
        duty = self.duty[who[0]]
        if duty.borne is not Borne.IN_TURN or who[1] == "*":
            return who
        return who[0], duty.obligor_ids[(turn - 1) % len(duty.obligor_ids)]

    def is_let_go(self, world: World, who: Who, turn: int) -> bool:
        """Whether what ended a turn was of that turn alone."""
        own = [
            self.clock.last(self.ended_by(world, event, who))
            for event in self.record.events
            if event.kind in KINDS and who[0] in event.obligation_ids and turn in self.turns_named(world, who, event)
        ]
        return min(own, default=10**8) == self.bounds(world, who, turn).ended_by_evening

    def turns(self, who: Who) -> range:
        """The turns that an obligor's acts can belong to."""
        duty = self.duty[who[0]]
        numbers = range(1, (duty.performed.times or 24) + 1)
        if duty.borne is Borne.IN_TURN and who[1] != "*":
            return numbers[duty.obligor_ids.index(who[1]) :: len(duty.obligor_ids)]
        return numbers

    # ---------------------------------------------------------------- endings

    def hangs_an_end(self, event_id: str) -> bool:
        """Whether an end in the record waits for the event, which then has that effect alone."""
        term = self.record.term
        ends: list[object] = [*(term.ends_if_any if term is not None else ())]
        ends += [party.bound_until for party in self.record.parties]
        for duty in self.record.obligations:
            ends += [duty.ends, getattr(duty.performed, "ends", None)]
        return any(c.event_id == event_id for end in ends for c in _conditions(end) if isinstance(c, OnEvent))

    def leaves(self, event: Event) -> bool:
        return event.kind is EventKind.TERMINATION or event.act in (Act.DENUNCIATION, Act.WITHDRAWAL)

    def frees(self, event: Event, who: Who) -> bool:
        """Whether the end that an act brings reaches an instance: among three it frees its actor, and ends what is
        owed to nobody else."""
        if event.obligation_ids or self.hangs_an_end(event.id):
            return False
        if event.kind is EventKind.RELEASE or not (event.kind in KINDS or self.leaves(event)):
            return False
        if len(self.record.parties) < 3 or not event.actor_ids or not self.leaves(event):
            return True
        declared = {o for actor in event.actor_ids for o in self.belongs(actor)}
        owed = set(self.duty[who[0]].owed_to_ids)
        return self.own(who) <= declared or bool(owed and owed <= declared)

    def endings(self, world: World, who: Who, turn: int | None) -> list[tuple[int, int, str]]:
        return self.own_endings(world, who, turn) + self.general_endings(world, who)

    def own_endings(self, world: World, who: Who, turn: int | None) -> list[tuple[int, int, str]]:
        """The acts that end it by themselves; others end the agreement for all its turns."""
        duty, found = self.duty[who[0]], []
        for event in self.record.events:
            if event.kind not in KINDS or duty.id not in event.obligation_ids:
                continue
            of_another = who[1] != "*" and who[1] not in (self.doers(event, duty) or [who[1]])
            if not of_another and not self.is_of_another(world, who, turn, event):
                found.append(self.ending(world, event, who))
        return [ending for ending in found if ending[0] < 10**8]

    def ending(self, world: World, event: Event, who: Who) -> tuple[int, int, str]:
        at = self.ended_by(world, event, who)
        return self.clock.first(at), self.clock.last(at), KINDS.get(event.kind, "terminated")

    def general_endings(self, world: World, who: Who) -> list[tuple[int, int, str]]:
        duty, term = self.duty[who[0]], self.record.term
        free = not duty.survives_termination
        found = [self.ending(world, event, who) for event in self.record.events if free and self.frees(event, who)]
        if who[1] == "*" and free:
            each = [self.first_leave(world, one, who) for one in sorted(self.own(who))]
            found.append(max(each, key=lambda ending: ending[0]))
        provisional = term.provisional_application if term is not None else None
        if provisional is not None and provisional.ends is not None and not duty.survives_termination:
            with self.asking(None):
                stop = self.at(world, provisional.ends, True)
            joined = max(self.entered(world), self.bound_from(world, who), key=self.clock.first)
            if self.clock.last(stop) < self.clock.first(joined):
                over = self.clock.last(stop)
                found.append((over if self.hours else self.clock.first(stop), over, "terminated"))
        return [ending for ending in found if ending[0] < 10**8]

    def first_leave(self, world: World, one: str, who: Who) -> tuple[int, int, str]:
        """When one of several who owe something together leaves by an act of its own."""
        left = [(10**8, 10**8, "terminated")]
        for e in self.record.events:
            own = e.actor_ids and self.leaves(e) and one in {o for actor in e.actor_ids for o in self.belongs(actor)}
            if own and len(self.record.parties) > 2 and not e.obligation_ids and not self.hangs_an_end(e.id):
                left.append((*self.ending(world, e, who)[:2], "terminated"))
        return min(left)

    def ended_by(self, world: World, event: Event, who: Who) -> At:
        """When an act ends an instance. That a party denounced or withdrew is a formal act, with effect for what it is
        owed and, among three, for itself; for what it owes to one other, that is its claim. What others are owed
        with those who declare the end of a duty perhaps stays owed."""
        declared = {o for actor in event.actor_ids for o in self.belongs(actor)}
        if event.kind is not EventKind.MILESTONE or not declared:
            at = self.happens(world, event, who, frozenset({"theirs"}))
            return at if self.has_effect(world, event, who) else NEVER
        at = self.happens(world, event, who, frozenset())
        certain = declared & self.counterpart(who) or len(self.record.parties) > 2
        return at if certain or world.ask(("has effect", event.id, who), [True, False]) else NEVER

    def has_effect(self, world: World, event: Event, who: Who) -> bool:
        """Whether what some declare of a duty has effect, in this world: for sure where all whom it is owed to do."""
        declared = {o for actor in event.actor_ids for o in self.belongs(actor)}
        owed = set(self.duty[who[0]].owed_to_ids) - self.allies(who)
        alone = any(not self.binds(one, LOW) & declared for one in owed) or not declared & self.counterpart(who)
        declares = event.kind in DECLARED and event.kind is not EventKind.SUPERSESSION
        doubted = declares and bool(event.actor_ids) and alone and who[0] in event.obligation_ids
        return not doubted or bool(world.ask(("has effect", event.id, who), [True, False]))

    # ---------------------------------------------------------------- acts

    def mine(self, world: World, event: Event, who: Who) -> bool:
        duty = self.duty[who[0]]
        if who[1] == "*":
            return True
        named = self.doers(event, duty)
        if named:
            return who[1] in named
        return world.ask(("whose", event.id), duty.obligor_ids) == who[1]

    def own_acts(self, world: World, who: Who) -> list[tuple[Event, int]]:
        """The reported acts that are this obligor's in this world, with their minutes."""
        duty, found = self.duty[who[0]], []
        for event in self.record.events:
            counts = event.extent is not Extent.PARTIAL or self.has_least(duty)
            if event.kind is not EventKind.PERFORMANCE or duty.id not in event.obligation_ids or not counts:
                continue
            if self.fact(world, event, who)[2] and self.mine(world, event, who):
                at = self.happens(world, event, who)
                found.append((event, self.hour(world, ("hour of", event.id), at)))
        return found

    def acts(self, world: World, who: Who, turn: int | None) -> list[tuple[Event, int]]:
        mine = self.own_acts(world, who)
        if turn is None:
            return mine
        if (
            self.duty[who[0]].performed.kind == "recurring"
            and self.duty[who[0]].performed.mode is RecurrenceMode.ROLLING
        ):
            numbered = [act for act in mine if act[0].instance == turn]
            free = [act for act in mine if act[0].instance is None and act[1] < 10**8]
            place = list(self.turns(who)).index(turn) if turn in self.turns(who) else turn - 1
            return numbered + sorted(free, key=lambda act: (act[1], act[0].id))[place : place + 1]
        key = ("assigned", who, self.endless)
        if key not in world.kept:
            world.kept[key] = self.assigned(world, who, mine)
        return [act for act in mine if world.kept[key].get(act[0].id) == turn]  # type: ignore[attr-defined]

    def is_whole(self, world: World, who: Who, event: Event, minute: int) -> bool:
        """Whether an act is not that of some alone of those who are to act jointly, and are bound by then."""
        duty = self.duty[who[0]]
        doers = set(self.doers(event, duty))
        joint = duty.borne is Borne.JOINTLY and who[1] == "*" and not self.has_least(duty)
        if not joint or not doers or event.extent is Extent.FULL or minute >= 10**8:
            return True
        anyhow = self.binds_anyhow(duty)
        for one in set(self.able(who)) - doers:
            joined = anyhow or self.clock.first(self.joins(world, one)) <= minute
            if joined and self.clock.last(self.one_leaves(world, one)) >= minute:
                return False
        return True

    def binds_anyhow(self, duty: Obligation) -> bool:
        """Whether a duty binds parties before they join."""
        provided = getattr(self.record.term, "provisional_application", None)
        return duty.binds_from.value == "conclusion" or provided is not None

    def assigned(self, world: World, who: Who, mine: list[tuple[Event, int]]) -> dict[str, int]:
        """To which turn each act belongs: the one it names, else an open one without an established act, the oldest or
        another; else the last that is over. Where only deadlines are stated, the turn before may be meant."""
        duty = self.duty[who[0]]
        again = duty.performed
        numbers = self.numbers(world, who) if again.kind == "each_time" else list(self.turns(who))
        found = {event.id: self.named_turn(world, who, event) for event, _ in mine}
        sure = {e.id for e, at in mine if None not in self.fact(world, e, who)[0] and self.is_whole(world, who, e, at)}
        sure -= {event.id for event, _ in mine if who[1] != "*" and not self.doers(event, duty)}  # whose, nobody says
        named = {turn for event_id, turn in found.items() if turn is not None and event_id in sure}
        filled = {turn for turn in named if self.is_full(world, who, turn, mine, found, sure)}
        windows, gone, none = {}, {}, set()
        for n in numbers:
            b = self.bounds(world, who, n)
            opens = max(b.opens, b.triggered) if again.kind == "each_time" else b.opens
            if opens < 10**8:
                gone[n] = b.forestalled
                none |= {n} if b.is_none and n > 1 else set()  # the first stands for all
                windows[n] = (opens, self.clock.last(b.due) if not self.is_continuing(duty) else b.over)
        terms = self.terms(world, who)
        only_due = again.kind == "recurring" and terms["not_before"] is None and terms["due"] is not None
        for event, minute in sorted(mine, key=lambda act: (act[1], act[0].id)):
            if found[event.id] is not None or minute >= 10**8:
                continue
            free = [n for n in windows if n not in filled | none and gone[n] > minute]
            inside = [n for n in free if windows[n][0] <= minute <= windows[n][1]]
            if only_due and len(inside) == 1 and inside[0] - 1 in free:
                inside = [inside[0] - 1, *inside]
            options = inside or [n for n in free if max(windows[n][0] - 1, windows[n][1]) < minute][-1:]
            if not options and again.kind == "each_time":  # what was done before it was owed counts from then on
                options = free[:1]
            if options:
                turn = world.ask(("turn of", event.id, who), options)
                found[event.id] = turn  # type: ignore[assignment]
                full = event.id in sure and self.is_full(world, who, turn, mine, found, sure)  # type: ignore[arg-type]
                filled |= {turn} if full else set()  # type: ignore[arg-type]
        return {event_id: turn for event_id, turn in found.items() if turn is not None}

    def is_full(
        self, world: World, who: Who, turn: int, mine: list[tuple[Event, int]], found: dict[str, Any], sure: set[str]
    ) -> bool:
        """Whether what is established of the acts of a turn leaves nothing to be done in it."""
        acts = [act for act in mine if found[act[0].id] == turn]
        return not self.has_least(self.duty[who[0]]) or self.reached(world, who, turn, acts, sure)[1]

    def numbers(self, world: World, who: Who) -> list[int]:
        """The instances of a duty that is due each time."""
        again = self.duty[who[0]].performed
        if again.obligation_id is None:
            return list(range(1, len(self.occurrences(world, who)) + 1))
        other = self.duty[again.obligation_id]
        return list(range(1, (getattr(other.performed, "times", None) or 1) + 1))

    def named_turn(self, world: World, who: Who, event: Event) -> int | None:
        if event.instance is not None:
            return event.instance
        again = self.duty[who[0]].performed
        if again.kind == "each_time" and again.event_id is not None:
            times = self.occurrences(world, who)
            return next((n for n, i in enumerate(times, 1) if i in event.about_event_ids), None)
        return None

    def turns_named(self, world: World, who: Who, event: Event) -> set[int]:
        """The turns that an event names, or else those that what it is about names."""
        own = self.named_turns(world, who, event)
        return own or {n for each in event.about_event_ids for n in self.named_turns(world, who, self.event[each])}

    def named_turns(self, world: World, who: Who, event: Event) -> set[int]:
        """By its number or by the occurrence; 0 for an occurrence that nobody reports."""
        again = self.duty[who[0]].performed
        if event.instance is not None or again.kind != "each_time" or again.event_id is None:
            return set() if event.instance is None else {event.instance}
        named = {event.id, *event.about_event_ids}
        numbers = {each: n for n, each in enumerate(self.occurrences(world, who), 1)}
        again_ids = {e.id for e in self.record.events if e.occurrence_of_id == again.event_id}
        return {numbers.get(each, 0) for each in named & (again_ids | numbers.keys())}

    def is_of_another(self, world: World, who: Who, turn: int | None, event: Event) -> bool:
        """Whether what is said of an event is said of other turns."""
        named = self.turns_named(world, who, event) if turn is not None else set()
        return bool(named) and turn not in named

    # ---------------------------------------------------------------- performance

    def performed(self, world: World, who: Who, turn: int | None) -> int:
        """The minute at which it is performed in this world."""
        key = ("performed", who, turn, self.endless)
        if key not in world.kept:
            with self.asking(who, turn):
                world.kept[key] = self._performed(world, who, turn)
        return world.kept[key]  # type: ignore[return-value]

    def _performed(self, world: World, who: Who, turn: int | None) -> int:
        duty, b = self.duty[who[0]], self.bounds(world, who, turn)
        never = NEVER.day * 1440
        if self.is_continuing(duty):
            return never
        acts = [(e, self.from_the_hour(world, e, who, minute, b)) for e, minute in self.acts(world, who, turn)]
        acts = [(e, minute) for e, minute in acts if b.opens <= minute < 10**8]
        whole = {e.id for e, minute in acts if self.is_whole(world, who, e, minute)}
        acts = [(e, at) for e, at in acts if e.id in whole or world.ask(("whole", e.id), [True, False])]
        named = {e.id for e, _ in acts if who[1] == "*" or self.doers(e, duty)} & whole
        sure = {e.id for e, _ in acts if None not in self.fact(world, e, who)[0]} & named
        undone = self.found_undone(world, who, turn, b)
        if self.has_least(duty):
            done, established = self.reached(world, who, turn, acts, sure)
        else:
            established = bool(sure)
            done = [minute for e, minute in acts if e.id in sure or minute > undone]
        done = [max(minute, b.can_be_done) for minute in done if established or minute > undone]
        ruled = self.rulings(world, duty.id, who, turn)
        broken = [(self.finding_day(r), r) for r in self.ruled_broken(world, who, turn)]
        for ruling in ruled:
            if ruling.verdict is not Verdict.FULFILLED:
                continue
            days = self.days_found([(ruling.first if ruling.dated else self.clock.first(At(LOW)), ruling.last)])
            at = world.ask(("found", who, turn, ruling.body), days)
            at_odds = any(r.body != ruling.body or day > self.finding_day(ruling) for day, r in broken)
            if not at_odds or world.ask(("odds", who, turn, ruling.body), [True, False]):
                done.append(max(self.clock.first(at), b.can_be_done))  # type: ignore[arg-type]
            established = established or not at_odds
        if not established:
            done.append(self.unseen(world, who, turn, b))
        return min(done, default=never)

    def from_the_hour(self, world: World, event: Event, who: Who, minute: int, b: Bounds) -> int:
        """An act of which only the day is known came when it could, on the day on which the time for it begins; so did
        one that is dated only by when it was over."""
        yes = self.said(event, who)[0]
        ended = [s for s in yes if s.claim.when is not None and s.claim.when.earliest is None]
        since, until = max((s.first for s in yes), default=0), min((s.last for s in yes), default=0)
        if ended and since <= self.clock.first(At(LOW)) and until >= b.opens:
            return max(minute, b.opens)
        same = abs(b.opens) < 10**8 and self.clock.day_of(minute) == self.clock.day_of(b.opens)
        return max(minute, b.opens) if same and self.happens(world, event, who).minute is None else minute

    def unseen(self, world: World, who: Who, turn: int | None, b: Bounds) -> int:
        """When an act that nobody reported was done, if one was."""
        floor, seen = self.surely_not(world, who, turn), self.watched(who)
        undone = self.found_undone(world, who, turn, b)
        days = [
            d
            for d in GRID
            if d > floor and self.clock.end(d) > undone and self.clock.end(d) >= b.can_be_done and d not in seen
        ]
        day = world.ask(("act", who, turn), [*days, FAR])
        if day == FAR:
            return NEVER.day * 1440
        return max(self.hour(world, ("hour of act", who, turn), At(day)), b.can_be_done, undone + 1)  # type: ignore[arg-type]

    def found_undone(self, world: World, who: Who, turn: int | None, b: Bounds) -> int:
        """The minute by which nothing was performed, since a body found a breach: the deadline, or the finding."""
        broken = self.ruled_broken(world, who, turn)
        if not broken or any(r.verdict is Verdict.FULFILLED for r in self.rulings(world, who[0], who, turn)):
            return -(10**9)
        due, moves = b.due, []
        for event in self.record.events:
            mine = event.kind is EventKind.POSTPONEMENT and who[0] in event.obligation_ids
            if mine and event.new_due is not None and not self.is_of_another(world, who, turn, event):
                at = self.happens(world, event, who)
                if at.day < FAR and self.clock.first(at) <= b.ended:
                    moves.append((at.day, self.at(world, event.new_due, True)))
        due = moves[-1][1] if (moves := sorted(moves, key=lambda move: move[0])) else due
        last = self.clock.last(due)
        return min(last if last >= b.can_be_done else 10**9, max(self.all_of(r.first) for r in broken))

    def all_of(self, minute: int) -> int:
        """The last minute of the instant in which a minute lies."""
        return minute if self.hours or abs(minute) >= 10**8 else self.clock.end(self.clock.day_of(minute))

    def surely_not(self, world: World, who: Who, turn: int | None) -> int:
        """The last day by which it is established that it had not been performed."""
        duty = self.duty[who[0]]
        floor = self.no_more_by(world, who, turn) if self.has_least(duty) else LOW - 1
        for event in self.record.events:
            ours = who[1] == "*" or who[1] in self.doers(event, duty)
            act = event.kind is EventKind.PERFORMANCE and event.extent is not Extent.PARTIAL and ours
            if act and duty.id in event.obligation_ids and event.instance == turn:
                floor = max(floor, self.fact(world, event, who)[1])
        return floor
