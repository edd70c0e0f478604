"""From when and until when those who owe a duty are bound, one of them or several together."""

from __future__ import annotations

from collections.abc import Iterable

from accords.engine.days.moments import (
    ALWAYS,
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
from accords.engine.terms.points import Points
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

    def apart(self, bearer: Bearer, t: Instant) -> tuple[str, ...]:
        """Those of several who bear a duty together whom it does not bind at ``t``, while it binds others of them: by a
        reservation, or since they have not joined or have left."""
        if not bearer.shared:
            return ()
        duty = self._ledger.duties[bearer.duty_id]
        found = tuple(each for each in bearer.obligor_ids if self._is_apart(each, duty, t))
        return found if len(found) < len(bearer.obligor_ids) else ()

    def _is_apart(self, obligor: str, duty: Obligation, t: Instant) -> bool:
        if duty.id in self._exempt.get(obligor, ()):
            return True
        joined = ALWAYS if self._binds_anyhow(duty) else self._joins(obligor)
        return t < joined[0][0] or (not duty.survives_termination and self._leaves(obligor)[-1][1] <= t)

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
