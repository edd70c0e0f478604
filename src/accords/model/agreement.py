"""The record: one agreement, with how it was concluded, its term, and its place among others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from attrs import field, frozen

from accords.dates import Edtf, as_date, as_optional_date
from accords.model.actors import Actor, Party, ThirdParty
from accords.model.conditions import Condition
from accords.model.events import Assessment, Event, Monitoring
from accords.model.obligations import Linkage, Obligation, Renewal, Suspension
from accords.model.scalars import (
    ActorId,
    Doc,
    Id,
    Language,
    MinItems,
    Number,
    ObligationId,
    OwnId,
    Pointer,
    RuleCode,
    Text,
    TimeZone,
    When,
    as_number,
    as_optional_number,
    keep_whole,
)
from accords.model.sources import Citation, Identifier, LocalText, Source
from accords.vocabulary import Basis, CodingStatus, ConclusionForm, LegalNature, RelationKind, Role, Weekday

__all__ = [
    "Agreement",
    "Calendar",
    "Coding",
    "Conclusion",
    "Correction",
    "DutyCoding",
    "NatureView",
    "ProvisionalApplication",
    "RatingScale",
    "Relation",
    "Release",
    "ScaleLevel",
    "Term",
    "Waiver",
]


def _as_dates(values: Iterable[str | Edtf]) -> tuple[Edtf, ...]:
    if isinstance(values, (str, bytes)):
        raise TypeError(f"expected a tuple, not the text {values!r:.64}")
    return tuple(as_date(value) for value in values)


@frozen(kw_only=True, field_transformer=keep_whole)
class NatureView:
    """What somebody holds the agreement to be in law."""

    nature: Annotated[LegalNature, Doc("What it is held to be.")]
    according_to_ids: Annotated[tuple[ActorId, ...], Doc("Who holds so; absent means the cited source itself.")] = ()
    citations: Annotated[tuple[Citation, ...], Doc("Where that is said.")] = ()


@frozen(kw_only=True, field_transformer=keep_whole)
class Conclusion:
    """How, when and where the agreement was concluded."""

    form: Annotated[ConclusionForm, Doc("How it was concluded.")]
    announced_by_ids: Annotated[tuple[ActorId, ...], Doc("Who announced it.")] = ()
    date: Annotated[When | None, Doc("The day of the conclusion.", ("2022-11-23",))] = field(
        default=None, converter=as_optional_date
    )
    date_basis: Annotated[Basis, Doc("Whether the source states that day, the year included.")] = Basis.STATED
    place: Annotated[Text | None, Doc("Where it was concluded.", ("Brussels",))] = None
    legal_natures: Annotated[tuple[NatureView, ...], Doc("What it is held to be in law, by whom.")] = ()
    languages: Annotated[tuple[Language, ...], Doc("The languages of the authentic texts.")] = ()
    prevailing_language: Annotated[Language | None, Doc("The language whose text prevails.")] = None
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, field_transformer=keep_whole)
class ProvisionalApplication:
    """Application before entry into force."""

    starts: Annotated[Condition, Doc("When it begins.")]
    ends: Annotated[Condition | None, Doc("When it ends; absent means with entry into force.")] = None


@frozen(kw_only=True, field_transformer=keep_whole)
class Term:
    """From when to when the agreement is in force."""

    entry_into_force: Annotated[
        Condition | None, Doc("When it enters into force; absent is read as its conclusion.")
    ] = None
    provisional_application: Annotated[ProvisionalApplication | None, Doc("Application before that.")] = None
    ends_if_any: Annotated[
        tuple[Condition, ...], Doc("The conditions any of which ends it; absent means no end is stated.")
    ] = ()
    renewal: Annotated[Renewal | None, Doc("How the term is renewed.")] = None
    suspensions: Annotated[tuple[Suspension, ...], Doc("When the whole agreement stands still.")] = ()
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, field_transformer=keep_whole)
class Calendar:
    """Which days are no working days, by the source or by law. Every other day from `since` to `until` is one."""

    weekend: Annotated[
        tuple[Weekday, ...],
        Doc("The days of the week on which no work is done; absent means not stated.", ("saturday",)),
    ] = ()
    holidays: Annotated[tuple[When, ...], Doc("The holidays, day by day or as spans.", ("2023-01-02",))] = field(
        default=(), converter=_as_dates
    )
    since: Annotated[
        When | None, Doc("From when the holidays are all listed; absent means no beginning is stated.")
    ] = field(default=None, converter=as_optional_date)
    until: Annotated[
        When | None, Doc("Until when the holidays are all listed; what falls later stays open; absent means no end.")
    ] = field(default=None, converter=as_optional_date)
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, field_transformer=keep_whole)
class ScaleLevel:
    """One step of a scale."""

    value: Annotated[Number, Doc("The number that stands for it.", (2,))] = field(converter=as_number)
    label: Annotated[Text | None, Doc("What it is called.", ("intermediate",))] = None


@frozen(kw_only=True, field_transformer=keep_whole)
class RatingScale:
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


@frozen(kw_only=True, field_transformer=keep_whole)
class Relation:
    """How this agreement relates to another one."""

    id: Annotated[Id | None, OwnId(), Doc("The relation's own id.")] = None
    relation: Annotated[RelationKind, Doc("What this agreement does to the other.")]
    title: Annotated[Text, Doc("The title of the other.")]
    agreement_id: Annotated[Id | None, Doc("The id of the other's own record.")] = None
    date: Annotated[When | None, Doc("The date of the other.")] = field(default=None, converter=as_optional_date)
    identifiers: Annotated[tuple[Identifier, ...], Doc("Codes of the other in registers.")] = ()
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, field_transformer=keep_whole)
class Waiver:
    """A kind of warning or remark that was looked at and is accepted here, and why."""

    code: Annotated[RuleCode, Doc("The kind of finding; an error cannot be waived.", ("ACC302",))]
    about_ids: Annotated[
        tuple[Id, ...],
        Doc("What in the record it is waived for, with all that is inside; neither this nor `pointer`: everywhere."),
    ] = ()
    pointer: Annotated[Pointer | None, Doc("The place it is waived for, where what is there has no id.")] = None
    reason: Annotated[Text, Doc("Why it is accepted.")]
    waived_by: Annotated[Text | None, Doc("Who decided so.")] = None
    until: Annotated[When | None, Doc("The last day on which it is waived; absent means no end.")] = field(
        default=None, converter=as_optional_date
    )


@frozen(kw_only=True, field_transformer=keep_whole)
class Correction:
    """What was put right in the record after it had been published."""

    on: Annotated[When, Doc("When.", ("2024-03-01",))] = field(converter=as_date)
    what: Annotated[Text, Doc("What was put right.")]


@frozen(kw_only=True, field_transformer=keep_whole)
class DutyCoding:
    """Who coded one obligation, where that is not the same for all."""

    obligation_id: Annotated[ObligationId, Doc("The obligation.")]
    coded_by: Annotated[Text | None, Doc("Who coded it; absent means as for the record.")] = None
    reviewed_by: Annotated[Text | None, Doc("Who read it a second time; absent means not stated.")] = None
    remarks: Annotated[Text | None, Doc("Anything a reader should know about its coding.")] = None


@frozen(kw_only=True, field_transformer=keep_whole)
class Release:
    """The publication of the record itself."""

    on: Annotated[When | None, Doc("When it was published.", ("2024-03-01",))] = field(
        default=None, converter=as_optional_date
    )
    by: Annotated[Text | None, Doc("Who published it.")] = None
    licence: Annotated[Text | None, Doc("The licence, best as an SPDX identifier.", ("CC-BY-4.0",))] = None
    attribution: Annotated[Text | None, Doc("How the publisher wants to be named.")] = None


@frozen(kw_only=True, field_transformer=keep_whole)
class Coding:
    """Who coded the record, when, and how far it has come."""

    coded_by: Annotated[Text | None, Doc("Who coded it.")] = None
    coded_on: Annotated[When | None, Doc("When.")] = field(default=None, converter=as_optional_date)
    status: Annotated[CodingStatus | None, Doc("How far the coding has come.")] = None
    followed_until: Annotated[
        When | None,
        Doc("The last day of which the coders looked for reports; absent means not stated.", ("2023-12-31",)),
    ] = field(default=None, converter=as_optional_date)
    remarks: Annotated[Text | None, Doc("Anything a reader should know about the coding.")] = None
    waivers: Annotated[tuple[Waiver, ...], Doc("Findings that were looked at and are accepted, with reasons.")] = ()
    corrections: Annotated[tuple[Correction, ...], Doc("What was put right since it was published.")] = ()
    duties: Annotated[tuple[DutyCoding, ...], Doc("Who coded and read single obligations.")] = ()


@frozen(kw_only=True, field_transformer=keep_whole)
class Agreement:
    """One diplomatic agreement: who agreed to do what, towards whom, under which conditions, and what is said since.

    Status is never stored. Absent always means not stated; where the source says never, there is a condition for it.
    """

    accords_version: Annotated[Literal["1.0"], Doc("The version of the format.", ("1.0",))] = "1.0"
    id: Annotated[
        Id,
        Doc("A short name for the agreement, used in file names and outputs.", ("kosovo-serbia-plates-2022",)),
    ]
    title: Annotated[Text, Doc("A title for display.")]
    other_titles: Annotated[tuple[LocalText, ...], Doc("Other titles, in any language.")] = ()
    summary: Annotated[Text | None, Doc("What it is about, in the coder's own words.")] = None
    identifiers: Annotated[tuple[Identifier, ...], Doc("Codes of the agreement in registers.")] = ()
    former_ids: Annotated[tuple[Id, ...], Doc("Ids by which earlier versions of the record went.")] = ()
    time_zone: Annotated[TimeZone, Doc("Where days begin and end; an editorial choice.")] = "UTC"
    calendar: Annotated[
        Calendar | None, Doc("Which days are no working days; absent means not stated, and working days stay open.")
    ] = None
    conclusion: Annotated[Conclusion | None, Doc("How it was concluded; absent means not stated.")] = None
    term: Annotated[Term | None, Doc("From when to when it is in force; absent means not stated.")] = None
    actors: Annotated[tuple[Actor, ...], MinItems(1), Doc("Everybody the record speaks of.")]
    parties: Annotated[tuple[Party, ...], MinItems(1), Doc("Whom the agreement is between.")]
    third_parties: Annotated[tuple[ThirdParty, ...], Doc("Mediators, guarantors, hosts and others.")] = ()
    obligations: Annotated[tuple[Obligation, ...], Doc("What was undertaken, allowed or declared.")] = ()
    linkages: Annotated[tuple[Linkage, ...], Doc("Obligations that the text ties together.")] = ()
    events: Annotated[tuple[Event, ...], Doc("What happened or may happen.")] = ()
    monitoring: Annotated[tuple[Monitoring, ...], Doc("Who watched what, and when.")] = ()
    scales: Annotated[tuple[RatingScale, ...], Doc("Scales of ratings, where none of the known ones fits.")] = ()
    assessments: Annotated[tuple[Assessment, ...], Doc("Ratings of obligations by others.")] = ()
    sources: Annotated[tuple[Source, ...], Doc("What the record rests on.")] = ()
    related: Annotated[tuple[Relation, ...], Doc("Other agreements.")] = ()
    coding: Annotated[Coding | None, Doc("Who coded the record.")] = None
    release: Annotated[Release | None, Doc("When and by whom the record is published; absent means not stated.")] = None
    extensions: Annotated[Mapping[str, Any], Doc("Anything of your own; kept as it is and never read.")] = field(
        factory=dict[str, Any], hash=False
    )

    @property
    def mediators(self) -> tuple[ThirdParty, ...]:
        """The third parties that mediate, co-mediate or facilitate, in the order of the record."""
        mediating = (Role.MEDIATOR, Role.CO_MEDIATOR, Role.FACILITATOR)
        return tuple(third for third in self.third_parties if third.role in mediating)
