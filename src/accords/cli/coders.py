"""What ``accords diff --coders`` takes, and what it prints."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import click

from accords.cli.examining import read_text
from accords.codec.reading import read_file
from accords.compare.coders import CodersCompared, compare_coders
from accords.editing.workbook.csv_rows import csv_rows
from accords.editing.workbook.stored import Row, WorkbookError
from accords.model.agreement import Agreement
from accords.prose import printable
from accords.render.checklist.guards import guarded_code
from accords.render.coders import render_coders, render_coders_json

__all__ = ["coders_compared", "coders_options"]

_Command = TypeVar("_Command", bound=Callable[..., Any])
_COLUMNS = ("a", "b")


def coders_options(command: _Command) -> _Command:
    """The options of a command that compares two codings."""
    for option in (
        click.option("--seed", type=int, default=0, show_default=True, help="With --coders: draw intervals from this."),
        click.option(
            "--pairs",
            metavar="CSVFILE",
            help="With --coders: ids of actors and duties that are the same, in two columns called a and b.",
        ),
        click.option(
            "--text",
            "texts",
            metavar="TEXTFILE",
            multiple=True,
            help="With --coders: a text they coded; repeat it.",
        ),
        click.option("--coders", is_flag=True, help="Hold two codings of one agreement against each other."),
    ):
        command = option(command)
    return command


def coders_compared(
    records: Sequence[Agreement], texts: Iterable[str], pairs: str | None, seed: int, form: str
) -> tuple[bool, str]:
    """Whether the two codings are the same in all that is compared, and what to print."""
    given = _read_pairs(pairs) if pairs is not None else {}
    try:
        found = compare_coders(records[0], records[1], texts=list(map(read_text, texts)), pairs=given, seed=seed)
    except ValueError as error:
        raise click.UsageError(printable(str(error))) from error
    if form == "markdown":
        raise click.UsageError("--coders prints for the terminal, as JSON, or its pairs as CSV")
    same = not (found.differing or found.duties_only_a or found.duties_only_b)
    return same, _pairs_table(found) if form == "csv" else _rendered(found, form)


def _rendered(found: CodersCompared, form: str) -> str:
    return render_coders_json(found) if form == "json" else render_coders(found)


def _pairs_table(found: CodersCompared) -> str:
    """The pairs as they can be corrected and given back; what is in one coding only has an empty cell beside it."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow((*_COLUMNS, "how"))
    table.writerows(
        (guarded_code(each.a), guarded_code(each.b), each.how.value) for each in (*found.actors, *found.duties)
    )
    table.writerows((guarded_code(each), "", "") for each in (*found.actors_only_a, *found.duties_only_a))
    table.writerows(("", guarded_code(each), "") for each in (*found.actors_only_b, *found.duties_only_b))
    return out.getvalue()


def _read_pairs(name: str) -> dict[str, str]:
    raw = read_file(name)
    if not isinstance(raw, bytes):
        raise click.ClickException(raw.message)
    try:
        rows = csv_rows(raw, lambda cells: len({*cells} & {*_COLUMNS}))
        places = {title.strip(): at for at, title in next(rows, (1, {}))[1].items()}
        return _paired(rows, places, name)
    except WorkbookError as error:
        raise click.ClickException(f"{printable(name)} cannot be read: {error}") from error


def _paired(rows: Iterable[Row], places: Mapping[str, int], name: str) -> dict[str, str]:
    if not places.keys() >= {*_COLUMNS}:
        raise click.UsageError(f"{printable(name)} needs columns called a and b in its first line")
    found: dict[str, str] = {}
    for line, row in rows:
        ours, theirs = (row.get(places[each], "").strip() for each in _COLUMNS)
        if ours and theirs:
            if ours in found:
                raise click.UsageError(f"{printable(name)}, line {line}: {printable(ours)} is paired a second time")
            found[ours] = theirs
    return found
