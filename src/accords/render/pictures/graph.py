"""What hangs on what in an agreement, as nodes and edges: actors, undertakings, events and conditions.

Texts in the graph are as the record has them; each way of drawing it makes them safe for its own format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import Factory, define, evolve, frozen

from accords.checklist import Checklist
from accords.checklist.lines import note_in_words
from accords.checklist.notes import NoteBook, titled
from accords.engine.facts.telling import asserting
from accords.model.agreement import Agreement
from accords.model.conditions import (
    AtLeast,
    Condition,
    NoEvent,
    Offset,
    OnConclusion,
    OnDate,
    OnEntryIntoForce,
    OnEvent,
    OnObligation,
    Prose,
    Vague,
)
from accords.model.events import Event
from accords.model.obligations import EachTime, Obligation, Recurring
from accords.model.walk import children_of, slots_of
from accords.render.pictures.timeline import attributed, visible_of
from accords.vocabulary import EventKind, Says
from accords.words import (
    ENGLISH,
    Language,
    Names,
    date_in_words,
    in_language,
    length_in_words,
    names_of,
    say,
)

__all__ = ["Edge", "Graph", "Node", "NodeKind", "graph_of", "hanging_together"]


class NodeKind(StrEnum):
    """What a node stands for."""

    PARTY = "party"
    """An actor that bears a duty."""
    OBLIGATION = "obligation"
    """A duty, power or declaration."""
    EVENT = "event"
    """Something that happened or may happen."""
    CONDITION = "condition"
    """A date, a time, or several conditions taken together."""


@frozen
class Node:
    """A node; ``key`` is unique and made of letters and digits, the others are texts to be shown in it."""

    key: str
    kind: NodeKind
    label: str
    under: str = ""
    over: str = ""


@frozen
class Edge:
    """An arrow between two nodes, or a plain line where ``mutual``."""

    source: str
    target: str
    label: str = ""
    mutual: bool = False


@frozen
class Graph:
    """Nodes in a stable order, edges between them, and the title of the agreement."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    notes: tuple[str, ...] = ()
    """The notes to which marks in it lead, each with its mark, where they stand nowhere else."""


@in_language
def graph_of(
    agreement: Agreement,
    rows: Checklist | None = None,
    *,
    language: Language = ENGLISH,
) -> Graph:
    """The graph of ``agreement``: all undertakings, their obligors, and every event and condition they hang on.

    Of events those that ``rows`` tell of are drawn, and who tells by their day, all by default; one that the text of a
    condition names is drawn whether or not it is among them. With ``rows`` notes on names stand beside the graph.

    Events that no undertaking has to do with are left out. Ids that stand for nothing become nodes of their own.
    """
    if rows is not None:
        notes = rows.notes
    else:
        book = NoteBook(None)
        book.take(agreement)
        notes = book.notes
    marks = {actor_id: note.mark for note in notes for actor_id in note.actor_ids}
    names = names_of(agreement, marks)
    maker = _Maker(agreement, names, _told(agreement, names, rows))
    maker.draw()
    told = tuple(f"{note.mark} {note_in_words(note)}" for note in notes) if rows is None else ()
    return Graph(titled(agreement, marks), tuple(maker.nodes.values()), tuple(dict.fromkeys(maker.edges)), told)


def _told(agreement: Agreement, names: Names, rows: Checklist | None) -> dict[str, str]:
    """Event → who says that it happened, and who denies it, in words: those that ``rows`` tell of, or all."""
    visible = visible_of(agreement, rows)
    ids = {event.id for event in (agreement.events if rows is None or rows.as_of is None else rows.events)}
    return {
        event_id: attributed(asserting(said), [each.teller for each in said if each.says is Says.NOT_OCCURRED], names)
        for event_id, said in visible.statements.items()
        if event_id in ids
    }


def hanging_together(graph: Graph) -> Graph:
    """``graph`` without the undertakings on which nothing hangs and that hang on nothing, and without their actors."""
    bearers = {node.key for node in graph.nodes if node.kind is NodeKind.PARTY}
    kept = {key for edge in graph.edges if edge.source not in bearers for key in (edge.source, edge.target)}
    edges = tuple(edge for edge in graph.edges if edge.target in kept)
    kept |= {edge.source for edge in edges}
    return evolve(graph, nodes=tuple(node for node in graph.nodes if node.key in kept), edges=edges)


@define
class _Maker:
    agreement: Agreement
    names: Names
    told: Mapping[str, str]
    nodes: dict[tuple[str, str], Node] = Factory(dict)
    edges: list[Edge] = Factory(list)
    counts: Counter[NodeKind] = Factory(Counter)

    def draw(self) -> None:
        for obligation in self.agreement.obligations:
            self._bearers(obligation)
        for obligation in self.agreement.obligations:
            self._conditions(obligation)
        self._events()
        if any(name == "entry_into_force" for _, name in self.nodes):
            term = self.agreement.term
            if term is not None and term.entry_into_force is not None:
                self._join(term.entry_into_force, self._shared("entry_into_force"), "")
        for linkage in self.agreement.linkages:
            first, *others = (self._obligation(each) for each in dict.fromkeys(linkage.obligation_ids))
            label = say(f"graph.linkage.{linkage.mode.value}")
            self.edges += [Edge(first, other, label, mutual=True) for other in others]

    def _node(self, kind: NodeKind, name: str, label: str, under: str = "") -> str:
        known = self.nodes.get((kind.value, name))
        if known is None:
            self.counts[kind] += 1
            key = f"{kind.value[0]}{self.counts[kind]}"
            known = self.nodes[kind.value, name] = Node(key, kind, label, under)
        return known.key

    def _fresh(self, label: str) -> str:
        """A condition that nothing else shares."""
        return self._node(NodeKind.CONDITION, f"#{len(self.nodes)}", label)

    def _shared(self, name: str) -> str:
        return self._node(NodeKind.EVENT, f"\0{name}", say(f"graph.{name}"))

    def _obligation(self, obligation_id: str) -> str:
        obligation = self.names.obligations.get(obligation_id)
        if obligation is None:
            return self._node(NodeKind.OBLIGATION, obligation_id, obligation_id)
        owed_to = self.names.actors_in_words(obligation.owed_to_ids)
        under = say("graph.owed_to", names=owed_to) if owed_to else ""
        return self._node(NodeKind.OBLIGATION, obligation_id, obligation.label or obligation.action, under)

    def _event(self, event_id: str) -> str:
        event = self.names.events.get(event_id)
        label = event.summary if event is not None else event_id
        return self._node(NodeKind.EVENT, event_id, label, self.told.get(event_id, ""))

    def _bearers(self, obligation: Obligation) -> None:
        label = say(f"graph.owes.{obligation.modality.value}")
        for actor_id in dict.fromkeys(obligation.obligor_ids):
            party = self._node(NodeKind.PARTY, actor_id, self.names.actor(actor_id))
            self.edges.append(Edge(party, self._obligation(obligation.id), label))
        if not obligation.obligor_ids:
            nobody = self._node(NodeKind.PARTY, "", say("graph.nobody"))
            self.edges.append(Edge(nobody, self._obligation(obligation.id), label))

    def _conditions(self, obligation: Obligation) -> None:
        target = self._obligation(obligation.id)
        for slot, condition in slots_of(obligation):
            self._join(condition, target, say(f"graph.{slot}"))
        performed = obligation.performed
        if isinstance(performed, Recurring):
            self._join(performed.ends, target, say("graph.ends"))
        elif isinstance(performed, EachTime):
            if performed.event_id is not None:
                self.edges.append(Edge(self._event(performed.event_id), target, say("graph.each_time")))
            if performed.obligation_id is not None:
                self.edges.append(Edge(self._obligation(performed.obligation_id), target, say("graph.each_time")))

    def _join(self, condition: Condition | None, target: str, label: str) -> None:
        """Draw ``condition`` and all below it, with an arrow to ``target``; without recursion, so at any depth."""
        waiting = [] if condition is None else [(condition, target, label)]
        while waiting:
            at, goal, words = waiting.pop()
            match at:
                case OnObligation():
                    words = " · ".join(part for part in (say(f"graph.reaches.{at.reaches.value}"), words) if part)
                    self.edges.append(Edge(self._obligation(at.obligation_id), goal, words))
                case OnEvent():
                    self.edges.append(Edge(self._event(at.event_id), goal, words))
                case OnConclusion() | OnEntryIntoForce():
                    self.edges.append(Edge(self._shared(at.kind), goal, words))
                case _:
                    key = self._fresh(_label(at))
                    self.edges.append(Edge(key, goal, words))
                    if isinstance(at, NoEvent):
                        self.edges.append(Edge(self._event(at.event_id), key, say("graph.no_event.event")))
                    waiting += [(child, key, each) for child, each in reversed(list(_below(at)))]

    def _events(self) -> None:
        """Events that bear on an undertaking, and the occurrences of those that are drawn already."""
        for event in self.agreement.events:
            if event.id not in self.told:
                continue
            for obligation_id in dict.fromkeys(event.obligation_ids):
                self.edges.append(Edge(self._event(event.id), self._obligation(obligation_id), _bearing(event)))
            if event.occurrence_of_id is not None and (NodeKind.EVENT.value, event.occurrence_of_id) in self.nodes:
                whole = self._event(event.occurrence_of_id)
                self.edges.append(Edge(self._event(event.id), whole, say("graph.occurrence")))


_LABELLED = ("since", "until", "after")
"""The steps to an inner condition of which an arrow tells the name."""


def _bearing(event: Event) -> str:
    return say("graph.performance" if event.kind is EventKind.PERFORMANCE else "graph.bears")


def _label(condition: Condition) -> str:
    match condition:
        case OnDate():
            return date_in_words(condition.value)
        case Vague():
            return say("vague", text=condition.text.strip())
        case Prose():
            return say("quoted", text=condition.text.strip())
        case Offset():
            if condition.is_same_day:
                return say("graph.offset.same")
            words = length_in_words(condition)
            if condition.approximate:
                words = say("offset.about", time=words)
            return say("graph.offset.before" if condition.is_before else "graph.offset.after", time=words)
        case AtLeast():
            return say("graph.at_least", count=condition.count)
        case _:
            return say(f"graph.{condition.kind}")


def _below(condition: Condition) -> Iterator[tuple[Condition, str]]:
    for (step, *_), child in children_of(condition):
        yield child, say(f"graph.{condition.kind}.{step}") if step in _LABELLED else ""
