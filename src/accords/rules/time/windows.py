"""Findings about windows of time and turns: beginnings, deadlines, ends, and how often a duty comes round."""

from __future__ import annotations

from accords.rules.rule import Rule, Severity

__all__ = ["WINDOWS"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

WINDOWS = (
    Rule(
        "ACC308",
        "ends-before-it-begins",
        _E,
        "A time ends on a day before the one on which it begins.",
        "The record contradicts itself: no day lies in such a time, so the duty, suspension, spell or watch that it "
        "bounds would not exist.",
        "Correct one of the two days, or exchange them. Where one of them is known roughly only, write a month or a "
        "year: times that may overlap are no fault.",
    ),
    Rule(
        "ACC309",
        "over-before-it-binds",
        _W,
        "A duty is over by the first day on which it can bind anybody.",
        "Its status is that it lapsed, and nobody ever had to do anything. That does happen, when an agreement enters "
        "into force later than planned, but more often a year is wrong.",
        "Correct the day. A duty that holds from the conclusion, before entry into force, has `binds_from` "
        "`conclusion`.",
    ),
    Rule(
        "ACC310",
        "due-after-end",
        _W,
        "A deadline lies after the day on which the duty, or the agreement, ends.",
        "What has ended is not owed any more and cannot become late, so the deadline has no effect.",
        "Correct one of the two days. Where the duty outlives the agreement, say so with `survives_termination`.",
    ),
    Rule(
        "ACC311",
        "deadline-in-doubt",
        _W,
        "A deadline or an end is a date with an open day, with a mark of doubt, or without an end.",
        "What a text stipulates is a period, not a guess: `2023-06-XX` and `2023-06~` are both read as the whole of "
        "June, and somebody is called late on 1 July. Doubts belong to what is claimed, not to what is stipulated.",
        "Write the month or year that the text names. Where it names none, keep its words in a `vague` condition; "
        'where it says "about", use an `offset` that is `approximate`.',
    ),
    Rule(
        "ACC312",
        "postponed-to-an-earlier-day",
        _W,
        "A postponement names a new deadline that lies before the old one.",
        "Postponing means moving to a later day. A deadline that moves forward by mistake calls an obligor late too "
        "early.",
        "Correct the day. Where the sides did agree on an earlier day, that is an amendment, with a record of its own.",
    ),
    Rule(
        "ACC313",
        "entry-before-conclusion",
        _W,
        "The agreement enters into force on a day before its conclusion.",
        "Agreements that apply backwards exist and are rare. More often the two days were exchanged, or the day of "
        "adoption was taken for that of the signature; every duty then binds too early.",
        "Correct one of the two days. Where the text says that it applies backwards, cite the clause and waive the "
        "finding.",
    ),
    Rule(
        "ACC314",
        "year-far-off",
        _W,
        "A stipulated date lies more than a hundred years from the conclusion.",
        "Such dates exist, in leases for instance, and are rare: 2202 is most often 2022.",
        "Correct the year, or waive the finding where the text does say so.",
    ),
    Rule(
        "ACC315",
        "renewal-of-no-term",
        _W,
        "The term is renewed, and no end is stated at which that could happen.",
        "A renewal moves the end of the term. Without an end it has no effect, and the agreement is read as running "
        "without limit.",
        "Add the end of the first term to `ends_if_any`, such as an `offset` of a year from the entry into force.",
    ),
    Rule(
        "ACC316",
        "turn-beyond-the-last",
        _W,
        "An event names a turn of a recurring duty beyond the last one.",
        "The act is then counted for no turn, and the turn that it was meant for shows as not performed.",
        "Correct the number, which counts from 1, or the number of turns.",
    ),
    Rule(
        "ACC317",
        "period-without-length",
        _E,
        "A period that has to have a length is nothing at all, or is negative.",
        "Turns would follow each other without end on one day, or a term end before it begins. Only an `offset` counts "
        "backwards; a notice is always so long before the end, without a sign.",
        "Write how long the period is, as in P30D.",
    ),
    Rule(
        "ACC318",
        "turn-longer-than-period",
        _E,
        "A turn of a recurring duty ends later than the next one begins.",
        "`ends` of a recurring duty is the end of its first turn; the later turns' ends are so much later each. The "
        "day on which the turns come to an end altogether, written there, would keep every turn open for years.",
        "Write the day after which no turn opens into `performance.ends`. Turns with a beginning and a deadline may "
        "overlap; they need no `ends`.",
    ),
    Rule(
        "ACC319",
        "times-and-end-at-odds",
        _W,
        "The stated number of turns does not fit in before the stated end.",
        "One of the two is wrong, and a checklist would list turns that do not exist or leave some out.",
        "Correct the number, the period or the end; leave out what the text does not state and you worked out.",
    ),
    Rule(
        "ACC320",
        "recurring-without-rhythm",
        _W,
        "A recurring duty says neither how often nor how many times it comes round.",
        "It is read like a duty that is performed once, which is what `recurring` was to say it is not.",
        'Give the period in `every`, the words of the source, such as "regularly", in `text`, or the number of turns '
        "in `times`.",
    ),
    Rule(
        "ACC321",
        "recurring-without-mode",
        _I,
        "A recurring duty does not say from where the next turn is counted.",
        "It makes a difference once a turn is late: with `anchored` the next one falls on its old day all the same, "
        "with `rolling` it counts from the performance. Where nothing is said it is read as `anchored`.",
        "Write `mode` where the source says it. Where it does not, this finding is a reminder of what is assumed.",
    ),
)
