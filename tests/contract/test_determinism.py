"""The same record, days and options give the same bytes in every format, in whatever surroundings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]

SCRIPT = """
import datetime, hashlib, os, time

ahead = datetime.timedelta(days=int(os.environ["DAYS_AHEAD"]))
real, local = time.time, time.localtime
time.time = lambda: real() + ahead.total_seconds()
time.localtime = lambda at=None: local(time.time() if at is None else at)

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + ahead
    @classmethod
    def utcnow(cls):
        return super().utcnow() + ahead

datetime.datetime = Later

import accords
from accords.render.diff import render_diff, render_diff_json, render_diff_markdown
from accords.render.pictures.graph import graph_of
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.graph_text import render_dot, render_mermaid
from accords.render.status_json import render_status_json
from hostile import hostile_record
from trial import trial

deal, everything = trial(), accords.load("tests/records/valid/everything.accord.json")
LISTS = {
    "of one": accords.checklist(everything, as_of="2023-01-20"),
    "without a day": accords.checklist(hostile_record()),
    "of several": accords.combined_checklist((everything, deal), as_of="2023-01-20"),
}
RENDERERS = (accords.render_terminal, accords.render_markdown, accords.render_html, accords.render_csv,
             accords.render_xlsx, accords.render_json, accords.render_ics)
made = {}
for name, rows in LISTS.items():
    for render in RENDERERS:
        if rows.as_of or render is not accords.render_ics:
            made[f"{name} {render.__name__}"] = render(rows)
made["page with pictures"] = accords.render_html(LISTS["of one"], everything)
made["tasks"] = accords.render_ics(LISTS["of one"], as_todo=True, review_every="P1M")
for found in (accords.diff(deal, between=("2022-12-01", "2023-01-20")), accords.diff(deal, everything)):
    for render in (render_diff, render_diff_markdown, render_diff_json):
        made[f"{render.__name__} {found.before.as_of}"] = render(found)
for render in (render_mermaid, render_dot, render_svg):
    made[render.__name__] = render(graph_of(everything))
made["status"] = render_status_json(accords.status(everything, as_of="2023-01-20"))
for name, out in made.items():
    print(name, hashlib.sha256(out if isinstance(out, bytes) else out.encode()).hexdigest())
"""

SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "DAYS_AHEAD": "0", "COLUMNS": "33"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR", "DAYS_AHEAD": "4000"},
]


def test_the_same_bytes_come_out_in_every_surrounding() -> None:
    """Whatever the hash seed, time zone, locale and clock: every format of lists, differences, graphs and statuses."""
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests" / "support")))
    printed = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, **surrounding, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout.splitlines()
        for surrounding in SURROUNDINGS
    ]
    assert printed[0] == printed[1]
    assert len(printed[0]) == 32
