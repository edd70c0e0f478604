"""Many records: what names stand for, files with a record on each line, and what cannot be read."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from accords.codec.reading import Limits
from accords.corpus import read_records
from accords.validate import Examination
from accords.validate.report import render_full
from counting import counted_steps
from records import ROOT

MINIMAL = json.loads((ROOT / "examples" / "minimal.accord.json").read_text("utf-8"))


def _line(name: str, **more: object) -> str:
    return json.dumps({**MINIMAL, "id": name, **more})


GOOD = [_line("one"), "", _line("two"), "   ", _line("three")]


def _ids(examinations: list[Examination]) -> list[str | None]:
    return [each.agreement.id if each.agreement is not None else None for each in examinations]


def _codes(examinations: list[Examination]) -> list[tuple[str, int | None]]:
    return [(found.code, found.line) for each in examinations for found in each.report.diagnostics]


WAYS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("deals.jsonl", lambda raw: raw),
    ("deals.jsonl", lambda raw: raw + b"\n"),
    ("deals.jsonl", lambda raw: raw.replace(b"\n", b"\r\n")),
    ("deals.jsonl.gz", gzip.compress),
]


@pytest.mark.parametrize(("name", "written"), WAYS, ids=["plain", "ended", "crlf", "gz"])
def test_a_file_of_lines_holds_a_record_on_each(name: str, written: Callable[[bytes], bytes], tmp_path: Path) -> None:
    """Empty lines are passed over; line ends and compression make no difference."""
    path = tmp_path / name
    path.write_bytes(written("\n".join(GOOD).encode()))
    found = list(read_records([path]))
    assert _ids(found) == ["one", "two", "three"]
    assert [each.report.first_line for each in found] == [1, 3, 5]


@pytest.mark.parametrize("name", ["<stdin>", "posted.jsonl", "posted.jsonl.gz"])
def test_standard_input_may_hold_lines_too(name: str) -> None:
    """A first line that is a whole object, with more after it, is no single record."""
    raw = "\n".join(GOOD).encode()
    stream = io.BytesIO(gzip.compress(raw) if name.endswith("gz") else raw)
    assert _ids(list(read_records(["-"], stdin=stream, stdin_name=name))) == ["one", "two", "three"]


@pytest.mark.parametrize(
    "text", [_line("one"), _line("one") + "\n \n", json.dumps(MINIMAL, indent=2), "", "{", "[]\n1"]
)
def test_standard_input_that_is_one_text_is_examined_as_one(text: str) -> None:
    """Laid out or not, whole or broken."""
    found = list(read_records(["-"], stdin=io.BytesIO(text.encode())))
    assert len(found) == 1
    assert found[0].report.file == "<stdin>"
    assert (found[0].agreement is not None) == (len(text) > 10)


def test_findings_are_on_the_line_of_the_file_and_excerpts_show_it(tmp_path: Path) -> None:
    """The third record is the one at fault, on line 5, with what it refers to on the same line."""
    path = tmp_path / "deals.jsonl"
    broken = _line("three").replace('"obligor_ids": ["ruritania"]', '"obligor_ids": ["ruritaina"]')
    path.write_text("\n".join([*GOOD[:4], broken, _line("four")]))
    found = list(read_records([path]))
    assert _ids(found) == ["one", "two", None, "four"]
    assert _codes(found) == [("ACC201", 5)]
    printed = render_full(found[2].report, found[2].text)
    assert f"{path}:5:" in printed
    assert "5 | …" in printed
    assert "ruritaina" in printed
    assert all(place.line == 5 for place in found[2].report.diagnostics[0].related)


def test_a_line_that_is_broken_or_too_long_stops_nothing(tmp_path: Path) -> None:
    """Each is a finding on its own line, however long the line is."""
    path = tmp_path / "deals.jsonl"
    path.write_bytes(
        b"\n".join([_line("one").encode(), b"{oops", b" " + b'"x' * 3_000_000, b"\xff", b"7", GOOD[2].encode()])
    )
    found = list(read_records([path], limits=Limits(max_bytes=10_000)))
    assert _ids(found) == ["one", None, None, None, None, "two"]
    assert _codes(found) == [("ACC001", 2), ("ACC006", 3), ("ACC003", 4), ("ACC009", 5)]


@pytest.mark.parametrize(
    "raw",
    [b"not compressed", gzip.compress(GOOD[0].encode())[:-9], gzip.compress(GOOD[0].encode())[:10] + b"\xff" * 40],
    ids=["plain", "cut short", "broken"],
)
def test_a_broken_archive_is_a_finding(raw: bytes, tmp_path: Path) -> None:
    """It stops neither the run nor anything that was read before."""
    (tmp_path / "a.jsonl.gz").write_bytes(raw)
    (tmp_path / "b.jsonl").write_text(GOOD[0])
    found = list(read_records([tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl"]))
    assert "ACC012" in [code for code, _ in _codes(found)]
    assert _ids(found)[-1] == "one"


@pytest.mark.thorough
def test_what_compresses_well_is_not_unpacked_at_once(tmp_path: Path) -> None:
    """One line of 30 MB in a small file is a finding, read in pieces."""
    path = tmp_path / "deals.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as out:
        for _ in range(30):
            out.write(b" " * 999_999 + b"x")
        out.write(b"\n" + GOOD[0].encode())
    tracemalloc.start()
    found = list(read_records([path], limits=Limits(max_bytes=100_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert _codes(found) == [("ACC006", 1)]
    assert _ids(found) == [None, "one"]
    assert peak < 5_000_000


@pytest.mark.parametrize("name", ["deals.jsonl", "deals.jsonl.gz"])
def test_empty_lines_are_passed_over_many_at_once_and_counted(name: str, tmp_path: Path) -> None:
    """Whatever white space is in them; the lines after them have their own numbers."""
    empty = b"\n" * 300_000 + b" \t\r\n" * 50_000 + b"  "
    path = tmp_path / name
    with gzip.open(path, "wb") if name.endswith("gz") else path.open("wb") as out:
        out.write(GOOD[0].encode() + b"\n" + empty + GOOD[2].encode() + b"\n\n{")
    list(read_records([path]))  # what is worked out once for all
    with counted_steps() as work:
        found = list(read_records([path]))
    assert work.count < 50_000
    assert [each.report.first_line for each in found] == [1, 350_002, 350_004]
    assert _ids(found) == ["one", "two", None]


def test_an_empty_line_above_the_limit_is_told(tmp_path: Path) -> None:
    """It is no empty line: nobody knows what follows in it."""
    path = tmp_path / "deals.jsonl"
    path.write_bytes(b"\n\n" + b" " * 50 + b"\n\n" + GOOD[0].encode())
    found = list(read_records([path], limits=Limits(max_bytes=20)))
    assert [code for code, _ in _codes(found)] == ["ACC006", "ACC006"]


def test_a_folder_holds_records_and_files_of_lines(tmp_path: Path) -> None:
    """Each once, though named twice; other files are none of ours."""
    (tmp_path / "a.accord.json").write_text(_line("alone"))
    (tmp_path / "b.accord.jsonl").write_text("\n".join(GOOD))
    (tmp_path / "c.jsonl").write_text('{"something": "else"}')
    found = list(read_records([tmp_path, tmp_path / "a.accord.json", f"{tmp_path}/*.json"]))
    assert _ids(found) == ["alone", "one", "two", "three"]


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    """An empty folder, an empty file of lines, a missing one, a folder that is called like one."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "void.jsonl").write_text(" \n")
    (tmp_path / "folder.jsonl").mkdir()
    names = [tmp_path / name for name in ("empty", "void.jsonl", "missing.jsonl", "folder.jsonl")]
    found = list(read_records(names))
    assert [code for code, _ in _codes(found)] == ["ACC012"] * 4
    assert [each.report.file for each in found] == [str(name) for name in names]
