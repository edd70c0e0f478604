"""How the record itself came about: who coded it, what is waived and was corrected, and its publication."""

from __future__ import annotations

from typing import Annotated

from attrs import field, frozen

from accords.dates import as_date, as_optional_date
from accords.model.scalars import Doc, Id, ObligationId, Pointer, RuleCode, Text, When, keep_whole
from accords.model.value import Value
from accords.vocabulary import CodingStatus

__all__ = ["Coding", "Correction", "DutyCoding", "Release", "Waiver"]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Waiver(Value):
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


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Correction(Value):
    """What was put right in the record after it had been published."""

    on: Annotated[When, Doc("When.", ("2024-03-01",))] = field(converter=as_date)
    what: Annotated[Text, Doc("What was put right.")]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class DutyCoding(Value):
    """Who coded one obligation, where that is not the same for all."""

    obligation_id: Annotated[ObligationId, Doc("The obligation.")]
    coded_by: Annotated[Text | None, Doc("Who coded it; absent means as for the record.")] = None
    reviewed_by: Annotated[Text | None, Doc("Who read it a second time; absent means not stated.")] = None
    remarks: Annotated[Text | None, Doc("Anything a reader should know about its coding.")] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Release(Value):
    """That the record may be published: since when, by whom, and on which terms."""

    on: Annotated[When, Doc("Since when it may be published.", ("2024-03-01",))] = field(converter=as_date)
    by: Annotated[Text, Doc("Who publishes it, and answers for it.")]
    licence: Annotated[
        Text, Doc("The licence of the record: an SPDX identifier or, where there is none, words.", ("CC-BY-4.0",))
    ]
    attribution: Annotated[Text | None, Doc("How the publisher wants to be named.")] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Coding(Value):
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
