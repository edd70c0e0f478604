"""GitHub's Markdown as an independent parser reads it: tables, strikethrough, and addresses that become links."""

from __future__ import annotations

from markdown_it import MarkdownIt

__all__ = ["gfm"]


def gfm() -> MarkdownIt:
    """A parser that also lets HTML through, as sites do before they clean it."""
    return MarkdownIt("gfm-like", {"html": True})
