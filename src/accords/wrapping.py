"""Text in lines: for a terminal, where a sign takes no cell, one, or two, and in the cells of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

__all__ = ["filled", "pages_wide", "row_height"]

_LINE = 15  # points
_LEGIBLE = 190  # characters of width that fit on an A4 sheet across and can still be read


def filled(text: str, width: int, first: str = "", rest: str = "") -> str:
    """``text`` in lines of at most ``width`` cells, the first after ``first`` and all others after ``rest``.

    Lines break at spaces, words that are longer than a line wherever it is full.
    """
    lines: list[str] = []
    lead, line, used = first, "", cell_len(first)
    whole = max(width - cell_len(rest), 1)
    for word in text.split():
        cells = cell_len(word)
        if line and used + 1 + cells > width >= cell_len(lead) + cells:
            lines.append(lead + line)
            lead, line, used = rest, "", cell_len(rest)
        gap = 1 if line else 0
        if used + gap + cells <= width:
            line, used = f"{line}{' ' * gap}{word}", used + gap + cells
            continue
        head, *more = _begun(word, width - used - gap, whole)
        lines.append(f"{lead}{line}{' ' * gap if head else ''}{head}")
        lines += (f"{rest}{piece}" for piece in more[:-1])
        lead, line = rest, more[-1] if more else ""
        used = cell_len(rest) + cell_len(line)
    return "\n".join([*lines, lead + line])


def row_height(text: str, width: int, most: int) -> int:
    """How many points high a row of a spreadsheet has to be, but for ``most`` lines, for a cell to be seen whole.

    By an estimate: not every program finds that out itself.
    """
    return min(max(-(-len(text) * 11 // (width * 10)), 1), most) * _LINE + 3


def pages_wide(widths: Iterable[int], repeated: int = 0) -> int:
    """On how many sheets of paper side by side columns can be read, if those of ``repeated`` in all stand on each."""
    return max(1, -(-(sum(widths) - repeated) // max(_LEGIBLE - repeated, 1)))


def _begun(word: str, room: int, whole: int) -> Iterator[str]:
    """The piece of ``word`` that fits into what is left of a line, then the others."""
    if room <= 0:
        yield ""
        room = whole
    yield from _pieces(word, room, whole)


def _pieces(word: str, room: int, whole: int) -> Iterator[str]:
    """``word`` in pieces, the first of at most ``room`` cells and all others of at most ``whole``."""
    start = used = 0
    for at, sign in enumerate(word):
        own = cell_len(sign)
        if used + own > room and (at > start or room < whole):
            yield word[start:at]
            start, used, room = at, 0, whole
        used += own
    yield word[start:]
