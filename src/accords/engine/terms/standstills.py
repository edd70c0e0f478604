"""When the clock stands for one instance: suspensions, excuses, and what bodies found of either."""

from __future__ import annotations

from collections.abc import Iterator

from accords.engine.days.moments import NOT_EVER, maybe, on
from accords.engine.days.spells import Spell, SpellKind
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.instances import Instance
from accords.engine.terms.points import Points
from accords.engine.terms.scope import Scope
from accords.engine.terms.whole import Whole
from accords.vocabulary import EventKind, Verdict

__all__ = ["Standstills"]


class Standstills:
    """Finds the spells of an instance, but for those that other duties of a linkage bring."""

    def __init__(self, ledger: Ledger, points: Points, whole: Whole) -> None:
        self.ledger = ledger
        self.points = points
        self.whole = whole

    def of(self, instance: Instance, scope: Scope) -> list[Spell]:
        """The spells that can come at all."""
        duty, bearer = instance.duty, instance.bearer
        always = self.whole.spells(bearer)
        plain = duty.excused_if is None and not duty.suspensions and not self.ledger.findings(duty.id, bearer)
        if plain and not always and not self.ledger.declared(bearer):
            return []
        return [spell for spell in (*always, *self._own(instance, scope)) if spell.start != NOT_EVER]

    def _own(self, instance: Instance, scope: Scope) -> Iterator[Spell]:
        duty, bearer = instance.duty, instance.bearer
        for suspension in duty.suspensions:
            yield from self.whole.stated_spells(suspension, bearer, scope)
        if suspended := self.ledger.matters(bearer, EventKind.SUSPENSION, instance.turn):
            about = (*suspended, *self.ledger.matters(bearer, EventKind.RESUMPTION, instance.turn))
            yield from self.whole.suspensions([matter.event for matter in about], bearer)
        if duty.excused_if is not None:
            start = self.points.point(duty.excused_if, scope=scope.opposed)[0]
            told = self.whole.is_told(duty.excused_if)
            yield Spell(start, NOT_EVER, SpellKind.EXCUSE, deadlines=told, told=told)
        for ruled in self.ledger.findings(duty.id, bearer, instance.turn):
            if ruled.verdict is Verdict.EXCUSED:
                yield Spell(ruled.moment(ruled.days[0]), NOT_EVER, SpellKind.EXCUSE)
            elif ruled.verdict is Verdict.NOT_BREACHED and not duty.is_continuing:
                yield Spell(maybe(on(ruled.days[0])), NOT_EVER, SpellKind.EXCUSE)
