"""Another value in a JSON text: what stays keeps its bytes, what is new is laid out as its neighbours are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from accords.codec.reading import TextNode, nodes_of
from accords.diagnostics import InvalidRecordError
from accords.editing.aligning import aligned, same
from accords.formatting import reformat
from accords.layout import compact, lay_out_inside

__all__ = ["spliced"]


def spliced(text: str, before: Any, after: Any) -> str:
    """``text`` with ``after`` in place of ``before``, both plain JSON; no byte changes that need not.

    ``before`` is what the text says. It may lack members that say what their absence says too: those stay. A new
    member comes behind the one that precedes it in ``after``. A record in the canonical layout stays in it.

    Raises ValueError where ``text`` is no JSON.
    """
    first = text.find("\n")
    line_end = "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
    root = nodes_of(text)
    made = text[: root.start] + _Splicer(text, line_end).value(root, before, after, "\n") + text[root.end :]
    return _laid_out(made) if made != text and _laid_out(text) == text else made


def _laid_out(text: str) -> str:
    """``text`` in the canonical layout; as it is where it is no record."""
    try:
        return reformat(text)
    except InvalidRecordError:
        return text


def _in_one_order(before: dict[str, Any], after: dict[str, Any]) -> bool:
    return [name for name in before if name in after] == [name for name in after if name in before]


@frozen
class _Part:
    """What is to stand in an object or list: its text with its name, and the node that it was, if it was one."""

    body: str
    name: str | None
    node: TextNode | None


@frozen
class _Splicer:
    text: str
    line_end: str

    def value(self, node: TextNode, before: Any, after: Any, margin: str) -> str:
        """The text of ``node`` with ``after`` in place of ``before``; ``margin`` begins the line that it stands on."""
        if same(before, after):
            return self.text[node.start : node.end]
        if node.children and after:
            inner = self._margin(node)
            if isinstance(before, dict) and isinstance(after, dict) and _in_one_order(before, after):
                return self._joined(node, self._members(node, before, after, inner), inner)
            if isinstance(before, list) and isinstance(after, list):
                return self._joined(node, self._items(node, before, after, inner), inner)
        return self._new(after, margin, "")

    def _new(self, value: Any, margin: str, lead: str) -> str:
        """A new value behind ``lead``; where its holder stands on one line, so does it."""
        if not margin:
            return lead + compact(value)
        return lead + lay_out_inside(value, margin, lead).replace("\n", self.line_end)

    def _members(self, node: TextNode, before: dict[str, Any], after: dict[str, Any], margin: str) -> list[_Part]:
        parts: list[_Part] = []
        for child in node.children:
            name = str(child.name)
            own = self.text[child.begins : child.end]
            if name in after:
                was = before[name] if name in before else json.loads(self.text[child.start : child.end])
                lead = self.text[child.begins : child.start]
                parts.append(_Part(lead + self.value(child, was, after[name], margin), name, child))
            elif name not in before:
                parts.append(_Part(own, name, child))  # it says what its absence says
        there = {part.name for part in parts}
        last: str | None = None
        for name, value in after.items():
            if name not in there:
                body = self._new(value, margin, compact(name) + ": ")
                at = next((place for place, part in enumerate(parts) if part.name == last), -1) + 1
                parts.insert(at, _Part(body, name, None))
            last = name
        return parts

    def _items(self, node: TextNode, before: list[Any], after: list[Any], margin: str) -> list[_Part]:
        parts: list[_Part] = []
        for at, new in aligned(before, after):
            if at is None:
                parts.append(_Part(self._new(new, margin, ""), None, None))
            else:
                child = node.children[at]
                parts.append(_Part(self.value(child, before[at], new, margin), None, child))
        return parts

    def _margin(self, node: TextNode) -> str:
        """How lines inside ``node`` begin, behind their line break; empty where it stands on one line."""
        space = self.text[node.start + 1 : node.children[0].begins]
        return "\n" + space.rpartition("\n")[2] if "\n" in space else ""

    def _joined(self, node: TextNode, parts: Sequence[_Part], margin: str) -> str:
        """The object or list ``node`` with ``parts`` in it; each that stays has the space before it that it had."""
        gaps = dict(self._gaps(node))
        children = node.children
        first = gaps[id(children[0])]
        between = gaps[id(children[1])] if len(children) > 1 else "," + (margin.replace("\n", self.line_end) or " ")
        written = [self.text[node.start]]
        for at, part in enumerate(parts):
            stays = part.node is not None and part.node is not children[0]
            written += [first if at == 0 else gaps[id(part.node)] if stays else between, part.body]
        return "".join([*written, self.text[children[-1].end : node.end]])

    def _gaps(self, node: TextNode) -> Iterator[tuple[int, str]]:
        """Child → what stands between it and the one before, with the comma."""
        end = node.start + 1
        for child in node.children:
            yield id(child), self.text[end : child.begins]
            end = child.end
