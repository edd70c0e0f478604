"""What happened and what is said about it: events, claims, findings, monitoring, assessments."""

from __future__ import annotations

from typing import Annotated

from attrs import field, frozen

from accords.dates import as_date, as_optional_date
from accords.model.conditions import Condition
from accords.model.scalars import (
    ActorId,
    ClaimId,
    Doc,
    EventId,
    Id,
    Language,
    Minimum,
    Number,
    ObligationId,
    OwnId,
    ReadingId,
    ScaleId,
    SubjectId,
    Text,
    When,
    as_number,
    as_optional_number,
    keep_whole,
)
from accords.model.sources import Citation
from accords.model.value import Value
from accords.vocabulary import Act, Basis, Dimension, EventKind, Extent, Recorded, Says, Scale, Verdict

__all__ = ["Assessment", "Claim", "ClaimedQuantity", "Event", "Finding", "Monitoring", "RatingScale", "ScaleLevel"]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class ClaimedQuantity(Value):
    """How much somebody says it was: an exact amount, or a least, a most or both."""

    measure: Annotated[Text, Doc("What is counted or measured, as the duty names it.", ("prisoners",))]
    unit: Annotated[Text | None, Doc("The unit; absent means that of the duty.", ("kg",))] = None
    amount: Annotated[Number | None, Minimum(0), Doc("How much it was.", (88,))] = field(
        default=None, converter=as_optional_number
    )
    at_least: Annotated[Number | None, Minimum(0), Doc("How much it was at least.")] = field(
        default=None, converter=as_optional_number
    )
    at_most: Annotated[Number | None, Minimum(0), Doc("How much it was at most.")] = field(
        default=None, converter=as_optional_number
    )
    so_far: Annotated[
        bool, Doc("Whether it is the sum of the whole turn up to then, in place of the speaker's earlier figures.")
    ] = False


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Claim(Value):
    """What somebody says about an event, as of a day. A claim is never edited, only retracted."""

    id: Annotated[Id | None, OwnId(), Doc("The claim's own id.")] = None
    says: Annotated[Says | None, Doc("What it says; may be absent only in a pure retraction.")] = None
    basis: Annotated[Basis, Doc("Whether the speaker says so, or the coder reads it out of what is said.")] = (
        Basis.STATED
    )
    when: Annotated[When | None, Doc("The day the claim gives for the event, or the first day of a spell.")] = field(
        default=None, converter=as_optional_date
    )
    until: Annotated[When | None, Doc("The last day of a spell.")] = field(default=None, converter=as_optional_date)
    when_basis: Annotated[Basis, Doc("Whether the source states that day.")] = Basis.STATED
    when_as_written: Annotated[Text | None, Doc("The day in the words of the source.", ("on November 23",))] = None
    known_on: Annotated[
        When | None, Doc("When the claim became known; absent means when its source was published.")
    ] = field(default=None, converter=as_optional_date)
    known_on_basis: Annotated[Basis, Doc("Whether the source states that day.")] = Basis.STATED
    claimed_by_id: Annotated[ActorId | None, Doc("Who claims it; absent means the cited source itself.")] = None
    reading_id: Annotated[ReadingId | None, Doc("The reading of the obligation that it rests on.")] = None
    retracts_id: Annotated[ClaimId | None, Doc("The earlier claim of the same speaker that it takes back.")] = None
    quantities: Annotated[tuple[ClaimedQuantity, ...], Doc("How much it says it was; absent means not stated.")] = ()
    text: Annotated[Text | None, Doc("What is claimed, in the coder's own words.")] = None
    text_language: Annotated[Language | None, Doc("The language of `text`; absent means not stated.")] = None
    internal: Annotated[bool, Doc("Whether it is left out of what is published.")] = False
    citations: Annotated[tuple[Citation, ...], Doc("Where it is claimed.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Finding(Value):
    """What a body found, about an obligation, an event or a condition."""

    on_id: Annotated[SubjectId, Doc("The obligation, event or condition that it is about.")]
    verdict: Annotated[Verdict, Doc("What was found.")]
    obligor_ids: Annotated[
        tuple[ActorId, ...],
        Doc("Of an obligation that several owe each: whose; absent means of those who did what the event is about."),
    ] = ()
    when: Annotated[
        When | None, Doc("The days it speaks of; absent means those of the conduct it is about, or its own date.")
    ] = field(default=None, converter=as_optional_date)
    reading_id: Annotated[ReadingId | None, Doc("The reading of the obligation that it adopts.")] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Event(Value):
    """One happening, described neutrally. Two dates for it are two claims about it.

    An event without claims is one that may still happen. Breach is never a kind of event.
    """

    id: Annotated[Id, OwnId(), Doc("The id by which the record names the event.", ("announcement",))]
    kind: Annotated[EventKind, Doc("What sort of happening it is.")]
    summary: Annotated[Text, Doc("What happened, in neutral words of the coder's own.")]
    act: Annotated[Act | None, Doc("The formal act it is, if it is one.")] = None
    actor_ids: Annotated[tuple[ActorId, ...], Doc("Who did it.")] = ()
    obligation_ids: Annotated[tuple[ObligationId, ...], Doc("The obligations it bears on.")] = ()
    about_event_ids: Annotated[tuple[EventId, ...], Doc("Other events it is about.")] = ()
    occurrence_of_id: Annotated[EventId | None, Doc("The repeatable event of which it is one occurrence.")] = None
    instance: Annotated[
        int | None, Minimum(1), Doc("Which turn of a recurring obligation it belongs to, counted from 1.")
    ] = None
    extent: Annotated[
        Extent | None,
        Doc("How much of the duty it performed; absent means all of it or, where the duty states amounts, some."),
    ] = None
    extent_text: Annotated[Text | None, Doc("How much, in words.", ("two of five crossings",))] = None
    count: Annotated[int | None, Minimum(0), Doc("How many of the things it is about.", (1592,))] = None
    place: Annotated[Text | None, Doc("Where it happened.")] = None
    defined_as: Annotated[
        Condition | None,
        Doc("The condition that defines its day, if the text does; a claim that differs is flagged."),
    ] = None
    new_due: Annotated[Condition | None, Doc("Of a postponement: the new deadline.")] = None
    finding: Annotated[Finding | None, Doc("Of a finding: what was found.")] = None
    claims: Annotated[tuple[Claim, ...], Doc("What is said about it, by whom.")] = ()
    internal: Annotated[bool, Doc("Whether it is left out of what is published, with its claims.")] = False
    citations: Annotated[tuple[Citation, ...], Doc("Where the source speaks of it.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Monitoring(Value):
    """Somebody watched, from one day to another. Only watching makes silence evidence."""

    obligation_ids: Annotated[tuple[ObligationId, ...], Doc("The obligations that were watched.")] = ()
    event_ids: Annotated[tuple[EventId, ...], Doc("The events that were watched for.")] = ()
    since: Annotated[When | None, Doc("The first day watched; absent means no beginning is stated.")] = field(
        default=None, converter=as_optional_date
    )
    through: Annotated[When, Doc("The last day watched.")] = field(converter=as_date)
    monitored_by_id: Annotated[ActorId | None, Doc("Who watched; absent means the cited source itself.")] = None
    known_on: Annotated[When | None, Doc("When it became known; absent means when its source was published.")] = field(
        default=None, converter=as_optional_date
    )
    recorded: Annotated[
        Recorded | None,
        Doc("How much of what was seen is in the record; absent means not stated, and proves nothing."),
    ] = None
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Assessment(Value):
    """A rating of an obligation. Ratings stand side by side; none wins by itself."""

    obligation_id: Annotated[ObligationId, Doc("The obligation.")]
    instance: Annotated[
        int | None, Minimum(1), Doc("Which turn is rated, counted from 1; absent means the obligation as a whole.")
    ] = None
    obligor_id: Annotated[ActorId | None, Doc("Whose performance is rated; absent means that of all who owe it.")] = (
        None
    )
    assessor_id: Annotated[ActorId | None, Doc("Who rates, where it is an actor of the record.")] = None
    assessor: Annotated[Text | None, Doc("Who rates, in words, where it is not.")] = None
    on: Annotated[When, Doc("As of which day.")] = field(converter=as_date)
    known_on: Annotated[When | None, Doc("When it became known; absent means when its source was published.")] = field(
        default=None, converter=as_optional_date
    )
    dimension: Annotated[Dimension | None, Doc("What is rated; absent means not stated.")] = None
    scale: Annotated[Scale | None, Doc("The scale, if it is one of these; else `scale_id` names it.")] = None
    scale_id: Annotated[ScaleId | None, Doc("The scale, if it is one of the record's own `scales`.")] = None
    value: Annotated[Text, Doc("The rating, written as on the scale.", ("2", "intermediate"))]
    basis: Annotated[Text | None, Doc("On what it rests, in words.")] = None
    internal: Annotated[bool, Doc("Whether it is left out of what is published.")] = False
    citations: Annotated[tuple[Citation, ...], Doc("Where the rating is published.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class ScaleLevel(Value):
    """One step of a scale."""

    value: Annotated[Number, Doc("The number that stands for it.", (2,))] = field(converter=as_number)
    label: Annotated[Text | None, Doc("What it is called.", ("intermediate",))] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class RatingScale(Value):
    """A scale of somebody's ratings: either its levels, or its least and greatest value."""

    id: Annotated[Id, OwnId(), Doc("The id by which ratings name the scale.", ("task-status",))]
    title: Annotated[Text, Doc("What it is called.")]
    levels: Annotated[tuple[ScaleLevel, ...], Doc("Its steps; absent where any value in between can be given.")] = ()
    minimum: Annotated[Number | None, Doc("Its least value, where it has no steps.", (0,))] = field(
        default=None, converter=as_optional_number
    )
    maximum: Annotated[Number | None, Doc("Its greatest value, where it has no steps.", (100,))] = field(
        default=None, converter=as_optional_number
    )
    higher_is_better: Annotated[bool | None, Doc("Whether more is better; absent means not stated.")] = None
    citations: Annotated[tuple[Citation, ...], Doc("Where it is published.")] = ()
