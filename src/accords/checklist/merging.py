"""One's own view of duties, taken from a table that was filled in, as assessments of the record."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from accords.checklist.headings import bearers_of
from accords.dates import as_date
from accords.model.agreement import Agreement
from accords.model.events import Assessment
from accords.vocabulary import Scale
from accords.words import say

__all__ = ["Entry", "take_back"]


@frozen(kw_only=True)
class Entry:
    """What somebody wrote beside one item: ``instance`` is the item's id, ``place`` where it stands, for messages."""

    instance: str
    status: str
    note: str
    place: str


def take_back(
    agreement: Agreement, entries: Iterable[Entry], *, assessor: str, on: str
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
    ratings = list(agreement.assessments)
    remarks: list[str] = []
    taken: dict[str, Entry] = {}
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
        _put(ratings, _rating(entry, obligation_id, several, assessor, on), entry.instance if several else "")
    return evolve(agreement, assessments=tuple(ratings)), tuple(remarks)


def _rating(entry: Entry, obligation_id: str, several: bool, assessor: str, on: str) -> Assessment:
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


def _put(ratings: list[Assessment], new: Assessment, instance: str) -> None:
    marked = say("merge.instance", instance=instance) if instance else ""
    for at, old in enumerate(ratings):
        same = (old.obligation_id, old.assessor, old.on, old.scale) == (
            new.obligation_id,
            new.assessor,
            as_date(new.on),
            Scale.FREE,
        )
        part = (old.basis or "").partition(":")[0]
        if same and old.dimension is None and not old.citations and (not marked or part == marked):
            ratings[at] = new
            return
    ratings.append(new)
