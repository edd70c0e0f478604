"""For whom an actor speaks on a day, and to whom it belongs."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from accords.engine.axis import Axis
from accords.engine.moments import BEGIN, NEVER, Instant
from accords.model.actors import Actor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.vocabulary import ActorKind

__all__ = ["Voices"]


@frozen
class _Link:
    """From an actor to one above it; with ``voice``, what it says from ``since`` to ``until`` is the other's word."""

    above: str
    voice: bool
    since: Instant = BEGIN
    until: Instant = NEVER

    def holds(self, on: Instant | None) -> bool:
        """Whether it surely holds on a day; None is any day."""
        if on is None:
            return self.since == BEGIN and self.until == NEVER
        return self.since <= on <= self.until


class Voices:
    """Follows from an actor upwards those for whom it acts, whom it represents and of whom it is a member."""

    def __init__(self, record: Agreement, axis: Axis) -> None:
        actors = {actor.id: actor for actor in record.actors}
        self._links: dict[str, list[_Link]] = {}
        for actor in record.actors:
            for span in actor.acts_for:
                since = axis.last(span.since) if span.since is not None else BEGIN
                until = axis.first(span.until) if span.until is not None else NEVER
                link = _Link(span.actor_id, _is_voice(actor, actors.get(span.actor_id)), since, until)
                self._links.setdefault(actor.id, []).append(link)
            for member in actor.member_ids:
                self._links.setdefault(member, []).append(_Link(actor.id, False))
        roles: tuple[Party | ThirdParty, ...] = (*record.parties, *record.third_parties)
        for role in roles:
            for agent in role.represented_by_ids:
                self._links.setdefault(agent, []).append(_Link(role.actor_id, True))
        self._voices: dict[tuple[str, Instant | None], frozenset[str]] = {}
        self._belongs: dict[str, frozenset[str]] = {}
        self._timed = {
            actor
            for actor, links in self._links.items()
            if any(not each.holds(None) for above in (actor, *self.belongs_to(actor)) for each in self._up(above))
        }

    def _up(self, actor: str) -> list[_Link]:
        return self._links.get(actor, [])

    def timed(self, actor: str | None) -> bool:
        """Whether it depends on the day for whom the actor speaks."""
        return actor in self._timed

    def spoken_for(self, actor: str, on: Instant | None = None) -> frozenset[str]:
        """The actor and everybody whose word it is, what the actor says on a day. None is a day nobody knows."""
        key = (actor, on if actor in self._timed else None)
        found = self._voices.get(key)
        if found is None:
            found = self._voices[key] = self._closure(actor, lambda link: link.voice and link.holds(on))
        return found

    def belongs_to(self, actor: str) -> frozenset[str]:
        """The actor and everybody to whom it belongs, on whatever day and in whatever way."""
        found = self._belongs.get(actor)
        if found is None:
            found = self._belongs[actor] = self._closure(actor, lambda link: True)
        return found

    def _closure(self, actor: str, follow: Callable[[_Link], bool]) -> frozenset[str]:
        if actor not in self._links:
            return frozenset((actor,))
        found = {actor}
        queue = [actor]
        while queue:
            above = {link.above for link in self._up(queue.pop()) if follow(link)}
            queue += above - found
            found |= above
        return frozenset(found)


def _is_voice(actor: Actor, patron: Actor | None) -> bool:
    """Whether one who acts for another speaks for it: offices and bodies do, and persons who hold an office."""
    if actor.kind is ActorKind.PERSON:
        return patron is not None and patron.kind is ActorKind.OFFICE
    return actor.kind is not ActorKind.GROUP
