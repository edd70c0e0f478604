"""Words before a condition that another column says."""

from __future__ import annotations

import pytest

from accords.editing.workbook.cells.asked import said_elsewhere


@pytest.mark.parametrize(
    ("text", "field", "column"),
    [
        ("not before 2022-05-02", "due", "Not before"),
        ("from 2022-05-02", "due", "Not before"),
        ("after 2022-05-02", "due", "Not before"),
        ("unless Sudria objects", "trigger", "Excused if"),
        ("if Sudria agrees", "due", "Trigger"),
        ("within 10 days of the conclusion", "trigger", "Due"),
    ],
)
def test_the_column_that_says_it_is_named(text: str, field: str, column: str) -> None:
    """And no line is given that would say something else."""
    found = said_elsewhere(text, field)
    assert found is not None
    assert f"“{column}”" in found[0]
    assert found[1] is None


@pytest.mark.parametrize(("text", "field"), [("2022-05-02", "due"), ("10 days after the conclusion", "due")])
def test_a_line_that_its_column_can_say_is_left_alone(text: str, field: str) -> None:
    """Whatever it is."""
    assert said_elsewhere(text, field) is None


def test_where_the_column_says_it_already_the_rest_is_as_good() -> None:
    """Which is then the line to write."""
    found = said_elsewhere("not before 2022-05-02", "not_before")
    assert found is not None
    assert found[1] == "2022-05-02"
