"""Situations about fields that no other table needs: name → how to make the record, and per day what is expected.

Readings taken where a sentence leaves two, always the one that leaves more possible:

- Where a deadline falls into a suspension during which the clock runs, the day after the suspension is still in time.
"""

# ruff: noqa: E501 - one situation to a line or two

from __future__ import annotations

from .small_records import KEPT, NOT, Plain, act, after, duty, event, every, found, on, record, role, says, step, watch

UNSEEN = "breached|fulfilled|fulfilled_late"
OPEN = "active|fulfilled"
V = {"third_parties": [role("v", "verifier")]}
COURT = {"third_parties": [role("court", "arbiter"), role("v", "verifier")]}
LATER = {
    "entry_into_force": on("2023-06-01"),
    "provisional_application": {"starts": on("2023-01-05"), "ends": on("2023-01-10")},
}


def read(**replaced: Plain) -> Plain:
    """Another reading of the duty, as one side holds it."""
    return {"readings": [{"id": "r", "text": "otherwise", "held_by_ids": ["b"], "replaces": replaced}]}


def counted(**terms: object) -> Plain:
    """An offset from the last day of January."""
    return after("2023-01-31", "P1M", **terms)


FIELDS = {
    "a suspension that is said to last until a day ends with it": (
        lambda: record(duty(**NOT), act(says("b", "2023-01-05", until="2023-01-10"), kind="suspension", by="b"), watch("v"), **V),
        {"2023-01-07": {"o": "suspended"}, "2023-01-12": {"o": "active"}},
    ),
    "what was taken back is said no longer": (
        lambda: record(duty(due="2023-01-10"), act(says("b", "2023-01-08", id="c1"), {"retracts_id": "c1", "claimed_by_id": "b", "known_on": "2023-01-15"})),
        {"2023-01-12": {"o": "fulfilled"}, "2023-01-20": {"o": UNSEEN}},
    ),
    "an act says for which occurrence it was done": (
        lambda: record(
            duty(performance={"kind": "each_time", "event_id": "x"}, due=after(event("x"), "P5D")), step("x"), step("x1", says("a", "2023-01-05"), occurrence_of_id="x"),
            step("x2", says("a", "2023-01-06"), occurrence_of_id="x"), act(says("b", "2023-01-07"), about_event_ids=["x2"])),
        {"2023-01-08": {"o#1": OPEN, "o#2": "fulfilled"}},
    ),
    "turns are on the same weekday": (
        lambda: record(duty(performance=every("P1M", weekday_of_month="first", times=2), not_before="2023-01-02", due="2023-01-02")),
        {"2023-02-03": {"o#2": "pending"}, "2023-02-06": {"o#2": OPEN}, "2023-02-07": {"o#2": UNSEEN}},
    ),
    "turns are on the last such day of the month": (
        lambda: record(duty(performance=every("P1M", weekday_of_month="last", times=2), due="2023-01-31"), watch("v"), **V),
        {"2023-02-28": {"o#2": "active"}, "2023-03-01": {"o#2": "breached"}},
    ),
    "a part is not the whole": (lambda: record(duty(due="2023-01-10"), act(says("b", "2023-01-08"), extent="partial")), {"2023-01-20": {"o": UNSEEN}}),
    "an event is what defines it": (
        lambda: record(duty(trigger=event("x")), step("x", defined_as=on("2023-01-05"))),
        {"2023-01-04": {"o": "conditional"}, "2023-01-06": {"o": OPEN}},
    ),
    "a finding speaks of days of its own": (
        lambda: record(duty(due="2023-01-10"), found("fulfilled", "o", says("court", "2023-01-20"), when="2023-01-08"), **COURT),
        {"2023-01-25": {"o": "fulfilled"}},
    ),
    "a reading is one once it was put forward": (
        lambda: record(
            duty(due="2023-01-10", readings=[{**read(due=on("2023-01-20"))["readings"][0], "citations": [{"source_id": "paper"}]}]), watch("v"),
            sources=[{"id": "paper", "kind": "news_report", "title": "Paper", "published": "2023-01-14"}], **V),
        {"2023-01-12": {"o": "breached"}, "2023-01-15": {"o": "has active"}},
    ),
    "a finding adopts a reading": (
        lambda: record(duty(due="2023-01-10", **read(due=on("2023-01-20"))), found("not_breached", "o", says("court", "2023-01-12"), reading_id="r"), watch("v"), **COURT),
        {"2023-01-15": {"o": "never breached; has active"}},
    ),
    "acts at the same time may lie so far apart": (
        lambda: record(
            duty(), duty("q", by="b", to="a"), act(says("a", "2023-01-05"), of="q", by="b"), watch("v"),
            linkages=[{"obligation_ids": ["o", "q"], "mode": "simultaneous", "tolerance": "P2D"}], **V),
        {"2023-01-06": {"o": "active"}, "2023-01-08": {"o": "breached"}},
    ),
    "an event was watched for": (
        lambda: record(
            duty(trigger=event("x")), step("x", kind="conduct"), {"event_ids": ["x"], "through": "2023-12-31", "monitored_by_id": "w", "recorded": "all"}, third_parties=[role("w", "monitor")]),
        {"2023-01-10": {"o": "conditional"}},
    ),
    "a watch is known from a day on, and about days until then": (
        lambda: record(duty(due="2023-01-10"), {**watch("w"), "known_on": "2023-01-15"}, third_parties=[role("w", "monitor")]),
        {"2023-01-12": {"o": UNSEEN}, "2023-01-15": {"o": "breached"}},
    ),
    "unless it happens from a day on": (
        lambda: record(duty(trigger={"kind": "no_event", "event_id": "x", "since": on("2023-01-05"), "until": on("2023-01-10")}), step("x", says("a", "2023-01-03"))),
        {"2023-01-12": {"o": OPEN}},
    ),
    "it binds from the conclusion": (
        lambda: record(duty(binds_from="conclusion"), term={"entry_into_force": on("2023-06-01")}),
        {"2023-01-05": {"o": OPEN}},
    ),
    "a body that the duty itself names decides": (
        lambda: record(duty(**NOT, determined_by_ids=["court"]), act(says("a", "2023-01-05"), says("b", "2023-01-05", "breach"), kind="conduct"), found("breached", "e", says("court", "2023-01-10"))),
        {"2023-01-20": {"o": "breached"}},
    ),
    "the anchor's own day counts": (lambda: record(duty(due=after("2023-01-01", "P10D", anchor_day="included"))), {"2023-01-05": {"due:o": "2023-01-10"}}),
    "the day after a month that is too short": (lambda: record(duty(due=counted(month_end="next_day"))), {"2023-02-05": {"due:o": "2023-03-01"}}),
    "applied for a time, and no longer": (
        lambda: record(duty(), term=LATER),
        {"2023-01-03": {"o": "not_in_force"}, "2023-01-07": {"o": OPEN}, "2023-01-15": {"o": "terminated|fulfilled"}},
    ),
    "a reading with another trigger": (lambda: record(duty(trigger=event("x"), **read(trigger=on("2023-01-05"))), step("x")), {"2023-01-10": {"o": "has conditional|active"}}),
    "a reading with another beginning": (lambda: record(duty(not_before="2023-01-20", **read(not_before=on("2023-01-05")))), {"2023-01-10": {"o": "has pending|active"}}),
    "a reading with another end": (lambda: record(duty(**KEPT, ends="2023-01-05", **read(ends=on("2023-02-05"))), watch("v"), **V), {"2023-01-10": {"o": "{fulfilled|active}"}}),
    "it is renewed so many times": (
        lambda: record(duty(**KEPT), watch("v"), term={"ends_if_any": [on("2023-01-31")], "renewal": {"duration": "P10D", "max_times": 1}}, **V),
        {"2023-02-05": {"agreement": "in_force"}, "2023-02-15": {"agreement": "expired", "o": "fulfilled"}},
    ),
    "what a source says is known when it is published": (
        lambda: record(
            duty(due="2023-01-10"), act({"says": "occurred", "when": "2023-01-08", "claimed_by_id": "b", "citations": [{"source_id": "news", "locator": "p. 1"}]}),
            sources=[{"id": "news", "kind": "news_report", "title": "News", "published": "2023-01-15"}]),
        {"2023-01-12": {"o": UNSEEN}, "2023-01-20": {"o": "fulfilled"}},
    ),
    "while the clock runs a deadline only waits for the end of the suspension": (
        lambda: record(duty(due="2023-01-10", suspensions=[{"starts": on("2023-01-05"), "ends": on("2023-01-15"), "effect": "clock_runs"}]), watch("v"), **V),
        {"2023-01-14": {"o": "suspended"}, "2023-01-18": {"o": "breached"}},
    ),
    "while the clock stops the days do not count": (
        lambda: record(duty(due="2023-01-10", suspensions=[{"starts": on("2023-01-05"), "ends": on("2023-01-15")}]), watch("v"), **V),
        {"2023-01-18": {"o": "active"}, "2023-01-21": {"o": "active"}, "2023-01-22": {"o": "breached"}},
    ),
    "the whole agreement stands still": (
        lambda: record(duty(**NOT), watch("v"), term={"suspensions": [{"starts": on("2023-01-05"), "ends": on("2023-01-10")}]}, **V),
        {"2023-01-07": {"o": "suspended", "agreement": "suspended"}, "2023-01-10": {"o": "suspended"}, "2023-01-11": {"o": "active", "agreement": "in_force"}},
    ),
    "who represents a third party speaks for it": (
        lambda: record(duty(by="c", **NOT), act(says("d", "2023-01-05", "breach"), by="c", kind="conduct"), third_parties=[{**role("c", "guarantor"), "represented_by_ids": ["d"]}]),
        {"2023-01-20": {"o": "breached"}},
    ),
    "soon, but not before a day": (
        lambda: record(duty(trigger={"kind": "vague", "text": "soon", "after": on("2023-01-10")})),
        {"2023-01-05": {"o": "conditional"}, "2023-01-15": {"o": "has active|conditional"}},
    ),
    "a member's act is its group's": (
        lambda: record(duty(by="a b", to="", due="2023-01-10"), act(says("b", "2023-01-08"), by="wing"), acting={"a": {"member_ids": ["wing"]}}),
        {"2023-01-20": {"o/a": "fulfilled", "o/b": UNSEEN}},
    ),
    "an office that did not act for it yet is not its voice": (
        lambda: record(duty(**NOT), act(says("office", "2023-01-05", "breach", known="2023-02-10"), kind="conduct"), acting={"office": {"acts_for": [{"actor_id": "a", "since": "2023-03-01"}]}}),
        {"2023-02-20": {"o": "has active|breached"}},
    ),
    "before the calendar begins working days are open, up to so many that it tells of": (
        lambda: record(duty(due=after("2023-01-31", working_days=5)), watch("v"), calendar={"weekend": ["saturday", "sunday"], "holidays": [], "since": "2023-02-03"}, **V),
        {"2023-02-08": {"o": "not only breached; has active"}, "2023-02-10": {"o": "breached"}},
    ),
    "so far at most so much, says the obligor": (
        lambda: record(
            duty(due="2023-01-16", quantities=[{"measure": "load", "at_least": 90}]),
            act(says("a", "2023-01-17", quantities=[{"measure": "load", "at_most": 60, "so_far": True}]))),
        {"2023-01-17": {"o": "breached"}},
    ),
    "before the watching began it may have been done": (
        lambda: record(duty(due="2023-01-10"), watch("v", since="2023-01-05"), **V),
        {"2023-01-20": {"o": "breached|fulfilled"}},
    ),
    "a trigger that another duty is broken": (
        lambda: record(
            duty("q", by="b", to="a", due="2023-01-05"), duty(trigger={"kind": "obligation", "obligation_id": "q", "reaches": "breached"}),
            act(says("b", "2023-01-08", "not_occurred"), of="q", by="b")),
        {"2023-01-10": {"o": OPEN, "q": "breached|fulfilled_late"}},
    ),
    "the unit of the claim is that of the duty": (
        lambda: record(
            duty(due="2023-01-16", quantities=[{"measure": "load", "unit": "t", "at_least": 90}]),
            act(says("b", "2023-01-15", quantities=[{"measure": "load", "unit": "t", "amount": 90}]))),
        {"2023-01-17": {"o": "fulfilled"}},
    ),
}  # fmt: skip
