"""From when and until when a duty of a draft holds: a day, or words and a mark."""

from __future__ import annotations

import pytest

from accords.texts.drafts.compiling import compile_draft
from accords.texts.drafts.counting import holding_days
from accords.texts.drafts.form import Draft, DraftDuty, DraftPerson
from accords.texts.drafts.told import CompiledDraft
from accords.texts.edition import new_edition

OPENING = "Ruritania and Graustark agreed on the wells on 2 May 2022"


def compiled(duty: str, condition: str, **more: object) -> CompiledDraft:
    names = tuple(
        DraftPerson(quote=OPENING, paragraph=1, name=each, part="party") for each in ("Ruritania", "Graustark")
    )
    row = DraftDuty(
        quote=duty, paragraph=2, key="w", who=("Graustark",), action="guard the wells", condition=condition,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip
    source = {"title": "News", "published": "2022-06-03"}
    return compile_draft(
        Draft(people=names, duties=(row,)), new_edition(f"{OPENING}.\n{duty}.\n", id="n", source=source)
    )


def days_of(made: CompiledDraft) -> tuple[str | None, str | None]:
    assert made.record is not None
    (duty,) = made.record.obligations
    values = (getattr(each, "value", None) for each in (duty.not_before, duty.ends))
    start, end = (None if each is None else str(each) for each in values)
    return start, end


@pytest.mark.parametrize(
    ("condition", "start", "end"),
    [
        ("until 31 December 2022", None, "2022-12-31"),
        ("till the end of May 2023", None, "2023-05"),
        ("from 1 June 2022 until 31 August 2022", "2022-06-01", "2022-08-31"),
        ("from 1 June until 31 August 2022", "2022-06-01", "2022-08-31"),
        ("between 1 June 2022 and 3 July 2022", "2022-06-01", "2022-07-03"),
        ("as of 2022-06-03", "2022-06-03", None),
        ("not before 3 June 2022", "2022-06-03", None),
    ],
)
def test_an_end_or_beginning_by_date_is_that_date(condition: str, start: str | None, end: str | None) -> None:
    """Nothing of it is left in words, and nothing is said of it."""
    made = compiled(f"Graustark shall guard the wells {condition}", condition, continuing=True)
    assert days_of(made) == (start, end)
    assert [each.words for each in made.about("duties", 1)] == []
    assert made.record is not None
    assert made.record.obligations[0].trigger is None


@pytest.mark.parametrize(
    "condition", ["until mid-June 2022", "after 1 June 2022", "before 3 June 2022", "until 31 June 2022"]
)
def test_any_other_words_with_a_date_are_marked(condition: str) -> None:
    """They are kept as they stand."""
    made = compiled(f"Graustark shall guard the wells {condition}", condition, continuing=True)
    assert days_of(made) == (None, None)
    assert made.about("duties", 1)


def test_a_condition_that_only_names_a_day_is_not_marked() -> None:
    """It is words for something that has to happen."""
    words = "if the bridge stands on 1 July 2022"
    assert compiled(f"Graustark shall guard the wells {words}", words).about("duties", 1) == ()


def test_what_is_forbidden_before_a_day_is_free_on_it() -> None:
    """Nobody is accused of the day itself."""
    quote = "Graustark shall not before 1 June 2022 guard the wells"
    assert days_of(compiled(quote, "before 1 June 2022", modality="must_not")) == (None, "2022-05-31")


@pytest.mark.parametrize("more", [{"modality": "must_not"}, {"continuing": True}])
def test_a_last_day_given_as_a_deadline_is_an_end(more: dict[str, object]) -> None:
    """Where it is forbidden or kept until then."""
    words = "shall not guard" if "modality" in more else "shall guard"
    made = compiled(f"Graustark {words} the wells until 1 July 2022", "", due_date="2022-07-01", **more)
    assert days_of(made) == (None, "2022-07-01")
    assert made.record is not None
    assert made.record.obligations[0].due is None


def test_what_is_forbidden_in_turns_says_until_when_each_time_or_has_none() -> None:
    """Otherwise it is forbidden all the time, and the record says so."""
    quote = "Graustark shall not guard the wells every 3 months"
    made = compiled(quote, "", modality="must_not", every_count=3, every_unit="month")
    assert made.faults == ()
    assert made.record is not None
    assert made.record.obligations[0].performance is None
    assert "“must not” comes round only where it is said until when it holds each time" in said(made)
    until = compiled(
        f"{quote} until 1 July 2022", "until 1 July 2022", modality="must_not", every_count=3, every_unit="month"
    )
    assert until.record is not None
    assert until.record.obligations[0].performance is not None


def said(made: CompiledDraft) -> str:
    return " ".join(each.words for each in made.about("duties", 1))


def test_a_beginning_that_the_row_leaves_out_is_marked() -> None:
    """The end alone would forbid too much, or ask too much."""
    quote = "Graustark shall guard the wells from 1 June 2022 until 31 August 2022"
    made = compiled(quote, "until 31 August 2022", continuing=True)
    assert [each.words for each in made.marked] == ["the quote also says “from 1 June 2022”, which the row does not"]


def test_a_year_that_is_not_stated_is_that_of_the_publication_and_told() -> None:
    """Where the words have none."""
    made = compiled("Graustark shall guard the wells until 31 December", "until 31 December", continuing=True)
    assert days_of(made) == (None, "2022-12-31")
    assert any("2022 is that of the publication" in each.words for each in made.marked)


@pytest.mark.parametrize("words", ["", "until", "until dusk", "from 5 June 2022 until 1 June 2022"])
def test_words_without_a_day_say_no_day(words: str) -> None:
    """Nor do days in the wrong order."""
    assert holding_days(words, "2022", forbids=True) == (None, None)


@pytest.mark.parametrize(
    ("words", "day", "is_marked"),
    [
        ("by 1 June 2022", "2022-06-01", False),
        ("before 1 June 2022", "2022-05-31", True),
        ("prior to 1 June 2022", "2022-05-31", True),
        ("before the end of 1 June 2022", "2022-06-01", True),
        ("at the earliest by 1 June 2022", "2022-06-01", True),
        ("by midnight on 1 June 2022", "2022-06-01", True),
    ],
)
def test_the_last_day_is_the_one_that_the_words_before_the_date_make_it(words: str, day: str, is_marked: bool) -> None:
    """Before a day is by the day before; what is not clearly its last moment is told of."""
    made = compiled(f"Graustark shall guard the wells {words}", "", due_date="2022-06-01")
    assert made.record is not None
    due = made.record.obligations[0].due
    assert str(getattr(due, "value", None)) == day
    assert bool(made.about("duties", 1)) is is_marked
