"""What is promised: one amount of a duty, worked out."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from accords.model.obligations import Quantity, Ratio
from accords.vocabulary import Counted

__all__ = ["Promise"]


@frozen
class Promise:
    """One amount that a duty asks for or allows, worked out. ``least`` and ``most`` are None where none is stated, or
    nobody knows how much it is."""

    quantity: Quantity
    least: Fraction | None
    most: Fraction | None

    @property
    def level(self) -> bool:
        """Whether every figure stands alone."""
        return self.quantity.counted is Counted.LEVEL

    @property
    def is_open(self) -> bool:
        """Whether a bound of what is kept hangs on something of which nobody knows how much it is."""
        short = self.level and self.quantity.at_least is not None and self.least is None
        return short or (self.quantity.at_most is not None and self.most is None)

    @property
    def hangs_on(self) -> tuple[str, ...]:
        """The duties on which it hangs, and of which nobody knows how much was done."""
        bounds = ((self.quantity.at_least, self.least), (self.quantity.at_most, self.most))
        return tuple(stated.of_obligation_id for stated, now in bounds if isinstance(stated, Ratio) and now is None)

    def unless_more(self, raised: Promise) -> Promise:
        """The same, open where it is nothing only if what perhaps happened did not, by which it is ``raised``."""
        least = None if self.least == 0 and raised.least != 0 else self.least
        return Promise(self.quantity, least, None if self.most == 0 and raised.most != 0 else self.most)
