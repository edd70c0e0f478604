"""What a sentence says of a number: the least or most of what, the latest day, from when a period is counted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from accords.texts.drafts.counting import bound_of, is_counted_from, is_counted_out, is_deadline, is_hour_of, is_latest
from accords.texts.drafts.figures import numbers_in


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("shall release 90 prisoners", "exact"),
        ("shall release at least 90 prisoners by May", "least"),
        ("shall release 90 or more prisoners", "least"),
        ("shall release 90 prisoners or more", "least"),
        ("shall release not less than 90 prisoners", "least"),
        ("shall release more than 90 prisoners", None),
        ("shall not release more than 90 prisoners", None),
        ("shall release up to 90 prisoners", "most"),
        ("shall release fewer than 90 prisoners", None),
        ("shall release no more than 90 (ninety) prisoners", None),
        ("shall release ninety (90) prisoners", "exact"),
        ("shall release half of its 90 prisoners", None),
        ("shall release some 90 prisoners", None),
        ("shall release 90 prisoners a day", None),
        ("shall release 90 prisoners fewer", None),
        ("shall hold back 90 prisoners", None),
        ("shall release, if 90 prisoners are held, all", None),
        ("released 90 prisoners", None),
        ("is to hand over 90 prisoners", "exact"),
    ],
)
def test_a_number_is_of_what_stands_right_behind_it(words: str, bound: str | None) -> None:
    """And its bound right before it; anything else is not clear."""
    sentence = f"Graustark {words}."
    figure = next(each for each in numbers_in(sentence) if each.value == Decimal(90))
    assert bound_of(sentence, figure, "prisoners", "") == bound


def test_a_unit_stands_between_the_number_and_what_is_measured() -> None:
    """With “of” or without."""
    sentence = "Graustark shall send 5 tonnes of grain."
    (figure,) = numbers_in(sentence)
    assert bound_of(sentence, figure, "grain", "tonnes") == "exact"
    assert bound_of(sentence, figure, "grain", "") is None


@pytest.mark.parametrize(
    ("words", "is_by"),
    [
        ("pay by 3 May 2022", True),
        ("pay not later than 3 May 2022", True),
        ("pay on 3 May 2022", True),
        ("be paid on 3 May 2022", True),
        ("pay by the end of May 2022", True),
        ("pay what was agreed on 3 May 2022", False),
        ("pay after 3 May 2022", False),
        ("pay until 3 May 2022", False),
        ("pay not before 3 May 2022", False),
        ("refund tickets bought before 3 May 2022", False),
        ("repay what it took on 3 May 2022", False),
        ("return the boat that it found before 3 May 2022", False),
        ("be paid in full, and be opened by 3 May 2022", True),
        ("keep the gates open by 3 May 2022", True),
    ],
)
def test_a_date_is_a_deadline_behind_such_as_by(words: str, is_by: bool) -> None:
    """And not where something else happened on it, or begins."""
    date = "2022-05" if "end" in words else "2022-05-03"
    assert is_deadline(f"Graustark shall {words}.", date) is is_by


@pytest.mark.parametrize("name", ["Hollen", "Yemen", "Sweden", "Old Made"])
def test_a_listed_name_is_no_participle_before_by(name: str) -> None:
    """Whatever it ends in; a word that is no name is."""
    sentence = f"Graustark shall return carts to {name} by 9 June 2023."
    assert is_deadline(sentence, "2023-06-09", (name, "Graustark"))
    assert not is_deadline("Graustark shall return carts taken by 9 June 2023.", "2023-06-09", (name,))


@pytest.mark.parametrize(
    ("words", "is_of"),
    [
        ("by 18:00 UTC on 3 May 2022", True),
        ("on Tuesday, 3 May 2022 at 18:00 UTC", True),
        ("by 18:00 Central European Time on 3 May 2022", True),
        ("by 3 May 2022 the letter sent at 18:00 UTC", False),
        ("by 3 May 2022", False),
    ],
)
def test_an_hour_is_that_of_the_date_beside_it(words: str, is_of: bool) -> None:
    """And not of whatever else the sentence speaks of."""
    assert is_hour_of(f"Graustark shall answer {words}.", "2022-05-03", (18, 0)) is is_of


@pytest.mark.parametrize(
    ("words", "times", "is_counted"),
    [
        ("meet each month, eight times", 8, True),
        ("meet twice", 2, True),
        ("pay monthly, in 12 equal instalments", 12, True),
        ("send three technicians each month", 3, False),
        ("sew each month for 12 people", 12, False),
    ],
)
def test_a_number_of_turns_is_one_that_is_said_to_count_them(words: str, times: int, is_counted: bool) -> None:
    """And not how many are sent at each."""
    assert is_counted_out(f"Graustark shall {words}.", times) is is_counted


@pytest.mark.parametrize(
    ("words", "is_last"),
    [
        ("within 30 days", True),
        ("no later than thirty (30) days", True),
        ("not less than 30 days", False),
        ("not within 30 days", False),
        ("after 30 days", False),
        ("within 40 days, not 30 days", False),
    ],
)
def test_a_period_is_a_deadline_behind_such_as_within(words: str, is_last: bool) -> None:
    """And not where it is the least, or has to pass first."""
    assert is_latest(f"Graustark shall pay {words} after the conclusion.", 30, "day") is is_last


@pytest.mark.parametrize(
    ("words", "anchor", "is_from"),
    [
        ("after the conclusion of the deal", "conclusion", True),
        ("of signature", "conclusion", True),
        ("after its entry into force", "entry_into_force", True),
        ("after the conclusion of the talks", "conclusion", False),
        ("after the harvest", "conclusion", False),
        ("after the conclusion", "entry_into_force", False),
        ("after the conclusion", "harvest", False),
    ],
)
def test_a_period_is_counted_from_what_is_named_right_behind_it(words: str, anchor: str, is_from: bool) -> None:
    """The conclusion of something else is another day."""
    assert is_counted_from(f"Graustark shall pay within 30 days {words}.", 30, "day", anchor) is is_from
