"""Records that attack a site: what leaves its folder, acts in its pages, or grows without bound."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from attrs import evolve

from accords.codec import to_dict
from accords.model.sources import Citation, Source
from accords.render.site.addresses import OWN_FILES
from accords.render.site.whole import SiteError
from accords.validate import validate
from sites import DAY, deal, html_of, links_of, site_of

PATHS = ("../x", "..", ".", "a/b", "/etc", "a\\b", "x%2f", ".hidden", "x.", "a..b", "-", "CON", "x:y", "x y", "\u2025")
"""Ids that a file system would take for something else."""
ADDRESSES = (
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//evil.example", "blob:x",
)  # fmt: skip
MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def _named(name: str, field: str) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(to_dict(deal())))
    if field == "record":
        plain["id"] = name
    elif field == "former":
        plain["former_ids"] = [name]
    else:
        plain[field][0]["id"] = name
    return plain


@pytest.mark.parametrize("field", ["record", "former", "actors", "obligations", "events"])
@pytest.mark.parametrize("name", PATHS)
def test_ids_that_look_like_paths_are_no_ids(name: str, field: str) -> None:
    """Of whatever an address is made of."""
    assert "ACC110" in {found.code for found in validate(_named(name, field)).errors}


def _duties(*ids: str) -> list[dict[str, Any]]:
    return [{"id": each, "obligor_ids": ["north"], "modality": "must", "action": f"do {each}"} for each in ids]


def test_files_stay_in_the_folder_of_the_site_and_no_two_differ_by_case_alone() -> None:
    """Whatever ids are allowed, those of files and devices among them; what is ours has no id's name."""
    names = ["index.html", "record.json", "feed.atom", "con", "nul", "aux.x", "a", "a.b", "a_b", "about", "assets"]
    records = ("changed", "actor", "index.html")
    files = site_of(*(deal(each, obligations=_duties(*names), events=[]) for each in records))
    paths = [PurePosixPath(path) for path in files]
    assert len(paths) > 50
    assert not [path for path in paths if path.is_absolute() or ".." in path.parts]
    assert len({path.casefold() for path in files}) == len(files)
    folders = {str(parent).casefold() for path in paths for parent in path.parents}
    assert folders.isdisjoint(path.casefold() for path in files)
    assert {name for name in names if f"a/actor/{name}-/index.html" in files} == {*names} & {*OWN_FILES}


def _hrefs(url: str) -> set[str]:
    """Every link of a site whose one source has that address; what it links in its own folder is there."""
    source = Source(id="text", kind="agreement_text", title="The text", url=url)
    files = site_of(evolve(deal(), sources=(source,)))
    found = html_of(files)
    assert all(link in files for path, page in found.items() for link in links_of(path, page))
    return {each.get("href") or "" for page in found.values() for each in page.every("a")}


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_that_acts_is_no_link(url: str) -> None:
    """The address of a source is linked where it begins with http or https, and is a text everywhere else."""
    assert not [each for each in _hrefs(url) if url.strip().casefold()[:8] in each.casefold()]
    assert "https://example.org/text" in _hrefs("https://example.org/text")


def test_marks_of_direction_reach_no_page_and_no_feed() -> None:
    """Names and titles could otherwise turn the words around them."""
    turned = deal(title=f"A{MARKS}B", summary=f"C{MARKS}D")
    for path, content in site_of(turned).items():
        if path.endswith((".html", ".atom", ".ics")):
            assert not set(content.decode()) & set(MARKS), path


def test_a_text_that_every_page_would_repeat_without_end_stops_the_site() -> None:
    """A title, a name, the title of a source, or what is told of many duties, each of a million characters."""
    long = "w" * 1_000_000
    many = _duties(*(f"d{number}" for number in range(300)))
    said = {"id": "e", "kind": "conduct", "summary": long, "obligation_ids": [each["id"] for each in many]}
    quiet = deal(obligations=many, events=[])
    first, *others = quiet.actors
    for record, where in (
        (evolve(quiet, title=long), "/title"),
        (evolve(quiet, actors=(evolve(first, name=long), *others)), "/actors/0/name"),
        (evolve(quiet, sources=(Source(id="text", kind="agreement_text", title=long),)), "/sources/0/title"),
        (deal(obligations=many, events=[said]), "/events/0"),
    ):
        with pytest.raises(SiteError) as stopped:
            site_of(record)
        assert [where in reason and "shorten" in reason for reason in stopped.value.reasons] == [True]


def test_a_long_text_of_one_duty_is_published() -> None:
    """In full, on its page."""
    long = "word " * 20_000
    cited = (Citation(source_id="text", locator="1"),)
    one = evolve(deal(), obligations=(evolve(deal().obligations[0], action=long.strip(), citations=cited),), events=())
    page = html_of(site_of(one, as_of=DAY))["a/ferry/repair/index.html"]
    assert long.strip() in page.seen
