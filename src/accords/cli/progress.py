"""How far a long run has come, on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from accords.prose import counted

__all__ = ["counting", "is_shown"]

_Each = TypeVar("_Each")
_FIRST = 0.5
_EVERY = 0.1


def is_shown() -> bool:
    """Whether progress can be shown: standard error is a terminal."""
    return bool(sys.stderr) and sys.stderr.isatty()


def counting(records: Iterable[_Each]) -> Iterator[_Each]:
    """Pass ``records`` on, and count them on standard error if that is a terminal, from half a second on.

    In the end the line is gone.
    """
    if not is_shown():
        yield from records
        return
    shown_at = time.monotonic() + _FIRST - _EVERY
    is_there = False
    try:
        for number, each in enumerate(records, 1):
            yield each
            if time.monotonic() - shown_at >= _EVERY:
                shown_at, is_there = time.monotonic(), True
                sys.stderr.write(f"\r\x1b[K{counted(number, 'record')} …")
                sys.stderr.flush()
    finally:
        if is_there:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
