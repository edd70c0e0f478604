"""Small tables of moments: spans joined, cut and compared."""

from __future__ import annotations

import pytest

from accords.engine.days.moments import (
    ALWAYS,
    ANY_DAY,
    BEGIN,
    NEVER,
    NOT_EVER,
    Moment,
    clip,
    drop,
    earliest,
    earliest_of_all,
    kth,
    latest,
    maybe,
    on,
    rest,
    union,
)


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([(5, 6), (1, 2)], ((1, 2), (5, 6))),
        ([(1, 2), (3, 4)], ((1, 4),)),
        ([(1, 9), (3, 4)], ((1, 9),)),
        ([(1, 3), (NEVER, NEVER)], ((1, 3), (NEVER, NEVER))),
        ([(1, NEVER - 1), (NEVER, NEVER)], ((1, NEVER - 1), (NEVER, NEVER))),
        ([], ()),
    ],
)
def test_touching_spans_are_one_and_never_stands_apart(spans: list[tuple[int, int]], joined: Moment) -> None:
    assert union(spans) == joined


@pytest.mark.parametrize(
    ("a", "b", "first", "last"),
    [
        (on(3), on(5), on(3), on(5)),
        (on(3), NOT_EVER, on(3), NOT_EVER),
        (((1, 4),), ((3, 6),), ((1, 4),), ((3, 6),)),
        (((1, 2), (8, 9)), on(5), ((1, 2), (5, 5)), ((5, 5), (8, 9))),
        (ALWAYS, on(5), ALWAYS, on(5)),
        (ANY_DAY, on(5), ((BEGIN, 5),), ((5, NEVER),)),
    ],
)
def test_the_earlier_and_the_later_of_two(a: Moment, b: Moment, first: Moment, last: Moment) -> None:
    assert earliest(a, b) == earliest(b, a) == first
    assert latest(a, b) == latest(b, a) == last


@pytest.mark.parametrize(
    ("moment", "without_never", "or_never"),
    [
        (on(3), on(3), ((3, 3), (NEVER, NEVER))),
        (NOT_EVER, (), NOT_EVER),
        (((3, NEVER),), ((3, NEVER - 1),), ((3, NEVER),)),
        (((1, 2), (NEVER, NEVER)), ((1, 2),), ((1, 2), (NEVER, NEVER))),
    ],
)
def test_the_chance_of_never_is_added_and_taken(moment: Moment, without_never: Moment, or_never: Moment) -> None:
    assert rest(moment) == without_never
    assert maybe(moment) == or_never


@pytest.mark.parametrize(
    ("moment", "hole", "left"),
    [
        (((1, 9),), (3, 5), ((1, 2), (6, 9))),
        (((1, 9),), (0, 3), ((4, 9),)),
        (((1, 2), (5, 9)), (2, 6), ((1, 1), (7, 9))),
        (((1, 9),), (0, 10), ()),
    ],
)
def test_what_lies_in_a_hole_is_left_out(moment: Moment, hole: tuple[int, int], left: Moment) -> None:
    assert drop(moment, [hole]) == left


@pytest.mark.parametrize(
    ("first", "last", "inside"), [(0, 3, ((1, 2),)), (2, 6, ((2, 2), (5, 6))), (3, 4, ()), (0, 99, ((1, 2), (5, 9)))]
)
def test_a_moment_is_cut_to_a_stretch(first: int, last: int, inside: Moment) -> None:
    assert clip(((1, 2), (5, 9)), first, last) == inside


@pytest.mark.parametrize(("k", "found"), [(0, ALWAYS), (1, on(2)), (2, on(5)), (3, NOT_EVER), (4, NOT_EVER)])
def test_the_kth_of_several(k: int, found: Moment) -> None:
    assert kth([on(5), on(2), NOT_EVER], k) == found


def test_the_earliest_of_none_is_never() -> None:
    assert earliest_of_all([]) == NOT_EVER
