"""The fenced blocks of a page of the documentation."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

__all__ = ["Block", "blocks", "without_blocks"]

_BLOCK = re.compile(r"(?:^<!-- (?P<note>[^\n]+) -->\n+)?^```(?P<language>\S*)\n(?P<text>.*?)^```$", re.M | re.S)


@frozen(kw_only=True)
class Block:
    """A fenced block of a page, with the comment in front of it."""

    language: str
    text: str
    note: str
    line: int
    start: int
    end: int


def blocks(page: Path) -> list[Block]:
    """The blocks of ``page`` in order."""
    text = page.read_text("utf-8")
    return [
        Block(
            language=found["language"],
            text=found["text"],
            note=found["note"] or "",
            line=text.count("\n", 0, found.start("language")) + 1,
            start=found.start("text"),
            end=found.end("text"),
        )
        for found in _BLOCK.finditer(text)
    ]


def without_blocks(page: Path) -> str:
    """The text of ``page`` around its blocks."""
    return _BLOCK.sub("", page.read_text("utf-8"))
