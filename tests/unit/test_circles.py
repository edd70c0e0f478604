"""Circles in graphs."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.checks.identity.circles import find_circles

NODES = st.sampled_from("abcdefgh")
GRAPHS = st.dictionaries(NODES, st.dictionaries(NODES, st.just(()), max_size=4), max_size=8)


@given(GRAPHS)
def test_a_circle_is_found_exactly_where_there_is_one(graph: dict[str, dict[str, tuple[()]]]) -> None:
    """The standard library's sorter is the judge."""
    try:
        TopologicalSorter(graph).prepare()
        is_free = True
    except CycleError:
        is_free = False
    assert (find_circles(graph) == []) is is_free


@given(GRAPHS)
def test_what_is_found_is_a_circle_and_no_two_share_a_node(graph: dict[str, dict[str, tuple[()]]]) -> None:
    """Each step of it is an edge."""
    seen: set[str] = set()
    for circle in find_circles(graph):
        for one, other in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert other in graph[one]
        assert seen.isdisjoint(circle)
        seen.update(circle)


@pytest.mark.thorough
def test_a_chain_of_tens_of_thousands_needs_no_recursion() -> None:
    """And closing it gives one circle of all."""
    chain = {str(number): {str(number + 1): ()} for number in range(30_000)}
    assert find_circles(chain) == []
    assert len(find_circles({**chain, "30000": {"0": ()}})[0]) == 30_001
