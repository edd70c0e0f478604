"""What ``accords import`` takes in, in one table: what each format is, how its files end, what reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from accords.cli.proposing import EditAsked
from accords.cli.taking_in.books import (
    knows_tables,
    knows_workbook,
    take_back_record,
    take_back_tables,
    take_back_workbook,
)
from accords.cli.taking_in.checklists import take_back_checklist
from accords.cli.taking_in.mapped import take_in_rows

__all__ = ["IMPORTS", "ImportFormat"]


@frozen(kw_only=True)
class ImportFormat:
    """A format: what it is in a few words, the endings of its files, what knows it by its content, what takes it in.

    ``options`` are the options of the command that not every format reads.
    """

    about: str
    endings: tuple[str, ...]
    knows: Callable[[Path], bool]
    take: Callable[[Path, tuple[str, ...], EditAsked], int]
    options: tuple[str, ...] = ()


IMPORTS: dict[str, ImportFormat] = {
    "rows": ImportFormat(
        about="a sheet of rows as new records, by a map that says what columns and cells mean",
        endings=(".csv",),
        knows=lambda _: False,  # it is meant where a map is named
        take=take_in_rows,
        options=("map",),
    ),
    "workbook": ImportFormat(
        about="a workbook of records that was filled in, as `accords export` or `new` wrote it",
        endings=(".xlsx", ".xlsm"),
        knows=knows_workbook,
        take=take_back_workbook,
        options=("again",),
    ),
    "workbook-csv": ImportFormat(
        about="the same as CSV, in an archive or one table alone",
        endings=(".zip", ".csv"),
        knows=knows_tables,
        take=take_back_tables,
        options=("again",),
    ),
    "record": ImportFormat(
        about="a changed copy of a record, with `--base`",
        endings=(".json",),
        knows=lambda _: True,
        take=take_back_record,
        options=("base",),
    ),
    "checklist": ImportFormat(
        about="a checklist with `My status` and `My note` filled in, as assessments",
        endings=(".xlsx", ".csv", ".tsv", ".txt"),  # spreadsheets call Unicode text .txt
        knows=lambda _: True,
        take=take_back_checklist,
        options=("assessor",),
    ),
}
"""Name → format. Of several with one ending, the first that knows the file takes it."""
