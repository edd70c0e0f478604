"""What ``accords validate`` is asked to do, as one plain value, and the steps that do it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from attrs import evolve, field, frozen

from accords.cli.progress import Progress
from accords.codec.reading import Limits
from accords.corpus import Resumption, examine_pieces, examine_together, keep_rejected, pieces
from accords.corpus.mending import Mended, mend_files
from accords.validate import Examination
from accords.validate.report import FORMATS, View
from accords.validate.settings import Settings, find_settings, read_config

__all__ = ["ExitCode", "Task"]


@frozen(kw_only=True)
class Task:
    """What to validate, by which settings, and how to write what is found.

    ``given`` are the settings of this call by name; they go before those of a file. ``config`` is the file that
    counts for all records; without it each record has the nearest one, unless ``is_alone``. ``jobs`` processes share
    the work. ``resume`` tells what an earlier run found sound; records that fail are written to ``reject``, a new file.
    """

    paths: tuple[str, ...]
    form: str = "full"
    view: View = field(factory=View)
    limits: Limits = field(factory=Limits)
    given: tuple[tuple[str, Any], ...] = ()
    config: Path | None = None
    is_alone: bool = False
    stdin_name: str = "<stdin>"
    jobs: int = 1
    resume: Path | None = None
    reject: Path | None = None

    def settings_for(self, file: str) -> Settings:
        """The settings for the record in ``file``. Raises SettingsError where a file of settings is at fault."""
        if self.config is not None:
            settings = read_config(self.config)
        else:
            settings = Settings() if self.is_alone else find_settings(file)
        return evolve(settings, **dict(self.given))

    def chooser(self) -> Callable[[str], Settings]:
        """The same as ``settings_for``, looked up once for each folder."""

        @cache
        def in_folder(folder: str) -> Settings:
            return self.settings_for(os.path.join(folder, "record"))

        return lambda file: in_folder(os.path.dirname(file))

    def examine(self, stdin: BinaryIO | None = None, progress: Progress | None = None) -> Iterator[Examination]:
        """Examine the records, in their order; only findings are kept of them.

        Raises ResumptionError where the file to resume from is of another kind, and OSError where a file that is
        kept beside the records cannot be opened.
        """
        found = pieces(self.paths, limits=self.limits, settings=self.chooser(), stdin=stdin, stdin_name=self.stdin_name)
        resumption = Resumption(self.resume) if self.resume else None
        rejected = self.reject.open("x", encoding="utf-8") if self.reject else nullcontext()
        if progress is not None:
            found = progress.expect(found)
        if resumption is not None:
            found = resumption.skip(found)
        # A run that goes on does not know what is in the records that it passes over.
        examinations = (examine_pieces if resumption else examine_together)(found, self.jobs)
        if resumption is not None:
            examinations = resumption.note(examinations)
        if progress is not None:
            examinations = progress.count(examinations)
        with rejected as stream:
            yield from examinations if stream is None else keep_rejected(examinations, stream)

    def mend(self) -> Iterator[Mended]:
        """What is to be mended in the files, one by one; nothing is written."""
        return mend_files(self.paths, self.chooser(), self.limits)

    def render(self, examinations: Iterable[Examination]) -> Iterator[str]:
        """Write what was found, piece by piece."""
        return FORMATS[self.form](examinations, self.view)


class ExitCode:
    """What the run comes to: 0, 1 where a record fails by its settings, 2 where one cannot be read."""

    def __init__(self) -> None:
        self.value = 0

    def watch(self, examinations: Iterable[Examination]) -> Iterator[Examination]:
        """Pass ``examinations`` on, and look at each."""
        for each in examinations:
            unread = any(found.code == "ACC012" for found in each.report.diagnostics)
            self.value = max(self.value, 2 if unread else int(each.fails))
            yield each
