"""When a duty is to be performed: as words, and as what sort of time it is."""

from __future__ import annotations

from accords.checklist.rows import Timing, TimingKind
from accords.model.agreement import Agreement
from accords.model.conditions import Condition, Never, OnDate, Prose, Vague
from accords.model.obligations import Continuing, Obligation, Once, Recurring
from accords.vocabulary import BindsFrom, Modality
from accords.words import (
    Names,
    deadline_in_words,
    end_in_words,
    on_date_in_words,
    opening_in_words,
    performance_in_words,
    point_in_words,
    say,
)

__all__ = ["timing_of"]


def timing_of(obligation: Obligation, agreement: Agreement, names: Names) -> Timing:
    """The time of one obligation. A duty without a date says so; only a declaration has no words."""
    if obligation.modality is Modality.DECLARES:
        return Timing(kind=TimingKind.NONE, words="")
    earliest = _stipulated(obligation.not_before)
    performed = obligation.performed
    if isinstance(performed, Continuing):
        words = say("continuing.span", span=_span(obligation, agreement, names))
        return _placed(TimingKind.CONTINUING, words, obligation, earliest=earliest, covers=_covered(obligation))
    if isinstance(performed, Recurring):
        words = performance_in_words(performed, names)
        if first := _first_turn(obligation, names):
            words = say("first_turn", words=words, first=first)
        covers = ("not_before", "ends")
        return _placed(TimingKind.REPEATED, words, obligation, earliest=earliest, covers=covers)
    if not isinstance(performed, Once):
        words = performance_in_words(performed, names)
        if obligation.due is not None:
            words = say("span", start=words, end=deadline_in_words(obligation.due, names))
        return _placed(TimingKind.REPEATED, words, obligation, earliest=earliest)
    if obligation.due is None:
        if obligation.modality is Modality.MAY:
            words = _span(obligation, agreement, names)
            return _placed(TimingKind.NO_DATE, words, obligation, earliest=earliest, covers=_covered(obligation))
        return _placed(TimingKind.NO_DATE, say("due.none"), obligation, earliest=earliest)
    return _due(obligation, obligation.due, earliest, names)


def _first_turn(obligation: Obligation, names: Names) -> str:
    """When the first turn is to be performed; the times of the others follow from it."""
    parts = []
    if obligation.not_before is not None and obligation.is_continuing:
        parts.append(say("starts.from", point=point_in_words(obligation.not_before, names)))
    elif obligation.not_before is not None:
        parts.append(opening_in_words(obligation.not_before, names))
    if obligation.due is not None:
        parts.append(deadline_in_words(obligation.due, names))
    if obligation.ends is not None:
        parts.append(end_in_words(obligation.ends, names))
    return say("comma").join(parts)


def _due(obligation: Obligation, due: Condition, earliest: str | None, names: Names) -> Timing:
    words = deadline_in_words(due, names)
    match due:
        case OnDate():
            if due.value.text == earliest:
                on_the_day = on_date_in_words(due.value)
                return _placed(TimingKind.DATED, on_the_day, obligation, earliest=earliest, covers=("not_before",))
            return _placed(TimingKind.DATED, words, obligation, earliest=earliest)
        case Vague():
            return _placed(TimingKind.VAGUE, words, obligation, earliest=earliest)
        case Prose():
            return _placed(TimingKind.WORDED, words, obligation, earliest=earliest)
        case Never():
            return _placed(TimingKind.NEVER, words, obligation, earliest=earliest)
        case _:
            return _placed(TimingKind.DEPENDENT, words, obligation, earliest=earliest)


def _placed(
    kind: TimingKind,
    words: str,
    obligation: Obligation,
    *,
    earliest: str | None,
    covers: tuple[str, ...] = (),
) -> Timing:
    due = obligation.due
    review = due.review_after if isinstance(due, Vague) else None
    return Timing(
        kind=kind,
        words=words,
        date=_stipulated(due),
        earliest=earliest,
        review_after=review.text if review is not None else None,
        covers=covers,
    )


def _stipulated(condition: Condition | None) -> str | None:
    return condition.value.text if isinstance(condition, OnDate) else None


def _covered(obligation: Obligation) -> tuple[str, ...]:
    """The conditions that the words of a span already tell."""
    return ("ends",) if obligation.trigger is not None else ("not_before", "ends")


def _span(obligation: Obligation, agreement: Agreement, names: Names) -> str:
    return say("span", start=_start(obligation, agreement, names), end=end_in_words(obligation.ends, names))


def _start(obligation: Obligation, agreement: Agreement, names: Names) -> str:
    if obligation.trigger is not None:
        return say("starts.trigger")
    if obligation.not_before is not None:
        return say("starts.from", point=point_in_words(obligation.not_before, names))
    in_force = agreement.term is not None and agreement.term.entry_into_force is not None
    if in_force and obligation.binds_from is BindsFrom.ENTRY_INTO_FORCE:
        provided = agreement.term is not None and agreement.term.provisional_application is not None
        return say("starts.provisional" if provided else "starts.entry_into_force")
    return say("starts.conclusion")
