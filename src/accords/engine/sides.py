"""Who speaks for whom: the side of the obligor, the other side, named verifiers, and everybody else."""

from __future__ import annotations

from enum import Enum

from attrs import evolve, frozen

from accords.model.actors import Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.vocabulary import Role

__all__ = ["Side", "Sides", "Speakers"]


class Side(Enum):
    """Where a speaker stands towards one instance of one duty."""

    OWN = "own"
    OTHER = "other"
    VERIFIER = "verifier"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


@frozen(eq=False)
class Sides:
    """The sides of one instance: the principals on either side, and whose word prevails.

    ``Speakers`` makes only one of each, so that what follows from it can be remembered by it.
    """

    own: frozenset[str]
    around: frozenset[str]
    """The principals on either side: one set for all who owe a duty, however many they are."""
    verifiers: frozenset[str]
    deciders: frozenset[str]
    named: tuple[str, ...] = ()
    """Those around and the verifiers, sorted; shared in the same way."""

    def names(self, actor: str) -> bool:
        """Whether an actor is on either side."""
        return actor in self.own or actor in self.around

    def on_other(self, actors: frozenset[str]) -> bool:
        """Whether any of ``actors`` is on the other side."""
        return any(actor in self.around and actor not in self.own for actor in actors)


class Speakers:
    """Finds for every actor the principals for whom it speaks."""

    def __init__(self, record: Agreement) -> None:
        self._acts_for = {actor.id: [span.actor_id for span in actor.acts_for] for actor in record.actors}
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
        self._sides: dict[tuple[tuple[str, ...], int], Sides] = {}
        self._shared: dict[int, Sides] = {}
        self._alike: dict[tuple[frozenset[str], ...], Sides] = {}
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
            above.update(self._acts_for.get(here, ()))
            open_ends += above - found
            found |= above
        self._principals[actor] = frozenset(found)
        return self._principals[actor]

    def sides(self, duty: Obligation, obligors: tuple[str, ...]) -> Sides:
        """The sides where ``obligors`` owe ``duty``: every other party and co-obligor is on the other side."""
        shared = self._shared.get(id(duty))
        if shared is None:
            shared = self._shared[id(duty)] = self._share(duty)
        key = (obligors, id(shared))
        found = self._sides.get(key)
        if found is None:
            own = frozenset(obligors).union(*(self._members.get(obligor, ()) for obligor in obligors))
            found = self._sides[key] = evolve(shared, own=own)
        return found

    def _share(self, duty: Obligation) -> Sides:
        """What is the same for all who owe ``duty``, and one for all duties with the same obligors and judges."""
        around = frozenset(self.parties).union(duty.obligor_ids)
        verifiers = self.verifiers.union(duty.verified_by_ids)
        deciders = self._arbiters.union(duty.determined_by_ids)
        key = (around, verifiers, deciders)
        if key not in self._alike:
            self._alike[key] = Sides(frozenset(), around, verifiers, deciders, tuple(sorted(around | verifiers)))
        return self._alike[key]

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
        own, other = bool(behind & sides.own), sides.on_other(behind)
        if speaker in sides.verifiers and not own:
            return Side.VERIFIER
        if own and other:
            return Side.UNKNOWN
        if own:
            return Side.OWN
        return Side.OTHER if other else Side.NEUTRAL
