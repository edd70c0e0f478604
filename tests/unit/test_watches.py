"""What a row tells of watching."""

from __future__ import annotations

import pytest

from accords.checklist.watches import watches_in_words, watches_left, watches_shown
from accords.standing.values import WatchRow


def _watches(count: int) -> list[WatchRow]:
    return [
        WatchRow(
            by="Watch",
            since=None,
            through=f"2022-{1 + at % 12:02}-{1 + 7 * at % 28:02}",
            words=f"no. {at}",
            citations=(),
        )
        for at in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 12])
def test_a_few_times_of_watching_are_all_told(count: int) -> None:
    """And nothing is said of others."""
    watches = _watches(count)
    assert watches_shown(watches) == watches
    assert list(watches_in_words(watches)) == [each.words for each in watches]
    assert watches_left(watches) == ""


def test_of_many_times_those_that_ended_last_are_told_in_their_order() -> None:
    """With how many more there are."""
    watches = _watches(30)
    told = watches_shown(watches)
    left = [each for each in watches if each not in told]
    assert told == [each for each in watches if each in told]
    assert min(each.through for each in told) >= max(each.through for each in left)
    assert len(told) + 18 == len(watches)
    assert list(watches_in_words(watches))[-1] == watches_left(watches)
    assert "18" in watches_left(watches)
