"""Which rules a name stands for, and which of several names wins."""

from __future__ import annotations

import pytest

from accords.rules import RULES
from accords.validate.settings.selection import ALWAYS, SettingsError, codes_named, is_chosen


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ACC201", {"ACC201"}),
        (" acc201 ", {"ACC201"}),
        ("unknown-id", {"ACC201"}),
        ("ACC2", {code for code in RULES if code.startswith("ACC2")}),
        ("ACC", set(RULES)),
    ],
)
def test_a_name_stands_for_a_rule_or_for_a_beginning_of_codes(name: str, codes: set[str]) -> None:
    assert codes_named(name) == codes


@pytest.mark.parametrize(("name", "advice"), [("unknown-di", 'did you mean "unknown-id"?'), ("ACC999", "lists them")])
def test_a_name_that_stands_for_none_is_refused_with_advice(name: str, advice: str) -> None:
    with pytest.raises(SettingsError) as refused:
        codes_named(name)
    assert advice in str(refused.value)


@pytest.mark.parametrize(
    ("select", "ignore", "never", "chosen"),
    [
        (("ACC",), (), (), True),
        (("ACC",), ("ACC2",), (), False),
        (("ACC201",), ("ACC2",), (), True),
        (("ACC2",), ("ACC2",), (), False),
        (("unknown-id",), ("ACC201",), (), False),
        (("ACC201",), (), ("ACC2",), False),
        ((), (), (), False),
    ],
)
def test_the_longest_name_decides_and_leaving_out_wins_a_draw(
    select: tuple[str, ...], ignore: tuple[str, ...], never: tuple[str, ...], chosen: bool
) -> None:
    assert is_chosen("ACC201", select, ignore, never) is chosen


@pytest.mark.parametrize("code", sorted(ALWAYS))
def test_that_a_record_was_not_looked_at_is_always_said(code: str) -> None:
    assert is_chosen(code, (), ("ACC",), ("ACC",))
