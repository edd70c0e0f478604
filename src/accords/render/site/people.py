"""What an actor owes and is owed, agreement by agreement: no sums of it, and no order but that of the agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from accords.checklist import Item
from accords.render.site.shelf import Shown, Somebody
from accords.words import say, word

__all__ = ["ActorPart", "parts_of"]


@frozen(kw_only=True, eq=False)
class ActorPart:
    """What an actor owes and is owed in one agreement."""

    shown: Shown
    actor_ids: tuple[str, ...]
    roles: tuple[str, ...]
    owes: tuple[tuple[str, tuple[Item, ...]], ...]
    owed: tuple[tuple[str, tuple[Item, ...]], ...]


def parts_of(somebody: Somebody) -> tuple[ActorPart, ...]:
    """What ``somebody`` owes and is owed in each agreement."""
    found: dict[str, tuple[Shown, list[str]]] = {}
    for shown, actor_id in somebody.whos:
        found.setdefault(shown.agreement.id, (shown, []))[1].append(actor_id)
    return tuple(_part(shown, ids) for shown, ids in found.values())


def _part(shown: Shown, ids: Sequence[str]) -> ActorPart:
    owed_to = {duty.id: duty.owed_to_ids for duty in shown.agreement.obligations}
    rows = [(duty, each) for duty in shown.duties for each in duty.items]
    return ActorPart(
        shown=shown,
        actor_ids=tuple(ids),
        roles=tuple(_roles(shown, ids)),
        owes=tuple((duty.address, each) for duty, each in rows if not set(ids).isdisjoint(each[-1].obligor_ids)),
        owed=tuple((duty.address, each) for duty, each in rows if not set(ids).isdisjoint(owed_to[duty.id])),
    )


def _roles(shown: Shown, ids: Sequence[str]) -> Iterator[str]:
    """As what it takes part, and for whom it acts."""
    for third in shown.agreement.third_parties:
        if third.actor_id in ids:
            yield third.role_as_written or word(third.role)
    for actor in shown.agreement.actors:
        if actor.id in ids:
            yield from (say("site.role.acts_for", name=shown.names.actor(each.actor_id)) for each in actor.acts_for)
