"""Who acts for whom: the way from an actor to those for whom it acts, whom it represents and to whom it belongs."""

from __future__ import annotations

from collections.abc import Container

from accords.checks.lookups.index import Index
from accords.model.actors import Party, ThirdParty

__all__ = ["Acting"]

_FAR = 64
"""So many actors are looked at on one way; no honest record comes near it, and no chain can make a check slow."""


class Acting:
    """Follows ``acts_for``, ``represented_by_ids`` and ``member_ids`` upwards from an actor."""

    def __init__(self, index: Index) -> None:
        record = index.agreement
        self._above: dict[str, list[str]] = {}
        for actor in record.actors:
            for span in actor.acts_for:
                self._above.setdefault(actor.id, []).append(span.actor_id)
            for member in actor.member_ids:
                self._above.setdefault(member, []).append(actor.id)
        parts: tuple[Party | ThirdParty, ...] = (*record.parties, *record.third_parties)
        for part in parts:
            for agent in part.represented_by_ids:
                self._above.setdefault(agent, []).append(part.actor_id)
        self.members = {actor.id: actor.member_ids for actor in record.actors if actor.member_ids}

    def reaches(self, actor: str, wanted: Container[str]) -> bool:
        """Whether ``actor`` is one of ``wanted`` or leads to one; True as well where the way is too long to follow."""
        ways = self.above(actor)
        return len(ways) > _FAR or any(one in wanted for one in ways)

    def above(self, actor: str) -> set[str]:
        """The actor and all to whom it leads, not many more than can be looked at."""
        seen = {actor}
        ahead = [actor]
        while ahead and len(seen) <= _FAR:
            more = [above for above in self._above.get(ahead.pop(), ())[:_FAR] if above not in seen]
            seen.update(more)
            ahead += more
        return seen
