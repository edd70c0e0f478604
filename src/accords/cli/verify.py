"""``accords verify``: a record's citations held against the texts they cite."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import attrs
import click
from attrs import evolve

from accords.cli.examining import examine_argument, read_text
from accords.cli.options import color_option, output_option, wants_color, write_output
from accords.cli.writing_to import form_for, refuse_overwriting
from accords.diagnostics import Report
from accords.model.agreement import Agreement
from accords.prose import counted, json_text, printable
from accords.rules import Severity
from accords.texts.kept import FOLDER
from accords.texts.verify import Verification, cited_sources, verify
from accords.validate import place
from accords.validate.report import render_full

__all__ = ["command"]


@click.command("verify")
@click.argument("file")
@click.option(
    "--source",
    "sources",
    metavar="[ID=]TEXTFILE",
    multiple=True,
    help="The text of a source; its id may be left out where citations give spans of one source only. Without any, "
    "the texts in the folder texts beside FILE.",
)
@click.option("--format", "form", type=click.Choice(["full", "json"]), help="For people, or as JSON.")
@output_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only, no count.")
@color_option
def command(file: str, sources: tuple[str, ...], form: str | None, output: Path | None, quiet: bool, color: str) -> int:
    """Check every citation span of a record against the text it is taken from.

    FILE is a record, or - for standard input. Texts are read as UTF-8 and exactly as they are: line ends and a
    byte order mark count. A span matches to the letter or is an orphan; it is never moved to a likeness.

    Exit code 0 where every span is exact, 1 where one is an orphan or could not be checked, where there is none, or
    the record has errors, 2 where something cannot be read.
    """
    refuse_overwriting(output, [file, *(each.partition("=")[2] or each for each in sources)])
    form = form_for(form, output, {".json": "json"}, "full")
    examination = examine_argument(file)
    colored = output is None and wants_color(color)
    agreement = examination.agreement
    if agreement is None:
        report = examination.report
        text = _json(report, None) if form == "json" else render_full(report, examination.text, color=colored)
        write_output(text, output)
        return 2 if any(found.code == "ACC012" for found in report.diagnostics) else 1
    verification = verify(agreement, _read_texts(agreement, sources) if sources else _kept_texts(agreement, file))
    name = examination.report.file
    placed = place(verification.report.diagnostics, examination.text, name)
    report = evolve(verification.report, file=name, diagnostics=placed)
    if form == "json":
        write_output(_json(report, verification), output)
    else:
        findings = render_full(report, examination.text, color=colored)
        parts = [findings, "" if quiet else _count(verification)]
        write_output("\n".join(part for part in parts if part), output)
    if not verification.checks and not verification.unchecked:
        click.echo("Nothing was checked: no citation of the record has a span.", err=True)
        return 1
    return int(any(found.severity is not Severity.INFO for found in report.diagnostics))


def _read_texts(agreement: Agreement, given: Iterable[str]) -> dict[str, str]:
    """Source id → text, for every ``ID=TEXTFILE``; a lone ``TEXTFILE`` is of the one source with spans."""
    known = [source.id for source in agreement.sources]
    texts: dict[str, str] = {}
    for one in given:
        source_id, sign, name = one.partition("=")
        if not sign:
            source_id, name = _only_source(agreement, one), one
        if source_id not in known:
            raise click.UsageError(f'the record has no source "{printable(source_id)}"; {_listed(known)}')
        if source_id in texts:
            raise click.UsageError(f'two texts were given for the source "{printable(source_id)}"')
        texts[source_id] = read_text(name)
    return texts


def _kept_texts(agreement: Agreement, file: str) -> dict[str, str]:
    """Source id → text, for every source of which a text is kept beside the record."""
    folder = (Path() if file == "-" else Path(file).parent) / FOLDER
    kept = [source.id for source in agreement.sources if (folder / f"{source.id}.txt").is_file()]
    if not kept:
        raise click.UsageError(
            f"no text of a source is in {printable(str(folder))}; name one with --source ID=TEXTFILE"
        )
    return {source_id: read_text(str(folder / f"{source_id}.txt")) for source_id in kept}


def _only_source(agreement: Agreement, name: str) -> str:
    cited = cited_sources(agreement)
    candidates = cited or tuple(source.id for source in agreement.sources)
    if len(candidates) != 1:
        raise click.UsageError(
            f"say of which source {printable(name)} is the text, as ID={printable(name)}; {_listed(candidates)}"
        )
    return candidates[0]


def _listed(source_ids: Iterable[str]) -> str:
    ids = ", ".join(source_ids)
    return f"sources here: {ids}" if ids else "it has no sources"


def _count(verification: Verification) -> str:
    checks, orphans = len(verification.checks), len(verification.orphans)
    parts = [f"{checks - orphans:,} exact", counted(orphans, "orphan")]
    if verification.unchecked:
        parts.append(f"{verification.unchecked:,} not checked")
    if verification.unspanned:
        parts.append(f"{verification.unspanned:,} without a span")
    total = checks + verification.unchecked + verification.unspanned
    return f"{counted(total, 'citation')}: {', '.join(parts)}\n"


def _json(report: Report, verification: Verification | None) -> str:
    plain = {
        "file": report.file,
        "ok": not any(found.severity is not Severity.INFO for found in report.diagnostics),
        "checks": [attrs.asdict(check) for check in verification.checks] if verification else [],
        "unchecked": verification.unchecked if verification else 0,
        "unspanned": verification.unspanned if verification else 0,
        "findings": [attrs.asdict(found) for found in report.diagnostics],
    }
    return json_text(plain)
