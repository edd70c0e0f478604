"""Which table applies to a duty, and the rows that some choice of days reaches."""

from __future__ import annotations

from accords.engine.days.moments import NOT_EVER, Instant, Moment, earliest, on, rest
from accords.engine.days.spells import Spell, SpellKind
from accords.engine.terms.choosing import walk
from accords.engine.terms.instances import Instance
from accords.engine.terms.key_days import KeyDays
from accords.engine.terms.solver import Solver
from accords.engine.terms.table import (
    AGREEMENT,
    CONTINUING,
    ENDEAVOUR_CONTINUING,
    LAPSING,
    LAPSING_EACH,
    ONCE,
    PERHAPS_EXCUSED,
    Row,
    State,
)
from accords.engine.terms.terms import Terms, recurs
from accords.vocabulary import Modality

__all__ = ["agreement_rows", "agreement_terms", "rows_of", "table_of"]

_POWER = {
    State.ACTIVE: State.AVAILABLE,
    State.FULFILLED: State.EXERCISED,
    State.FULFILLED_LATE: State.EXERCISED,
    State.BREACHED: State.EXPIRED,
    State.RELEASED: State.WITHDRAWN,
    State.TERMINATED: State.WITHDRAWN,
    State.SUPERSEDED: State.WITHDRAWN,
}


def _effort_rows() -> tuple[Row, ...]:
    found: list[Row] = []
    for row in ONCE:
        if row.state is State.BREACHED:
            found.append(Row(State.BREACHED, (("violated", "<=", "now"),), "no_effort"))
            found.append(Row(State.PERIOD_OVER, row.tests, "no_finding"))
        else:
            found.append(row)
    return tuple(found)


def table_of(instance: Instance) -> tuple[Row, ...]:
    """The table for a duty's modality and way of performance; of a turn, and of what is due each time, with
    the rows by which those lapse."""
    rows = _table(instance)
    if recurs(instance.duty) is None:
        return rows if instance.number is None else (*LAPSING_EACH, *rows)
    return (*LAPSING, *rows)


def _table(instance: Instance) -> tuple[Row, ...]:
    duty = instance.duty
    effort = duty.modality is Modality.ENDEAVOUR
    if duty.is_continuing:
        return ENDEAVOUR_CONTINUING if effort else CONTINUING
    if effort:
        return _EFFORT if duty.owed_after_breach else _not_late(_EFFORT)
    return ONCE if duty.owed_after_breach else _not_late(ONCE)


def _not_late(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows where too late is not at all."""
    return tuple(row for row in rows if row.state is not State.FULFILLED_LATE)


_EFFORT = _effort_rows()


def rows_of(instance: Instance, terms: tuple[Terms, ...], t: Instant) -> dict[State, Row]:
    """State → the row that gives it, for every state that some reading and some choice of days reaches."""
    rows, now = table_of(instance), on(t)
    found: dict[State, Row] = {}
    for each in terms:
        days = each.days if each.days.now == now else each.days._replace(now=now)
        if each.done_if_owed:  # where it is not, an earlier row tells so
            days = days._replace(performed=rest(days.performed) or days.performed)
        for state, row in walk(
            _with_excuse(rows, each, instance.duty.is_continuing), days, each.spells, each.ends
        ).items():
            if instance.duty.modality is Modality.MAY:
                state = _POWER.get(state, state)  # noqa: PLW2901
            found.setdefault(state, row)
        if State.FULFILLED_LATE in found and any(
            not spell.deadlines and spell.kind is not SpellKind.NOBODY for spell in each.spells
        ):
            found.setdefault(State.FULFILLED, found[State.FULFILLED_LATE])  # or it was excused when it was due
    return found


def _with_excuse(rows: tuple[Row, ...], terms: Terms, continuing: bool) -> tuple[Row, ...]:
    """The table where an excuse is possible that moves no deadline."""
    if continuing or all(spell.deadlines for spell in terms.spells):
        return rows
    at = next((place for place, row in enumerate(rows) if ("due", "<", "now") in row.tests), len(rows))
    return (*rows[:at], PERHAPS_EXCUSED, *rows[at:])


def agreement_terms(solver: Solver, t: Instant) -> tuple[KeyDays, tuple[Spell, ...], tuple[tuple[Moment, State], ...]]:
    """The days that decide the agreement itself, its suspensions and what ends it."""
    points, builder = solver.points, solver.builder
    term = solver.ledger.record.term
    provisional = NOT_EVER
    if term is not None and term.provisional_application is not None:
        provisional = points.point(term.provisional_application.starts)[0]
    ends = tuple(builder.whole.ends())
    out = NOT_EVER
    for moment, _ in ends:
        out = earliest(out, moment)
    days = KeyDays(bound=points.entry(), provisional=provisional, ended=out, over=builder.whole.term_end(), now=on(t))
    return days, tuple(builder.whole.spells()), ends


def agreement_rows(solver: Solver, t: Instant) -> dict[State, Row]:
    """State → the row that gives it, for the agreement itself."""
    return walk(AGREEMENT, *agreement_terms(solver, t))
