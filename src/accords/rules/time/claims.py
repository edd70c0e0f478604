"""Findings about what is said of events: days that do not go together, and words without effect."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["CLAIMS"]

_W, _I = Severity.WARNING, Severity.INFO

CLAIMS = (
    Rule(
        "ACC327",
        "differs-from-definition",
        _W,
        "A claim gives another day for an event than the one by which the text defines it.",
        'Where the text says that "Adoption Day is 90 days after endorsement", that is its day whatever anybody says. '
        "The claim does not move it, so one of the two is mistaken.",
        "Correct the day or the definition. A claim that was really made so is kept, and the finding waived.",
    ),
    Rule(
        "ACC328",
        "retraction-without-effect",
        _W,
        "A claim takes back one of another speaker, or one that was made later.",
        "Only who made a claim can take it back, and only afterwards. The first claim goes on to count.",
        "Let the speaker of the claim retract it. Where somebody else denies it, say `not_occurred`.",
    ),
    Rule(
        "ACC329",
        "claims-at-odds",
        _I,
        "Two claims about one event give days that exclude each other.",
        "That sources differ is worth recording, and nothing to mend: both days are kept as possible. A slip in a day "
        "looks the same.",
        "Check both against their sources. What happened on both days is two events.",
    ),
    Rule(
        "ACC330",
        "repeated-claim",
        _W,
        "One event holds the same claim twice.",
        "It looks as if it had been said twice. Most often a claim was copied, and what was to be different was not "
        "changed.",
        "Leave one of the two out, or correct the speaker, the day or the source of the copy.",
    ),
    Rule(
        "ACC331",
        "days-to-come",
        _W,
        "A watch, a denial, a finding or a rating speaks of days after the one on which it was known.",
        "Nobody can have seen on the first of the month what did not happen until its end. Such days do not count as "
        "watched, and a denial would dispute what others report of days that nobody had seen yet.",
        "Correct one of the two days. What was announced is a claim that says `planned`.",
    ),
    Rule(
        "ACC332",
        "dated-after-coding",
        _W,
        "The record was coded before something that it holds was known.",
        "Either the record was changed without a new date, and readers take it for older than it is, or a year is "
        "wrong.",
        "Write the day of the last change in `coded_on`, or correct the other day.",
    ),
    Rule(
        "ACC333",
        "event-that-nothing-uses",
        _I,
        "Nothing is said about an event, and nothing refers to it.",
        "An event without claims is one that may still happen, and it matters to the duties that wait for it. Without "
        "either it has no part in the record, and often the reference to it was forgotten.",
        "Name it in the condition that waits for it, add what is claimed about it, or leave it out.",
    ),
    Rule(
        "ACC334",
        "conclusion-at-odds",
        _W,
        "Every claim about the act of conclusion gives another day than the conclusion does.",
        "Deadlines count from the day in `conclusion`. If it was signed on another day, they are all wrong.",
        "Correct one of the two. Where the sides signed on different days, the conclusion is the day that the text "
        "names, and each signature is an event.",
    ),
    Rule(
        "ACC335",
        "text-before-conclusion",
        _W,
        "The text of the agreement was published before the agreement was concluded.",
        "What is published before is a draft, and the text that was agreed may differ from it. More often one of the "
        "two days is wrong.",
        "Correct the day. A draft is a source of the kind `other`, and says so in its title.",
    ),
)
