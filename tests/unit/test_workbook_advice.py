"""What a person writes in cells, and the advice on it, which is taken when it is followed."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest

from accords.codec import structure
from accords.codec.notation import read_condition
from accords.editing.workbook.cells.counted import amount_in_figures, counted_line
from accords.editing.workbook.cells.holding import CellContext
from accords.editing.workbook.cells.naming import id_kind, word_kind
from accords.editing.workbook.cells.refusing import CellError, said_of
from accords.editing.workbook.conflicts import conflict_of_row, named
from accords.editing.workbook.sheets import CellFault, FilledRow
from accords.editing.workbook.stored import StoredCell
from accords.editing.workbook.tables import PARENT, TABLES
from books import Person

RECORD = structure(
    {
        "accords_version": "1.0",
        "id": "ferry",
        "title": "Ferry",
        "time_zone": "Europe/Vienna",
        "actors": [{"id": "ruritania", "name": "Ruritania"}, {"id": "graustark", "name": "Graustark"}],
        "parties": [{"actor_id": "ruritania"}, {"actor_id": "graustark"}],
        "obligations": [
            {
                "id": "repair",
                "obligor_ids": ["ruritania"],
                "modality": "must",
                "action": "repair the landing",
                "citations": [{"source_id": "text", "locator": "Art. 1"}],
            }
        ],
        "events": [
            {
                "id": "repaired",
                "kind": "performance",
                "summary": "The landing was repaired.",
                "obligation_ids": ["repair"],
                "claims": [{"says": "occurred", "when": "2022-03-01", "claimed_by_id": "graustark"}],
            }
        ],
        "sources": [{"id": "text", "kind": "agreement_text", "title": "Ferry Agreement", "published": "2022-01-01"}],
    }
)

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


@pytest.mark.parametrize(
    ("said", "figures"),
    [("forty", "40"), ("200,000", "200000"), ("1 000 000", "1000000"), ("1,5", "1.5"), ("12", "12"), ("a few", None)],
)
def test_a_number_is_found_in_words_and_with_signs_between_thousands(said: str, figures: str | None) -> None:
    """None where no number can be told."""
    assert amount_in_figures(said) == figures


def test_an_amount_of_something_is_a_line_and_one_of_nothing_an_example() -> None:
    """A unit alone does not say of what it is."""
    assert counted_line("40-50 boats", amount=False) == ("measure: boats | at_least: 40 | at_most: 50", False)
    assert counted_line("up to 40 boats", amount=True) == ("measure: boats | at_most: 40", False)
    assert counted_line("12 m3/s", amount=True) == ("measure: boats | unit: m3/s | amount: 12", True)
    assert counted_line("many boats", amount=True) is None


def test_a_name_that_no_id_comes_near_is_told_with_those_there_are() -> None:
    """So that nothing is advised that is refused next."""
    context = CellContext(None, None, lambda _: None, None, {"actor": ("norrland", "suederau")})
    with pytest.raises(ValueError, match="there are norrland, suederau"):
        id_kind("actor").read("The Dukes", context)
    with pytest.raises(CellError, match="write norrland; suederau"):
        id_kind("actor", many=True).read("Norrland and Suederau", context)
    assert id_kind("actor").read("somebody-else", context) == "somebody-else"
    with pytest.raises(CellError, match="write not_occurred"):
        word_kind(("occurred", "not_occurred")).read("denied", context)


def test_what_to_write_is_known_apart_from_why() -> None:
    """Of whatever refused it."""
    with pytest.raises(ValueError, match="February") as caught:
        read_condition("February 2022", None)
    assert said_of(caught.value)[1] == ("2022-02",)
    assert said_of(CellError("no", "yes")) == ("no", ("yes",))
    assert said_of(ValueError("no")) == ("no", ())


def test_a_row_in_a_conflict_goes_by_its_id_or_by_what_it_is_about() -> None:
    """And is told with what to do."""
    tables = {table.name: table for table in TABLES}
    duty, claim = (
        FilledRow(table=tables[name], record="r", key="k", cells={field: StoredCell("gate")}, places={"": "Duties!A2"})
        for name, field in (("duties", "id"), ("claims", PARENT))
    )
    assert named(duty) == named(claim) == "gate"
    fault = conflict_of_row(duty, deleted=True)
    assert fault.conflict
    assert fault.sentence.startswith("Duties: gate is taken out here")
    assert fault.help
