"""How the people, events and duties of a record are called in its outputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from accords.model.acting import Acting
from accords.model.actors import Actor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.events import Event
from accords.model.obligations import Obligation
from accords.model.sources import Source
from accords.vocabulary import Borne, CodingStatus, InstanceChoice, Modality, Reaches
from accords.words.phrasing import few, joined, say

__all__ = [
    "Names",
    "event_in_words",
    "heading_of",
    "names_of",
    "summary_in_words",
    "unchecked_in_words",
]


@frozen(kw_only=True)
class Names:
    """The names of one record by id. An id that stands for nothing is called by the id itself.

    ``marks`` holds, by actor id, the marks of notes that outputs print, such as ``*``.
    With ``defining``, events are followed by what the text defines their day to be. ``held`` has the parties that are
    not among those who hold them to be one, each with who those are. ``parts`` tells of actors whether they are a
    ``party`` or a ``third`` party. ``speaking`` has for actors to whom they belong, and whether their word is its word.
    """

    actors: Mapping[str, Actor] = field(eq=False)
    sources: Mapping[str, Source] = field(eq=False)
    events: Mapping[str, Event] = field(eq=False)
    obligations: Mapping[str, Obligation] = field(eq=False)
    marks: Mapping[str, str] = field(factory=dict[str, str], eq=False)
    defining: bool = True
    held: Mapping[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]], eq=False)
    parts: Mapping[str, str] = field(factory=dict[str, str], eq=False)
    speaking: Mapping[str, tuple[str, bool]] = field(factory=dict[str, tuple[str, bool]], eq=False)

    def bearer(self, actor_id: str) -> str:
        """An actor as one that owes something, with who holds it to be bound, where that is in doubt."""
        if actor_id not in self.held:
            return self.actor(actor_id)
        holders = self.actors_in_words(self.held[actor_id])
        return say("bearer.doubted", name=self.actor(actor_id), holders=holders)

    def actor(self, actor_id: str) -> str:
        """The neutral name of an actor, with the mark of its note where one is printed.

        A source that speaks for itself is called by its title.
        """
        if actor_id in self.sources:
            return say("speaker.source", title=self.sources[actor_id].title.strip())
        if actor_id not in self.actors:
            return actor_id
        name, mark = self.actors[actor_id].name, self.marks.get(actor_id, "")
        return name if name.endswith(mark) else name + mark

    def voice(self, actor_id: str) -> str:
        """An actor that speaks, with for whom, or of whom, where it is somebody else: ``Petković for Serbia``."""
        name = self.actor(actor_id)
        if actor_id not in self.speaking:
            return name
        side, speaks_for = self.speaking[actor_id]
        return say("voice.for" if speaks_for else "voice.of", name=name, side=self.actor(side))

    def speaker(self, actor_id: str, inferred: bool = False) -> str:
        """The same in brackets, after the office or position: ``Petković (head of the office, for Serbia)``.

        ``inferred``: the actor says what it says only as the coder reads it.
        """
        name, actor = self.actor(actor_id), self.actors.get(actor_id)
        more = [actor.position.strip()] if actor is not None and actor.position is not None else []
        side, speaks_for = self.speaking.get(actor_id, (None, False))
        if side is not None and (side in self.parts or not more):
            more.append(say("speaker.for" if speaks_for else "speaker.of", side=self.actor(side)))
        words = [say("comma").join(more)] if more else []
        words += [say("speaker.inferred")] if inferred else []
        return say("in_brackets", text=name, more=say("semicolon").join(words)) if words else name

    def place(self, source_id: str, locator: str | None) -> str:
        """A place in a source, by the title of the source."""
        title = self.sources[source_id].title.strip() if source_id in self.sources else source_id
        place = locator.strip() if locator is not None else ""
        return say("comma").join(part for part in (say("quoted", text=title), place) if part)

    def actors_in_words(self, actor_ids: Iterable[str], by: str = "and") -> str:
        """The names of several actors as a list in a sentence, each once."""
        return joined([self.actor(actor_id) for actor_id in dict.fromkeys(actor_ids)], by)

    def some_actors_in_words(self, actor_ids: Iterable[str], by: str = "and", beside: int = 0) -> str:
        """The same, but of more than six the first five and how many others, for a sentence that comes often.

        There are so many ``beside`` those given.
        """
        once = dict.fromkeys(actor_ids)
        named, more = few(once, len(once) + beside)
        return joined([self.actor(each) for each in named], by, more)

    def voices_in_words(self, actor_ids: Iterable[str], beside: int = 0) -> str:
        """Whose word would do, by what they are to the agreement: ``a party (Serbia) or a third party (the Court)``."""
        once = dict.fromkeys(actor_ids)
        named, more = few(once, len(once) + beside)
        classes: dict[str, list[str]] = {}
        for each in named:
            classes.setdefault(self.parts.get(each, "other"), []).append(self.actor(each))
        return joined([say(f"class.{part}", names=joined(names, "or")) for part, names in classes.items()], "or", more)

    def event(self, event_id: str, defined: str | None = None) -> str:
        """An event inside a sentence, with what its day is ``defined`` to be: ``the event ‘Signing’``."""
        if event_id not in self.events:
            return event_id
        return event_in_words(self.events[event_id], defined)

    def summary(self, event_id: str) -> str:
        """An event by its summary alone, without a full stop."""
        return _phrase(self.events[event_id].summary) if event_id in self.events else event_id

    def duty(self, obligation_id: str, whose: Iterable[str] = ()) -> str:
        """An obligation by who bears it and what is to be done: ``the duty of Serbia to ‘withdraw’ (exit)``.

        ``whose`` it is here, where not everybody's who bears it.
        """
        if obligation_id not in self.obligations:
            return obligation_id
        obligation = self.obligations[obligation_id]
        duty = say(f"duty.noun.{obligation.modality.value}")
        if bearers := tuple(whose) or obligation.obligor_ids:
            by = "or" if obligation.borne is Borne.ANY else "and"
            duty = say("duty.of", duty=duty, obligors=self.some_actors_in_words(bearers, by))
        action = _phrase(obligation.action)
        return say(f"duty.{obligation.modality.value}", duty=duty, action=action, id=obligation_id)

    def heading(self, obligation_id: str) -> str:
        """An obligation by its label, or by what is to be done: ``Withdrawal (withdrawal)``."""
        obligation = self.obligations.get(obligation_id)
        if obligation is None:
            return obligation_id
        return say("in_brackets", text=_phrase(heading_of(obligation)), more=obligation_id)

    def turn(
        self, obligation_id: str, reaches: Reaches, number: int | None = None, which: InstanceChoice | None = None
    ) -> str:
        """A turn in the life of an obligation: ``the fulfilment of the duty of Serbia to ‘withdraw’ (exit)``.

        Of several instances it says which: ``the fulfilment of turn 2 of the duty …``.
        """
        duty = self.duty(obligation_id)
        if number is not None:
            duty = say("duty.turn", number=number, duty=duty)
        elif which is not None:
            duty = say(f"duty.instances.{which.value}", duty=duty)
        return say(f"obligation.{reaches.value}", duty=duty)


def heading_of(obligation: Obligation) -> str:
    """What an obligation is called for short: its label, or what is to be done or left: ``must not fire``."""
    if obligation.label is not None:
        return obligation.label
    modality = say(f"modality.{obligation.modality.value}")
    if obligation.modality is Modality.DECLARES:
        modality = say("modality.colon", modality=modality)
    return say("duty.heading", modality=modality, action=obligation.action)


def event_in_words(event: Event, defined: str | None = None) -> str:
    """An event inside a sentence, with what its day is ``defined`` to be: ``the event ‘Signing’``."""
    return summary_in_words(event.summary, defined)


def summary_in_words(summary: str, defined: str | None = None) -> str:
    """An event, by its summary alone, inside a sentence: ``the event ‘Signing’``."""
    text = _phrase(summary)
    return say("named", text=text) if defined is None else say("named.defined", text=text, point=defined)


def unchecked_in_words(record: Agreement) -> str | None:
    """That the record is a draft that a program made and nobody checked; None where it does not say so of itself."""
    is_draft = record.coding is not None and record.coding.status is CodingStatus.MACHINE_DRAFT
    return say("draft.unchecked") if is_draft else None


def names_of(
    subject: Agreement | Names,
    marks: Mapping[str, str] | None = None,
    held: Mapping[str, tuple[str, ...]] | None = None,
) -> Names:
    """The names of a record; names that are given are handed back as they are.

    Of several things with one id the first is named; that the ids clash is for validation to say.
    """
    if isinstance(subject, Names):
        return subject
    return Names(
        actors={actor.id: actor for actor in reversed(subject.actors)},
        sources={source.id: source for source in reversed(subject.sources)},
        events={event.id: event for event in reversed(subject.events)},
        obligations={obligation.id: obligation for obligation in reversed(subject.obligations)},
        marks=dict(marks or {}),
        held=dict(held or {}),
        parts={
            **{third.actor_id: "third" for third in subject.third_parties},
            **{party.actor_id: "party" for party in subject.parties},
        },
        speaking=_speaking(subject),
    )


def _speaking(record: Agreement) -> dict[str, tuple[str, bool]]:
    """Actor → the party or third party to which it belongs, else whom it acts for, and whether it speaks for that."""
    acting = Acting(record)
    with_part: tuple[Party | ThirdParty, ...] = (*record.parties, *record.third_parties)
    parts = {part.actor_id for part in with_part}
    agents = {agent for part in with_part for agent in part.represented_by_ids}
    found: dict[str, tuple[str, bool]] = {}
    for actor in record.actors:
        if actor.id in parts or not (actor.acts_for or actor.id in agents):
            continue
        side = acting.first_of(actor.id, parts) or next((each.actor_id for each in actor.acts_for), None)
        if side is not None:
            found[actor.id] = side, side in acting.speaks_for(actor.id)
    return found


def _phrase(text: str) -> str:
    """``text`` fit to stand inside a sentence: without a full stop of its own."""
    stripped = text.strip()
    return stripped[:-1] if stripped.endswith(".") and not stripped.endswith("..") else stripped
