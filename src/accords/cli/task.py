"""What ``accords validate`` is asked to do, as one plain value, and the steps that do it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from attrs import evolve, field, frozen

from accords.corpus.mending import Mended, mend_files
from accords.corpus.records import read_records
from accords.reading import Limits
from accords.report import FORMATS, View
from accords.settings import Settings, find_settings, read_config
from accords.validate import Examination

__all__ = ["ExitCode", "Task"]


@frozen(kw_only=True)
class Task:
    """What to validate, by which settings, and how to write what is found.

    ``given`` are the settings of this call by name; they go before those of a file. ``config`` is the file that
    counts for all records; without it each record has the nearest one, unless ``is_alone``.
    """

    paths: tuple[str, ...]
    form: str = "full"
    view: View = field(factory=View)
    limits: Limits = field(factory=Limits)
    given: tuple[tuple[str, Any], ...] = ()
    config: Path | None = None
    is_alone: bool = False
    stdin_name: str = "<stdin>"

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

    def examine(self, stdin: BinaryIO | None = None) -> Iterator[Examination]:
        """Examine the records, one by one."""
        return read_records(
            self.paths, limits=self.limits, settings=self.chooser(), stdin=stdin, stdin_name=self.stdin_name
        )

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
