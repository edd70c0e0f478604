"""Which act belongs to which turn, where it names none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise

from accords.engine.days.moments import Instant, may_be_never, rest
from accords.engine.terms.instances import Slotted
from accords.engine.terms.schedule import Window

__all__ = ["Queue", "perhaps_after", "perhaps_later", "slotted"]


def slotted(
    acts: Sequence[Slotted],
    windows: Sequence[Window],
    filled: Mapping[int, bool],
    only_due: bool,
    full: Callable[[Sequence[Slotted], int], bool],
    early: bool = False,
    doubtful: Collection[int] = (),
) -> list[list[Slotted]]:
    """The acts of each turn, in the order of the turns.

    An act belongs to the oldest open turn that has no established act, else to the last such turn that is over.
    Where only deadlines are stated and the turn before has none, it belongs to the turn whose deadline is nearer.
    Then, and where several turns are open or an end perhaps forestalls it (``doubtful``), others stay possible.
    ``filled`` are the turns that other acts name, and
    whether one of those is established. ``full`` tells whether acts leave nothing to be done in a turn, and ``early``
    whether what was done before all turns counts towards the first that has no act.
    """
    slots: list[list[Slotted]] = [[] for _ in windows]
    sorter = _Sorter(windows, filled, only_due, early, doubtful)
    for act in sorted(acts, key=lambda each: (each.days, each.event.id)):
        if not rest(act.days):
            continue
        home, others = sorter.place(act)
        if home is None:
            continue
        sure = act.sure and not others
        slots[home].append(act._replace(sure=sure))
        for other in others:
            slots[other].append(act._replace(sure=False, home=False))
        if full(slots[home], home + 1):
            sorter.fill(act, home, sure)
    return slots


class _Sorter:
    """Remembers which turns have an established act, and which may have one."""

    def __init__(
        self,
        windows: Sequence[Window],
        filled: Mapping[int, bool],
        only_due: bool,
        early: bool,
        doubtful: Collection[int],
    ) -> None:
        self._windows = windows
        self._doubtful = doubtful
        self._early = early
        self._only_due = only_due
        self._taken = {number for number, sure in filled.items() if sure}
        self._open = set(filled) - self._taken
        """The turns that may have an established act."""
        self._last: dict[int, Instant] = {}

    def fill(self, act: Slotted, home: int, sure: bool) -> None:
        """Note that a turn has an act, where the act is established."""
        if not act.sure or may_be_never(act.days):
            return
        if sure:
            self._taken.add(home)
            self._last[home] = act.days[-1][1]
        else:
            self._open.add(home)

    def place(self, act: Slotted) -> tuple[int | None, list[int]]:
        """The turn that an act is taken for, and those that it may belong to instead."""
        days = rest(act.days)
        found: dict[int, None] = {}
        home: int | None = None
        for day in dict.fromkeys((days[0][0], days[-1][1])):
            own, others = self._on(day)
            home = own if home is None else home
            found |= dict.fromkeys([each for each in (own, *others) if each is not None])
        for number, window in enumerate(self._windows):  # those that open or close between the days that it may have
            opens, closes = window.opens[0][0], window.closes[-1][1]
            turned = days[0][0] < opens <= days[-1][1] or days[0][0] <= closes < days[-1][1]
            if turned and number not in self._taken:
                found.setdefault(number)
        for number, last in self._last.items():  # an act whose order is not sure may have come first
            if last >= days[0][0] and self._may_hold(number, days[0][0], days[-1][1]):
                found.setdefault(number)
        return home, [each for each in found if each != home]

    def _may_hold(self, number: int, first: Instant, last: Instant) -> bool:
        window = self._windows[number]
        return window.opens[0][0] <= last and first <= window.closes[-1][1]

    def _on(self, day: Instant) -> tuple[int | None, list[int]]:
        """The same for an act of one day."""
        windows = self._windows
        free = [n for n in range(len(windows)) if n not in self._taken]
        may_open = [n for n in free if windows[n].opens[0][0] <= day <= windows[n].closes[-1][1]]
        over = [n for n in free if windows[n].opens[0][0] <= day and windows[n].closes[0][0] < day]
        if not may_open and not over and self._early:
            first = next((place for place, n in enumerate(free) if n not in self._open), len(free) - 1)
            return (free[0], free[1 : first + 1]) if free else (None, [])
        if not may_open:
            last = max(over, key=lambda n: (windows[n].closes, n), default=None)
            if last is None:
                return None, []
            unsure = windows[last].opens[-1][1] > day
            return last, [n for n in over if n != last and (unsure or n in self._open)]
        surely = [n for n in may_open if windows[n].opens[-1][1] <= day <= windows[n].closes[0][0]]
        home, others = may_open[0], may_open[1:]
        over = [n for n in over if n not in may_open]
        if not surely or home in self._open or home in self._doubtful or all(n in self._open for n in may_open):
            others = [*others, *over[-1:]]
        if self._only_due and over and over[-1] == home - 1:
            before, here = windows[over[-1]].closes[-1][1], windows[home].closes[0][0]
            others = [*others, over[-1]]
            if day - before <= here - day:
                home, others = over[-1], [home, *(n for n in others if n != over[-1])]
        return home, others


class Queue:
    """The acts of one who performs turns that are counted from one another: those that name theirs, and the others."""

    def __init__(self, acts: list[Slotted]) -> None:
        self.count = len(acts)
        self._numbered = [act for act in acts if act.event.instance is not None]
        free = [act for act in acts if act.event.instance is None]
        self._free = sorted(free, key=lambda act: (act.days, act.event.id))
        self._ordered = not self._numbered and _in_order(self._free)

    def of(self, number: int, before: int) -> list[Slotted]:
        """The acts that may perform a turn before which there were so many others of the same bearer."""
        named = [act for act in self._numbered if act.event.instance == number]
        if self._ordered:
            return named + self._free[before : before + 1]
        return named + [act._replace(sure=False, home=n == before) for n, act in enumerate(self._free)]


def _in_order(acts: list[Slotted]) -> bool:
    sure = all(act.sure and not may_be_never(act.days) for act in acts)
    return sure and all(a.days[-1][1] < b.days[0][0] for a, b in pairwise(acts))


def perhaps_later(act: Slotted, last: Window) -> Slotted:
    """An act that names no turn: once the last one that is listed is over, it may belong to one that is not."""
    over = act.event.instance is None and act.days[-1][1] > last.closes[0][0]
    return act._replace(sure=False) if over else act


def perhaps_after(act: Slotted, end: Instant) -> Slotted:
    """An act that names no turn: after an end that perhaps forestalls the turn it may not belong to it."""
    after = act.event.instance is None and act.days[-1][1] >= end
    return act._replace(sure=False) if after else act


def turns_named(act: Slotted, numbers: dict[str, int]) -> set[int | None]:
    """The turns that an act names, by their number or by what it is about."""
    return {act.event.instance} if act.event.instance is not None else {numbers.get(each) for each in about(act)}


def about(act: Slotted) -> tuple[str, ...]:
    """The occurrences that an act says it was done for."""
    return act.event.about_event_ids
