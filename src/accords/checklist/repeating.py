"""How large what is told of a record becomes by long texts that every row or page may repeat."""

from __future__ import annotations

from accords.model.agreement import Agreement

__all__ = ["repeated_text"]

_LONG = 1000


def repeated_text(record: Agreement, most: int) -> str | None:
    """Where the longest text stands that many duties repeat, if all such texts come to more than ``most`` characters.

    Each duty may have the title, a name, the title of a source, and what is told of an event that bears on it.
    """
    duties = len(record.obligations)
    texts = [("/title", record.title, duties)]
    texts += [(f"/actors/{at}/name", each.name, duties) for at, each in enumerate(record.actors)]
    texts += [(f"/sources/{at}/title", each.title, duties) for at, each in enumerate(record.sources)]
    for at, event in enumerate(record.events):
        said = " ".join((event.summary, *(claim.text or "" for claim in event.claims)))
        texts.append((f"/events/{at}", said, len(event.obligation_ids)))
    long = [(len(text) * times, where) for where, text, times in texts if len(text) > _LONG]
    return max(long)[1] if sum(size for size, _ in long) > most else None
