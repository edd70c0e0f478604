"""What ``accords export`` writes, in one table: what each format is, how its files end, what writes it."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from accords.editing.workbook.csv_tables import render_tables
from accords.editing.workbook.xlsx import render_workbook
from accords.model.agreement import Agreement
from accords.render.pictures.graph import Graph, graph_of
from accords.render.pictures.graph_layout import is_drawable
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.graph_text import render_dot, render_mermaid

__all__ = ["EXPORTS", "ExportFormat", "Tell"]

Tell = Callable[[str], None]
"""Says what somebody should know beside what is written."""


@frozen(kw_only=True)
class ExportFormat:
    """A format: what it is in a few words, the endings of its files, and what writes it.

    What writes it takes the records, one unless ``takes_many``, and what to tell remarks to. What it needs beyond the
    library is imported when it is called. What nothing is named for are tables, which ``giving_out`` writes into
    a folder. What ``is_filled_in`` takes the place of no file unless that is asked for.
    """

    about: str
    endings: tuple[str, ...]
    write: Callable[[tuple[Agreement, ...], Tell], str | bytes] | None = None
    takes_many: bool = False
    is_filled_in: bool = False


def _graph(render: Callable[[Graph], str]) -> Callable[[tuple[Agreement, ...], Tell], str]:
    return lambda records, _: render(graph_of(records[0]))


def _picture(records: tuple[Agreement, ...], tell: Tell) -> str:
    graph = graph_of(records[0])
    if not is_drawable(graph):
        tell("the graph is too large for a picture; --format dot and mermaid write it as text")
    return render_svg(graph)


EXPORTS: dict[str, ExportFormat] = {
    "workbook": ExportFormat(
        about="a workbook to fill in, which `accords import` takes back",
        endings=(".xlsx",),
        write=lambda records, _: render_workbook(records),
        takes_many=True,
        is_filled_in=True,
    ),
    "workbook-csv": ExportFormat(
        about="the same as CSV files in an archive",
        endings=(".zip",),
        write=lambda records, _: render_tables(records),
        takes_many=True,
        is_filled_in=True,
    ),
    "mermaid": ExportFormat(
        about="a graph as a Mermaid flowchart", endings=(".mmd", ".mermaid"), write=_graph(render_mermaid)
    ),
    "dot": ExportFormat(about="a graph for Graphviz", endings=(".dot", ".gv"), write=_graph(render_dot)),
    "svg": ExportFormat(about="a graph as a picture", endings=(".svg",), write=_picture),
    "csv": ExportFormat(about="tables for research, a file each", endings=()),
    "parquet": ExportFormat(about="tables for research, in columns", endings=()),
    "duckdb": ExportFormat(about="tables for research, as a database", endings=()),
}
"""Name → format."""
