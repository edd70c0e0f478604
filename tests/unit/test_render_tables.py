"""Tables: CSV and workbooks that spreadsheets read as meant, whatever a record contains."""

from __future__ import annotations

import csv
from datetime import datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from attrs import evolve
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

import accords
from accords.checklist import Checklist, checklist
from accords.checklist.merging import FilledIn, take_back
from accords.render.checklist.csv import render_csv
from accords.render.checklist.xlsx import MY_STATUSES, render_xlsx
from accords.words import PHRASES
from records import ROOT
from trial import trial

DAY = "2023-01-20"
FORMULAS = ['=HYPERLINK("http://x","y")', "+1", "-1+2", "@SUM(A1)", " =1", "\t=1", "\r\n=cmd|' /C calc'!A0", "＝1+1"]


def listed(text: Any = str, as_of: str | None = DAY) -> Checklist:
    """The checklist of the trial record."""
    return checklist(trial(text), as_of=as_of, library_version="1")


def read(rows: Checklist) -> list[dict[str, str]]:
    """CSV as a program reads it."""
    return list(csv.DictReader(StringIO(render_csv(rows).removeprefix("\ufeff"), newline="")))


def opened(rows: Checklist) -> Workbook:
    """A workbook as a program reads it."""
    return load_workbook(BytesIO(render_xlsx(rows)))


def test_csv_has_a_line_for_every_item_and_names_what_it_is_of() -> None:
    """In UTF-8 with a mark in front and CRLF at the ends, as spreadsheets want it."""
    rows = read(listed())
    assert [row["Id"] for row in rows] == [item.instance for item in listed().items]
    assert {(row["Record"], row["As of"], row["Known by"], row["Made with"]) for row in rows} == {
        ("trial", DAY, DAY, "accords 1")
    }
    assert rows[0]["Deadline from"] == "2023-01-15"
    assert "Without prejudice" in rows[0]["Notes on names"]
    text = render_csv(listed())
    assert text.startswith("\ufeffId,")
    assert text.count("\n") == text.count("\r\n") == 13


def test_without_a_day_a_table_has_no_columns_about_status() -> None:
    """Rather than empty ones."""
    assert not {"Status", "Said", "Deadline from"} & set(read(listed(as_of=None))[0])
    assert "Status" not in [cell.value for cell in opened(listed(as_of=None))["Checklist"][1]]


@pytest.mark.wide
@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_of_a_record_is_a_formula(formula: str) -> None:
    """In CSV an apostrophe stands before it; in a workbook it is a text."""
    for row in read(listed(lambda text: f"{formula} {text}")):
        for cell in row.values():
            assert not cell.lstrip().startswith(tuple("=+-@＝"))
    for sheet in opened(listed(lambda text: f"{formula} {text}")):
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.data_type != "f"
                assert cell.hyperlink is None


def test_a_workbook_has_its_sheets_filters_and_real_days() -> None:
    """And a list to choose one's own status from."""
    book = opened(listed())
    assert book.sheetnames == ["Checklist", "Claims", "Events", "Sources", "About"]
    sheet = book["Checklist"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions
    headings = [cell.value for cell in sheet[1]]
    row = dict(zip(headings, [cell.value for cell in sheet[2]], strict=True))
    assert row["Deadline from"] == datetime(2023, 1, 15)
    assert headings[2:5] == ["Obligor", "My status", "My note"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"{}"'.format(",".join(PHRASES[f"my_status.{each}"] for each in MY_STATUSES))
    assert [row[3].value for row in book["Claims"].iter_rows(min_row=3, max_row=4)] == ["Kosovo*", "Serbia"]
    assert [row[0].value for row in book["Events"].iter_rows(min_row=2)][:2] == ["draft", "vote"]
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert about["Record"] == "trial"
    assert about["As of"] == datetime(2023, 1, 20)


def test_a_wide_list_is_printed_on_sheets_side_by_side() -> None:
    """Each begins with the columns that say which duty it is; more would be too small to read."""
    sheet = opened(listed())["Checklist"]
    assert sheet.page_setup.fitToWidth >= 2
    assert sheet.print_title_cols == "$A:$C"
    assert sheet.print_title_rows == "$1:$1"


def test_events_known_later_are_not_in_a_workbook() -> None:
    """Their summaries would tell what was not known."""
    known = checklist(trial(), as_of=DAY, known_by="2022-12-18")
    assert [event.id for event in known.events] == ["draft", "vote"]
    assert [event.id for event in checklist(trial()).events] == ["draft", "vote"]


def test_long_texts_fit_into_cells() -> None:
    """Cut where a workbook holds no more; CSV keeps them whole."""
    long = "x" * 40_000
    book = opened(listed(lambda text: long if text == "adopt the law" else text))
    assert max(len(str(cell.value)) for line in book["Checklist"].iter_rows() for cell in line) <= 32_767
    assert any(
        row["Undertaking"] == long for row in read(listed(lambda text: long if text == "adopt the law" else text))
    )


@pytest.mark.parametrize("as_of", [None, DAY, "1950-01-01"])
def test_the_same_checklist_gives_the_same_bytes(as_of: str | None) -> None:
    """Workbooks included."""
    assert render_xlsx(listed(as_of=as_of)) == render_xlsx(listed(as_of=as_of))


def entry(instance: str, status: str = "done", note: str = "") -> FilledIn:
    """A line that somebody filled in."""
    return FilledIn(instance=instance, status=status, note=note, place="row 2")


def test_entries_become_assessments_and_nothing_else_changes() -> None:
    """Of the free scale, by whoever says so, as of the day of the table."""
    merged, remarks = take_back(
        trial(), [entry("law", note="seen"), entry("pay/serbia"), entry("stop", "", "")], assessor="Me", on=DAY
    )
    assert remarks == ()
    first, law, pay = merged.assessments
    assert first == trial().assessments[0]
    assert (law.obligation_id, law.assessor, law.on.text, law.value, law.basis) == ("law", "Me", DAY, "done", "seen")
    assert (pay.obligation_id, pay.basis) == ("pay", "for pay/serbia")


def test_the_same_entries_taken_back_twice_change_nothing_the_second_time() -> None:
    """And a new word of the same assessor of the same day takes the place of the old one."""
    entries = [entry("law"), entry("pay/serbia"), entry("pay/kosovo", "", "asked")]
    once, _ = take_back(trial(), entries, assessor="Me", on=DAY)
    assert take_back(once, entries, assessor="Me", on=DAY) == (once, ())
    again, _ = take_back(once, [entry("pay/serbia", "begun")], assessor="Me", on=DAY)
    assert [rating.value for rating in again.assessments] == ["1", "done", "begun", "note only"]


def test_an_entry_beside_one_obligor_is_shown_beside_no_other() -> None:
    """A rating is of an obligation; whose part is meant stands in its basis. One of the whole is shown beside each."""
    merged, _ = take_back(trial(), [entry("pay/serbia", note="seen")], assessor="Me", on=DAY)
    whole = evolve(merged.assessments[-1], assessor="All", basis="for payments of all: seen")
    rows = checklist(evolve(merged, assessments=(*merged.assessments, whole)), as_of=DAY)
    rated = {
        item.instance: [each.by for each in item.assessments] for item in rows.items if item.obligation_id == "pay"
    }
    assert len(rated) > 1
    assert all(by[-1:] == ["All"] for by in rated.values())
    assert [instance for instance, by in rated.items() if "Me" in by] == ["pay/serbia"]


def test_an_entry_of_no_undertaking_is_named_and_left_out() -> None:
    """It is not guessed what was meant."""
    merged, remarks = take_back(trial(), [entry("lwa")], assessor="Me", on=DAY)
    assert merged == trial()
    assert remarks == ('row 2: the record has no undertaking "lwa"; left out',)


def test_what_two_sides_say_differs_by_the_amount_in_the_sheet_of_claims_too() -> None:
    """Or two claims that are apart look like one said twice; and the sheet names the command that takes it back."""
    claims = tuple(
        accords.Claim(
            says=accords.Says.OCCURRED,
            claimed_by_id=who,
            quantities=(accords.ClaimedQuantity(measure="boxes", amount=Decimal(many)),),
        )
        for who, many in (("ruritania", 400), ("graustark", 310))
    )
    event = accords.Event(
        id="e", kind=accords.EventKind.PERFORMANCE, summary="s", obligation_ids=("repair-landing",), claims=claims
    )
    record = accords.load(ROOT / "examples" / "minimal.accord.json").with_event(event)
    book = load_workbook(BytesIO(accords.render_xlsx(accords.checklist(record, as_of="1911-09-10"))))
    shown = " ".join(str(cell.value) for row in book["Claims"].iter_rows() for cell in row)
    assert "400 boxes" in shown
    assert "310 boxes" in shown
    about = " ".join(str(cell.value) for row in book["About"].iter_rows() for cell in row)
    assert "`accords import FILE.xlsx RECORD --assessor WHO`" in about
