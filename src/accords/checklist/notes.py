"""Notes on names: which note of each actor a checklist prints, and the mark that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field, frozen

from accords.checklist.rows import NameNote
from accords.checklist.styles import WITHOUT, used_by_first
from accords.model.actors import Actor, DesignationNote
from accords.model.agreement import Agreement
from accords.prose import composed
from accords.words import say, unchecked_in_words

__all__ = ["NoteBook", "noted_in", "notes_beside", "titled"]

_MARKS = ("*", "†", "‡", "§")
_ENDINGS = "".join(_MARKS) + " "
_MOST_MARKS = 12


@frozen
class _Noted:
    mark: str
    used_by: str | None
    actor_ids: dict[str, None]


@define
class NoteBook:
    """The notes of one or several records, in one ``style``; names may be shown as ``names_by`` uses them."""

    style: str | None
    names_by: str | None = None
    _matched: bool = field(default=False, init=False)
    _noted: dict[str, _Noted] = field(factory=dict, init=False)

    @property
    def found(self) -> bool:
        """Whether any note that was taken is in the style; true where none was asked for, and for that without."""
        return self._matched or self.style is None or self.style == WITHOUT

    def take(self, agreement: Agreement, original: Agreement | None = None) -> Mapping[str, str]:
        """The marks of the actors of ``agreement`` that have notes; ``original`` has them under the record's own names.

        For each it is the note in the style, or its first where it has none in that style. A style matches the
        words that say who uses the note, whole, from their beginning or by their initials, whatever the case: ``EU``
        matches ``EU institutions``, ``CoE`` the ``Council of Europe``. Notes with the same text are one note. A name
        is never printed without a note because its note is in another style; only in the style ``none`` is it. But
        a note is about a name: beside one that somebody else uses only a note of theirs stands.
        """
        marks: dict[str, str] = {}
        if self.style == WITHOUT:
            return marks
        own = {actor.id: actor.name for actor in (original or agreement).actors}
        for actor in agreement.actors:
            if not actor.designation_notes:
                continue
            note, matched = _note_of(actor, self.style)
            self._matched = self._matched or matched
            if not _is_alike(actor.name, own.get(actor.id, actor.name)):
                place = used_by_first((each.used_by for each in actor.designation_notes), self.names_by or "")
                if place is None:
                    continue
                note = actor.designation_notes[place]
            known = self._noted.setdefault(note.text, _Noted(_mark(len(self._noted)), note.used_by, {}))
            known.actor_ids[actor.id] = None
            marks.setdefault(actor.id, known.mark)
        return marks

    @property
    def notes(self) -> tuple[NameNote, ...]:
        """All notes that were taken, each once."""
        return tuple(
            NameNote(mark=each.mark, actor_ids=tuple(each.actor_ids), text=text, used_by=each.used_by)
            for text, each in self._noted.items()
        )


def noted_in(notes: Iterable[NameNote], *texts: str) -> list[NameNote]:
    """Those of ``notes`` to which marks in the texts lead."""
    return [note for note in notes if any(note.mark in text for text in texts)]


def notes_beside(notes: Sequence[NameNote], *texts: str) -> Sequence[NameNote]:
    """The notes that stand beside the texts, which may also hold names in words of their own, without a mark.

    These are all ``notes``, up to a dozen; of more only those to which marks lead, or hundreds of rows would have
    hundreds each.
    """
    return notes if len(notes) <= _MOST_MARKS else noted_in(notes, *texts)


def titled(agreement: Agreement, marks: Mapping[str, str]) -> str:
    """The title of ``agreement``, with the mark of each name behind its first mention.

    Before it stands that nobody has checked the record, where it says so of itself.
    """
    title = agreement.title
    for actor in agreement.actors:
        mark, name = marks.get(actor.id, ""), actor.name.strip().rstrip(_ENDINGS)
        if not mark or not name:
            continue
        found = _mention(name, title)
        if found is None and composed(title) != title:
            title = composed(title)
            found = _mention(name, title)
        if found is not None and not title.startswith(mark, found.end()):
            title = title[: found.end()] + mark + title[found.end() :]
    draft = unchecked_in_words(agreement)
    return title if draft is None else say("draft.titled", draft=draft, title=title)


def _mention(name: str, title: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(composed(name))}(?!\w)", title, re.IGNORECASE)


def _is_alike(name: str, other: str) -> bool:
    return name.rstrip(_ENDINGS) == other.rstrip(_ENDINGS)


def _note_of(actor: Actor, house_style: str | None) -> tuple[DesignationNote, bool]:
    notes = actor.designation_notes
    place = used_by_first((note.used_by for note in notes), house_style) if house_style is not None else None
    return notes[place or 0], place is not None


def _mark(number: int) -> str:
    """One of the customary marks; doubled and trebled when they have run out, and numbered after that."""
    if number >= _MOST_MARKS:
        return f"{_MARKS[0]}{number + 1}"
    rounds, which = divmod(number, len(_MARKS))
    return _MARKS[which] * (rounds + 1)
