"""Edits of records: what they come to, and how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import accords
from accords.editing import CUT, revise_at
from records import ROOT

MINIMAL = ROOT / "examples" / "minimal.accord.json"
DONE = accords.Event(
    id="repaired",
    kind="performance",
    summary="The landing was repaired.",
    obligation_ids=("repair-landing",),
    actor_ids=("ruritania",),
    claims=(accords.Claim(says="occurred", when="1911-09-01", claimed_by_id="graustark", known_on="1911-09-02"),),
)


def _revision(raw: bytes | None = None) -> accords.Revision:
    text = MINIMAL.read_bytes() if raw is None else raw
    return accords.revise(text, accords.loads(text).with_event(DONE), as_of="1911-10-01")


def test_an_edit_shows_every_status_that_it_changes() -> None:
    """Before and after, as of the day asked about; nothing else stands differently."""
    revision = _revision()
    assert [(each.obligation_id, each.day) for each in revision.changed] == [("repair-landing", "1911-10-01")]
    before, after = revision.changed[0].before, revision.changed[0].after
    assert before is not None
    assert after is not None
    assert before.name == "overdue, nothing reported"
    assert "fulfilled" in after.name
    assert revision.difference is not None
    assert [each.event_id for each in revision.difference.events] == ["repaired"]
    assert revision.ok
    assert not revision.same


def test_only_what_an_edit_brings_about_is_told_as_new() -> None:
    """The claim cites nothing, which is a warning; what was wrong before is in the report alone."""
    revision = _revision()
    assert [each.code for each in revision.found] == ["ACC406"]
    again = accords.revise(revision.new, accords.loads(revision.new))
    assert again.same
    assert not again.found
    assert "ACC406" in {each.code for each in again.report.diagnostics}


def test_an_edit_that_leaves_an_error_is_told_and_never_written(tmp_path: Path) -> None:
    """Where it is wrong stands in the report; the file stays as it was."""
    path = tmp_path / "a.json"
    path.write_bytes(MINIMAL.read_bytes())
    revision = revise_at(MINIMAL.read_bytes(), {"/obligations/0/id": CUT})
    assert revision.after is None
    assert revision.difference is None
    assert not revision.ok
    with pytest.raises(accords.InvalidRecordError, match="id"):
        accords.write_revision(path, revision)
    assert path.read_bytes() == MINIMAL.read_bytes()


def test_an_edit_is_written_whole(tmp_path: Path) -> None:
    """With the byte order mark and the line ends that the file had."""
    path = tmp_path / "a.json"
    raw = b"\xef\xbb\xbf" + MINIMAL.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(raw)
    revision = _revision(raw)
    accords.write_revision(path, revision)
    written = path.read_bytes()
    assert written == revision.new
    assert written.startswith(b"\xef\xbb\xbf{\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert accords.loads(written).event("repaired") == DONE


def test_what_somebody_else_has_written_meanwhile_is_not_lost(tmp_path: Path) -> None:
    """However small it is."""
    path = tmp_path / "a.json"
    path.write_bytes(MINIMAL.read_bytes() + b"\n")
    with pytest.raises(accords.ChangedMeanwhileError, match="changed since it was read"):
        accords.write_revision(path, _revision())
    assert path.read_bytes() == MINIMAL.read_bytes() + b"\n"


def test_a_record_with_errors_is_not_edited() -> None:
    """Its report says what is wrong."""
    text = MINIMAL.read_text().replace('"title"', '"titel"')
    with pytest.raises(accords.InvalidRecordError):
        accords.revise(text, accords.load(MINIMAL))


def test_without_a_day_no_status_is_compared() -> None:
    """So that an edit says nothing about today unasked."""
    text = MINIMAL.read_text()
    revision = accords.revise(text, evolve(accords.loads(text), title="Another"))
    assert revision.as_of is None
    assert revision.changed == ()
    assert revision.new.decode() == text.replace(accords.loads(text).title, "Another")
