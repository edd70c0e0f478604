"""Texts of a record inside sentences of ours: read from right to left, or in a language that the record states.

A sentence of ours with names of a record in it would take the direction of its first name, and two names beside one
another would change places. Each text of the record gets an element that keeps it apart, and says in which language
it is where the record does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from accords.checklist import Checklist, ClaimRow
from accords.model.agreement import Agreement
from accords.render.safe import clean

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Isolator", "languages_of", "texts_of"]

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_TURNS = re.compile(f"[{_RIGHT_TO_LEFT}]")
_RUN = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^\\w;,()\\[\\]“”‘’:.]*[{_RIGHT_TO_LEFT}])*")
"""What is kept together where it is in no text that is known: the words of one script, up to a sign of ours."""

_BEGINNING = 4
_MOST_LENGTHS = 40


@frozen
class Isolator:
    """Knows the texts of a record by their beginnings: for each the lengths that occur, and the texts themselves."""

    _lengths: dict[str, list[int]]
    _texts: frozenset[str]
    _languages: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str], languages: Mapping[str, str] = MappingProxyType({}), tag: str = "en") -> Isolator:
        """One for these texts in a page whose language is ``tag``.

        Those that are read from left to right need care only where ``languages`` says that they are in another.
        """
        spoken = {words: language for text, language in languages.items() if (words := clean(text))}
        foreign = {words for words, language in spoken.items() if language != tag}
        known = frozenset(text for each in texts if _TURNS.search(each) and (text := clean(each))) | foreign
        lengths: dict[str, set[int]] = {}
        for text in known:
            lengths.setdefault(text[:_BEGINNING], set()).add(len(text))
        return cls({key: sorted(found, reverse=True)[:_MOST_LENGTHS] for key, found in lengths.items()}, known, spoken)

    def language(self, text: str) -> str | None:
        """The language of a text of the record; None where it states none."""
        return self._languages.get(clean(text))

    def __call__(self, text: str) -> Markup:
        """``text`` as HTML that keeps its parts apart."""
        from markupsafe import Markup, escape  # noqa: PLC0415

        words = clean(text)
        turns = bool(_TURNS.search(words))
        if words in self._texts or not (turns or self._languages):
            return self._apart(words)
        pieces = list(self._parts(words))
        if not turns and not any(apart for _, apart in pieces):
            return self._apart(words)
        parts = (self._apart(part) if apart else escape(part) for part, apart in pieces)
        return Markup('<span dir="ltr">{}</span>').format(Markup("").join(parts))

    def _apart(self, words: str) -> Markup:
        from markupsafe import Markup  # noqa: PLC0415

        language = self._languages.get(words)
        if language is None:
            return Markup("<bdi>{}</bdi>").format(words)
        return Markup('<bdi lang="{}">{}</bdi>').format(language, words)

    def _parts(self, words: str) -> Iterator[tuple[str, bool]]:
        """The pieces of ``words``, each with whether it is to be kept apart."""
        begun = at = 0
        while at < len(words):
            end = self._end(words, at)
            if end == at:
                at += 1
                continue
            if begun < at:
                yield words[begun:at], False
            yield words[at:end], True
            begun = at = end
        if begun < at:
            yield words[begun:at], False

    def _end(self, words: str, at: int) -> int:
        """Where the text ends that begins ``at``; the same place where none does."""
        for length in self._lengths.get(words[at : at + _BEGINNING], ()):
            if words[at : at + length] in self._texts and _is_whole(words, at, at + length):
                return at + length
        run = _RUN.match(words, at)
        return run.end() if run else at


def _is_whole(words: str, first: int, last: int) -> bool:
    """Whether what stands there is no part of a longer word; scripts that are read from the right have no say in it."""
    if _TURNS.search(words, first, last):
        return True
    return not (words[first - 1 : first].isalnum() or words[last : last + 1].isalnum())


def languages_of(agreement: Agreement) -> dict[str, str]:
    """The texts of ``agreement`` whose language it states, each with that; a text in two languages is in neither."""
    found: dict[str, set[str]] = {}
    for text, language in _spoken(agreement):
        if text is not None and language is not None:
            found.setdefault(text, set()).add(language)
    return {text: next(iter(languages)) for text, languages in found.items() if len(languages) == 1}


def _spoken(agreement: Agreement) -> Iterator[tuple[str | None, str | None]]:
    sources = {source.id: source.language for source in agreement.sources}
    for duty in agreement.obligations:
        cited = next((sources.get(place.source_id) for place in duty.citations), None)
        yield duty.as_written, duty.as_written_language or cited
        yield duty.note, duty.note_language
    for event in agreement.events:
        yield from ((claim.text, claim.text_language) for claim in event.claims)
    for actor in agreement.actors:
        yield from ((name.text, name.language) for name in actor.names)
    yield from ((title.text, title.language) for title in agreement.other_titles)


def _told(claims: Iterable[ClaimRow]) -> Iterator[str]:
    texts = ((each.event, each.by, each.text or "", (each.when_as_written or "").strip()) for each in claims)
    return (text for each in texts for text in each)


def texts_of(rows: Checklist) -> Iterator[str]:
    """The texts in ``rows`` that are the record's own, not sentences of ours."""
    yield rows.marked_title
    for record in rows.records:
        yield record.marked_title
        yield from _told(record.claims)
    for item in rows.items:
        own = (item.agreement, item.clause, item.label, item.action, item.as_written, item.place, item.note)
        yield from (text for text in own if text is not None)
        yield from (*item.obligors, *item.owed_to, *item.also_owed_by, *item.themes, *item.exceptions)
        yield from (*item.consent_of, *item.verified_by, *item.determined_by)
        yield from (text for reading in item.readings for text in (reading.text, *reading.held_by))
        yield from _told(item.claims)
    for source in rows.sources:
        yield from (text for text in (source.title, source.publisher) if text is not None)
    for event in rows.events:
        yield from (event.summary, *event.actors)
    yield from (note.text for note in rows.notes)
