"""A run that goes on where one before it stopped: what it found sound is known by its content, not by its name."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from attrs import evolve

from accords.codec.reading import read_file
from accords.corpus.records import Piece
from accords.validate import Examination
from accords.version import VERSION

__all__ = ["Resumption", "ResumptionError"]

_HEAD = "accords, records without findings"
_LENGTH = 16
"""So many bytes of each digest are kept: enough that no two records are ever taken for each other."""
_DIGEST = re.compile(f"[0-9a-f]{{{2 * _LENGTH}}}\n")


class ResumptionError(ValueError):
    """The file that is to tell what was done before is of another kind."""


class Resumption:
    """The records that an earlier run found without findings, by a digest of their content.

    The digest covers the version of the library, the settings and the limits too: where one of them is another, the
    record is examined anew. ``path`` need not be there; what is found without findings is added to it as the run
    goes on, and kept where it is interrupted.

    Raises:
        ResumptionError: ``path`` is a file of another kind.
        OSError: it cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._known: set[bytes] = set()
        self._under_way: deque[bytes | None] = deque()
        if path.exists():
            self._read(path)
        self._stream: IO[str] = path.open("a", encoding="ascii")
        if not self._stream.tell():
            self._stream.write(f"{_HEAD}\n")

    def _read(self, path: Path) -> None:
        with path.open(encoding="ascii", errors="replace") as lines:
            if next(lines, _HEAD + "\n") != f"{_HEAD}\n":
                raise ResumptionError(f"the file does not begin with the line {_HEAD!r}")
            for line in lines:
                if _DIGEST.fullmatch(line):  # the last may have been cut short
                    self._known.add(bytes.fromhex(line))

    def skip(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """``pieces``, those without a source that are known."""
        for piece in pieces:
            content = read_file(piece.source, piece.limits) if isinstance(piece.source, Path) else piece.source
            digest = _digest(piece, content) if isinstance(content, bytes) else None
            self._under_way.append(digest)
            if digest is None:
                yield piece  # what cannot be had is told where it is examined
            else:
                yield piece._replace(source=None if digest in self._known else content)

    def note(self, examinations: Iterable[Examination]) -> Iterator[Examination]:
        """Pass on what came of the pieces of ``skip``, in their order, and keep which of them are without findings."""
        try:
            for each in examinations:
                digest = self._under_way.popleft()
                report = each.report
                if digest is not None and digest not in self._known and not (report.diagnostics or report.waived):
                    self._known.add(digest)
                    self._stream.write(f"{digest.hex()}\n")
                yield each
        finally:
            self._stream.close()


def _digest(piece: Piece, content: bytes) -> bytes:
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, and most runs need none

    settings = evolve(piece.settings, as_of=None)  # a day matters to waivers only, and what is waived is not kept
    file = os.path.abspath(piece.file) if settings.per_file_ignores else ""
    how = repr((VERSION, settings, piece.limits, file))
    return hashlib.sha256(how.encode("utf-8", "surrogatepass") + b"\0" + content).digest()[:_LENGTH]
