"""``accords import`` of checklists: tables as people save them, and records as people write them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from accords.cli import main
from accords.codec import unstructure
from accords.validate import load
from trial import trial

MERGED = {"obligation_id": "law", "assessor": "Me", "on": "2023-01-20", "scale": "free"}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The trial record as a file, with much that the library itself would write otherwise or not at all."""
    plain = {
        "$schema": "https://example.org/agreement.schema.json",
        **unstructure(trial()),
        "time_zone": "UTC",
        "extensions": {"archive": {"weight": 12345678901234567890.5, "small": 1e-2}},
    }
    text = json.dumps(plain).replace("1.2345678901234567e+19", "12345678901234567890.5").replace("0.01", "1.0E-2")
    path = tmp_path / "trial.accord.json"
    path.write_text(text, "utf-8")
    return path


def _merge(record: Path, table: str, content: bytes, *options: str) -> int:
    path = record.with_name(table)
    path.write_bytes(content)
    return main(["import", str(path), str(record), "--assessor", "Me", *options])


def _mine(record: Path) -> list[tuple[str, str | None]]:
    return [(each.value, each.basis) for each in load(record).assessments if each.assessor == "Me"]


def _members(text: str) -> Any:
    """The record with its numbers in the digits in which they are written."""
    return json.loads(text, parse_float=str, parse_int=str)


def test_nothing_but_the_assessment_is_written(record: Path) -> None:
    """What the library would leave out or round stays: the address of the schema, defaults, digits, other ratings."""
    before = _members(record.read_text("utf-8"))
    assert _merge(record, "a.csv", b"Id,As of,My status,My note\nlaw,2023-01-20,done,\n", "--write") == 0
    after = _members(record.read_text("utf-8"))
    assert after.pop("assessments") == [*before.pop("assessments"), {**MERGED, "value": "done"}]
    assert after == before
    assert before["$schema"]
    assert before["extensions"]["archive"] == {"weight": "12345678901234567890.5", "small": "1.0E-2"}


@pytest.mark.thorough
def test_a_table_that_names_no_record_is_of_the_one_on_the_command_line(record: Path) -> None:
    """The column may be deleted or emptied; where other lines name a record, a line without one is of none."""
    head = b"Id,My status,My note,As of,Record\n"
    assert _merge(record, "a.csv", b"Id,My status,My note,As of\nlaw,done,,2023-01-20\n", "--write") == 0
    assert _mine(record) == [("done", None)]
    assert _merge(record, "b.csv", head + b"law,begun,,2023-01-20,\n", "--write") == 0
    assert _mine(record) == [("begun", None)]
    mixed = head + b"law,done,,2023-01-20," + load(record).id.encode() + b"\npay/serbia,done,,2023-01-20,\n"
    assert _merge(record, "c.csv", mixed, "--write") == 1
    assert _mine(record) == [("done", None)]


_HEAD = "Id,My status,My note,As of\n"
_ROW = "law,done,seen,2023-01-20\n"
_SAVED: list[tuple[str, str | bytes]] = [
    ("with semicolons below a title and lines without any", f"Mine, all mine, to 1 May\n\n{_HEAD}\n,,,\n{_ROW}\n"),
    ("with a line that says what parts its cells", f"sep=;\n{_HEAD}{_ROW}"),
    ("in columns of another order", "As of,My note,More,My status,Id\n2023-01-20,seen,,done,law\n"),
    ("with commas in a heading", 'Id;"who, or, what, so";My status;My note;As of\nlaw;;done;seen;2023-01-20\n'),
    ("with headings in capitals and spaces about", " ID , MY STATUS,my note,AS OF\n law ,done , seen ,2023-01-20\n"),
    ("with the day as a moment", f"{_HEAD}law,done,seen,2023-01-20 00:00:00\n"),
    ("as text in Unicode", ("\ufeff" + (_HEAD + _ROW).replace(",", "\t")).encode("utf-16-le")),
    ("with the line ends of an old Mac", (_HEAD + _ROW).replace("\n", "\r")),
]  # fmt: skip


@pytest.mark.wide
@pytest.mark.parametrize("ending", [".csv", ".txt", ".tsv"])
@pytest.mark.parametrize("content", [row[1] for row in _SAVED], ids=[row[0] for row in _SAVED])
def test_a_table_is_read_however_a_program_saved_it(content: str | bytes, ending: str, record: Path) -> None:
    """What parts its cells, where its headings stand and how they are written makes no difference."""
    raw = content if isinstance(content, bytes) else content.encode()
    assert _merge(record, f"a{ending}", raw, "--write") == 0
    assert _mine(record) == [("done", "seen")]
    semicolons = raw.replace(b",", b";") if b"," in raw and b";" not in raw else raw
    assert _merge(record, f"b{ending}", semicolons, "--write") == 0
    assert _mine(record) == [("done", "seen")]


@pytest.mark.parametrize("column", ["My status", "My note"])
def test_one_column_of_ones_own_is_enough(column: str, record: Path) -> None:
    """The other may be deleted."""
    assert _merge(record, "a.csv", f"Id,{column},As of\nlaw,done,2023-01-20\n".encode(), "--write") == 0
    assert _mine(record) == [("done", None) if column == "My status" else ("note only", "done")]


@pytest.mark.wide
@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (f"{_HEAD}law,,,2023-01-20\n", 0, "no line of"),
        (_HEAD, 0, "no line of"),
        (f"{_HEAD}law,done,#NAME?,2023-01-20\n", 1, 'under "My note" stands a formula without a result, or an error'),
        (f"{_HEAD}law,done,seen,2023-01-20\npay/serbia,done,,2023-01-21\n", 2, "several days (2023-01-20 and"),
        (f"{_HEAD}law,done,seen,\n", 2, "is as of no day"),
        ("Id,My status,My status,As of\nlaw,done,begun,2023-01-20\n", 2, "two columns 'My status'"),
        (f'{_HEAD}law,done,"seen,2023-01-20\npay/serbia,done,,2023-01-20\n', 2, "a quotation mark that is not closed"),
    ],
)  # fmt: skip
def test_what_a_table_does_not_tell_is_said(
    content: str, code: int, said: str, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is dropped without a word, and nothing taken that nobody wrote."""
    assert _merge(record, "a.csv", content.encode(), "--write") == code
    assert said in capsys.readouterr().err
    assert _mine(record) == ([("done", None)] if code == 1 else [])


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("filler", "said"),
    [("," * 2_000_000, "longer than"), ("\n" * 1_100_000, "rows"), ("law,done\n" * 100_001, "lines with an id")],
)
def test_a_table_is_read_up_to_a_bound(
    filler: str, said: str, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that has no end, rows without number and lines without number are refused."""
    assert _merge(record, "a.csv", f"{_HEAD}{_ROW}{filler}".encode()) == 2
    assert said in capsys.readouterr().err


@pytest.mark.wide
@pytest.mark.parametrize(
    ("encoding", "note", "code"),
    [
        ("cp1252", "seen", 0),
        ("cp1251", "seen", 0),
        ("cp1252", "gesehen, geprüft", 2),
        ("cp1251", "увидено", 2),
        ("utf-16", "увидено", 0),
        ("utf-8", "увидено", 0),
        ("utf-8-sig", "geprüft \ufffd", 0),
    ],
)
def test_csv_in_another_encoding_is_read_as_far_as_it_is_certain(
    encoding: str, note: str, code: int, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What nobody filled in may be in any encoding; a note in one that cannot be told is refused, with advice."""
    dash = "\N{EN DASH}"
    content = f"Id;Undertaking;As of;My status;My note\nlaw;must {dash} soon;2023-01-20;done;{note}\n".encode(encoding)
    assert _merge(record, "a.csv", content, "--write") == code
    told = capsys.readouterr().err
    assert ('save it as "CSV UTF-8"' in told) is bool(code)
    assert ("row 2" in told) is bool(code)
    taken = [each.basis for each in load(record).assessments if each.assessor == "Me"]
    assert taken == ([] if code else [note])


def test_a_day_in_the_form_of_another_country_is_refused_with_advice(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody can tell which number is the month; the option that says so is named, and works."""
    content = b"Id,As of,My status,My note\nlaw,5/1/2023,done,\n"
    assert _merge(record, "a.csv", content) == 2
    assert "--as-of" in capsys.readouterr().err
    assert _merge(record, "a.csv", content, "--as-of", "2023-05-01") == 0


def test_entries_that_are_left_out_show_in_the_exit_code(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Here a spreadsheet has made a day of an id; the others are taken."""
    content = b"Id,As of,My status,My note\n2-Jan,2023-01-20,done,\nlaw,2023-01-20,done,\n"
    assert _merge(record, "a.csv", content, "--write") == 1
    assert 'no undertaking "2-Jan"; left out' in capsys.readouterr().err
    assert [each.value for each in load(record).assessments if each.assessor == "Me"] == ["done"]


def _with_ids(record: Path, *ids: str) -> None:
    plain = json.loads(record.read_text("utf-8"))
    duty = {"obligor_ids": ["serbia"], "modality": "must", "action": "act"}
    plain["obligations"] += [{"id": each, "clause": "1.10", **duty} for each in ids]
    record.write_text(json.dumps(plain), "utf-8")


@pytest.mark.thorough
def test_ids_that_a_spreadsheet_would_turn_are_guarded_and_come_back(record: Path) -> None:
    """Days, times, numbers and fractions in any of their forms, and nothing else, have an apostrophe before them."""
    turned = ["1-2", "mar-1", "2-jan", "1.10", "007", "1e5", "2020-01", "okt-3", "true"]
    plain = ["5", "jun", "art-1", "pay-2", "a.1", "truth"]
    _with_ids(record, *turned, *plain)
    out = record.with_name("list.csv")
    assert main(["checklist", str(record), "--as-of", "2023-01-20", "--format", "csv", "-o", str(out)]) == 0
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
    ids, clauses = ([row[rows[0].index(heading)] for row in rows[1:]] for heading in ("Id", "Clause"))
    assert {each for each in ids if each[0] == "'"} == {f"'{each}" for each in turned}
    assert "'1.10" in clauses
    rows[0] += ["My status", "My note"]
    for row in rows[1:]:
        row += ["done", ""]
    saved = io.StringIO()
    csv.writer(saved).writerows(rows)
    assert _merge(record, "filled.csv", saved.getvalue().encode(), "--write") == 0
    assert {*turned, *plain} <= {each.obligation_id for each in load(record).assessments if each.assessor == "Me"}


def _book(path: Path, *rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active.title = "Checklist"
    for row in rows:
        book.active.append(row)
    book.create_sheet("About")
    book.save(path)
    return path.read_bytes()


def test_a_formula_that_nobody_computed_is_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The status beside it is taken, the note is not, and the exit code says that something was left out."""
    rows = ("Id", "As of", "My status", "My note"), ("law", "2023-01-20", "done", '="seen on "&"1 May"')
    assert _merge(record, "a.xlsx", _book(record.with_name("b.xlsx"), *rows), "--write") == 1
    told = capsys.readouterr().err
    assert 'row 2: under "My note" stands a formula without a result' in told
    (taken,) = (each for each in load(record).assessments if each.assessor == "Me")
    assert (taken.value, taken.basis) == ("done", None)


def test_lines_above_the_headings_are_passed_over(record: Path) -> None:
    """A title that somebody put there, or a table that begins further down and to the right."""
    rows = ("Our list",), (), (None, "Id", "As of", "My status", "My note"), (None, "law", "2023-01-20", "done", 7.0)
    assert _merge(record, "a.xlsx", _book(record.with_name("b.xlsx"), *rows), "--write") == 0
    (taken,) = (each for each in load(record).assessments if each.assessor == "Me")
    assert (taken.value, taken.basis) == ("done", "7")


@pytest.mark.parametrize(("above", "code"), [(499, 0), (500, 2)])
def test_headings_are_looked_for_in_the_first_five_hundred_lines(
    above: int, code: int, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where they stand no higher it is said so, however much follows."""
    table = "a note\n" * above + "Id,As of,My status,My note\nlaw,2023-01-20,done,\n"
    assert _merge(record, "a.csv", table.encode()) == code
    assert ("has no column 'Id' in the first 500 lines" in capsys.readouterr().err) is (code == 2)
