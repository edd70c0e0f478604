"""Tables in DuckDB: built from lines, written as Parquet, asked in SQL. No question reaches a file or the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import EIO
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accords.tables import TABLES, ColumnKind, Table, TableColumn

if TYPE_CHECKING:
    import duckdb

__all__ = ["Answer", "MissingExtraError", "QuestionError", "ask", "build_database", "to_parquet"]

_TYPES = {
    ColumnKind.TEXT: "VARCHAR",
    ColumnKind.INTEGER: "BIGINT",
    ColumnKind.NUMBER: "DOUBLE",
    ColumnKind.BOOLEAN: "BOOLEAN",
    ColumnKind.DATE: "DATE",
}

_MEMORY = 64_000_000
"""So many bytes are taken at most, besides those for lines that are read; more goes to a temporary file."""

_SETTINGS = {
    "threads": "1",  # or the order of rows, and with it the bytes of a file, would hang on chance
    "preserve_insertion_order": "true",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}

_LONGEST_LINE = 1 << 24
"""In bytes: a record has eight million at most, and a row no more than twice its texts."""
_SHORTEST_BUFFER = 1 << 20
_ROW_GROUP = 10_240
"""So many rows of a Parquet file are held before they are written."""
_FETCHED = 1000


class MissingExtraError(ModuleNotFoundError):
    """DuckDB is not installed."""

    def __init__(self) -> None:
        super().__init__("this needs DuckDB, which is not installed: pip install 'accords[data]'", name="duckdb")


class QuestionError(ValueError):
    """A question in SQL cannot be answered, with what DuckDB says."""


def _duckdb() -> Any:
    try:
        return import_module("duckdb")
    except ModuleNotFoundError as error:
        raise MissingExtraError from error


def _buffer(widest: int) -> int:
    """How many bytes are read at a time, where a line has ``widest`` characters at most: two lines or more."""
    return max(_SHORTEST_BUFFER, 2 * min(4 * widest + 1024, _LONGEST_LINE))


def _limits(widest: int = 0) -> dict[str, str]:
    return {**_SETTINGS, "memory_limit": f"{_MEMORY + 4 * _buffer(widest)}B"}


@contextmanager
def _opened(database: str, **config: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to write with. Raises OSError where there is no room, on the disk or in memory."""
    library = _duckdb()
    try:
        with library.connect(database, config=config) as connection:
            yield connection
    except library.Error as error:
        raise OSError(EIO, f"the tables cannot be written: {error}") from error


def build_database(lines: Path | None, target: Path, widest: int = 0) -> None:
    """Make the database ``target`` of the tables whose lines are in the folder ``lines``; without one, of no rows.

    No line has more than ``widest`` characters.
    """
    with _opened(str(target), **_limits(widest)) as connection:
        connection.begin()
        for table in TABLES.values():
            columns = ", ".join(f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns)
            connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        connection.commit()
        if lines is not None:
            for table in TABLES.values():
                _fill(connection, lines, table, widest)


def _fill(connection: duckdb.DuckDBPyConnection, lines: Path, table: Table, widest: int) -> None:
    connection.begin()  # one for each table: what is not committed is held in memory
    connection.execute(f'INSERT INTO "{table.name}" {_selected(table, widest)}', [str(_csv(lines, table))])
    connection.execute(f'COMMENT ON TABLE "{table.name}" IS {_quoted(table.text)}')
    for column in table.columns:
        connection.execute(f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {_quoted(column.text)}')
    connection.commit()


def to_parquet(lines: Path, folder: Path, widest: int = 0) -> None:
    """Write a Parquet file into ``folder`` for each table whose lines, of ``widest`` characters at most, are given."""
    with _opened(":memory:", **_limits(widest), temp_directory=str(folder)) as connection:
        for table in TABLES.values():
            target = _quoted(str(folder / f"{table.name}.parquet"))
            form = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP}"
            connection.execute(f"COPY ({_selected(table, widest)}) TO {target} ({form})", [str(_csv(lines, table))])


def _csv(lines: Path, table: Table) -> Path:
    return lines / f"{table.name}.csv"


def _selected(table: Table, widest: int) -> str:
    """The rows of a table from its lines; a number that is too large becomes empty."""
    read = ", ".join(f"'{column.name}': 'VARCHAR'" for column in table.columns)
    cells = ", ".join(f'{_cast(column)} AS "{column.name}"' for column in table.columns)
    return (
        f"SELECT {cells} FROM read_csv(?, columns = {{{read}}}, header = true, auto_detect = false, delim = ',', "
        f"quote = '\"', escape = '\"', parallel = false, max_line_size = {_buffer(widest) // 2}, "
        f"buffer_size = {_buffer(widest)})"
    )


def _cast(column: TableColumn) -> str:
    cell = f'TRY_CAST("{column.name}" AS {_TYPES[column.kind]})'
    return f"NULLIF({cell}, 'infinity'::DOUBLE)" if column.kind is ColumnKind.NUMBER else cell


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


class Answer:
    """What a question gives: the names of its columns, and its rows while they are fetched."""

    def __init__(self, columns: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
        self.columns = tuple(columns)
        self.rows = rows


def ask(database: Path, question: str) -> Answer:
    """Ask ``question``, one SELECT in SQL, of a database, which can be read and nothing else.

    Raises QuestionError where it is none, or DuckDB refuses it.
    """
    library = _duckdb()
    config = {**_limits(), "enable_external_access": "false", "lock_configuration": "true"}
    connection = library.connect(str(database), read_only=True, config=config)
    try:
        statements = connection.extract_statements(question)
        kinds = [statement.type for statement in statements]
        if len(kinds) != 1 or kinds[0] not in (library.StatementType.SELECT, library.StatementType.EXPLAIN):
            raise QuestionError("a question is one SELECT")
        connection.execute(statements[0])
    except library.Error as error:
        connection.close()
        raise QuestionError(str(error)) from error
    except QuestionError:
        connection.close()
        raise
    columns = [each[0] for each in connection.description or ()]
    return Answer(columns, _fetched(connection, library))


def _fetched(connection: duckdb.DuckDBPyConnection, library: Any) -> Iterator[tuple[Any, ...]]:
    try:
        while rows := connection.fetchmany(_FETCHED):
            yield from rows
    except library.Error as error:
        raise QuestionError(str(error)) from error
    finally:
        connection.close()
