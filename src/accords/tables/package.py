"""The description of tables that goes with their files: a data package (Frictionless, version 1) in JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from accords.tables.catalogue import TABLES, TABLES_VERSION
from accords.tables.table import ColumnKind, Table, TableColumn
from accords.version import VERSION

__all__ = ["data_package"]

_TYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "integer",
    ColumnKind.NUMBER: "number",
    ColumnKind.BOOLEAN: "boolean",
    ColumnKind.DATE: "date",
}


def data_package(ending: str, rows: dict[str, int], days: Sequence[str] = ()) -> str:
    """The description of a folder that holds a file for each table, with how many rows each has.

    ``ending`` is that of the files, ``days`` are those of the statuses.
    """
    package: dict[str, Any] = {
        "name": "accords-tables",
        "version": TABLES_VERSION,
        "made_with": f"accords {VERSION}",
        "as_of": list(days),
        "resources": [_resource(table, ending, rows[name]) for name, table in TABLES.items()],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table, ending: str, rows: int) -> dict[str, Any]:
    links = [
        {"fields": list(link.columns), "reference": {"resource": link.table, "fields": list(link.key)}}
        for link in table.links
    ]
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if not table.has_gaps:
        schema["primaryKey"] = list(table.key)
    if links:
        schema["foreignKeys"] = links
    return {
        "name": table.name,
        "path": f"{table.name}.{ending}",
        "description": table.text,
        "rows": rows,
        "schema": schema,
    }


def _field(column: TableColumn) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], "description": column.text}
    if column.words is not None:
        field["constraints"] = {"enum": [word.value for word in column.words]}
    return field
