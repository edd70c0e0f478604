"""Situations about a clock that stands for hours: name → how to make the record, and per day what is expected.

Readings taken where a sentence leaves two, always the one that leaves more possible:

- A day of which the clock stands for a part does not count towards a deadline, as one of which it stands for all.
- A deadline that waits for the end of a suspension waits for a day of which no part is suspended.
"""

# ruff: noqa: E501 - one situation to a line or two

from __future__ import annotations

from accords.model.agreement import Agreement

from .small_records import NOT, Plain, act, duty, event, found, on, record, role, says, step, watch

V = {"third_parties": [role("v", "verifier")]}


def both(when: str, what: str = "occurred") -> list[Plain]:
    """Both sides say that it happened."""
    return [says(by, when, what) for by in ("a", "b")]


def wronged(when: str) -> Plain:
    """Conduct that ``a`` admits to be a breach."""
    return act(*both(when, "breach"), kind="conduct")


def still(
    due: str | None, starts: str, ends: str, opens: str | None = None, wrong: str | None = None, **more: str
) -> Agreement:
    """``a`` owes an act, or without a deadline must not, and the text has the clock stand for a while."""
    standing = {"suspensions": [{"starts": on(starts), "ends": on(ends), **more}]}
    begins = {"not_before": opens} if opens else {}
    owed = duty(**NOT, **standing) if due is None else duty(due=due, **begins, **standing)
    return record(owed, *([wronged(wrong)] if wrong else []), watch("v"), **V)


def resumed(when: str | None, wrong: str, until: str) -> Agreement:
    """``b`` suspends from the 5th, says until when, and perhaps resumes; what ``a`` does is admitted to be a breach."""
    stops = act(says("b", "2023-01-05T10:00:00Z", until=until), kind="suspension", by="b", id_="s")
    again = [act(*both(when), kind="resumption", by="b", id_="r")] if when else []
    return record(duty(**NOT), stops, *again, wronged(wrong), watch("v"), **V)


HOURS = {
    "a day on which the clock stands for some hours does not count towards a deadline that is a day": (
        lambda: still("2023-01-10", "2023-01-05T10:00:00Z", "2023-01-06T16:00:00Z"),
        {"2023-01-05": {"o": "suspended"}, "2023-01-06": {"o": "active"}, "2023-01-12": {"o": "active", "due:o": "2023-01-12"}, "2023-01-13": {"o": "breached"}},
    ),
    "what is due at an hour is due as much later as the clock stood": (
        lambda: still("2023-01-10T12:00:00Z", "2023-01-05T10:00:00Z", "2023-01-06T16:00:00Z"),
        {"2023-01-10": {"o": "active", "due:o": "2023-01-11T18:00:00+00:00"}, "2023-01-11": {"o": "breached"}},
    ),
    "what is due in the last minute of a suspension during which the clock runs stays due then": (
        lambda: still("2023-01-10T12:00:00Z", "2023-01-03", "2023-01-10T12:00:00Z", effect="clock_runs"),
        {"2023-01-09": {"o": "suspended"}, "2023-01-10": {"o": "breached", "due:o": "2023-01-10T12:00:00+00:00"}},
    ),
    "and what is due a minute before that waits for the day after": (
        lambda: still("2023-01-10T12:00:00Z", "2023-01-03", "2023-01-10T12:01:00Z", effect="clock_runs"),
        {"2023-01-10": {"o": "active"}, "2023-01-11": {"o": "active", "due:o": "2023-01-11"}, "2023-01-12": {"o": "breached"}},
    ),
    "a suspension that begins and ends with one minute takes no day": (
        lambda: still("2023-01-05", "2023-01-05T10:00:00Z", "2023-01-05T10:00:00Z"),
        {"2023-01-05": {"o": "active", "due:o": "2023-01-05"}, "2023-01-06": {"o": "breached"}},
    ),
    "a suspension that ends with the last minute of a day is over that evening, and takes the day": (
        lambda: still("2023-01-05", "2023-01-03", "2023-01-10T23:59:00Z"),
        {"2023-01-09": {"o": "suspended"}, "2023-01-10": {"o": "active"}, "2023-01-13": {"o": "active", "due:o": "2023-01-13"}, "2023-01-14": {"o": "breached"}},
    ),
    "what is due in the last minute of a day is due with the day": (
        lambda: record(duty(due="2023-01-10T23:59:00Z"), watch("v"), **V),
        {"2023-01-10": {"o": "active", "due:o": "2023-01-10T23:59:00+00:00"}, "2023-01-11": {"o": "breached"}},
    ),
    "and what ends then as well may be breached": (
        lambda: record(duty(due="2023-01-10T23:59:00Z", ends="2023-01-10T23:59:00Z"), watch("v"), **V),
        {"2023-01-10": {"o": "active"}, "2023-01-11": {"o": "breached"}},
    ),
    "what a body found not to have been done by an hour may have been done later that day": (
        lambda: record(duty(due="2023-01-15"), act(says("a", "2023-01-13/2023-01-17"), act="ratification"), found("not_occurred", "e", says("court", "2023-01-18"), when="2023-01-17T14:00:00Z"), watch("v"), third_parties=[role("v", "verifier"), role("court", "arbiter")]),
        {"2023-01-20": {"o": "fulfilled_late"}},
    ),
    "so it is where the clock stands at that hour": (
        lambda: still("2023-01-10T12:00:00Z", "2023-01-10T10:00:00Z", "2023-01-11T16:00:00Z"),
        {"2023-01-10": {"o": "suspended", "due:o": "2023-01-11T18:00:00+00:00"}},
    ),
    "a suspension that ends at midnight takes nothing of the day that begins then": (
        lambda: still("2023-01-10", "2023-01-05T00:00:00Z", "2023-01-06T00:00:00Z"),
        {"2023-01-11": {"o": "active", "due:o": "2023-01-11"}, "2023-01-12": {"o": "breached"}},
    ),
    "by whole days where it stood for these": (
        lambda: still("2023-01-10T12:00:00Z", "2023-01-05", "2023-01-06"),
        {"2023-01-11": {"o": "active", "due:o": "2023-01-12T12:00:00+00:00"}, "2023-01-12": {"o": "breached"}},
    ),
    "a suspension that begins hours after the deadline moves nothing": (
        lambda: still("2023-01-10T12:00:00Z", "2023-01-10T14:00:00Z", "2023-01-11T16:00:00Z"),
        {"2023-01-10": {"o": "breached", "due:o": "2023-01-10T12:00:00+00:00"}},
    ),
    "where the clock runs what falls due inside a suspension is due on the first day after, whole": (
        lambda: still("2023-01-10T12:00:00Z", "2023-01-10T10:00:00Z", "2023-01-11T16:00:00Z", effect="clock_runs"),
        {"2023-01-10": {"o": "suspended", "due:o": "2023-01-12"}, "2023-01-12": {"o": "active"}, "2023-01-13": {"o": "breached"}},
    ),
    "nothing falls due on a day on which the clock stands for some hours": (
        lambda: still("2023-01-10", "2023-01-09T10:00:00Z", "2023-01-10T06:00:00Z", effect="clock_runs"),
        {"2023-01-10": {"o": "active", "due:o": "2023-01-11"}, "2023-01-11": {"o": "active"}, "2023-01-12": {"o": "breached"}},
    ),
    "hours of a suspension that are over before the duty begins that day": (
        lambda: still("2023-01-10", "2023-01-05T06:00:00Z", "2023-01-05T09:00:00Z", opens="2023-01-05T12:00:00Z"),
        {"2023-01-11": {"o": "active", "due:o": "2023-01-11"}, "2023-01-12": {"o": "breached"}},
    ),
    "what is done in the last minute of a suspension is no violation": (
        lambda: still(None, "2023-01-05T10:00:00Z", "2023-01-06T16:00:00Z", wrong="2023-01-06T16:00:00Z"),
        {"2023-01-05": {"o": "suspended"}, "2023-01-07": {"o": "active"}},
    ),
    "what is done in the minute after it is one": (
        lambda: still(None, "2023-01-05T10:00:00Z", "2023-01-06T16:00:00Z", wrong="2023-01-06T16:01:00Z"),
        {"2023-01-07": {"o": "breached"}},
    ),
    "a resumption at an hour ends a suspension at that hour": (
        lambda: resumed("2023-01-07T10:00:00Z", "2023-01-07T09:59:00Z", "2023-01-10"),
        {"2023-01-06": {"o": "suspended"}, "2023-01-07": {"o": "active"}},
    ),
    "so that what comes then is a violation": (
        lambda: resumed("2023-01-07T10:00:00Z", "2023-01-07T10:00:00Z", "2023-01-10"),
        {"2023-01-06": {"o": "suspended"}, "2023-01-07": {"o": "breached"}},
    ),
    "one of which only the day is told came at any hour of it": (
        lambda: resumed("2023-01-07", "2023-01-07T09:59:00Z", "2023-01-10T10:00:00Z"),
        {"2023-01-06": {"o": "suspended"}, "2023-01-08": {"o": "{active|breached}"}},
    ),
    "what is said to last until an hour lasts to that minute": (
        lambda: resumed(None, "2023-01-07T10:01:00Z", "2023-01-07T10:00:00Z"),
        {"2023-01-06": {"o": "suspended"}, "2023-01-07": {"o": "breached"}},
    ),
    "an end that is a defined day is held whole, though the event can come again": (
        lambda: record(
            duty(**NOT, suspensions=[{"starts": event("x"), "ends": event("y")}]), step("x", *both("2023-01-05T10:00:00Z")), step("y", defined_as=on("2023-01-16")),
            step("y1", *both("2022-12-30"), occurrence_of_id="y"), watch("v"), **V),
        {"2023-01-16": {"o": "suspended"}, "2023-01-17": {"o": "active"}},
    ),
}  # fmt: skip
