"""Where an output goes, and in which format: never onto what is read, and as the ending of its name says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from accords.corpus import find_records
from accords.prose import listed, printable

__all__ = ["form_for", "refuse_overwriting"]

_OF_TEXT = ("", ".txt", ".text", ".log", ".out")
"""Endings that promise nothing but text."""


def refuse_overwriting(output: Path | None, inputs: Iterable[str | Path | None]) -> None:
    """Raise click.UsageError where ``output`` is one of the files that ``inputs`` stand for."""
    if output is None or not output.is_file():
        return
    for name in inputs:
        if name is None or str(name) == "-":
            continue
        for path in find_records([str(name)]):
            if _is_same(path, output):
                raise click.UsageError(f"-o {printable(str(output))} would replace what is read; name another file")


def _is_same(path: Path, output: Path) -> bool:
    try:
        return os.path.samefile(path, output)
    except OSError:
        return False


def form_for(given: str | None, output: Path | None, endings: Mapping[str, str], default: str) -> str:
    """The format to write: the one that is ``given``, else the one that goes with the ending of ``output``.

    Raises click.UsageError where the ending promises something that is not written here.
    """
    if given is not None:
        return given
    if output is None:
        return default
    ending = output.suffix.lower()
    if ending in endings:
        return endings[ending]
    if ending in _OF_TEXT or not _is_plain(output):
        return default
    known = listed(sorted(endings), "or")
    raise click.UsageError(
        f"no format goes with the ending of {printable(output.name)}: end it in {known}, or say which with --format"
    )


def _is_plain(output: Path) -> bool:
    """Whether it is a file, or will be one: a pipe or a device may be called whatever it likes."""
    return not output.exists() or output.is_file()
