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
from accords.model.conditions import Condition, OnEvent, Prose, Vague
from accords.model.walk import nodes
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
        return [spell for spell in self._all(instance, scope) if spell.start != NOT_EVER]

    def _all(self, instance: Instance, scope: Scope) -> Iterator[Spell]:
        duty, bearer = instance.duty, instance.bearer
        yield from self.whole.spells(bearer)
        for suspension in duty.suspensions:
            yield from self.whole.stated_spells(suspension, bearer, scope)
        if suspended := self.ledger.matters(bearer, EventKind.SUSPENSION):
            about = (*suspended, *self.ledger.matters(bearer, EventKind.RESUMPTION))
            yield from self.whole.suspensions([matter.event for matter in about], bearer)
        if duty.excused_if is not None:
            start = self.points.point(duty.excused_if, scope=scope.opposed)[0]
            told = self._is_told(duty.excused_if)
            yield Spell(start, NOT_EVER, SpellKind.EXCUSE, deadlines=told, told=told)
        for ruled in self.ledger.findings(duty.id, bearer, instance.turn):
            if ruled.verdict is Verdict.EXCUSED:
                yield Spell(ruled.moment(ruled.days[0]), NOT_EVER, SpellKind.EXCUSE)
            elif ruled.verdict is Verdict.NOT_BREACHED and not duty.is_continuing:
                yield Spell(maybe(on(ruled.days[0])), NOT_EVER, SpellKind.EXCUSE)

    def _is_told(self, condition: Condition) -> bool:
        """Whether anybody reports an event on which a condition rests, or a body found its words to be met.

        One that rests on neither is told by the record itself.
        """
        rests = False
        for node in nodes(condition):
            if isinstance(node, (Vague, Prose)):
                rests = True
                if any(each.verdict is Verdict.MET for each in self.ledger.findings(node.id or "", None)):
                    return True
            elif isinstance(node, OnEvent) and (event := self.ledger.events.get(node.event_id)) is not None:
                rests = True
                if event.defined_as is not None:
                    return True
                happened = (event, *self.ledger.occurrences.get(event.id, ()))
                if any(self.ledger.reported(each, self.ledger.bearer_of(each)) for each in happened):
                    return True
        return not rests
