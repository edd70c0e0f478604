"""Everything that people and programs can be shown of a record: the text of every format, without its markup."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree

import vobject
from attrs import evolve
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from accords.checklist import checklist, due
from accords.compare import diff
from accords.model.agreement import Agreement
from accords.render.agenda.feed import render_due_atom
from accords.render.agenda.listing import render_due
from accords.render.agenda.plain import render_due_json
from accords.render.checklist.formats import FORMATS, Look
from accords.render.checklist.ics import render_ics
from accords.render.checklist.markdown import render_markdown
from accords.render.diff import render_diff, render_diff_json, render_diff_markdown
from accords.render.pictures.graph import graph_of
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.graph_text import render_dot, render_mermaid
from accords.render.site.templates import SiteLook
from accords.render.site.whole import lay_out
from accords.render.status.json import render_changes_json, render_status_json
from accords.render.status.proofs_json import render_proofs_json
from accords.render.status.text import (
    render_changes,
    render_changes_markdown,
    render_proofs,
    render_status,
    render_status_markdown,
)
from accords.standing.history import changes
from accords.standing.proving import explain
from accords.standing.report import status
from accords.vocabulary import Modality
from accords.words import ENGLISH, Language
from page import Page

__all__ = ["BETWEEN", "outputs", "read"]

BETWEEN = " ¦ "
"""What parts the texts of JSON from one another."""


_WIDE = 100_000
_EARLIER = "2000-01-01"


def outputs(record: Agreement, day: str, language: Language = ENGLISH) -> dict[str, str]:
    """Name of an output → its text: checklists, statuses, proofs, changes, differences and graphs as of ``day``."""
    rows = checklist(record, as_of=day, language=language)
    bare = evolve(
        record, title=record.title + " (0)", obligations=(), events=(), linkages=(), assessments=(), monitoring=()
    )
    between = (_EARLIER, day)
    look = Look(width=1000, sign_off=True, review_every="P1M", language=language)
    found = {f"checklist {name}": read(name, form.write(rows, record, look)) for name, form in FORMATS.items()}
    found["undated markdown"] = _markdown(render_markdown(checklist(record, language=language), language=language))
    report = status(record, as_of=day)
    proofs = [
        proof
        for each in (record.id, *(duty.id for duty in record.obligations if duty.modality is not Modality.DECLARES))
        for proof in explain(record, each, as_of=day)
    ]
    moved = changes(record, between=between)
    found |= {
        "status terminal": render_status(report, record, width=_WIDE, language=language),
        "status markdown": _markdown(render_status_markdown(report, record, language=language)),
        "status json": _json(render_status_json(report, language=language)),
        "proofs terminal": render_proofs(proofs, record, width=_WIDE, language=language),
        "proofs json": _json(render_proofs_json(proofs, record, language=language)),
        "changes terminal": render_changes(moved, record, between=between, width=_WIDE, language=language),
        "changes markdown": _markdown(render_changes_markdown(moved, record, between=between, language=language)),
        "changes json": _json(render_changes_json(moved, language=language)),
    }
    graph = graph_of(record, language=language)
    found |= {
        "graph mermaid": _mermaid(render_mermaid(graph)),
        "graph dot": _dot(render_dot(graph)),
        "graph svg": Page(render_svg(graph, language=language)).seen,
    }
    for name, difference in (
        ("added", diff(bare, record, as_of=day, language=language)),
        ("moved", diff(record, between=between, language=language)),
    ):
        found[f"diff terminal {name}"] = render_diff(difference, width=_WIDE, language=language)
        found[f"diff markdown {name}"] = _markdown(render_diff_markdown(difference, language=language))
        found[f"diff json {name}"] = _json(render_diff_json(difference))
    agenda = due([record], as_of=day, within="P5Y", language=language)
    found |= {
        "due text": render_due(agenda, width=_WIDE, language=language),
        "due atom": _atom(render_due_atom(agenda, language=language)),
        "due ics": _ics(render_ics(agenda.deadlines, language=language)),
        "due json": _json(render_due_json(agenda)),
    }
    look = SiteLook(contact="0", base_url=None, preview=True, version="0")
    site = lay_out([record], (_EARLIER, day), look, language=language)
    found |= {
        "site pages": " ".join(Page(site[path].decode()).seen for path in site if path.endswith(".html")),
        "site atom": " ".join(_atom(site[path].decode()) for path in site if path.endswith(".atom")),
        "site search json": _json(site["assets/duties.js"].decode().partition("=")[2].rstrip(";\n")),
    }
    return {name: " ".join(text.split()) for name, text in found.items()}


def read(form: str, written: str | bytes) -> str:
    """The text of a checklist that was written in ``form``, without its markup; a form that is plain text as it is."""
    readers: dict[str, Callable[[Any], str]] = {
        "markdown": _markdown,
        "html": lambda page: Page(page).seen,
        "csv": _csv,
        "xlsx": _xlsx,
        "ics": _ics,
        "json": _json,
    }
    return readers.get(form, str)(written)


def _markdown(text: str) -> str:
    tokens = MarkdownIt("commonmark").parse(text)
    return " ".join("".join(part.content for part in token.children or ()) for token in tokens).replace("\u2060", "")


def _csv(text: str) -> str:
    return " ".join(cell for line in csv.reader(StringIO(text.lstrip("\ufeff"), newline="")) for cell in line)


def _xlsx(book: bytes) -> str:
    cells = (cell.value for sheet in load_workbook(BytesIO(book)) for line in sheet.iter_rows() for cell in line)
    return " ".join(str(cell) for cell in cells if cell is not None)


def _ics(calendar: str) -> str:
    entries = vobject.readOne(calendar).contents.get("vevent", [])
    return " ".join(f"{entry.summary.value} {entry.description.value}" for entry in entries)


def _atom(feed: str) -> str:
    """What a reader shows; ids are for programs."""
    shown = {"title", "subtitle", "content"}
    return " ".join(each.text or "" for each in ElementTree.fromstring(feed).iter() if each.tag.split("}")[-1] in shown)


def _json(text: str) -> str:
    return BETWEEN.join(_strings(json.loads(text)))


def _strings(value: object) -> Iterator[str]:
    """The texts of JSON, without the names of its members."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, str):
        yield value


def _mermaid(text: str) -> str:
    shown = [label for line in text.splitlines() for label in re.findall(r'"(.*?)"', line)]
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), " ".join(shown).replace("<br/>", " "))


def _dot(text: str) -> str:
    labels = re.findall(r'label="((?:[^"\\]|\\.)*)"', text)
    plain = (re.sub(r"\\(.)", lambda sign: " " if sign[1] == "n" else sign[1], label) for label in labels)
    return " ".join(plain).replace("&amp;", "&")
