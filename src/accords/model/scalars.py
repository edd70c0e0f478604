"""What annotates a field (documentation, limits, references) and the texts of one fixed form: ids, dates, hashes."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from attrs import frozen

from accords import dates, durations
from accords.dates import Edtf
from accords.durations import Duration

__all__ = [
    "ActorId",
    "ClaimId",
    "Doc",
    "EventId",
    "Id",
    "Language",
    "MinItems",
    "Minimum",
    "ObligationId",
    "OwnId",
    "Period",
    "ReadingId",
    "Reference",
    "ReferenceKind",
    "Scalar",
    "Sha256",
    "SourceId",
    "SubjectId",
    "Text",
    "TimeZone",
    "When",
]


@frozen
class Doc:
    """What a field means, with example values for the documentation and for editors."""

    text: str
    examples: tuple[str | int | bool, ...] = ()


@frozen
class Scalar:
    """A text of one fixed form, which the schema names and describes once."""

    name: str
    text: str
    pattern: str
    examples: tuple[str, ...] = ()
    max_length: int | None = None
    format: str | None = None


@frozen
class MinItems:
    """A list holds at least ``count`` items."""

    count: int


@frozen
class Minimum:
    """A number is at least ``value``."""

    value: int


ReferenceKind: TypeAlias = Literal[
    "actor", "source", "obligation", "event", "claim", "reading", "condition", "relation", "subject"
]
"""What an id stands for; a ``subject`` is an obligation, an event or a condition."""


@frozen
class Reference:
    """The text is the id of something of this kind elsewhere in the record."""

    kind: ReferenceKind


@frozen
class OwnId:
    """The text is the id of the object that holds it."""


_SLUG = Scalar(
    "Id",
    "A short name made of lower-case ASCII letters, digits and single hyphens, dots or underscores between them.",
    r"^[a-z0-9]+([._-][a-z0-9]+)*$",
    ("serbia", "stop-issuing-plates"),
    max_length=100,
)

Id = Annotated[str, _SLUG]
ActorId = Annotated[str, _SLUG, Reference("actor")]
SourceId = Annotated[str, _SLUG, Reference("source")]
ObligationId = Annotated[str, _SLUG, Reference("obligation")]
EventId = Annotated[str, _SLUG, Reference("event")]
ClaimId = Annotated[str, _SLUG, Reference("claim")]
ReadingId = Annotated[str, _SLUG, Reference("reading")]
SubjectId = Annotated[str, _SLUG, Reference("subject")]

Text = Annotated[
    str,
    Scalar("Text", "A text that is not blank.", r"[^ \t\r\n]"),
]

Language = Annotated[
    str,
    Scalar(
        "LanguageTag",
        "A BCP 47 language tag.",
        r"^[A-Za-z]{2,3}(-[A-Za-z]{3})?(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*$",
        ("en", "sq", "sr-Latn"),
    ),
]

TimeZone = Annotated[
    str,
    Scalar(
        "TimeZone",
        "A time zone of the IANA database.",
        r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$",
        ("UTC", "Europe/Brussels"),
    ),
]

Sha256 = Annotated[
    str,
    Scalar("Hash", "A SHA-256 digest in lower-case hexadecimal.", r"^[0-9a-f]{64}$"),
]

When = Annotated[
    Edtf,
    Scalar(
        "Date",
        "A date in EDTF (ISO 8601-2): a year, month or day, a date-time with offset, unspecified digits (X), "
        "a qualifier (? ~ %), or an interval of dates, open at one end as '..' if need be.",
        dates.PATTERN,
        dates.EXAMPLES,
        format="edtf",
    ),
]

Period = Annotated[
    Duration,
    Scalar(
        "Duration",
        "A duration in ISO 8601 with whole numbers; a leading minus counts backwards.",
        durations.PATTERN,
        durations.EXAMPLES,
    ),
]
