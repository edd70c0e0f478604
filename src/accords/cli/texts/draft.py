"""``accords draft``: what to ask for, and a record made of the answer, held against the text."""

from __future__ import annotations

from pathlib import Path

import click

from accords.cli.examining import examine_argument
from accords.cli.options import output_option, write_output
from accords.cli.several import refuse_faulty
from accords.cli.texts.sources import CitedSource, folder_option, kept_text
from accords.cli.writing_to import force_option, refuse_replacing, write_answer
from accords.codec import dumps
from accords.codec.reading import Limits, read_file
from accords.diagnostics import Diagnostic
from accords.prose import printable
from accords.schema.store import DRAFT, schema_text
from accords.texts.drafts.compiling import compile_draft
from accords.texts.drafts.from_record import draft_from
from accords.texts.drafts.prompting import draft_prompt
from accords.texts.drafts.sheet import DraftError, draft_json, read_draft
from accords.texts.drafts.telling import render_compiled
from accords.texts.extract import MOST_BYTES
from accords.texts.kept import FOLDER

__all__ = ["command"]


@click.group("draft")
def command() -> None:
    """Make a record of what a person or a program reads out of a text, held against that text to the letter.

    No model is asked, and no network: `prompt` and `schema` print what to hand to one, `compile` takes its answer.
    """


_text_option = click.option(
    "--text", "source_id", metavar="ID", required=True, help="The text, as `accords text add` keeps it."
)


@command.command("schema")
@output_option
def schema(output: Path | None) -> int:
    """Print the JSON Schema of drafts, which providers of structured outputs take as it is."""
    write_answer(schema_text(DRAFT), output)
    return 0


@command.command("prompt")
@click.argument("source_id", metavar="ID")
@folder_option
@output_option
def prompt(source_id: str, folder: Path | None, output: Path | None) -> int:
    """Print instructions for a draft of the text ID, and its paragraphs as lines of JSON.

    Exit code 0, or 2 where there is no such text.
    """
    write_answer(draft_prompt(kept_text(folder or Path(FOLDER), source_id)), output)
    return 0


@command.command("compile")
@click.argument("draft", type=click.Path(path_type=Path))
@_text_option
@click.option("--id", "record_id", metavar="ID", help="The id of the record; by default made from its title.")
@click.option("--title", metavar="WORDS", help="The title of the record; by default that of the source.")
@folder_option
@output_option
@force_option
def compile_(
    *,
    draft: Path,
    source_id: str,
    record_id: str | None,
    title: str | None,
    folder: Path | None,
    output: Path | None,
    force: bool,
) -> int:
    """Make a record of DRAFT, and say on standard error what was left out of it and what to look at.

    A row whose quote does not stand in its paragraph to the letter is left out, and so is every number and date that
    the quoted sentence does not have. The record is marked as a draft that nobody has checked.

    Exit code 0, 1 where no record can be made, 2 where the draft or the text cannot be read.
    """
    refuse_replacing(output, force=force)
    edition = kept_text(folder or Path(FOLDER), source_id)
    raw = read_file(draft, Limits(max_bytes=MOST_BYTES))
    if isinstance(raw, Diagnostic):
        raise click.ClickException(raw.message)
    try:
        compiled = compile_draft(read_draft(raw), edition, id=record_id, title=title)
    except DraftError as wrong:
        raise click.ClickException(f"{printable(str(draft))}: {wrong}") from wrong
    click.echo(render_compiled(compiled), err=True, nl=False)
    if compiled.record is None:
        return 1
    write_output(dumps(compiled.record), output)
    return 0


@command.command("from")
@click.argument("record")
@_text_option
@folder_option
@output_option
@force_option
def from_(record: str, source_id: str, folder: Path | None, output: Path | None, *, force: bool) -> int:
    """Print RECORD as a draft of the text of one of its sources, and on standard error what a draft cannot hold.

    The text is looked for in the folder texts beside RECORD. Exit code 0, 1 where RECORD has errors, 2 where something
    cannot be read.
    """
    refuse_replacing(output, force=force)
    examination = examine_argument(record)
    if examination.agreement is None:
        return refuse_faulty(examination, "auto")
    beside = Path() if record == "-" else Path(record).parent
    edition = kept_text(folder or beside / FOLDER, source_id)
    CitedSource.in_record(examination.agreement, source_id).check(edition)
    drafted = draft_from(examination.agreement, edition)
    write_output(draft_json(drafted.draft), output)
    if drafted.losses:
        click.echo("not in the draft:\n" + "\n".join(f"  {printable(str(loss))}" for loss in drafted.losses), err=True)
    return 0
