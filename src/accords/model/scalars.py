"""What annotates a field, texts of one fixed form, and how values of the model are held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal, TypeAlias, get_args, get_origin

import attrs
from attrs import frozen

from accords import dates, vocabulary
from accords.dates import Edtf, durations
from accords.dates.durations import Duration

__all__ = [
    "ActorId",
    "ClaimId",
    "Doc",
    "EventId",
    "Id",
    "Language",
    "MinItems",
    "Minimum",
    "Number",
    "ObligationId",
    "OwnId",
    "Period",
    "Pointer",
    "ReadingId",
    "Reference",
    "ReferenceKind",
    "RuleCode",
    "Scalar",
    "ScaleId",
    "Sha256",
    "SourceId",
    "SubjectId",
    "Text",
    "TimeZone",
    "When",
    "as_number",
    "as_optional_number",
    "as_tuple",
    "keep_whole",
    "plain_type",
]


def keep_whole(_: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Hold lists as tuples and words as members of their lists, whatever Python hands over.

    For ``attrs.frozen(field_transformer=...)``. Type checkers ask for tuples and members in the first place; at
    run time another sequence and a word in plain text are taken for what they stand for, so that equal records
    are equal. A text is never taken for a list of its letters.
    """
    return [_with_converter(one) if one.converter is None else one for one in fields]


def _with_converter(attribute: attrs.Attribute[Any]) -> attrs.Attribute[Any]:
    # Annotations are still texts here: what they name may not exist yet.
    kind = _without_notes(str(attribute.type))
    words = _words_named(kind)
    if kind.startswith("tuple["):
        members = _words_named(kind.removeprefix("tuple["))
        return attribute.evolve(converter=_shown(lambda value: _members(value, members), kind))
    if words is not None:
        return attribute.evolve(converter=_shown(lambda value: _word(value, words), kind))
    return attribute


def _without_notes(annotation: str) -> str:
    """The type in an annotation: ``tuple[Text, ...]`` of ``Annotated[tuple[Text, ...], Doc("…")]``."""
    inner, depth = annotation.partition("[")[2].lstrip(), 0
    for place, letter in enumerate(inner):
        depth += (letter == "[") - (letter == "]")
        if letter == "," and not depth:
            return inner[:place].rstrip()
    return inner


def _shown(converter: Callable[[Any], Any], kind: str) -> Callable[[Any], Any]:
    """The same, saying what it takes, which attrs hands on to ``help``."""
    converter.__annotations__ = {"value": kind}
    return converter


def _words_named(annotation: str) -> type[vocabulary.Vocabulary] | None:
    name = annotation.replace("|", ",").replace("]", ",").partition(",")[0].strip()
    found = getattr(vocabulary, name, None)
    return found if isinstance(found, type) and issubclass(found, vocabulary.Vocabulary) else None


def as_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """``value`` as a tuple, in its order. Raises TypeError for a text, which is no list of its letters, and for a set.

    A set has no order, and would give another record each time.
    """
    if isinstance(value, tuple):
        return value
    if isinstance(value, (str, bytes)):
        raise TypeError(f"expected a tuple, not the text {value!r:.64}")
    if isinstance(value, (set, frozenset, Mapping)) or not isinstance(value, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected a tuple or a list, whose order is kept, not {type(value).__name__} {value!r:.64}")
    return tuple(value)


def _members(value: Any, words: type[vocabulary.Vocabulary] | None) -> Any:
    members = as_tuple(value)
    return members if words is None else tuple(_word(member, words) for member in members)


def _word(value: Any, words: type[vocabulary.Vocabulary]) -> Any:
    return words.of(value) if value.__class__ is str else value


def as_number(value: Decimal | float) -> Decimal:
    """``value`` exactly as it is written in JSON: 0.1 is one tenth. Raises ValueError unless it is finite."""
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:  # of what is no number at all, a truth value among it
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueError(f"expected a finite number, not {value!r:.64}")
    return number


def as_optional_number(value: Decimal | float | None) -> Decimal | None:
    """``as_number``, and None for None."""
    return None if value is None else as_number(value)


def plain_type(kind: Any) -> Any:
    """The type that an annotation is about."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


@frozen
class Doc:
    """What a field means, with example values for the documentation and for editors."""

    text: str
    examples: tuple[str | int | float | bool, ...] = ()


@frozen
class Scalar:
    """A text of one fixed form, which the schema names and describes once."""

    name: str
    text: str
    pattern: str
    examples: tuple[str, ...] = ()
    max_length: int | None = None


@frozen
class MinItems:
    """A list holds at least ``count`` items."""

    count: int


@frozen
class Minimum:
    """A number is at least ``value``."""

    value: int


ReferenceKind: TypeAlias = Literal[
    "actor", "source", "obligation", "event", "claim", "reading", "condition", "relation", "scale", "subject"
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
ScaleId = Annotated[str, _SLUG, Reference("scale")]
SubjectId = Annotated[str, _SLUG, Reference("subject")]

_UNSEEN = (
    "\x00-\x20\x7f-\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff"
)
"""White space, control characters and signs without a shape, as part of a class of a regular expression."""

Text = Annotated[
    str,
    Scalar("Text", "A text that is not blank: some of it can be seen.", f"[^{_UNSEEN}]"),
]

Language = Annotated[
    str,
    Scalar(
        "LanguageTag",
        "A BCP 47 language tag.",
        r"^([A-Za-z]{2,3}|[iIxX]-[A-Za-z0-9]{1,8})(-[A-Za-z0-9]{1,8})*$",
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

RuleCode = Annotated[
    str,
    Scalar("RuleCode", "The code of a kind of finding, as `accords rule` lists them.", r"^ACC[0-9]{3}$", ("ACC302",)),
]

Pointer = Annotated[
    str,
    Scalar(
        "JsonPointer",
        "A JSON Pointer (RFC 6901) to a place in this record.",
        r"^(/([^~/]|~[01])*)+$",
        ("/third_parties/0", "/term"),
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

Number = Decimal
"""A number of JSON, held exactly as it is written, so that sums of tenths are right."""
