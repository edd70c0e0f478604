"""Closed lists of words: what one is, and those for times and for what happens and is said of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = [
    "Act",
    "AnchorDay",
    "Counted",
    "Dimension",
    "EventKind",
    "Extent",
    "InstanceChoice",
    "MonthEnd",
    "NextStart",
    "Recorded",
    "Says",
    "Scale",
    "Verdict",
    "Vocabulary",
    "Weekday",
    "Whose",
]


class Vocabulary(StrEnum):
    """A closed list of words; each member's ``meaning`` says in a sentence what it stands for."""

    meaning: str
    __hash__ = str.__hash__  # the one of Enum is written in Python, and slow

    def __new__(cls, value: str, meaning: str) -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word

    @classmethod
    def of(cls, word: str) -> Self:
        """The member that is written ``word``. Raises ValueError where there is none."""
        for member in cls:
            if member == word:
                return member
        raise ValueError(f"{word!r} is not one of {', '.join(cls)}")


class AnchorDay(Vocabulary):
    """Whether the day from which a period is counted is its first day."""

    EXCLUDED = "excluded", "Counting begins on the day after."
    INCLUDED = "included", "That day is day one."


class Whose(Vocabulary):
    """For which obligors an event makes a duty arise that comes each time."""

    OWN = "own", "For those alone who do what happens."
    OTHERS = "others", "For all but those who do it."


class InstanceChoice(Vocabulary):
    """How many instances of another obligation have to reach the turn that a condition waits for."""

    ALL = "all", "All that are owed; of an endless series it never comes."
    FIRST = "first", "The first of them."


class NextStart(Vocabulary):
    """The start of a month or year to which a time is carried on."""

    NEXT_MONTH_START = "next_month_start", "The first day of the month that follows."
    NEXT_YEAR_START = "next_year_start", "The first day of the year that follows."


class Counted(Vocabulary):
    """How figures about one duty go together."""

    SUM = "sum", "What is done adds up, within each turn."
    LEVEL = "level", "Each figure stands alone: a stock, a flow, a strength."


class Weekday(Vocabulary):
    """A day of the week."""

    MONDAY = "monday", "Monday."
    TUESDAY = "tuesday", "Tuesday."
    WEDNESDAY = "wednesday", "Wednesday."
    THURSDAY = "thursday", "Thursday."
    FRIDAY = "friday", "Friday."
    SATURDAY = "saturday", "Saturday."
    SUNDAY = "sunday", "Sunday."


class MonthEnd(Vocabulary):
    """What happens when a month has no such day."""

    CLIP = "clip", "The last day of the month: 31 January and one month is 28 February."
    NEXT_DAY = "next_day", "The day after it: 31 January and one month is 1 March."
    UNSTATED = "unstated", "The source leaves it open; both are kept as possible."


class EventKind(Vocabulary):
    """What sort of happening it is. Breach is never a kind of event: it is somebody's claim about one."""

    MILESTONE = "milestone", "A step of the agreement itself: its announcement, signature, entry into force."
    PERFORMANCE = "performance", "An act that performs a duty, in full or in part."
    CONDUCT = "conduct", "Conduct that bears on a duty, without being called anything."
    SUSPENSION = "suspension", "The agreement or a duty is suspended."
    RESUMPTION = "resumption", "A suspension ends."
    RELEASE = "release", "An obligor is released from a duty."
    TERMINATION = "termination", "The agreement or a duty is ended."
    SUPERSESSION = "supersession", "A later agreement takes the place of this one or of a duty."
    POSTPONEMENT = "postponement", "A deadline is moved; the old one stays visible."
    FINDING = "finding", "A body finds something about a duty, an event or a condition."
    BACKGROUND = "background", "Context that touches no duty of the record."


class Act(Vocabulary):
    """The formal act that an event is."""

    ANNOUNCEMENT = "announcement", "Somebody makes it known."
    CONFIRMATION = "confirmation", "Somebody confirms it."
    SIGNATURE = "signature", "A side signs."
    INITIALLING = "initialling", "A side puts its initials."
    ADOPTION = "adoption", "A body adopts it."
    ENDORSEMENT = "endorsement", "A body endorses it."
    RATIFICATION = "ratification", "A side ratifies."
    ACCEPTANCE = "acceptance", "A side accepts."
    APPROVAL = "approval", "A side approves."
    ACCESSION = "accession", "A further side joins."
    DEPOSIT = "deposit", "An instrument is deposited."
    REGISTRATION = "registration", "The text is registered."
    NOTIFICATION = "notification", "A side gives notice."
    OBJECTION = "objection", "A side objects."
    RESERVATION = "reservation", "A side makes a reservation."
    WITHDRAWAL = "withdrawal", "A side withdraws."
    DENUNCIATION = "denunciation", "A side denounces the agreement."
    CERTIFICATION = "certification", "A body certifies that something was done."
    OTHER = "other", "Another formal act; see the summary."


class Extent(Vocabulary):
    """How much of a duty an act performed."""

    FULL = "full", "All of it."
    PARTIAL = "partial", "A part; it shows as begun and never counts as performance."


class Verdict(Vocabulary):
    """What a body found."""

    FULFILLED = "fulfilled", "The duty was fulfilled."
    BREACHED = "breached", "The duty was breached."
    NOT_BREACHED = "not_breached", "The duty was not breached."
    EXCUSED = "excused", "The obligor was excused."
    OCCURRED = "occurred", "The event happened."
    NOT_OCCURRED = "not_occurred", "The event did not happen."
    MET = "met", "The condition was met."


class Says(Vocabulary):
    """What a claim says about an event."""

    OCCURRED = "occurred", "It happened."
    NOT_OCCURRED = "not_occurred", "It had not happened, up to and including the day given."
    PLANNED = "planned", "It is going to happen."
    BREACH = "breach", "It happened, and it breached a duty."
    NO_BREACH = "no_breach", "If it happened, it breached no duty; says nothing about whether it happened."
    ACCEPTS = "accepts", "Of a finding: the speaker accepts it."
    REJECTS = "rejects", "Of a finding: the speaker rejects it."


class Recorded(Vocabulary):
    """How much of what a monitor saw is in the record."""

    ALL = "all", "Everything that was seen, so silence about watched days is evidence."
    SELECTION = "selection", "Some of it, so silence proves nothing."
    NONE_FOUND = "none_found", "The monitor reports that nothing was found."


class Dimension(Vocabulary):
    """What an assessment rates."""

    FORMAL = "formal", "Whether rules and papers are in place."
    PRACTICE = "practice", "What happens in fact."
    OVERALL = "overall", "Both together."


class Scale(Vocabulary):
    """The scale of an assessment."""

    PAM_0_3 = "pam_0_3", "0 to 3, as the Peace Accords Matrix codes implementation."
    BAROMETER = "barometer", "Not started, minimal, intermediate or completed."
    PERCENT = "percent", "0 to 100."
    FREE = "free", "The assessor's own words."
