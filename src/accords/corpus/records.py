"""From what is named to the records themselves, one by one: a file that is long is never held as a whole."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias, cast

from attrs import evolve

from accords.codec.reading import Limits, open_file, unreadable
from accords.corpus.walk import LINES, SUFFIX, ZIPPED_LINES, find_records
from accords.diagnostics import Diagnostic, Report, diagnose
from accords.prose import printable, refuse_one
from accords.validate import STAGES, Examination, examine
from accords.validate.settings import Settings

__all__ = ["Piece", "examined", "pieces", "read_records"]

_LIMITS = Limits()
_SETTINGS = Settings()
_CHUNK = 1 << 20


class Piece(NamedTuple):
    """A record that is yet to be examined: where it is, and how that is to be done.

    ``source`` is its bytes, the file that holds it alone, the finding that says why it cannot be had, or None where
    it is known to be without findings. ``number`` is the line on which it stands in a file of lines, and 0 elsewhere.
    """

    source: bytes | Path | Diagnostic | None
    file: str
    number: int
    limits: Limits
    settings: Settings


def examined(piece: Piece) -> Examination:
    """Examine one record. Never raises."""
    if piece.source is None:
        sound = Report(file=piece.file, first_line=piece.number or 1, stages=STAGES)
        return Examination(report=sound, settings=piece.settings)
    if isinstance(piece.source, Diagnostic):
        return _stopped(piece.source)
    file = piece.file if isinstance(piece.source, bytes) else None
    examination = examine(piece.source, limits=piece.limits, settings=piece.settings, file=file)
    return _moved(examination, piece.number) if piece.number else examination


def read_records(
    names: Iterable[str | os.PathLike[str]],
    *,
    limits: Limits = _LIMITS,
    settings: Settings | Callable[[str], Settings] = _SETTINGS,
    stdin: BinaryIO | None = None,
    stdin_name: str = "<stdin>",
) -> Iterator[Examination]:
    """Examine every record that ``names`` stand for, each once, in a stable order.

    Args:
        names: Files, folders (searched for ``*.accord.json``, and for ``*.accord.jsonl`` with or without
            ``.gz``) and patterns. A file that ends in ``.jsonl`` or ``.jsonl.gz`` holds a record on each line;
            empty lines are passed over.
        limits: The largest size in bytes of one record, and its deepest nesting. A file of lines may be of
            any length.
        settings: Which findings count, or what tells so for the name of a file, as ``find_settings`` does.
        stdin: What the name ``-`` stands for; without it the name is that of a file. It holds one record, or
            one on each line where the first line is a whole object and more follows.
        stdin_name: What it is called in findings. One that ends in ``.jsonl`` or ``.jsonl.gz`` says what it holds.

    Yields:
        For each record its report and, where there is no error, the agreement. Findings of a record on a line
        have the number of that line. What cannot be read is a report with the finding ACC012; it stops nothing.

    Never raises for what it finds; what ``settings`` raises is raised. Holds one record at a time.

    >>> [each.report.ok for each in accords.read_records(["examples/minimal.accord.json", "nowhere.json"])]
    [True, False]
    """
    refuse_one(names, "names of files or folders, as in [name]")
    return map(examined, pieces(names, limits=limits, settings=settings, stdin=stdin, stdin_name=stdin_name))


def pieces(
    names: Iterable[str | os.PathLike[str]],
    *,
    limits: Limits = _LIMITS,
    settings: Settings | Callable[[str], Settings] = _SETTINGS,
    stdin: BinaryIO | None = None,
    stdin_name: str = "<stdin>",
) -> Iterator[Piece]:
    """The records that ``names`` stand for, unexamined; the arguments are those of ``read_records``."""

    def how(name: str) -> _How:
        return _How(name, limits, settings if isinstance(settings, Settings) else settings(name))

    seen: set[Path] = set()
    for each in names:
        name = os.fspath(each)
        if name == "-" and stdin is not None:
            yield from _piped(stdin, how(stdin_name))
            continue
        for path in find_records([name]):
            if path not in seen:
                seen.add(path)
                yield from _in_file(path, how(str(path)))


class _How(NamedTuple):
    """How the records of one file are examined."""

    file: str
    limits: Limits
    settings: Settings

    def piece(self, source: bytes | Path | Diagnostic, number: int = 0) -> Piece:
        return Piece(source, self.file, number, self.limits, self.settings)


def _in_file(path: Path, how: _How) -> Iterator[Piece]:
    name = how.file
    if os.path.isdir(name):
        yield how.piece(_empty_folder(name))
    elif not name.endswith((LINES, ZIPPED_LINES)):
        yield how.piece(path)
    else:
        stream = open_file(path)
        if isinstance(stream, Diagnostic):
            yield how.piece(stream)
            return
        with stream:
            yield from _on_lines(_lines(stream, how), how)


def _piped(stdin: BinaryIO, how: _How) -> Iterator[Piece]:
    if how.file.endswith((LINES, ZIPPED_LINES)):
        yield from _on_lines(_lines(stdin, how), how)
        return
    most = how.limits.max_bytes + 1
    try:
        first = _taken(stdin.readline, most)
        rest = b"" if _is_object(first) else _taken(stdin.read, most - len(first))
    except _StreamError as error:
        yield how.piece(unreadable(error.cause, how.file))
        return
    if not _is_object(first):
        yield how.piece(first + rest)
        return
    lines = _lines(stdin, how, begun=1)
    second = next(lines, None)
    if second is None:
        yield how.piece(first)
    else:
        yield from _on_lines(chain([(1, first), second], lines), how)


def _is_object(line: bytes) -> bool:
    """Whether a line is a record of its own. What follows it then can only be another."""
    if not line.endswith(b"\n") or not line.rstrip().endswith(b"}"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


_Line: TypeAlias = "tuple[int, bytes | Diagnostic]"


def _on_lines(lines: Iterable[_Line], how: _How) -> Iterator[Piece]:
    empty = True
    for number, line in lines:
        empty = False
        yield how.piece(line, number)
    if empty:
        yield how.piece(_cannot(how.file, "holds no record: it is empty"))


def _lines(stream: BinaryIO, how: _How, *, begun: int = 0) -> Iterator[_Line]:
    """The lines that hold anything, with their numbers; of one that is too long, enough to see that it is."""
    number, name, limits = begun, how.file, how.limits
    try:
        source = _unzipped(stream) if name.endswith(ZIPPED_LINES) else stream
        while line := _taken(source.readline, limits.max_bytes + 2):
            number += 1
            content = line.rstrip(b"\r\n")
            if content.strip() or len(content) > limits.max_bytes:
                yield number, content
            else:
                number += _skip_empty(source, limits)
            while not line.endswith(b"\n") and len(line) > limits.max_bytes:
                line = _taken(source.readline, max(limits.max_bytes + 1, _CHUNK))
    except _StreamError as error:
        yield number + 1, evolve(unreadable(error.cause, name), line=number + 1, column=1)


class _StreamError(Exception):
    """A stream cannot be read, for whatever it raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


def _taken(read: Callable[[int], bytes | None], size: int) -> bytes:
    """What a stream gives. Raises _StreamError alone."""
    try:
        return read(size) or b""
    except Exception as wrong:  # a stream is foreign code: gzip alone raises three kinds
        raise _StreamError(wrong) from wrong


def _unzipped(stream: BinaryIO) -> BinaryIO:
    from gzip import GzipFile  # noqa: PLC0415 - few files are compressed

    return cast("BinaryIO", GzipFile(fileobj=stream))


def _skip_empty(source: BinaryIO, limits: Limits) -> int:
    """Pass over empty lines in blocks, where the stream shows what comes, and count them."""
    peek = getattr(source, "peek", None)
    skipped = 0
    while peek is not None:
        coming = _taken(peek, _CHUNK)
        empty = coming[: len(coming) - len(coming.lstrip())]
        end = empty.rfind(b"\n") + 1
        if not end or end > limits.max_bytes:
            break
        _taken(source.read, end)
        skipped += empty.count(b"\n", 0, end)
    return skipped


def _moved(examination: Examination, number: int) -> Examination:
    """An examination of one line, with its findings where the line stands in the file."""
    report = examination.report
    placed = tuple(_down(found, number - 1) for found in report.diagnostics)
    waived = tuple(evolve(one, finding=_down(one.finding, number - 1)) for one in report.waived)
    moved = Report(
        file=report.file, first_line=number, diagnostics=placed, stages=report.stages, waived=waived
    )  # built outright: most records have no finding, and to change a copy takes several times as long
    return Examination(
        report=moved, agreement=examination.agreement, text=examination.text, settings=examination.settings
    )


def _down(found: Diagnostic, lines: int) -> Diagnostic:
    """A finding, so many lines further down."""
    related = tuple(evolve(each, line=each.line + lines) if each.line is not None else each for each in found.related)
    fix = found.fix
    if fix is not None:
        edits = tuple(evolve(edit, line=edit.line + lines) if edit.line is not None else edit for edit in fix.edits)
        fix = evolve(fix, edits=edits)
    return evolve(found, line=(found.line or 1) + lines, column=found.column or 1, related=related, fix=fix)


def _empty_folder(name: str) -> Diagnostic:
    if not os.access(name, os.R_OK | os.X_OK):
        return _cannot(name, "cannot be looked into: that is not permitted")
    return _cannot(name, f"holds no record: no file in it ends in {SUFFIX}")


def _cannot(name: str, reason: str) -> Diagnostic:
    return diagnose("ACC012", f"{printable(name)} {reason}", file=name)


def _stopped(finding: Diagnostic) -> Examination:
    return Examination(report=Report(file=finding.file, diagnostics=(finding,), stages=("read",)))
