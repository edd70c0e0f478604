"""Where statements come from: sources, citations of them, and codes from other lists."""

from __future__ import annotations

from typing import Annotated

from attrs import field, frozen

from accords.dates import as_optional_date
from accords.model.scalars import Doc, Id, Language, Minimum, OwnId, Sha256, SourceId, Text, When, keep_whole
from accords.model.value import Value
from accords.vocabulary import Basis, IdentifierScheme, IdentifierStatus, SourceKind

__all__ = ["Citation", "Identifier", "LocalText", "Source", "Span"]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class LocalText(Value):
    """A text with the language it is in."""

    text: Annotated[Text, Doc("The text.")]
    language: Annotated[Language | None, Doc("Its language.", ("sr-Latn",))] = None


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Identifier(Value):
    """A code or id that another list gives to the same thing."""

    scheme: Annotated[IdentifierScheme, Doc("The list the code is from.")]
    value: Annotated[Text, Doc("The code as that list writes it.", ("XK", "347"))]
    status: Annotated[IdentifierStatus | None, Doc("Its standing in that list; absent means not stated.")] = None
    valid_from: Annotated[When | None, Doc("From when the list uses the code.")] = field(
        default=None, converter=as_optional_date
    )
    valid_until: Annotated[When | None, Doc("Until when the list uses the code.")] = field(
        default=None, converter=as_optional_date
    )


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Source(Value):
    """A document, post or other source that the record cites; its text is not part of the record."""

    id: Annotated[Id, OwnId(), Doc("The id by which citations name the source.", ("statement",))]
    kind: Annotated[SourceKind, Doc("What sort of source it is.")]
    title: Annotated[Text, Doc("Its title, or a few words where it has none.")]
    publisher: Annotated[Text | None, Doc("Who published it; absent means not stated.")] = None
    authors: Annotated[tuple[Text, ...], Doc("Who wrote it, as named there.")] = ()
    published: Annotated[When | None, Doc("When it was published.", ("2022-11-23",))] = field(
        default=None, converter=as_optional_date
    )
    published_basis: Annotated[Basis, Doc("Whether the source states that date.")] = Basis.STATED
    language: Annotated[Language | None, Doc("The language of the text that was coded.")] = None
    url: Annotated[Text | None, Doc("Where it was found.")] = None
    archived_url: Annotated[Text | None, Doc("Where a copy is archived.")] = None
    text_sha256: Annotated[
        Sha256 | None, Doc("SHA-256 of the UTF-8 text that was coded, against which spans are checked.")
    ] = None
    note: Annotated[Text | None, Doc("A remark by the coder about the source.")] = None
    internal: Annotated[bool, Doc("Whether it is left out of what is published.")] = False


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Span(Value):
    """An exact slice of a source's text. It matches to the letter or is an orphan; it is never moved to a likeness."""

    start: Annotated[int, Minimum(0), Doc("Offset of its first character, in Unicode code points from 0.")]
    end: Annotated[int, Minimum(1), Doc("Offset just after its last character, in code points.")]
    sha256: Annotated[Sha256, Doc("SHA-256 of the slice, encoded as UTF-8.")]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=keep_whole)
class Citation(Value):
    """The place in a source that says so."""

    source_id: Annotated[SourceId, Doc("The source.")]
    locator: Annotated[Text | None, Doc("The place in words a reader can follow.", ("¶8", "Art. 3(2)"))] = None
    span: Annotated[Span | None, Doc("The place to the character, checkable without shipping the text.")] = None
