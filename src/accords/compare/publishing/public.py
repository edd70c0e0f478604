"""A record as it may be published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accords.checks.lookups.index import build_index
from accords.compare.publishing.accusing import said_worse
from accords.compare.publishing.hidden import hidden_words
from accords.compare.publishing.hindrances import Hindrance, NotPublishableError, hindrance
from accords.compare.publishing.key_days import telling_days
from accords.compare.publishing.taking_out import dangling, taken_out, without
from accords.dates import DateLike
from accords.model.agreement import Agreement, the_agreement
from accords.model.scalars import as_tuple
from accords.prose import listed
from accords.standing.instances import InstanceStatus
from accords.standing.report import status
from accords.validate import validate
from accords.vocabulary import CodingStatus

__all__ = ["public_record"]

_MOST_DAYS = 2_000
"""So many days are compared at most, of a record that is asked about none."""

_DRAFTS = (CodingStatus.DRAFT, CodingStatus.MACHINE_DRAFT)


def public_record(agreement: Agreement, *, as_of: tuple[DateLike, ...] = (), preview: bool = False) -> Agreement:
    """``agreement`` without what is for the office alone: what is ``internal``, extensions, and who did the work.

    Args:
        agreement: the whole record.
        as_of: on which days the two are compared; absent means all on which either can say something new.
        preview: take a record that is a draft, or has no ``release``, to show what would be published.

    Raises NotPublishableError, a ValueError, with every hindrance and its place: no ``release``, a draft, something
    that stays and names what is taken out, and a day on which what stays accuses somebody more than the whole does.
    A day of ``as_of`` that cannot be read is a ValueError too.

    >>> record = accords.load("examples/kosovo-serbia-plates-2022.accord.json")
    >>> accords.public_record(record).coding.coded_by is None
    True
    """
    index = build_index(the_agreement(agreement))
    days = as_tuple(as_of)
    gone = taken_out(index)
    found = [*(() if preview else _unreleased(agreement)), *dangling(index, gone), *hidden_words(index, gone)]
    if not found:
        public = without(agreement, gone)
        found = [*_invalid(agreement, public)]
        if not found and gone:
            found = [*_accusing(agreement, public, days)]
        if not found:
            return public
    raise NotPublishableError(agreement.id, tuple(found))


def _unreleased(record: Agreement) -> Iterator[Hindrance]:
    if record.release is None:
        yield hindrance(record, (), "it has no `release`", "add one once it may be published")
    if record.coding is not None and record.coding.status in _DRAFTS:
        yield hindrance(record, ("coding", "status"), "it is a draft", "have it checked first")


def _invalid(record: Agreement, public: Agreement) -> Iterator[Hindrance]:
    for found in validate(public).errors:
        words = f"what would be published has an error here: {found.message} ({found.code})"
        yield Hindrance(pointer=found.pointer or "", place=found.place, message=words, help=f"correct {record.id}")


def _accusing(record: Agreement, public: Agreement, days: tuple[DateLike, ...]) -> Iterator[Hindrance]:
    """Where what stays says worse of somebody, on the first day for each duty and whoever owes it."""
    if not days:
        ordinals = sorted(telling_days(record) | telling_days(public))
        if len(ordinals) > _MOST_DAYS:
            words = f"there are {len(ordinals):,} days to compare it on, and {_MOST_DAYS:,} are compared at most"
            yield hindrance(record, (), words, "say as of which days it is published")
            return
        days = tuple(map(date.fromordinal, ordinals))
    places = {duty.id: place for place, duty in enumerate(record.obligations)}
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for day in days:
        whole, other = (status(each, as_of=day) for each in (record, public))
        known = {each.key: each for each in whole.instances}
        for here in other.instances:
            about = here.obligation_id, here.obligor_ids
            if about not in seen and (ways := [*said_worse(known.get(here.key), here)]):
                seen.add(about)
                yield _worse(record, places[here.obligation_id], other.as_of, here, ways)


def _worse(record: Agreement, place: int, day: str, here: InstanceStatus, ways: list[str]) -> Hindrance:
    who = listed(here.obligor_ids, "and") or "nobody named"
    return hindrance(
        record,
        ("obligations", place),
        f"as of {day} it would say worse of {who} than the whole record does: {'; '.join(ways)}",
        "publish what speaks for them as well, or make what speaks against them internal",
    )
