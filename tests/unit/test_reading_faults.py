"""Malformed JSON: one finding, at the place of the fault, in words a person can act on."""

from __future__ import annotations

import pytest

from accords.codec.reading import read_text
from accords.diagnostics import Diagnostic
from accords.rules import Severity

FAULTS = [
    # text, line, column, length, a part of the message
    ("", 1, 1, 1, "the file is empty"),
    (" \n\t\r\n", 1, 1, 1, "the file is empty"),
    # commas
    ('{"a": 1 "b": 2}', 1, 8, 1, "a comma is missing after this value"),
    ('{"a": 1\n "b": 2}', 1, 8, 1, "a comma is missing after this value"),
    ('{\n "a": [1]\n\n "b": 2}', 2, 10, 1, "a comma is missing after this value"),
    ('{\n "a": "b""c": 2}', 2, 10, 1, "a comma is missing after this value"),
    ('{"a": {} {}}', 1, 9, 1, "a comma is missing after this value"),
    ("{\"a\": [1 'b']}", 1, 9, 1, "a comma is missing after this value"),
    ('{"a": 1,}', 1, 8, 1, "a comma stands before the closing `}`"),
    ('{"a": [1,\n  2,\n]}', 2, 4, 1, "a comma stands before the closing `]`"),
    ("[1,,2]", 1, 4, 1, "a value is missing before this comma"),
    ("[,1]", 1, 2, 1, "a value is missing before this comma"),
    ("{,}", 1, 2, 1, "a member is missing before this comma"),
    ('{"a":1,,"b":2}', 1, 8, 1, "a member is missing before this comma"),
    ('{"a": 1; "b": 2}', 1, 8, 1, "`;` stands where a comma or the closing } belongs"),
    # colons and names
    ('{"a" 1}', 1, 5, 1, 'a colon is missing after the name "a"'),
    ('{"a" "b"}', 1, 5, 1, 'a colon is missing after the name "a"'),
    ('{"a" = "b"}', 1, 6, 1, "`=` stands where a colon belongs"),
    ('{"a"b": 1}', 1, 5, 1, 'the name "a" ends before this'),
    ('{"a"}', 1, 2, 3, 'the name "a" has no value'),
    ('{"a", "b": 1}', 1, 2, 3, 'the name "a" has no value'),
    ('{"a"]', 1, 5, 1, "`]` stands where the object opened at 1:1 is still open"),
    ('{"a":}', 1, 5, 1, "the value is missing after this colon"),
    ('{"a":, "b": 1}', 1, 5, 1, "the value is missing after this colon"),
    ('{"a": "b": 1}', 1, 10, 1, "a colon stands after a value"),
    ('["a": 1]', 1, 5, 1, "a list has no names"),
    ("{a: 1}", 1, 2, 1, 'the name "a" is not in quotation marks'),
    ("{ first-name: 1}", 1, 3, 10, 'the name "first-name" is not in quotation marks'),
    ("{1: 2}", 1, 2, 1, 'the name "1" is not in quotation marks'),
    ("{: 2}", 1, 2, 1, "the name is missing before this `:`"),
    ("{[1]: 2}", 1, 2, 1, "the name is missing before this `[`"),
    ("{@: 2}", 1, 2, 1, "`@` stands where a name belongs"),
    # quotation marks
    ("{'a': 1}", 1, 2, 3, "`'` does not begin a text in JSON"),
    ("{\"a\": 'x'}", 1, 7, 3, "`'` does not begin a text in JSON"),
    ('{"a": \u201cx y\u201d}', 1, 7, 5, "`\u201c` does not begin a text in JSON"),
    ('{"a": `x`}', 1, 7, 3, "U+0060 (GRAVE ACCENT) does not begin a text in JSON"),
    ('{"a": "He said "yes" to it"}', 1, 17, 3, "the text before this has ended already"),
    ('{"a": \\"b\\"}', 1, 7, 1, "a backslash stands before the quotation mark"),
    # words
    ('{"a": None}', 1, 7, 4, "`None` is how Python writes it"),
    ('{"a": True}', 1, 7, 4, "`True` is how Python writes it"),
    ('{"a": False, "b": 1}', 1, 7, 5, "`False` is how Python writes it"),
    ('{"a": NULL}', 1, 7, 4, "`NULL` is not a word of JSON"),
    ('{"a": undefined}', 1, 7, 9, "`undefined` is not a word of JSON"),
    ('{\n<<<<<<< ours\n"a": 1\n=======', 2, 1, 7, "this marks a conflict that Git could not merge"),
    ('{"a": 1,\n||||||| old\n', 2, 1, 7, "this marks a conflict that Git could not merge"),
    ('{"a": [1\n=======\n]}', 2, 1, 7, "this marks a conflict that Git could not merge"),
    ('{"a": hello world }', 1, 7, 11, 'the text "hello world" is not in quotation marks'),
    ('{"a": nulll}', 1, 7, 5, 'the text "nulll" is not in quotation marks'),
    ("<html>", 1, 1, 1, "this looks like HTML or XML"),
    ('{"a": (1)}', 1, 7, 1, "`(` stands where a value belongs"),
    # comments and invisible characters
    ('{"a": 1 // no\n}', 1, 9, 5, "JSON has no comments"),
    ("/* x\n */ {}", 1, 1, 4, "JSON has no comments"),
    ("{\n# x\n}", 2, 1, 3, "JSON has no comments"),
    ('{"a": 1}\n// end', 2, 1, 6, "JSON has no comments"),
    ('{"a": 1\u00a0}', 1, 8, 1, "U+00A0 (NO-BREAK SPACE) cannot stand here"),
    ("\ufeff\ufeff{}", 1, 1, 1, "U+FEFF (ZERO WIDTH NO-BREAK SPACE) cannot stand here"),
    ('{"a":\x00 1}', 1, 6, 1, "U+0000 cannot stand here"),
    # texts
    ('{"a": "abc', 1, 7, 4, "the text that begins here has no closing quotation mark"),
    ('{"a": "abc\\', 1, 7, 5, "the text that begins here has no closing quotation mark"),
    ('{\n "a": "abc,\n "b": 1}', 2, 7, 5, "the text that begins here has no closing quotation mark"),
    ('{\n "a: 1,\n "b": 1}', 2, 2, 6, "the text that begins here has no closing quotation mark"),
    ('{"a": "abc\ndef"}', 1, 11, 1, "a line break cannot stand in a text as it is"),
    ('{"a": "x\ty"}', 1, 9, 1, "the control character U+0009 cannot stand in a text"),
    ('{"a": "x\x1by"}', 1, 9, 1, "the control character U+001B cannot stand in a text"),
    ('{"a": "\\x41"}', 1, 8, 2, "\\x is not an escape that JSON knows"),
    ('{"a": "it\\\'s"}', 1, 10, 2, "\\' is not an escape that JSON knows"),
    ('{"C:\\dir": 1}', 1, 5, 2, "\\d is not an escape that JSON knows"),
    ('{"a": "\\u12"}', 1, 8, 4, "\\u must be followed by four hexadecimal digits"),
    ('{"a": "\\u12', 1, 8, 4, "\\u must be followed by four hexadecimal digits"),
    # numbers
    ('{"a": 01}', 1, 7, 2, "the number 01 begins with a zero"),
    ('{"a": -01}', 1, 7, 3, "the number -01 begins with a zero"),
    ('{"a": .5}', 1, 7, 2, "the number .5 begins with a point"),
    ('{"a": -.5}', 1, 7, 3, "the number -.5 begins with a point"),
    ('{"a": +1}', 1, 7, 2, "the number +1 begins with a plus sign"),
    ('{"a": 1.}', 1, 7, 2, "the number 1. has no digit behind its point"),
    ('{"a": 1.e5}', 1, 7, 4, "the number 1.e5 has no digit behind its point"),
    ('{"a": 1e}', 1, 7, 2, "the number 1e has no digits in its exponent"),
    ('{"a": 0x1F}', 1, 7, 4, "the number 0x1F is not decimal"),
    ('{"a": 1_000}', 1, 7, 5, "`1_000` is not a number"),
    ('{"a": -}', 1, 7, 1, "`-` is not a number"),
    ('{"a": --1}', 1, 7, 3, "`--1` is not a number"),
    ('{"a": -inf}', 1, 7, 4, "`-inf` is not a number that JSON has"),
    ('{"a": 5apples}', 1, 7, 7, "`5apples` is not a number"),
    ('{"a": 2020-01-02}', 1, 7, 10, "2020-01-02 is neither a number nor a text"),
    ("01", 1, 1, 2, "the number 01 begins with a zero"),
    # brackets
    ("{", 1, 1, 1, "the object opened at 1:1 is not closed"),
    ('{"a"', 1, 4, 1, "the object opened at 1:1 is not closed"),
    ('{"a":', 1, 5, 1, "the object opened at 1:1 is not closed"),
    ('{"a": 1,\n\n', 1, 8, 1, "the object opened at 1:1 is not closed"),
    ('{"a":\n [1, 2\n', 2, 6, 1, "the list opened at 2:2 is not closed, and 1 bracket around it"),
    ('{"a": [1, 2}', 1, 12, 1, "`}` stands where the list opened at 1:7 is still open"),
    ('{"a": [}', 1, 8, 1, "`}` stands where the list opened at 1:7 is still open"),
    ('{"a": 1]', 1, 8, 1, "`]` stands where the object opened at 1:1 is still open"),
    ('{"a": 1}}', 1, 9, 1, "`}` closes nothing: every bracket before it is closed"),
    ("]", 1, 1, 1, "`]` closes nothing"),
    ('{"a": 1}\n{"b": 1}', 2, 1, 1, "the text goes on after the end of the record"),
    ("{} trailing words", 1, 4, 8, "the text goes on after the end of the record"),
]


def only(text: str) -> Diagnostic:
    reading = read_text(text, file="x.json")
    found = [one for one in reading.findings if one.severity is Severity.ERROR]
    assert reading.data is None
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("text", "line", "column", "length", "message"), FAULTS)
def test_fault_is_named_where_it_is(text: str, line: int, column: int, length: int, message: str) -> None:
    """Each kind of fault has its own words, its line and column, its length and a way to mend it."""
    found = only(text)
    assert (found.code, found.line, found.column, found.length) == ("ACC001", line, column, length)
    assert message in found.message
    assert found.help
    assert found.file == "x.json"


@pytest.mark.parametrize(
    ("text", "label", "line", "column"),
    [
        ('{"a":\n [1, 2\n', "opened", 2, 2),
        ('{\n"a": [1, 2}', "opened", 2, 6),
        ('{\n"a": "b\tc"}', "the text begins", 2, 6),
    ],
)
def test_other_end_is_related(text: str, label: str, line: int, column: int) -> None:
    """What was opened, and is not closed or holds the fault, is a related place."""
    found = only(text)
    assert found.related_label == label
    assert [(place.line, place.column) for place in found.related] == [(line, column)]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ('{"a": None}', "write null"),
        ('{"a": true1}', 'put it between two "'),
        ('{"a": [{"b": [', "close it: ]}]} is missing"),
        ('{"a": "x\ty"}', "write it as \\t"),
        ('{"a": "x\x1by"}', "write it as \\u001b"),
        ('{"a": 2020-01-02}', 'write a date as a text: "2020-01-02"'),
    ],
)
def test_help_says_what_to_write(text: str, advice: str) -> None:
    """The help names the very characters to write."""
    assert only(text).help == advice


def test_columns_count_code_points() -> None:
    """A character outside the basic plane is one column, and U+2028 does not begin a line."""
    found = only('{"\U0001f600\u2028": 1 2}')
    assert (found.line, found.column) == (1, 9)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts(end: str) -> None:
    """Lines end as they end in an editor."""
    found = only(f'{{{end}"a": 1,{end}}}')
    assert (found.line, found.column) == (2, 7)


def test_text_from_the_record_is_made_safe() -> None:
    """What a message quotes is cut, and what a terminal would obey is written as an escape."""
    assert '"\\u202e\\u009b"' in only('{"\u202e\u009b" 1}').message
    assert len(only("{" + "x" * 500 + "}").message) < 120
