"""Judging and watching: whose word settles what, who looked, and how it is rated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from accords.checks.lookups.check import Check
from accords.checks.lookups.index import Index
from accords.diagnostics import Diagnostic
from accords.model.events import Assessment, Finding, Monitoring, RatingScale
from accords.model.obligations import Reading
from accords.pointer import Path
from accords.prose import listed, quoted, with_article
from accords.suggest import nearest
from accords.vocabulary import EventKind, Role, Scale, Verdict

__all__ = ["JUDGING"]

_FITTING = {
    "obligation": (Verdict.FULFILLED, Verdict.BREACHED, Verdict.NOT_BREACHED, Verdict.EXCUSED),
    "event": (Verdict.OCCURRED, Verdict.NOT_OCCURRED, Verdict.BREACHED, Verdict.NOT_BREACHED),
    "condition": (Verdict.MET,),
}
"""What can be found about a thing of each kind."""

_BAROMETER = ("not started", "minimal", "intermediate", "completed", "not initiated", "minimum", "complete")
"""The steps of the barometer as the format names them, and as its publishers have named them."""


def own_judge(index: Index) -> Iterator[Diagnostic]:
    """ACC526: the obligor is the one whose word on its own duty prevails."""
    for place, duty in enumerate(index.agreement.obligations):
        for field in ("verified_by_ids", "determined_by_ids"):
            judges: tuple[str, ...] = getattr(duty, field)
            if judges and judges == duty.obligor_ids and len(judges) == 1:
                what = "on the facts prevails" if field == "verified_by_ids" else "settles what the facts mean"
                yield index.found(
                    "ACC526",
                    f'"{judges[0]}" owes it, and nobody else\'s word {what}',
                    ("obligations", place, field),
                    help="name the one whose word counts by agreement, or leave the field out",
                )


def watch_of_nothing(index: Index) -> Iterator[Diagnostic]:
    """ACC527: somebody watched, and nothing says what."""
    for place, watch in enumerate(index.agreement.monitoring):
        if not watch.obligation_ids and not watch.event_ids:
            yield index.found(
                "ACC527",
                "nothing says what was watched",
                ("monitoring", place, "through"),
                help="name the duties in `obligation_ids`, or what was watched for in `event_ids`",
            )


def finding_by_a_side(index: Index) -> Iterator[Diagnostic]:
    """ACC528: a finding is by a party that nobody asked to judge."""
    record = index.agreement
    parties = {party.actor_id for party in record.parties}
    asked = {
        third.actor_id for third in record.third_parties if third.role in (Role.ARBITER, Role.VERIFIER, Role.MONITOR)
    }
    judges = {duty.id: {*duty.determined_by_ids, *duty.verified_by_ids} for duty in record.obligations}
    acting = index.acting
    for place, event in enumerate(record.events):
        if event.kind is not EventKind.FINDING or event.finding is None:
            continue
        named = [judges[one] for one in (event.finding.on_id, *event.obligation_ids) if judges.get(one)][:64]
        sides = [
            one
            for one in event.actor_ids
            if one not in asked and not any(one in body for body in named) and acting.reaches(one, parties)
        ]
        if sides and len(sides) == len(event.actor_ids):
            yield index.found(
                "ACC528",
                f"{listed(sides[:6])} found it, on the side of a party, whose word settles nothing here",
                ("events", place, "actor_ids"),
                help="record what a party says as a claim; where the agreement lets it decide, name it in "
                "`determined_by_ids`",
            )


def verdict_of_another_kind(index: Index) -> Iterator[Diagnostic]:
    """ACC529: a verdict does not fit what it is about."""
    for place, event in enumerate(index.agreement.events):
        if event.finding is None or event.finding.on_id not in index.by_id:
            continue
        owner = index.by_id[event.finding.on_id]
        fitting = _FITTING.get(owner.kind, tuple(Verdict))
        if event.finding.verdict not in fitting:
            yield index.found(
                "ACC529",
                f'{with_article(owner.kind)} cannot be found "{event.finding.verdict}", and "{owner.id}" is one',
                ("events", place, "finding", "verdict"),
                help=f"of {with_article(owner.kind)} it can be found: {listed(fitting, 'or')}",
                related=[((*owner.path, "id"), f"the {owner.kind} {owner.id}")],
            )


def reading_of_another_duty(index: Index) -> Iterator[Diagnostic]:
    """ACC530: a claim or a finding rests on a reading of a duty that it is not about."""
    holders = {reading.id: duty.id for duty in index.agreement.obligations for reading in duty.readings}
    for place, event in enumerate(index.agreement.events):
        about = {*event.obligation_ids, *((event.finding.on_id,) if event.finding else ())}
        named: list[tuple[Path, str | None]] = [
            (("claims", n, "reading_id"), claim.reading_id) for n, claim in enumerate(event.claims)
        ]
        named.append((("finding", "reading_id"), event.finding.reading_id if event.finding else None))
        for path, reading in named:
            duty = holders.get(reading or "")
            if duty is not None and about and duty not in about:
                yield index.found(
                    "ACC530",
                    f'"{reading}" is a reading of "{duty}", and the event is about {listed(sorted(about)[:6])}',
                    ("events", place, *path),
                    help="name a reading of the duty in question, or add the duty to `obligation_ids`",
                    related=[((*index.by_id[reading or ""].path, "id"), f'the reading "{reading}"')],
                )


def rating_off_the_scale(index: Index) -> Iterator[Diagnostic]:
    """ACC531: a rating is not on the scale that it names."""
    scales = {scale.id: scale for scale in index.agreement.scales}
    for place, rating in enumerate(index.agreement.assessments):
        value = rating.value.strip()
        meant, allowed = None, ""
        if rating.scale is Scale.PAM_0_3 and re.fullmatch(r"[0-3]", value) is None:
            allowed = "0, 1, 2 or 3"
        elif rating.scale is Scale.PERCENT and not _percent(value):
            allowed = "a number from 0 to 100"
        elif rating.scale is Scale.BAROMETER:
            words = " ".join(re.split(r"[\s_-]+", value.lower()))
            if words not in _BAROMETER:
                allowed = "not started, minimal, intermediate or completed"
                near = nearest(words[:64], (step.replace(" ", "_") for step in _BAROMETER[:4]))
                meant = near.replace("_", " ") if near else None
        elif rating.scale_id in scales and not _is_on(value, scales[rating.scale_id]):
            allowed = _in_words(scales[rating.scale_id])
        if allowed:
            yield index.found(
                "ACC531",
                f"{quoted(rating.value)} is no value of the scale {rating.scale or rating.scale_id}",
                ("assessments", place, "value"),
                help=f"write {allowed}, or name the scale on which it is rated",
                suggestion=meant,
            )


def _is_on(value: str, scale: RatingScale) -> bool:
    """Whether a value is a step of the scale, by its number or its label, or between its limits."""
    if any(value == level.label for level in scale.levels):
        return True
    if re.fullmatch(r"-?[0-9]{1,20}(?:\.[0-9]{1,20})?", value) is None:
        return False
    number = Decimal(value)
    if scale.levels:
        return any(number == level.value for level in scale.levels)
    low, high = scale.minimum, scale.maximum
    return (low is None or low <= number) and (high is None or number <= high)


def _in_words(scale: RatingScale) -> str:
    if scale.levels:
        return listed([f"{level.value.normalize():f}" for level in scale.levels[:12]], "or")
    return f"a number from {scale.minimum} to {scale.maximum}"


def _percent(value: str) -> bool:
    written = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,9})?)\s?%?", value)
    return written is not None and float(written[1]) <= 100


JUDGING: tuple[Check, ...] = (
    Check("ACC526", own_judge, ("verified_by_ids", "determined_by_ids")),
    Check("ACC527", watch_of_nothing, (Monitoring,)),
    Check("ACC528", finding_by_a_side, (Finding,)),
    Check("ACC529", verdict_of_another_kind, (Finding,)),
    Check("ACC530", reading_of_another_duty, (Reading,)),
    Check("ACC531", rating_off_the_scale, (Assessment,)),
)
"""Code → the check that yields it."""
