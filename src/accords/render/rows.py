"""Duties, statuses and changes as rows of a table: flat dictionaries, with days as dates, for pandas and polars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from accords.checklist import Bucket, Checklist, Item, checklist
from accords.checklist.counting import standings_of
from accords.model.agreement import Agreement
from accords.standing.history import Change
from accords.standing.instances import InstanceStatus, StatusReport

__all__ = ["Row", "to_rows"]

Row: TypeAlias = dict[str, str | int | bool | date | None]
"""Column → cell; None where there is nothing. Several ids or names are one text, parted by commas."""


def to_rows(what: Agreement | Checklist | StatusReport | Iterable[Change]) -> list[Row]:
    """Rows for ``pandas.DataFrame`` or ``polars.DataFrame``: the same columns in each, days as ``date``.

    Of an agreement or a checklist there is a row for each duty and obligor, of a status one for each turn of each duty,
    of what ``changes`` and ``timeline`` give one for each change. Where a record was not followed until the day of a
    status, there is a row for each duty that says so. Raises TypeError for anything else.

    >>> deal = accords.load("examples/minimal.accord.json")
    >>> rows = accords.to_rows(accords.status(deal, as_of="1911-10-01"))
    >>> rows[0]["obligation_id"], rows[0]["status"], rows[0]["due_last"]
    ('repair-landing', 'overdue, nothing reported', datetime.date(1911, 9, 30))
    """
    match what:
        case Agreement():
            return to_rows(checklist(what))
        case Checklist():
            return [_duty(item, what) for item in what.items]
        case StatusReport():
            return list(_statuses(what))
        case _ if isinstance(what, Iterable) and not isinstance(what, (str, bytes, dict)):
            return [_change(each) for each in what]
        case _:
            raise TypeError(f"expected an agreement, a checklist, a status or changes, not {type(what).__name__}")


def _duty(item: Item, rows: Checklist) -> Row:
    standing = item.standing
    return {
        "record_id": item.record_id,
        "id": item.instance,
        "obligation_id": item.obligation_id,
        "obligor_ids": _several(item.obligor_ids),
        "obligors": _several(item.obligors),
        "modality": item.modality.value,
        "action": item.action,
        "owed_to": _several(item.owed_to),
        "label": item.label,
        "clause": item.clause,
        "themes": _several(item.themes),
        "when": item.timing.words,
        "as_of": _date(rows.as_of),
        "known_by": _date(rows.known_by),
        "status": item.status,
        "shape": standing.shape.value if standing is not None else None,
        "bucket": standing.bucket.value if standing is not None else None,
        "open": any(each.open for each in standings_of(item)) if standing is not None else None,
        "overdue": any(each.bucket is Bucket.OVERDUE for each in standings_of(item)) if standing is not None else None,
        "due_first": _date(standing.due_first) if standing is not None else None,
        "due_last": _date(standing.due_last) if standing is not None else None,
    }


def _statuses(report: StatusReport) -> Iterator[Row]:
    if report.not_followed is not None:
        for obligation_id in report.obligation_ids:
            yield _status(report, obligation_id, report.not_followed)
    for found in report.instances:
        yield _status(report, found.obligation_id, found.name, found)


def _status(report: StatusReport, obligation_id: str, words: str, found: InstanceStatus | None = None) -> Row:
    return {
        "record_id": report.agreement_id,
        "as_of": _date(report.asked),
        "known_by": _date(report.known),
        "obligation_id": obligation_id,
        "obligor_ids": _several(found.obligor_ids) if found is not None else None,
        "turn": found.number if found is not None else None,
        "status": words,
        "states": _several(state.value for state, _ in found.rows) if found is not None else None,
        "as_reported": found.as_reported.value if found is not None else None,
        "overdue": found.is_overdue if found is not None else None,
        "due_first": found.deadline.reported.first if found is not None else None,
        "due_last": found.deadline.reported.last if found is not None else None,
        "possible_first": found.deadline.first if found is not None else None,
        "possible_last": found.deadline.last if found is not None else None,
    }


def _change(change: Change) -> Row:
    if not isinstance(change, Change):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected changes, as changes and timeline give them, not {type(change).__name__}")
    return {
        "day": _date(change.day),
        "obligation_id": change.obligation_id,
        "obligor_ids": _several(change.obligor_ids),
        "turn": change.number,
        "before": change.before.name if change.before is not None else None,
        "after": change.after.name if change.after is not None else change.not_followed,
    }


def _several(texts: Iterable[str]) -> str | None:
    return ", ".join(texts) or None


def _date(day: str | None) -> date | None:
    """A day in ISO form; None where it is beyond the calendar."""
    try:
        return date.fromisoformat(day[:10]) if day is not None else None
    except ValueError:
        return None
