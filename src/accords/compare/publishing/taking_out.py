"""A record without what is for the office alone, and what of the rest would then name nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, cast

from accords.checks.lookups.index import Index
from accords.codec import structure, to_dict
from accords.compare.publishing.hindrances import Hindrance, hindrance
from accords.model.agreement import Agreement
from accords.model.events import Assessment, Claim, Event
from accords.model.sources import Source
from accords.pointer import Path
from accords.prose import quoted

__all__ = ["dangling", "is_inside", "taken_out", "without"]

_OF_THE_OFFICE = frozenset(
    {"extensions", "waivers", "coded_by", "reviewed_by", "waived_by", "review_after", "internal"}
)
"""Members that are never published: what is the office's own, who did the work, and what is to be looked at when."""

_GOING_ALONG = ("actor", "source", "scale")
"""What goes where nothing that stays names it, and something that was taken out does."""


def taken_out(index: Index) -> frozenset[Path]:
    """The places of everything that is internal, and of the actors, sources and scales that it alone names."""
    internal = {path for thing, path in index.placed(Event, Claim, Source, Assessment) if thing.internal}
    along = {owner.path: owner.id for owner in index.owners if owner.kind in _GOING_ALONG}
    named: defaultdict[str, set[str]] = defaultdict(set)
    from_internal, from_others = set[str](), set[str]()
    for mention in index.mentions:
        if is_inside(mention.path, internal):
            from_internal.add(mention.id)
        elif (holder := along.get(mention.path[:2])) is not None:
            named[holder].add(mention.id)
        else:
            from_others.add(mention.id)
    hidden = _reached(from_internal, named)
    shown = _reached({*from_others, *(set(along.values()) - hidden)}, named)
    return frozenset(internal | {path for path, own in along.items() if own in hidden - shown})


def _reached(start: Iterable[str], named: dict[str, set[str]]) -> set[str]:
    found, ahead = set[str](), list(start)
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += named.get(here, ())
    return found


def is_inside(path: Path, places: Collection[Path]) -> bool:
    """Whether ``path`` is one of ``places``, or inside one."""
    return any(path[:length] in places for length in range(1, len(path) + 1))


def dangling(index: Index, gone: frozenset[Path]) -> Iterator[Hindrance]:
    """What stays and names something that is taken out."""
    for mention in index.mentions:
        owner = index.by_id.get(mention.id)
        if owner is not None and is_inside(owner.path, gone) and not is_inside(mention.path, gone):
            yield hindrance(
                index.agreement,
                mention.path,
                f"names the {owner.kind} {quoted(mention.id)}, which is internal",
                "make this internal too, or publish the other",
            )


def without(record: Agreement, gone: frozenset[Path]) -> Agreement:
    """``record`` without what stands at the places ``gone``, and without the members that are never published."""
    plain = _kept(to_dict(record), (), gone)
    coding = plain.get("coding", {})
    coding["duties"] = [each for each in coding.get("duties", ()) if len(each) > 1]
    if not any(coding.values()):
        plain.pop("coding", None)
    return structure(plain)


def _kept(value: Any, path: Path, gone: frozenset[Path]) -> Any:
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value).items()
        kept = ((name, each, (*path, name)) for name, each in members if name not in _OF_THE_OFFICE)
        return {name: _kept(each, place, gone) for name, each, place in kept if place not in gone}
    if isinstance(value, list):
        items: list[Any] = value
        return [_kept(each, (*path, n), gone) for n, each in enumerate(items) if (*path, n) not in gone]
    return value
