"""The small parts of texts about findings: places, suggestions and colours; texts that are no UTF-8."""

from __future__ import annotations

import re

import pytest

from accords.codec.reading.encoding import decode
from accords.diagnostics import Diagnostic
from accords.formatting import reformat
from accords.rules import Severity
from accords.validate.report.paint import dim, meant, paint, place_of
from accords.version import VERSION


def _found(**more: object) -> Diagnostic:
    about = {"code": "ACC101", "name": "missing-field", "severity": Severity.ERROR, "message": "m", "pointer": ""}
    return Diagnostic(**{**about, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({}, "record"),
        ({"file": "a.json"}, "a.json"),
        ({"file": "a\x1b.json", "line": 2, "column": 3}, "a\\u001b.json:2:3"),
    ],
)
def test_a_place_is_told_as_far_as_there_is_one(more: dict[str, object], place: str) -> None:
    assert place_of(_found(**more)) == place


@pytest.mark.parametrize(("on_key", "words"), [(True, "`due`"), (False, '"due"')])
def test_a_name_is_quoted_as_code_and_a_value_as_text(on_key: bool, words: str) -> None:
    assert meant(_found(suggestion="due", on_key=on_key)) == words


def test_without_colour_a_text_stays_as_it_is() -> None:
    assert paint("a", _found(), color=False) == dim("a", color=False) == "a"
    assert paint("a", _found(), color=True).startswith("\x1b[31m")


@pytest.mark.parametrize(("raw", "code"), [(b"\xff\xfe{\x00", "ACC003"), (b'{"a": "\xe9"}', "ACC003")])
def test_bytes_that_are_no_utf_8_are_a_finding(raw: bytes, code: str) -> None:
    found = decode(raw)
    assert isinstance(found, Diagnostic)
    assert found.code == code


def test_utf_8_is_the_text_it_stands_for() -> None:
    assert decode("é".encode()) == "é"


def test_a_text_that_is_laid_out_is_laid_out_as_it_was() -> None:
    once = reformat('{"id": "a",\n\n"title": "A"}')
    assert reformat(once) == once


def test_the_version_is_one_that_package_indexes_order() -> None:
    """Three numbers, and what comes before a release."""
    assert re.fullmatch(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+|\.dev\d+)?", VERSION)
