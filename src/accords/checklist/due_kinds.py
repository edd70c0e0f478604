"""Why a duty, or a turn of one, is to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accords.checklist.rows import Item
from accords.standing.values import Bucket, Shape, StandingRow
from accords.vocabulary import Modality, Vocabulary

__all__ = ["DueKind", "kind_of", "new_charges"]

_UNSPOKEN = (Bucket.OVERDUE, Bucket.PASSED, Bucket.CONTINUING, Bucket.NO_DATE, Bucket.VAGUE)
"""When silence is worth a question: where no deadline is still ahead."""


class DueKind(Vocabulary):
    """Why something is to be looked at; each duty or turn has the first that fits."""

    OVERDUE = "overdue", "It became overdue since the day from which on is asked."
    DISPUTED = "disputed", "It became contested since then."
    CHARGED = "charged", "A breach of it is charged or found since then, or that it was not done, and it has no answer."
    PASSED = "passed", "Its deadline passed since then, and whether it is overdue is not certain."
    DUE = "due", "Its deadline, or a day on which that may lie, is near."
    SILENT = "silent", "Its deadline has passed, or it has none, and nothing at all is reported of it."


def kind_of(item: Item, row: StandingRow, before: StandingRow | None, today: date, until: date) -> DueKind | None:
    """Why a turn is to be looked at, given how it stood ``before``; None where it is not."""
    if row.bucket is Bucket.OVERDUE and (before is None or before.bucket is not Bucket.OVERDUE):
        return DueKind.OVERDUE
    if row.is_contested and (before is None or not before.is_contested):
        return DueKind.DISPUTED
    if new_charges(row, before) or (row.said_unkept and (before is None or not before.said_unkept)):
        return DueKind.CHARGED
    if row.bucket is Bucket.PASSED and (before is None or before.bucket not in (Bucket.PASSED, Bucket.OVERDUE)):
        return DueKind.PASSED
    ahead = row.open and not row.unbound and row.bucket is not Bucket.OVERDUE
    if ahead and any(_meets(span, today, until) for span in _spans(row)):
        return DueKind.DUE
    said = any(not claim.turns or row.number in claim.turns for claim in item.claims)
    silent = (
        row.open and item.modality is not Modality.MAY and row.shape is Shape.UNREPORTED and row.bucket in _UNSPOKEN
    )
    return DueKind.SILENT if silent and not said else None


def new_charges(row: StandingRow, before: StandingRow | None) -> tuple[str, ...]:
    """What is said of breaches, and was not then."""
    return tuple(words for words in row.charges if before is None or words not in before.charges)


def _spans(row: StandingRow) -> Iterator[tuple[str, str]]:
    """The days between which the deadline lies as reported, and each other stretch that is possible."""
    for first, last in ((row.due_first, row.due_last), *((each.first, each.last) for each in row.other_dues)):
        if first is not None and last is not None:
            yield first, last


def _meets(span: tuple[str, str], today: date, until: date) -> bool:
    return span[0] <= until.isoformat() and today.isoformat() <= span[1]
