"""Who acts for whom, and whose word is whose: the one rule, for checks, the engine and checklists alike."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from attrs import frozen

from accords.dates import Edtf
from accords.model.actors import Actor, Party, ThirdParty
from accords.model.parts import Parts
from accords.vocabulary import ActorKind

__all__ = ["Acting"]

_FAR = 64
"""So many actors are looked at on one way; no honest record comes near it, and no chain can make a check slow."""

_IN_ITS_NAME = (ActorKind.OFFICE, ActorKind.BODY)
"""The kinds of actors whose word is that of whom they act for."""


@frozen
class _Tie:
    """An actor acts for another: from when to when, and whether what it says is the other's word."""

    principal: str
    since: Edtf | None = None
    until: Edtf | None = None
    speaks: bool = True

    def holds_on(self, day: datetime.date | None) -> bool:
        """Whether it holds on ``day``, the first day and the last included; without a day, at any time."""
        if day is None:
            return True
        first = self.since.earliest if self.since is not None else None
        last = self.until.latest if self.until is not None else None
        return (first is None or first <= day) and (last is None or day <= last)


class Acting:
    """Follows an actor to those for whom it acts: by ``acts_for``, ``represented_by_ids`` and, if asked, its groups.

    Acting is one thing and speaking another. Whatever acts for somebody stands under its heading and does its acts.
    But a side speaks through itself, those who represent it, offices and bodies that act for it, and persons who hold
    such an office. Any other person, an actor of another kind or of none that is stated, and a member of a group
    speak for themselves.
    """

    def __init__(self, record: Parts, *, represented: bool = True) -> None:
        """Lay out who acts for whom in ``record``, on request without who represents parties and third parties."""
        kinds = {actor.id: actor.kind for actor in record.actors}
        self.members = {actor.id: actor.member_ids for actor in record.actors if actor.member_ids}
        self._ties: dict[str, list[_Tie]] = {}
        self._groups: dict[str, list[str]] = {}
        self._found: dict[tuple[str, datetime.date | None, bool], frozenset[str]] = {}
        for actor in record.actors:
            self._ties.setdefault(actor.id, []).extend(_ties_of(actor, kinds))
            for member in actor.member_ids:
                self._groups.setdefault(member, []).append(actor.id)
        parts: tuple[Party | ThirdParty, ...] = (*record.parties, *record.third_parties) if represented else ()
        for part in parts:
            for agent in part.represented_by_ids:
                self._ties.setdefault(agent, []).append(_Tie(part.actor_id))

    def principals(self, actor: str, day: datetime.date | None = None) -> frozenset[str]:
        """The actor and everybody for whom it acts, directly or through others, on ``day`` or else at any time."""
        return self._all(actor, day, speaking=False)

    def speaks_for(self, actor: str, day: datetime.date | None = None) -> frozenset[str]:
        """The actor and everybody whose word its word is, said on ``day`` or else at any time."""
        return self._all(actor, day, speaking=True)

    def first_of(self, actor: str, wanted: Collection[str]) -> str | None:
        """The nearest of ``wanted`` on the way from the actor, which may be one itself; None where there is none."""
        return next((one for one in self._upwards(actor, None) if one in wanted), None)

    def reaches(self, actor: str, wanted: Collection[str]) -> bool:
        """Whether the actor is one of ``wanted``, acts for one or belongs to one.

        True as well where the way is too long to follow.
        """
        seen = list(islice(self._upwards(actor, None, groups=True), _FAR + 1))
        return len(seen) > _FAR or any(one in wanted for one in seen)

    def around(self, actors: Iterable[str], day: datetime.date | None = None) -> frozenset[str]:
        """The actors, those for whom they act, on ``day`` or else at any time, and the groups to which they belong, not
        many more than can be told."""
        return frozenset(one for actor in actors for one in islice(self._upwards(actor, day, groups=True), _FAR))

    def behind(self, actor: str) -> frozenset[str]:
        """Those to whom something falls in the end: the actor, those for whom it acts, and the members of all these."""
        found: set[str] = set()
        waiting = [*self.principals(actor)]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self.members.get(one, ())
        return frozenset(found)

    def _all(self, actor: str, day: datetime.date | None, *, speaking: bool) -> frozenset[str]:
        key = (actor, day, speaking)
        if key not in self._found:
            self._found[key] = frozenset(self._upwards(actor, day, speaking=speaking))
        return self._found[key]

    def _upwards(
        self, actor: str, day: datetime.date | None, *, speaking: bool = False, groups: bool = False
    ) -> Iterator[str]:
        """The actor, then those one step away, then two; each once."""
        seen, level = {actor}, [actor]
        while level:
            yield from level
            above: dict[str, None] = {}
            for one in level:
                ties = (tie for tie in self._ties.get(one, ()) if tie.holds_on(day) and (tie.speaks or not speaking))
                above.update((tie.principal, None) for tie in ties)
                above.update(dict.fromkeys(self._groups.get(one, ()) if groups else ()))
            level = [one for one in above if one not in seen]
            seen.update(level)


def _ties_of(actor: Actor, kinds: dict[str, ActorKind | None]) -> Iterator[_Tie]:
    for span in actor.acts_for:
        holds_office = actor.kind is ActorKind.PERSON and kinds.get(span.actor_id) is ActorKind.OFFICE
        yield _Tie(span.actor_id, span.since, span.until, speaks=holds_office or actor.kind in _IN_ITS_NAME)
