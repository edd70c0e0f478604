"""The words for checklists of several records and for what differs between two, part of the catalogue."""

from __future__ import annotations

__all__ = ["SETS"]

SETS = {
    "set.title": "{count} agreement|{count} agreements",
    "set.by_name": "its name",
    "set.one_obligor": "{names}: read as one actor in {count} records, by {by}.",
    "set.assumed": "{words} ({records})",
    "set.record": "{title} ({id}): {shown}",
    "set.shown": "{count} undertaking|{count} undertakings",
    "set.shown_overdue": "{shown}, {overdue} overdue",
    "set.status": "{record}; {status}",
    "set.content": "{record}; {content}",
    "set.unread": "{name}: {reason}",
    "label.unread": "Missing",
    "column.agreement": "Agreement",
    "column.shown": "Undertakings",
    "column.overdue": "Overdue",
    "sheet.agreements": "Agreements",
    "title.agreements": "Agreements",
}
