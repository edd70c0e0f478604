"""Claims: what is said about events, held against each other and against the days on which it was said."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterator

from accords.checks.lookups.check import Check
from accords.checks.lookups.days import concluded_day, first_published, stated_day
from accords.checks.lookups.index import Index
from accords.checks.provenance.sources import ACTS
from accords.dates import Edtf
from accords.diagnostics import Diagnostic
from accords.model.coding import Coding
from accords.model.events import Assessment, Claim, Event, Monitoring
from accords.model.sources import Citation
from accords.pointer import Path
from accords.prose import counted
from accords.vocabulary import EventKind, Says, SourceKind

__all__ = ["CLAIMS"]

_HAPPENED = (Says.OCCURRED, Says.BREACH, Says.NO_BREACH)
_MANY = 12


def differs_from_definition(index: Index) -> Iterator[Diagnostic]:
    """ACC327: a claim gives another day for an event than the one by which the text defines it."""
    for place, event in enumerate(index.agreement.events):
        first = stated_day(event.defined_as, index.agreement, closing=False)
        last = stated_day(event.defined_as, index.agreement, closing=True)
        if first is None or last is None:
            continue
        for number, claim in enumerate(event.claims):
            days = _days(claim) if claim.says in _HAPPENED else None
            if days is not None and (days[1] < first or last < days[0]):
                yield index.found(
                    "ACC327",
                    f"it gives {claim.when}, and the text defines the event as {_period(first, last)}",
                    ("events", place, "claims", number, "when"),
                    "correct the day or the definition; the definition rules, and a claim that differs is kept as said",
                    related=((("events", place, "defined_as"), "the definition"),),
                )


def retraction_without_effect(index: Index) -> Iterator[Diagnostic]:
    """ACC328: a claim takes back one of another speaker, or one that was made later."""
    made = {claim.id: (claim, event, path) for claim, event, path in _claims(index) if claim.id is not None}
    for claim, event, path in _claims(index):
        if claim.retracts_id is None or claim.retracts_id not in made:
            continue
        target, there, where = made[claim.retracts_id]
        mine, theirs = _speaker(claim, event), _speaker(target, there)
        known, before = _known(claim, event, index), _known(target, there, index)
        if mine != theirs:
            why = f"{_called(theirs)} made it, and {_called(mine)} takes it back"
            help_ = "let the speaker of the claim retract it; that somebody else denies it is `not_occurred`"
        elif known and before and known.latest and before.earliest and known.latest < before.earliest:
            why = f"it was made on {before}, and taken back on {known} already"
            help_ = "correct the days, or let the later claim retract the earlier one"
        else:
            continue
        yield index.found(
            "ACC328",
            f'taking back "{claim.retracts_id}" has no effect: {why}',
            (*path, "retracts_id"),
            help_,
            related=(((*where, "id"), claim.retracts_id),),
            related_label="the claim",
        )


def claims_at_odds(index: Index) -> Iterator[Diagnostic]:
    """ACC329: two claims about one event give days that exclude each other."""
    retracted = {claim.retracts_id for claim, _, _ in _claims(index)}
    repeated = {event.occurrence_of_id for event in index.agreement.events}
    for place, event in enumerate(index.agreement.events):
        said = [
            (days, number, claim)
            for number, claim in enumerate(event.claims)
            if claim.says in _HAPPENED
            and (days := _days(claim)) is not None
            and (claim.id is None or claim.id not in retracted)
        ]
        if len(said) < 2 or event.id in repeated:
            continue
        late = max(said, key=lambda one: one[0][0])
        early = min(said, key=lambda one: one[0][1])
        if early[0][1] < late[0][0]:
            yield index.found(
                "ACC329",
                f"{_whose(early[2], event)} gives {early[2].when} for it, and {_whose(late[2], event)} {late[2].when}",
                ("events", place, "claims", late[1], "when"),
                "both may be kept as they are: this says only that they differ; two happenings are two events",
                related=((("events", place, "claims", early[1], "when"), str(early[2].when)),),
                related_label="the other",
            )


def repeated_claim(index: Index) -> Iterator[Diagnostic]:
    """ACC330: one event holds the same claim twice."""
    for place, event in enumerate(index.agreement.events):
        seen: dict[Hashable, int] = {}
        for number, claim in enumerate(event.claims if len(event.claims) > 1 else ()):
            key = (
                claim.says, claim.when, claim.until, claim.when_as_written, claim.known_on, claim.claimed_by_id,
                claim.reading_id, claim.retracts_id, claim.text, claim.citations,
            )  # fmt: skip
            first = seen.setdefault(key, number)
            if first != number:
                yield index.found(
                    "ACC330",
                    f"claim #{number + 1} says the same as claim #{first + 1}",
                    ("events", place, "claims", number),
                    "leave one of the two out, or correct what was to be different",
                    related=((("events", place, "claims", first), f"claim #{first + 1}"),),
                    related_label="first here",
                )


def days_to_come(index: Index) -> Iterator[Diagnostic]:
    """ACC331: a watch, a denial, a finding or a rating speaks of days after the one on which it was known."""
    for path, when, known, what in _spoken(index):
        if when and known and when.earliest and known.latest and known.latest < when.earliest:
            yield index.found(
                "ACC331",
                f"{what} {when}, and was known on {known}",
                path,
                "correct one of the two days: nobody knows beforehand what will not have happened",
            )


def dated_after_coding(index: Index) -> Iterator[Diagnostic]:
    """ACC332: the record was coded before something that it holds was known."""
    agreement = index.agreement
    coded = agreement.coding.coded_on if agreement.coding is not None else None
    if coded is None or coded.latest is None:
        return
    dated: list[tuple[Path, Edtf | None]] = [
        (("sources", place, "published"), source.published) for place, source in enumerate(agreement.sources)
    ]
    dated += [((*path, "known_on"), claim.known_on) for claim, _, path in _claims(index)]
    dated += [(("monitoring", n, "known_on"), watch.known_on) for n, watch in enumerate(agreement.monitoring)]
    dated += [(("assessments", n, "known_on"), rating.known_on) for n, rating in enumerate(agreement.assessments)]
    later = [(path, when) for path, when in dated if when and when.earliest and coded.latest < when.earliest]
    if later:
        yield index.found(
            "ACC332",
            f"the record was coded on {coded}, and {counted(len(later), 'day')} on which something in it became known "
            f"{'lies' if len(later) == 1 else 'lie'} after that",
            ("coding", "coded_on"),
            "write the day of the last change, or correct the year of the others",
            related=[(path, str(when)) for path, when in later[:_MANY]],
            related_label="known later",
        )


def event_that_nothing_uses(index: Index) -> Iterator[Diagnostic]:
    """ACC333: nothing is said about an event, and nothing refers to it."""
    used = {mention.id for mention in index.mentions if mention.kind in ("event", "subject")}
    for place, event in enumerate(index.agreement.events):
        tied = event.claims or event.citations or event.obligation_ids or event.finding or event.occurrence_of_id
        if not tied and event.id not in used:
            yield index.found(
                "ACC333",
                f'nothing is said about "{event.id}", and no duty and no condition refers to it',
                ("events", place, "id"),
                "name it in the condition that waits for it, add what is claimed about it, or leave it out",
            )


def conclusion_at_odds(index: Index) -> Iterator[Diagnostic]:
    """ACC334: every claim about the act of conclusion gives another day than the conclusion does."""
    conclusion = index.agreement.conclusion
    act = ACTS.get(conclusion.form) if conclusion is not None else None
    first = concluded_day(index.agreement, closing=False)
    last = concluded_day(index.agreement, closing=True)
    if act is None or first is None or last is None:
        return
    said = [
        (days, (*path, "when"))
        for claim, event, path in _claims(index)
        if event.act is act and event.kind is EventKind.MILESTONE and claim.says in _HAPPENED
        if (days := _days(claim)) is not None
    ]
    if said and all(days[1] < first or last < days[0] for days, _ in said):
        day = said[0][0]
        yield index.found(
            "ACC334",
            f"it was concluded on {_period(first, last)}, and every claim of the {act} gives another day, "
            f"such as {_period(*day)}",
            ("conclusion", "date"),
            "correct one of the two; several signatures on several days are several events",
            related=[(path, _period(*days)) for days, path in said[:_MANY]],
            related_label="claimed there",
        )


def text_before_conclusion(index: Index) -> Iterator[Diagnostic]:
    """ACC335: the text of the agreement was published before the agreement was concluded."""
    concluded = concluded_day(index.agreement, closing=False)
    for place, source in enumerate(index.agreement.sources if concluded else ()):
        published = source.published.latest if source.published is not None else None
        if source.kind is SourceKind.AGREEMENT_TEXT and published and concluded and published < concluded:
            yield index.found(
                "ACC335",
                f"the text was published on {source.published}, and concluded on {concluded}",
                ("sources", place, "published"),
                "correct one of the two days; a draft that was published before is a source of another kind",
                related=((("conclusion", "date"), "the conclusion"),),
            )


def _claims(index: Index) -> Iterator[tuple[Claim, Event, Path]]:
    for place, event in enumerate(index.agreement.events):
        for number, claim in enumerate(event.claims):
            yield claim, event, ("events", place, "claims", number)


def _days(claim: Claim) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day that a claim gives for its event; None where it gives none."""
    if claim.when is None:
        return None
    end = claim.until.latest if claim.until is not None else claim.when.latest
    return claim.when.earliest or datetime.date.min, end or datetime.date.max


def _period(first: datetime.date, last: datetime.date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _known(claim: Claim, event: Event, index: Index) -> Edtf | None:
    return claim.known_on or first_published(claim.citations or event.citations, index)


def _speaker(claim: Claim, event: Event) -> tuple[str | None, str | None]:
    """Who claims it: an actor, otherwise the source that is cited first."""
    cited: tuple[Citation, ...] = claim.citations or event.citations
    return claim.claimed_by_id, None if claim.claimed_by_id or not cited else cited[0].source_id


def _called(speaker: tuple[str | None, str | None]) -> str:
    name = speaker[0] or speaker[1]
    return f'"{name}"' if name else "somebody who is not named"


def _whose(claim: Claim, event: Event) -> str:
    return _called(_speaker(claim, event))


def _spoken(index: Index) -> Iterator[tuple[Path, Edtf | None, Edtf | None, str]]:
    """What can only speak of days that have passed: where, of which days, when it was known, and what it does."""
    for n, watch in enumerate(index.agreement.monitoring):
        known = watch.known_on or first_published(watch.citations, index)
        yield ("monitoring", n, "through"), watch.through, known, "the watch went on until"
    for n, rating in enumerate(index.agreement.assessments):
        known = rating.known_on or first_published(rating.citations, index)
        yield ("assessments", n, "on"), rating.on, known, "the rating is as of"
    for claim, event, path in _claims(index):
        if claim.says is Says.NOT_OCCURRED:
            yield (*path, "when"), claim.when, _known(claim, event, index), "it denies the event up to"
    for n, event in enumerate(index.agreement.events):
        if event.finding is not None and len(event.claims) == 1:
            known = _known(event.claims[0], event, index)
            yield ("events", n, "finding", "when"), event.finding.when, known, "the finding speaks of"


CLAIMS: tuple[Check, ...] = (
    Check("ACC327", differs_from_definition, (Claim,)),
    Check("ACC328", retraction_without_effect, ("retracts_id",)),
    Check("ACC329", claims_at_odds, (Claim,)),
    Check("ACC330", repeated_claim, (Claim,)),
    Check("ACC331", days_to_come, (Claim, Monitoring, Assessment)),
    Check("ACC332", dated_after_coding, (Coding,)),
    Check("ACC333", event_that_nothing_uses, (Event,)),
    Check("ACC334", conclusion_at_odds, (Claim,)),
    Check("ACC335", text_before_conclusion),
)
"""Code → the check that yields it."""
