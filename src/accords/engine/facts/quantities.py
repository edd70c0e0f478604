"""Amounts: how much of what was promised is established, reported or claimed, and when it is reached or exceeded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from accords.engine.days.moments import ALWAYS, BEGIN, NEVER, NOT_EVER, Instant, Moment, earliest_of_all, latest, union
from accords.engine.facts.figures import Figure, MeasuredAct, highest, lowest, reported, settled
from accords.engine.facts.hearing import Hearing
from accords.engine.facts.promises import Promise
from accords.model.obligations import Obligation

__all__ = ["Measured", "Promise", "When", "asks_for_amounts", "exceeded", "fallen_short", "measured", "reached"]

_NONE = Fraction(0)


def asks_for_amounts(duty: Obligation) -> bool:
    """Whether the duty is performed by reaching amounts."""
    return bool(duty.quantities) and any(quantity.at_least is not None for quantity in duty.quantities)


@frozen
class When:
    """Three answers to when an amount is reached: ``surely``, by what is established; ``possibly``, by the highest
    figure that anybody gives; ``reported``, by what nobody contests."""

    surely: Moment
    possibly: Moment
    reported: Moment
    sayers: tuple[str | None, ...] = ()
    """Who gives a figure that somebody contests."""
    deniers: tuple[str | None, ...] = ()
    """Who states a lower one."""
    contested: Moment = ()
    """Of a level, the days of the acts of which they do."""

    @property
    def days(self) -> Moment:
        """From the first day on which it may be reached to the last on which it is."""
        if self.possibly == NOT_EVER:
            return NOT_EVER
        first, last = self.possibly[0][0], self.surely[-1][1]
        if last < NEVER:
            return ((min(first, last), last),)
        ends = [day for moment in (self.possibly, self.surely) for span in moment for day in span if day < NEVER]
        return union(((first, max(ends, default=first)), *NOT_EVER))


@frozen
class _Step:
    """Some acts more. ``total``: in place of all before it, which may have come since ``since``."""

    days: Moment
    amount: Fraction
    total: bool = False
    since: Instant = BEGIN


_Amount: TypeAlias = Callable[[Sequence[Figure]], Fraction]


# ---- when an amount is reached


def reached(promise: Promise, acts: Sequence[MeasuredAct], hearing: Hearing) -> When:
    """When the least that is promised is reached. ``hearing`` listens to what serves those who owe it."""
    assert promise.least is not None
    return _when(promise, acts, hearing, promise.least, beyond=False)


def exceeded(promise: Promise, acts: Sequence[MeasuredAct], hearing: Hearing) -> When:
    """When the most that is allowed is exceeded. ``hearing`` listens to what serves their counterpart."""
    assert promise.most is not None
    return _when(promise, acts, hearing, promise.most, beyond=True)


def _when(promise: Promise, acts: Sequence[MeasuredAct], hearing: Hearing, limit: Fraction, beyond: bool) -> When:
    def passes(amount: Fraction) -> bool:
        return amount > limit if beyond else amount >= limit

    def established(figures: Sequence[Figure]) -> Fraction:
        return lowest(settled(figures, hearing))

    whole = _NONE if beyond else limit
    sure = [_first(steps, passes, promise.level) for steps in _series(acts, established, whole, hearing)]
    likely = [_first(steps, passes, promise.level) for steps in _series(acts, reported, whole, None)]
    unknown = earliest_of_all(act.days for act in acts if act.unknown)
    most = [_first(steps, passes, promise.level) for steps in _each_series(acts, highest, whole)]
    above = [(act, each) for act in acts for each in act.figures if each.low > reported(act.figures)]
    below = [each for act, _ in above for each in act.figures if each.low <= reported(act.figures)]
    return When(
        _latest(sure),
        earliest_of_all([*most, unknown]),
        _latest(likely),
        tuple(dict.fromkeys(each.teller for _, each in above)),
        tuple(dict.fromkeys(each.teller for each in below)),
        union(day for act, _ in above for day in act.days) if promise.level else (),
    )


def _latest(moments: Sequence[Moment]) -> Moment:
    found = moments[0]
    for moment in moments[1:]:
        found = latest(found, moment)
    return found


def _first(steps: Sequence[_Step], passes: Callable[[Fraction], bool], level: bool) -> Moment:
    """When an amount is passed: on the earliest day, where acts come as early as they may, to the latest."""
    if level:
        return earliest_of_all(step.days for step in steps if passes(step.amount))
    if passes(_NONE):
        return ALWAYS
    first, last = _passing(steps, passes, 0), _passing(steps, passes, -1)
    if first >= NEVER or last < NEVER:
        return ((min(first, last), last),)
    known = [day for step in steps for span in step.days for day in span if first <= day < NEVER]
    return union(((first, max(known, default=first)), *NOT_EVER))


def _passing(steps: Sequence[_Step], passes: Callable[[Fraction], bool], edge: int) -> Instant:
    """The day on which it is passed, where every act comes on its first day (``edge`` 0) or on its last (-1)."""
    total = _NONE
    for step in sorted(steps, key=lambda step: step.days[edge][edge]):
        day = step.days[edge][edge]
        if day >= NEVER:
            break
        total = step.amount if step.total else total + step.amount
        if passes(total):
            return min(day, step.since) if step.total and edge == 0 else day
    return NEVER


# ---- acts added up


def _series(
    acts: Sequence[MeasuredAct], amount: _Amount, whole: Fraction, hearing: Hearing | None
) -> list[list[_Step]]:
    """The acts added up: from the last figure "so far" of each speaker whose figures are settled, else one by one.
    Without a hearing every such figure counts."""
    heads = list(_heads(acts))
    if hearing is not None:
        heads = [(act, figure) for act, figure in heads if settled([figure], hearing) and act.sure]
    counted = acts if hearing is None else [act for act in acts if act.sure]
    if not heads:
        return [_one_by_one(counted, amount, whole)]
    return [_from(head, figure, counted, amount, whole) for head, figure in heads]


def _each_series(acts: Sequence[MeasuredAct], amount: _Amount, whole: Fraction) -> list[list[_Step]]:
    """Every way to add the acts up."""
    return [_one_by_one(acts, amount, whole), *(_from(*head, acts, amount, whole) for head in _heads(acts))]


def _one_by_one(acts: Sequence[MeasuredAct], amount: _Amount, whole: Fraction) -> list[_Step]:
    return [_Step(act.days, whole if act.whole else amount(act.figures)) for act in acts]


def _from(
    head: MeasuredAct, figure: Figure, acts: Sequence[MeasuredAct], amount: _Amount, whole: Fraction
) -> list[_Step]:
    """From one speaker's figure of all acts so far, with the acts that came after it."""
    days = (day for act in acts for day in _days_of(act, figure.speaker))
    since = max((day + 1 for day in days if day < figure.statement.first), default=BEGIN)
    later = [act for act in acts if act is not head and act.days[0][0] > figure.statement.last]
    return [_Step(head.days, figure.low, True, since), *_one_by_one(later, amount, whole)]


def _days_of(act: MeasuredAct, speaker: str | None) -> Iterator[Instant]:
    """The days up to which a speaker gave figures in an act."""
    return (each.statement.last for each in (*act.figures, *act.so_far) if each.speaker == speaker)


def _heads(acts: Sequence[MeasuredAct]) -> Iterator[tuple[MeasuredAct, Figure]]:
    """The last figure "so far" of each speaker, with the act of which it was said."""
    last: dict[str | None, tuple[MeasuredAct, Figure]] = {}
    for act in acts:
        for figure in act.so_far:
            before = last.get(figure.speaker)
            if before is None or before[1].statement.last <= figure.statement.last:
                last[figure.speaker] = (act, figure)
    yield from last.values()


def fallen_short(promise: Promise, acts: Sequence[MeasuredAct], hearing: Hearing) -> When:
    """When a level lies below the least that is promised. ``hearing`` listens to what serves the counterpart."""
    assert promise.least is not None
    least = promise.least

    def below(figures: Sequence[Figure], every: bool) -> bool:
        highs = [figure.high for figure in figures]
        under = [high is not None and high < least for high in highs]
        return bool(under) and (all(under) if every else any(under))

    def days(told: Callable[[MeasuredAct], Sequence[Figure]], every: bool) -> Moment:
        return earliest_of_all(act.days for act in acts if below(told(act), every))

    mixed = [act for act in acts if below(act.figures, False) and not below(act.figures, True)]

    def told(under: bool) -> tuple[str | None, ...]:
        figures = (each for act in mixed for each in act.figures)
        return tuple(dict.fromkeys(each.teller for each in figures if below((each,), True) is under))

    return When(
        earliest_of_all(act.days for act in acts if act.sure and below(settled(act.figures, hearing), True)),
        days(lambda act: act.figures, False),
        days(lambda act: act.figures, True),
        told(True),
        told(False),
        union(day for act in mixed for day in act.days),
    )


# ---- what is printed


@frozen
class Measured:
    """One amount of one instance, as of a day: promised, established, reported, and every figure that was given.

    ``established`` is towards what has to be reached; ``against`` what is established towards what may not be exceeded;
    ``most`` the highest that anybody says. Of a level, the last. ``unknown``: of some act nobody says how much it was.
    """

    promise: Promise
    established: Fraction
    against: Fraction
    reported: Fraction
    most: Fraction
    contested: bool
    unknown: bool
    figures: tuple[Figure, ...] = field(default=())

    @property
    def partly(self) -> bool:
        """Whether something is reported, and less than is promised."""
        least = self.promise.least
        return least is not None and self.established < least and (self.unknown or bool(self.figures))


def measured(promise: Promise, acts: Sequence[MeasuredAct], served: Hearing, against: Hearing, t: Instant) -> Measured:
    """How much of one promise there is by day ``t``; ``served`` and ``against`` listen as above."""
    begun = [act for act in acts if act.days[0][0] <= t]
    certain = [act for act in begun if act.days[-1][1] < NEVER]
    figures = tuple(figure for act in begun for figure in (*act.figures, *act.so_far))
    likely = _total(begun, reported, promise, None)
    most = max(_sum(steps, promise) for steps in _each_series(begun, highest, _NONE))
    return Measured(
        promise,
        _total(certain, lambda each: lowest(settled(each, served)), promise, served),
        _total(certain, lambda each: lowest(settled(each, against)), promise, against),
        likely,
        most,
        contested=likely < most,
        unknown=any(act.unknown for act in begun),
        figures=figures,
    )


def _total(acts: Sequence[MeasuredAct], amount: _Amount, promise: Promise, hearing: Hearing | None) -> Fraction:
    whole = promise.least if promise.least is not None else _NONE
    return min(_sum(steps, promise) for steps in _series(acts, amount, whole, hearing))


def _sum(steps: Sequence[_Step], promise: Promise) -> Fraction:
    ordered = sorted(steps, key=lambda step: step.days[0][0])
    if promise.level:
        return ordered[-1].amount if ordered else _NONE
    total = _NONE
    for step in ordered:
        total = step.amount if step.total else total + step.amount
    return total
