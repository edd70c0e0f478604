"""``accords validate``: everything that is wrong with the records that are named."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import evolve

from accords.cli.options import color_option, output_option, standard_input, today_in, wants_color, write_output
from accords.cli.progress import Progress, is_shown
from accords.cli.task import ExitCode, Task
from accords.cli.writing_to import form_for, refuse_overwriting
from accords.codec.reading import Limits
from accords.corpus import ProcessEndedError, ResumptionError, unified_diff, watch, write_mended
from accords.prose import counted, listed, printable
from accords.validate.report import FORMATS, View
from accords.validate.settings import FailOn, SettingsError, config_near

__all__ = ["command"]

_OF_LINES = ("fix", "diff", "watched", "resume", "reject", "output", "statistics", "show_waived")
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_FOR_PEOPLE = ("full", "concise")
_ENDINGS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".markdown": "markdown",
}
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _rules_option(name: str, help_text: str) -> Callable[[_Command], _Command]:
    return click.option(name, metavar="RULES", multiple=True, help=help_text)


@click.command("validate")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="How to write findings; by default as the ending of the output says, else full.",
)
@output_option
@click.option("-q", "--quiet", is_flag=True, help="Write findings only, no summary.")
@color_option
@_rules_option("--select", "Only these rules: codes, beginnings of codes or names, parted by commas.")
@_rules_option("--extend-select", "These rules besides those that are selected.")
@_rules_option("--ignore", "Not these rules. The longest name that covers a rule decides.")
@click.option("--strict", is_flag=True, help="Fail for warnings too, as with --fail-on warning.")
@click.option("--fail-on", type=click.Choice([str(one) for one in FailOn]), help="The least severity to fail for.")
@click.option("--max-findings", type=click.IntRange(0), help="How many findings of a record to print; 0 for all.")
@click.option("--statistics", is_flag=True, help="Count the findings of each kind.")
@click.option("--show-waived", is_flag=True, help="Print what the records waive, with the reasons.")
@click.option("--as-of", metavar="DATE", help="The day by which waivers with an end are judged; by default today.")
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended safely, such as misspelt names.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option("--watch", "watched", is_flag=True, help="Go on, and validate again what changes, until Ctrl-C.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, help="So many processes share the work.")
@click.option("--resume", type=_NEW_FILE, help="Pass over what this file says was sound, and add to it what is.")
@click.option("--reject", type=_NEW_FILE, help="Write records that fail to this new file, one on each line.")
@click.option("--stdin-filename", metavar="NAME", help="What standard input is called, for findings and settings.")
@click.option("--config", type=click.Path(path_type=Path), help="The file of settings, in place of the nearest one.")
@click.option("--no-config", is_flag=True, help="No file of settings.")
@click.option(
    "--max-bytes", type=click.IntRange(1), default=Limits().max_bytes, show_default=True, help="Largest file."
)
@click.option(
    "--max-depth", type=click.IntRange(1), default=Limits().max_depth, show_default=True, help="Deepest nesting."
)
def command(**options: Any) -> int:
    """Say everything that is wrong with records.

    PATHS are files, folders (searched for *.accord.json), patterns, or - for standard input. A file that ends in
    .jsonl or .jsonl.gz holds a record on each line. Of a workbook (.xlsx) each finding is told at its cell.

    Exit code 0 where no record fails, 1 where one does, 2 where something cannot be read or the usage is wrong. A
    record fails for errors, unless --strict or --fail-on say otherwise.
    """
    refuse_overwriting(options["output"], [*options["paths"], options["config"]])
    # With --diff it is a difference that is written, whatever the name ends in.
    output = None if options["diff"] else options["output"]
    options["form"] = form_for(options["form"], output, _ENDINGS, "full")
    _refuse(options)
    _refuse_with_books(options)
    try:
        task = _task(options)
        if any(map(_is_workbook, task.paths)):
            return _validate_books(task, quiet=options["quiet"])
        if options["diff"]:
            return _diff(task, options["output"])
        if options["watched"]:
            return _watch(task)
        if options["fix"]:
            task = _fix(task)
        return _validate(task, options["output"])
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    except ResumptionError as error:
        raise click.UsageError(f"--resume: {error}") from error
    except ProcessEndedError as error:
        raise click.ClickException(str(error)) from error


def _refuse(options: dict[str, Any]) -> None:
    """Options that do not go together."""
    changes = options["fix"] or options["diff"]
    wrong = {
        "--strict and --fail-on say the same thing: give one of them": options["strict"] and options["fail_on"],
        "--config and --no-config do not go together": options["config"] and options["no_config"],
        "--fix and --diff do not go together": options["fix"] and options["diff"],
        "standard input cannot be mended: name a file": changes and "-" in options["paths"],
        "--watch goes with files, and with the formats full and concise on the terminal": options["watched"]
        and ("-" in options["paths"] or options["output"] or changes or options["form"] not in _FOR_PEOPLE),
        "--statistics goes with the formats full and concise": options["statistics"]
        and options["form"] not in _FOR_PEOPLE,
        "--resume and --reject do not go with --fix, --diff or --watch": (options["resume"] or options["reject"])
        and (changes or options["watched"]),
        "--reject names a file that is there already: name a new one": options["reject"] and options["reject"].exists(),
        "--stdin-filename goes with - for standard input": options["stdin_filename"] and "-" not in options["paths"],
    }
    for reason, is_so in wrong.items():
        if is_so:
            raise click.UsageError(reason)


def _is_workbook(path: str) -> bool:
    return path.lower().endswith((".xlsx", ".xlsm"))


def _refuse_with_books(options: dict[str, Any]) -> None:
    """What a workbook does not take: another record beside it, and whatever is of the lines of a record."""
    books = [path for path in options["paths"] if _is_workbook(path)]
    given = [f"--{name.replace('watched', 'watch')}" for name in _OF_LINES if options[name]]
    if options["form"] not in _FOR_PEOPLE:
        given.append(f"--format {options['form']}")
    if books and len(books) < len(options["paths"]):
        raise click.UsageError("name workbooks apart from records: their findings stand at cells")
    if books and given:
        raise click.UsageError(
            f"findings of a workbook stand at cells, and take no {listed(given)}: "
            f"`accords import {printable(books[0])} -o NAME.accord.json` makes a record, which does"
        )


def _validate_books(task: Task, *, quiet: bool) -> int:
    """What reads workbooks is loaded only here, as a verb is."""
    code: int = import_module("accords.cli.taking_in.checking").validate_books(
        task.paths, task.settings_for, quiet=quiet
    )
    return code


def _task(options: dict[str, Any]) -> Task:
    given: dict[str, Any] = {"as_of": options["as_of"] or today_in("UTC")}
    for name in ("select", "extend_select", "ignore"):
        if names := [one.strip() for part in options[name] for one in part.split(",") if one.strip()]:
            given[name] = tuple(names)
    if fail_on := FailOn.WARNING if options["strict"] else options["fail_on"]:
        given["fail_on"] = fail_on
    if options["max_findings"] is not None:
        given["max_findings"] = options["max_findings"]
    task = Task(
        paths=options["paths"],
        form=options["form"],
        view=View(
            color=options["output"] is None and wants_color(options["color"]),
            quiet=options["quiet"],
            statistics=options["statistics"],
            show_waived=options["show_waived"],
        ),
        limits=Limits(max_bytes=options["max_bytes"], max_depth=options["max_depth"]),
        given=tuple(given.items()),
        config=options["config"],
        is_alone=options["no_config"],
        stdin_name=options["stdin_filename"] or "<stdin>",
        jobs=options["jobs"],
        resume=options["resume"],
        reject=options["reject"],
    )
    task.settings_for(task.stdin_name if "-" in task.paths else task.paths[0])  # so that a slip is told at once
    return task


def _validate(task: Task, output: Path | None) -> int:
    code = ExitCode()
    progress = Progress(task.paths) if is_shown() else None
    examinations = code.watch(task.examine(standard_input(task.paths), progress))
    if output is None and is_shown() and sys.stdout.isatty():
        began = time.monotonic()
        task = evolve(task, view=evolve(task.view, elapsed=lambda: time.monotonic() - began))
    pieces = task.render(examinations)
    if output is not None or is_shown():
        write_output("".join(pieces), output)
    else:
        for piece in pieces:
            write_output(piece, None)
    return code.value


def _diff(task: Task, output: Path | None) -> int:
    mended = list(task.mend())
    write_output("".join(unified_diff(one) for one in mended), output)
    if not task.view.quiet:
        total = sum(one.count for one in mended)
        click.echo(f"{counted(total, 'finding')} would be fixed in {counted(len(mended), 'file')}.", err=True)
    code = ExitCode()
    for each in code.watch(task.examine()):
        for found in each.report.diagnostics:
            if found.code == "ACC012":
                click.echo(printable(found.message), err=True)
    return code.value


def _fix(task: Task) -> Task:
    fixed = 0
    for mended in task.mend():
        try:
            write_mended(mended)
        except OSError as error:
            raise click.ClickException(f"{printable(mended.file)} cannot be mended: {error.strerror}") from error
        fixed += mended.count
    return evolve(task, view=evolve(task.view, fixed=fixed))


def _watch(task: Task) -> int:
    def configs() -> list[Path]:
        if task.is_alone:
            return []
        return [task.config] if task.config else [found for name in task.paths if (found := config_near(Path(name)))]

    for changed in watch(task.paths, beside=configs):
        if changed:
            try:
                _validate(evolve(task, paths=tuple(changed)), None)
            except SettingsError as error:
                click.echo(f"Error: {printable(str(error))}", err=True)
        click.echo("Waiting for changes; Ctrl-C ends.", err=True)
    return 0
