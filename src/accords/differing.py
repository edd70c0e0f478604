"""What differs between two texts, line by line, as a unified diff; large texts take time in proportion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from itertools import takewhile

__all__ = ["differing_lines"]

_CONTEXT = 3
_MOST_COMPARED = 20_000
_HUNK = re.compile(r"^@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@")


def differing_lines(
    before: Sequence[str], after: Sequence[str], old_name: str, new_name: str, lineterm: str = "\n"
) -> Iterator[str]:
    """The lines of a unified diff; empty where nothing differs.

    What is alike at the beginning and the end is passed over at once. Where very many lines lie between, they are not
    compared one by one: all of them are shown as replaced.
    """
    start = _alike(zip(before, after, strict=False))
    most = min(len(before), len(after)) - start
    end = min(_alike(zip(reversed(before), reversed(after), strict=False)), most)
    first = max(start - _CONTEXT, 0)
    old = before[first : len(before) - max(end - _CONTEXT, 0)]
    new = after[first : len(after) - max(end - _CONTEXT, 0)]
    if len(old) + len(new) <= _MOST_COMPARED:
        lines = unified_diff(old, new, old_name, new_name, n=_CONTEXT, lineterm=lineterm)
        yield from (_moved(line, first) if number > 1 else line for number, line in enumerate(lines))
        return
    head, tail = start - first, min(end, _CONTEXT)
    yield f"--- {old_name}{lineterm}"
    yield f"+++ {new_name}{lineterm}"
    yield f"@@ -{first + 1},{len(old)} +{first + 1},{len(new)} @@{lineterm}"
    yield from (f" {line}" for line in old[:head])
    yield from (f"-{line}" for line in old[head : len(old) - tail])
    yield from (f"+{line}" for line in new[head : len(new) - tail])
    yield from (f" {line}" for line in old[len(old) - tail :])


def _alike(pairs: Iterator[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _moved(line: str, by: int) -> str:
    """The head of a stretch, so many lines further down; any other line as it is."""
    if not by or not (found := _HUNK.match(line)):
        return line
    old, new = int(found[1]) + by, int(found[3]) + by
    return f"@@ -{old}{found[2] or ''} +{new}{found[4] or ''} @@{line[found.end() :]}"
