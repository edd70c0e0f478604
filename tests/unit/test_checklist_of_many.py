"""Checklists of what many owe or what many duties share: lines stay readable, and lengths in proportion."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from accords.checklist import Checklist, checklist
from accords.checklist.lines import detail_lines
from accords.checklist.watches import watches_left, watches_shown
from accords.model.actors import Actor, Party
from accords.model.agreement import Agreement
from accords.model.conditions import OnDate
from accords.model.events import Monitoring
from accords.model.obligations import Linkage, Obligation
from accords.model.sources import Citation
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.json import render_json
from accords.render.checklist.markdown import render_markdown
from accords.vocabulary import Borne, LinkageMode, Modality
from accords.words import few, joined, names_of

CITED = (Citation(source_id="text"),)


def duty(name: str, *obligors: str, **members: Any) -> Obligation:
    """A duty that is overdue on the day of these checklists."""
    due = OnDate(value="2023-06-30")
    must = Modality.MUST
    return Obligation(id=name, obligor_ids=obligors, modality=must, action=f"do {name}", due=due, **members)


def borne_by(n: int, borne: Borne = Borne.EACH) -> Agreement:
    """One duty that each of ``n`` states owes."""
    ids = [f"state-{i:04}" for i in range(n)]
    return Agreement(
        id="many",
        title="Many",
        actors=tuple(Actor(id=each, name=each.title()) for each in ids),
        parties=tuple(Party(actor_id=each) for each in ids),
        obligations=(duty("act", *ids, borne=borne),),
    )


def tied(n: int, mode: LinkageMode = LinkageMode.SIMULTANEOUS) -> Agreement:
    """``n`` duties in one linkage."""
    ids = [f"duty-{i:04}" for i in range(n)]
    return Agreement(
        id="many",
        title="Many",
        actors=(Actor(id="north", name="North"),),
        parties=(Party(actor_id="north"),),
        obligations=tuple(duty(each, "north") for each in ids),
        linkages=(Linkage(obligation_ids=tuple(ids), mode=mode, citations=CITED),),
    )


def reciprocal(n: int) -> Agreement:
    """``n`` duties each owed while the others are kept."""
    return tied(n, LinkageMode.RECIPROCAL)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, ""),
        (1, "a"),
        (2, "a and b"),
        (6, "a, b, c, d, e and f"),
        (7, "a, b, c, d, e and 2 others"),
        (2_500, "a, b, c, d, e and 2,495 others"),
    ],
)
def test_a_sentence_names_all_of_up_to_six_and_else_the_first_five(count: int, words: str) -> None:
    """So that nobody is left out alone, and what is left out is counted."""
    named, more = few(("abcdefg" * 400)[:count], count)
    assert len(named) + more == count
    assert joined(named, more=more) == words


def test_a_row_of_a_duty_of_many_names_a_few_others_and_counts_the_rest() -> None:
    """The others of the row, not its own obligor, whichever it is; every obligor still has a row."""
    rows = checklist(borne_by(30))
    assert {item.obligor_ids for item in rows.items} == {(f"state-{i:04}",) for i in range(30)}
    for item in rows.items:
        assert len(item.also_owed_by) == 5
        assert not set(item.also_owed_by) & set(item.obligors)
        assert item.also_owed_by_more == 24
    said = {line.words for line in detail_lines(rows.items[2]) if line.key == "obligors"}
    assert said == {"owed separately by State-0000, State-0001, State-0003, State-0004, State-0005 and 24 others too"}


def test_a_row_of_a_duty_of_seven_names_all_the_others() -> None:
    """There are six, which a line holds."""
    for item in checklist(borne_by(7)).items:
        assert len(item.also_owed_by) == 6
        assert item.also_owed_by_more == 0


def test_a_heading_of_what_many_owe_together_names_them_all() -> None:
    """It stands once, and nowhere else would they be named."""
    [section] = checklist(borne_by(30, Borne.JOINTLY)).sections
    assert all(f"State-{i:04}" in section.heading for i in range(30))
    assert section.items[0].also_owed_by_more == 0


def test_a_duty_of_many_inside_a_sentence_names_a_few_of_them() -> None:
    """With *and* or *or*, as they bear it, and with its id, by which the others are found."""
    assert (
        names_of(borne_by(30), {})
        .duty("act")
        .startswith("the duty of State-0000, State-0001, State-0002, State-0003, State-0004 and 25 others to")
    )
    assert " State-0004 or 25 others to" in names_of(borne_by(30, Borne.ANY), {}).duty("act")


@pytest.mark.parametrize("mode", LinkageMode)
def test_a_row_of_one_of_many_linked_duties_names_a_few_and_counts_the_rest(mode: LinkageMode) -> None:
    """The linkage is said on each of its duties."""
    for item in checklist(tied(30, mode)).items:
        [words] = item.linkages
        assert words.count("(duty-") == 5
        assert f"({item.obligation_id})" not in words
        assert words.endswith("and 24 others")


def test_a_standing_tells_a_dozen_matters_that_would_change_it_and_counts_the_rest() -> None:
    """Each linked duty is one; of few, all are told."""
    told = [item.standing.would_change for item in checklist(tied(30), as_of="2023-12-31").items if item.standing]
    assert len(told) == 30
    for matters in told:
        assert len(matters) == 13
        assert matters[-1] == f"and {int(matters[-1].split()[1])} more"
    assert all(
        not words.endswith(" more")
        for item in checklist(tied(3), as_of="2023-12-31").items
        if item.standing
        for words in item.standing.would_change
    )


def whole(rows: Checklist) -> str:
    """All formats of text at once."""
    return render_json(rows) + render_markdown(rows) + render_csv(rows)


@pytest.mark.thorough
@pytest.mark.parametrize("make", [borne_by, tied, reciprocal])
def test_a_checklist_of_four_times_as_many_rows_is_about_four_times_as_long(make: Callable[[int], Agreement]) -> None:
    """From forty rows on, where every list that is cut is cut; as of a day, which says most."""
    small, large = (len(whole(checklist(make(n), as_of="2023-12-31"))) for n in (30, 120))
    assert large < 4.5 * small


def test_the_json_of_a_duty_of_many_still_tells_who_they_are() -> None:
    """The rows with the same duty have every obligor's id."""
    rows = json.loads(render_json(checklist(borne_by(30))))
    ids = {each for part in rows["sections"] for item in part["items"] for each in item["obligor_ids"]}
    assert ids == {f"state-{i:04}" for i in range(30)}


def watched(times: int) -> Agreement:
    """One duty that was watched so many times, the last of which stands first in the record."""
    months = [f"{2000 + n // 12}-{n % 12 + 1:02}" for n in reversed(range(times))]
    watching = (Monitoring(obligation_ids=("act",), through=each, monitored_by_id="state-0000") for each in months)
    return evolve(borne_by(2, Borne.JOINTLY), monitoring=tuple(watching))


def test_a_row_tells_the_last_dozen_times_of_watching_and_counts_the_rest() -> None:
    """In text, on the page and in the table alike; the JSON has all of them."""
    rows = checklist(watched(14), as_of="2023-12-31")
    for text in (render_markdown(rows), render_csv(rows), render_html(rows)):
        assert text.count("State-0000 watched, through") == 12
        assert text.count("and 2 more that ended earlier, which the record has") == 1
        assert "through February 2000" not in text
        assert "through March 2000" in text
    assert len(json.loads(render_json(rows))["sections"][0]["items"][0]["watches"]) == 14


def test_a_row_tells_twelve_times_of_watching_and_counts_none() -> None:
    """A rest of none is no rest."""
    rows = checklist(watched(12), as_of="2023-12-31")
    text, watches = render_markdown(rows), rows.items[0].watches
    assert watches_shown(watches) == list(watches)
    assert not watches_left(watches)
    assert text.count("State-0000 watched, through") == 12
    assert "ended earlier" not in text
