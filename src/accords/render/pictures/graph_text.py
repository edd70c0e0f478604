"""A graph as text for other programs to draw: Mermaid and DOT."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accords.render.pictures.graph import Edge, Graph, Node, NodeKind
from accords.render.safe import clean

__all__ = ["render_dot", "render_mermaid"]

_LONGEST = 160
_PLAIN = re.compile(r"[^\w .,()–-]")

_MERMAID = {
    NodeKind.PARTY: ("([", "])"),
    NodeKind.OBLIGATION: ("[", "]"),
    NodeKind.EVENT: ("(", ")"),
    NodeKind.CONDITION: ("{{", "}}"),
}
_DOT = {
    NodeKind.PARTY: 'shape=box, style="rounded,bold"',
    NodeKind.OBLIGATION: "shape=box",
    NodeKind.EVENT: "shape=box, style=rounded",
    NodeKind.CONDITION: "shape=hexagon",
}


def render_mermaid(graph: Graph) -> str:
    """Write ``graph`` as a Mermaid flowchart. Texts of the record are escaped and cut at 160 characters."""
    return "\n".join(_mermaid(graph)) + "\n"


def _mermaid(graph: Graph) -> Iterator[str]:
    yield "flowchart LR"
    yield f"  accTitle: {_entities(graph.title)}"
    for node in graph.nodes:
        start, end = _MERMAID[node.kind]
        yield f'  {node.key}{start}"{"<br/>".join(_entities(part) for part in _parts(node))}"{end}'
    for edge in graph.edges:
        label = f'|"{_entities(edge.label)}"|' if edge.label else ""
        yield f"  {edge.source} {'-.-' if edge.mutual else '-->'}{label} {edge.target}"
    for number, note in enumerate(graph.notes, 1):
        yield f'  note{number}["{_entities(note, whole=True)}"]'


def render_dot(graph: Graph) -> str:
    """Write ``graph`` in DOT, for Graphviz. Texts of the record are escaped and cut at 160 characters."""
    return "\n".join(_dot(graph)) + "\n"


def _dot(graph: Graph) -> Iterator[str]:
    yield "digraph agreement {"
    yield f"  graph [rankdir=LR, label={_quoted(graph.title)}, labelloc=t];"
    yield '  node [fontname="sans-serif", fontsize=11];'
    yield '  edge [fontname="sans-serif", fontsize=9];'
    for node in graph.nodes:
        yield f"  {node.key} [label={_quoted(*_parts(node))}, {_DOT[node.kind]}];"
    for edge in graph.edges:
        yield f"  {edge.source} -> {edge.target}{_attributes(edge)};"
    for number, note in enumerate(graph.notes, 1):
        yield f"  note{number} [label={_quoted(note, whole=True)}, shape=plaintext];"
    yield "}"


def _attributes(edge: Edge) -> str:
    found = [f"label={_quoted(edge.label)}"] if edge.label else []
    if edge.mutual:
        found += ["dir=none", "style=dashed", "constraint=false"]
    return f" [{', '.join(found)}]" if found else ""


def _parts(node: Node) -> tuple[str, ...]:
    return (node.label, node.under) if node.under else (node.label,)


def _cut(text: str) -> str:
    words = clean(text)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _entities(text: str, *, whole: bool = False) -> str:
    """``text`` with everything that could be markup as Mermaid's number codes."""
    return _PLAIN.sub(lambda found: f"#{ord(found[0])};", clean(text) if whole else _cut(text))


def _quoted(*parts: str, whole: bool = False) -> str:
    """Lines as a string of DOT, in which neither escapes nor entities of the record mean anything."""
    texts = (clean(part) if whole else _cut(part) for part in parts)
    lines = (text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for text in texts)
    return '"' + "\\n".join(lines) + '"'
