"""Whether a happening is said to breach a duty, by whom, and whether that is settled."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from accords.engine.facts.claims import Fact, Standing
from accords.engine.facts.findings import Found, retold
from accords.engine.facts.hearing import Favours, Hearing, Word
from accords.engine.facts.knowledge import Statement
from accords.engine.facts.sides import Side
from accords.model.obligations import Reading
from accords.vocabulary import Says, Verdict

__all__ = ["Charge", "charge", "rests_on_own"]


@frozen
class Charge:
    """Whether a happening is said to breach a duty, and whether that is settled."""

    standing: Standing
    certain: bool
    possible: bool
    reading_ids: tuple[str, ...] = ()
    chargers: tuple[str | None, ...] = ()
    deniers: tuple[str | None, ...] = ()
    otherwise: tuple[str, ...] = ()
    """Those who owe the duty and read it in another way than who charges: their answer, where there is no other."""

    def of_whom(self, whose: bool | None) -> Charge:
        """The same; where nothing says whose doing it was, who owes it and charges it admits nothing."""
        if whose is not None or self.standing is not Standing.ADMITTED:
            return self
        return evolve(self, standing=Standing.CHARGED, certain=False)


def charge(
    statements: Sequence[Statement], found: Sequence[Found], hearing: Hearing, readings: Sequence[Reading] = ()
) -> Charge:
    """Weigh whether one happening is said to breach the duty, which is read in these ways, and by whom."""
    statements = (*statements, *retold(found))
    accusing = [s for s in statements if s.says is Says.BREACH]
    clearing = [s for s in statements if s.says is Says.NO_BREACH]
    guilty = [each.body for each in found if each.settles and each.verdict is Verdict.BREACHED]
    cleared = [each.body for each in found if each.settles and each.verdict is Verdict.NOT_BREACHED]
    standing = _ruled(bool(guilty), bool(cleared))
    standing = standing or _ruled(_decided(accusing, hearing), _decided(clearing, hearing))
    otherwise = () if standing or clearing else _read_otherwise(accusing, readings, hearing)
    certain = standing is Standing.FOUND and bool(guilty or (not cleared and _decided(accusing, hearing)))
    possible = certain or standing is not Standing.FOUND
    if standing is None:
        standing = _said(accusing, bool(clearing), hearing)
        if standing is Standing.CHARGED and otherwise:
            standing = Standing.CONTESTED
        certain, possible = standing is Standing.ADMITTED, bool(accusing)
    return Charge(
        standing,
        certain,
        possible,
        tuple(dict.fromkeys(s.claim.reading_id for s in (*accusing, *clearing) if s.claim.reading_id)),
        tuple(dict.fromkeys((*(s.teller for s in accusing), *guilty))),
        tuple(dict.fromkeys((*(s.teller for s in clearing), *cleared))),
        otherwise,
    )


def _read_otherwise(accusing: Sequence[Statement], readings: Sequence[Reading], hearing: Hearing) -> tuple[str, ...]:
    """Those of the obligor's side who hold a reading other than those on which a charge rests, and none of these."""
    relied = {said.claim.reading_id for said in accusing} - {None}
    holders = {r.id: r.held_by_ids for r in readings}
    if relied.isdisjoint(holders):
        return ()
    agreeing = {who for reading_id in relied for who in holders.get(reading_id or "", ())}
    others = dict.fromkeys(who for reading_id, held in holders.items() if reading_id not in relied for who in held)
    speakers, sides = hearing.speakers, hearing.sides
    return tuple(who for who in others if who not in agreeing and speakers.side(who, False, sides) is Side.OWN)


def _decided(statements: Sequence[Statement], hearing: Hearing) -> bool:
    """Whether one of these is the word of a body that decides."""
    return any(said.speaker in hearing.sides.deciders and said.finding_id is None for said in statements)


def _ruled(guilty: bool, cleared: bool) -> Standing | None:
    """How a charge stands on which bodies that decide have spoken; None where none has."""
    if guilty and cleared:
        return Standing.CONTESTED
    return Standing.FOUND if guilty or cleared else None


def _said(accusing: Sequence[Statement], cleared: bool, hearing: Hearing) -> Standing:
    """How a charge stands that no body decided."""
    if not accusing:
        return Standing.UNREPORTED
    if cleared:
        return Standing.CONTESTED
    return Standing.ADMITTED if hearing.admitted(accusing) else Standing.CHARGED


def rests_on_own(weighed: Fact, found: Sequence[Found], hearing: Hearing) -> bool:
    """Whether that something happened to the harm of others is established by nobody but who owes the duty."""
    if hearing.favours is not Favours.OTHERS or weighed.standing is not Standing.ESTABLISHED:
        return False
    if any(each.settles for each in found):
        return False
    said = [each for each in weighed.used if each.says in (Says.OCCURRED, Says.BREACH)]
    return not any(hearing.word(each) is Word.SETTLES and hearing.side(each) is not Side.OWN for each in said)
