"""``accords site``: a static site of published records."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from accords.cli.giving_out.folders import NotOursError, files_of, write_folder_anew
from accords.cli.options import color_option, day_in, house_style_option, wants_color, watched
from accords.cli.several import Usable, one_of, refuse_unheard
from accords.model.agreement import Agreement
from accords.prose import counted, printable
from accords.render.site.whole import ADDRESSES, MANIFEST, SiteError, render_site

__all__ = ["command"]


@click.command("site")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder of the site."
)
@click.option(
    "--as-of",
    metavar="DAY[,DAY]",
    required=True,
    help="The day that heads every page; of two, both stand side by side.",
)
@click.option("--contact", metavar="ADDRESS", required=True, help="Where readers write to: of mail, or of a page.")
@click.option("--base-url", metavar="URL", help="Where the site will stand, for cards of links and lines to embed.")
@click.option("--preview", is_flag=True, help='Take unpublished records too; every page says "not for publication".')
@click.option(
    "--withdrawn",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON: addresses that are gone, each with why, or with the address to which it leads.",
)
@house_style_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing beside what is wrong.")
def command(
    *,
    paths: tuple[str, ...],
    output: Path,
    as_of: str,
    contact: str,
    base_url: str | None,
    preview: bool,
    withdrawn: Path | None,
    house_style: str | None,
    color: str,
    quiet: bool,
) -> int:
    """Make a static site of published records: pages, feeds, a calendar and data, to be put on any server as they are.

    PATHS are records, folders, patterns or lines of records, or - for standard input. What is internal in them is left
    out. An address that the site gave before stays: where nothing stands there any more, the site is not made until
    `former_ids` of a record or --withdrawn say what became of it.

    Exit code 0, 1 where a record has errors, 2 where one may not be published, or the input cannot be read.
    """
    _, every = one_of(paths)
    usable = Usable(color=wants_color(color, sys.stderr))
    with watched(every, "record", quiet=quiet) as seen:
        records = tuple(usable.records(seen))
    usable.tell()
    if usable.unread or not records:
        usable.remark()
        return usable.exit_code or 2
    refuse_unheard("a note in the style", house_style, usable.note_users)
    days = [day_in("UTC", day.strip(), quiet=quiet) or day for day in as_of.split(",")]
    try:
        files_of(output, MANIFEST)
        files = _made(records, days, output, contact, base_url, withdrawn, house_style, preview=preview)
        changed = write_folder_anew(output, files, MANIFEST)
    except NotOursError as error:
        raise click.UsageError(f"-o {printable(str(output))}: {error}") from error
    except OSError as error:
        name = printable(str(error.filename or output))
        raise click.ClickException(f"{name} cannot be written: {error.strerror}") from error
    if not quiet:
        size = sum(map(len, files.values())) / 1_000_000
        made = f"{counted(len(records), 'record')} in {counted(len(files), 'file')} of {size:,.1f} MB"
        click.echo(f"{made}, {changed:,} of them changed: {printable(str(output / 'index.html'))}", err=True)
    return 0


def _made(
    records: tuple[Agreement, ...],
    days: list[str],
    output: Path,
    contact: str,
    base_url: str | None,
    withdrawn: Path | None,
    house_style: str | None,
    *,
    preview: bool,
) -> dict[str, bytes]:
    before = output / ADDRESSES
    try:
        return render_site(
            records,
            as_of=days,
            contact=contact,
            base_url=base_url,
            preview=preview,
            earlier=before.read_text("utf-8") if before.is_file() else None,
            withdrawn=_reasons(withdrawn),
            house_style=house_style,
        )
    except SiteError as error:
        lines = "\n".join(f"  {printable(reason)}" for reason in error.reasons)
        raise click.ClickException(f"the site is not made:\n{lines}\n{_advice(error)}") from error
    except ValueError as error:
        raise click.UsageError(printable(str(error))) from error


def _advice(error: SiteError) -> str:
    if error.vanished:
        return "put the old id into `former_ids` of the record, or name the address in a file given with --withdrawn"
    return "--preview takes drafts and what is not published, and says on every page that it is not for publication"


def _reasons(path: Path | None) -> dict[str, str]:
    """Address → why it is withdrawn, or where it leads."""
    if path is None:
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise click.UsageError(f"{printable(str(path))} is no JSON: {printable(str(error))}") from error
    if not isinstance(found, dict) or not all(isinstance(why, str) and why.strip() for why in found.values()):
        raise click.UsageError(f"{printable(str(path))} has to be an object: each address with a text that says why")
    return found
