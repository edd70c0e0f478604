"""Words and codes that the findings about wording go by."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accords.checks.lookups.codes import ASSIGNED, RESERVED, WITHDRAWN, is_left_to_users
from accords.checks.lookups.loaded_words import ATTRIBUTED, CHARGES, LABELS, STATUS_NAMES
from accords.validate import validate
from accords.vocabulary import IdentifierScheme

ALPHA2, ALPHA3 = IdentifierScheme.ISO_3166_1_ALPHA2, IdentifierScheme.ISO_3166_1_ALPHA3


def test_no_code_is_both_assigned_and_left_to_users_reserved_or_withdrawn() -> None:
    """The lists contradict each other nowhere."""
    assert len(ASSIGNED) == 249
    assert not ASSIGNED & {*RESERVED, *WITHDRAWN}
    assert not [code for code in (*ASSIGNED, *RESERVED, *WITHDRAWN) if is_left_to_users(ALPHA2, code)]


def test_the_ranges_left_to_users_are_those_of_the_standard() -> None:
    """42 codes of two letters and 1,092 of three."""
    letters = [chr(one) for one in range(ord("A"), ord("Z") + 1)]
    pairs = [a + b for a in letters for b in letters]
    assert sum(is_left_to_users(ALPHA2, pair) for pair in pairs) == 1 + 14 + 26 + 1
    assert sum(is_left_to_users(ALPHA3, pair + c) for pair in pairs for c in letters) == 26 + 14 * 26 + 26 * 26 + 26
    assert all(is_left_to_users(scheme, code) for scheme, code in ((ALPHA2, "XK"), (ALPHA3, "XKX"), (ALPHA3, "XKK")))


@pytest.mark.parametrize(
    ("text", "charges", "labels", "is_attributed"),
    [
        ("South violated the agreement.", True, False, False),
        ("Tolls were taken in defiance of the deal.", True, False, False),
        ("North accused South of a violation.", True, False, True),
        ("Cars were turned back at the bridge.", False, False, False),
        ("The dam was unbreached.", False, False, False),
        ("A puppet government took over.", False, True, False),
        ("A puppet theatre opened.", False, False, False),
        ("The visa regime was eased.", False, False, False),
        ("Envoys of the Strelsau regime left.", False, True, False),
        ("The self-proclaimed council met.", False, True, False),
    ],
)
def test_words_that_judge_are_told_from_those_that_look_alike(
    text: str, charges: bool, labels: bool, is_attributed: bool
) -> None:
    """Whole words only, and with what makes them a judgement."""
    found = (CHARGES.search(text), LABELS.search(text), ATTRIBUTED.search(text))
    assert [one is not None for one in found] == [charges, labels, is_attributed]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Republic of Graustark", True),
        ("The People's Democratic Republic of Graustark", True),
        ("Free State", True),
        ("Graustark", False),
        ("Stateline", False),
        ("Republican Party of Graustark", False),
    ],
)
def test_names_that_say_what_their_bearer_is(name: str, says: bool) -> None:
    """Only as a word of its own, at the head of the name."""
    assert (STATUS_NAMES.match(name) is not None) is says


def _with_name(name: str) -> dict[str, object]:
    return {
        "accords_version": "1.0",
        "id": "deal",
        "title": "Deal",
        "actors": [{"id": "north", "name": name}],
        "parties": [{"actor_id": "north"}],
    }


@pytest.mark.further
@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aeioučćžšđłéèñößåøğıțşαβγдёЖ", min_size=3, max_size=20))
def test_a_name_that_was_misread_is_given_back(name: str) -> None:
    """UTF-8 read as Windows-1252 is undone wherever something was lost by it; what is right is left alone."""
    before = {one.code for one in validate(_with_name(name)).diagnostics}
    assert "ACC617" not in before
    misread = "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in name.encode("utf-8")
    )
    found = [one for one in validate(_with_name(misread)).diagnostics if one.code == "ACC617"]
    assert [one.suggestion for one in found] == ([] if misread == name else [name])


@pytest.mark.further
@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_no_text_stops_the_checks_and_what_they_delete_cannot_be_seen(text: str) -> None:
    """Whatever the title holds; a fix leaves every letter that prints."""
    report = validate({**_with_name("North"), "title": text})
    assert "ACC901" not in {one.code for one in report.diagnostics}
    for found in report.diagnostics:
        if found.code == "ACC616" and found.suggestion is not None:
            assert [one for one in found.suggestion if one.isprintable()] == [one for one in text if one.isprintable()]
