"""Many records as lines of tables, in several processes: the same lines in the same order as in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from attrs import evolve, frozen

from accords.corpus.parallel import for_pieces
from accords.corpus.records import Piece, examined
from accords.corpus.seen import SeenIds
from accords.tables import TABLES, Rows, cells_of_examination, cells_of_record
from accords.tables.delimited import lines, misfits
from accords.validate import Examination

__all__ = ["FINDINGS", "RECORDS", "Tabulated", "rows_of_piece", "tabulate"]

RECORDS, FINDINGS = "records", "findings"


@frozen(kw_only=True)
class Tabulated:
    """One record as lines of tables: name of the table → its lines, and how many rows they are.

    ``again`` is its line in the table of records where one before it has its id. ``misfits`` are the columns in which
    a number is too large for databases. ``is_unread`` says whether it could not be had, and ``is_again`` whether one
    before it has its id.
    """

    record_id: str | None
    place: str
    texts: dict[str, str]
    counts: dict[str, int]
    again: str = ""
    misfits: tuple[str, ...] = ()
    is_unread: bool = False
    is_again: bool = False

    @property
    def is_usable(self) -> bool:
        """Whether it has no error."""
        return self.record_id is not None


def tabulate(
    pieces: Iterable[Piece], days: Sequence[str] = (), known_by: str | None = None, jobs: int = 1
) -> Iterator[Tabulated]:
    """The lines of each of ``pieces``, in their order. Of records with one id, the first has lines in all tables.

    Raises ValueError for a day that cannot be read, as ``status`` does.
    """
    with SeenIds.kept_aside() as seen:
        for each in for_pieces(partial(_tabulated, days=tuple(days), known_by=known_by), pieces, jobs):
            if each.record_id is not None and seen.note(each.record_id, each.place) is not None:
                yield _about_reading(each)
            else:
                yield each


def rows_of_piece(
    piece: Piece, days: Sequence[str] = (), known_by: str | None = None, *, within: bool = True
) -> tuple[Examination, Rows]:
    """What comes of reading one record, and its rows in the tables that have any, as if no other had its id.

    ``within`` says whether the rows of what the record holds are among them, or only those about reading it.
    """
    examination = examined(piece)
    record = examination.agreement
    rows: Rows = cells_of_record(record, days, known_by) if within and record is not None else {}
    return examination, rows | cells_of_examination(examination)


def _tabulated(piece: Piece, days: tuple[str, ...], known_by: str | None) -> Tabulated:
    examination, rows = rows_of_piece(piece, days, known_by)
    report, record = examination.report, examination.agreement
    again = cells_of_examination(examination, is_known=True)[RECORDS]
    return Tabulated(
        record_id=record.id if record is not None else None,
        place=f"{report.file}:{report.first_line}",
        texts={name: lines(cells) for name, cells in rows.items()},
        counts={name: len(cells) for name, cells in rows.items()},
        again=lines(again),
        misfits=tuple(column for name, cells in rows.items() for column in misfits(TABLES[name], cells)),
        is_unread=any(found.code == "ACC012" for found in report.diagnostics),
    )


def _about_reading(each: Tabulated) -> Tabulated:
    """What is said of a record whose id is that of another one before it: that it was read, and what was found."""
    texts = {RECORDS: each.again, FINDINGS: each.texts[FINDINGS]}
    counts = {RECORDS: 1, FINDINGS: each.counts[FINDINGS]}
    return evolve(each, texts=texts, counts=counts, misfits=(), is_again=True)
