"""How much a word weighs towards one happening: it settles, it is a report, or it is a mere claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import Enum, IntEnum

from attrs import field, frozen

from accords.engine.days.moments import Instant
from accords.engine.facts.knowledge import Statement
from accords.engine.facts.sides import Side, Sides, Speakers

__all__ = ["Favours", "Hearing", "Word"]


class Favours(Enum):
    """Whose interest a happening serves; saying it against one's own interest is an admission.

    ``NOBODY``: a formal act, which anybody's word settles. ``EITHER``: that of one party or another, so that no
    party's word settles it alone.
    """

    OBLIGOR = "obligor"
    OTHERS = "others"
    NOBODY = "nobody"
    EITHER = "either"

    @property
    def reverse(self) -> Favours:
        """Whose interest it serves that the same does not happen."""
        return {Favours.OBLIGOR: Favours.OTHERS, Favours.OTHERS: Favours.OBLIGOR}.get(self, self)


class Word(IntEnum):
    """How much one word weighs."""

    CLAIM = 0
    REPORT = 1
    SETTLES = 2


_AGAINST = {Favours.OBLIGOR: Side.OTHER, Favours.OTHERS: Side.OWN}
_BESIDE = {Side.BESIDE_OWN: Favours.OBLIGOR, Side.BESIDE_OTHER: Favours.OTHERS}


@frozen(eq=False)
class Hearing:
    """Weighs what is said of one happening that serves ``favours``, towards one instance."""

    speakers: Speakers
    sides: Sides
    favours: Favours
    bodies: tuple[str, ...] = ()
    """Those whose own word settles it: the bodies that made a finding."""

    _stands: dict[int, Side] = field(factory=dict, init=False, repr=False)

    def side(self, said: Statement) -> Side:
        """Where the speaker stands; whoever tells what somebody else found stands at most beside its side."""
        found = self._stands.get(id(said))
        if found is None:
            found = self._stands[id(said)] = self._side(said)
        return found

    def _side(self, said: Statement) -> Side:
        side = self.speakers.side(said.speaker, said.impartial, self.sides, said.known)
        if said.finding_id is not None:
            told = {Side.OWN: Side.BESIDE_OWN, Side.OTHER: Side.BESIDE_OTHER, Side.VERIFIER: Side.NEUTRAL}
            return told.get(side, side)
        return side

    def of_unknown_interest(self, said: Statement) -> bool:
        """Whether nobody knows whose interest the speaker has: it is of both sides, or of one on other days only."""
        unknown = self.side(said) is Side.UNKNOWN
        return unknown or self.speakers.only_on_other_days(said.speaker, self.sides, said.known)

    def _serves(self, denial: bool) -> Favours:
        return self.favours.reverse if denial else self.favours

    def word(self, said: Statement, denial: bool = False) -> Word:
        """What the statement weighs by itself. Several who owe together settle nothing one by one."""
        side, serves = self.side(said), self._serves(denial)
        if said.finding_id is not None and self.favours is Favours.NOBODY:
            return Word.REPORT
        if side is Side.VERIFIER or self.favours is Favours.NOBODY:
            return Word.SETTLES
        if self.bodies and self.speakers.speaks_for(said.speaker, self.bodies, said.known):
            return Word.SETTLES
        if side is Side.NEUTRAL:
            return Word.REPORT
        if side in _BESIDE:
            return Word.CLAIM if _BESIDE[side] is serves else Word.REPORT
        if side is _AGAINST.get(serves) and (side is Side.OTHER or len(self.sides.own) < 2):
            return Word.SETTLES
        return Word.CLAIM

    def settling(self, statements: Sequence[Statement], denial: bool = False) -> list[Statement]:
        """Those of the statements that settle it, each alone or all together."""
        alone = [said for said in statements if self.word(said, denial) is Word.SETTLES]
        for voices in self._together(statements, denial):
            alone += [said for said in voices if not any(said is other for other in alone)]
        return alone

    def settled_to(self, denials: Sequence[Statement]) -> Instant | None:
        """The last day up to which it is settled that it had not happened; None where that is not settled."""
        firsts = [said.first for said in denials if self.word(said, True) is Word.SETTLES]
        together = self._together(denials, True)
        if together:
            firsts.append(min(max(said.first for said in voices) for voices in together))
        return max(firsts, default=None)

    def _together(self, statements: Sequence[Statement], denial: bool) -> list[list[Statement]]:
        """What each of those says whose words settle it only together; empty where one of them is silent."""
        if self.favours is not Favours.EITHER and len(self.sides.own) < 2:
            return []  # the word of one that owes it alone is heard alone
        found: list[list[Statement]] = []
        for members in self._quorum(denial):
            voices = [said for said in statements if self._is_word_of(said, members)]
            if not voices:
                return []
            found.append(voices)
        return found

    def _quorum(self, denial: bool) -> Iterable[Collection[str]]:
        """The principals who settle it together: those who owe jointly, or every side of the agreement."""
        if self.favours is Favours.EITHER:
            return self.speakers.camps()
        if self._serves(denial) is Favours.OTHERS or self.sides.all_owe:
            return [(owing,) for owing in self.sides.own]
        return ()

    def _is_word_of(self, said: Statement, members: Collection[str]) -> bool:
        if said.finding_id is not None or (self.favours is not Favours.EITHER and self.side(said) is not Side.OWN):
            return False
        return self.speakers.speaks_for(said.speaker, members, said.known)

    def admitted(self, statements: Sequence[Statement]) -> bool:
        """Whether those who owe it say so themselves, all of them."""
        return bool(self.sides.own) and all(
            any(self._is_word_of(said, (owing,)) for said in statements) for owing in self.sides.own
        )
