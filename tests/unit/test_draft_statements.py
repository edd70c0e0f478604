"""What kind of event a statement of a draft makes, so that nobody's word settles anything for whoever says it."""

from __future__ import annotations

import pytest

from accords.checklist import checklist
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.texts.drafts.compiling import compile_draft
from accords.texts.drafts.form import Draft, DraftDuty, DraftPerson, DraftStatement
from accords.texts.drafts.told import CompiledDraft
from accords.texts.edition import new_edition
from accords.vocabulary import EventKind, Extent

OPENING = "Ruritania and Graustark agreed on the wells on 2 May 2022"
OWED = {
    "once": ("Graustark shall open the wells by 1 June 2022", "open the wells", {"due_date": "2022-06-01"}),
    "again": (
        "Graustark shall open the wells every month",
        "open the wells",
        {"every_count": 1, "every_unit": "month"},
    ),
    "kept": ("Graustark shall keep the wells open", "keep the wells open", {"continuing": True}),
    "forbidden": ("Graustark shall not open the wells", "open the wells", {"modality": "must_not"}),
}
ACTS = ("once", "again")


def record_of(
    owed: str, told: str, *, by: str = "Graustark", says: str = "occurred", more: tuple[str, ...] = ()
) -> Agreement:
    duty, action, changes = OWED[owed]
    said = f"{by} said that {told}"
    names = [DraftPerson(quote=OPENING, paragraph=1, name=each, part="party") for each in ("Ruritania", "Graustark")]
    rows = [
        DraftStatement(
            quote=said, paragraph=3 + at, happening="h", duty="wells", said_by=by, done_by=("Graustark",),
            summary=f"{told.replace(' not', '')}.", says=each,
        )
        for at, each in enumerate((says, *more))
    ]  # fmt: skip
    text = "\n".join(f"{line}." for line in (OPENING, duty, *[said] * len(rows))) + "\n"
    made = compile_draft(
        Draft(
            people=tuple(names),
            duties=(DraftDuty(quote=duty, paragraph=2, key="wells", who=("Graustark",), action=action, **changes),),  # type: ignore[arg-type]
            statements=tuple(rows),
        ),
        new_edition(text, id="news", source={"title": "News", "published": "2022-06-03"}),
    )
    assert made.record is not None
    return made.record


def event_of(owed: str, told: str, **more: object) -> Event:
    (event,) = record_of(owed, told, **more).events  # type: ignore[arg-type]
    return event


@pytest.mark.parametrize("owed", OWED)
def test_what_performs_is_an_act_and_what_is_kept_or_forbidden_is_conduct(owed: str) -> None:
    """Once or again owed, or from day to day."""
    event = event_of(owed, "Graustark had opened the wells")
    assert (event.kind is EventKind.PERFORMANCE) is (owed in ACTS)
    assert (event.kind is EventKind.CONDUCT) is (owed not in ACTS)


@pytest.mark.further
@pytest.mark.parametrize("owed", ACTS)
@pytest.mark.parametrize("by", ["Graustark", "Ruritania"])
@pytest.mark.parametrize("told", ["Graustark had opened the wells", "Graustark had not opened the wells"])
def test_nobodys_own_word_settles_what_serves_it(owed: str, by: str, told: str) -> None:
    """The debtor's that it was done, and the creditor's that it was not; each against itself does."""
    denies = " not" in told
    record = record_of(owed, told, by=by, says="not_occurred" if denies else "occurred")
    (item,) = checklist(record, as_of="2022-06-10").items
    (claim,) = item.claims
    serves = denies is (by == "Ruritania")
    assert ("established" in claim.fact) is not serves
    assert ("claimed" in claim.fact or claim.fact == "unreported") is serves


@pytest.mark.parametrize(
    ("told", "by", "is_partial"),
    [
        ("Graustark had opened the wells", "Ruritania", False),
        ("Graustark had opened two of the six wells", "Ruritania", True),
        ("Graustark had begun to open the wells", "Ruritania", True),
        ("Graustark had opened some wells", "Graustark", True),
        ("Graustark had walled up the wells", "Ruritania", True),
        ("Graustark had let the water flow", "Graustark", True),
    ],
)
def test_what_may_be_less_than_is_owed_performs_it_in_part(told: str, by: str, is_partial: bool) -> None:
    """So no word of a part, or of another thing, acquits; in other words of its own the obligor claims all of it."""
    event = event_of("once", told, by=by)
    assert (event.kind, event.extent) == (EventKind.PERFORMANCE, Extent.PARTIAL if is_partial else None)


@pytest.mark.parametrize(("first", "second"), [("breach", "occurred"), ("occurred", "no_breach")])
def test_what_somebody_calls_a_breach_is_conduct(first: str, second: str) -> None:
    """Whatever else is said of it."""
    event = event_of("once", "Graustark had opened the wells", says=first, more=(second,))
    assert (event.kind, event.extent) == (EventKind.CONDUCT, None)


def made_of(told: str, condition: str = "", **more: object) -> CompiledDraft:
    """What comes of the last sentence of a text, in which somebody tells of the 14 boats that are owed."""
    owed = f"Graustark shall return 14 boats{condition and ' '}{condition}"
    work = "Ruritania shall clear the harbour"
    names = [DraftPerson(quote=OPENING, paragraph=1, name=each, part="party") for each in ("Ruritania", "Graustark")]
    duties = (
        DraftDuty(quote=owed, paragraph=2, key="boats", who=("Graustark",), action="return 14 boats",
                  condition=condition),
        DraftDuty(quote=work, paragraph=3, key="harbour", who=("Ruritania",), action="clear the harbour"),
    )  # fmt: skip
    row = DraftStatement(
        quote=told, paragraph=4, happening="h", done_by=("Graustark",), summary="Graustark returned boats.",
        **more,  # type: ignore[arg-type]
    )  # fmt: skip
    text = "\n".join(f"{line}." for line in (OPENING, owed, work, told)) + "\n"
    edition = new_edition(text, id="news", source={"title": "News", "published": "2022-06-03"})
    return compile_draft(Draft(people=tuple(names), duties=duties, statements=(row,)), edition)


def words_of(made: CompiledDraft, name: str, row: int, part: str) -> str:
    return " ".join(each.words for each in made.about(name, row) if each.part == part)


@pytest.mark.parametrize(
    ("told", "said_on", "known_on", "remark"),
    [
        ("Ruritania said on 1 June 2022 that Graustark returned boats", "2022-06-01", "2022-06-01", ""),
        ("Ruritania said on 1 June that Graustark returned boats", "2022-06-01", "2022-06-01", "year 2022"),
        ("Ruritania said on 1 June 2022 that Graustark returned boats", "", None, "“1 June 2022” may be the day"),
        ("Ruritania said on 4 June 2022 that Graustark returned boats", "2022-06-04", None, "later than"),
        ("Ruritania said that Graustark returned boats", "2022-06-01", None, "does not state the date"),
        ("Ruritania said that Graustark returned boats", "", None, ""),
        ("Ruritania said that Graustark returned boats on 1 June 2022", "2022-06-01", "2022-06-01", "is told"),
    ],
)
def test_the_day_on_which_somebody_says_so_is_when_it_became_known(
    told: str, said_on: str, known_on: str | None, remark: str
) -> None:
    """As far as the sentence states it outside of what is told; otherwise it is known since the text."""
    made = made_of(told, said_by="Ruritania", said_on=said_on)
    assert made.record is not None
    (claim,) = made.record.events[0].claims
    assert (None if claim.known_on is None else str(claim.known_on)) == known_on
    found = words_of(made, "statements", 1, "said_on")
    assert remark in found if remark else not found


def test_what_the_text_itself_says_was_said_when_it_was_published() -> None:
    """Whatever day stands there."""
    made = made_of("On 1 June 2022 Graustark returned boats", said_on="2022-06-01")
    assert made.record is not None
    assert made.record.events[0].claims[0].known_on is None
    assert "the text itself" in words_of(made, "statements", 1, "said_on")


@pytest.mark.parametrize(("duty", "is_told"), [("boats", True), ("", False)])
def test_a_figure_that_is_told_of_a_duty_and_goes_nowhere_is_told(duty: str, is_told: bool) -> None:
    """A draft has no place for it."""
    made = made_of("Ruritania said that Graustark returned nine boats", said_by="Ruritania", duty=duty)
    assert ("has 9" in words_of(made, "statements", 1, "summary")) is is_told


@pytest.mark.parametrize(
    ("condition", "is_named"),
    [
        ("if Ruritania has cleared the harbour", True),
        ("if Ruritania has closed the harbour", False),
        ("if Graustark has cleared the harbour", False),
    ],
)
def test_a_condition_that_speaks_of_another_duty_of_the_draft_says_so(condition: str, is_named: bool) -> None:
    """By who owes it, and its verb."""
    made = made_of("Ruritania said that Graustark returned boats", condition, said_by="Ruritania")
    assert ("“harbour”" in words_of(made, "duties", 1, "condition")) is is_named
