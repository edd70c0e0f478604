"""When an instance is performed: by the acts that are reported, or by one that nobody reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from accords.engine.days.moments import (
    BEGIN,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    clip,
    drop,
    earliest,
    latest,
    may_be_never,
    maybe,
    rest,
    union,
)
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.claims import Standing
from accords.engine.facts.findings import Found
from accords.engine.facts.kinds import ACTED
from accords.engine.facts.ledger import Ledger
from accords.engine.facts.quantities import Measured, When, asks_for_amounts
from accords.engine.terms.amounts import Amounts
from accords.engine.terms.atoms import AmountReached, DeniedTo, FoundDay, TurnOfAct, UnseenAct
from accords.engine.terms.instances import Instance, Slotted
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.membership import Membership
from accords.engine.terms.points import Points
from accords.model.events import Event
from accords.vocabulary import EventKind, Extent, Says, Verdict

__all__ = ["Acts", "Performed"]


class Performed(NamedTuple):
    """When an instance is performed, by which reported acts, and what is to be said of others that do not count."""

    days: Moment
    acts: tuple[tuple[Event, Moment], ...]
    flags: tuple[str, ...]
    once_owed: bool = False
    """Whether it is surely performed if it is ever owed."""


class Acts:
    """Weighs the acts of a bearer for one instance after another."""

    def __init__(self, ledger: Ledger, points: Points, amounts: Amounts, members: Membership) -> None:
        self.ledger = ledger
        self.points = points
        self.amounts = amounts
        self._members = members

    def of(self, bearer: Bearer) -> list[Slotted]:
        """The reported acts that may be the bearer's, of whatever turn."""
        found = []
        for act in self.ledger.acts(bearer):
            if act.reported:
                days = self.points.happening(act.event, bearer)
                sure = act.whose is True and self._is_whole(act.event, bearer, days)
                found.append(Slotted(act.event, days, sure))
        return found

    def _is_whole(self, act: Event, bearer: Bearer, days: Moment) -> bool:
        """Whether an act is not that of some alone of those who owe it together; figures tell how much was done."""
        return asks_for_amounts(self.ledger.duties[bearer.duty_id]) or self._members.is_whole(act, bearer, days)

    def not_done_by(self, instance: Instance, found: Instant) -> Instant:
        """The last day for which it is established that nothing had been performed, by a finding up to ``found``."""
        floor = self.amounts.short_until(instance) if asks_for_amounts(instance.duty) else BEGIN - 1
        floor = max(floor, found)
        pins = self.points.world.pins
        ledger, bearer = self.ledger, instance.bearer
        for act in ledger.acts(bearer):
            event = act.event
            if instance.number is not None and event.instance not in (None, instance.number):
                continue
            if act.whose is True and event.instance == instance.number and event.extent is not Extent.PARTIAL:
                floor = max(floor, act.fact.floor)
            pinned = pins.get(DeniedTo(event.id, bearer)) if pins else None
            if pinned is not None:
                floor = max(floor, pinned[0][0])
        if instance.number is None:
            for charged in ledger.matters(bearer, EventKind.CONDUCT):
                if charged.whose is not True:
                    continue
                weighed = ledger.charge(charged.event, bearer)
                if weighed.standing in (Standing.ADMITTED, Standing.FOUND) and weighed.certain:
                    said = ledger.visible.statements[charged.event.id]
                    floor = max([floor, *(s.first for s in said if s.says is Says.BREACH and not s.ahead)])
        return floor

    def found_undone(self, instance: Instance, due: Callable[[], Instant]) -> Instant:
        """The last day by which nothing had been performed, as a body that decides found: that of the deadline, or the
        first of which the finding speaks, where that comes first."""
        ruled = self.ledger.findings(instance.duty.id, instance.bearer, instance.turn)
        breached = [each.days[0] for each in ruled if each.settles and each.verdict is Verdict.BREACHED]
        if not breached or any(each.verdict is Verdict.FULFILLED for each in ruled):
            return BEGIN - 1
        return min(due(), max(breached))

    def performed(
        self, instance: Instance, not_before: Moment, owed: Moment, opening: Moment, due: Callable[[], Instant]
    ) -> Performed:
        """The earliest act that counts, or one that nobody reported.

        ``opening`` is the later of ``not_before`` and ``owed``; ``due`` the last day that is surely in time.
        """
        counted, flags, sure = self._counted(instance, not_before, owed)
        undone = self.found_undone(instance, due)
        if not asks_for_amounts(instance.duty):  # of several parts none is the whole
            counted = [act for act in counted if self._stands(act, instance.bearer, undone)]
        acts = tuple([(act.event, act.days) for act in counted])
        once_owed = sure and not asks_for_amounts(instance.duty)
        return Performed(self._first(instance, counted, opening, undone, once_owed), acts, flags, once_owed)

    def _stands(self, act: Slotted, bearer: Bearer, undone: Instant) -> bool:
        """Whether an act is established, or may have come after what a body found that it had not by then."""
        return bool(clip(act.days, undone + 1, NEVER - 1)) or (act.sure and self.ledger.fact(act.event, bearer).certain)

    def _first(
        self, instance: Instance, counted: list[Slotted], opening: Moment, undone: Instant, once_owed: bool
    ) -> Moment:
        ledger = self.ledger
        sure, loose = NOT_EVER, NOT_EVER
        if asks_for_amounts(instance.duty):
            enough = self.amounts.performed(instance, counted)
            days = latest(self._reached(instance, enough), opening)
            sure, loose = (loose, days) if may_be_never(enough.surely) else (days, loose)
            counted = []
        for act in counted:
            if act.sure and ledger.fact(act.event, instance.bearer).certain:
                sure = earliest(sure, act.days)
            elif act.sure:
                loose = earliest(loose, act.days)
            else:  # whether it is this instance's is a question of its own
                home = act.home and self._is_whole(act.event, instance.bearer, act.days)
                key = TurnOfAct(act.event.id, instance.key, home)
                loose = earliest(loose, self.points.atom(key, maybe(act.days)))
        loose = clip(loose, undone + 1, NEVER) or NOT_EVER
        ruled = ledger.findings(instance.duty.id, instance.bearer, instance.turn)
        found_done = [each for each in ruled if each.verdict is Verdict.FULFILLED]
        breaches = [each for each in ruled if each.binds and each.verdict is Verdict.BREACHED]
        for each in found_done:
            days = self.points.atom(FoundDay(each.ruling.event_id), (each.told_days,))
            if not each.named:
                days = self.points.atom(TurnOfAct(each.ruling.event_id, instance.key, False), maybe(days))
                loose = earliest(loose, latest(days, opening))
            elif not each.settles or any(_at_odds(each, other) for other in breaches):
                loose = earliest(loose, maybe(latest(days, opening)))
            else:
                sure = earliest(sure, latest(days, opening))
        if once_owed or not may_be_never(sure):
            return earliest(sure, loose)
        unseen = earliest(loose, self._unseen(instance, opening, undone))
        done = rest(sure)
        return union((*earliest(done, loose), *unseen)) if done else unseen

    def _counted(self, instance: Instance, opens: Moment, owed: Moment) -> tuple[list[Slotted], tuple[str, ...], bool]:
        """The reported acts that may count, each from when it counts, flags about the others, and whether one surely
        counts once the duty is owed."""
        flags: list[str] = []
        surely = False
        counted: list[Slotted] = []
        for given in instance.acts if instance.acts is not None else self.of(instance.bearer):
            act = self._once_it_can(given, instance.bearer, opens)
            counting = clip(act.days, opens[0][0], NEVER)
            if not counting:
                flags.append("too_early")
                continue
            if act.days[0][0] < opens[-1][1]:
                counting = maybe(counting)
            told = rest(counting)
            certain = act.sure and told == counting
            surely = surely or (certain and self.ledger.fact(act.event, instance.bearer).certain)
            if told and told[-1][1] < owed[0][0]:
                flags.append("before_bound")  # surely, and not only where it came at an early hour of its day
            days = latest(counting, owed)
            counted.append(act if days == act.days else act._replace(days=days))
        return counted, tuple(dict.fromkeys(flags)) if flags else (), surely

    def _once_it_can(self, act: Slotted, bearer: Bearer, opens: Moment) -> Slotted:
        """An act that is dated by the day on which the time for it begins at an hour, or only by when it was over,
        came from then on."""
        axis, hour = self.ledger.axis, opens[-1][1]
        fact = self.ledger.fact(act.event, bearer)
        if fact.is_open_before and rest(act.days) and fact.asserted[-1][1] >= hour:
            return act._replace(days=latest(act.days, opens))
        if not axis.opened(hour) <= act.days[0][0] < hour or act.days[0][0] >= NEVER:
            return act
        inside = clip(fact.asserted, hour, axis.closed(hour))
        return act._replace(days=latest(act.days, opens)) if inside else act

    def _reached(self, instance: Instance, when: When) -> Moment:
        """When what the duty asks for is reached by the acts that count, each in part."""
        if self.points.world.choose is not None:
            return when.reported
        return self.points.atom(AmountReached(instance.key), when.days) if may_be_never(when.days) else when.days

    def measured(self, instance: Instance, days: KeyDays) -> tuple[Measured, ...]:
        """How much of what is promised there is by now."""
        if not instance.duty.quantities:
            return ()
        acts: Sequence[Slotted] | None = None
        if not instance.duty.is_continuing:
            acts = instance.acts if instance.acts is not None else self.of(instance.bearer)
        return self.amounts.measured(instance, acts, days.open, days.over)

    def _unseen(self, instance: Instance, opening: Moment, undone: Instant) -> Moment:
        """The days on which an act may have happened that nobody reported."""
        days = self._unwatched(instance, opening, undone)
        return latest(days if self.points.free else self.points.atom(UnseenAct(instance.key), days), opening)

    def _unwatched(self, instance: Instance, opening: Moment, undone: Instant) -> Moment:
        first = max(opening[0][0], self.not_done_by(instance, undone) + 1)
        return drop(((first, NEVER),), self.ledger.watched(instance.bearer)) if first < NEVER else NOT_EVER

    def may_go_unseen(self, instance: Instance, opening: Moment, due: Moment) -> bool:
        """Whether an act in time may have happened that nobody reported."""
        return bool(clip(self._unwatched(instance, opening, BEGIN - 1), BEGIN, due[-1][1]))

    def is_denied(self, instance: Instance) -> bool:
        """Whether somebody says of an act that it did not happen, or calls what was done a breach."""
        said = self.ledger.visible.statements
        matters = self.ledger.matters(instance.bearer, turn=instance.turn)
        acts = [matter.event.id for matter in matters if matter.event.kind in ACTED]
        return any(each.says in (Says.NOT_OCCURRED, Says.BREACH) for event_id in acts for each in said[event_id])


def _at_odds(fulfilled: Found, breached: Found) -> bool:
    """Whether one body found that it was fulfilled, and another, or that one later, that it was breached."""
    return fulfilled.body != breached.body or fulfilled.ruling.known < breached.ruling.known
