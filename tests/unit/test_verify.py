"""Spans against texts: exact to the letter or an orphan, whatever the text and wherever the citation stands."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from accords.cli import main
from accords.codec import dumps, structure
from accords.model.agreement import Agreement
from accords.model.conclusion import Term
from accords.model.conditions import Never, Vague
from accords.model.sources import Citation, Span
from accords.texts.verify.sought import Sought, passages_by_hash
from accords.texts.verify.spans import cited_sources, verify
from accords.texts.verify.whole import variants
from accords.texts.verify.wording import elsewhere, not_in_text

TEXT = "Der Fährmann — «Strelsau» 🛶 —\nkeeps the ferry, both ways.\n"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def cite(text: str, start: int, end: int, source_id: str = "text", locator: str | None = "¶1") -> Citation:
    return Citation(
        source_id=source_id, locator=locator, span=Span(start=start, end=end, sha256=digest(text[start:end]))
    )


def plain(*citations: dict[str, Any], **source: Any) -> dict[str, Any]:
    """A record of one duty with these citations, and one source."""
    return {
        "accords_version": "1.0",
        "id": "ferry",
        "title": "Ferry",
        "actors": [{"id": "north", "name": "North"}],
        "parties": [{"actor_id": "north"}],
        "obligations": [
            {
                "id": "keep",
                "obligor_ids": ["north"],
                "modality": "must",
                "action": "keep the ferry",
                "citations": list(citations),
            }
        ],
        "sources": [{"id": "text", "kind": "agreement_text", "title": "The text", **source}],
    }


def record(*citations: Citation, **source: Any) -> Agreement:
    agreement = structure(plain(**source))
    return evolve(agreement, obligations=(evolve(agreement.obligations[0], citations=citations),))


@pytest.mark.thorough
@given(text=st.text(min_size=1), data=st.data())
def test_every_slice_of_a_text_is_exact_in_that_text(text: str, data: st.DataObject) -> None:
    """Offsets count code points, in any script; nothing is found."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    result = verify(record(cite(text, start, end, locator=None), text_sha256=digest(text)), {"text": text})
    assert [check.exact for check in result.checks] == [True]
    assert result.report.diagnostics == ()


@given(before=st.text(), slice_=st.text(min_size=1), after=st.text(), other=st.text(min_size=1))
def test_a_slice_that_changed_is_an_orphan_even_if_it_stands_elsewhere(
    before: str, slice_: str, after: str, other: str
) -> None:
    """Nothing is moved to a likeness: only the characters between the two offsets count."""
    start = len(before)
    end = start + len(slice_)
    changed = before + other + slice_ + after
    result = verify(record(cite(before + slice_ + after, start, end)), {"text": changed})
    assert result.checks[0].exact == (changed[start:end] == slice_)


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (4, 12, "the slice 4..12 hashes differently"),
        (4, 5000, f"it ends at 5,000, but the text has {len(TEXT)} characters"),
        (9000, 9001, f"it ends at 9,001, but the text has {len(TEXT)} characters"),
        (12, 4, "it starts at 12 and ends at 4, so nothing is in it"),
        (4, 4, "it starts at 4 and ends at 4, so nothing is in it"),
    ],
)
def test_an_orphan_says_why(start: int, end: int, reason: str) -> None:
    """The reason is in the check and in the finding, which points at the span."""
    citation = Citation(source_id="text", span=Span(start=start, end=end, sha256=digest("else")))
    result = verify(record(citation), {"text": TEXT})
    (check,) = result.orphans
    (found,) = result.report.diagnostics
    assert (check.reason, check.start, check.end, check.locator) == (reason, start, end, None)
    assert (found.code, found.pointer) == ("ACC401", check.pointer)
    assert check.pointer == "/obligations/0/citations/0/span"
    assert found.message.endswith(reason)
    assert found.place == "in obligation keep: citations › #1"


def test_an_empty_slice_is_an_orphan_though_its_hash_is_right() -> None:
    """A citation of nothing shows nothing."""
    assert not verify(record(cite(TEXT, 4, 4)), {"text": TEXT}).checks[0].exact


@pytest.mark.parametrize(
    ("sha256", "advice"),
    [(digest(TEXT), "offsets or the hash"), (digest("other"), "look for that one"), (None, "code the span anew")],
)
def test_the_advice_depends_on_whether_the_text_is_the_one_that_was_coded(sha256: str | None, advice: str) -> None:
    """With the right text the record is at fault, with another text it need not be."""
    source = {"text_sha256": sha256} if sha256 else {}
    result = verify(record(cite("x" * 9, 0, 9), **source), {"text": TEXT})
    assert advice in str(result.report.diagnostics[-1].help)


def test_citations_are_found_wherever_they_stand() -> None:
    """In conditions within conditions, in names, claims and terms; in the order of the record."""
    here = {"source_id": "text", "span": {"start": 0, "end": 3, "sha256": digest("Der")}}
    inner = {"kind": "vague", "text": "soon", "after": {"kind": "conclusion", "citations": [here]}}
    data = plain(here)
    data["conclusion"] = {"form": "announced", "citations": [here]}
    data["term"] = {"ends_if_any": [{"kind": "all_of", "conditions": [inner]}], "citations": [here]}
    data["actors"][0]["names"] = [{"text": "N.", "citations": [here]}]
    data["events"] = [
        {
            "id": "e",
            "kind": "background",
            "summary": "It rained.",
            "claims": [{"says": "occurred", "citations": [here]}],
        }
    ]
    pointers = [check.pointer for check in verify(structure(data), {"text": TEXT}).checks]
    assert pointers == [
        "/conclusion/citations/0/span",
        "/term/ends_if_any/0/conditions/0/after/citations/0/span",
        "/term/citations/0/span",
        "/actors/0/names/0/citations/0/span",
        "/obligations/0/citations/0/span",
        "/events/0/claims/0/citations/0/span",
    ]


@pytest.mark.thorough
def test_deep_conditions_do_not_exhaust_the_stack() -> None:
    """A record built in Python may nest deeper than any that is read."""
    condition: Never | Vague = Never(citations=(Citation(source_id="text"),))
    for _ in range(5_000):
        condition = Vague(text="later", after=condition)
    deep = evolve(record(), term=Term(ends_if_any=(condition,)))
    assert verify(deep, {}).unspanned == 1


@pytest.mark.parametrize(
    ("given_text", "note"),
    [
        (TEXT.replace("\n", "\r\n"), r"its line ends, \r\n for \n"),
        ("\ufeff" + TEXT, "a byte order mark at its start"),
        (TEXT + "\n", "a line break at its end"),
        (TEXT[:-1], "the line break missing at its end"),
        ("\ufeff" + TEXT.replace("\n", "\r\n") + "\r\n", "a byte order mark at its start and its line ends"),
        (TEXT.replace("both", "all"), None),
    ],
)
def test_another_text_is_told_and_what_an_editor_did_to_it(given_text: str, note: str | None) -> None:
    """A byte order mark and line ends count; the note names them where nothing else differs."""
    result = verify(record(text_sha256=digest(TEXT)), {"text": given_text})
    (found,) = result.report.diagnostics
    assert (found.code, found.pointer) == ("ACC402", "/sources/0/text_sha256")
    assert (note in found.notes[0]) if note else not found.notes


def test_a_source_that_gives_no_hash_is_not_compared_as_a_whole() -> None:
    """Without `text_sha256` any text may be the one."""
    assert verify(record(), {"text": "anything"}).report.diagnostics == ()


def test_a_source_without_a_text_is_one_finding_however_many_spans_it_has() -> None:
    """Its spans are counted, and are no orphans."""
    result = verify(record(cite(TEXT, 0, 3), cite(TEXT, 4, 9), Citation(source_id="text")), {})
    (found,) = result.report.diagnostics
    assert (found.code, found.pointer) == ("ACC403", "/sources/0")
    assert "2 citations" in found.message
    assert (result.checks, result.unchecked, result.unspanned) == ((), 2, 1)


def test_a_source_without_spans_needs_no_text() -> None:
    """A citation by locator alone has nothing to be held against a text."""
    assert verify(record(Citation(source_id="text", locator="Art. 1")), {}).report.diagnostics == ()


def test_a_citation_of_a_source_that_is_not_there_is_not_passed_over() -> None:
    """Of a record that was never validated."""
    (found,) = verify(record(cite(TEXT, 0, 3, source_id="annex")), {"text": TEXT}).report.diagnostics
    assert (found.code, found.pointer) == ("ACC403", "/obligations/0/citations/0/source_id")


def test_sources_are_listed_once_in_the_order_of_their_spans() -> None:
    """Only those into which a span points."""
    agreement = record(
        cite(TEXT, 0, 1, source_id="b"),
        cite(TEXT, 0, 1, source_id="a"),
        cite(TEXT, 1, 2, source_id="b"),
        Citation(source_id="c"),
    )
    assert cited_sources(agreement) == ("b", "a")


# ---- the command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text, a record whose citations are exact in it, and one with an orphan."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_bytes(TEXT.encode("utf-8"))
    good = record(cite(TEXT, 0, 12), cite(TEXT, 15, 25), text_sha256=digest(TEXT))
    bad = record(cite(TEXT, 0, 12), cite(TEXT[1:], 15, 25), text_sha256=digest(TEXT))
    (tmp_path / "good.accord.json").write_text(dumps(good), "utf-8")
    (tmp_path / "bad.accord.json").write_text(dumps(bad), "utf-8")
    return tmp_path


def run(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["verify", *arguments])
    return code, *capsys.readouterr()


def test_all_exact_is_a_count_and_exit_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The id of the source may be left out where there is one, and --quiet leaves nothing to say."""
    said = "2 citations: 2 exact, 0 orphans\n"
    assert run(["good.accord.json", "--source", "text=text.txt"], capsys) == (0, said, "")
    assert run(["good.accord.json", "--source", "text.txt"], capsys) == (0, said, "")
    assert run(["good.accord.json", "--source", "text.txt", "-q"], capsys) == (0, "", "")


def test_an_orphan_is_shown_at_its_place_and_exit_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the line and column of the span in the record."""
    code, out, _ = run(["bad.accord.json", "--source", "text.txt"], capsys)
    lines = (folder / "bad.accord.json").read_text("utf-8").splitlines()
    line, column = map(int, out.split("bad.accord.json:")[1].split()[0].split(":"))
    assert code == 1
    assert "the slice 15..25 hashes differently" in out
    assert out.endswith("2 citations: 1 exact, 1 orphan\n")
    assert lines[line - 1][column - 1] == "{"
    assert '"start": 15' in "".join(lines[line - 1 : line + 2])


def test_a_record_can_come_from_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings then name it as such."""
    stream = io.TextIOWrapper(io.BytesIO((folder / "bad.accord.json").read_bytes()), "utf-8")
    monkeypatch.setattr("sys.stdin", stream)
    code, out, _ = run(["-", "--source", "text.txt"], capsys)
    assert code == 1
    assert "--> <stdin>:" in out


def test_a_text_with_other_line_ends_is_not_mended_in_silence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes are taken as they are; the finding about the whole text comes first, and says what was done to it."""
    (folder / "dos.txt").write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8"))
    code, out, _ = run(["good.accord.json", "--source", "dos.txt"], capsys)
    assert code == 1
    assert out.startswith("warning[ACC402]")
    assert r"but for its line ends, \r\n for \n" in out


def test_json_holds_every_check_and_every_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For machines; exit codes are the same."""
    code, out, _ = run(["bad.accord.json", "--source", "text.txt", "--format", "json"], capsys)
    document = json.loads(out)
    assert (code, document["ok"], document["file"]) == (1, False, "bad.accord.json")
    assert [check["exact"] for check in document["checks"]] == [True, False]
    assert [found["code"] for found in document["findings"]] == ["ACC401"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--source", "txt=text.txt"], 2, 'the record has no source "txt"; sources here: text'),
        (["--source", "text=text.txt", "--source", "text.txt"], 2, "two texts were given"),
        (["--source", "text=missing.txt"], 2, "missing.txt cannot be read: there is no such file"),
        (["--source", "text=."], 2, "cannot be read"),
        (["--source", "text=latin.txt"], 2, "latin.txt cannot be read as text: byte 0xE4"),
        ([], 2, "--source"),
    ],
)
def test_wrong_usage_and_unreadable_texts_are_exit_2_with_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    """No traceback, and nothing on standard output."""
    (folder / "latin.txt").write_bytes(TEXT.encode("latin-1", "replace"))
    got, out, err = run(["good.accord.json", *arguments], capsys)
    assert (got, out) == (code, "")
    assert said in err


def test_a_lone_text_needs_an_id_where_several_sources_have_spans(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not guessed; what is not given is not checked, and that is exit 1."""
    agreement = record(cite(TEXT, 0, 3), cite(TEXT, 0, 3, source_id="annex"))
    annex = evolve(agreement.sources[0], id="annex")
    (folder / "two.accord.json").write_text(dumps(evolve(agreement, sources=(*agreement.sources, annex))), "utf-8")
    code, _, err = run(["two.accord.json", "--source", "text.txt"], capsys)
    assert code == 2
    assert "as ID=text.txt; sources here: text, annex" in err
    code, out, _ = run(["two.accord.json", "--source", "annex=text.txt"], capsys)
    assert code == 1
    assert "ACC403" in out
    assert out.endswith("2 citations: 1 exact, 0 orphans, 1 not checked\n")


def test_a_record_with_errors_is_exit_1_and_one_that_cannot_be_read_exit_2(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own findings are printed; texts are not looked at."""
    (folder / "broken.accord.json").write_text('{"accords_version": "1.0"}\n', "utf-8")
    code, out, _ = run(["broken.accord.json", "--source", "missing.txt"], capsys)
    assert code == 1
    assert "ACC101" in out
    code, out, _ = run(["missing.accord.json", "--source", "text.txt"], capsys)
    assert code == 2
    assert "ACC012" in out


@given(before=st.text(), words=st.text(min_size=1), after=st.text(), shift=st.integers(-3, 3))
def test_a_passage_with_wrong_offsets_is_found_by_its_hash_and_not_moved(
    before: str, words: str, after: str, shift: int
) -> None:
    """It is an orphan still; where it stands is said."""
    text = before + words + after
    start = max(len(before) + shift, 0)
    span = Span(start=start, end=start + len(words), sha256=digest(words))
    (check,) = verify(record(Citation(source_id="text", span=span)), {"text": text}).checks
    assert check.exact is (text[start : start + len(words)] == words)
    assert check.exact or len(before) in check.stands_at
    assert all(text[at : at + len(words)] == words for at in check.stands_at)


def test_where_an_orphan_stands_is_told_with_its_paragraph() -> None:
    """Three places at most are named."""
    text = "Tolls end.\nThe gates stay open.\n" + 5 * "The gates stay open.\n"
    span = Span(start=0, end=20, sha256=digest("The gates stay open."))
    (found,) = verify(record(Citation(source_id="text", span=span)), {"text": text}).report.diagnostics
    assert found.notes == (
        "a passage with its hash stands at 11 to 31 (¶2), 32 to 52 (¶3) and 53 to 73 (¶4), and 3 other places",
    )


@pytest.mark.parametrize(
    ("coded", "given_now", "words"),
    [
        ("a\r\nb\r\nwords", "a\nb\nwords", r"its line ends, \n for \r\n"),
        ("a\nb\nwords", "a\r\nb\r\nwords", r"its line ends, \r\n for \n"),
        ("a\nwords", "\ufeffa\nwords", "a byte order mark at its start"),
    ],
)
def test_offsets_that_count_other_line_ends_are_known_for_that(coded: str, given_now: str, words: str) -> None:
    """Though nothing says which text was coded."""
    start = coded.index("words")
    verification = verify(record(cite(coded, start, start + 5)), {"text": given_now})
    assert verification.checks[0].but_for == words
    assert f"the span would be exact but for {words}" in verification.report.diagnostics[0].notes


def test_the_search_by_hashes_stops_when_its_work_is_done() -> None:
    """What was not looked for is not said to be nowhere."""
    sought = (Sought(2, digest("bc")), Sought(3, digest("abc")), Sought(0, digest("")), Sought(9, digest("x")))
    assert passages_by_hash("abc abc", sought) == {sought[0]: (1, 5), sought[1]: (0, 4)}
    assert passages_by_hash("abc abc", sought, work=2000) == {sought[0]: (1, 5)}
    assert passages_by_hash("abc abc", sought, work=10) == {}


CLAUSES = "Article 1\n\nNorth keeps the ferry.\n\nSouth pays for it.\n\nNobody else\nmay cross.\n\nEnd.\n"


@pytest.mark.parametrize(
    ("words", "cited", "accused"),
    [
        ("North keeps the ferry", "North keeps", False),
        ("North … ferry", "keeps the", False),
        ("may cross", "North keeps", True),
        ("Nobody else may cross", "Nobody", False),
        ("pays", "North keeps", False),
        ("End", "Article 1", True),
    ],
)
def test_operative_words_stand_where_the_duty_cites_them(words: str, cited: str, accused: bool) -> None:
    """In the paragraphs of a passage, or the ones beside them."""
    start = CLAUSES.index(cited)
    held = record(cite(CLAUSES, start, start + len(cited), locator=None))
    duty = evolve(held.obligations[0], as_written=words)
    found = verify(evolve(held, obligations=(duty,)), {"text": CLAUSES}).report.diagnostics
    assert [each.code for each in found] == (["ACC422"] if accused else [])
    open_ended = evolve(duty, citations=(*duty.citations, Citation(source_id="text")))
    assert verify(evolve(held, obligations=(open_ended,)), {"text": CLAUSES}).report.diagnostics == ()


@pytest.mark.parametrize(
    ("locators", "wrong"),
    [
        (("¶2", "¶3", "¶4"), []),
        (("¶1", "¶2", "¶3"), []),
        (("¶3", "¶4", "¶5"), []),
        (("¶2", "¶4", "¶4"), [1]),
        (("¶2", "Art. 9", "¶4"), []),
        (("¶7",), [0]),
    ],
)
def test_a_locator_names_the_paragraph_of_its_span(locators: tuple[str, ...], wrong: list[int]) -> None:
    """Numbered by paragraphs or by lines, with or without the heading, as long as all of them go by one way."""
    starts = [CLAUSES.index(words) for words in ("North", "South", "Nobody")]
    citations = [cite(CLAUSES, start, start + 5, locator=each) for start, each in zip(starts, locators, strict=False)]
    found = verify(record(*citations), {"text": CLAUSES}).report.diagnostics
    assert [each.pointer for each in found] == [f"/obligations/0/citations/{at}/locator" for at in wrong]


def test_the_forms_of_a_text_differ_in_line_ends_and_its_first_sign() -> None:
    """Each by what alone differs; a text without either has none."""
    assert variants("one line") == {}
    assert set(variants("a\nb").values()) == {"a\r\nb"}
    assert set(variants("\ufeffa\r\nb").values()) >= {"a\r\nb", "\ufeffa\nb", "a\nb"}


def test_words_and_locators_are_looked_at_where_there_are_texts() -> None:
    """Without any, nobody is accused."""
    held = record(cite(TEXT, 4, 12, locator="Art. 9"))
    assert list(not_in_text(held, {})) == list(elsewhere([], {})) == []
