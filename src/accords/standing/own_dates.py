"""The agreement's own dates: its conclusion, entry into force, ends, and the last day for a notice on its renewal."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from accords.engine.days.moments import NOT_EVER, Moment, earliest_of_all, may_be_never
from accords.engine.worlds.assess import Assessor
from accords.engine.worlds.rows import agreement_terms
from accords.standing.days import Days, days_in_words, days_of, ends_of, hour_of, outer_days
from accords.vocabulary import ConclusionForm
from accords.words import date_in_words, say

__all__ = ["CONCLUDED", "OwnDate", "own_dates"]

CONCLUDED = "concluded"
"""The key of the conclusion."""
_MOST_RENEWALS = 1000


@frozen(kw_only=True)
class OwnDate:
    """A date of the agreement itself. ``first`` and ``last`` are days in ISO form, None beyond the calendar.

    ``at`` is the time where it is one; ``certain``: it cannot lie on another day.
    """

    key: str
    label: str
    words: str
    first: str | None
    last: str | None
    at: str | None
    certain: bool


def own_dates(assessor: Assessor) -> tuple[OwnDate, ...]:
    """The dates of an agreement, as far as what is known by then leads to days."""
    return tuple(_dates(assessor))


def _dates(assessor: Assessor) -> Iterator[OwnDate]:
    record, axis = assessor.record, assessor.axis
    concluded = record.conclusion.date if record.conclusion is not None else None
    if concluded is not None:
        told = days_of(((axis.first(concluded), axis.last(concluded)),), axis)
        form = record.conclusion.form if record.conclusion is not None else None
        kind = form.value if form is not None and form in _UNSIGNED else CONCLUDED
        yield _date(CONCLUDED, told, date_in_words(concluded), kind)
    days, _, _ = agreement_terms(assessor.solver, assessor.t)
    if record.term is None:
        return
    if record.term.entry_into_force is not None:
        yield from _of_moment("in_force", days_of(days.bound, axis))
    if record.term.provisional_application is not None:
        yield from _of_moment("provisional", days_of(days.provisional, axis))
    end = _next_end(assessor)
    yield from _of_moment("ends", ends_of(end, axis))
    renewal = record.term.renewal
    if renewal is not None and renewal.notice is not None and _is_one(end):
        yield from _of_moment("notice", days_of(axis.shift_moment(end, renewal.notice, times=-1), axis))


def _next_end(assessor: Assessor) -> Moment:
    """The end of the term that runs on the day asked about, renewed as often as it takes to come so far."""
    term = assessor.record.term
    if term is None or not term.ends_if_any:
        return NOT_EVER
    whole, axis = assessor.solver.builder.whole, assessor.axis
    first = earliest_of_all(whole.end(condition, None) for condition in term.ends_if_any)
    over = whole.term_end()
    if term.renewal is None or not _is_one(first):
        return over
    limit = term.renewal.max_times if term.renewal.max_times is not None else _MOST_RENEWALS
    for times in range(limit + 1):
        end = axis.shift_moment(first, term.renewal.duration, times=times) if times else first
        if end[0][0] >= assessor.t or end == over:
            return end
    return over


def _is_one(moment: Moment) -> bool:
    return not may_be_never(moment) and moment[0][0] == moment[-1][1]


def _of_moment(key: str, days: Days) -> Iterator[OwnDate]:
    if days.dated:
        yield _date(key, days, days_in_words(days))


_UNSIGNED = (ConclusionForm.ANNOUNCED, ConclusionForm.AGREED_UNSIGNED)
"""What was concluded in one of these forms is not told as signed or settled otherwise."""


def _date(key: str, days: Days, words: str, called: str | None = None) -> OwnDate:
    outer = outer_days(days)
    return OwnDate(
        key=key,
        label=say(f"own_date.{called or key}"),
        words=words,
        first=outer[0].isoformat() if outer is not None else None,
        last=outer[1].isoformat() if outer is not None else None,
        at=hour_of(days) if outer is not None and outer[0] == outer[1] else None,
        certain=outer is not None and outer[0] == outer[1] and not days.or_never,
    )
