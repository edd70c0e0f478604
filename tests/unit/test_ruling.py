"""What an event holds besides what happened."""

from __future__ import annotations

import pytest

from accords import load
from accords.editing.entries import ClaimEntry, EntryError
from accords.editing.ruling import finding_of, kind_of, new_due_of
from accords.vocabulary import EventKind, Verdict
from books import MINIMAL

RECORD = load(MINIMAL)
DUTY = RECORD.obligations[0].id


def test_a_verdict_and_a_moved_deadline_make_the_event_what_it_is() -> None:
    """And another kind beside them is refused."""
    assert kind_of(ClaimEntry(target=DUTY, found=Verdict.BREACHED), None) is EventKind.FINDING
    assert kind_of(ClaimEntry(target=DUTY, new_due="2031-01-01"), None) is EventKind.POSTPONEMENT
    with pytest.raises(EntryError, match="--found makes the event a finding"):
        kind_of(ClaimEntry(target=DUTY, found=Verdict.BREACHED, kind=EventKind.PERFORMANCE), None)


def test_a_verdict_is_on_the_duty_that_the_claim_is_about_or_on_what_is_named() -> None:
    """What is nothing of the record is refused, and so are details without a verdict."""
    found = finding_of(RECORD, ClaimEntry(target=DUTY, found=Verdict.BREACHED))
    assert found is not None
    assert (found.on_id, found.verdict) == (DUTY, Verdict.BREACHED)
    assert finding_of(RECORD, ClaimEntry(target=DUTY)) is None
    with pytest.raises(EntryError, match="--found-on"):
        finding_of(RECORD, ClaimEntry(target="nothing", found=Verdict.BREACHED))
    with pytest.raises(EntryError, match="--found-on goes with --found"):
        finding_of(RECORD, ClaimEntry(target=DUTY, found_on=DUTY))


def test_a_new_deadline_is_read_from_its_line_and_needs_a_duty() -> None:
    """One line, one duty, and no verdict beside it."""
    assert new_due_of(RECORD, ClaimEntry(target=DUTY)) is None
    assert new_due_of(RECORD, ClaimEntry(target=DUTY, new_due="2031-01-01")) is not None
    for wrong in (
        ClaimEntry(target=DUTY, new_due="some day"),
        ClaimEntry(target="nothing", new_due="2031-01-01"),
        ClaimEntry(target=DUTY, new_due="2031-01-01", found=Verdict.BREACHED),
    ):
        with pytest.raises(EntryError, match="--new-due"):
            new_due_of(RECORD, wrong)
