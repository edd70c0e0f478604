"""The words for a set of states. None of them says "breached" unless that is the only state left."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from accords.engine.table import State

__all__ = ["WORDS", "Context", "claim_words", "name_of", "possible_words"]

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
    """What a name depends on besides the states. ``claim`` is what those in ``claimed_by`` and ``reported_by`` say."""

    continuing: bool
    watched: bool
    contested: bool
    endeavour: bool = False
    claim: str = ""
    claimed_by: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()


def name_of(states: frozenset[State], reported: State, context: Context) -> str:
    """What people read for a set of states."""
    if context.contested:
        return "contested"
    if len(states) == 1:
        return _alone(reported, context)
    if context.claim:
        who = [
            f"{word} by {_listed(speakers)}"
            for word, speakers in (("claimed", context.claimed_by), ("reported", context.reported_by))
            if speakers
        ]
        return f"{_listed(who)}: {context.claim}"
    if context.denied_by and State.BREACHED in states:
        return f"claimed by {_listed(context.denied_by)}: not performed"
    known = (_UNSEEN_CONTINUING if context.continuing else _UNSEEN_ONCE).get(states)
    if known is not None:
        return known
    others = [possible_words(s, context.continuing) for s in State if s in states and s is not reported]
    first = possible_words(reported, context.continuing)
    return f"{first}, nothing certain; possibly {_listed(tuple(dict.fromkeys(others)), 'or')}"


def _alone(state: State, context: Context) -> str:
    if state is State.ACTIVE and context.continuing:
        if context.endeavour:
            return "in force, best efforts owed"
        return "in force, kept so far" if context.watched else "in force, no breach reported"
    if state is State.FULFILLED and context.continuing:
        return "kept to its end"
    return WORDS[state]


def claim_words(state: State, continuing: bool) -> str:
    """What somebody says who says that a duty stands so: no word that a finding alone would justify."""
    if state is State.BREACHED:
        return "not kept" if continuing else "not performed in time"
    return WORDS[state]


def possible_words(state: State, continuing: bool) -> str:
    """One state among several, without saying that it is so."""
    if state is State.BREACHED:
        return "not kept" if continuing else "overdue"
    if continuing and state is State.FULFILLED:
        return "kept to its end"
    return "in force" if continuing and state is State.ACTIVE else WORDS[state]


def _listed(words: Sequence[str], last: str = "and") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
