"""Circles: conditions that wait for each other, retractions of each other, references that lead round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index, Mention
from accords.diagnostics import Diagnostic, Place, diagnose
from accords.model.actors import ActsFor
from accords.model.conditions import OnEntryIntoForce, OnObligation
from accords.pointer import Path, in_words, to_pointer
from accords.vocabulary import BindsFrom, LinkageMode, Reaches

__all__ = ["CIRCLES", "Edges", "circle_found", "find_circles"]

ENTRY_INTO_FORCE = "entry into force"
"""Stands among obligations and events; no id has a space in it."""

Edges = dict[str, dict[str, Path]]


def circle_of_conditions(index: Index) -> Iterator[Diagnostic]:
    """ACC205: conditions wait for each other; duties linked to each other wait as one."""
    edges = _waiting(index)
    linked = _linked(index)
    merged: Edges = {}
    for start, targets in edges.items():
        for target, path in targets.items():
            one, other = linked.get(start, start), linked.get(target, target)
            if one == other and start != target:
                yield diagnose(
                    "ACC205",
                    f'"{start}" waits for "{target}", and a linkage ties the two together',
                    pointer=to_pointer(path),
                    place=in_words(path, index.agreement),
                    help="keep the linkage or the condition, whichever the text states",
                )
            elif one != other:
                merged.setdefault(one, {}).setdefault(other, path)
            elif start == ENTRY_INTO_FORCE:
                yield diagnose(
                    "ACC205",
                    "the entry into force waits for itself",
                    pointer=to_pointer(path),
                    help="say what it waits for, or leave it out: then the agreement is in force from its conclusion",
                )
    for circle in find_circles(merged):
        yield circle_found(index, "ACC205", "conditions wait for each other in a circle", circle, merged)


def circle_of_retractions(index: Index) -> Iterator[Diagnostic]:
    """ACC206: claims take each other back."""
    edges = _edges(index, "retracts_id")
    for circle in find_circles(edges):
        yield circle_found(index, "ACC206", "claims retract each other in a circle", circle, edges)


def circle_of_references(index: Index) -> Iterator[Diagnostic]:
    """ACC207: acting for each other, membership of each other, or being occurrences of each other."""
    for field, what in (
        ("acts_for", "actors act for each other in a circle"),
        ("member_ids", "groups are members of each other in a circle"),
        ("occurrence_of_id", "events are occurrences of each other in a circle"),
    ):
        edges = _edges(index, field)
        for circle in find_circles(edges):
            yield circle_found(index, "ACC207", what, circle, edges)


def find_circles(edges: Mapping[str, Mapping[str, Path]]) -> list[list[str]]:
    """Circles in a graph, none sharing a node with another; every knot of circles gives at least one.

    Linear in the number of edges, and without recursion.
    """
    found: list[list[str]] = []
    done: set[str] = set()
    for root in edges:
        if root in done:
            continue
        trail, places, open_edges = [root], {root: 0}, [iter(edges[root])]
        told = [-1]  # for each step of the trail, the last step up to it that is in a circle already
        while trail:
            target = next(open_edges[-1], None)
            if target is None:
                open_edges.pop()
                told.pop()
                last = trail.pop()
                del places[last]
                done.add(last)
            elif target in places:
                start = places[target]
                if start > told[-1]:
                    found.append(trail[start:])
                    told[start:] = range(start, len(trail))
            elif target not in done:
                places[target] = len(trail)
                trail.append(target)
                told.append(told[-1])
                open_edges.append(iter(edges.get(target, {})))
    return found


def _inside(index: Index, field: str) -> Iterator[Mention]:
    """The references in objects that stand in ``field``."""
    return (mention for mention in index.by_field.get("actor_id", ()) if field in mention.path)


def _edges(index: Index, field: str) -> Edges:
    """Innermost enclosing id → id named → where, for references in ``field``; naming oneself is told elsewhere."""
    edges: Edges = {}
    for mention in index.by_field.get(field) or _inside(index, field):
        if mention.within and mention.within[-1] != mention.id:
            edges.setdefault(mention.within[-1], {}).setdefault(mention.id, mention.path)
    return edges


def _waiting(index: Index) -> Edges:
    """Who waits for whom: obligations, events with a definition, and the entry into force.

    The end of a duty stands apart from its beginning: it may hang on what is done by then. Only where a beginning
    waits for an end that waits for that beginning, or an end for itself, is there a circle.
    """
    edges: Edges = {}
    for mention in index.mentions:
        waiter = _waiter(mention)
        if waiter is not None and waiter != mention.id:
            for target in _targets(index, mention):
                edges.setdefault(waiter, {}).setdefault(target, mention.path)
    for entry in index.entries:
        waiter = _waiter(entry)
        if waiter is not None:
            edges.setdefault(waiter, {}).setdefault(ENTRY_INTO_FORCE, entry.path)
    if ENTRY_INTO_FORCE in edges:
        for place, obligation in enumerate(index.agreement.obligations):
            if obligation.binds_from is BindsFrom.ENTRY_INTO_FORCE:
                edges.setdefault(obligation.id, {}).setdefault(ENTRY_INTO_FORCE, ("obligations", place))
    return edges


def _targets(index: Index, mention: Mention) -> tuple[str, ...]:
    """What a condition waits for: a duty or an event, and where it is the end of a duty, that end as well."""
    condition = index.conditions.get(mention.path[:-1])
    is_end = isinstance(condition, OnObligation) and condition.reaches is Reaches.ENDED
    return (_end_of(mention.id), mention.id) if is_end else (mention.id,)


def _waiter(mention: Mention) -> str | None:
    """What waits for the obligation or event that a condition names; None for references outside conditions."""
    if mention.path[-1] not in ("obligation_id", "event_id", "kind"):
        return None
    match mention.path:
        case ("obligations", int(), "ends", *_) | ("obligations", int(), "performance", "ends", *_):
            return _end_of(mention.within[0])
        case ("obligations", int(), "readings", int(), "replaces", "ends", *_):
            return _end_of(mention.within[0])
        case ("obligations", int(), *_):
            return mention.within[0]
        case ("events", int(), "defined_as", *_):
            return mention.within[0]
        case ("term", "entry_into_force", *_):
            return ENTRY_INTO_FORCE
        case _:
            return None


def _end_of(duty_id: str) -> str:
    return f"end of {duty_id}"


def _linked(index: Index) -> dict[str, str]:
    """Obligation → the one that stands for all it is tied to, directly or through others."""
    parent: dict[str, str] = {}

    def top(name: str) -> str:
        while (above := parent.setdefault(name, name)) != name:
            parent[name] = parent[above]
            name = above
        return name

    for linkage in index.agreement.linkages:
        if linkage.mode is not LinkageMode.INDEPENDENT:
            for other in linkage.obligation_ids[1:]:
                parent[top(other)] = top(linkage.obligation_ids[0])
    return {name: top(name) for name in list(parent)}


def circle_found(
    index: Index, code: str, what: str, circle: list[str], edges: Edges, help_: str | None = None
) -> Diagnostic:
    """The finding about ``circle``: the way round in its message, its steps as places."""
    steps = [(one, other, edges[one][other]) for one, other in zip(circle, [*circle[1:], circle[0]], strict=True)]
    shown = " → ".join([*circle[:20], *(["…"] if len(circle) > 20 else []), circle[0]])
    return diagnose(
        code,
        f"{what}: {shown}",
        pointer=to_pointer(steps[0][2]),
        place=in_words(steps[0][2], index.agreement),
        help=help_,
        related=tuple(Place(pointer=to_pointer(path), label=f"{one} → {other}") for one, other, path in steps[1:12]),
        related_label="the other steps",
    )


CIRCLES: tuple[Check, ...] = (
    Check("ACC205", circle_of_conditions, ("obligation_id", "event_id", OnEntryIntoForce)),
    Check("ACC206", circle_of_retractions, ("retracts_id",)),
    Check("ACC207", circle_of_references, (ActsFor, "member_ids", "occurrence_of_id")),
)
"""Code → the check that yields it."""
