"""Ratings by others: rolled up with their denominators, no rater mixed with another."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import pytest

from accords.checklist import checklist
from accords.codec import structure
from accords.model.events import Assessment, RatingScale, ScaleLevel
from accords.standing.ratings import RatingRollUp, Share, rating_in_words, rating_roll_ups, share_in_words
from accords.standing.report import status
from accords.vocabulary import Scale
from accords.words import names_of

DAY = datetime.date(2024, 1, 1)


def record(ratings: list[dict[str, Any]], **more: Any) -> Any:
    """Thirty tasks of two parties, rated from 0 to 10."""
    tasks = [
        {
            "id": f"t{n}",
            "obligor_ids": ["north" if n % 2 else "south"],
            "modality": "must",
            "action": f"do task {n}",
            "themes": ["roads" if n < 8 else "schools"],
        }
        for n in range(30)
    ]
    return structure(
        {
            "accords_version": "1.0",
            "id": "deal",
            "title": "Deal",
            "actors": [{"id": i, "name": i.title()} for i in ("north", "south", "watch", "press")],
            "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
            "obligations": tasks,
            "scales": [{"id": "ten", "title": "Out of ten", "minimum": 0, "maximum": 10, "higher_is_better": True}],
            "assessments": ratings,
            **more,
        }
    )


def rating(task: int, value: str, by: str = "watch", on: str = "2023-06-01", **more: Any) -> dict[str, Any]:
    about = {"obligation_id": f"t{task}", "assessor_id": by, "on": on, "value": value}
    return about | ({"scale_id": "ten"} if "scale" not in more else {}) | more


GIVEN = ["5", "5", "4.5", "4", "3", "3", "2", "1"]
ALL = [rating(n, GIVEN[n] if n < len(GIVEN) else "0") for n in range(30)]


def whole(*args: Any, **more: Any) -> RatingRollUp:
    found = [
        each for each in rating_roll_ups(record(*args, **more), DAY) if (each.obligor_id, each.theme) == (None, None)
    ]
    assert len(found) == 1
    return found[0]


def test_the_sum_is_out_of_all_tasks_and_out_of_those_above_the_lowest_level() -> None:
    found = whole(ALL)
    assert found.overall == Share(30, Fraction("27.5"), Fraction(300))
    assert found.above_lowest == Share(8, Fraction("27.5"), Fraction(80))
    words = share_in_words(found, names_of(record(ALL)))
    assert "27.5 of 300" in words
    assert "9.2 %" in words
    assert "34.4 %" in words
    assert words.startswith("Watch")


def test_raters_scales_and_dimensions_are_never_mixed() -> None:
    mixed = [
        rating(0, "5"),
        rating(0, "7", by="press"),
        rating(0, "2", scale="pam_0_3"),
        rating(0, "1", dimension="formal"),
    ]
    wholes = [each for each in rating_roll_ups(record(mixed), DAY) if (each.obligor_id, each.theme) == (None, None)]
    assert [(each.rater, each.scale, each.overall) for each in wholes] == [
        ("watch", "ten", Share(1, Fraction(5), Fraction(10))),
        ("press", "ten", Share(1, Fraction(7), Fraction(10))),
        ("watch", "pam_0_3", Share(1, Fraction(2), Fraction(3))),
        ("watch", "ten", Share(1, Fraction(1), Fraction(10))),
    ]


def test_by_obligor_and_by_theme_with_how_many_duties_there_are() -> None:
    found = {(each.obligor_id, each.theme): each for each in rating_roll_ups(record(ALL[:10]), DAY)}
    assert (found["north", None].rated, found["north", None].duties) == (5, 15)
    assert (found[None, "roads"].rated, found[None, "roads"].duties) == (8, 8)
    assert (found[None, "schools"].rated, found[None, "schools"].duties) == (2, 22)


def test_the_latest_rating_of_a_thing_counts_and_those_to_come_do_not() -> None:
    """Turns and obligors are things of their own."""
    ratings = [
        rating(0, "1"),
        rating(0, "4", on="2023-09-01"),
        rating(0, "9", on="2024-06-01"),
        rating(0, "6", instance=2),
        rating(0, "2", obligor_id="south"),
    ]
    assert whole(ratings).overall == Share(3, Fraction(12), Fraction(30))


def test_a_scale_of_levels_counts_from_its_lowest() -> None:
    levels = [{"value": n, "label": word} for n, word in ((1, "none"), (2, "some"), (3, "all"))]
    scales = [{"id": "ten", "title": "Steps", "levels": levels}]
    found = whole([rating(0, "1"), rating(1, "3"), rating(2, "2")], scales=scales)
    assert (found.overall, found.above_lowest) == (
        Share(3, Fraction(3), Fraction(6)),
        Share(2, Fraction(3), Fraction(4)),
    )


def test_a_scale_without_numbers_is_counted_by_its_words() -> None:
    found = whole([rating(0, "minimal", scale="barometer"), rating(1, "completed", scale="barometer")])
    assert (found.overall, found.above_lowest) == (None, None)
    assert found.values == (("completed", 1), ("minimal", 1))
    assert "2 of 30" in share_in_words(found, names_of(record(ALL)))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1", "1, some (Steps)"),
        ("1.0", "1.0, some (Steps)"),
        ("2", "2 (Steps)"),
        ("some", "some (Steps)"),
        ("7", "7 (Steps)"),
    ],
)
def test_a_rating_on_a_scale_of_the_record_is_told_with_its_level_and_the_scale(value: str, words: str) -> None:
    """A level without a name, and what is no level, stand as they are."""
    steps = RatingScale(id="steps", title="Steps", levels=(ScaleLevel(value=1, label="some"), ScaleLevel(value=2)))
    given = Assessment(obligation_id="t1", assessor="Watch", on="2023", scale_id="steps", value=value)
    assert rating_in_words(given, steps) == words


def test_a_rating_on_a_known_scale_is_told_as_that_scale_is() -> None:
    given = Assessment(obligation_id="t1", assessor="Watch", on="2023", scale=Scale.PAM_0_3, value="2")
    assert rating_in_words(given, None) == "2 of 3"


@pytest.mark.parametrize(("known_by", "rated"), [("2023-06-30", 0), ("2023-07-01", 1)])
def test_a_rating_is_seen_once_it_was_known(known_by: str, rated: int) -> None:
    """On the day stated, and not only when the file of letters that it stands in was closed."""
    letters = {"id": "letters", "kind": "official_statement", "title": "Letters", "published": "2023-01-01/2024-12-31"}
    given = rating(1, "5", known_on="2023-07-01", citations=[{"source_id": "letters"}])
    deal = record([given], sources=[letters])
    found = status(deal, as_of=known_by)
    assert {each.rated for each in found.ratings} == ({1} if rated else set())
    rows = checklist(deal, as_of=known_by)
    assert sum(len(item.assessments) for item in rows.items) == rated
