"""Text in lines for a terminal, where a sign takes no cell, one, or two."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

__all__ = ["filled"]


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
