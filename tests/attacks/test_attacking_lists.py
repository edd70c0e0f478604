"""Records whose list would repeat a long text beside many duties."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from accords.checklist.repeating import repeated_text
from accords.cli import main
from accords.codec import dumps
from accords.model.agreement import Agreement
from accords.model.events import Finding
from accords.model.obligations import Reading
from accords.vocabulary import EventKind, Verdict
from deals import deal, duty, said


def long_told(duties: int, text: str) -> Agreement:
    """One event, told at length, that bears on so many duties."""
    many = tuple(duty(f"d{number}") for number in range(duties))
    told = evolve(said("e", "2023-01-05"), summary=text, obligation_ids=tuple(each.id for each in many))
    return deal(*many, events=(told,))


@pytest.mark.parametrize(("duties", "code"), [(20, 0), (100, 2)])
def test_a_list_that_would_repeat_a_long_text_without_end_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], duties: int, code: int
) -> None:
    """In one sentence, of one record and of several; what few duties repeat is listed."""
    record, other = tmp_path / "long.accord.json", tmp_path / "other.accord.json"
    record.write_text(dumps(long_told(duties, "w" * 600_000)), "utf-8")
    other.write_text(dumps(evolve(deal(duty()), id="other")), "utf-8")
    for paths in ((record,), (record, other)):
        command = ["checklist", *map(str, paths), "--as-of", "2023-01-20", "--format", "json", "-q", "--force"]
        assert main([*command, "-o", str(tmp_path / "out.json")]) == code
        assert ("many duties repeat a long text (/events/0)" in capsys.readouterr().err) is (code == 2)


def test_short_texts_are_repeated_as_often_as_there_are_duties() -> None:
    """Only what is long can make a list large out of proportion to its record."""
    assert repeated_text(long_told(300, "w" * 900), 10) is None
    assert repeated_text(long_told(300, "w" * 1_100), 10) == "/events/0"


def test_a_long_reading_is_repeated_by_every_finding_that_adopts_it() -> None:
    """However few duties there are, and beside each claim about it."""
    reading = Reading(id="r", text="w" * 2_000)
    ruled = tuple(
        evolve(
            said(f"f{number}", "2023-01-05", kind=EventKind.FINDING),
            obligation_ids=(),
            finding=Finding(on_id="o", verdict=Verdict.BREACHED, reading_id="r"),
        )
        for number in range(20)
    )
    record = deal(evolve(duty(), readings=(reading,)), events=ruled)
    assert repeated_text(record, 100_000) is None
    assert repeated_text(record, 70_000) == "/events/9"
