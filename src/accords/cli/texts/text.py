"""``accords text``: the texts of sources, kept with their hashes, shown by paragraph, and cited to the letter."""

from __future__ import annotations

from pathlib import Path

import click

from accords.cli.options import color_option, write_output
from accords.cli.proposing import EditAsked, open_record, propose, refuse_record, write_option
from accords.cli.texts.edits import with_citation, with_source
from accords.cli.texts.sources import CitedSource, folder_option, kept_text, source_options, source_text
from accords.codec.reading import Limits, read_file
from accords.dates import DateError, parse_date
from accords.prose import json_text, printable
from accords.texts.edition import TextEdition, TextError
from accords.texts.extract import KEEP_OR_DROP, MOST_BYTES, edition_of
from accords.texts.finding import Passage, find_passages
from accords.texts.kept import FOLDER, keep
from accords.texts.paragraphs import Paragraph

__all__ = ["command"]


@click.group("text")
def command() -> None:
    """Keep the texts of sources, show their paragraphs, and cite them to the letter."""


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "source_id", metavar="ID", required=True, help="The id of the source.")
@source_options
@click.option(
    "--rights", metavar="WORDS", help="Under which licence the text may be published; without it, it may not."
)
@click.option("--unseen", type=click.Choice(KEEP_OR_DROP), help="What to do with signs that nobody sees.")
@click.option("--record", metavar="RECORD", help="Add the source to this record, and keep the text beside it.")
@folder_option
@write_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks.")
def add(
    *,
    file: Path,
    source_id: str,
    rights: str | None,
    unseen: str | None,
    record: str | None,
    folder: Path | None,
    write: bool,
    color: str,
    quiet: bool,
    **source: str | None,
) -> int:
    """Keep the text of FILE, plain text or HTML, DOCX or PDF, as the source ID.

    Writes texts/ID.txt, in UTF-8 and with \\n as line ends, and texts/ID.text.json with the hashes of both, what took
    the text out, and where its paragraphs are. DOCX and PDF need: pip install "accords[text]". Pictures of pages are
    not read. The source is printed as a record has it or, with --record, added to that; its difference is shown, and
    written with --write or a yes.

    Exit code 0, 1 where the record has errors, 2 where there is no text to be had, or another is kept under that id.
    """
    raw = read_file(file, Limits(max_bytes=MOST_BYTES))
    if not isinstance(raw, bytes):
        raise click.ClickException(raw.message)
    known = {name: value for name, value in source.items() if value is not None}
    if "published" in known:
        _check_date(known["published"])
    opened = None if record is None else open_record(record)
    if opened is not None and opened.agreement is None:
        return refuse_record(opened, color)
    into = folder or (Path() if record in (None, "-") else Path(str(record)).parent) / FOLDER
    try:
        edition = edition_of(raw, id=source_id, name=file.name, unseen=unseen, rights=rights, source=known)
        revision = None if opened is None else with_source(opened, edition)
        is_new = keep(edition, into)
    except TextError as wrong:
        raise click.ClickException(f"{printable(str(file))}: {_with_option(str(wrong))}") from wrong
    except OSError as wrong:
        raise click.ClickException(f"{printable(str(into))} cannot be written: {wrong.strerror}") from wrong
    if not quiet:
        click.echo(_summary(edition, into, is_new=is_new), err=True)
    if opened is None or revision is None:
        write_output(json_text(source_text(edition)), None)
        return 0
    return propose(revision, opened, EditAsked(write=write, output=None, color=color, quiet=quiet))


def _check_date(text: str) -> None:
    try:
        parse_date(text)
    except DateError as wrong:
        raise click.UsageError(f"--published: {printable(str(wrong))}") from wrong


def _with_option(message: str) -> str:
    return message.replace("say whether to keep or to drop them", "--unseen keep or --unseen drop decides about them")


def _summary(edition: TextEdition, folder: Path, *, is_new: bool) -> str:
    done = "" if is_new else "is there already: "
    where = printable(str(folder / f"{edition.id}.txt"))
    pages = max((each.page or 0 for each in edition.paragraphs), default=0)
    size = f"{len(edition.text):,} characters, {len(edition.paragraphs):,} paragraphs" + (
        f", {pages:,} pages" if pages else ""
    )
    return "\n".join([f"{done}{where}: {size}", *(f"note: {printable(note)}" for note in edition.notes)])


@command.command("show")
@click.argument("source_id", metavar="ID")
@click.option("--paragraph", "only", metavar="N", type=click.IntRange(min=1), help="This paragraph alone.")
@folder_option
def show(source_id: str, only: int | None, folder: Path | None) -> int:
    """Print the text ID by its numbered paragraphs.

    Exit code 0, or 2 where there is no such text, or it is not as it was added.
    """
    edition = kept_text(folder or Path(FOLDER), source_id)
    rows = list(enumerate(edition.paragraphs, 1))
    if only is not None and only > len(rows):
        raise click.UsageError(f"the text has {len(rows):,} paragraphs")
    chosen = rows if only is None else rows[only - 1 : only]
    write_output("".join(_shown(edition, number, each) for number, each in chosen), None)
    return 0


def _shown(edition: TextEdition, number: int, each: Paragraph) -> str:
    page = "" if each.page is None else f"p. {each.page}, "
    lines = [printable(line) for line in edition.text[each.start : each.end].split("\n")]
    return f"{page}¶{number}  " + "\n    ".join(lines) + "\n"


@command.command("cite")
@click.argument("record")
@click.argument("words")
@click.option("--source", "source_id", metavar="ID", required=True, help="The source in whose text the words stand.")
@click.option("--into", metavar="ID", help="Add the citation to what has this id: a duty, an event, a claim and so on.")
@click.option("--place", "nth", metavar="N", type=click.IntRange(min=1), help="Where they stand several times: which.")
@click.option("--locator", metavar="WORDS", help="The place in words, as in Art. 3(2); by default the paragraph.")
@folder_option
@write_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks.")
def cite(
    *,
    record: str,
    words: str,
    source_id: str,
    into: str | None,
    nth: int | None,
    locator: str | None,
    folder: Path | None,
    write: bool,
    color: str,
    quiet: bool,
) -> int:
    """Print the citation of WORDS in the text of a source of RECORD: locator, span and hash.

    The text is looked for in the folder texts beside RECORD. Words match to the letter or, where they do not, apart
    from spaces, quotation marks and case, which is then said; never by likeness. The citation is always of what the
    text says. With --into it is added to the record, which is shown as a difference and written with --write or a yes.

    Exit code 0, 1 where the words are not there or stand at several places, 2 where something cannot be read.
    """
    opened = open_record(record)
    if opened.agreement is None:
        return refuse_record(opened, color)
    place = CitedSource.in_record(opened.agreement, source_id)
    beside = Path() if record == "-" else Path(record).parent
    edition = kept_text(folder or beside / FOLDER, source_id)
    place.check(edition)
    found = find_passages(edition, words)
    if not found:
        click.echo(f'the words are not in the text "{source_id}"; `accords text show {source_id}` prints it', err=True)
        return 1
    if nth is not None and nth > len(found):
        raise click.UsageError(f"the words stand at {len(found):,} places")
    if nth is None and len(found) > 1:
        click.echo(f"the words stand at {len(found):,} places; say which with --place:", err=True)
        click.echo("\n".join(_candidate(edition, at, each) for at, each in enumerate(found, 1)), err=True)
        return 1
    passage = found[(nth or 1) - 1]
    if passage.unlike.anything:
        click.echo(_unlike(passage), err=True)
    citation = place.citation(passage, locator)
    if into is None:
        write_output(json_text(citation), None)
        return 0
    return propose(
        with_citation(opened, into, citation), opened, EditAsked(write=write, output=None, color=color, quiet=quiet)
    )


_AROUND = 30


def _candidate(edition: TextEdition, at: int, passage: Passage) -> str:
    before = edition.text[max(0, passage.start - _AROUND) : passage.start]
    after = edition.text[passage.end : passage.end + _AROUND]
    around = printable(f"…{before}[{passage.text}]{after}…".replace("\n", " "))
    return f"{at:>3}  {passage.locator or passage.start}  {around}"


def _unlike(passage: Passage) -> str:
    kinds = {
        "spaces": passage.unlike.spaces,
        "quotation marks": passage.unlike.quotation_marks,
        "case": passage.unlike.case,
    }
    differ = ", ".join(name for name, differs in kinds.items() if differs) or "signs"
    return f"the text has them with other {differ}: {printable(passage.text)}"
