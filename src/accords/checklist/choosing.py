"""Which items of a checklist are shown, and in words how they were chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from attrs import field, frozen

from accords.checklist.counting import standings_of
from accords.checklist.rows import Item
from accords.model.scalars import as_tuple
from accords.prose import composed
from accords.standing.values import Bucket, Shape, StandingRow
from accords.suggest import UnknownIdError
from accords.vocabulary import Modality
from accords.words import joined, say, word

__all__ = ["EVERYTHING", "Choice"]


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(values)


def _modalities(values: Iterable[Modality | str]) -> tuple[Modality, ...]:
    return tuple(map(Modality.of, as_tuple(values)))


def _shapes(values: Iterable[Shape | str]) -> tuple[Shape, ...]:
    return tuple(map(Shape.of, as_tuple(values)))


def _buckets(values: Iterable[Bucket | str]) -> tuple[Bucket, ...]:
    return tuple(map(Bucket.of, as_tuple(values)))


@frozen(kw_only=True)
class Choice:
    """What to show: items that meet every filter that is given, and of each filter any of its values.

    ``obligor_ids`` are those who owe, ``party_ids`` those who owe or are owed, actors that act for them
    included. ``statuses``, ``buckets`` and ``only_open`` choose by where a duty stands, so they need a day; a duty
    with several turns is shown where one of them meets all three, by any of its possible deadlines.

    Words may be given as text. Raises TypeError for a text or a set in place of a list, ValueError for a word that
    is in no list; ids and themes that no record has are refused where the choice is used.

    >>> accords.Choice(modalities=("must", "must_not")).modalities[1].meaning
    'The obligor is not to do it.'
    """

    obligor_ids: tuple[str, ...] = field(default=(), converter=_texts)
    party_ids: tuple[str, ...] = field(default=(), converter=_texts)
    themes: tuple[str, ...] = field(default=(), converter=_texts)
    modalities: tuple[Modality, ...] = field(default=(), converter=_modalities)
    statuses: tuple[Shape, ...] = field(default=(), converter=_shapes)
    buckets: tuple[Bucket, ...] = field(default=(), converter=_buckets)
    only_open: bool = False

    @property
    def needs_status(self) -> bool:
        """Whether it can only be made as of a day."""
        return bool(self.statuses or self.buckets or self.only_open)

    def refuse_unknown(self, actor_ids: Collection[str], themes: Iterable[str]) -> None:
        """Raise UnknownIdError for an actor not among ``actor_ids``, and ValueError for a theme not among ``themes``.

        To choose nothing reads as nothing owed.
        """
        there = {composed(each): each for each in themes}
        for each in self.themes:
            if composed(each) not in there:
                known = ", ".join(there.values()) or "none"
                raise ValueError(f"no undertaking has the theme {each!r:.100}; the themes are: {known}")
        for each in (*self.obligor_ids, *self.party_ids):
            if each not in actor_ids:
                raise UnknownIdError(each, "actor", actor_ids)

    def takes(self, item: Item, obligor_ids: Collection[str], concerned_ids: Collection[str]) -> bool:
        """Whether ``item`` is shown; the ids are those of its obligors, and of all whom it concerns."""
        if self.obligor_ids and not any(each in obligor_ids for each in self.obligor_ids):
            return False
        if self.party_ids and not any(each in concerned_ids for each in self.party_ids):
            return False
        if self.themes and not set(map(composed, self.themes)) & set(map(composed, item.themes)):
            return False
        if self.modalities and item.modality not in self.modalities:
            return False
        if item.standing is None:
            asked = self.statuses or self.buckets  # what nobody followed may still be open
            return not (asked if item.not_followed else self.needs_status)
        return any(self._fits(standing) for standing in standings_of(item))

    def _fits(self, standing: StandingRow) -> bool:
        """Whether one turn meets what is asked of its standing."""
        if self.statuses and standing.shape not in self.statuses:
            return False
        if self.buckets and not {standing.bucket, *standing.buckets} & set(self.buckets):
            return False
        return standing.open or not self.only_open

    def in_words(self, name: Callable[[str], str]) -> str | None:
        """How items are chosen, with actors called as ``name`` calls them; None where all items are shown."""
        return say("semicolon").join(self._parts(name)) or None

    def _parts(self, name: Callable[[str], str]) -> Iterator[str]:
        if self.obligor_ids:
            yield say("select.obligor", names=joined([name(each) for each in dict.fromkeys(self.obligor_ids)], "or"))
        if self.party_ids:
            yield say("select.party", names=joined([name(each) for each in dict.fromkeys(self.party_ids)], "or"))
        if self.themes:
            yield say("select.theme", names=joined(self.themes, "or"))
        if self.modalities:
            yield say("select.modality", names=joined([word(each) for each in self.modalities], "or"))
        if self.statuses:
            yield say("select.status", names=joined([say(f"shape.{each}") for each in self.statuses], "or"))
        if self.buckets:
            yield say("select.bucket", names=joined([say(f"bucket.{each}") for each in self.buckets], "or"))
        if self.only_open:
            yield say("select.open")


EVERYTHING = Choice()
"""Every item is shown."""
