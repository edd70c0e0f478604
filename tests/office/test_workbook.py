"""A workbook in LibreOffice: it opens, shows what it holds, and is not cut off on paper."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from attrs import evolve
from openpyxl import load_workbook
from pypdf import PdfReader

from accords.checklist import Checklist, checklist
from accords.cli import main
from accords.codec import dumps
from accords.editing.workbook.filled import read_book
from accords.editing.workbook.taking import take_book
from accords.editing.workbook.xlsx import render_workbook
from accords.render.checklist.csv import render_csv
from accords.render.checklist.xlsx import render_xlsx
from accords.validate import load
from books import Person
from hostile import hostile_record
from records import ROOT
from trial import trial

pytestmark = pytest.mark.office

DAY = "2023-01-20"
EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"
MONITORED = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A profile of its own for LibreOffice."""
    return tmp_path_factory.mktemp("profile").as_uri()


def convert(source: Path, form: str, profile: str) -> None:
    """Let LibreOffice open ``source`` and write it in another form beside it."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "these tests need LibreOffice Calc"
    command = [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to", form, str(source)]
    subprocess.run([*command, "--outdir", str(source.parent)], check=True, capture_output=True, timeout=180)


def sheets(rows: Checklist, folder: Path, profile: str) -> dict[str, list[list[str]]]:
    """Name of a sheet → its cells, as LibreOffice shows them."""
    path = folder / "list.xlsx"
    path.write_bytes(render_xlsx(rows))
    convert(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", profile)
    found = {}
    for each in folder.glob("list-*.csv"):
        with each.open(encoding="utf-8", newline="") as lines:
            found[each.stem.removeprefix("list-")] = list(csv.reader(lines))
    return found


def test_what_libreoffice_shows_is_what_was_written(tmp_path: Path, profile: str) -> None:
    """Every cell of every sheet, days in ISO form; nothing was computed and nothing left out."""
    rows = checklist(load(MONITORED), as_of=DAY)
    shown = sheets(rows, tmp_path, profile)
    book = load_workbook(BytesIO(render_xlsx(rows)))
    assert set(shown) == set(book.sheetnames)
    for sheet in book:
        written = [
            ["" if cell is None else cell.date().isoformat() if hasattr(cell, "date") else str(cell) for cell in line]
            for line in sheet.iter_rows(values_only=True)
        ]
        assert shown[sheet.title] == written, sheet.title


def test_hostile_texts_are_texts_in_libreoffice(tmp_path: Path, profile: str) -> None:
    """No formula is computed, in a workbook or in CSV."""
    formula = '=1+1&CMD|"/C calc"!A0'
    rows = checklist(trial(lambda text: f"{formula} {text}"), as_of=DAY)
    shown = sheets(rows, tmp_path, profile)
    assert any(cell.startswith(formula) for line in shown["Checklist"] for cell in line)
    table = tmp_path / "table.csv"
    table.write_text(render_csv(rows), "utf-8", newline="")
    convert(table, "ods", profile)
    convert(tmp_path / "table.ods", "csv:Text - txt - csv (StarCalc):44,34,76", profile)
    with table.open(encoding="utf-8-sig", newline="") as lines:
        cells = [cell for line in csv.reader(lines) for cell in line]
    assert any(formula in cell for cell in cells)
    assert not any(cell.startswith(("2", "Err:", "#")) and "calc" in cell for cell in cells)


def test_a_hostile_record_opens(tmp_path: Path, profile: str) -> None:
    """With all its lines."""
    shown = sheets(checklist(hostile_record(), as_of=DAY), tmp_path, profile)
    assert len(shown["Checklist"]) == 13


def test_every_sheet_is_printed_where_it_can_be_read(tmp_path: Path, profile: str) -> None:
    """On A4, all but the last lying down; the list on several side by side, each of which says what it is about."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(render_xlsx(checklist(load(MONITORED), as_of=DAY)))
    convert(path, "pdf", profile)
    pages = PdfReader(tmp_path / "list.pdf").pages
    sizes = [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages]
    assert set(sizes[:-1]) == {(842, 595)}
    assert sizes[-1] == (595, 842)
    texts = [" ".join(page.extract_text().split()) for page in pages]
    listed = [text for text in texts if "Obligor" in text and "Id No." in text]
    assert all(words in listed[0] for words in ("Obligor", "Undertaking", "My status", "My note"))
    assert any(all(words in text for words in ("Obligor", "Status", "contested", "Petković")) for text in listed[1:])


def test_what_was_filled_in_and_saved_by_libreoffice_is_taken_back(tmp_path: Path, profile: str) -> None:
    """It saves texts, days and empty cells in its own way; twice taken back changes nothing the second time."""
    record = tmp_path / "trial.accord.json"
    record.write_text(dumps(trial()), "utf-8")
    path = tmp_path / "list.xlsx"
    path.write_bytes(render_xlsx(checklist(trial(), as_of=DAY)))
    book = load_workbook(path)
    sheet = book["Checklist"]
    at = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, at["My status"], "done")
    sheet.cell(2, at["My note"], "=seen; “there”")
    sheet.cell(2, at["My note"]).data_type = "s"
    book.save(path)
    convert(path, "ods", profile)
    path.unlink()
    convert(path.with_suffix(".ods"), "xlsx", profile)
    merging = ["import", str(path), str(record), "--assessor", "Me", "--write", "-q"]
    for _ in range(2):
        assert main(merging) == 0
        (rating,) = (each for each in load(record).assessments if each.assessor == "Me")
        assert (rating.obligation_id, rating.value, rating.basis) == (sheet["A2"].value, "done", "=seen; “there”")
        assert rating.on.text == DAY


def test_records_come_back_from_libreoffice_as_they_were(tmp_path: Path, profile: str) -> None:
    """Opened and saved there as a spreadsheet of its own and back, nothing that nobody changed is another."""
    for number, record in enumerate((load(EVERYTHING), load(MONITORED), hostile_record())):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(render_workbook([record]))
        convert(path, "ods", profile)
        path.unlink()
        convert(path.with_suffix(".ods"), "xlsx", profile)
        book = read_book(BytesIO(path.read_bytes()))
        for current in (record, None)[: 1 if record.id == "hostile" else 2]:  # whose signs no workbook can hold
            taken = take_book(book, record.id, current)
            assert (taken.faults, taken.remarks) == ((), ())
            assert taken.record == record


def test_a_cell_that_was_changed_in_libreoffice_is_the_one_that_changes(tmp_path: Path, profile: str) -> None:
    """It saves the others in its own way."""
    record = load(MONITORED)
    person = Person(record)
    place = person.put("Duties", "Clause", record.obligations[0].id, "1-2")
    path = tmp_path / "one.xlsx"
    path.write_bytes(person.saved())
    convert(path, "ods", profile)
    path.unlink()
    convert(path.with_suffix(".ods"), "xlsx", profile)
    taken = take_book(read_book(BytesIO(path.read_bytes())), record.id, record)
    assert taken.record is not None
    assert place.startswith("Duties!")
    first, *rest = record.obligations
    assert taken.record == evolve(record, obligations=(evolve(first, clause="1-2"), *rest))
