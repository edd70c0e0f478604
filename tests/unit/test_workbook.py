"""Workbooks filled in by a person: what is taken, what is a conflict, what is refused and where."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from attrs import evolve

from accords.codec import dumps, to_dict
from accords.codec.notation import write_condition
from accords.editing.entries import EntryError, as_day
from accords.editing.workbook.cells.columns import columns_of_class, put_at, value_at
from accords.editing.workbook.cells.holding import CellContext
from accords.editing.workbook.cells.lists import joined_items, split_items
from accords.editing.workbook.cells.several import several
from accords.editing.workbook.copies import merge_records
from accords.editing.workbook.csv_rows import csv_rows
from accords.editing.workbook.csv_tables import read_tables, render_tables
from accords.editing.workbook.filled import read_book
from accords.editing.workbook.merging import take_in
from accords.editing.workbook.sheets import CellFault, NoBookError
from accords.editing.workbook.stored import Held, StoredCell, WorkbookError
from accords.editing.workbook.stored_parts import unescaped
from accords.editing.workbook.tables import CONDITIONS, TABLES, cell_hash, rows_of_record
from accords.editing.workbook.taking import take_book, take_workbook
from accords.editing.workbook.titles import column_letters, column_title
from accords.editing.workbook.within import condition_behind, named_ids, take_away
from accords.editing.workbook.xlsx import render_workbook
from accords.model.agreement import Agreement
from accords.model.coding import Coding
from accords.model.conditions import Offset, OnEvent
from accords.model.events import Claim, Event
from accords.model.sources import Citation, Source
from accords.starter import new_record
from accords.validate import load
from accords.vocabulary import EventKind, Says, SourceKind
from accords.words import say
from books import MINIMAL, MONITORED, Person, edited

# ---- what is taken


@pytest.mark.further
def test_what_is_typed_into_cells_is_in_the_record() -> None:
    """Texts, dates, numbers, lists, conditions, and cells that were empty."""

    def edit(person: Person) -> None:
        person.put("Duties", "Clause", "no-tolls", "7(b)")
        person.put("Duties", "Due", "repair-landing", "30 days after entry into force")
        person.put("Duties", "Themes", "repair-landing", "works; river")
        person.put("Duties", "Quantities", "repair-landing", "measure: landings | at_least: 2")
        person.put("Sources", "Published", "text", "1911-05")
        person.put("About", "Value", "time_zone", "Europe/Vienna")
        person.put("About", "Value", "conclusion.place", "Strelsau")

    _, taken = edited(MINIMAL, edit)
    assert taken.faults == ()
    record = taken.record
    assert record is not None
    duty = record.obligation("repair-landing")
    assert record.obligation("no-tolls").clause == "7(b)"
    assert isinstance(duty.due, Offset)
    assert (duty.themes, duty.quantities[0].at_least) == (("works", "river"), 2)
    assert (str(record.source("text").published), record.time_zone) == ("1911-05", "Europe/Vienna")
    assert record.conclusion is not None
    assert record.conclusion.place == "Strelsau"


@pytest.mark.thorough
def test_new_rows_are_added_once_however_often_they_are_taken() -> None:
    """With an id made of what they say, where none is given."""
    record = load(MINIMAL)
    person = Person(record)
    person.add("Happenings", Id="flood", Kind="conduct", Summary="The river rises.")
    person.add("Happenings", Kind="milestone", Summary="The landing is repaired.", Duties="repair-landing")
    person.add("Claims", Event="flood", Says="occurred", When="1911-06", Claimed_by="ruritania", Citations="text p. 1")
    first = person.taken(record)
    assert first.faults == ()
    assert first.record is not None
    assert [each.id for each in first.record.events[-2:]] == ["flood", "the-landing-is-repaired"]
    assert len(first.record.event("flood").claims) == 1
    again = person.taken(first.record)
    assert (again.faults, again.record) == ((), first.record)


@pytest.mark.thorough
def test_an_emptied_cell_takes_its_field_out_and_a_missing_row_nothing() -> None:
    """Rows are taken out by the column that says so, unless something names them."""

    def edit(person: Person) -> None:
        person.put("Duties", "Citations", "no-tolls", None)
        person.book["Sources"].delete_rows(2)

    record, taken = edited(MINIMAL, edit)
    assert record.obligation("no-tolls").citations
    assert taken.record is not None
    assert taken.record.obligation("no-tolls").citations == ()
    assert taken.record.sources == record.sources

    def cross_out(person: Person) -> None:
        person.put("Duties", "Delete", "no-tolls", "x")

    _, taken = edited(MINIMAL, cross_out)
    assert taken.record is not None
    assert [each.id for each in taken.record.obligations] == ["repair-landing"]
    _, taken = edited(MINIMAL, lambda person: person.put("Actors", "Delete", "graustark", "yes"))
    assert taken.record is None
    assert "still named at Duties!E3" in str(taken.faults[0])


@pytest.mark.thorough
def test_rows_may_be_sorted_and_columns_moved() -> None:
    """A row is known by its key, a column by its title."""
    record = load(MONITORED)
    person = Person(record)
    sheet = person.book["Happenings"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    titles = [cell.value for cell in sheet[1]]
    sheet.delete_rows(1, sheet.max_row)
    for row in [titles, *reversed(rows)]:
        sheet.append(row[:1] + list(reversed(row[1:])))
    place = person.put("Happenings", "Place", "announcement", "Brussels, again")
    taken = person.taken(record)
    assert taken.faults == ()
    assert taken.record is not None
    assert (taken.record.event("announcement").place, place[:11]) == ("Brussels, again", "Happenings!")
    assert evolve(taken.record.event("announcement"), place=record.event("announcement").place) == record.event(
        "announcement"
    )


@pytest.mark.thorough
def test_a_condition_keeps_what_its_line_does_not_say_and_what_goes_is_told() -> None:
    """Ids and citations stand on a sheet of their own, where they can be changed."""
    record = load(MONITORED)
    person = Person(record)
    rows = person.book["Conditions"]
    key = next(cell.value for cell in rows["A"] if str(cell.value).startswith("duties/"))
    person.put("Conditions", "Citations", key, "statement ¶1")
    taken = person.taken(record)
    assert taken.faults == ()
    assert taken.record is not None
    _, duty_id, slot = key.split("/")[:3]
    condition = getattr(taken.record.obligation(duty_id), slot)
    assert [each.locator for each in condition.citations] == ["¶1"]
    person = Person(taken.record)
    place = person.put("Duties", column_title(_column("duties", slot)), duty_id, "event:announcement")
    gone = person.taken(taken.record)
    assert gone.record is not None
    assert getattr(gone.record.obligation(duty_id), slot) == OnEvent(event_id="announcement")
    assert any(remark.startswith(f"{place}: a part of the condition is no longer there") for remark in gone.remarks)


def _column(table: str, name: str) -> Any:
    return next(each for each in TABLES if each.name == table).column(name)


@pytest.mark.thorough
def test_a_day_of_the_calendar_counts_where_its_format_shows_it() -> None:
    """A true date is the day that is seen; not where the format hides the day, before March 1900, or at an hour."""
    record = load(MINIMAL)
    person = Person(record)
    person.put("Sources", "Published", "text", datetime.date(1911, 5, 4))
    taken = person.taken(record)
    assert taken.record is not None
    assert str(taken.record.source("text").published) == "1911-05-04"
    cell = person.book["Sources"][person.place("Sources", "Published", 2)]
    cell.number_format = "mmm yyyy"
    assert "does not show all of it" in str(person.taken(record).faults[0])
    cell.value, cell.number_format = 30, "yyyy-mm-dd"
    assert "before March 1900" in str(person.taken(record).faults[0])
    cell.value, cell.number_format = 4142.5, "yyyy-mm-dd hh:mm"
    assert "says nothing of its zone" in str(person.taken(record).faults[0])


# ---- three-way


@pytest.mark.thorough
def test_what_changed_on_both_sides_is_a_conflict_at_its_cell() -> None:
    """Never the last one wins; what changed on one side only is taken, and the same change twice is one."""
    record = load(MINIMAL)
    person = Person(record)
    place = person.put("Duties", "Action", "no-tolls", "charge no tolls")
    person.put("Duties", "Clause", "no-tolls", "8")
    duties = tuple(
        evolve(each, action="levy tolls at the ferry", place="the ferry") if each.id == "no-tolls" else each
        for each in record.obligations
    )
    since = evolve(record, obligations=duties)
    taken = person.taken(since)
    assert taken.faults == (
        CellFault(
            place=place,
            sentence="Duties: no-tolls: Action was changed on both sides: "
            "the workbook says “charge no tolls”, the record “levy tolls at the ferry”",
            conflict=True,
            help="to keep what the record says, write “levy tolls at the ferry” here; to keep what stands here, "
            "as where this workbook was taken in before and mended since, add --again",
        ),
    )
    person.put("Duties", "Action", "no-tolls", "levy tolls at the ferry")
    taken = person.taken(since)
    assert taken.faults == ()
    assert taken.record is not None
    duty = taken.record.obligation("no-tolls")
    assert (duty.clause, duty.place, duty.action) == ("8", "the ferry", "levy tolls at the ferry")


@pytest.mark.thorough
def test_a_row_that_is_gone_from_the_record_is_a_conflict_where_it_was_changed() -> None:
    """Where it was not, it stays gone; a row that changed since is not deleted."""
    record = load(MINIMAL)
    person = Person(record)
    since = evolve(record, obligations=record.obligations[:1])
    assert person.taken(since).record == since
    place = person.put("Duties", "Clause", "no-tolls", "8")
    found = person.taken(since).faults
    assert [(each.place, each.conflict) for each in found] == [(f"Duties!A{person.row('Duties', 'no-tolls')}", True)]
    assert place
    person = Person(record)
    person.put("Duties", "Delete", "no-tolls", "yes")
    noted = evolve(record, obligations=tuple(evolve(each, note="seen") for each in record.obligations))
    assert person.taken(noted).faults[0].conflict


def test_copies_of_a_record_are_merged_by_fields_and_rows() -> None:
    """Both sides' additions stay, deletions are followed, and what both changed is told by its place."""
    old = load(MINIMAL)
    duty, tolls = old.obligations
    theirs = evolve(old, obligations=(evolve(duty, note="A"),), title="Ferry")
    ours = evolve(old, obligations=(evolve(duty, place="B"), tolls), summary="Of a ferry")
    merged = merge_records(old, theirs, ours).record
    assert merged is not None
    assert (merged.title, merged.summary, len(merged.obligations)) == ("Ferry", "Of a ferry", 1)
    assert (merged.obligations[0].note, merged.obligations[0].place) == ("A", "B")
    clash = merge_records(old, theirs, evolve(old, title="Boat"))
    assert [(each.place, each.conflict) for each in clash.faults] == [("/title", True)]
    gone = merge_records(old, theirs, evolve(old, obligations=(duty, evolve(tolls, note="kept"))))
    assert [(each.place, each.conflict) for each in gone.faults] == [("/obligations/1", True)]


# ---- a workbook of one's own, taken in more than once


def _begun() -> Person:
    person = Person(new_record(title="Ferry", parties=("Ruritania", "Graustark"), source="Text"))
    duty = {"Id": "tolls", "Obligors": "graustark ;ruritania", "Modality": "must_not", "Action": "charge tolls"}
    person.add("Duties", **duty, Citations="source Art. 1", Due="30 days  after the conclusion")
    person.add("Happenings", Kind="conduct", Summary="Tolls were charged.", Duties="tolls")
    for day in ("1911-06-02", "1911-07-02"):
        said = {"Event": "tolls-were-charged", "Says": "occurred", "Claimed_by": "graustark", "Citations": "source"}
        person.add("Claims", **said, When=day, Text="They were.")
    return person


def _first(person: Person) -> Agreement:
    made = person.taken(None)
    assert made.record is not None, made.faults
    return made.record


@pytest.mark.further
def test_a_workbook_of_ones_own_is_taken_again() -> None:
    """What nobody changed changes nothing, however it was written; a changed row is known by its id or its words."""
    person = _begun()
    record = _first(person)
    assert person.taken(record).record == record
    person.put("Duties", "Action", 2, "charge fees")
    person.put("Happenings", "Summary", 2, "Fees were charged.")
    person.put("Claims", "Text", 2, "Fees were.")
    stopped = person.taken(record)
    places = [each.place for each in stopped.faults]
    assert [place.partition("!")[0] for place in places] == ["Duties", "Happenings", "Claims"]
    assert all("--again" in each.sentence and "“" in each.sentence for each in stopped.faults)
    again = take_workbook(person.saved(), record, again=True).record
    assert again is not None
    assert [len(each) for each in (again.obligations, again.events, again.events[0].claims)] == [1, 1, 2]
    assert (again.obligations[0].action, again.events[0].summary) == ("charge fees", "Fees were charged.")
    assert [each.text for each in again.events[0].claims] == ["Fees were.", "They were."]
    whole = take_workbook(person.saved(), again, again=True)
    assert whole.record == again
    person.book["Claims"].delete_rows(2)
    lacking = take_workbook(person.saved(), again, again=True)
    assert lacking.record == again
    (told,) = set(lacking.remarks) - set(whole.remarks)
    assert told.startswith("Claims: 1 row of the record came there since")


@pytest.mark.further
def test_what_came_into_the_record_meanwhile_stays_when_a_row_is_taken_again() -> None:
    """An empty cell of a row that was typed in takes nothing out, which is told; a new row is new."""
    person = _begun()
    record = _first(person)
    kept = evolve(record, obligations=(evolve(record.obligations[0], note="seen"),))
    person.put("Duties", "Label", 2, "Tolls")
    person.add("Claims", Event="tolls-were-charged", Says="not_occurred", Claimed_by="ruritania", Citations="source")
    taken = person.taken(kept)
    assert taken.record is not None
    assert (taken.record.obligations[0].note, taken.record.obligations[0].label) == ("seen", "Tolls")
    assert len(taken.record.events[0].claims) == 3
    assert any("“seen” stays in the record" in each for each in taken.remarks)


@pytest.mark.parametrize(("area", "told"), [("E2:E3", True), ("C2:F2", True), ("A40:C41", False), ("A1:B1", False)])
def test_merged_cells_are_told_where_they_hide_anything(area: str, told: bool) -> None:
    """Below the table and in the titles they hide nothing of a row."""
    record = load(MINIMAL)
    person = Person(record)
    person.book["Duties"].merge_cells(area)
    faults = person.taken(record).faults
    assert any(each.place == f"Duties!{area}" and "unmerge them" in each.sentence for each in faults) is told


@pytest.mark.further
def test_a_claim_of_another_event_is_another_claim() -> None:
    """Though all else in it is alike; and none that has an id is moved to another event without a word."""
    record = _first(_begun())
    sides = Person(record), Person(record)
    for person, name in zip(sides, ("ann", "ben"), strict=True):
        person.add("Happenings", Id=name, Kind="performance", Summary=f"Boats came ({name}).")
        person.add("Claims", Event=name, Says="occurred", Claimed_by="ruritania", When="2022-03-01", Citations="source")
    after = sides[0].taken(record).record
    for again in (False, True):
        both = take_workbook(sides[1].saved(), after, again=again)
        assert both.record is not None, both.faults
        assert [len(both.record.event(name).claims) for name in ("ann", "ben")] == [1, 1]
    for person in sides:
        person.put("Claims", "Id", person.book["Claims"].max_row, "said")
    moved = take_workbook(sides[1].saved(), sides[0].taken(record).record, again=True)
    assert moved.record is None
    assert "is one of ann in the record" in moved.faults[0].sentence


def test_a_row_that_the_record_has_already_says_in_which_cell_its_parts_stand() -> None:
    """Taken again, a finding on it is told at that cell."""
    person = _begun()
    record = _first(person)
    places = [f"Claims!{person.place('Claims', 'Text', row)}" for row in (2, 3)]
    for again in (False, True):
        taken = take_workbook(person.saved(), record, again=again)
        assert [taken.cell(f"/events/0/claims/{at}/text") for at in (0, 1)] == places
        assert taken.cell("/obligations/0/action") == f"Duties!{person.place('Duties', 'Action', 2)}"


@pytest.mark.further
def test_a_mended_workbook_is_taken_in_again_as_the_message_says() -> None:
    """The workbook counts in what it says of the record itself too, and what the record said is told."""
    person = _begun()
    number = next(row[0].row for row in person.book["About"].iter_rows() if row[0].value == "summary")
    person.put("About", "Value", number, "Of a ferry.")
    record = _first(person)
    place = person.put("About", "Value", number, "Of tolls.")
    stopped = person.taken(record)
    assert [(each.place, each.conflict) for each in stopped.faults] == [(place, True)]
    assert stopped.faults[0].help.endswith("add --again")
    taken = take_workbook(person.saved(), record, again=True)
    assert taken.record == evolve(record, summary="Of tolls.")
    assert any(each.startswith(place) and "“Of a ferry.”" in each for each in taken.remarks)


def test_an_id_that_somebody_else_took_meanwhile_is_no_leave_to_write_over_it() -> None:
    """It stops, and names what the record says."""
    record = load(MINIMAL)
    person = Person(record)
    person.add("Sources", Id="note", Kind="report", Title="Note of Hope")
    mine = record.with_source(Source(id="note", kind=SourceKind.REPORT, title="Note of Zenda"))
    taken = person.taken(mine)
    assert taken.record is None
    assert "“Note of Zenda”" in taken.faults[0].sentence
    assert "give it an id of its own" in taken.faults[0].sentence


@pytest.mark.further
def test_an_id_is_changed_with_everything_that_names_it() -> None:
    """In conditions, lists and other sheets, whether those cells say the new id or the old one; also a second time."""
    record = load(MONITORED)
    actor, duty, event = record.actors[0].id, record.obligations[0].id, record.events[0].id
    person = Person(record)
    person.put("Actors", "Id", actor, "renamed-actor")
    person.put("Duties", "Id", duty, "renamed-duty")
    person.put("Happenings", "Id", event, "renamed-event")
    person.put("Claims", "Event", 2, "renamed-event")
    person.add("Claims", Event="renamed-event", Says="occurred", Claimed_by=actor, Citations=record.sources[0].id)
    taken = person.taken(record)
    assert taken.record is not None, taken.faults
    text, old = dumps(taken.record), dumps(record)
    assert (taken.record.obligations[0].id, taken.record.obligations[0].former_ids) == ("renamed-duty", (duty,))
    assert (taken.record.actors[0].id, taken.record.actors[0].former_ids) == ("renamed-actor", (actor,))
    for was, now in ((actor, "renamed-actor"), (event, "renamed-event")):
        assert text.count(f'"{was}"') == (was == actor)
        assert text.count(f'"{now}"') == old.count(f'"{was}"') + (was == actor)
    assert f"{event} is renamed-event now" in " ".join(taken.remarks)
    assert person.taken(taken.record).record == taken.record


def test_everything_that_is_wrong_is_told_at_once() -> None:
    """In cells, in what is missing, in how ids are written and in what they name; nothing twice, and no consequence."""
    person = Person(load(MINIMAL))
    places = [
        person.put("Duties", "Due", 2, "soon"),
        person.put("Duties", "Obligors", 3, "Ruritania and Graustark"),
        person.put("Duties", "Modality", 3, "shall"),
        person.put("Sources", "Published", 2, "tomorrow"),
    ]
    event = person.add("Happenings", Id="boom", Kind="conduct", Duties="no-toll")
    places += [f"Happenings!{person.place('Happenings', each, event)}" for each in ("Summary", "Duties")]
    claim = person.add("Claims", Event="bomm", Says="occurred", Claimed_by="Ruritania", Citations="texts p. 3")
    person.add("Claims", Event="boom", Says="occurred", Claimed_by="ruritania", Citations="text")
    places += [f"Claims!{person.place('Claims', each, claim)}" for each in ("Event", "Claimed by", "Citations")]
    taken = person.taken(load(MINIMAL))
    assert sorted(each.place for each in taken.faults) == sorted(places)
    told = {each.place: each.sentence for each in taken.faults}
    assert "did you mean boom?" in told[places[6]]
    assert "it is empty, and has to be filled in (“Summary”)" in told[places[4]]


@pytest.mark.parametrize("same", [True, False])
def test_what_two_people_gave_one_id_is_two_things_unless_it_says_the_same(same: bool) -> None:
    """Ids are made of days and words, so two people make the same one; the copy's becomes another, with its claims."""
    old = load(MINIMAL)

    def entered(summary: str, speaker: str) -> Agreement:
        claim = Claim(id="on-e", says=Says.OCCURRED, claimed_by_id=speaker, citations=(Citation(source_id="text"),))
        event = Event(id="e", kind=EventKind.CONDUCT, summary=summary, obligation_ids=("no-tolls",), claims=(claim,))
        about = evolve(event, id="f", about_event_ids=("e",), claims=())
        return evolve(old, events=(event, about))

    theirs, ours = entered("Tolls.", "ruritania"), entered("Tolls." if same else "A fine.", "ruritania")
    merged = merge_records(old, theirs, ours)
    assert merged.record is not None, merged.faults
    if same:
        assert merged.record == ours
        return
    assert [each.id for each in merged.record.events] == ["e", "f", "e-2", "f-2"]
    assert [each.about_event_ids for each in merged.record.events] == [(), ("e",), (), ("e-2",)]
    assert [each.id for event in merged.record.events for each in event.claims] == ["on-e", "on-e-2"]
    assert "both sides made the id e; that of the copy is e-2 here" in " ".join(merged.remarks)


@pytest.mark.further
def test_of_two_days_until_which_reports_were_looked_for_the_later_counts() -> None:
    """A claim that is entered moves the day in the record on, and nobody has touched the cell since."""
    record = evolve(load(MONITORED), coding=Coding(coded_by="Me", followed_until="2022-11-01"))
    for there in ("2022-12-01", "2022-11-20"):
        person = Person(record)
        place = next(cell.row for cell in person.book["About"]["A"] if cell.value == "coding.followed_until")
        person.book["About"].cell(place, 3).value = "2022-11-25"
        moved = evolve(record, coding=Coding(coded_by="Me", followed_until=there))
        taken = person.taken(moved)
        assert taken.record is not None, taken.faults
        assert taken.record.coding is not None
        assert str(taken.record.coding.followed_until) == max(there, "2022-11-25")


def test_what_two_copies_changed_is_named_with_what_both_say() -> None:
    """By its list, its id and its field."""
    old = load(MINIMAL)

    def acting(action: str) -> Agreement:
        duties = tuple(evolve(d, action=action) if d.id == "no-tolls" else d for d in old.obligations)
        return evolve(old, obligations=duties)

    (fault,) = merge_records(old, acting("levy tolls"), acting("ask for tolls")).faults
    assert fault.sentence == (
        "Duties: no-tolls: Action was changed on both sides: the copy says “levy tolls”, the record “ask for tolls”"
    )
    assert fault.help == "change one of the two to what is to stand, and merge again"


@pytest.mark.further
@pytest.mark.parametrize(
    ("sheet", "title", "text", "said"),
    [
        ("Duties", "Obligors", "ruritania and graustark", "parted by semicolons; write ruritania; graustark"),
        ("Duties", "Obligors", "ruritania, graustark", "parted by semicolons; write ruritania; graustark"),
        ("Duties", "Quantities", "3 lanes", "write measure: lanes | at_least: 3"),
        ("Duties", "Quantities", "at most 60 boxes", "write measure: boxes | at_most: 60"),
        ("Sources", "Published", datetime.datetime(2022, 4, 3, 14, 30), "2022-04-03 14:30"),
    ],
)
def test_advice_is_a_line_to_copy(sheet: str, title: str, text: Any, said: str) -> None:
    """Which is read when it is copied."""
    person = Person(load(MINIMAL))
    person.put(sheet, title, 2, text)
    fault = str(person.taken(load(MINIMAL)).faults[0])
    assert said in fault
    if "write" in said:
        person.put(sheet, title, 2, fault.rpartition("write ")[2])
        assert person.taken(load(MINIMAL)).record is not None


def test_a_day_of_the_calendar_is_a_deadline_and_names_of_parts_may_have_blanks() -> None:
    """As people type them."""
    person = Person(load(MINIMAL))
    cell = person.put("Duties", "Due", 2, datetime.datetime(1911, 9, 30)).partition("!")[2]
    person.book["Duties"][cell].number_format = "yyyy-mm-dd"
    person.put("Duties", "Quantities", 2, "Measure: boxes | at least: 400")
    record = person.taken(load(MINIMAL)).record
    assert record is not None
    assert write_condition(record.obligations[0].due) == "1911-09-30"
    assert record.obligations[0].quantities[0].at_least == 400


@pytest.mark.further
def test_what_may_be_a_slip_is_said() -> None:
    """A row that is gone is not deleted, and a column that was sorted alone says other things of each row."""
    record = load(MONITORED)
    person = Person(record)
    titles = [cell.value for cell in person.book["Duties"][1]]
    at = titles.index("Action") + 1
    cells = [person.book["Duties"].cell(row, at) for row in range(2, 2 + len(record.obligations))]
    for cell, value in zip(cells, sorted(str(each.value) for each in cells), strict=True):
        cell.value = value
    person.book["Sources"].delete_rows(2)
    taken = person.taken(record)
    assert taken.record is not None
    told = " ".join(taken.remarks)
    assert "of this column have changed places" in told
    assert (
        f"Sources: 1 row stays in the record although not in the file: {record.sources[0].id}; to take one out" in told
    )
    assert person.taken(record).remarks == taken.remarks
    assert Person(record).taken(record).remarks == ()


@pytest.mark.further
def test_a_time_of_day_gets_the_offset_that_clocks_there_had() -> None:
    """In summer another one than in winter; none where clocks showed that hour twice, or where no zone is known."""
    record = evolve(load(MINIMAL), time_zone="Europe/Vienna")
    told = {}
    for text in ("2022-03-14 12:00", "2022-07-14T12:00", "2022-10-30 02:30", "2022-02-30 12:00"):
        person = Person(record)
        person.put("Sources", "Published", 2, text)
        told[text] = person.taken(record).faults[0].sentence
    assert told["2022-03-14 12:00"].endswith("UTC of Europe/Vienna; write 2022-03-14T12:00:00+01:00")
    assert told["2022-07-14T12:00"].endswith("UTC of Europe/Vienna; write 2022-07-14T12:00:00+02:00")
    assert "ahead of UTC then" in told["2022-10-30 02:30"]
    assert "February 2022 has 28 days" in told["2022-02-30 12:00"]
    with pytest.raises(EntryError, match=r"--until: .* in Europe/Vienna it is 2022-03-14T12:00:00\+01:00"):
        as_day("2022-03-14 12:00", "--until", "Europe/Vienna")


# ---- a hundred faults


BAD: dict[str, list[Any]] = {
    "date": ["03/04/2022", "2022-02-30", "soon", True, 44000, "=1+1"],
    "duration": ["30 days", "P", 30],
    "words": ["none of these", True, 7],
    "condition": ["30 days", "thirty days after never", "event:nothing", "2022 and never or 2023", 2022, "=A1"],
    "number": ["many", "1,5", True, "=2*2"],
    "amount": ["many", "3 times x"],
    "yes": ["maybe", 1],
    "text": [True, 5, "=1+1"],
    "id": [12, True],
    "list": ["=1", 4],
}
KINDS = {
    "Duties": {
        "Label": "text", "Clause": "id", "Obligors": "list", "Modality": "words", "Performance: Every": "duration",
        "Performance: Times": "number", "Performance: Ends": "condition", "Trigger": "condition", "Due": "condition",
        "Not before": "condition", "Owed after breach": "yes", "Action": "text", "Renewal: Notice": "duration",
    },
    "Happenings": {
        "Kind": "words", "Act": "words", "Turn": "number", "Day defined as": "condition", "Internal": "yes",
        "Place": "text",
    },
    "Claims": {
        "Says": "words", "When": "date", "Until": "date", "Known on": "date", "Text": "text", "Claimed by": "id",
    },
    "Sources": {"Kind": "words", "Published": "date", "Title": "text", "Address": "text"},
    "Actors": {"Kind": "words", "Name": "text", "Members": "list"},
}  # fmt: skip


@pytest.mark.thorough
def test_a_hundred_faults_are_each_named_by_their_cell() -> None:
    """All of them at once; nothing of it is taken."""
    record = load(MONITORED)
    person = Person(record)
    wanted: set[str] = set()
    for sheet, columns in KINDS.items():
        last = person.book[sheet].max_row
        for title, kind in columns.items():
            for row, value in zip(range(2, last + 1), BAD[kind], strict=False):
                wanted.add(person.put(sheet, title, row, value))
    taken = person.taken(record)
    named = {each.place for each in taken.faults}
    assert len(wanted) > 100
    assert (named - wanted, wanted - named) == (set(), set())
    assert taken.record is None
    assert all(len(each.sentence) > 10 for each in taken.faults)


@pytest.mark.wide
@pytest.mark.parametrize(
    ("sheet", "title", "key", "value", "said"),
    [
        ("Duties", "Obligors", "no-tolls", "ruritanio", "did you mean ruritania"),
        ("Duties", "Action", "no-tolls", None, "“Action”"),
        ("Duties", "Citations", "no-tolls", "gazette p. 4", "gazette"),
        ("Parties", "Actor", "ruritania", "nobody", "nobody"),
        ("Duties", "Renewal: Notice", "no-tolls", "P3D", "“Renewal: Duration”"),
        ("About", "Value", "time_zone", "Europe/Strelsau", "Europe/Strelsau"),
        ("About", "Value", "title", None, "“Title”"),
        ("Sources", "Hash of the text", "text", "abc", "abc"),
    ],
)
def test_what_the_record_may_not_say_is_told_at_its_cell(
    sheet: str, title: str, key: str, value: Any, said: str
) -> None:
    """What only the whole record shows: ids of nothing, fields that are missing, texts of another form."""
    record = load(MINIMAL)
    person = Person(record)
    place = person.put(sheet, title, key, value)
    (fault,) = person.taken(record).faults
    assert said in fault.sentence
    if title == "Renewal: Notice":  # what is missing beside it stands in a cell of its own
        place = f"{sheet}!{person.place(sheet, 'Renewal: Duration', person.row(sheet, key))}"
    assert fault.place == place


@pytest.mark.further
@pytest.mark.wide
@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda p: p.put("Duties", "Id", "no-tolls", "graustark"), "the id graustark is taken, at Actors!B3; write"),
        (lambda p: p.put("Duties", "Id", "no-tolls", None), "an id is not taken out"),
        (lambda p: p.put("Duties", "Row (leave as it is)", "no-tolls", "tolls"), "no row was written with the key"),
        (lambda p: p.book["Duties"].append([c.value for c in p.book["Duties"][2]]), "this row is a copy of the one at"),
        (lambda p: p.put("Duties", "Id", 1, "Ident"), "no column has this title"),
        (lambda p: p.put("Duties", "Label", 1, "Id"), "two columns have this title"),
        (lambda p: p.book["Duties"].insert_rows(1) or p.book["Duties"].cell(1, 1, "x"), "stands above the titles"),
        (lambda p: p.book["Duties"].cell(1_048_576, 16_384, "x"), "Duties!XFD1048576: it stands outside"),
        (lambda p: p.add("Claims", Event="nothing", Says="occurred"), "no event has the id 'nothing'"),
        (lambda p: p.put("Conditions", "Condition", "duties/repair-landing/due", "never"), "where it stands"),
        (lambda p: p.add("Duties", Id="no-tolls", Modality="must", Action="x"), "no-tolls"),
    ],
)
def test_rows_and_titles_that_cannot_be_are_refused(edit: Any, said: str) -> None:
    """Each with its place and what to do."""
    record, taken = edited(MINIMAL, edit)
    assert taken.record is None
    assert said in " ".join(map(str, taken.faults))
    assert record


@pytest.mark.further
def test_a_renamed_or_copied_sheet_is_refused_and_not_passed_over() -> None:
    """Or what was changed in it would be lost; a sheet of one's own is left alone, which is said."""

    def renamed(person: Person) -> None:
        person.put("Duties", "Action", "repair-landing", "mend the landing")
        person.book["Duties"].title = "Duty list"

    def copied(person: Person) -> None:
        person.book.copy_worksheet(person.book["Sources"])

    def with_notes(person: Person) -> None:
        person.book.create_sheet("Notes")["A1"] = "call the ministry"
        person.book.create_sheet("Empty")

    for edit, said in ((renamed, "call it Duties again"), (copied, "take over what is new, and delete it")):
        _, taken = edited(MINIMAL, edit)
        assert [said in each.sentence for each in taken.faults] == [True]
    record, taken = edited(MINIMAL, with_notes)
    assert (taken.record, taken.remarks) == (record, ("Notes: this sheet is not read",))


# ---- files that are none


@pytest.mark.thorough
def test_a_file_that_is_none_of_ours_gets_one_clear_answer() -> None:
    """A workbook of somebody else, of another version, without its hidden sheet."""
    person = Person(load(MINIMAL))
    person.book["accords"]["A1"].value = "accords workbook 9"
    with pytest.raises(NoBookError, match="another version"):
        read_book(BytesIO(person.saved()))
    del person.book["accords"]
    with pytest.raises(NoBookError, match="not made by accords"):
        read_book(BytesIO(person.saved()))
    with pytest.raises(NoBookError):
        read_book(BytesIO(b"PK no archive"))


@pytest.mark.thorough
def test_a_text_that_no_cell_holds_stays_and_is_not_changed_by_its_beginning() -> None:
    """What is seen of it can be read, not edited."""
    long = evolve(load(MINIMAL), summary="long " * 10_000)
    person = Person(long)
    assert person.taken(long).record == long
    place = person.put("About", "Value", "summary", "short")
    assert "only the beginning of a text" in str(person.taken(long).faults[0])
    assert person.taken(long).faults[0].place == place


# ---- CSV


def _tables(record: Agreement, name: str, change: Callable[[str], str]) -> bytes:
    """One of the tables of a record, with a change in its text."""
    with zipfile.ZipFile(BytesIO(render_tables([record]))) as archive:
        return change(archive.read(f"{name}.csv").decode("utf-8-sig")).encode()


def test_one_table_alone_is_taken_as_csv() -> None:
    """By its columns, which are called as in the format; what is not there is left alone."""
    record = load(MINIMAL)
    raw = _tables(record, "duties", lambda text: text.replace("charge tolls", "levy tolls"))
    taken = take_book(read_tables(raw, "duties.csv"), record.id, record)
    assert taken.faults == ()
    assert taken.record is not None
    assert taken.record.obligation("no-tolls").action != record.obligation("no-tolls").action
    assert taken.record.events == record.events


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("duties", "no-tolls,ruritania", "1-Dec,ruritania", "no row was written with the key '1-Dec'"),
        ("sources", '"Ferry Agreement, signed text"', "1.1E+10", "an error, or what a program makes"),
        ("sources", '"Ferry Agreement, signed text"', "#NAME?", "an error, or what a program makes"),
        ("sources", "agreement_text,", "agreement_text,,,,,,,,,,,,,,,,,,,x,", "outside of the columns"),
    ],
)  # fmt: skip
def test_what_a_program_made_of_a_cell_of_csv_is_named(table: str, old: str, new: str, said: str) -> None:
    """Days and powers of ten in the place of what was typed, and cells beside the columns."""
    record = load(MINIMAL)
    raw = _tables(record, table, lambda text: text.replace(old, new))
    taken = take_book(read_tables(raw, f"{table}.csv"), record.id, record)
    assert taken.record is None
    assert all(fault.place.startswith(f"{table}!") for fault in taken.faults)
    assert said in " ".join(map(str, taken.faults))


def test_archives_and_csv_that_are_none_of_ours_get_one_clear_answer() -> None:
    """Other tables, other encodings, archives without any."""
    for raw, said in (
        (b"id,action\nx,y\n", "not made by accords"),
        (b"PK\x03\x04 no archive", "damaged, cut off or locked"),
        (_tables(load(MINIMAL), "duties", str).replace(b"tolls on", b"t\xe9lls on"), "no CSV in UTF-8"),
    ):
        with pytest.raises(NoBookError, match=said):
            read_tables(raw, "x.csv")


# ---- pieces


def test_titles_tell_the_columns_of_a_table_apart() -> None:
    """Each has one, and no two of a table are called alike."""
    for table in (*TABLES, CONDITIONS):
        titles = [column_title(column) for column in table.columns]
        assert len({each.casefold() for each in titles}) == len(titles), table.name
        assert say(f"book.sheet.{table.name}")


@pytest.mark.parametrize("items", [[], ["a"], ["a;b", "c\\", " d ", "e\nf"], ["\\;", "\u00a0x\t"]])
def test_lists_in_a_cell_are_told_apart_whatever_they_hold(items: list[str]) -> None:
    """By semicolons, bars or lines."""
    for mark, glue in ((";", "; "), ("\n", "\n"), ("|", " | ")):
        assert split_items(joined_items(items, mark, glue), mark) == items


def test_the_same_records_give_the_same_bytes() -> None:
    """Whenever they are written."""
    record = load(MINIMAL)
    assert render_workbook([record]) == render_workbook([record])


def test_pieces_do_what_they_say() -> None:
    """Places in plain JSON, letters of columns, rows of a record, signs by number."""
    held: dict[str, Any] = {}
    put_at(held, ("a", "b"), 1)
    assert (held, value_at(held, ("a", "b")), value_at(held, ("c",))) == ({"a": {"b": 1}}, 1, None)
    take_away(held, ("a", "b"))
    assert held == {}
    assert [column_letters(at) for at in (0, 25, 26, 16_383)] == ["A", "Z", "AA", "XFD"]
    assert condition_behind({"due": {"kind": "never"}}, "due") == {"kind": "never"}
    assert condition_behind({"due": {"kind": "x"}}, "due") is None
    assert list(named_ids({"a_id": "x", "b_ids": ["y"], "extensions": {"c_id": "z"}}, ())) == [
        ("/a_id", "x"),
        ("/b_ids", "y"),
    ]
    assert unescaped("_x0041_") == "A"
    assert list(csv_rows("a;b\n".encode("utf-16"), lambda cells: len([*cells]))) == [(1, {0: "a", 1: "b"})]
    with pytest.raises(WorkbookError):
        list(csv_rows(b'"' + b"x" * 200_000, lambda cells: 0))
    assert StoredCell("x").held is Held.TEXT
    assert cell_hash(" ") == ""
    (about, *_) = rows_of_record(to_dict(load(MINIMAL)))
    assert about.table.name == "about"
    kind = columns_of_class(type(load(MINIMAL)))[1].kind
    assert several(kind).read("a; b", CellContext(None, None, lambda _: None)) == ["a", "b"]
    assert take_in([], {}, None).plain == {"accords_version": "1.0"}
