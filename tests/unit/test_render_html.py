"""The HTML checklist as text: complete, well-formed, one file, unmoved by what the record holds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

import accords
from accords.checklist import checklist
from accords.model.conditions import OnDate, OnEvent
from accords.model.obligations import Obligation, Reading
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.pictures.timeline import EntryKind, timeline_of
from accords.render.pictures.timeline_svg import render_timeline
from accords.vocabulary import EventKind, Modality, Says
from deals import deal, duty, said
from hostile import HOSTILE, hostile_record
from page import Page
from records import ROOT, WHOLE

MONITORED = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
AS_OF = "2023-01-20"


@cache
def page_of(name: str, as_of: str | None = AS_OF, sign_off: bool = False) -> Page:
    record = hostile_record() if name == "hostile" else accords.load(name)
    return Page(render_html(checklist(record, as_of=as_of), record, sign_off=sign_off))


NAMES = ["hostile", *(str(path) for path in WHOLE)]


@pytest.mark.wide
@pytest.mark.parametrize("as_of", [None, AS_OF])
@pytest.mark.parametrize("name", NAMES, ids=lambda name: Path(name).name)
def test_pages_are_well_formed_and_every_reference_leads_somewhere(name: str, as_of: str | None) -> None:
    """Tags match, ids are unique, links, labels and drawings point to what is there."""
    page = page_of(name, as_of)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {
        target
        for _, attributes in page.tags
        for name in ("aria-labelledby", "aria-describedby")
        for target in (attributes.get(name) or "").split()
    }
    links = [each.get("href") or "" for tag in ("a", "use") for each in page.every(tag)]
    assert named | {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


@pytest.mark.wide
@pytest.mark.parametrize("name", NAMES, ids=lambda name: Path(name).name)
def test_a_page_is_one_file_that_runs_and_fetches_nothing(name: str) -> None:
    """No element that loads, no handler, no address in the style; a policy that forbids all of it besides."""
    page = page_of(name)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"img", "link", "iframe", "object", "embed", "form", "input", "base", "audio", "video", "image"}
    assert [each.get("type") for each in page.every("script")] == ["application/ld+json"]
    assert not any(name.startswith("on") or name in ("src", "style") for _, each in page.tags for name in each)
    styles = re.findall(r"<style>(.*?)</style>", page.text, re.DOTALL)
    assert styles
    assert not any(re.search(r"url\(|@import|expression", style) for style in styles)
    assert any("default-src 'none'" in (each.get("content") or "") for each in page.every("meta"))


@pytest.mark.thorough
def test_every_duty_stands_in_the_table_and_in_a_section_of_its_own() -> None:
    """Whatever its date; the obligor in every title."""
    record = accords.load(MONITORED)
    rows = checklist(record, as_of=AS_OF)
    page = page_of(str(MONITORED))
    assert len(page.every("article")) == len(rows.items)
    assert len([row for row in page.every("th") if row.get("scope") == "row"]) == len(rows.items)
    for item in rows.items:
        assert f"{item.obligors[0]} {item.modality_words}" in page.seen
        assert page.seen.count(item.action) >= 2
        if item.standing is not None:
            assert item.standing.words in page.seen
            assert item.standing.bucket_words in page.seen


def test_the_table_has_a_caption_and_heads_with_a_scope() -> None:
    """For those who hear it."""
    page = page_of(str(MONITORED), sign_off=True)
    assert len(page.every("caption")) == 1
    assert {each.get("scope") for each in page.every("th")} == {"col", "row", "rowgroup"}
    assert page.every("html") == [{"lang": "en", "dir": "ltr"}]


def test_what_sides_say_stands_side_by_side() -> None:
    """Both claims about the duty of Serbia, the two readings, and what each would mean."""
    page = page_of(str(MONITORED))
    section = page.text.split('<article id="item-5"')[1].split("</article>")[0]
    inner = Page(f"<article{section}</article>").seen
    for words in ("contested", "Xhelal Sveçla", "Petar Petković", "Read differently", "If it is so:", "If it is not:"):
        assert words in inner


@pytest.mark.parametrize("holders", [("a",), ()])
def test_a_reading_that_stands_alone_says_whose_it_is_and_that_no_other_is_recorded(holders: tuple[str, ...]) -> None:
    """In all formats for people; “read differently” is said of two."""
    one, two = (Reading(id=each, held_by_ids=holders, text=f"meant as {each}") for each in ("r1", "r2"))
    for readings in ((one,), (one, two)):
        record = deal(duty(readings=readings))
        rows = checklist(record, as_of="2023-02-01")
        page = Page(render_html(rows, record)).seen
        whose = "a: meant as r1" if holders else "somebody who is not named: meant as r1"
        texts = [render_terminal(rows, width=300), render_markdown(rows), render_csv(rows)]
        assert all(whose in text for text in texts)
        assert {"no other reading is recorded here" in text.lower() for text in (*texts, page)} == {len(readings) == 1}
        assert ("Read differently" in page) == (len(readings) == 2)


@pytest.mark.further
def test_the_condition_tree_of_a_duty_is_nested_as_the_condition_is() -> None:
    """A list inside a list for each level."""
    page = page_of(str(ROOT / "tests" / "records" / "valid" / "everything.accord.json"))
    depths: list[int] = []
    depth = 0
    for found in re.finditer(r'<(/?)ul(?: class="(\w+)")?>', page.text):
        depth += -1 if found[1] else 1
        depths.append(depth)
    assert max(depths) >= 4
    assert depth == 0


@pytest.mark.parametrize("sign_off", [False, True])
def test_the_column_for_signing_off_is_there_only_on_request(sign_off: bool) -> None:
    """It is left empty."""
    assert ("Date, initials" in page_of(str(MONITORED), sign_off=sign_off).seen) is sign_off


def test_without_a_day_nothing_is_said_about_status() -> None:
    """Neither a column nor a proof."""
    page = page_of(str(MONITORED), None)
    assert "Why it stands there" not in page.seen
    assert "It does not say what has been done." in page.seen


@pytest.mark.thorough
def test_hostile_texts_are_shown_and_are_not_read() -> None:
    """As text on the page: no markup of theirs, no template syntax carried out, no mark of direction."""
    page = page_of("hostile", AS_OF, True)
    for text in HOSTILE[:6]:
        assert " ".join(text.split()) in page.seen
    assert "49" not in re.sub(r"[0-9a-f]{64}|\bitem-\d+|\d+px", "", page.seen)
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", page.text)
    assert "javascript:" not in {(each.get("href") or "")[:11] for each in page.every("a")}
    names = [words for words in re.findall(r"<bdi>([^<]*)</bdi>", page.text) if "ج" in words]
    assert names


def test_the_linked_data_is_json_and_names_every_duty() -> None:
    """For machines that read pages."""
    for name in ("hostile", str(MONITORED)):
        text = page_of(name).text
        data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)[0])
        assert data["@context"] == "https://schema.org"
        record = hostile_record() if name == "hostile" else accords.load(name)
        assert [part["position"] for part in data["hasPart"]] == [item.number for item in checklist(record).items]


def test_a_page_names_what_it_was_made_from() -> None:
    """Record, hash of its content, the days, the version, and every note on a name once."""
    record = accords.load(MONITORED)
    rows = checklist(record, as_of=AS_OF, known_by="2023-06-01", library_version="0.0.test")
    seen = Page(render_html(rows, record)).seen
    for words in (
        rows.records[0].id,
        rows.records[0].content_hash,
        "accords 0.0.test",
        "20 January 2023",
        "1 June 2023",
    ):
        assert words in seen
    for note in rows.notes:
        assert seen.count(note.text) == 1


def test_quotations_say_their_language() -> None:
    """That of the source they are taken from."""
    path = ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json"
    assert {each.get("lang") for each in page_of(str(path)).every("blockquote")} == {"en"}
    assert {each.get("dir") for each in page_of(str(path)).every("blockquote")} == {"auto"}


def test_an_agreement_without_duties_has_a_page_too() -> None:
    """It says so."""
    record = evolve(accords.load(WHOLE[0]), obligations=(), events=(), linkages=())
    page = Page(render_html(checklist(record, as_of=AS_OF), record))
    assert "The record holds no obligations." in page.seen
    assert not page.every("table")


def test_a_page_without_its_record_has_no_pictures() -> None:
    """Rows alone are enough for everything else."""
    page = Page(render_html(checklist(accords.load(MONITORED), as_of=AS_OF)))
    assert not [each for each in page.every("svg") if each.get("role") == "img"]
    assert page.every("article")


@pytest.mark.thorough
def test_the_same_record_gives_the_same_bytes_in_another_process() -> None:
    """Whatever the seed of hashes, the locale and the time zone."""
    program = (
        "import sys, accords; from accords.checklist import checklist\n"
        "from accords.render.checklist.html import render_html\n"
        "a = accords.load(sys.argv[1])\n"
        "sys.stdout.buffer.write(render_html(checklist(a, as_of=sys.argv[2]), a).encode())"
    )
    command = [sys.executable, "-c", program, str(MONITORED), AS_OF]
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Apia")):
        environment = {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert done.stdout.decode() == page_of(str(MONITORED)).text


def _many(count: int, *, tied: int) -> Page:
    """The page of a record with so many duties, the first few of them due in the same event."""
    record = accords.load(MONITORED)
    due = OnEvent(event_id="special-group")
    duties = tuple(
        Obligation(
            id=f"n{n}",
            obligor_ids=("serbia",),
            modality=Modality.MUST,
            action=f"act {n}",
            due=due if n < tied else None,
        )
        for n in range(count)
    )
    record = evolve(record, obligations=duties, linkages=(), monitoring=(), assessments=())
    record = evolve(record, events=tuple(evolve(each, obligation_ids=()) for each in record.events))
    return Page(render_html(checklist(record), record))


@pytest.mark.thorough
def test_a_large_graph_shows_only_what_hangs_together() -> None:
    """And says so; one that is too tall for paper is not printed; one without anything is not drawn."""
    page = _many(100, tied=3)
    assert page.text.count('<g class="obligation">') == 3
    assert "Undertakings that hang on nothing are left out." in page.seen
    assert 'class="picture tall"' not in page.text
    assert 'class="picture tall"' in _many(100, tied=60).text
    assert "accords-graph" not in _many(100, tied=0).text.split("</style>")[-1]
    assert _many(30, tied=3).text.count('<g class="obligation">') == 30


def test_the_timeline_holds_only_what_was_known() -> None:
    """What became known later is not on it, and an event told with two days is on it twice."""
    record = accords.load(MONITORED)
    early = timeline_of(record, checklist(record, as_of="2022-12-01"))
    late = timeline_of(record, checklist(record, as_of="2024-01-08"))
    assert len(early) < len(late)
    renewals = [any("registering anew of vehicles" in entry.words for entry in entries) for entries in (early, late)]
    assert renewals == [False, True]
    fines = [entry.when for entry in late if "was to begin to fine" in entry.words]
    assert len(fines) == len(set(fines)) > 1
    assert [entry.first for entry in late] == sorted(entry.first for entry in late)


def test_who_only_denies_a_breach_is_not_told_on_the_timeline_as_saying_that_it_happened() -> None:
    """That it was no breach says nothing about whether it happened."""
    outage = said("outage", "2023-01-10", kind=EventKind.CONDUCT, by="b")
    cleared = evolve(outage.claims[0], says=Says.NO_BREACH, claimed_by_id="a")
    record = deal(duty(modality=Modality.MUST_NOT), events=(evolve(outage, claims=(*outage.claims, cleared)),))
    (entry,) = (
        each for each in timeline_of(record, checklist(record, as_of="2023-02-01")) if each.kind is EntryKind.EVENT
    )
    assert entry.by == "according to b"


def test_the_timeline_stays_in_its_frame() -> None:
    """Whatever lies outside the scale is an arrow at its edge."""
    record = accords.load(MONITORED)
    entries = timeline_of(record, checklist(record, as_of=AS_OF))
    text = render_timeline(entries, title="t", as_of=AS_OF)
    places = [int(x) for x in re.findall(r'\b(?:cx|x1|x2|x)="(\d+)"', text)]
    assert max(places) <= 860
    assert text.count("<g>") == len(entries)
    assert {entry.kind for entry in entries} >= {EntryKind.CONCLUSION, EntryKind.EVENT, EntryKind.PLANNED}


@pytest.mark.parametrize("as_of", [None, AS_OF])
def test_deadlines_stand_on_the_timeline(as_of: str | None) -> None:
    """As stipulated where there is no status, as computed where there is one; of a period its last day."""
    record = evolve(
        accords.load(MONITORED),
        obligations=(
            Obligation(
                id="one", obligor_ids=("serbia",), modality=Modality.MUST, action="act", due=OnDate(value="2023-02")
            ),
        ),
        events=(),
        linkages=(),
        monitoring=(),
        assessments=(),
    )
    entries = timeline_of(record, checklist(record, as_of=as_of))
    assert [entry.last.isoformat() for entry in entries if entry.kind is EntryKind.DEADLINE] == ["2023-02-28"]
