"""The record: one agreement, with how it was concluded, its term, and its place among others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from attrs import field, frozen

from accords.dates import as_optional_date
from accords.durations import as_duration, as_optional_duration
from accords.model.actors import Actor, Party, ThirdParty
from accords.model.conditions import Condition
from accords.model.events import Assessment, Event, Monitoring
from accords.model.obligations import Linkage, Obligation, Suspension
from accords.model.scalars import (
    ActorId,
    Doc,
    EventId,
    Id,
    Language,
    Minimum,
    MinItems,
    OwnId,
    Period,
    Pointer,
    RuleCode,
    Text,
    TimeZone,
    When,
    keep_whole,
)
from accords.model.sources import Citation, Identifier, LocalText, Source
from accords.vocabulary import Basis, CodingStatus, ConclusionForm, LegalNature, RelationKind, Role

__all__ = [
    "Agreement",
    "Coding",
    "Conclusion",
    "NatureView",
    "ProvisionalApplication",
    "Relation",
    "Renewal",
    "Term",
    "Waiver",
]


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
class Renewal:
    """Renewal of the term."""

    duration: Annotated[Period, Doc("For how long the term is renewed.", ("P120D",))] = field(converter=as_duration)
    unless_event_id: Annotated[EventId | None, Doc("The notice that prevents it.")] = None
    notice: Annotated[Period | None, Doc("How long before the end that notice has to come.")] = field(
        default=None, converter=as_optional_duration
    )
    max_times: Annotated[
        int | None, Minimum(1), Doc("How many times it can be renewed; absent means no limit is stated.")
    ] = None


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
class Coding:
    """Who coded the record, when, and how far it has come."""

    coded_by: Annotated[Text | None, Doc("Who coded it.")] = None
    coded_on: Annotated[When | None, Doc("When.")] = field(default=None, converter=as_optional_date)
    status: Annotated[CodingStatus | None, Doc("How far the coding has come.")] = None
    remarks: Annotated[Text | None, Doc("Anything a reader should know about the coding.")] = None
    waivers: Annotated[tuple[Waiver, ...], Doc("Findings that were looked at and are accepted, with reasons.")] = ()


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
    time_zone: Annotated[TimeZone, Doc("Where days begin and end; an editorial choice.")] = "UTC"
    conclusion: Annotated[Conclusion | None, Doc("How it was concluded; absent means not stated.")] = None
    term: Annotated[Term | None, Doc("From when to when it is in force; absent means not stated.")] = None
    actors: Annotated[tuple[Actor, ...], MinItems(1), Doc("Everybody the record speaks of.")]
    parties: Annotated[tuple[Party, ...], MinItems(1), Doc("Whom the agreement is between.")]
    third_parties: Annotated[tuple[ThirdParty, ...], Doc("Mediators, guarantors, hosts and others.")] = ()
    obligations: Annotated[tuple[Obligation, ...], Doc("What was undertaken, allowed or declared.")] = ()
    linkages: Annotated[tuple[Linkage, ...], Doc("Obligations that the text ties together.")] = ()
    events: Annotated[tuple[Event, ...], Doc("What happened or may happen.")] = ()
    monitoring: Annotated[tuple[Monitoring, ...], Doc("Who watched what, and when.")] = ()
    assessments: Annotated[tuple[Assessment, ...], Doc("Ratings of obligations by others.")] = ()
    sources: Annotated[tuple[Source, ...], Doc("What the record rests on.")] = ()
    related: Annotated[tuple[Relation, ...], Doc("Other agreements.")] = ()
    coding: Annotated[Coding | None, Doc("Who coded the record.")] = None
    extensions: Annotated[Mapping[str, Any], Doc("Anything of your own; kept as it is and never read.")] = field(
        factory=dict[str, Any], hash=False
    )

    @property
    def mediators(self) -> tuple[ThirdParty, ...]:
        """The third parties that mediate, co-mediate or facilitate, in the order of the record."""
        mediating = (Role.MEDIATOR, Role.CO_MEDIATOR, Role.FACILITATOR)
        return tuple(third for third in self.third_parties if third.role in mediating)
