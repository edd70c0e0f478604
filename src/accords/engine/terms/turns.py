"""Lists the instances of a duty: its turns, one for each occurrence of an event or turn of another duty, or itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from accords.engine.days.moments import NEVER, NOT_EVER, Instant, Moment, may_be_never, rest, union
from accords.engine.days.offsets import counts_working_days
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.ledger import Ledger
from accords.engine.facts.quantities import asks_for_amounts
from accords.engine.terms.builder import Builder
from accords.engine.terms.instances import Instance, Slotted
from accords.engine.terms.points import Points
from accords.engine.terms.schedule import Schedule, Window, counted_from, of_all
from accords.engine.terms.scope import EVERYWHERE, Scope
from accords.engine.terms.slots import Queue, about, perhaps_after, perhaps_later, slotted, turns_named
from accords.engine.terms.terms import Slots, recurs
from accords.model.events import Event
from accords.model.obligations import EachTime, Obligation, Reading, Recurring
from accords.model.turns import step_of
from accords.vocabulary import Borne, RecurrenceMode, Whose

__all__ = ["Turns"]

Full = Callable[[Sequence[Slotted], int], bool]
"""Whether the acts of a turn leave nothing to be done in it."""

_MOST_ADDED = 60
"""From so many acts of one turn on it is not worked out anew with each whether they are enough: they all stay in it."""

Listed = Callable[[str], int]
"""How many turns of another duty are listed."""


def _readings(duty: Obligation) -> tuple[Reading | None, ...]:
    """The duty as it is written, and as it is read otherwise."""
    return (None, *(reading for reading in duty.readings if reading.replaces is not None))


def _slots_of(duty: Obligation) -> list[Slots]:
    return [Slots.of(duty, reading) for reading in _readings(duty)]


def _counts_working_days(duty: Obligation) -> bool:
    """Whether a turn begins or falls due so many working days after something, under some reading."""
    return any(counts_working_days(each) for slots in _slots_of(duty) for each in (slots.due, slots.not_before))


class Turns:
    """Lists instances up to the turn that follows day ``t``."""

    def __init__(self, ledger: Ledger, points: Points, builder: Builder, t: Instant, listed: Listed) -> None:
        self.ledger = ledger
        self.points = points
        self.builder = builder
        self.t = t
        self._listed = listed
        self._most = ledger.most_turns
        self.cut_short = False
        """Whether a duty has more turns than are listed."""
        self.endless: set[str] = set()
        """The duties whose turns have no end."""
        self.unlisted: set[str] = set()
        """The duties that may have turns after those that are listed, counted from acts that nobody reports or
        in working days of which the calendar does not tell."""

    def instances(self, duty: Obligation, bearer: Bearer) -> list[Instance]:
        """The instances that the bearer owes, in order."""
        performed = duty.performance
        if isinstance(performed, EachTime) and performed.event_id is not None:
            return self._occurrences(duty, performed.event_id, bearer)
        if isinstance(performed, EachTime) and performed.obligation_id in self.ledger.duties:
            return self._of_other(duty, performed.obligation_id, bearer)
        if (again := recurs(duty)) is None:
            return [Instance(duty, bearer)]
        found = self._rolling if again.mode is RecurrenceMode.ROLLING else self._anchored
        turns = found(duty, again, bearer)
        return [turn for turn in turns if turn.number is None or _is_its(duty, bearer, turn.number)]

    # ---- each time

    def _occurrences(self, duty: Obligation, event_id: str, bearer: Bearer) -> list[Instance]:
        ledger = self.ledger
        event = ledger.events.get(event_id)
        events = [e for e in ledger.occurrences.get(event_id, ()) if ledger.reported(e, ledger.bearer_of(e))]
        if not events and event is not None and ledger.reported(event, ledger.bearer_of(event)):
            events = [event]
        if not events:
            ahead = [each for each in ledger.occurrences.get(event_id, ()) if ledger.visible.is_told(each)]
            arises = not ahead or any(self._arises(duty, bearer, each) for each in ahead)
            return [Instance(duty, bearer, scope=Scope(event=(event_id, event_id if arises else "")))]
        events = [each for each in events if self._arises(duty, bearer, each)]
        if not events:
            return [Instance(duty, bearer, scope=Scope(event=(event_id, "")))]
        events.sort(key=lambda e: (ledger.first_days(e, ledger.bearer_of(e)), e.id))
        acts = self.builder.acts.of(bearer)
        self.cut_short = self.cut_short or len(events) > self._most
        listed = events[: self._most]
        scopes = [Scope(event=(event_id, occurrence.id)) for occurrence in listed]
        numbers = {occurrence.id: number for number, occurrence in enumerate(events, 1)}
        named = [act for act in acts if act.event.instance is not None or not numbers.keys().isdisjoint(about(act))]
        windows = [self._each_window(duty, bearer, scope) for scope in scopes]
        full = self._full(duty, bearer, scopes)
        slots = slotted(
            [act for act in acts if act not in named],
            windows,
            self._filled(named, numbers, full, len(windows)),
            False,
            full,
            early=True,
        )
        for act in named:
            for number in turns_named(act, numbers):
                if number is not None and number <= len(listed):
                    slots[number - 1].append(act)
        return [
            Instance(duty, bearer, number, scope, acts=tuple(slots[number - 1]))
            for number, scope in enumerate(scopes, 1)
        ]

    def _arises(self, duty: Obligation, bearer: Bearer, event: Event) -> bool:
        """Whether an occurrence makes the duty arise for the bearer, by who did it; for nobody, where none is named."""
        whose = duty.performance.whose if isinstance(duty.performance, EachTime) else None
        if whose is None or not event.actor_ids:
            return whose is None
        doers, owing = self.ledger.behind(event), set(bearer.obligor_ids)
        return bool(owing & doers if whose is Whose.OWN else owing - doers)

    def _of_other(self, duty: Obligation, other: str, bearer: Bearer) -> list[Instance]:
        """One instance for each turn of another duty."""
        count = max(1, min(self._listed(other), self._most))
        scopes = [Scope(turn=(other, number)) for number in range(1, count + 1)]
        acts = self.builder.acts.of(bearer)
        named = [act for act in acts if act.event.instance is not None]
        windows = [self._each_window(duty, bearer, scope) for scope in scopes]
        full = self._full(duty, bearer, scopes)
        free = [act for act in acts if act not in named]
        slots = slotted(free, windows, self._filled(named, {}, full, len(windows)), False, full, early=True)
        for act in named:
            if act.event.instance is not None and act.event.instance <= count:
                slots[act.event.instance - 1].append(act)
        return [
            Instance(duty, bearer, number, scope, acts=tuple(slots[number - 1]))
            for number, scope in enumerate(scopes, 1)
        ]

    def _each_window(self, duty: Obligation, bearer: Bearer, scope: Scope) -> Window:
        """From when to when an act is one for an instance."""
        opens, closes = self.builder.open_span(Instance(duty, bearer, 1, scope))
        return Window(opens, closes, opens)

    # ---- turns

    def _windows_of(self, duty: Obligation, again: Recurring, bearer: Bearer, nearest: bool = False) -> list[Schedule]:
        scope, step = self.builder.scope(Instance(duty, bearer))._replace(nearest=nearest), step_of(again)
        assert step is not None
        return [
            Schedule(self.points, slots, step, self.builder.start(Instance(duty, bearer), slots), scope)
            for slots in _slots_of(duty)
        ]

    def _anchored(self, duty: Obligation, again: Recurring, bearer: Bearer) -> list[Instance]:
        acts = self.builder.acts.of(bearer)
        last = max([self.t, *(days[-1][1] for act in acts if (days := rest(act.days)))])
        limit = self.builder.limit(Instance(duty, bearer))
        schedules = self._windows_of(duty, again, bearer, nearest=True)
        windows: list[Window] = []
        more = cut = False
        for number in range(1, min(again.times or self._most, self._most) + 1):
            window = of_all([schedule.window(number) for schedule in schedules])
            if number > 1 and (window.begins[0][0] >= NEVER or window.begins[0][0] > limit[-1][1]):
                break
            windows.append(window)
            if again.times is None and window.opens[0][0] > last:
                more = True
                break
        else:
            more = cut = again.times is None or again.times > self._most
            self.cut_short = self.cut_short or cut
        if more:
            self.endless.add(duty.id)
        ahead = [n for n, window in enumerate(windows, 1) if _opening(window) > self.t]
        listed = ahead[0] if ahead and again.times is None else len(windows)
        if _counts_working_days(duty):  # the days above are the nearest: by others it may have turns beyond
            schedules = self._windows_of(duty, again, bearer)
            windows = [of_all([each.window(n) for each in schedules]) for n in range(1, len(windows) + 1)]
            beyond = of_all([each.window(listed + 1) for each in schedules])
            if listed != again.times and _opening(beyond) <= min(self.t, limit[-1][1]):
                self.unlisted.add(duty.id)
        end = limit[0][0]
        doubtful = [place for place, window in enumerate(windows) if window.begins[-1][1] > end]
        slots = self._slots(duty, bearer, acts, windows, doubtful)
        if cut:
            slots = [[perhaps_later(act, windows[-1]) for act in mine] for mine in slots]
        for place in doubtful:
            slots[place] = [perhaps_after(act, end) for act in slots[place]]
        return [Instance(duty, bearer, number, acts=tuple(slots[number - 1])) for number in range(1, listed + 1)]

    def _slots(
        self, duty: Obligation, bearer: Bearer, acts: list[Slotted], windows: list[Window], doubtful: list[int]
    ) -> list[list[Slotted]]:
        """Which acts belong to which turn: as numbered, else by their day."""
        numbered = [act for act in acts if act.event.instance is not None]
        only_due = duty.due is not None and duty.not_before is None
        free = [act for act in acts if act.event.instance is None]
        full = self._full(duty, bearer)
        others = {place: True for place in range(len(windows)) if not _is_its(duty, bearer, place + 1)}
        filled = self._filled(numbered, {}, full, len(windows)) | others
        slots = slotted(free, windows, filled, only_due, full, doubtful=doubtful)
        for act in numbered:
            if act.event.instance is not None and act.event.instance <= len(windows):
                slots[act.event.instance - 1].append(act)
        return slots

    def _filled(self, acts: list[Slotted], numbers: dict[str, int], full: Full, count: int) -> dict[int, bool]:
        """Of the first ``count`` turns those that acts name, counted from 0, and whether an established one does."""
        found: dict[int, bool] = {}
        named: dict[int, list[Slotted]] = {}
        for act in acts:
            for number in turns_named(act, numbers):
                if number is not None and number <= count and act.days != NOT_EVER:
                    named.setdefault(number, []).append(act)
                    found[number - 1] = found.get(number - 1, False) or (act.sure and not may_be_never(act.days))
        return {place: sure for place, sure in found.items() if full(named[place + 1], place + 1)}

    def _full(self, duty: Obligation, bearer: Bearer, scopes: Sequence[Scope] = ()) -> Full:
        """Whether the acts of a turn leave nothing to be done in it: where the duty asks for amounts, not every act
        does."""
        if not asks_for_amounts(duty):
            return lambda acts, number: True
        amounts = self.builder.amounts

        def reached(acts: Sequence[Slotted], number: int) -> bool:
            if len(acts) > _MOST_ADDED:
                return False
            scope = scopes[number - 1] if scopes else EVERYWHERE
            return not may_be_never(amounts.performed(Instance(duty, bearer, number, scope), acts).surely)

        return reached

    def _rolling(self, duty: Obligation, again: Recurring, bearer: Bearer) -> list[Instance]:
        schedules = self._windows_of(duty, again, bearer)
        limit = self.builder.limit(Instance(duty, bearer))
        takers = self._takers(duty, bearer)
        acts = [Queue(self.builder.acts.of(taker)) for taker in takers]
        window = of_all([schedule.window(1) for schedule in schedules])
        found: list[Instance] = []
        spare, ahead = sum(queue.count for queue in acts), False
        for number in range(1, min(again.times or self._most, self._most) + 1):
            if found and (window.begins[0][0] >= NEVER or window.begins[0][0] > limit[-1][1]):
                break
            before, place = divmod(number - 1, len(takers))
            mine = acts[place].of(number, before)
            instance = Instance(duty, takers[place], number, window=window, acts=tuple(mine))
            found.append(instance)
            counted = self._counted_from(instance, mine if spare else [])
            ahead = counted is None or _opening(window) > self.t
            if counted is None or ahead:
                break
            spare -= bool(mine)  # no more turns are performed than there are acts
            window = of_all([schedule.next(window, counted) for schedule in schedules])
        else:
            self.cut_short = self.cut_short or again.times is None or again.times > self._most
        if again.times is None:
            self.endless.add(duty.id)
        if ahead and len(found) != again.times:
            self.unlisted.add(duty.id)
        return found

    def _takers(self, duty: Obligation, bearer: Bearer) -> list[Bearer]:
        """Who takes the turns one after another, each of which is counted from the one before."""
        if duty.borne is not Borne.IN_TURN or bearer.shared:
            return [bearer]
        each = {share.obligor_ids: share for share in self.ledger.bearers[duty.id]}
        return [each[obligor,] for obligor in duty.obligor_ids]

    def _counted_from(self, instance: Instance, mine: list[Slotted]) -> Moment | None:
        """From when the next turn is counted: what was done or, where no more is owed, was due; None where neither
        is so by now."""
        terms = [self.builder.base(instance, reading) for reading in _readings(instance.duty)]
        claimed = any(rest(act.days) and act.days[0][0] <= self.t for act in mine)
        due = union(span for each in terms for span in each.stated_due)
        is_past = due[-1][1] < self.t
        given_up = not instance.duty.owed_after_breach and is_past
        let_go = self.builder.whole.lets_go(instance.bearer, instance.turn) if claimed or is_past else False
        if not claimed and not given_up and let_go is False:
            return None
        return counted_from(terms, let_go, instance.duty.owed_after_breach)


def _is_its(duty: Obligation, bearer: Bearer, number: int) -> bool:
    """Whether a turn is the bearer's, where those who owe the duty take the turns one after another."""
    if duty.borne is not Borne.IN_TURN or bearer.shared or len(duty.obligor_ids) < 2:
        return True
    return (number - 1) % len(duty.obligor_ids) == duty.obligor_ids.index(bearer.obligor_ids[0])


def _opening(window: Window) -> Instant:
    return window.opens[0][0]
