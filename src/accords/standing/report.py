"""The status of every duty as of a day, as known by a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve, field, frozen

from accords.collecting import collection_paused
from accords.dates import Edtf, as_date
from accords.engine.days.axis import Axis
from accords.engine.days.moments import Instant
from accords.engine.facts.claims import Standing
from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assessed, Assessor, Assumption
from accords.engine.worlds.disputes import Dispute
from accords.engine.worlds.flags import Incident, incidents_of
from accords.model.agreement import Agreement
from accords.standing.amounts import MeasuredAmount, amounts_of
from accords.standing.context import context_of, ending_of
from accords.standing.days import Days, day_of, day_text, days_of, days_text, ends_of
from accords.standing.following import not_followed_in_words, not_followed_since
from accords.standing.naming import Context, Ending, agreement_name, assumed_from, name_of, with_names
from accords.standing.postponing import moved_by_ids
from accords.standing.ratings import RatingRollUp, rated_by
from accords.standing.rollup import RollUp, roll_ups
from accords.standing.told import assumed_in_words

__all__ = ["Deadline", "InstanceStatus", "Precision", "StatusReport", "Violation", "day_number", "status", "status_of"]

_ORDER = {state: place for place, state in enumerate(State)}

Precision = str
"""``interval`` (sound, linear) or ``exact`` (decides the few uncertain days below one duty one by one)."""


@frozen(kw_only=True)
class Deadline:
    """A deadline, as the days on which it may lie: as first ``stated``, as ``reported``, and whenever ``possible``.

    ``reported`` is what has become of it after postponements and spells in the world that is as reported, ``possible``
    the same in any world and under any reading.
    """

    stated: Days
    reported: Days
    possible: Days
    moved_by_ids: tuple[str | None, ...] = ()
    """Those on whose word alone it was postponed; None is a source that speaks for itself."""

    @property
    def original(self) -> str | None:
        """The days as first stated, in ISO form; None without a deadline."""
        return days_text(self.stated)

    @property
    def computed(self) -> str | None:
        """The days as reported, after postponements and spells, in ISO form; None where there is no deadline then."""
        return days_text(self.reported)

    @property
    def any_possible(self) -> str | None:
        """Every day on which it may lie, in ISO form; None where the one that is reported is alone."""
        return days_text(self.possible) if self.possible != self.reported else None


@frozen(kw_only=True)
class Violation:
    """What is charged or found to have violated a duty that is kept from day to day.

    ``fact`` is how well it stands that it happened, ``charge`` how well it stands that it was a breach. ``until`` is
    the last day of a spell, in ISO form. ``certain``: no consistent world leaves it out.
    """

    event_id: str | None
    days: Days
    until: str | None
    fact: Standing
    charge: Standing
    certain: bool
    charged_by_ids: tuple[str, ...]
    denied_by_ids: tuple[str, ...]
    reading_ids: tuple[str, ...]


@frozen(kw_only=True)
class InstanceStatus:
    """Where one instance of one duty stands. ``states`` holds every state that some consistent world reaches."""

    obligation_id: str
    obligor_ids: tuple[str, ...]
    number: int | None
    states: frozenset[State]
    as_reported: State
    flags: tuple[str, ...]
    deadline: Deadline
    violations: tuple[Violation, ...]
    """Of a duty kept from day to day: every violation that is charged or found, in the order of the record."""
    quiet_since: str | None
    """The last day of the last of them, where nothing is reported after it, in ISO form."""
    disputes: tuple[Dispute, ...]
    assumed: tuple[Assumption, ...]
    precision: str
    rows: tuple[tuple[State, str], ...] = field(repr=False)
    """Each state with the name of the row of the table that gives it."""
    amounts: tuple[MeasuredAmount, ...]
    """How much of what is promised there is, in the order of the duty."""
    context: Context = field(repr=False)
    """What ``name`` depends on besides the states."""

    @property
    def key(self) -> tuple[str, tuple[str, ...], int | None]:
        """What tells it from all other instances of its record."""
        return self.obligation_id, self.obligor_ids, self.number

    @property
    def name(self) -> str:
        """The states in words, with actors by their ids."""
        return name_of(self.states, self.as_reported, self.context)

    def named(self, called: Callable[[str], str]) -> str:
        """The states in words, with actors as ``called`` calls them by their ids."""
        return name_of(self.states, self.as_reported, with_names(self.context, called))

    @property
    def claimed_by_ids(self) -> tuple[str | None, ...]:
        """The sides that say what the name tells; None is a source that speaks for itself."""
        return self.context.claimed_by

    @property
    def reported_by_ids(self) -> tuple[str | None, ...]:
        """Third parties that say what the name tells; None is a source that speaks for itself."""
        return self.context.reported_by

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What is taken as given, in words."""
        return tuple(assumed_in_words(each) for each in self.assumed)


@frozen(kw_only=True)
class StatusReport:
    """The status of a record: every instance of every duty, and the agreement itself."""

    agreement_id: str
    asked: str
    known: str
    precision: str
    agreement_states: tuple[State, ...]
    """The states that are possible for the agreement itself, in the order in which they are named."""
    ending: Ending | None = None
    """Who says that the agreement ended, where one side or others alone say so."""
    instances: tuple[InstanceStatus, ...] = ()
    roll_ups: tuple[RollUp, ...] = ()
    """Duties that recur or are due each time: how many of their instances stand where, and what is due next."""
    assumed: tuple[Assumption, ...] = ()
    doubted: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Parties that are not among those who hold them to be one, each with who those are."""
    assumed_from: str | None = None
    """The form of the conclusion from which alone the agreement is taken to apply."""
    not_followed_since: str | None = None
    """The last day on which reports were looked for, in EDTF, where it is before the day asked about."""
    not_followed: str | None = None
    """The same in words."""
    ratings: tuple[RatingRollUp, ...] = ()
    """What others rate, summed up for each rater."""

    @property
    def as_of(self) -> str:
        """The day asked about, in ISO form."""
        return day_text(self.asked)

    @property
    def known_by(self) -> str:
        """The day of knowledge, in ISO form."""
        return day_text(self.known)

    @property
    def agreement(self) -> frozenset[State]:
        """The states that are possible for the agreement itself."""
        return frozenset(self.agreement_states)

    @property
    def agreement_name(self) -> str:
        """Where the agreement itself stands, in words, with actors by their ids."""
        return self.agreement_named(str)

    def agreement_named(self, called: Callable[[str], str]) -> str:
        """Where the agreement itself stands, in words, with actors as ``called`` calls them by their ids."""
        return self.not_followed or agreement_name(self.agreement_states, self.ending, called, self.assumed_from)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What is taken as given for the whole record, in words."""
        return tuple(assumed_in_words(each) for each in self.assumed)

    def of(self, obligation_id: str) -> tuple[InstanceStatus, ...]:
        """The instances of one duty, in order; empty for an unknown id or a declaration."""
        return tuple(found for found in self.instances if found.obligation_id == obligation_id)


def day_number(when: Edtf | str | date, axis: Axis) -> Instant:
    """The last instant of a date: of its day, where it names an hour."""
    if isinstance(when, date):
        return axis.closing(when.toordinal())
    return axis.closed(axis.last(as_date(when)))


def status(
    agreement: Agreement,
    *,
    as_of: Edtf | str | date,
    known_by: Edtf | str | date | None = None,
    precision: Precision = "interval",
) -> StatusReport:
    """Compute where every duty stands at the end of ``as_of``, from what was known by the end of ``known_by``.

    ``known_by`` defaults to ``as_of``. Nothing is adjudicated: the result says what the claims of the record
    leave possible. After the day until which the record was followed it says nothing: nobody looked. Raises
    ValueError for an unknown precision and for dates that cannot be read.
    """
    if precision not in ("interval", "exact"):
        raise ValueError(f"precision is 'interval' or 'exact', not {precision!r}")
    axis = Axis.of(agreement)
    t = day_number(as_of, axis)
    k = t if known_by is None else day_number(known_by, axis)
    with collection_paused():
        return _report(Assessor(agreement, axis, t, k), t, k, precision)


def _report(assessor: Assessor, t: Instant, k: Instant, precision: Precision) -> StatusReport:
    record, axis = assessor.record, assessor.axis
    whole = StatusReport(
        agreement_id=record.id,
        asked=day_of(t, axis),
        known=day_of(k, axis),
        precision=precision,
        agreement_states=(),
        doubted=tuple(assessor.ledger.speakers.doubted.items()),
        not_followed_since=not_followed_since(record, t, axis),
        not_followed=not_followed_in_words(record, t, axis),
        ratings=rated_by(record, assessor.ledger.visible, t),
    )
    if whole.not_followed_since is not None:
        return whole
    assessed = tuple(assessor.all(exact=precision == "exact"))
    return evolve(
        whole,
        agreement_states=tuple(assessor.agreement()),
        ending=ending_of(assessor),
        instances=tuple(status_of(assessor, each) for each in assessed),
        roll_ups=tuple(roll_ups(assessed, t, axis)),
        assumed_from=assumed_from(record),
        assumed=assessor.assumptions(),
    )


def status_of(assessor: Assessor, found: Assessed) -> InstanceStatus:
    """The status of one instance that was assessed."""
    instance, terms, axis = found.instance, found.terms, assessor.axis
    incidents, quiet = incidents_of(assessor.ledger, instance, terms, assessor.t)
    stated = ends_of(terms[0].stated_due, axis)
    reported = stated if found.due == terms[0].stated_due else ends_of(found.due, axis)
    return InstanceStatus(
        obligation_id=instance.duty.id,
        obligor_ids=instance.bearer.obligor_ids,
        number=instance.number,
        states=frozenset(found.rows),
        as_reported=found.reported,
        flags=found.flags,
        deadline=Deadline(
            stated=stated,
            reported=reported,
            possible=reported if found.possible_due == found.due else ends_of(found.possible_due, axis),
            moved_by_ids=moved_by_ids(assessor.ledger, found),
        ),
        violations=tuple([_violation(each, axis) for each in incidents]),
        quiet_since=day_of(quiet, axis) if quiet is not None else None,
        disputes=found.disputes,
        assumed=found.assumptions,
        precision=found.precision,
        rows=tuple((state, found.rows[state].because) for state in sorted(found.rows, key=_ORDER.__getitem__)),
        amounts=amounts_of(found),
        context=context_of(assessor.ledger, found, assessor.t),
    )


def _violation(found: Incident, axis: Axis) -> Violation:
    return Violation(
        event_id=found.event_id,
        days=days_of(found.days, axis),
        until=day_of(found.until, axis) if found.until is not None else None,
        fact=found.fact,
        charge=found.charge,
        certain=found.certain,
        charged_by_ids=found.charged_by_ids,
        denied_by_ids=found.denied_by_ids,
        reading_ids=found.reading_ids,
    )
