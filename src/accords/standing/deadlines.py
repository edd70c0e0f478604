"""Deadlines as rows: as reported, what else is possible, and when they are to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from accords.engine.days.moments import NEVER
from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assessed
from accords.model.obligations import Obligation
from accords.standing.accounts import speakers_in_words
from accords.standing.days import Days, Deadline, DueAsTold, days_in_words, hour_of, outer_days
from accords.standing.instances import InstanceStatus
from accords.standing.shapes import Timed, bucket_of, timed_bucket
from accords.standing.values import Bucket, OtherDue
from accords.words import Names, joined, say

__all__ = ["Looked", "is_unbound", "looked_at", "moved_by", "other_dues", "readings_in_words", "told_in_words"]


@frozen
class Looked:
    """When a duty is to be looked at: by its deadline as reported first, then by the others, and all in words."""

    buckets: tuple[Bucket, ...]

    @property
    def first(self) -> Bucket:
        """By the deadline as reported."""
        return self.buckets[0]

    @property
    def words(self) -> str:
        """The one bucket that all days share, else each of them."""
        if len(self.buckets) == 1:
            return say(f"bucket.{self.first}")
        in_order = [bucket for bucket in Bucket if bucket in self.buckets]
        return joined([say("bucket.passed.short") if each is Bucket.PASSED else say(f"bucket.{each}")
                       for each in in_order], "or")  # fmt: skip


def looked_at(found: InstanceStatus, duty: Obligation, today: date) -> Looked:
    """When a duty is to be looked at; of several possible days, by each of them."""
    first = bucket_of(found, duty, _away(found.deadline.reported, today))
    if first not in Timed:
        return Looked((first,))
    days = [day for span in _dated(found.deadline.possible) for day in span]
    others = [timed_bucket((day - today).days) for day in days]
    if first is Bucket.OVERDUE:  # what is overdue for certain has no deadline ahead
        others = []
    return Looked(tuple(dict.fromkeys((first, *others))))


def _away(days: Days, today: date) -> tuple[int, int] | None:
    outer = outer_days(days)
    return ((outer[0] - today).days, (outer[1] - today).days) if outer is not None else None


def _dated(days: Days) -> Iterator[tuple[date, date]]:
    for span in days.spans:
        outer = outer_days(Days((span,)))
        if outer is not None:
            yield outer


def other_dues(
    deadline: Deadline,
    today: date,
    by: tuple[str, ...] = (),
    whose: Mapping[str | None, str] | None = None,
    told: Mapping[Days, str] | None = None,
) -> Iterator[OtherDue]:
    """The days on which a deadline may lie besides those reported.

    ``by`` are those who alone say that it moved, ``whose`` says by which reading of the duty something is so, ``told``
    by whose word of an event it is on some days.
    """
    for span in deadline.possible.spans:
        days = Days((span,))
        if span in deadline.reported.spans or (not deadline.reported and days.endless and _has_begun(days, today)):
            continue  # that it may come on any day from now on tells nothing
        outer = outer_days(days)
        moved = not deadline.reported.lie_in(deadline.stated)
        stated = moved and outer is not None and span in deadline.stated.spans
        yield OtherDue(
            words=days_in_words(days),
            first=outer[0].isoformat() if outer is not None else None,
            last=outer[1].isoformat() if outer is not None else None,
            at=hour_of(days),
            first_at=span[0] if "T" in span[0] else None,
            days=(outer[0] - today).days if outer is not None else None,
            stated=stated,
            why=(told or {}).get(days)
            or _why(stated, by if not moved else ())
            or _as_read(deadline, days, whose or {}),
        )
    if deadline.possible.or_never and not deadline.reported.or_never:
        why = _as_read(deadline, Days((), or_never=True), whose or {})
        yield OtherDue(words=say("day.never"), first=None, last=None, at=None, days=None, stated=False, why=why)


def _why(stated: bool, by: tuple[str, ...]) -> str | None:
    if stated:
        return say("due.as_stated")
    return say("due.said_by", names=joined(by)) if by else None


def _as_read(deadline: Deadline, days: Days, whose: Mapping[str | None, str]) -> str | None:
    """By which readings, and by no other, it is on those days."""
    read = [whose[key] for key, when in deadline.as_read if when == days and key in whose]
    shared = any(_holds(when, days) for _, when in deadline.as_read if when != days)
    return joined(read, "or") if read and not shared else None


def _holds(when: Days, days: Days) -> bool:
    return when.or_never if not days.spans else days.spans[0] in when.spans


def readings_in_words(duty: Obligation, names: Names) -> Mapping[str | None, str]:
    """Each reading that changes a condition of the duty as that by which something is so; None is how it is written."""
    found: dict[str | None, str] = {None: say("due.as_written")}
    for each in duty.readings:
        if each.held_by_ids:
            found[each.id] = say("due.by_reading", holders=names.actors_in_words(each.held_by_ids))
        else:
            found[each.id] = say("claim.reading_of_nobody")
    return found


def told_in_words(deadline: Deadline, names: Names) -> Mapping[Days, str]:
    """By whose word of an event the deadline is on which days, in words."""
    found: dict[Days, str] = {}
    for days in dict.fromkeys(each.days for each in deadline.as_told):
        found[days] = joined([_as_told(each, names) for each in deadline.as_told if each.days == days], "or")
    return found


def _as_told(told: DueAsTold, names: Names) -> str:
    event, said, denied = names.event(told.event_id), _named(told.said_by, names), _named(told.denied_by, names)
    if told.so is None:
        return say("due.by_word", event=event, names=said)
    views = [say("dispute.said", names=said), *([say("dispute.denied", names=denied)] if denied else [])]
    return say("due.if_so" if told.so else "due.if_not", event=event, views=say("comma").join(views))


def _named(speakers: Iterable[str | None], names: Names) -> str:
    return joined(speakers_in_words(speakers, names))


def _has_begun(days: Days, today: date) -> bool:
    return days.first is None or days.first <= today


def is_unbound(found: Assessed) -> bool:
    """Whether it does not bind yet, and is not known to bind by its deadline."""
    last = max((end for _, end in found.due if end < NEVER), default=None)
    return found.rows.keys() <= {State.NOT_IN_FORCE} and (last is None or found.terms[0].days.bound[-1][1] > last)


def moved_by(deadline: Deadline, names: Names) -> tuple[str, ...]:
    """On whose word alone a deadline was moved."""
    return tuple(say("speaker.a_source") if each is None else names.actor(each) for each in deadline.moved_by_ids)
