"""Work, counted: the same on every machine, however busy it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from sources import SOURCE

__all__ = ["Work", "counted_calls", "counted_steps"]


_PACKAGE = str(SOURCE)


class Work:
    """How much was done so far."""

    def __init__(self) -> None:
        self.count = 0


@contextmanager
def counted_steps(most: int | None = None, *, own: bool = False) -> Iterator[Work]:
    """Count the lines of Python that run, each turn of a loop anew.

    With ``most``, stop where there are more. ``own`` counts the lines of the package alone.
    """
    work = Work()

    def note(frame: FrameType, event: str, _: Any) -> Any:
        if own and event == "call" and not frame.f_code.co_filename.startswith(_PACKAGE):
            return None
        work.count += 1
        if most is not None and work.count > most:
            sys.settrace(before)
            raise AssertionError(f"more than {most:,} steps")
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        yield work
    finally:
        sys.settrace(before)


@contextmanager
def counted_calls() -> Iterator[Work]:
    """Count the calls of functions that are written in Python, which takes little time."""
    work = Work()

    def note(_: FrameType, __: str, ___: Any) -> None:
        work.count += 1

    before = sys.gettrace()
    sys.settrace(note)
    try:
        yield work
    finally:
        sys.settrace(before)
