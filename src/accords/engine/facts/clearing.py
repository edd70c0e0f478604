"""The days on which nothing was a breach, and what they leave of a violation by amounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import evolve

from accords.engine.days.moments import (
    BEGIN,
    NEVER,
    NOT_EVER,
    Instant,
    Moment,
    between,
    clip,
    drop,
    joined,
    maybe,
    rest,
    union,
)
from accords.engine.days.spells import Spell, standing_days
from accords.engine.facts.findings import Found
from accords.engine.facts.quantities import When
from accords.vocabulary import Verdict

__all__ = ["Cleared", "cleared_by"]


class Cleared(NamedTuple):
    """The days on which nothing was a breach: ``surely``, and with those of what perhaps stands."""

    surely: Moment
    perhaps: Moment

    def outside(self, opens: Moment, spells: Sequence[Spell]) -> Cleared:
        """The same with the days on which a duty is not owed: before it is open, and while the clock stands."""
        sure, wide = ([(a, b - 1) for a, b in standing_days(spells, each)] for each in (True, False))
        sure += between(BEGIN, opens[0][0] - 1)
        wide += between(BEGIN, opens[-1][1] - 1)
        return Cleared(joined((*self.surely, *sure)), joined((*self.perhaps, *wide)))

    def shortens(self, days: Moment, until: Instant | None) -> Moment:
        """When a violation of these days was first one: on the day itself or, where it lasted ``until`` a day, on the
        first after those that are surely cleared."""
        left = drop(days, self.surely)
        if until is not None and left != days:
            nexts = (last + 1 for first, last in joined(self.surely) if clip(days, first, last))
            left = union((*left, *((day, day) for day in nexts if day <= until)))
        return left or NOT_EVER

    def leaves(self, days: Moment) -> Moment:
        """The days on which a violation that may lie on these was one; with never, where it may be none."""
        if not self.perhaps or drop(days, self.perhaps) == days:
            return days
        return maybe(drop(days, self.surely) or NOT_EVER)

    def leaves_of(self, when: When, acts: Iterable[Moment]) -> When:
        """When an amount that adds up is exceeded on days of which none is cleared: then, or with a later act."""
        if not self.perhaps or drop(when.days, self.perhaps) == when.days:
            return when
        later = union(clip(union(span for days in acts for span in rest(days)), when.days[0][0], NEVER - 1))
        possibly = drop(union((*rest(when.possibly), *later)), self.surely)
        reported = drop(when.reported, self.surely) or NOT_EVER
        return evolve(when, surely=NOT_EVER, possibly=maybe(possibly or NOT_EVER), reported=reported)


def cleared_by(found: Iterable[Found]) -> Cleared:
    """What findings on a duty clear."""
    clear = [each for each in found if each.binds and each.verdict is Verdict.NOT_BREACHED]
    return Cleared(joined(each.days for each in clear if each.settles), joined(each.days for each in clear))
