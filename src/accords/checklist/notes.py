"""Notes on names: which note of each actor a checklist prints, and the mark that leads to it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from accords.checklist.rows import NameNote
from accords.model.actors import Actor, DesignationNote
from accords.model.agreement import Agreement

__all__ = ["ChosenNotes", "choose_notes"]

_MARKS = ("*", "†", "‡", "§")


@frozen(kw_only=True)
class ChosenNotes:
    """The notes to print, the mark of each actor that has one, and whether the style asked for was found."""

    notes: tuple[NameNote, ...]
    marks: Mapping[str, str]
    found: bool


def choose_notes(agreement: Agreement, house_style: str | None) -> ChosenNotes:
    """For every actor with notes, the one in ``house_style``, or its first where it has none in that style.

    A style matches the words that say who uses the note, whole or from their beginning, whatever the case:
    ``EU`` matches ``EU institutions``. Notes with the same text are one note. A name is never printed without
    a note because its note is in another style.
    """
    chosen: dict[str, NameNote] = {}
    marks: dict[str, str] = {}
    found = house_style is None
    for actor in agreement.actors:
        if not actor.designation_notes:
            continue
        note, matched = _note_of(actor, house_style)
        found = found or matched
        known = chosen.get(note.text) or NameNote(
            mark=_mark(len(chosen)), actor_ids=(), text=note.text, used_by=note.used_by
        )
        chosen[note.text] = evolve(known, actor_ids=(*known.actor_ids, actor.id))
        marks.setdefault(actor.id, known.mark)
    return ChosenNotes(notes=tuple(chosen.values()), marks=marks, found=found)


def _note_of(actor: Actor, house_style: str | None) -> tuple[DesignationNote, bool]:
    notes = actor.designation_notes
    if house_style is not None:
        style = house_style.strip().casefold()
        users = [(note, (note.used_by or "").strip().casefold()) for note in notes]
        exact = [note for note, user in users if user == style]
        begun = [note for note, user in users if user.startswith(f"{style} ")]
        if exact or begun:
            return (exact or begun)[0], True
    return notes[0], False


def _mark(number: int) -> str:
    """One of the customary marks; doubled, trebled and so on when they have run out."""
    rounds, which = divmod(number, len(_MARKS))
    return _MARKS[which] * (rounds + 1)
