"""A JSON text as a tree of its values, each with where it begins and ends."""

from __future__ import annotations

from attrs import define, field

from accords.codec.reading.positions import name_at
from accords.codec.reading.scanner import MalformedError, scan

__all__ = ["TextNode", "nodes_of"]


@define(eq=False)
class TextNode:
    """A value in a text, from ``start`` up to ``end``; ``begins`` is where its name does, or it itself without one."""

    name: str | None
    begins: int
    start: int
    end: int
    children: list[TextNode] = field(factory=list)


def nodes_of(text: str) -> TextNode:
    """The tree of ``text``. Raises ValueError where it is no JSON."""
    opened: list[TextNode] = []
    root: TextNode | None = None
    try:
        for name_start, name_end, start, end in scan(text):
            if text[start] in "]}":
                opened.pop().end = end
                continue
            named = name_start < name_end
            name = name_at(text, name_start, name_end) if named else None
            node = TextNode(name, name_start if named else start, start, end)
            if opened:
                opened[-1].children.append(node)
            root = root or node
            if text[start] in "[{":
                opened.append(node)
    except MalformedError as error:
        raise ValueError(f"the text is no JSON: {error}") from error
    if root is None:
        raise ValueError("the text is empty")
    return root
