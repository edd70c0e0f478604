"""What nobody could know on a day is not told as of it: readings put forward later, and sources published later."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.checklist import checklist
from accords.engine.days.axis import Axis
from accords.engine.facts.published import as_known
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion, NatureView
from accords.model.events import Claim
from accords.model.obligations import Reading, ReadingTerms
from accords.model.sources import Citation, Source
from accords.standing.report import status
from accords.vocabulary import ConclusionForm, LegalNature, Says, SourceKind
from deals import deal, duty, on_day, said
from outputs import outputs

OLD, NEW = Citation(source_id="old", locator="p. 1"), Citation(source_id="new", locator="p. 2")
BEFORE, AFTER = "2023-02-01", "2023-03-01"


def record(*places: Citation, events: tuple = (), **more: object) -> Agreement:
    """A duty that B reads otherwise, as it says at the places that are cited."""
    held = Reading(
        id="r", held_by_ids=("b",), text="In the year after", replaces=ReadingTerms(due=on_day("2024-01-10")),
        citations=places,
    )  # fmt: skip
    paper = {"kind": SourceKind.NEWS_REPORT}
    sources = (
        Source(id="old", title="The Old Paper", published="2023-01-05", **paper),
        Source(id="new", title="The New Paper", published="2023-02-10", **paper),
    )
    owed = duty(owed_to_ids=("b",), due=on_day("2023-01-10"), readings=(held,), citations=(OLD, NEW))
    return deal(owed, events=events, sources=sources, **more)


@pytest.mark.thorough
@pytest.mark.parametrize("place", [(NEW,), (OLD, NEW)])
def test_no_output_names_a_source_before_it_was_published(place: tuple[Citation, ...]) -> None:
    """Where the duty or the reading is told, then from the sources that were there."""
    events = (said("e", "2023-01-08", "a"),)
    told = outputs(record(*place, events=events), BEFORE)
    named = {name for name, text in told.items() if "The New Paper" in text or "p. 2" in text}
    assert named == {"undated markdown"}  # which is of no day
    assert any("The Old Paper" in text for text in told.values())


@pytest.mark.thorough
def test_a_reading_is_told_from_the_day_on_which_it_was_put_forward() -> None:
    """Before, no output has its words, and it makes no other deadline possible."""
    before, after = (outputs(record(NEW), day) for day in (BEFORE, AFTER))
    assert [name for name, text in before.items() if "In the year after" in text] == ["undated markdown"]
    assert {name for name, text in after.items() if "In the year after" in text} >= {
        "checklist html", "checklist csv", "checklist json", "checklist ics", "checklist xlsx", "diff terminal moved",
    }  # fmt: skip
    names = [status(record(NEW), as_of=day).instances[0].name for day in (BEFORE, AFTER)]
    assert names == ["overdue, nothing reported", "contested"]


def test_a_reading_on_which_somebody_relied_was_known_then() -> None:
    """A claim that names the reading puts it forward, whenever the source that is cited for it came."""
    claim = Claim(says=Says.NOT_OCCURRED, known_on="2023-01-20", claimed_by_id="b", reading_id="r")
    relied = record(NEW, events=(evolve(said("e", None), claims=(claim,)),))
    assert "In the year after" in outputs(relied, BEFORE)["checklist terminal"]


def test_a_view_of_what_it_is_in_law_is_told_once_it_was_put_forward() -> None:
    """Who holds it to be a treaty says so on a day."""
    view = NatureView(nature=LegalNature.TREATY, according_to_ids=("a",), citations=(NEW,))
    concluded = Conclusion(form=ConclusionForm.SIGNED, date="2023-01-01", legal_natures=(view,))
    held = record(OLD, conclusion=concluded)
    lines = [[fact.key for fact in checklist(held, as_of=day).records[0].facts] for day in (BEFORE, AFTER)]
    assert ["legal_nature" in keys for keys in lines] == [False, True]


def test_a_record_of_which_everything_was_known_stays_the_same() -> None:
    """Nothing is built anew where nothing is left out."""
    made = record(OLD)
    axis = Axis.of(made)
    assert as_known(made, axis, axis.last(on_day(BEFORE).value)) is made
