"""Conditions as a person writes them in one line, by ids: ``30 days after event:settlement``."""

from __future__ import annotations

from accords.codec.notation.faults import NotationError
from accords.codec.notation.guesses import KnownIds, figure_of
from accords.codec.notation.keeping import Lost, keep_marks, without_marks
from accords.codec.notation.reader import parse_condition, read_condition
from accords.codec.notation.writer import write_condition

__all__ = [
    "KnownIds",
    "Lost",
    "NotationError",
    "figure_of",
    "keep_marks",
    "parse_condition",
    "read_condition",
    "without_marks",
    "write_condition",
]
