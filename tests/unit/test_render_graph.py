"""The graph of an agreement and its drawings: complete, inside its frame, unmoved by what it holds."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import accords
from accords.cli import main
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.conditions import AllOf, AnyOf, Condition, Offset, OnDate, OnEntryIntoForce, OnObligation
from accords.model.obligations import Linkage, Obligation
from accords.render.pictures.graph import Edge, Graph, Node, NodeKind, graph_of
from accords.render.pictures.graph_layout import lay_out
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.graph_text import render_dot, render_mermaid
from accords.render.pictures.svg import breadth, wrapped
from accords.vocabulary import LinkageMode, Modality, Reaches
from hostile import HOSTILE, MARKER, hostile_record
from records import ROOT, WHOLE

SVG = "{http://www.w3.org/2000/svg}"
RECORDS = [pytest.param(accords.load(path), id=path.parent.name + "/" + path.name) for path in WHOLE]
HOSTILE_GRAPH = graph_of(hostile_record())


def duty(name: str, **more: object) -> Obligation:
    return Obligation(id=name, obligor_ids=("a",), modality=Modality.MUST, action=name, **more)  # type: ignore[arg-type]


def deal(*duties: Obligation, linkages: tuple[Linkage, ...] = ()) -> Agreement:
    actors = (Actor(id="a", name="Alpha"),)
    parties = (Party(actor_id="a"),)
    return Agreement(id="x", title="X", actors=actors, parties=parties, obligations=duties, linkages=linkages)


def named(graph: Graph) -> set[tuple[str, str, str]]:
    names = {node.key: node.label for node in graph.nodes}
    return {(names[edge.source], edge.label, names[edge.target]) for edge in graph.edges}


def test_a_condition_is_drawn_with_all_that_stands_below_it() -> None:
    """Dates, periods, other undertakings and entry into force lead to the undertaking that waits for them."""
    trigger = AllOf(
        conditions=(
            Offset(anchor=OnEntryIntoForce(), duration="P30D"),
            OnObligation(obligation_id="first"),
            OnDate(value="2023-01-31"),
        )
    )
    found = named(graph_of(deal(duty("first"), duty("second", trigger=trigger))))
    assert found == {
        ("Alpha", "must", "first"),
        ("Alpha", "must", "second"),
        ("all of these", "is its condition", "second"),
        ("30 days after", "", "all of these"),
        ("Entry into force", "", "30 days after"),
        ("first", "once fulfilled", "all of these"),
        ("31 January 2023", "", "all of these"),
    }


def test_what_the_text_ties_together_is_joined_by_a_plain_line() -> None:
    """A linkage has no direction."""
    tie = Linkage(obligation_ids=("one", "two"), mode=LinkageMode.SIMULTANEOUS)
    graph = graph_of(deal(duty("one"), duty("two"), linkages=(tie,)))
    assert [edge.label for edge in graph.edges if edge.mutual] == ["at the same time"]


@pytest.mark.parametrize("agreement", RECORDS)
def test_every_undertaking_has_a_node_and_every_edge_two_ends(agreement: Agreement) -> None:
    """In every valid record."""
    graph = graph_of(agreement)
    keys = [node.key for node in graph.nodes]
    assert len(keys) == len(set(keys))
    assert {end for edge in graph.edges for end in (edge.source, edge.target)} <= set(keys)
    duties = sum(node.kind is NodeKind.OBLIGATION for node in graph.nodes)
    assert duties == len({duty.id for duty in agreement.obligations})


def test_undertakings_that_wait_for_each_other_in_a_circle_are_drawn_all_the_same() -> None:
    """A faulty record has a picture too."""
    one = duty("one", trigger=OnObligation(obligation_id="two"))
    two = duty("two", trigger=OnObligation(obligation_id="one"))
    assert render_svg(graph_of(deal(one, two))).count("<path") == 5


@pytest.mark.thorough
def test_conditions_may_be_nested_deeper_than_the_stack() -> None:
    """Nothing here calls itself."""
    deep: Condition = OnDate(value="2023-01-31")
    for _ in range(3000):
        deep = AnyOf(conditions=(deep,))
    graph = graph_of(deal(duty("one", trigger=deep)))
    assert len(graph.nodes) == 3003
    assert render_svg(graph)


@pytest.mark.parametrize("graph", [HOSTILE_GRAPH, *(graph_of(param.values[0]) for param in RECORDS)])  # type: ignore[arg-type]
def test_nodes_stand_apart_and_inside_the_frame(graph: Graph) -> None:
    """No box covers another, and the frame holds them all."""
    heights = {node.key: 40 for node in graph.nodes}
    layout = lay_out(graph, heights, width=200, gap=100, margin=10)
    boxes = list(layout.boxes.values())
    for at, one in enumerate(boxes):
        assert 0 <= one.x <= layout.width - one.width
        assert 0 <= one.y <= layout.height - one.height
        for other in boxes[:at]:
            assert one.x != other.x or one.y + one.height < other.y or other.y + other.height < one.y


def test_arrows_point_to_the_right() -> None:
    """Where nothing goes in a circle, what leads to a node stands left of it."""
    nodes = tuple(Node(name, NodeKind.EVENT, name) for name in "abcd")
    edges = tuple(Edge(source, target) for source, target in ("ab", "bc", "ac", "ad", "dc"))
    boxes = lay_out(Graph("t", nodes, edges), dict.fromkeys("abcd", 30), width=100, gap=50, margin=0).boxes
    assert all(boxes[edge.source].x < boxes[edge.target].x for edge in edges)


def test_the_picture_is_told_in_words_too() -> None:
    """Title, description and role, for those who do not see it."""
    root = ElementTree.fromstring(render_svg(graph_of(deal(duty("withdraw")))))
    assert root.get("role") == "img"
    ids = {each.get("id"): each.text for each in root if each.get("id")}
    assert ids[root.get("aria-labelledby")] == "X: what hangs on what"
    assert "Alpha – must – withdraw." in (ids[root.get("aria-describedby")] or "")


def test_svg_holds_hostile_texts_as_text_only() -> None:
    """It is well-formed, has no elements or attributes but its own, and refers to nothing outside."""
    text = render_svg(HOSTILE_GRAPH)
    root = ElementTree.fromstring(text)
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags == {"svg", "title", "desc", "style", "defs", "marker", "path", "g", "rect", "polygon", "text"}
    assert not any(name.startswith("on") or "href" in name for each in root.iter() for name in each.attrib)
    assert MARKER in "".join(root.itertext())
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\x00-\x08\x0b-\x1f]", text)


def test_mermaid_holds_hostile_texts_as_text_only() -> None:
    """Inside quotation marks stand only letters, digits, plain signs and number codes."""
    label = r'"(?:[\w .,()–-]|#\d+;|<br/>)*"'
    node = rf"  \w+(?:\(\[{label}\]\)|\[{label}\]|\({label}\)|{{{{{label}}}}})"
    for line in render_mermaid(HOSTILE_GRAPH).splitlines()[2:]:
        assert re.fullmatch(rf"{node}|  \w+ (?:-->|-\.-)(?:\|{label}\|)? \w+", line), line[:200]


def test_dot_holds_hostile_texts_as_text_only() -> None:
    """Every quoted string ends where it should."""
    quoted = r'"(?:[^"\\&]|\\\\|\\"|\\n|&amp;)*"'
    for line in render_dot(HOSTILE_GRAPH).splitlines():
        assert '"' not in re.sub(quoted, "", line), line[:200]


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_the_dot_and_shows_hostile_texts_as_they_are() -> None:
    """The reference program for DOT, where there is one."""
    done = subprocess.run(["dot", "-Tplain"], input=render_dot(HOSTILE_GRAPH).encode(), capture_output=True, check=True)
    nodes = [line.split()[1] for line in done.stdout.decode().splitlines() if line.startswith("node ")]
    assert sorted(nodes) == sorted(node.key for node in HOSTILE_GRAPH.nodes)


@pytest.mark.parametrize("render", [render_svg, render_dot, render_mermaid])
def test_the_same_record_gives_the_same_text(render: object) -> None:
    """Twice from scratch."""
    assert render(graph_of(hostile_record())) == render(HOSTILE_GRAPH)  # type: ignore[operator]


@pytest.mark.parametrize("text", [*HOSTILE, "", "a b", "x" * 200, "one two three four five six seven"])
@pytest.mark.parametrize(("room", "most"), [(60, 1), (145, 4)])
def test_wrapped_lines_fit_and_say_where_they_were_cut(text: str, room: int, most: int) -> None:
    """No line is wider than its room, and what is cut ends in an ellipsis."""
    lines = wrapped(text, room, most)
    assert len(lines) <= most
    assert all(breadth(line) <= room for line in lines)
    whole = "".join("".join(lines).split())
    assert whole.endswith("…") or whole == "".join(re.sub(r"\s", "", line) for line in wrapped(text, 10**6, 1))


def test_the_command_writes_each_format(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """To standard output and to a file, with exit code 0."""
    record = str(ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json")
    for form, start in (("mermaid", b"flowchart LR\n"), ("dot", b"digraph agreement {\n"), ("svg", b"<svg ")):
        assert main(["export", record, "--format", form]) == 0
        assert capsysbinary.readouterr().out.startswith(start)
    assert main(["export", record, "--format", "svg", "-o", str(tmp_path / "x.svg")]) == 0
    assert ElementTree.parse(tmp_path / "x.svg").getroot().tag == f"{SVG}svg"


def test_the_command_says_what_is_wrong_with_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 for errors, 2 for what cannot be read."""
    (tmp_path / "bad.json").write_text("{}", "utf-8")
    assert main(["export", str(tmp_path / "bad.json"), "--format", "dot"]) == 1
    assert main(["export", str(tmp_path / "none.json"), "--format", "dot"]) == 2
    assert "ACC" in capsys.readouterr().err


@pytest.mark.thorough
def test_a_thousand_nodes_are_drawn() -> None:
    """Each once, in every format."""
    duties = []
    for number in range(500):
        before = OnObligation(obligation_id=f"do-{number - 1}", reaches=Reaches.FULFILLED)
        due = Offset(anchor=before, duration="P30D") if number % 5 else OnDate(value="2023-01-01")
        duties.append(duty(f"do-{number}", due=due))
    graph = graph_of(deal(*duties))
    assert len({node.key for node in graph.nodes}) == len(graph.nodes) == 1001
    for render in (render_mermaid, render_dot, render_svg):
        text = render(graph)
        assert len(text) < 2_000_000
        assert all(re.search(rf"\bdo-{number}\b", text.replace("#45;", "-")) for number in (0, 250, 499))
