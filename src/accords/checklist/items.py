"""One instance of an obligation as a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from accords.checklist.headings import BorneBy
from accords.checklist.rows import Item, ReadAs
from accords.checklist.timing import timing_of
from accords.engine.days.moments import Instant
from accords.model.agreement import Agreement
from accords.model.conditions import Condition, Vague
from accords.model.obligations import Linkage, Obligation, Once, Reading
from accords.model.sources import Citation
from accords.model.walk import nodes, slots_of
from accords.standing.branches import branches_of
from accords.standing.cited import Cited, SourceRow, cited_places
from accords.standing.judge import Judge, Judged
from accords.vocabulary import BindsFrom, LinkageMode, Modality, ObligorBasis
from accords.words import (
    Names,
    condition_in_words,
    counted,
    date_in_words,
    deadline_in_words,
    duration_in_words,
    end_in_words,
    few,
    joined,
    opening_in_words,
    performance_in_words,
    quantity_in_words,
    renewal_in_words,
    say,
    suspension_in_words,
    unchecked_in_words,
    word,
)

__all__ = ["ItemMaker"]


@frozen(kw_only=True)
class ItemMaker:
    """Makes the rows of one agreement."""

    agreement: Agreement
    names: Names
    sources: Mapping[str, SourceRow] = field(eq=False)
    linkages: Mapping[str, tuple[Linkage, ...]] = field(eq=False)
    exempt: Mapping[str, list[str]] = field(eq=False)
    """Duty → the parties that are exempt from it."""
    later: Mapping[str, Instant] = field(factory=dict, eq=False)
    """The sources that are left out, since they were published after the day of knowledge."""

    @classmethod
    def of(cls, agreement: Agreement, names: Names, sources: Iterable[SourceRow]) -> ItemMaker:
        """A maker for ``agreement``, with ``names`` in the rows and ``sources`` under their numbers."""
        linkages: dict[str, tuple[Linkage, ...]] = {}
        for linkage in agreement.linkages:
            once = evolve(linkage, obligation_ids=tuple(dict.fromkeys(linkage.obligation_ids)))
            for obligation_id in once.obligation_ids:
                linkages[obligation_id] = (*linkages.get(obligation_id, ()), once)
        exempt: dict[str, list[str]] = {}
        for party in agreement.parties:
            for obligation_id in dict.fromkeys(party.exempt_from_ids):
                exempt.setdefault(obligation_id, []).append(party.actor_id)
        by_id: dict[str, SourceRow] = {}
        for source in sources:
            by_id.setdefault(source.id, source)
        return cls(agreement=agreement, names=names, sources=by_id, linkages=linkages, exempt=exempt)

    def item(self, obligation: Obligation, bearer: BorneBy, number: int, judge: Judge | None) -> Item:
        """The row of the instance of ``obligation`` that ``bearer`` bears, with where it stands if a judge says so.

        A declaration has no status, and of where it stands its ratings only.
        """
        names = self.names
        # One bearer out of several owes an instance of its own; otherwise there is only one.
        instance = f"{obligation.id}/{bearer.actor_ids[0]}" if bearer.obligor_ids else obligation.id
        found = judge.judged(obligation, bearer.actor_ids, instance) if judge is not None else Judged()
        others = (each for each in bearer.obligor_ids if each not in bearer.actor_ids)
        named, more = few(others, max(len(bearer.obligor_ids) - 1, 0))
        return Item(
            number=number,
            record_id=self.agreement.id,
            agreement=None,
            instance=instance,
            obligation_id=obligation.id,
            obligor_ids=bearer.actor_ids,
            obligors=tuple(names.bearer(each) for each in dict.fromkeys(bearer.actor_ids)),
            borne=obligation.borne,
            obligor_note=say("obligor.inferred") if obligation.obligor_basis is ObligorBasis.INFERRED else None,
            also_owed_by=self._actors(named),
            also_owed_by_more=more,
            clause=obligation.clause,
            label=obligation.label,
            modality=obligation.modality,
            modality_words=word(obligation.modality),
            action=obligation.action,
            as_written=obligation.as_written,
            quantities=tuple(quantity_in_words(each, names) for each in obligation.quantities),
            owed_to=self._actors(obligation.owed_to_ids),
            performance=obligation.performed.kind,
            performance_words=performance_in_words(obligation.performed, names),
            tickable=_is_tickable(obligation),
            timing=timing_of(obligation, self.agreement, names),
            trigger=_words(obligation.trigger, names),
            not_before=opening_in_words(obligation.not_before, names) if obligation.not_before is not None else None,
            ends=end_in_words(obligation.ends, names) if obligation.ends is not None else None,
            excused=_words(obligation.excused_if, names),
            suspensions=tuple(self._suspensions(obligation, bearer)),
            exceptions=tuple(each.text for each in obligation.exceptions),
            consent_of=self._actors(obligation.with_consent_of_ids),
            verified_by=self._actors(obligation.verified_by_ids),
            determined_by=self._actors(obligation.determined_by_ids),
            linkages=tuple(self._linkages(obligation.id)),
            readings=tuple(self._reading(reading) for reading in obligation.readings),
            remarks=tuple(self._remarks(obligation)),
            place=obligation.place,
            related_ids=obligation.related_ids,
            related=tuple(names.heading(each) for each in obligation.related_ids),
            beside_agreement=obligation.beside_agreement,
            themes=obligation.themes,
            note=obligation.note,
            reminder=_reminder(obligation.due),
            citations=self._cited(_citations(obligation)),
            conditions=branches_of(obligation, names) if found.conditions is None else found.conditions,
            standing=found.standing,
            not_followed=judge.not_followed if judge and obligation.modality is not Modality.DECLARES else None,
            turns=found.turns,
            ends_last=found.ends_last,
            claims=found.claims,
            assessments=found.assessments,
            watches=found.watches,
        )

    def _actors(self, actor_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.names.actor(actor_id) for actor_id in dict.fromkeys(actor_ids))

    def _linkages(self, obligation_id: str) -> Iterator[str]:
        for linkage in self.linkages.get(obligation_id, ()):
            count = len(linkage.obligation_ids) - 1
            if not count:
                continue
            named, more = few((each for each in linkage.obligation_ids if each != obligation_id), count)
            others = joined([self.names.duty(each) for each in named], more=more)
            key = f"linkage.{linkage.mode.value}"
            if linkage.mode is LinkageMode.SIMULTANEOUS and linkage.tolerance is not None:
                yield say(f"{key}_within", others=others, time=duration_in_words(linkage.tolerance))
            else:
                yield counted(key, count, others=others)

    def _reading(self, reading: Reading) -> ReadAs:
        replaced: list[str] = []
        if (terms := reading.replaces) is not None:
            if terms.trigger is not None:
                replaced.append(say("replaced.trigger", words=condition_in_words(terms.trigger, self.names)))
            if terms.not_before is not None:
                replaced.append(opening_in_words(terms.not_before, self.names))
            if terms.due is not None:
                replaced.append(deadline_in_words(terms.due, self.names))
            if terms.ends is not None:
                replaced.append(end_in_words(terms.ends, self.names))
        return ReadAs(
            id=reading.id,
            held_by=self._actors(reading.held_by_ids),
            text=reading.text,
            replaced=tuple(replaced),
            citations=self._cited(reading.citations),
        )

    def _suspensions(self, obligation: Obligation, bearer: BorneBy) -> Iterator[str]:
        """When the duty stands still for this bearer, or for all."""
        for each in obligation.suspensions:
            if not each.obligor_ids or not set(bearer.actor_ids).isdisjoint(each.obligor_ids):
                yield suspension_in_words(each, self.names)

    def _remarks(self, obligation: Obligation) -> Iterator[str]:
        draft = unchecked_in_words(self.agreement)
        if draft is not None:
            yield draft
        term = self.agreement.term
        in_force_stated = term is not None and term.entry_into_force is not None
        if obligation.binds_from is BindsFrom.CONCLUSION and in_force_stated:
            yield say("binds.conclusion")
        if not obligation.owed_after_breach:
            yield say("owed.not_after_breach")
        if obligation.survives_termination:
            yield say("owed.survives")
        if obligation.renewal is not None:
            yield say("owed.renewed", renewal=renewal_in_words(obligation.renewal, self.names))
        if obligation.beside_agreement:
            yield say("owed.beside")
        if obligation.id in self.exempt:
            yield say("owed.exempt", names=self.names.actors_in_words(self.exempt[obligation.id]))

    def _cited(self, citations: Iterable[Citation]) -> tuple[Cited, ...]:
        return cited_places(citations, self.sources, self.later)


def _is_tickable(obligation: Obligation) -> bool:
    """One tick says that one act was done; it settles neither a power nor a duty that comes again."""
    settled = obligation.modality not in (Modality.MAY, Modality.DECLARES)
    return settled and isinstance(obligation.performed, Once)


def _reminder(due: Condition | None) -> str | None:
    if not isinstance(due, Vague) or due.review_after is None:
        return None
    return say("review", date=date_in_words(due.review_after))


def _words(condition: Condition | None, names: Names) -> str | None:
    return condition_in_words(condition, names) if condition is not None else None


def _citations(obligation: Obligation) -> Iterator[Citation]:
    """The citations of the duty itself, then those of its conditions and exceptions."""
    yield from obligation.citations
    for _, condition in slots_of(obligation):
        yield from (citation for node in nodes(condition) for citation in node.citations)
    for exception in obligation.exceptions:
        yield from exception.citations
