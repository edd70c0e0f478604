"""The checklist in each format: complete, stable, in its columns, and unmoved by what a record contains."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from importlib import import_module
from subprocess import run
from typing import Any

import pytest
from attrs import asdict, evolve
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len

from accords.checklist import Checklist, checklist
from accords.checklist.lines import citations_in_words, shape_of
from accords.model.actors import Actor, ActsFor, DesignationNote, Party, ThirdParty
from accords.model.agreement import Agreement
from accords.model.conclusion import Conclusion, Term
from accords.model.conditions import AllOf, OnConclusion, OnDate, OnEvent, Prose, Vague
from accords.model.events import Event
from accords.model.obligations import Carveout, Obligation, Reading, Recurring
from accords.model.sources import Citation, Source
from accords.render.checklist.json import render_json
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.vocabulary import Basis, Borne, ConclusionForm, EventKind, Modality, Role, SourceKind


def deal(text: Callable[[str], str] = str) -> Agreement:
    """A small agreement with one of everything; ``text`` may replace what a coder would have written."""
    cited = (Citation(source_id="report", locator=text("¶8")),)
    return Agreement(
        id="plates",
        title=text("Licence plates"),
        conclusion=Conclusion(
            form=ConclusionForm.ANNOUNCED, date="2022-11-23", date_basis=Basis.INFERRED, place=text("Brussels")
        ),
        actors=(
            Actor(
                id="kosovo",
                name=text("Kosovo"),
                designation_notes=(
                    DesignationNote(text=text("Without prejudice to positions on status."), used_by=text("EU")),
                ),
            ),
            Actor(id="serbia", name=text("Serbia")),
            Actor(id="eu", name=text("European Union")),
            Actor(id="envoy", name=text("Envoy"), position=text("special envoy"), acts_for=(ActsFor(actor_id="eu"),)),
        ),
        parties=(Party(actor_id="kosovo"), Party(actor_id="serbia")),
        third_parties=(ThirdParty(actor_id="eu", role=Role.MEDIATOR, role_as_written=text("under EU mediation")),),
        obligations=(
            Obligation(
                id="stop-issuing",
                clause=text("1"),
                obligor_ids=("serbia",),
                owed_to_ids=("kosovo",),
                modality=Modality.MUST_NOT,
                action=text("issue plates with the denominations of Kosovo cities"),
                as_written=text("stop issuing licence plates"),
                readings=(
                    Reading(id="new", held_by_ids=("serbia",), text=text("Only new plates are meant")),
                    Reading(id="all", held_by_ids=("kosovo",), text=text("Renewals are meant too")),
                ),
                exceptions=(Carveout(text=text("plates of buses")),),
                place=text("Jarinje"),
                note=text("A remark"),
                citations=cited,
            ),
            Obligation(
                id="invite",
                obligor_ids=("envoy",),
                owed_to_ids=("kosovo", "serbia"),
                modality=Modality.MUST,
                action=text("invite the parties to discuss next steps"),
                due=Vague(text=text("in the coming days")),
                trigger=AllOf(conditions=(OnEvent(event_id="talks"), Prose(text=text("all agree")))),
                citations=cited,
            ),
            Obligation(
                id="leave",
                obligor_ids=("kosovo", "serbia"),
                borne=Borne.JOINTLY,
                modality=Modality.MUST,
                action=text("remove the roadblocks"),
                due=OnDate(value="2022-12"),
            ),
            Obligation(
                id="brief",
                obligor_ids=("eu",),
                modality=Modality.MUST,
                action=text("brief"),
                performance=Recurring(text=text("regularly")),
            ),
            Obligation(id="stop", obligor_ids=("eu",), modality=Modality.MAY, action=text("end the process")),
            Obligation(
                id="agree", obligor_ids=("serbia",), modality=Modality.DECLARES, action=text("agree with all of it")
            ),
        ),
        events=(Event(id="talks", kind=EventKind.MILESTONE, summary=text("The talks end")),),
        sources=(
            Source(
                id="report",
                kind=SourceKind.NEWS_REPORT,
                title=text("A report"),
                publisher=text("A paper"),
                published="2022-11-24",
                url=text("https://example.org/a_b"),
            ),
        ),
    )


def rows(agreement: Agreement | None = None) -> Checklist:
    """The checklist of an agreement, with a version that does not change."""
    found = checklist(agreement or deal(), library_version="0.0")
    return evolve(found, records=(evolve(found.records[0], content_hash="0123456789abcdef" * 4),))


GOLDEN = """\
Licence plates
Checklist of obligations

Parties        Kosovo*; Serbia
Third parties  European Union (mediator, “under EU mediation”)
Conclusion     announced on 23 November 2022; reached in Brussels
Record         plates (content sha256 0123456789abcdef)
Made with      accords 0.0

This list says what was undertaken and by whom. It does not say what has been
done. By who owes it, each as listed in the record; the order means nothing. The
numbers are of this list.

Serbia
────────────────────────────────────────────────────────────────────────────────

∞ 1   must not issue plates with the denominations of Kosovo cities
      As written   “stop issuing licence plates”
      When         continuing, from the conclusion; no end stated
      Owed to      Kosovo*
      Except       plates of buses
      Place        Jarinje
      Read as      Serbia: Only new plates are meant
                   Kosovo*: Renewals are meant too
      Note         A remark
      Clause       1
      Source       [1] ¶8
      Id           stop-issuing

≡ 2   declares: agree with all of it
      Id           agree

Kosovo* and Serbia, jointly
────────────────────────────────────────────────────────────────────────────────

☐ 3   must remove the roadblocks
      When         by the end of December 2022
      Id           leave

European Union (mediator)
────────────────────────────────────────────────────────────────────────────────

↻ 4   must brief
      When         recurring: “regularly” (vague)
      Id           brief

◇ 5   may end the process
      When         from the conclusion; no end stated
      Id           stop

Envoy (special envoy), for European Union
────────────────────────────────────────────────────────────────────────────────

☐ 6   must invite the parties to discuss next steps
      When         vague: “in the coming days”
      Condition    when all of these are met: (a) upon the event ‘The talks
                   end’; (b) as worded: “all agree”
      Owed to      Kosovo* and Serbia
      Source       [1] ¶8
      Id           invite

Read as follows
────────────────────────────────────────────────────────────────────────────────
The source states no day of the conclusion; the coder takes the day of the
announcement, 23 November 2022, for it.

Sources
────────────────────────────────────────────────────────────────────────────────
[1]  “A report”, A paper, 24 November 2022, news report
     https://example.org/a_b

Notes on names
────────────────────────────────────────────────────────────────────────────────
*  Without prejudice to positions on status. (EU)

☐ one act, to be ticked off when done
∞ kept from day to day, never ticked off
↻ comes round again, never ticked off for good
◇ a power or permission
≡ a declaration; nothing is to be done
"""


# ---- for the terminal


def test_the_checklist_on_a_terminal_of_80_columns() -> None:
    """Read by a person before it was kept."""
    assert render_terminal(rows()) == GOLDEN


@pytest.mark.wide
@pytest.mark.parametrize("width", [10, 40, 60, 80, 100, 119, 120, 140, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    """Whatever the width; under 40 columns, 40 are used. From 120 on, the quotation needs no label."""
    shown = render_terminal(rows(), width=width)
    assert max(cell_len(line) for line in shown.split("\n")) <= max(width, 40)
    assert not [line for line in shown.split("\n") if line != line.rstrip()]
    assert [word for word in re.findall(r"\w+", GOLDEN) if word not in shown] == ["As", "written"] * (width >= 120)


def test_a_wide_terminal_is_used() -> None:
    """There the terms of a duty stand beside it."""
    line = next(line for line in render_terminal(rows(), width=140).split("\n") if "remove the roadblocks" in line)
    assert "by the end of December 2022" in line


def test_colour_changes_no_word() -> None:
    """Without colour there is no escape; with colour there is, and only colour."""
    plain, colored = render_terminal(rows()), render_terminal(rows(), color=True)
    assert "\x1b" not in plain
    assert "\x1b[1m" in colored
    assert "".join(re.sub("\x1b\\[[0-9;]*m", "", line).rstrip() + "\n" for line in colored.split("\n")[:-1]) == plain


def test_the_environment_does_not_change_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for is what is printed; only the command line looks at the terminal."""
    for name, value in {"COLUMNS": "33", "FORCE_COLOR": "1", "TERM": "dumb", "NO_COLOR": "1", "LANG": "sr_RS"}.items():
        monkeypatch.setenv(name, value)
    assert render_terminal(rows()) == GOLDEN
    assert "\x1b[1m" in render_terminal(rows(), color=True)


@pytest.mark.thorough
def test_rich_is_imported_only_for_the_terminal() -> None:
    """Other formats do not wait for it."""
    code = (
        "import sys, accords.render.checklist.terminal, accords.render.checklist.markdown\n"
        "import accords.render.checklist.json\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'rich']"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_record_without_obligations_says_so() -> None:
    """An empty list is not mistaken for a list that failed."""
    empty = rows(evolve(deal(), obligations=()))
    for shown in (render_terminal(empty), render_markdown(empty)):
        assert "The record holds no obligations." in shown


# ---- Markdown

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(text: str) -> list[Token]:
    """All tokens of a Markdown text, those inside lines included."""
    flat: list[Token] = []
    for token in GFM.parse(text):
        flat += [token, *(token.children or ())]
    return flat


def read(text: str) -> str:
    """What a reader of the rendered Markdown sees."""
    seen = {"text", "code_inline", "text_special", "softbreak"}
    return "\n".join(
        "".join(each.content for each in token.children or () if each.type in seen)
        for token in GFM.parse(text)
        if token.type == "inline"
    )


def test_markdown_says_the_same_as_the_terminal() -> None:
    """The same duties in the same order, with task boxes only where one act settles the duty."""
    text = render_markdown(rows())
    assert [line for line in text.split("\n") if line.startswith("- [ ] ")] == [
        "- [ ] **must** remove the roadblocks",
        "- [ ] **must** invite the parties to discuss next steps",
    ]
    assert re.findall("^## (.*)", text, re.MULTILINE) == [
        "Serbia",
        r"Kosovo\* and Serbia, jointly",
        "European Union (mediator)",
        "Envoy (special envoy), for European Union",
        "Read as follows",
        "Sources",
        "Notes on names",
    ]
    assert "  - When: vague: “in the coming days”\n" in text
    assert "0123456789abcdef" * 4 in text
    assert text.count("Without prejudice to positions on status.") == 1


def test_a_changed_duty_changes_only_its_own_lines() -> None:
    """Two versions can be compared line by line: a new duty adds lines and alters none."""
    added = Obligation(id="new", obligor_ids=("kosovo",), modality=Modality.MUST, action="wait")
    before, agreement = render_markdown(rows()).split("\n"), deal()
    after = render_markdown(rows(evolve(agreement, obligations=(added, *agreement.obligations)))).split("\n")
    kept = [
        line
        for line in after
        if line not in ("## Kosovo\\*", "- [ ] **must** wait", "  - When: no date stated", "  - Id: `new`")
    ]
    assert [line for line in kept if line] == [line for line in before if line]


# ---- JSON


def test_json_holds_every_row_whole() -> None:
    """What is read back are the rows, nothing left out."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        return [plain(each) for each in value] if isinstance(value, (list, tuple)) else value

    checked = rows()
    assert json.loads(render_json(checked)) == plain(asdict(checked))


# ---- hostile records

HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt; &copy; <!-- x -->",
    "markdown": (
        "# h\n\n- [x] **b** _i_ ~~s~~ `c` | a | b |\n|---|---|\n![i](u) [l](https://evil.example) [r]: x\n"
        "> q\n1. n\n***\n==="
    ),
    "links": (
        "https://evil.example www.evil.example <https://e.example> a@evil.example mailto:a@b.cc "
        "@admin #12 GH-1 [^1] :tada:"
    ),
    "fences": "```\ncode\n```\n    indented \\ \\* \\` $x$ `",
    "terminal": "\x1b[31mred\x1b[2J\x1b]0;owned\x07 \x9b1A\x07\x08",
    "lines": "one\r\ntwo\rthree\nfour\u2028five\u0085six\x0b\x0cseven",
    "bidi": "abc\u202egnp.exe\u2066\u200f x",
    "long": "w" * 10_000,
    "wide": "科" * 3_000,
    "right-to-left": "כוסובו כוסובו بريشتينا",
    "braces": "{0} {text} %s {",
    "rich": "[bold red]x[/] [link=https://evil.example]y[/link] :smile: [/]",
    "half": "half \ud800 pair",
}


@pytest.fixture(params=HOSTILE.values(), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Checklist:
    """The checklist of a record in which every text is hostile."""
    text: str = request.param
    # A text that cannot be encoded has no content hash; such records are refused before they come here.
    monkeypatch.setattr(import_module("accords.checklist.parts"), "content_hash", lambda _: "0" * 64)
    return rows(deal(lambda _: text))


@pytest.mark.thorough
@pytest.mark.parametrize("width", [40, 140])
def test_a_hostile_record_cannot_act_on_a_terminal(hostile: Checklist, width: int) -> None:
    """No control character but line ends, no direction mark, no line too wide, every duty still there."""
    shown = render_terminal(hostile, width=width)
    assert not re.findall(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff]", shown
    )
    assert max(cell_len(line) for line in shown.split("\n")) <= width
    for item in hostile.items:
        assert f"\n{shape_of(item)} {item.number:>2} " in shown.replace(f" {item.number}  ", f" {item.number:>2} ")
        assert item.obligation_id in shown


def test_rich_markup_in_a_record_is_printed_as_it_is() -> None:
    """Square brackets and emoji names are text."""
    assert "[bold red]x[/]" in render_terminal(rows(deal(lambda _: HOSTILE["rich"])), width=200)


@pytest.mark.wide
def test_a_hostile_record_makes_no_markup(hostile: Checklist) -> None:
    """The same tokens as from a tame record, in the same order, but for the text in them."""

    def shape(text: str) -> list[tuple[str, str]]:
        marks = {"text", "text_special"}
        return [(token.type, token.tag) for token in tokens(text) if token.type not in marks]

    # Code spans hold ids and addresses; a tame record has as many.
    assert shape(render_markdown(hostile)) == shape(render_markdown(rows()))
    assert not [
        token for token in tokens(render_markdown(hostile)) if token.type.startswith(("html", "link", "image", "table"))
    ]


@pytest.mark.parametrize("name", ["html", "markdown", "fences", "rich", "braces"])
def test_escaped_markup_reads_as_it_was_written(name: str) -> None:
    """Escaping shows the text, character for character, on one line."""
    text = HOSTILE[name]
    parted = read(render_markdown(rows(deal(lambda _: text)))).replace("\u2060", "")
    assert f"must {' '.join(text.split())}\n" in parted


@pytest.mark.parametrize(
    "pattern",
    [
        r"https?://",
        r"www\.\w",
        r"\w@\w",
        r"@\w",
        r"(?<!&)#\d",
        r"GH-\d",
        r":\w+:",
        r"mailto:\w",
    ],
)
def test_what_sites_link_by_themselves_is_parted(pattern: str) -> None:
    """In the source or in the text that is shown, something stands inside every address, mention and emoji name."""
    source = render_markdown(rows(deal(lambda _: HOSTILE["links"])))
    outside_code = re.sub(r"`[^`\n]*`", "", source)
    assert not re.findall(pattern, outside_code)


def test_mentions_are_parted_in_the_shown_text_too() -> None:
    """Sites look for these after they have read the Markdown, when backslashes are gone."""
    shown = re.sub(
        r"`[^`\n]*`", "", read(render_markdown(rows(deal(lambda _: "@admin a@evil.example #12 GH-1 :tada:"))))
    )
    outside = "\n".join(line for line in shown.split("\n") if "@" in line and not line.startswith("[1]"))
    assert outside
    assert not re.findall(r"@\w|#\d|GH-\d|:tada:", outside)


def test_a_hostile_record_is_data_in_json(hostile: Checklist) -> None:
    """The texts come back unchanged, and the file itself shows no control or direction mark."""
    text = render_json(hostile)
    assert json.loads(text)["title"] == hostile.title
    assert json.loads(text)["sections"][0]["items"][0]["action"] == hostile.items[0].action
    assert not re.findall(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff]", text
    )


@pytest.mark.thorough
def test_a_hostile_record_leaves_every_format_repeatable(hostile: Checklist) -> None:
    """The same rows give the same bytes."""
    for render in (render_terminal, render_markdown, render_json):
        assert render(hostile).encode("utf-8") == render(hostile).encode("utf-8")


def test_citations_are_gathered_by_source() -> None:
    """A source that the record does not have is named by its id."""
    citations = tuple(
        Citation(source_id=source, locator=locator)
        for source, locator in (("report", "¶8"), ("other", None), ("report", "¶10"), ("report", "¶8"))
    )
    (item,) = rows(
        evolve(deal(), obligations=(Obligation(id="a", modality=Modality.MUST, action="a", citations=citations),))
    ).items
    assert citations_in_words(item.citations) == "[1] ¶8, ¶10; [other]"


def test_entry_into_force_is_told_where_it_is_stated() -> None:
    """And nothing is assumed about it then."""
    agreement = evolve(
        deal(),
        term=Term(entry_into_force=OnConclusion(), ends_if_any=(OnDate(value="2024"), OnEvent(event_id="talks"))),
    )
    text = render_markdown(rows(agreement))
    assert "- In force: upon the conclusion of the agreement\n" in text
    assert "- Ends: when any of these is met: (a) in 2024; (b) upon the event ‘The talks end’\n" in text
