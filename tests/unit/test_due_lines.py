"""A deadline as computed."""

from __future__ import annotations

from accords.checklist import checklist
from accords.checklist.due_lines import day_in_words, deadline_words, other_due_words
from accords.model.conditions import Offset, OnEvent
from accords.vocabulary import EventKind
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


def test_the_earlier_end_of_a_deadline_keeps_its_hour() -> None:
    """Counted in hours from any hour of a day; without the hour that would be read as from midnight on."""
    asked = said("ask", "2023-05-01", on=None, kind=EventKind.BACKGROUND)
    noted = said("note", "2023-04-01T08:00:00+00:00", on=None, kind=EventKind.BACKGROUND)
    owed = duty(owed_to_ids=("b",), due=Offset(anchor=OnEvent(event_id="ask"), duration="PT36H"))
    row = checklist(deal(owed, events=(asked, noted)), as_of="2023-06-20").items[0].standing
    assert row is not None
    assert row.due == "3 May 2023, 11:59 (UTC)"
    assert other_due_words(row) == "as early as 2 May 2023, 12:00 (UTC)"
