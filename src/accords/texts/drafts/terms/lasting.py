"""The term of a draft: how long the agreement lasts and is renewed, as far as the quoted sentence says it."""

from __future__ import annotations

import re

from accords.dates import parse_date
from accords.model.conclusion import Term
from accords.model.conditions import Condition, Offset, OnDate
from accords.model.events import Event
from accords.model.obligations import Renewal
from accords.texts.drafts.bench import Bench
from accords.texts.drafts.counting import is_counted_from, is_counted_out
from accords.texts.drafts.cues import UNTIL_DAY
from accords.texts.drafts.duties import ANCHORS, PERIODS
from accords.texts.drafts.figures import dates_in, numbers_in, periods_in
from accords.texts.drafts.form import STARTS, DraftRenewal, DraftTerm, DraftUnit
from accords.texts.drafts.quotes import QuotedPassage
from accords.texts.drafts.suspects import shortened
from accords.vocabulary import Act, EventKind
from accords.words import say

__all__ = ["OURS", "WORDS", "period_of", "term_of"]

_AGREEMENT = "agreement deal treaty convention accord pact protocol memorandum arrangement"
OURS = re.compile(
    rf"\b(?:the|this|the present|the said)\s+(?:{_AGREEMENT.replace(' ', '|')})\s+"
    r"(?:is|are|was|shall|will|must|lasts?|runs?|remains?|stays?|enters?)\b",
    re.IGNORECASE,
)
WORDS = (
    f"{_AGREEMENT} present said remains stays continues lasts runs concluded valid force effect period term duration "
    "date signature conclusion signing entry after until through hour day week month year"
)
_RENEWED = (
    "then renewed extended prolonged further another additional same equal automatically tacitly once twice times"
)
_BY = {
    DraftRenewal.CONSENT: re.compile(
        r"\b(?:consent\w*|mutual\w*|by (?:common |joint |their )?(?:agreement|accord|decision)"
        r"|(?:if|where|unless|provided) (?:\w+ )?(?:both|all|the parties|the sides)|(?:so )?agree[ds]?)\b",
        re.IGNORECASE,
    ),
    DraftRenewal.UNLESS_NOTICE: re.compile(
        r"\bunless\b.*\b(?:notice|notif\w+|object\w*|denounc\w+|terminat\w+|declar\w+|inform\w*)\b", re.IGNORECASE
    ),
}
_BY_WORDS = {
    DraftRenewal.CONSENT: "consent mutual agreement agree agreed both parties sides all if where provided by written",
    DraftRenewal.UNLESS_NOTICE: "unless either party side one other gives give notice notifies notified writing "
    "written "
    "objects denounces terminates least before prior expiry end advance months days weeks years",
}
_RENEWS = re.compile(r"\b(?:renew|extend|prolong)\w*\b", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"\b(?:only once|once|twice|thrice|[\w-]+ times|[\w-]+ (?:terms|periods))\b", re.IGNORECASE)
_SAME = re.compile(r"\b(?:the same|equal|like)\b", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:for|(?:term|period|duration) of|lasts?)\s+(?:an?\s+)?(?:(?:initial|first|term|period)\s+)?(?:of\s+)?$",
    re.IGNORECASE,
)


def term_of(bench: Bench, rows: tuple[DraftTerm, ...], published: str | None) -> tuple[Term | None, tuple[Event, ...]]:
    """How long the agreement is in force, as far as a draft may say it: a length or a last day, and renewal.

    With it the consent or notice on which its renewal hangs, of which nothing is said yet.
    """
    made: Term | None = None
    events: tuple[Event, ...] = ()
    for _, row, found in bench.quoted("term", rows):
        if made is not None:
            bench.leave(say("draft.one_term"))
            continue
        end = _end(bench, row, found, published)
        if end is None:
            bench.leave(say("draft.no_term"))
            continue
        bench.keep(row, found, "term")
        renewal, events = _renewal(bench, row, found)
        _mark(bench, row, found, is_renewed=renewal is not None)
        made = Term(ends_if_any=(end,), renewal=renewal, citations=(bench.cite(found),))
    return made, events


def _end(bench: Bench, row: DraftTerm, found: QuotedPassage, published: str | None) -> Condition | None:
    date = bench.date(row.until, found, "until", published)
    if date is not None:
        if row.for_count:
            bench.mark(say("draft.mark.several_ends"), "until")
        if not any(UNTIL_DAY.search(found.sentence[:at]) for at in _starts_of(date[0], found.sentence)):
            bench.mark(say("draft.mark.not_until", date=date[0]), "until")
        return OnDate(value=parse_date(date[0]))
    length = period_of(bench, row.for_count, row.for_unit, found, "for_count")
    if length is None:
        return None
    if not any(_FOR.search(found.sentence[:start]) for start in _periods(row.for_count, row.for_unit, found)):
        bench.mark(say("draft.mark.not_for", count=row.for_count, unit=_unit(row.for_unit)), "for_count")
    if not (row.for_of and is_counted_from(found.sentence, row.for_count, row.for_unit, row.for_of)):
        bench.mark(say("draft.mark.anchor", anchor=row.for_of or STARTS[1]), "for_of")
    return Offset(anchor=ANCHORS[row.for_of or STARTS[1]], duration=length)


def _starts_of(date: str, sentence: str) -> list[int]:
    parts = tuple(map(int, date.split("-")))
    return [each.start for each in dates_in(sentence) if each.fits(parts)]


def _renewal(bench: Bench, row: DraftTerm, found: QuotedPassage) -> tuple[Renewal | None, tuple[Event, ...]]:
    length = period_of(bench, row.renewed_count, row.renewed_unit, found, "renewed_count")
    renews = _RENEWS.search(found.sentence)
    if length is None or renews is None:
        if length is not None:
            bench.leave(say("draft.no_renewal"), "renewed_count")
        return None, ()
    by = DraftRenewal.of(row.renewed_by)
    if by in _BY and not _BY[by].search(found.sentence):
        bench.leave(say(f"draft.no_renewal.{by}"), "renewed_by")
        return None, ()
    behind = [start for start in _periods(row.renewed_count, row.renewed_unit, found) if start > renews.start()]
    if not behind and not _SAME.search(found.sentence[renews.start() :]):
        bench.mark(
            say("draft.mark.not_renewed", count=row.renewed_count, unit=_unit(row.renewed_unit)), "renewed_count"
        )
    times = row.renewed_times
    if times and (times < 0 or times not in [each.value for each in numbers_in(found.sentence)]):
        bench.leave(say("draft.number_not_there", number=times), "renewed_times")
        times = 0
    elif times and not is_counted_out(found.sentence, times):
        bench.mark(say("draft.mark.not_times", number=times), "renewed_times")
    often = _HOW_OFTEN.search(found.sentence, renews.start())
    if not times and often is not None:
        bench.mark(say("draft.mark.renewed_times", words=often[0]), "renewed_times")
    event = _event(bench, by, found) if by in _BY else None
    notice = period_of(bench, row.notice_count, row.notice_unit, found, "notice_count") if event is not None else None
    renewal = Renewal(
        duration=length,
        if_event_id=event.id if event is not None and by is DraftRenewal.CONSENT else None,
        unless_event_id=event.id if event is not None and by is DraftRenewal.UNLESS_NOTICE else None,
        notice=notice,
        max_times=times or None,
    )
    return renewal, () if event is None else (event,)


def _event(bench: Bench, by: DraftRenewal, found: QuotedPassage) -> Event:
    """The consent to a renewal, or the notice against it, of which nothing is said yet."""
    return Event(
        id=bench.take_id(f"renewal-{'consent' if by is DraftRenewal.CONSENT else 'notice'}", "renewal"),
        kind=EventKind.MILESTONE,
        act=Act.APPROVAL if by is DraftRenewal.CONSENT else Act.NOTIFICATION,
        summary=say(f"draft.renewal.{by}"),
        citations=(bench.cite(found),),
    )


def period_of(bench: Bench, count: int, unit: str, found: QuotedPassage, part: str) -> str | None:
    """A length that the sentence states; what it does not is left out."""
    if not count:
        return None
    if not _periods(count, unit, found):
        bench.leave(say("draft.period_not_there", count=count, unit=_unit(unit)), part)
        return None
    if unit not in PERIODS:
        bench.leave(say("draft.no_unit"), part)
        return None
    return PERIODS[DraftUnit.of(unit)].format(count)


def _periods(count: int, unit: str, found: QuotedPassage) -> list[int]:
    return [start for number, what, start in periods_in(found.sentence) if (number, what) == (count, unit)]


def _unit(unit: str) -> str:
    return say(f"draft.unit.{unit}")


def _mark(bench: Bench, row: DraftTerm, found: QuotedPassage, *, is_renewed: bool) -> None:
    """Note that it is not said to be this agreement that lasts, and whatever else the sentence says."""
    if not OURS.search(found.passage.text):
        bench.mark(say("draft.mark.whose_term"))
    more = _BY_WORDS.get(DraftRenewal.of(row.renewed_by), "") if is_renewed else ""
    said = bench.said(row, (), (WORDS, _RENEWED if is_renewed else "", more))
    left = said.leaves(found.passage.text)
    if left:
        bench.mark(say("draft.mark.aside", words=shortened(left)))
    bench.mark_around(found, said)
