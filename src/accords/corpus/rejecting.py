"""The records that fail, kept in a file of their own so that they can be mended and tried again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from accords.validate import Examination

__all__ = ["keep_rejected"]


def keep_rejected(examinations: Iterable[Examination], stream: IO[str]) -> Iterator[Examination]:
    """Pass ``examinations`` on, and write each record that fails by its settings to ``stream``, on a line of its own.

    A line end in a record becomes a space; in JSON it stands between values only. What could not be read as text, or
    is empty, has nothing to be written.
    """
    for each in examinations:
        if each.fails and each.text and not each.text.isspace():
            stream.write(each.text.translate(_ON_ONE_LINE) + "\n")
        yield each


_ON_ONE_LINE = {ord("\r"): " ", ord("\n"): " "}
