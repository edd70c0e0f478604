"""Whose notes and whose names are printed: the words of a record that say who uses them, and what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from accords.model.actors import Actor
from accords.model.agreement import Agreement
from accords.prose import composed

__all__ = ["WITHOUT", "named_by", "names_used_in", "shown_as", "styles_in", "titled_in", "used_by_first"]

WITHOUT = "none"
"""The style of those who print no notes on names."""


def used_by_first(users: Iterable[str | None], style: str) -> int | None:
    """The place of the first of ``users`` that ``style`` matches: whole, else from its beginning or by its initials.

    ``EU`` matches ``EU institutions`` and ``CoE`` the ``Council of Europe``, whatever the case.
    """
    wanted = composed(style.strip()).casefold()
    known = [composed((user or "").strip()).casefold() for user in users]
    near = (place for place, user in enumerate(known) if user.startswith(f"{wanted} ") or _initials(user) == wanted)
    return known.index(wanted) if wanted in known else next(near, None)


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split())


def styles_in(agreement: Agreement) -> tuple[str, ...]:
    """Those whose notes on names ``agreement`` has, each once."""
    return _once(note.used_by for actor in agreement.actors for note in actor.designation_notes)


def names_used_in(agreement: Agreement) -> tuple[str, ...]:
    """Those whose names for actors ``agreement`` has, each once."""
    return _once(name.used_by for actor in agreement.actors for name in actor.names)


def _once(users: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(user.strip() for user in users if user))


def shown_as(agreement: Agreement, names_by: str | None, title_language: str | None) -> Agreement:
    """``agreement`` with the names that ``names_by`` uses, and a title in ``title_language``, where it has them."""
    if names_by is None and title_language is None:
        return agreement
    return evolve(
        agreement,
        title=next(titled_in(agreement, title_language or ""), agreement.title),
        actors=tuple(evolve(actor, name=named_by(actor, names_by or "") or actor.name) for actor in agreement.actors),
    )


def titled_in(agreement: Agreement, language: str) -> Iterator[str]:
    """The other titles of ``agreement`` in a language, or in one that begins with it: ``sr`` finds ``sr-Latn``."""
    wanted = language.casefold()
    for title in agreement.other_titles:
        tag = (title.language or "").casefold()
        if wanted and (tag == wanted or tag.startswith(f"{wanted}-")):
            yield title.text


def named_by(actor: Actor, names_by: str) -> str | None:
    """What somebody calls ``actor``, if the record says."""
    place = used_by_first((name.used_by for name in actor.names), names_by) if names_by else None
    return actor.names[place].text.rstrip("*†‡§ ") if place is not None else None
