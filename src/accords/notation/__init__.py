"""Conditions as a person writes them in one line, by ids: ``30 days after event:settlement``."""

from __future__ import annotations

from accords.notation.faults import NotationError
from accords.notation.guesses import KnownIds
from accords.notation.keeping import Lost, keep_marks, without_marks
from accords.notation.reader import parse_condition, read_condition
from accords.notation.writer import write_condition

__all__ = [
    "KnownIds",
    "Lost",
    "NotationError",
    "keep_marks",
    "parse_condition",
    "read_condition",
    "without_marks",
    "write_condition",
]
