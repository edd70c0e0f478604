"""What the verbs about texts share: what is said of a source, the folder, and the record that cites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import frozen

from accords.model.agreement import Agreement
from accords.prose import printable
from accords.suggest import UnknownIdError
from accords.texts.edition import TextEdition, TextError
from accords.texts.finding import Passage
from accords.texts.kept import read_kept
from accords.vocabulary import SourceKind

__all__ = ["CitedSource", "folder_option", "kept_text", "source_options", "source_text"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def folder_option(command: _Command) -> _Command:
    """``--folder``."""
    return click.option(
        "--folder",
        type=click.Path(file_okay=False, path_type=Path),
        help="The folder of texts, if it is not called texts.",
    )(command)


def source_options(command: _Command) -> _Command:
    """What is known of a source."""
    kinds = [each.value for each in SourceKind]
    for option in (
        click.option("--url", metavar="URL", help="Where it was found."),
        click.option("--language", metavar="TAG", help="Its language, as in en or sr-Latn."),
        click.option("--published", metavar="DATE", help="When it was published, as in 2022-11-23."),
        click.option("--publisher", metavar="NAME", help="Who published it."),
        click.option("--title", metavar="WORDS", help="Its title; by default the one that the file has."),
        click.option("--kind", type=click.Choice(kinds), help="What sort of source it is."),
    ):
        command = option(command)
    return command


def kept_text(folder: Path, source_id: str) -> TextEdition:
    """The text that is kept under an id, or in the file of that name. Raises click.UsageError where there is none."""
    if source_id.endswith(".txt"):
        folder, source_id = Path(source_id).parent, Path(source_id).stem
    try:
        return read_kept(folder, source_id)
    except TextError as wrong:
        raise click.UsageError(printable(str(wrong))) from wrong


def source_text(edition: TextEdition) -> dict[str, Any]:
    """The source of ``edition`` as a record has it; of a kind and a title that nobody said, the least is said."""
    known = edition.source
    return {
        "id": edition.id,
        "kind": known.get("kind", SourceKind.OTHER.value),
        "title": known.get("title", edition.input_name or edition.id),
        **{name: known[name] for name in ("publisher", "published", "language", "url") if name in known},
        "text_sha256": edition.sha256,
    }


@frozen
class CitedSource:
    """A source of a record, in which words are looked up."""

    source_id: str
    text_sha256: str | None

    @classmethod
    def in_record(cls, agreement: Agreement, source_id: str) -> CitedSource:
        """The source ``source_id`` of a record. Raises click.UsageError where it has none."""
        try:
            source = agreement.source(source_id)
        except UnknownIdError as wrong:
            raise click.UsageError(f"{wrong}; `accords text add` adds one") from wrong
        return cls(source_id, source.text_sha256)

    def check(self, edition: TextEdition) -> None:
        """Raise where the text is not the one that the record was coded from."""
        if self.text_sha256 is not None and self.text_sha256 != edition.sha256:
            raise click.ClickException(
                f'the text "{self.source_id}" is not the one that the record was coded from: its hash is '
                f"{edition.sha256[:16]}…, that of the record {self.text_sha256[:16]}…"
            )

    def citation(self, passage: Passage, locator: str | None) -> dict[str, Any]:
        """The citation of a passage as a record has it."""
        where = locator or passage.locator
        span = {"start": passage.start, "end": passage.end, "sha256": passage.sha256}
        return {"source_id": self.source_id, **({"locator": where} if where else {}), "span": span}
