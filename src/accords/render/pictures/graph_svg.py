"""A graph as an SVG picture: self-contained, with a title and a description in words, for light and dark."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from accords.render.pictures.graph import Graph, Node, NodeKind
from accords.render.pictures.graph_layout import Box, Layout, Route, is_drawable, lay_out
from accords.render.pictures.svg import safe, wrapped
from accords.words import ENGLISH, Language, counted, in_language, say

__all__ = ["render_svg"]

_WIDTH = 208
_GAP = 112
_MARGIN = 16
_LINE = 17
_PAD = 11
_ROOM = 145
"""Tenths of a letter's size that fit into a node."""

_LABEL_ROOM = 84
_LONG = 100
"""No note on a name takes so many lines."""

STYLE = """
.accords-graph{color-scheme:light dark;--paper:#fff;--ink:#1c2430;--soft:#4d5766;--line:#6b7686;--fill:#f3f5f8;
--party:#e8edf5;--mark:#2f4b7c}
.accords-graph text{font:13px "Noto Sans","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
.accords-graph .under,.accords-graph .kind{font-size:11px;fill:var(--soft)}
.accords-graph .edge-label{font-size:11px;fill:var(--soft);stroke:var(--paper);stroke-width:4px;paint-order:stroke;
stroke-linejoin:round}
.accords-graph .box{fill:var(--fill);stroke:var(--line)}
.accords-graph .party .box{fill:var(--party);stroke:var(--mark)}
.accords-graph .obligation .box{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
.accords-graph .condition .box{stroke-dasharray:4 3}
.accords-graph .edge{fill:none;stroke:var(--line);stroke-width:1.25}
.accords-graph .mutual{stroke-dasharray:2 4}
.accords-graph .head{fill:var(--line)}
@media screen and (prefers-color-scheme:dark){.accords-graph{--paper:#14181f;--ink:#e8ebf0;--soft:#b4bcc8;
--line:#8d98a8;--fill:#1e242e;--party:#232d3f;--mark:#9db8e8}}
"""


@in_language
def render_svg(graph: Graph, *, prefix: str = "graph", language: Language = ENGLISH) -> str:
    """Draw ``graph``. ``prefix`` begins the ids in the picture, so that several can stand in one page.

    No font, script or address outside the picture is used. Long texts are cut in the picture and whole in the
    titles of its parts; the description says every edge in words. A graph that is too large to be looked at is not
    drawn: in its place stands a sentence that says so.
    """
    if not is_drawable(graph):
        return _undrawn(graph, prefix)
    graph = _told(graph)
    heights = {node.key: _height(node) for node in graph.nodes}
    return "\n".join(_svg(graph, lay_out(graph, heights, width=_WIDTH, gap=_GAP, margin=_MARGIN), prefix)) + "\n"


def _undrawn(graph: Graph, prefix: str) -> str:
    words = safe(counted("graph.too_large", len(graph.nodes)))
    width, height = 640, 2 * _MARGIN + _LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="accords-graph" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">\n'
        f'<title id="{prefix}-title">{safe(say("graph.title", title=graph.title))}</title>\n'
        f'<desc id="{prefix}-desc">{words}</desc>\n<style>{STYLE}</style>\n'
        f'<text x="{_MARGIN}" y="{_MARGIN + 13}">{words}</text>\n</svg>\n'
    )


def _told(graph: Graph) -> Graph:
    """``graph`` with how a duty is owed in its node, where lines from several actors would write over each other."""
    bearers = {node.key for node in graph.nodes if node.kind is NodeKind.PARTY}
    owed = {edge.target: edge.label for edge in graph.edges if edge.source in bearers and edge.label}
    nodes = tuple(evolve(node, over=owed.get(node.key, "")) for node in graph.nodes)
    return evolve(graph, nodes=nodes)


def _svg(graph: Graph, layout: Layout, prefix: str) -> Iterator[str]:
    notes = [line for note in graph.notes for line in wrapped(note, (layout.width - 2 * _MARGIN) * 10 // 11, _LONG)]
    height = layout.height + len(notes) * _LINE
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="accords-graph" role="img" '
        f'viewBox="0 0 {layout.width} {height}" width="{layout.width}" height="{height}" '
        f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">'
    )
    yield f'<title id="{prefix}-title">{safe(say("graph.title", title=graph.title))}</title>'
    yield f'<desc id="{prefix}-desc">{safe(_described(graph))}</desc>'
    yield f"<style>{STYLE}</style>"
    yield (
        f'<defs><marker id="{prefix}-head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>'
    )
    yield from (_edge(route, prefix) for route in layout.routes)
    for node in graph.nodes:
        yield from _node(node, layout.boxes[node.key])
    bearers = {node.key for node in graph.nodes if node.kind is NodeKind.PARTY}
    yield from (line for route in layout.routes if route.edge.source not in bearers for line in _edge_label(route))
    for number, line in enumerate(notes):
        y = layout.height + number * _LINE
        yield f'<text class="under" x="{_MARGIN}" y="{y}">{safe(line)}</text>'
    yield "</svg>"


def _described(graph: Graph) -> str:
    names = {node.key: node.label.strip().removesuffix(".") for node in graph.nodes}
    kinds = [node.kind for node in graph.nodes]
    parts = {
        name: counted(f"graph.{name}", kinds.count(kind))
        for name, kind in (
            ("obligations", NodeKind.OBLIGATION),
            ("parties", NodeKind.PARTY),
            ("events", NodeKind.EVENT),
            ("conditions", NodeKind.CONDITION),
        )
    }
    sentences = (
        say(
            "graph.sentence" if edge.label else "graph.sentence_bare",
            source=names[edge.source],
            label=edge.label,
            target=names[edge.target],
        )
        for edge in graph.edges
    )
    links = counted("graph.links", len(graph.edges))
    return say("graph.desc", **parts, links=links, sentences=" ".join(sentences))


def _lines(node: Node) -> tuple[list[str], list[str], list[str]]:
    return wrapped(node.over, _ROOM + 20, 1), wrapped(node.label, _ROOM, 4), wrapped(node.under, _ROOM + 20, 2)


def _height(node: Node) -> int:
    return sum(map(len, _lines(node))) * _LINE + 2 * _PAD


def _node(node: Node, box: Box) -> Iterator[str]:
    told = (say(f"graph.kind.{node.kind.value}"), node.over, node.label, node.under)
    full = " – ".join(part for part in told if part)
    yield f'<g class="{node.kind.value}"><title>{safe(full)}</title>'
    yield _outline(node.kind, box)
    middle = box.x + box.width // 2
    y = box.y + _PAD + 13
    for lines, kind in zip(_lines(node), (' class="under"', "", ' class="under"'), strict=True):
        for line in lines:
            yield f'<text{kind} x="{middle}" y="{y}" text-anchor="middle">{safe(line)}</text>'
            y += _LINE
    yield "</g>"


def _outline(kind: NodeKind, box: Box) -> str:
    """Each kind has a shape of its own, so that colour is never needed to tell them apart."""
    if kind is NodeKind.CONDITION:
        left, right, top, bottom = box.x, box.x + box.width, box.y, box.y + box.height
        half, slant = (top + bottom) // 2, 10
        points = (
            f"{left},{half} {left + slant},{top} {right - slant},{top} "
            f"{right},{half} {right - slant},{bottom} {left + slant},{bottom}"
        )
        return f'<polygon class="box" points="{points}"/>'
    radius = {NodeKind.PARTY: box.height // 2 if box.height < 60 else 24, NodeKind.EVENT: 9}.get(kind, 1)
    return f'<rect class="box" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{radius}"/>'


def _edge(route: Route, prefix: str) -> str:
    (x, y), *rest = route.points
    way = [f"M{x} {y}"]
    if len(rest) == 1 and rest[0][0] == x:
        way.append(f"C{x + 56} {y} {x + 56} {rest[0][1]} {x} {rest[0][1]}")
    else:
        for to_x, to_y in rest:
            bend = (to_x - x) // 2
            way.append(f"L{to_x} {to_y}" if y == to_y else f"C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}")
            x, y = to_x, to_y
    kind = 'class="edge mutual"' if route.edge.mutual else f'class="edge" marker-end="url(#{prefix}-head)"'
    return f'<path {kind} d="{" ".join(way)}"/>'


def _edge_label(route: Route) -> Iterator[str]:
    """The words on an edge, in the gap before its target, where edges have come apart."""
    if not route.edge.label:
        return
    (x, y), (to_x, to_y) = route.points[-2:]
    same = x == to_x
    middle, anchor = (x + 46, "start") if same else ((x + to_x) // 2, "middle")
    lines = wrapped(route.edge.label, _LABEL_ROOM, 3)
    top = (y + to_y) // 2 + 4 - (len(lines) - 1) * 7
    for number, line in enumerate(lines):
        at = f'x="{middle}" y="{top + number * 14}" text-anchor="{anchor}"'
        yield f'<text class="edge-label" {at}>{safe(line)}</text>'
