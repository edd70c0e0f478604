"""Times of day as people write them, and the offset from UTC that they lack."""

from __future__ import annotations

from accords.dates import DateError
from accords.dates.faults import on_clocks_in

__all__ = ["told_in_zone"]


def told_in_zone(error: DateError, text: str, zone: str | None) -> str:
    """What is wrong with a date; of a time of day without an offset, with the one that clocks in ``zone`` had then."""
    meant = on_clocks_in(zone, text) if zone is not None else None
    return str(error) if meant is None else f"{text.strip()} lacks the offset from UTC: in {zone} it is {meant}"
