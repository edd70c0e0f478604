"""The words for a set of states. None of them says "breached" unless that is the only state left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from attrs import evolve, frozen

from accords.engine.terms.table import State
from accords.standing.amounts import MeasuredAmount, part_in_words
from accords.words import joined, say

__all__ = [
    "Context",
    "Heard",
    "called_all",
    "called_as",
    "claim_key",
    "is_late",
    "name_of",
    "outcome_words",
    "possible_words",
    "state_words",
    "who_says",
    "with_names",
]


class Heard(StrEnum):
    """What is reported of an instance that need not perform it: then no name says that nothing is."""

    NOTHING = "nothing"
    PART = "part"
    PART_SAID = "part said"
    CONDUCT = "conduct"
    ACT = "act"


_DONE = frozenset((State.FULFILLED, State.FULFILLED_LATE))
_PERFORMED = _DONE | {State.EXERCISED}
_NOT_DONE = "states.late"
"""What somebody says who says that it was not done in time."""
_PARTLY = "saying.partly"
"""What somebody says who says that a part of it was done: that keeps nothing from being overdue."""
_OVERDUE = ("states.overdue", "states.overdue_partly", "states.overdue_no_act", "states.not_in_time")
_UNSEEN_ONCE = {
    frozenset((*_DONE, State.BREACHED)): "states.overdue",
    frozenset((State.FULFILLED, State.BREACHED)): "states.overdue",
    frozenset((State.FULFILLED_LATE, State.BREACHED)): "states.not_in_time",
    frozenset((State.FULFILLED, State.ACTIVE)): "states.open",
    frozenset((State.EXERCISED, State.AVAILABLE)): "states.available",
    frozenset((State.EXERCISED, State.EXPIRED)): "states.power_over",
    frozenset((State.FULFILLED, State.EXPIRED)): "states.period_over",
    frozenset((*_DONE, State.PERIOD_OVER)): "states.effort_over",
    frozenset(_DONE): "states.perhaps_late",
    frozenset((State.FULFILLED, State.SUSPENDED)): "states.suspended",
    frozenset((*_DONE, State.SUSPENDED)): "states.suspended",
    frozenset((State.FULFILLED, State.EXCUSED)): "states.excused",
    frozenset((*_DONE, State.EXCUSED)): "states.excused",
    frozenset((*_DONE, State.BREACHED, State.ACTIVE)): "states.perhaps_overdue",
    frozenset((State.FULFILLED, State.BREACHED, State.ACTIVE)): "states.perhaps_overdue",
}
_OVER_UNSEEN = {
    frozenset((*done, over)): f"states.{over}"
    for over in (State.RELEASED, State.TERMINATED, State.SUPERSEDED)
    for done in ((State.FULFILLED,), tuple(_DONE))
}
"""The sets of what is over for certain, and perhaps was done before, though nobody says so."""
_SILENT = {
    frozenset((*_DONE, State.BREACHED)): "overdue",
    frozenset((State.FULFILLED, State.BREACHED)): "overdue",
    frozenset((State.FULFILLED_LATE, State.BREACHED)): "overdue",
    frozenset((State.FULFILLED, State.ACTIVE)): "open",
    frozenset((State.FULFILLED, State.EXPIRED)): "period_over",
    frozenset((State.FULFILLED, State.SUSPENDED)): "suspended",
    frozenset((*_DONE, State.SUSPENDED)): "suspended",
    frozenset((State.FULFILLED, State.EXCUSED)): "excused",
    frozenset((*_DONE, State.EXCUSED)): "excused",
    frozenset((*_DONE, State.BREACHED, State.ACTIVE)): "perhaps_overdue",
    frozenset((State.FULFILLED, State.BREACHED, State.ACTIVE)): "perhaps_overdue",
}
"""The sets whose names say that nothing is reported."""
_UNSEEN_CONTINUING = {
    frozenset((State.ACTIVE, State.BREACHED)): "states.continuing",
    frozenset((State.FULFILLED, State.BREACHED)): "states.continuing_over",
}
_CHARGED_CONTINUING = {states: f"{key}_charged" for states, key in _UNSEEN_CONTINUING.items()}
"""The states that are left where nobody says anything → the phrase for them."""

_UNARISEN = frozenset((State.CONDITIONAL, State.ACTIVE, State.FULFILLED))
"""The states of what has not arisen yet: whoever waits for nothing may act all the same."""

_UNUSED = {
    frozenset((State.CONDITIONAL, *used)): "states.power_unknown"
    for used in ((State.AVAILABLE,), (State.EXERCISED,), (State.AVAILABLE, State.EXERCISED))
}
"""The sets of a power of which nothing is reported, and which hangs on what is not known: no name hints at its use."""

_UNCERTAIN_POWER = frozenset(
    (
        *(State.CONDITIONAL, State.NOT_IN_FORCE, State.PENDING, State.LAPSED),
        *(State.AVAILABLE, State.EXERCISED, State.EXPIRED),
    )
)
"""The states of a power that nobody is reported to have used, before, in or after its time."""

_HEARD = {
    Heard.NOTHING: _UNSEEN_ONCE | _OVER_UNSEEN | _UNUSED,
    Heard.PART: _UNSEEN_ONCE | {states: f"states.{key}_partly" for states, key in _SILENT.items()},
    Heard.CONDUCT: _UNSEEN_ONCE | {states: f"states.{key}_no_act" for states, key in _SILENT.items()},
    Heard.PART_SAID: _UNSEEN_ONCE,
    Heard.ACT: {
        states: name for states, name in _UNSEEN_ONCE.items() if states not in _SILENT or State.FULFILLED not in states
    },
}


@frozen
class Context:
    """What a name depends on besides the states.

    ``claim`` is the phrase for what those in ``claimed_by`` and ``reported_by`` say, with ``ahead`` of a day that may
    lie ahead; None among them is nobody named. ``contested_when``: only whether it was in time is contested.
    """

    continuing: bool
    watched: bool
    contested: bool
    contested_when: bool = False
    endeavour: bool = False
    heard: Heard = Heard.NOTHING
    part: tuple[MeasuredAmount | str, ...] = ()
    """How much of what is promised is established: by figures, or as the record words it."""
    claim: str = ""
    ahead: bool = False
    claimed_by: tuple[str | None, ...] = ()
    reported_by: tuple[str | None, ...] = ()
    denied_by: tuple[str | None, ...] = ()
    """Those who deny what ``claim`` says; ``read_otherwise_by`` answer it by another reading of the duty."""
    read_otherwise_by: tuple[str | None, ...] = ()
    cleared_by: tuple[str | None, ...] = ()
    """Those who say that a duty which is kept from day to day was not breached, where nobody charges a breach."""
    unarisen: bool = False
    """Whether it is due each time that something comes, and nothing that came makes it arise."""
    exempt: bool = False
    """Whether it does not bind those who bear it, by a reservation."""
    other_done: bool = False
    """Whether it is settled, as reported, by an alternative to it that is done."""
    aside: frozenset[State] = frozenset()
    """States that rest on nothing but a suspension or excuse which nobody reports: names and signs leave them aside."""


def called_as(speaker: str | None, called: Callable[[str], str]) -> str | None:
    """A speaker as ``called`` calls one by the id; None stays nobody named."""
    return None if speaker is None else called(speaker)


def with_names(context: Context, called: Callable[[str], str]) -> Context:
    """``context`` with speakers as ``called`` calls them instead of their ids."""
    return evolve(
        context,
        claimed_by=tuple(called_as(who, called) for who in context.claimed_by),
        reported_by=tuple(called_as(who, called) for who in context.reported_by),
        denied_by=tuple(called_as(who, called) for who in context.denied_by),
        read_otherwise_by=tuple(called_as(who, called) for who in context.read_otherwise_by),
        cleared_by=tuple(called_as(who, called) for who in context.cleared_by),
    )


def is_late(states: frozenset[State], reported: State, context: Context) -> bool:
    """Whether an act was for certain not performed in time as far as anybody says: the one meaning of *overdue*."""
    left = states - context.aside
    in_time = State.FULFILLED in left and context.heard is Heard.ACT
    told = context.contested or in_time or (len(states) > 1 and context.claim not in ("", _NOT_DONE, _PARTLY))
    if told or context.continuing or reported in _PERFORMED:
        return False
    return State.BREACHED in left and left <= _PERFORMED | {State.BREACHED}


def name_of(states: frozenset[State], reported: State, context: Context) -> str:
    """What people read for a set of states."""
    if context.exempt:
        return say("states.exempt")
    if context.contested:
        return say("states.contested_late" if context.contested_when and states == _DONE else "states.contested")
    if context.unarisen and not context.claim and context.heard is Heard.NOTHING and states <= _UNARISEN:
        return say("turn.none")
    if context.unarisen and states == {State.LAPSED}:
        return say("turn.none_any_more")
    if len(states) == 1:
        return _alone(reported, context)
    if context.claim:
        return _as_said(states, reported, context)
    left = states - context.aside
    if len(left) == 1 and reported in left and reported is not State.BREACHED:
        return _alone(reported, context)
    if context.other_done and context.heard is Heard.NOTHING and left <= _DONE | {reported}:
        return say("states.another_done_alone")
    phrase = (_continuing(context) if context.continuing else _HEARD[context.heard]).get(left)
    if context.continuing and context.cleared_by and phrase is not None:
        return say("states.cleared", name=say(phrase), speakers=called_all(context.cleared_by))
    unused = left <= _UNCERTAIN_POWER and not left.isdisjoint((State.AVAILABLE, State.EXERCISED))
    if phrase is None and unused and reported is not State.EXERCISED and context.heard is Heard.NOTHING:
        return say("states.power_as_reported", state=state_words(reported))
    if phrase is None or (phrase in _OVERDUE and not is_late(states, reported, context)):
        return _several(states, reported, context)
    if context.part and not context.continuing:
        parts = [each if isinstance(each, str) else part_in_words(each) for each in context.part]
        return say("states.part", name=say(phrase), part=joined(parts))
    return say(phrase)


def _as_said(states: frozenset[State], reported: State, context: Context) -> str:
    """What some say, quoted; that only a part was done keeps nothing from being overdue."""
    claim = say("saying.ahead", words=say(context.claim)) if context.ahead else say(context.claim)
    words = say("states.said", who=who_says(context.claimed_by, context.reported_by), claim=claim)
    if context.claim == _PARTLY and is_late(states, reported, context):
        words = say("semicolon").join((say("states.overdue_alone"), words))
    return say("semicolon").join((words, *_answers(context)))


def _answers(context: Context) -> Iterator[str]:
    """Who denies what is said, and who answers it by another reading."""
    for key, who in (("denied", context.denied_by), ("otherwise", context.read_otherwise_by)):
        if who:
            yield say(f"dispute.{key}", names=called_all(who))


def called_all(speakers: Iterable[str | None]) -> str:
    """All speakers in words, nobody named as a source."""
    return joined([name or say("speaker.a_source") for name in speakers])


def _continuing(context: Context) -> Mapping[frozenset[State], str]:
    return _UNSEEN_CONTINUING if context.heard is Heard.NOTHING else _CHARGED_CONTINUING


def who_says(claimed_by: Sequence[str | None], reported_by: Sequence[str | None]) -> str:
    """By whom something is claimed, and by whom reported."""
    return joined(
        [
            say(key, speakers=called_all(speakers))
            for key, speakers in (("states.claimed", claimed_by), ("states.reported", reported_by))
            if speakers
        ]
    )


def _several(states: frozenset[State], reported: State, context: Context) -> str:
    continuing = context.continuing
    others = [possible_words(state, continuing) for state in State if state in states and state is not reported]
    if reported is State.BREACHED and not continuing:
        first = say("states.perhaps_overdue_alone")  # overdue alone is a word for what is certain
    elif reported is State.FULFILLED and continuing and State.BREACHED in states:
        first = say("outcome.over")  # nobody watched that it was kept
    else:
        first = say("states.another_done") if context.other_done else possible_words(reported, continuing)
    return say("states.several", first=first, others=joined(tuple(dict.fromkeys(others)), "or"))


def _alone(state: State, context: Context) -> str:
    if state is State.ACTIVE and context.continuing:
        if context.endeavour:
            return say("states.effort_owed")
        named = _continuing(context)[frozenset((state, State.BREACHED))]
        return say("states.kept_so_far" if context.watched else named)
    if state is State.FULFILLED and context.continuing:
        return say("states.kept")
    return say("states.another_done") if context.other_done else state_words(state)


def state_words(state: State) -> str:
    """The words for a state where nothing else is possible."""
    return say(f"state.{state.value}")


def claim_key(state: State, continuing: bool) -> str:
    """The phrase for what somebody says who says that a duty stands so: none that a finding alone would justify."""
    if state is State.BREACHED:
        return "states.not_kept" if continuing else _NOT_DONE
    return f"state.{state.value}"


def outcome_words(state: State, continuing: bool) -> str:
    """One state among several, by itself; no word that a finding alone would justify."""
    if state is State.BREACHED:
        return say("states.not_kept" if continuing else "states.late")
    if continuing and state is State.FULFILLED:
        return say("states.kept")
    return state_words(State.IN_FORCE if continuing and state is State.ACTIVE else state)


def possible_words(state: State, continuing: bool) -> str:
    """One state among several inside a name, without saying that it is so."""
    if state is State.BREACHED:
        return say("states.not_kept" if continuing else "states.overdue_alone")
    if continuing and state is State.FULFILLED:
        return say("states.kept")
    return state_words(State.IN_FORCE if continuing and state is State.ACTIVE else state)
