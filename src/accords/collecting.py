"""Python's search for circles among objects, held back where none are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collection_paused"]


@contextmanager
def collection_paused() -> Iterator[None]:
    """Hold back the cyclic garbage collector for a block that makes many objects and no circles of them.

    What is no longer used is freed at once all the same; only the search for circles waits. Without this, each
    search goes through the whole record again, and time grows faster than the record. The collector is put back
    as it was, also where the block raises.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
