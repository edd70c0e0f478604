"""The form of a draft: seven flat lists, whose rows name each other by keys and by names as they are listed.

Everything is there in every row; an empty text, a 0 or ``not_stated`` says that the text does not say it.
"""

from __future__ import annotations

from typing import Annotated, get_type_hints

from attrs import field, fields_dict, frozen

from accords.model.scalars import Doc, as_tuple
from accords.vocabulary import ActorKind, Modality, Role
from accords.wordlists import Counted, Vocabulary

__all__ = [
    "LISTS",
    "Draft",
    "DraftAmount",
    "DraftBeginning",
    "DraftBegins",
    "DraftConclusion",
    "DraftDuty",
    "DraftForm",
    "DraftPerson",
    "DraftRenewal",
    "DraftRow",
    "DraftSays",
    "DraftSide",
    "DraftStatement",
    "DraftTerm",
    "DraftUnit",
    "OneOf",
    "words_of",
]

NOT_STATED = "not_stated"
PARTY = "party"
STARTS = ("conclusion", "entry_into_force")


class DraftForm(Vocabulary):
    """How an agreement came about, as far as a draft may say."""

    ANNOUNCED = "announced", "The text says that somebody announced it."
    AGREED_UNSIGNED = "agreed_unsigned", "The text says that the sides agreed, and of no signature."
    OTHER = "other", "The text says that it was signed; or in another way, which the coder has to enter."


class DraftBegins(Vocabulary):
    """With what an agreement enters into force."""

    CONCLUSION = "conclusion", "With its signature or conclusion."
    DATE = "date", "On a day that the sentence gives."
    RATIFIED = "ratified", "Once parties ratified it: all, or as many as count says."
    NOTIFIED = "notified", "Once parties gave notice: all, or as many as count says."


class DraftRenewal(Vocabulary):
    """How an agreement comes to be renewed."""

    ITSELF = "itself", "By itself, or it is not renewed."
    CONSENT = "consent", "Where the parties consent to it."
    UNLESS_NOTICE = "unless_notice", "By itself, unless a party gives notice."


class DraftUnit(Vocabulary):
    """What is counted in a period."""

    NOT_STATED = NOT_STATED, "No period is stated."
    HOUR = "hour", "Hours."
    DAY = "day", "Days."
    WORKING_DAY = "working_day", "Working days."
    WEEK = "week", "Weeks."
    MONTH = "month", "Months."
    YEAR = "year", "Years."


class DraftSide(Vocabulary):
    """Whether a deadline lies before or after what it is counted from."""

    NOT_STATED = NOT_STATED, "No period is stated."
    BEFORE = "before", "Before it."
    AFTER = "after", "After it."


class DraftSays(Vocabulary):
    """What a statement says of a happening."""

    OCCURRED = "occurred", "It happened."
    NOT_OCCURRED = "not_occurred", "It did not happen."
    PLANNED = "planned", "It is going to happen."
    BREACH = "breach", "It happened, and it breached the duty."
    NO_BREACH = "no_breach", "It breached no duty."


@frozen
class OneOf:
    """The text is one of these words."""

    words: tuple[str, ...]


_Unsure = Annotated[str, Doc("What in this row is not certain, in a sentence; empty where all of it is.")]


@frozen(kw_only=True)
class _Quoted:
    """What every row begins with."""

    quote: Annotated[
        str, Doc("The words that say so, copied from the paragraph to the letter: four words or more.")
    ] = ""
    paragraph: Annotated[int, Doc("The number of the paragraph in which the quote stands.")] = 0


@frozen(kw_only=True)
class DraftPerson(_Quoted):
    """Somebody that the text speaks of."""

    name: Annotated[str, Doc("The name as the paragraph has it; other rows use exactly this name.")] = ""
    also_called: Annotated[tuple[str, ...], Doc("Other names and short forms that the text uses for the same.")] = (
        field(default=(), converter=as_tuple)
    )
    kind: Annotated[str, OneOf((NOT_STATED, *ActorKind)), Doc("What sort of actor it is.")] = NOT_STATED
    part: Annotated[
        str, OneOf((NOT_STATED, PARTY, *Role)), Doc("Its part in the agreement: a party to it, or a role in it.")
    ] = NOT_STATED
    acts_for: Annotated[str, Doc("The listed name of the one for whom it acts or speaks.")] = ""
    unsure: _Unsure = ""


@frozen(kw_only=True)
class DraftConclusion(_Quoted):
    """How the agreement came about; there is at most one."""

    form: Annotated[str, OneOf(tuple(DraftForm)), Doc("How it came about.")] = DraftForm.OTHER.value
    date: Annotated[str, Doc("The day that the quoted sentence gives: 2022-11-23, 2022-11 or 2022.")] = ""
    place: Annotated[str, Doc("The place, in the words of the paragraph.")] = ""
    announced_by: Annotated[tuple[str, ...], Doc("The listed names of those who announced it.")] = field(
        default=(), converter=as_tuple
    )
    unsure: _Unsure = ""


@frozen(kw_only=True)
class DraftBeginning(_Quoted):
    """How the agreement enters into force; there is at most one."""

    begins: Annotated[str, OneOf(tuple(DraftBegins)), Doc("With what.")] = DraftBegins.CONCLUSION.value
    date: Annotated[str, Doc("The day that the quoted sentence gives: 2022-11-23.")] = ""
    count: Annotated[int, Doc("How many parties have to; 0 where all have to.")] = 0
    after_count: Annotated[int, Doc("How many units after that it enters into force.")] = 0
    after_unit: Annotated[str, OneOf(tuple(DraftUnit)), Doc("The unit of that.")] = NOT_STATED
    unsure: _Unsure = ""


@frozen(kw_only=True)
class DraftTerm(_Quoted):
    """How long the agreement as a whole lasts, and whether that is renewed; there is at most one."""

    for_count: Annotated[int, Doc("How many units it lasts.")] = 0
    for_unit: Annotated[str, OneOf(tuple(DraftUnit)), Doc("The unit of that.")] = NOT_STATED
    for_of: Annotated[
        str, OneOf(("", *STARTS)), Doc("From what that is counted; empty where the sentence does not say.")
    ] = ""
    until: Annotated[str, Doc("The last day, where the quoted sentence gives a date: 2023-03-31.")] = ""
    renewed_count: Annotated[int, Doc("For how many units it is then renewed, each time.")] = 0
    renewed_unit: Annotated[str, OneOf(tuple(DraftUnit)), Doc("The unit of that.")] = NOT_STATED
    renewed_times: Annotated[int, Doc("How many times at most.")] = 0
    renewed_by: Annotated[str, OneOf(tuple(DraftRenewal)), Doc("How.")] = DraftRenewal.ITSELF.value
    notice_count: Annotated[int, Doc("How many units before the end that consent or notice has to come.")] = 0
    notice_unit: Annotated[str, OneOf(tuple(DraftUnit)), Doc("The unit of that.")] = NOT_STATED
    unsure: _Unsure = ""


@frozen(kw_only=True)
class DraftDuty(_Quoted):
    """Something that somebody is to do, not to do, may do or declares."""

    key: Annotated[str, Doc("A short name for the duty, by which other rows name it.")] = ""
    who: Annotated[tuple[str, ...], Doc("The listed names of those who owe it; empty where nobody is named.")] = field(
        default=(), converter=as_tuple
    )
    owed_to: Annotated[tuple[str, ...], Doc("The listed names of those to whom it is owed.")] = field(
        default=(), converter=as_tuple
    )
    modality: Annotated[str, OneOf(tuple(Modality)), Doc("What kind of duty it is.")] = Modality.MUST.value
    action: Annotated[str, Doc("What is to be done, or in must_not is not, as a verb phrase.")] = ""
    continuing: Annotated[bool, Doc("Whether it is kept from day to day, and never done.")] = False
    every_count: Annotated[int, Doc("How many units there are from one turn to the next, where it comes round.")] = 0
    every_unit: Annotated[str, OneOf(tuple(DraftUnit)), Doc("The unit of that.")] = NOT_STATED
    times: Annotated[int, Doc("How many turns there are.")] = 0
    due_date: Annotated[str, Doc("The deadline, where the quoted sentence gives a date: 2022-11-23 or 2022-11.")] = ""
    due_hour: Annotated[str, Doc("The hour of the deadline: 08:00.")] = ""
    due_zone: Annotated[str, Doc("The offset from UTC of that hour, where the sentence states it: +02:00.")] = ""
    due_count: Annotated[int, Doc("How many units before or after something the deadline lies.")] = 0
    due_unit: Annotated[str, OneOf(tuple(DraftUnit)), Doc("The unit of that.")] = NOT_STATED
    due_side: Annotated[str, OneOf(tuple(DraftSide)), Doc("Before it or after it.")] = NOT_STATED
    due_of: Annotated[
        str, Doc("From what that is counted: conclusion, entry_into_force, or the key of a duty or a happening.")
    ] = ""
    due_words: Annotated[str, Doc("A deadline without date or number, in the words of the quoted sentence.")] = ""
    condition: Annotated[
        str,
        Doc(
            "What has to happen first, in the words of the quoted sentence; or from when or until when a duty holds, "
            "with the from, until or before that stands before it."
        ),
    ] = ""
    place: Annotated[str, Doc("Where, in the words of the paragraph.")] = ""
    unsure: _Unsure = ""


@frozen(kw_only=True)
class DraftAmount(_Quoted):
    """How much a duty asks for or allows."""

    duty: Annotated[str, Doc("The key of the duty.")] = ""
    measure: Annotated[str, Doc("What is counted or measured, in the words of the quoted sentence.")] = ""
    unit: Annotated[str, Doc("The unit, where things are not counted: kg.")] = ""
    at_least: Annotated[str, Doc("The least, in digits: 90.")] = ""
    at_most: Annotated[str, Doc("The most, in digits.")] = ""
    counted: Annotated[
        str,
        OneOf(tuple(Counted)),
        Doc("Whether what is done adds up, or each figure stands alone, as a distance, a share or a strength does."),
    ] = Counted.SUM.value
    unsure: _Unsure = ""


@frozen(kw_only=True)
class DraftStatement(_Quoted):
    """What somebody says about something that happened, or did not, or is going to."""

    happening: Annotated[str, Doc("A short name for what happened; statements about the same thing share it.")] = ""
    summary: Annotated[str, Doc("What happened, in neutral words, without a charge.")] = ""
    says: Annotated[str, OneOf(tuple(DraftSays)), Doc("What is said of it.")] = DraftSays.OCCURRED.value
    said_by: Annotated[str, Doc("The listed name of the speaker; empty where the text itself says so.")] = ""
    done_by: Annotated[tuple[str, ...], Doc("The listed names of those who did it.")] = field(
        default=(), converter=as_tuple
    )
    duty: Annotated[str, Doc("The key of the duty on which it bears.")] = ""
    date: Annotated[str, Doc("The day that the quoted sentence gives for it: 2022-11-23.")] = ""
    said_on: Annotated[str, Doc("The day on which the quoted sentence says that it was said: 2022-11-24.")] = ""
    unsure: _Unsure = ""


DraftRow = DraftPerson | DraftConclusion | DraftBeginning | DraftTerm | DraftDuty | DraftAmount | DraftStatement


@frozen(kw_only=True)
class Draft:
    """What is read out of one text, each row with the words that say so."""

    people: Annotated[tuple[DraftPerson, ...], Doc("Everybody whom other rows name.")] = field(
        default=(), converter=as_tuple
    )
    conclusion: Annotated[tuple[DraftConclusion, ...], Doc("How the agreement came about: one row, or none.")] = field(
        default=(), converter=as_tuple
    )
    beginning: Annotated[tuple[DraftBeginning, ...], Doc("How it enters into force: one row, or none.")] = field(
        default=(), converter=as_tuple
    )
    term: Annotated[tuple[DraftTerm, ...], Doc("How long the agreement lasts: one row, or none.")] = field(
        default=(), converter=as_tuple
    )
    duties: Annotated[tuple[DraftDuty, ...], Doc("What was undertaken, allowed or declared.")] = field(
        default=(), converter=as_tuple
    )
    amounts: Annotated[tuple[DraftAmount, ...], Doc("How much, where the text gives numbers.")] = field(
        default=(), converter=as_tuple
    )
    statements: Annotated[tuple[DraftStatement, ...], Doc("What is said to have happened, by whom.")] = field(
        default=(), converter=as_tuple
    )


LISTS: dict[str, type[DraftRow]] = {
    "people": DraftPerson,
    "conclusion": DraftConclusion,
    "beginning": DraftBeginning,
    "term": DraftTerm,
    "duties": DraftDuty,
    "amounts": DraftAmount,
    "statements": DraftStatement,
}
"""The lists of a draft, each with the class of its rows."""


def words_of(row: type, name: str) -> tuple[str, ...] | None:
    """The words that the field ``name`` of a class of rows can have, None where it may have any."""
    assert name in fields_dict(row)
    notes = getattr(get_type_hints(row, include_extras=True)[name], "__metadata__", ())
    return next((tuple(map(str, note.words)) for note in notes if isinstance(note, OneOf)), None)
