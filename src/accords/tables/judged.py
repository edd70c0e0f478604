"""The tables of what is worked out about records: what validation finds, and where duties stand on days asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from accords.dates import as_date
from accords.diagnostics import Diagnostic, Report
from accords.rules import Severity
from accords.standing.instances import InstanceStatus, StatusReport
from accords.standing.shapes import shape_of_status
from accords.standing.values import Shape
from accords.tables.fields import plain_column
from accords.tables.recorded import OF_RECORD
from accords.tables.table import Cell, ColumnKind, Table, TableColumn, TableLink
from accords.validate import Examination

__all__ = [
    "AGREEMENT_STATUSES",
    "FINDINGS",
    "RECORDS",
    "STATUSES",
    "FoundRow",
    "ReadRow",
    "StatusRow",
    "found_rows",
    "status_rows",
]

_TEXT, _INTEGER, _BOOLEAN, _DATE = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.BOOLEAN, ColumnKind.DATE


class ReadRow(NamedTuple):
    """A record that was read: its report, its id where it can be used, and whether the other tables have it."""

    report: Report
    record_id: str | None
    tabled: bool


class FoundRow(NamedTuple):
    """A finding of a report: its number there, the id of the record, the reason where the record waives it."""

    report: Report
    number: int
    record_id: str | None
    finding: Diagnostic
    waived_because: str | None


class StatusRow(NamedTuple):
    """Where one instance of a duty stands; a duty alone where the record was not followed until the day asked about."""

    report: StatusReport
    obligation_id: str
    found: InstanceStatus | None


def found_rows(examination: Examination) -> Iterator[FoundRow]:
    """A row for each finding in a record, those that it waives last."""
    report, record = examination.report, examination.agreement
    record_id = record.id if record is not None else None
    found: list[tuple[Diagnostic, str | None]] = [(each, None) for each in report.diagnostics]
    found += [(each.finding, each.reason) for each in report.waived]
    for number, (finding, reason) in enumerate(found, 1):
        yield FoundRow(report, number, record_id, finding, reason)


def status_rows(report: StatusReport) -> Iterator[StatusRow]:
    """A row for each instance of a duty, and one for each duty where nothing can be said."""
    if report.not_followed_since is not None:
        for obligation_id in report.obligation_ids:
            yield StatusRow(report, obligation_id, None)
    for found in report.instances:
        yield StatusRow(report, found.obligation_id, found)


_PLACE = (
    plain_column("file", _TEXT, "The file, as it was named.", attrgetter("report.file")),
    plain_column("record_line", _INTEGER, "The line on which the record begins.", attrgetter("report.first_line")),
    plain_column("record_id", _TEXT, "Its id; empty where the record has errors.", attrgetter("record_id")),
)


def _count(name: str, what: str, severity: Severity) -> TableColumn:
    def read(row: ReadRow) -> Cell:
        return sum(found.severity is severity for found in row.report.diagnostics)

    return plain_column(name, _INTEGER, f"How many {what} validation finds, waived ones aside.", read)


RECORDS = Table(
    name="records",
    text="One row for each record that was read, usable or not.",
    key=("file", "record_line"),
    columns=(
        *_PLACE,
        plain_column(
            "tabled",
            _BOOLEAN,
            "Whether the other tables have it: it has no error, and no record before it has its id.",
            attrgetter("tabled"),
        ),
        _count("errors", "errors", Severity.ERROR),
        _count("warnings", "warnings", Severity.WARNING),
        _count("remarks", "remarks", Severity.INFO),
        plain_column("waived", _INTEGER, "How many findings the record waives.", lambda row: len(row.report.waived)),
    ),
)

FINDINGS = Table(
    name="findings",
    text="One row for each finding of validation, of every rule; those that a record waives have the reason.",
    key=("file", "record_line", "finding_no"),
    columns=(
        *_PLACE,
        plain_column("finding_no", _INTEGER, "The number of the finding in its record, from 1.", attrgetter("number")),
        plain_column("code", _TEXT, "The code of the rule.", attrgetter("finding.code")),
        plain_column("name", _TEXT, "The name of the rule.", attrgetter("finding.name")),
        plain_column("severity", _TEXT, "error, warning or info.", lambda row: row.finding.severity.value),
        plain_column("pointer", _TEXT, "Where, as a JSON Pointer.", attrgetter("finding.pointer")),
        plain_column("at_line", _INTEGER, "The line in the file.", attrgetter("finding.line")),
        plain_column("at_column", _INTEGER, "The column, in code points.", attrgetter("finding.column")),
        plain_column("message", _TEXT, "What is wrong.", attrgetter("finding.message")),
        plain_column("help", _TEXT, "What to do.", attrgetter("finding.help")),
        plain_column("waived_because", _TEXT, "Why the record waives it.", attrgetter("waived_because")),
    ),
    links=(TableLink(("file", "record_line"), "records", ("file", "record_line")),),
)


def _day(day: str) -> datetime.date | None:
    return as_date(day).earliest if day[:1].isdigit() else None


def _about(report: Callable[[Any], StatusReport]) -> tuple[TableColumn, ...]:
    """The columns that say of which record and day a status is."""
    return (
        plain_column(
            "record_id", _TEXT, "The agreement, by the id of its record.", lambda row: report(row).agreement_id
        ),
        plain_column("as_of", _DATE, "The day whose end it is about.", lambda row: _day(report(row).asked)),
        plain_column(
            "known_by", _DATE, "By when a claim has to be known to count.", lambda row: _day(report(row).known)
        ),
        plain_column(
            "not_followed_since",
            _TEXT,
            "The last day on which reports were looked for, where it is before that day: then there is no status.",
            lambda row: report(row).not_followed_since,
        ),
    )


AGREEMENT_STATUSES = Table(
    name="agreement_statuses",
    text="One row for each agreement and day asked for: whether it is in force.",
    key=("record_id", "as_of", "known_by"),
    columns=(
        *_about(lambda row: row),
        plain_column(
            "states",
            _TEXT,
            "Every state that what is said leaves possible, parted by spaces.",
            lambda row: " ".join(row.agreement_states) or None,
        ),
        plain_column("status", _TEXT, "The same in words.", attrgetter("agreement_name")),
    ),
    links=(OF_RECORD,),
)


def _is_contested(found: InstanceStatus) -> bool:
    return bool(found.disputes) or shape_of_status(found) is Shape.CONTESTED


def _of_found(name: str, kind: ColumnKind, text: str, read: Callable[[InstanceStatus], Cell]) -> TableColumn:
    return plain_column(name, kind, text, lambda row: None if row.found is None else read(row.found))


STATUSES = Table(
    name="statuses",
    text=(
        "One row for each instance of each obligation and day asked for: of each obligor, turn and occurrence. "
        "Nothing is adjudicated; `states` says what the claims leave possible."
    ),
    key=("record_id", "as_of", "known_by", "obligation_id", "obligor_ids", "turn"),
    has_gaps=True,
    columns=(
        *_about(attrgetter("report")),
        plain_column("obligation_id", _TEXT, "The obligation.", attrgetter("obligation_id")),
        _of_found("obligor_ids", _TEXT, "Who owes this instance, parted by spaces.", lambda f: " ".join(f.obligor_ids)),
        _of_found("turn", _INTEGER, "Which turn or occurrence it is, from 1.", attrgetter("number")),
        plain_column(
            "status",
            _TEXT,
            "Where it stands in words, with who says so where one side or others alone do. Quote this one.",
            lambda row: row.report.not_followed if row.found is None else row.found.name,
        ),
        _of_found(
            "states", _TEXT, "Every state that is possible, parted by spaces.", lambda f: " ".join(sorted(f.states))
        ),
        _of_found("decided", _BOOLEAN, "Whether only one state is possible.", lambda found: len(found.states) == 1),
        _of_found(
            "as_reported",
            _TEXT,
            "The one of these states that holds where everything reported is so. A report is no proof: do not count "
            "breaches by it.",
            lambda found: found.as_reported.value,
        ),
        _of_found(
            "overdue",
            _BOOLEAN,
            "Whether its deadline has passed for certain, and nobody says that it was done by then.",
            attrgetter("is_overdue"),
        ),
        _of_found("contested", _BOOLEAN, "Whether sides differ about it, be it about figures alone.", _is_contested),
        _of_found("due_stated", _TEXT, "The deadline as first stated.", attrgetter("deadline.original")),
        _of_found("due_reported", _TEXT, "The deadline as it is now, as reported.", attrgetter("deadline.computed")),
        _of_found(
            "due_first",
            _DATE,
            "The first day on which the deadline may lie, whoever is right.",
            attrgetter("deadline.first"),
        ),
        _of_found(
            "due_last",
            _DATE,
            "The last such day; empty where there is none, or it may never come.",
            attrgetter("deadline.last"),
        ),
    ),
    links=(OF_RECORD, TableLink(("record_id", "obligation_id"), "obligations", ("record_id", "obligation_id"))),
)
