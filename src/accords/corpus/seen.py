"""Which ids have been seen, and where first, kept beside memory: a run over many records stays flat."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

__all__ = ["SeenIds"]


class SeenIds:
    """Ids with the place where each was first seen."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._store.execute("CREATE TABLE seen (id TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID")
        self._store.execute("BEGIN")

    @classmethod
    @contextmanager
    def kept_aside(cls) -> Iterator[SeenIds]:
        """Nothing seen yet; what will be lies in a temporary file, which goes in the end."""
        import sqlite3  # noqa: PLC0415 - a run over one record needs none

        with closing(sqlite3.connect("", isolation_level=None)) as store:
            yield cls(store)

    def first(self, name: str) -> str | None:
        """The place where ``name`` was first seen; None where it was not."""
        row = self._store.execute("SELECT place FROM seen WHERE id = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, name: str, place: str) -> str | None:
        """Keep that ``name`` is seen at ``place``; the place where it was first, if it was before."""
        added = self._store.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (name, place)).rowcount
        return None if added else self.first(name)
