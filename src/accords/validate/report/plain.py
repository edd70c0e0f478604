"""Findings for programs: JSON, and JSON on lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from accords.diagnostics import Diagnostic, Report
from accords.prose import json_line, json_text
from accords.validate import Examination
from accords.validate.report.fingerprints import fingerprint_all
from accords.validate.report.view import View

__all__ = ["as_json", "as_lines", "render_json"]


def as_json(examinations: Iterable[Examination], _: View) -> Iterator[str]:
    """The format ``json``: a list with an object for each record, written record by record."""
    lead = "["
    for each in examinations:
        whole = json_text(_record(each.report, each.text)).rstrip("\n")
        yield f"{lead}\n  " + whole.replace("\n", "\n  ")
        lead = ","
    yield "[]\n" if lead == "[" else "\n]\n"


def as_lines(examinations: Iterable[Examination], _: View) -> Iterator[str]:
    """The format ``jsonl``: a line for each finding."""
    for each in examinations:
        for found in _findings(each.report.diagnostics, each.report, each.text):
            yield json_line(found)


def render_json(reports: Iterable[Report]) -> str:
    """Write ``reports`` as one JSON document: a list with an object for each record, in their order.

    Every object has ``file`` (text or null), ``first_line``, ``ok``, ``stages``, ``findings`` and ``waived``; a
    finding has the fields of ``Diagnostic``, with null where one says nothing, and a ``fingerprint``. Lines and
    columns count code points from 1.
    """
    return json_text([_record(report, None) for report in reports])


def _record(report: Report, text: str | None) -> dict[str, Any]:
    return {
        "file": report.file,
        "first_line": report.first_line,
        "ok": report.ok,
        "stages": list(report.stages),
        "findings": _findings(report.diagnostics, report, text),
        "waived": [
            {"finding": finding, "reason": one.reason, "waived_by": one.waived_by}
            for one, finding in zip(
                report.waived, _findings([one.finding for one in report.waived], report, text), strict=True
            )
        ],
    }


def _findings(found: Iterable[Diagnostic], report: Report, text: str | None) -> list[dict[str, Any]]:
    listed = list(found)
    prints = fingerprint_all(listed, report, text)
    return [{**attrs.asdict(one), "fingerprint": sign} for one, sign in zip(listed, prints, strict=True)]
