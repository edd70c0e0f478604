"""Findings about time and logic: dates and conditions that cannot do what they are written for."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["LOGIC"]

_E, _W = Severity.ERROR, Severity.WARNING

LOGIC = (
    Rule(
        "ACC301",
        "unknown-time-zone",
        _E,
        "`time_zone` names no time zone of the IANA database.",
        "Days begin and end by it; without it a deadline cannot be told from the day after.",
        "Name a zone such as Europe/Brussels, or leave the field out for UTC.",
    ),
    Rule(
        "ACC302",
        "due-before-start",
        _W,
        "A stated deadline lies before the first day on which the duty can begin.",
        "Such a deadline cannot be met or missed: status is computed as if none were stated, so nobody is called "
        "late by a slip of the pen.",
        "Correct the deadline or the beginning; where the deadline counts from another day, make it an offset.",
    ),
    Rule(
        "ACC303",
        "condition-that-never-holds",
        _W,
        "A condition is put together so that it can never come true.",
        "Readers would wait for something that cannot happen, most often because of a slip in a count or a reference.",
        "Correct the count or the reference. Where the source itself says never, use the kind `never`.",
    ),
    Rule(
        "ACC304",
        "trigger-that-nothing-fires",
        _W,
        "Nothing can fire the trigger of an obligation.",
        "The obligation would never come to bind anybody, and its status would say that it lapsed.",
        "Name what fires it, or leave the trigger out where the source states none.",
    ),
    Rule(
        "ACC305",
        "occurred-after-known",
        _W,
        "A claim says that something happened on a day after the day on which the claim became known.",
        "Nobody knows beforehand what will have happened. Such a claim is read as an announcement and settles nothing.",
        "Say `planned` for what was announced, and correct the dates where they were mixed up.",
    ),
    Rule(
        "ACC306",
        "turn-of-a-single-duty",
        _W,
        "An event names a turn of an obligation that has no turns.",
        "The number is not used, and the reader is left to wonder which turns there are.",
        "Leave `instance` out, or make the obligation recurring or due each time.",
    ),
    Rule(
        "ACC307",
        "due-on-continuing",
        _W,
        "An obligation that is kept from day to day has a deadline.",
        "It is never done, so there is no day by which it is done, and the deadline has no effect.",
        "Use `ends` for the day on which it is over and `not_before` for the day on which it begins; an act with a "
        "deadline is an obligation of its own.",
    ),
)
