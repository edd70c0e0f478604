"""Files that change while somebody works on them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from accords.corpus.walk import find_records

__all__ = ["watch"]

_Stamps: TypeAlias = "dict[Path, tuple[int, int, int] | None]"

_INTERVAL = 0.5


def watch(
    names: Sequence[str], *, beside: Callable[[], Sequence[Path]] = tuple, sleep: Callable[[float], object] = time.sleep
) -> Iterator[list[str]]:
    """Yield the files that ``names`` stand for, then again and again those of them that are new or have changed.

    Files are looked at twice a second, by time, size and number. ``beside`` names files that concern all others,
    such as settings: when one changes, all are yielded. A file that was removed is yielded by nobody. Never ends by
    itself.
    """
    before = _stamps(names)
    settings = _of(beside())
    yield [str(path) for path in before]
    while True:
        sleep(_INTERVAL)
        now, others = _stamps(names), _of(beside())
        changed = [path for path in now if others != settings or now[path] != before.get(path, ())]
        before, settings = now, others
        if changed:
            yield [str(path) for path in changed]


def _stamps(names: Sequence[str]) -> _Stamps:
    return _of(tuple(find_records(names)))


def _of(paths: Sequence[Path]) -> _Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
