"""Tables in files and databases: the same for any number of processes, whole or not at all, and asked in safety."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import accords
from accords.corpus import pieces
from accords.corpus.asking import answered
from accords.corpus.database import MissingExtraError, QuestionError, ask
from accords.corpus.records import Piece
from accords.corpus.seen import SeenIds
from accords.corpus.table_files import DATABASE, FORMS, ForeignFolderError, export_tables
from accords.corpus.tabulating import tabulate
from accords.tables import TABLES, to_tables
from hostile import HOSTILE, hostile_record
from records import NEAR_MISSES, ROOT, WHOLE, read_plain

MINIMAL = ROOT / "examples" / "minimal.accord.json"
FAULTY = ROOT / "tests" / "rules" / "ACC201-unknown-id"
MANY = [str(path) for path in (*WHOLE, *NEAR_MISSES[::12])]
DAYS = ("2022-12-01", "2024-01-08")


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _written(cell: Any) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of many records in CSV."""
    target = tmp_path_factory.mktemp("csv") / "tables"
    export_tables(MANY, target, as_of=DAYS)
    return target


@pytest.mark.thorough
def test_files_hold_what_to_tables_gives(folder: Path) -> None:
    """Cell by cell, and a data package beside them."""
    tables = to_tables(accords.read_records(MANY), as_of=DAYS)
    for name in TABLES:
        assert _read(folder / f"{name}.csv") == [
            {column: _written(cell) for column, cell in row.items()} for row in tables[name]
        ], name
    rows = {each["name"]: each["rows"] for each in json.loads((folder / "datapackage.json").read_text())["resources"]}
    assert rows == {name: len(of) for name, of in tables.items()}


@pytest.mark.thorough
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_several_processes_write_the_same_bytes(form: str, tmp_path: Path) -> None:
    """In the order in which records were read."""
    if form == "parquet":
        pytest.importorskip("duckdb")
    for jobs in (1, 3):
        export_tables(MANY, tmp_path / str(jobs), form=form, as_of=DAYS, jobs=jobs)
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "3")


def test_records_are_taken_one_by_one() -> None:
    """What comes of the first is there before the second is read."""
    taken: list[str] = []

    def counted() -> Iterator[Piece]:
        for piece in pieces(MANY):
            taken.append(piece.file)
            yield piece

    found = tabulate(counted())
    next(found)
    assert len(taken) == 1


@pytest.mark.thorough
def test_every_form_has_the_same_rows(folder: Path, tmp_path: Path) -> None:
    """In Parquet and DuckDB with the types that the codebook states."""
    duckdb = pytest.importorskip("duckdb")
    for form in ("parquet", "duckdb"):
        export_tables(MANY, tmp_path / form, form=form, as_of=DAYS)
    base = duckdb.connect(str(tmp_path / "duckdb" / DATABASE), read_only=True)
    for name, table in TABLES.items():
        wanted = _read(folder / f"{name}.csv")
        in_parquet = duckdb.sql(f"SELECT * FROM '{tmp_path}/parquet/{name}.parquet'").fetchall()
        assert in_parquet == base.sql(f'SELECT * FROM "{name}"').fetchall()
        assert len(in_parquet) == len(wanted)
        for row, cells in zip(wanted, in_parquet, strict=True):
            for column, cell in zip(table.columns, cells, strict=True):
                text = row[column.name]
                assert (Decimal(text) == Decimal(repr(cell))) if isinstance(cell, float) else text == _written(cell)
    told = dict(base.sql("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'claims'").fetchall())
    assert told == {column.name: column.text for column in TABLES["claims"].columns}


def test_no_column_is_a_reserved_word() -> None:
    """So that questions need no quotation marks around names."""
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'").fetchall()
    reserved = {word for (word,) in found}
    assert {"when", "end", "then"} <= reserved
    assert not {column.name for table in TABLES.values() for column in table.columns} & reserved
    assert not TABLES.keys() & reserved


@pytest.mark.thorough
@pytest.mark.parametrize("form", FORMS)
def test_texts_that_try_to_be_something_else_come_through_as_they_are(form: str, tmp_path: Path) -> None:
    """Line ends, quotation marks, zero bytes and formulas are text."""
    record = tmp_path / "hostile.accord.json"
    accords.dump(hostile_record(), record)
    if form == "csv":
        export_tables([record], tmp_path / "out", form=form)
        labels = [row["label"] for row in _read(tmp_path / "out" / "obligations.csv")]
    else:
        duckdb = pytest.importorskip("duckdb")
        export_tables([record], tmp_path / "out", form=form)
        if form == "parquet":
            rows = duckdb.sql(f"SELECT label FROM '{tmp_path}/out/obligations.parquet'").fetchall()
        else:
            rows = list(ask(tmp_path / "out" / DATABASE, "SELECT label FROM obligations").rows)
        labels = [label for (label,) in rows]
    assert labels[: len(HOSTILE)] == list(HOSTILE)


@pytest.mark.thorough
def test_a_number_that_no_database_holds_is_said_and_left_empty(tmp_path: Path) -> None:
    """It is written in CSV, and counted by its column."""
    pytest.importorskip("duckdb")
    text = MINIMAL.read_text("utf-8").replace(
        '"modality": "must",', f'"modality": "must", "quantities": [{{"measure": "t", "at_least": 1{"0" * 400}}}],', 1
    )
    record = tmp_path / "large.accord.json"
    record.write_text(text, "utf-8")
    tally = export_tables([record], tmp_path / "csv")
    assert tally.too_large == {"quantities.at_least": 1}
    assert _read(tmp_path / "csv" / "quantities.csv")[0]["at_least"] == f"1{'0' * 400}"
    question = "SELECT obligation_id, at_least FROM quantities"
    assert accords.query_tables([record], question) == [{"obligation_id": "repair-landing", "at_least": None}]


@pytest.mark.thorough
def test_the_largest_record_that_is_read_goes_through_whole(tmp_path: Path) -> None:
    """Though every sign of its text is written twice."""
    pytest.importorskip("duckdb")
    plain = read_plain(MINIMAL)
    plain["summary"] = '"' * 3_900_000
    record = tmp_path / "large.accord.json"
    record.write_text(json.dumps(plain), "utf-8")
    assert accords.query_tables([record], "SELECT length(summary) AS signs FROM agreements") == [{"signs": 3_900_000}]
    export_tables([record], tmp_path / "parquet", form="parquet")
    assert (tmp_path / "parquet" / "agreements.parquet").stat().st_size > 100


def test_what_cannot_be_used_is_counted_and_told_in_two_tables(tmp_path: Path) -> None:
    """A record with errors, one that is not there, and one whose id was seen before."""
    bad = next(path for path in sorted(FAULTY.glob("bad-*.json")) if ".expected" not in path.name)
    again = tmp_path / "again.accord.json"
    again.write_bytes(MINIMAL.read_bytes())
    tally = export_tables([MINIMAL, bad, tmp_path / "nowhere.json", again], tmp_path / "out")
    assert (tally.records, tally.faulty, tally.unread, tally.again) == (4, 1, 1, 1)
    assert [(row["record_id"] != "", row["tabled"]) for row in _read(tmp_path / "out" / "records.csv")] == [
        (True, "true"),
        (False, "false"),
        (False, "false"),
        (True, "false"),
    ]
    assert {row["file"] for row in _read(tmp_path / "out" / "findings.csv")} == {str(bad), f"{tmp_path}/nowhere.json"}
    assert len(_read(tmp_path / "out" / "agreements.csv")) == 1


def test_a_folder_that_holds_something_else_is_refused_and_stays(tmp_path: Path) -> None:
    """An earlier export is replaced."""
    export_tables([MINIMAL], tmp_path / "out")
    before = _bytes(tmp_path / "out")
    export_tables([MINIMAL], tmp_path / "out")
    assert _bytes(tmp_path / "out") == before
    (tmp_path / "out" / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(ForeignFolderError, match=r"thesis\.txt"):
        export_tables([MINIMAL], tmp_path / "out")
    with pytest.raises(ForeignFolderError, match="it is a file"):
        export_tables([MINIMAL], tmp_path / "out" / "thesis.txt")
    assert _bytes(tmp_path / "out") == {**before, "thesis.txt": b"mine"}


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """And nothing half written beside it."""
    export_tables([MINIMAL], tmp_path / "out")
    before = _bytes(tmp_path / "out")

    def failing() -> Iterator[Piece]:
        yield from pieces([MINIMAL])
        raise RuntimeError("the disk is gone")

    from accords.corpus.table_files import write_tables  # noqa: PLC0415

    with pytest.raises(RuntimeError, match="the disk is gone"):
        write_tables(tabulate(failing()), tmp_path / "out", "csv", ())
    assert _bytes(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CSV needs none."""
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    export_tables([MINIMAL], tmp_path / "csv")
    for form in ("parquet", "duckdb"):
        with pytest.raises(MissingExtraError, match=r"pip install 'accords\[data\]'"):
            export_tables([MINIMAL], tmp_path / form, form=form)
    with pytest.raises(MissingExtraError):
        accords.query_tables([MINIMAL], "SELECT 1")
    assert [path.name for path in tmp_path.iterdir()] == ["csv"]


@pytest.mark.wide
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("SELEC 1", "syntax error"),
        ("SELECT foo FROM claims", "foo"),
        ("", "one SELECT"),
        ("SELECT 1; SELECT 2", "one SELECT"),
        ("DROP TABLE claims", "one SELECT"),
        ("COPY claims TO 'out.csv'", "one SELECT"),
        ("ATTACH 'other.db'", "one SELECT"),
        ("INSTALL httpfs", "one SELECT"),
        ("SET enable_external_access = true", "one SELECT"),
        ("SELECT * FROM read_csv('/etc/hosts')", "disabled"),
        ("SELECT * FROM read_text('https://example.org/')", "disabled"),
        ("SELECT * FROM '/etc/hosts'", "does not exist"),
        ("SELECT error('stop')", "stop"),
    ],
)
def test_a_question_reaches_nothing_but_the_tables(question: str, said: str) -> None:
    """What is none is refused with what DuckDB says, before a record is read."""
    pytest.importorskip("duckdb")
    taken: list[str] = []

    def counted() -> Iterator[Piece]:
        for piece in pieces([MINIMAL]):
            taken.append(piece.file)
            yield piece

    with pytest.raises(QuestionError, match=said), answered(tabulate(counted()), question):
        pass
    assert not taken


@pytest.mark.thorough
def test_a_question_that_fails_on_a_row_says_so() -> None:
    """What a cell holds is known only then."""
    pytest.importorskip("duckdb")
    with pytest.raises(QuestionError, match="Could not convert string"):
        accords.query_tables([MINIMAL], "SELECT CAST(title AS INTEGER) AS number FROM agreements")


def test_a_form_or_a_day_that_is_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    """In words."""
    with pytest.raises(ValueError, match="form is one of csv, parquet, duckdb, not 'xls'"):
        export_tables([MINIMAL], tmp_path / "out", form="xls")
    with pytest.raises(ValueError, match="soon"):
        export_tables([MINIMAL], tmp_path / "out", as_of="soon")
    assert list(tmp_path.iterdir()) == []


def test_ids_are_known_again_with_the_place_where_they_were_first() -> None:
    """However many there are."""
    with SeenIds.kept_aside() as seen:
        assert [seen.note(f"id-{number}", str(number)) for number in range(2000)] == [None] * 2000
        assert [seen.note(f"id-{number}", "later") for number in (0, 1999)] == ["0", "1999"]
        assert seen.first("id-2000") is None
