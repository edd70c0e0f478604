"""Whether one status says worse of those who owe a duty than another does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from accords.engine.facts.claims import Standing
from accords.engine.terms.table import State
from accords.standing.instances import FindingStatus, InstanceStatus, Violation
from accords.standing.naming import Heard
from accords.vocabulary import Verdict
from accords.words import say

__all__ = ["said_worse"]

_BAD = {State.FULFILLED_LATE: 1, State.BREACHED: 2}
_BURDEN = {State.ACTIVE: 1, State.FULFILLED_LATE: 2, State.BREACHED: 3}
"""How bad a state is for those who owe, and how much it asks of them: what still binds is no reproach."""
_AGAINST = frozenset({"charged_early", "breach_admitted", "breach_found", "own_charge", "still_owed"})
"""Flags that tell against those who owe; what no list has speaks for them."""
_ACCUSING = frozenset({"states.not_kept", "states.late", "saying.fell_due", "saying.found", "saying.perhaps_late"})
_STRENGTH = {
    standing: strength
    for strength, standings in enumerate(
        (
            (Standing.UNREPORTED, Standing.NOT_YET),
            (Standing.CONTESTED,),
            (Standing.CLAIMED, Standing.CHARGED),
            (Standing.REPORTED,),
            (Standing.ESTABLISHED, Standing.ADMITTED, Standing.FOUND),
        )
    )
    for standing in standings
}


def said_worse(whole: InstanceStatus | None, public: InstanceStatus) -> Iterator[str]:
    """In which ways ``public`` says worse of those who owe than ``whole`` does, where that tells of it at all."""
    if whole is None:
        if _worst(public.states) or _accuses(public):
            yield "it accuses of a turn that is none there"
        return
    if _worst(public.states) > _worst(whole.states):
        yield "something worse is possible"
    burden = max(_BURDEN.get(state, 0) for state in public.states)
    if any(_BURDEN.get(state, 0) < burden for state in whole.states - public.states):
        yield "something better is no longer possible"
    if public.is_overdue and not whole.is_overdue:
        yield "it is overdue"
    if _weight(public.as_reported) > _weight(whole.as_reported):
        yield "what is reported is worse"
    for flag in public.flags:
        if flag in _AGAINST and flag != "still_owed" and flag not in whole.flags:
            yield f"it says “{_remark(flag, public)}”"
    yield from _of_violations(whole.violations, public.violations)
    yield from _of_findings(whole.findings, public.findings)
    if _accuses(public):
        yield from _unsaid(whole, public)


def _weight(state: State) -> int:
    return _BAD.get(state, 0)


def _worst(states: Iterable[State]) -> int:
    return max(map(_weight, states), default=0)


def _accuses(status: InstanceStatus) -> bool:
    """Whether anything tells against those who owe: that something bad is merely not ruled out does not."""
    return bool(
        status.violations
        or status.is_overdue
        or _weight(status.as_reported)
        or _AGAINST & set(status.flags)
        or any(each.verdict is Verdict.BREACHED for each in status.findings)
        or status.context.claim in _ACCUSING
    )


def _unsaid(whole: InstanceStatus, public: InstanceStatus) -> Iterator[str]:
    """What speaks for the accused in the whole record, and is not said beside the accusation in the public one."""
    one, other = whole.context, public.context
    if one.contested and not other.contested:
        yield "it is no longer contested"
    if one.heard in (Heard.ACT, Heard.PART) and other.heard is not one.heard:
        yield "an act that is reported is not told"
    if one.part != other.part or [evolve(each, told=()) for each in whole.amounts] != [
        evolve(each, told=()) for each in public.amounts
    ]:
        yield "how much was done is told otherwise"
    if whole.deadline != public.deadline:
        yield "the deadline is another one"
    if one.claim and one.claim not in _ACCUSING and one.claim != other.claim:
        yield "what is said for them is not told"
    if one.claim == other.claim and one.claim and one.claim not in _ACCUSING and _speakers(whole) - _speakers(public):
        yield "somebody who speaks for them is not heard"
    if (one.exempt, one.unarisen) != (other.exempt, other.unarisen) and (one.exempt or one.unarisen):
        yield "it is not told that nothing is owed"
    for flag in whole.flags:
        if flag not in _AGAINST and flag not in public.flags:
            yield f"it no longer says “{_remark(flag, whole)}”"
    told = {(each.event_id, each.verdict) for each in public.findings}
    if any(
        each.verdict is not Verdict.BREACHED and (each.event_id, each.verdict) not in told for each in whole.findings
    ):
        yield "what a body found is not told"


def _remark(flag: str, status: InstanceStatus) -> str:
    return say(f"flag.{flag}", quiet=status.quiet_since or "", until="")


def _speakers(status: InstanceStatus) -> set[str | None]:
    return {*status.claimed_by_ids, *status.reported_by_ids}


def _of_violations(whole: Iterable[Violation], public: Iterable[Violation]) -> Iterator[str]:
    known: dict[str | None, list[Violation]] = {}
    for each in whole:
        known.setdefault(each.event_id, []).append(each)
    for here in public:
        others = known.get(here.event_id, [])
        if not any(_is_as_mild(other, here) for other in others):
            what = f"the charge about the event {here.event_id}" if here.event_id else "the breach that a body found"
            yield f"{what} stands stronger, or without its answer"


def _is_as_mild(whole: Violation, public: Violation) -> bool:
    """Whether a charge is no stronger than in the whole record, with every answer that it has there."""
    return (
        _STRENGTH[public.fact] <= _STRENGTH[whole.fact]
        and _STRENGTH[public.charge] <= _STRENGTH[whole.charge]
        and public.certain <= whole.certain
        and public.answered >= whole.answered
        and set(public.denied_by_ids) >= set(whole.denied_by_ids)
        and set(public.rejected_by_ids) >= set(whole.rejected_by_ids)
        and set(public.read_otherwise_by_ids) >= set(whole.read_otherwise_by_ids)
        and whole.until in (None, public.until)
    )


def _of_findings(whole: Iterable[FindingStatus], public: Iterable[FindingStatus]) -> Iterator[str]:
    known = {(each.event_id, each.verdict): each for each in whole}
    for here in public:
        if here.verdict is not Verdict.BREACHED:
            continue
        other = known.get((here.event_id, here.verdict))
        if (
            other is None
            or _STRENGTH[here.standing] > _STRENGTH[other.standing]
            or here.settles > other.settles
            or not set(here.denied_by_ids) >= set(other.denied_by_ids)
            or not set(here.rejected_by_ids) >= set(other.rejected_by_ids)
        ):
            yield f"the finding {here.event_id} stands stronger, or without its denial or rejection"
