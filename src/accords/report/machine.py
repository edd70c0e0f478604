"""Findings for machines: JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from accords.diagnostics import Report
from accords.text import json_text

__all__ = ["render_json"]


def render_json(reports: Iterable[Report]) -> str:
    """Write ``reports`` as one JSON document: a list with an object for each record, in their order.

    Every object has ``file`` (text or null), ``ok``, ``stages`` and ``findings``; a finding has the fields of
    ``Diagnostic``, with null where one says nothing. Lines and columns count code points from 1.
    """
    return json_text([_plain(report) for report in reports])


def _plain(report: Report) -> dict[str, Any]:
    return {
        "file": report.file,
        "ok": report.ok,
        "stages": list(report.stages),
        "findings": [attrs.asdict(found) for found in report.diagnostics],
    }
