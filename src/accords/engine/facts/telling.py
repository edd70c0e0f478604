"""Who tells of one happening: one side alone, both, people around them, or others; and what of it was read in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from accords.engine.facts.knowledge import Statement
from accords.engine.facts.sides import Speakers
from accords.vocabulary import Basis, Says

__all__ = ["NO", "YES", "Telling", "asserting", "of_one_side", "read_in", "said_too_early", "told_by"]

YES = (Says.OCCURRED, Says.BREACH)
NO = (Says.NOT_OCCURRED, Says.NO_BREACH)
"""What is said for a charge and its happening, and what is said against them."""


class Telling(StrEnum):
    """Who is heard on a happening, and which of the agreement's sides say that it happened."""

    ALONE = "alone"
    BOTH = "both"
    SEVERAL = "several"
    AROUND = "around"
    OTHERS = "others"


def asserting(statements: Iterable[Statement]) -> tuple[str | None, ...]:
    """Those who say that it happened, each once."""
    return tuple(dict.fromkeys(said.teller for said in statements if said.says in YES and not said.ahead))


def said_too_early(statements: Iterable[Statement]) -> bool:
    """Whether somebody says that it happened on a day that had not come when that was known: it is read otherwise."""
    return any(said.says in YES and said.ahead for said in statements)


def told_by(speakers: Speakers, statements: Iterable[Statement]) -> Telling:
    """``ALONE``: only one side, or one other, says anything. ``BOTH``, ``SEVERAL``: so many sides themselves say that
    it happened. ``AROUND``: people of several do, in their own names."""
    heard: set[object] = set()
    saying: set[object] = set()
    around: set[object] = set()
    for said in statements:
        who = said.speaker
        near = _camps(speakers, speakers.voices.belongs_to(who)) if who is not None else set()
        heard |= near or {said.teller}
        if who is not None and said.says in YES:
            saying |= _camps(speakers, speakers.spoken_for(who, said.known))
            around |= near
    if len(heard) == 1:
        return Telling.ALONE
    if len(saying) > 1:
        return Telling.BOTH if len(speakers.camps()) == 2 else Telling.SEVERAL
    return Telling.AROUND if len(around) > 1 else Telling.OTHERS


def of_one_side(speakers: Speakers, tellers: Iterable[str | None]) -> bool:
    """Whether all of these belong to one and the same side of the agreement."""
    camps = [_camps(speakers, speakers.voices.belongs_to(who)) if who is not None else set() for who in tellers]
    return bool(camps) and all(len(each) == 1 for each in camps) and len(set().union(*camps)) == 1


def read_in(statements: Iterable[Statement], says: Collection[Says]) -> tuple[str, ...]:
    """Those who say one of these things only as the coder reads them."""
    stated: dict[str, bool] = {}
    for said in statements:
        if said.says in says and said.teller is not None:
            inferred = said.claim.basis is Basis.INFERRED
            stated[said.teller] = stated.get(said.teller, True) and inferred
    return tuple(who for who, inferred in stated.items() if inferred)


def _camps(speakers: Speakers, actors: Iterable[str]) -> set[object]:
    return {speakers.camp(one) for one in actors if one in speakers.parties}
