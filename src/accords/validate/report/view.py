"""How findings are to be written: what a person chose for the whole run."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

__all__ = ["View"]


@frozen(kw_only=True)
class View:
    """How findings are to be written.

    ``elapsed`` tells the seconds since the run began, where they are to be printed; without it the same records
    give the same text. ``fixed`` is how many findings were mended before.
    """

    color: bool = False
    quiet: bool = False
    statistics: bool = False
    show_waived: bool = False
    fixed: int = 0
    elapsed: Callable[[], float] | None = field(default=None, eq=False)
