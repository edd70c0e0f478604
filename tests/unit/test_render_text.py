"""Text from a record is data: what could act on a screen is gone, what can be read is kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords.render.safe import clean


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("  two\t words\r\n\nand\u2028more\x85 ", "two words and more"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[2J\x1b[1;1Hgone", "gone"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07after", "0;titleafter"),
        ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "8;;https://evil.examplelink8;;"),
        ("\x1b]0;never ended", "0;never ended"),
        ("\x1bPq#0;2;0\x1b\\after", "q#0;2;0after"),
        ("Serbia\x1b[ and Kosovo", "Serbia[ and Kosovo"),
        ("a\x1bcb", "ab"),
        ("bell\x07, back\x08, null\x00, del\x7f", "bell, back, null, del"),
        ("abc\u202edef\u202c\u2066x\u2069\u200f", "abcdefx"),
        ("in\u200bvis\ufeffi\u2060ble\U000e0041", "invisible"),
        ("half \ud800", "half \ufffd"),
        ("بريشتينا", "بريشتينا"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("Petković, ПКБ, 科索沃", "Petković, ПКБ, 科索沃"),
    ],
)
def test_what_acts_is_gone_and_what_reads_is_kept(text: str, shown: str) -> None:
    """Escapes, controls, direction marks and hidden characters go; scripts and their joiners stay."""
    assert clean(text) == shown


@given(st.text() | st.text(alphabet="\x1b[]m;0aP\\\x07\x9b\x9c\r\n\u202e \ud800"))
def test_clean_text_is_one_line_without_controls_and_stays_as_it_is(text: str) -> None:
    """Whatever comes in; cleaning twice is cleaning once."""
    shown = clean(text)
    assert not [each for each in shown if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)
    assert clean(shown) == shown
