"""Whose notes and names are meant by a word or two."""

from __future__ import annotations

import pytest

from accords.checklist.styles import used_by_first

USERS = ("UN Kosovo Team", None, "Council of Europe", "EU institutions", "UN")


@pytest.mark.parametrize(
    ("style", "place"),
    [("UN", 4), ("un kosovo", 0), ("CoE", 2), ("EU institutions", 3), ("E", None), ("kosovo team", None)],
)
def test_a_style_matches_whole_then_from_the_beginning_or_by_initials(style: str, place: int | None) -> None:
    """Whatever the case; what stands in the middle is no match."""
    assert used_by_first(USERS, style) == place
