"""Provenance: who says so, where, and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accords.checks.index import Index
from accords.diagnostics import Diagnostic

__all__ = ["PROVENANCE"]

PROVENANCE: tuple[tuple[str, Callable[[Index], Iterator[Diagnostic]]], ...] = ()
"""Code → the check that yields it."""
