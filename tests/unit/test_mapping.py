"""Sheets of rows become records by a map: nothing is invented, and what is not read is counted."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from typing import Any

import pytest

from accords.tables.mapping.days import DayOrder, day_of_parts, day_of_text
from accords.tables.mapping.filling import columns_in, words_in
from accords.tables.mapping.frames import RECORD, FrameError, member_of
from accords.tables.mapping.losses import Losses, LostCells
from accords.tables.mapping.making import Making
from accords.tables.mapping.record_map import MapError, read_map, shipped_map, shipped_maps
from accords.tables.mapping.sheet import SheetError, sheet_rows
from accords.validate import examine

SMALL = """
title = "Small"
[source]
title = "A sheet"
[read]
record = "deal"
missing = ["-"]
[words.kinds]
shall = "must"
[record]
id = "{deal}"
title = "Deal {deal}"
[[each.actors]]
split = { party = ";" }
id = "{party}"
name = "{party}"
[[each.parties]]
split = { party = ";" }
actor_id = "{party}"
[[each.obligations]]
if = "owes"
id = "duty-{row}"
obligor_ids = ["{party}"]
modality = "{kind|kinds}"
action = "{what}"
due = { kind = "date", value = { day = "due" } }
note = "{note}"
"""
COLUMNS = "deal,party,owes,kind,what,due,note,other"


def _made(text: str, sheet: str) -> tuple[list[dict[str, Any]], Making]:
    how = read_map(text)
    _, rows = sheet_rows(io.StringIO(sheet), how.delimiter)
    making = Making(how)
    return [record for _, record in making.records(rows)], making


def _one(row: str) -> tuple[dict[str, Any], Making]:
    records, making = _made(SMALL, f"{COLUMNS}\n{row}\n")
    return records[0], making


def test_a_row_becomes_what_the_map_says_of_it_and_nothing_else() -> None:
    """With its row as the place in the one source, as a draft."""
    record, making = _one("ferry,Ruritania,yes,shall,repair the landing,1911-09,,")
    citations = [{"source_id": "dataset", "locator": "row 2"}]
    assert record == {
        "accords_version": "1.0",
        "id": "ferry",
        "title": "Deal ferry",
        "actors": [{"id": "ruritania", "name": "Ruritania"}],
        "parties": [{"actor_id": "ruritania", "citations": citations}],
        "obligations": [
            {
                "id": "duty-2",
                "obligor_ids": ["ruritania"],
                "modality": "must",
                "action": "repair the landing",
                "due": {"kind": "date", "value": "1911-09"},
                "citations": citations,
            }
        ],
        "sources": [{"id": "dataset", "kind": "dataset", "title": "A sheet"}],
        "coding": {"status": "draft"},
    }
    assert examine(record).agreement is not None
    assert list(making.losses.cells()) == []
    assert making.losses.items == {}


@pytest.mark.parametrize(
    ("row", "loss"),
    [
        ("ferry,A,perhaps,shall,run,,,", LostCells("owes", "it says neither yes nor no", 1, 2, "perhaps")),
        ("ferry,A,1,ought,run,,,", LostCells("kind", "the map has no word for it in kinds", 1, 2, "ought")),
        ("ferry,A,1,shall,run,soon,,", LostCells("due", "it is no day written year-first", 1, 2, "soon")),
        (
            "ferry,A,1,shall,run,1911-04-31,,",
            LostCells("due", "it is no day: 1911-04-31 is not a day: April has 30 days", 1, 2, "1911-04-31"),
        ),
    ],
)
def test_a_cell_that_is_not_understood_is_left_out_and_counted(row: str, loss: LostCells) -> None:
    """With its column, the reason, the first row and what stands there."""
    record, making = _one(row)
    assert list(making.losses.cells()) == [loss]
    assert "due" not in str(record.get("obligations", ""))


def test_a_cell_is_counted_once_however_many_things_are_made_of_it() -> None:
    """Whether several objects name it, or one is made for each part of another cell."""
    twice = """
[[each.obligations]]
split = { party = ";" }
id = "d-{party}-{row}"
modality = "{kind|kinds}"
action = "do"
[[each.events]]
id = "e-{row}"
if = "kind"
kind = "conduct"
summary = "It."
"""
    _, making = _made(SMALL + twice, "deal,party,kind\nx,a;b;c,ought\nx,a;b,ought\ny,a,ought\n")
    counts = {(lost.column, lost.reason.split()[0]): lost.count for lost in making.losses.cells()}
    assert counts == {("kind", "the"): 3, ("kind", "it"): 3}


def test_a_thing_that_cannot_be_made_is_counted_where_something_of_it_is_said() -> None:
    """An empty row of it loses nothing."""
    _, making = _one("ferry,A,1,,run,,,")
    assert making.losses.items == {"one of obligations, for want of a cell that it needs": (1, 2)}
    _, making = _one("ferry,A,0,,,,,")
    assert making.losses.items == {}
    _, making = _made(SMALL, f"{COLUMNS}\n-,A,1,shall,run,,,\n")
    assert making.losses.items == {"a record, for want of a deal": (1, 2)}


def test_columns_that_the_map_does_not_name_are_counted_by_what_they_say() -> None:
    """With the row of the first such cell."""
    _, making = _made(SMALL, f"{COLUMNS}\nferry,A,0,,,,,\nferry,A,0,,,,,x\nferry,A,0,,,,,y\n")
    assert making.unnamed == {"other": (2, 3)}
    assert making.rows == 3


def test_rows_of_one_record_are_one_record_and_its_parties_stand_once() -> None:
    """What several rows say alike has the citations of all."""
    records, making = _made(SMALL, f"{COLUMNS}\nferry,A; B,1,shall,run,,,\nferry,A,1,shall,stop,,,\nmill,A,0,,,,,\n")
    assert [record["id"] for record in records] == ["ferry", "mill"]
    assert [party["actor_id"] for party in records[0]["parties"]] == ["a", "b"]
    assert [each["locator"] for each in records[0]["parties"][0]["citations"]] == ["row 2", "row 3"]
    assert making.made["obligations by owes"] == 2


def test_a_record_whose_rows_stand_apart_is_refused() -> None:
    """It would be two, and one would be lost."""
    with pytest.raises(SheetError, match="row 4: deal is 'ferry' again; sort the sheet by that column"):
        _made(SMALL, f"{COLUMNS}\nferry,A,0,,,,,\nmill,A,0,,,,,\nferry,A,0,,,,,\n")


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("", "row 1 has no names of columns"),
        ("a,b,a\n", "row 1: two columns are called 'a'"),
        ("a,b\n1,2,3\n", "row 2 has 3 cells, and there are 2 columns"),
        ('a,b\n1,"2', "row 2: unexpected end of data"),
        ("a,b\n1," + "x" * 1_000_001, "row 2: field larger than field limit"),
    ],
)
def test_a_sheet_that_is_none_is_refused_with_the_row(sheet: str, said: str) -> None:
    """One clear error."""
    with pytest.raises(SheetError, match=said):
        list(sheet_rows(io.StringIO(sheet))[1])


def test_white_space_and_empty_rows_say_nothing() -> None:
    """Numbers of rows are those that a spreadsheet shows."""
    columns, rows = sheet_rows(io.StringIO('a, b ,\n\n,,\n" x\ny ",2,\n'))
    assert columns == ["a", "b"]
    assert [(row.number, dict(row.cells)) for row in rows] == [(4, {"a": "x y", "b": "2"})]


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("1911", "year-first", "1911"),
        ("1911-5-4", "year-first", "1911-05-04"),
        ("1911/05", "day-first", "1911-05"),
        ("1911-05-04 00:00:00", "year-first", "1911-05-04"),
        ("04/05/1911", "day-first", "1911-05-04"),
        ("04/05/1911", "month-first", "1911-04-05"),
        ("04/05/1911", "year-first", None),
        ("31/12/1911", "month-first", None),
        ("4 May 1911", "day-first", None),
        ("4142", "day-first", "4142"),
        ("1911-05-04 10:00", "year-first", None),
    ],
)
def test_a_day_is_read_in_the_order_that_the_map_states(text: str, order: str, day: str | None) -> None:
    """It is never guessed."""
    if day is None:
        with pytest.raises(ValueError, match="it is no day"):
            day_of_text(text, DayOrder(order))
    else:
        assert day_of_text(text, DayOrder(order)) == day


def test_a_day_in_several_columns_is_as_coarse_as_what_is_stated() -> None:
    """Numbers may come as programs write them."""
    assert day_of_parts(["1949.0", "8.0", "4"]) == "1949-08-04"
    assert day_of_parts(["949"]) == "0949"
    with pytest.raises(ValueError, match="it is no number"):
        day_of_parts(["1949", "Aug"])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[read]", "[raed]", "the map has no member 'raed'; did you mean 'read'?"),
        ('record = "deal"', "", "[read] needs record"),
        ('missing = ["-"]', 'mising = ["-"]', "[read] has no member 'mising'; did you mean 'missing'?"),
        ('missing = ["-"]', 'days = "sometimes"', "[read] days is one of year-first, day-first, month-first"),
        ('missing = ["-"]', 'delimiter = ";;"', "[read] delimiter is one sign"),
        ('title = "Deal {deal}"', 'titel = "x"', "[record]: Agreement has no field 'titel'; did you mean 'title'?"),
        ('title = "Deal {deal}"', "", "[record]: it needs title"),
        ('action = "{what}"', "", "[[each.obligations]] 1: it needs action"),
        ('kind = "date", value', 'kind = "dat", value', "due needs a kind, one of date, conclusion"),
        ("value = { day", "valu = { day", "due: OnDate has no field 'valu'; did you mean 'value'?"),
        ("[words.kinds]", "[words.sorts]", "{…|kinds} needs a table [words.kinds], and there is none"),
        ("[[each.parties]]", "[[each.title]]", "a record has no list of objects called 'title'"),
        ("[[each.parties]]", "[[each.sources]]", "sources is made from [source]"),
        ('split = { party = ";" }', 'split = "party"', "split is one column and the sign that parts it"),
        ("title =", "title", "it is no TOML"),
    ],
)
def test_a_map_that_is_none_is_refused_with_its_place(old: str, new: str, said: str) -> None:
    """And with what was meant, where that is near."""
    assert old in SMALL
    with pytest.raises(MapError) as caught:
        read_map(SMALL.replace(old, new, 1))
    assert said in str(caught.value)


def test_objects_of_a_map_stand_for_classes_of_the_format() -> None:
    """By their kind, where there are several."""
    duties = member_of(RECORD, "obligations", {})
    assert duties is not None
    due = member_of(duties, "due", {"kind": "offset"})
    assert due is not None
    assert due.needed == {"anchor"}
    assert not due.is_cited
    assert duties.is_cited
    assert duties.without("id").needed == duties.needed - {"id"}
    assert member_of(RECORD, "title", "x") is None
    with pytest.raises(FrameError, match="did you mean 'actors'"):
        member_of(RECORD, "actor", {})


def test_the_columns_and_words_that_a_map_names_are_known() -> None:
    """In texts, days, conditions and parts."""
    template = {"if": {"a": "1"}, "x": ["{b|words}", {"day": ["c", "d"], "missing": ["e"]}], "y": "{row} {f|maybe?}"}
    assert columns_in(template) == {"a", "b", "c", "d", "f"}
    assert words_in(template) == {"words", "maybe"}


def test_losses_grow_with_columns_and_not_with_rows() -> None:
    """Of a thousand cells the first is kept."""
    losses = Losses()
    for row in range(2, 1002):
        losses.cell("a", "no", row, str(row))
        losses.item("b", row)
    assert list(losses.cells()) == [LostCells("a", "no", 1000, 2, "2")]
    assert losses.items == {"b": (1000, 2)}


# ---- the maps that come with the library


def test_four_maps_come_with_the_library_and_another_name_is_told_the_near_one() -> None:
    """Each is a map."""
    assert shipped_maps() == ("atop-members", "duties", "pax-agreements", "ucdp-peace-agreements")
    for name in shipped_maps():
        assert read_map(shipped_map(name)).columns
    with pytest.raises(MapError, match="did you mean atop-members"):
        shipped_map("atop-member")


PROMISES = {
    "defense": "defense",
    "offense": "offense",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
STATES = (2, 20, 200, 210, 220, 255, 260, 300, 325, 365, 640, 678, 710)
LIMITS = [column for column in sorted(read_map(shipped_map("atop-members")).columns) if column[:5] in
          ("defco", "offco", "neuco", "conco")]  # fmt: skip


def _alliances(seed: int, count: int) -> list[dict[str, str]]:
    """Invented rows in the columns of the file of alliance members."""
    rng = random.Random(seed)
    rows = []
    for alliance in range(1000, 1000 + count):
        year = rng.randint(1815, 2015)
        for member in sorted(rng.sample(STATES, rng.randint(2, 5))):
            for phase in range(1, rng.choice((2, 2, 2, 3))):
                entered = year + phase
                exited = rng.choice(("0", str(entered + rng.randint(1, 40))))
                rows.append({
                    "atopid": str(alliance), "member": str(member), "phase": str(phase),
                    "yrent": str(entered), "moent": str(rng.randint(0, 12)), "dayent": str(rng.randint(1, 28)),
                    "yrexit": exited, "moexit": rng.choice(("0", "7")), "dayexit": rng.choice(("0", "15")),
                    **{promise: rng.choice("0011.") for promise in PROMISES},
                    **{limit: rng.choice("0001.") for limit in LIMITS},
                })  # fmt: skip
    return rows


def _sheet(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.thorough
@pytest.mark.parametrize("count", [200, pytest.param(745, marks=pytest.mark.slow)])
def test_alliances_give_no_warning_and_as_many_duties_as_the_file_has_promises(count: int) -> None:
    """By kind of promise, with each limit of a promise that is made."""
    rows = _alliances(7, count)
    records, making = _made(shipped_map("atop-members"), _sheet(rows))
    assert len(records) == count
    themes: Counter[str] = Counter()
    limits = 0
    for record in records:
        examination = examine(record)
        assert [(found.code, found.message) for found in examination.report.diagnostics] == []
        assert examination.agreement is not None
        for duty in examination.agreement.obligations:
            themes.update(duty.themes)
            limits += len(duty.exceptions)
    assert themes == {theme: sum(row[promise] == "1" for row in rows) for promise, theme in PROMISES.items()}
    assert limits == sum(row[limit] == "1" and row[_promise(limit)] == "1" for row in rows for limit in LIMITS)
    assert list(making.losses.cells()) == []
    assert making.losses.items == {}
    assert set(making.unnamed) == {"phase"}


def _promise(limit: str) -> str:
    return next(promise for promise in PROMISES if promise.startswith(limit[:3]))


def test_an_alliance_that_goes_on_has_no_end_and_a_month_that_is_unknown_makes_a_year() -> None:
    """0 stands for neither."""
    row = {**_alliances(1, 1)[0], "defense": "1", "yrent": "1900", "moent": "0", "yrexit": "0"}
    (record,), _ = _made(shipped_map("atop-members"), _sheet([row]))
    duty = next(each for each in record["obligations"] if each["themes"] == ["defense"])
    assert duty["not_before"] == {"kind": "date", "value": "1900"}
    assert "ends" not in duty


SHEETS = {
    "pax-agreements": (
        "Con,PP,PPName,AgtId,Agt,Dat,Status,Agtp,Stage,Part,ThrdPart,UcdpAgr,PamAgr\n"
        "Ruritania,1,Strelsau process,9001,Strelsau Accord,05/03/2001,Status unclear,Intra,SubPar,"
        '"A. Hope\nfor the Crown",'
        "River Union,N/A,3\n"
        "Ruritania,1,Strelsau process,9002,Zenda Accord,2002-06-05,Status unclear,Intra,Cea,,,12,N/A\n"
    ),
    "ucdp-peace-agreements": (
        "paid,gwno,year,conflict_id,pa_name,pa_date,pa_type,ended,duration\n"
        '77,"340, 345",2001,1,Strelsau Accord,2001-03-05 00:00:00,2,True,2003-01-01\n'
        "78,645,2001,1,Zenda Accord,2001-03-07,1,False,\n"
    ),
    "duties": (
        "agreement,title,form,concluded,parties,third_parties,role,clause,obligor,owed_to,modality,action,due,theme\n"
        "ferry,Ferry agreement,signed,1911-05-04,Ruritania; Graustark,River Union,mediator,Art. 1,Ruritania,Graustark,"
        "shall,repair the ferry landing,1911-09-30,works\n"
        "ferry,,,,,,,Art. 2,Graustark,,must not,charge tolls on the ferry,,\n"
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_of_the_published_columns_gives_records_without_a_finding(name: str) -> None:
    """Nothing in the columns that are read is lost."""
    records, making = _made(shipped_map(name), SHEETS[name])
    assert len(records) == len({record["id"] for record in records}) > 0
    for record in records:
        assert [(found.code, found.message) for found in examine(record).report.diagnostics] == []
        assert record["coding"] == {"status": "draft"}
    assert list(making.losses.cells()) == []
    assert making.losses.items == {}


def test_what_the_data_sets_say_is_a_claim_of_the_data_set_and_no_conclusion() -> None:
    """Neither says whether a text was signed."""
    for name in ("pax-agreements", "ucdp-peace-agreements"):
        records, _ = _made(shipped_map(name), SHEETS[name])
        assert all("conclusion" not in record and "term" not in record for record in records)
        assert records[0]["events"][0]["claims"][0]["when"] == "2001-03-05"
