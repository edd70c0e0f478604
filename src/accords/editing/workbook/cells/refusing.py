"""What a cell cannot hold: why, and the whole of what to write there instead."""

from __future__ import annotations

from accords.codec.notation import NotationError
from accords.dates import DateError

__all__ = ["CellError", "said_of"]


class CellError(ValueError):
    """A cell cannot be read. As a string, a sentence that ends with what to write in it, where that is known."""

    def __init__(self, sentence: str, *meant: str) -> None:
        """Keep all as arguments, so that the error survives the way between processes."""
        super().__init__(sentence, *meant)
        self.sentence, self.meant = sentence, meant

    def __str__(self) -> str:
        """The sentence for a person."""
        return self.sentence + (f"; write {' or: '.join(self.meant)}" if self.meant else "")


def said_of(error: ValueError) -> tuple[str, tuple[str, ...]]:
    """Why something was refused, and what to write in its place."""
    match error:
        case CellError():
            return error.sentence, error.meant
        case NotationError():
            return str(error.with_meant(())), error.meant
        case DateError() if error.meant:
            return "a date is written year-month-day", error.meant
    return str(error), ()
