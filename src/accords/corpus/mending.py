"""Fixes made in files: every byte that is not mended stays, and a file is replaced whole or not at all."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrs import frozen

from accords.codec.reading import Limits, read_file
from accords.corpus.walk import LINES, ZIPPED_LINES, find_records
from accords.diagnostics import Diagnostic
from accords.differing import differing_lines
from accords.validate import apply_fixes, examine
from accords.validate.settings import Settings
from accords.writing import write_whole

__all__ = ["Mended", "ReplacedMeanwhileError", "mend", "mend_files", "unified_diff", "write_mended"]

_ROUNDS = 10
"""A mended shape lets the next stage run, and that may find more to mend; so often at most."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@frozen(kw_only=True)
class Mended:
    """A file before and after its fixes, and how many findings were mended."""

    file: str
    before: bytes
    after: bytes
    count: int


class ReplacedMeanwhileError(OSError):
    """A file is no longer what it was when its fixes were made out."""


def mend_files(names: Iterable[str], choose: Callable[[str], Settings], limits: Limits) -> Iterator[Mended]:
    """Yield what is to be mended in the files that ``names`` stand for; nothing is written.

    What cannot be read, compressed files, and files without a fix are passed over.
    """
    for path in find_records(names):
        name = str(path)
        if not os.path.isfile(name) or name.endswith(ZIPPED_LINES):
            continue
        raw = read_file(name, limits) if not name.endswith(LINES) else _whole(name)
        if isinstance(raw, Diagnostic):
            continue
        settings = choose(name)
        parts = raw.split(b"\n") if name.endswith(LINES) else [raw]
        mended = [mend(part, settings, limits, name) for part in parts]
        count = sum(number for _, number in mended)
        if count:
            yield Mended(file=name, before=raw, after=b"\n".join(part for part, _ in mended), count=count)


def mend(raw: bytes, settings: Settings, limits: Limits, file: str | None = None) -> tuple[bytes, int]:
    """The record in ``raw`` with every safe fix made, and how many findings were mended by it."""
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    content, total = raw, 0
    for _ in range(_ROUNDS):
        examination = examine(content, limits=limits, settings=settings, file=file)
        fixable = [found for found in examination.report.diagnostics if found.fix]
        if not fixable or examination.text is None:
            break
        content = mark + apply_fixes(examination.text, fixable).encode("utf-8")
        total += len(fixable)
    return content, total


def write_mended(mended: Mended) -> None:
    """Put the mended content in the place of the file, which keeps its permissions; a link stays a link.

    Raises:
        ReplacedMeanwhileError: the file has changed since it was read.
        OSError: it cannot be written.
    """
    if not os.access(mended.file, os.W_OK):
        raise PermissionError(13, "writing it is not permitted", mended.file)
    if Path(mended.file).read_bytes() != mended.before:
        raise ReplacedMeanwhileError(11, "it has changed since it was read", mended.file)
    write_whole(mended.file, mended.after)


def unified_diff(mended: Mended) -> str:
    """The change as a unified diff, as ``patch`` and ``git apply -p0`` read it."""

    # Only \n ends a line here: other signs that end lines in Python are part of a text.
    before, after = (_LINE.findall(part.decode("utf-8")) for part in (mended.before, mended.after))
    lines = differing_lines(before, after, mended.file, mended.file)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _whole(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError:
        return b""  # reading the records says why
