"""Edits of records: what they come to, and how they are written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import accords
from accords.codec.reading.nodes import nodes_of
from accords.editing.aligning import aligned, same
from accords.editing.pointing import CUT, with_values
from accords.editing.revising import revise_at
from accords.editing.splicing import spliced
from accords.editing.storing import write_revision
from accords.formatting import reformat
from records import ROOT, read_plain

MONITORED = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
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
        write_revision(path, revision)
    assert path.read_bytes() == MINIMAL.read_bytes()


def test_an_edit_is_written_whole(tmp_path: Path) -> None:
    """With the byte order mark and the line ends that the file had."""
    path = tmp_path / "a.json"
    raw = b"\xef\xbb\xbf" + MINIMAL.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(raw)
    revision = _revision(raw)
    write_revision(path, revision)
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
        write_revision(path, _revision())
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


def test_stated_defaults_and_the_digits_of_numbers_stay() -> None:
    """The model does not know them, and nobody asked to change them."""
    text = '{"id": "a", "time_zone": "UTC", "n": [1.50, 2e1], "events": []}'
    made = spliced(text, {"id": "a", "n": [1.5, 20.0]}, {"id": "b", "n": [1.5, 20.0, 3]})
    assert made == '{"id": "b", "time_zone": "UTC", "n": [1.50, 2e1, 3], "events": []}'


def test_a_member_that_stands_empty_takes_what_comes() -> None:
    """``"events": []`` says what its absence says; it is filled, and not there twice."""
    made = spliced('{"id": "a", "events": []}', {"id": "a"}, {"id": "a", "events": [{"id": "x"}]})
    assert made == '{"id": "a", "events": [{"id": "x"}]}'


def test_an_item_that_moved_is_found_by_its_id() -> None:
    """What is put in front of others leaves those others as they were written."""
    text = '{"l": [{"id": "a",  "n": 1.0}, {"id":"b"}]}'
    made = spliced(text, {"l": [{"id": "a", "n": 1.0}, {"id": "b"}]}, {"l": [{"id": "z"}, {"id": "a", "n": 1.0}]})
    assert made == '{"l": [{"id": "z"}, {"id": "a",  "n": 1.0}]}'


def test_what_was_canonical_stays_canonical() -> None:
    """Though the list that grows no longer fits on its line."""
    record = read_plain(MONITORED)
    text = reformat(MONITORED.read_bytes())
    themes = with_values(record, {"/obligations/0/themes": [f"a rather long theme {at}" for at in range(9)]})
    made = spliced(text, record, themes)
    assert made == reformat(made)


@pytest.mark.parametrize(
    ("pointer", "value"), [("/b/2", 1), ("/b/x", 1), ("b", 1), ("/a/x", 1), ("/z", CUT), ("/b/-", CUT), ("/b/01x", 1)]
)
def test_a_pointer_that_leads_nowhere_is_refused(pointer: str, value: Any) -> None:
    """With its own words in the message."""
    with pytest.raises(ValueError, match=pointer):
        with_values({"a": 1, "b": [1, 2]}, {pointer: value})


def test_pointers_set_add_and_take_out() -> None:
    """And the value that was given stays as it was."""
    plain = {"a": 1, "b": [1, 2], "c": {"~/": 0}}
    made = with_values(plain, {"/a": CUT, "/b/0": 9, "/b/-": 3, "/c/~0~1": 5, "/d/-": {"e": 1}, "/b/1": CUT})
    assert made == {"b": [9, 3], "c": {"~/": 5}, "d": [{"e": 1}]}
    assert plain == {"a": 1, "b": [1, 2], "c": {"~/": 0}}


def test_what_is_no_json_is_refused() -> None:
    """And nothing at all is no JSON either."""
    for text in ("", "{", '{"a": 1}}'):
        with pytest.raises(ValueError, match="JSON"):
            nodes_of(text)


def test_numbers_words_and_booleans_are_told_apart() -> None:
    """As Python does not."""
    assert not same(1, True)
    assert not same([1], [1.0])
    assert same({"a": [1, None]}, {"a": [1, None]})


def test_long_lists_without_ids_are_paired_by_their_places() -> None:
    """So that no list takes time in the square of its length; equal beginnings and ends are still found."""
    old, new = [0, *[1, 2] * 3_000, 9], [0, *[2, 1] * 3_001, 9]
    found = list(aligned(old, new))
    assert [item for _, item in found] == new
    assert (found[0], found[-1]) == ((0, 0), (len(old) - 1, 9))
