"""Canonical layout of JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.layout import WIDTH, lay_out

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=40)


@pytest.mark.thorough
@given(JSON)
def test_layout_changes_no_value_and_no_order(value: object) -> None:
    """What is written reads back as the same, members in the same order."""
    back = json.loads(lay_out(value))
    assert json.dumps(back) == json.dumps(value)


@pytest.mark.thorough
@given(JSON)
def test_a_line_is_too_long_only_where_a_single_member_is(value: object) -> None:
    """Whatever has parts to be opened is opened before it runs over the width."""
    for line in lay_out(value).split("\n"):
        bare = line.strip().rstrip(",")
        if len(line) > WIDTH + 1 and not bare.endswith(("[", "{")):
            inner = json.loads("{" + bare + "}") if line.startswith("  ") and _is_member(bare) else json.loads(bare)
            value = next(iter(inner.values())) if isinstance(inner, dict) and _is_member(bare) else inner
            assert not isinstance(value, (list, dict)) or not value


def _as_the_rule_says(value: object, indent: int, lead: int) -> str:
    """The rule word for word, with no thought for speed."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or lead + len(line) <= WIDTH:
        return line
    pad = "  " * (indent + 1)
    if isinstance(value, dict):
        keys = [f"{pad}{json.dumps(name, ensure_ascii=False)}: " for name in value]
        parts = [
            key + _as_the_rule_says(member, indent + 1, len(key) + 1)
            for key, member in zip(keys, value.values(), strict=True)
        ]
    else:
        parts = [pad + _as_the_rule_says(item, indent + 1, len(pad) + 1) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n" + ",\n".join(parts) + f"\n{'  ' * indent}{closing}"


@pytest.mark.thorough
@given(JSON)
def test_one_pass_writes_what_the_rule_says(value: object) -> None:
    """Every part is measured once, and stands as if it had been measured anew on every level."""
    assert lay_out(value) == _as_the_rule_says(value, 0, WIDTH) + "\n"


@pytest.mark.parametrize("last", [7, 42, "x", True, [], {}])
@pytest.mark.parametrize("spare", [-1, 0, 1])
def test_what_just_fits_stays_on_its_line(last: object, spare: int) -> None:
    """A line of the full width is not too long, whatever it ends in; one more is."""
    room = WIDTH - len('  ["", ') - len(json.dumps(last)) - len("],")
    inner = ["a" * (room - spare), last]
    assert (len(lay_out([inner]).splitlines()) == 3) == (spare >= 0)


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
