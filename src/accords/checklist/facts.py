"""What a checklist says about the agreement as a whole, and what it had to assume."""

from __future__ import annotations

from collections.abc import Iterator

from accords.checklist.rows import FactLine
from accords.engine.facts.knowledge import Visible
from accords.model.actors import Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conclusion import Calendar, Conclusion, Term
from accords.model.conditions import AnyOf
from accords.model.sources import Source
from accords.model.walk import bears_on, events_of
from accords.standing.accounts import extent_in_words
from accords.standing.cited import SourceRow
from accords.standing.values import EventRow
from accords.vocabulary import Act, Basis, ConclusionForm, Role
from accords.words import (
    Names,
    condition_in_words,
    counted,
    date_in_words,
    end_in_words,
    finding_in_words,
    joined,
    on_date_in_words,
    point_in_words,
    renewal_in_words,
    say,
    suspension_in_words,
    word,
)

__all__ = ["assumptions_of", "event_rows", "facts_of", "sources_of", "worked_out_day"]


def facts_of(agreement: Agreement, names: Names) -> tuple[FactLine, ...]:
    """Who takes part, and from when to when the agreement stands; what is not stated has no line."""
    lines = [
        *_people(agreement, names),
        *(_conclusion(agreement.conclusion, names) if agreement.conclusion is not None else ()),
        *(_natures(agreement.conclusion, names) if agreement.conclusion is not None else ()),
        *(_term(agreement.term, names) if agreement.term is not None else ()),
        *(_calendar(agreement.calendar) if agreement.calendar is not None else ()),
    ]
    return tuple(FactLine(key=key, label=say(f"fact.{key}"), words=words) for key, words in lines if words)


def assumptions_of(agreement: Agreement) -> tuple[str, ...]:
    """What the list takes as given although the record does not state it, a sentence each."""
    found: list[str] = []
    conclusion, term = agreement.conclusion, agreement.term
    if term is None or term.entry_into_force is None:
        if conclusion is None:
            found.append(say("assumption.in_force_no_conclusion"))
        elif conclusion.form not in (ConclusionForm.ANNOUNCED, ConclusionForm.AGREED_UNSIGNED):
            # Such agreements have no entry into force beside the conclusion, so there is nothing to assume.
            found.append(say("assumption.in_force"))
    return (*found, *worked_out_day(agreement))


def worked_out_day(agreement: Agreement) -> tuple[str, ...]:
    """What is taken for the day of the conclusion, where the source states none: a sentence, or nothing.

    Of an announced deal it is the day of the announcement, in the words of whoever reports it.
    """
    conclusion = agreement.conclusion
    if conclusion is None or conclusion.date is None or conclusion.date_basis is not Basis.INFERRED:
        return ()
    date = date_in_words(conclusion.date)
    if conclusion.form is not ConclusionForm.ANNOUNCED:
        return (say("assumption.date_inferred", date=date),)
    for claim in (claim for event in agreement.events if event.act is Act.ANNOUNCEMENT for claim in event.claims):
        if claim.when == conclusion.date and claim.when_basis is Basis.INFERRED and claim.when_as_written is not None:
            return (say("assumption.date_announced_as", date=date, written=claim.when_as_written.strip()),)
    return (say("assumption.date_announced", date=date),)


def sources_of(agreement: Agreement, first: int = 1) -> tuple[SourceRow, ...]:
    """The sources in the order of the record, numbered from ``first``."""
    return tuple(
        SourceRow(
            number=number,
            record_id=agreement.id,
            id=source.id,
            kind=source.kind.value,
            kind_words=word(source.kind),
            title=source.title,
            publisher=source.publisher,
            published=_published(source),
            url=source.url,
        )
        for number, source in enumerate(agreement.sources, first)
    )


def _published(source: Source) -> str | None:
    if source.published is None:
        return None
    day = date_in_words(source.published)
    return day if source.published_basis is Basis.STATED else say("cell.worked_out", day=day)


def _people(agreement: Agreement, names: Names) -> Iterator[tuple[str, str]]:
    yield "parties", say("semicolon").join(_party(party, names) for party in agreement.parties)
    by_actor: dict[str, list[ThirdParty]] = {}
    for third in agreement.third_parties:
        by_actor.setdefault(third.actor_id, []).append(third)
    yield "third_parties", say("semicolon").join(_third(thirds, names) for thirds in by_actor.values())


def _party(party: Party, names: Names) -> str:
    more: list[str] = []
    if party.side is not None:
        more.append(say("party.side", side=party.side.strip()))
    if party.represented_by_ids:
        more.append(_represented(party, names))
    if party.bound_from is not None:
        more.append(say("party.bound_from", point=point_in_words(party.bound_from, names)))
    if party.bound_until is not None:
        more.append(say("party.bound_until", end=end_in_words(party.bound_until, names)))
    if party.according_to_ids:
        more.append(say("party.according", names=names.actors_in_words(party.according_to_ids)))
    if party.exempt_from_ids:
        duties = joined([names.heading(duty_id) for duty_id in party.exempt_from_ids])
        more.append(say("party.exempt", duties=duties))
    return _with_more(names.actor(party.actor_id), more)


def _represented(part: Party | ThirdParty, names: Names) -> str:
    key = "party.represented" if part.represented_by_basis is Basis.STATED else "party.represented_inferred"
    return say(key, names=names.actors_in_words(part.represented_by_ids))


def _third(thirds: list[ThirdParty], names: Names) -> str:
    """One third party with all its roles: where sources differ, each stands with its own words."""
    roles: list[str] = []
    for third in thirds:
        parts = [] if third.role is Role.OTHER and third.role_as_written else [word(third.role)]
        if third.role_as_written:
            parts.append(say("quoted", text=third.role_as_written.strip()))
        if third.represented_by_ids:
            parts.append(_represented(third, names))
        if third.according_to_ids:
            parts.append(say("party.according", names=names.actors_in_words(third.according_to_ids)))
        roles.append(say("comma").join(parts))
    return _with_more(names.actor(thirds[0].actor_id), list(dict.fromkeys(roles)))


def _with_more(text: str, more: list[str]) -> str:
    return say("in_brackets", text=text, more=say("semicolon").join(more)) if more else text


def _conclusion(conclusion: Conclusion, names: Names) -> Iterator[tuple[str, str]]:
    parts = [word(conclusion.form)]
    announced = conclusion.form is ConclusionForm.ANNOUNCED
    if conclusion.announced_by_ids:
        by = say("conclusion.by", names=names.actors_in_words(conclusion.announced_by_ids))
        parts.append(by if announced else say("conclusion.announced", by=by))
    if conclusion.date is not None:
        parts.append(on_date_in_words(conclusion.date))
    place = conclusion.place.strip() if conclusion.place is not None else None
    if place is not None and announced:
        # What was reached at a place may have been announced at another.
        yield "conclusion", say("conclusion.reached", announced=" ".join(parts), place=place)
        return
    if place is not None:
        parts.append(say("conclusion.in", place=place))
    yield "conclusion", " ".join(parts)


def _natures(conclusion: Conclusion, names: Names) -> Iterator[tuple[str, str]]:
    """What the agreement is held to be in law, by whom."""
    held = []
    for view in conclusion.legal_natures:
        if view.according_to_ids:
            holders = names.actors_in_words(view.according_to_ids)
            key, many = "fact.legal_nature.held", len(set(view.according_to_ids))
            held.append(counted(key, many, nature=word(view.nature), holders=holders))
        else:
            cited = [names.actor(source_id) for source_id in dict.fromkeys(each.source_id for each in view.citations)]
            sources = joined(cited) or say("speaker.unknown")
            held.append(say("fact.legal_nature.source", nature=word(view.nature), sources=sources))
    yield "legal_nature", say("semicolon").join(held)


def _term(term: Term, names: Names) -> Iterator[tuple[str, str]]:
    if term.entry_into_force is not None:
        yield "entry_into_force", condition_in_words(term.entry_into_force, names)
    if (applied := term.provisional_application) is not None:
        starts = condition_in_words(applied.starts, names)
        ends = end_in_words(applied.ends, names) if applied.ends is not None else say("ends.entry_into_force")
        yield "provisional_application", say("comma").join((starts, ends))
    if term.ends_if_any:
        yield "ends", condition_in_words(AnyOf(conditions=term.ends_if_any), names)
    if term.renewal is not None:
        yield "renewal", renewal_in_words(term.renewal, names)
    yield "suspensions", say("semicolon").join(suspension_in_words(each, names) for each in term.suspensions)


def _calendar(calendar: Calendar) -> Iterator[tuple[str, str]]:
    parts: list[str] = []
    if calendar.weekend:
        parts.append(say("calendar.weekend", days=joined([word(day) for day in calendar.weekend], "or")))
    if calendar.holidays:
        parts.append(counted("calendar.holidays", len(calendar.holidays)))
    if calendar.since is not None:
        parts.append(say("calendar.since", date=date_in_words(calendar.since)))
    if calendar.until is not None:
        parts.append(say("calendar.until", date=date_in_words(calendar.until)))
    yield "working_days", say("comma").join(parts)


def event_rows(agreement: Agreement, names: Names, visible: Visible | None = None) -> tuple[EventRow, ...]:
    """The events that conditions of duties name and, of the others, those of which something is ``visible``.

    Events that became known later are left out, since their very summary would tell.
    """
    return tuple(_event_rows(agreement, names, visible))


def _event_rows(agreement: Agreement, names: Names, visible: Visible | None) -> Iterator[EventRow]:
    named = {event_id for duty in agreement.obligations for event_id in events_of(duty)}
    for event in agreement.events:
        said = visible.statements[event.id] if visible is not None else ()
        if event.id not in named and not said:
            continue
        yield EventRow(
            record_id=agreement.id,
            id=event.id,
            kind=event.kind.value,
            kind_words=word(event.kind),
            summary=event.summary,
            actors=tuple(names.actor(each) for each in event.actor_ids),
            obligation_ids=bears_on(event, names.obligations),
            place=event.place,
            claims=len(said),
            extent=extent_in_words(event),
            finding=finding_in_words(event, names),
        )
