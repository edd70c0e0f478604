"""Amounts as values to print: what is promised, what is established and reported of it, and who says how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from accords.engine.facts.figures import Figure
from accords.engine.facts.quantities import Measured
from accords.engine.worlds.assess import Assessed
from accords.model.obligations import Obligation, Quantity, Ratio
from accords.standing.values import AmountRow
from accords.vocabulary import Modality
from accords.words import Names, joined, quantity_in_words, say
from accords.words.quantities import number_in_words, of_measure

__all__ = [
    "MeasuredAmount",
    "ToldFigure",
    "amount_rows",
    "amounts_of",
    "number_text",
    "number_words",
    "part_in_words",
    "partly_done",
]


@frozen
class ToldFigure:
    """How much one speaker says it was: at least ``low`` and at most ``high``, the same for an exact figure.

    ``speaker_id`` is an actor, or a source that speaks for itself. ``so_far``: of all acts of the turn up to then.
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
    level: bool = False


def amounts_of(found: Assessed) -> tuple[MeasuredAmount, ...]:
    """The amounts of an instance, in the order of the duty."""
    return tuple(_amount(each) for each in found.amounts)


def partly_done(found: Assessed) -> tuple[MeasuredAmount, ...]:
    """The amounts of which something is established, and less than is promised."""
    return tuple(
        each for each in amounts_of(found) if each.partly and each.at_least is not None and each.established != "0"
    )


def part_in_words(amount: MeasuredAmount) -> str:
    """How much of what is promised is established; at least that, where somebody says more."""
    assert amount.at_least is not None
    words = say("amount.part", done=number_words(amount.established), least=number_words(amount.at_least))
    words = say("quantity.at_least", amount=words) if _is_perhaps_more(amount) else words
    return of_measure(words, amount.measure, amount.unit, level=amount.level)


def _is_perhaps_more(amount: MeasuredAmount) -> bool:
    """Whether what is established is only the least that there is of it."""
    return amount.contested or amount.unknown or Fraction(amount.reported) > Fraction(amount.established)


def amount_rows(amounts: Iterable[MeasuredAmount], duty: Obligation, names: Names) -> Iterator[AmountRow]:
    """What is promised beside what is reported of it, with who says each figure."""
    for quantity, found in zip(duty.quantities, amounts, strict=True):
        told = tuple(_told_in_words(each, names) for each in found.told)
        left_open = (("amount.contested", found.contested), ("amount.unknown", found.unknown))
        yield AmountRow(
            measure=found.measure,
            promised=_promised(quantity, found, names),
            counts=(_counts(found, quantity) or None) if told else None,
            told=told,
            open_words=tuple(say(key) for key, so in left_open if so),
            allowed=duty.modality is Modality.MAY,
        )


def _promised(quantity: Quantity, found: MeasuredAmount, names: Names) -> str:
    """The amount as it is promised; where it hangs on another duty's, also what that comes to by now."""
    words = quantity_in_words(quantity, names)
    bounds = ((quantity.at_least, found.at_least), (quantity.at_most, found.at_most))
    if any(isinstance(amount, Ratio) and number is None for amount, number in bounds):
        return say("amount.open", amount=words)
    now = [
        say(key, amount=number_words(number))
        for key, amount, number in (
            ("quantity.at_least", quantity.at_least, found.at_least),
            ("quantity.at_most", quantity.at_most, found.at_most),
        )
        if isinstance(amount, Ratio) and number is not None
    ]
    return say("amount.by_now", amount=words, now=joined(now)) if now else words


def _counts(found: MeasuredAmount, quantity: Quantity) -> str:
    """What is established: towards what is owed, and against what is allowed; of a level that is contested, nothing."""
    if found.level and found.contested:
        return ""
    parts = []
    if quantity.at_least is not None or quantity.at_most is None:
        key = "amount.against" if _is_perhaps_more(found) else "amount.established"
        short = found.level and found.established == "0" and quantity.at_most is None
        parts.append(("amount.no_more", found.against) if short else (key, found.established))
    if quantity.at_most is not None and found.against != "0":
        parts.append(("amount.against", found.against))
    words = [
        say("amount.none") if number == "0" else say(key, amount=_with_unit(number, found)) for key, number in parts
    ]
    if len(words) == 2:  # each is read for itself
        apart = zip(("amount.to_least", "amount.to_most"), words, strict=True)
        same = found.established == found.against
        words = words[:1] if same else [say(key, words=each) for key, each in apart]
    return joined(words)


def _with_unit(number: str, found: MeasuredAmount) -> str:
    """A number beside a promise that tells what is measured."""
    words = number_words(number)
    if found.unit is None:
        return of_measure(words, found.measure, None, level=False, one=number == "1")
    return say("amount.unit", amount=words, unit=found.unit.strip())


def _told_in_words(figure: ToldFigure, names: Names) -> str:
    """A figure with who says it: ``88 (Borduria)``, ``at least 60 so far (a source)``."""
    low = number_words(figure.low)
    if figure.high == figure.low:
        words = low
    elif figure.high is None:
        words = say("quantity.at_least", amount=low)
    elif figure.low == "0":
        words = say("quantity.at_most", amount=number_words(figure.high))
    else:
        words = say("quantity.between", least=low, most=number_words(figure.high))
    if figure.so_far:
        words = say("quantity.so_far", amount=words)
    who = say("speaker.a_source") if figure.speaker_id is None else names.actor(figure.speaker_id)
    return say("in_brackets", text=words, more=who)


def number_words(number: str) -> str:
    """An exact number for people: thousands marked; a fraction stays one."""
    return number if "/" in number else number_in_words(Decimal(number))


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
        promise.level,
    )


def _told(figures: Iterable[Figure]) -> Iterable[ToldFigure]:
    for each in figures:
        yield ToldFigure(each.teller, number_text(each.low) or "0", number_text(each.high), each.so_far)


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
