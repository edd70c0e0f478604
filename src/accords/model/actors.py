"""Who takes part: actors under the names that others use for them, parties, and third parties in their roles."""

from __future__ import annotations

from typing import Annotated

from attrs import field, frozen

from accords.dates import as_optional_date
from accords.model.conditions import Condition
from accords.model.scalars import ActorId, Doc, Id, Language, ObligationId, OwnId, Text, When, keep_whole
from accords.model.sources import Citation, Identifier
from accords.model.value import Value
from accords.vocabulary import ActorKind, Basis, Role

__all__ = ["Actor", "ActorName", "ActsFor", "DesignationNote", "Party", "ThirdParty"]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class ActorName(Value):
    """A name that somebody uses for an actor. Recording it takes no side."""

    text: Annotated[Text, Doc("The name as used.", ("Kosovo*",))]
    language: Annotated[Language | None, Doc("Its language.")] = None
    used_by: Annotated[Text | None, Doc("Who uses it, in words.", ("EU institutions",))] = None
    valid_from: Annotated[When | None, Doc("From when it is used.")] = field(default=None, converter=as_optional_date)
    valid_until: Annotated[When | None, Doc("Until when it is used.")] = field(default=None, converter=as_optional_date)
    citations: Annotated[tuple[Citation, ...], Doc("Where it is used.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class DesignationNote(Value):
    """A footnote that a user of a name attaches to it, printed once with every output."""

    text: Annotated[Text, Doc("The note, as its user words it.")]
    used_by: Annotated[Text | None, Doc("Whose style asks for it, in words.", ("EU institutions",))] = None
    citations: Annotated[tuple[Citation, ...], Doc("Where the note is taken from.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class ActsFor(Value):
    """On whose behalf an actor acts, and how long. What it says in that time is the other's word."""

    actor_id: Annotated[ActorId, Doc("For whom it acts.", ("serbia",))]
    since: Annotated[When | None, Doc("The first day; absent means no beginning is stated.")] = field(
        default=None, converter=as_optional_date
    )
    until: Annotated[When | None, Doc("The last day; absent means no end is stated.")] = field(
        default=None, converter=as_optional_date
    )
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Actor(Value):
    """Somebody who acts, bears a duty, speaks or is spoken of."""

    id: Annotated[Id, OwnId(), Doc("The id by which the record names the actor.", ("serbia",))]
    kind: Annotated[ActorKind | None, Doc("What sort of actor it is; absent means not stated.")] = None
    name: Annotated[Text, Doc("A neutral name for display.", ("Serbia",))]
    names: Annotated[tuple[ActorName, ...], Doc("Names used by others, each with who uses it.")] = ()
    identifiers: Annotated[tuple[Identifier, ...], Doc("Codes of the actor in other lists.")] = ()
    designation_notes: Annotated[
        tuple[DesignationNote, ...], Doc("Footnotes that belong to the name, by whose style asks for them.")
    ] = ()
    acts_for: Annotated[tuple[ActsFor, ...], Doc("On whose behalf the actor acts, and when.")] = ()
    position: Annotated[Text | None, Doc("The post a person holds, in words.", ("chief negotiator",))] = None
    member_ids: Annotated[tuple[ActorId, ...], Doc("The members of a group.")] = ()
    former_ids: Annotated[tuple[Id, ...], Doc("Ids by which earlier versions of the record named it.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Party(Value):
    """An actor that the agreement is between."""

    actor_id: Annotated[ActorId, Doc("The actor.")]
    side: Annotated[
        Text | None,
        Doc(
            "The side it is on: parties with the same one are one side; absent means a side of its own.",
            ("government",),
        ),
    ] = None
    represented_by_ids: Annotated[tuple[ActorId, ...], Doc("Who negotiated or concluded for it.")] = ()
    represented_by_basis: Annotated[Basis, Doc("Whether the source says who did.")] = Basis.STATED
    bound_from: Annotated[
        Condition | None,
        Doc(
            "From when it is bound by what binds from entry into force; absent means from the start. One that never "
            "joined is not bound by that."
        ),
    ] = None
    bound_until: Annotated[
        Condition | None, Doc("Until when it is bound by what does not survive; absent means to the end.")
    ] = None
    exempt_from_ids: Annotated[
        tuple[ObligationId, ...], Doc("The obligations that do not bind it, as by a reservation.")
    ] = ()
    according_to_ids: Annotated[tuple[ActorId, ...], Doc("Who holds it to be a party, where that is disputed.")] = ()
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class ThirdParty(Value):
    """An actor with a part in the agreement that is not a party.

    One actor may stand here twice, or here and among the parties, when sources differ.
    """

    actor_id: Annotated[ActorId, Doc("The actor.")]
    role: Annotated[Role, Doc("Its part.")]
    role_as_written: Annotated[Text | None, Doc("The words used for the part.", ("under EU mediation",))] = None
    represented_by_ids: Annotated[tuple[ActorId, ...], Doc("Who acted for it.")] = ()
    represented_by_basis: Annotated[Basis, Doc("Whether the source says who did.")] = Basis.STATED
    according_to_ids: Annotated[
        tuple[ActorId, ...], Doc("Who gives it this role; absent means the cited source itself.")
    ] = ()
    citations: Annotated[tuple[Citation, ...], Doc("Where the source says so.")] = ()
