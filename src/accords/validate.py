"""Read → version → schema → convert → checks: a record in whatever form, and everything that is wrong with it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, TypeAlias

from attrs import evolve, frozen

from accords.checks import check_agreement
from accords.codec import ConversionError, dumps, structure, unstructure
from accords.diagnostics import Diagnostic, InvalidRecordError, Report, Stage, diagnose
from accords.model.agreement import Agreement
from accords.reading import Limits, NodeSpan, Reading, locate, read_bytes, read_path, read_stream, read_text
from accords.schema.explain import explain
from accords.schema.store import accepts
from accords.writing import write_whole

__all__ = ["Examination", "RecordSource", "dump", "examine", "load", "loads", "place", "validate"]

RecordSource: TypeAlias = str | os.PathLike[str] | bytes | IO[bytes] | IO[str] | Mapping[str, Any] | Agreement
"""A record in any form: a path, JSON text or bytes, an open stream, plain JSON, or a value of the model."""

VERSIONS = ("1.0",)
"""The versions of the format that are read."""

_LIMITS = Limits()


@frozen(kw_only=True)
class Examination:
    """What came of examining a record: the report, the agreement where there is no error, the text if there was one."""

    report: Report
    agreement: Agreement | None = None
    text: str | None = None


def validate(source: RecordSource, *, limits: Limits = _LIMITS) -> Report:
    """Say everything that is wrong with a record.

    Args:
        source: a path, JSON text or bytes, an open stream, plain JSON (a mapping), or an ``Agreement``. A
            ``str`` is taken for JSON text where it has a line break or begins with ``{`` or ``[``, otherwise
            for a path.
        limits: the largest size in bytes, and the deepest nesting, that are read.

    Returns:
        A report with the findings in the order of the text and the stages that ran.

    Never raises for anything that is wrong with the record or with reading it, never changes ``source``, and
    never touches the network.
    """
    return examine(source, limits=limits).report


def load(source: str | os.PathLike[str] | IO[bytes] | IO[str], *, limits: Limits = _LIMITS) -> Agreement:
    """Load the record in a file or an open stream. A ``str`` is a path.

    Raises:
        InvalidRecordError: it cannot be read, or the record has errors; its ``report`` says which. Warnings
            do not stop it.
    """
    return _loaded(examine(Path(source) if isinstance(source, str) else source, limits=limits))


def loads(text: str | bytes, *, limits: Limits = _LIMITS) -> Agreement:
    """Load the record in JSON text or UTF-8 bytes.

    Raises:
        InvalidRecordError: the record has errors; its ``report`` says which. Warnings do not stop it.
    """
    reading = read_text(text, limits=limits) if isinstance(text, str) else read_bytes(text, limits=limits)
    return _loaded(_examine_reading(reading))


def dump(agreement: Agreement, path: str | os.PathLike[str]) -> None:
    """Write ``agreement`` to ``path`` in canonical layout, UTF-8. The file is replaced whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    write_whole(path, dumps(agreement))


def examine(source: RecordSource, *, limits: Limits = _LIMITS, file: str | None = None) -> Examination:
    """Validate ``source`` as ``validate`` does, and keep what was read beside the report. Never raises.

    ``file`` is the name of bytes or of a stream in findings; by default the one that a stream has itself.
    """
    if isinstance(source, (Agreement, Mapping)):
        return _examine_plain(source, limits)
    if isinstance(source, bytes):
        return _examine_reading(read_bytes(source, file=file, limits=limits))
    if isinstance(source, str) and _is_text(source):
        return _examine_reading(read_text(source, limits=limits))
    if isinstance(source, (str, os.PathLike)):
        return _examine_reading(read_path(source, limits=limits))
    name = getattr(source, "name", None)
    return _examine_reading(read_stream(source, file=file or (name if isinstance(name, str) else None), limits=limits))


def _is_text(source: str) -> bool:
    return "\n" in source or source.lstrip("\ufeff \t\r")[:1] in ("{", "[")


def _loaded(examination: Examination) -> Agreement:
    if examination.agreement is None:
        raise InvalidRecordError(examination.report)
    return examination.agreement


def _examine_plain(source: Mapping[str, Any] | Agreement, limits: Limits) -> Examination:
    """Plain JSON and built values are held to what they would be as text; that text has no places to point to."""
    try:
        plain = unstructure(source) if isinstance(source, Agreement) else source
        text = json.dumps(plain, default=_plain, ensure_ascii=False)
    except RecursionError:
        return _stopped(diagnose("ACC005", "objects and lists are nested too deep, or in a circle"))
    except (TypeError, ValueError, AttributeError) as error:
        return _stopped(diagnose("ACC103", f"the record holds a value that JSON has no form for: {error}"))
    examination = _examine_reading(read_text(text, limits=limits))
    bare = tuple(evolve(found, line=None, column=None) for found in examination.report.diagnostics)
    return evolve(examination, text=None, report=evolve(examination.report, diagnostics=bare))


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} {value!r:.64}")


def _stopped(finding: Diagnostic) -> Examination:
    return Examination(report=Report(diagnostics=(finding,), stages=("read",)))


def _examine_reading(reading: Reading) -> Examination:
    """The stages after reading; each runs only where those before it found no error."""
    findings = list(reading.findings)
    stages: list[Stage] = ["read"]
    agreement: Agreement | None = None
    if reading.data is not None:
        try:
            agreement = _run_stages(reading.data, findings, stages)
        except RecursionError:  # only where a caller allows more depth than the interpreter does
            findings.append(diagnose("ACC005", "objects and lists are nested deeper than this Python can follow"))
    report = Report(file=reading.file, diagnostics=place(findings, reading.text, reading.file), stages=tuple(stages))
    return Examination(report=report, agreement=agreement if report.ok else None, text=reading.text)


def _run_stages(data: dict[str, Any], findings: list[Diagnostic], stages: list[Stage]) -> Agreement | None:
    built: list[Agreement] = []

    def convert() -> list[Diagnostic]:
        try:
            built.append(structure(data))
        except ConversionError as error:
            return [diagnose("ACC901", f"the record passed the schema and was not understood: {error}")]
        return []

    steps: tuple[tuple[Stage, Callable[[], list[Diagnostic]]], ...] = (
        ("version", lambda: _version_findings(data)),
        ("schema", lambda: _schema_findings(data)),
        ("convert", convert),
        ("checks", lambda: list(check_agreement(built[0]))),
    )
    for stage, run in steps:
        found = run()
        stages.append(stage)
        findings += found
        if not Report(diagnostics=tuple(found)).ok:
            break
    return built[0] if built else None


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


def place(findings: Iterable[Diagnostic], text: str | None, file: str | None) -> tuple[Diagnostic, ...]:
    """Give ``findings`` the name of their file and, where there is ``text``, lines and columns in it.

    They come in the order of the text. Positions are computed here alone, so a clean record costs none.
    """
    found = list(findings)
    lost = [one for one in found if one.line is None]
    pointers = {one.pointer for one in lost} | {place.pointer for one in lost for place in one.related}
    spans = locate(text, pointers) if text is not None and pointers else {}
    placed = [_at(one, spans, file) for one in found]
    return tuple(sorted(placed, key=lambda one: (one.line or 0, one.column or 0, one.code)))


def _at(found: Diagnostic, spans: Mapping[str, NodeSpan], file: str | None) -> Diagnostic:
    named = evolve(found, file=found.file or file)
    if found.line is not None or found.pointer not in spans:
        return named
    node = spans[found.pointer]
    span = node.key if found.on_key and node.key else node.value
    related = tuple(
        evolve(other, line=spans[other.pointer].value.line, column=spans[other.pointer].value.column)
        for other in found.related
    )
    return evolve(named, line=span.line, column=span.column, length=span.length, related=related)
