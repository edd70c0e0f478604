"""The days on which a record can say something else than on the day before."""

from __future__ import annotations

from datetime import date

from accords.compare.publishing.key_days import telling_days
from accords.standing.report import status
from deals import deal, duty, on_day, said


def test_every_day_on_which_a_status_changes_is_among_them() -> None:
    """Those that the record names, and the day after a deadline."""
    record = deal(duty(due=on_day("2023-03-10")), events=(said("e", "2023-03-20", known="2023-03-25"),))
    days = [date(2023, 3, number) for number in range(1, 31)]
    names = [status(record, as_of=day).of("o")[0].name for day in days]
    changed = {day.toordinal() for day, before, now in zip(days[1:], names, names[1:], strict=False) if before != now}
    assert len(changed) > 1
    assert changed <= telling_days(record)
