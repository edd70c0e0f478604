"""Until when a record was followed: that nobody looked is not that nobody did, so after that day there is no status."""

from __future__ import annotations

from accords.dates import as_date
from accords.engine.days.axis import Axis
from accords.engine.days.moments import Instant
from accords.model.agreement import Agreement
from accords.words import date_in_words, say

__all__ = ["not_followed_in_words", "not_followed_since", "since_in_words"]


def not_followed_since(record: Agreement, t: Instant, axis: Axis) -> str | None:
    """The last day on which reports were looked for, in EDTF, where the instant asked about lies after it."""
    followed = record.coding.followed_until if record.coding is not None else None
    return followed.text if followed is not None and axis.last(followed) < t else None


def not_followed_in_words(record: Agreement, t: Instant, axis: Axis) -> str | None:
    """The same for people."""
    return since_in_words(not_followed_since(record, t, axis))


def since_in_words(since: str | None) -> str | None:
    """What is told of the last day on which reports were looked for, in the language of the call."""
    return say("not_followed", day=date_in_words(as_date(since))) if since is not None else None
