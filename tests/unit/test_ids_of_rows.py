"""Ids of a workbook's rows: made of words, and given anew wherever they are named."""

from __future__ import annotations

import pytest

from accords.dates import DateError, parse_date
from accords.editing.clocks import told_in_zone
from accords.editing.workbook.ids import ids_in, made_id, rename


def test_an_id_is_made_of_the_first_words_there_are_and_never_twice() -> None:
    """A name comes before a label, a label before what is done; a number tells two apart."""
    taken: set[str] = set()
    made = [made_id(held, taken) for held in ({"label": "First sum", "action": "pay"}, {"action": "First sum"}, {})]
    assert made == ["first-sum", "first-sum-2", "new"]
    assert taken == set(made)


def test_a_new_id_is_taken_over_wherever_something_is_named_by_the_old_one() -> None:
    """In single fields and in lists, at any depth; texts, extensions and the id of the record stay."""
    record = {
        "id": "pay",
        "obligations": [{"id": "pay", "action": "pay", "due": {"anchor": {"obligation_id": "pay"}}}],
        "events": [{"id": "e", "obligation_ids": ["pay", "other"], "extensions": {"obligation_id": "pay"}}],
    }
    rename(record, {"pay": "first"})
    assert record == {
        "id": "pay",
        "obligations": [{"id": "first", "action": "pay", "due": {"anchor": {"obligation_id": "first"}}}],
        "events": [{"id": "e", "obligation_ids": ["first", "other"], "extensions": {"obligation_id": "pay"}}],
    }
    assert set(ids_in(record)) == {"pay", "first", "e"}


@pytest.mark.parametrize(("day", "offset"), [("2022-03-14", "+01:00"), ("2022-07-14", "+02:00")])
def test_a_time_without_an_offset_is_told_the_one_of_that_day(day: str, offset: str) -> None:
    """In winter another than in summer."""
    with pytest.raises(DateError) as caught:
        parse_date(f"{day}T12:00:00")
    told = told_in_zone(caught.value, f"{day} 12:00", "Europe/Vienna")
    assert offset in told
    assert "Europe/Vienna" in told
