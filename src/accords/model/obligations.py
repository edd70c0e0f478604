"""Obligations: who owes what to whom, how it is performed, and how duties hang together."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias

from attrs import field, frozen

from accords.dates.durations import as_duration, as_optional_duration
from accords.model.conditions import Condition
from accords.model.scalars import (
    ActorId,
    Doc,
    EventId,
    Id,
    Language,
    Minimum,
    MinItems,
    Number,
    ObligationId,
    OwnId,
    Period,
    Text,
    as_number,
    keep_whole,
)
from accords.model.sources import Citation
from accords.model.value import Value
from accords.vocabulary import (
    BindsFrom,
    Borne,
    Counted,
    LinkageMode,
    Modality,
    ObligorBasis,
    RecurrenceMode,
    SuspensionEffect,
    WeekdayOfMonth,
    Whose,
)

__all__ = [
    "Amount",
    "Carveout",
    "Continuing",
    "EachTime",
    "Linkage",
    "Obligation",
    "Once",
    "Performance",
    "Quantity",
    "Ratio",
    "Reading",
    "ReadingTerms",
    "Recurring",
    "Renewal",
    "Suspension",
]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Once(Value):
    """One act performs the duty."""

    kind: ClassVar[Literal["once"]] = "once"


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Continuing(Value):
    """The duty is kept from day to day and is never done. The only way to perform a ``must_not``."""

    kind: ClassVar[Literal["continuing"]] = "continuing"


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Recurring(Value):
    """The duty comes round again and again.

    `not_before`, `due` and `ends` of the obligation are those of the first turn, shifted by `every` for each later one,
    with `weekday_of_month` to the same weekday; what is counted from a date is counted anew. Without `due`, the last
    instant of a turn is its deadline: by its `ends`, or before the next turn; with neither, turns are periods.
    """

    kind: ClassVar[Literal["recurring"]] = "recurring"
    every: Annotated[Period | None, Doc("The time from one turn to the next.", ("P3M",))] = field(
        default=None, converter=as_optional_duration
    )
    mode: Annotated[RecurrenceMode | None, Doc("From where the next turn is counted; absent means not stated.")] = None
    weekday_of_month: Annotated[WeekdayOfMonth | None, Doc("Which of its month the weekday of each turn is.")] = None
    times: Annotated[int | None, Minimum(1), Doc("How many turns there are.")] = None
    ends: Annotated[Condition | None, Doc("When the turns end: none opens after it.")] = None
    text: Annotated[Text | None, Doc("The words of the source where it gives no period.", ("regularly",))] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class EachTime(Value):
    """The duty arises each time an event happens, or with each turn of another duty. It has one of the two."""

    kind: ClassVar[Literal["each_time"]] = "each_time"
    event_id: Annotated[EventId | None, Doc("The event; every occurrence of it gives one instance of the duty.")] = None
    obligation_id: Annotated[
        ObligationId | None,
        Doc("The other duty; each instance waits for the turn of that duty with the same number, by all who owe it."),
    ] = None
    whose: Annotated[
        Whose | None, Doc("Whose doing the event has to be, where several owe the duty each; absent means anybody's.")
    ] = None


Performance: TypeAlias = Once | Continuing | Recurring | EachTime
"""How a duty is performed; ``kind`` tells which way."""


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Suspension(Value):
    """A time during which a duty, or the agreement, stands still."""

    starts: Annotated[Condition, Doc("When it begins.")]
    ends: Annotated[Condition | None, Doc("When it ends; absent means no end is stated.")] = None
    effect: Annotated[SuspensionEffect, Doc("What it does to deadlines.")] = SuspensionEffect.STOPS_THE_CLOCK
    obligor_ids: Annotated[tuple[ActorId, ...], Doc("For whom, as by a derogation; absent: for all who owe it.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Renewal(Value):
    """Renewal of a term, or of a duty that comes to an end: by itself, unless somebody objects, or by consent."""

    duration: Annotated[Period, Doc("For how long it is renewed.", ("P120D",))] = field(converter=as_duration)
    if_event_id: Annotated[
        EventId | None, Doc("The consent without which it is not renewed; absent means none is needed.")
    ] = None
    unless_event_id: Annotated[EventId | None, Doc("The notice that prevents it.")] = None
    notice: Annotated[Period | None, Doc("How long before the end that notice or consent has to come.")] = field(
        default=None, converter=as_optional_duration
    )
    max_times: Annotated[
        int | None, Minimum(1), Doc("How many times it can be renewed; absent means no limit is stated.")
    ] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Ratio(Value):
    """An amount that hangs on another duty: so many times what is established of that one."""

    times: Annotated[Number, Minimum(0), Doc("How many for each one of the other duty.", (3,))] = field(
        converter=as_number
    )
    of_obligation_id: Annotated[ObligationId, Doc("The other duty.")]


Amount: TypeAlias = Annotated[Number, Minimum(0)] | Ratio
"""A number, or so many times what is established of another duty."""


def _as_amount(value: Number | float | Ratio | None) -> Number | Ratio | None:
    return value if value is None or isinstance(value, Ratio) else as_number(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Quantity(Value):
    """How much of something a duty asks for or allows, in each turn."""

    measure: Annotated[Text, Doc("What is counted or measured.", ("prisoners", "enriched uranium"))]
    unit: Annotated[Text | None, Doc("The unit; absent where things are counted.", ("kg", "t"))] = None
    at_least: Annotated[Amount | None, Doc("The least that performs the duty; absent means none is stated.", (90,))] = (
        field(default=None, converter=_as_amount)
    )
    at_most: Annotated[Amount | None, Doc("The most that is allowed; absent means none is stated.", (300,))] = field(
        default=None, converter=_as_amount
    )
    counted: Annotated[Counted, Doc("Whether figures add up or stand alone.")] = Counted.SUM


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class ReadingTerms(Value):
    """The conditions that a reading puts in place of those of the obligation."""

    trigger: Annotated[Condition | None, Doc("In place of the trigger.")] = None
    not_before: Annotated[Condition | None, Doc("In place of the earliest time.")] = None
    due: Annotated[Condition | None, Doc("In place of the deadline.")] = None
    ends: Annotated[Condition | None, Doc("In place of the end.")] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Reading(Value):
    """How somebody reads an obligation where that is disputed. Readings stand side by side."""

    id: Annotated[Id, OwnId(), Doc("The id by which claims and findings name the reading.")]
    held_by_ids: Annotated[tuple[ActorId, ...], Doc("Who holds it.")] = ()
    text: Annotated[Text, Doc("The reading in the coder's own words.")]
    replaces: Annotated[ReadingTerms | None, Doc("The conditions it reads differently.")] = None
    citations: Annotated[
        tuple[Citation, ...], Doc("Where it is put forward; it is known from the first of these days on.")
    ] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Carveout(Value):
    """Something that the source takes out of an obligation."""

    text: Annotated[Text, Doc("What is taken out, in the coder's own words.")]
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Obligation(Value):
    """Who owes what to whom, under which conditions and by when.

    Its status is never stored: it is computed from claims about events.
    """

    id: Annotated[Id, OwnId(), Doc("The id by which the record names the obligation.", ("serbia-plates",))]
    label: Annotated[Text | None, Doc("A few words for headings.")] = None
    clause: Annotated[Text | None, Doc("The number of the clause as printed.", ("3(a)",))] = None
    obligor_ids: Annotated[
        tuple[ActorId, ...],
        Doc("Who owes it: parties or third parties. Empty where the source names nobody."),
    ] = ()
    obligor_basis: Annotated[ObligorBasis, Doc("Where the obligors come from.")] = ObligorBasis.STATED
    borne: Annotated[Borne, Doc("How several obligors share it.")] = Borne.EACH
    owed_to_ids: Annotated[tuple[ActorId, ...], Doc("To whom it is owed; absent means not stated.")] = ()
    modality: Annotated[Modality, Doc("What kind of duty, permission or declaration it is.")]
    performance: Annotated[
        Performance | None,
        Doc("How it is performed; absent means once, and continuing for a must_not."),
    ] = None
    action: Annotated[
        Text, Doc("What is to be done, as a verb phrase in the coder's own words.", ("issue an invitation",))
    ]
    as_written: Annotated[Text | None, Doc("The operative words of the source, a short phrase.")] = None
    as_written_language: Annotated[
        Language | None, Doc("The language of `as_written`; absent means that of the cited source.")
    ] = None
    quantities: Annotated[
        tuple[Quantity, ...], Doc("How much is owed or allowed, all of it to be met; absent means not stated.")
    ] = ()
    trigger: Annotated[Condition | None, Doc("What has to happen first and may never happen.")] = None
    not_before: Annotated[Condition | None, Doc("Before when it cannot be performed.")] = None
    due: Annotated[Condition | None, Doc("By when an act has to be performed; absent means no date is stated.")] = None
    ends: Annotated[Condition | None, Doc("When the duty dies; absent means with the agreement.")] = None
    renewal: Annotated[Renewal | None, Doc("How the duty goes on beyond `ends`; absent means it does not.")] = None
    excused_if: Annotated[Condition | None, Doc("What excuses the obligor from then on.")] = None
    binds_from: Annotated[BindsFrom, Doc("From when it binds.")] = BindsFrom.ENTRY_INTO_FORCE
    suspensions: Annotated[tuple[Suspension, ...], Doc("Times during which it stands still.")] = ()
    owed_after_breach: Annotated[bool, Doc("Whether it is still owed after its deadline has passed.")] = True
    survives_termination: Annotated[bool, Doc("Whether it outlives the agreement, whatever ends that.")] = False
    beside_agreement: Annotated[
        bool, Doc("Whether it was promised beside the agreement, without being part of it.")
    ] = False
    verified_by_ids: Annotated[tuple[ActorId, ...], Doc("Whose word on the facts prevails.")] = ()
    determined_by_ids: Annotated[tuple[ActorId, ...], Doc("Whose finding settles what the facts mean.")] = ()
    readings: Annotated[tuple[Reading, ...], Doc("How it is read, where that is disputed.")] = ()
    exceptions: Annotated[tuple[Carveout, ...], Doc("What the source takes out of it.")] = ()
    with_consent_of_ids: Annotated[tuple[ActorId, ...], Doc("Whose consent it needs.")] = ()
    place: Annotated[Text | None, Doc("Where it is to be performed.")] = None
    related_ids: Annotated[tuple[ObligationId, ...], Doc("Other obligations a reader should see with it.")] = ()
    themes: Annotated[tuple[Text, ...], Doc("Subjects, for grouping.", ("licence plates",))] = ()
    note: Annotated[Text | None, Doc("A remark by the coder.")] = None
    note_language: Annotated[Language | None, Doc("The language of `note`; absent means not stated.")] = None
    former_ids: Annotated[tuple[Id, ...], Doc("Ids by which earlier versions of the record named it.")] = ()
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()

    @property
    def performed(self) -> Performance:
        """How it is performed, with what absence means filled in: once, and continuing for a ``must_not``."""
        if self.performance is not None:
            return self.performance
        return Continuing() if self.modality is Modality.MUST_NOT else Once()

    @property
    def is_continuing(self) -> bool:
        """Whether it is kept from day to day and never done.

        A prohibition is, in each of its turns if it has any, and so is a level that is to be held in each turn, where
        no `due` is stated. So is what comes round at no stated period: its acts are counted, and none of them is ever
        overdue.
        """
        if self.modality is Modality.MUST_NOT:
            return True
        performance = self.performance
        if not isinstance(performance, Recurring):
            return isinstance(performance, Continuing)
        return performance.every is None or (self.due is None and self._holds_levels)

    @property
    def _holds_levels(self) -> bool:
        levels = [quantity.counted is Counted.LEVEL for quantity in self.quantities]
        return self.modality is not Modality.MAY and bool(levels) and all(levels)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Linkage(Value):
    """Obligations that the text itself ties together. Plain order in time is a trigger, not a linkage."""

    obligation_ids: Annotated[tuple[ObligationId, ...], MinItems(1), Doc("The obligations.")]
    mode: Annotated[LinkageMode, Doc("How they depend on each other.")]
    tolerance: Annotated[Period | None, Doc("How far apart simultaneous acts may lie.", ("PT8H",))] = field(
        default=None, converter=as_optional_duration
    )
    citations: Annotated[tuple[Citation, ...], Doc("Where the source ties them.")] = ()
