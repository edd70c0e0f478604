"""A status as a value: where each instance of each duty stands, and the agreement itself."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

from accords.engine.facts.claims import Standing
from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assumption
from accords.engine.worlds.disputes import Dispute
from accords.engine.worlds.flags import Charged
from accords.model.events import Claim
from accords.prose import counted, html_table
from accords.standing.amounts import MeasuredAmount
from accords.standing.days import Days, Deadline, day_text
from accords.standing.naming import Context, is_late, name_of, with_names
from accords.standing.own_name import Ending, agreement_name, since_in_words
from accords.standing.ratings import RatingRollUp
from accords.standing.rollup import RollUp
from accords.standing.told import assumed_in_words
from accords.suggest import refuse_unknown_id
from accords.vocabulary import Verdict

__all__ = ["Accusation", "FindingStatus", "InstanceStatus", "StatusReport", "Violation"]


@frozen(kw_only=True)
class Violation(Charged):
    """What is charged or found to have violated a duty that is kept from day to day.

    ``fact`` is how well it stands that it happened, ``charge`` how well it stands that it was a breach. ``until`` is
    the last day of a spell, in ISO form. ``certain``: no consistent world leaves it out. ``read_otherwise_by_ids`` are
    those who owe the duty and answer a charge by reading it in another way, where nobody denies it. ``told_by_ids`` say
    that it happened, ``told`` which sides they are. Those of ``read_in_ids`` say what they say only as the coder reads
    them. ``answered``: somebody of the obligor's side is recorded as saying anything of it.
    """

    days: Days
    until: str | None


@frozen(kw_only=True)
class FindingStatus:
    """What a body found, or is said to have found, as it bears on one instance.

    ``event_id`` is the event of the finding, ``verdict`` what was found, ``standing`` how well it stands that it was
    made. ``settles``: it was made by a body that decides this, of this instance, and no other is at odds with it.
    ``named``: it is about this instance; otherwise it may be about another one, and does not say.
    """

    event_id: str
    verdict: Verdict
    days: Days
    standing: Standing
    settles: bool
    named: bool
    said_by_ids: tuple[str, ...]
    denied_by_ids: tuple[str, ...]
    accepted_by_ids: tuple[str, ...] = ()
    rejected_by_ids: tuple[str, ...] = ()


@frozen(kw_only=True)
class Accusation:
    """Somebody's word that a happening breached a duty, where that bears on no state and is only to be quoted.

    ``event_id`` is a performance or the background of a duty, ``claim`` what is said of it, ``said_by_id`` who says so,
    ``known_on`` since when that is known, in ISO form.
    """

    event_id: str
    claim: Claim
    said_by_id: str | None
    known_on: str | None


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
    findings: tuple[FindingStatus, ...]
    """What bodies found of it, but for the violations among that."""
    accusations: tuple[Accusation, ...] = field(eq=False, repr=False)
    """Who calls what was done, or lies behind the duty, a breach; that changes nothing."""
    quiet_since: str | None
    """The last day of the last of them, where nothing is reported after it, in ISO form."""
    closes: Days
    """Until when a power can be used that ends by itself, as far as is reported; none where that is not known."""
    not_bound_ids: tuple[str, ...]
    """Those of several who owe it together whom it does not bind in its time: they joined later, or had left."""
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

    def __repr__(self) -> str:
        """Which duty of whom, and where it stands."""
        turn = f", turn {self.number}" if self.number is not None else ""
        return f"<InstanceStatus {self.obligation_id} ({', '.join(self.obligor_ids)}{turn}): {self.name}>"

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline has passed for certain, and nobody says that the duty was performed by then.

        Nothing is overdue because of one side's word, by a vague date, or while another deadline is possible; nor is
        anything less overdue because somebody says that it was not done.
        """
        return bool(self.deadline.reported) and is_late(self.states, self.as_reported, self.context)

    @property
    def name(self) -> str:
        """The states in words, with actors by their ids."""
        return name_of(self.states, self.as_reported, self.context)

    def named(self, called: Callable[[str], str]) -> str:
        """The states in words, with actors as ``called`` calls them by their ids."""
        return name_of(self.states, self.as_reported, with_names(self.context, called))

    @property
    def claimed_by_ids(self) -> tuple[str | None, ...]:
        """The sides that say what the name tells, and sources of theirs; None is nobody named."""
        return self.context.claimed_by

    @property
    def reported_by_ids(self) -> tuple[str | None, ...]:
        """Third parties that say what the name tells, and sources that speak for themselves; None is nobody named."""
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
    unchecked: str | None = None
    """That the record is a draft that nobody has checked, in words; None where it does not say so of itself."""
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
    ratings: tuple[RatingRollUp, ...] = ()
    """What others rate, summed up for each rater."""
    obligation_ids: tuple[str, ...] = field(default=(), repr=False)
    """The duties of the record, declarations included."""

    @property
    def as_of(self) -> str:
        """The day asked about, in ISO form."""
        return day_text(self.asked)

    @property
    def known_by(self) -> str:
        """The day of knowledge, in ISO form."""
        return day_text(self.known)

    @property
    def not_followed(self) -> str | None:
        """The same in words."""
        return since_in_words(self.not_followed_since)

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
        """The instances of one duty, in order; empty for a declaration. Raises UnknownIdError for an unknown id."""
        refuse_unknown_id(obligation_id, "obligation", self.obligation_ids)
        return tuple(found for found in self.instances if found.obligation_id == obligation_id)

    def __repr__(self) -> str:
        """Of which record and day, and how many instances."""
        return f"<StatusReport {self.agreement_id}, {self.as_of}: {counted(len(self.instances), 'instance')}>"

    def _repr_html_(self) -> str:
        """A table of the instances, for notebooks."""
        rows = ((each.obligation_id, ", ".join(each.obligor_ids), each.number, each.name, each.deadline.computed)
                for each in self.instances)  # fmt: skip
        return html_table(f"{self.agreement_id}, {self.as_of}", ("id", "obligors", "turn", "status", "due"), rows)
