"""How far a long run has come, on a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from accords.corpus import find_records
from accords.corpus.records import Piece
from accords.prose import counted
from accords.validate import Examination

__all__ = ["Progress", "is_shown"]

_FIRST = 0.5
_EVERY = 0.1
_PACKED = ".gz"


def is_shown() -> bool:
    """Whether progress can be shown: standard error is a terminal."""
    return bool(sys.stderr) and sys.stderr.isatty()


class Progress:
    """Counts records on standard error from half a second on, with their rate, and the time left where it is known.

    What is left is told by bytes: ``names`` are looked up for how many there are in all. In the end the line is gone.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._total = _bytes_in(names)
        self._expected: deque[int] = deque()
        self._began = time.monotonic()

    def expect(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Pass ``pieces`` on, and keep how many bytes each has."""
        for piece in pieces:
            source = piece.source
            self._expected.append(len(source) + 1 if isinstance(source, bytes) else _size(source))
            yield piece

    def count(self, examinations: Iterable[Examination]) -> Iterator[Examination]:
        """Pass on what came of those pieces, in their order, and count."""
        shown_at = self._began + _FIRST - _EVERY
        is_there = False
        done = 0
        try:
            for number, each in enumerate(examinations, 1):
                done += self._expected.popleft()
                yield each
                if time.monotonic() - shown_at >= _EVERY:
                    shown_at, is_there = time.monotonic(), True
                    _show(f"{counted(number, 'record')}{self._pace(number, done)} …")
        finally:
            if is_there:
                _show("")

    def _pace(self, number: int, done: int) -> str:
        took = time.monotonic() - self._began
        pace = f", {number / took:,.0f} a second"
        if not self._total or not done:
            return pace
        left = round(took * max(0, self._total - done) / done)
        return f"{pace}, {left // 60}:{left % 60:02} left"


def _show(line: str) -> None:
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()


def _bytes_in(names: Iterable[str]) -> int | None:
    """How many bytes the records that ``names`` stand for have; None where that cannot be told."""
    names = list(names)
    if "-" in names:
        return None
    found = list(find_records(names))
    return None if any(path.name.endswith(_PACKED) for path in found) else sum(map(_size, found))


def _size(source: object) -> int:
    try:
        return os.stat(source).st_size if isinstance(source, Path) else 0
    except OSError:
        return 0
