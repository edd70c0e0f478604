"""Who speaks for whom: the side of the obligor, the other side, named verifiers, and everybody else."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from accords.model.actors import Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.vocabulary import Role

__all__ = ["Side", "Sides", "Speakers"]


class Side(Enum):
    """Where a speaker stands towards one instance of one duty."""

    OWN = "the obligor's side"
    OTHER = "the other side"
    VERIFIER = "a named verifier"
    NEUTRAL = "neither side"
    UNKNOWN = "nobody says who"


@frozen(eq=False)
class Sides:
    """The sides of one instance: the principals on either side, and whose word prevails.

    ``Speakers`` makes only one of each, so that what follows from it can be remembered by it.
    """

    own: frozenset[str]
    other: frozenset[str]
    verifiers: frozenset[str]
    deciders: frozenset[str]


class Speakers:
    """Finds for every actor the principals for whom it speaks."""

    def __init__(self, record: Agreement) -> None:
        self._acts_for = {actor.id: actor.acts_for_id for actor in record.actors}
        self._members = {actor.id: actor.member_ids for actor in record.actors}
        self._represents: dict[str, set[str]] = {}
        roles: tuple[Party | ThirdParty, ...] = (*record.parties, *record.third_parties)
        for role in roles:
            for agent in role.represented_by_ids:
                self._represents.setdefault(agent, set()).add(role.actor_id)
        self.parties = tuple(dict.fromkeys(party.actor_id for party in record.parties))
        self.verifiers = frozenset(t.actor_id for t in record.third_parties if t.role is Role.VERIFIER)
        self._arbiters = frozenset(t.actor_id for t in record.third_parties if t.role is Role.ARBITER)
        self._principals: dict[str, frozenset[str]] = {}
        self._sides: dict[tuple[tuple[str, ...], ...], Sides] = {}
        self._side: dict[tuple[Sides, str | None, bool], Side] = {}

    def principals(self, actor: str) -> frozenset[str]:
        """The actor and everybody it speaks for, directly or through others."""
        if actor in self._principals:
            return self._principals[actor]
        found = {actor}
        open_ends = [actor]
        while open_ends:
            here = open_ends.pop()
            above = set(self._represents.get(here, ()))
            patron = self._acts_for.get(here)
            if patron is not None:
                above.add(patron)
            open_ends += above - found
            found |= above
        self._principals[actor] = frozenset(found)
        return self._principals[actor]

    def sides(self, duty: Obligation, obligors: tuple[str, ...]) -> Sides:
        """The sides where ``obligors`` owe ``duty``: every other party and co-obligor is on the other side."""
        key = (obligors, duty.obligor_ids, duty.verified_by_ids, duty.determined_by_ids)
        found = self._sides.get(key)
        if found is None:
            own = frozenset(obligors).union(*(self._members.get(obligor, ()) for obligor in obligors))
            found = self._sides[key] = Sides(
                own,
                frozenset(self.parties).union(duty.obligor_ids) - own,
                self.verifiers.union(duty.verified_by_ids),
                self._arbiters.union(duty.determined_by_ids),
            )
        return found

    def side(self, speaker: str | None, impartial: bool, sides: Sides) -> Side:
        """The side of a speaker; one that speaks for both sides speaks for neither."""
        key = (sides, speaker, impartial)
        found = self._side.get(key)
        if found is None:
            found = self._side[key] = self._side_of(speaker, impartial, sides)
        return found

    def _side_of(self, speaker: str | None, impartial: bool, sides: Sides) -> Side:
        if speaker is None:
            return Side.NEUTRAL if impartial else Side.UNKNOWN
        behind = self.principals(speaker)
        own, other = bool(behind & sides.own), bool(behind & sides.other)
        if speaker in sides.verifiers and not own:
            return Side.VERIFIER
        if own and other:
            return Side.UNKNOWN
        if own:
            return Side.OWN
        return Side.OTHER if other else Side.NEUTRAL
