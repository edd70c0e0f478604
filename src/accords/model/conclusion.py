"""The agreement as a whole: how it was concluded, its term, its working days, and its place among others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from attrs import field, frozen

from accords.dates import DateLike, Edtf, as_date, as_optional_date
from accords.model.conditions import Condition
from accords.model.obligations import Renewal, Suspension
from accords.model.scalars import ActorId, Doc, Id, Language, OwnId, Text, When, as_tuple, keep_whole
from accords.model.sources import Citation, Identifier
from accords.model.value import Value
from accords.vocabulary import Basis, ConclusionForm, LegalNature, RelationKind, Weekday

__all__ = ["Calendar", "Conclusion", "NatureView", "ProvisionalApplication", "Relation", "Term"]


def _as_dates(values: Iterable[DateLike]) -> tuple[Edtf, ...]:
    return tuple(as_date(value) for value in as_tuple(values))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class NatureView(Value):
    """What somebody holds the agreement to be in law."""

    nature: Annotated[LegalNature, Doc("What it is held to be.")]
    according_to_ids: Annotated[tuple[ActorId, ...], Doc("Who holds so; absent means the cited source itself.")] = ()
    citations: Annotated[tuple[Citation, ...], Doc("Where that is said.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Conclusion(Value):
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


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class ProvisionalApplication(Value):
    """Application before entry into force."""

    starts: Annotated[Condition, Doc("When it begins.")]
    ends: Annotated[Condition | None, Doc("When it ends; absent means with entry into force.")] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Term(Value):
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


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Calendar(Value):
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


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Relation(Value):
    """How this agreement relates to another one."""

    id: Annotated[Id | None, OwnId(), Doc("The relation's own id.")] = None
    relation: Annotated[RelationKind, Doc("What this agreement does to the other.")]
    title: Annotated[Text, Doc("The title of the other.")]
    agreement_id: Annotated[Id | None, Doc("The id of the other's own record.")] = None
    date: Annotated[When | None, Doc("The date of the other.")] = field(default=None, converter=as_optional_date)
    identifiers: Annotated[tuple[Identifier, ...], Doc("Codes of the other in registers.")] = ()
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()
