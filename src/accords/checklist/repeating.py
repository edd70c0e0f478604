"""How large what is told of a record becomes by long texts that every row or page may repeat."""

from __future__ import annotations

from accords.model.agreement import Agreement
from accords.model.walk import bears_on

__all__ = ["repeated_text"]

_LONG = 1000


def repeated_text(record: Agreement, most: int) -> str | None:
    """Where the longest text stands that many duties repeat, if all such texts come to more than ``most`` characters.

    Each duty may have the title, a name, the title of a source, and what is told of an event that bears on it.
    """
    duties, known = len(record.obligations), {each.id for each in record.obligations}
    readings = {each.id: each.text for duty in record.obligations for each in duty.readings}
    texts = [("/title", len(record.title), duties)]
    texts += [(f"/actors/{at}/name", len(each.name), duties) for at, each in enumerate(record.actors)]
    texts += [(f"/sources/{at}/title", len(each.title), duties) for at, each in enumerate(record.sources)]
    for at, event in enumerate(record.events):
        read = readings.get(event.finding.reading_id or "", "") if event.finding is not None else ""
        claims = sum(len(each.text or "") + len(each.when_as_written or "") + len(read) for each in event.claims)
        texts.append((f"/events/{at}", len(event.summary) + claims, len(bears_on(event, known)) or bool(read)))
    long = [(length * times, where) for where, length, times in texts if length > _LONG]
    return max(long)[1] if sum(size for size, _ in long) > most else None
