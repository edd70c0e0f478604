"""The one place where an edit is written to its file."""

from __future__ import annotations

import os
from pathlib import Path

from accords.diagnostics import AccordsError, InvalidRecordError
from accords.editing.revising import Revision
from accords.prose import printable
from accords.writing import write_whole

__all__ = ["ChangedMeanwhileError", "write_revision"]


class ChangedMeanwhileError(AccordsError):
    """Somebody has written to the file since it was read; it is left as it is."""


def write_revision(path: str | os.PathLike[str], revision: Revision) -> None:
    """Write ``revision`` to the file that it was made of, whole or not at all.

    Raises:
        ChangedMeanwhileError: the file no longer holds what the revision began from.
        InvalidRecordError: the edit leaves an error in the record.
        OSError: the file cannot be read or written.

    >>> from pathlib import Path
    >>> path = Path("examples/minimal.accord.json")
    >>> deal = accords.load(path)
    >>> accords.write_revision(path, accords.revise(path.read_bytes(), deal))
    """
    if not revision.ok:
        raise InvalidRecordError(revision.report)
    if Path(path).read_bytes() != revision.old:
        name = printable(os.fspath(path))
        raise ChangedMeanwhileError(f"{name} has changed since it was read; it is left as it is")
    if not revision.same:
        write_whole(path, revision.new)
