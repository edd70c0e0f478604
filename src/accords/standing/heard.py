"""Who is heard on an instance: what is reported, who says that nothing was breached, on whose word a deadline moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accords.engine.days.moments import Instant
from accords.engine.facts.claims import Standing
from accords.engine.facts.ledger import Ledger, Matter
from accords.engine.terms.instances import Instance
from accords.engine.worlds.assess import Assessed
from accords.engine.worlds.flags import is_told
from accords.standing.amounts import MeasuredAmount, partly_done
from accords.standing.naming import Heard
from accords.vocabulary import EventKind, Extent, Says, Verdict

__all__ = ["cleared_by", "heard_of", "moved_by_ids", "part_told"]


def cleared_by(ledger: Ledger, instance: Instance, t: Instant) -> tuple[str | None, ...]:
    """Those who say of anything up to ``t`` that bears on the duty that it was no breach."""
    return tuple(
        dict.fromkeys(
            said.teller
            for matter in ledger.matters(instance.bearer, turn=instance.turn)
            if not matter.fact.asserted or matter.fact.asserted[0][0] <= t
            for said in ledger.visible.statements[matter.event.id]
            if said.says is Says.NO_BREACH
        )
    )


def heard_of(ledger: Ledger, found: Assessed, t: Instant) -> Heard:
    """What is reported of an instance that need not perform it, or breach it where it is kept from day to day."""
    instance = found.instance
    if instance.duty.is_continuing:
        return Heard.CONDUCT if _is_charged(ledger, found, t) else Heard.NOTHING
    mine = {each.event.id for each in instance.acts} if instance.acts is not None else None
    told = [
        matter
        for matter in ledger.matters(instance.bearer)
        if matter.reported and matter.event.instance in (None, instance.number)
    ]
    acts = [
        matter
        for matter in told
        if matter.event.kind is EventKind.PERFORMANCE and (mine is None or matter.event.id in mine)
    ]
    if any(matter.fact.certain for matter in acts) and not _is_whole(found, acts):
        return Heard.PART
    if acts:
        return Heard.PART_SAID if _is_said_in_part(found, acts) else Heard.ACT
    conduct = any(matter.event.kind is EventKind.CONDUCT for matter in told) and instance.number is None
    return Heard.CONDUCT if conduct else Heard.NOTHING


def _is_charged(ledger: Ledger, found: Assessed, t: Instant) -> bool:
    """Whether a breach is charged or found of any day up to ``t``, be it one on which the duty was not owed; of a turn,
    where it is of that one or of a day on which that one may have been owed."""
    instance = found.instance
    charged = (
        ledger.charge(matter.event, instance.bearer).possible
        for matter in ledger.matters(instance.bearer, EventKind.CONDUCT)
        if matter.reported and is_told(ledger, instance, found.terms, matter)
        if not matter.fact.asserted or matter.fact.asserted[0][0] <= t
    )
    ruled = ledger.findings(instance.duty.id, instance.bearer, instance.turn) if instance.number is None else ()
    return any(charged) or any(each.verdict is Verdict.BREACHED and each.days[0] <= t for each in ruled)


def _is_whole(found: Assessed, acts: Iterable[Matter]) -> bool:
    """Whether the acts of an instance are said to be all of it, as far as anything is said of that."""
    if any(each.promise.least is not None for each in found.amounts):
        return not any(each.partly for each in found.amounts)
    return any(act.event.extent is not Extent.PARTIAL for act in acts)


def _is_said_in_part(found: Assessed, acts: Iterable[Matter]) -> bool:
    """Whether nobody says that the acts of an instance were all of it, nor leaves open how much they were."""
    asked = [each for each in found.amounts if each.promise.least is not None]
    if asked:
        return any(each.partly and not each.unknown and each.most < (each.promise.least or 0) for each in asked)
    return all(act.event.extent is Extent.PARTIAL for act in acts)


def part_told(ledger: Ledger, found: Assessed) -> tuple[MeasuredAmount | str, ...]:
    """How much of what is promised is established: by figures, or as the record words it where the duty states none."""
    return partly_done(found) if found.amounts else tuple(_as_told(ledger, found.instance))


def _as_told(ledger: Ledger, instance: Instance) -> Iterator[str]:
    """What the record says of how much established acts in part were, where the duty states no amounts."""
    for matter in ledger.matters(instance.bearer, EventKind.PERFORMANCE):
        event = matter.event
        mine = event.extent is Extent.PARTIAL and event.instance in (None, instance.number)
        if mine and matter.reported and matter.fact.certain and (event.extent_text or event.count is not None):
            yield event.extent_text or str(event.count)


def moved_by_ids(ledger: Ledger, found: Assessed) -> tuple[str | None, ...]:
    """Those on whose word alone another deadline is possible: empty where none is, or a postponement is established."""
    if found.due == found.possible_due:
        return ()
    moved = ledger.matters(found.instance.bearer, EventKind.POSTPONEMENT, found.instance.turn)
    said = [matter.fact for matter in moved if matter.fact.asserted]
    if any(fact.standing is Standing.ESTABLISHED for fact in said):
        return ()
    return tuple(dict.fromkeys(who for fact in said for who in fact.sayers))
