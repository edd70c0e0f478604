"""An event by itself, as a headline has it: never without how well it stands, who says so, and who denies it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accords.engine.facts.bearers import Bearer
from accords.engine.facts.claims import Standing
from accords.engine.facts.ledger import Ledger
from accords.engine.facts.made import happened_as_told, ruled_on
from accords.engine.facts.telling import Telling, asserting, said_too_early, told_by
from accords.model.events import Event
from accords.prose import cut_at_word
from accords.standing.accounts import extent_in_words, fact_in_words, speakers_in_words
from accords.vocabulary import EventKind, Says
from accords.words import Names, finding_in_words, joined, say

__all__ = ["happening_in_words", "headline_in_words"]


def happening_in_words(ledger: Ledger, event: Event, names: Names) -> str:
    """What ``event`` is, and in brackets what is told of it by the day of knowledge of ``ledger``.

    Where it bears on several who owe something and does not stand alike towards them, each is named.
    """
    return _in_words(ledger, event, names, charges=True)


def _in_words(ledger: Ledger, event: Event, names: Names, *, charges: bool) -> str:
    bearers: list[Bearer | None] = [*ruled_on(ledger, event), *ledger.bearers_of(event)]
    told: dict[str, list[Bearer | None]] = {}
    for bearer in bearers or [ledger.bearer_of(event)]:
        parts = [*_told(ledger, event, bearer, names), *(_charged(ledger, event, bearer, names) if charges else ())]
        told.setdefault(say("semicolon").join(parts), []).append(bearer)
    words = [
        say("fact.towards", fact=fact, names=_owing(those, names)) if len(told) > 1 else fact
        for fact, those in told.items()
    ]
    return say("claim.event", event=_happened(event, names), fact=say("semicolon").join(words))


def headline_in_words(ledger: Ledger, event: Event, names: Names, most: int) -> str:
    """The same in at most ``most`` characters, where it is longer without charges, and where still, without names.

    What happened may be cut; how well it stands never is.
    """
    for charges in (True, False):
        words = _in_words(ledger, event, names, charges=charges)
        if len(words) <= most:
            return words
    bearers = (*ruled_on(ledger, event), *ledger.bearers_of(event)) or (ledger.bearer_of(event),)
    told = {_briefly(ledger, event, bearer) for bearer in bearers}
    fact = told.pop() if len(told) == 1 else say("headline.several")
    room = most - len(say("claim.event", event="", fact=fact))
    return say("claim.event", event=cut_at_word(_happened(event, names), room), fact=fact)


def _happened(event: Event, names: Names) -> str:
    summary, extent, finding = names.summary(event.id), extent_in_words(event), finding_in_words(event, names)
    summary = summary if extent is None else say("claim.extent", event=summary, extent=extent)
    return summary if finding is None else say("claim.finding", event=summary, finding=finding)


def _briefly(ledger: Ledger, event: Event, bearer: Bearer | None) -> str:
    """How well it stands that it happened, without a name."""
    fact, standing = ledger.fact(event, bearer), happened_as_told(ledger, event, bearer)
    if standing in (Standing.CLAIMED, Standing.REPORTED) and not asserting(fact.used):
        words = say("fact.too_early" if said_too_early(fact.used) else "fact.nobody")
    elif standing is Standing.CLAIMED and told_by(ledger.speakers, fact.used) in (Telling.BOTH, Telling.SEVERAL):
        words = say("headline.told_by_several")
    else:
        words = say(f"headline.{standing.value}")
    denied = standing is not Standing.CONTESTED and any(said.says is Says.NOT_OCCURRED for said in fact.used)
    return say("headline.denied", words=words) if denied else words


def _owing(bearers: Iterable[Bearer | None], names: Names) -> str:
    return names.actors_in_words(who for bearer in bearers if bearer is not None for who in bearer.obligor_ids)


def _told(ledger: Ledger, event: Event, bearer: Bearer | None, names: Names) -> Iterator[str]:
    """How well it stands that it happened, with who says and who denies that."""
    fact, standing = ledger.fact(event, bearer), happened_as_told(ledger, event, bearer)
    tellers = asserting(fact.used)
    if not tellers and said_too_early(fact.used):
        yield say("fact.too_early")
    else:
        yield fact_in_words(standing, told_by(ledger.speakers, fact.used), tellers, names, event)
    if tellers and standing is not Standing.REPORTED:  # a report names its speakers
        yield say("dispute.said", names=_names(tellers, names))
    deniers = _own_first(ledger, bearer, [said.teller for said in fact.used if said.says is Says.NOT_OCCURRED])
    if deniers:
        yield say("dispute.denied", names=_names(deniers, names))


def _charged(ledger: Ledger, event: Event, bearer: Bearer | None, names: Names) -> Iterator[str]:
    """Who accepts or rejects what was found; who charges a breach, who denies that, who reads the duty otherwise."""
    statements = ledger.visible.statements[event.id]
    for key, says in (("finding.accepted", Says.ACCEPTS), ("finding.rejected", Says.REJECTS)):
        answering = [said.teller for said in statements if said.says is says]
        if answering:
            yield say(key, names=_names(_own_first(ledger, bearer, answering), names))
    charging = [said.teller for said in statements if said.says is Says.BREACH]
    if not charging:
        return
    clearing = _own_first(ledger, bearer, [said.teller for said in statements if said.says is Says.NO_BREACH])
    otherwise: tuple[str, ...] = ()
    answered = bool(clearing)
    if bearer is not None and event.kind is EventKind.CONDUCT:
        charge = ledger.charge(event, bearer)
        otherwise, answered = charge.otherwise, answered or ledger.is_answered(event, bearer)
    views = [say("dispute.charged", names=_names(charging, names))]
    views += [say("dispute.denied", names=_names(clearing, names))] if clearing else []
    views += [say("dispute.otherwise", names=_names(otherwise, names))] if otherwise else []
    views += [] if answered or otherwise else [say("charge.no_reply")]
    yield say("charge.views", views=say("comma").join(views))


def _own_first(ledger: Ledger, bearer: Bearer | None, speakers: list[str | None]) -> tuple[str | None, ...]:
    return ledger.speakers.own_first(speakers, ledger.sides(bearer))


def _names(speakers: Iterable[str | None], names: Names) -> str:
    return joined(list(speakers_in_words(speakers, names)))
