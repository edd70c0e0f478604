"""The codebook of the tables, as Markdown, from their definitions."""

from __future__ import annotations

from collections.abc import Iterator

from accords.tables import LEFT_OUT, TABLES, TABLES_VERSION, Table, TableColumn
from accords.vocabulary import Vocabulary

__all__ = ["compose_codebook"]

INTRODUCTION = f"""# Codebook of the tables

Every table and column that [`accords export`](tables.md) writes, version {TABLES_VERSION} of the tables. This page is
made from their definitions, and the texts about fields from those of [the format](format-reference.md).

An empty cell is something that is not stated, never *no* or *never*. The version changes when a column is renamed,
taken away or comes to mean something else; new columns may be added at any time, so name the columns that you use. In
Parquet and DuckDB a text is `VARCHAR`, an integer `BIGINT`, a number `DOUBLE`, a boolean `BOOLEAN` and a date `DATE`;
in CSV a number has the digits of the record, a boolean is `true` or `false`, a date is in ISO form.
"""


def compose_codebook() -> str:
    """Write the codebook: the list of tables, each table, and the words of closed lists."""
    parts = [INTRODUCTION, "## Tables", _index()]
    parts += [_table(table) for table in TABLES.values()]
    parts += ["## Words of closed lists", "TableColumn by column; the texts are those of the format."]
    parts += [_words(words) for words in _lists()]
    parts += ["## What no table has", "\n".join(f"- `{name}`: {text}" for name, text in LEFT_OUT.items())]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _index() -> str:
    rows = [f"| [`{table.name}`](#{table.name}) | {table.text} |" for table in TABLES.values()]
    return "\n".join(["| table | rows |", "|---|---|", *rows])


def _table(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [f"### {table.name}", "", table.text, "", f"Rows are told apart by {key}."]
    for link in table.links:
        columns = ", ".join(f"`{name}`" for name in link.columns)
        lines.append(f"{columns} lead to [`{link.table}`](#{link.table}).")
    lines += ["", "| column | kind | what it holds |", "|---|---|---|"]
    lines += [f"| `{column.name}` | {_kind(column)} | {column.text} |" for column in table.columns]
    return "\n".join(lines)


def _kind(column: TableColumn) -> str:
    if column.words is None:
        return column.kind.value
    return f"a word of [{column.words.__name__}](#{column.words.__name__.lower()})"


def _lists() -> Iterator[type[Vocabulary]]:
    seen = {column.words for table in TABLES.values() for column in table.columns if column.words is not None}
    yield from sorted(seen, key=lambda words: words.__name__)


def _words(words: type[Vocabulary]) -> str:
    rows = [f"| `{word.value}` | {word.meaning} |" for word in words]
    return "\n".join([f"### {words.__name__}", "", "| word | means |", "|---|---|", *rows])
