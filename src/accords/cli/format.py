"""``accords format``: records in their canonical layout."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from accords.cli.options import color_option, output_option, wants_color, write_output
from accords.cli.writing_to import force_option, refuse_overwriting, refuse_replacing
from accords.codec.reading import ReadText, read_bytes, read_file, read_stream
from accords.corpus import find_records
from accords.diagnostics import InvalidRecordError, Report
from accords.differing import differing_lines
from accords.formatting import reformat_reading
from accords.prose import counted, printable
from accords.validate.report import render_full
from accords.writing import write_whole

__all__ = ["command"]

_COLORS = {"+": "green", "-": "red", "@": "cyan"}


@click.command("format")
@click.argument("paths", nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a record would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change, and exit with 1 where it would.")
@output_option
@force_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="No remarks beside the records and the differences.")
def command(
    *, paths: tuple[str, ...], check: bool, diff: bool, output: Path | None, force: bool, color: str, quiet: bool
) -> int:
    """Lay records out in the canonical way. What they say does not change.

    PATHS are files, folders (searched for *.accord.json), patterns, or - for standard input, which is written to
    standard output. Files are replaced, whole or not at all; with -o a single record is written to that file.
    A record that cannot be read is left as it is, and does not stop the others.

    Exit code 0, 1 where --check or --diff finds a difference, 2 where a record cannot be read or written.
    """
    names = [path for name in paths for path in (["-"] if name == "-" else find_records([name]))]
    if output is not None and not diff and len(names) > 1:
        raise click.UsageError("-o takes a single record")
    refuse_overwriting(output, paths, force=force)
    if not diff:
        refuse_replacing(output, force=force)
    done: Counter[str] = Counter()
    parts: list[str] = []
    colored = output is None and wants_color(color)
    for name in names:
        raw, reading = _read(name)
        try:
            text = reformat_reading(reading)
        except InvalidRecordError as error:
            _complain(error.report, reading.text, color)
            done["failed"] += 1
            continue
        changed = text.encode() != raw
        done["changed" if changed else "kept"] += 1
        if diff:
            parts += _difference(str(name), raw.decode(), text, colored=colored)
        elif check:
            if changed and not quiet:
                click.echo(f"would change: {printable(str(name))}")
        elif output is not None or name == "-":
            parts.append(text)
        elif changed and not _replace(Path(name), raw, text):
            done["changed"] -= 1
            done["failed"] += 1
    if parts or (output is not None and not done["failed"] and not check):
        write_output("".join(parts), output)
    if not quiet and (diff or check or not (parts or output)):
        click.echo(_summary(done, dry=check or diff), err=diff)
    return 2 if done["failed"] else int((check or diff) and done["changed"] > 0)


def _read(name: Path | str) -> tuple[bytes, ReadText]:
    """The bytes of a record, and what came of reading them."""
    if name == "-":
        if not sys.stdin:
            raise click.ClickException("standard input is closed")
        reading = read_stream(sys.stdin.buffer)
        return (reading.text or "").encode(), reading
    found = read_file(name)
    if isinstance(found, bytes):
        return found, read_bytes(found, file=str(name))
    return b"", ReadText(file=str(name), findings=(found,))


def _replace(path: Path, raw: bytes, text: str) -> bool:
    """Write ``text`` in place of ``raw``, unless somebody else has written there since."""
    try:
        if path.read_bytes() != raw:
            click.echo(f"Error: {printable(str(path))} has changed while it was read; it is left as it is", err=True)
            return False
        write_whole(path, text)
    except OSError as error:
        click.echo(f"Error: {printable(str(path))} cannot be written: {error.strerror}", err=True)
        return False
    return True


def _complain(report: Report, text: str | None, color: str) -> None:
    click.echo(render_full(report, text, color=wants_color(color, sys.stderr)), err=True, color=True)


def _difference(name: str, old: str, new: str, *, colored: bool) -> list[str]:
    lines = differing_lines(
        old.splitlines(), new.splitlines(), printable(name), f"{printable(name)} (laid out)", lineterm=""
    )
    shown = [printable(line) for line in lines]
    if colored:
        shown = [click.style(line, fg=_COLORS.get(line[:1])) for line in shown]
    return [f"{line}\n" for line in shown]


def _summary(done: Counter[str], *, dry: bool) -> str:
    would = "would be laid out anew" if dry else "laid out anew"
    parts = [f"{counted(done['changed'], 'record')} {would}"] if done["changed"] else []
    if done["kept"]:
        parts.append(f"{counted(done['kept'], 'record')} left as {'it is' if done['kept'] == 1 else 'they are'}")
    if done["failed"]:
        parts.append(f"{counted(done['failed'], 'record')} could not be read or written")
    return ", ".join(parts) + "." if parts else "No records."
