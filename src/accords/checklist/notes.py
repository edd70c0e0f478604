"""Notes on names: which note of each actor a checklist prints, and the mark that leads to it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field, frozen

from accords.checklist.rows import NameNote
from accords.checklist.styles import WITHOUT, used_by_first
from accords.model.actors import Actor, DesignationNote
from accords.model.agreement import Agreement
from accords.prose import composed

__all__ = ["NoteBook", "marks_of_title"]

_MARKS = ("*", "†", "‡", "§")
_MOST_MARKS = 12


@frozen
class _Noted:
    mark: str
    used_by: str | None
    actor_ids: dict[str, None]


@define
class NoteBook:
    """The notes of one or several records, in one ``style``."""

    style: str | None
    _matched: bool = field(default=False, init=False)
    _noted: dict[str, _Noted] = field(factory=dict, init=False)

    @property
    def found(self) -> bool:
        """Whether any note that was taken is in the style; true where none was asked for, and for that without."""
        return self._matched or self.style is None or self.style == WITHOUT

    def take(self, agreement: Agreement) -> Mapping[str, str]:
        """The marks of the actors of ``agreement`` that have notes.

        For each it is the note in the style, or its first where it has none in that style. A style matches the
        words that say who uses the note, whole, from their beginning or by their initials, whatever the case: ``EU``
        matches ``EU institutions``, ``CoE`` the ``Council of Europe``. Notes with the same text are one note. A name
        is never printed without a note because its note is in another style; only in the style ``none`` is it.
        """
        marks: dict[str, str] = {}
        if self.style == WITHOUT:
            return marks
        for actor in agreement.actors:
            if not actor.designation_notes:
                continue
            note, matched = _note_of(actor, self.style)
            self._matched = self._matched or matched
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


def marks_of_title(agreement: Agreement, marks: Mapping[str, str]) -> str:
    """The marks of the names in the title of ``agreement``, which stand behind it: there a name comes first."""
    title = composed(agreement.title).casefold()
    named = (marks[actor.id] for actor in agreement.actors if actor.id in marks and _name(actor) in title)
    return "".join(dict.fromkeys(named))


def _name(actor: Actor) -> str:
    return composed(actor.name).casefold().rstrip("*†‡§ ")


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
