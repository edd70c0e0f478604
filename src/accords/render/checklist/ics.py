"""A checklist as a calendar (RFC 5545): a day for every computed deadline, all of them with their obligor in the title.

The library that writes calendars is imported only when one is written.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from accords.checklist import Bucket, Checklist, Item, RecordRow, Shape, StandingRow
from accords.checklist.counting import timed_by
from accords.checklist.lines import own_date_in_words
from accords.dates.durations import Duration, DurationLike, as_duration
from accords.prose import refuse_other
from accords.render.checklist.calendar_plan import Planned, planned
from accords.render.checklist.calendar_words import Common, common_to, describe, lines_of, title_of
from accords.render.safe import clean
from accords.words import ENGLISH, Language, in_language, say

if TYPE_CHECKING:
    from icalendar import Calendar, Component

__all__ = ["render_ics"]

_EPOCH = date(1970, 1, 1)
_UNDATED = (Bucket.NO_DATE, Bucket.VAGUE, Bucket.WAITING, Bucket.STANDING_STILL, Bucket.CONTINUING)


@in_language
def render_ics(
    checklist: Checklist,
    *,
    as_todo: bool = False,
    alarm_days: tuple[int, ...] = (7, 1),
    review_every: DurationLike | None = None,
    language: Language = ENGLISH,
) -> str:
    """Write ``checklist``, which has to be as of a day, as an iCalendar text.

    Args:
        checklist: The rows. Every deadline that could be computed gets an entry, on its last day as reported or at
            its hour, and a tentative one for each other possible day, whose title says by whose word it is one. Where
            somebody's word alone has moved it, the day first stated keeps the entry.
        as_todo: Tasks (VTODO) in place of events, which some calendars drop.
        alarm_days: How many days before a deadline to remind of it; none for deadlines that have passed.
        review_every: How often to look at duties without a computed deadline, such as ``P1M``; by default they
            have no entry.
        language: What the calendar says besides the texts of the record is in it; the rows have to be in it too.

    Ids of entries are made of the record's and the undertaking's and stay the same when dates move, so that a
    calendar that reads the next version moves its entries.

    Raises ValueError where the checklist is as of no day, and for a period of mixed or no length.

    >>> rows = accords.checklist(accords.load("examples/minimal.accord.json"), as_of="1911-06-01")
    >>> accords.render_ics(rows).splitlines()[0]
    'BEGIN:VCALENDAR'
    """
    refuse_other(checklist, Checklist, "a Checklist, as checklist gives it")
    if checklist.as_of is None or checklist.known_by is None:
        raise ValueError("a calendar needs a day: give as_of")
    from icalendar import Calendar

    day = date.fromisoformat(checklist.as_of)
    stamp = datetime.combine(day, time(), UTC)
    calendar = Calendar()
    calendar.add("prodid", f"-//accords//checklist {clean(checklist.library_version)}//{language.tag.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", clean(checklist.marked_title))
    common = {record.id: common_to(checklist, record) for record in checklist.records}
    zones = {record.id: ZoneInfo(record.time_zone) for record in checklist.records}
    for plan in planned(checklist):
        item, standing = plan.item, plan.standing
        entry = _entry(plan, as_todo=as_todo)
        _place(entry, _when(plan, zones[item.record_id]), as_todo=as_todo)
        describe(entry, lines_of(item, standing), common[item.record_id])
        _stamp(entry, checklist, stamp)
        if standing.open and plan.day >= day:
            _remind(entry, alarm_days)
        calendar.add_component(entry)
    for record in checklist.records:
        for entry in _own_dates(record, common[record.id], zones[record.id]):
            _stamp(entry, checklist, stamp)
            calendar.add_component(entry)
    if review_every is not None:
        period = as_duration(review_every)
        _reviews(calendar, checklist, day, stamp, period, common)
    if not calendar.subcomponents:
        calendar.add_component(_nothing())
    calendar.add_missing_timezones()
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _uid(item: Item, part: object = None) -> str:
    """An id that no other entry of any record has: what parts it, no id can hold."""
    name = f"{clean(item.record_id)}/{clean(item.instance)}"
    return f"{name}#{part}@accords" if part is not None else f"{name}@accords"


def _todo_status(standing: StandingRow) -> str:
    """Of what is over for certain, that it is done only where nothing else is possible."""
    if standing.shape is Shape.FULFILLED:
        return "COMPLETED"
    if not standing.open:
        return "CANCELLED"
    return "IN-PROCESS" if standing.shape in (Shape.BEGUN, Shape.PARTLY) else "NEEDS-ACTION"


def _event_status(plan: Planned) -> str | None:
    """Cancelled where the duty is over and not done; tentative while its day is uncertain or hangs on a trigger."""
    standing = plan.standing
    if not standing.open:
        return None if standing.shape is Shape.FULFILLED else "CANCELLED"
    certain = standing.due_first == standing.due_last and standing.trigger_met in (None, "yes")
    return None if certain and not plan.possible else "TENTATIVE"


def _entry(plan: Planned, *, as_todo: bool) -> Component:
    from icalendar import Event, Todo

    item, standing = plan.item, plan.standing
    entry = Todo() if as_todo else Event()
    entry.add("uid", _uid(item, plan.part))
    entry.add("summary", title_of(item, standing, plan.marks))
    if as_todo:
        entry.add("status", _todo_status(standing))
    else:
        if (status := _event_status(plan)) is not None:
            entry.add("status", status)
        entry.add("transp", "TRANSPARENT")
    if item.themes:
        entry.add("categories", [clean(theme) for theme in item.themes])
    return entry


def _when(plan: Planned, zone: ZoneInfo) -> date | datetime:
    """The day, or the time in the zone of the record."""
    return plan.day if plan.at is None else datetime.fromisoformat(plan.at).astimezone(zone)


def _place(entry: Component, when: date | datetime, *, as_todo: bool) -> None:
    """At its day, or as an instant without length at its time."""
    if as_todo:
        entry.add("due", when)
        return
    entry.add("dtstart", when)
    if not isinstance(when, datetime) and when < date.max:
        entry.add("dtend", when + timedelta(days=1))


def _own_dates(record: RecordRow, common: Common, zone: ZoneInfo) -> Iterator[Component]:
    """The agreement's own dates, which nobody has to do anything for: always events."""
    from icalendar import Event

    for date_ in record.dates:
        if date_.last is None:
            continue
        entry = Event()
        entry.add("uid", f"{clean(record.id)}#{date_.key}@accords")
        title = say("calendar.own_date", title=record.marked_title.strip(), label=date_.label)
        if not date_.certain:
            title = say("in_brackets", text=title, more=say("calendar.uncertain"))
            entry.add("status", "TENTATIVE")
        entry.add("summary", clean(title))
        entry.add("transp", "TRANSPARENT")
        day = date.fromisoformat(date_.last)
        _place(entry, day if date_.at is None else datetime.fromisoformat(date_.at).astimezone(zone), as_todo=False)
        describe(entry, (clean(own_date_in_words(date_)),), common)
        yield entry


def _nothing() -> Component:
    """What stands in a calendar without entries, since it may not be empty: that UTC is UTC."""
    from icalendar import Timezone, TimezoneStandard

    zone, always = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    always.add("dtstart", datetime(1970, 1, 1))
    always.add("tzoffsetfrom", timedelta())
    always.add("tzoffsetto", timedelta())
    zone.add_component(always)
    return zone


def _stamp(entry: Component, checklist: Checklist, stamp: datetime) -> None:
    """When the entry was made is the day asked about; the list of a later day has a higher number.

    Calendars take an entry for newer only if its number is not lower, and some only if it is higher. No clock is
    asked, so two lists as of the same day have the same number, even if the record was changed between them.
    """
    known = date.fromisoformat(checklist.known_by or checklist.as_of or "")
    entry.add("dtstamp", stamp)
    entry.add("sequence", max((known - _EPOCH).days, 0))


def _remind(entry: Component, alarm_days: tuple[int, ...]) -> None:
    from icalendar import Alarm

    for days in sorted(set(alarm_days), reverse=True):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry["summary"])
        # Of a task, the deadline is its end.
        parameters = {"related": "END"} if "due" in entry else {}
        alarm.add("trigger", timedelta(days=-days), parameters=parameters)
        entry.add_component(alarm)


def _reviews(
    calendar: Calendar,
    checklist: Checklist,
    day: date,
    stamp: datetime,
    period: Duration,
    common: Mapping[str, Common],
) -> None:
    from icalendar import Event

    rule = _rule(period)
    for item in checklist.items:
        standing = timed_by(item)
        if standing is None or not standing.open or standing.bucket not in _UNDATED or standing.due_last is not None:
            continue
        until = _last_day(item)
        if until is not None and until < day:
            continue
        entry = Event()
        entry.add("uid", _uid(item, "review"))
        entry.add("summary", clean(say("calendar.review", title=title_of(item))))
        entry.add("transp", "TRANSPARENT")
        # No month lacks a 28th day.
        _place(entry, day.replace(day=min(day.day, 28)), as_todo=False)
        entry.add("rrule", rule if until is None else {**rule, "until": until})
        describe(entry, lines_of(item, standing), common[item.record_id])
        _stamp(entry, checklist, stamp)
        calendar.add_component(entry)


def _last_day(item: Item) -> date | None:
    """The last day on which the duty can be owed, where that is known."""
    return date.fromisoformat(item.ends_last) if item.ends_last is not None else None


def _rule(period: Duration) -> dict[str, Any]:
    months, days = period.total_months, period.total_days
    if period.negative or period.exact_seconds or bool(months) == bool(days):
        raise ValueError("a review comes round every so many days, or every so many months")
    return {"freq": "MONTHLY", "interval": months} if months else {"freq": "DAILY", "interval": days}
