"""What does not go together in one claim."""

from __future__ import annotations

import pytest
from attrs import evolve

from accords.dates import as_date
from accords.editing.entries import ClaimEntry, EntryError
from accords.editing.fitting import refuse_amount_of_nothing, refuse_unknowable
from accords.model.events import Claim
from accords.model.sources import Citation, Source
from accords.vocabulary import Says, SourceKind
from deals import deal, duty, said

PAPER = Source(id="paper", kind=SourceKind.NEWS_REPORT, title="A paper", published="2022-05-10")
EVENT = said("x", "2022-05-20")
RECORD = evolve(deal(duty(), events=(EVENT,)), sources=(PAPER,))
CITED = (Citation(source_id="paper", locator="p. 1"),)


def test_nothing_has_no_amount() -> None:
    """What happened has."""
    refuse_amount_of_nothing(ClaimEntry(target="o", says=Says.OCCURRED, amounts=("3 boats",)))
    refuse_amount_of_nothing(ClaimEntry(target="o", says=Says.NOT_OCCURRED))
    with pytest.raises(EntryError, match="--amount"):
        refuse_amount_of_nothing(ClaimEntry(target="o", says=Says.NOT_OCCURRED, amounts=("3 boats",)))


def test_nobody_knew_what_was_still_to_come() -> None:
    """Neither on the day that is entered nor from the source that is cited; a plan may be known before."""
    late = Claim(says=Says.OCCURRED, when="2022-05-20", citations=CITED)
    with pytest.raises(EntryError, match='--source: "paper" was published on 2022-05-10'):
        refuse_unknowable(RECORD, EVENT, late)
    with pytest.raises(EntryError, match="--known-on 2022-05-19"):
        refuse_unknowable(RECORD, EVENT, evolve(late, known_on="2022-05-19"))
    refuse_unknowable(RECORD, EVENT, evolve(late, known_on="2022-05-20"))
    refuse_unknowable(RECORD, EVENT, evolve(late, when=as_date("2022-05-10")))
    refuse_unknowable(RECORD, EVENT, evolve(late, says=Says.PLANNED))
