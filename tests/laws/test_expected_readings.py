"""What the rules say, one sentence at a time, expected by somebody who had not seen the engine answer."""

from __future__ import annotations

import pytest

from accords.standing.report import status

from .expected_amounts import AMOUNTS
from .expected_deadlines import DEADLINES
from .expected_turns import TURNS
from .expected_words import WORDS
from .small_records import faults

CASES = {**TURNS, **DEADLINES, **WORDS, **AMOUNTS}


def test_no_two_situations_have_one_name() -> None:
    """Each is found again by its name."""
    assert len(CASES) == len(TURNS) + len(DEADLINES) + len(WORDS) + len(AMOUNTS) > 100


@pytest.mark.parametrize("name", CASES)
def test_the_answer_is_the_expected_one(name: str) -> None:
    """The states, that as reported first; deadlines as reported; how many turns are listed."""
    made, days = CASES[name]
    wrong = []
    for day, expected in days.items():
        exact, interval = (status(made(), as_of=day, precision=p) for p in ("exact", "interval"))
        wrong += [f"{day} {fault}" for fault in faults(exact, interval, expected)]
    assert not wrong, "\n".join(wrong)
