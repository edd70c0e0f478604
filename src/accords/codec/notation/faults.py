"""What is wrong with a line that is no condition: where, why, and the line that was probably meant."""

from __future__ import annotations

import json
from collections.abc import Iterable

__all__ = ["NotationError"]

_LONGEST = 64


class NotationError(ValueError):
    """A text is not a condition. As a string, one sentence that says where, why, and what to write."""

    text: str
    """The whole text that was read."""
    at: int
    """The offset of what is wrong in it, from 0."""
    meant: tuple[str, ...]
    """The lines that were probably meant: two where the text has two readings, none where it cannot be told."""

    def __init__(self, text: str, at: int, shown: str, sentence: str, *meant: str | None) -> None:
        """Keep all as arguments, so that the error survives the way between processes."""
        super().__init__(text, at, shown, sentence, *meant)
        self.text, self.at, self.meant = text, at, tuple(line for line in meant if line is not None)
        self._shown, self._sentence = shown, sentence

    def with_meant(self, meant: Iterable[str | None]) -> NotationError:
        """The same with other lines that were meant."""
        return NotationError(self.text, self.at, self._shown, self._sentence, *meant)

    def __str__(self) -> str:
        """The sentence for a person."""
        place = f"character {self.at + 1}, {_cut(self._shown)}" if self._shown else "at the end"
        return f"{place}: {self._sentence}" + (f"; write {' or: '.join(self.meant)}" if self.meant else "")


def _cut(shown: str) -> str:
    """A piece of the text, in quotation marks, with whatever cannot be seen written by number."""
    cut = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
    return f"“{cut}”" if cut.isprintable() else json.dumps(cut)
