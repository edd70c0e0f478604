"""How much a duty asks for or allows, and how much somebody says it was, in words."""

from __future__ import annotations

from decimal import Decimal

from accords.model.agreement import Agreement
from accords.model.events import ClaimedQuantity
from accords.model.obligations import Amount, Quantity, Ratio
from accords.vocabulary import Counted
from accords.words.names import Names, names_of
from accords.words.phrasing import joined, say

__all__ = ["claimed_quantity_in_words", "number_in_words", "of_measure", "quantity_in_words"]


def quantity_in_words(quantity: Quantity, agreement: Agreement | Names) -> str:
    """An amount that is owed or allowed: ``at least 90 prisoners``, ``at most 300 kg of uranium, at any time``."""
    names = names_of(agreement)
    least, most = quantity.at_least, quantity.at_most
    if isinstance(least, Decimal) and isinstance(most, Decimal):
        low, high = number_in_words(least), number_in_words(most)
        exactly = say("quantity.exactly", amount=low)
        words = exactly if least == most else say("quantity.between", least=low, most=high)
        words = _of(quantity, words, low == high == "1")
    else:
        limits = [(key, amount) for key, amount in (("at_least", least), ("at_most", most)) if amount is not None]
        said = [_limited(key, amount, quantity, names) for key, amount in limits]
        words = joined(said) or _of(quantity, say("quantity.some"))
    return say("quantity.level", amount=words) if quantity.counted is Counted.LEVEL else words


def claimed_quantity_in_words(quantity: ClaimedQuantity, asked: Quantity | None = None) -> str:
    """An amount as somebody reports it: ``88 prisoners``, ``60 prisoners so far``; ``asked`` is that of the duty, whose
    unit it has where it names none."""
    if quantity.amount is not None:
        words = number_in_words(quantity.amount)
    elif quantity.at_least is not None and quantity.at_most is not None:
        least, most = number_in_words(quantity.at_least), number_in_words(quantity.at_most)
        words = say("quantity.between", least=least, most=most)
    elif quantity.at_least is not None:
        words = say("quantity.at_least", amount=number_in_words(quantity.at_least))
    elif quantity.at_most is not None:
        words = say("quantity.at_most", amount=number_in_words(quantity.at_most))
    else:
        words = say("quantity.some")
    unit = quantity.unit if quantity.unit is not None or asked is None else asked.unit
    level = asked is not None and asked.counted is Counted.LEVEL
    measured = of_measure(words, quantity.measure, unit, level=level, one=words == "1")
    return say("quantity.so_far", amount=measured) if quantity.so_far else measured


def number_in_words(number: Decimal) -> str:
    """A number with its thousands marked: ``8,500``, ``0.5``."""
    return f"{number.normalize():,f}"


def _limited(key: str, amount: Amount, quantity: Quantity, names: Names) -> str:
    """One limit: ``at least 90 prisoners``, ``at least 3 prisoners for each one under the duty …``, ``at most 40 per
    cent of the fish under the duty …``."""
    if isinstance(amount, Ratio) and amount.times < 1 and _is_of_the_same(amount, quantity, names):
        number, duty = number_in_words(amount.times * 100), names.duty(amount.of_obligation_id)
        share = say("quantity.share", number=number, measure=quantity.measure.strip(), duty=duty)
        return say(f"quantity.{key}", amount=share)
    number = number_in_words(amount.times if isinstance(amount, Ratio) else amount)
    words = _of(quantity, say(f"quantity.{key}", amount=number), number == "1")
    if not isinstance(amount, Ratio):
        return words
    return say("quantity.for_each", amount=words, duty=names.duty(amount.of_obligation_id))


def _is_of_the_same(amount: Ratio, quantity: Quantity, names: Names) -> bool:
    """Whether a share is of what the other duty measures, in its unit."""
    other = names.obligations.get(amount.of_obligation_id)
    found = other.quantities[:1] if other is not None else ()
    return any((each.measure, each.unit) == (quantity.measure, quantity.unit) for each in found)


def _of(quantity: Quantity, words: str, one: bool = False) -> str:
    level = quantity.counted is Counted.LEVEL
    return of_measure(words, quantity.measure, quantity.unit, level=level, one=one)


def of_measure(words: str, measure: str, unit: str | None, *, level: bool, one: bool = False) -> str:
    """A number with its unit and what is measured, each once: ``8,500 t of fish``, ``width: 20 m``, ``meetings: 1``."""
    if unit is None:
        return say("quantity.named" if one else "quantity.counted", amount=words, measure=measure.strip())
    key = "quantity.level_measured" if level else "quantity.measured"
    return say(key, amount=words, unit=unit.strip(), measure=measure.strip())
