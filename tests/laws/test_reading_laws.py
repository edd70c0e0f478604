"""Laws of reading: the scanner agrees with the standard library, and places are true."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from accords.codec.reading import Limits, locate, read_bytes, read_text, split_lines
from accords.codec.reading.limits import first_too_deep
from accords.codec.reading.marks import depth_of, marks_of, names_in
from accords.codec.reading.scanner import MalformedError, scan
from accords.pointer import Path, to_pointer

WHOLE = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(WHOLE, max_size=8) | st.sampled_from(
    ['"', "\\", "[{", "/~01", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "\u2028\n"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=15,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=4)
LAYOUTS = st.fixed_dictionaries({"ensure_ascii": st.booleans(), "indent": st.sampled_from([None, 0, 2, "\t"])})
ALPHABET = "[]{}\",:\\/ubnrtfalsenullInityN-+.eE0123456789 \n\r\t\x00\x1f\x7f\u00a0\u0661\ufeff'#*dcD8\ud800é"
JSONISH = st.text(ALPHABET, max_size=12) | st.lists(
    st.sampled_from(
        [
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            '"a"',
            '"\\u00e9"',
            "1",
            "-0",
            "1.5e3",
            "null",
            "true",
            "NaN",
            "-Infinity",
            " ",
            "\n",
        ]
    ),
    max_size=9,
).map("".join)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """The JSON of a random value with a few characters dropped, doubled or put in."""
    text = json.dumps(draw(VALUES), indent=draw(st.sampled_from([None, 1])))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 2)))
        text = text[:start] + draw(st.text(ALPHABET, max_size=2)) + text[end:]
    return text


def accepted(text: str) -> bool:
    try:
        json.loads(text)
    except json.JSONDecodeError:
        return False
    return True


def scanned(text: str) -> bool:
    try:
        for _ in scan(text):
            pass
    except MalformedError:
        return False
    return True


@settings(max_examples=2 * settings.default.max_examples, deadline=None)
@given(JSONISH | mutants())
@example("")
@example("[1,]")
@example("[-]")
@example('"\\u00e"')
@example("1.")
@example("[\u0661]")
@example("1\u0661")
def test_scanner_accepts_what_the_standard_library_accepts(text: str) -> None:
    """A text is scanned to its end exactly where `json.loads` takes it."""
    assert text.startswith("\ufeff") or scanned(text) is accepted(text)


@settings(max_examples=2 * settings.default.max_examples, deadline=None)
@given(JSONISH | mutants())
def test_reading_never_raises_and_says_why(text: str) -> None:
    """There is data or an error, never both or neither; a fault stands inside the text."""
    reading = read_text(text)
    errors = [found for found in reading.findings if found.severity == "error"]
    assert (reading.data is None) is bool(errors)
    assert reading.text is not None
    assert reading.text.encode() is not None
    stripped = text.removeprefix("\ufeff")
    assert ("ACC001" in [found.code for found in errors]) is not accepted(stripped)
    lines = split_lines(stripped)
    for found in errors:
        assert found.line is not None
        assert found.column is not None
        assert found.message.encode()
        assert found.help
        assert 1 <= found.line <= len(lines)
        assert 1 <= found.column <= len(lines.line(found.line)) + 1
        assert 1 <= found.length <= max(1, len(lines.line(found.line)) - found.column + 1)


@given(st.binary(max_size=30) | JSONISH.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_bytes_never_raise(raw: bytes) -> None:
    """Any bytes at all end as data or as findings."""
    reading = read_bytes(raw)
    assert reading.data is not None or reading.findings


@given(OBJECTS, LAYOUTS)
def test_what_is_written_is_read(value: dict[str, Any], layout: dict[str, Any]) -> None:
    """An object that was written comes back as it was, with nothing to say about it."""
    text = json.dumps(value, **layout)
    for reading in (read_text(text), read_bytes(text.encode())):
        assert (reading.data, reading.findings, reading.text) == (value, (), text)


def nodes(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    steps: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(node for step, inner in steps for node in nodes(inner, (*path, step)))]


@given(VALUES, LAYOUTS)
def test_located_text_is_the_value(value: Any, layout: dict[str, Any]) -> None:
    """The text at the place of each node parses to that node, and the text of its name to its last step."""
    text = json.dumps(value, **layout)
    lines = split_lines(text)
    everything = nodes(value)
    found = locate(text, [to_pointer(path) for path, _ in everything])
    for path, node in everything:
        span = found[to_pointer(path)]
        start = lines.starts[span.value.line - 1] + span.value.column - 1
        again, end = json.JSONDecoder().raw_decode(text, start)
        assert again == node
        assert span.value.length == (1 if isinstance(node, dict | list) else end - start)
        if span.key is None:
            assert not path or isinstance(path[-1], int)
        else:
            start = lines.starts[span.key.line - 1] + span.key.column - 1
            assert json.loads(text[start : start + span.key.length]) == path[-1]


def depth(value: Any) -> int:
    inner: Any = value.values() if isinstance(value, dict) else value
    return 1 + max(map(depth, inner), default=0) if isinstance(value, dict | list) else 0


@given(VALUES, LAYOUTS, st.integers(1, 5))
def test_depth_is_what_it_is(value: Any, layout: dict[str, Any], limit: int) -> None:
    """A text is too deep exactly where its value is nested deeper than the limit."""
    text = json.dumps(value, **layout)
    found = first_too_deep(text, limit, marks_of(text.encode("utf-8", "surrogatepass")))
    assert (found is not None) is (depth(value) > limit)
    assert found is None or text[found] in "[{"
    codes = [one.code for one in read_text(text, limits=Limits(max_depth=limit)).findings]
    assert ("ACC005" in codes) is (found is not None)


def members(value: Any) -> int:
    inner: Any = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (len(value) if isinstance(value, dict) else 0) + sum(map(members, inner))


@given(VALUES, LAYOUTS)
@example(['"', "\\", '\\"[', "[{", {'"': ':"'}, "\\\\"], {"ensure_ascii": False, "indent": None})
def test_what_stands_outside_strings_tells_depth_and_members(value: Any, layout: dict[str, Any]) -> None:
    """Whatever brackets, colons, quotation marks and backslashes the strings hold."""
    marks = marks_of(json.dumps(value, **layout).encode("utf-8", "surrogatepass"))
    assert depth_of(marks) == depth(value)
    assert names_in(marks) == members(value)


@given(JSONISH | mutants())
def test_repeated_names_are_counted_in_whatever_is_json(text: str) -> None:
    """A text has losses exactly where reading it pair by pair loses a pair."""
    lost = 0

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal lost
        lost += len(found) - len(dict(found))
        return dict(found)

    try:
        json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError:
        return
    assert ("ACC002" in [one.code for one in read_text(text).findings]) is (lost > 0)
