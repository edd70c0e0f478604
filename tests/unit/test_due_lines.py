"""A deadline as computed."""

from __future__ import annotations

from accords.checklist import checklist
from accords.checklist.due_lines import day_in_words, deadline_words, other_due_words
from deals import deal, duty, on_day, said

ROW = checklist(deal(duty(due=on_day("2023-06-30")), events=()), as_of="2023-06-20").items[0].standing


def test_a_deadline_is_told_with_how_far_away_it_is() -> None:
    """Or without, where a page is read on another day."""
    assert ROW is not None
    assert deadline_words(ROW, distances=False) == "30 June 2023"
    assert deadline_words(ROW).startswith("30 June 2023")
    assert "10 days" in deadline_words(ROW)
    assert other_due_words(ROW) == ""


def test_without_a_deadline_nothing_is_told() -> None:
    """No words, rather than words for nothing."""
    row = checklist(deal(duty(), events=(said("x", "2023-02-01"),)), as_of="2023-06-20").items[0].standing
    assert row is not None
    assert deadline_words(row) == ""


def test_a_day_is_put_into_words_and_words_stay() -> None:
    """As they come."""
    assert day_in_words("2023-06-30") == "30 June 2023"
    assert day_in_words("never") == "never"
