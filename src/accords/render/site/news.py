"""What became known, and when: each claim, each correction and the publication of a record, with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from uuid import UUID, uuid5

from attrs import frozen

from accords.checklist import Checklist, ClaimRow, Item
from accords.checklist.happenings import happening_in_words, headline_in_words
from accords.checklist.standing_lines import claim_in_words
from accords.dates import Edtf, as_date
from accords.engine.days.axis import Axis
from accords.engine.facts.ledger import Ledger
from accords.model.agreement import Agreement
from accords.standing.report import day_number
from accords.words import Names, names_of, say

__all__ = ["MOST_OF_A_TITLE", "News", "by_day", "latest", "news_id", "news_of"]

MOST_OF_A_TITLE = 100
"""How many characters the title of an entry has; readers of feeds show no more."""
_SPACE = UUID("6f2c1a44-0b0e-5a3c-9a55-7d1f6f0c9b21")
"""The namespace of all ids of entries and feeds; no host stands in them."""


@frozen(kw_only=True)
class News:
    """Something that became known on ``day``, in ISO form. ``kind`` is ``claim``, ``correction`` or ``release``.

    ``key`` is what tells it from all others of its record; ``duty_ids`` are those on which it bears, ``actor_ids``
    those of whose share in them it tells and those who are owed them: what one of many did is no news of the others.
    ``about`` is the happening, ``title`` the same as a headline, ``words`` what is said of it.
    """

    kind: str
    record_id: str
    key: str
    day: str
    title: str
    about: str
    words: str
    duty_ids: tuple[str, ...] = ()
    actor_ids: frozenset[str] = frozenset()


def news_id(*names: str) -> str:
    """An id that is the same whenever and wherever it is made of the same names."""
    return uuid5(_SPACE, "\x1f".join(names)).urn


def news_of(agreement: Agreement, rows: Checklist) -> tuple[News, ...]:
    """What became known by the day of ``rows``, the latest first."""
    last = rows.known_by or rows.as_of or ""
    published = _published(agreement) or last
    found = [*_claims(agreement, rows, published), *_corrections(agreement), *_release(agreement)]
    return tuple(latest(each for each in found if each.day <= last))


def _claims(agreement: Agreement, rows: Checklist, published: str) -> Iterator[News]:
    owed_to = {duty.id: duty.owed_to_ids for duty in agreement.obligations}
    ledger, names = _ledger(agreement, rows), _names(agreement, rows)
    told: dict[str, tuple[ClaimRow, dict[str, None], set[str]]] = {}
    for row, item in _rows(rows):
        key = row.claim_id or f"{row.event_id}:{_digest(row)}"
        _, duty_ids, actor_ids = told.setdefault(key, (row, {}, set()))
        if item is not None:
            duty_ids[item.obligation_id] = None
            actor_ids.update(item.obligor_ids)
    for key, (row, duty_ids, actor_ids) in told.items():
        event = names.events[row.event_id]
        yield News(
            kind="claim",
            record_id=agreement.id,
            key=key,
            day=_iso(row.known_on) or published,
            title=headline_in_words(ledger, event, names, MOST_OF_A_TITLE),
            about=happening_in_words(ledger, event, names),
            words=claim_in_words(row),
            duty_ids=tuple(duty_ids),
            actor_ids=frozenset(actor_ids.union(*(owed_to[duty_id] for duty_id in duty_ids))),
        )


def _ledger(agreement: Agreement, rows: Checklist) -> Ledger:
    """What is known by the day of ``rows``, weighed."""
    axis = Axis.of(agreement)
    at = day_number(rows.as_of or date.max, axis)
    return Ledger(agreement, axis, at if rows.known_by is None else day_number(rows.known_by, axis), at)


def _names(agreement: Agreement, rows: Checklist) -> Names:
    return names_of(agreement, {actor_id: note.mark for note in rows.notes for actor_id in note.actor_ids})


def _rows(rows: Checklist) -> Iterator[tuple[ClaimRow, Item | None]]:
    """Each claim with the row of the duty on which it bears, if any."""
    yield from ((claim, item) for item in rows.items for claim in item.claims)
    yield from ((claim, None) for record in rows.records for claim in record.claims)


def _digest(row: ClaimRow) -> str:
    parts = (row.by_id, row.says, row.when, row.known_on, row.text, *(cited.source_id for cited in row.citations))
    return sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _corrections(agreement: Agreement) -> Iterator[News]:
    for each in agreement.coding.corrections if agreement.coding is not None else ():
        day = _last(each.on)
        key = f"correction:{each.on.text}:{sha256(each.what.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
        about = say("site.news.correction")
        yield News(
            kind="correction",
            record_id=agreement.id,
            key=key,
            day=day,
            title=about,
            about=about,
            words=each.what.strip(),
        )


def _release(agreement: Agreement) -> Iterator[News]:
    day = _published(agreement)
    if day is not None and agreement.release is not None:
        by = agreement.release.by
        words = say("site.news.released_by", by=by.strip()) if by else say("site.news.released")
        about = say("site.news.release")
        yield News(
            kind="release", record_id=agreement.id, key="release", day=day, title=about, about=about, words=words
        )


def _published(agreement: Agreement) -> str | None:
    on = agreement.release.on if agreement.release is not None else None
    return _last(on) if on is not None else None


def _last(when: Edtf) -> str:
    return when.latest.isoformat() if when.latest is not None else ""


def _iso(known_on: str | None) -> str | None:
    return _last(as_date(known_on)) or None if known_on is not None and known_on[:1].isdigit() else None


def latest(news: Iterable[News]) -> list[News]:
    """The latest first, those of one day by their records."""
    return sorted(news, key=lambda each: (each.day, each.record_id, each.key), reverse=True)


def by_day(news: Iterable[News]) -> list[tuple[str, list[News]]]:
    """News together by the day, in the order in which they come."""
    days: dict[str, list[News]] = {}
    for each in news:
        days.setdefault(each.day, []).append(each)
    return list(days.items())
