"""Read → version → schema → convert → checks: a record in whatever form, and everything that is wrong with it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any, Protocol, TypeAlias, runtime_checkable

from attrs import evolve, frozen

from accords.checks.identity.waivers import apply_waivers
from accords.codec import dumps, misplaced, unstructure
from accords.codec.reading import Limits, ReadText, read_bytes, read_path, read_stream, read_text
from accords.dates import as_optional_date
from accords.diagnostics import Diagnostic, InvalidRecordError, Report, Stage, Waived, diagnose
from accords.model.agreement import Agreement
from accords.pointer import in_words, to_pointer
from accords.prose import refuse_other
from accords.rules import Severity
from accords.validate.fixing import keep_safe
from accords.validate.placing import place, place_each
from accords.validate.settings import Settings
from accords.validate.stages import run_stages, sound_agreement
from accords.writing import write_into, write_whole

__all__ = ["Examination", "RecordSource", "dump", "examine", "from_dict", "load", "loads", "stands", "validate"]

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
    never touches the network. Raises TypeError for what is no record in any form, such as a number.

    >>> accords.validate({"accords_version": "1.0"}).errors[0].message
    'an agreement needs `id`, `title`, `actors` and `parties`'
    """
    return examine(source, limits=limits, settings=settings).report


def load(source: str | os.PathLike[str] | IO[bytes] | IO[str], *, limits: Limits = _LIMITS) -> Agreement:
    """Load the record in a file or an open stream. A ``str`` is a path.

    Raises:
        InvalidRecordError: it cannot be read, or the record has errors; its ``report`` says which. Warnings
            do not stop it.
        ValueError: it is JSON text, which is for ``loads``.
        TypeError: it is something else, such as a mapping, which is for ``from_dict``.

    >>> accords.load("examples/minimal.accord.json").title
    'Ferry agreement between Ruritania and Graustark (invented)'
    """
    if isinstance(source, str):
        if _is_text(source):
            raise ValueError(f"this is JSON text and not a path: {source.strip()!r:.40}; loads reads it")
        source = Path(source)
    refuse_other(source, (os.PathLike, _Stream), "a path or an open stream")
    return _loaded(_read(source, limits))


def loads(text: str | bytes, *, limits: Limits = _LIMITS) -> Agreement:
    """Load the record in JSON text or UTF-8 bytes.

    Raises:
        InvalidRecordError: the record has errors; its ``report`` says which. Warnings do not stop it.
        TypeError: it is neither text nor bytes.

    >>> accords.loads(accords.dumps(accords.load("examples/minimal.accord.json"))).id
    'ruritania-graustark-ferry'
    """
    refuse_other(text, (str, bytes), "text or bytes")
    return _loaded(read_text(text, limits=limits) if isinstance(text, str) else read_bytes(text, limits=limits))


def from_dict(data: Mapping[str, Any], *, limits: Limits = _LIMITS) -> Agreement:
    """Load the record in plain JSON, as ``to_dict`` and ``json.load`` give it.

    Raises:
        InvalidRecordError: the record has errors; its ``report`` says which. Warnings do not stop it.
        TypeError: it is no mapping.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> accords.from_dict(accords.to_dict(deal)) == deal
    True
    """
    refuse_other(data, (Mapping,), "a mapping")
    examination = _examine_plain(data, limits, _SETTINGS)
    if examination.agreement is None:
        raise InvalidRecordError(examination.report)
    return examination.agreement


def dump(agreement: Agreement, target: str | os.PathLike[str] | IO[bytes] | IO[str]) -> None:
    """Write ``agreement`` in canonical layout, UTF-8, to a file or to an open stream, which is not closed.

    A file is replaced whole or not at all. Raises OSError where it cannot be written, TypeError for what is no record.

    >>> import sys
    >>> accords.dump(accords.new_record(title="Ferry", parties=("North", "South")), sys.stdout)  # doctest: +ELLIPSIS
    {
      "accords_version": "1.0",
      "id": "ferry",
    ...
    """
    if isinstance(target, (str, os.PathLike)):
        write_whole(target, dumps(agreement))
    else:
        write_into(target, dumps(agreement))


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
    refuse_other(source, (Agreement, Mapping, str, bytes, os.PathLike, _Stream), "a record in any of its forms")
    refuse_other(limits, Limits, "Limits")
    refuse_other(settings, Settings, "Settings")
    if isinstance(source, (Agreement, Mapping)):
        return _examine_plain(source, limits, settings)
    return _examine_reading(_read(source, limits, file), settings)


def _read(
    source: str | os.PathLike[str] | bytes | IO[bytes] | IO[str], limits: Limits, file: str | None = None
) -> ReadText:
    if isinstance(source, bytes):
        return read_bytes(source, file=file, limits=limits)
    if isinstance(source, str) and _is_text(source):
        return read_text(source, file=file, limits=limits)
    if isinstance(source, (str, os.PathLike)):
        return read_path(source, limits=limits)
    name = getattr(source, "name", None)
    return read_stream(source, file=file or (name if isinstance(name, str) else None), limits=limits)


@runtime_checkable
class _Stream(Protocol):
    def read(self, size: int, /) -> str | bytes: ...


def _is_text(source: str) -> bool:
    return "\n" in source or source.lstrip("\ufeff \t\r")[:1] in ("{", "[")


def _loaded(reading: ReadText) -> Agreement:
    """The agreement that was read; everything that is to be said of a record is looked for only where it has errors."""
    agreement = sound_agreement(reading.data) if reading.data is not None else None
    if agreement is None:
        raise InvalidRecordError(_examine_reading(reading, _SETTINGS).report)
    return agreement


def _examine_plain(source: Mapping[str, Any] | Agreement, limits: Limits, settings: Settings) -> Examination:
    """Plain JSON and built values are held to what they would be as text; that text has no places to point to."""
    try:
        try:
            plain = unstructure(source) if isinstance(source, Agreement) else source
            text = json.dumps(plain, default=_plain, ensure_ascii=False)
        except (TypeError, ValueError, AttributeError) as error:
            return _stopped(*_not_json(source), why=error)
    except RecursionError:
        return _stopped(diagnose("ACC005", "objects and lists are nested too deep, or in a circle"))
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


def _not_json(source: Mapping[str, Any] | Agreement) -> Iterator[Diagnostic]:
    """A finding for each value that does not belong where it stands, so that the record cannot be written as JSON."""
    for path, words in misplaced(source):
        yield diagnose("ACC103", words, pointer=to_pointer(path), place=in_words(path, source))


def _stopped(*findings: Diagnostic, why: Exception | None = None) -> Examination:
    if not findings:
        findings = (diagnose("ACC103", f"the record holds a value that JSON has no form for: {why}"),)
    return Examination(report=Report(diagnostics=findings, stages=("read",)))


def _examine_reading(reading: ReadText, settings: Settings) -> Examination:
    """The stages after reading; each runs only where those before it found no error."""
    findings, waived = list(reading.findings), list[Waived]()
    stages: tuple[Stage, ...] = ("read",)
    agreement: Agreement | None = None
    if reading.data is not None:
        outcome = run_stages(reading.data)
        findings += outcome.findings
        stages += outcome.stages
        agreement = None if any(each.severity is Severity.ERROR for each in findings) else outcome.agreement
        if outcome.agreement is not None and stages[-1] == "checks":
            findings, waived = apply_waivers(outcome.agreement, findings, _day_of(settings, outcome.agreement))
    counting = [found for found in findings if settings.counts(found.code, reading.file)]
    placed = place(counting, reading.text, reading.file)
    report = Report(
        file=reading.file,
        diagnostics=keep_safe(reading.text, placed, stages[-1]),
        stages=stages,
        waived=_placed(waived, reading, settings),
    )
    return Examination(report=report, agreement=agreement, text=reading.text, settings=settings)


def stands(finding: Diagnostic, agreement: Agreement, settings: Settings) -> bool:
    """Whether a finding that is made elsewhere is one for ``settings``, and not waived by the record."""
    waived = apply_waivers(agreement, [finding], _day_of(settings, agreement))[1] if agreement.coding else []
    return settings.counts(finding.code, finding.file) and not waived


def _placed(waived: list[Waived], reading: ReadText, settings: Settings) -> tuple[Waived, ...]:
    counting = [one for one in waived if settings.counts(one.finding.code, reading.file)]
    bare = (evolve(one.finding, fix=None) for one in counting)
    placed = place_each(bare, reading.text, reading.file)
    return tuple(evolve(one, finding=finding) for one, finding in zip(counting, placed, strict=True))


def _day_of(settings: Settings, agreement: Agreement) -> date | None:
    """The day by which waivers are judged: that of a moment in the time zone of the record."""
    when = as_optional_date(settings.as_of)
    if when is None or when.moment is None:
        return None if when is None else when.latest
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - most runs need none

    try:
        return when.moment.astimezone(ZoneInfo(agreement.time_zone)).date()
    except (OSError, ValueError, LookupError, OverflowError):  # there is no such zone, which is a finding of its own
        return when.latest
