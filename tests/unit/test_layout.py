"""Canonical layout of JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.layout import WIDTH, lay_out

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=40)


@given(JSON)
def test_layout_changes_no_value_and_no_order(value: object) -> None:
    """What is written reads back as the same, members in the same order."""
    back = json.loads(lay_out(value))
    assert json.dumps(back) == json.dumps(value)


@given(JSON)
def test_a_line_is_too_long_only_where_a_single_member_is(value: object) -> None:
    """Whatever has parts to be opened is opened before it runs over the width."""
    for line in lay_out(value).split("\n"):
        bare = line.strip().rstrip(",")
        if len(line) > WIDTH + 1 and not bare.endswith(("[", "{")):
            inner = json.loads("{" + bare + "}") if line.startswith("  ") and _is_member(bare) else json.loads(bare)
            value = next(iter(inner.values())) if isinstance(inner, dict) and _is_member(bare) else inner
            assert not isinstance(value, (list, dict)) or not value


def _is_member(text: str) -> bool:
    try:
        json.loads("{" + text + "}")
    except json.JSONDecodeError:
        return False
    return True


def test_what_fits_stays_on_its_line_and_the_outermost_is_opened() -> None:
    """Short lists and objects are read at a glance."""
    assert lay_out({"ids": ["a", "b"], "due": {"kind": "never"}}) == (
        '{\n  "ids": ["a", "b"],\n  "due": {"kind": "never"}\n}\n'
    )


def test_an_empty_object_is_written_closed() -> None:
    """Nothing is opened for nothing."""
    assert lay_out({}) == "{}\n"


def test_letters_of_all_scripts_are_written_as_they_are() -> None:
    """UTF-8, not escapes."""
    assert "Петковић" in lay_out(["Петковић"])


def test_a_number_that_json_lacks_is_refused() -> None:
    """It could not be read back."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        lay_out([float("nan")])
