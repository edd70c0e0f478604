"""Settings: which rules count where, and what files may say about it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.rules import RULES, Severity
from accords.validate.settings import ALWAYS, FailOn, Settings, SettingsError, find_settings, read_config

NAMES = st.sampled_from(["ACC", "ACC1", "ACC10", "ACC102", "ACC3", "ACC302", "unknown-id", "acc2", "due-before-start"])


@pytest.mark.thorough
@given(st.lists(NAMES), st.lists(NAMES))
def test_the_longest_name_decides_and_ignoring_wins_a_draw(select: list[str], ignore: list[str]) -> None:
    """Held against the sentence itself, for every rule."""

    def longest(code: str, names: list[str]) -> int:
        covering = [name for name in names if code.startswith(name.upper()) or RULES[code].name == name]
        return max((len(name) if name.upper().startswith("ACC") else 6 for name in covering), default=0)

    settings = Settings(select=tuple(select), ignore=tuple(ignore))
    for code in RULES:
        counts = code in ALWAYS or longest(code, select) > longest(code, ignore)
        assert settings.counts(code) is counts


def test_everything_counts_by_default_and_only_errors_fail() -> None:
    """As without any settings."""
    assert all(Settings().counts(code) for code in RULES)
    assert [Settings().fails(severity) for severity in Severity] == [True, False, False]


@pytest.mark.parametrize(
    ("fail_on", "fails"),
    [("error", "error"), ("warning", "error warning"), ("info", "error warning info"), ("never", "")],
)
def test_a_record_fails_from_the_severity_that_is_set(fail_on: str, fails: str) -> None:
    """And for everything above it."""
    settings = Settings(fail_on=FailOn(fail_on))
    assert [str(one) for one in Severity if settings.fails(one)] == fails.split()


def test_that_a_record_was_not_looked_at_is_always_told() -> None:
    """Whatever is selected."""
    settings = Settings(select=("ACC302",), ignore=("ACC",), per_file_ignores=(("*", ("ACC",)),))
    assert [code for code in RULES if settings.counts(code, "a.accord.json")] == sorted(ALWAYS)


def test_extending_adds_to_what_is_selected() -> None:
    """So that a file may choose families, and a call one rule more."""
    settings = Settings(select=("ACC1",), extend_select=("due-before-start",))
    assert {code for code in RULES if settings.counts(code)} - ALWAYS == {c for c in RULES if c[:4] == "ACC1"} | {
        "ACC302"
    }


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"select": ("ACC8",)}, 'no rule is called "ACC8"'),
        ({"ignore": ("unknwon-id",)}, 'did you mean "unknown-id"?'),
        ({"ignore": "ACC2"}, "given as a list"),
        ({"select": (5,)}, "by code or name"),
        ({"fail_on": "warnings"}, 'did you mean "warning"?'),
        ({"fail_on": 5}, "it is one of error, warning, info or never"),
        ({"max_findings": -1}, "0 or more"),
        ({"max_findings": True}, "0 or more"),
        ({"as_of": "2022-11"}, "is not one day"),
        ({"as_of": "soon"}, "soon"),
        ({"per_file_ignores": {"*": ["ACC77"]}}, "ACC77"),
    ],
)
def test_a_setting_that_says_nothing_is_refused_with_advice(values: dict[str, object], message: str) -> None:
    """At once, where it is made."""
    with pytest.raises(SettingsError) as caught:
        Settings(**values)  # type: ignore[arg-type]
    assert message in str(caught.value)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_file_counts_alone(tmp_path: Path) -> None:
    """Walking up from the folder of the record; accords.toml goes before pyproject.toml in one folder."""
    _write(tmp_path / "pyproject.toml", '[tool.accords]\nignore = ["ACC1"]\nstrict = true\n')
    _write(tmp_path / "a" / "pyproject.toml", '[tool.other]\nx = 1\n[tool.accords]\nignore = ["ACC2"]\n')
    _write(tmp_path / "a" / "accords.toml", 'ignore = ["ACC3"]\n')
    _write(tmp_path / "b" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert find_settings(tmp_path / "x.accord.json").ignore == ("ACC1",)
    assert find_settings(tmp_path / "a" / "x.accord.json") == read_config(tmp_path / "a" / "accords.toml")
    assert find_settings(tmp_path / "a" / "x.accord.json").fail_on == "error"
    assert find_settings(tmp_path / "a" / "deep" / "er" / "x.accord.json").ignore == ("ACC3",)
    assert find_settings(tmp_path / "b" / "x.accord.json").fail_on == "warning"


def test_a_repository_is_a_boundary(tmp_path: Path) -> None:
    """What lies above it says nothing about the records in it; its own root still does."""
    _write(tmp_path / "accords.toml", 'ignore = ["ACC1"]\n')
    (tmp_path / "inner" / ".git").mkdir(parents=True)
    assert find_settings(tmp_path / "inner" / "x.accord.json") == Settings()
    _write(tmp_path / "inner" / "accords.toml", 'ignore = ["ACC2"]\n')
    assert find_settings(tmp_path / "inner" / "deep" / "x.accord.json").ignore == ("ACC2",)


def test_rules_are_left_out_for_files_that_a_pattern_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the path below the file with the settings or by the name, from whatever folder the command is run."""
    _write(tmp_path / "accords.toml", '[per-file-ignores]\n"drafts/*" = ["ACC3"]\n"old-*.json" = ["unknown-id"]\n')
    settings = find_settings(tmp_path / "x.accord.json")
    assert settings.counts("ACC302", str(tmp_path / "x.accord.json"))
    assert not settings.counts("ACC302", str(tmp_path / "drafts" / "deep" / "x.accord.json"))
    assert not settings.counts("ACC201", str(tmp_path / "a" / "old-1.accord.json"))
    monkeypatch.chdir(tmp_path / ".")
    assert not settings.counts("ACC302", os.path.join("drafts", "x.accord.json"))
    assert settings.counts("ACC302")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["ACC"]\n', 'accords.toml:1: there is no setting "selct"; did you mean `select`?'),
        (
            "\nextend_select = []\n",
            'accords.toml:2: there is no setting "extend_select"; did you mean `extend-select`?',
        ),
        ("colour = true\n", "the keys are select, extend-select"),
        ('select = ["ACC"]\nignore = ["unknown-di"]\n', 'accords.toml:2: no rule is called "unknown-di"'),
        ("strict = 1\n", "`strict` is true or false"),
        ('strict = true\nfail-on = "never"\n', "`strict` and `fail-on` say the same thing"),
        ("per-file-ignores = 5\n", "is a table of patterns"),
        ('[per-file-ignores]\n"*" = "ACC1"\n', "given as a list"),
        ("max-findings = 1.5\n", "0 or more"),
        ("select = [\n", "accords.toml is not TOML"),
        ("\x00", "accords.toml is not TOML"),
    ],
)
def test_a_file_that_says_something_unknown_is_refused_by_name_and_line(
    text: str, message: str, tmp_path: Path
) -> None:
    """A misspelt key would otherwise do nothing, without a word."""
    path = _write(tmp_path / "accords.toml", text)
    with pytest.raises(SettingsError) as caught:
        read_config(path)
    assert message in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_file_without_our_table_and_one_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """Where they were named on purpose."""
    with pytest.raises(SettingsError, match=r"has no table \[tool.accords\]"):
        read_config(_write(tmp_path / "pyproject.toml", "[tool.other]\n"))
    with pytest.raises(SettingsError, match="is not a table"):
        read_config(_write(tmp_path / "a" / "pyproject.toml", "tool.accords = 5\n"))
    with pytest.raises(SettingsError, match="cannot be read"):
        read_config(tmp_path / "missing.toml")


def test_a_file_of_settings_that_is_too_large_is_not_read_on(tmp_path: Path) -> None:
    """It lies beside a record and may come from a stranger."""
    with pytest.raises(SettingsError, match="too large"):
        read_config(_write(tmp_path / "accords.toml", "#" * 1_000_001))
    with pytest.raises(SettingsError, match="is not TOML"):
        read_config(_write(tmp_path / "accords.toml", "x = " + "[" * 100_000))


def test_folders_that_cannot_be_looked_into_have_no_settings() -> None:
    """Names that are too long, or hold what no name can hold: reading the record says so."""
    assert find_settings("a" * 5000 + "/x.accord.json") == Settings()
