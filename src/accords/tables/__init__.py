"""Records as tables for research, each column with what it means; and, by a map, sheets of rows as records."""

from accords.tables.catalogue import LEFT_OUT, TABLES, TABLES_VERSION
from accords.tables.rows import Rows, cells_of_examination, cells_of_record, to_tables
from accords.tables.table import Cell, ColumnKind, Table, TableColumn, TableLink, TableRow

__all__ = [
    "LEFT_OUT",
    "TABLES",
    "TABLES_VERSION",
    "Cell",
    "ColumnKind",
    "Rows",
    "Table",
    "TableColumn",
    "TableLink",
    "TableRow",
    "cells_of_examination",
    "cells_of_record",
    "to_tables",
]
