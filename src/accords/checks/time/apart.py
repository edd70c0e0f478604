"""One happening that may stand as two: asserted as one event, and denied as another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from accords.checks.lookups.check import Check
from accords.checks.lookups.happenings import DOINGS, spans
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.events import Claim, Event
from accords.vocabulary import Says

__all__ = ["APART"]

_ANY = -1
_DENIALS = {Says.NOT_OCCURRED, Says.NO_BREACH}
_ASSERTIONS = {Says.OCCURRED, Says.BREACH}


@frozen
class _Asserted:
    """The earliest event that somebody alone asserts: since when, at which place, and its id."""

    first: date
    place: int
    id: str


_ByDuty = dict[tuple[str, int | None], dict[str, _Asserted]]


def denied_apart(index: Index) -> Iterator[Diagnostic]:
    """ACC350: what one side asserts and another denies of a duty and turn stands as two events."""
    events = index.agreement.events
    retracted = {claim.retracts_id for event in events for claim in event.claims}
    happened: _ByDuty = defaultdict(dict)
    charged: _ByDuty = defaultdict(dict)
    denied: list[tuple[int, Event, str]] = []
    for place, event in enumerate(events):
        said = [claim for claim in event.claims if claim.says is not None and claim.id not in retracted]
        speakers = {_speaker(claim, event) for claim in said}
        says = {claim.says for claim in said}
        if event.kind not in DOINGS or len(speakers) != 1 or event.occurrence_of_id is not None:
            continue
        if says <= _DENIALS:
            denied.append((place, event, speakers.pop()))
        elif says <= _ASSERTIONS:
            _put(charged if Says.BREACH in says else happened, event, speakers.pop(), place)
    for place, event, speaker in denied:
        last = max(claim.when.latest or date.max if claim.when else date.max for claim in event.claims)
        of_facts = any(claim.says is Says.NOT_OCCURRED for claim in event.claims)
        others = [each for by in (happened, charged)[not of_facts :] for each in _others(by, event, speaker, last)]
        other = next(iter(others), None)
        if other is not None:
            yield index.found(
                "ACC350",
                f'{"it" if of_facts else "that it was a breach"} is only denied, and "{other.id}" of the same duty, '
                "which another side asserts, may be the same happening",
                ("events", place),
                "put what is said of both under one of the two events, so that each side answers the other",
                related=((("events", other.place, "id"), other.id),),
                related_label="asserted here",
            )


def _put(asserted: _ByDuty, event: Event, speaker: str, place: int) -> None:
    first = min((days[0] for days in spans(event)), default=date.min)
    for duty in event.obligation_ids:
        for turn in (event.instance, _ANY):
            known = asserted[duty, turn].get(speaker)
            if known is None or first < known.first:
                asserted[duty, turn][speaker] = _Asserted(first, place, event.id)


def _others(asserted: _ByDuty, event: Event, speaker: str, last: date) -> Iterator[_Asserted]:
    """What others assert of the duty and turn, and happened by the last day of the denial."""
    turns = (_ANY,) if event.instance is None else (event.instance, None)
    for duty in event.obligation_ids:
        for turn in turns:
            for name, other in asserted.get((duty, turn), {}).items():
                if name != speaker and other.first <= last:
                    yield other


def _speaker(claim: Claim, event: Event) -> str:
    """Who says it: an actor, otherwise the source that is cited first."""
    cited = claim.citations or event.citations
    return claim.claimed_by_id or (f"source {cited[0].source_id}" if cited else "")


APART: tuple[Check, ...] = (Check("ACC350", denied_apart, (Event,)),)
"""Code → the check that yields it."""
