"""Duties and roles: who owes what to whom, and in which part."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accords.checks.index import Index
from accords.diagnostics import Diagnostic

__all__ = ["DUTIES"]

DUTIES: tuple[tuple[str, Callable[[Index], Iterator[Diagnostic]]], ...] = ()
"""Code → the check that yields it."""
