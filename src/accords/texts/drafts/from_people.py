"""The people of a record, and how it was concluded, as rows of a draft; and what is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import attrs
from attrs import define, field, frozen

from accords.model.actors import Actor
from accords.model.agreement import Agreement
from accords.model.sources import Citation
from accords.texts.drafts.form import NOT_STATED, PARTY, Draft, DraftConclusion, DraftForm, DraftPerson
from accords.texts.edition import TextEdition, digest
from accords.texts.paragraphs import paragraph_at

__all__ = ["CastTaker", "DraftedRecord", "Loss"]


@frozen(kw_only=True)
class Loss:
    """Something of a record that is not in the draft: of what, whose, which field.

    ``id`` is None where it is the whole list, ``part`` where it is all of one thing.
    """

    of: str
    id: str | None = None
    part: str | None = None

    def __str__(self) -> str:  # noqa: D105
        return " ".join(part for part in (self.of, self.id, self.part) if part is not None)


@frozen(kw_only=True)
class DraftedRecord:
    """A record as a draft, and what of it was lost on the way."""

    draft: Draft
    losses: tuple[Loss, ...]


_ACTOR = ("id", "kind", "name", "names", "acts_for")


@define
class CastTaker:
    """A record, the text that it cites, and what is lost so far."""

    record: Agreement
    edition: TextEdition
    losses: list[Loss] = field(factory=list[Loss])
    _names: dict[str, str] = field(factory=dict[str, str])

    def lose(self, of: str, id: str | None = None, part: str | None = None) -> None:
        """Note something that no row can hold."""
        self.losses.append(Loss(of=of, id=id, part=part))

    def quote(self, citations: Iterable[Citation]) -> tuple[str, int] | None:
        """The first cited passage of the text that is exact and in one paragraph, and the number of that."""
        for citation in citations:
            span, text = citation.span, self.edition.text
            if citation.source_id != self.edition.id or span is None or not 0 <= span.start < span.end <= len(text):
                continue
            words = text[span.start : span.end]
            number = paragraph_at(self.edition.paragraphs, span.start)
            if digest(words) == span.sha256 and number is not None and span.end <= self._end(number):
                return words, number
        return None

    def _end(self, number: int) -> int:
        return self.edition.paragraphs[number - 1].end

    def lose_fields(self, of: str, id: str, value: attrs.AttrsInstance, kept: tuple[str, ...]) -> None:
        """Note every field of ``value`` that says something and is not among those ``kept``."""
        for attribute in attrs.fields(value.__class__):
            if attribute.name not in kept and getattr(value, attribute.name) != attribute.default:
                self.lose(of, id, attribute.name)

    def names(self, ids: Iterable[str], of: str, id: str, part: str) -> tuple[str, ...]:
        """The listed names of actors; one that is not listed is lost."""
        wanted = tuple(ids)
        if any(each not in self._names for each in wanted):
            self.lose(of, id, part)
        return tuple(self._names[each] for each in wanted if each in self._names)

    # ---- people

    def people(self) -> Iterator[DraftPerson]:
        """A row for everybody whom a passage of the text names."""
        rows = [(actor, self.quote(self._naming(actor))) for actor in self.record.actors]
        for actor, quote in rows:
            name = "" if quote is None else self._shown(actor, quote)
            if not name or name in self._names.values():
                self.lose("actors", actor.id)
            else:
                self._names[actor.id] = name
        for actor, quote in rows:
            if quote is not None and actor.id in self._names:
                yield self._person(actor, quote)

    def _naming(self, actor: Actor) -> tuple[Citation, ...]:
        parties = [each.citations for each in self.record.parties if each.actor_id == actor.id]
        thirds = [each.citations for each in self.record.third_parties if each.actor_id == actor.id]
        named = (citation for name in actor.names for citation in name.citations)
        acting = (citation for each in actor.acts_for for citation in each.citations)
        return (*chain(*parties, *thirds), *named, *acting)

    def _shown(self, actor: Actor, quote: tuple[str, int]) -> str:
        row = self.edition.paragraphs[quote[1] - 1]
        called = (actor.name, *(name.text for name in actor.names))
        return next((name for name in called if name in self.edition.text[row.start : row.end]), actor.name)

    def _person(self, actor: Actor, quote: tuple[str, int]) -> DraftPerson:
        self.lose_fields("actors", actor.id, actor, _ACTOR)
        name = self._names[actor.id]
        others = [each for each in (actor.name, *(one.text for one in actor.names)) if each != name]
        if any(each not in self.edition.text for each in others):
            self.lose("actors", actor.id, "names")
        if len(actor.acts_for) > 1 or any(each.since or each.until for each in actor.acts_for):
            self.lose("actors", actor.id, "acts_for")
        whom = self.names((each.actor_id for each in actor.acts_for[:1]), "actors", actor.id, "acts_for")
        return DraftPerson(
            quote=quote[0],
            paragraph=quote[1],
            name=name,
            also_called=tuple(dict.fromkeys(each for each in others if each in self.edition.text)),
            kind=NOT_STATED if actor.kind is None else actor.kind.value,
            part=self._part(actor.id),
            acts_for=whom[0] if whom else "",
        )

    def _part(self, actor_id: str) -> str:
        sides = [each for each in self.record.parties if each.actor_id == actor_id]
        thirds = [each for each in self.record.third_parties if each.actor_id == actor_id]
        for side in sides:
            self.lose_fields("parties", actor_id, side, ("actor_id", "citations"))
        for third in thirds:
            self.lose_fields("third_parties", actor_id, third, ("actor_id", "role", "citations"))
        if len(sides) + len(thirds) > 1:
            self.lose("third_parties" if thirds else "parties", actor_id)
        return PARTY if sides else thirds[0].role.value if thirds else NOT_STATED

    def conclusion(self) -> Iterator[DraftConclusion]:
        """A row for the conclusion, where a draft may say it."""
        made = self.record.conclusion
        if made is None:
            return
        quote = self.quote(made.citations)
        if quote is None or made.form.value not in tuple(DraftForm):
            self.lose("conclusion")
            return
        self.lose_fields(
            "conclusion", self.record.id, made, ("form", "announced_by_ids", "date", "date_basis", "place", "citations")
        )
        yield DraftConclusion(
            quote=quote[0],
            paragraph=quote[1],
            form=made.form.value,
            date="" if made.date is None else str(made.date),
            place=made.place or "",
            announced_by=self.names(made.announced_by_ids, "conclusion", self.record.id, "announced_by_ids"),
        )
