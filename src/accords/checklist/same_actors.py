"""Which actors of several records are the same: by an identifier they share, else by their name; never by likeness.

Two actors are one where the same identifier stands with both. Where identifiers do not decide, they are one where
name, kind and whom they act for are the same, and nothing speaks against it: no other actor of either record has
that name, and no list of identifiers tells them apart. What is named for its function, such as an office or a
joint committee, is one by its name only where it acts for the same actor. All else stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from accords.model.actors import Actor
from accords.prose import composed
from accords.vocabulary import ActorKind, IdentifierScheme, IdentifierStatus
from accords.words import say

__all__ = ["Known", "Who", "same_actors"]

Who = tuple[int, str]
"""An actor: the place of its record among the records, and its id there."""

_BY_FUNCTION = frozenset({ActorKind.BODY, ActorKind.GROUP, ActorKind.OFFICE, ActorKind.OTHER})
_OF_AGREEMENTS = frozenset({IdentifierScheme.PAM, IdentifierScheme.PAX, IdentifierScheme.UNTS})
_MANY_FOR_ONE = frozenset({IdentifierScheme.URL, IdentifierScheme.OTHER})
"""Schemes in which one actor may well have several identifiers, so that a difference says nothing."""


@frozen(kw_only=True)
class Known:
    """One actor of several records. ``whos`` are its appearances, in the order of the records, ``ids`` its ids there.

    ``codes`` are the identifiers by which some of them were recognised; without any it was by name.
    """

    whos: tuple[Who, ...]
    names: tuple[str, ...]
    codes: tuple[str, ...]
    ids: frozenset[str]


def same_actors(rosters: Sequence[Iterable[Actor]]) -> Mapping[Who, Known]:
    """For every actor of ``rosters``, the actors of each record in their order, the one that it is.

    Time and memory grow with the number of actors.
    """
    everybody = {(place, actor.id): actor for place, roster in enumerate(rosters) for actor in reversed(tuple(roster))}
    everybody = dict(sorted(everybody.items(), key=lambda entry: entry[0][0]))
    groups = _Groups(everybody, {who: who for who in everybody})
    groups.join_by_codes()
    groups.join_by_names()
    return groups.known()


@define
class _Groups:
    everybody: Mapping[Who, Actor]
    leaders: dict[Who, Who]
    codes: dict[Who, dict[str, None]] = field(factory=dict)
    marks: dict[Who, dict[str, set[str]]] = field(factory=dict)
    """Leader → list of identifiers → what stands there for any of its group."""

    def leader(self, who: Who) -> Who:
        while self.leaders[who] != who:
            self.leaders[who] = self.leaders[self.leaders[who]]
            who = self.leaders[who]
        return who

    def join(self, one: Who, other: Who) -> Who:
        """The group of both; the one that stands first leads it."""
        first, second = sorted((self.leader(one), self.leader(other)))
        if first != second:
            self.leaders[second] = first
            for scheme, values in self.marks.pop(second, {}).items():
                self.marks.setdefault(first, {}).setdefault(scheme, set()).update(values)
            self.codes.setdefault(first, {}).update(self.codes.pop(second, {}))
        return first

    def join_by_codes(self) -> None:
        holders: dict[tuple[str, str], dict[int, list[Who]]] = {}
        for who, actor in self.everybody.items():
            for code in dict.fromkeys(_codes(actor)):
                if code[0] not in _MANY_FOR_ONE:
                    self.marks.setdefault(who, {}).setdefault(code[0], set()).add(code[1])
                holders.setdefault(code, {}).setdefault(who[0], []).append(who)
        for (scheme, value), by_record in holders.items():
            # What stands with two actors of one record says of neither who it is.
            telling = [whos[0] for whos in by_record.values() if len(whos) == 1]
            for other in telling[1:]:
                leader = self.join(telling[0], other)
                words = f"{scheme} {value}"
                if any(_is_left_to_users(self.everybody[who], scheme, value) for who in telling):
                    words = say("code.user_assigned", code=words)
                self.codes.setdefault(leader, {})[words] = None

    def join_by_names(self) -> None:
        for level in self._levels():
            alike: dict[tuple[str, Who | None], list[Who]] = {}
            for who in level:
                actor = self.everybody[who]
                behind = self._behind(who)
                if behind is None and actor.kind in _BY_FUNCTION:
                    continue
                key = " ".join(composed(actor.name).split()), self.leader(behind) if behind is not None else None
                alike.setdefault(key, []).append(who)
            for whos in alike.values():
                for group in self._of_one_kind(whos):
                    if not self._told_apart(group):
                        for other in group[1:]:
                            self.join(group[0], other)

    def _behind(self, who: Who) -> Who | None:
        acts_for = self.everybody[who].acts_for
        principal = (who[0], acts_for[0].actor_id if acts_for else "")
        return principal if principal in self.everybody and principal != who else None

    def _levels(self) -> Iterator[list[Who]]:
        """Those who act for nobody, then those who act for them, and so on; circles come last."""
        depths: dict[Who, int] = {}
        for who in self.everybody:
            path: dict[Who, None] = {}
            at: Who | None = who
            while at is not None and at not in depths and at not in path:
                path[at] = None
                at = self._behind(at)
            depth = -1 if at is None else depths.get(at, len(self.everybody))
            for one in reversed(path):
                depth += 1
                depths[one] = depth
        levels: dict[int, list[Who]] = {}
        for who, depth in depths.items():
            levels.setdefault(depth, []).append(who)
        yield from (levels[depth] for depth in sorted(levels))

    def _of_one_kind(self, whos: list[Who]) -> Iterator[list[Who]]:
        """Those whose kind is not stated go with the others only where these are all of one kind."""
        kinds = dict.fromkeys(self.everybody[who].kind for who in whos)
        stated = [kind for kind in kinds if kind is not None]
        if len(stated) < 2:
            yield whos
            return
        for kind in stated:
            yield [who for who in whos if self.everybody[who].kind is kind]

    def _told_apart(self, whos: list[Who]) -> bool:
        """Whether any two of them are certainly different, so that their name says too little."""
        places: dict[int, Who] = {}
        values: dict[str, set[str]] = {}
        for leader in dict.fromkeys(self.leader(who) for who in whos):
            for scheme, own in self.marks.get(leader, {}).items():
                if scheme in values and not values[scheme] & own:
                    return True
                values.setdefault(scheme, set()).update(own)
        for who in whos:
            leader = self.leader(who)
            if places.setdefault(who[0], leader) != leader:
                return True
        return False

    def known(self) -> dict[Who, Known]:
        members: dict[Who, list[Who]] = {}
        for who in self.everybody:
            members.setdefault(self.leader(who), []).append(who)
        found: dict[Who, Known] = {}
        for leader, whos in members.items():
            names = dict.fromkeys(" ".join(self.everybody[who].name.split()) for who in whos)
            one = Known(
                whos=tuple(whos),
                names=tuple(names),
                codes=tuple(self.codes.get(leader, ())),
                ids=frozenset(actor_id for _, actor_id in whos),
            )
            found.update(dict.fromkeys(whos, one))
        return found


def _is_left_to_users(actor: Actor, scheme: str, value: str) -> bool:
    """Whether a code is one that its list leaves to users, and not one of the list itself."""
    return any(
        (code.scheme, code.value, code.status) == (scheme, value, IdentifierStatus.USER_ASSIGNED)
        for code in actor.identifiers
    )


def _codes(actor: Actor) -> Iterator[tuple[str, str]]:
    """The identifiers that say who an actor is: from lists of actors, and in use there."""
    for identifier in actor.identifiers:
        if identifier.scheme not in _OF_AGREEMENTS and identifier.status is not IdentifierStatus.WITHDRAWN:
            yield identifier.scheme.value, identifier.value.strip()
