"""From what is named on a command line to the records that are meant."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

__all__ = ["LINES", "SUFFIX", "ZIPPED_LINES", "find_records", "stands_for_many"]

SUFFIX = ".accord.json"
"""How the names of records end; a folder is searched for these."""

LINES = ".jsonl"
"""How the names of files end that hold a record on each line. In a folder only ``.accord.jsonl`` is taken for one."""

ZIPPED_LINES = ".jsonl.gz"
"""The same, compressed."""

_IN_FOLDERS = (SUFFIX, f".accord{LINES}", f".accord{ZIPPED_LINES}")


def find_records(names: Iterable[str]) -> Iterator[Path]:
    """Yield the files that ``names`` stand for, each once, in a stable order.

    A folder stands for every file below it that ends in ``.accord.json``, ``.accord.jsonl`` or
    ``.accord.jsonl.gz``; links to folders are not followed, so no walk goes in a circle. A name with ``*``, ``?``
    or ``[`` that is no file is a pattern, in which ``**`` stands for any folders. A name that stands for nothing,
    and a folder that cannot be looked into, are yielded as they are, so that opening them says why.
    """
    seen: set[Path] = set()
    for name in names:
        for path in _expand(name):
            if path not in seen:
                seen.add(path)
                yield path


def stands_for_many(name: str) -> bool:
    """Whether ``name`` is one that may stand for several records: a folder, a pattern, a file of lines."""
    return os.path.isdir(name) or name.endswith((LINES, ZIPPED_LINES)) or _is_pattern(name)


def _is_pattern(name: str) -> bool:
    return not os.path.exists(name) and any(sign in name for sign in "*?[")


def _expand(name: str) -> Iterator[Path]:
    path = Path(name)
    if os.path.isdir(name):
        records = list(_below(path))
        yield from records or [path]
    elif _is_pattern(name):
        matches = [Path(match) for match in sorted(glob.glob(name, recursive=True)) if not os.path.isdir(match)]
        yield from matches or [path]
    else:
        yield named_here(name)


def named_here(name: str) -> Path:
    """The file that ``name`` stands for: of a record ``NAME.accord.json`` that is there, ``NAME`` is enough."""
    whole = Path(f"{name}{SUFFIX}")
    return whole if not os.path.exists(name) and whole.is_file() else Path(name)


def _below(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders.sort()
        yield from (Path(parent, file) for file in sorted(files) if file.endswith(_IN_FOLDERS))
    yield from closed
