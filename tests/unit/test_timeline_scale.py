"""The scale of a timeline: days on it, and what is written beside it."""

from __future__ import annotations

from datetime import date

import pytest

from accords.render.pictures.timeline_scale import DayScale, ticks_of


@pytest.mark.parametrize("last", [date(2022, 12, 1), date(2023, 6, 1), date(2100, 1, 1), date(6000, 1, 1), date.max])
def test_a_scale_of_any_length_has_a_few_ticks_at_most(last: date) -> None:
    """In order and on the scale; a very long one may have none."""
    scale = DayScale(date(2022, 11, 23).toordinal(), last.toordinal(), 0, 100)
    days = [day for day, _ in ticks_of(scale)]
    assert len(days) < 20
    assert days == sorted(days)
    assert all(scale.holds(day) for day in days)
