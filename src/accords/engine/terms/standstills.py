"""When the clock stands for one instance: suspensions, excuses, and what bodies found of either."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accords.engine.days.moments import BEGIN, NOT_EVER, Instant, maybe
from accords.engine.days.spells import Spell, SpellKind
from accords.engine.facts.ledger import Ledger
from accords.engine.terms.atoms import ClearedSince
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

    def of(self, instance: Instance, scope: Scope, due: Callable[[list[Spell]], Instant]) -> list[Spell]:
        """The spells that can come at all; ``due`` tells the last deadline, as spells move it."""
        duty, bearer = instance.duty, instance.bearer
        always = self.whole.spells(bearer)
        plain = duty.excused_if is None and not duty.suspensions and not self.ledger.findings(duty.id, bearer)
        if plain and not always and not self.ledger.declared(bearer):
            return []
        spells = [spell for spell in (*always, *self._own(instance, scope)) if spell.start != NOT_EVER]
        return [*spells, *self._cleared(instance, lambda: due(spells))]

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

    def _cleared(self, instance: Instance, due: Callable[[], Instant]) -> Iterator[Spell]:
        """What findings that nothing was breached perhaps excuse, since any day up to the first that each speaks of."""
        duty = instance.duty
        for ruled in self.ledger.findings(duty.id, instance.bearer, instance.turn):
            if ruled.verdict is Verdict.NOT_BREACHED and not duty.is_continuing:
                late = ruled.settles and due() < ruled.days[1]
                key = ClearedSince(ruled.ruling.event_id, ruled.body, instance.key, late)
                start = self.points.atom(key, maybe(((BEGIN, ruled.days[0]),)))
                if start != NOT_EVER:
                    yield Spell(start, NOT_EVER, SpellKind.EXCUSE, deadlines=False)
