"""What a person writes in cells, and the advice on it, which is taken when it is followed."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from attrs import evolve

from accords.editing.workbook.sheets import CellFault
from accords.validate import load
from books import MONITORED, Person

RECORD = evolve(load(MONITORED), time_zone="Europe/Vienna")

ADVISED: list[tuple[str, str, Any]] = [
    ("Duties", "Due", datetime.datetime(2022, 4, 3, 18, 0)),
    ("Duties", "Due", "2022-04-03 18:00"),
    ("Duties", "Due", "18:00 on 3 April 2022"),
    ("Duties", "Due", "by the end of February 2022"),
    ("Duties", "Due", "15-Feb-22"),
    ("Duties", "Due", "3/4/2022"),
    ("Duties", "Due", "30 days"),
    ("Duties", "Due", "30 days aftr Feb. 15, 2022"),
    ("Duties", "Clause", 7),
    ("Duties", "Quantities", 25),
    ("Duties", "Quantities", "12 m3/s"),
    ("Duties", "Quantities", "5%"),
    ("Duties", "Quantities", "up to 40 boats"),
    ("Duties", "Quantities", "40-50 boats"),
    ("Duties", "Quantities", "forty boats"),
    ("Duties", "Quantities", "measure: boats | at_least: forty"),
    ("Duties", "Quantities", "measure: men | at_least: 200,000"),
    ("Duties", "Obligors", "{Parties}"),
    ("Duties", "Obligors", "both parties"),
    ("Duties", "Obligors", "all"),
    ("Duties", "Modality", "should"),
    ("Duties", "Citations", "{SOURCE} Art. 3"),
    ("Duties", "Performance: Every", "month"),
    ("Duties", "Performance: Every", "every two weeks"),
    ("Claims", "Says", "denied"),
    ("Claims", "When", "mid-March 2022"),
    ("Claims", "When", "February 2022"),
    ("Claims", "Quantities", 25),
    ("Claims", "Claimed by", "{Party}"),
    ("Sources", "Published", "3 April 2022 at 14:30"),
    ("Sources", "Published", datetime.datetime(2022, 4, 3, 14, 30)),
]
_LINE = re.compile(r"(?:; write | did you mean |, as in )(.+?)\??\Z", re.DOTALL)


def _fault_at(person: Person, place: str) -> CellFault | None:
    return next((each for each in person.taken(RECORD).faults if each.place == place), None)


@pytest.mark.parametrize(("sheet", "title", "text"), ADVISED, ids=str)
def test_advice_is_taken_by_the_next_try(sheet: str, title: str, text: Any) -> None:
    """Each way that it names, as it stands in the message."""
    names = [party.actor_id for party in RECORD.parties]
    if isinstance(text, str) and "{" in text:
        parties = " and ".join(name.title() for name in names)
        text = text.format(Parties=parties, Party=names[0].upper(), SOURCE=RECORD.sources[0].id.upper())
    person = Person(RECORD)
    place = person.put(sheet, title, 2, text)
    fault = _fault_at(person, place)
    assert fault is not None
    advice = _LINE.search(fault.sentence)
    assert advice is not None, fault
    for line in advice[1].split(" or: "):
        person.put(sheet, title, 2, line)
        after = _fault_at(person, place)
        assert after is None, (line, after)
