"""One's own view of duties, taken from a table that was filled in, as assessments of the record."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from attrs import define, evolve, field, frozen

from accords.checklist.headings import bearers_of
from accords.dates import as_date
from accords.model.agreement import Agreement
from accords.model.events import Assessment
from accords.prose import composed
from accords.vocabulary import Scale
from accords.words import ENGLISH, Language, in_language, say

__all__ = ["FilledIn", "take_back"]


@frozen(kw_only=True)
class FilledIn:
    """What somebody wrote beside one item: ``instance`` is the item's id, ``place`` where it stands, for messages."""

    instance: str
    status: str
    note: str
    place: str


@in_language
def take_back(
    agreement: Agreement,
    entries: Iterable[FilledIn],
    *,
    assessor: str,
    on: str,
    language: Language = ENGLISH,
) -> tuple[Agreement, tuple[str, ...]]:
    """``agreement`` with an assessment by ``assessor`` as of ``on`` for every entry that says something.

    What the same assessor said of the same instance as of the same day is replaced; everything else stays.
    Returns the new record, and a remark for each entry whose instance the record does not have, or that says
    something else than an entry before it for the same instance; those are left out.

    Raises ValueError where ``on`` is no date.
    """
    instances: dict[str, tuple[str, bool]] = {}
    for duty in agreement.obligations:
        bearers = list(bearers_of(duty))
        for bearer in bearers:
            several = len(bearers) > 1
            instances[f"{duty.id}/{bearer.actor_ids[0]}" if several else duty.id] = (duty.id, several)
    ratings = _Ratings.of(agreement.assessments)
    remarks: list[str] = []
    taken: dict[str, FilledIn] = {}
    for entry in entries:
        if not entry.status and not entry.note:
            continue
        first = taken.setdefault(entry.instance, entry)
        if (first.status, first.note) != (entry.status, entry.note):
            remarks.append(say("merge.twice", place=entry.place, instance=entry.instance, first=first.place))
            continue
        if entry.instance not in instances:
            remarks.append(say("merge.unknown", place=entry.place, instance=entry.instance))
            continue
        obligation_id, several = instances[entry.instance]
        ratings.put(_rating(entry, obligation_id, several, assessor, on), entry.instance if several else "")
    return evolve(agreement, assessments=tuple(ratings.all)), tuple(remarks)


def _rating(entry: FilledIn, obligation_id: str, several: bool, assessor: str, on: str) -> Assessment:
    basis = entry.note or None
    if several:
        # A rating is of an obligation; where several owe it separately, the basis says whose part is meant.
        marked = say("merge.instance", instance=entry.instance)
        basis = say("merge.basis", instance=entry.instance, note=entry.note) if entry.note else marked
    return Assessment(
        obligation_id=obligation_id,
        assessor=assessor,
        on=on,
        scale=Scale.FREE,
        value=entry.status or say("my_status.note_only"),
        basis=basis,
    )


@define
class _Ratings:
    """The ratings of a record, and where those stand that a new one replaces."""

    all: list[Assessment] = field(factory=list)
    _places: dict[Hashable, int] = field(factory=dict)

    @classmethod
    def of(cls, ratings: Iterable[Assessment]) -> _Ratings:
        """Those that a record has."""
        found = cls()
        for rating in ratings:
            found._append(rating)
        return found

    def put(self, new: Assessment, instance: str) -> None:
        """Put ``new``, about ``instance`` where the obligation has several, in the place of what it replaces."""
        part = say("merge.instance", instance=instance) if instance else ""
        at = self._places.get(_key(new, part))
        if at is None:
            self._append(new)
        else:
            self.all[at] = new

    def _append(self, rating: Assessment) -> None:
        if rating.scale is Scale.FREE and rating.dimension is None and not rating.citations:
            for part in ("", (rating.basis or "").partition(":")[0]):
                self._places.setdefault(_key(rating, part), len(self.all))
        self.all.append(rating)


def _key(rating: Assessment, part: str) -> Hashable:
    """What two ratings have in common of which the later replaces the earlier."""
    return rating.obligation_id, composed(rating.assessor or ""), as_date(rating.on), part
