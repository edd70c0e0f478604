"""Two people who change copies of one record: both have what they did in the merged one, or a conflict says so."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

import pytest

from accords.codec import structure, to_dict
from accords.editing.workbook.copies import merge_records
from accords.model.agreement import Agreement
from accords.validate import examine

from .merging_edits import DEAL, Edit, all_edits


def _record(plain: Any) -> Agreement:
    made = structure(plain)
    assert isinstance(made, Agreement)
    return made


def _changed(edits: list[Edit]) -> Agreement | None:
    """A copy with these edits; None where they leave it invalid by themselves."""
    plain = deepcopy(DEAL)
    for edit in edits:
        if edit.member in plain:
            edit.apply(plain)
    if examine(plain).report.errors or not all(edit.is_in(plain) for edit in edits):
        return None
    return _record(plain)


def check_merge(theirs: list[Edit], ours: list[Edit]) -> bool:
    """Merge two copies, and see to it that nothing of either is lost unsaid."""
    copy, mine = _changed(theirs), _changed(ours)
    if copy is None or mine is None:
        return False
    merged = merge_records(_record(DEAL), copy, mine)
    if merged.record is None:
        assert any(fault.conflict for fault in merged.faults), (theirs, ours, merged.faults)
    else:
        plain = to_dict(merged.record)
        lost = [edit for edit in (*theirs, *ours) if not edit.is_in(plain)]
        assert not lost, (theirs, ours, lost, merged.remarks)
    return True


@pytest.mark.thorough
def test_every_pair_of_edits_is_merged_or_told() -> None:
    """Of one row: edited, added, moved, renamed, deleted, named elsewhere, given a child."""
    pairs = [(one, other) for one in all_edits("a") for other in all_edits("b") if _is_of_one(one, other)]
    assert sum(check_merge([one], [other]) for one, other in pairs) > 150


def _is_of_one(one: Edit, other: Edit) -> bool:
    return one.member == other.member and one.at == other.at == (3 if one.member == "actors" else 0)


@pytest.mark.parametrize("count", [30, pytest.param(3_000, marks=pytest.mark.slow)])
def test_several_edits_by_two_people_are_merged_or_told(count: int) -> None:
    """Whatever they do to whichever rows."""
    seen = 0
    for seed in range(count):
        rng = random.Random(seed)
        theirs, ours = (rng.sample(list(all_edits(who)), rng.randint(1, 3)) for who in "ab")
        seen += check_merge(_once(theirs), _once(ours))
    assert seen > count // 3


def _once(edits: list[Edit]) -> list[Edit]:
    """One edit of each row, so that each can be told from the others."""
    return list({(each.member, each.at): each for each in edits}.values())


def test_an_order_that_one_side_changed_is_that_of_the_merged_record() -> None:
    """Whichever it was; where both changed it that of the record stays, which is said."""
    moved = _changed([Edit("move", "obligations", 0, "a")])
    other = _changed([Edit("move", "obligations", 1, "b"), Edit("edit", "sources", 0, "b")])
    edited = _changed([Edit("edit", "obligations", 0, "b")])
    assert moved is not None
    assert other is not None
    assert edited is not None
    for theirs, ours in ((moved, edited), (edited, moved)):
        merged = merge_records(_record(DEAL), theirs, ours)
        assert merged.record is not None
        assert [duty.id for duty in merged.record.obligations] == ["tolls", "watch", "repair"]
        assert merged.record.obligations[2].action == "edit of 0 by b"
    merged = merge_records(_record(DEAL), moved, other)
    assert merged.record is not None
    assert [duty.id for duty in merged.record.obligations] == [duty.id for duty in other.obligations]
    assert "Duties: both sides changed the order; that of the record stays" in merged.remarks


@pytest.mark.parametrize("number", [10, 11, 12])
def test_a_condition_that_both_changed_is_one_conflict_and_one_that_one_changed_is_taken(number: int) -> None:
    """Whatever it carries besides its line."""
    old, theirs, ours = (deepcopy(DEAL) for _ in range(3))
    for plain, days in ((old, 10), (theirs, 11), (ours, number)):
        anchor = {"kind": "date", "value": "1911-09-30"}
        cited = [{"source_id": "text"}]
        plain["obligations"][0]["due"] = {"kind": "offset", "anchor": anchor, "working_days": days, "citations": cited}
    merged = merge_records(_record(old), _record(theirs), _record(ours))
    assert not any("no longer there" in each for each in merged.remarks)
    assert [fault.place for fault in merged.faults] == (["/obligations/0/due"] if number == 12 else [])
    if merged.record is not None:
        assert to_dict(merged.record)["obligations"][0]["due"] == theirs["obligations"][0]["due"]


def _event(name: str, says: str, when: str, **more: Any) -> dict[str, Any]:
    claims = [{"id": f"on-{name}", "says": says, "claimed_by_id": "graustark", "when": when}]
    event = {"id": name, "kind": "performance", "summary": name, "obligation_ids": ["repair"], "claims": claims}
    return {**event, **more}


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        (_event("theirs", "not_occurred", "1911-09-20"), True),
        (_event("theirs", "occurred", "1911-09"), True),
        (_event("theirs", "occurred", "1911-09-12"), False),
        (_event("theirs", "not_occurred", "1911-09-20", instance=2), False),
        (_event("theirs", "not_occurred", "1911-09-20", obligation_ids=["tolls"]), False),
        (_event("theirs", "occurred", "1911-09-10", kind="milestone"), False),
    ],
)
def test_what_both_sides_entered_and_may_be_one_happening_is_told(theirs: dict[str, Any], told: bool) -> None:
    """With both ids; what is of another turn, duty, day or sort is not."""
    copy, mine = deepcopy(DEAL), deepcopy(DEAL)
    copy["events"].append(theirs)
    mine["events"].append(_event("ours", "occurred", "1911-09-10", instance=1))
    merged = merge_records(_record(DEAL), _record(copy), _record(mine))
    assert merged.record is not None
    same = [remark for remark in merged.remarks if "ours of the record and theirs of the copy" in remark]
    assert len(same) == told
