"""What a plain JSON reader would lose without a word is found, each at its place."""

from __future__ import annotations

import sys

import pytest

from accords.codec.reading import read_text

LOSSES: list[tuple[str, list[str]]] = [
    # text, then code, line:column+length and pointer of each finding
    ('{"a": 1, "a": 2}', ["ACC002 1:10+3 /a"]),
    ('{"a": 1,\n "a": 2,\n "a": 3}', ["ACC002 2:2+3 /a", "ACC002 3:2+3 /a"]),
    ('{"x": [{}, {"a/b": 1, "a\\/b": 2}]}', ["ACC002 1:23+6 /x/1/a~1b"]),
    ('{"a": {"b": 1}, "a": {"b": 1}}', ["ACC002 1:17+3 /a"]),
    ('{"a": {"b": 1}, "b": {"b": 1}}', []),
    ('{"a": NaN}', ["ACC007 1:7+3 /a"]),
    ('{"a": [Infinity, -Infinity]}', ["ACC007 1:8+8 /a/0", "ACC007 1:18+9 /a/1"]),
    ('{"a": 1e400, "b": -1.5E+999}', ["ACC007 1:7+5 /a", "ACC007 1:19+9 /b"]),
    ('{"a": 1e308, "b": 1e-999}', []),
    ('{"a": ' + "9" * 4300 + "}", []),
    ('{"a": ' + "9" * 4301 + "}", ["ACC011 1:7+4301 /a"]),
    ('{"a": 0.' + "9" * 4301 + "}", ["ACC011 1:7+4303 /a"]),
    ('{"a": "\\ud800"}', ["ACC008 1:8+6 /a"]),
    ('{"a": "x\\uDFFFy\\ud83d\\ude00\\ud83d\\ud83d\\ude00"}', ["ACC008 1:9+6 /a", "ACC008 1:28+6 /a"]),
    ('{"a": "\\\\ud800 \\\\\\\\ud800 \\u0041"}', []),
    ('{"\\udc00x": 1}', ["ACC008 1:3+6 /\udc00x"]),
    ('{"a": "\ud800"}', ["ACC008 1:8+1 /a"]),
    ('{"a": "\ud83d\ude00"}', ["ACC008 1:8+1 /a", "ACC008 1:9+1 /a"]),
    ('{"a": "\\ud83d\\ude00 \U0001f600"}', []),
    ("[NaN]", ["ACC009 1:1+1 ", "ACC007 1:2+3 /0"]),
    ("\n  [1]", ["ACC009 2:3+1 "]),
    ('{"a": {"b": [NaN, {}, [1, NaN]], "c": NaN}}',
     ["ACC007 1:14+3 /a/b/0", "ACC007 1:27+3 /a/b/2/1", "ACC007 1:39+3 /a/c"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LOSSES)
def test_each_loss_is_found_at_its_place(text: str, expected: list[str]) -> None:
    """All losses are found, in the order of the text; without any the data is there."""
    reading = read_text(text)
    assert [f"{one.code} {one.line}:{one.column}+{one.length} {one.pointer}" for one in reading.findings] == expected
    assert (reading.data is None) is bool(expected)
    assert all(one.help and not one.help.endswith(".") for one in reading.findings)


def test_repeated_name_refers_to_the_first() -> None:
    """Each repetition names the first member of that name, and is a fault of the name."""
    second, third = read_text('{\n "a": 1,\n "b": 0,\n "a": 2, "a": 3}').findings
    for found in (second, third):
        assert found.on_key
        assert found.message == '"a" is already a member of this object, at 2:2'
        assert [(place.line, place.column, place.pointer) for place in found.related] == [(2, 2, "/a")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("null", "null"),
        ("true", "true"),
        ("false", "false"),
        ('"x"', "a text"),
        ("1", "a number"),
        ("1.5", "a number"),
        ("[]", "an empty list"),
        ("[1]", "a list of 1 item"),
        ("[1, 2]", "a list of 2 items"),
    ],
)
def test_top_level_is_named(text: str, kind: str) -> None:
    """A top level that is not an object is called by what it is."""
    (found,) = read_text(text).findings
    assert (found.code, found.message) == ("ACC009", f"the top level is {kind}, not an object")


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("{" + ",".join(['"a":1'] * 1_001) + "}", None),
        ("{" + ",".join(['"a":1'] * 1_002) + "}", "; 1 more finding not listed"),
        ("{" + ",".join(['"a":NaN'] * 2_000) + "}", "; 2,999 more findings not listed"),
        ('{"a":"' + "\\ud800" * 1_500 + '"}', "; at least 1 more finding not listed"),
    ],
)
def test_no_more_than_a_thousand(text: str, tail: str | None) -> None:
    """At most 1,000 findings are listed, and the last says how many more there are."""
    found = read_text(text).findings
    assert len(found) == 1_000
    assert found[-1].message.endswith(tail) if tail else "not listed" not in found[-1].message
    assert "not listed" not in found[-2].message


def test_interpreters_own_limit_on_digits_is_kept() -> None:
    """A process that allows fewer digits, or any number, does not change that reading never raises."""
    before = sys.get_int_max_str_digits()
    try:
        for allowed, codes in ((640, ["ACC011"]), (0, [])):
            sys.set_int_max_str_digits(allowed)
            assert [one.code for one in read_text('{"a": ' + "9" * 641 + "}").findings] == codes
            assert [one.code for one in read_text('{"a": ' + "9" * 4301 + "}").findings] == ["ACC011"]
    finally:
        sys.set_int_max_str_digits(before)


def test_nothing_that_is_reported_holds_half_a_pair() -> None:
    """Messages, pointers and the text can be written out as UTF-8, and columns stay as they are."""
    reading = read_text('{"\ud800": {"\ud800": 1, "\ud800": "\udfff"}}')
    assert reading.text == '{"\ufffd": {"\ufffd": 1, "\ufffd": "\ufffd"}}'
    assert len(reading.findings) == 5
    assert repr(reading.findings).encode()
