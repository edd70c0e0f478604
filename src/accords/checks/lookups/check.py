"""A check with its code, and what a record has to hold for it to find anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic

__all__ = ["Check"]

_Finder: TypeAlias = Callable[[Index], Iterator[Diagnostic]]


class Check(NamedTuple):
    """One check: what has its code, and what of a record it is about.

    ``about`` are classes of the model and fields that hold ids. Where a record has none of them the check finds nothing
    and is not run; without any it is always run.
    """

    code: str
    find: _Finder
    about: tuple[type | str, ...] = ()
