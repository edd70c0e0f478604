"""The closed lists of a checklist: what its sections hold, how they are made, and which sorts of times there are."""

from __future__ import annotations

from accords.vocabulary import Vocabulary

__all__ = ["GroupBy", "SectionKind", "TimingKind"]


class SectionKind(Vocabulary):
    """Whose duties a section holds."""

    PARTY = "party", "A party, or somebody who acts for one."
    JOINT = "joint", "Several obligors who owe one act together, or any one of them."
    THIRD_PARTY = "third_party", "A mediator, guarantor or other third party, or somebody who acts for one."
    OTHER = "other", "An actor that is neither."
    NOT_STATED = "not_stated", "The source names nobody."
    GROUP = "group", "Duties that have something else in common: a deadline, a theme, a status, the party behind them."


class GroupBy(Vocabulary):
    """What the sections of a checklist are made by."""

    OBLIGOR = "obligor", "By who owes it."
    DEADLINE = "deadline", "By when it is to be looked at; as of a day."
    THEME = "theme", "By the first theme."
    STATUS = "status", "By where it stands; as of a day."
    MODALITY = "modality", "By must, must not, may and so on."
    PARTY = "party", "By who bears it in the end: a party or third party, or the one for whom the obligor acts."
    AGREEMENT = "agreement", "By the record that it is from."


class TimingKind(Vocabulary):
    """What sort of time a duty has; the bucket of a duty starts from it."""

    DATED = "dated", "A deadline on a stipulated date."
    DEPENDENT = "dependent", "A deadline that hangs on something else: an event, another duty, a period from there."
    NO_DATE = "no_date", "An act without a stated date; first-class, never dropped."
    VAGUE = "vague", 'A time in vague words, such as "in the coming days".'
    WORDED = "worded", "A time that the record keeps in words."
    NEVER = "never", "The source says that there is no deadline."
    CONTINUING = "continuing", "A duty that is kept from day to day."
    REPEATED = "repeated", "A duty that comes round again, or arises each time something happens."
    NONE = "none", "A declaration: nothing is to be done, so there is no time for it."
