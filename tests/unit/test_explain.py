"""Why a record is not shaped like one: one finding for each cause, and advice that can be followed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from accords.diagnostics import Diagnostic
from accords.validate import validate


def _record(**changes: Any) -> dict[str, Any]:
    return {
        "accords_version": "1.0",
        "id": "deal",
        "title": "Deal",
        "actors": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
        "parties": [{"actor_id": "north"}, {"actor_id": "south"}],
        **changes,
    }


def _duty(**changes: Any) -> dict[str, Any]:
    duty = {"id": "pay", "obligor_ids": ["north"], "modality": "must", "action": "pay", **changes}
    return _record(
        obligations=[{**duty, "citations": [{"source_id": "text", "locator": "1"}]}],
        sources=[{"id": "text", "kind": "agreement_text", "title": "The deal"}],
    )


def _only(record: dict[str, Any]) -> Diagnostic:
    found = validate(record).diagnostics
    assert len(found) == 1, [(one.code, one.pointer, one.message) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("record", "code", "suggestion"),
    [
        (_duty(due={"kind": "date", "date": "2022-01-01"}), "ACC102", "value"),
        (_record(parties=[{"actor_id": "south"}, {"id": "north"}]), "ACC102", "actor_id"),
        (_duty(due={"type": "date", "value": "2022"}), "ACC102", "kind"),
        (_duty(obligor_ids=[None, None]), "ACC116", None),
        (_duty(obligor_ids=["north", "nort"]), "ACC201", None),
        (_duty(obligor_id="north"), "ACC102", None),
        (_duty(related_ids=["payy"]), "ACC201", None),
        (_record(id="Žagar Foo__Bar"), "ACC110", "zagar-foo_bar"),
        (_record(id="İ" * 120), "ACC110", None),
        ({("party" if name == "parties" else name): value for name, value in _record().items()}, "ACC102", "parties"),
        ({("people" if name == "actors" else name): value for name, value in _record().items()}, "ACC102", "actors"),
        (_duty(status="fulfilled"), "ACC102", None),
        (_record(time_zone="CEST"), "ACC301", None),
        (_record(time_zone="localtime"), "ACC301", None),
        (_record(time_zone="europe/brussels"), "ACC301", "Europe/Brussels"),
        (_record(title="\u200b\u00a0"), "ACC111", None),
        (_record(title="\u0000"), "ACC111", None),
    ],
)
def test_one_cause_is_one_finding_and_its_suggestion_can_be_followed(
    record: dict[str, Any], code: str, suggestion: str | None
) -> None:
    """What is suggested is legal there, and not there already."""
    found = [one for one in validate(record).diagnostics if one.code == code]
    assert found
    assert found[0].suggestion == suggestion
    assert {one.code for one in validate(record).diagnostics} == {code}


@pytest.mark.parametrize(
    ("record", "advice"),
    [
        (_duty(performance="Continuing"), 'write {"kind": "continuing"}'),
        (_duty(performance="weekly"), "kinds: once, continuing, recurring, each_time"),
        (_duty(due="never"), 'write {"kind": "never"}'),
        (_duty(due="2023-01-31"), 'write {"kind": "date", "value": "2023-01-31"}'),
        (_duty(due="2023-02-31"), "February 2023 has 28 days"),
        (_duty(due="in due course"), 'write {"kind": "vague", "text": "in due course"}'),
        (_duty(obligor_ids="north"), 'write ["north"]'),
        (_duty(due="P30D"), '"duration": "P30D"'),
        (_duty(trigger="signature"), 'write {"kind": "conclusion"}'),
        (_record(parties=["north"]), 'write {"actor_id": "north"}'),
        (_record(title=None), "it has to be there"),
        (_duty(due=None), "leave it out"),
        (_record(actors=[{"id": "north", "name": " "}]), "it has to be there"),
        (_duty(obligor_ids=[None]), "remove it"),
        (_record(title=5), 'write "5"'),
        (_duty(borne="joint"), "one of each, jointly, any"),
        (_record(related=[{"relation": "amends", "title": "T", "citations": ["Art. 2"]}]), '"locator": "Art. 2"}'),
        (_duty(due={"value": "2022-01-01"}), 'with these fields it is of kind "date"'),
        (_duty(due={"conditions": []}), 'of kind "all_of", "any_of" or "at_least"'),
        (_duty(status="fulfilled"), "`accords status` works it out"),
        (_record(titel="Deal"), "it looks like `title`, which is there already"),
    ],
)
def test_advice_says_what_to_write(record: dict[str, Any], advice: str) -> None:
    """At the value at fault."""
    assert advice in (_only(record).help or "")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (_duty(obligor_ids="north"), '`obligor_ids` must be a list, not the text "north"'),
        (_record(parties=["north"]), 'each item of `parties` must be a party, not the text "north"'),
        (_duty(due={"kind": "offset"}), "an `offset` condition needs `anchor`"),
        (_duty(due={"kind": "event", "text": "x"}), "an `event` condition needs `event_id`, and has no field `text`"),
        (_duty(owed_after_breach="no"), '`owed_after_breach` must be true or false, not the text "no"'),
    ],
)
def test_messages_name_things_as_people_do(record: dict[str, Any], message: str) -> None:
    """With the right article, and with what must be."""
    assert _only(record).message == message


def test_following_a_suggestion_mends_the_fault() -> None:
    """For every field of an obligation, misspelt."""
    for field in ("as_written", "obligor_ids", "performance", "citations", "not_before", "survives_termination"):
        value: Any = {"as_written": "x", "performance": {"kind": "once"}, "not_before": {"kind": "never"}}.get(
            field, []
        )
        value = True if field == "survives_termination" else value
        record = _duty(**{field[:-2] + field[-1]: value})
        if field in ("obligor_ids", "citations"):
            del record["obligations"][0][field]
        assert _only(record).suggestion == field
        assert validate(json.loads(json.dumps(record).replace(f'"{field[:-2] + field[-1]}"', f'"{field}"'))).ok


@pytest.mark.parametrize("count", [20_000])
def test_a_repeated_id_in_a_long_list_is_found_without_comparing_all_with_all(count: int) -> None:
    """It took minutes once."""
    names = [f"a{number:x}" for number in range(count)] + ["a0"]
    assert "ACC114" in {one.code for one in validate(_duty(obligor_ids=names)).diagnostics}


def test_an_entry_into_force_that_waits_for_itself_is_a_circle() -> None:
    """Directly, or through an event that is defined by it."""
    entry = {"kind": "entry_into_force"}
    assert _only(_record(term={"entry_into_force": entry})).code == "ACC205"
    day = {"id": "day", "kind": "milestone", "summary": "Day one", "defined_as": entry}
    record = _record(term={"entry_into_force": {"kind": "event", "event_id": "day"}}, events=[day])
    assert _only(record).code == "ACC205"


@pytest.mark.parametrize("tag", ["de-CH-1996", "zh-min-nan", "x-klingon", "en-a-bbb", "sr-Latn-RS", "i-navajo"])
def test_language_tags_of_every_form_are_taken(tag: str) -> None:
    """BCP 47 has variants, extensions and private use."""
    assert validate(_record(other_titles=[{"text": "T", "language": tag}])).ok
