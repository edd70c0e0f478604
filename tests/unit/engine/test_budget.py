"""A budget gives what it has, and remembers that more was asked for."""

from __future__ import annotations

from accords.engine.worlds.budget import Budget


def test_what_is_left_is_given_to_the_last_step() -> None:
    budget = Budget(3)
    assert [budget.spend(2), budget.spend(1)] == [True, True]
    assert (budget.left, budget.overdrawn) == (0, False)


def test_where_too_little_is_left_nothing_is_taken() -> None:
    """Somebody who asks for less is still served."""
    budget = Budget(3)
    assert budget.spend(4) is False
    assert (budget.left, budget.overdrawn) == (3, True)
    assert budget.spend(3) is True
