"""The words for a set of states. None of them says "breached" unless that is the only state left."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from accords.engine.table import State

__all__ = ["WORDS", "Context", "name_of"]

WORDS = {
    State.NOT_IN_FORCE: "not in force",
    State.CONDITIONAL: "waiting for its trigger",
    State.PENDING: "not yet open",
    State.ACTIVE: "open",
    State.SUSPENDED: "suspended",
    State.EXCUSED: "excused",
    State.FULFILLED: "fulfilled",
    State.FULFILLED_LATE: "fulfilled late",
    State.BREACHED: "breached",
    State.EXPIRED: "expired",
    State.RELEASED: "released",
    State.SUPERSEDED: "superseded",
    State.TERMINATED: "terminated",
    State.LAPSED: "lapsed before it came to bind",
    State.AVAILABLE: "available",
    State.EXERCISED: "exercised",
    State.WITHDRAWN: "withdrawn",
    State.NOT_ASSESSED: "over, not assessed",
    State.PERIOD_OVER: "period over, no finding",
    State.DECLARED: "declared",
}
"""State → the words for it where nothing else is possible."""

_DONE = frozenset((State.FULFILLED, State.FULFILLED_LATE))
_UNSEEN_ONCE = {
    frozenset((*_DONE, State.BREACHED)): "overdue, nothing reported",
    frozenset((State.FULFILLED, State.BREACHED)): "overdue, nothing reported",
    frozenset((State.FULFILLED_LATE, State.BREACHED)): "overdue, not performed in time",
    frozenset((State.FULFILLED, State.ACTIVE)): "open, nothing reported",
    frozenset((State.EXERCISED, State.AVAILABLE)): "available, no use reported",
    frozenset((State.EXERCISED, State.EXPIRED)): "period over, no use reported",
    frozenset((State.FULFILLED, State.EXPIRED)): "period over, nothing reported",
    frozenset((*_DONE, State.PERIOD_OVER)): "period over, no finding",
    frozenset(_DONE): "fulfilled, perhaps late",
}
_UNSEEN_CONTINUING = {
    frozenset((State.ACTIVE, State.BREACHED)): "in force, no breach reported",
    frozenset((State.FULFILLED, State.BREACHED)): "over, no breach reported",
}


@frozen
class Context:
    """What a name depends on besides the states."""

    continuing: bool
    watched: bool
    contested: bool
    endeavour: bool = False
    claimed_by: tuple[str, ...] = ()
    reported: bool = False
    denied_by: tuple[str, ...] = ()


def name_of(states: frozenset[State], reported: State, context: Context) -> str:
    """What people read for a set of states."""
    if context.contested:
        return "contested"
    if len(states) == 1:
        return _alone(reported, context)
    if context.claimed_by or context.reported:
        who = f"claimed by {_listed(context.claimed_by)}" if context.claimed_by else "reported by others"
        return f"{who}: {_said(reported, context)}"
    if context.denied_by and State.BREACHED in states:
        return f"claimed by {_listed(context.denied_by)}: not performed"
    known = (_UNSEEN_CONTINUING if context.continuing else _UNSEEN_ONCE).get(states)
    if known is not None:
        return known
    others = [_possible(state, context) for state in State if state in states and state is not reported]
    return f"{_possible(reported, context)}, nothing certain; possibly {_listed(tuple(dict.fromkeys(others)), 'or')}"


def _alone(state: State, context: Context) -> str:
    if state is State.ACTIVE and context.continuing:
        if context.endeavour:
            return "in force, best efforts owed"
        return "in force, kept so far" if context.watched else "in force, no breach reported"
    if state is State.FULFILLED and context.continuing:
        return "kept to its end"
    return WORDS[state]


def _said(state: State, context: Context) -> str:
    if state is State.BREACHED:
        return "not kept" if context.continuing else "not performed in time"
    return "in force" if state is State.ACTIVE and context.continuing else WORDS[state]


def _possible(state: State, context: Context) -> str:
    if state is State.BREACHED:
        return "not kept" if context.continuing else "overdue"
    if state is State.FULFILLED and context.continuing:
        return "kept to its end"
    return _said(state, context)


def _listed(words: Sequence[str], last: str = "and") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
