"""On whose word alone a deadline was postponed."""

from __future__ import annotations

from accords.engine.facts.claims import Standing
from accords.engine.facts.ledger import Ledger
from accords.engine.worlds.assess import Assessed
from accords.vocabulary import EventKind

__all__ = ["moved_by_ids"]


def moved_by_ids(ledger: Ledger, found: Assessed) -> tuple[str | None, ...]:
    """Those on whose word alone another deadline is possible: empty where none is, or a postponement is established."""
    if found.due == found.possible_due:
        return ()
    moved = ledger.matters(found.instance.bearer, EventKind.POSTPONEMENT, found.instance.turn)
    said = [matter.fact for matter in moved if matter.fact.asserted]
    if any(fact.standing is Standing.ESTABLISHED for fact in said):
        return ()
    return tuple(dict.fromkeys(who for fact in said for who in fact.sayers))
