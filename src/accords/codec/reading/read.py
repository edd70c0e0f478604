"""Bytes, text, files and streams to plain JSON, with findings in place of exceptions."""

from __future__ import annotations

import json
import os
import stat
from typing import Any, BinaryIO, Protocol, TypeAlias, cast

from attrs import field, frozen

from accords.codec.reading.encoding import decode, not_utf8, without_mark
from accords.codec.reading.faults import report_fault
from accords.codec.reading.limits import Limits, deepest, first_too_deep
from accords.codec.reading.losses import (
    has_escaped_surrogate,
    may_hold_surrogates,
    parse,
    report_losses,
    without_surrogates,
)
from accords.codec.reading.marks import marks_of, names_in
from accords.codec.reading.positions import split_lines
from accords.codec.reading.scanner import skip_space
from accords.diagnostics import Diagnostic, diagnose
from accords.prose import bytes_in_words, kind_of, printable

__all__ = [
    "Json",
    "ReadText",
    "Stream",
    "open_file",
    "read_bytes",
    "read_file",
    "read_path",
    "read_stream",
    "read_text",
    "unreadable",
]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
"""Plain JSON as the standard library holds it."""

_DEFAULT = Limits()
_CHUNK = 1 << 20
_BEFORE_SURROGATES = b"\xed"
"""The first byte of every surrogate, and of some Hangul."""

_FLATTEN = "give inner conditions an event or an obligation to refer to; a caller may set a higher limit"
_SPLIT = "give one agreement to a file, and do not copy sources into it; a caller may set a higher limit"
_WRAP = "give one file to each agreement, or one line each in a file that ends in .jsonl"
_KINDS = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))


class Stream(Protocol):
    """What can be read bit by bit: files of bytes or text, pipes, `io.BytesIO`, gzip files."""

    def read(self, size: int, /) -> bytes | str | None:
        """Up to ``size`` bytes or characters; nothing at the end."""
        ...


@frozen(kw_only=True)
class ReadText:
    """What came of reading one text.

    ``data`` is the object that was read, None where there is an error. ``text`` is the decoded text without
    byte order mark, for excerpts and places; None where it could not be decoded or was not read to its end.
    Half surrogate pairs in it are replaced by U+FFFD, so that it can always be written out. ``findings`` are
    the findings ACC001 to ACC012, at most 1,000.
    """

    data: dict[str, Any] | None = field(default=None, repr=False)
    text: str | None = field(default=None, repr=False)
    file: str | None = None
    findings: tuple[Diagnostic, ...] = ()


def read_path(path: str | os.PathLike[str], limits: Limits = _DEFAULT) -> ReadText:
    """Read the record in the regular file ``path``, as ``read_file`` reads it. Never raises for what it finds."""
    file = os.fspath(path)
    raw = read_file(file, limits)
    return read_bytes(raw, file=file, limits=limits) if isinstance(raw, bytes) else ReadText(file=file, findings=(raw,))


def read_file(path: str | os.PathLike[str], limits: Limits = _DEFAULT) -> bytes | Diagnostic:
    """The bytes of the regular file ``path``, or a finding ACC006 or ACC012 that says why not.

    Never raises for what it finds, and never reads more than one byte above the limit.
    """
    file = os.fspath(path)
    stream = open_file(file)
    if isinstance(stream, Diagnostic):
        return stream
    try:
        with stream:
            size = os.fstat(stream.fileno()).st_size
            if size > limits.max_bytes:
                return _too_large(size, limits, file)
            raw = stream.read(size + 1)  # to ask for the limit would take as much memory for each file
            if len(raw) > size:  # it has grown since
                raw += stream.read(limits.max_bytes - size)
            return raw if len(raw) <= limits.max_bytes else _too_large(None, limits, file)
    except OSError as wrong:
        return unreadable(wrong, file)


def open_file(path: str | os.PathLike[str]) -> BinaryIO | Diagnostic:
    """The regular file ``path``, open for reading, or a finding ACC012 that says why not.

    A pipe or device could go on or wait for ever, so those are read as streams only.
    """
    file = os.fspath(path)
    if "\0" in file:  # releases of Python word it differently
        return _unreadable("its name holds the character U+0000", file)
    try:
        kind = os.stat(file).st_mode
        if not stat.S_ISREG(kind):
            return _irregular(kind, file)
        stream = open(file, "rb", opener=_open_without_waiting)  # noqa: SIM115 - the caller closes it
    except (OSError, ValueError) as wrong:
        return unreadable(wrong, file)
    found = os.fstat(stream.fileno()).st_mode
    if stat.S_ISREG(found):
        return stream
    stream.close()
    return _irregular(found, file)


def unreadable(wrong: Exception, file: str | None) -> Diagnostic:
    """The finding ACC012 for what was raised when ``file`` was read."""
    return _unreadable(_in_words(wrong), file)


def read_stream(stream: Stream, *, file: str | None = "<stdin>", limits: Limits = _DEFAULT) -> ReadText:
    """Read one record from ``stream`` up to its end, which is not closed; ``file`` is its name in findings.

    Reads hardly more than the limit, however long the stream is. What the stream raises is a finding ACC012.
    """
    parts: list[bytes | str] = []
    left = limits.max_bytes + 1
    try:
        while left > 0:
            part = stream.read(min(left, _CHUNK))
            if not part:  # a stream that does not wait gives None for the end of what there is
                break
            parts.append(part)
            left -= len(part)
    except UnicodeDecodeError as wrong:
        return ReadText(file=file, findings=(not_utf8(wrong, file=file),))
    except Exception as wrong:  # a stream is foreign code: gzip, zip and sockets raise kinds of their own
        return ReadText(file=file, findings=(unreadable(wrong, file),))
    texts = [part for part in parts if isinstance(part, str)]
    if texts:
        return read_text("".join(texts), file=file, limits=limits)
    return read_bytes(b"".join(part for part in parts if isinstance(part, bytes)), file=file, limits=limits)


def read_bytes(raw: bytes, *, file: str | None = None, limits: Limits = _DEFAULT) -> ReadText:
    """Read the record in ``raw``, which is to be UTF-8; ``file`` is its name in findings. Never raises."""
    if len(raw) > limits.max_bytes:
        size = None if len(raw) == limits.max_bytes + 1 else len(raw)
        return ReadText(file=file, findings=(_too_large(size, limits, file),))
    text = decode(raw, file=file)
    if isinstance(text, Diagnostic):
        return ReadText(file=file, findings=(text,))
    return _read(text, raw, file, limits)


def read_text(text: str, *, file: str | None = None, limits: Limits = _DEFAULT) -> ReadText:
    """Read the record in ``text``; ``file`` is its name in findings. Never raises."""
    if len(text) > limits.max_bytes:
        return ReadText(file=file, findings=(_too_large(None, limits, file),))
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) > limits.max_bytes:
        return ReadText(file=file, findings=(_too_large(len(raw), limits, file),))
    return _read(text, raw, file, limits)


def _read(text: str, raw: bytes, file: str | None, limits: Limits) -> ReadText:
    text, warnings = without_mark(text, file=file)
    marks = marks_of(raw)
    bracket = first_too_deep(text, limits.max_depth, marks)
    if bracket is not None:
        errors: tuple[Diagnostic, ...] = (_too_deep(text, bracket, limits.max_depth, file),)
        return ReadText(text=without_surrogates(text), file=file, findings=warnings + errors)
    data, errors = _parse(text, raw, names_in(marks), file)
    shown = without_surrogates(text) if errors else text
    return ReadText(data=data, text=shown, file=file, findings=warnings + errors)


def _parse(text: str, raw: bytes, names: int, file: str | None) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
    try:
        value, lost = parse(text, names)
    except json.JSONDecodeError as wrong:
        return None, (report_fault(text, file=file) or _as_told(wrong, file),)
    except RecursionError:  # only where a caller allows more depth than the interpreter does
        depth, bracket = deepest(text)
        return None, (_too_deep(text, bracket, depth - 1, file),)
    data = cast("dict[str, Any]", value) if isinstance(value, dict) and not lost else None
    findings: tuple[Diagnostic, ...] = ()
    if not isinstance(value, dict):
        findings = (_not_an_object(text, value, file),)
    del value  # its memory is needed for the names that are compared now
    if lost or has_escaped_surrogate(text) or (_BEFORE_SURROGATES in raw and may_hold_surrogates(text)):
        findings += report_losses(text, lost, file=file)
    return (None if findings else data), findings


def _too_deep(text: str, bracket: int, limit: int, file: str | None) -> Diagnostic:
    line, column = split_lines(text).place(bracket)
    message = f"objects and lists are nested deeper than {limit} levels, from here on"
    return diagnose("ACC005", message, help=_FLATTEN, line=line, column=column, file=file)


def _too_large(size: int | None, limits: Limits, file: str | None) -> Diagnostic:
    allowed = bytes_in_words(limits.max_bytes)
    shown = bytes_in_words(size) if size is not None else allowed
    if shown == allowed:
        message = f"the text is larger than the limit of {allowed}"
    else:
        message = f"the text has {shown}, more than the limit of {allowed}"
    return diagnose("ACC006", message, help=_SPLIT, file=file)


def _not_an_object(text: str, value: object, file: str | None) -> Diagnostic:
    line, column = split_lines(text).place(skip_space(text, 0))
    message = f"the top level is {kind_of(value)}, not an object"
    return diagnose("ACC009", message, help=_WRAP, line=line, column=column, file=file)


def _as_told(wrong: json.JSONDecodeError, file: str | None) -> Diagnostic:
    """The standard library's own words, should it ever refuse what the scanner accepts."""
    return diagnose("ACC001", wrong.msg, line=wrong.lineno, column=wrong.colno, file=file)


def _open_without_waiting(path: str, flags: int) -> int:
    """Open ``path`` so that a pipe put in the place of the file cannot hold up the run."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _irregular(kind: int, file: str) -> Diagnostic:
    what = next((name for is_kind, name in _KINDS if is_kind(kind)), "a device")
    piped = "give its content as standard input, with - for the name of the file"
    advice = "give the name of a file in it" if what == "a folder" else piped
    return _unreadable(f"it is {what}, not a file", file, advice)


def _unreadable(reason: str, file: str | None, advice: str = "check the path and its permissions") -> Diagnostic:
    message = f"{printable(file or 'the stream')} cannot be read: {reason}"
    return diagnose("ACC012", message, help=advice, file=file)


def _in_words(wrong: Exception) -> str:
    match wrong:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "reading it is not permitted"
        case NotADirectoryError():
            return "a part of its path is a file, not a folder"
        case OSError(strerror=str() as reason):
            return printable(reason[:1].lower() + reason[1:])
        case _:
            return printable(str(wrong) or type(wrong).__name__)
