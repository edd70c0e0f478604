"""Settings from files: ``accords.toml``, or the table ``tool.accords`` of ``pyproject.toml``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from accords.prose import listed, printable, quoted
from accords.suggest import nearest
from accords.validate.settings.selection import SettingsError
from accords.validate.settings.settings import FailOn, Settings

__all__ = ["config_near", "find_settings", "read_config"]

_OWN = "accords.toml"
_SHARED = "pyproject.toml"
_LARGEST = 1_000_000
_KEYS = ("select", "extend-select", "ignore", "per-file-ignores", "strict", "fail-on", "max-findings")


def find_settings(record: str | os.PathLike[str]) -> Settings:
    """The settings that a file gives for the record at ``record``, or those without any.

    The folder of the record is looked into, then the folders above it, up to the root of the repository (the
    folder with ``.git``) or of the disk; the nearest file counts alone. In one folder ``accords.toml`` goes before
    ``pyproject.toml``, which counts only where it has a table ``tool.accords``.

    Raises:
        SettingsError: the file cannot be read, or says something that it cannot say.

    >>> accords.find_settings("examples/minimal.accord.json").select
    ('ACC',)
    """
    found = config_near(Path(record).parent)
    return read_config(found) if found else Settings()


def config_near(folder: Path) -> Path | None:
    """The file with settings that is nearest to ``folder``, in it or above it."""
    here = Path(os.path.realpath(folder))
    for place in (here, *here.parents):
        # These functions answer no where looking is not permitted; reading the record says so better.
        if os.path.isfile(place / _OWN):
            return place / _OWN
        shared = place / _SHARED
        if os.path.isfile(shared) and _may_have_settings(shared):
            return shared
        if os.path.exists(place / ".git"):
            return None
    return None


def _may_have_settings(shared: Path) -> bool:
    """Whether the file has our table; one that is at fault may have it, and reading it says what is wrong."""
    try:
        return _table(shared) is not None
    except SettingsError:
        return True


def read_config(path: Path) -> Settings:
    """The settings in the file at ``path``; of a ``pyproject.toml`` those in its table ``tool.accords``.

    Raises:
        SettingsError: it cannot be read, is no TOML, or says something that it cannot say; the message names the
            file and the key.
    """
    table = _table(path)
    if table is None:
        raise SettingsError(f"{printable(str(path))} has no table [tool.accords]")
    for key, value in table.items():
        if _has_long_number(value):
            raise SettingsError(f"{_where(path, key)}: {_LONG_NUMBER}")
        if key not in _KEYS:
            meant = nearest(key.replace("_", "-"), _KEYS)
            advice = f"did you mean `{meant}`?" if meant else f"the keys are {listed(_KEYS)}"
            raise SettingsError(f"{_where(path, key)}: there is no setting {quoted(key)}; {advice}")
    try:
        return _settings(table, path)
    except _FaultyKeyError as fault:
        raise SettingsError(f"{_where(path, fault.key)}: {fault}") from fault


class _FaultyKeyError(Exception):
    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    given: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if key == "strict":
            if not isinstance(value, bool):
                raise _FaultyKeyError(key, f"`strict` is true or false, not {quoted(str(value))}")
            if "fail-on" in table:
                raise _FaultyKeyError(key, "`strict` and `fail-on` say the same thing: give one of them")
            name, value = "fail_on", FailOn.WARNING if value else FailOn.ERROR  # noqa: PLW2901
        elif key == "per-file-ignores" and not isinstance(value, dict):
            raise _FaultyKeyError(key, "`per-file-ignores` is a table of patterns, each with a list of rules")
        one: dict[str, Any] = {name: value}
        try:
            Settings(**one)
        except SettingsError as error:
            raise _FaultyKeyError(key, str(error)) from error
        given[name] = value
    return Settings(**given, root=str(path.parent))


def _table(path: Path) -> Mapping[str, Any] | None:
    import tomllib  # noqa: PLC0415 - most runs have no settings

    try:
        with path.open("rb") as stream:
            raw = stream.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise SettingsError(f"{printable(str(path))} is too large for a file of settings")
        whole = tomllib.loads(raw.decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{printable(str(path))} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{printable(str(path))} is no text in UTF-8; save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{printable(str(path))} is not TOML: {printable(str(error))}") from error
    except SettingsError:
        raise
    except ValueError as error:  # Python converts no number of thousands of digits
        raise SettingsError(f"{printable(str(path))}: {_LONG_NUMBER}") from error
    if path.name != _SHARED:
        return whole
    tool = whole.get("tool")
    table = tool.get("accords") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{printable(str(path))}: tool.accords is not a table")
    return table


_LONG_NUMBER = "a number has too many digits"


def _has_long_number(value: Any) -> bool:
    """Whether a number in ``value`` is one that TOML does not promise to keep: Python may not even print it."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return any(map(_has_long_number, value))
    return isinstance(value, int) and not -(2**63) <= value < 2**63


def _where(path: Path, key: str) -> str:
    """The file, and the line on which ``key`` is set, as far as that can be told without a parser of our own."""
    lines = path.read_text("utf-8-sig", "replace").splitlines()
    names = (key, f'"{key}"', f"'{key}'")
    for number, line in enumerate(lines, 1):
        written = line.strip().removeprefix("[").removeprefix("tool.accords.")
        if written.startswith(names) and written[len(key) : len(key) + 1] in ("", " ", "=", "]", "."):
            return f"{printable(str(path))}:{number}"
    return printable(str(path))
