"""Many records examined together: each by itself, and what one says of others held against what there is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, groupby, islice, tee
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from accords.checks.identity.together import AMENDER_ABSENT, RELATED_ABSENT, Tie, changes_of, id_twice, ties_of
from accords.corpus.parallel import findings_of, for_pieces
from accords.corpus.records import Piece, examined
from accords.corpus.seen import SeenIds
from accords.diagnostics import Diagnostic, Report
from accords.validate import TOGETHER_STAGE, Examination, place_each, stands
from accords.validate.settings import Settings

if TYPE_CHECKING:
    import sqlite3

__all__ = ["examine_together"]


@frozen(kw_only=True)
class _Examined:
    """A record that was examined, its id as far as it can be told, what hangs on others, and which ones it changes."""

    examination: Examination
    record_id: str | None = None
    ties: tuple[Tie, ...] = ()
    changes: tuple[str, ...] = ()


@frozen
class _Open:
    """A finding that waits for the end of the run, with what is needed to tell it."""

    number: int
    report: Report
    tie: Tie
    settings: Settings = field(factory=Settings)


def examine_together(pieces: Iterable[Piece], jobs: int = 1) -> Iterator[Examination]:
    """Examine ``pieces`` as ``examine_pieces`` does, and then say what is to be said of several records together.

    A record with the id of one before it has that finding among its own. What is known only when all are read comes
    in the end: a further report for each record that it is about, of the stage ``together``. What waits lies in a
    temporary file. Of one record alone nothing is said.
    """
    pieces, again = tee(pieces)
    found = map(_unpacked, for_pieces(_examined, pieces, jobs), again)
    for first in islice(found, 1):
        yield first[0].examination
        for second in islice(found, 1):
            yield from _after_the_first(chain((first, second), found))


def _after_the_first(found: Iterable[tuple[_Examined, Piece]]) -> Iterator[Examination]:
    """What comes of all records but the first of ``found``, and in the end what is to be said of them together."""
    import pickle  # noqa: PLC0415 - a run over one record needs neither
    import sqlite3  # noqa: PLC0415

    with closing(sqlite3.connect("", isolation_level=None)) as store, SeenIds.kept_aside() as seen:
        store.execute("CREATE TABLE waiting (number INTEGER, finding BLOB)")
        store.execute("CREATE TABLE changed (id TEXT PRIMARY KEY) WITHOUT ROWID")
        store.execute("BEGIN")
        for number, (each, piece) in enumerate(found, 1):
            examination = _with_id_twice(each, piece, seen)
            if number > 1:
                yield examination
            for one in each.changes:
                store.execute("INSERT OR IGNORE INTO changed VALUES (?)", (one,))
            for tie in each.ties:
                row = _slim(_Open(number, each.examination.report, tie, each.examination.settings))
                store.execute("INSERT INTO waiting VALUES (?, ?)", (number, pickle.dumps(row)))
        yield from _said_in_the_end(store, seen)


def _slim(waiting: _Open) -> _Open:
    """What waits without the findings that were told already: of them it matters alone whether there were any."""
    report = waiting.report
    return evolve(waiting, report=evolve(report, diagnostics=(), waived=(), told_before=bool(report.diagnostics)))


def _with_id_twice(each: _Examined, piece: Piece, seen: SeenIds) -> Examination:
    examination = each.examination
    report = examination.report
    before = None if each.record_id is None else seen.note(each.record_id, f"{report.file}:{report.first_line}")
    if before is None:
        return examination
    # Few ids are there twice. To read these records again spares all others the search for the place.
    whole = examined(piece)
    if whole.agreement is None or not stands(finding := id_twice(whole.agreement), whole.agreement, whole.settings):
        return examination
    (placed,) = _placed([finding], whole)
    found = evolve(placed, notes=(f"the other one: {before.removesuffix(':1')}",))
    return evolve(examination, report=evolve(report, diagnostics=(found, *report.diagnostics)))


def _said_in_the_end(store: sqlite3.Connection, seen: SeenIds) -> Iterator[Examination]:
    import pickle  # noqa: PLC0415

    rows = store.execute("SELECT finding FROM waiting ORDER BY number")
    waiting: Iterator[_Open] = (pickle.loads(row) for (row,) in rows)
    standing = (one for one in waiting if _stands(one.tie, store, seen))
    for _, several in groupby(standing, key=attrgetter("number")):
        first, *rest = several
        findings = tuple(one.tie.finding for one in (first, *rest))
        report = evolve(first.report, diagnostics=findings, stages=(TOGETHER_STAGE,))
        yield Examination(report=report, settings=first.settings)


def _stands(tie: Tie, store: sqlite3.Connection, seen: SeenIds) -> bool:
    if tie.finding.code == RELATED_ABSENT:
        return seen.first(tie.other) is None
    found = store.execute("SELECT 1 FROM changed WHERE id = ?", (tie.other,)).fetchone()
    return tie.finding.code == AMENDER_ABSENT and found is None


def _unpacked(each: _Examined | str, piece: Piece) -> tuple[_Examined, Piece]:
    if isinstance(each, str):
        sound = examined(piece._replace(source=None))
        return _Examined(examination=sound, record_id=each), piece
    return each, piece


def _examined(piece: Piece) -> _Examined | str:
    """What came of ``piece``; where nothing is to be said of it its id alone, which soon goes between processes."""
    whole = examined(piece)
    record, report = whole.agreement, whole.report
    if record is None:
        return _Examined(examination=findings_of(whole), record_id=_id_in(whole.text))
    counting = [tie for tie in ties_of(record) if stands(tie.finding, record, whole.settings)]
    changes = tuple(changes_of(record))
    if not (report.diagnostics or report.waived or counting or changes):
        return record.id
    placed = _placed([tie.finding for tie in counting], whole)
    return _Examined(
        examination=findings_of(whole),
        record_id=record.id,
        ties=tuple(evolve(tie, finding=finding) for tie, finding in zip(counting, placed, strict=True)),
        changes=changes,
    )


def _placed(findings: Sequence[Diagnostic], whole: Examination) -> list[Diagnostic]:
    """``findings`` where they stand in the file of the record."""
    lines = whole.report.first_line - 1
    placed = place_each(findings, whole.text, whole.report.file)
    return [each if each.line is None else evolve(each, line=each.line + lines) for each in placed]


def _id_in(text: str | None) -> str | None:
    """The id in a record that has errors, so that nothing that refers to it is said to lead nowhere."""
    try:
        plain = json.loads(text or "")
    except (ValueError, RecursionError):
        return None
    found = plain.get("id") if isinstance(plain, dict) else None
    return found if isinstance(found, str) else None
