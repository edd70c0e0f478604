"""What a status tells of amounts: each bound by itself, and what goes beyond the most."""

from __future__ import annotations

import pytest
from tests.laws.small_records import act, duty, load, on, record, says, tons

from accords.checklist import checklist
from accords.model.agreement import Agreement
from accords.render.status.text import render_status
from accords.standing.report import status
from accords.standing.values import Shape
from accords.tables.rows import to_tables

DAY = "2023-01-30"


def delivered(by_a: int, by_b: int, **terms: object) -> Agreement:
    """What both say of one delivery of 60 to 80."""
    told = act(says("a", "2023-01-10", **tons(by_a)), says("b", "2023-01-10", **tons(by_b)))
    return record(duty(due="2023-01-20", **load(at_least=60, at_most=80), **terms), told)


def printed(agreement: Agreement) -> str:
    return " ".join(render_status(status(agreement, as_of=DAY), agreement).split())


@pytest.mark.parametrize(("by_a", "by_b", "more"), [(90, 90, True), (80, 80, False), (90, 70, True), (70, 90, False)])
def test_more_than_the_most_is_marked_and_breaches_nothing(by_a: int, by_b: int, more: bool) -> None:
    """What the obligor itself admits, or a verifier says; the counterpart alone establishes nothing against it."""
    (found,) = status(delivered(by_a, by_b), as_of=DAY).instances
    assert ("more_than_most" in found.flags, found.name) == (more, "fulfilled")


def test_two_figures_are_told_as_what_they_are_good_for() -> None:
    """One is not read as meeting the other bound; where both are one figure, it is told once."""
    seen = printed(delivered(75, 50))
    assert "at least 50 load established towards the least and at least 75 load established against the most" in seen
    assert "; 90 load established more is established" in printed(delivered(90, 90))


def test_what_only_one_reading_has_too_early_is_said_of_it_alone() -> None:
    """By the other it counts."""
    later = {"id": "late", "held_by_ids": ["a"], "text": "from the 12th", "replaces": {"not_before": on("2023-01-12")}}
    early = act(says("a", "2023-01-10"), says("b", "2023-01-10"))
    read = printed(record(duty(due="2023-01-20", not_before="2023-01-05", readings=[later]), early))
    assert "by one reading of the duty an act is reported before its time" in read
    plain = printed(record(duty(due="2023-01-20", not_before="2023-01-12"), early))
    assert "an act is reported before its time, so it does not count" in plain
    assert "by one reading" not in plain


def test_a_table_calls_contested_what_a_checklist_signs_so() -> None:
    """Figures that differ are enough, where the state is the same whoever is right."""
    told = act(says("a", "2023-01-10", **tons(50)), says("b", "2023-01-10", **tons(40)))
    short = record(duty(due="2023-01-20", **load(at_least=60)), told)
    (item,) = checklist(short, as_of=DAY).items
    (row,) = to_tables(short, as_of=DAY)["statuses"]
    assert item.standing is not None
    assert (item.standing.shape, item.standing.disputes, row["contested"]) == (Shape.CONTESTED, (), True)
