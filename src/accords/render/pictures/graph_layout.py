"""Places for the nodes of a graph, in columns from left to right: small, whole numbers, always the same.

Every node stands right of all that lead to it. Long edges pass through the columns between in places of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from accords.render.pictures.graph import Edge, Graph

__all__ = ["Box", "Layout", "Route", "lay_out"]

_GAP = 18
_SWEEPS = 6
_THREAD = 10


@frozen
class Box:
    """Where a node stands: its upper left corner and its size, in pixels."""

    x: int
    y: int
    width: int
    height: int


@frozen
class Route:
    """The points that an edge passes, from its source to its target."""

    edge: Edge
    points: tuple[tuple[int, int], ...]


@frozen
class Layout:
    """Places for all nodes by key, and ways for all edges, within ``width`` and ``height`` pixels."""

    width: int
    height: int
    boxes: Mapping[str, Box]
    routes: tuple[Route, ...]


def lay_out(graph: Graph, heights: Mapping[str, int], *, width: int, gap: int, margin: int) -> Layout:
    """Place nodes of ``width`` and the ``heights`` given by key, with ``gap`` between columns."""
    columns = _columns(graph)
    chains = _chains(graph, columns)
    rows = _rows(graph, columns, chains)
    tall = {key: heights.get(key, _THREAD) for row in rows for key in row}
    whole = [sum(tall[key] + _GAP for key in row) - _GAP for row in rows]
    height = max(whole, default=0) + 2 * margin
    boxes: dict[str, Box] = {}
    for at, row in enumerate(rows):
        y = (height - whole[at]) // 2
        for key in row:
            boxes[key] = Box(margin + at * (width + gap), y, width, tall[key])
            y += tall[key] + _GAP
    routes = tuple(Route(edge, _points(edge, chain, boxes)) for edge, chain in chains)
    total = 2 * margin + len(rows) * (width + gap) - gap
    return Layout(max(total, 2 * margin), height, {key: boxes[key] for key in heights}, routes)


def _columns(graph: Graph) -> dict[str, int]:
    """The column of each node: one more than the last of those that lead to it. Edges back in a circle are ignored."""
    out: dict[str, list[str]] = {node.key: [] for node in graph.nodes}
    for edge in graph.edges:
        if not edge.mutual and edge.source != edge.target:
            out[edge.source].append(edge.target)
    order = _order(out)
    place = {key: at for at, key in enumerate(order)}
    columns = dict.fromkeys(order, 0)
    for key in order:
        for target in out[key]:
            if place[target] > place[key]:
                columns[target] = max(columns[target], columns[key] + 1)
    # What leads on stands as near to it as it can, so that edges are short.
    for key in reversed(order):
        nexts = [columns[target] for target in out[key] if place[target] > place[key]]
        if nexts:
            columns[key] = min(nexts) - 1
    return columns


def _order(out: Mapping[str, Sequence[str]]) -> list[str]:
    """The nodes such that, circles aside, each comes before those it leads to."""
    done: list[str] = []
    seen: set[str] = set()
    for start in out:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(out[start]))]
        while path:
            key, targets = path[-1]
            following = next((target for target in targets if target not in seen), None)
            if following is None:
                done.append(key)
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(out[following])))
    return done[::-1]


def _chains(graph: Graph, columns: Mapping[str, int]) -> list[tuple[Edge, tuple[str, ...]]]:
    """Each edge with the places it takes in the columns that it crosses."""
    found: list[tuple[Edge, tuple[str, ...]]] = []
    for number, edge in enumerate(graph.edges):
        first, last = sorted((columns[edge.source], columns[edge.target]))
        middle = tuple(f"{number}:{column}" for column in range(first + 1, last))
        found.append((edge, middle if columns[edge.source] <= columns[edge.target] else middle[::-1]))
    return found


def _rows(graph: Graph, columns: Mapping[str, int], chains: Sequence[tuple[Edge, tuple[str, ...]]]) -> list[list[str]]:
    """The nodes of each column from top to bottom, with few crossings."""
    rows: list[list[str]] = [[] for _ in range(max(columns.values(), default=-1) + 1)]
    beside: dict[str, list[str]] = {node.key: [] for node in graph.nodes}
    for node in graph.nodes:
        rows[columns[node.key]].append(node.key)
    for edge, chain in chains:
        for key in chain:
            rows[int(key.split(":")[1])].append(key)
            beside[key] = []
        way = (edge.source, *chain, edge.target)
        for one, other in pairwise(way):
            beside[one].append(other)
            beside[other].append(one)
    column = {key: at for at, row in enumerate(rows) for key in row}
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        for at in range(1, len(rows)) if forward else range(len(rows) - 2, -1, -1):
            before = rows[at - 1] if forward else rows[at + 1]
            place = {key: (2 * n + 1) / (2 * len(before)) for n, key in enumerate(before)}
            own = {key: (2 * n + 1) / (2 * len(rows[at])) for n, key in enumerate(rows[at])}

            def middle(key: str, place: dict[str, float] = place, own: dict[str, float] = own) -> float:
                near = [place[other] for other in beside[key] if column[other] != column[key] and other in place]
                return sum(near) / len(near) if near else own[key]

            rows[at].sort(key=middle)
    return rows


def _points(edge: Edge, chain: Sequence[str], boxes: Mapping[str, Box]) -> tuple[tuple[int, int], ...]:
    source, target = boxes[edge.source], boxes[edge.target]
    if source.x == target.x:  # in one column: round the right-hand side
        side = source.x + source.width
        return ((side, source.y + source.height // 2), (side, target.y + target.height // 2))
    onward = source.x < target.x
    found = [(source.x + (source.width if onward else 0), source.y + source.height // 2)]
    for key in chain:
        box = boxes[key]
        ends = (box.x, box.x + box.width) if onward else (box.x + box.width, box.x)
        found += [(x, box.y + box.height // 2) for x in ends]
    return (*found, (target.x + (0 if onward else target.width), target.y + target.height // 2))
