"""Where things stand in a text: lines and columns, and the spans of the values that findings speak of.

Nothing here runs for a record without findings.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections.abc import Collection
from typing import TypeAlias

from attrs import field, frozen

from accords.codec.reading.scanner import MalformedError, scan
from accords.compiling import late

__all__ = ["Lines", "NodeSpan", "Stretch", "locate", "name_at", "split_lines"]

_BREAK = late(r"\r\n?|\n")

_Asked: TypeAlias = "dict[str, _Asked]"


@frozen
class Stretch:
    """A stretch of text on one line: ``line`` and ``column`` from 1, ``length``, all in code points.

    An object or list is marked by its opening bracket, so its length is 1.
    """

    line: int
    column: int
    length: int


@frozen
class NodeSpan:
    """Where a value stands, and the name it has there; a list item and the whole record have none."""

    key: Stretch | None
    value: Stretch


@frozen
class Lines:
    r"""A text cut at ``\n``, ``\r\n`` and ``\r`` only, as editors do; U+2028 does not end a line."""

    text: str = field(repr=False)
    starts: array[int] = field(repr=False)

    def __len__(self) -> int:
        """How many lines there are: at least one."""
        return len(self.starts)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, of the code point at ``offset``."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of the line ``number``, from 1, without its end; empty where there is no such line."""
        return self.text[self.starts[number - 1] : self._end(number)] if 1 <= number <= len(self) else ""

    def span(self, start: int, end: int) -> Stretch:
        """The stretch from the offset ``start`` up to ``end`` or the end of its line, at least one long."""
        line, column = self.place(start)
        return Stretch(line, column, max(1, min(end, self._end(line)) - start))

    def _end(self, number: int) -> int:
        """The offset behind the last character of the line; nothing is copied, as lines may be very long."""
        end = self.starts[number] if number < len(self) else len(self.text)
        while end > self.starts[number - 1] and self.text[end - 1] in "\r\n":
            end -= 1
        return end


def split_lines(text: str) -> Lines:
    """Find where the lines of ``text`` begin; four bytes are kept for each."""
    starts = array("I", (0,))
    starts.extend(found.end() for found in _BREAK.finditer(text))
    return Lines(text, starts)


def name_at(text: str, start: int, end: int) -> str:
    """What the JSON string between the offsets ``start`` and ``end``, quotation marks included, says."""
    raw = text[start + 1 : end - 1]
    return str(json.loads(text[start:end])) if "\\" in raw else raw


def locate(text: str, pointers: Collection[str]) -> dict[str, NodeSpan]:
    """Find the values that ``pointers`` lead to in the JSON ``text``.

    Every pointer is answered: one that leads nowhere by its nearest ancestor that exists, and the root of a
    text without any value by the first character. Only what is asked for is kept. Never raises: in a text
    that is not JSON, what stands before the fault is found.
    """
    tree: _Asked = {}
    for pointer in pointers:
        _branch(tree, pointer)
    lines = split_lines(text)
    found = _find(text, tree, lines)
    found.setdefault(id(tree), NodeSpan(None, Stretch(1, 1, 1)))
    answers: dict[str, NodeSpan] = {}
    for pointer in pointers:
        branch = _branch(tree, pointer)
        answers[pointer] = found[next(id(node) for node in reversed(branch) if id(node) in found)]
    return answers


def _branch(tree: _Asked, pointer: str) -> list[_Asked]:
    """The nodes of ``tree`` from its root along ``pointer``, grown where they are missing."""
    branch = [tree]
    for raw in pointer.split("/")[1:]:
        name = raw.replace("~1", "/").replace("~0", "~")
        branch.append(branch[-1].setdefault(name, {}))
    return branch


def _ends(tree: _Asked) -> set[int]:
    """The nodes of ``tree`` with nothing below them, by their identity: when they are found, all are."""
    ends: set[int] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        waiting += node.values()
        if not node:
            ends.add(id(node))
    return ends


def _find(text: str, tree: _Asked, lines: Lines) -> dict[int, NodeSpan]:
    """The spans of the nodes of ``tree`` that ``text`` holds, by the identity of the node."""
    found: dict[int, NodeSpan] = {}
    missing = _ends(tree)
    here: _Asked | None = {"": tree}
    item = -1  # the position of the last item, where ``here`` is a list
    outer: list[tuple[_Asked | None, int]] = []
    node: _Asked | None
    try:
        for name_start, name_end, start, end in scan(text):
            mark = text[start]
            if mark in "]}":
                here, item = outer.pop()
                continue
            named = name_start < name_end
            if not here:
                node = None
                item += 1
            elif named:
                node = here.get(name_at(text, name_start, name_end))
            elif not outer:
                node = tree
            else:
                item += 1
                node = here.get(str(item))
            if node is not None:
                key = lines.span(name_start, name_end) if named else None
                found[id(node)] = NodeSpan(key, lines.span(start, end))
                missing.discard(id(node))
                if not missing:
                    break  # of names that come twice nobody asks: such a text is no record
            if mark in "[{":
                outer.append((here, item))
                here, item = node, -1
    except MalformedError:
        pass  # what stands before the fault has been found
    return found
