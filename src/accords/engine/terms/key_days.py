"""The days by which the table of states decides, of one instance of a duty and of the agreement itself."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from accords.engine.days.moments import ALWAYS, NOT_EVER, Moment

__all__ = ["DayName", "KeyDays"]

DayName: TypeAlias = Literal[
    "bound", "triggered", "owed", "not_before", "open", "performed", "due", "violated",
    "ended", "over", "series_over", "impossible", "begins", "closes", "provisional", "now", "released",
]  # fmt: skip
"""A field of ``KeyDays``."""


class KeyDays(NamedTuple):  # a tuple, for the walk through the table asks for them by their places
    """On which days what decides one instance, or the agreement itself, may lie."""

    bound: Moment = NOT_EVER
    """From when the obligor is bound."""
    triggered: Moment = NOT_EVER
    """When what the duty waits for comes."""
    owed: Moment = NOT_EVER
    """The later of the two."""
    not_before: Moment = ALWAYS
    """From when it can be performed, as it is written."""
    open: Moment = NOT_EVER
    """From when it can be performed: owed, and not before its time."""
    performed: Moment = NOT_EVER
    due: Moment = NOT_EVER
    violated: Moment = NOT_EVER
    """Of a duty that is kept from day to day, or of an effort that a body found wanting."""
    ended: Moment = NOT_EVER
    """When an event ends it: a release, a termination, what supersedes it."""
    over: Moment = NOT_EVER
    """When it ends by its own terms, or by those of the agreement."""
    series_over: Moment = NOT_EVER
    """By when a turn has to begin in order to exist: the end of the series, or the end of it all."""
    impossible: Moment = NOT_EVER
    """When what it waits for can no longer come."""
    begins: Moment = ALWAYS
    """Of a turn: what has to come for the turn to exist."""
    closes: Moment = NOT_EVER
    """Of a turn: its last instant, as it is written."""
    provisional: Moment = NOT_EVER
    """Of the agreement itself alone: from when it is applied provisionally."""
    now: Moment = NOT_EVER
    """The day asked about."""
    released: Moment = NOT_EVER
    """When what may be done in its place is done."""

    def settled(self, due: Moment, violated: Moment) -> KeyDays:
        """The same with the days that are worked out last."""
        return KeyDays(*self[:6], due, violated, *self[8:])
