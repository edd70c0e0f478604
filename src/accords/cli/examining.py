"""The record that a verb is about, apart from the options, so that verbs without one need not import the validator."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from accords.codec.reading import Limits, read_file
from accords.codec.reading.encoding import decode
from accords.corpus import named_here
from accords.prose import printable
from accords.validate import Examination, examine

__all__ = ["examine_argument", "read_text"]


def examine_argument(name: str | Path, limits: Limits | None = None) -> Examination:
    """Examine the file ``name``, or standard input where it is ``-``."""
    limits = limits or Limits()
    if str(name) == "-":
        if not sys.stdin:
            raise click.ClickException("standard input is closed")
        return examine(sys.stdin.buffer, limits=limits, file="<stdin>")
    return examine(named_here(str(name)), limits=limits)


def read_text(name: str) -> str:
    """The text in a file, exactly as it is. Raises click.ClickException where it cannot be read as text."""
    raw = read_file(name)
    text = decode(raw, file=name) if isinstance(raw, bytes) else raw
    if isinstance(text, str):
        return text
    raise click.ClickException(
        text.message if text.code == "ACC012" else f"{printable(name)} cannot be read as text: {text.message}"
    )
