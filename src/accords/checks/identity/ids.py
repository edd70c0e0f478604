"""Ids and references: every id is one thing's, and every reference names a thing of the right kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index, Mention, Owner
from accords.diagnostics import Diagnostic, Place, diagnose, rename
from accords.model.actors import Actor
from accords.model.obligations import Obligation
from accords.pointer import Path, in_words, to_pointer
from accords.prose import with_article
from accords.suggest import is_clear, nearest

__all__ = ["IDENTITY"]

_SUBJECTS = ("obligation", "event", "condition")
_PLURALS = {"subject": "obligations, events and conditions"}
_MANY = 12
_LOOKED_UP = 50
_COMPARED = 30_000
"""So many misspelt ids of a record, in so many pairs at most, are compared with all others: more would take seconds."""


def unknown_id(index: Index) -> Iterator[Diagnostic]:
    """ACC201: a reference names an id that nothing has."""
    dangling = [mention for mention in index.mentions if mention.id not in index.by_id]
    by_kind: dict[str, list[Owner]] = {}
    beside: dict[Path, set[str]] = {}
    for mention in index.mentions if dangling else ():
        beside.setdefault(mention.path[:-1], set()).add(mention.id)
    former = _by_former_id(index) if dangling else {}
    for number, mention in enumerate(dangling):
        if mention.kind not in by_kind:
            by_kind[mention.kind] = [owner for owner in index.owners if _fits(owner, mention)]
        fitting = by_kind[mention.kind]
        kind = _singular(mention)
        pointer = to_pointer(mention.path)
        now = next((each.id for each in fitting if each.id == former.get(mention.id)), None) if former else None
        looked_up = min(_LOOKED_UP, _COMPARED // max(1, len(fitting)))
        meant = now or (_meant(mention, fitting, beside) if number < looked_up else None)
        is_sure = meant is not None and (
            now is not None or is_clear(mention.id, meant, (owner.id for owner in fitting))
        )
        yield diagnose(
            "ACC201",
            f'no {kind} has the id "{mention.id}"' + (f', which is a former id of "{now}"' if now else ""),
            pointer=pointer,
            place=_place(index, mention.path),
            suggestion=meant,
            fix=rename(pointer, meant) if meant and is_sure else None,
            help=None if fitting else f"the record has no {_plural(mention)} yet: add one with this id",
            related=tuple(Place(pointer=to_pointer((*owner.path, "id")), label=owner.id) for owner in fitting[:_MANY]),
            related_label=f"{_plural(mention)} here"
            + (f" ({_MANY} of {len(fitting):,})" if len(fitting) > _MANY else ""),
        )


def _by_former_id(index: Index) -> dict[str, str]:
    """What things are called now, by the ids that they had before and that only one of them had."""
    things = [thing for thing, _ in index.placed(Actor, Obligation)]
    had = Counter(former for thing in things for former in thing.former_ids or ())
    return {former: thing.id for thing in things for former in thing.former_ids or () if had[former] == 1}


def duplicate_id(index: Index) -> Iterator[Diagnostic]:
    """ACC202: two things have the same id."""
    for owner in index.owners:
        first = index.by_id[owner.id]
        if first.path != owner.path:
            yield diagnose(
                "ACC202",
                f'the id "{owner.id}" is taken: {with_article(owner.kind)} and {with_article(first.kind)} both have it'
                if owner.kind != first.kind
                else f'two {owner.kind}s have the id "{owner.id}"',
                pointer=to_pointer((*owner.path, "id")),
                place=_place(index, owner.path),
                related=(Place(pointer=to_pointer((*first.path, "id")), label=f"the {first.kind} {first.id}"),),
                related_label="first here",
            )


def wrong_kind_of_id(index: Index) -> Iterator[Diagnostic]:
    """ACC203: a reference names something of another kind than the field is about."""
    taken_twice = _taken_twice(index)
    for mention in index.mentions:
        owner = index.by_id.get(mention.id)
        if owner is None or _fits(owner, mention):
            continue
        if mention.id in taken_twice:
            continue  # that is told by itself
        field = next(step for step in reversed(mention.path) if isinstance(step, str))
        yield diagnose(
            "ACC203",
            f'`{field}` names {with_article(_singular(mention))}, and "{mention.id}" is {with_article(owner.kind)}',
            pointer=to_pointer(mention.path),
            place=_place(index, mention.path),
            related=(Place(pointer=to_pointer((*owner.path, "id")), label=f"the {owner.kind} {owner.id}"),),
            related_label="named here",
        )


def self_reference(index: Index) -> Iterator[Diagnostic]:
    """ACC204: something refers to itself. A postponement may count its new deadline from its own day."""
    taken_twice = _taken_twice(index)
    for mention in index.mentions:
        if mention.id in mention.within and mention.id not in taken_twice and "new_due" not in mention.path:
            owner = index.by_id[mention.id]
            field = (
                "acts_for"
                if "acts_for" in mention.path
                else next(step for step in reversed(mention.path) if isinstance(step, str))
            )
            yield diagnose(
                "ACC204",
                f'the {owner.kind} "{mention.id}" names itself in `{field}`',
                pointer=to_pointer(mention.path),
                place=_place(index, mention.path),
                help=f"name another {owner.kind}, or leave `{field}` out",
            )
    own = index.agreement.id
    for place, relation in enumerate(index.agreement.related):
        if relation.agreement_id == own:
            yield diagnose(
                "ACC204",
                f'the agreement "{own}" names itself as a related agreement',
                pointer=to_pointer(("related", place, "agreement_id")),
                help="name the other record, or leave `agreement_id` out",
            )


def _meant(mention: Mention, fitting: list[Owner], beside: dict[Path, set[str]]) -> str | None:
    """The id that was probably meant: none that is in the same list already, and none that would name itself."""
    meant = nearest(mention.id, (owner.id for owner in fitting))
    is_in_list = isinstance(mention.path[-1], int) and meant in beside[mention.path[:-1]]
    return None if is_in_list or meant in mention.within else meant


def _taken_twice(index: Index) -> set[str]:
    """The ids that several things have: what refers to them cannot be judged."""
    if len(index.by_id) == len(index.owners):
        return set()
    return {owner.id for owner in index.owners if index.by_id[owner.id] is not owner}


def _fits(owner: Owner, mention: Mention) -> bool:
    return owner.kind == mention.kind or (mention.kind == "subject" and owner.kind in _SUBJECTS)


def _singular(mention: Mention) -> str:
    return "obligation, event or condition" if mention.kind == "subject" else mention.kind


def _plural(mention: Mention) -> str:
    return _PLURALS.get(mention.kind, f"{mention.kind}s")


def _place(index: Index, path: Path) -> str | None:
    return in_words(path, index.agreement)


IDENTITY: tuple[Check, ...] = (
    Check("ACC201", unknown_id),
    Check("ACC202", duplicate_id),
    Check("ACC203", wrong_kind_of_id),
    Check("ACC204", self_reference),
)
"""Code → the check that yields it."""
