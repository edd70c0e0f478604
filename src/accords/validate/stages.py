"""The stages after reading, in order; each runs only where those before it found no error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from accords.checks import check_agreement, has_error
from accords.codec import ConversionError, structure_accepted
from accords.collecting import collection_paused
from accords.diagnostics import Diagnostic, Stage, diagnose
from accords.model.agreement import Agreement
from accords.rules import Severity
from accords.schema.explain import explain
from accords.schema.store import accepts

__all__ = ["STAGES", "TOGETHER_STAGE", "VERSIONS", "Outcome", "run_stages", "sound_agreement"]

VERSIONS = ("1.0",)
"""The versions of the format that are read."""


STAGES: tuple[Stage, ...] = ("read", "version", "schema", "convert", "checks")
"""The steps of validation, in order."""


TOGETHER_STAGE: Stage = "together"
"""The step after all records: what is to be said of several of them."""


@frozen(kw_only=True)
class Outcome:
    """What the stages found, which of them ran, and the agreement if the shape was right."""

    findings: tuple[Diagnostic, ...]
    stages: tuple[Stage, ...]
    agreement: Agreement | None


def run_stages(data: dict[str, Any], last: Stage | None = None) -> Outcome:
    """Run the stages on plain JSON, up to the stage ``last``. Never raises on bad data, and changes nothing."""
    built: list[Agreement] = []

    def convert() -> list[Diagnostic]:
        try:
            built.append(structure_accepted(data))
        except ConversionError as error:
            return [diagnose("ACC901", f"the record passed the schema and was not understood: {error}")]
        return []

    steps: tuple[tuple[Stage, Callable[[], list[Diagnostic]]], ...] = (
        ("version", lambda: _version_findings(data)),
        ("schema", lambda: _schema_findings(data)),
        ("convert", convert),
        ("checks", lambda: list(check_agreement(built[0]))),
    )
    findings: list[Diagnostic] = []
    ran: list[Stage] = []
    try:
        with collection_paused():
            for stage, run in steps:
                ran.append(stage)
                found = run()
                findings += found
                if stage == last or any(one.severity is Severity.ERROR for one in found):
                    break
    except RecursionError:  # only where a caller allows more depth than the interpreter does
        ran.pop()
        findings.append(diagnose("ACC005", "objects and lists are nested deeper than this Python can follow"))
    return Outcome(findings=tuple(findings), stages=tuple(ran), agreement=built[0] if built else None)


def sound_agreement(data: dict[str, Any]) -> Agreement | None:
    """The agreement of a record without an error, or None; what else is to be said of the record is not looked for."""
    if data.get("accords_version") not in VERSIONS or not accepts(data):
        return None
    try:
        with collection_paused():
            agreement = structure_accepted(data)
            return None if has_error(agreement) else agreement
    except (ConversionError, RecursionError):
        return None


def _version_findings(data: dict[str, Any]) -> list[Diagnostic]:
    version = data.get("accords_version")
    if not isinstance(version, str) or version in VERSIONS:
        return []  # absent, or no text at all: the schema says so
    return [
        diagnose(
            "ACC010",
            f'the record is in version "{version[:64]}" of the format, which is not one that is read here',
            pointer="/accords_version",
            help=f"versions read here: {', '.join(VERSIONS)}",
        )
    ]


def _schema_findings(data: dict[str, Any]) -> list[Diagnostic]:
    if accepts(data):
        return []
    return explain(data) or [diagnose("ACC901", "the schema refuses the record, and no reason was found")]
