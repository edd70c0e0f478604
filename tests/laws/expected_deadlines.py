"""Situations about deadlines, hours, ends and suspensions: name → how to make the record, and per day what is expected.

Readings taken where a sentence leaves two, always the one that leaves more possible:

- ``then`` goes to the next start that lies strictly ahead: from 1 December and a month, "the first day of the second
  month after" is 1 February, not 1 January.
- A postponement that only the obligor claims leaves both deadlines possible; the stated one is the deadline as
  reported.
- What is to be done together is late after its own deadline, and before that nobody's act makes another late.
- Of alternatives, none is overdue before the last deadline of all, whichever would have come first.
- Beyond the days that a calendar covers a deadline in working days is open without limit, and never makes a lone
  breach.
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
    on,
    record,
    role,
    says,
    step,
    watch,
)

UNSEEN = "breached|fulfilled|fulfilled_late"
OPEN = "active|fulfilled"
WATCHED = {"third_parties": [role("v", "verifier")]}
WORKDAYS = {"weekend": ["saturday", "sunday"]}
BOTH = ("a", "b")


def agreed(when: str) -> list[dict[str, object]]:
    """Both sides say that it happened."""
    return [says(by, when) for by in BOTH]


def exchange(*more: Plain, tolerance: str | None = None, **fields: object) -> Agreement:
    """``a`` and ``b`` each owe an act by the 10th, to be done at the same time."""
    tie = {"obligation_ids": ["o", "q"], "mode": "simultaneous", **({"tolerance": tolerance} if tolerance else {})}
    return record(duty(due="2023-01-10"), duty("q", by="b", to="a", due="2023-01-10"), *more, linkages=[tie], **fields)


def in_return(*more: Plain, **fields: object) -> Agreement:
    """``a`` owes an act by the 10th and ``b`` one by the 20th, each only while the other is kept."""
    tie = {"obligation_ids": ["o", "q"], "mode": "reciprocal"}
    return record(duty(due="2023-01-10"), duty("q", by="b", to="a", due="2023-01-20"), *more, linkages=[tie], **fields)


def either(*more: Plain, **fields: object) -> Agreement:
    """``a`` owes one act by the 10th, or another by the 20th in its place."""
    tie = {"obligation_ids": ["o", "q"], "mode": "alternative"}
    return record(duty(due="2023-01-10"), duty("q", due="2023-01-20"), *more, linkages=[tie], **fields)


DEADLINES = {
    # ---- the day the duty ends
    "due the day the agreement ends, not done: breached from the next day": (
        lambda: record(duty(due="2023-01-10"), act(says("a", "2023-01-10", "not_occurred")), term={"ends_if_any": [on("2023-01-10")]}),
        {"2023-01-09": {"o": OPEN}, "2023-01-11": {"o": "breached"}},
    ),
    "due the day the agreement ends: that evening it is still active": (
        lambda: record(duty(due="2023-01-10"), term={"ends_if_any": [on("2023-01-10")]}),
        {"2023-01-10": {"o": OPEN}},
    ),
    "it ends before it was due: expired": (
        lambda: record(duty(due="2023-01-20", ends="2023-01-10"), watch("v"), **WATCHED),
        {"2023-01-11": {"o": "expired"}},
    ),
    "where nothing is owed after the deadline, a late act stays a breach": (
        lambda: record(duty(due="2023-01-10", owed_after_breach=False), act(says("b", "2023-01-15"))),
        {"2023-01-20": {"o": "breached"}},
    ),
    # ---- at the same time
    "what is due together is due by its own day": (
        exchange,
        {"2023-01-05": {"o": OPEN, "q": OPEN, "due:o": "2023-01-10", "due:q": "2023-01-10"}, "2023-01-20": {"o": "reports breached; has fulfilled_late", "q": "reports breached"}},
    ),
    "what both did late is late, however near to one another": (
        lambda: exchange(act(says("b", "2023-01-20")), act(says("a", "2023-01-20"), of="q", by="b", id_="f")),
        {"2023-01-25": {"o": "fulfilled_late", "q": "fulfilled_late"}},
    ),
    "and if a tolerance says how near": (
        lambda: exchange(act(says("b", "2023-01-20")), act(says("a", "2023-01-20"), of="q", by="b", id_="f"), tolerance="P1D"),
        {"2023-01-05": {"o": OPEN, "due:o": "2023-01-10"}, "2023-01-25": {"o": "fulfilled_late", "q": "fulfilled_late"}},
    ),
    "who acts first makes nobody late before the day": (
        lambda: exchange(act(says("b", "2023-01-05"))),
        {"2023-01-08": {"o": "fulfilled", "q": OPEN, "due:q": "2023-01-10"}},
    ),
    "where it was seen that neither began, each is perhaps excused by the other": (
        lambda: exchange(watch("v", of="o q"), **WATCHED),
        {"2023-01-20": {"o": "breached|excused", "q": "breached|excused"}},
    ),
    "once the other has begun, nothing excuses": (
        lambda: exchange(watch("v", of="o q"), act(says("v", "2023-01-15")), **WATCHED),
        {"2023-01-20": {"o": "fulfilled_late", "q": "breached"}},
    ),
    "a postponement moves what is due together": (
        lambda: exchange(act(*agreed("2023-01-05"), kind="postponement", by="", new_due=on("2023-01-15"))),
        {"2023-01-12": {"o": OPEN, "due:o": "2023-01-15", "due:q": "2023-01-10"}},
    ),
    # ---- each owed only while the other is kept
    "what is owed in return keeps its deadline while the other is not yet due": (
        in_return,
        {"2023-01-05": {"o": OPEN, "q": OPEN, "due:q": "2023-01-20"}},
    ),
    "and while nothing is reported of the other": (
        in_return,
        {"2023-01-15": {"q": "active|fulfilled|excused", "due:q": "2023-01-20"}, "2023-01-25": {"q": "reports breached; has excused", "due:q": "2023-01-20"}},
    ),
    "that the other was seen not to be done excuses, and moves the deadline": (
        lambda: in_return(watch("v"), **WATCHED),
        {"2023-01-08": {"due:q": "2023-01-20"}, "2023-01-15": {"q": "excused|fulfilled"}, "2023-01-25": {"o": "breached", "q": "excused|fulfilled"}},
    ),
    "so does the other's own word": (
        lambda: in_return(act(says("a", "2023-01-12", "not_occurred"))),
        {"2023-01-15": {"q": "reports excused"}, "2023-01-25": {"q": "reports excused"}},
    ),
    "once the other is done in time nothing excuses": (
        lambda: in_return(act(says("b", "2023-01-08"))),
        {"2023-01-15": {"q": OPEN}, "2023-01-25": {"q": UNSEEN}},
    ),
    # ---- triggers and deadlines
    "a deadline stays while its trigger can still come before it": (
        lambda: record(duty(trigger=event("x"), due="2023-12-31"), step("x")),
        {"2023-03-10": {"o": "conditional", "due:o": "2023-12-31"}},
    ),
    "once the trigger came the deadline binds": (
        lambda: record(duty(trigger=event("x"), due="2023-12-31"), step("x", *agreed("2023-03-01"))),
        {"2023-03-10": {"o": OPEN, "due:o": "2023-12-31"}, "2024-01-02": {"o": UNSEEN}},
    ),
    # ---- postponed
    "a postponement that both sides speak of replaces the deadline": (
        lambda: record(duty(due="2023-06-30"), act(*agreed("2023-03-01"), kind="postponement", by="", new_due=on("2023-09-30"))),
        {"2023-07-15": {"o": OPEN, "due:o": "2023-09-30"}},
    ),
    "a postponement that only the obligor speaks of stands beside the deadline": (
        lambda: record(duty(due="2023-06-30"), act(says("a", "2023-03-01"), kind="postponement", by="", new_due=on("2023-09-30"))),
        {"2023-07-15": {"o": "has active|breached|fulfilled", "due:o": "2023-06-30"}},
    ),
    # ---- about
    "about nine days, no tolerance: without limit later, as reported the day given": (
        lambda: record(duty(due=after("conclusion", "P9D", approximate=True)), watch("v"), **WATCHED),
        {"2023-01-09": {"o": "active"}, "2023-01-11": {"o": "breached|active", "due:o": "2023-01-10"}, "2023-12-30": {"o": "breached|active"}},
    ),
    "about nine days, with a tolerance: up to that much later": (
        lambda: record(duty(due=after("conclusion", "P9D", approximate=True, tolerance="P14D")), watch("v"), **WATCHED),
        {"2023-01-24": {"o": "breached|active"}, "2023-01-25": {"o": "breached"}},
    ),
    "a beginning that is about a day comes up to the tolerance earlier": (
        lambda: record(duty(not_before=after("2023-01-10", "P10D", approximate=True, tolerance="P3D"))),
        {"2023-01-16": {"o": "pending"}, "2023-01-18": {"o": "reports pending; has active"}, "2023-01-20": {"o": OPEN}},
    ),
    "a beginning without tolerance never comes before its anchor": (
        lambda: record(duty(not_before=after("2023-01-10", "P10D", approximate=True))),
        {"2023-01-09": {"o": "pending"}, "2023-01-12": {"o": "reports pending; has active"}},
    ),
    "a claim of about a day is certain only by when it became known": (
        lambda: record(duty(due="2023-01-10"), act(says("b", "2023-01-08~", known="2023-01-20"))),
        {"2023-01-25": {"o": "fulfilled|fulfilled_late"}},
    ),
    "a claim of an uncertain day too": (
        lambda: record(duty(due="2023-01-10"), act(says("b", "2023-01-08?", known="2023-01-20"))),
        {"2023-01-25": {"o": "fulfilled|fulfilled_late"}},
    ),
    # ---- hours
    "48 hours from an hour end at that hour": (
        lambda: record(duty(due=after("2023-01-01T10:00:00Z", "PT48H")), act(says("b", "2023-01-03T20:00:00Z"))),
        {"2023-01-05": {"o": "fulfilled_late", "due:o": "2023-01-03T10:00:00+00:00"}},
    ),
    "48 hours from the hour of an event": (
        lambda: record(duty(due=after(event("x"), "PT48H")), step("x", *[says(by, "2023-01-01T10:00:00Z") for by in BOTH]), act(says("b", "2023-01-03T09:00:00Z"))),
        {"2023-01-05": {"o": "fulfilled", "due:o": "2023-01-03T10:00:00+00:00"}},
    ),
    "two days from an hour end with their day": (
        lambda: record(duty(due=after("2023-01-01T10:00:00Z", "P2D")), act(says("b", "2023-01-03T20:00:00Z"))),
        {"2023-01-05": {"o": "fulfilled", "due:o": "2023-01-03"}},
    ),
    "a month from an hour ends with its day": (
        lambda: record(duty(due=after("2023-01-01T10:00:00Z", "P1M")), act(says("b", "2023-02-01T23:30:00Z"))),
        {"2023-02-05": {"o": "fulfilled", "due:o": "2023-02-01"}},
    ),
    "against an hour an act claimed for that day leaves both possible": (
        lambda: record(duty(due=after("2023-01-01T10:00:00Z", "PT48H")), act(says("b", "2023-01-03"))),
        {"2023-01-05": {"o": "{fulfilled|fulfilled_late}"}},
    ),
    "hours after an event of which only the day is known never end before it came": (
        lambda: record(duty(trigger=event("x"), due=after(event("x"), "PT6H")), step("x", *agreed("2023-01-05"))),
        {"2023-01-20": {"o": UNSEEN, "due:o": "2023-01-06T05:59:00+00:00"}},
    ),
    "nor do those after what makes it arise each time": (
        lambda: record(duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "PT6H")), step("x", *agreed("2023-01-05"))),
        {"2023-01-20": {"o#1": UNSEEN}},
    ),
    "an act told by its day came from the hour at which the time for it begins": (
        lambda: record(duty(not_before="2023-01-05T06:00:00Z", due="2023-01-05T18:00:00Z"), act(says("b", "2023-01-05"))),
        {"2023-01-20": {"o": "{fulfilled|fulfilled_late}"}},
    ),
    "one told by its hour came then": (
        lambda: record(duty(not_before="2023-01-05T06:00:00Z", due="2023-01-05T18:00:00Z"), act(says("b", "2023-01-05T04:00:00Z")), watch("v"), **WATCHED),
        {"2023-01-20": {"o": "breached"}},
    ),
    "one of the day before came too early": (
        lambda: record(duty(not_before="2023-01-05T06:00:00Z", due="2023-01-05T18:00:00Z"), act(says("b", "2023-01-04")), watch("v"), **WATCHED),
        {"2023-01-20": {"o": "breached"}},
    ),
    "any hour of a due day is in time": (
        lambda: record(duty(due="2023-01-03"), act(says("b", "2023-01-03T23:59:59Z"))),
        {"2023-01-05": {"o": "fulfilled"}},
    ),
    "24 hours from a mere day: from any hour of it, as reported its end": (
        lambda: record(duty(due=after("2023-01-01", "PT24H")), act(says("b", "2023-01-02T12:00:00Z"))),
        {"2023-01-05": {"o": "fulfilled|fulfilled_late", "due:o": "2023-01-02"}},
    ),
    "hours run on when clocks change": (
        lambda: record(duty(due=after("2023-03-25T12:00:00+01:00", "PT24H")), act(says("b", "2023-03-26T12:30:00+02:00")), time_zone="Europe/Brussels"),
        {"2023-03-28": {"o": "fulfilled", "due:o": "2023-03-26T13:00:00+02:00"}},
    ),
    "hours run on when clocks change, and end": (
        lambda: record(duty(due=after("2023-03-25T12:00:00+01:00", "PT24H")), act(says("b", "2023-03-26T13:30:00+02:00")), time_zone="Europe/Brussels"),
        {"2023-03-28": {"o": "fulfilled_late"}},
    ),
    "a day is a day when clocks change": (
        lambda: record(duty(due=after("2023-03-25T12:00:00+01:00", "P1D")), act(says("b", "2023-03-26T23:30:00+02:00")), time_zone="Europe/Brussels"),
        {"2023-03-28": {"o": "fulfilled", "due:o": "2023-03-26"}},
    ),
    "the day of an act is that of the record's zone": (
        lambda: record(duty(due="2023-01-03"), act(says("b", "2023-01-03T23:30:00Z", known="2023-01-04")), time_zone="Asia/Tokyo"),
        {"2023-01-05": {"o": "fulfilled_late"}},
    ),
    "an act before the hour at which the duty begins does not count": (
        lambda: record(duty(not_before="2023-01-03T10:00:00Z", due="2023-01-05"), act(says("b", "2023-01-03T09:30:00Z")), watch("v"), **WATCHED),
        {"2023-01-03": {"o": "active"}, "2023-01-06": {"o": "breached"}},
    ),
    "a violation half an hour before the ban begins is none": (
        lambda: record(duty(not_before="2023-01-03T10:00:00Z", **NOT), act(says("a", "2023-01-03T09:30:00Z", "breach"), kind="conduct"), watch("v"), **WATCHED),
        {"2023-01-05": {"o": "active"}},
    ),
    # ---- ends of months, working days
    "the first day of the second month after": (
        lambda: record(duty(), concluded="2022-11-23", term={"entry_into_force": after("conclusion", "P1M", then="next_month_start")}),
        {"2022-12-31": {"o": "not_in_force"}, "2023-01-01": {"o": OPEN}},
    ),
    "the first day of the second month after a first day": (
        lambda: record(duty(), concluded="2022-12-01", term={"entry_into_force": after("conclusion", "P1M", then="next_month_start")}),
        {"2023-01-15": {"o": "not_in_force"}, "2023-02-01": {"o": OPEN}},
    ),
    "the first day of the month after, without a duration": (
        lambda: record(duty(), concluded="2022-12-23", term={"entry_into_force": after("conclusion", then="next_month_start")}),
        {"2022-12-31": {"o": "not_in_force"}, "2023-01-01": {"o": OPEN}},
    ),
    "the first day of the next year": (
        lambda: record(duty(), concluded="2022-03-23", term={"entry_into_force": after("conclusion", "P2M", then="next_year_start")}),
        {"2022-12-31": {"o": "not_in_force"}, "2023-01-01": {"o": OPEN}},
    ),
    "five working days after a Tuesday": (
        lambda: record(duty(due=after("2023-01-31", working_days=5)), watch("v"), calendar={**WORKDAYS, "holidays": [], "since": "2023-01-01", "until": "2023-12-31"}, **WATCHED),
        {"2023-02-07": {"o": "active", "due:o": "2023-02-07"}, "2023-02-08": {"o": "breached"}},
    ),
    "a holiday is no working day": (
        lambda: record(duty(due=after("2023-01-31", working_days=5)), calendar={**WORKDAYS, "holidays": ["2023-02-02"], "since": "2023-01-01", "until": "2023-12-31"}),
        {"2023-02-07": {"due:o": "2023-02-08"}},
    ),
    "working days before": (
        lambda: record(duty(due=after("2023-02-07", working_days=-3)), calendar={**WORKDAYS, "holidays": [], "since": "2023-01-01", "until": "2023-12-31"}),
        {"2023-02-01": {"due:o": "2023-02-02"}},
    ),
    "a weekend of other days": (
        lambda: record(duty(due=after("2023-01-31", working_days=5)), calendar={"weekend": ["friday", "saturday"], "holidays": [], "since": "2023-01-01", "until": "2023-12-31"}),
        {"2023-02-01": {"due:o": "2023-02-07"}},
    ),
    "what the calendar leaves open moves the day away without limit": (
        lambda: record(duty(due=after("2023-01-31", working_days=5)), watch("v"), calendar={**WORKDAYS, "holidays": [], "since": "2023-01-01", "until": "2023-02-03"}, **WATCHED),
        {"2023-02-06": {"o": "active"}, "2023-03-20": {"o": "not only breached; has active"}},
    ),
    "working days that it tells of bound one that is counted back over days that it leaves open": (
        lambda: record(duty(due=after("2023-02-10", working_days=-2)), watch("v"), calendar={**WORKDAYS, "holidays": [], "since": "2023-01-01", "until": "2023-02-03"}, **WATCHED),
        {"2023-02-01": {"o": "active", "due:o": "2023-02-08"}, "2023-02-05": {"o": "has active"}, "2023-02-09": {"o": "breached"}},
    ),
    # ---- suspensions
    "a suspension through a month ends with its last instant, and its days do not count": (
        lambda: record(duty(due="2023-06-30", suspensions=[{"starts": on("2023-03"), "ends": on("2023-03")}])),
        {"2023-03-31": {"o": "suspended|fulfilled"}, "2023-04-01": {"o": OPEN}, "2023-07-15": {"o": OPEN, "due:o": "2023-07-31"}},
    ),
    "a suspension ends with the first instant of the day of its resumption": (
        lambda: record(duty(), act(says("b", "2023-03-01"), id_="s", kind="suspension", by="b"), act(*agreed("2023-03-20"), id_="r", kind="resumption", by="b"), watch("v"), **WATCHED),
        {"2023-03-19": {"o": "suspended"}, "2023-03-20": {"o": "active"}},
    ),
    "each start opens a spell and the next end closes it": (
        lambda: record(
            duty(**NOT, suspensions=[{"starts": event("x"), "ends": event("y")}]), step("x"), step("y"), step("x1", *agreed("2023-01-05"), occurrence_of_id="x"),
            step("y1", *agreed("2023-01-10"), occurrence_of_id="y"), step("x2", *agreed("2023-01-20"), occurrence_of_id="x"), step("y2", *agreed("2023-01-25"), occurrence_of_id="y"),
            act(says("a", "2023-01-22", "breach"), kind="conduct"), watch("v"), **WATCHED),
        {"2023-01-07": {"o": "suspended"}, "2023-01-15": {"o": "active"}, "2023-01-22": {"o": "suspended"}, "2023-01-30": {"o": "active"}},
    ),
    "between two spells it binds": (
        lambda: record(
            duty(**NOT, suspensions=[{"starts": event("x"), "ends": event("y")}]), step("x"), step("y"), step("x1", *agreed("2023-01-05"), occurrence_of_id="x"),
            step("y1", *agreed("2023-01-10"), occurrence_of_id="y"), step("x2", *agreed("2023-01-20"), occurrence_of_id="x"), act(says("a", "2023-01-15", "breach"), kind="conduct")),
        {"2023-01-30": {"o": "breached"}},
    ),
    "a derogation is for those it names": (
        lambda: record(duty(by="a b", to="", **KEPT, suspensions=[{"starts": on("2023-01-05"), "ends": on("2023-01-10"), "obligor_ids": ["a"]}]), watch("v"), **WATCHED),
        {"2023-01-07": {"o/a": "suspended", "o/b": "active"}},
    ),
    "what survives outlives every end of the agreement": (
        lambda: record(duty(due="2023-12-31", survives_termination=True), term={"ends_if_any": [on("2023-03-31")]}),
        {"2023-05-05": {"o": OPEN}},
    ),
    # ---- leaving
    "a denunciation on which an end hangs has that effect alone": (
        lambda: record(duty(**KEPT), step("x", *agreed("2023-03-01"), by="b", act="denunciation"), watch("v"), term={"ends_if_any": [after(event("x"), "P6M")]}, **WATCHED),
        {"2023-05-05": {"o": "active", "agreement": "in_force"}, "2023-09-05": {"o": "fulfilled", "agreement": "never in_force"}},
    ),
    "among three a denunciation frees its actor only": (
        lambda: record(duty(by="a b c", to="", **NOT), step("x", says("c", "2023-03-01"), by="c", act="denunciation"), watch("v"), parties="a b c", **WATCHED),
        {"2023-05-05": {"o/a": "active", "o/b": "active", "o/c": "reports terminated", "agreement": "has in_force"}},
    ),
    "in a duty entry into force is the obligor's own": (
        lambda: record(duty(by="a b", to="", due=after("entry_into_force", "P30D")), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_from": on("2023-06-01")}]),
        {"2023-02-05": {"o/a": UNSEEN, "due:o/a": "2023-01-31", "o/b": "not_in_force"}, "2023-06-10": {"o/b": OPEN, "due:o/b": "2023-07-01"}},
    ),
    "who has not joined yet is bound by what binds from the conclusion": (
        lambda: record(duty(by="a b", to="", due="2023-01-20", binds_from="conclusion"), step("x"), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_from": event("x")}]),
        {"2023-01-10": {"o/b": OPEN, "due:o/b": "2023-01-20"}, "2023-01-30": {"o/a": UNSEEN, "o/b": UNSEEN}},
    ),
    "who never joined is not bound by anything else": (
        lambda: record(duty(by="a b", to="", due="2023-01-20"), step("x"), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_from": event("x")}]),
        {"2023-01-30": {"o/a": UNSEEN, "o/b": "not_in_force"}},
    ),
    "what is applied provisionally binds whoever has not joined yet": (
        lambda: record(duty(by="a b", to="", **KEPT), step("x"), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_from": event("x")}], term={"entry_into_force": on("2023-01-20"), "provisional_application": {"starts": on("2023-01-05")}}),
        {"2023-01-03": {"o/b": "not_in_force"}, "2023-01-10": {"o/a": "active|breached", "o/b": "active|breached"}, "2023-01-30": {"o/b": "active|breached"}},
    ),
    "until that application ends, where it has not joined by then": (
        lambda: record(duty(by="a b", to="", **KEPT), step("x"), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_from": event("x")}], term={"entry_into_force": on("2023-01-20"), "provisional_application": {"starts": on("2023-01-05"), "ends": on("2023-01-25")}}),
        {"2023-01-30": {"o/a": "active|breached", "o/b": "terminated|breached"}},
    ),
    "what survives outlives a party's leaving": (
        lambda: record(duty(by="a b", to="", **NOT, survives_termination=True), act(says("b", "2023-01-20", "breach"), kind="conduct", by="b"), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_until": on("2023-01-10")}]),
        {"2023-01-15": {"o/b": "active|breached"}, "2023-01-30": {"o/b": "breached"}},
    ),
    "what several owe together binds those who joined, whoever never does": (
        lambda: record(duty(by="a b", to="", due="2023-01-20", borne="jointly"), step("x"), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_from": event("x")}]),
        {"2023-01-10": {"o": OPEN, "due:o": "2023-01-20"}, "2023-01-30": {"o": UNSEEN}},
    ),
    "where each of them joins later, from when the first of them is bound": (
        lambda: record(duty(by="a b", to="", due=after("entry_into_force", "P5D"), borne="any"), step("x"), parties=[{"actor_id": "a", "bound_from": on("2023-01-10")}, {"actor_id": "b", "bound_from": event("x")}]),
        {"2023-01-09": {"o": "not_in_force"}, "2023-01-12": {"o": OPEN, "due:o": "2023-01-15"}, "2023-01-18": {"o": UNSEEN}},
    ),
    "it ends with the last of them that leaves": (
        lambda: record(duty(by="a b", to="", **NOT, borne="jointly"), parties=[{"actor_id": "a", "bound_until": on("2023-01-20")}, {"actor_id": "b", "bound_until": on("2023-01-10")}]),
        {"2023-01-15": {"o": "active|breached"}, "2023-01-25": {"o": "fulfilled|breached"}},
    ),
    "who never joined does not keep it when the others left": (
        lambda: record(duty(by="a b", to="", **NOT, borne="jointly"), step("x"), parties=[{"actor_id": "a", "bound_until": on("2023-01-10")}, {"actor_id": "b", "bound_from": event("x")}]),
        {"2023-01-05": {"o": "active|breached"}, "2023-01-15": {"o": "fulfilled|breached"}},
    ),
    "a reservation of one of them leaves it to the others": (
        lambda: record(duty(by="a b", to="", due="2023-01-20", borne="jointly"), parties=[{"actor_id": "a", "exempt_from_ids": ["o"]}, {"actor_id": "b", "bound_from": on("2023-01-08")}]),
        {"2023-01-05": {"o": "not_in_force"}, "2023-01-10": {"o": OPEN}},
    ),
    "among three a withdrawal of one leaves the others what they owe together": (
        lambda: record(duty(by="a b", to="", **NOT, borne="jointly"), step("x", says("c", "2023-01-05"), by="b", act="withdrawal"), parties="a b c"),
        {"2023-01-15": {"o": "active|breached"}},
    ),
    "until each of them has left": (
        lambda: record(duty(by="a b", to="", **NOT, borne="jointly"), step("x", says("c", "2023-01-05"), by="b", act="withdrawal"), step("y", says("c", "2023-01-10"), by="a", act="withdrawal"), parties="a b c"),
        {"2023-01-08": {"o": "active|breached"}, "2023-01-15": {"o": "terminated|breached"}},
    ),
    "what does not survive ends with it": (
        lambda: record(duty(by="a b", to="", **NOT), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_until": on("2023-01-10")}]),
        {"2023-01-15": {"o/a": "active|breached", "o/b": "fulfilled|breached"}},
    ),
    "what was done by a day came from when it could be done": (
        lambda: record(duty(not_before="2023-01-08", due="2023-01-20"), act(says("b", "../2023-01-12"))),
        {"2023-01-15": {"o": "fulfilled"}, "2023-01-30": {"o": "fulfilled"}},
    ),
    "but not where all of the days that are told come before that": (
        lambda: record(duty(not_before="2023-01-14", due="2023-01-20"), act(says("b", "../2023-01-12"))),
        {"2023-01-15": {"o": OPEN}, "2023-01-30": {"o": UNSEEN}},
    ),
    # ---- what is to be done jointly
    "an act of one alone of those who are to act jointly is perhaps not the whole": (
        lambda: record(duty(by="a b", to="c", due="2023-01-20", borne="jointly"), act(says("c", "2023-01-10")), parties="a b c"),
        {"2023-01-15": {"o": OPEN}, "2023-01-30": {"o": UNSEEN}},
    ),
    "unless it is said that it was all of it, or that it was done by them all": (
        lambda: record(
            duty("q", by="a b", to="c", due="2023-01-20", borne="jointly"), act(says("c", "2023-01-10"), of="q", extent="full"),
            duty(by="a b", to="c", due="2023-01-20", borne="jointly"), act(says("c", "2023-01-10"), by="a b", id_="f"), parties="a b c"),
        {"2023-01-15": {"o": "fulfilled", "q": "fulfilled"}},
    ),
    "or that the others are not bound": (
        lambda: record(duty(by="a b", to="c", due="2023-01-20", borne="jointly"), step("x"), act(says("c", "2023-01-10")), parties=[{"actor_id": "a"}, {"actor_id": "b", "bound_from": event("x")}, {"actor_id": "c"}]),
        {"2023-01-15": {"o": "fulfilled"}},
    ),
    "an act of one alone leaves its turn to another act": (
        lambda: record(duty(by="a b", to="c", due="2023-01-10", borne="jointly", performance=every("P7D", times=2)), act(says("c", "2023-01-08")), act(says("c", "2023-01-12"), by="a b", id_="f"), parties="a b c"),
        {"2023-01-13": {"o#1": "has fulfilled_late; has fulfilled"}},
    ),
    # ---- ends that hang on duties
    "the agreement ends when its duty is done: done in time is fulfilled": (
        lambda: record(duty(due="2023-01-10"), act(says("b", "2023-01-08")), term={"ends_if_any": [duty_is("o")]}),
        {"2023-01-25": {"o": "fulfilled", "agreement": "expired"}},
    ),
    "what is done at the instant of the end is in time": (
        lambda: record(duty(due="2023-01-20"), duty("q", due="2023-01-20"), act(says("b", "2023-01-08")), act(says("b", "2023-01-08"), id_="e2", of="q"), term={"ends_if_any": [duty_is("o")]}),
        {"2023-01-25": {"o": "fulfilled", "q": "fulfilled"}},
    ),
    "what is owed still when a duty ends the agreement is expired": (
        lambda: record(duty(due="2023-01-20"), duty("q", due="2023-01-20"), act(says("b", "2023-01-08")), watch("v", of="q"), term={"ends_if_any": [duty_is("o")]}, **WATCHED),
        {"2023-01-25": {"o": "fulfilled", "q": "expired"}},
    ),
    "what ends only by its own ending does not end": (
        lambda: record(duty(**KEPT), watch("v"), term={"ends_if_any": [duty_is("o", "ended")]}, **WATCHED),
        {"2023-06-01": {"o": "active", "agreement": "in_force"}},
    ),
    "all duties performed ends the agreement": (
        lambda: record(
            duty(due="2023-01-20"), duty("q", by="b", to="a", due="2023-01-20"), act(says("b", "2023-01-08")), act(says("a", "2023-01-12"), id_="e2", of="q", by="b"),
            term={"ends_if_any": [{"kind": "all_of", "conditions": [duty_is("o"), duty_is("q")]}]}),
        {"2023-01-10": {"o": "fulfilled", "agreement": "has in_force"}, "2023-01-25": {"o": "fulfilled", "q": "fulfilled", "agreement": "expired"}},
    ),
    # ---- renewals
    "a duty is renewed like a term": (
        lambda: record(duty(**KEPT, ends="2023-01-31", renewal={"duration": "P30D", "unless_event_id": "x"}), step("x"), watch("v"), **WATCHED),
        {"2023-02-15": {"o": "active"}},
    ),
    "a renewal by consent needs the consent": (
        lambda: record(duty(**KEPT), step("x"), watch("v"), term={"ends_if_any": [on("2023-01-31")], "renewal": {"duration": "P30D", "if_event_id": "x"}}, **WATCHED),
        {"2023-02-15": {"o": "fulfilled", "agreement": "expired"}},
    ),
    "a renewal by consent that came": (
        lambda: record(duty(**KEPT), step("x", *agreed("2023-01-20")), watch("v"), term={"ends_if_any": [on("2023-01-31")], "renewal": {"duration": "P30D", "if_event_id": "x"}}, **WATCHED),
        {"2023-02-15": {"o": "active", "agreement": "in_force"}},
    ),
    "a notice too late for one renewal prevents the next": (
        lambda: record(
            duty(**KEPT), step("x", *agreed("2023-01-25"), act="notification"), watch("v"),
            term={"ends_if_any": [on("2023-01-31")], "renewal": {"duration": "P28D", "unless_event_id": "x", "notice": "P10D"}}, **WATCHED),
        {"2023-02-15": {"agreement": "in_force"}, "2023-03-05": {"agreement": "expired", "o": "fulfilled"}},
    ),
    "a deadline before another's act makes nothing overdue while nobody reports that act": (
        lambda: record(duty("q", by="b", to="a", due="2023-01-10"), duty(due=after(duty_is("q"), "-P2D"))),
        {"2023-01-20": {"o": "never breached; has active"}},
    ),
    "once it is reported, it does": (
        lambda: record(duty("q", by="b", to="a", due="2023-01-10"), duty(due=after(duty_is("q"), "-P2D")), act(says("a", "2023-01-09"), of="q", by="b")),
        {"2023-01-20": {"o": UNSEEN, "due:o": "2023-01-07"}},
    ),
    # ---- alternatives
    "fulfilling one alternative releases the others": (
        lambda: record(duty(due="2023-01-20"), duty("q", due="2023-01-20"), act(says("b", "2023-01-08")), watch("v", of="q"), linkages=[{"obligation_ids": ["o", "q"], "mode": "alternative"}], **WATCHED),
        {"2023-01-25": {"o": "fulfilled", "q": "released"}},
    ),
    "no alternative is overdue before the last deadline of all": (
        lambda: either(watch("v", of="o q"), **WATCHED),
        {"2023-01-15": {"o": "active", "q": "active", "due:o": "2023-01-20", "due:q": "2023-01-20"}, "2023-01-25": {"o": "breached", "q": "breached"}},
    ),
    "an alternative is open, and nothing else, while nothing is reported of any": (
        either,
        {"2023-01-05": {"o": "active|fulfilled|released", "q": "active|fulfilled|released"}, "2023-01-25": {"o": "breached|fulfilled|fulfilled_late|released", "q": "reports breached"}},
    ),
    "one that is done late releases the others late": (
        lambda: either(watch("v", of="o q"), act(says("v", "2023-01-25")), **WATCHED),
        {"2023-01-22": {"o": "breached", "q": "breached"}, "2023-01-30": {"o": "fulfilled_late", "q": "released"}},
    ),
    "one that is done after its own deadline, and by the last of all, is done in time": (
        lambda: either(act(says("b", "2023-01-15"))),
        {"2023-01-30": {"o": "fulfilled|released", "q": "released|fulfilled"}},
    ),
    "a postponement of one is one of all": (
        lambda: either(act(*agreed("2023-01-05"), of="q", kind="postponement", by="", new_due=on("2023-01-31")), watch("v", of="o q"), **WATCHED),
        {"2023-01-25": {"o": "active", "q": "active", "due:o": "2023-01-31", "due:q": "2023-01-31"}},
    ),
    "of alternatives that several owe each, what one does releases nobody else": (
        lambda: record(
            duty(by="a b", to="c", due="2023-01-10"), duty("q", by="a b", to="c", due="2023-01-20"), act(says("c", "2023-01-08"), by="a"), watch("v", of="o q"),
            parties="a b c", linkages=[{"obligation_ids": ["o", "q"], "mode": "alternative"}], **WATCHED),
        {"2023-01-25": {"o/a": "fulfilled", "q/a": "released", "o/b": "breached", "q/b": "breached"}},
    ),
    # ---- excuses with turns
    "a turn whose deadline lies in the excuse is excused, one before it is not": (
        lambda: record(duty(not_before="2023-01-02", performance=every("P7D", times=2), excused_if=event("x")), step("x", says("b", "2023-01-10"), kind="conduct"), watch("v"), **WATCHED),
        {"2023-01-20": {"o#1": "breached", "o#2": "excused"}},
    ),
    "a suspension that nobody reports moves no deadline as reported": (
        lambda: record(duty(due="2023-01-10", suspensions=[{"starts": {"kind": "prose", "id": "fm", "text": "it storms"}, "ends": {"kind": "prose", "id": "calm", "text": "the storm is over"}}])),
        {"2023-01-08": {"o": "reports active; has active|fulfilled|suspended", "due:o": "2023-01-10"}, "2023-01-20": {"o": "reports breached; has breached|fulfilled|suspended", "due:o": "2023-01-10"}},
    ),
    "a suspension that nobody reports leaves a breach only possible": (
        lambda: record(duty(**NOT, suspensions=[{"starts": {"kind": "prose", "id": "fm", "text": "it storms"}, "ends": {"kind": "prose", "id": "calm", "text": "the storm is over"}}]), act(says("a", "2023-01-05", "breach"), kind="conduct")),
        {"2023-01-20": {"o": "reports breached; has breached|suspended"}},
    ),
    "a suspension that is found to have come moves the deadline": (
        lambda: record(duty(due="2023-01-10", suspensions=[{"starts": {"kind": "prose", "id": "fm", "text": "it storms"}, "ends": on("2023-01-08")}]), found("met", "fm", says("a", "2023-01-06"), says("b", "2023-01-06"), when="2023-01-04"), third_parties=[role("court", "arbiter")]),
        {"2023-01-07": {"o": "suspended|fulfilled", "due:o": "2023-01-15"}},
    ),
    "an excuse that nobody reports empties no deadline": (
        lambda: record(duty(not_before="2023-01-12", performance=every("P7D", times=3), excused_if=event("x")), step("x", kind="conduct")),
        {"2023-01-20": {"o#1": "reports breached", "due:o#1": "2023-01-18", "due:o#2": "2023-01-25"}},
    ),
    "a finding of breach before the deadline is shown beside the state, and is not it": (
        lambda: record(duty(due="2023-01-10"), found("breached", "o", says("court", "2023-01-09")), third_parties=[role("court", "arbiter")]),
        {"2023-01-09": {"o": "reports active"}},
    ),
}  # fmt: skip
