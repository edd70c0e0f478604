"""What of records a site may show: the public record of each, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from accords.checklist.repeating import repeated_text
from accords.compare.publishing import Hindrance, NotPublishableError, public_record
from accords.compare.publishing.accusing import said_worse
from accords.model.agreement import Agreement
from accords.standing.history import timeline
from accords.standing.report import status
from accords.words import say

__all__ = ["published"]

_MOST = 200_000_000
"""How many characters the pages of a record may come to by texts that are long, and that many of them repeat."""


def published(
    agreements: Sequence[Agreement], days: Sequence[str], *, preview: bool
) -> tuple[list[Agreement], list[str]]:
    """The public records of ``agreements``, and a sentence for each thing that stands against publishing one."""
    found: list[Agreement] = []
    reasons: list[str] = []
    for agreement in agreements:
        try:
            public = public_record(agreement, preview=preview)
        except NotPublishableError as error:
            reasons += [_in_words(agreement.id, each) for each in error.hindrances]
            continue
        found.append(public)
        where = repeated_text(public, _MOST)
        if where is not None:
            reasons.append(say("site.stop.repeated", id=public.id, where=where))
            continue
        reasons += _history_worse(agreement, public, days[-1])
    return found, reasons


def _in_words(record_id: str, found: Hindrance) -> str:
    return say("site.stop", id=record_id, where=found.pointer or "/", why=found.message, help=found.help)


def _history_worse(whole: Agreement, public: Agreement, last: str) -> Iterator[str]:
    """Where the history of a duty, which is by what is known on the last day, would accuse more than it really does."""
    if whole.events == public.events:
        return
    turns = {(change.day, change.obligation_id) for change in timeline(public, known_by=last)}
    for day in sorted({day for day, _ in turns}):
        was, here = (status(each, as_of=date.fromisoformat(day), known_by=last) for each in (whole, public))
        known = {each.key: each for each in was.instances}
        for each in here.instances:
            if (day, each.obligation_id) in turns and (ways := [*said_worse(known.get(each.key), each)]):
                yield say("site.stop.history", id=whole.id, duty=each.obligation_id, day=day, why=ways[0])
                return
