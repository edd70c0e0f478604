"""Small invented deals for tables of what a status is."""

from __future__ import annotations

from typing import Any

from accords.model.actors import Actor, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion
from accords.model.conditions import OnDate
from accords.model.events import Claim, Event
from accords.model.obligations import Obligation
from accords.standing.instances import InstanceStatus
from accords.standing.report import status
from accords.vocabulary import ConclusionForm, EventKind, Modality, Role, Says

__all__ = ["deal", "duty", "on_day", "said", "standings", "stands"]


def on_day(day: str) -> OnDate:
    """A stipulated date."""
    return OnDate(value=day)


def duty(id_: str = "o", who: str = "a", **more: Any) -> Obligation:
    """What each letter of ``who`` owes."""
    return Obligation(**{"id": id_, "obligor_ids": tuple(who), "modality": Modality.MUST, "action": "do it"} | more)


def said(
    id_: str, day: str | None, by: str = "ab", on: str | tuple[str, ...] | None = "o", says: Says = Says.OCCURRED,
    known: str | None = None, **more: Any,
) -> Event:  # fmt: skip
    """An event of which each letter of ``by`` says that it happened that day, and nobody anything else."""
    kind = more.pop("kind", EventKind.PERFORMANCE if on else EventKind.MILESTONE)
    named = (on,) if isinstance(on, str) else tuple(on or ())
    speakers = by if day is not None else ""
    claims = tuple(Claim(says=says, when=day, known_on=known or day, claimed_by_id=who) for who in speakers)
    return Event(id=id_, kind=kind, summary="it happened", obligation_ids=named, claims=claims, **more)


def deal(*duties: Obligation, events: tuple[Event, ...] = (), parties: str = "ab", **more: Any) -> Agreement:
    """An agreement of the letters of ``parties``, concluded on 1 January 2023; ``n`` is neutral."""
    made = {
        "id": "deal",
        "title": "Deal",
        "actors": tuple(Actor(id=each, name=each) for each in f"{parties}n"),
        "parties": tuple(Party(actor_id=each) for each in parties),
        "third_parties": (ThirdParty(actor_id="n", role=Role.MONITOR),),
        "conclusion": Conclusion(form=ConclusionForm.SIGNED, date="2023-01-01"),
    }
    return Agreement(**made | {"obligations": duties, "events": events} | more)


def stands(record: Agreement, day: str, id_: str = "o", who: str = "") -> list[InstanceStatus]:
    """The instances of one duty, of those whose letter is ``who``."""
    found = status(record, as_of=day, precision="exact").of(id_)
    return [each for each in found if not who or who in each.obligor_ids]


def standings(record: Agreement, day: str, id_: str = "o", who: str = "") -> list[str]:
    """Each of them as its states, the one that is reported first."""
    return [
        " ".join([each.as_reported.value, *sorted(s.value for s in each.states - {each.as_reported})])
        for each in stands(record, day, id_, who)
    ]
