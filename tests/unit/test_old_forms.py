"""Fields of drafts of the format: told with what stands in their place, and mended where nothing is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from accords.model.obligations import Recurring
from accords.validate import apply_fixes, examine, loads

DAY = {"kind": "date", "value": "2023-01-01"}


def _text(performance: dict[str, Any], actor: str = "", **duty: Any) -> str:
    """A record with one recurring duty, laid out as no tool would."""
    plain = json.dumps({"kind": "recurring", **performance}, indent=7)
    more = "".join(f', "{name}": {json.dumps(value)}' for name, value in duty.items())
    return (
        '{"accords_version": "1.0", "id": "deal",\n "title": "Deal",   "actors": [{"id": "a", "name": "A"}'
        f'{actor}], "parties": [{{"actor_id": "a"}}],\n'
        ' "obligations": [{"id": "o", "obligor_ids": ["a"], "modality": "must", "action": "pay",\n "performance": '
        f"{plain}{more}}}]}}\n"
    )


def _told(text: str) -> list[Any]:
    return [found for found in examine(text.encode()).report.diagnostics if found.code == "ACC102"]


def _mended(text: str) -> str:
    return apply_fixes(text, examine(text.encode()).report.diagnostics)


def test_for_whom_an_actor_acts_is_always_mended() -> None:
    """In place, every other character as it was."""
    text = _text({"every": "P1M"}, ', {"id": "e", "name": "E", "acts_for_id": "a"}')
    (found,) = _told(text)
    assert found.help == 'write "acts_for": [{"actor_id": "a"}]'
    assert _mended(text) == text.replace('"acts_for_id": "a"', '"acts_for": [{"actor_id": "a"}]')


@pytest.mark.parametrize(
    ("performance", "due"),
    [
        ({"every": "P1M", "first": DAY}, "2023-01-01"),
        ({"every": "P30D", "first": DAY, "window": "P9D"}, "2023-01-10"),
        ({"first": DAY, "every": "P30D", "window": "P9D", "mode": "anchored"}, "2023-01-10"),
    ],
)
def test_turns_move_into_the_conditions_of_the_duty_where_their_meaning_stays(
    performance: dict[str, Any], due: str
) -> None:
    """One finding tells it for both fields, and its fix takes both out, with all that they hold."""
    text = _text(performance)
    (found,) = _told(text)
    assert found.fix is not None
    mended = _mended(text)
    (duty,) = loads(mended).obligations
    assert duty.performance == Recurring(every=performance["every"], mode=performance.get("mode"))
    assert (duty.not_before.value.text, duty.due.value.text) == ("2023-01-01", due)
    assert mended.startswith(text[: text.index('"performance"')])
    assert mended.endswith("}]}\n")


@pytest.mark.parametrize(
    ("performance", "duty", "told"),
    [
        ({"every": "P1M", "first": DAY, "window": "P9D"}, {}, "2023-01-10"),
        ({"every": "P1M", "first": DAY}, {"due": DAY}, "not_before"),
        ({"every": "P30D", "first": DAY, "window": "P60D"}, {}, "2023-03-02"),
        ({"every": "P1M", "first": {"kind": "conclusion"}, "window": "P9D"}, {}, '"anchor": {"kind": "conclusion"}'),
        ({"every": "P1M", "window": "P9D"}, {}, "into its `due`"),
        ({"first": DAY}, {}, "2023-01-01"),
    ],
)
def test_where_the_meaning_might_change_it_is_left_to_people(
    performance: dict[str, Any], duty: dict[str, Any], told: str
) -> None:
    """They are told what to write."""
    text = _text(performance, **duty)
    (found,) = _told(text)
    assert found.fix is None
    assert told in (found.help or "")
    assert _mended(text) == text
