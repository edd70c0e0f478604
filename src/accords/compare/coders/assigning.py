"""Who goes with whom, so that the sum of what speaks for each pair is greatest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import TypeAlias

__all__ = ["assigned"]

Places: TypeAlias = "tuple[int, int]"

MOST = 200
"""So many of either side that hang together are weighed against each other; of more, the best pair goes first."""


def assigned(scores: Mapping[Places, float]) -> dict[int, int]:
    """First place → second place of the pairs with the greatest sum of ``scores``, all above 0; each place once."""
    found: dict[int, int] = {}
    for group in _groups(scores):
        rows, columns = sorted({row for row, _ in group}), sorted({column for _, column in group})
        if max(len(rows), len(columns)) > MOST:
            found.update(_greedy(group, scores))
            continue
        size = max(len(rows), len(columns))
        costs = [[0.0] * size for _ in range(size)]
        for row, column in group:
            costs[rows.index(row)][columns.index(column)] = -scores[row, column]
        for at, to in enumerate(_cheapest(costs)):
            if at < len(rows) and to < len(columns) and (rows[at], columns[to]) in scores:
                found[rows[at]] = columns[to]
    return dict(sorted(found.items()))


def _groups(scores: Mapping[Places, float]) -> Iterator[list[Places]]:
    """The pairs parted into those that hang together by a place they share."""
    beside: dict[tuple[str, int], list[Places]] = {}
    for pair in scores:
        for key in (("row", pair[0]), ("column", pair[1])):
            beside.setdefault(key, []).append(pair)
    seen: set[Places] = set()
    for start in scores:
        group, waiting = [], [start]
        while waiting:
            pair = waiting.pop()
            if pair not in seen:
                seen.add(pair)
                group.append(pair)
                waiting += beside.pop(("row", pair[0]), []) + beside.pop(("column", pair[1]), [])
        if group:
            yield group


def _greedy(group: Sequence[Places], scores: Mapping[Places, float]) -> Mapping[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for row, column in sorted(group, key=lambda pair: (-scores[pair], pair)):
        if row not in found and column not in taken:
            found[row] = column
            taken.add(column)
    return found


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """Row → column of the assignment of least cost of a square table, by shortest paths (Kuhn 1955, Munkres 1957)."""
    size = len(costs)
    of_row, of_column, row_at = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        row_at[0], column = row, 0
        least, came_from, done = [inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while row_at[column]:
            done[column] = True
            here = row_at[column]
            for each in range(1, size + 1):
                rest = costs[here - 1][each - 1] - of_row[here] - of_column[each]
                if not done[each] and rest < least[each]:
                    least[each], came_from[each] = rest, column
            step, after = min((least[each], each) for each in range(1, size + 1) if not done[each])
            for each in range(size + 1):
                if done[each]:
                    of_row[row_at[each]] += step
                    of_column[each] -= step
                else:
                    least[each] -= step
            column = after
        while column:
            row_at[column], column = row_at[came_from[column]], came_from[column]
    found = [0] * size
    for column in range(1, size + 1):
        found[row_at[column] - 1] = column - 1
    return found
