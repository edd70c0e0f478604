"""Amounts as values to print: what is promised, what is established and reported of it, and who says how much."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from accords.engine.facts.figures import Figure
from accords.engine.facts.quantities import Measured
from accords.engine.worlds.assess import Assessed
from accords.words import say

__all__ = ["MeasuredAmount", "ToldFigure", "amounts_of", "number_text", "part_in_words", "partly_done"]


@frozen
class ToldFigure:
    """How much one speaker says it was: at least ``low`` and at most ``high``, the same for an exact figure.

    ``speaker_id`` is None for a source that speaks for itself. ``so_far``: of all acts of the turn up to then.
    """

    speaker_id: str | None
    low: str
    high: str | None
    so_far: bool


@frozen
class MeasuredAmount:
    """One amount that a duty asks for or allows, beside what there is of it. Numbers are exact, as texts.

    ``established`` counts towards ``at_least``, ``against`` towards ``at_most``: a figure is established by whoever
    has no interest in it. ``reported`` is what nobody contests. ``unknown``: of some act nobody says how much it was.
    """

    measure: str
    unit: str | None
    at_least: str | None
    at_most: str | None
    established: str
    against: str
    reported: str
    contested: bool
    unknown: bool
    partly: bool
    told: tuple[ToldFigure, ...]


def amounts_of(found: Assessed) -> tuple[MeasuredAmount, ...]:
    """The amounts of an instance, in the order of the duty."""
    return tuple(_amount(each) for each in found.amounts)


def partly_done(found: Assessed) -> tuple[MeasuredAmount, ...]:
    """The amounts of which something is established, and less than is promised."""
    return tuple(
        each for each in amounts_of(found) if each.partly and each.at_least is not None and each.established != "0"
    )


def part_in_words(amount: MeasuredAmount) -> str:
    """How much of what is promised is established."""
    what = amount.measure if amount.unit is None else say("amount.unit", unit=amount.unit, measure=amount.measure)
    return say("amount.part", done=amount.established, least=amount.at_least, what=what)


def _amount(found: Measured) -> MeasuredAmount:
    promise = found.promise
    return MeasuredAmount(
        promise.quantity.measure,
        promise.quantity.unit,
        number_text(promise.least),
        number_text(promise.most),
        number_text(found.established) or "0",
        number_text(found.against) or "0",
        number_text(found.reported) or "0",
        found.contested,
        found.unknown,
        found.partly,
        tuple(_told(found.figures)),
    )


def _told(figures: Iterable[Figure]) -> Iterable[ToldFigure]:
    for each in figures:
        yield ToldFigure(each.speaker, number_text(each.low) or "0", number_text(each.high), each.so_far)


def number_text(number: Fraction | None) -> str | None:
    """An exact number in decimal digits, or as a fraction where those have no end; None stays None."""
    if number is None:
        return None
    rest, places = number.denominator, 0
    while rest % 10 == 0:
        rest //= 10
        places += 1
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
            places += 1
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    digits = str(number.numerator * 10**places // number.denominator)
    if not places:
        return digits
    return f"{digits[:-places] or '0'}.{digits[-places:].zfill(places)}".rstrip("0").rstrip(".")
