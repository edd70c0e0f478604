"""What the duties of a list come to, in sentences: small deals counted by hand."""

from __future__ import annotations

import pytest

from accords.checklist.build import checklist
from accords.checklist.counting import counts_in_words
from accords.model.obligations import Obligation
from accords.vocabulary import Modality
from deals import deal, duty, on_day

DUE = duty(due=on_day("2023-02-28"))


@pytest.mark.parametrize(
    ("duties", "parts"),
    [
        ((DUE,), ["1 undertaking"]),
        ((DUE, duty("p")), ["2 undertakings"]),
        ((DUE, duty("q", modality=Modality.MUST_NOT)), ["1 undertaking", "1 duty kept from day to day"]),
        ((DUE, duty("r", modality=Modality.DECLARES)), ["1 undertaking", "1 declaration"]),
    ],
)
def test_each_kind_of_duty_is_counted_for_itself(duties: tuple[Obligation, ...], parts: list[str]) -> None:
    """Acts, what is kept from day to day and declarations are never added up."""
    told = counts_in_words(tuple(checklist(deal(*duties), as_of="2023-01-15").items))
    assert len(told) == len(parts)
    assert all(words.startswith(part) for words, part in zip(told, parts, strict=True)), told


def test_what_is_overdue_is_said_at_the_end() -> None:
    """The day after the deadline, and only then."""
    on_time, late = (tuple(checklist(deal(DUE), as_of=day).items) for day in ("2023-02-28", "2023-03-01"))
    assert "overdue" not in " ".join(counts_in_words(on_time))
    assert "overdue" in counts_in_words(late)[-1]
