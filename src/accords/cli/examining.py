"""The record that a verb is about, apart from the options, so that verbs without one need not import the validator."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from accords.reading import Limits
from accords.validate import Examination, examine

__all__ = ["examine_argument"]


def examine_argument(name: str | Path, limits: Limits | None = None) -> Examination:
    """Examine the file ``name``, or standard input where it is ``-``."""
    limits = limits or Limits()
    if str(name) == "-":
        if not sys.stdin:
            raise click.ClickException("standard input is closed")
        return examine(sys.stdin.buffer, limits=limits, file="<stdin>")
    return examine(Path(name), limits=limits)
