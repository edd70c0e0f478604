"""The headings under which duties stand: for each obligor, parties first, and for each group of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from accords.checklist.rows import SectionKind
from accords.model.acting import Acting
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.vocabulary import Borne
from accords.words import Names, joined, say, word

__all__ = ["BorneBy", "Heading", "Headings", "bearers_of"]


@frozen
class BorneBy:
    """Who bears one instance of an obligation: one actor, several of them, or nobody that is named."""

    actor_ids: tuple[str, ...]
    borne: Borne = Borne.EACH
    obligor_ids: tuple[str, ...] = ()
    """All obligors, each once, where each bears an instance of their own."""

    @property
    def group(self) -> tuple[tuple[str, ...], Borne]:
        """The same for the same actors, in whatever order a record lists them; of turns, the order is told."""
        return self.actor_ids if self.borne is Borne.IN_TURN else tuple(sorted(self.actor_ids)), self.borne


@frozen(kw_only=True)
class Heading:
    """A heading, and where it stands among the others of its checklist."""

    key: str
    kind: SectionKind
    actor_ids: tuple[str, ...]
    text: str
    roles: tuple[str, ...] = ()
    acts_for: str | None = None
    order: tuple[int, ...]


def bearers_of(obligation: Obligation) -> Iterator[BorneBy]:
    """The bearers of an obligation, one for each of its instances; exactly one where nobody is named."""
    obligors = tuple(dict.fromkeys(obligation.obligor_ids))
    if len(obligors) < 2:
        yield BorneBy(obligors)
    elif obligation.borne is Borne.EACH:
        yield from (BorneBy((obligor,), obligor_ids=obligors) for obligor in obligors)
    else:
        yield BorneBy(obligors, obligation.borne)


_RANKS = {
    SectionKind.PARTY: 0,
    SectionKind.THIRD_PARTY: 2,
    SectionKind.OTHER: 3,
    SectionKind.JOINT: 4,
    SectionKind.NOT_STATED: 5,
}
_SHARED = (Borne.JOINTLY, Borne.ANY, Borne.IN_TURN, Borne.EACH)
_JOINT_PARTIES = 1  # what the parties owe together comes right after what each of them owes


@frozen(kw_only=True)
class Headings:
    """Makes the headings of one agreement."""

    names: Names
    acting: Acting = field(eq=False)
    parties: dict[str, int] = field(eq=False)
    third_parties: dict[str, int] = field(eq=False)
    with_part: frozenset[str] = field(eq=False)
    """Both of them."""
    roles: dict[str, tuple[str, ...]] = field(eq=False)
    places: dict[str, int] = field(eq=False)

    @classmethod
    def of(cls, agreement: Agreement, names: Names) -> Headings:
        """The headings of ``agreement``, with ``names`` in them."""
        roles: dict[str, tuple[str, ...]] = {}
        for third in agreement.third_parties:
            role = third.role_as_written or "" if third.role.value == "other" else word(third.role)
            known = roles.get(third.actor_id, ())
            roles[third.actor_id] = known if role in ("", *known) else (*known, role)
        used = [actor_id for obligation in agreement.obligations for actor_id in obligation.obligor_ids]
        parties = _places([party.actor_id for party in agreement.parties])
        third_parties = _places([third.actor_id for third in agreement.third_parties])
        return cls(
            names=names,
            acting=Acting(agreement),
            parties=parties,
            third_parties=third_parties,
            with_part=frozenset((*parties, *third_parties)),
            roles=roles,
            places=_places([*(actor.id for actor in agreement.actors), *used]),
        )

    def heading(self, bearer: BorneBy) -> Heading:
        """The heading under which an instance with this bearer stands."""
        match bearer.actor_ids:
            case ():
                kind = SectionKind.NOT_STATED
                text = say("heading.not_stated")
                return Heading(key=kind.value, kind=kind, actor_ids=(), text=text, order=(_RANKS[kind],))
            case (actor_id,):
                return self._of_one(actor_id)
            case _:
                return self._of_several(bearer)

    def order_of(self, obligation: Obligation, obligor_ids: tuple[str, ...]) -> tuple[int, ...]:
        """Where what ``obligor_ids`` owe by ``obligation`` comes in every list of the record."""
        shared = obligation.borne is not Borne.EACH and len(obligation.obligor_ids) > 1
        bearer = next(bearers_of(obligation)) if shared else BorneBy(tuple(obligor_ids))
        return self.heading(bearer).order

    def principals(self, actor_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those who bear in the end what ``actor_ids`` bear: themselves, or the parties for whom they act."""
        return tuple(dict.fromkeys(self._standing(actor_id)[1] for actor_id in actor_ids))

    def behind(self, actor_ids: Iterable[str]) -> frozenset[str]:
        """The actors and all those for whom they act."""
        return frozenset(one for actor_id in actor_ids for one in self.acting.principals(actor_id))

    def _of_one(self, actor_id: str) -> Heading:
        kind, principal_id = self._standing(actor_id)
        roles = self.roles.get(actor_id, ())
        actor = self.names.actors.get(actor_id)
        if actor is not None and actor.position is not None:
            roles = (actor.position, *roles)
        return Heading(
            key=actor_id,
            kind=kind,
            actor_ids=(actor_id,),
            text=self.names.bearer(actor_id),
            roles=roles,
            acts_for=self.names.actor(principal_id) if principal_id != actor_id else None,
            order=(_RANKS[kind], *self._order(kind, actor_id, principal_id)),
        )

    def _of_several(self, bearer: BorneBy) -> Heading:
        headings = [self._of_one(actor_id) for actor_id in bearer.actor_ids]
        if bearer.borne is not Borne.IN_TURN:
            headings.sort(key=lambda one: one.order)
        actor_ids = tuple(one.actor_ids[0] for one in headings)
        names = joined([self.names.bearer(each) for each in actor_ids], "or" if bearer.borne is Borne.ANY else "and")
        of_parties = all(one.kind is SectionKind.PARTY for one in headings)
        places = tuple(self.places[actor_id] for actor_id in actor_ids)
        return Heading(
            key=f"{bearer.borne.value}:{'+'.join(actor_ids)}",
            kind=SectionKind.JOINT,
            actor_ids=actor_ids,
            text=say(f"heading.{bearer.borne.value}", names=names),
            order=(
                _JOINT_PARTIES if of_parties else _RANKS[SectionKind.JOINT],
                _SHARED.index(bearer.borne),
                *places,
            ),
        )

    def _standing(self, actor_id: str) -> tuple[SectionKind, str]:
        """What sort of obligor an actor is, and as whom: itself, or the party or third party it acts for."""
        principal = self.acting.first_of(actor_id, self.with_part)
        if principal is None:
            return SectionKind.OTHER, actor_id
        return SectionKind.PARTY if principal in self.parties else SectionKind.THIRD_PARTY, principal

    def _order(self, kind: SectionKind, actor_id: str, principal_id: str) -> tuple[int, int, int]:
        """An actor that acts for another comes right after it."""
        lists = {SectionKind.PARTY: self.parties, SectionKind.THIRD_PARTY: self.third_parties}
        principal = lists.get(kind, self.places)[principal_id]
        return principal, actor_id != principal_id, self.places.get(actor_id, principal)


def _places(ids: list[str]) -> dict[str, int]:
    """The place of every id where it first stands."""
    return {each: place for place, each in enumerate(dict.fromkeys(ids))}
