"""Who stands where towards one instance of a duty: for its obligor, for its counterpart, beside them, or apart."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from enum import Enum

from attrs import evolve, frozen

from accords.engine.days.axis import Axis
from accords.engine.days.moments import Instant
from accords.engine.facts.voices import Voices
from accords.model.actors import Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.vocabulary import Role

__all__ = ["Side", "Sides", "Speakers"]

_NOBODY: frozenset[str] = frozenset()
_WATCHING = (Role.VERIFIER, Role.MONITOR)


class Side(Enum):
    """Where a speaker stands towards one instance of one duty.

    ``BESIDE_OWN`` and ``BESIDE_OTHER`` speak in their own name: an ally of that side, a person who does not speak
    for it, a member of it, a body whose role that side alone recognises.
    """

    OWN = "own"
    OTHER = "other"
    BESIDE_OWN = "beside own"
    BESIDE_OTHER = "beside other"
    VERIFIER = "verifier"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


@frozen(eq=False)
class Sides:
    """The sides of one instance. ``Speakers`` makes only one of each, so that it can be a key."""

    own: frozenset[str]
    """Those who owe it."""
    allies: frozenset[str]
    """Parties on the side of those who owe it."""
    around: frozenset[str]
    """The principals that may be counterparts: one set for all who owe a duty, however many they are."""
    verifiers: frozenset[str]
    """Those whose word on the facts prevails."""
    watchers: frozenset[str]
    """Those whose watching makes silence evidence."""
    deciders: frozenset[str]
    """Those whose finding settles what the facts mean."""
    leaning: Mapping[str, Side]
    """Bodies that one side alone gives their role, and beside whom they stand."""
    named: tuple[str, ...] = ()
    """Those around and the verifiers, sorted; shared in the same way."""
    all_owe: bool = False
    """Whether every party owes it together with the others, so that nobody is left to confirm it."""

    def opposite(self, actor: str) -> bool:
        """Whether an actor is a principal of the counterpart."""
        return actor in self.around and actor not in self.own and actor not in self.allies

    def opposed(self, actors: Iterable[str]) -> bool:
        """Whether any of ``actors`` is one."""
        return any(self.opposite(actor) for actor in actors)

    def near(self, actor: str) -> bool:
        """Whether an actor is of either side: an obligor, an ally or a principal of the counterpart."""
        return actor in self.own or actor in self.allies or actor in self.around

    def names(self, actor: str) -> bool:
        """Whether an actor is a principal on either side."""
        return actor in self.own or self.opposite(actor)


class Speakers:
    """Finds the sides of every instance, and where each speaker stands towards them."""

    def __init__(self, record: Agreement, axis: Axis) -> None:
        self.axis = axis
        self.voices = Voices(record, axis)
        self.parties = tuple(dict.fromkeys(party.actor_id for party in record.parties))
        self._camps = self._camp(record)
        self.two_sided = len(set(self._camps.values())) == 2
        self._given: dict[str, list[ThirdParty]] = {}
        for third in record.third_parties:
            if third.actor_id not in self._camps:  # a party is that party, whatever other role it has
                self._given.setdefault(third.actor_id, []).append(third)
        self._disputed = {
            third.actor_id: thirds for thirds in self._given.values() for third in thirds if third.according_to_ids
        }
        self.doubted = {
            party.actor_id: party.according_to_ids
            for party in record.parties
            if party.according_to_ids and not self._holds_itself_bound(party)
        }
        """Parties that are not among those who hold them to be one, and who those are."""
        self._shared: dict[tuple[frozenset[str], ...], Sides] = {}
        self._sides: dict[tuple[tuple[str, ...], bool, int], Sides] = {}
        self._side: dict[tuple[Sides, str | None, bool, Instant | None], Side] = {}

    @staticmethod
    def _camp(record: Agreement) -> dict[str, frozenset[str]]:
        """Party → the parties on its side, itself included."""
        together: dict[str, set[str]] = {}
        for party in record.parties:
            together.setdefault(_label(party), set()).add(party.actor_id)
        camps = {label: frozenset(members) for label, members in together.items()}
        return {party.actor_id: camps[_label(party)] for party in record.parties}

    def camp(self, party: str) -> frozenset[str]:
        """The parties on the side of ``party``, itself included; it alone where it is no party."""
        return self._camps.get(party, frozenset((party,)))

    def camps(self) -> frozenset[frozenset[str]]:
        """The sides of the agreement."""
        return frozenset(self._camps.values())

    # ---- the sides of an instance

    def sides(self, duty: Obligation, obligors: tuple[str, ...], together: bool) -> Sides:
        """The sides where ``obligors`` owe ``duty``, ``together`` or each alone."""
        shared = self._share(duty, self.two_sided and any(obligor in self._camps for obligor in obligors))
        key = (obligors, together, id(shared))
        found = self._sides.get(key)
        if found is None:
            found = self._sides[key] = self._made(shared, obligors, together)
        return found

    def apart(self) -> Sides:
        """The sides of what is about no duty: every party stands alone."""
        shared = self._alike(frozenset(self.parties), _NOBODY, _NOBODY)
        return self._sides.setdefault(((), False, id(shared)), self._made(shared, (), False))

    def _share(self, duty: Obligation, facing: bool) -> Sides:
        """What is the same for all who owe ``duty`` on one side of two, and one for all duties alike in this."""
        around = frozenset(duty.owed_to_ids).union(self.parties if facing else ())
        return self._alike(around, frozenset(duty.verified_by_ids), frozenset(duty.determined_by_ids))

    def _alike(self, around: frozenset[str], verified_by: frozenset[str], determined_by: frozenset[str]) -> Sides:
        key = (around, verified_by, determined_by)
        if key not in self._shared:
            settled = {role: self._undisputed(role) for role in (*_WATCHING, Role.ARBITER)}
            verifiers = settled[Role.VERIFIER].union(verified_by.difference(self._camps))
            deciders = settled[Role.ARBITER].union(determined_by.difference(self._camps))
            watchers = verifiers | settled[Role.MONITOR]
            named = tuple(sorted(around | verifiers))
            self._shared[key] = Sides(_NOBODY, _NOBODY, around, verifiers, watchers, deciders, {}, named)
        return self._shared[key]

    def _undisputed(self, role: Role) -> frozenset[str]:
        """Those to whom the cited source itself gives a role."""
        given = (third for thirds in self._given.values() for third in thirds if third.role is role)
        return frozenset(third.actor_id for third in given if not third.according_to_ids)

    def _made(self, shared: Sides, obligors: tuple[str, ...], together: bool) -> Sides:
        own = frozenset(obligors)
        camps = [self._camps[obligor] for obligor in obligors if obligor in self._camps]
        allies = _NOBODY.union(*camps) - own if any(len(camp) > 1 for camp in camps) else _NOBODY
        all_owe = together and own.issuperset(self._camps)
        sides = evolve(shared, own=own, allies=allies, all_owe=all_owe)
        return self._with_disputed(sides) if self._disputed else sides

    def _with_disputed(self, sides: Sides) -> Sides:
        """The sides with the bodies whose role is said by somebody: of both sides, or beside one of them."""
        granted: dict[Role, set[str]] = {}
        leaning: dict[str, Side] = {}
        for body, thirds in self._disputed.items():
            beside = {third.role: self._recognised(third, thirds, sides) for third in thirds}
            for role, side in beside.items():
                if side is Side.UNKNOWN:
                    granted.setdefault(role, set()).add(body)
            one_sided = set(beside.values()) - {Side.NEUTRAL}
            if len(one_sided) == 1 and one_sided <= {Side.BESIDE_OWN, Side.BESIDE_OTHER}:
                leaning[body] = one_sided.pop()
        verifiers = sides.verifiers.union(granted.get(Role.VERIFIER, ()))
        return evolve(
            sides,
            named=tuple(sorted({*sides.named, *verifiers})),
            verifiers=verifiers,
            watchers=sides.watchers.union(verifiers, granted.get(Role.MONITOR, ())),
            deciders=sides.deciders.union(granted.get(Role.ARBITER, ())),
            leaning=leaning,
        )

    def _recognised(self, third: ThirdParty, thirds: Iterable[ThirdParty], sides: Sides) -> Side:
        """Who gives an actor the role of ``third``: both sides (UNKNOWN), one of them, or neither (NEUTRAL)."""
        entries = [entry for entry in thirds if entry.role is third.role]
        if any(not entry.according_to_ids for entry in entries):
            return Side.UNKNOWN
        said = {party for entry in entries for who in entry.according_to_ids for party in self.voices.spoken_for(who)}
        if sides.own.isdisjoint(self._camps):  # who owes it stands on no side
            return Side.UNKNOWN if self._each_camp(said) else self._beside_other(said, sides)
        own = bool(said & (sides.own | sides.allies))
        other = any(self._across(party, sides) for party in said)
        if own and other:
            return Side.UNKNOWN
        if own:
            return Side.UNKNOWN if self._all_owe(sides) and self._each_camp(said) else Side.BESIDE_OWN
        return Side.BESIDE_OTHER if other else Side.NEUTRAL

    def _all_owe(self, sides: Sides) -> bool:
        """Whether every party owes it together with the others, and nobody else is its counterpart."""
        return sides.all_owe and len(sides.own) > 1 and not sides.opposed(sides.around)

    def _each_camp(self, said: set[str]) -> bool:
        return all(said & camp for camp in self.camps())

    def _beside_other(self, said: set[str], sides: Sides) -> Side:
        if said & sides.own:
            return Side.BESIDE_OWN
        return Side.BESIDE_OTHER if any(self._across(party, sides) for party in said) else Side.NEUTRAL

    def _across(self, actor: str, sides: Sides) -> bool:
        """Whether an actor is a counterpart; where a duty has none, whether it is another party."""
        if sides.opposite(actor):
            return True
        none_there = not any(sides.opposite(each) for each in sides.around)
        return none_there and actor in self._camps and actor not in sides.own and actor not in sides.allies

    def _holds_itself_bound(self, party: Party) -> bool:
        return any(party.actor_id in self.voices.spoken_for(who) for who in party.according_to_ids)

    # ---- where a speaker stands

    def side(self, speaker: str | None, impartial: bool, sides: Sides, on: Instant | None = None) -> Side:
        """The side of somebody who speaks on day ``on``; one that speaks for both sides speaks for neither."""
        key = (sides, speaker, impartial, on if self.voices.timed(speaker) else None)
        found = self._side.get(key)
        if found is None:
            found = self._side[key] = self._side_of(speaker, impartial, sides, on)
        return found

    def _side_of(self, speaker: str | None, impartial: bool, sides: Sides, on: Instant | None) -> Side:
        if speaker is None:
            return Side.NEUTRAL if impartial else Side.UNKNOWN
        spoken_for = self.spoken_for(speaker, on)
        own, other = not sides.own.isdisjoint(spoken_for), sides.opposed(spoken_for)
        if own == other and not sides.verifiers.isdisjoint(spoken_for):
            return Side.VERIFIER
        if own or other:
            return Side.UNKNOWN if own and other else Side.OWN if own else Side.OTHER
        behind = self.voices.belongs_to(speaker)
        own = not (sides.own | sides.allies).isdisjoint(behind)
        other = sides.opposed(behind)
        if own or other:
            return Side.UNKNOWN if own and other else Side.BESIDE_OWN if own else Side.BESIDE_OTHER
        leaning = {sides.leaning[each] for each in spoken_for if each in sides.leaning}
        return leaning.pop() if len(leaning) == 1 else Side.NEUTRAL

    def only_on_other_days(self, speaker: str | None, sides: Sides, on: Instant | None) -> bool:
        """Whether somebody belongs to a side, and perhaps not on day ``on``, when he speaks."""
        if speaker is None or not self.voices.timed(speaker):
            return False
        ever, then = self.voices.belongs_to(speaker), self.voices.belonged_to(speaker, on)
        return any(sides.near(actor) for actor in ever) and not any(sides.near(actor) for actor in then)

    def own_first(self, speakers: Iterable[str | None], sides: Sides) -> tuple[str | None, ...]:
        """``speakers``, those first who owe it or speak for those: their answer is the one that was asked for."""
        own = (Side.OWN, Side.BESIDE_OWN)
        return tuple(sorted(speakers, key=lambda who: who is None or self.side(who, False, sides) not in own))

    def spoken_for(self, speaker: str | None, on: Instant | None = None) -> frozenset[str]:
        """The speaker and everybody whose word it is, what it says on day ``on``."""
        return self.voices.spoken_for(speaker, on) if speaker is not None else _NOBODY

    def speaks_for(self, speaker: str | None, principals: Container[str], on: Instant | None = None) -> bool:
        """Whether what ``speaker`` says on day ``on`` is the word of one of ``principals``."""
        return any(each in principals for each in self.spoken_for(speaker, on))


def _label(party: Party) -> str:
    return f"side {party.side}" if party.side is not None else f"party {party.actor_id}"
