"""Conditions. Each denotes the first moment at which it becomes true, or never."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias

from attrs import field, frozen

from accords.dates import as_date, as_optional_date
from accords.dates.durations import as_optional_duration
from accords.model.scalars import (
    Doc,
    EventId,
    Id,
    Minimum,
    MinItems,
    ObligationId,
    OwnId,
    Period,
    Text,
    When,
    keep_whole,
)
from accords.model.sources import Citation
from accords.model.value import Value
from accords.vocabulary import AnchorDay, InstanceChoice, MonthEnd, NextStart, Reaches

__all__ = [
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Condition",
    "Never",
    "NoEvent",
    "Offset",
    "OnConclusion",
    "OnDate",
    "OnEntryIntoForce",
    "OnEvent",
    "OnObligation",
    "Prose",
    "Vague",
]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class OnDate(Value):
    """A stipulated date. As ``due`` or ``ends`` its last instant counts, otherwise its first."""

    kind: ClassVar[Literal["date"]] = "date"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    value: Annotated[When, Doc("The date or period.", ("2023-01-31",))] = field(converter=as_date)
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class OnConclusion(Value):
    """The conclusion of this agreement."""

    kind: ClassVar[Literal["conclusion"]] = "conclusion"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class OnEntryIntoForce(Value):
    """The entry into force of this agreement."""

    kind: ClassVar[Literal["entry_into_force"]] = "entry_into_force"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class OnEvent(Value):
    """An event happens, as far as that is known."""

    kind: ClassVar[Literal["event"]] = "event"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    event_id: Annotated[EventId, Doc("The event.")]
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class OnObligation(Value):
    """Another obligation reaches a turn in its life. Circles of such conditions are an error."""

    kind: ClassVar[Literal["obligation"]] = "obligation"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    obligation_id: Annotated[ObligationId, Doc("The other obligation.")]
    reaches: Annotated[Reaches, Doc("The turn it has to reach.")] = Reaches.FULFILLED
    instances: Annotated[
        InstanceChoice | None,
        Doc(
            "Of several instances, whether all have to reach it or the first; absent means as each of those words says."
        ),
    ] = None
    turn: Annotated[
        int | None, Minimum(1), Doc("Which turn of a recurring obligation has to reach it, counted from 1.", (1,))
    ] = None
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Offset(Value):
    """A time before or after another condition becomes true: thirty days after, ten working days before.

    It has `duration`, `working_days` or `then`; only `then` goes together with one of the others.
    """

    kind: ClassVar[Literal["offset"]] = "offset"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    anchor: Annotated[Condition, Doc("What it is counted from.")]
    duration: Annotated[Period | None, Doc("How long after; negative for before.", ("P30D", "-P10D"))] = field(
        default=None, converter=as_optional_duration
    )
    working_days: Annotated[
        int | None,
        Doc("How many working days after, by the record's `calendar`; negative for before.", (10, -5)),
    ] = None
    then: Annotated[
        NextStart | None,
        Doc("Carries the time so reached on to the next start of a month or year."),
    ] = None
    anchor_day: Annotated[AnchorDay, Doc("Whether the anchor's own day counts.")] = AnchorDay.EXCLUDED
    month_end: Annotated[MonthEnd, Doc("What happens where a month has no such day.")] = MonthEnd.CLIP
    approximate: Annotated[bool, Doc("The source says 'about'.")] = False
    tolerance: Annotated[
        Period | None,
        Doc(
            "How far 'about' reaches at most, always away from the anchor's side; absent means without limit.", ("P3D",)
        ),
    ] = field(default=None, converter=as_optional_duration)
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()

    @property
    def is_same_day(self) -> bool:
        """Whether it is the anchor itself, with nothing counted."""
        return (self.duration is None or self.duration.is_zero) and not self.working_days and self.then is None

    @property
    def is_before(self) -> bool:
        """Whether it counts back from its anchor."""
        return (self.working_days or 0) < 0 or (self.duration is not None and self.duration.negative)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class AllOf(Value):
    """All of the conditions: true when the last of them is."""

    kind: ClassVar[Literal["all_of"]] = "all_of"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    conditions: Annotated[tuple[Condition, ...], MinItems(1), Doc("The conditions.")]
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class AnyOf(Value):
    """Any of the conditions: true when the first of them is."""

    kind: ClassVar[Literal["any_of"]] = "any_of"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    conditions: Annotated[tuple[Condition, ...], MinItems(1), Doc("The conditions.")]
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class AtLeast(Value):
    """At least so many of the conditions."""

    kind: ClassVar[Literal["at_least"]] = "at_least"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    count: Annotated[int, Minimum(1), Doc("How many have to be true.", (2,))]
    conditions: Annotated[tuple[Condition, ...], MinItems(1), Doc("The conditions.")]
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class NoEvent(Value):
    """An event does not happen within a time: 'unless the other side objects within 14 days'."""

    kind: ClassVar[Literal["no_event"]] = "no_event"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    event_id: Annotated[EventId, Doc("The event that must not happen.")]
    since: Annotated[Condition | None, Doc("Where the time begins; absent means no beginning is stated.")] = None
    until: Annotated[Condition, Doc("Where the time ends: the condition becomes true then.")]
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Never(Value):
    """The source itself says never: indefinite, irrevocable. To be told apart from nothing being said."""

    kind: ClassVar[Literal["never"]] = "never"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Vague(Value):
    """A time without a date, such as 'in the coming days'. Nothing is ever overdue by it."""

    kind: ClassVar[Literal["vague"]] = "vague"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id.")] = None
    text: Annotated[Text, Doc("The words of the source.", ("in the coming days",))]
    after: Annotated[Condition | None, Doc("What it cannot come before.")] = None
    review_after: Annotated[When | None, Doc("When the coder wants to be reminded; says nothing about the deal.")] = (
        field(default=None, converter=as_optional_date)
    )
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Prose(Value):
    """A condition kept in words: unknown until a finding on its id."""

    kind: ClassVar[Literal["prose"]] = "prose"
    id: Annotated[Id | None, OwnId(), Doc("The condition's own id, which a finding can name.")] = None
    text: Annotated[Text, Doc("The condition in words.", ("the security situation allows it",))]
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


Condition: TypeAlias = (
    OnDate
    | OnConclusion
    | OnEntryIntoForce
    | OnEvent
    | OnObligation
    | Offset
    | AllOf
    | AnyOf
    | AtLeast
    | NoEvent
    | Never
    | Vague
    | Prose
)
"""The first moment at which something becomes true, or never; ``kind`` tells which sort of condition it is."""
