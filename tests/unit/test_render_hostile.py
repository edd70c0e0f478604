"""Whatever a record contains, no format lets it act: every text goes through every format."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO, StringIO

import pytest
import vobject
from openpyxl import load_workbook
from rich.cells import cell_len

import accords
from accords.checklist import Checklist, checklist
from accords.model.agreement import Agreement
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.ics import render_ics
from accords.render.checklist.json import render_json
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.checklist.xlsx import render_xlsx
from accords.render.status.text import render_changes_markdown, render_status_markdown
from accords.standing.history import changes
from accords.standing.report import status
from accords.validate import load
from gfm import gfm
from page import Page
from records import ROOT
from texts import text_fields, with_texts
from trial import trial

DAY = "2023-01-20"
NAMED = [getattr(accords, name) for name in accords.__all__]
MODEL = [each for each in NAMED if isinstance(each, type) and each.__module__.startswith("accords.model")]
HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=y>",
    "markdown": "](http://x) **b** `c` ![i](j) | # h\n- [x] @all #1",
    "formula": '=HYPERLINK("http://x","y")',
    "lines": "a\r\nBEGIN:VEVENT\r\nSUMMARY:b\u2028c\x0bd\x85e",
    "bidi": "a\u202eb\u2066c\u200fd\u061ce",
    "terminal": "\x1b[2J\x1b]0;t\x07\x9b31m\x00x",
    "rtl": "جمهورية صربيا",
    "noncharacter": "a\ufffe\uffffb",
    "percent": "{0} %s {name} {{",
}
ALL = " ".join((HOSTILE["formula"], *(text for name, text in HOSTILE.items() if name != "formula")))
ACTING = "".join(map(chr, [*range(9), *range(11, 13), *range(14, 32), 127, *range(128, 160)])) + (
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
)


@pytest.fixture(params=HOSTILE)
def rows(request: pytest.FixtureRequest) -> object:
    """The checklist of a record in which every text is a hostile one."""
    bad = HOSTILE[request.param]
    return checklist(trial(lambda text: f"{bad} {text} {bad}"), as_of=DAY)


@pytest.mark.wide
def test_no_character_acts_in_any_text_format(rows: object) -> None:
    """Not in the terminal, Markdown, CSV or a calendar; JSON escapes them."""
    for render in (render_terminal, render_markdown, render_csv, render_ics, render_json):
        text = render(rows)  # type: ignore[operator]
        text.encode("utf-8")
        assert not set(text) & set(ACTING), render.__name__


@pytest.mark.wide
def test_every_format_can_still_be_read(rows: object) -> None:
    """With every item in its place, and no markup made of texts."""
    html = gfm().render(render_markdown(rows))  # type: ignore[arg-type]
    assert not any(tag in html for tag in ("<script", "<img", "<a ", "<table", "<s>"))
    assert len(list(csv.DictReader(StringIO(render_csv(rows), newline="")))) == 12  # type: ignore[arg-type]
    assert len(load_workbook(BytesIO(render_xlsx(rows)))["Checklist"]["A"]) == 13  # type: ignore[arg-type]
    assert len(vobject.readOne(render_ics(rows)).contents["vevent"]) == 11  # type: ignore[arg-type]
    assert json.loads(render_json(rows))["records"][0]["id"] == "trial"  # type: ignore[arg-type]


EVERYTHING = ROOT / "tests" / "records" / "valid" / "everything.accord.json"
WHEN = "2022-11-10"
LONG = "w" * 10_000


CHANGES: dict[str, Callable[[str], str]] = {
    "none": lambda text: f"Text {text}",
    "none, from the right": lambda text: f"{HOSTILE['rtl']} {text}",
    "none, from the right twice": lambda text: f"Text {HOSTILE['rtl']} of {text} and {HOSTILE['rtl']} again",
    "all at once": lambda text: f"{ALL} {text} {ALL}",
    "a numbered list": lambda text: f"1. {text}",
    "a list in a list": lambda text: f"- + 2) {text}",
    "right to left": lambda text: f"{HOSTILE['rtl']} שלום {text} 你好",
}
ATTACKS = {
    "all at once": "none, from the right twice",
    "a numbered list": "none",
    "a list in a list": "none",
    "right to left": "none, from the right",
}
"""Each with the tame texts whose shape it has to keep: what is read from the right is kept apart by more elements."""


@cache
def everything(change: str) -> tuple[Checklist, Agreement]:
    """The record that uses every field, with all its texts changed, and its checklist."""
    record = with_texts(load(EVERYTHING), CHANGES[change])
    return checklist(record, as_of=WHEN), record


def _blocks(markdown: str) -> list[tuple[str, int]]:
    """The blocks of a text in GitHub's Markdown, and what stands inside lines besides words and code."""
    found: list[tuple[str, int]] = []
    for token in gfm().parse(markdown):
        found.append((token.type, token.level))
        inside = (part.type for part in token.children or ())
        found += [(kind, token.level) for kind in inside if kind not in ("text", "text_special")]
    return found


def _elements(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with their attributes, but without pictures: texts are broken into lines there."""
    return Page(re.sub(r"<svg .*?</svg>", "", page, flags=re.DOTALL)).shape


def _properties(calendar: str) -> list[str]:
    unfolded = calendar.replace("\r\n ", "").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    assert "\n" not in "".join(unfolded)
    return [re.split("[:;]", line)[0] for line in unfolded if not line.startswith("CATEGORIES")]


def _types(value: object) -> object:
    if isinstance(value, dict):
        return {key: _types(each) for key, each in value.items()}
    return [_types(each) for each in value] if isinstance(value, list) else type(value).__name__


def _cells(workbook: bytes) -> list[list[list[str]]]:
    return [
        [[cell.data_type for cell in line] for line in sheet.iter_rows()] for sheet in load_workbook(BytesIO(workbook))
    ]


SHAPES: dict[str, Callable[[Checklist, Agreement], object]] = {
    "markdown": lambda rows, _: _blocks(render_markdown(rows)),
    "status": lambda _, record: _blocks(render_status_markdown(status(record, as_of=WHEN), record)),
    "changes": lambda _, record: _blocks(
        render_changes_markdown(changes(record, between=("2022-01-01", WHEN)), record, between=("2022-01-01", WHEN))
    ),
    "html": lambda rows, record: _elements(render_html(rows, record, sign_off=True)),
    "csv": lambda rows, _: [len(line) for line in csv.reader(StringIO(render_csv(rows), newline=""), strict=True)],
    "xlsx": lambda rows, _: _cells(render_xlsx(rows)),
    "ics": lambda rows, _: _properties(render_ics(rows, review_every="P1M")),
    "json": lambda rows, _: _types(json.loads(render_json(rows))),
}


@pytest.mark.thorough
@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("form", SHAPES)
def test_no_text_of_any_field_changes_the_shape_of_a_format(form: str, attack: str) -> None:
    """Whatever stands in the texts of a record, the blocks, elements, cells and properties are those of a tame one."""
    shape = SHAPES[form]
    assert shape(*everything(attack)) == shape(*everything(ATTACKS[attack]))


@pytest.mark.thorough
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_of_any_field_acts_on_a_terminal(attack: str) -> None:
    """No control characters, and no line is wider than asked for."""
    printed = render_terminal(everything(attack)[0], width=80)
    assert not set(printed) & set(ACTING) - {"\n"}
    assert max(map(cell_len, printed.splitlines())) <= 80


def test_every_kind_of_text_of_the_model_is_in_the_record_of_everything() -> None:
    """Otherwise the law above would say less than it seems to."""
    found: list[str] = []
    with_texts(load(EVERYTHING), lambda text: (found.append(text), text)[1])
    named = {name for owner in MODEL for name in text_fields(owner)}
    assert named
    assert {name for name in named if f"A text for {name}" not in found} <= {"other_titles"}


def test_words_of_ten_thousand_letters_fit_everywhere() -> None:
    """Folded in the terminal, cut in a cell, whole in the others."""
    rows = checklist(trial(lambda text: LONG if text == "adopt the law" else text), as_of=DAY)
    assert max(map(len, render_terminal(rows).splitlines())) <= 80
    assert LONG in render_csv(rows)
    assert LONG in render_markdown(rows)
    assert LONG in render_html(rows)
    assert vobject.readOne(render_ics(rows)).contents["vevent"][0].summary.value.endswith(LONG)
    longest = max(
        len(str(cell.value)) for line in load_workbook(BytesIO(render_xlsx(rows)))["Checklist"] for cell in line
    )
    assert len(LONG) <= longest <= 32_767
