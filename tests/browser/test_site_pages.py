"""A site in a real browser: from a folder, without the network, with and without script, for everybody, on paper."""

from __future__ import annotations

import io
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from hostile import MARKER, hostile_record
from sites import deal, example, released, site_of

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DAYS = ("2022-12-20", "2023-06-01")
EXAMPLES = ("kosovo-serbia-plates-2022-monitored", "kosovo-serbia-ohrid-2023", "ethiopia-tplf-pretoria-2022")
LOOKED_AT = (
    "index.html",
    "a/kosovo-serbia-plates-2022-monitored/index.html",
    "a/kosovo-serbia-plates-2022-monitored/serbia-plates/index.html",
    "a/kosovo-serbia-ohrid-2023/good-faith/index.html",
    "actor/index.html",
    "actor/kosovo/index.html",
    "changed/index.html",
    "about/index.html",
    "about/sources/index.html",
)
AXE = (
    "const [tags, done] = arguments;"
    "axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then((found) => done(found.violations.map("
    "(one) => [one.id, one.help, one.nodes.slice(0, 3).map((node) => node.html)])))"
)
SEEN = "return [...document.querySelectorAll('#found li')].map((one) => one.innerText)"


def _written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of some examples as of two days, with cards and lines to embed."""
    files = site_of(*map(example, EXAMPLES), as_of=DAYS, base_url="https://example.org/site")
    return _written(tmp_path_factory.mktemp("site"), files)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a record whose every text attacks."""
    return _written(tmp_path_factory.mktemp("hostile"), site_of(released(hostile_record()), deal()))


@pytest.mark.parametrize("script", [True, False])
def test_pages_ask_for_nothing_outside_their_folder(browser: Any, site: Path, script: bool) -> None:
    """And nothing in them is refused by their own policy: style and scripts come, nobody complains."""
    for name in LOOKED_AT:
        browser.open(site / name, script=script)
        asked = browser.requests()
        assert all(each.startswith(site.as_uri()) for each in asked), name
        assert (site / "assets" / "site.css").as_uri() in asked
        assert browser.complaints() == [], name
        font = browser.run("return getComputedStyle(document.querySelector('h1')).fontFamily") if script else "Charter"
        assert "Charter" in font, name


def test_all_is_there_without_script(browser: Any, site: Path) -> None:
    """The first page lists every agreement; the search, which needs one, is not shown."""
    browser.open(site / "index.html", script=False)
    assert browser.run("return document.getElementById('search').hidden")
    links = browser.run("return [...document.querySelectorAll('main a')].map((one) => one.getAttribute('href'))")
    assert {f"a/{name}/index.html" for name in EXAMPLES} <= set(links)


def test_the_search_finds_and_its_question_stays_in_the_address(browser: Any, site: Path) -> None:
    """By words in any form of a beginning, by an actor, by a theme; the page that is opened again shows the same."""
    browser.open(site / "index.html")
    assert browser.run("return document.getElementById('found').hidden")
    field = browser.driver.find_element("id", "q")
    field.send_keys("licence plat")
    found = browser.run(SEEN)
    assert any("must not issue licence plates" in each for each in found)
    address = browser.driver.current_url
    assert address.endswith("#q=licence+plat")
    browser.go("about:blank")
    browser.go(address)
    assert browser.run(SEEN) == found
    field = browser.driver.find_element("id", "q")
    field.clear()
    field.send_keys("zzzz")
    assert browser.run(SEEN) == []
    assert "0" in browser.run("return document.getElementById('found-heading').textContent")
    assert browser.complaints() == []


def test_what_fits_best_is_found_first(browser: Any, tmp_path: Path) -> None:
    """A word of the title before one of the text, a whole word before a beginning; of alike the shorter."""
    texts = {
        "words": ("do it", "the ferry runs"),
        "part": ("hire a ferryman", None),
        "long": ("run the ferry on every river of the two and on all of their lakes", None),
        "whole": ("run the ferry", None),
        "none": ("do it", None),
    }
    duties = [
        {"id": each, "obligor_ids": ["north"], "modality": "must", "action": action}
        | ({"as_written": written} if written else {})
        for each, (action, written) in texts.items()
    ]
    _written(tmp_path, site_of(deal("first", title="The deal", obligations=duties, events=[])))
    browser.open(tmp_path / "index.html")
    browser.driver.find_element("id", "q").send_keys("ferry")
    links = browser.run("return [...document.querySelectorAll('#found a')].map((one) => one.getAttribute('href'))")
    assert [link.split("/")[2] for link in links] == ["whole", "long", "part", "words"]


def test_a_choice_alone_lists_what_it_holds(browser: Any, site: Path) -> None:
    """Whatever an actor owes or is owed."""
    browser.open(site / "index.html")
    select = import_module("selenium.webdriver.support.ui").Select(browser.driver.find_element("id", "actor"))
    select.select_by_value("actor/tplf/")
    found = browser.run(SEEN)
    assert found
    assert all("Pretoria" in each for each in found)
    first = browser.driver.find_element("css selector", "#found a")
    first.click()
    assert browser.driver.current_url.startswith((site / "a" / "ethiopia-tplf-pretoria-2022").as_uri())


def test_how_long_ago_the_day_was_is_told_where_scripts_run(browser: Any, site: Path) -> None:
    """It is the one thing that a clock is asked for, and it stands in no file."""
    browser.open(site / "index.html")
    assert "Days since then: " in browser.run("return document.querySelector('.since').textContent")
    assert "Days since then: {}" in (site / "index.html").read_text("utf-8")
    browser.open(site / "index.html", script=False)
    assert browser.run("return document.querySelector('.since').textContent") == ""


@pytest.mark.parametrize(("media", "scheme"), [("", "light"), ("", "dark"), ("print", "light")])
def test_axe_finds_nothing(browser: Any, site: Path, npm: Path, media: str, scheme: str) -> None:
    """Zero violations of WCAG 2.2 AA on every kind of page, on a desk, a tablet and a phone."""
    axe = (npm / "axe-core" / "axe.min.js").read_text("utf-8")
    for name in LOOKED_AT:
        for width in (1280, 768, 390):
            browser.open(site / name, width=width, media=media, scheme=scheme)
            if name == "index.html":
                browser.run("document.getElementById('q').value = 'plates'; document.getElementById('q')"
                            ".dispatchEvent(new Event('input', {bubbles: true}))")  # fmt: skip
            browser.run(axe)
            assert browser.driver.execute_async_script(AXE, WCAG) == [], (name, width)


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_nothing_sticks_out(browser: Any, site: Path, hostile: Path, width: int) -> None:
    """No page has to be scrolled sideways, whatever stands in it."""
    pages = [site / name for name in LOOKED_AT]
    pages += [hostile / "index.html", hostile / "a" / "hostile" / "index.html", hostile / "changed" / "index.html"]
    pages += sorted((hostile / "a" / "hostile").glob("duty-*/index.html"))
    for page in pages:
        browser.open(page, width=width)
        assert browser.run("return document.documentElement.scrollWidth") <= width, page


def test_hostile_texts_do_nothing(browser: Any, hostile: Path) -> None:
    """Not in pages, not in what the search shows, not in its choices."""
    pages = ["index.html", "changed/index.html", "a/hostile/index.html", "a/hostile/duty-0/index.html"]
    for name in (*pages, "actor/actor-0/index.html"):
        browser.open(hostile / name)
        if name == "index.html":
            browser.driver.find_element("id", "q").send_keys("window")
            assert browser.run(SEEN)
            assert browser.run("return document.querySelectorAll('#found img, #found script, #found svg').length") == 0
        assert browser.run(f"return typeof window.{MARKER}") == "undefined", name
        assert browser.complaints() == [], name
        assert all(each.startswith(hostile.as_uri()) for each in browser.requests()), name


def test_an_agreement_prints(browser: Any, site: Path) -> None:
    """On A4, with its day, its undertakings and its licence, and without what is for screens."""
    browser.open(site / LOOKED_AT[1])
    sheets = import_module("pypdf").PdfReader(io.BytesIO(browser.paper())).pages
    text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    assert "As of 20 December 2022 and of 1 June 2023" in text
    assert "must not issue licence plates" in text
    assert "CC-BY-4.0" in text
    assert "What changed" not in text
