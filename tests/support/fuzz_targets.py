"""What is fuzzed: from bytes through every stage to every output. A target raises only where accords is at fault."""

from __future__ import annotations

import json
from collections.abc import Callable

from accords.checklist import checklist
from accords.codec import dumps, structure
from accords.codec.reading import read_bytes, read_text
from accords.dates import DateError, parse_date
from accords.dates.durations import DurationError, parse_duration
from accords.diagnostics import InvalidRecordError, Report
from accords.formatting import reformat
from accords.model.agreement import Agreement
from accords.pointer import to_pointer
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.ics import render_ics
from accords.render.checklist.json import render_json as render_rows
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.checklist.xlsx import render_xlsx
from accords.render.pictures.graph import graph_of
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.graph_text import render_dot, render_mermaid
from accords.render.status.json import render_changes_json, render_status_json
from accords.render.status.text import render_changes, render_proofs, render_status, render_status_markdown
from accords.standing.history import changes, timeline
from accords.standing.proving import explain
from accords.standing.report import status
from accords.suggest import nearest, slug_of
from accords.texts.verify import verify
from accords.validate import examine
from accords.validate.report import render_concise, render_full, render_json

__all__ = ["TARGETS", "Target", "written"]

Target = Callable[[bytes], None]

AS_OF = ("2023-01-10", "2024-02-29")


def reading(data: bytes) -> None:
    """Bytes and text to plain JSON, as strict about what is JSON as the standard library, and stricter on losses."""
    read = read_bytes(data)
    errors = [found for found in read.findings if found.severity == "error"]
    assert (read.data is None) == bool(errors)
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):  # a byte order mark among them, which is only a warning
        assert read.findings
    else:
        assert errors or read.data == value
    render_full(Report(diagnostics=read.findings, stages=("read",)), read.text).encode()
    read_text(data.decode("latin-1"))
    read_text(data.decode("utf-8", "surrogateescape"))


def scalars(data: bytes) -> None:
    """Dates, durations, ids and suggestions from any text."""
    text = data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace") if _decodes(data) else repr(data)
    try:
        date = parse_date(text)
    except DateError:
        pass
    else:
        assert str(date) == text
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    try:
        duration = parse_duration(text)
    except DurationError:
        pass
    else:
        assert parse_duration(str(duration)) == duration
    slug = slug_of(text)
    assert slug is None or slug_of(slug) == slug
    nearest(text[:200], ("obligor_ids", "owed_to_ids", "deadline", "kind"))
    to_pointer((text, 0))


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def validation(data: bytes) -> None:
    """Every stage, and the findings in every format; never a finding that accords itself is at fault."""
    examination = examine(data)
    report = examination.report
    internal = [found.message for found in report.diagnostics if found.code.startswith("ACC9")]
    assert not internal, internal
    assert (examination.agreement is None) == (not report.ok)
    for text in (
        render_full(report, examination.text, color=True),
        render_concise(report),
        render_json([report]),
    ):
        text.encode()


def written(data: bytes) -> Agreement | None:
    """The agreement that ``data`` describes, where it is valid."""
    return examine(data).agreement


def standing(data: bytes) -> None:
    """Status on two days, the proof of every duty, what changed, and all of it printed."""
    record = written(data)
    if record is None:
        return
    for day in AS_OF:
        report = status(record, as_of=day)
        render_status(report, record)
        render_status_markdown(report, record)
        render_status_json(report)
    for duty in record.obligations[:3]:
        render_proofs(explain(record, duty.id, as_of=AS_OF[0]), record)
    moved = changes(record, between=AS_OF)
    render_changes(moved, record, between=AS_OF)
    render_changes_json(timeline(record, known_by=AS_OF[1]))


def listing(data: bytes) -> None:
    """The checklist with and without a day, in every format, and the graph in every format."""
    record = written(data)
    if record is None:
        return
    for rows in (checklist(record), checklist(record, as_of=AS_OF[0], group_by="deadline")):
        for text in (
            render_terminal(rows, width=60, color=True),
            render_markdown(rows),
            render_rows(rows),
            render_csv(rows),
            render_html(rows, record),
            render_ics(rows) if rows.as_of is not None else "",
        ):
            text.encode()
        assert render_xlsx(rows)[:2] == b"PK"
    graph = graph_of(record)
    for text in (render_mermaid(graph), render_dot(graph), render_svg(graph)):
        text.encode()


def rewriting(data: bytes) -> None:
    """Canonical layout and canonical text: nothing is lost, and a second time changes nothing."""
    try:
        text = reformat(data)
    except InvalidRecordError:
        return
    assert reformat(text) == text
    before, after = examine(data), examine(text)
    assert before.agreement == after.agreement
    if before.agreement is not None:
        assert structure(json.loads(dumps(before.agreement))) == before.agreement
        verify(before.agreement, {source.id: text for source in before.agreement.sources})


TARGETS: dict[str, Target] = {
    "reading": reading,
    "scalars": scalars,
    "validation": validation,
    "rewriting": rewriting,
    "standing": standing,
    "listing": listing,
}
"""Name → target, the cheap ones first."""
