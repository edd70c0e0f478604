"""The rows that say where duties stand as of a day: texts, days in ISO form, numbers and lists only."""

from __future__ import annotations

from attrs import frozen

from accords.standing.cited import Cited
from accords.vocabulary import Vocabulary

__all__ = [
    "SIGNS",
    "AmountRow",
    "AssessmentRow",
    "Branch",
    "Bucket",
    "ClaimRow",
    "DisputeRow",
    "EventRow",
    "OtherDue",
    "Possible",
    "Shape",
    "StandingRow",
    "UnderReading",
    "WatchRow",
]


class Shape(Vocabulary):
    """The few shapes to which the statuses come down, for a glance; the words always stand beside them."""

    NOT_STARTED = "not_started", "Nothing has to have been done yet."
    BEGUN = "begun", "A part is reported as done."
    PARTLY = "partly", "Some of it is done."
    FULFILLED = "fulfilled", "Done, in time or late, or a power that was used."
    KEPT = "kept", "Kept from day to day, and watched; never done."
    BREACHED = "breached", "Nothing else is possible than that it was breached."
    SUSPENDED = "suspended", "The clock stands, or it is excused."
    CONTESTED = "contested", "Somebody says so, somebody denies it, and the status depends on who is right."
    ONE_SIDED = "one_sided", "Somebody whom it favours says so, and nobody else."
    NOT_IN_FORCE = "not_in_force", "Not in force yet, not binding, or no longer owed."
    UNREPORTED = "unreported", "Nothing is reported that would settle it."


SIGNS = dict(zip(Shape, "◯◔◑●◐✕⏸⇄◌–?", strict=True))
"""Shape → the sign that stands for it where there is little room."""


class Bucket(Vocabulary):
    """What is to be looked at first, in this order."""

    OVERDUE = "overdue", "The deadline has passed for certain, and nobody says that the duty was performed by then."
    PASSED = "passed", "The deadline has passed as reported, and whether the duty is overdue is not certain."
    WITHIN_7_DAYS = "within_7_days", "The deadline is at most 7 days away."
    WITHIN_30_DAYS = "within_30_days", "The deadline is at most 30 days away."
    LATER = "later", "The deadline is further away."
    NO_DATE = "no_date", "No deadline is stated."
    VAGUE = "vague", "The deadline is in vague words, and nothing is overdue by them."
    WAITING = "waiting", "It waits for a trigger, or its deadline for what it hangs on."
    STANDING_STILL = "standing_still", "It is suspended or excused, so that no deadline runs."
    CONTINUING = "continuing", "It is kept from day to day."
    ENDED = "ended", "It is over for certain."
    DECLARED = "declared", "A declaration: nothing is to be done."


@frozen(kw_only=True)
class Possible:
    """A state that the claims leave possible, and the rule that gives it, in words."""

    state: str
    words: str
    because: str


@frozen(kw_only=True)
class OtherDue:
    """Days on which the deadline may lie besides those reported, with ``why`` in words, where that is known.

    ``words`` has them all. ``first`` and ``last`` are days in ISO form, None beyond the calendar, ``first_at`` and
    ``at`` the time of each where it is an hour; ``days`` counts from the date asked about to the first of them.
    ``stated``: as first stated.
    """

    words: str
    first: str | None
    last: str | None
    at: str | None
    days: int | None
    stated: bool
    why: str | None = None
    first_at: str | None = None


@frozen(kw_only=True)
class AmountRow:
    """How much is promised, and how much there is of it: all in words, ``told`` with who says each figure.

    ``counts`` is what is established, if any figure counts; ``open_words`` what is left open. Or it is ``allowed``.
    """

    measure: str
    promised: str
    counts: str | None
    told: tuple[str, ...]
    open_words: tuple[str, ...]
    allowed: bool = False


@frozen(kw_only=True)
class UnderReading:
    """The days that decide a duty, as one reading has them (``reading_id`` None: as written), in words."""

    reading_id: str | None
    days: tuple[tuple[str, str], ...]
    due: str | None


@frozen(kw_only=True)
class DisputeRow:
    """A matter that sides see differently, with the states to which each view leads, all in words.

    ``charge``: what is said is a charge. ``denied_before``: those who denied it say by now that it happened.
    ``read_otherwise_by`` answer by another reading. ``as_read``: who holds each reading, and to what it leads.
    """

    event_id: str | None
    event: str | None
    matter: str
    said_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    reading_ids: tuple[str, ...]
    if_so: tuple[str, ...]
    if_not: tuple[str, ...]
    charge: bool = False
    denied_before: bool = False
    read_otherwise_by: tuple[str, ...] = ()
    as_read: tuple[str, ...] = ()


@frozen(kw_only=True)
class ClaimRow:
    """What somebody says about an event. ``fact`` tells how well the event stands, given all that is said.

    ``by`` is a name, or the title of the source that speaks for itself; ``by_id`` None then. ``when``, ``until`` and
    ``known_on`` are in EDTF. ``says_words`` tells with the day what is said, ``reading_words`` by whose reading,
    ``fact_words`` how well the event stands. ``turns`` are those to which the event may belong, empty where there is
    one or none."""

    event_id: str
    event: str
    claim_id: str | None
    by_id: str | None
    by: str
    says: str
    says_words: str
    when: str | None
    known_on: str | None
    known_on_inferred: bool
    reading_id: str | None
    reading_words: str | None
    fact: str
    fact_words: str
    text: str | None
    citations: tuple[Cited, ...]
    turns: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()
    extent: str | None = None
    finding: str | None = None
    basis_words: str | None = None
    until: str | None = None
    when_as_written: str | None = None


@frozen(kw_only=True)
class EventRow:
    """An event, described neutrally. ``claims`` counts what is said about it, as far as it was known.

    ``extent`` is how much the record says it was, ``finding`` what a body found by it, in words.
    """

    record_id: str
    id: str
    kind: str
    kind_words: str
    summary: str
    actors: tuple[str, ...]
    obligation_ids: tuple[str, ...]
    place: str | None
    claims: int
    extent: str | None = None
    finding: str | None = None


@frozen(kw_only=True)
class AssessmentRow:
    """A rating. ``on`` is the day as of which it holds, in EDTF."""

    by: str
    dimension: str | None
    scale: str
    value: str
    words: str
    on: str
    basis: str | None
    citations: tuple[Cited, ...]


@frozen(kw_only=True)
class WatchRow:
    """Somebody watched the duty, from one day to another (in EDTF, None: no beginning stated)."""

    by: str
    since: str | None
    through: str
    words: str
    citations: tuple[Cited, ...]


@frozen(kw_only=True)
class Branch:
    """A condition, with the conditions inside it.

    ``slot`` is the name of its place in the duty (``trigger``, ``due``, …) and None further inside. With a
    status, ``reached`` is ``yes``, ``no`` or ``unknown``, ``came_true`` the days on which it became true, in
    words, and ``arithmetic`` how a period was counted.
    """

    slot: str | None
    label: str | None
    kind: str
    words: str
    reached: str | None = None
    reached_words: str | None = None
    came_true: str | None = None
    arithmetic: str | None = None
    branches: tuple[Branch, ...] = ()


@frozen(kw_only=True)
class StandingRow:
    """Where one instance stands. ``number`` is its turn, None where the duty has only one.

    ``words`` is the status for people, ``states`` every state that the claims leave possible, ``possible`` the same
    with reasons. ``due`` is the deadline as computed, in words; ``due_first`` and ``due_last`` are the days between
    which it lies, in ISO form, ``due_days`` the days from the date asked about to the first of them (or back, if
    negative). ``due_at`` is the time in ISO form, where the deadline is at an hour,
    ``due_why`` by whose word of an event it is then, where it hangs on that. ``first_due`` is the deadline as
    first stated, where it was moved, ``moved_by`` those on whose word alone it was. ``other_dues`` are the other days
    on which the deadline may lie, ``buckets`` when it is to be looked at by any of them. ``trigger_met`` is ``yes``,
    ``no`` or ``unknown``, None without a trigger. ``open``: something may still have to be done or watched.
    ``said_unkept``: those whom the words name say that it was not performed or kept. ``unbound``: it does not bind yet,
    and as far as is reported it will not by its deadline either.
    """

    number: int | None
    shape: Shape
    sign: str
    shape_words: str
    words: str
    states: tuple[str, ...]
    as_reported: str
    open: bool
    bucket: Bucket
    bucket_words: str
    due: str | None = None
    due_first: str | None = None
    due_last: str | None = None
    due_days: int | None = None
    due_at: str | None = None
    due_why: str | None = None
    first_due: str | None = None
    moved_by: tuple[str, ...] = ()
    other_dues: tuple[OtherDue, ...] = ()
    buckets: tuple[Bucket, ...] = ()
    amounts: tuple[AmountRow, ...] = ()
    arithmetic: str | None = None
    trigger_met: str | None = None
    trigger_words: str | None = None
    possible: tuple[Possible, ...] = ()
    readings: tuple[UnderReading, ...] = ()
    disputes: tuple[DisputeRow, ...] = ()
    charges: tuple[str, ...] = ()
    """What is charged or found, in words, as far as no dispute is about it."""
    flags: tuple[str, ...] = ()
    flag_words: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    said_unkept: bool = False
    unbound: bool = False
    would_change: tuple[str, ...] = ()

    @property
    def is_charged(self) -> bool:
        """Whether that it was breached or not done is said, and not contested."""
        return not self.is_contested and bool(self.charges or self.said_unkept)

    @property
    def is_contested(self) -> bool:
        """Whether sides see differently where it stands; figures at odds are no dispute about that."""
        return self.shape is Shape.CONTESTED and bool(self.disputes)
