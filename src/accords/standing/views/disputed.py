"""What is disputed about an instance, in words: the matter, who says what, and to what each view leads."""

from __future__ import annotations

from accords.engine.facts.claims import Standing
from accords.engine.terms.table import State
from accords.engine.worlds.disputes import AsRead, Contention, Dispute
from accords.standing.accounts import speakers_in_words
from accords.standing.instances import InstanceStatus
from accords.standing.naming import outcome_words
from accords.standing.told import matters_in_words
from accords.standing.values import DisputeRow
from accords.words import Names, counted, joined, say

__all__ = ["disputes_of"]

_PERFORMED = frozenset({State.FULFILLED, State.FULFILLED_LATE})


def disputes_of(found: InstanceStatus, names: Names) -> tuple[DisputeRow, ...]:
    """What sides see differently about an instance, in words."""
    return tuple(_dispute(each, found, names) for each in found.disputes)


def _dispute(dispute: Dispute, found: InstanceStatus, names: Names) -> DisputeRow:
    return DisputeRow(
        event_id=dispute.event_id,
        event=names.summary(dispute.event_id) if dispute.event_id is not None else None,
        matter=_matter(dispute, found),
        said_by=speakers_in_words(dispute.sayers, names, dispute.read_in),
        denied_by=speakers_in_words(dispute.deniers, names, dispute.read_in),
        reading_ids=dispute.reading_ids,
        if_so=_follows(dispute, found, names),
        if_not=_remains(dispute.if_not, dispute, found, names),
        charge=dispute.matters == (Contention.BREACHED,),
        denied_before=Contention.WHEN in dispute.matters,
        read_otherwise_by=speakers_in_words(dispute.otherwise, names),
        as_read=tuple(_as_read(each, dispute, found, names) for each in dispute.as_read),
    )


def _matter(dispute: Dispute, found: InstanceStatus) -> str:
    """What is disputed; of a breach by what nobody denies and is not established, with that it is left open."""
    open_facts = {each.event_id for each in found.violations if each.fact is not Standing.ESTABLISHED}
    if dispute.matters == (Contention.BREACHED,) and dispute.event_id in open_facts:
        return say("matter.breached.if_happened")
    return matters_in_words(dispute.matters)


def _as_read(read: AsRead, dispute: Dispute, found: InstanceStatus, names: Names) -> str:
    """Who reads the duty in one way, and what follows from that."""
    states = joined(_remains(read.states, dispute, found, names), "or")
    if read.held_by:
        return counted("dispute.as_read", len(read.held_by), holders=names.actors_in_words(read.held_by), states=states)
    readings = names.obligations[found.obligation_id].readings
    other = any(each.replaces is not None for each in readings if each.id in read.reading_ids)
    return say("dispute.as_read_by_nobody" if other else "dispute.as_written", states=states)


def _follows(dispute: Dispute, found: InstanceStatus, names: Names) -> tuple[str, ...]:
    """To what it leads if it is so; what rests on something else then is said as that."""
    continuing, so = found.context.continuing, dispute.if_so
    done = so & _PERFORMED
    if continuing and so == {State.BREACHED, State.FULFILLED}:
        if dispute.matters == (Contention.BREACHED,):
            return (say("outcome.over_by_then", states=outcome_words(State.BREACHED, continuing)),)
        return _remains(so, dispute, found, names)
    if not continuing and found.amounts and done and State.BREACHED in so and so - done <= dispute.if_not:
        return (say("outcome.as_much", states=joined(_in_words(done, found), "or")),)
    return _in_words(_without_other(so, dispute, found, names), found)


def _without_other(states: frozenset[State], dispute: Dispute, found: InstanceStatus, names: Names) -> frozenset[State]:
    """Of an act of the duty's own, without that another alternative was performed, which then nobody says."""
    event = names.events.get(dispute.event_id or "")
    own = event is not None and found.obligation_id in event.obligation_ids and "one_is_owed" in found.flags
    return states - {State.RELEASED} or states if own and State.RELEASED in dispute.if_so & dispute.if_not else states


def _in_words(states: frozenset[State], found: InstanceStatus, *, over: bool = False) -> tuple[str, ...]:
    """Outcomes in their order; with ``over``, what was kept to its end is only over, for nobody watched that."""
    continuing = found.context.continuing
    return tuple(
        say("outcome.over") if over and continuing and state is State.FULFILLED else outcome_words(state, continuing)
        for state in State
        if state in states
    )


def _remains(states: frozenset[State], dispute: Dispute, found: InstanceStatus, names: Names) -> tuple[str, ...]:
    """The states that one view of a matter leaves; what rests on something else then is said as an exception."""
    continuing, states = found.context.continuing, _without_other(states, dispute, found, names)
    done, by = _PERFORMED & states, ""
    if continuing and State.BREACHED in states and len(states) > 1:
        this = dispute.event_id
        others = [each for each in found.violations if this is None or this not in (each.event_id, each.finding_id)]
        charged = any(each.event_id is not None for each in others)
        by_others = "other_charge" if charged else "other_finding"
        kind = by_others if others else "unreported"
        by = joined(speakers_in_words(dict.fromkeys(who for each in others for who in each.charged_by_ids), names))
        left, key = states - {State.BREACHED}, f"outcome.{kind}" if dispute.as_read == () else f"outcome.read.{kind}"
    elif not continuing and done and states - done:
        left, key = states - done, "outcome.other_act"
    else:
        return _in_words(states, found)
    return (say(key, states=joined(_in_words(left, found, over=True), "or"), names=by or say("speaker.unknown")),)
