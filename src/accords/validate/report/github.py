"""Findings as workflow commands, by which GitHub Actions annotates a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accords.diagnostics import Diagnostic
from accords.prose import printable
from accords.rules import Severity
from accords.validate import Examination
from accords.validate.report.paint import meant
from accords.validate.report.paths import relative_path
from accords.validate.report.view import View

__all__ = ["github"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(examinations: Iterable[Examination], _: View) -> Iterator[str]:
    """The format ``github``: a workflow command for each finding, and nothing else.

    No text of a record can end a command or begin another: line breaks, and in properties colons and commas as
    well, are written as ``%..``.
    """
    for each in examinations:
        yield from (_command(found) for found in each.report.diagnostics)


def _command(found: Diagnostic) -> str:
    properties = {"file": relative_path(found.file or "record")}
    if found.line and found.column:
        properties |= {
            "line": str(found.line),
            "col": str(found.column),
            "endColumn": str(found.column + found.length),
        }
    properties["title"] = f"{found.code} {found.name}"
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    advice = f"; did you mean {meant(found)}?" if found.suggestion else ""
    where = f" ({found.place})" if found.place else ""
    return f"::{_COMMANDS[found.severity]} {written}::{_data(found.message + advice + where)}\n"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
