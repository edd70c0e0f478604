"""The words for a set of states. None of them says "breached" unless that is the only state left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache, reduce

from attrs import evolve, frozen

from accords.engine.table import State
from accords.words import joined, say

__all__ = [
    "WORDS",
    "Context",
    "Heard",
    "agreement_name",
    "claim_words",
    "is_unwatched",
    "name_of",
    "possible_words",
    "with_names",
]


class Heard(StrEnum):
    """What is reported of an instance that need not perform it: then no name says that nothing is."""

    NOTHING = "nothing"
    PART = "part"
    CONDUCT = "conduct"
    ACT = "act"


WORDS = {state: say(f"state.{state.value}") for state in State}
"""State → the words for it where nothing else is possible."""

_DONE = frozenset((State.FULFILLED, State.FULFILLED_LATE))
_UNSEEN_ONCE = {
    frozenset((*_DONE, State.BREACHED)): say("states.overdue"),
    frozenset((State.FULFILLED, State.BREACHED)): say("states.overdue"),
    frozenset((State.FULFILLED_LATE, State.BREACHED)): say("states.not_in_time"),
    frozenset((State.FULFILLED, State.ACTIVE)): say("states.open"),
    frozenset((State.EXERCISED, State.AVAILABLE)): say("states.available"),
    frozenset((State.EXERCISED, State.EXPIRED)): say("states.power_over"),
    frozenset((State.FULFILLED, State.EXPIRED)): say("states.period_over"),
    frozenset((*_DONE, State.PERIOD_OVER)): say("states.effort_over"),
    frozenset(_DONE): say("states.perhaps_late"),
}
_SILENT = {
    frozenset((*_DONE, State.BREACHED)): "overdue",
    frozenset((State.FULFILLED, State.BREACHED)): "overdue",
    frozenset((State.FULFILLED_LATE, State.BREACHED)): "overdue",
    frozenset((State.FULFILLED, State.ACTIVE)): "open",
    frozenset((State.FULFILLED, State.EXPIRED)): "period_over",
}
"""The sets whose names say that nothing is reported."""
_UNSEEN_CONTINUING = {
    frozenset((State.ACTIVE, State.BREACHED)): say("states.continuing"),
    frozenset((State.FULFILLED, State.BREACHED)): say("states.continuing_over"),
}

_HEARD = {
    Heard.NOTHING: _UNSEEN_ONCE,
    Heard.PART: _UNSEEN_ONCE | {states: say(f"states.{key}_partly") for states, key in _SILENT.items()},
    Heard.CONDUCT: _UNSEEN_ONCE | {states: say(f"states.{key}_no_act") for states, key in _SILENT.items()},
    Heard.ACT: {states: name for states, name in _UNSEEN_ONCE.items() if states not in _SILENT},
}

_CONTESTED = say("states.contested")
_EFFORT_OWED = say("states.effort_owed")
_KEPT_SO_FAR = say("states.kept_so_far")
_UNWATCHED = say("states.continuing")
_KEPT = say("states.kept")
_NOT_KEPT = say("states.not_kept")
_LATE = say("states.late")
_OVERDUE = say("states.overdue_alone")


@frozen
class Context:
    """What a name depends on besides the states. ``claim`` is what those in ``claimed_by`` and ``reported_by`` say."""

    continuing: bool
    watched: bool
    contested: bool
    endeavour: bool = False
    heard: Heard = Heard.NOTHING
    part: str = ""
    """How much of what is promised is established, in words."""
    claim: str = ""
    claimed_by: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    aside: frozenset[State] = frozenset()
    """States that rest on nothing but an excuse which nobody reports: a name leaves them aside."""


def with_names(context: Context, names: Mapping[str, str]) -> Context:
    """``context`` with speakers by ``names`` (id → name) instead of their ids."""
    return evolve(
        context,
        claimed_by=tuple(names.get(who, who) for who in context.claimed_by),
        reported_by=tuple(names.get(who, who) for who in context.reported_by),
    )


def name_of(states: frozenset[State], reported: State, context: Context) -> str:
    """What people read for a set of states."""
    if context.contested:
        return _CONTESTED
    if len(states) == 1:
        return _alone(reported, context)
    if context.claim:
        who = [
            say(key, speakers=joined(speakers))
            for key, speakers in (("states.claimed", context.claimed_by), ("states.reported", context.reported_by))
            if speakers
        ]
        return say("states.said", who=joined(who), claim=context.claim)
    left = states - context.aside
    if len(left) == 1 and reported in left and reported is not State.BREACHED:
        return _alone(reported, context)
    if context.continuing:
        known = _UNSEEN_CONTINUING.get(left)
    else:
        known = _HEARD[context.heard].get(left)
        if known is not None and context.part:
            known = say("states.part", name=known, part=context.part)
    if known is not None:
        return known
    return _several(states, reported, context.continuing)


@lru_cache(maxsize=1024)  # few sets occur, each in many duties
def _several(states: frozenset[State], reported: State, continuing: bool) -> str:
    others = [possible_words(s, continuing) for s in State if s in states and s is not reported]
    first = possible_words(reported, continuing)
    return say("states.several", first=first, others=joined(tuple(dict.fromkeys(others)), "or"))


def _alone(state: State, context: Context) -> str:
    if state is State.ACTIVE and context.continuing:
        if context.endeavour:
            return _EFFORT_OWED
        return _KEPT_SO_FAR if context.watched else _UNWATCHED
    if state is State.FULFILLED and context.continuing:
        return _KEPT
    return WORDS[state]


def agreement_name(states: Iterable[State]) -> str:
    """What people read for the states of the agreement itself."""
    return reduce(lambda first, last: say("or", first=first, last=last), (WORDS[state] for state in states))


def is_unwatched(state: State, context: Context) -> bool:
    """Whether a duty in ``state``, the only one possible, is owed from day to day and nobody watches it."""
    return state is State.ACTIVE and context.continuing and not (context.endeavour or context.watched)


def claim_words(state: State, continuing: bool) -> str:
    """What somebody says who says that a duty stands so: no word that a finding alone would justify."""
    if state is State.BREACHED:
        return _NOT_KEPT if continuing else _LATE
    return WORDS[state]


def possible_words(state: State, continuing: bool) -> str:
    """One state among several, without saying that it is so."""
    if state is State.BREACHED:
        return _NOT_KEPT if continuing else _OVERDUE
    if continuing and state is State.FULFILLED:
        return _KEPT
    return WORDS[State.IN_FORCE] if continuing and state is State.ACTIVE else WORDS[state]
