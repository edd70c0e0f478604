"""The HTML checklist in a real browser: no script, no network, for everybody, on a phone and on paper."""

from __future__ import annotations

import io
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from accords.render.pictures.graph import graph_of
from accords.render.pictures.graph_svg import render_svg
from accords.render.pictures.graph_text import render_mermaid
from hostile import MARKER, hostile_record

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WAYS = [("", "light"), ("", "dark"), ("print", "light"), ("print", "dark")]


def test_pages_render_without_script_and_without_network(browser: Any, pages: dict[str, Path]) -> None:
    """All that stands in a page is shown where scripts are off; nothing is asked for, nothing is complained about."""
    for name, page in pages.items():
        browser.open(page, script=False)
        assert browser.run("return document.querySelectorAll('main article').length"), name
        assert browser.requests() == [page.as_uri()], name
        assert browser.complaints() == [], name


def test_hostile_texts_do_nothing(browser: Any, pages: dict[str, Path]) -> None:
    """With scripts on, none runs, and the page has no element or attribute that could run one."""
    for name in ("hostile", "hostile-undated"):
        browser.open(pages[name])
        assert browser.run(f"return typeof window.{MARKER}") == "undefined"
        assert browser.complaints() == []
        assert browser.requests() == [pages[name].as_uri()]
        scripts = browser.run("return [...document.scripts].map((one) => one.type)")
        assert scripts == ["application/ld+json"]
        attributes = browser.run(
            "return [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())"
            ".filter((name) => name.startsWith('on') || name === 'src')"
        )
        assert attributes == []
        links = browser.run("return [...document.links].map((one) => one.protocol)")
        assert set(links) <= {"file:", "https:"}
        assert browser.run("return document.querySelectorAll('main script, main img, main iframe').length") == 0
        data = browser.run("return document.querySelector('script').textContent")
        assert json.loads(data)["@context"] == "https://schema.org"


AXE = (
    "const [tags, done] = arguments;"
    "axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then((found) => done(found.violations.map("
    "(one) => [one.id, one.help, one.nodes.slice(0, 3).map((node) => node.html)])))"
)


@pytest.mark.parametrize(("media", "scheme"), WAYS)
def test_axe_finds_nothing(browser: Any, pages: dict[str, Path], npm: Path, media: str, scheme: str) -> None:
    """Zero violations of WCAG 2.2 AA, on a screen and on paper, in light and dark, on a desk and on a phone."""
    axe = (npm / "axe-core" / "axe.min.js").read_text("utf-8")
    for name, page in pages.items():
        for width in (1280, 390):
            browser.open(page, width=width, media=media, scheme=scheme)
            browser.run(axe)
            assert browser.driver.execute_async_script(AXE, WCAG) == [], (name, width)


@pytest.mark.parametrize(("media", "scheme"), WAYS)
def test_axe_would_find_something(browser: Any, pages: dict[str, Path], npm: Path, media: str, scheme: str) -> None:
    """Of a page made worse by hand it says so, in each of the ways in which the others are looked at."""
    browser.open(pages["minimal"], media=media, scheme=scheme)
    browser.run((npm / "axe-core" / "axe.min.js").read_text("utf-8"))
    browser.run("document.body.style.color = '#777'; document.body.style.background = '#888'; document.title = ''")
    found = {rule for rule, *_ in browser.driver.execute_async_script(AXE, WCAG)}
    assert {"color-contrast", "document-title"} <= found


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_sticks_out(browser: Any, pages: dict[str, Path], width: int) -> None:
    """No page has to be scrolled sideways, whatever stands in it."""
    for name, page in pages.items():
        browser.open(page, width=width)
        assert browser.run("return document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize(("width", "media", "drawn"), [(1280, "", True), (390, "", False), (390, "print", True)])
def test_the_timeline_is_a_list_on_a_phone(
    browser: Any, pages: dict[str, Path], width: int, media: str, drawn: bool
) -> None:
    """And a drawing on a desk and on paper; never both."""
    browser.open(pages["kosovo-serbia-plates-2022-monitored"], width=width, media=media)
    seen = "const one = document.querySelector(arguments[0]); return one.getClientRects().length > 0"
    assert browser.run(seen, "svg.accords-timeline") is drawn
    assert browser.run(seen, "ol.told") is not drawn


def test_the_tab_key_goes_through_the_page_in_its_order(browser: Any, pages: dict[str, Path]) -> None:
    """First past the head, then from top to bottom; what has the focus shows it."""
    keys = import_module("selenium.webdriver.common.keys").Keys
    chains = import_module("selenium.webdriver.common.action_chains").ActionChains
    browser.open(pages["kosovo-serbia-plates-2022"])
    order = browser.run(
        "window.all = [...document.querySelectorAll('a[href], [tabindex=\"0\"]')]; return window.all.length"
    )
    assert order > 6
    for expected in range(order):
        chains(browser.driver).send_keys(keys.TAB).perform()
        assert browser.run("return window.all.indexOf(document.activeElement)") == expected
        style = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"
    assert browser.run("return window.all[0].getAttribute('href')") == "#list"
    assert browser.run("return document.querySelectorAll('[tabindex]:not([tabindex=\"0\"])').length") == 0


def test_a_long_list_prints_with_its_head_on_every_sheet(browser: Any, pages: dict[str, Path]) -> None:
    """On A4, and every row is on one sheet with the heads of the columns."""
    browser.open(pages["long"])
    sheets = import_module("pypdf").PdfReader(io.BytesIO(browser.paper())).pages
    texts = [sheet.extract_text() for sheet in sheets]
    assert {(round(float(s.mediabox.width)), round(float(s.mediabox.height))) for s in sheets} <= {
        (595, 842),
        (595, 841),
    }
    end = next(at for at, text in enumerate(texts) if "Each undertaking" in text)
    with_rows = [text for text in texts[:end] if "open crossing" in text]
    assert len(with_rows) > 3
    assert all("Undertaking" in text and "Date, initials" in text and "Status" in text for text in with_rows)


def test_a_picture_by_itself_is_inert(browser: Any, tmp_path: Path) -> None:
    """The SVG of a hostile record opens without complaint, runs nothing and asks for nothing."""
    picture = tmp_path / "graph.svg"
    picture.write_text(render_svg(graph_of(hostile_record())), "utf-8")
    browser.open(picture)
    assert browser.run("return document.documentElement.localName") == "svg"
    assert browser.run(f"return typeof window.{MARKER}") == "undefined"
    assert browser.requests() == [picture.as_uri()]
    assert browser.complaints() == []


def test_mermaid_draws_hostile_texts_as_text(browser: Any, npm: Path, tmp_path: Path) -> None:
    """Mermaid itself reads the flowchart, draws every node and every note on a name, and runs nothing in it."""
    page = tmp_path / "page.html"
    program = (npm / "mermaid" / "dist" / "mermaid.min.js").as_uri()
    page.write_text(
        f"<!doctype html><meta charset=utf-8><title>t</title><body></body><script src={program}></script>", "utf-8"
    )
    graph = graph_of(hostile_record())
    browser.open(page)
    drawn = browser.driver.execute_async_script(
        "const [text, done] = arguments; mermaid.initialize({startOnLoad: false, maxTextSize: 1e6});"
        "mermaid.render('x', text).then((made) => {document.body.innerHTML = made.svg;"
        "done([document.querySelectorAll('g.node').length, document.body.textContent])},"
        "(error) => done([0, String(error)]))",
        render_mermaid(graph),
    )
    assert drawn[0] == len(graph.nodes) + len(graph.notes), drawn[1][:500]
    assert f"<script>window.{MARKER}=1</script>" in drawn[1]
    assert browser.run(f"return typeof window.{MARKER}") == "undefined"
