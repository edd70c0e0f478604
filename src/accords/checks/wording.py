"""Wording and neutrality: names, codes and words that take a side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accords.checks.index import Index
from accords.diagnostics import Diagnostic

__all__ = ["WORDING"]

WORDING: tuple[tuple[str, Callable[[Index], Iterator[Diagnostic]]], ...] = ()
"""Code → the check that yields it."""
