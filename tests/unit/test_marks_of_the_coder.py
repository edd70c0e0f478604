"""What a coder read in or worked out is marked where people read it."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from accords.checklist import Checklist, checklist
from accords.compare import diff
from accords.model.actors import Party
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion
from accords.model.events import Claim, Event
from accords.model.sources import Citation, Source
from accords.render.checklist.html import render_html
from accords.render.checklist.terminal import render_terminal
from accords.render.status.text import render_status, render_status_markdown
from accords.standing.report import status
from accords.vocabulary import Act, Basis, ConclusionForm, EventKind, Says, SourceKind
from deals import deal, duty

STATED, INFERRED = Basis.STATED, Basis.INFERRED
DAY = "2023-03-01"


def told(**more: Any) -> Agreement:
    """A deal whose one duty was performed, by a claim with ``more``."""
    claim = Claim(
        **{"says": Says.OCCURRED, "when": "2023-02-03", "claimed_by_id": "n", "known_on": "2023-02-04"} | more
    )
    event = Event(id="e", kind=EventKind.PERFORMANCE, summary="it happened", obligation_ids=("o",), claims=(claim,))
    return deal(duty(), events=(event,))


def announced(*events: Event, basis: Basis = INFERRED, form: ConclusionForm = ConclusionForm.ANNOUNCED) -> Agreement:
    return deal(duty(), events=events, conclusion=Conclusion(form=form, date="2023-01-01", date_basis=basis))


def announcement(**more: Any) -> Event:
    claim = Claim(**{"says": Says.OCCURRED, "when": "2023-01-01", "when_basis": INFERRED} | more)
    return Event(id="e", kind=EventKind.MILESTONE, summary="it was told", act=Act.ANNOUNCEMENT, claims=(claim,))


def fact(rows: Checklist, key: str) -> str:
    return next(line.words for line in rows.records[0].facts if line.key == key)


TAKEN = (
    "The source states no day of the conclusion; the coder takes the day of the announcement, 1 January 2023, for it."
)
COMPLETED = (
    "The source states no day of the conclusion. It gives the day of the announcement as “on New Year's Day”, which "
    "the coder completed to 1 January 2023 and takes for that of the conclusion."
)
WORKED_OUT = (
    "The date of the conclusion, 1 January 2023, was worked out by the coder; the source does not state it in full."
)


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (announced(), TAKEN),
        (announced(announcement(when_as_written="on New Year's Day")), COMPLETED),
        (announced(announcement()), TAKEN),
        (announced(announcement(when_as_written="on New Year's Day", when_basis=STATED)), TAKEN),
        (announced(announcement(when_as_written="on Monday", when="2023-01-02")), TAKEN),
        (announced(form=ConclusionForm.SIGNED), WORKED_OUT),
        (announced(basis=STATED), None),
    ],
)
def test_what_is_taken_for_the_day_of_the_conclusion_is_said(record: Agreement, sentence: str | None) -> None:
    """In the words of the source where it has some; in checklists, and in statuses for people."""
    about_the_day = [words for words in checklist(record).assumptions if "1 January 2023" in words]
    assert about_the_day == ([] if sentence is None else [sentence])
    found = status(record, as_of=DAY)
    for text in (render_status(found, record), render_status_markdown(found, record).replace("\\", "")):
        assert (sentence or "of the conclusion,") in " ".join(text.split()) or sentence is None
        assert ("worked out" in text or "takes" in text) == (sentence is not None)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (ConclusionForm.ANNOUNCED, "announced on 1 January 2023; reached in Town"),
        (ConclusionForm.SIGNED, "signed on 1 January 2023 in Town"),
    ],
)
def test_what_was_announced_is_not_said_to_have_been_announced_where_it_was_reached(
    form: ConclusionForm, words: str
) -> None:
    """A place is that of the conclusion."""
    record = deal(duty(), conclusion=Conclusion(form=form, date="2023-01-01", place="Town"))
    assert fact(checklist(record), "conclusion") == words


def test_who_represented_a_party_is_marked_where_it_was_read_in() -> None:
    """And only there."""
    parties = (
        Party(actor_id="a", represented_by_ids=("n",)),
        Party(actor_id="b", represented_by_ids=("n",), represented_by_basis=INFERRED),
    )
    rows = checklist(evolve(deal(duty()), parties=parties))
    assert fact(rows, "parties") == "a (represented by n); b (represented by n, as the coder reads the source)"


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ({}, "n says that it happened on 3 February 2023 (known since 4 February 2023)"),
        (
            {"when_basis": INFERRED},
            "n says that it happened on 3 February 2023, the day worked out by the coder (known since 4 February 2023)",
        ),
        (
            {"known_on_basis": INFERRED},
            "n says that it happened on 3 February 2023 (known since 4 February 2023, as the coder worked out)",
        ),
    ],
)
def test_a_day_that_was_worked_out_is_marked_in_a_claim(marks: dict[str, Basis], words: str) -> None:
    """In lists and in what differs between two versions."""
    record = told(**marks)
    assert words in " ".join(render_terminal(checklist(record, as_of=DAY)).split())
    (change,) = diff(evolve(record, events=(evolve(record.events[0], claims=()),)), record).events
    assert change.came == (words,)


@pytest.mark.parametrize(("basis", "day"), [(STATED, "3 February 2023"), (INFERRED, "3 February 2023 (worked out)")])
def test_a_day_that_was_worked_out_is_marked_in_the_timeline(basis: Basis, day: str) -> None:
    """As is that of the conclusion."""
    record = told(when_basis=basis)
    page = render_html(checklist(record, as_of=DAY), record)
    assert f"<b>{day}</b>" in page
    concluded = evolve(record, conclusion=Conclusion(form=ConclusionForm.SIGNED, date="2023-01-01", date_basis=basis))
    assert ("1 January 2023 (worked out)" in render_html(checklist(concluded, as_of=DAY), concluded)) == (
        basis is INFERRED
    )


def test_a_day_that_some_source_states_needs_no_mark_in_the_timeline() -> None:
    """Where another worked it out for one of several claims of the same day."""
    (event,) = told().events
    both = evolve(event, claims=(*event.claims, evolve(event.claims[0], claimed_by_id="a", when_basis=INFERRED)))
    record = deal(duty(), events=(both,))
    assert "(worked out)" not in render_html(checklist(record, as_of=DAY), record)


@pytest.mark.parametrize(("basis", "day"), [(STATED, "4 February 2023"), (INFERRED, "4 February 2023 (worked out)")])
def test_a_day_of_publication_that_was_worked_out_is_marked(basis: Basis, day: str) -> None:
    """In the list of sources."""
    paper = Source(
        id="s", kind=SourceKind.NEWS_REPORT, title="Report", published="2023-02-04", published_basis=basis
    )  # fmt: skip
    record = evolve(deal(duty(citations=(Citation(source_id="s"),))), sources=(paper,))
    (row,) = checklist(record).sources
    assert row.published == day
