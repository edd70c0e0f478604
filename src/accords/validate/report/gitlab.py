"""Findings as a code quality report of GitLab."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from accords.diagnostics import Diagnostic
from accords.prose import json_text, printable
from accords.rules import FAMILIES, Severity
from accords.validate import Examination
from accords.validate.report.fingerprints import fingerprint_all
from accords.validate.report.paint import meant
from accords.validate.report.paths import relative_path
from accords.validate.report.view import View

__all__ = ["gitlab"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(examinations: Iterable[Examination], _: View) -> Iterator[str]:
    """The format ``gitlab``: one list with an issue for each finding."""
    issues: list[dict[str, Any]] = []
    for each in examinations:
        found = each.report.diagnostics
        signs = fingerprint_all(found, each.report, each.text)
        issues += [_issue(one, sign) for one, sign in zip(found, signs, strict=True)]
    yield json_text(issues)


def _issue(found: Diagnostic, fingerprint: str) -> dict[str, Any]:
    advice = f"; did you mean {meant(found)}?" if found.suggestion else ""
    line, column = found.line or 1, found.column or 1
    return {
        "type": "issue",
        "check_name": f"{found.code} {found.name}",
        "description": printable(found.message + advice),
        "categories": [FAMILIES[found.code[3]]],
        "severity": _SEVERITIES[found.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": printable(relative_path(found.file or "record")),
            "positions": {
                "begin": {"line": line, "column": column},
                "end": {"line": line, "column": column + found.length},
            },
        },
    }
