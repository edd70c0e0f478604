"""How the people, events and duties of a record are called in its outputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from accords.model.actors import Actor
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.model.obligations import Obligation
from accords.vocabulary import Borne, Reaches
from accords.words.phrasing import joined, say

__all__ = ["Names", "names_of"]


@frozen(kw_only=True)
class Names:
    """The names of one record by id. An id that stands for nothing is called by the id itself.

    ``marks`` holds, by actor id, the marks of notes that outputs print, such as ``*``.
    With ``defining``, events are followed by what the text defines their day to be.
    """

    actors: Mapping[str, Actor] = field(eq=False)
    events: Mapping[str, Event] = field(eq=False)
    obligations: Mapping[str, Obligation] = field(eq=False)
    marks: Mapping[str, str] = field(factory=dict[str, str], eq=False)
    defining: bool = True

    def actor(self, actor_id: str) -> str:
        """The neutral name of an actor, with the mark of its note where one is printed."""
        if actor_id not in self.actors:
            return actor_id
        name, mark = self.actors[actor_id].name, self.marks.get(actor_id, "")
        return name if name.endswith(mark) else name + mark

    def actors_in_words(self, actor_ids: Iterable[str], by: str = "and") -> str:
        """The names of several actors as a list in a sentence, each once."""
        return joined([self.actor(actor_id) for actor_id in dict.fromkeys(actor_ids)], by)

    def event(self, event_id: str, defined: str | None = None) -> str:
        """An event by its summary, with its id and what it is ``defined`` to be: ``“Signing” (signing)``."""
        if event_id not in self.events:
            return event_id
        text = _phrase(self.events[event_id].summary)
        if defined is None:
            return say("named", text=text, id=event_id)
        return say("named.defined", text=text, id=event_id, point=defined)

    def duty(self, obligation_id: str) -> str:
        """An obligation by what is to be done: ``the duty to “withdraw” (withdrawal)``."""
        if obligation_id not in self.obligations:
            return obligation_id
        obligation = self.obligations[obligation_id]
        return say(f"duty.{obligation.modality.value}", action=_phrase(obligation.action), id=obligation_id)

    def turn(self, obligation_id: str, reaches: Reaches) -> str:
        """A turn in the life of an obligation: ``fulfilment by Serbia of the duty to “withdraw” (exit)``."""
        obligation = self.obligations.get(obligation_id)
        key, duty = f"obligation.{reaches.value}", self.duty(obligation_id)
        if obligation is None or not obligation.obligor_ids:
            return say(key, duty=duty)
        by = "or" if obligation.borne is Borne.ANY else "and"
        return say(f"{key}_by", obligors=self.actors_in_words(obligation.obligor_ids, by), duty=duty)


def names_of(subject: Agreement | Names, marks: Mapping[str, str] | None = None) -> Names:
    """The names of a record; names that are given are handed back as they are.

    Of several things with one id the first is named; that the ids clash is for validation to say.
    """
    if isinstance(subject, Names):
        return subject
    return Names(
        actors={actor.id: actor for actor in reversed(subject.actors)},
        events={event.id: event for event in reversed(subject.events)},
        obligations={obligation.id: obligation for obligation in reversed(subject.obligations)},
        marks=dict(marks or {}),
    )


def _phrase(text: str) -> str:
    """``text`` fit to stand in quotation marks inside a sentence: without a full stop of its own."""
    stripped = text.strip()
    return stripped[:-1] if stripped.endswith(".") and not stripped.endswith("..") else stripped
