"""What is told of the agreement as a whole: whose being bound is contested, what it is in law, what others rate."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.checklist import Checklist, checklist
from accords.checklist.agenda import due
from accords.checklist.standing_lines import about_lines
from accords.model.actors import Party
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion, NatureView
from accords.model.conditions import OnEvent
from accords.model.events import Assessment, RatingScale, ScaleLevel
from accords.render.agenda.listing import render_due
from accords.render.checklist.html import render_html
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.status.text import render_status
from accords.standing.report import status
from accords.vocabulary import Basis, Borne, ConclusionForm, LegalNature
from deals import deal, duty, on_day, said
from page import Page

DAY = "2023-06-01"


def doubted() -> Agreement:
    """Only b says that a is a party; each side has its own view of what the deal is in law."""
    concluded = Conclusion(
        form=ConclusionForm.SIGNED,
        date="2023-01-01",
        legal_natures=(
            NatureView(nature=LegalNature.TREATY, according_to_ids=("b",)),
            NatureView(nature=LegalNature.POLITICAL_COMMITMENT, according_to_ids=("a",)),
        ),
    )
    record = deal(duty(due=on_day("2023-12-31")), conclusion=concluded)
    return evolve(record, parties=(Party(actor_id="a", according_to_ids=("b",)), Party(actor_id="b")))


def shown(record: Agreement, rows: Checklist) -> dict[str, str]:
    """Format → everything that it shows, on one line."""
    texts = {
        "terminal": render_terminal(rows, width=400),
        "markdown": render_markdown(rows),
        "html": Page(render_html(rows, record)).seen,
        "status": render_status(status(record, as_of=DAY), record, width=400),
    }
    return {name: " ".join(text.split()) for name, text in texts.items()}


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "status"])
def test_whether_a_party_is_bound_is_said_in_the_status_and_beside_its_name(form: str) -> None:
    """By whom it is held to be one."""
    record = doubted()
    seen = shown(record, checklist(record, as_of=DAY))[form]
    assert "Whether a is a party, and bound, is contested: it is held to be one by b only." in seen
    assert "a (a party according to b only)" in seen


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "status"])
def test_nobody_is_said_to_deny_being_a_party_who_said_nothing(form: str) -> None:
    """That others hold it to be one is all that is recorded."""
    record = doubted()
    seen = shown(record, checklist(record, as_of=DAY))[form]
    assert "whether it is a party, and bound" in seen
    assert "denied by" not in seen.lower()


def test_without_a_day_the_doubt_stands_beside_the_name_too() -> None:
    """It is no matter of status."""
    assert checklist(doubted()).items[0].obligors == ("a (a party according to b only)",)


def test_each_view_of_what_the_deal_is_in_law_names_who_holds_it() -> None:
    """Side by side."""
    (fact,) = (fact for fact in checklist(doubted()).records[0].facts if fact.key == "legal_nature")
    assert fact.words == (
        "binding under international law, as b holds; a political commitment without legal force, as a holds"
    )


def rated() -> Agreement:
    """Two raters on one scale; n rated two of three duties."""
    scale = RatingScale(id="steps", title="Steps", levels=tuple(ScaleLevel(value=value) for value in (0, 1, 2, 3)))
    ratings = tuple(
        Assessment(
            obligation_id=duty_id, scale_id="steps", value=value, on="2023-05-01", assessor=who,
        )
        for who, duty_id, value in (("North", "o", "3"), ("North", "p", "0"), ("South", "o", "1"))
    )  # fmt: skip
    return deal(duty(), duty("p", "b"), duty("q"), scales=(scale,), assessments=ratings)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "status"])
def test_ratings_are_summed_up_for_each_rater_with_what_they_are_out_of(form: str) -> None:
    """Never mixed."""
    record = rated()
    seen = shown(record, checklist(record, as_of=DAY))[form]
    assert "Steps: North rated 2 of 3 duties: 3 of 6 points above the lowest level (50.0 %), or of 3" in seen
    assert "Steps: South rated 1 of 3 duties: 1 of 3 points above the lowest level (33.3 %)" in seen
    assert "Steps, what b owes: North rated 1 of 1 duties: 0 of 3" in seen
    before = checklist(record, as_of="2023-04-01")
    assert [line for line in about_lines(before) if line.key == "ratings"] == []


def test_a_claim_that_the_coder_read_in_says_so() -> None:
    """Beside the speaker."""
    act = said("act", "2023-02-01", "b")
    act = evolve(act, claims=tuple(evolve(claim, basis=Basis.INFERRED) for claim in act.claims))
    rows = checklist(deal(duty(), events=(act,)), as_of=DAY)
    assert "read in by the coder" in render_markdown(rows)


@pytest.mark.parametrize(
    ("joined", "left", "names"),
    [
        (None, None, "c is not"),
        ("2023-03-01", None, None),
        ("2023-03-01", "2023-05-01", "c is not"),
        (None, "2023-05-01", "c is not"),
    ],
)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "status", "due"])
def test_who_never_joined_is_not_told_to_owe_with_the_others(
    joined: str | None, left: str | None, names: str | None, form: str
) -> None:
    """Beside the heading that names all whom the text names, until it has joined, and once it has left."""
    events = (said("in", joined, on=None), said("out", left, on=None))
    late = Party(actor_id="c", bound_from=OnEvent(event_id="in"), bound_until=OnEvent(event_id="out"))
    build = duty(who="abc", borne=Borne.JOINTLY, due=on_day("2023-06-20"))
    record = deal(build, events=events, parties="abc")
    record = evolve(record, parties=(*record.parties[:2], late))
    if form == "due":
        seen = " ".join(render_due(due([record], as_of=DAY), width=400).split())
    else:
        seen = shown(record, checklist(record, as_of=DAY))[form]
    told = f"{names} bound by it, as far as is reported"
    assert (told in seen) is (names is not None)
