"""Situations about turns: name → how to make the record, and per day what is expected.

Readings taken where a sentence leaves two, always the one that leaves more possible:

- Where both dates are stated and turns overlap, an act without a number may be that of any turn that is open on its
  day; as reported it is that of the oldest.
- A turn of a duty without ``every`` has no deadline, so none of its turns is ever breached.
- A rolling duty that states only its beginning opens its next turn, and nothing makes that one overdue.
- ``all`` of the turns of a series that has no end never comes, however many turns were performed.
"""

# ruff: noqa: E501 - one situation to a line or two

from __future__ import annotations

from accords.model.agreement import Agreement

from .small_records import (
    KEPT,
    NOT,
    Plain,
    act,
    after,
    duty,
    duty_is,
    event,
    every,
    found,
    load,
    on,
    record,
    role,
    says,
    step,
    tons,
    watch,
)

UNSEEN = "breached|fulfilled|fulfilled_late"
OPEN = "active|fulfilled"
WEEKLY = {"performance": every("P7D")}
YEARLY = {"performance": every("P1Y")}
MONTHLY = {"performance": every("P1M")}


def season(charge: Plain) -> Agreement:
    """``a`` may not from the 5th to the 15th of each January, and somebody calls something a breach."""
    banned = duty(**NOT, not_before="2023-01-05", ends="2023-01-15", performance=every("P1Y", times=2))
    return record(banned, act(charge, kind="conduct"))


TURNS = {
    # ---- the duty's own conditions are those of the first turn
    "by each 31 January: done before it, the first turn is fulfilled and the next one open": (
        lambda: record(duty(due="2023-01-31", **YEARLY), act(says("b", "2023-01-20")), concluded="2022-06-01"),
        {"2023-02-10": {"o#1": "fulfilled", "o#2": OPEN, "due:o#1": "2023-01-31", "due:o#2": "2024-01-31"}},
    ),
    "a month shifted by months stays a whole month": (
        lambda: record(duty(due="2023-06", performance=every("P3M", times=3)), act(says("b", "2023-06-10")), act(says("b", "2023-09-10"), id_="e2")),
        {"2023-10-05": {"due:o#1": "2023-06-30", "due:o#2": "2023-09-30", "due:o#3": "2023-12-31"}},
    ),
    "the last day of a month as a day stays that day, in one step from the first": (
        lambda: record(duty(due="2023-01-31", performance=every("P1M", times=3))),
        {"2023-04-05": {"due:o#1": "2023-01-31", "due:o#2": "2023-02-28", "due:o#3": "2023-03-31"}},
    ),
    "a reading's conditions are shifted like the duty's own": (
        lambda: record(duty(due="2023-01-10", performance=every("P1M", times=2), readings=[{"id": "r", "text": "later", "held_by_ids": ["a"], "replaces": {"due": on("2023-01-20")}}]), watch("v"), third_parties=[role("v", "verifier")]),
        {"2023-01-15": {"o#1": "{breached|active}"}, "2023-02-15": {"o#1": "breached", "o#2": "{breached|active}"}, "2023-02-21": {"o#2": "breached"}},
    ),
    "where the calendar ends, turns are listed up to the next by the nearest working days, and none is done unreported": (
        lambda: record(duty(due=after("2023-02-01", working_days=-1), **MONTHLY), calendar={"weekend": ["saturday", "sunday"], "since": "2023-01-01", "until": "2023-02-28"}),
        {"2023-04-10": {"o#2": "breached|fulfilled|fulfilled_late", "o#3": "reports breached", "o#4": "reports active", "o#5": "reports pending", "count:o": "5", "due:o#4": "2023-04-28"}},
    ),
    "where the calendar ends, a turn that is not listed may have been due, and have set off what waits for it": (
        lambda: record(
            duty("w", due=after("2023-02-01", working_days=-1), **MONTHLY),
            duty("x", trigger=duty_is("w", "breached", turn=7)),
            calendar={"weekend": ["saturday", "sunday"], "since": "2023-01-01", "until": "2023-02-28"},
        ),
        {"2023-04-10": {"count:w": "5", "x": "not only conditional; has active"}},
    ),
    # ---- charges about what is kept for a time
    "a charge of a month in part of which it was owed is one of that part, as reported": (
        lambda: season(says("b", "2023-01", "breach", known="2023-02-01")),
        {"2023-02-05": {"o#1": "breached|fulfilled", "o#2": "pending"}},
    ),
    "so is one that is admitted, and it stays open": (
        lambda: season(says("a", "2023-01", "breach", known="2023-02-01")),
        {"2023-02-05": {"o#1": "breached|fulfilled"}},
    ),
    "what is charged of a time between makes no breach": (
        lambda: season(says("b", "2023-01-25", "breach")),
        {"2023-02-05": {"o#1": "reports fulfilled", "o#2": "pending"}},
    ),
    "a charge of days of several turns is one of the last of them": (
        lambda: record(duty(**NOT, not_before="2023-01-02", ends="2023-01-05", performance=every("P7D", times=3)), act(says("b", "2023-01-03/2023-01-25", "breach"), kind="conduct")),
        {"2023-01-30": {"o#1": "reports fulfilled", "o#2": "reports fulfilled", "o#3": "reports breached"}},
    ),
    "what is forbidden for a time after each event is forbidden after every one": (
        lambda: record(
            duty(**NOT, performance={"kind": "each_time", "event_id": "x"}, ends=after(event("x"), "P3D")), step("x"),
            step("x1", says("a", "2023-01-05"), occurrence_of_id="x"), step("x2", says("a", "2023-01-15"), occurrence_of_id="x"), act(says("a", "2023-01-16", "breach"), kind="conduct")),
        {"2023-01-04": {"o": "conditional"}, "2023-01-06": {"o#1": "active|breached"}, "2023-01-25": {"o#1": "fulfilled|breached", "o#2": "breached"}},
    ),
    "by noon of the first Monday of each month: each turn is due at noon, by the clocks of the place": (
        lambda: record(duty(due="2023-01-02T12:00:00+01:00", performance=every("P1M", weekday_of_month="first", times=2)), act(says("b", "2023-01-02T11:00:00Z")), act(says("b", "2023-02-06T12:01:00+01:00"), id_="e2"), time_zone="Europe/Vienna"),
        {"2023-01-03": {"o#1": "fulfilled", "due:o#2": "2023-02-06T12:00:00+01:00"}, "2023-02-07": {"o#2": "fulfilled_late"}},
    ),
    "the hour stays the same where clocks change between the first Mondays": (
        lambda: record(duty(due="2023-03-06T12:00:00+01:00", performance=every("P1M", weekday_of_month="first", times=2)), time_zone="Europe/Vienna", concluded="2023-01-01"),
        {"2023-04-01": {"due:o#2": "2023-04-03T12:00:00+02:00"}},
    ),
    # ---- turns that are tied
    "turn two is excused by a breach of the other's turn two, and by no other turn of it": (
        lambda: record(duty("q", by="b", to="a", due="2023-01-10", performance=every("P10D", times=2)), duty(due="2023-01-12", performance=every("P10D", times=3)), watch("v", of="o q"), linkages=[{"obligation_ids": ["o", "q"], "mode": "reciprocal"}], third_parties=[role("v", "verifier")]),
        {"2023-01-15": {"q#1": "breached", "o#1": "excused", "o#2": "active"}, "2023-02-05": {"o#2": "excused", "o#3": "breached"}},
    ),
    "simultaneous, and the other has no such turn: due as stated": (
        lambda: record(duty("q", by="b", to="a", due="2023-01-10", performance=every("P10D", times=1)), duty(due="2023-01-12", performance=every("P10D", times=2)), linkages=[{"obligation_ids": ["o", "q"], "mode": "simultaneous"}]),
        {"2023-01-15": {"o#2": OPEN, "due:o#2": "2023-01-22"}},
    ),
    # ---- counted anew in every turn
    "60 days after the end of each year: counted anew from the end of every year": (
        lambda: record(duty(due=after("2022-12-31", "P60D"), performance=every("P1Y", times=3)), act(says("b", "2024-03-01"), instance=2), concluded="2022-06-01"),
        {"2024-03-01": {"due:o#1": "2023-03-01", "due:o#2": "2024-02-29", "due:o#3": "2025-03-01", "o#2": "fulfilled_late"}},
    ),
    "two working days after each Friday and the first day of the month after each: counted anew": (
        lambda: record(duty("w", due=after("2023-01-06", working_days=2), performance=every("P3D", times=2)), duty("m", due=after("2023-01-15", then="next_month_start"), performance=every("P14D", times=3)), calendar={"weekend": ["saturday", "sunday"], "since": "2023-01-01", "until": "2023-12-31"}),
        {"2023-01-20": {"due:w#1": "2023-01-10", "due:w#2": "2023-01-11", "due:m#1": "2023-02-01", "due:m#2": "2023-02-01", "due:m#3": "2023-03-01"}},
    ),
    "thirty days after the entry into force and each month from then on: the deadline comes round": (
        lambda: record(duty(not_before=after("entry_into_force", "P1D"), due=after("entry_into_force", "P30D"), performance=every("P1M", times=3)), concluded="2023-01-31"),
        {"2023-02-01": {"due:o#1": "2023-03-02", "due:o#2": "2023-04-02", "due:o#3": "2023-05-02", "o#2": "pending"}},
    ),
    "the earlier of two days in every turn": (
        lambda: record(duty(due={"kind": "any_of", "conditions": [on("2023-01-31"), after("2022-12-31", "P30D")]}, performance=every("P1M", times=3)), concluded="2022-06-01"),
        {"2023-01-20": {"due:o#1": "2023-01-30", "due:o#2": "2023-02-28", "due:o#3": "2023-03-30"}},
    ),
    "unless an event comes by the end of each month: it is looked for by the end of that month": (
        lambda: record(duty(not_before="2023-01-01", due={"kind": "no_event", "event_id": "x", "since": on("2023-01-01"), "until": on("2023-01-10")}, performance=every("P10D", times=2)), step("x", says("a", "2023-01-05"), says("b", "2023-01-05"))),
        {"2023-01-25": {"o#1": OPEN, "o#2": UNSEEN}},
    ),
    # ---- each time, and whose doing it is
    "each time that one does it, its own duty: it arises for that one alone": (
        lambda: record(duty(by="a b c", to="", performance={"kind": "each_time", "event_id": "x", "whose": "own"}, due=after(event("x"), "P5D")), step("x"), step("x1", says("a", "2023-01-05"), says("b", "2023-01-05"), by="a", occurrence_of_id="x"), parties="a b c"),
        {"2023-01-20": {"o/a#1": UNSEEN, "o/b": "conditional", "o/c": "conditional", "count:o": "3"}},
    ),
    "each time that one does it, the duty of the others: it arises for all of them": (
        lambda: record(duty(by="a b c", to="", performance={"kind": "each_time", "event_id": "x", "whose": "others"}, due=after(event("x"), "P5D")), step("x"), step("x1", says("a", "2023-01-05"), says("b", "2023-01-05"), by="office", occurrence_of_id="x"), parties="a b c", acting={"office": {"acts_for": [{"actor_id": "a"}]}}),
        {"2023-01-20": {"o/a": "conditional", "o/b#1": UNSEEN, "o/c#1": UNSEEN}},
    ),
    "each time before one does it: for the others nothing is due": (
        lambda: record(duty(by="a b", to="", performance={"kind": "each_time", "event_id": "x", "whose": "own"}, due=after(event("x"), "-P5D")), step("x", kind="conduct"), step("x1", says("a", "2023-01-15"), says("b", "2023-01-15"), by="a", kind="conduct", occurrence_of_id="x")),
        {"2023-01-20": {"o/a#1": UNSEEN, "due:o/a": "2023-01-10", "o/b": "never breached; reports active"}},
    ),
    "each time, its own duty, and nobody is named: it arises for nobody": (
        lambda: record(duty(by="a b", to="", performance={"kind": "each_time", "event_id": "x", "whose": "own"}, due=after(event("x"), "P5D")), step("x"), step("x1", says("a", "2023-01-05"), says("b", "2023-01-05"), occurrence_of_id="x")),
        {"2023-01-20": {"o/a": "conditional", "o/b": "conditional"}},
    ),
    "each time, its own duty, of what nobody told yet: it has arisen for nobody": (
        lambda: record(duty(by="a b", to="", performance={"kind": "each_time", "event_id": "x", "whose": "own"}, due=after(event("x"), "P5D")), step("x", kind="background"), step("x1", says("a", "2023-01-05", known="2023-01-20"), by="a", kind="conduct", occurrence_of_id="x")),
        {"2023-01-15": {"o/a": "conditional", "o/b": "conditional"}, "2023-01-25": {"o/b": "conditional", "count:o": "2"}},
    ),
    "each time, by whomever, of what nobody told yet: it has not arisen": (
        lambda: record(duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "P5D")), step("x", kind="background"), step("x1", says("a", "2023-01-05", known="2023-01-20"), by="a", kind="conduct", occurrence_of_id="x")),
        {"2023-01-15": {"o": "conditional", "name:o": "has not arisen yet"}},
    ),
    "each time, its own duty, of what another plans": (
        lambda: record(duty(by="a b", to="", performance={"kind": "each_time", "event_id": "x", "whose": "own"}, due=after(event("x"), "P5D")), step("x", kind="background"), step("x1", says("a", "2023-01-20", "planned", known="2023-01-05"), by="a", kind="conduct", occurrence_of_id="x")),
        {"2023-01-25": {"o/b": "conditional"}},
    ),
    "each time, for one that joined once that was due: it has lapsed": (
        lambda: record(
            duty(by="a c", to="b", performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "P5D")), step("x"), step("x1", says("b", "2023-01-05"), occurrence_of_id="x"), step("x2", says("b", "2023-01-18"), occurrence_of_id="x"),
            step("join", says("c", "2023-01-20"), act="accession", by="c"), parties=[{"actor_id": "a"}, {"actor_id": "b"}, {"actor_id": "c", "bound_from": event("join")}]),
        {"2023-01-30": {"o/a#1": UNSEEN, "o/c#1": "lapsed", "o/c#2": UNSEEN}, "2023-01-15": {"o/c#1": "lapsed"}},
    ),
    "each time, without a deadline, for one that joined later": (
        lambda: record(
            duty(by="a c", to="b", performance={"kind": "each_time", "event_id": "x"}), step("x"), step("x1", says("b", "2023-01-05"), occurrence_of_id="x"),
            step("join", says("c", "2023-01-20"), act="accession", by="c"), parties=[{"actor_id": "a"}, {"actor_id": "b"}, {"actor_id": "c", "bound_from": event("join")}]),
        {"2023-01-30": {"o/c#1": OPEN}},
    ),
    # ---- as the rules for coders have it
    "notice before each closure without an emergency, and one side holds that there was one: nothing certain": (
        lambda: record(duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "-P5D")), step("x", kind="conduct"), step("x1", says("b", "2023-01-15"), says("a", "2023-01-15", "not_occurred"), by="a", kind="conduct", occurrence_of_id="x")),
        {"2023-01-20": {"o#1": "has active|breached; reports active"}},
    ),
    "a week after the end, by a milestone for the end: it waits until somebody reports it": (
        lambda: record(duty(trigger=event("over"), due=after(event("over"), "P7D"), survives_termination=True), step("over"), term={"ends_if_any": [on("2023-01-10")]}),
        {"2023-01-20": {"o": "conditional"}},
    ),
    "a week after the end, by a milestone that is reported: overdue after that week": (
        lambda: record(duty(trigger=event("over"), due=after(event("over"), "P7D"), survives_termination=True), step("over", says("b", "2023-01-10")), term={"ends_if_any": [on("2023-01-10")]}),
        {"2023-01-15": {"o": OPEN, "due:o": "2023-01-17"}, "2023-01-20": {"o": UNSEEN}},
    ),
    "for a month after the end, by a duty that is kept until then: it binds without anybody's report": (
        lambda: record(duty("q", **NOT), duty(**NOT, trigger=duty_is("q", "ended"), ends=after(duty_is("q", "ended"), "P1M"), survives_termination=True), term={"ends_if_any": [on("2023-01-10")]}),
        {"2023-01-09": {"o": "conditional"}, "2023-01-20": {"o": "active|breached"}, "2023-02-20": {"o": "fulfilled|breached"}},
    ),
    # ---- seasons that end
    "a season with an end and no deadline: its last day is its own end": (
        lambda: record(duty(not_before="2023-01-02", ends="2023-01-05", performance=every("P10D", times=2)), act(says("b", "2023-01-13"))),
        {"2023-01-05": {"o#1": OPEN, "due:o#1": "2023-01-05"}, "2023-01-14": {"o#1": "has breached", "o#2": "fulfilled", "due:o#2": "2023-01-15"}},
    ),
    "a level in each season: kept, and a verifier's figure below it is a breach of that season alone": (
        lambda: record(duty(not_before="2023-01-02", ends="2023-01-05", performance=every("P10D", times=2), verified_by_ids=["v"], **load(at_least=33, counted="level")), act(says("v", "2023-01-03", **tons(31)), kind="conduct"), third_parties=[role("v", "verifier")]),
        {"2023-01-14": {"o#1": "breached", "o#2": "active|breached"}},
    ),
    "a level in each season: enough is no breach, and silence none": (
        lambda: record(duty(not_before="2023-01-02", ends="2023-01-05", performance=every("P10D", times=2), **load(at_least=33, counted="level")), act(says("b", "2023-01-03", **tons(40)), kind="conduct")),
        {"2023-01-10": {"o#1": "fulfilled|breached", "o#2": "pending"}},
    ),
    # ---- by the clock
    "each day by four o'clock: the same hour on the clock when clocks change": (
        lambda: record(duty(due="2023-03-25T16:00:00+01:00", performance=every("P1D", times=2)), duty("q", due="2023-03-25T16:00:00+01:00", performance=every("PT24H", times=2)), time_zone="Europe/Berlin"),
        {"2023-03-25": {"due:o#1": "2023-03-25T16:00:00+01:00", "due:o#2": "2023-03-26T16:00:00+02:00", "due:q#2": "2023-03-26T17:00:00+02:00"}},
    ),
    "each day from ten to four, when clocks go back: an act at half past three is in time": (
        lambda: record(duty(not_before="2023-10-28T10:00:00+02:00", due="2023-10-28T16:00:00+02:00", performance=every("P1D", times=2)), act(says("b", "2023-10-29T15:30:00+01:00"), instance=2), time_zone="Europe/Berlin"),
        {"2023-10-30": {"due:o#2": "2023-10-29T16:00:00+01:00", "o#2": "fulfilled"}},
    ),
    "by half past two each night: the hour that comes twice is over when it has come again": (
        lambda: record(duty(due="2023-10-28T02:30:00+02:00", performance=every("P1D", times=3)), time_zone="Europe/Berlin"),
        {"2023-10-28": {"due:o#2": "2023-10-29T02:30:00+01:00", "due:o#3": "2023-10-30T02:30:00+01:00"}},
    ),
    # ---- the four kinds
    "only a beginning: a turn runs until the next begins, and its last day is its deadline": (
        lambda: record(duty(not_before="2023-01-02", **WEEKLY)),
        {"2023-01-01": {"o#1": "pending"}, "2023-01-08": {"o#1": OPEN, "due:o#1": "2023-01-08"}, "2023-01-10": {"o#1": UNSEEN, "o#2": OPEN, "due:o#2": "2023-01-15"}},
    ),
    "a season: done the day after it, the act is late for it": (
        lambda: record(duty(not_before="2023-04-01", due="2023-09-30", **YEARLY), act(says("b", "2023-10-01"))),
        {"2023-10-10": {"o#1": "fulfilled_late", "due:o#1": "2023-09-30"}},
    ),
    "both stated: before the next season the next turn is pending, and due at its end": (
        lambda: record(duty(not_before="2023-04-01", due="2023-09-30", performance=every("P1Y", times=2)), act(says("b", "2023-05-01"))),
        {"2023-10-10": {"o#1": "fulfilled", "o#2": "pending", "due:o#2": "2024-09-30"}, "2024-04-02": {"o#2": OPEN}},
    ),
    "both stated, on one day: each turn is that day": (
        lambda: record(duty(not_before="2023-01-10", due="2023-01-10", performance=every("P1D", times=3)), act(says("b", "2023-01-10")), act(says("b", "2023-01-11"), id_="e2")),
        {"2023-01-11": {"o#1": "fulfilled", "o#2": "fulfilled", "o#3": "pending"}, "2023-01-13": {"o#3": UNSEEN}},
    ),
    "turns may overlap, and none is cut": (
        lambda: record(duty(not_before="2023-02-01", due="2023-04-01", performance=every("P1M", times=2))),
        {"2023-03-15": {"o#1": OPEN, "o#2": OPEN, "due:o#1": "2023-04-01", "due:o#2": "2023-05-01"}},
    ),
    "neither stated: the day on which it binds is day one": (
        lambda: record(duty(**WEEKLY)),
        {"2023-01-09": {"o#1": UNSEEN, "o#2": OPEN, "due:o#1": "2023-01-07", "due:o#2": "2023-01-14"}},
    ),
    "neither stated: it binds with its trigger": (
        lambda: record(duty(trigger=event("x"), **WEEKLY), step("x", says("a", "2023-01-05"), says("b", "2023-01-05"))),
        {"2023-01-09": {"o#1": OPEN, "due:o#1": "2023-01-11"}},
    ),
    "without a period acts are counted and nothing is overdue": (
        lambda: record(duty(performance=every(None)), act(says("b", "2023-01-05")), watch("v"), third_parties=[role("v", "verifier")]),
        {"2023-06-01": {"all:o": "never breached"}},
    ),
    # ---- which turn an act belongs to
    "an act belongs to the turn that it names": (
        lambda: record(duty(not_before="2023-02-01", due="2023-04-01", performance=every("P1M", times=2)), act(says("b", "2023-03-10"), instance=2)),
        {"2023-03-15": {"o#1": OPEN, "o#2": "fulfilled"}},
    ),
    "an act without a number is the oldest open turn's, and others stay possible": (
        lambda: record(duty(not_before="2023-02-01", due="2023-04-01", performance=every("P1M", times=2)), act(says("b", "2023-03-10"))),
        {"2023-03-15": {"o#1": "reports fulfilled; has active", "o#2": "reports active; has fulfilled"}},
    ),
    "an act without a number goes past a turn that has an established one": (
        lambda: record(duty(not_before="2023-02-01", due="2023-04-01", performance=every("P1M", times=2)), act(says("b", "2023-02-10")), act(says("b", "2023-03-10"), id_="e2")),
        {"2023-03-15": {"o#1": "fulfilled", "o#2": "reports fulfilled"}},
    ),
    "after all turns that are over an act is the last one's that has none": (
        lambda: record(duty(not_before="2023-02-01", due="2023-02-10", performance=every("P1M", times=2)), act(says("b", "2023-03-20"))),
        {"2023-03-25": {"o#1": "reports breached", "o#2": "reports fulfilled_late"}},
    ),
    "only a deadline: an act a few days after it is late, not a year early": (
        lambda: record(duty(due="2023-03-31", **YEARLY), act(says("b", "2023-04-05"))),
        {"2023-04-10": {"o#1": "reports fulfilled_late; has breached", "o#2": "reports active; has fulfilled"}},
    ),
    "only a deadline: an act nearer to the next one is that one's": (
        lambda: record(duty(due="2023-03-31", **YEARLY), act(says("b", "2024-01-05"))),
        {"2024-01-10": {"o#1": "reports breached; has fulfilled_late", "o#2": "reports fulfilled; has active"}},
    ),
    "what was done before the duty binds may be for any occurrence that had come": (
        lambda: record(duty(performance={"kind": "each_time", "event_id": "x"}), step("x"), step("x1", says("a", "2023-01-03"), says("b", "2023-01-03"), occurrence_of_id="x"), step("x2", says("a", "2023-01-04"), says("b", "2023-01-04"), occurrence_of_id="x"), act(says("b", "2023-01-05")), term={"entry_into_force": on("2023-01-18")}),
        {"2023-01-20": {"o#1": "reports fulfilled; has active", "o#2": "reports active; has fulfilled"}},
    ),
    "and for none that came only after it": (
        lambda: record(duty(performance={"kind": "each_time", "event_id": "x"}), step("x"), step("x1", says("a", "2023-01-03"), says("b", "2023-01-03"), occurrence_of_id="x"), step("x2", says("a", "2023-01-07"), says("b", "2023-01-07"), occurrence_of_id="x"), act(says("b", "2023-01-05")), term={"entry_into_force": on("2023-01-18")}),
        {"2023-01-20": {"o#1": "fulfilled", "o#2": "active|fulfilled"}},
    ),
    "a trigger stands in place of the turn of the other duty": (
        lambda: record(duty("q", due="2023-01-07", by="b", to="a", performance=every("P7D", times=1)), duty(performance={"kind": "each_time", "obligation_id": "q"}, trigger="2023-01-11", due="2023-01-14"), act(says("a", "2023-01-05"), of="q", by="b")),
        {"2023-01-08": {"o#1": "conditional"}, "2023-01-12": {"o#1": OPEN}},
    ),
    "and so does one of a reading that a body adopted, whatever it found before": (
        lambda: record(duty("q", due="2023-01-07", by="b", to="a", performance=every("P7D", times=1)), duty(modality="endeavour", performance={"kind": "each_time", "obligation_id": "q"}, readings=[{"id": "r", "text": "otherwise", "replaces": {"trigger": on("2023-01-18")}}]), act(says("a", "2023-01-05"), of="q", by="b"), found("breached", "o", says("court", "2023-01-14"), when="2023-01-13", reading_id="r"), third_parties=[role("court", "arbiter")]),
        {"2023-01-15": {"o#1": "conditional"}},
    ),
    # ---- which turns there are
    "a turn with a deadline exists if it falls due by the end of the series": (
        lambda: record(duty(due="2023-01-31", performance=every("P1M", ends=on("2023-05-31")))),
        {"2023-12-15": {"count:o": "5"}},
    ),
    "a turn that would fall due after the end of the series does not exist": (
        lambda: record(duty(due="2023-01-31", performance=every("P1M", ends=on("2023-05-30")))),
        {"2023-12-15": {"count:o": "4"}},
    ),
    "a turn with a beginning exists if it opens by the end": (
        lambda: record(duty(not_before="2023-01-01", performance=every("P1M", ends=on("2023-03-01")))),
        {"2023-12-15": {"count:o": "3"}},
    ),
    "no turn after the agreement that the duty does not survive": (
        lambda: record(duty(due="2023-01-31", **MONTHLY), term={"ends_if_any": [on("2023-02-28")]}),
        {"2023-12-15": {"count:o": "2"}},
    ),
    "no turn after the obligor is bound no longer": (
        lambda: record(duty(due="2023-01-31", **MONTHLY), parties=[{"actor_id": "a", "bound_until": on("2023-03-31")}, {"actor_id": "b"}]),
        {"2023-12-15": {"count:o": "3"}},
    ),
    "a turn that was over before the duty binds is lapsed": (
        lambda: record(duty(not_before="2022-06-01", due="2022-06-30", performance=every("P1Y", times=2))),
        {"2023-06-10": {"o#1": "lapsed", "o#2": OPEN}},
    ),
    "a new turn changes nothing in the last": (
        lambda: record(duty(due="2023-01-31", **MONTHLY), act(says("b", "2023-01-20"))),
        {"2023-01-31": {"o#1": "fulfilled"}, "2023-02-01": {"o#1": "fulfilled", "o#2": OPEN}, "2023-03-05": {"o#1": "fulfilled", "o#2": UNSEEN}},
    ),
    # ---- rolling
    "rolling: the next turn is due so long after the last was performed, late": (
        lambda: record(duty(due="2023-01-10", performance=every("P30D", mode="rolling")), act(says("b", "2023-01-12"))),
        {"2023-01-20": {"o#1": "fulfilled_late", "due:o#2": "2023-02-11", "o#2": OPEN}},
    ),
    "rolling: the next turn is due so long after the last was performed, early": (
        lambda: record(duty(due="2023-01-10", performance=every("P30D", mode="rolling")), act(says("b", "2023-01-05"))),
        {"2023-01-20": {"o#1": "fulfilled", "due:o#2": "2023-02-04", "o#2": OPEN}},
    ),
    "rolling: where no more is owed of a turn, the next is counted from its deadline": (
        lambda: record(duty(due="2023-01-10", owed_after_breach=False, performance=every("P30D", mode="rolling")), act(says("a", "2023-01-20", "not_occurred"), instance=1)),
        {"2023-01-25": {"o#1": "breached", "due:o#2": "2023-02-09"}},
    ),
    "rolling without a deadline: the next turn opens": (
        lambda: record(duty(not_before="2023-01-10", performance=every("P30D", mode="rolling")), act(says("b", "2023-01-12"))),
        {"2023-02-10": {"o#2": "pending"}, "2023-02-12": {"o#2": OPEN}},
    ),
    "rolling: a window keeps its length": (
        lambda: record(duty(not_before="2023-01-01", due="2023-01-10", performance=every("P30D", mode="rolling")), act(says("b", "2023-01-05"))),
        {"2023-01-25": {"o#2": "pending", "due:o#2": "2023-02-04"}, "2023-01-27": {"o#2": OPEN}},
    ),
    # ---- kept from day to day, again and again
    "a prohibition recurs: between its seasons it is pending": (
        lambda: record(duty(not_before="2023-04-01", ends="2023-06-30", **NOT, performance=every("P1Y", times=2))),
        {"2023-05-01": {"o#1": "active|breached"}, "2023-08-01": {"o#1": "fulfilled|breached", "o#2": "pending"}, "2024-04-02": {"o#2": "active|breached"}},
    ),
    "a prohibition that recurs is not broken between its seasons": (
        lambda: record(duty(not_before="2023-04-01", ends="2023-06-30", **NOT, performance=every("P1Y", times=2)), act(says("a", "2023-08-01", "breach"), kind="conduct"), watch("v"), third_parties=[role("v", "verifier")]),
        {"2023-08-10": {"o#1": "fulfilled", "o#2": "pending"}},
    ),
    # ---- each time
    "each time a duty is performed: turn by turn": (
        lambda: record(duty("q", due="2023-01-07", by="b", to="a", performance=every("P7D", times=2)), duty(performance={"kind": "each_time", "obligation_id": "q"}, due=after(duty_is("q"), "P10D")), act(says("a", "2023-01-05"), of="q", by="b")),
        {"2023-01-10": {"o#1": OPEN, "due:o#1": "2023-01-15", "o#2": "reports conditional; has active"}, "2023-01-16": {"o#1": UNSEEN}},
    ),
    "each time a duty is performed: by all who owe it": (
        lambda: record(duty("q", due="2023-01-07", by="b c", to="a", performance=every("P7D", times=1)), duty(performance={"kind": "each_time", "obligation_id": "q"}), act(says("a", "2023-01-05"), of="q", by="b"), parties="a b c"),
        {"2023-01-06": {"o#1": "reports conditional; has active"}},
    ),
    "a deadline counted back from the occurrence is owed before it": (
        lambda: record(duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "-P14D")), step("x", kind="conduct"), step("x1", says("a", "2023-03-01"), by="a", kind="conduct", occurrence_of_id="x")),
        {"2023-03-10": {"o#1": UNSEEN, "due:o#1": "2023-02-15"}},
    ),
    "a planned occurrence makes nothing overdue": (
        lambda: record(duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "-P14D")), step("x", kind="conduct"), step("x1", says("a", "2023-03-01", "planned", known="2023-02-01"), by="a", kind="conduct", occurrence_of_id="x"), watch("v"), third_parties=[role("v", "verifier")]),
        {"2023-02-20": {"all:o": "never breached"}},
    ),
    "a turn that has begun is owed past the end of the series": (
        lambda: record(duty(not_before="2023-01-05", due="2023-01-20", performance=every("P1M", ends=on("2023-01-10")))),
        {"2023-01-15": {"count:o": "1", "o#1": OPEN}, "2023-01-21": {"o#1": "reports breached"}},
    ),
    "a turn whose last instant came before the duty bound is lapsed": (
        lambda: record(duty(not_before="2023-01-05", due="2023-01-06", performance=every("P7D", times=2)), step("r", says("b", "2023-01-09"), kind="milestone"), term={"entry_into_force": on("2023-01-08")}),
        {"2023-01-10": {"o#1": "lapsed"}},
    ),
    "a turn that was released before it was over is released": (
        lambda: record(duty(not_before="2023-01-05", due="2023-01-12", performance=every("P14D", times=1)), act(says("b", "2023-01-09"), kind="release", by="b"), term={"entry_into_force": on("2023-01-20")}),
        {"2023-01-25": {"o#1": "released"}},
    ),
    "a rolling duty without a deadline is never overdue": (
        lambda: record(duty(not_before="2023-01-05", performance={"kind": "recurring", "every": "P7D", "mode": "rolling"}), watch("v"), third_parties=[role("v", "verifier")]),
        {"2023-03-01": {"o#1": "active"}},
    ),
    "what another reading says of a deadline is nothing to a duty that is kept from day to day": (
        lambda: record(duty(**NOT, not_before="2023-01-05", performance=every("P7D", times=2), readings=[{"id": "r", "held_by_ids": ["b"], "text": "otherwise", "replaces": {"due": on("2023-01-01")}}])),
        {"2023-01-06": {"o#1": "active|breached", "o#2": "pending"}},
    ),
    "a turn that nobody lists may have come unseen": (
        lambda: record(duty("q", due="2023-01-05", by="b", to="a", performance={"kind": "recurring", "every": "P4D", "mode": "rolling"}), duty(trigger=duty_is("q", turn=2))),
        {"2023-01-20": {"o": "reports conditional; has active"}},
    ),
    # ---- in turn
    "in turn: the obligors take the turns one after another": (
        lambda: record(duty(by="a b", to="", borne="in_turn", not_before="2023-01-01", performance=every("P1M", times=3)), act(says("b", "2023-01-10"))),
        {"2023-02-10": {"count:o": "3", "o/a#1": "fulfilled", "o/b#2": OPEN, "o/a#3": "pending"}},
    ),
    # ---- a condition on several instances
    "instances first: the first turn performed is enough": (
        lambda: record(duty("q", due="2023-01-07", by="b", to="a", performance=every("P7D", times=2)), duty(trigger=duty_is("q", instances="first")), act(says("a", "2023-01-05"), of="q", by="b")),
        {"2023-01-10": {"o": OPEN}},
    ),
    "instances all: every turn has to be performed": (
        lambda: record(duty("q", due="2023-01-07", by="b", to="a", performance=every("P7D", times=2)), duty(trigger=duty_is("q", instances="all")), act(says("a", "2023-01-05"), of="q", by="b")),
        {"2023-01-10": {"o": "reports conditional; has active"}},
    ),
    "turn 2: that turn alone": (
        lambda: record(duty("q", due="2023-01-07", by="b", to="a", performance=every("P7D", times=2)), duty(trigger=duty_is("q", turn=2)), act(says("a", "2023-01-09"), of="q", by="b", instance=2)),
        {"2023-01-10": {"o": OPEN}},
    ),
    "all of an endless series never comes": (
        lambda: record(duty("q", due="2023-01-07", by="b", to="a", **WEEKLY), duty(trigger=duty_is("q", instances="all")), act(says("a", "2023-01-05"), of="q", by="b")),
        {"2023-01-10": {"o": "conditional"}},
    ),
    "one side's pulling back is not the other's": (
        lambda: record(duty(by="a b", to="", due="2023-01-10"), act(says("a", "2023-01-05"), says("b", "2023-01-05/2023-01-12", "not_occurred"))),
        {"2023-01-20": {"o/b": UNSEEN, "o/a": "has fulfilled|breached"}},
    ),
    "best efforts that recur are never breached by silence": (
        lambda: record({**duty(due="2023-01-07", **WEEKLY), "modality": "endeavour"}, watch("v"), third_parties=[role("v", "verifier")]),
        {"2023-01-10": {"o#1": "never breached"}},
    ),
    "a continuing duty without an end is one turn": (
        lambda: record(duty(**KEPT)),
        {"2023-06-01": {"o": "active|breached"}},
    ),
}  # fmt: skip
