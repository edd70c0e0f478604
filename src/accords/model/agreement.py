"""The record: one agreement, with how it was concluded, its term, and its place among others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from attrs import field, frozen

from accords.model.actors import Actor, Party, ThirdParty
from accords.model.additions import add_assessment, add_claim, add_event, add_source
from accords.model.coding import Coding, Release
from accords.model.conclusion import Calendar, Conclusion, Relation, Term
from accords.model.events import Assessment, Claim, Event, Monitoring, RatingScale
from accords.model.freezing import FrozenObject, frozen_object
from accords.model.lookups import PlacedCitation, owed_by, owed_to, placed_citations, with_id
from accords.model.obligations import Linkage, Obligation
from accords.model.scalars import (
    Doc,
    Id,
    MinItems,
    Text,
    TimeZone,
    keep_whole,
)
from accords.model.sources import Identifier, LocalText, Source
from accords.prose import counted, html_table, refuse_other
from accords.vocabulary import Role

__all__ = ["Agreement", "the_agreement"]


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
    release: Annotated[Release | None, Doc("That it may be published; absent means that it may not.")] = None
    extensions: Annotated[Mapping[str, Any], Doc("Anything of your own; kept as it is and never read.")] = field(
        factory=FrozenObject, converter=frozen_object, hash=False
    )

    @property
    def mediators(self) -> tuple[ThirdParty, ...]:
        """The third parties that mediate, co-mediate or facilitate, in the order of the record."""
        mediating = (Role.MEDIATOR, Role.CO_MEDIATOR, Role.FACILITATOR)
        return tuple(third for third in self.third_parties if third.role in mediating)

    # What follows reads the record or gives another, through modules that know the whole model.

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id. Raises UnknownIdError, a KeyError that names the ids that come near.

        >>> accords.load("examples/minimal.accord.json").actor("ruritania").name
        'Ruritania'
        """
        return with_id(self.actors, actor_id, "actor")

    def obligation(self, obligation_id: str) -> Obligation:
        """The obligation with this id. Raises UnknownIdError, a KeyError that names the ids that come near.

        >>> accords.load("examples/minimal.accord.json").obligation("no-toll")
        Traceback (most recent call last):
        accords.suggest.UnknownIdError: no obligation has the id 'no-toll'; did you mean no-tolls?
        """
        return with_id(self.obligations, obligation_id, "obligation")

    def event(self, event_id: str) -> Event:
        """The event with this id. Raises UnknownIdError, a KeyError that names the ids that come near."""
        return with_id(self.events, event_id, "event")

    def source(self, source_id: str) -> Source:
        """The source with this id. Raises UnknownIdError, a KeyError that names the ids that come near."""
        return with_id(self.sources, source_id, "source")

    def obligations_of(self, actor_id: str) -> tuple[Obligation, ...]:
        """What an actor owes, in the order of the record, with what is owed by those who act for it and by its groups.

        Raises UnknownIdError for an id that no actor has.

        >>> [duty.id for duty in accords.load("examples/minimal.accord.json").obligations_of("graustark")]
        ['no-tolls']
        """
        return owed_by(self, actor_id)

    def owed_to(self, actor_id: str) -> tuple[Obligation, ...]:
        """What is owed to an actor, to those who act for it or to its groups. Raises as ``obligations_of`` does."""
        return owed_to(self, actor_id)

    def citations(self) -> tuple[PlacedCitation, ...]:
        """Every citation with its place, as a JSON Pointer.

        >>> deal = accords.load("examples/kosovo-serbia-plates-2022.accord.json")
        >>> [pointer for pointer, citation in deal.citations() if citation.locator == "¶2"][:1]
        ['/conclusion/citations/0']
        """
        return placed_citations(self)

    def with_claim(self, event_id: str, claim: Claim) -> Agreement:
        """The record with one claim more about an event; this one stays as it is.

        Raises UnknownIdError where it names something that the record does not have, ValueError for an id in use.

        >>> deal = accords.load("examples/kosovo-serbia-plates-2022.accord.json")
        >>> more = deal.with_claim("announcement", accords.Claim(says="occurred", when="2022-11-23"))
        >>> len(more.event("announcement").claims) - len(deal.event("announcement").claims)
        1
        """
        return add_claim(self, event_id, claim)

    def with_event(self, event: Event) -> Agreement:
        """The record with one event more. Raises as ``with_claim`` does."""
        return add_event(self, event)

    def with_source(self, source: Source) -> Agreement:
        """The record with one source more. Raises as ``with_claim`` does."""
        return add_source(self, source)

    def with_assessment(self, assessment: Assessment) -> Agreement:
        """The record with one rating more. Raises as ``with_claim`` does."""
        return add_assessment(self, assessment)

    def __repr__(self) -> str:
        """Which record it is, and how large; the whole of it would fill a screen."""
        size = f"{counted(len(self.obligations), 'obligation')}, {counted(len(self.parties), 'party', 'parties')}"
        return f"<Agreement {self.id}: {size}>"

    def _repr_html_(self) -> str:
        """A table of the obligations, for notebooks."""
        names = {actor.id: actor.name for actor in self.actors}
        rows = ((duty.id, ", ".join(names.get(each, each) for each in duty.obligor_ids), duty.modality, duty.action)
                for duty in self.obligations)  # fmt: skip
        return html_table(self.title, ("id", "obligors", "modality", "action"), rows)


def the_agreement(value: Agreement) -> Agreement:
    """``value``, which a caller hands over. Raises TypeError where it is something else."""
    refuse_other(value, Agreement, "an Agreement, as load gives it")
    return value
