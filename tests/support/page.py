"""An HTML page taken apart: its tags, which have to match, and its words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from attrs import define, field

__all__ = ["Page"]

VOID = ("meta", "br", "link", "img", "input", "hr")


@define
class Page(HTMLParser):
    """A page taken apart: that its tags match is checked on the way."""

    text: str
    open: list[str] = field(factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(factory=list)
    words: list[str] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=True)
        self.feed(self.text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, (tag, self.getpos())

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)

    @property
    def seen(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The elements in their order with the names of their attributes."""
        return [(tag, tuple(attributes)) for tag, attributes in self.tags]

    def every(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]
