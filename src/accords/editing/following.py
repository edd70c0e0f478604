"""Until when a record was followed, as somebody who looked for reports enters it."""

from __future__ import annotations

from attrs import evolve

from accords.dates import Edtf
from accords.editing.entries import EntryError, as_day
from accords.model.agreement import Agreement
from accords.model.coding import Coding

__all__ = ["followed"]


def followed(record: Agreement, day: str) -> Agreement:
    """``record`` with ``day`` as the last day of which reports were looked for; coded then, where that was before.

    Raises EntryError where it is no date, or the record was followed longer already.
    """
    until = as_day(day, "--followed-until", record.time_zone)
    assert until is not None
    coding = record.coding if record.coding is not None else Coding()
    if not _is_before(coding.followed_until, until) and coding.followed_until not in (None, until):
        raise EntryError(f"--followed-until: the record was followed until {coding.followed_until} already")
    coded_on = until if _is_before(coding.coded_on, until) else coding.coded_on
    return evolve(record, coding=evolve(coding, followed_until=until, coded_on=coded_on))


def _is_before(one: Edtf | None, other: Edtf) -> bool:
    days = (one.latest if one is not None else None, other.earliest)
    return days[0] is not None and days[1] is not None and days[0] < days[1]
