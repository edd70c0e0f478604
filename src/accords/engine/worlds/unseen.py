"""What rests on nothing but what others may have done without a report."""

from __future__ import annotations

from collections.abc import Mapping

from accords.engine.days.moments import NOT_EVER, Moment
from accords.engine.terms.atoms import Atom, InstanceKey, UnseenAct
from accords.engine.terms.solver import Solved, Solver
from accords.engine.terms.table import State
from accords.engine.terms.world import World
from accords.engine.worlds.rows import rows_of
from accords.model.walk import duties_of

__all__ = ["Unseen"]


class Unseen:
    """Tells which states of an act to be done need that another duty was performed without a report."""

    def __init__(self, solver: Solver) -> None:
        self.solver = solver
        self._left: dict[str, Mapping[InstanceKey, frozenset[State]]] = {}

    def overdue(self, solved: Solved, reported: State, states: frozenset[State]) -> frozenset[State]:
        """Those states where it is overdue by that alone; none where it is overdue as reported, or may be otherwise."""
        instance, _ = solved
        duty = instance.duty
        if duty.is_continuing or reported is State.BREACHED or State.BREACHED not in states or not duties_of(duty):
            return frozenset()
        if duty.id not in self._left:
            self._left[duty.id] = self._without(duty.id)
        left = self._left[duty.id].get(instance.key, states)
        return frozenset() if State.BREACHED in left or reported not in left else states - left

    def _without(self, duty_id: str) -> Mapping[InstanceKey, frozenset[State]]:
        """The states of each instance of a duty, where nobody performed without a report what it leads to."""
        solver, below = self.solver, self._below(duty_id)
        keys = (twin.key for each in below for twin, _ in solver.solve(each))
        pins: dict[Atom, Moment] = {UnseenAct(key): NOT_EVER for key in keys}
        world = Solver(solver.ledger, solver.t, World(pins), under=solver, only=frozenset((*below, duty_id)))
        return {twin.key: frozenset(rows_of(twin, terms, solver.t)) for twin, terms in world.solve(duty_id)}

    def _below(self, duty_id: str) -> list[str]:
        """The other duties to which the conditions of a duty lead."""
        duties = self.solver.ledger.duties
        found: dict[str, None] = {}
        queue = [duty_id]
        while queue:
            for each in duties_of(duties[queue.pop()]):
                if each != duty_id and each not in found and each in duties:
                    found[each] = None
                    queue.append(each)
        return list(found)
