"""A small table of what spells do to a deadline."""

from __future__ import annotations

import pytest

from accords.engine.days.axis import Axis
from accords.engine.days.moments import NEVER, NOT_EVER, Moment, on
from accords.engine.days.spells import Spell, SpellKind, deadline, outside, standing_days

AXIS = Axis("UTC")


def spell(start: Moment, end: Moment, stops: bool = True) -> Spell:
    return Spell(start, end, SpellKind.SUSPENSION, stops)


@pytest.mark.parametrize(
    ("spells", "expected"),
    [
        ([], on(110)),
        ([spell(on(105), on(108))], on(113)),
        ([spell(on(90), on(108))], on(118)),
        ([spell(on(120), on(130))], on(110)),
        ([spell(on(110), on(112))], on(112)),
        ([spell(on(105), on(107)), spell(on(111), on(113))], on(114)),
        ([spell(on(105), NOT_EVER)], NOT_EVER),
        ([spell(on(105), on(108), stops=False)], on(110)),
        ([spell(on(105), on(115), stops=False)], on(115)),
        ([spell(((104, 106),), on(108))], ((112, 114),)),
        ([spell(on(105), ((107, 108),))], ((112, 113),)),
    ],
)
def test_days_of_a_spell_do_not_count_and_no_deadline_falls_inside(spells: list[Spell], expected: Moment) -> None:
    """Counted from day 100, due on day 110; a spell holds its first day and no longer its end."""
    assert deadline(AXIS, on(100), on(110), spells) == expected


def test_never_stays_never() -> None:
    assert deadline(AXIS, on(100), NOT_EVER, [spell(on(105), on(108))]) == NOT_EVER


def test_a_spell_holds_some_days_surely_and_some_perhaps() -> None:
    uncertain = spell(((3, 5),), ((9, NEVER),))
    assert standing_days([uncertain], sure=True) == [(5, 9)]
    assert standing_days([uncertain], sure=False) == [(3, NEVER)]
    assert [outside(day, [(3, 5), (5, 8)]) for day in (2, 3, 6, 8)] == [2, 8, 8, 8]
