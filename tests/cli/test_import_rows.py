"""``accords import`` of a sheet of rows by a map."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accords.cli import main

SHEET = (
    "agreement,title,form,concluded,parties,clause,obligor,modality,action,due,shelf\n"
    "ferry,Ferry agreement,signed,1911-05-04,Ruritania; Graustark,1,Ruritania,shall,mend the landing,1911-09-30,B 12\n"
    "ferry,,,,,2,Graustark,must not,charge tolls on the ferry,,\n"
)


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sheet with a duty on each row, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "duties.csv"
    path.write_text(SHEET, "utf-8")
    return path


def test_records_are_written_on_lines_and_what_is_not_read_is_told(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Columns that the map does not name lose nothing that it reads, and are no failure."""
    assert main(["import", sheet.name, "--map", "duties", "-o", "out.jsonl"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[0] == "2 rows read by the map 'One row a duty'"
    assert "  made: obligations: 2" in said.err.splitlines()
    assert "  not in the map: column shelf: 1 cell, first in row 2" in said.err.splitlines()
    assert any(line.startswith("  not in the sheet: as_written, ends") for line in said.err.splitlines())
    (record,) = map(json.loads, Path("out.jsonl").read_text("utf-8").splitlines())
    assert [duty["modality"] for duty in record["obligations"]] == ["must", "must_not"]
    assert main(["validate", "out.jsonl", "--strict"]) == 0


def test_without_an_output_lines_go_to_standard_output(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For a pipe; a byte order mark in the sheet is none of its columns."""
    sheet.write_bytes(b"\xef\xbb\xbf" + SHEET.encode())
    assert main(["import", sheet.name, "--map", "duties", "-q"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["id"] == "ferry"
    assert said.err == ""


def test_what_is_lost_gives_exit_code_1(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the column, the first row and what stands there."""
    sheet.write_text(SHEET.replace("1911-09-30", "in autumn"), "utf-8")
    assert main(["import", sheet.name, "--map", "duties", "-o", "out.jsonl"]) == 1
    told = capsys.readouterr().err
    assert "  not read: column due: 1 cell, first in row 2 ('in autumn'): it is no day written year-first" in told
    assert Path("out.jsonl").exists()


def test_a_record_with_errors_is_left_out_and_told(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the row and what is wrong with it; the others are written."""
    bad = "".join(f"bad{number},Bad,wrong,1911,A; B,1,A,shall,run,,\n" for number in range(7))
    sheet.write_text(SHEET + bad, "utf-8")
    assert main(["import", sheet.name, "--map", "duties", "-o", "out.jsonl"]) == 1
    told = capsys.readouterr().err
    assert "the record of row 4 has errors and is left out:\n" in told
    assert "ACC104" in told
    assert "and 2 other records with errors, left out" in told
    assert len(Path("out.jsonl").read_text("utf-8").splitlines()) == 1


def test_a_map_of_ones_own_is_a_file(sheet: Path) -> None:
    """In TOML."""
    Path("mine.toml").write_text(
        '[source]\ntitle = "Mine"\n[read]\nrecord = "agreement"\n[record]\nid = "{agreement}"\ntitle = "{title}"\n'
        '[[each.actors]]\nid = "a"\nname = "A"\n[[each.parties]]\nactor_id = "a"\n',
        "utf-8",
    )
    assert main(["import", sheet.name, "--map", "mine.toml", "-o", "out.jsonl", "-q"]) == 0
    assert json.loads(Path("out.jsonl").read_text("utf-8"))["sources"][0]["title"] == "Mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--map", "dutys"], "--map dutys: no map that comes with accords is called 'dutys'; did you mean duties?"),
        (["--map", "none.toml"], "--map none.toml cannot be read"),
        (["--map", "wrong.toml"], "--map wrong.toml: the map needs a table [read]"),
        (["--map", "atop-members"], "duties.csv: it has no column 'atopid', which the map tells records apart by"),
        (["--map", "duties", "-o", "duties.csv"], "would replace what is read"),
        (["--map", "duties", "-o", "no/where.jsonl"], "no/where.jsonl cannot be written"),
        (["--format", "rows"], "rows are taken in by a map: name one with --map"),
        ([], "rows of another sheet become records by a map, which --map names"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    arguments: list[str], said: str, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit code 2, and nothing written."""
    Path("wrong.toml").write_text("title = 'x'\n", "utf-8")
    assert main(["import", sheet.name, *arguments]) == 2
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in Path().iterdir()) == ["duties.csv", "wrong.toml"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (SHEET.encode("utf-16"), "duties.csv: it is not written in utf-8"),
        (
            SHEET.replace(",", ";").encode(),
            "by; where a semicolon parts its cells, say so in the map, as delimiter",
        ),
        (b"", "row 1 has no names of columns"),
        (SHEET.encode() + b"ferry,1,2,3,4,5,6,7,8,9,10,11,12\n", "row 4 has 13 cells, and there are 11 columns"),
        (
            SHEET.encode() + b"mill,Mill\nferry,again\n",
            "row 5: agreement is 'ferry' again; sort the sheet by that column",
        ),
    ],
)
def test_a_sheet_that_is_none_writes_nothing(
    content: bytes, said: str, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """However far it was read."""
    sheet.write_bytes(content)
    assert main(["import", sheet.name, "--map", "duties", "-o", "out.jsonl"]) == 2
    assert said in capsys.readouterr().err
    assert not Path("out.jsonl").exists()
