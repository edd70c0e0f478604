"""The days on which nothing was a breach, and what they leave of a violation by amounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import evolve

from accords.engine.days.moments import NEVER, NOT_EVER, Moment, clip, drop, joined, maybe, rest, union
from accords.engine.days.spells import Spell, standing_days
from accords.engine.facts.findings import Found
from accords.engine.facts.quantities import When
from accords.vocabulary import Verdict

__all__ = ["Cleared", "cleared_by"]


class Cleared(NamedTuple):
    """The days on which nothing was a breach: ``surely``, and with those of what perhaps stands."""

    surely: Moment
    perhaps: Moment

    def by(self, spells: Sequence[Spell]) -> Cleared:
        """The same with the days on which the clock stands."""
        if not spells:
            return self
        sure, wide = (((a, b - 1) for a, b in standing_days(spells, each)) for each in (True, False))
        return Cleared(joined((*self.surely, *sure)), joined((*self.perhaps, *wide)))

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
        possibly, reported = (
            maybe(drop(union((*rest(days), *clip(later, days[0][0], NEVER))), self.surely) or NOT_EVER)
            for days in (when.possibly, when.reported)
        )
        return evolve(when, surely=NOT_EVER, possibly=possibly, reported=reported[:1])


def cleared_by(found: Iterable[Found]) -> Cleared:
    """What findings on a duty clear."""
    clear = [each for each in found if each.binds and each.verdict is Verdict.NOT_BREACHED]
    return Cleared(union(each.days for each in clear if each.settles), union(each.days for each in clear))
