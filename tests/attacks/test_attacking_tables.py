"""Workbooks made to break a program that takes them back: small files that stand for millions of cells."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from accords.cli import main
from accords.editing.workbook import stored_parts
from forked import each_in_a_process
from records import ROOT

MINIMAL = ROOT / "examples" / "minimal.accord.json"
SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MOST_MEMORY = 500_000_000

Parts: TypeAlias = "Iterator[bytes]"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook as it is written, in which the first duty is done."""
    path = tmp_path_factory.mktemp("book") / "ok.xlsx"
    command = ["checklist", str(MINIMAL), "--as-of", "2023-01-20", "--format", "xlsx", "-o", str(path)]
    assert main(command) == 0
    return path


def _stray(place: str, row: int) -> Callable[[bytes], Parts]:
    cell = f'<sheetData><row r="{row}"><c r="{place}" t="inlineStr"><is><t>z</t></is></c></row>'
    return lambda old: iter([old.replace(b"<sheetData>", cell.encode(), 1)])


def _wide(_: bytes) -> Parts:
    yield b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    for row in range(1, 1000):
        yield "".join(f'<row r="{row}{at:03}"><c r="XFD1"><v>1</v></c></row>' for at in range(1000)).encode()
    yield b"</sheetData></worksheet>"


def _texts(*, each: bytes, count: int) -> Callable[[bytes], Parts]:
    def parts(_: bytes) -> Parts:
        yield b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        for _ in range(count):
            yield each
        yield b"</sst>"

    return parts


def _entities(_: bytes) -> Parts:
    doubled = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 40))
    yield f'<!DOCTYPE sst [<!ENTITY e0 "ha">{doubled}]><sst><si><t>&e39;</t></si></sst>'.encode()


TOO_MANY = "more than 4,000,000"

ATTACKS: dict[str, tuple[str, Callable[[bytes], Parts], str]] = {
    "stray-cell": (SHEET, _stray("XFD1048576", 1048576), ""),
    "stray-row": (SHEET, _stray("A1048576", 1048576), ""),
    "stray-column": (SHEET, _stray("ZZ20000", 20000), ""),
    "cells-far-out": (SHEET, _wide, "has no column"),
    "texts-12000000": (TEXTS, _texts(each=b"<si><t>x</t></si>" * 60_000, count=200), "larger than 200 MB"),
    "texts-6000000": (TEXTS, _texts(each=b"<si><t>x</t></si>" * 60_000, count=100), TOO_MANY),
    "one-long-text": (TEXTS, _texts(each=b"<si><t>" + b"x" * 1_000_000, count=150), "more than 30,000,000"),
    "entities": (TEXTS, _entities, "declares entities"),
}


SLOW = [name for name, (*_, said) in ATTACKS.items() if said == TOO_MANY]
SOON = [name for name in ATTACKS if name not in SLOW]


@pytest.mark.parametrize("names", [SOON, pytest.param(SLOW, marks=pytest.mark.slow)], ids=["soon", "slow"])
def test_a_workbook_that_attacks(names: list[str], book: Path, tmp_path: Path) -> None:
    """It is read for what it holds, or refused in a sentence, with little memory."""
    paths = [_changed(book, *ATTACKS[name][:2], tmp_path / f"{name}.xlsx") for name in names]
    commands = [["import", str(path), str(MINIMAL), "--assessor", "X"] for path in paths]
    for name, done in zip(names, each_in_a_process(commands, tmp_path, memory=MOST_MEMORY), strict=True):
        said = ATTACKS[name][2]
        assert done.code == (2 if said else 0), (name, done.told)
        assert said in done.told, name
        assert "Traceback" not in done.told, name


OF_RECORDS = {
    "stray-cell": "Actors!A1048576: this row stands above the titles",
    "stray-row": "Actors!A1048576",
    "cells-far-out": "no row of titles",
    "one-long-text": "more than 30,000,000",
    "texts-12000000": "larger than 200 MB",
    "entities": "declares entities",
}


def test_a_workbook_of_a_record_that_attacks(tmp_path: Path) -> None:
    """It gets one clear answer, with little memory, and the record stays as it is."""
    record, book = tmp_path / "record.json", tmp_path / "ok.xlsx"
    record.write_bytes(MINIMAL.read_bytes())
    assert main(["export", str(record), "-o", str(book)]) == 0
    commands = []
    for name in OF_RECORDS:
        part, change, _ = ATTACKS[name]
        path = _changed(book, part.replace("sheet1", "sheet2"), change, tmp_path / f"{name}.xlsx")
        commands.append(["import", str(path), str(record), "--format", "workbook", "--write"])
    ended = each_in_a_process(commands, tmp_path, memory=MOST_MEMORY)
    for (name, said), done in zip(OF_RECORDS.items(), ended, strict=True):
        assert done.code in (0, 1, 2), (name, done.told)
        assert said in done.told, name
        assert "Traceback" not in done.told, name
    assert record.read_bytes() == MINIMAL.read_bytes()


@pytest.mark.parametrize(("most", "said"), [(2_999, "more than 2,999"), (3_000, "has no column")])
def test_what_a_workbook_holds_is_counted(
    most: int,
    said: str,
    book: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As many cells and texts as are read, and one more: the limit is lowered, for four million take a while."""
    monkeypatch.setattr(stored_parts, "_MOST_TAGS", most)
    texts = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + b"<si/>" * 2_999 + b"</sst>"
    path = _changed(book, TEXTS, lambda _: iter([texts]), tmp_path / "many.xlsx")
    assert main(["import", str(path), str(MINIMAL), "--assessor", "X"]) == 2
    assert said in capsys.readouterr().err


def _changed(book: Path, part: str, change: Callable[[bytes], Parts], path: Path) -> Path:
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for each in old.namelist():
            with new.open(each, "w", force_zip64=True) as out:
                for piece in change(old.read(each)) if each == part else [old.read(each)]:
                    out.write(piece)
    return path
