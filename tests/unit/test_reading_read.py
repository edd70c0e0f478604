"""Files, streams, bytes and text: limits, encodings, and what cannot be read."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path
from typing import Any

import pytest

from accords.codec.reading import Limits, read_bytes, read_path, read_stream, read_text
from counting import counted_steps

SMALL = Limits(max_bytes=20, max_depth=3)


def codes(reading: Any) -> list[str]:
    return [found.code for found in reading.findings]


def test_text_is_read() -> None:
    """An object without losses comes back as it is, with its text and without findings."""
    reading = read_text('{"a": [1, 2.5, "é", null, true]}', file="a.json")
    assert reading.data == {"a": [1, 2.5, "é", None, True]}
    assert (reading.text, reading.file, reading.findings) == (
        '{"a": [1, 2.5, "é", null, true]}',
        "a.json",
        (),
    )


def test_byte_order_mark_is_a_warning() -> None:
    """The mark is taken off and the record is read all the same."""
    for reading in (read_bytes(b'\xef\xbb\xbf{"a": 1}'), read_text('\ufeff{"a": 1}')):
        assert (reading.data, reading.text, codes(reading)) == ({"a": 1}, '{"a": 1}', ["ACC004"])
        assert (reading.findings[0].line, reading.findings[0].column) == (1, 1)


@pytest.mark.parametrize(
    ("raw", "place", "message"),
    [
        (
            b'{"a":\n "\xe9t\xe9"}',
            (2, 3),
            'byte 0xE9 at 2:3 (offset 8) is not UTF-8: it looks like "é" in windows-1252',
        ),
        (b'{"a": "\xe8"}', (1, 8), 'it looks like "è" in windows-1252, or "č" in windows-1250'),
        (b'{"\xc3\xa9": "\x9a"}', (1, 8), 'it looks like "š" in windows-1252'),
        (b'\xef\xbb\xbf{"a": "\x81"}', (1, 8), "no character begins with it"),
        (b'{"a": "\xe2\x82', (1, 8), "the text ends in the middle of a character"),
        (b'{"a": "\xe2\x82"}', (1, 8), "a character of several bytes is cut short"),
        (b'{"a": "\xed\xa0\x80"}', (1, 8), "half of a surrogate pair"),
        ('{"a": 1}'.encode("utf-16"), (1, 1), "it looks like UTF-16 text"),
        ('{"a": 1}'.encode("utf-16-le"), (1, 1), "it looks like UTF-16 text"),
        ('{"a": 1}'.encode("utf-16-be"), (1, 1), "it looks like UTF-16 text"),
        ('{"a": 1}'.encode("utf-32"), (1, 1), "it looks like UTF-32 text"),
        ('{"a": 1}'.encode("utf-32-le"), (1, 1), "it looks like UTF-32 text"),
        ('{"a": 1}'.encode("utf-32-be"), (1, 1), "it looks like UTF-32 text"),
        (gzip.compress(b"{}", mtime=0), (1, 1), "it looks like data compressed by gzip"),
        (b"PK\x03\x04\x14\x00\xff\xfe", (1, 1), "it looks like a ZIP archive"),
        (b"\0" * 20, (1, 1), "it looks like binary data"),
    ],
)
def test_other_encodings_are_recognised(raw: bytes, place: tuple[int, int], message: str) -> None:
    """Bytes that are not UTF-8 are one finding that says which byte, and what it looks like."""
    reading = read_bytes(raw, file="x")
    (found,) = reading.findings
    assert (found.code, found.line, found.column, found.file) == ("ACC003", *place, "x")
    assert message in found.message
    assert (reading.data, reading.text) == (None, None)


def test_surroundings_of_a_wrong_byte_are_shown() -> None:
    """As there is no text for an excerpt, the finding shows what stands about the byte."""
    (found,) = read_bytes(b'{"title": "Accord g\xe9n\xe9ral"}').findings
    assert found.notes == ('read as windows-1252, it stands in: ": "Accord général"}',)


@pytest.mark.parametrize("text", ['{"a": "123456789012"}', '{"a": "ééééééé"}', "[" * 21])
def test_size_limit_comes_first(text: str) -> None:
    """Too large is all that is said, whatever else is wrong, and bytes are counted, not characters."""
    for reading in (read_text(text, limits=SMALL), read_bytes(text.encode(), limits=SMALL)):
        assert codes(reading) == ["ACC006"]
        assert reading.text is None
    assert "20 bytes" in read_text(text, limits=SMALL).findings[0].message


def test_largest_size_is_allowed() -> None:
    """A text of exactly the limit is read."""
    text = '{"a": "ééééé ok"}'.ljust(15)
    assert len(text.encode()) > len(text)
    limits = Limits(max_bytes=len(text.encode()))
    assert codes(read_text(text, limits=limits)) == codes(read_bytes(text.encode(), limits=limits)) == []


@pytest.mark.parametrize(("most", "found"), [(40, []), (39, ["ACC006"])])
def test_a_file_that_grows_meanwhile_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, found: list[str]
) -> None:
    """Its size is asked for first, and was smaller then; the limit holds for what is read."""
    path = tmp_path / "a.json"
    path.write_text('{"a": "b"}'.ljust(40))
    asked = os.fstat

    def smaller(number: int) -> os.stat_result:
        size = 6
        return os.stat_result((*asked(number)[:size], 10, *asked(number)[size + 1 :]))

    monkeypatch.setattr(os, "fstat", smaller)
    reading = read_path(path, limits=Limits(max_bytes=most))
    assert codes(reading) == found
    assert reading.data == (None if found else {"a": "b"})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": [[[]]]}', (1, 9)),
        ('{"[[[[": "\\"[[[[", "a":\n [{"b": {}}]}', (2, 9)),
        ("[[[[", (1, 4)),
        ('[[[1, "x', None),
        ('{"a": [{"b": 1}]}', None),
        ('{"a": [[], [], [], {}, {}]}', None),
        ("]]]]", None),
    ],
)
def test_depth_limit(text: str, place: tuple[int, int] | None) -> None:
    """The first bracket deeper than the limit is named; brackets in texts do not count."""
    found = read_text(text, limits=Limits(max_depth=3)).findings
    assert [(one.line, one.column) for one in found if one.code == "ACC005"] == ([place] if place else [])


def test_depth_beyond_the_interpreter_is_a_finding() -> None:
    """A limit that the interpreter cannot keep ends as a finding at the deepest bracket."""
    text = '{"a": ' + "[" * 60_000 + "]" * 60_000 + "}"
    (found,) = read_text(text, limits=Limits(max_depth=10**9)).findings
    assert (found.code, found.line, found.column) == ("ACC005", 1, 60_006)


@pytest.mark.parametrize("wrong", [{"max_bytes": 0}, {"max_depth": 0}])
def test_limits_are_at_least_one(wrong: dict[str, int]) -> None:
    """A limit below one is a mistake of the caller."""
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Limits(**wrong)


HOSTILE: dict[str, tuple[str, list[str]]] = {
    "100,000 brackets": ("[" * 100_000, ["ACC005"]),
    "150 levels": ('{"a":' * 150 + "1" + "}" * 150, ["ACC005"]),
    "4,000,000 brackets": ("[" * 4_000_000, ["ACC005"]),
    "4 MB of escaped quotation marks": ('\\"' * 2_000_000, ["ACC001"]),
    "4 MB of them in a text without end": ('{"a":"' + '\\"' * 2_000_000, ["ACC001"]),
    "one text of 7 MB": ('{"a":"' + "x" * 7_000_000 + '"}', []),
    "5,000 digits": ('{"a":' + "7" * 5_000 + "}", ["ACC011"]),
    "7,000,000 digits": ('{"a":' + "7" * 7_000_000 + "}", ["ACC011"]),
    "7,000,000 digits behind the point": ('{"a":0.' + "7" * 7_000_000 + "}", ["ACC011"]),
    "1,000,000 equal names": ("{" + '"a":1,' * 999_999 + '"a":1}', ["ACC002"] * 1_000),
    "8 MB of spaces": (" " * 8_000_000, ["ACC001"]),
    "8 MB of quotation marks": ('"' * 8_000_000, ["ACC001"]),
    "one word of 8 MB": ("{" + "x" * 7_900_000, ["ACC001"]),
}


@pytest.mark.thorough
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_few_steps(name: str) -> None:
    """Texts made to take time or memory end as a clear finding; no step is taken for each sign."""
    text, expected = HOSTILE[name]
    with counted_steps(most=200_000 + 5 * text.count(":")):
        assert codes(read_text(text)) == expected


def test_path_is_read(tmp_path: Path) -> None:
    """A file is read, and findings carry its name."""
    path = tmp_path / "a.json"
    path.write_bytes(b'{"a": 1,}')
    reading = read_path(path)
    assert reading.file == reading.findings[0].file == str(path)
    path.write_bytes(b'{"a": 1}')
    assert read_path(str(path)).data == {"a": 1}


def test_large_file_is_not_read(tmp_path: Path) -> None:
    """A file above the limit is told by its size."""
    path = tmp_path / "a.json"
    with path.open("wb") as stream:
        stream.truncate(53_000_000)
    (found,) = read_path(path).findings
    assert (found.code, found.message) == ("ACC006", "the text has 53 MB, more than the limit of 8 MB")


def test_unreadable_paths(tmp_path: Path) -> None:
    """What is missing, a folder, below a file or not a name at all is a finding in plain words."""
    (tmp_path / "file").write_text("{}")
    expected = {
        str(tmp_path / "missing"): "there is no such file",
        str(tmp_path): "it is a folder, not a file",
        str(tmp_path / "file" / "x"): "a part of its path is a file, not a folder",
        str(tmp_path / ("x" * 300)): "file name too long",
        "a\0b": "its name holds the character U+0000",
    }
    for path, reason in expected.items():
        reading = read_path(path)
        (found,) = reading.findings
        assert (found.code, found.file, reading.data, reading.text) == ("ACC012", path, None, None)
        assert found.message.endswith(f"cannot be read: {reason}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    """A named pipe without a writer does not hold up the run, and a device is not read."""
    os.mkfifo(tmp_path / "pipe")
    assert "it is a pipe, not a file" in read_path(tmp_path / "pipe").findings[0].message
    assert "it is a device, not a file" in read_path("/dev/zero").findings[0].message


def test_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is a finding."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.json").write_text("{}")
    monkeypatch.setattr("accords.codec.reading.read.os.open", refuse)
    (found,) = read_path(tmp_path / "a.json").findings
    assert found.message.endswith("cannot be read: reading it is not permitted")


class Trickle(io.RawIOBase):
    """A stream that gives a byte at a time, and never ends."""

    given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        self.given += 1
        return b"["


class Broken(io.RawIOBase):
    """A stream that fails as foreign code fails."""

    def read(self, size: int = -1) -> bytes:
        raise RuntimeError("no more")


def test_streams_are_read() -> None:
    """Streams of bytes and of text are read to their end and stay open."""
    for stream in (io.BytesIO(b'{"a": "\xc3\xa9"}'), io.StringIO('{"a": "é"}')):
        reading = read_stream(stream)
        assert (reading.data, reading.file, stream.closed) == ({"a": "é"}, "<stdin>", False)
    assert codes(read_stream(io.BytesIO(b""), file="x")) == ["ACC001"]


def test_endless_stream_ends_at_the_limit() -> None:
    """No more than one byte above the limit is taken."""
    stream = Trickle()
    assert codes(read_stream(stream, limits=SMALL)) == ["ACC006"]
    assert stream.given == SMALL.max_bytes + 1


def test_streams_that_fail() -> None:
    """Whatever a stream raises is a finding, and text that it cannot decode as well."""
    closed = io.BytesIO()
    closed.close()
    cut = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"{}" * 100, mtime=0)[:-12]))
    for stream, reason in ((closed, "closed file"), (Broken(), "no more"), (cut, "end-of-stream marker")):
        (found,) = read_stream(stream).findings
        assert found.code == "ACC012"
        assert found.message.startswith("<stdin> cannot be read: ")
        assert reason in found.message
    wrapped = io.TextIOWrapper(io.BytesIO(b'{"a": "\xe9"}'), encoding="utf-8")
    assert codes(read_stream(wrapped)) == ["ACC003"]
