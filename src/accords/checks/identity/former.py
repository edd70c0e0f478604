"""Ids that things went by before."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.actors import Actor
from accords.model.obligations import Obligation
from accords.pointer import Path

__all__ = ["FORMER"]


def former_id_in_use(index: Index) -> Iterator[Diagnostic]:
    """ACC210: an id by which something went before is the id of something now, or was another's as well."""
    seen: dict[str, Path] = {index.agreement.id: ("id",)}
    former: list[tuple[Path, str]] = [(("former_ids", n), one) for n, one in enumerate(index.agreement.former_ids)]
    for thing, path in index.placed(Actor, Obligation):
        if thing.former_ids:
            former += [((*path, "former_ids", n), one) for n, one in enumerate(thing.former_ids)]
    for path, one in former:
        owner = index.by_id.get(one)
        other = seen.get(one) or (owner.path if owner is not None else None)
        seen.setdefault(one, path)
        if other is not None:
            yield index.found(
                "ACC210",
                f'"{one}" also stands for something else, so a link to it would lead to the wrong place',
                path,
                "keep ids apart for good: give the new thing another id, or correct the former one",
                related=((other, "it stands here too"),),
            )


FORMER: tuple[Check, ...] = (Check("ACC210", former_id_in_use),)
"""Code → the check that yields it."""
