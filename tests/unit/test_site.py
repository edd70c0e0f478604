"""A static site: every file of it, worked out from records and days alone."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve

from accords.checklist.notes import NoteBook
from accords.model.coding import Coding, Correction
from accords.render.site import pages, whole
from accords.render.site.embedding import fragment
from accords.render.site.shelf import Shelf
from accords.render.site.templates import PageWriter, SiteLook
from accords.render.site.whole import SiteError, render_site
from accords.render.templating import squeezed
from accords.vocabulary import CodingStatus
from hostile import MARKER, hostile_record
from page import Page
from sites import CONTACT, DAY, RELEASE, deal, example, html_of, links_of, released, site_of

EXAMPLES = ("kosovo-serbia-plates-2022-monitored", "kosovo-serbia-ohrid-2023", "ethiopia-tplf-pretoria-2022")
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The site of some examples as of two days."""
    return site_of(*map(example, EXAMPLES), as_of=(DAY, "2023-06-01"))


@pytest.fixture(scope="module")
def hostile() -> dict[str, bytes]:
    """The site of a record whose every text attacks."""
    return site_of(released(hostile_record()), base_url="https://example.org/site")


@pytest.mark.thorough
def test_the_same_records_give_the_same_bytes(files: dict[str, bytes]) -> None:
    """Whatever their order: no clock, no address of the machine, no order of sets."""
    again = site_of(*map(example, reversed(EXAMPLES)), as_of=(DAY, "2023-06-01"))
    assert again == files


@pytest.mark.further
def test_every_link_leads_to_a_file_of_the_site(files: dict[str, bytes]) -> None:
    """So that it works from a folder as it does from a server; every page can be reached from the first."""
    found = {path: links_of(path, page) for path, page in html_of(files).items()}
    assert [link for links in found.values() for link in links if link not in files] == []
    reached, left = {"index.html"}, ["index.html"]
    while left:
        for link in found.get(left.pop(), ()):
            if link not in reached:
                reached.add(link)
                left.append(link)
    assert set(files) - reached == set()


@pytest.mark.thorough
@pytest.mark.parametrize("site", ["files", "hostile"])
def test_pages_load_nothing_from_elsewhere_and_have_nothing_inline(site: str, request: pytest.FixtureRequest) -> None:
    """No script, style or handler stands in a page, and its policy says so; addresses elsewhere are only linked."""
    for path, page in html_of(request.getfixturevalue(site)).items():
        assert [each["content"] for each in page.every("meta") if "http-equiv" in each][-1:] == [CSP], path
        assert {each.get("src", "") or "" for each in page.every("script")} <= {
            f"{'../' * path.count('/')}assets/{name}.js" for name in ("site", "minisearch", "duties")
        }, path
        assert not page.every("style"), path
        for tag, attributes in page.tags:
            assert not [name for name in attributes if name == "style" or name.startswith("on")], path
            loads = attributes.get("src") or (attributes.get("href") if tag == "link" else "")
            canonical = tag == "link" and attributes.get("rel") == "canonical"
            assert canonical or "//" not in (loads or ""), path


@pytest.mark.further
def test_texts_of_a_record_stay_texts(hostile: dict[str, bytes]) -> None:
    """In no page do they become an element: each has the same elements as that of a harmless record would have."""
    for path, page in html_of(hostile).items():
        assert not page.every("img") + page.every("iframe"), path
        links = [each.get("href") or "" for each in page.every("a")]
        assert not [link for link in links if link.lower().startswith(("javascript:", "data:"))], path
    data = hostile["assets/duties.js"].decode("ascii")
    assert "</script" not in data
    assert data.count("\n") == 1
    assert any(f"<script>window.{MARKER}=1</script>" in page.seen for page in html_of(hostile).values())


@pytest.mark.further
def test_the_day_asked_about_heads_every_page(files: dict[str, bytes]) -> None:
    """Two days are both named, and stand side by side where something stands."""
    for path, page in html_of(files).items():
        assert "As of 20 January 2023 and of 1 June 2023" in page.seen, path
    duty = html_of(files)["a/kosovo-serbia-ohrid-2023/set-up-committee/index.html"].seen
    before, after = duty.index("As of 20 January 2023 not in force"), duty.index("As of 1 June 2023")
    assert before < after


def test_after_the_day_until_which_it_was_followed_a_record_has_no_status() -> None:
    """On no page, for no duty: that nobody looked is not that nobody did."""
    site = site_of(deal(coding={"followed_until": "2022-12-31"}))
    for path, page in html_of(site).items():
        if path.startswith("a/"):
            assert "not monitored here since 31 December 2022; nothing is said of later days" in page.seen, path
        assert not [each for each in page.every("span") if each.get("class") == "status"], path
        assert "overdue" not in page.seen, path


@pytest.mark.further
def test_a_record_that_is_not_published_stops_the_site() -> None:
    """And so does a draft; each is named. A preview takes them, and says on every page what it is."""
    bare = evolve(deal("bare"), release=None)
    draft = evolve(deal("draft"), coding=Coding(status=CodingStatus.DRAFT), release=None)
    with pytest.raises(SiteError) as stopped:
        site_of(deal(), bare, draft)
    assert [reason.split()[0] for reason in stopped.value.reasons] == ["bare:", "draft:", "draft:"]
    site = site_of(bare, draft, preview=True)
    assert all(page.seen.count("Not for publication") >= 1 for page in html_of(site).values())
    feeds = [content for path, content in site.items() if path.endswith(".atom")]
    assert all(b"Not for publication" in content for content in feeds)
    assert not any("Not for publication" in page.seen for page in html_of(site_of(deal())).values())


def test_what_is_internal_reaches_no_byte() -> None:
    """Events, claims, sources and ratings of the office's own, and extensions."""
    canary = "canary7391"
    events = [
        {"id": "secret", "kind": "conduct", "summary": canary, "internal": True},
        {"id": "seen", "kind": "conduct", "summary": "A ferry sank", "obligation_ids": ["repair"],
         "claims": [{"says": "occurred", "when": "2022-12-02", "text": canary, "internal": True}]},
    ]  # fmt: skip
    sources = [
        {"id": "text", "kind": "agreement_text", "title": "The text"},
        {"id": "memo", "kind": "other", "title": canary, "internal": True},
    ]
    rated = {"obligation_id": "repair", "assessor": canary, "on": "2022-12-31", "scale": "percent", "value": "10"}
    record = deal(events=events, sources=sources, assessments=[rated | {"internal": True}], extensions={"desk": canary})
    assert [path for path, content in site_of(record).items() if canary.encode() in content] == []
    shown = deal(assessments=[rated])
    assert [path for path, content in site_of(shown).items() if canary.encode() in content] != []


def test_every_page_says_who_publishes_under_which_licence_and_where_to_write(files: dict[str, bytes]) -> None:
    """On pages of one record its own, on others where they stand."""
    for path, page in html_of(files).items():
        assert CONTACT in page.seen, path
        own = path.startswith("a/")
        words = (RELEASE.licence, RELEASE.attribution, RELEASE.by) if own else ("Sources and licences",)
        assert all(str(each) in page.seen for each in words), path


def test_an_actor_of_several_agreements_has_one_page() -> None:
    """With what it owes and is owed in each, in the order of the agreements; there are no sums."""
    site = html_of(site_of(deal("ferry"), deal("bridge")))
    page = site["actor/north/index.html"]
    assert page.seen.count("Northland must repair the landing") == 2
    assert site["actor/south/index.html"].seen.count("Is owed") == 2
    assert not re.search(r"\d+ (?:overdue|breach|undertaking)", page.seen)


def test_what_is_due_soon_counts_from_the_day_asked_about() -> None:
    """Not from today: the page of a past day lists what was due then."""
    seen = html_of(site_of(deal(), as_of="2023-01-20"))["index.html"].seen
    assert "Due within 30 days of 20 January 2023" in seen
    assert "10 February 2023" in seen
    assert "Due within" not in html_of(site_of(deal(), as_of="2022-11-20"))["index.html"].seen


def test_what_changed_between_two_days_is_told() -> None:
    """By how each duty stood on either."""
    seen = html_of(site_of(deal(events=[]), as_of=(DAY, "2023-03-01")))["changed/index.html"].seen
    assert "open, nothing reported → overdue, nothing reported" in seen


def test_corrections_stand_on_the_pages() -> None:
    """On that of the agreement, on that of the site, and among what changed."""
    fixed = evolve(deal(), coding=Coding(corrections=(Correction(on="2023-01-18", what="the day of the works"),)))
    site = html_of(site_of(fixed))
    for path in ("a/ferry/index.html", "about/index.html", "changed/index.html"):
        assert "the day of the works" in site[path].seen, path


def test_where_the_site_will_stand_is_told_only_where_it_is_given() -> None:
    """Then pages have a card, and agreements lines to embed, with the day, the licence and the address."""
    without, there = site_of(deal()), site_of(deal(), base_url="https://example.org/deals")
    assert b"og:url" not in without["a/ferry/index.html"]
    page = html_of(there)["a/ferry/index.html"]
    assert {"property": "og:url", "content": "https://example.org/deals/a/ferry/"} in page.every("meta")
    (lines,) = re.findall(r'<p class="accords">.*?</p>', page.seen)
    assert '<a href="https://example.org/deals/a/ferry/">Ferry agreement</a>' in lines
    assert "As of 20 January 2023" in lines
    assert "CC-BY-4.0" in lines


def test_the_manifest_has_the_sum_of_every_other_file(files: dict[str, bytes]) -> None:
    """As `sha256sum --check` reads it."""
    lines = files[whole.MANIFEST].decode().splitlines()
    sums = {path: digest for digest, path in (line.split("  ") for line in lines)}
    assert sums == {path: sha256(files[path]).hexdigest() for path in files if path != whole.MANIFEST}


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ((), "one day or two"),
        (("2023-01-01", "2023-01-02", "2023-01-03"), "one day or two"),
        (("2023-01-02", "2023-01-01"), "before"),
        ("soon", "soon"),
    ],
)
def test_days_that_cannot_be_asked_about_are_refused(asked: object, why: str) -> None:
    """With a reason."""
    with pytest.raises(ValueError, match=why):
        site_of(deal(), as_of=asked)


def test_two_records_with_one_id_are_refused() -> None:
    """And so is a site of nothing."""
    with pytest.raises(ValueError, match="ferry"):
        site_of(deal(), deal())
    with pytest.raises(ValueError, match="at least one"):
        render_site([], as_of=DAY, contact=CONTACT)


@pytest.mark.parametrize("url", ["javascript:x", "example.org", "https://", 'https://x.org/"', "https://x.org/?a"])
def test_a_base_url_that_is_none_is_refused(url: str) -> None:
    """It would stand in every page."""
    with pytest.raises(ValueError, match="begins with https"):
        site_of(deal(), base_url=url)


def test_the_search_is_that_of_its_authors() -> None:
    """To the byte, with its licence beside it."""
    folder = Path(whole.__file__).parents[1] / "vendored"
    digests = {
        "minisearch.js": "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03",
        "minisearch-LICENSE.txt": "70d37354d6395629fb99edb28cb37a5d356ffa24a48cd02a5def5b83a300a899",
    }
    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()} == digests
    assert set(site_of(deal())) >= {f"assets/{name}" for name in digests}


def test_a_long_list_of_what_became_known_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of agreements have the rest."""
    monkeypatch.setattr(pages, "MOST_NEWS", 1)
    seen = html_of(site_of(deal()))["changed/index.html"].seen
    assert "Earlier ones on the pages of the undertakings: 2" in seen


@pytest.mark.thorough
def test_lines_to_embed_hold_no_markup_of_the_record() -> None:
    """Whoever copies them copies text and one link."""
    site = site_of(released(hostile_record()), base_url="https://example.org/")
    page = html_of(site)["a/hostile/index.html"]
    (lines,) = re.findall(r'<p class="accords">.*?</p>', page.seen)
    assert set(re.findall(r"<(\w+)", lines)) == {"p", "a", "br"}


def test_lines_to_embed_of_a_preview_say_that_they_are_not_for_publication() -> None:
    """And no others do."""
    (shown,) = Shelf.of([deal()], [DAY], NoteBook(None), {}, None).shown
    assert "Not for publication" in fragment(shown, "https://example.org/", preview=True)
    assert "Not for publication" not in fragment(shown, "https://example.org/", preview=False)


def test_a_page_has_no_empty_lines() -> None:
    """Nor spaces at the end of one."""
    assert squeezed("a \n\n  b\n   \n") == "a\n  b\n"


def test_the_list_of_all_agreements_is_one_list_with_one_note_for_each_mark() -> None:
    """So that the calendar can name them side by side."""
    records = [example("kosovo-serbia-ohrid-2023"), example("kosovo-serbia-plates-2022")]
    made = Shelf.of(records, [DAY], NoteBook(None), {}, None)
    marks = [note.mark for note in made.calendar.notes]
    assert len(marks) == len(set(marks)) > 0
    assert {record.id for record in made.calendar.records} == {record.id for record in records}
    assert all(item.agreement for item in made.calendar.items)
    assert all(set(each.now.notes) <= {*each.now.notes_of(each.now.records[0])} for each in made.shown)


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("office@example.org", "mailto:office@example.org"),
        ("https://example.org/write", "https://example.org/write"),
        ("javascript:alert(1)", None),
        ("x@y.org?cc=z", None),
        ("the third desk", None),
    ],
)
def test_a_contact_is_a_link_only_where_it_is_an_address(contact: str, link: str | None) -> None:
    """All else is text."""
    look = SiteLook(contact=contact, base_url=None, preview=False, version="1")
    writer = PageWriter.of(Shelf.of([deal()], [DAY], NoteBook(None), {}, None), look)
    page = Page(writer.page("about", "about/", "About").decode("utf-8"))
    assert contact in page.seen
    found = [each["href"] for each in page.every("a") if "://" in str(each["href"]) or ":" in str(each["href"])]
    assert set(found) == ({link} if link else set())


def test_an_agreement_names_its_other_records_and_they_lead_to_each_other() -> None:
    """By what either record says, of ids now or formerly; what both say is told once, and titles never tell."""

    def to(kind: str, other: str | None) -> dict[str, str]:
        return {"relation": kind, "title": f"The {other}"} | ({"agreement_id": other} if other else {})

    first = deal("first", former_ids=["oldest"], related=[to("implements", None), to("implements", "unknown")])
    second = deal("second", related=[to("amends", "oldest"), to("same_agreement", "third")])
    third = deal("third", related=[to("same_agreement", "second")])
    site = site_of(first, second, third)
    pages_of = html_of(site)
    leads = {
        name: [each for each in links_of(path, pages_of[path]) if re.fullmatch(r"a/\w+/index.html", each)]
        for name in ("first", "second", "third")
        for path in [f"a/{name}/index.html"]
    }
    assert leads == {
        "first": ["a/second/index.html"],
        "second": ["a/first/index.html", "a/third/index.html"],
        "third": ["a/second/index.html"],
    }
    assert "By its record, amends this one Ferry agreement" in pages_of["a/first/index.html"].seen
    assert "formerly oldest" in pages_of["a/first/index.html"].seen
    assert "Implements The unknown" in pages_of["a/first/index.html"].seen
    assert "The same agreement in another record" in pages_of["a/third/repair/index.html"].seen
    assert "a/second/index.html" in links_of("a/third/repair/index.html", pages_of["a/third/repair/index.html"])
