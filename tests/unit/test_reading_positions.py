"""Pointers to places in the text."""

from __future__ import annotations

import pytest

from accords.codec.reading import Lines, NodeSpan, Stretch, locate, split_lines

TEXT = """{
  "a": [10, {"b c": "x", "d/e": null}],
  "~": {"": true, "0": [[], {}]},
  "\\u00e9": -1.5e3
}"""


@pytest.mark.parametrize(
    ("pointer", "key", "value"),
    [
        ("", None, Stretch(1, 1, 1)),
        ("/a", Stretch(2, 3, 3), Stretch(2, 8, 1)),
        ("/a/0", None, Stretch(2, 9, 2)),
        ("/a/1", None, Stretch(2, 13, 1)),
        ("/a/1/b c", Stretch(2, 14, 5), Stretch(2, 21, 3)),
        ("/a/1/d~1e", Stretch(2, 26, 5), Stretch(2, 33, 4)),
        ("/~0", Stretch(3, 3, 3), Stretch(3, 8, 1)),
        ("/~0/", Stretch(3, 9, 2), Stretch(3, 13, 4)),
        ("/~0/0", Stretch(3, 19, 3), Stretch(3, 24, 1)),
        ("/~0/0/1", None, Stretch(3, 29, 1)),
        ("/é", Stretch(4, 3, 8), Stretch(4, 13, 6)),
        # those that lead nowhere
        ("/zz", None, Stretch(1, 1, 1)),
        ("/zz/y", None, Stretch(1, 1, 1)),
        ("/a/2", Stretch(2, 3, 3), Stretch(2, 8, 1)),
        ("/a/-", Stretch(2, 3, 3), Stretch(2, 8, 1)),
        ("/a/01", Stretch(2, 3, 3), Stretch(2, 8, 1)),
        ("/a/0/x/y", None, Stretch(2, 9, 2)),
        ("/a/1/zz", None, Stretch(2, 13, 1)),
        ("not a pointer", None, Stretch(1, 1, 1)),
    ],
)
def test_pointer_is_located(pointer: str, key: Stretch | None, value: Stretch) -> None:
    """A pointer is answered by the spans of name and value, or those of its nearest ancestor."""
    assert locate(TEXT, [pointer]) == {pointer: NodeSpan(key, value)}


def test_many_pointers_at_once() -> None:
    """Every pointer that is asked for is answered, and no other."""
    asked = ["/a/1/b c", "", "/nowhere", "/a"]
    found = locate(TEXT, asked)
    assert list(found) == asked
    assert found["/a"] == NodeSpan(Stretch(2, 3, 3), Stretch(2, 8, 1))
    assert locate(TEXT, []) == {}


def test_text_that_is_not_json() -> None:
    """What stands before the fault is found, and even an empty text answers."""
    assert locate('{"a": 1, "b" 2}', ["/a", "/b"]) == {
        "/a": NodeSpan(Stretch(1, 2, 3), Stretch(1, 7, 1)),
        "/b": NodeSpan(None, Stretch(1, 1, 1)),
    }
    assert locate("", ["/a"]) == {"/a": NodeSpan(None, Stretch(1, 1, 1))}


def test_scalar_at_the_top() -> None:
    """The root need not be an object."""
    assert locate(' "abc"', ["", "/x"]) == dict.fromkeys(("", "/x"), NodeSpan(None, Stretch(1, 2, 5)))


@pytest.mark.thorough
def test_deep_text_and_deep_pointer() -> None:
    """Neither the text's depth nor the pointer's is limited here."""
    assert locate("[" * 50_000 + "]" * 50_000, ["/0" * 60_000])["/0" * 60_000].value == Stretch(1, 50_000, 1)


@pytest.fixture(name="lines")
def mixed_lines() -> Lines:
    """A text with every kind of line end."""
    return split_lines("ab\ncd\r\nef\r\rg\u2028h\x0bi\n")


def test_lines_are_cut_as_editors_cut_them(lines: Lines) -> None:
    r"""``\n``, ``\r\n`` and ``\r`` end a line, and nothing else does."""
    assert len(lines) == 6
    assert [lines.line(number) for number in range(8)] == ["", "ab", "cd", "ef", "", "g\u2028h\x0bi", "", ""]


def test_places_and_spans(lines: Lines) -> None:
    """Offsets become lines and columns, and a span ends with its line."""
    assert [lines.place(offset) for offset in (0, 2, 3, 7, 11, 17)] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (3, 1),
        (5, 1),
        (6, 1),
    ]
    assert lines.span(3, 4) == Stretch(2, 1, 1)
    assert lines.span(4, 20) == Stretch(2, 2, 1)
    assert lines.span(2, 2) == Stretch(1, 3, 1)
