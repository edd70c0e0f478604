"""The text of a page in HTML: what a reader sees of it, a paragraph to a line."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from html.parser import HTMLParser

from attrs import define, field, frozen

from accords.texts.edition import TextError

__all__ = ["SeenPage", "decode_page", "read_page"]

_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol optgroup option p pre search "
        "section summary table tbody tfoot thead tr ul",
    )
)
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset(
    {"audio", "canvas", "head", "iframe", "math", "noembed", "noframes", "noscript", "object", "script", "style", "svg"}
    | {"template", "video"}
)
"""What holds no text of the page, or none that is read in its place."""
_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)"
    r"|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$)",
    re.I,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.I)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DEEPEST = 2000
_ENDED_BY = {
    "p": _BLOCKS - {"br"},
    **dict.fromkeys(("li", "tr", "option"), frozenset[str]()),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    **dict.fromkeys(("td", "th"), frozenset({"td", "th", "tr"})),
}
"""Elements that need no end of their own, and what else begins where they end, besides another of the kind."""


@frozen
class SeenPage:
    """What is seen of a page: its title, its lines, and how many characters it hides."""

    title: str | None
    lines: tuple[str, ...]
    hidden: int


def decode_page(raw: bytes) -> str:
    """The page as text, in the encoding that it names or, where it names none, UTF-8. Raises TextError."""
    named = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    if named is None:
        found = _CHARSET.search(raw[:4096])
        named = found[1].decode("ascii") if found else "utf-8"
    try:
        return raw.decode(named)
    except LookupError as wrong:
        raise TextError(f'the page says it is written in "{named}", which is not known; save it as UTF-8') from wrong
    except UnicodeDecodeError as wrong:
        raise TextError(
            f"the page is not written in {named}: byte {wrong.start:,} does not belong there; save it as UTF-8"
        ) from wrong


def read_page(text: str) -> SeenPage:
    """What is seen of the page ``text``. Raises TextError where it is nested deeper than any page for people."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    title = " ".join("".join(reader.title).split())
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return SeenPage(title or None, tuple(line for line in lines if line), reader.hidden)


@define
class _Open:
    """An element that is not closed yet, and whether what is in it is read."""

    tag: str
    read: bool
    hides: bool


@define(slots=False)
class _Reader(HTMLParser):
    parts: list[str] = field(factory=list)
    title: list[str] = field(factory=list)
    hidden: int = 0
    _open: list[_Open] = field(factory=list)
    _counts: Counter[str] = field(factory=Counter)

    def __attrs_pre_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        if tag in _EMPTY:
            return
        if len(self._open) >= _DEEPEST:
            raise TextError(f"the page nests its elements deeper than {_DEEPEST:,} levels: it is no page for people")
        while self._open and (ended := self._open[-1].tag) in _ENDED_BY and (tag == ended or tag in _ENDED_BY[ended]):
            self._close()
        outer = self._open[-1] if self._open else _Open("", read=True, hides=False)
        given = {name: value or "" for name, value in attrs}
        hides = outer.hides or "hidden" in given or bool(_HIDING.search(given.get("style", "")))
        self._open.append(_Open(tag, outer.read and tag not in _UNREAD, hides))
        self._counts[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        while self._counts[tag] and self._close() != tag:
            pass

    def _close(self) -> str:
        closed = self._open.pop().tag
        self._counts[closed] -= 1
        return closed

    def handle_data(self, data: str) -> None:
        inner = self._open[-1] if self._open else _Open("", read=True, hides=False)
        if inner.tag == "title" and not self._counts["svg"]:
            self.title.append(data)
        elif not inner.read:
            return
        elif inner.hides:
            self.hidden += len(data.strip())
        else:
            self.parts.append(data if inner.tag == "pre" else data.replace("\n", " "))

    def _part(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _CELLS:
            self.parts.append(" ")
