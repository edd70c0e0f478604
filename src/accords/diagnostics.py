"""What accords says about a record: findings, the report that holds them, and the few exceptions."""

from __future__ import annotations

import json
from collections import Counter

from attrs import frozen

from accords.prose import counted, cut_at_word, html_table, printable
from accords.rules import RULES, Severity

__all__ = [
    "AccordsError",
    "Diagnostic",
    "Edit",
    "Fix",
    "InvalidRecordError",
    "Place",
    "Report",
    "Stage",
    "Waived",
    "diagnose",
    "rename",
]

Stage = str
"""A step of validation: ``read``, ``version``, ``schema``, ``convert``, ``checks``, or, of several, ``together``."""


@frozen(kw_only=True)
class Place:
    """Another spot in the record that a finding speaks of.

    ``line`` and ``column`` count code points from 1; both are None until positions were computed.
    """

    pointer: str
    label: str
    line: int | None = None
    column: int | None = None


@frozen(kw_only=True)
class Edit:
    """A stretch of the record's text, and what is to stand in its place.

    The stretch is the name of the member at ``pointer`` where ``on_key`` is true, otherwise its value. ``content`` is
    JSON text; with ``on_key`` and no content the whole member goes, and the comma that parts it from others. ``line``,
    ``column`` and ``length`` count code points and are None until positions were computed.
    """

    pointer: str
    content: str
    on_key: bool = False
    line: int | None = None
    column: int | None = None
    length: int | None = None


@frozen(kw_only=True)
class Fix:
    """A change that mends a finding, breaks nothing else and loses nothing: what it does, and its edits."""

    title: str
    edits: tuple[Edit, ...]


def rename(pointer: str, meant: str, *, on_key: bool = False) -> Fix:
    """The fix that writes ``meant`` for the text at ``pointer``, or for the name of that member."""
    edit = Edit(pointer=pointer, content=json.dumps(meant, ensure_ascii=False), on_key=on_key)
    return Fix(title=f"write {edit.content}", edits=(edit,))


@frozen(kw_only=True)
class Diagnostic:
    """One finding: what is wrong, where, and what to do.

    ``pointer`` is a JSON Pointer to the faulty member (empty for the whole record). ``line`` and
    ``column`` count code points from 1 and are None where there is no text to point into.
    ``length`` is the number of code points at that spot that are at fault.
    """

    code: str
    name: str
    severity: Severity
    message: str
    help: str | None = None
    file: str | None = None
    pointer: str = ""
    line: int | None = None
    column: int | None = None
    length: int = 1
    place: str | None = None
    suggestion: str | None = None
    notes: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()
    related_label: str = "see"
    url: str = ""
    on_key: bool = False
    """True where the *name* of the member at ``pointer`` is at fault, not its value."""
    fix: Fix | None = None
    """How the finding can be mended without a person, where that is safe."""

    def __repr__(self) -> str:
        """Which rule, where, and what is wrong."""
        at = f" {self.line}:{self.column}" if self.line is not None else ""
        words = f"{self.pointer or '/'}: {cut_at_word(self.message, 100)}"
        return f"<Diagnostic {self.code} {self.name}{at} {printable(words)}>"


@frozen(kw_only=True)
class Waived:
    """A finding that the record waives, and why."""

    finding: Diagnostic
    reason: str
    waived_by: str | None = None


def diagnose(
    code: str,
    message: str,
    *,
    pointer: str = "",
    help: str | None = None,
    place: str | None = None,
    suggestion: str | None = None,
    notes: tuple[str, ...] = (),
    related: tuple[Place, ...] = (),
    related_label: str = "see",
    line: int | None = None,
    column: int | None = None,
    length: int = 1,
    on_key: bool = False,
    file: str | None = None,
    fix: Fix | None = None,
) -> Diagnostic:
    """Make the finding ``code``; its name, severity and page come from the rule catalogue.

    Raises KeyError for a code that the catalogue does not hold.
    """
    rule = RULES[code]
    return Diagnostic(
        code=code,
        name=rule.name,
        severity=rule.severity,
        message=message,
        help=help,
        file=file,
        pointer=pointer,
        line=line,
        column=column,
        length=length,
        place=place,
        suggestion=suggestion,
        notes=notes,
        related=related,
        related_label=related_label,
        url=rule.page,
        on_key=on_key,
        fix=fix,
    )


@frozen(kw_only=True)
class Report:
    """Everything that was found in one record, and how far validation got.

    ``stages`` names the steps that ran, in order; a step runs only where those before it found no error.
    ``first_line`` is the line of ``file`` on which the record begins: above 1 in a file with a record on each
    line. The lines of findings are lines of the file.
    ``waived`` are the findings that the record itself waives with a reason; they are not among the others.
    ``told_before`` is None in the first report of a record. In a further one, of the stage ``together``, it says
    whether the first has findings.

    A report is true where it is ``ok``, so that ``if validate(record):`` and ``assert validate(record)`` say what they
    seem to say; whether anything was found at all is ``bool(report.diagnostics)``.

    >>> bool(accords.validate("examples/minimal.accord.json"))
    True
    """

    file: str | None = None
    first_line: int = 1
    diagnostics: tuple[Diagnostic, ...] = ()
    stages: tuple[Stage, ...] = ()
    waived: tuple[Waived, ...] = ()
    told_before: bool | None = None

    @property
    def ok(self) -> bool:
        """True where no finding is an error; warnings and remarks do not count."""
        return not self.errors

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings of severity error."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)

    def __bool__(self) -> bool:
        """Whether no finding is an error."""
        return self.ok

    def __repr__(self) -> str:
        """Of what, and how many findings of which severity."""
        counts = Counter(found.severity for found in self.diagnostics)
        found = ", ".join(counted(counts[each], _NOUNS[each]) for each in Severity if counts[each])
        return f"<Report {self.file or 'of a record'}: {found or 'nothing found'}>"

    def _repr_html_(self) -> str:
        """A table of the findings, for notebooks."""
        rows = ((one.code, one.severity, one.pointer or "/", one.message, one.help) for one in self.diagnostics)
        return html_table(repr(self)[1:-1], ("code", "severity", "place", "what is wrong", "advice"), rows)


_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


class AccordsError(Exception):
    """Root of the exceptions that accords raises on purpose."""


class InvalidRecordError(AccordsError):
    """A record could not be loaded; ``report`` says everything that is wrong with it."""

    report: Report

    def __init__(self, report: Report) -> None:
        super().__init__(report)  # as an argument, so that the error survives the way between processes
        self.report = report

    def __str__(self) -> str:
        """The first errors with their places, for a log."""
        errors = self.report.errors
        lines = [f"{self.report.file or 'record'}: {counted(len(errors), 'error')}"]
        for found in errors[:5]:
            where = f"{found.line}:{found.column} " if found.line else ""
            lines.append(f"  {where}{found.pointer or '/'} {found.code} {found.message}")
        if len(errors) > 5:
            lines.append(f"  and {len(errors) - 5:,} more")
        return "\n".join(lines)
