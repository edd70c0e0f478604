"""Which entries a calendar has: one for each deadline as reported, and a marked one for each other possible day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from accords.checklist import Checklist, Item, OtherDue, StandingRow
from accords.words import joined, say

__all__ = ["Planned", "planned"]


@frozen(kw_only=True)
class Planned:
    """An entry of one deadline: its ``day``, the time where it is ``at`` one, and what its title says besides.

    ``part`` tells it from other entries of the item. ``possible``: the deadline may as well lie on another day.
    """

    item: Item
    standing: StandingRow
    part: str | None
    day: date
    at: str | None
    marks: tuple[str, ...]
    possible: bool


def planned(checklist: Checklist) -> Iterator[Planned]:
    """The entries of all items; of duties with several turns, those of each."""
    for item in checklist.items:
        for standing in item.turns or ((item.standing,) if item.standing is not None else ()):
            yield from _of_turn(item, standing)


def _of_turn(item: Item, standing: StandingRow) -> Iterator[Planned]:
    """The entry that keeps the id stands on the day first stated while somebody's word alone has moved it."""
    part = str(standing.number) if standing.number is not None else None
    others = [other for other in standing.other_dues if other.last is not None] if standing.open else []
    if standing.due_last is not None:
        stated = next((other for other in others if other.stated), None) if standing.moved_by else None
        reported = _reported(standing)
        if stated is not None:
            others.remove(stated)
            reported, stated = stated, reported
            others.insert(0, stated)
        yield _entry(item, standing, part, reported, possible=False)
    for number, other in enumerate(others, 1):
        name = f"also-{number}" if part is None else f"{part}#also-{number}"
        yield _entry(item, standing, name, other, possible=True)


def _reported(standing: StandingRow) -> OtherDue:
    return OtherDue(
        words=standing.due or "",
        first=standing.due_first,
        last=standing.due_last,
        at=standing.due_at,
        days=standing.due_days,
        stated=False,
        why=say("due.said_by", names=joined(standing.moved_by)) if standing.moved_by else None,
    )


def _entry(item: Item, standing: StandingRow, part: str | None, due: OtherDue, *, possible: bool) -> Planned:
    last = due.last if due.last != standing.due_last or due.words == standing.due else due.first
    day = date.fromisoformat(last or "")
    marks = []
    if possible:
        marks.append(due.why or say("calendar.possible"))
    if standing.open and standing.trigger_met in ("no", "unknown"):
        marks.append(say("calendar.if_triggered"))
    return Planned(
        item=item,
        standing=standing,
        part=part,
        day=day,
        at=due.at,
        marks=tuple(marks),
        possible=possible,
    )
