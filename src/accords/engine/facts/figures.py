"""Figures: how much somebody says that an act was, or all acts of a turn so far, and which figures are settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from accords.engine.days.moments import BEGIN, Moment
from accords.engine.facts.hearing import Hearing, Word
from accords.engine.facts.kinds import is_formal
from accords.engine.facts.knowledge import Statement
from accords.engine.facts.sides import Side
from accords.model.events import ClaimedQuantity, Event
from accords.model.obligations import Quantity
from accords.vocabulary import Counted, EventKind, Extent, Says

__all__ = ["Figure", "MeasuredAct", "figures_of", "highest", "lowest", "reported", "settled"]

_TELLING = (Says.OCCURRED, Says.BREACH)


@frozen
class Figure:
    """How much one speaker says it was: ``low`` at least, ``high`` at most, None for no bound.

    ``so_far``: of all acts of the turn up to then, in place of the speaker's earlier figures.
    """

    statement: Statement
    low: Fraction
    high: Fraction | None
    so_far: bool = False
    formal: bool = False
    """Whether it is of a formal act, which whoever did it tells by its own word."""

    @property
    def speaker(self) -> str | None:
        """Who gives it; None for a source that speaks for itself."""
        return self.statement.speaker

    @property
    def teller(self) -> str | None:
        """Who gives it: an actor, or a source that speaks for itself."""
        return self.statement.teller


@frozen
class MeasuredAct:
    """An act as it counts towards one amount. ``sure``: if it happened, it is the bearer's and the turn's.

    ``figures`` are those of this act alone, one of each speaker, and ``so_far`` those of all acts up to it.
    """

    event: Event
    days: Moment
    sure: bool
    figures: tuple[Figure, ...] = ()
    so_far: tuple[Figure, ...] = ()
    whole: bool = False
    """Whether nothing says how much it was but that it was all."""

    @property
    def unknown(self) -> bool:
        """Whether nobody says how much it was."""
        return not (self.figures or self.so_far or self.whole)

    @property
    def given(self) -> tuple[Figure, ...]:
        """All figures that somebody gives."""
        return (*self.figures, *self.so_far)

    def told_by(self, teller: str | None, hearing: Hearing) -> MeasuredAct:
        """The same with the figures of one who gives any or, where that one gives none, those that are settled."""
        kept = [each for each in self.given if each.teller == teller]
        kept = kept or [each for each in self.given if hearing.word(each.statement) is Word.SETTLES]
        figures, so_far = (tuple(each for each in given if each in kept) for given in (self.figures, self.so_far))
        return evolve(self, figures=figures, so_far=so_far)


def figures_of(event: Event, statements: Iterable[Statement], quantity: Quantity, alone: bool) -> MeasuredAct:
    """What is said of one measure of an act, each speaker's later figure in place of its earlier one.

    ``alone``: it is the only amount of the duty, so that a number of things that the event states is of them.
    """
    telling = [said for said in statements if said.says in _TELLING and not said.ahead and said.finding_id is None]
    formal = event.kind is EventKind.PERFORMANCE and is_formal(event)
    single: dict[tuple[str | None, bool], Figure] = {}
    totals: dict[tuple[str | None, bool], Figure] = {}
    for said in sorted(telling, key=lambda said: BEGIN if said.known is None else said.known):
        speaker = (said.speaker, said.known is None)  # of what is known since nobody knows when, nothing is the later
        for each in said.claim.quantities:
            if each.measure == quantity.measure and each.unit in (None, quantity.unit):
                adds_up = each.so_far and quantity.counted is Counted.SUM
                (totals if adds_up else single)[speaker] = evolve(_figure(said, each), formal=formal)
        if not said.claim.quantities and event.count is not None and alone and quantity.unit is None:
            count = Fraction(event.count)
            single.setdefault(speaker, Figure(said, count, count))
    whole = not single and not totals and event.extent is Extent.FULL
    return MeasuredAct(event, (), False, tuple(single.values()), tuple(totals.values()), whole)


def _figure(said: Statement, given: ClaimedQuantity) -> Figure:
    low = given.amount if given.amount is not None else given.at_least
    high = given.amount if given.amount is not None else given.at_most
    return Figure(said, _exact(low) or Fraction(0), _exact(high), given.so_far)


def _exact(number: Decimal | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def settled(figures: Sequence[Figure], hearing: Hearing) -> list[Figure]:
    """Those that a verifier gives, else those against their speaker's interest; of a formal act, also those of whoever
    did it, where nobody gives another."""
    settling = {id(said) for said in hearing.settling([figure.statement for figure in figures])}
    found = [figure for figure in figures if id(figure.statement) in settling]
    if not found and all(figure.formal and figure.low == figures[0].low for figure in figures):
        return [figure for figure in figures if hearing.side(figure.statement) is Side.OWN]
    return [figure for figure in found if hearing.side(figure.statement) is Side.VERIFIER] or found


def lowest(figures: Iterable[Figure]) -> Fraction:
    """What all of them say that it was at least; nothing where there are none."""
    return min((figure.low for figure in figures), default=Fraction(0))


def highest(figures: Iterable[Figure]) -> Fraction:
    """What any of them says that it was at least."""
    return max((figure.low for figure in figures), default=Fraction(0))


def reported(figures: Sequence[Figure]) -> Fraction:
    """The highest figure that nobody contests by stating a lower one."""
    bounds = [figure.high for figure in figures if figure.high is not None]
    return min([highest(figures), *bounds])
