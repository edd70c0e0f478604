"""Exact precision: decide the few uncertain days below one instance one by one, in every way that matters."""

from __future__ import annotations

from itertools import product

from accords.engine.instances import Instance
from accords.engine.ledger import Ledger
from accords.engine.moments import BEGIN, NEVER, Day, Moment, on
from accords.engine.points import Atom
from accords.engine.rows import rows_of
from accords.engine.solver import Solver
from accords.engine.table import Row, State

__all__ = ["MOST_WORLDS", "exact_rows"]

MOST_WORLDS = 3_000
"""Above so many combinations of days the answer stays that of interval precision."""


def exact_rows(ledger: Ledger, instance: Instance, t: Day, coarse: dict[State, Row]) -> dict[State, Row] | None:
    """The states that deciding every uncertain day reaches; None where there are too many ways to decide them."""
    if len(coarse) == 1:
        return dict(coarse)
    probe = Solver(ledger, t)
    probe.points.asked = {}
    marks: set[Day] = {t, BEGIN + 1}
    for other, readings in probe.solve(instance.duty.id):
        for terms in readings if other.key == instance.key else ():
            for name in ("F", "G", "N", "X", "E", "L", "D", "O"):
                marks.update(day for span in terms.env[name] for day in span)
            marks.update(day for s in terms.spells for m in (s.start, s.end) for span in m for day in span)
            marks.update(day for span in terms.stated_due for day in span)
    atoms = {key: days for key, days in probe.points.asked.items() if days and days[0][0] != days[-1][1]}
    marks.update(day for days in atoms.values() for span in days for day in span)
    choices = [(key, _breakpoints(key, days, marks)) for key, days in atoms.items()]
    ways = 1
    for _, days in choices:
        ways *= len(days)
        if ways > MOST_WORLDS:
            return None
    found: dict[State, Row] = {}
    for picked in product(*(days for _, days in choices)):
        pins: dict[Atom, Moment] = {key: on(day) for (key, _), day in zip(choices, picked, strict=True)}
        world = Solver(ledger, t, pins)
        for other, readings in world.solve(instance.duty.id):
            if other.key == instance.key:
                for state, row in rows_of(other, readings, t).items():
                    if state in coarse:
                        found.setdefault(state, row)
        if len(found) == len(coarse):
            break
    return found or dict(coarse)


def _breakpoints(key: Atom, days: Moment, marks: set[Day]) -> list[Day]:
    """The days on which it can matter: the ends of the moment, and every mark inside it with its neighbours."""
    if isinstance(key, tuple) and key[0] == "reading":
        return list(range(days[0][0], days[-1][1] + 1))
    wanted = {edge for span in days for edge in span}
    for mark in marks:
        for day in (mark - 1, mark, mark + 1):
            if any(a <= day <= b for a, b in days):
                wanted.add(day)
    if days[-1][1] == NEVER and days[-1][0] < NEVER - 1:
        wanted.add(NEVER)
    return sorted(wanted)
