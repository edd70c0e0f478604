"""Duties, statuses and changes as flat rows, as data frames take them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from accords.checklist import checklist, combined_checklist
from accords.model.coding import Coding
from accords.render.rows import to_rows
from accords.standing.history import changes, timeline
from accords.standing.report import status
from accords.validate import load
from records import ROOT, WHOLE

DEAL = load(ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json")
DAY = "2023-01-20"


@pytest.mark.wide
@pytest.mark.parametrize(
    "tables",
    [
        lambda record: [to_rows(record), to_rows(checklist(record, as_of=DAY)), to_rows(combined_checklist([record]))],
        lambda record: [to_rows(status(record, as_of=day)) for day in ("2022-11-24", DAY, "2031-01-01")],
        lambda record: [to_rows(changes(record, between=("2022-11-24", DAY))), to_rows(timeline(record, known_by=DAY))],
    ],
    ids=["duties", "statuses", "changes"],
)
@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_rows_of_one_kind_have_the_same_columns_and_flat_cells(
    path: Path, tables: Callable[[Any], list[list[dict[str, Any]]]]
) -> None:
    """Whatever the record and the day: so several tables can be put under one another."""
    rows = [row for table in tables(load(path)) for row in table]
    assert len({tuple(row) for row in rows}) <= 1
    assert {type(cell) for row in rows for cell in row.values()} <= {str, int, bool, date, type(None)}


def test_there_is_a_row_for_each_item_and_each_instance() -> None:
    """In their order, with days as dates."""
    rows = checklist(DEAL, as_of=DAY)
    report = status(DEAL, as_of=DAY)
    assert [row["id"] for row in to_rows(rows)] == [item.instance for item in rows.items]
    assert [row["status"] for row in to_rows(report)] == [found.name for found in report.instances]
    assert {row["as_of"] for row in (*to_rows(rows), *to_rows(report))} == {date(2023, 1, 20)}


def test_a_deadline_is_there_as_reported_and_as_possible() -> None:
    """First and last day of both."""
    ferry = load(ROOT / "examples" / "minimal.accord.json")
    row = to_rows(status(ferry, as_of="1911-10-01"))[0]
    assert {row[key] for key in ("due_first", "due_last", "possible_first", "possible_last")} == {date(1911, 9, 30)}
    assert row["overdue"] is True


def test_a_record_that_was_not_followed_gives_rows_that_say_so() -> None:
    """An empty table would read as if it had no duties."""
    followed = evolve(DEAL, coding=Coding(followed_until="2022-12-01"))
    rows = to_rows(status(followed, as_of=DAY))
    assert [row["obligation_id"] for row in rows] == [duty.id for duty in DEAL.obligations]
    assert all("not monitored here" in str(row["status"]) and row["overdue"] is None for row in rows)


@pytest.mark.parametrize("wrong", ["text", {"a": 1}, 5, None])
def test_what_has_no_rows_is_refused_in_words(wrong: Any) -> None:
    """With what has some."""
    with pytest.raises(TypeError, match="expected an agreement, a checklist, a status or changes"):
        to_rows(wrong)


def test_a_list_of_something_else_is_refused() -> None:
    """Not only an empty one looks like changes."""
    with pytest.raises(TypeError, match="expected changes, as changes and timeline give them, not int"):
        to_rows([1])  # type: ignore[list-item]
