"""What a proof holds: the days, the conditions and the claims that decide where an instance stands.

Days and keys are held, no words; whoever shows a proof puts it into words.
"""

from __future__ import annotations

from attrs import frozen

from accords.engine.days.spells import SpellKind
from accords.engine.facts.claims import Standing
from accords.engine.facts.knowledge import Statement
from accords.engine.facts.telling import Telling
from accords.engine.terms.table import State
from accords.engine.worlds.assess import Assumption
from accords.engine.worlds.proposals import Proposal
from accords.model.events import Event
from accords.model.sources import Citation
from accords.standing.days import Days
from accords.standing.instances import InstanceStatus
from accords.standing.own_name import Ending
from accords.standing.trees import Tree

__all__ = ["Proof", "ProvenSlot", "Reckoning", "Remedy", "Said", "Standstill"]


@frozen(kw_only=True)
class ProvenSlot:
    """A condition of a duty or of the agreement: ``name`` is its field, ``number`` tells several apart."""

    name: str
    number: int | None = None
    tree: Tree


@frozen(kw_only=True)
class Standstill:
    """A time during which the duty stands still, or nothing is held against who owes it."""

    kind: SpellKind
    since: Days
    until: Days


@frozen(kw_only=True)
class Remedy:
    """A change to the record that would leave fewer states, with the days that it would speak of."""

    proposal: Proposal
    days: Days


@frozen(kw_only=True)
class Reckoning:
    """What decides a duty under one reading (``reading_id`` None: as written): days, conditions, spells."""

    reading_id: str | None
    states: frozenset[State]
    days: tuple[tuple[str, Days], ...]
    slots: tuple[ProvenSlot, ...]
    spells: tuple[Standstill, ...]

    def tree(self, name: str) -> Tree | None:
        """What is known of the condition in the field ``name``."""
        return next((slot.tree for slot in self.slots if slot.name == name), None)


@frozen(kw_only=True)
class Said:
    """What somebody says about an event, and how well the event stands.

    ``charge`` is how well it stands that it breached the duty; None where it is no such event.
    """

    event: Event
    statement: Statement
    days: Days
    known_on: str | None
    fact: Standing
    charge: Standing | None
    citations: tuple[Citation, ...]
    """Where it is said: what the claim cites, else what the event cites, in sources that were there."""
    told: Telling
    """Which sides tell of the event."""
    told_by_ids: tuple[str | None, ...]
    """Those who say that it happened."""
    too_early: bool = False
    """Whether somebody says that it happened on a day that had not come when that was known."""


@frozen(kw_only=True)
class Proof:
    """Why one instance, or the agreement itself, stands where it stands.

    ``subject_id`` is the duty or the agreement; ``instance`` is the status that is proven, None for the agreement
    itself. ``rows`` has each possible state with the row of the table that gives it, ``states`` the same states in
    the order in which they are named. ``assumed`` is taken as given for the instance, then for the whole record.
    """

    subject_id: str
    instance: InstanceStatus | None
    asked: str
    known: str
    states: tuple[State, ...]
    ending: Ending | None = None
    assumed_from: str | None = None
    rows: tuple[tuple[State, str], ...]
    reckonings: tuple[Reckoning, ...]
    claims: tuple[Said, ...]
    assumed: tuple[Assumption, ...]
    would_change: tuple[Remedy, ...] = ()

    def __repr__(self) -> str:
        """Of what it is, and which states are left."""
        states = ", ".join(self.states)
        return f"<Proof {self.instance!r}>" if self.instance is not None else f"<Proof {self.subject_id}: {states}>"
