"""``accords import`` of checklists: tables that people filled in, moved about and saved with whatever program."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from openpyxl import load_workbook

from accords.cli import main
from accords.codec import dumps
from accords.validate import load
from trial import trial

DAY = "2023-01-20"
Rows = list[list[Any]]


@pytest.fixture
def record(tmp_path: Path) -> str:
    """The trial record as a file."""
    path = tmp_path / "trial.accord.json"
    path.write_text(dumps(trial()), "utf-8")
    return str(path)


def _book(record: str, change: Callable[[Rows], Rows | None]) -> str:
    """A workbook of ``record`` in which ``law`` is done and ``pay`` of Serbia begun, then changed and saved."""
    path = str(Path(record).with_name("filled.xlsx"))
    assert main(["checklist", record, "--as-of", DAY, "--format", "xlsx", "-o", path]) == 0
    book = load_workbook(path)
    sheet = book["Checklist"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    changed = change(_filled(rows)) or rows
    sheet.delete_rows(1, sheet.max_row)
    for row in changed:
        sheet.append(row)
    book.save(path)
    return path


def _filled(rows: Rows) -> Rows:
    heading = rows[0]
    for row in rows[1:]:
        entry = {"law": ("done", "seen in the gazette"), "pay/serbia": ("begun", "")}.get(row[heading.index("Id")])
        if entry:
            row[heading.index("My status")], row[heading.index("My note")] = entry
    return rows


def _set(rows: Rows, instance: str, column: str, value: object) -> None:
    for row in rows[1:]:
        if row[rows[0].index("Id")] == instance:
            row[rows[0].index(column)] = value
            return


def _own(rows: Rows) -> slice[int, int, None]:
    """The columns of one's own status and note."""
    first = rows[0].index("My status")
    return slice(first, first + 2)


def _with_own(rows: Rows, row: list[object], entry: list[object]) -> list[object]:
    own = _own(rows)
    return [*row[: own.start], *entry, *row[own.stop :]]


def _taken(record: str) -> set[tuple[str, str]]:
    return {(each.obligation_id, each.value) for each in load(record).assessments if each.assessor == "Me"}


BOTH = {("law", "done"), ("pay", "begun")}
CHANGES: list[tuple[str, Callable[[Rows], Rows | None], set[tuple[str, str]], str]] = [
    ("as it was", lambda rows: None, BOTH, ""),
    ("lines in another order", lambda rows: [rows[0], *reversed(rows[1:])], BOTH, ""),
    ("columns in another order", lambda rows: [list(reversed(row)) for row in rows], BOTH, ""),
    ("columns removed", lambda rows: [[row[0], *row[_own(rows)]] for row in rows], BOTH, ""),
    ("lines removed", lambda rows: [row for row in rows if row[0] in ("Id", "law")], {("law", "done")}, ""),
    ("lines empty in between", lambda rows: [rows[0], [], *rows[1:], [None] * 4], BOTH, ""),
    (
        "an id edited",
        lambda rows: _set(rows, "law", "Id", "lwa"),
        {("pay", "begun")},
        'the record has no undertaking "lwa"',
    ),
    (
        "a status misspelt",
        lambda rows: _set(rows, "law", "My status", "doen"),
        {("law", "doen"), ("pay", "begun")},
        'did you mean "done"?',
    ),
    (
        "a status of one's own",
        lambda rows: _set(rows, "law", "My status", 3.0),
        {("law", "3"), ("pay", "begun")},
        '"3" is none',
    ),
    ("a line twice", lambda rows: [*rows, rows[1]], BOTH, ""),
    (
        "two lines for one",
        lambda rows: [*rows, *(_with_own(rows, row, ["begun", ""]) for row in rows if row[0] == "law")],
        BOTH,
        "stands in",
    ),
]
LEFT_OUT = ('the record has no undertaking "lwa"', "stands in")
"""What is said of entries that are not taken; the exit code is then 1."""


@pytest.mark.further
@pytest.mark.wide
@pytest.mark.parametrize(("change", "taken", "said"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_entries_are_found_wherever_they_stand(
    change: Callable[[Rows], Rows | None],
    taken: set[tuple[str, str]],
    said: str,
    record: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Shown first, written on request, and the second time nothing is left to do."""
    path = _book(record, change)
    merging = ["import", path, record, "--assessor", "Me"]
    before = Path(record).read_text("utf-8")
    code = 1 if said in LEFT_OUT else 0
    assert main(merging) == code
    shown = capsys.readouterr()
    assert said in shown.err
    assert Path(record).read_text("utf-8") == before
    assert main([*merging, "--write"]) == code
    assert _taken(record) == taken
    assert capsys.readouterr().out == shown.out
    once = Path(record).read_text("utf-8")
    assert main([*merging, "--write"]) == code
    assert capsys.readouterr().out == ""
    assert Path(record).read_text("utf-8") == once
    assert main(["validate", "-q", record]) == 0


@pytest.mark.thorough
def test_a_table_of_an_older_version_is_matched_by_id_and_says_so(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A duty that is gone is named; the others are taken back."""
    path = _book(record, lambda rows: None)
    old = load(record)
    Path(record).write_text(
        dumps(evolve(old, obligations=tuple(each for each in old.obligations if each.id != "pay"))), "utf-8"
    )
    assert main(["import", path, record, "--assessor", "Me", "--write"]) == 1
    printed = capsys.readouterr()
    assert "has changed since" in printed.err
    assert 'no undertaking "pay/serbia"' in printed.err
    assert _taken(record) == {("law", "done")}


@pytest.mark.thorough
def test_a_table_of_several_records_gives_each_its_own(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines of other records are passed over; a table without any line of the record is refused."""
    other = Path(record).with_name("other.accord.json")
    other.write_text(dumps(evolve(trial(), id="other")), "utf-8")
    stranger = Path(record).with_name("stranger.accord.json")
    stranger.write_text(dumps(evolve(trial(), id="stranger")), "utf-8")
    path = str(Path(record).with_name("both.xlsx"))
    assert main(["checklist", record, str(other), "--as-of", DAY, "--format", "xlsx", "-o", path]) == 0
    book = load_workbook(path)
    sheet = book["Checklist"]
    heading = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        if row[heading.index("Id")].value == "law":
            row[heading.index("My status")].value = f"seen in {row[heading.index('Record')].value}"
    book.save(path)
    for name in (record, str(other)):
        assert main(["import", path, name, "--assessor", "Me", "--write"]) == 0
        assert _taken(name) == {("law", f"seen in {load(name).id}")}
    assert main(["import", path, str(stranger), "--assessor", "Me"]) == 2
    assert "is of the record" in capsys.readouterr().err


@pytest.mark.thorough
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_the_two_columns_added_is_taken_back_too(delimiter: str, record: str) -> None:
    """As a spreadsheet of whatever country saves it, with the apostrophes before what might be a formula."""
    path = Path(record).with_name("filled.csv")
    assert main(["checklist", record, "--as-of", DAY, "--format", "csv", "-o", str(path)]) == 0
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    rows[0] += ["My status", "My note"]
    for row in rows[1:]:
        row.extend(["done", "'=1+1; “quoted”\nand more"] if row[0] == "law" else ["", ""])
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path.write_text(out.getvalue(), "utf-8-sig", newline="")
    assert main(["import", str(path), record, "--assessor", "Me", "--write"]) == 0
    (rating,) = (each for each in load(record).assessments if each.assessor == "Me")
    assert (rating.value, rating.basis, rating.on.text) == ("done", "=1+1; “quoted” and more", DAY)


def test_what_is_no_checklist_is_refused_in_words(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A table without the columns, an archive of something else, text in another encoding, a day that is none."""
    folder = Path(record).parent
    (folder / "a.csv").write_text("Id,Undertaking\n", "utf-8")
    (folder / "b.csv").write_bytes("Id,My status,My note\nlaw,é,\n".encode("latin-1"))
    (folder / "d.xlsx").write_bytes(b"PK")
    with zipfile.ZipFile(folder / "c.xlsx", "w") as archive:
        archive.writestr("mimetype", "none")
    words = {
        "a.csv": "has no column 'My status' or 'My note'",
        "b.csv": "no CSV in UTF-8",
        "c.xlsx": "no workbook",
        "d.xlsx": "no workbook",
    }
    for name, said in words.items():
        assert main(["import", str(folder / name), record, "--assessor", "Me"]) == 2
        assert said in capsys.readouterr().err
    path = _book(record, lambda rows: None)
    assert main(["import", path, record, "--assessor", "Me", "--as-of", "sometime"]) == 2
    assert main(["import", path, record, record, "--assessor", "Me"]) == 2


@pytest.mark.further
@pytest.mark.parametrize(
    ("ending", "raw", "said"),
    [
        (".xlsx", lambda book: book[: len(book) // 2], "damaged or was cut off; fetch it again"),
        (".xlsx", lambda book: book.replace(b"xl/workbook.xml", b"xl/walkbook.xml"), "save the table as .xlsx"),
        (".xlsx", lambda book: b"", "it is empty"),
        (".xlsx", lambda book: b"Id,My status\n", "something else under that name; save the table as .xlsx"),
        (".xlsx", lambda book: bytes.fromhex("d0cf11e0a1b11ae1"), "locked with a password; save it as .xlsx"),
        (".csv", lambda book: book, "bytes that no text has; save the table as CSV UTF-8"),
        (".csv", lambda book: b"\n", "it is empty"),
        (".csv", lambda book: b'"' + b"x" * 200_000, "a quotation mark that is not closed"),
    ],
)  # fmt: skip
def test_of_a_damaged_table_it_is_said_what_it_is_and_what_to_do(
    ending: str, raw: Callable[[bytes], bytes], said: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, and in none of a library's words."""
    before = Path(record).read_bytes()
    path = Path(record).parent / f"damaged{ending}"
    path.write_bytes(raw(Path(_book(record, lambda rows: None)).read_bytes()))
    capsys.readouterr()
    assert main(["import", str(path), record, "--format", "checklist", "--assessor", "Me"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert said in told
    assert not any(word in told for word in ("zip file", "directory", "token", "archive'"))
    assert Path(record).read_bytes() == before


def test_a_record_keeps_its_layout(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    """On one line as it was, with the entries in it and nothing else changed."""
    book = _book(record, lambda rows: None)
    before = json.dumps(json.loads(Path(record).read_text("utf-8")))
    Path(record).write_text(before, "utf-8")
    capsys.readouterr()
    assert main(["import", book, record, "--assessor", "Me", "--write"]) == 0
    assert "done" in capsys.readouterr().out
    after = Path(record).read_text("utf-8")
    assert "\n" not in after
    at = next(at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1])
    assert after.endswith(before[at:])
