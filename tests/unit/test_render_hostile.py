"""Whatever a record contains, no format lets it act: every text goes through every format."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path

import pytest
import vobject
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from accords.checklist import checklist
from accords.render.csv import render_csv
from accords.render.ics import render_ics
from accords.render.markdown import render_markdown
from accords.render.rows_json import render_json
from accords.render.terminal import render_terminal
from accords.render.xlsx import render_xlsx
from trial import trial

DAY = "2023-01-20"
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
ACTING = "".join(map(chr, [*range(9), *range(11, 13), *range(14, 32), 127, *range(128, 160)])) + (
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
)


@pytest.fixture(params=HOSTILE)
def rows(request: pytest.FixtureRequest) -> object:
    """The checklist of a record in which every text is a hostile one."""
    bad = HOSTILE[request.param]
    return checklist(trial(lambda text: f"{bad} {text} {bad}"), as_of=DAY)


def test_no_character_acts_in_any_text_format(rows: object) -> None:
    """Not in the terminal, Markdown, CSV or a calendar; JSON escapes them."""
    for render in (render_terminal, render_markdown, render_csv, render_ics, render_json):
        text = render(rows)  # type: ignore[operator]
        text.encode("utf-8")
        assert not set(text) & set(ACTING), render.__name__


def test_every_format_can_still_be_read(rows: object) -> None:
    """With every item in its place, and no markup made of texts."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(render_markdown(rows))  # type: ignore[arg-type]
    assert not any(tag in html for tag in ("<script", "<img", "<a ", "<table"))
    assert len(list(csv.DictReader(StringIO(render_csv(rows), newline="")))) == 12  # type: ignore[arg-type]
    assert len(load_workbook(BytesIO(render_xlsx(rows)))["Checklist"]["A"]) == 13  # type: ignore[arg-type]
    assert len(vobject.readOne(render_ics(rows)).contents["vevent"]) == 10  # type: ignore[arg-type]
    assert json.loads(render_json(rows))["records"][0]["id"] == "trial"  # type: ignore[arg-type]


def test_words_of_ten_thousand_letters_fit_everywhere() -> None:
    """Folded in the terminal, whole in the others."""
    word = "x" * 10_000
    rows = checklist(trial(lambda text: word if text == "adopt the law" else text), as_of=DAY)
    assert max(map(len, render_terminal(rows).splitlines())) <= 80
    assert word in render_csv(rows)
    assert word in render_markdown(rows)
    assert vobject.readOne(render_ics(rows)).contents["vevent"][0].summary.value.endswith(word)


SCRIPT = """
import hashlib, sys
from trial import trial
from accords.checklist import checklist
from accords.render.csv import render_csv
from accords.render.ics import render_ics
from accords.render.markdown import render_markdown
from accords.render.rows_json import render_json
from accords.render.terminal import render_terminal
from accords.render.xlsx import render_xlsx
rows = checklist(trial(), as_of="2023-01-20")
for render in (render_csv, render_ics, render_markdown, render_json, render_terminal, render_xlsx):
    out = render(rows)
    print(render.__name__, hashlib.sha256(out if isinstance(out, bytes) else out.encode()).hexdigest())
"""


def test_the_same_bytes_come_out_in_every_surrounding() -> None:
    """Whatever the hash seed, time zone and locale."""
    here = Path(__file__).parents[2]
    path = os.pathsep.join((str(here / "src"), str(here / "tests" / "support")))
    printed: set[str] = set()
    for seed, zone, locale in (("1", "Pacific/Auckland", "C"), ("2", "America/Lima", "tr_TR.UTF-8")):
        surrounding = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": path}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, **surrounding},
            capture_output=True,
            text=True,
            check=True,
        )
        printed.add(done.stdout)
    assert len(printed) == 1
    assert len(printed.pop().splitlines()) == 6
