"""A finding is known again after changes that do not concern it."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from accords.validate import examine
from accords.validate.report.fingerprints import fingerprint_all
from accords.validate.settings import Settings
from records import ROOT

RECORD: dict[str, Any] = json.loads((ROOT / "examples" / "minimal.accord.json").read_text("utf-8"))


def _faulty() -> dict[str, Any]:
    """The minimal example with a fault in each of two duties, and one in the only party."""
    record = json.loads(json.dumps(RECORD))
    record["obligations"][0]["obligor_ids"] = ["nobody"]
    record["obligations"][1]["owed_to_ids"] = ["ruritania", "no-one"]
    record["parties"][1]["represented_by_ids"] = ["somebody"]
    return record


def _signs(record: Any, indent: int | None = None, file: str = "x.accord.json") -> dict[str, str]:
    """Message → fingerprint."""
    examination = examine(json.dumps(record, indent=indent), file=file, settings=Settings(select=("ACC201",)))
    found = examination.report.diagnostics
    return {
        one.message: sign
        for one, sign in zip(found, fingerprint_all(found, examination.report, examination.text), strict=True)
    }


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        members = [(name, _shuffled(member, chance)) for name, member in value.items()]
        chance.shuffle(members)
        return dict(members)
    return [_shuffled(item, chance) for item in value] if isinstance(value, list) else value


def test_fingerprints_differ_from_each_other() -> None:
    """Also where several findings stand at one place."""
    assert len(set(_signs(_faulty()).values())) == 3
    report = examine('{"a": 1, "a": 1, "a": 1}', file="x").report
    assert len(set(fingerprint_all(report.diagnostics, report, "{}"))) == 2


@pytest.mark.parametrize("seed", range(20))
def test_unrelated_changes_change_no_fingerprint(seed: int) -> None:
    """Other line breaks, members in another order, duties before and after, other findings, own content."""
    chance = random.Random(seed)
    before = _signs(_faulty())
    record = _faulty()
    more = {**record["obligations"][0], "id": "another", "obligor_ids": ["ruritania"]}
    record["obligations"].insert(chance.randrange(3), more)
    chance.shuffle(record["obligations"])
    record["actors"].insert(0, {"id": "third", "name": "Third", "acts_for": [{"actor_id": "missing"}]})
    record["extensions"] = {"mine": seed}
    after = _signs(_shuffled(record, chance), indent=chance.choice([None, 1, 4]))
    assert len(after) == len(before) + 1
    assert {message: after[message] for message in before} == before


def test_another_file_another_record_and_another_fault_have_other_fingerprints() -> None:
    """In a file of lines it is the id of the record that tells them apart."""
    before = _signs(_faulty())
    assert not set(before.values()) & set(_signs(_faulty(), file="y.accord.json").values())
    other = json.loads(json.dumps(_faulty()).replace("no-one", "not-one"))
    assert len(set(before.values()) & set(_signs(other).values())) == 2


def test_an_absolute_path_below_the_working_folder_is_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine does not show in it."""
    monkeypatch.chdir(tmp_path)
    assert _signs(_faulty(), file=str(tmp_path / "x.accord.json")) == _signs(_faulty())
