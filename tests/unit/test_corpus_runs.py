"""Long runs: several processes, going on where an earlier run stopped, and keeping what fails."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from accords.cli import main
from accords.corpus import Resumption, ResumptionError, examine_pieces, pieces
from accords.validate import STAGES, validate
from accords.validate.report import FORMATS, View
from accords.validate.settings import Settings
from heeding import heed_interrupts
from records import NEAR_MISSES, ROOT, read_plain

MINIMAL = ROOT / "examples" / "minimal.accord.json"
BAD = [
    path
    for path in sorted((ROOT / "tests" / "rules").glob("ACC[0-6]*/bad-*.json"))
    if not path.name.endswith((".expected.json", ".settings.json"))
][::8]


@pytest.fixture
def corpus(tmp_path: Path) -> list[str]:
    """Files and lines, sound and faulty, some that are no JSON or cannot be read."""
    lines = tmp_path / "many.accord.jsonl"
    records = [json.dumps(read_plain(path)).encode() for path in NEAR_MISSES[::8]]
    broken = [b'{"accords_version"', b"\xff", b"", b"[]", *(path.read_bytes().replace(b"\n", b" ") for path in BAD)]
    lines.write_bytes(b"\n".join([*records, *broken, *records[:3]]) + b"\n")
    return [str(MINIMAL), *map(str, BAD), str(lines), str(tmp_path / "absent.json")]


@pytest.mark.thorough
def test_the_bytes_are_the_same_for_every_number_of_processes(corpus: list[str]) -> None:
    """Results come in the order of the input, whoever worked them out."""
    results = [list(examine_pieces(pieces(corpus), jobs)) for jobs in (1, 2, 3)]
    for form, write in FORMATS.items():
        one, *others = ["".join(write(iter(each), View())) for each in results]
        assert all(other == one for other in others), form
        assert form == "github" or one


@pytest.mark.thorough
def test_an_examination_that_is_kept_holds_no_more_than_its_findings(corpus: list[str]) -> None:
    """So that a run is as large as its window, not as its records."""
    found = list(examine_pieces(pieces(corpus), 2))
    assert all(each.agreement is None for each in found)
    assert {each.text is None for each in found if not each.report.diagnostics} == {True}


@pytest.mark.thorough
def test_processes_end_where_the_results_are_not_read_to_the_end(corpus: list[str]) -> None:
    """As where the reader of the output has gone."""
    results = examine_pieces(pieces(corpus * 20), 2)
    next(results)
    assert isinstance(results, Iterator)
    results.close()  # type: ignore[attr-defined]


@pytest.mark.thorough
@pytest.mark.skipif(os.name != "posix", reason="process groups are of POSIX")
def test_an_interrupt_ends_all_processes_without_a_word(tmp_path: Path) -> None:
    """Ctrl-C goes to the whole group, and the parent answers for it."""
    many = tmp_path / "many.accord.jsonl"
    many.write_text((json.dumps(read_plain(BAD[-1])) + "\n") * 20_000)
    command = [sys.executable, "-m", "accords", "validate", "-j", "2", "--format", "jsonl", str(many)]
    run = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509
    )
    assert run.stdout is not None
    run.stdout.readline()  # it is under way
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert (run.returncode, errors.strip()) == (128 + signal.SIGINT, b"")
    for _ in range(100):
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a process is left")


def _resumed(names: list[str], state: Path, settings: Settings | None = None) -> tuple[str, int]:
    """The report of a run that resumes from ``state``, and how many records it passed over."""
    resumption = Resumption(state)
    todo = list(resumption.skip(pieces(names, settings=settings or Settings())))
    text = "".join(FORMATS["json"](resumption.note(examine_pieces(todo)), View()))
    return text, sum(piece.source is None for piece in todo)


@pytest.mark.thorough
def test_a_run_that_is_resumed_says_the_same_and_passes_over_what_was_sound(corpus: list[str], tmp_path: Path) -> None:
    """What had findings is examined again, as it may have to be mended."""
    state = tmp_path / "state"
    whole = "".join(FORMATS["json"](examine_pieces(pieces(corpus)), View()))
    first, second = _resumed(corpus, state), _resumed(corpus, state)
    sound = [each for each in examine_pieces(pieces(corpus)) if not (each.report.diagnostics or each.report.waived)]
    assert first[0] == second[0] == whole
    assert second[1] == len(sound) > first[1] == 0


def test_what_is_known_is_known_by_content_settings_and_limits(tmp_path: Path) -> None:
    """Not by name: a copy is passed over, a change is not, and other settings look again."""
    record, state = tmp_path / "one.accord.json", tmp_path / "state"
    record.write_bytes(MINIMAL.read_bytes())
    assert [_resumed([str(record)], state)[1] for _ in range(2)] == [0, 1]
    copy = tmp_path / "copy.accord.json"
    copy.write_bytes(MINIMAL.read_bytes())
    assert _resumed([str(copy)], state)[1] == 1
    assert _resumed([str(record)], state, Settings(ignore=("ACC6",)))[1] == 0
    record.write_bytes(MINIMAL.read_bytes().replace(b"Ruritania", b"Syldavia"))
    assert _resumed([str(record)], state)[1] == 0


def test_a_file_of_another_kind_is_no_state_and_is_left_alone(tmp_path: Path) -> None:
    """A record that is named by mistake would be written into."""
    other = tmp_path / "one.accord.json"
    other.write_bytes(MINIMAL.read_bytes())
    with pytest.raises(ResumptionError):
        Resumption(other)
    assert other.read_bytes() == MINIMAL.read_bytes()
    assert main(["validate", str(MINIMAL), "--resume", str(other)]) == 2


def test_a_state_that_was_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """A machine may stop in the middle of a line."""
    state = tmp_path / "state"
    _resumed([str(MINIMAL)], state)
    whole = state.read_text()
    state.write_text(whole[:-5])
    assert _resumed([str(MINIMAL)], state)[1] == 0
    assert state.read_text().count("\n") > whole.count("\n") - 1


def test_sound_records_have_run_through_every_stage() -> None:
    """A record that is passed over is reported as one that was examined."""
    assert validate(MINIMAL).stages == STAGES


@pytest.mark.thorough
def test_what_fails_is_kept_to_be_mended_and_tried_again(
    corpus: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record to a line, and the lines fail as the records did."""
    kept = tmp_path / "rejected.jsonl"
    assert main(["validate", "-j", "2", *corpus, "--reject", str(kept), "--no-config", "--format", "jsonl"]) == 2
    failed = [each for each in examine_pieces(pieces(corpus)) if each.fails and each.text]
    again = list(examine_pieces(pieces([str(kept)])))
    assert len(kept.read_text("utf-8").splitlines()) == len(again) == len(failed) > 5
    codes = [sorted(found.code for found in each.report.diagnostics) for each in again]
    assert codes == [sorted(found.code for found in each.report.diagnostics) for each in failed]
    capsys.readouterr()
    assert main(["validate", str(MINIMAL), "--reject", str(kept)]) == 2
    assert "is there already" in capsys.readouterr().err
