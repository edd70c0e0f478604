"""From when and until when those who owe a duty are bound, one of them or several together."""

from __future__ import annotations

from collections.abc import Iterable

from accords.engine.days.moments import (
    ALWAYS,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    earliest,
    earliest_of_all,
    latest,
    may_be_never,
    on,
    rest,
    union,
)
from accords.engine.facts.bearers import Bearer
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.instances import Instance
from accords.engine.terms.points import Points
from accords.engine.terms.terms import Terms
from accords.model.actors import Party
from accords.model.conditions import Condition
from accords.model.events import Event
from accords.model.obligations import Obligation
from accords.vocabulary import BindsFrom, Borne, Extent

__all__ = ["Membership"]


class Membership:
    """Tells when parties join and leave; what several owe together binds from the first of them to the last."""

    def __init__(self, ledger: Ledger, points: Points) -> None:
        parties = ledger.record.parties
        term = ledger.record.term
        self._ledger, self._points = ledger, points
        self._exempt = {party.actor_id: party.exempt_from_ids for party in parties}
        self._since = _stated((party, party.bound_from) for party in parties)
        self._until = _stated((party, party.bound_until) for party in parties)
        self._provided = term is not None and term.provisional_application is not None

    def exempts(self, bearer: Bearer) -> bool:
        """Whether reservations take the duty out for all who bear it."""
        obligors = bearer.obligor_ids
        return bool(obligors) and all(bearer.duty_id in self._exempt.get(obligor, ()) for obligor in obligors)

    def joined(self, bearer: Bearer | None) -> Moment:
        """When the agreement is in force for a bearer: from its entry, or from when the first of them joined it."""
        start = self._points.entry()
        if bearer is None or not (late := self.late(bearer)):
            return start
        return latest(start, earliest_of_all(map(self._joins, late)))

    def late(self, bearer: Bearer) -> tuple[str, ...]:
        """Those who bear a duty, where each of them is bound from a time of its own; otherwise nobody."""
        own = self._own(bearer)
        return own if all(obligor in self._since for obligor in own) else ()

    def left(self, bearer: Bearer) -> Moment:
        """When the last of those who bear a duty is bound no longer; who never joins keeps it from ending no longer."""
        own = self._own(bearer)
        if not any(obligor in self._until for obligor in own):
            return NOT_EVER
        leaves = {obligor: self._leaves(obligor) for obligor in own}
        first = on(min(day[0][0] for day in leaves.values()))
        anyhow = self._binds_anyhow(self._ledger.duties[bearer.duty_id])
        last = ALWAYS
        for obligor, day in leaves.items():
            joins = ALWAYS if anyhow or len(own) == 1 else self._joins(obligor)
            stays = first if joins == NOT_EVER else union((*first, *day)) if may_be_never(joins) else day
            last = latest(last, stays)
        return last

    def is_whole(self, act: Event, bearer: Bearer, days: Moment) -> bool:
        """Whether an act is one of all who owe it together and may be bound on its days, and not of some of them."""
        duty = self._ledger.duties[bearer.duty_id]
        if duty.borne is not Borne.JOINTLY or not bearer.shared or act.extent is Extent.FULL:
            return True
        behind = self._ledger.behind(act)
        if behind.isdisjoint(bearer.obligor_ids):
            return True
        return all(each in behind or not self._may_be_bound(each, duty, days) for each in self._own(bearer))

    def _may_be_bound(self, obligor: str, duty: Obligation, days: Moment) -> bool:
        told = rest(days)
        if not told:
            return True
        joins = ALWAYS if self._binds_anyhow(duty) else self._joins(obligor)
        return joins[0][0] <= told[-1][1] and self._leaves(obligor)[-1][1] >= told[0][0]

    def apart(self, instance: Instance, terms: tuple[Terms, ...], t: Instant) -> tuple[str, ...]:
        """Those of several who bear a duty together whom an instance binds under no reading: they joined after its last
        instant, had left before its beginning, or made a reservation."""
        bearer, duty = instance.bearer, instance.duty
        if not bearer.shared:
            return ()
        begins, last = _time_of(instance, terms, t)
        anyhow = self._binds_anyhow(duty)
        found = tuple(
            each
            for each in bearer.obligor_ids
            if bearer.duty_id in self._exempt.get(each, ())
            or (not anyhow and self._joins(each)[0][0] > min(last, NEVER - 1))
            or (not duty.survives_termination and self._leaves(each)[-1][1] < min(t + 1, begins))
        )
        return found if len(found) < len(bearer.obligor_ids) else ()

    def _binds_anyhow(self, duty: Obligation) -> bool:
        """Whether a duty binds parties before they join."""
        return self._provided or duty.binds_from is BindsFrom.CONCLUSION

    def _own(self, bearer: Bearer) -> tuple[str, ...]:
        """Those who bear it, but for who made a reservation."""
        bound = (each for each in bearer.obligor_ids if bearer.duty_id not in self._exempt.get(each, ()))
        return tuple(bound) or bearer.obligor_ids

    def _joins(self, obligor: str) -> Moment:
        found = ALWAYS
        for condition in self._since.get(obligor, ()):
            found = latest(found, self._points.point(condition)[0])
        return found

    def _leaves(self, obligor: str) -> Moment:
        found = NOT_EVER
        for condition in self._until.get(obligor, ()):
            found = earliest(found, self._points.point(condition, closing=True)[0])
        return found


def _stated(of_parties: Iterable[tuple[Party, Condition | None]]) -> dict[str, list[Condition]]:
    found: dict[str, list[Condition]] = {}
    for party, condition in of_parties:
        if condition is not None:
            found.setdefault(party.actor_id, []).append(condition)
    return found


def _time_of(instance: Instance, terms: tuple[Terms, ...], t: Instant) -> tuple[Instant, Instant]:
    """When one has to be bound for an instance to be its own: from its beginning, or its deadline where only that is
    stated, to its last instant."""
    days = [each.days for each in terms]
    over = max(each.over[-1][1] for each in days)
    if instance.duty.is_continuing:
        return min(each.open[0][0] for each in days), over if instance.number is not None else min(t, over)
    begins = [each.stated_due[0][0] for each in terms]
    if instance.number is not None and all(each.begins is not ALWAYS for each in days):
        begins = [each.begins[0][0] for each in days]
    return min(begins), max(min(each.stated_due[-1][1], each.days.over[-1][1]) for each in terms)
