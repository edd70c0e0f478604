"""Read → version → schema → convert → checks: a record in whatever form, and everything that is wrong with it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, TypeAlias

from attrs import evolve, frozen

from accords.checks.identity.waivers import apply_waivers
from accords.codec import dumps, unstructure
from accords.dates import parse_date
from accords.diagnostics import Diagnostic, InvalidRecordError, Report, Stage, Waived, diagnose
from accords.model.agreement import Agreement
from accords.reading import Limits, Reading, read_bytes, read_path, read_stream, read_text
from accords.settings import Settings
from accords.validate.fixing import keep_safe
from accords.validate.placing import place, place_each
from accords.validate.stages import run_stages
from accords.writing import write_whole

__all__ = ["Examination", "RecordSource", "dump", "examine", "load", "loads", "validate"]

RecordSource: TypeAlias = str | os.PathLike[str] | bytes | IO[bytes] | IO[str] | Mapping[str, Any] | Agreement
"""A record in any form: a path, JSON text or bytes, an open stream, plain JSON, or a value of the model."""

_LIMITS = Limits()
_SETTINGS = Settings()


@frozen(kw_only=True)
class Examination:
    """What came of examining a record: the report, the agreement where there is no error, the text if there was one.

    An agreement is there only where there is no error at all, counted by ``settings`` or not.
    """

    report: Report
    agreement: Agreement | None = None
    text: str | None = None
    settings: Settings = _SETTINGS

    @property
    def fails(self) -> bool:
        """Whether the record fails by its settings."""
        return any(self.settings.fails(found.severity) for found in self.report.diagnostics)


def validate(source: RecordSource, *, limits: Limits = _LIMITS, settings: Settings = _SETTINGS) -> Report:
    """Say everything that is wrong with a record.

    Args:
        source: a path, JSON text or bytes, an open stream, plain JSON (a mapping), or an ``Agreement``. A
            ``str`` is taken for JSON text where it has a line break or begins with ``{`` or ``[``, otherwise
            for a path.
        limits: the largest size in bytes, and the deepest nesting, that are read.
        settings: which findings count; by default all. No file with settings is looked for: ``find_settings``
            gives those for a path.

    Returns:
        A report with the findings in the order of the text, the stages that ran, and what the record waives.

    Never raises for anything that is wrong with the record or with reading it, never changes ``source``, and
    never touches the network.
    """
    return examine(source, limits=limits, settings=settings).report


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
    return _loaded(_examine_reading(reading, _SETTINGS))


def dump(agreement: Agreement, path: str | os.PathLike[str]) -> None:
    """Write ``agreement`` to ``path`` in canonical layout, UTF-8. The file is replaced whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    write_whole(path, dumps(agreement))


def examine(
    source: RecordSource,
    *,
    limits: Limits = _LIMITS,
    file: str | None = None,
    settings: Settings = _SETTINGS,
) -> Examination:
    """Validate ``source`` as ``validate`` does, and keep what was read beside the report. Never raises.

    ``file`` is the name of a stream, text or bytes in findings; of a stream by default the one that it has itself.
    """
    if isinstance(source, (Agreement, Mapping)):
        return _examine_plain(source, limits, settings)
    if isinstance(source, bytes):
        return _examine_reading(read_bytes(source, file=file, limits=limits), settings)
    if isinstance(source, str) and _is_text(source):
        return _examine_reading(read_text(source, file=file, limits=limits), settings)
    if isinstance(source, (str, os.PathLike)):
        return _examine_reading(read_path(source, limits=limits), settings)
    name = getattr(source, "name", None)
    name = file or (name if isinstance(name, str) else None)
    return _examine_reading(read_stream(source, file=name, limits=limits), settings)


def _is_text(source: str) -> bool:
    return "\n" in source or source.lstrip("\ufeff \t\r")[:1] in ("{", "[")


def _loaded(examination: Examination) -> Agreement:
    if examination.agreement is None:
        raise InvalidRecordError(examination.report)
    return examination.agreement


def _examine_plain(source: Mapping[str, Any] | Agreement, limits: Limits, settings: Settings) -> Examination:
    """Plain JSON and built values are held to what they would be as text; that text has no places to point to."""
    try:
        plain = unstructure(source) if isinstance(source, Agreement) else source
        text = json.dumps(plain, default=_plain, ensure_ascii=False)
    except RecursionError:
        return _stopped(diagnose("ACC005", "objects and lists are nested too deep, or in a circle"))
    except (TypeError, ValueError, AttributeError) as error:
        return _stopped(diagnose("ACC103", f"the record holds a value that JSON has no form for: {error}"))
    examination = _examine_reading(read_text(text, limits=limits), settings)
    report = examination.report
    bare = tuple(_without_place(found) for found in report.diagnostics)
    waived = tuple(evolve(one, finding=_without_place(one.finding)) for one in report.waived)
    return evolve(examination, text=None, report=evolve(report, diagnostics=bare, waived=waived))


def _without_place(found: Diagnostic) -> Diagnostic:
    related = tuple(evolve(other, line=None, column=None) for other in found.related)
    return evolve(found, line=None, column=None, related=related, fix=None)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} {value!r:.64}")


def _stopped(finding: Diagnostic) -> Examination:
    return Examination(report=Report(diagnostics=(finding,), stages=("read",)))


def _examine_reading(reading: Reading, settings: Settings) -> Examination:
    """The stages after reading; each runs only where those before it found no error."""
    findings, waived = list(reading.findings), list[Waived]()
    stages: tuple[Stage, ...] = ("read",)
    agreement: Agreement | None = None
    if reading.data is not None:
        outcome = run_stages(reading.data)
        findings += outcome.findings
        stages += outcome.stages
        agreement = outcome.agreement if Report(diagnostics=tuple(findings)).ok else None
        if outcome.agreement is not None and stages[-1] == "checks":
            day = parse_date(settings.as_of).latest if settings.as_of else None
            findings, waived = apply_waivers(outcome.agreement, findings, day)
    counting = [found for found in findings if settings.counts(found.code, reading.file)]
    placed = place(counting, reading.text, reading.file)
    report = Report(
        file=reading.file,
        diagnostics=keep_safe(reading.text, placed, stages[-1]),
        stages=stages,
        waived=_placed(waived, reading, settings),
    )
    return Examination(report=report, agreement=agreement, text=reading.text, settings=settings)


def _placed(waived: list[Waived], reading: Reading, settings: Settings) -> tuple[Waived, ...]:
    counting = [one for one in waived if settings.counts(one.finding.code, reading.file)]
    bare = (evolve(one.finding, fix=None) for one in counting)
    placed = place_each(bare, reading.text, reading.file)
    return tuple(evolve(one, finding=finding) for one, finding in zip(counting, placed, strict=True))
