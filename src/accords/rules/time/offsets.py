"""Findings about offsets, turns and words of time that came with working days, tolerances and turns by conditions."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["OFFSETS"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

OFFSETS = (
    Rule(
        "ACC336",
        "offset-without-length",
        _E,
        "An offset says not at all how far it counts, or says it twice.",
        "Days of the calendar and working days are two ways of counting, and only one of them is in the text.",
        "Write `duration`, or `working_days`, or neither and `then` alone: the next start of a month or year.",
    ),
    Rule(
        "ACC337",
        "tolerance-without-about",
        _W,
        "A tolerance stands with a time that is not said to be approximate, or has no length.",
        "It tells how far 'about' reaches at most. An exact time has no such reach, and none is read into it.",
        'Add `"approximate": true` where the source says "about", or leave the tolerance out.',
    ),
    Rule(
        "ACC338",
        "working-days-without-calendar",
        _W,
        "A time is counted in working days, and the record has no calendar, or one that does not tell of those days.",
        "Which days are no working days differs from place to place. Nothing is guessed: the day stays open, and what "
        "is due may never be certainly late.",
        "Add `calendar`, with the weekend and the holidays of the place that the source or the law names, or let it "
        "reach from the first to the last of the days that are counted.",
    ),
    Rule(
        "ACC339",
        "end-that-undoes-itself",
        _E,
        "An end is counted back from the performance of a duty that nobody owes any more after it.",
        "The duty would have to be done for the end to be known, and the end would come before: neither can be told.",
        "Count from a day or an event, or say that the duty survives the end.",
    ),
    Rule(
        "ACC340",
        "working-days-as-days",
        _W,
        "The words of the source say working days, and days of the calendar are counted.",
        "Ten working days are two weeks. A deadline that comes too early makes somebody late who is not.",
        "Write `working_days` in place of `duration`, and add the `calendar`.",
    ),
    Rule(
        "ACC341",
        "months-as-days",
        _W,
        "The words of the source say months or years, and thirty days are counted for each month.",
        "Three months from 1 December end on 1 March, ninety days do so only in a leap year.",
        "Write P3M for three months, P1Y for a year.",
    ),
    Rule(
        "ACC342",
        "another-day-than-quoted",
        _W,
        "The words of the source name a day, and another day is coded.",
        "One digit that slipped moves a deadline by weeks, and everything that hangs on it.",
        "Look the day up. Where it is worked out from another clause, cite that clause in the condition.",
    ),
    Rule(
        "ACC343",
        "month-end-shifted",
        _W,
        "The last day of a short month recurs by months.",
        "Three months after 30 June is 30 September, and after that 30 December, a day before the month ends.",
        "Write the month alone, as in 2023-06, where its end is meant: it stays a whole month in every turn.",
    ),
    Rule(
        "ACC344",
        "turn-not-named",
        _W,
        "An act performs a duty that comes round, and it is open which turn of it.",
        "Paid on 5 April, is it the payment due on 31 March, late, or that of the next year, early? The nearer one is "
        "taken, and the other stays possible.",
        "Add `instance`, counted from 1.",
    ),
    Rule(
        "ACC345",
        "windows-that-never-meet",
        _W,
        "Acts that are to be simultaneous have times that lie apart.",
        "Nobody could perform both at once: one of the days, or the linkage, is wrong.",
        "Correct the days. What is to come in an order is a condition, not a linkage.",
    ),
    Rule(
        "ACC346",
        "not-followed",
        _I,
        "The last claim is more than a year older than the coding, and nothing says how long reports were looked for.",
        "That nobody looked is not that nobody did it. A reader of a status years later cannot tell the two apart.",
        "Add `coding.followed_until`, the last day of which reports were looked for.",
    ),
    Rule(
        "ACC347",
        "counted-from-words",
        _W,
        "A length is counted from a condition that is kept in words and has no id, so that no day ever follows.",
        "Words come true for a status by a finding on their id alone. Without one nothing that is counted from them "
        "falls due or is late, whatever is reported.",
        "Where the words stand for the conclusion, the entry into force, an event or a duty, write that. Otherwise "
        "give the words an `id`, by which a finding can say when they came true.",
    ),
    Rule(
        "ACC348",
        "weekday-of-no-turn",
        _E,
        "Turns are to be on a weekday of the month, and the first turn is on no such day.",
        "The second turn is on the weekday of the first, in the same place in its month: the first Monday, the last "
        "Friday. That is clear only where turns are months apart, are counted from the first, and the first has such "
        "a day.",
        "Give `not_before`, `due` and `ends` of the first turn as dates on that weekday, or hours of it, with "
        "lengths counted from them where needed, `every` in months or years, and `mode` `anchored`; or leave "
        "`weekday_of_month` out.",
    ),
    Rule(
        "ACC349",
        "date-left-in-words",
        _W,
        "A `prose` condition says no more than a date.",
        "Words come true by a finding alone. An end that is only written out never comes, and a deadline is never "
        "missed, however plain the day is to a reader.",
        "Write a `date`: a day, a month or a year. A mere date is never a trigger: from when something is owed is "
        "`not_before`, by when `due`, until when `ends`.",
    ),
    Rule(
        "ACC350",
        "denied-apart",
        _W,
        "What one side asserts or charges of a duty and another denies stands as two events.",
        "A denial answers what stands under the same event. Under one of its own it answers nothing: the fact that is "
        "contested is told as if no reply were recorded.",
        "Put the claims under one event. Where the two are about different acts, waive the finding.",
    ),
)
