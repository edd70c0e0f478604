"""What a page keeps apart: texts of another direction, what became known later, and pictures too large to be seen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from accords.checklist import checklist
from accords.cli import main
from accords.codec import dumps, structure
from accords.model.agreement import Agreement
from accords.model.obligations import Obligation
from accords.model.sources import Citation, Source
from accords.render.checklist.csv import render_csv
from accords.render.checklist.html import render_html
from accords.render.checklist.ics import render_ics
from accords.render.checklist.json import render_json
from accords.render.checklist.markdown import render_markdown
from accords.render.checklist.terminal import render_terminal
from accords.render.isolating import Isolator, languages_of
from accords.render.pictures.graph import graph_of
from accords.render.pictures.graph_layout import is_drawable
from accords.render.pictures.graph_svg import render_svg
from accords.vocabulary import Modality, SourceKind

DAY = "2023-01-20"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def _record(**members: Any) -> Agreement:
    plain = {
        "accords_version": "1.0",
        "id": "x",
        "title": "Ferry agreement",
        "conclusion": {"form": "signed", "date": "2000-01-01", "place": "ستوكهولم"},
        "actors": [
            {"id": "a", "name": "حكومة (زندا) الثانية"},
            {"id": "b", "name": "حركة النهر", "designation_notes": [{"text": "See annex."}]},
            {"id": "c", "name": "סלים", "kind": "person", "acts_for": [{"actor_id": "b"}]},
        ],
        "parties": [{"actor_id": "a"}, {"actor_id": "b", "represented_by_ids": ["c"]}],
        "obligations": [
            {
                "id": "d",
                "obligor_ids": ["a", "b"],
                "owed_to_ids": ["b"],
                "modality": "must",
                "action": "إعادة الانتشار",
                "due": {"kind": "date", "value": "2022-06-30"},
            }
        ],
        "sources": [{"id": "s", "kind": "agreement_text", "title": "Text", "published": "2000-01-01"}],
        **members,
    }
    return structure(plain)


def test_sentences_of_ours_keep_their_direction() -> None:
    """Texts of the record are kept apart one by one, so no sentence of ours stands in an element that may turn."""
    record = _record()
    page = render_html(checklist(record, as_of=DAY), record)
    page = re.sub(r"<(svg|script|style|title)\b.*?</\1>", "", page, flags=re.DOTALL)
    kept = re.findall(r"<bdi>([^<]*)</bdi>", page)
    turning = [text for text in kept if RIGHT_TO_LEFT.search(text)]
    assert {"حكومة (زندا) الثانية", "סלים", "ستوكهولم", "إعادة الانتشار"} <= set(turning)
    assert not [text for text in turning if re.search("[a-z]{3}", text)]
    outside = re.sub(r"<bdi>[^<]*</bdi>|<[^>]*>", "", page)
    assert not RIGHT_TO_LEFT.search(outside)
    assert "represented by" in outside


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("must pay", "<bdi>must pay</bdi>"),
        ("حركة", "<bdi>حركة</bdi>"),
        ("by حركة", '<span dir="ltr">by <bdi>حركة</bdi></span>'),
        (
            "حركة (represented by سالم); نهر",
            '<span dir="ltr"><bdi>حركة</bdi> (represented by <bdi>سالم</bdi>); <bdi>نهر</bdi></span>',
        ),
        ("by UN (بعثة) 2 <b>", '<span dir="ltr">by <bdi>UN (بعثة) 2</bdi> &lt;b&gt;</span>'),
        ("الف ب", "<bdi>الف ب</bdi>"),
        ("x الف ب", '<span dir="ltr">x <bdi>الف ب</bdi></span>'),
    ],
)
def test_known_texts_are_kept_whole_and_others_by_their_script(text: str, html: str) -> None:
    """A name that mixes directions is one thing; words of one script that nobody knows are kept together."""
    isolated = Isolator.of(["حركة", "UN (بعثة) 2", "UN (بعثة)", "الف ب", "plain"])
    assert str(isolated(text)) == html


LATER = {
    "sources": [
        {"id": "s", "kind": "agreement_text", "title": "Text", "published": "2000-01-01"},
        {"id": "t", "kind": "news_report", "title": "LATER SOURCE", "published": "2024-05-05"},
        {"id": "u", "kind": "news_report", "title": "Cited though later", "published": "2024-05-05"},
    ],
    "events": [
        {
            "id": "e",
            "kind": "conduct",
            "summary": "LATER EVENT",
            "obligation_ids": ["d"],
            "actor_ids": ["a"],
            "claims": [
                {"says": "occurred", "when": "2024-02-02", "known_on": "2024-02-03", "citations": [{"source_id": "t"}]}
            ],
        }
    ],
    "obligations": [
        {
            "id": "d",
            "obligor_ids": ["a"],
            "modality": "must",
            "action": "act",
            "citations": [{"source_id": "u"}],
            "due": {"kind": "date", "value": "2022-06-30"},
        }
    ],
}


def test_nothing_of_a_later_day_stands_on_a_page() -> None:
    """Neither an event, in the list or the graph, nor a source of which nothing is cited; on its day they are there."""
    record = _record(**LATER)
    for render in (render_terminal, render_markdown, render_csv, render_ics, render_json):
        assert "LATER" not in render(checklist(record, as_of=DAY)), render.__name__
    rows = checklist(record, as_of=DAY)
    assert "LATER" not in render_html(rows, record)
    assert [source.title for source in rows.sources] == ["Text", "Cited though later"]
    assert [source.number for source in rows.sources] == [1, 3]
    later = render_html(checklist(record, as_of="2024-06-01"), record)
    assert later.count("LATER EVENT") > 1
    assert "LATER SOURCE" in later


def _chain(count: int) -> Agreement:
    def duty(number: int) -> dict[str, Any]:
        before = {"kind": "obligation", "obligation_id": f"d{number - 1}"}
        waits = {"trigger": before} if number else {}
        return {"id": f"d{number}", "obligor_ids": ["a"], "modality": "must", "action": "act", **waits}

    return _record(obligations=[duty(number) for number in range(count)])


@pytest.mark.thorough
def test_a_graph_that_is_too_large_is_not_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every edge from the actor crosses all columns: a picture would grow with the square of the record."""
    large = graph_of(_chain(400))
    assert not is_drawable(large)
    assert len(render_svg(large)) < 5_000
    assert "401 boxes are too many" in render_svg(large)
    assert is_drawable(graph_of(_chain(60)))
    record = _chain(400)
    page = render_html(checklist(record), record)
    assert "401 boxes are too many" in page
    path = tmp_path / "x.accord.json"
    path.write_text(dumps(record), "utf-8")
    assert main(["export", str(path), "--format", "svg", "-o", str(tmp_path / "x.svg")]) == 0
    assert "--format dot" in capsys.readouterr().err
    assert main(["export", str(path), "--format", "dot"]) == 0
    assert "d399" not in capsys.readouterr().err


def test_a_page_has_no_roles_that_its_elements_have_by_themselves() -> None:
    """Checkers of HTML refuse them on the parts of a table."""
    record = _record(**LATER)
    page = render_html(checklist(record, as_of=DAY), record, sign_off=True)
    assert not re.findall(r"<(?:table|thead|tbody|tr|th|td|section|article|main|ul|ol|li)\b[^>]* role=", page)


def test_a_text_in_another_language_says_so_wherever_it_stands() -> None:
    """As a whole word, never inside one; in the language of the page nothing needs saying."""
    isolated = Isolator.of([], {"Lista Serbe": "sq", "Elez": "sr-Latn", "Serbia": "en"})
    assert isolated("Lista Serbe") == '<bdi lang="sq">Lista Serbe</bdi>'
    assert isolated("said by Lista Serbe and Serbia") == (
        '<span dir="ltr">said by <bdi lang="sq">Lista Serbe</bdi> and Serbia</span>'
    )
    assert isolated("Elezović said") == "<bdi>Elezović said</bdi>"
    assert isolated.language("Serbia") == "en"


def test_the_languages_of_a_record_are_those_that_it_states() -> None:
    """Of what a duty quotes its own before that of the source; a text in two languages is in neither."""
    cited = (Citation(source_id="s"),)
    duties = (
        Obligation(id="a", modality=Modality.MUST, action="x", as_written="uno", citations=cited),
        Obligation(id="b", modality=Modality.MUST, action="x", as_written="zwei", as_written_language="de"),
        Obligation(id="c", modality=Modality.MUST, action="x", note="tri", note_language="sr"),
        Obligation(id="d", modality=Modality.MUST, action="x", note="tri", note_language="mk"),
    )
    source = Source(id="s", kind=SourceKind.AGREEMENT_TEXT, title="S", language="it")
    record = Agreement(id="deal", title="T", actors=(), parties=(), sources=(source,), obligations=duties)
    assert languages_of(record) == {"uno": "it", "zwei": "de"}
