"""What would leave fewer states, as values: what sort of thing, about what, by whom."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from accords.engine.days.moments import Moment
from accords.vocabulary import Reaches, Says, Verdict

__all__ = ["Means", "Proposal", "ProposalKind"]


class ProposalKind(StrEnum):
    """What sort of thing would leave fewer states."""

    REPORT = "report"
    FINDING = "finding"
    MONITORING = "monitoring"
    DATE = "date"
    OTHER_DUTY = "other_duty"


class Means(StrEnum):
    """By what it would be settled."""

    READING = "reading"
    HAPPENED = "happened"
    BREACHED = "breached"
    BREACHED_BY_IT = "breached_by_it"
    REPORT = "report"
    ADMISSION = "admission"
    DATE = "date"
    WATCH_CONTINUING = "watch_continuing"
    WATCH_ONCE = "watch_once"
    PERFORMED = "performed"
    NOT_PERFORMED = "not_performed"
    MET = "met"
    CONCLUDED = "concluded"
    TURN = "turn"
    OTHER = "other"
    AMOUNT = "amount"


@frozen(kw_only=True)
class Proposal:
    """One thing that would leave fewer states, if somebody came forward with it.

    ``subject_id`` is the event, duty or condition that it is about; None is the conclusion for a date. For a report
    about no recorded event it is the duty. ``by_ids`` are those whose word would do, the first hundred of them, and
    ``more`` how many there are besides; none means any neutral body, or one that the sides name. ``spans`` are the
    days that it would speak of. A report says ``says``; a finding has one of the ``verdicts``, and adopts the reading
    ``reading_id`` if there is one. ``text`` is what the record says of the subject, ``reaches`` the turn in the life
    of another duty that would have to be dated.
    """

    kind: ProposalKind
    means: Means
    subject_id: str | None = None
    by_ids: tuple[str, ...] = ()
    more: int = 0
    spans: Moment = ()
    says: Says | None = None
    verdicts: tuple[Verdict, ...] = field(default=())
    reading_id: str | None = None
    text: str | None = None
    reaches: Reaches | None = None
