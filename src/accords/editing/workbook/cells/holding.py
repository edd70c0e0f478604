"""What a kind of cell is: how its value is written and read, and what it is read with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from attrs import Factory, frozen

from accords.codec.notation import KnownIds

__all__ = ["CellContext", "CellKind"]


@frozen
class CellContext:
    """What a cell is read with: the ids there are, what stood there before, where losses are said, the time zone."""

    known: KnownIds | None
    before: Any
    lose: Callable[[str], None]
    zone: str | None = None
    ids: Mapping[str, Collection[str]] = Factory(dict)
    """The ids of each kind of thing, and of ``party``, those of the parties."""
    field: str = ""
    """What the format calls the column."""
    typed: bool = True
    """Whether somebody wrote it, and not whoever made the file."""


@frozen(kw_only=True)
class CellKind:
    """A kind of value: how it is written and read, what else than text may hold it, and what it can be chosen from.

    ``read`` raises ValueError, whose sentence says what is wrong.
    """

    write: Callable[[Any], str]
    read: Callable[[str, CellContext], Any]
    numbers: bool = False
    days: bool = False
    truths: bool = False
    words: tuple[str, ...] = ()
    ids: str | None = None
    carried: Callable[[str, str], str] | None = None
    """An item that leaves out what the one before it says, in full."""
    many: bool = False
    """Whether what is to be written in place of one item may be several."""
