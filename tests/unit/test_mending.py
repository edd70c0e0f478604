"""Fixes in files: what is not mended stays byte for byte, and nothing is lost on the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.codec.reading import Limits
from accords.corpus.mending import ReplacedMeanwhileError, mend, mend_files, unified_diff, write_mended
from accords.validate import validate
from accords.validate.settings import Settings
from records import ROOT, VALID

GOOD = (ROOT / "examples" / "minimal.accord.json").read_bytes()
BAD = GOOD.replace(b'"obligor_ids": ["ruritania"]', b'"obligors": ["ruritaina"]')


def _mend(raw: bytes) -> tuple[bytes, int]:
    return mend(raw, Settings(), Limits())


def test_a_mended_shape_lets_the_next_stage_be_mended() -> None:
    """The misspelt field first, then the misspelt actor in it."""
    assert _mend(BAD) == (GOOD, 2)
    assert _mend(GOOD) == (GOOD, 0)


@given(st.binary(max_size=300))
def test_what_is_no_record_comes_back_as_it_was(raw: bytes) -> None:
    """Whatever bytes they are."""
    assert _mend(raw) == (raw, 0)


@pytest.mark.further
@pytest.mark.wide
def test_a_record_that_loads_is_never_changed() -> None:
    """Whatever warnings it has: nothing that somebody wrote and that can be read is written anew."""
    for path in VALID:
        raw = path.read_bytes()
        assert _mend(raw) == (raw, 0), path
        assert not [found.code for found in validate(raw).diagnostics if found.fix is not None], path


@pytest.mark.thorough
@given(
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.sampled_from([b"\n", b"\r\n", b"\r", b"\n\n  \t"]),
    st.sampled_from([b"", b"\n", b" \r\n\n"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='"\\'), min_size=1, max_size=20),
)
def test_every_byte_that_is_not_mended_stays(mark: bytes, line_end: bytes, end: bytes, text: str) -> None:
    """Marks, line ends, white space, letters of any length."""

    def dressed(raw: bytes) -> bytes:
        other = raw.replace(b'"title": "', b'"title": "x' + text.encode()).rstrip()
        return mark + other.replace(b"\n", line_end) + end

    assert _mend(dressed(BAD))[0] == dressed(GOOD)


def test_a_file_that_has_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """Somebody's work would be lost."""
    path = tmp_path / "x.accord.json"
    path.write_bytes(BAD)
    (mended,) = mend_files([str(path)], lambda _: Settings(), Limits())
    path.write_bytes(BAD + b"\n")
    with pytest.raises(ReplacedMeanwhileError):
        write_mended(mended)
    assert path.read_bytes() == BAD + b"\n"
    path.write_bytes(BAD)
    write_mended(mended)
    assert path.read_bytes() == GOOD
    assert os.listdir(tmp_path) == [path.name]


def test_what_has_no_fix_or_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """Folders without records and missing files among it; validation says why."""
    (tmp_path / "good.accord.json").write_bytes(GOOD)
    (tmp_path / "empty").mkdir()
    names = [str(tmp_path), str(tmp_path / "empty"), str(tmp_path / "missing.accord.json")]
    assert list(mend_files(names, lambda _: Settings(), Limits())) == []


def test_a_diff_of_one_long_line_says_that_no_line_break_follows(tmp_path: Path) -> None:
    """As ``patch`` wants it."""
    path = tmp_path / "x.accord.json"
    path.write_bytes(BAD.rstrip().replace(b"\n", b" "))
    (mended,) = mend_files([str(path)], lambda _: Settings(), Limits())
    assert [line[:2] for line in unified_diff(mended).split("\n")] == ["--", "++", "@@", "-{", "\\ ", "+{", "\\ ", ""]


@pytest.mark.parametrize("text", ["Â\xa0", "\xad", "\u200b"])
def test_a_text_under_a_warning_stays_as_it_is_written(text: str) -> None:
    """What is probably meant is shown, and somebody decides."""
    raw = GOOD.replace(b'"title": "', b'"title": "x' + text.encode())
    assert validate(raw).diagnostics
    assert _mend(raw) == (raw, 0)
