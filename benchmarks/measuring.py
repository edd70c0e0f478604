"""Rows of a table of goals, and rounds in which contenders take turns until a time is over."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from itertools import count

from attrs import frozen

__all__ = ["SECONDS", "Row", "against", "best", "duration", "floor", "rounds"]

SECONDS = 12
"""So long a group of contenders takes turns, and longer only where two rounds do."""


@frozen(kw_only=True)
class Row:
    """One goal: what was measured, of what peer, and what it is to be."""

    work: str
    measured: str
    peer: str = "–"
    ratio: str = "–"
    goal: str
    is_met: bool | None
    """None of a floor, which is no goal."""


def against(work: str, seconds: float, peer: str, peer_seconds: float, most: float) -> Row:
    """A row about a share of what a peer takes."""
    ratio = seconds / peer_seconds
    told = f"{peer}: {duration(peer_seconds)}"
    shown = f"{ratio:.2f} x"
    return Row(
        work=work, measured=duration(seconds), peer=told, ratio=shown, goal=f"≤ {most:g} x", is_met=ratio <= most
    )


def floor(what: str, seconds: float, peer_seconds: float | None = None) -> Row:
    """A row about the part of the work before it that is left when nothing else is done."""
    ratio = "–" if peer_seconds is None else f"{seconds / peer_seconds:.2f} x"
    return Row(work=f"– floor: {what}", measured=duration(seconds), ratio=ratio, goal="–", is_met=None)


def duration(seconds: float) -> str:
    """Seconds, or thousandths of them, for people."""
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{seconds * 1000:.2f} ms"


def rounds(seconds: float) -> Iterator[int]:
    """Two rounds, and more until the time is over."""
    end = time.monotonic() + seconds
    for number in count():
        if number >= 2 and time.monotonic() > end:
            return
        yield number


def best(calls: dict[str, Callable[[], object]], times: int, seconds: float = SECONDS) -> dict[str, float]:
    """Name → CPU seconds of one call, the best round."""
    found = dict.fromkeys(calls, float("inf"))
    for _ in rounds(seconds):
        for name, call in calls.items():
            gc.collect()
            start = time.process_time()
            for _ in range(times):
                call()
            found[name] = min(found[name], (time.process_time() - start) / times)
    return found
