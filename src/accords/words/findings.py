"""What a body found, in words."""

from __future__ import annotations

from accords.model.events import Event
from accords.vocabulary import Borne
from accords.words.names import Names
from accords.words.phrasing import say
from accords.words.times import on_date_in_words

__all__ = ["finding_in_words"]


def finding_in_words(event: Event, names: Names) -> str | None:
    """What was found, on what, whose it is, of which days, by which reading; None for an event that is no finding."""
    finding = event.finding
    if finding is None:
        return None
    words = say("finding" if event.actor_ids else "finding.of_nobody", words=_verdict(event, names))
    words = words if finding.when is None else say("finding.when", finding=words, when=on_date_in_words(finding.when))
    readings = (each for duty in names.obligations.values() for each in duty.readings)
    text = next((each.text.strip() for each in readings if each.id == finding.reading_id), None)
    return words if text is None else say("finding.reading", finding=words, text=text)


def _verdict(event: Event, names: Names) -> str:
    """What a finding says of what it is about: ``the duty of A to ‘pay’ (pay) was breached``."""
    finding = event.finding
    assert finding is not None
    on_id, verdict = finding.on_id, finding.verdict.value
    if on_id in names.events:
        return say("finding.on", subject=names.event(on_id), verdict=say(f"finding.event.{verdict}"))
    if on_id not in names.obligations:
        return say("finding.on", subject=say("finding.condition", id=on_id), verdict=say(f"finding.duty.{verdict}"))
    duty = names.duty(on_id, _whose(event, names))
    if event.instance is not None:
        duty = say("duty.turn", number=event.instance, duty=duty)
    return say("finding.on", subject=duty, verdict=say(f"finding.duty.{verdict}"))


def _whose(event: Event, names: Names) -> tuple[str, ...]:
    """Of a duty that several owe each: whose it is, as the finding or what it is about says."""
    assert event.finding is not None
    duty = names.obligations[event.finding.on_id]
    if event.finding.obligor_ids or duty.borne not in (Borne.EACH, Borne.IN_TURN) or len(duty.obligor_ids) < 2:
        return event.finding.obligor_ids
    about = [names.events[each] for each in event.about_event_ids if each in names.events]
    did = {actor for act in about for actor in act.actor_ids}
    return tuple(each for each in duty.obligor_ids if each in did)
