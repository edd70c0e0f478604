"""The settings of a run, as one plain value."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any

from attrs import field, frozen

from accords.dates import DateError, DateLike, as_optional_date
from accords.prose import composed, listed, quoted
from accords.rules import Severity
from accords.suggest import nearest
from accords.validate.settings.selection import SettingsError, codes_named, is_chosen

__all__ = ["FailOn", "Settings"]


class FailOn(StrEnum):
    """The least severity for which a record fails."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def _rules(value: Any) -> tuple[str, ...]:
    """Names of rules, each known."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise SettingsError(f"rules are given as a list of codes and names, not as {quoted(str(value))}")
    names = tuple(value)
    for name in names:
        if not isinstance(name, str):
            raise SettingsError(f"rules are given by code or name, not as {quoted(str(name))}")
        codes_named(name)
    return names


def _per_file(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs = value.items() if isinstance(value, dict) else value
    return tuple((str(pattern), _rules(names)) for pattern, names in pairs)


def _fail_on(value: Any) -> FailOn:
    words = [str(word) for word in FailOn]
    if value in words:
        return FailOn(value)
    meant = nearest(str(value), words)
    advice = f"did you mean {quoted(meant)}?" if meant else f"it is one of {listed(words, 'or')}"
    raise SettingsError(f"a record cannot fail on {quoted(str(value))}; {advice}")


def _most(_: Any, __: Any, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise SettingsError(f"the number of findings to print is 0 or more, not {quoted(str(value))}")


def _day(value: DateLike | None) -> str | None:
    try:
        day = as_optional_date(value)
    except DateError as error:
        raise SettingsError(str(error)) from error
    if day is None:
        return None
    if not day.is_exact_day:
        raise SettingsError(f"{quoted(day.text)} is not one day")
    return day.text


@frozen(kw_only=True)
class Settings:
    """Which findings count, and when a record fails for them.

    Args:
        select: the rules that count, as codes, beginnings of codes (``ACC2``) or names (``unknown-id``).
        extend_select: rules that count besides.
        ignore: rules that do not count. Of several names that cover a rule the longest decides.
        per_file_ignores: pattern of paths → rules that never count in the files it fits. Pairs or a dict. A
            pattern is held against the path below ``root`` and against the name of the file; ``*`` stands for any
            characters.
        root: the folder below which those paths begin; None takes them as they are.
        fail_on: the least severity for which a record fails.
        max_findings: how many findings of a record are printed; 0 prints all. All are counted.
        as_of: the day by which waivers with an end are judged, that of a moment in the record's time zone; None lets
            all stand.

    Raises:
        SettingsError: a rule is unknown, or a value is none that the setting can have.
    """

    select: tuple[str, ...] = field(default=("ACC",), converter=_rules)
    extend_select: tuple[str, ...] = field(default=(), converter=_rules)
    ignore: tuple[str, ...] = field(default=(), converter=_rules)
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), converter=_per_file)
    root: str | None = None
    fail_on: FailOn = field(default=FailOn.ERROR, converter=_fail_on)
    max_findings: int = field(default=20, validator=_most)
    as_of: str | None = field(default=None, converter=_day)

    def counts(self, code: str, file: str | None = None) -> bool:
        """Whether findings with ``code`` count in the record that is read from ``file``."""
        never = [name for pattern, names in self.per_file_ignores if _fits(file, pattern, self.root) for name in names]
        return is_chosen(code, (*self.select, *self.extend_select), self.ignore, never)

    def fails(self, severity: Severity) -> bool:
        """Whether a record fails for a finding of ``severity``."""
        return self.fail_on != FailOn.NEVER and _ORDER.index(severity) <= _ORDER.index(Severity(self.fail_on))


def _fits(file: str | None, pattern: str, root: str | None) -> bool:
    if file is None:
        return False
    path = PurePath(file)
    if root is not None and (whole := PurePath(os.path.realpath(file))).is_relative_to(os.path.realpath(root)):
        path = whole.relative_to(os.path.realpath(root))
    # Systems differ in the form in which they keep names of files.
    below, name, fitting = composed(path.as_posix()), composed(path.name), composed(pattern)
    return fnmatchcase(below, fitting.removeprefix("./")) or fnmatchcase(name, fitting)
