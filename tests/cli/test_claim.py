"""``accords claim``: one thing that somebody says, and lists of them."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from accords import dumps, load, write_condition
from accords.cli import main
from accords.cli.entering.claim_options import claim_options
from accords.editing.entries import ClaimEntry
from claim_lists import claim_lines, without_claims, without_events
from records import ROOT, read_plain

MONITORED = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
MINIMAL = ROOT / "examples" / "minimal.accord.json"


@pytest.fixture
def ferry(tmp_path: Path) -> str:
    """A copy of the minimal record."""
    return str(shutil.copy(MINIMAL, tmp_path / "ferry.accord.json"))


def _claim(record: str, line: str, *options: str) -> int:
    return main(["claim", record, *shlex.split(line), *options])


LISTED = {
    "kosovo-serbia-plates-2022-monitored": (58, 32),
    "kosovo-serbia-plates-2021": (26, 16),
    "black-sea-grain-2022": (24, 13),
    "eritrea-ethiopia-algiers-2000": (24, 11),
}
"""The example records with the most claims: how many claims, and how many of their events a list can make anew."""


@pytest.mark.thorough
@pytest.mark.parametrize("name", LISTED)
def test_every_claim_of_a_record_is_entered_from_a_list(name: str, tmp_path: Path) -> None:
    """Taken out of a copy and entered again, the record is the same JSON values."""
    plain = read_plain(ROOT / "examples" / f"{name}.accord.json")
    lines = list(claim_lines(plain))
    assert len(lines) == LISTED[name][0]
    assert _listed(without_claims(plain), lines, tmp_path) == plain


@pytest.mark.thorough
@pytest.mark.parametrize("name", LISTED)
def test_events_are_made_anew_from_a_list(name: str, tmp_path: Path) -> None:
    """With all that is said of them; only their order in the record is that of the list."""
    plain = read_plain(ROOT / "examples" / f"{name}.accord.json")
    bare, new = without_events(plain)
    made = _listed(bare, list(claim_lines(plain, new)), tmp_path)
    assert len(new) == LISTED[name][1]
    assert {**made, "events": _by_id(made)} == {**plain, "events": _by_id(plain)}


def _by_id(record: dict[str, Any]) -> dict[str, Any]:
    return {event["id"]: event for event in record["events"]}


def _listed(bare: dict[str, Any], lines: list[str], folder: Path) -> dict[str, Any]:
    """The record that ``bare`` becomes by a list."""
    record, listed = folder / "bare.accord.json", folder / "claims.txt"
    record.write_text(json.dumps(bare, ensure_ascii=False, indent=1), "utf-8")
    listed.write_text("# as they were said\n\n" + "\n".join(lines), "utf-8")
    assert main(["claim", str(record), "--from", str(listed), "--write", "-q"]) == 0
    return read_plain(record)


WATER = """
release occurred 2021-09-30 --said-by upland --source note-12 --turn 2 --summary "Gates open nine days." --amount 30
release not_occurred 2021-10-01 --said-by lowland --event release-2021-09-30 --known-on 2021-10-05 --source "note-12 p2"
release occurred 2021-09 --event release-2021-09-30 --amount "water=25..28 hm3" --so-far --worked-out when \
--source log --known-on 2021-10-08
release planned 2022-07 --turn 3 --summary "The gates are to be opened." --source note-12 --place "Dam" --extent partial
"""
TRUCE = """
no-fire breach 2020-05-01 --until 2020-05-03 --said-by upland --event-id shots --summary "Shots." --source log
shots no_breach --said-by lowland --claim-id answer --source log --at "line 9" --quote "We answered fire."
shots --retracts answer --said-by lowland --known-on 2020-06-01 --source log
no-fire occurred 2020-05-02 --new-event --event-id flag --summary "A flag was shown." --about shots --source log
"""
BODY = """
verdict occurred 2020-08-01 --said-by commission --source ruling --new-source "Ruling 7" --source-kind legal_act
verdict rejects 2020-08-02 --said-by lowland --known-on 2020-08-02 --source ruling --text "No." --text-language en
incident-2 occurred 2020-09-01 --source log --known-on 2020-09-02 --worked-out claim --internal
pay occurred 2020-09-20 --about incident-2 --act other --kind conduct --bears-on no-fire --summary "Paid." \
--source log --known-on 2020-09-21
"""


def _own(tmp_path: Path) -> Path:
    """A record of our own with a duty of turns and amounts, a prohibition, one each time, and a finding to come."""
    record = {
        "accords_version": "1.0",
        "id": "river",
        "title": "River agreement (invented)",
        "conclusion": {"form": "signed", "date": "2019-12-01"},
        "actors": [{"id": each, "name": each.title()} for each in ("upland", "lowland", "commission")],
        "parties": [{"actor_id": "upland"}, {"actor_id": "lowland"}],
        "obligations": [
            {
                "id": "release",
                "obligor_ids": ["upland"],
                "modality": "must",
                "performance": {"kind": "recurring", "every": "P1Y", "times": 5},
                "action": "release water",
                "quantities": [{"measure": "water", "unit": "hm3", "at_least": 30}],
                "due": {"kind": "date", "value": "2020-09-30"},
            },
            {"id": "no-fire", "obligor_ids": ["lowland"], "modality": "must_not", "action": "fire across the river"},
            {
                "id": "pay",
                "obligor_ids": ["lowland"],
                "modality": "must",
                "performance": {"kind": "each_time", "event_id": "incident"},
                "action": "pay for what was damaged",
            },
        ],
        "events": [
            {"id": "incident", "kind": "background", "summary": "Something is damaged."},
            {"id": "incident-2", "kind": "conduct", "summary": "A pump is damaged.", "occurrence_of_id": "incident"},
            {
                "id": "verdict",
                "kind": "finding",
                "summary": "The commission finds on the firing.",
                "finding": {"on_id": "no-fire", "verdict": "not_breached"},
            },
        ],
        "sources": [
            {"id": "note-12", "kind": "report", "title": "Note 12", "published": "2021-10-02"},
            {"id": "log", "kind": "report", "title": "Log book", "published": "2020-05-04"},
        ],
    }
    path = tmp_path / "river.accord.json"
    path.write_text(json.dumps(record, indent=2), "utf-8")
    return path


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("listed", "events", "claims"), [(WATER, 5, 4), (TRUCE, 5, 4), (BODY, 4, 4)], ids=["water", "truce", "body"]
)
def test_other_kinds_of_claims_are_entered_from_lists(listed: str, events: int, claims: int, tmp_path: Path) -> None:
    """Turns and amounts, charges, answers and what is taken back, findings and occurrences."""
    path, names = _own(tmp_path), tmp_path / "claims.txt"
    names.write_text(listed, "utf-8")
    assert main(["claim", str(path), "--from", str(names), "--as-of", "2022-01-01", "--write", "-q"]) == 0
    record = load(path)
    said = [claim for event in record.events for claim in event.claims]
    assert (len(record.events), len(said)) == (events, claims)
    assert len({claim.id for claim in said}) == claims
    again = tmp_path / "again.accord.json"
    plain = json.loads(dumps(record))
    again.write_text(json.dumps(without_claims(plain)), "utf-8")
    names.write_text("\n".join(claim_lines(plain)), "utf-8")
    assert main(["claim", str(again), "--from", str(names), "--write", "-q"]) == 0
    assert load(again) == record


def test_amounts_turns_and_what_was_worked_out_stand_where_they_belong(tmp_path: Path) -> None:
    """The measure is that of the duty where it has one alone."""
    path, names = _own(tmp_path), tmp_path / "claims.txt"
    names.write_text(WATER, "utf-8")
    assert main(["claim", str(path), "--from", str(names), "--write", "-q", "--as-of", "2022-01-01"]) == 0
    event = load(path).event("release-2021-09-30")
    assert (event.kind, event.instance, event.obligation_ids) == ("performance", 2, ("release",))
    first, denial, report = event.claims
    assert first.quantities[0].measure == "water"
    assert (first.quantities[0].amount, first.known_on) == (30, None)
    assert (denial.claimed_by_id, denial.citations[0].locator) == ("lowland", "p2")
    assert (report.claimed_by_id, report.when_basis) == (None, "inferred")
    figure = report.quantities[0]
    assert (figure.unit, figure.at_least, figure.at_most, figure.so_far) == ("hm3", 25, 28, True)


NEW = 'repair-landing occurred 1911-09-01 --summary "The landing was repaired."'
WRONG = [
    ("", "name the event or the duty"),
    ("landing occurred", "did you mean\n  repair-landing: repair the ferry landing at Strelsau"),
    (
        "landing occurred --new-event",
        "at Strelsau\na new event that bears on no duty needs --kind",
    ),
    ("zzz occurred", "there are\n  repair-landing"),
    ("repair-landing ocurred", '"ocurred" is no verdict; did you mean occurred?\n  occurred: It happened.'),
    ("repair-landing denied", '"denied" is no verdict; did you mean not_occurred?\n'),
    ("repair-landing no", '"no" is no verdict; did you mean not_occurred?\n'),
    ("repair-landing 'has not happened'", '"has not happened" is no verdict; did you mean not_occurred?\n'),
    ("repair-landing perhaps", '"perhaps" is no verdict; there are\n'),
    ("repair-landing 1913-04-22 not_occurred", "the verdict comes before the day: not_occurred 1913-04-22"),
    ("repair-landing occurred 1911-13-01", "WHEN: 1911-13-01 is not a day"),
    ("repair-landing occurred 1911-09-01", "a new event needs --summary"),
    (
        'repair-landing occurred 1911-09-01 --summary "Repaired in violation of the deal."',
        '"violation" is a charge: say what happened',
    ),
    (f"{NEW} --said-by Graustark", "did you mean\n  graustark: Graustark"),
    (f"{NEW} --done-by nobody", "--done-by: no actor"),
    (f"{NEW} --source note", 'no source has the id "note"; there are\n  text: Ferry Agreement'),
    (f"{NEW} --source note --new-source Note", "--source-kind"),
    (f"{NEW} --source text --new-source Note --source-kind report", "is that of another source"),
    (f"{NEW} --publisher X", "--publisher describes a new source"),
    (f"{NEW} --at p3", "--at goes with one --source"),
    (f"{NEW} --source 'text Art. 1' --at p3", "--at goes with one --source"),
    (f"{NEW} --source text --amount some", "is no amount"),
    (f'{NEW} --source text --amount "boats=12 of 30"', 'write "boats=12", and --extent-text "12 of 30"'),
    (f'{NEW} --source text --amount "12/30 boats"', 'write "12 boats", and --extent-text "12 of 30"'),
    (f'{NEW} --source text --new-due "31 October 1911"', "--new-due: character 1, “31 October 1911”"),
    (f"{NEW} --source text --new-due 1911-10-31 --kind finding", "--new-due makes the event a postponement"),
    (f"{NEW} --source text --new-due 1911-10-31 --found breached", "enter each by itself"),
    (f"{NEW} --source text --found breached --found-on nothing", "--found-on: no duty, event or condition has"),
    (f"{NEW} --source text --found breached --found-of nobody", "--found-of: no actor"),
    (f"{NEW} --source text --found-of graustark", "--found-of goes with --found VERDICT"),
    (f"{NEW} --source text --found ocurred", "ocurred"),
    ('m --found occurred --new-event --kind finding --summary "x" --source text', "--found: say with --found-on"),
    ('m --new-due 1912 --new-event --kind postponement --summary "x" --source text', "name the duty whose deadline"),
    (f"{NEW} --source text --amount 3", "say of what it is"),
    ("repair-landing not_occurred 1911-09-01 --source text --amount 3", "and not_occurred that nothing did"),
    (f"{NEW} --source text --known-on 1911-08", "--known-on 1911-08 is before 1911-09-01"),
    (
        f"{NEW} --source note --new-source Note --source-kind report --published 1911-08-31",
        '"note" was published on 1911-08-31, before 1911-09-01, of which it is said: say with --known-on',
    ),
    (f"{NEW} --known-on yesterday", "--known-on: "),
    (f"{NEW} --event-id repair-landing", "is that of another obligation"),
    (f"{NEW} --event no-such", "--event: no event"),
    (f"{NEW} --reading r", "no reading has"),
    (f"{NEW} --kind breach", "breach"),
    (f"{NEW} --turn 0", "--turn"),
    (NEW, "say who says so with --said-by"),
    ("repair-landing accepts --summary x", "is said of a finding"),
    ("repair-landing --summary x", "say what is said of it"),
    ("repair-landing --amend c", "--amend: name the event"),
    ("repair-landing --retracts c", "--retracts: name the event"),
    ("visit occurred --new-event --kind conduct --said-by graustark", "a new event needs --summary"),
    ("repair-landing occurred --from none.txt", "--from takes the place"),
    ("--from none.txt", "none.txt cannot be read"),
    (f"{NEW} --source text --as-of sometime", "sometime"),
]


@pytest.mark.wide
@pytest.mark.parametrize(("line", "said"), WRONG, ids=[each[0][-40:] for each in WRONG])
def test_what_cannot_be_entered_is_refused_in_words(
    line: str, said: str, ferry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit code 2, what to do, and the file as it was."""
    assert _claim(ferry, line, "--write") == 2
    assert said in capsys.readouterr().err
    assert Path(ferry).read_bytes() == MINIMAL.read_bytes()


STATED = f"{NEW} --said-by graustark --source text --as-of 1911-10-01 --write"


def test_a_claim_shows_every_status_that_it_changes(ferry: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As of the day asked about; the file changes only with --write, and only where the claim stands."""
    assert _claim(ferry, STATED.replace(" --write", "")) == 0
    shown = capsys.readouterr()
    assert "− ? overdue, nothing reported" in shown.out
    assert "+ ● fulfilled" in shown.out
    assert "not written" in shown.err
    assert "1 duty or turn stands differently as of 1911-10-01" in shown.err
    assert Path(ferry).read_bytes() == MINIMAL.read_bytes()
    assert _claim(ferry, STATED) == 0
    assert capsys.readouterr().out == shown.out
    new = Path(ferry).read_text("utf-8").splitlines()
    assert [line for line in MINIMAL.read_text("utf-8").splitlines() if line not in new] == []


def test_a_body_finds_and_a_deadline_is_moved_each_with_the_status_that_it_changes(
    ferry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The verdict that it happened may be left out; what a body found may charge, for it is the body that does."""
    moved = 'repair-landing --new-due 1911-10-31 --summary "Both moved the day." --source text --event-id moved'
    assert _claim(ferry, moved, "--as-of", "1911-10-10", "--write") == 0
    assert "+ ? perhaps overdue, nothing reported" in capsys.readouterr().out
    found = 'repair-landing --found breached --summary "The court found a breach." --source text --event-id found'
    assert _claim(ferry, found, "--found-when", "1911-11-01", "--as-of", "1911-12-01", "--write") == 0
    assert "a breach was found" in capsys.readouterr().out
    record = load(ferry)
    later, verdict = record.event("moved"), record.event("found")
    assert later.new_due is not None
    assert (later.kind, later.obligation_ids) == ("postponement", ("repair-landing",))
    assert write_condition(later.new_due) == "1911-10-31"
    assert (verdict.kind, verdict.claims[0].says) == ("finding", "occurred")
    assert verdict.finding is not None
    assert (verdict.finding.on_id, verdict.finding.verdict) == ("repair-landing", "breached")
    assert str(verdict.finding.when) == "1911-11-01"
    assert _claim(ferry, "found rejects --said-by ruritania --source text --no-claim-id", "-q", "--write") == 0


def test_an_event_of_no_duty_is_made_under_the_id_that_is_given(ferry: str) -> None:
    """It bears on nothing, and its claim may stay without an id."""
    line = 'visit occurred 1911-09-01 --new-event --kind background --summary "Both met." --source text --no-claim-id'
    assert _claim(ferry, line, "-q", "--write") == 0
    visit = load(ferry).event("visit")
    assert (visit.kind, visit.obligation_ids, [claim.id for claim in visit.claims]) == ("background", (), [None])


@pytest.mark.wide
@pytest.mark.parametrize(
    ("when", "code"),
    [("1911-09-01", 2), ("1911-08-20 --until 1911-09-03", 2), ("1911-09", 2), ("", 2), ("1911-09-02", 0)],
)
def test_what_may_be_the_same_happening_is_asked(
    when: str, code: int, ferry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """On overlapping days, or on a day that nobody states; --event or --new-event answers."""
    assert _claim(ferry, STATED, "-q") == 0
    line = f"repair-landing occurred {when} --said-by ruritania --summary Repaired. --source text"
    assert _claim(ferry, line, "-q", "--as-of", "1911-10-01") == code
    if code:
        told = capsys.readouterr().err
        assert "--event repair-landing-1911-09-01: The landing was repaired." in told
        assert "--new-event" in told
        assert _claim(ferry, line, "-q", "--as-of", "1911-10-01", "--new-event") == 0
        other = line.replace(" --summary Repaired.", "") + " --event repair-landing-1911-09-01"
        assert _claim(ferry, other, "-q", "--as-of", "1911-10-01", "--write") == 0
        assert len(load(ferry).event("repair-landing-1911-09-01").claims) == 2


def test_the_speaker_takes_a_claim_back_and_the_coder_mends_one(ferry: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody takes back what another said; what the coder mends keeps what is not given."""
    assert _claim(ferry, STATED, "-q", "--claim-id", "c") == 0
    event = "repair-landing-1911-09-01"
    assert _claim(ferry, f"{event} --retracts c --said-by ruritania") == 2
    assert 'by whoever made it, here "graustark"' in capsys.readouterr().err
    assert _claim(ferry, f"{event} --amend c 1911-09-02 --known-on 1911-09-03", "-q", "--write") == 2
    assert _claim(ferry, f"{event} occurred 1911-09-02 --amend c --known-on 1911-09-03", "-q", "--write") == 0
    assert _claim(ferry, f"{event} --retracts c --source text --known-on 1911-09-09", "-q", "--write") == 0
    mended, back = load(ferry).event(event).claims
    assert (mended.when and mended.when.text, mended.claimed_by_id) == ("1911-09-02", "graustark")
    assert mended.citations[0].source_id == "text"
    assert (back.retracts_id, back.says, back.claimed_by_id) == ("c", None, "graustark")


@pytest.mark.parametrize("named", ["", "--no-claim-id"])
def test_what_a_finding_names_is_what_amends_the_claim(
    named: str, ferry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The event and the claim, by its id or by its number, as the advice on unseen characters says."""
    assert _claim(ferry, f"{STATED} --text Re\u200bpaired. {named}", "-q") == 0
    capsys.readouterr()
    main(["validate", ferry, "--select", "ACC616"])
    place = next(line for line in capsys.readouterr().out.splitlines() if "= in event" in line)
    event, claim = re.search(r"in event (\S+): claims › (\S+) › text", place).groups()  # type: ignore[union-attr]
    assert _claim(ferry, f"{event} --amend {claim} --text Repaired.", "-q", "--write") == 0
    assert load(ferry).events[0].claims[0].text == "Repaired."
    capsys.readouterr()
    assert main(["validate", ferry, "--select", "ACC616"]) == 0
    assert "No findings" in capsys.readouterr().out


@pytest.mark.parametrize(
    "option", ["--summary x", "--kind conduct", "--place y", "--done-by graustark", "--turn 2", "--new-event"]
)
def test_an_event_that_is_there_is_not_described_anew(option: str, ferry: str) -> None:
    """A claim is about it; the event itself is changed with --edit."""
    assert _claim(ferry, STATED, "-q") == 0
    before = Path(ferry).read_bytes()
    assert _claim(ferry, f"repair-landing-1911-09-01 occurred {option}", "--write") == 2
    assert Path(ferry).read_bytes() == before


def test_a_list_is_entered_whole_or_not_at_all(ferry: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line that cannot be is named."""
    path = tmp_path / "list.txt"
    path.write_text(f"\ufeff{NEW} --source text\r\n\r\n# x\r\nno-tolls nothing\r\n", "utf-8")
    assert main(["claim", ferry, "--from", str(path), "--write"]) == 2
    told = capsys.readouterr().err
    assert 'list.txt, line 4: "nothing" is no verdict' in told
    assert "nothing of the list is entered" in told
    for content, said in (
        (b'a "b', "line 1: No closing quotation"),
        (b"\xff", "no text in UTF-8"),
        (b"a --zz", "--zz"),
    ):
        path.write_bytes(content)
        assert main(["claim", ferry, "--from", str(path), "--write"]) == 2
        assert said in capsys.readouterr().err
    assert Path(ferry).read_bytes() == MINIMAL.read_bytes()


@pytest.mark.thorough
def test_without_a_day_the_statuses_are_those_of_when_the_record_was_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or of today; which day it is is said, and that a later claim does not count yet."""
    path = shutil.copy(MONITORED, tmp_path / "m.accord.json")
    line = "renewals occurred 2022-12 --said-by serbia --known-on 2024-03-01 --source 'rferl ¶1'"
    assert _claim(str(path), line) == 0
    told = capsys.readouterr().err
    assert "statuses as of 2024-01-08, until when the record was followed" in told
    assert "it was known on 2024-03-01, so it does not count as of 2024-01-08 yet" in told
    assert "0 duties or turns stand differently" in told


def _editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, change: str) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\n"
        "p = pathlib.Path(sys.argv[1])\n"
        f"s = p.read_text('utf-8')\np.write_text({change}, 'utf-8')\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    monkeypatch.setattr("sys.stdin", None)


@pytest.mark.thorough
def test_the_event_can_be_changed_in_an_editor(
    ferry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is saved is shown and written; what cannot be read is refused, and given back."""
    _editor(monkeypatch, tmp_path, "s.replace('was repaired', 'was made anew')")
    assert _claim(ferry, STATED, "--edit", "-q") == 0
    assert load(ferry).event("repair-landing-1911-09-01").summary == "The landing was made anew."
    before = Path(ferry).read_bytes()
    for change, said in (("s[:-3]", "is no JSON"), ("s.replace('summary', 'sumary')", "sumary")):
        _editor(monkeypatch, tmp_path, change)
        capsys.readouterr()
        assert _claim(ferry, f"{STATED.replace('09-01', '09-20')}", "--edit") == 2
        told = capsys.readouterr().err
        assert said in told
        assert "nothing is written:\n{" in told
        assert Path(ferry).read_bytes() == before


def test_what_somebody_writes_meanwhile_is_left_as_it_is(
    ferry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Here while the editor is open."""
    _editor(monkeypatch, tmp_path, f"(pathlib.Path({ferry!r}).write_text('mine') and '') + s.replace('was', 'is')")
    assert _claim(ferry, STATED, "--edit") == 2
    assert "has changed since it was read; it is left as it is" in capsys.readouterr().err
    assert Path(ferry).read_text("utf-8") == "mine"


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False), ("", False)])
def test_at_a_terminal_it_is_asked(
    answer: str, written: bool, ferry: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing but a yes writes; with --write nobody is asked."""
    monkeypatch.setattr("accords.cli.proposing.at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    assert _claim(ferry, STATED.replace(" --write", "")) == 0
    told = capsys.readouterr()
    assert "Write this to" in told.err + told.out
    assert (Path(ferry).read_bytes() != MINIMAL.read_bytes()) is written
    assert ("not written" in told.err) is not written
    assert _claim(ferry, STATED + " --new-event") == 0
    assert "Write this to" not in capsys.readouterr().err


def test_a_record_with_errors_is_not_edited(ferry: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told what is wrong with it; a file that is not there is exit code 2."""
    Path(ferry).write_text("{}", "utf-8")
    assert _claim(ferry, NEW) == 1
    assert "ACC101" in capsys.readouterr().err
    assert _claim("nowhere.json", NEW) == 2


def test_a_record_here_goes_by_its_short_name(ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes before .accord.json."""
    monkeypatch.chdir(Path(ferry).parent)
    assert _claim("ferry", STATED, "-q") == 0
    assert len(load(ferry).events) == 1


@pytest.mark.parametrize("line", ["", STATED])
def test_that_somebody_looked_for_reports_is_entered_with_a_claim_or_alone(line: str, ferry: str) -> None:
    """The day of coding moves with it, so that the record is not older than what it holds."""
    plain = json.loads(Path(ferry).read_text("utf-8"))
    plain["coding"] = {"coded_on": "1911-08-01", "followed_until": "1911-08-01"}
    Path(ferry).write_text(json.dumps(plain), "utf-8")
    assert _claim(ferry, f"{line} --followed-until 1911-09-02", "-q", "--write") == 0
    coding = load(ferry).coding
    assert coding is not None
    assert (str(coding.followed_until), str(coding.coded_on)) == ("1911-09-02", "1911-09-02")
    assert len(load(ferry).events) == bool(line)
    assert _claim(ferry, "--followed-until 1911-09-02 --write", "-q") == 0


def test_following_does_not_go_back_and_says_what_it_lacks(ferry: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A day before would say that nobody looked on days on which somebody did."""
    assert _claim(ferry, "--followed-until 1911-09-02 --write", "-q") == 0
    for line, said in (
        ("--followed-until 1911-09-01", "was followed until 1911-09-02 already"),
        ("--followed-until soon", "--followed-until: soon is not a date"),
        ("--followed-until 1911-09-03 --said-by graustark", "name the event or the duty"),
    ):
        assert _claim(ferry, line, "-q") == 2 or "--said-by" in line
        assert said in capsys.readouterr().err


def test_every_option_of_a_claim_has_its_field() -> None:
    """None can be given and then be lost."""
    command = claim_options(lambda **_: None)
    names = {each.name for each in command.__click_params__}  # type: ignore[attr-defined]
    renamed = {"verdict": "says", "sources": "citations", "new_source": "source", "at": "citations"}
    of_source = {"source_kind", "publisher", "published", "url", "source_language"}
    fields = {attribute.name for attribute in ClaimEntry.__attrs_attrs__}
    assert {renamed.get(name, name) for name in names - of_source} == fields


BOARDED = 'no-boarding breach 2024-06-16 --new-event --said-by merrin --summary "A ship was boarded." --source mer-note'


@pytest.fixture
def bay(tmp_path: Path) -> str:
    """A record in which two owe each other the same."""
    return str(shutil.copy(ROOT / "tests/rules/ACC550-charge-of-nobody/ok-doer.json", tmp_path / "bay.accord.json"))


def test_whoever_charges_what_it_owes_too_is_asked_who_did_it(bay: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each answer that is offered is taken, as it stands there."""
    assert _claim(bay, BOARDED) == 2
    offered = re.findall(r"--done-by [\w-]+", capsys.readouterr().err)
    assert offered == ["--done-by merrin", "--done-by aldova", "--done-by not-stated"]
    for each in offered:
        assert _claim(bay, f"{BOARDED} {each} --known-on 2024-06-17") == 0
        capsys.readouterr()


def test_who_denies_a_breach_is_asked_who_did_it(bay: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And what it says clears nobody else, least of all whoever accuses it; the two that stand apart are found."""
    denied = BOARDED.replace("breach", "no_breach").replace("--said-by merrin", "--said-by aldova")
    for unnamed in ("", " --done-by not-stated"):
        assert _claim(bay, denied + unnamed) == 2
        offered = re.findall(r"--done-by [\w-]+", capsys.readouterr().err)
        assert offered == ["--done-by merrin", "--done-by aldova"]
    assert _claim(bay, f"{denied} --done-by aldova --known-on 2024-06-17", "--write", "-q") == 0
    printed = capsys.readouterr()
    assert "not breached, according to" not in printed.out
    assert "ACC350" in printed.err


def test_who_denies_a_breach_is_asked_about_what_is_charged(bay: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the same words too, and another day."""
    denied = BOARDED.replace("breach", "no_breach").replace("--new-event ", "").replace("merrin", "aldova", 1)
    assert _claim(bay, denied) == 2
    assert "--event no-boarding-2024-06-15: " in capsys.readouterr().err


@pytest.mark.parametrize(("doer", "admits"), [("not-stated", False), ("aldova", False), ("merrin", True)])
def test_an_accuser_admits_nothing(bay: str, doer: str, admits: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """Only who says that it did it itself has admitted it; no other is called the claimed offender by name."""
    assert _claim(bay, f"{BOARDED} --done-by {doer} --known-on 2024-06-17 --event-id boarded", "--write", "-q") == 0
    capsys.readouterr()
    assert main(["checklist", bay, "--as-of", "2024-06-30"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert ("admitted" in printed) is admits
    assert ("the fact is established" in printed) is admits
    assert ("who did it is not stated" in printed) is (doer == "not-stated")


def test_a_count_and_what_defines_the_day_of_an_event_are_entered(bay: str) -> None:
    """Each by an option of its own; of an event that is there they are refused."""
    line = (
        'no-boarding occurred --new-event --event-id crews --said-by merrin --summary "Crews came home." --source text'
    )
    line = line.replace("text", "source --known-on 2024-07-02")
    assert _claim(bay, f"{line} --count 0 --defined-as 2024-07-01", "--write", "-q") == 0
    event = load(bay).event("crews")
    assert event.count == 0
    assert event.defined_as is not None
    assert write_condition(event.defined_as) == "2024-07-01"
    assert _claim(bay, "crews occurred --said-by aldova --source source --count 3") == 2


def test_a_deadline_that_was_moved_is_not_asked_about_as_an_act(bay: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Only about another postponement; an hour in words is told as it is to be written."""
    moved = 'no-boarding --turn 1 --said-by merrin --summary "Both moved it." --source mer-note --known-on 2024-06-01'
    assert _claim(bay, f'{moved} --new-due "30 May 2024 12:00 CEST"') == 2
    said = capsys.readouterr().err
    assert "same happening" not in said
    assert said.rstrip().endswith("write 2024-05-30T12:00:00+02:00")
    assert _claim(bay, f"{moved} --new-due 2024-05-30T12:00:00+02:00 --event-id moved", "--write", "-q") in (0, 1)
