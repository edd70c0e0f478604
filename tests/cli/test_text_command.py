"""``accords text``: add, show and cite."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accords.cli import main
from accords.model.sources import Citation, Span
from accords.texts.edition import digest
from documents import docx_of

TEXT = "Article 1\nThe gates stay open.\nArticle 2\nGraustark said “the gates stay open”.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a file of text, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deal.txt").write_bytes(TEXT.encode().replace(b"\n", b"\r\n"))
    return tmp_path


def record(folder: Path, **source: str) -> str:
    plain = {
        "accords_version": "1.0", "id": "a", "title": "A", "actors": [{"id": "r", "name": "R"}],
        "parties": [{"actor_id": "r"}],
        "sources": [{"id": "deal", "kind": "agreement_text", "title": "Deal", **source}],
    }  # fmt: skip
    (folder / "a.accord.json").write_text(json.dumps(plain), "utf-8")
    return "a.accord.json"


def test_add_writes_the_text_and_what_is_known_of_it_and_prints_the_source(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line ends are ``\\n``; a second time nothing is written."""
    words = [
        "text",
        "add",
        "deal.txt",
        "--id",
        "deal",
        "--kind",
        "agreement_text",
        "--title",
        "Deal",
        "--rights",
        "CC0-1.0",
    ]
    assert main(words) == 0
    told = capsys.readouterr()
    assert (folder / "texts" / "deal.txt").read_bytes() == TEXT.encode()
    source = {"id": "deal", "kind": "agreement_text", "title": "Deal", "text_sha256": digest(TEXT)}
    assert json.loads(told.out) == source
    assert "texts/deal.txt: 79 characters, 4 paragraphs" in told.err.replace("\\", "/")
    kept = json.loads((folder / "texts" / "deal.text.json").read_text("utf-8"))
    assert kept["rights"] == "CC0-1.0"
    before = (folder / "texts" / "deal.txt").stat().st_mtime_ns
    assert main(words) == 0
    assert "is there already" in capsys.readouterr().err
    assert (folder / "texts" / "deal.txt").stat().st_mtime_ns == before


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.docx", docx_of("<w:p><w:ins/></w:p>"), "tracked changes"),
        ("a.txt", "a\u202eb".encode(), "--unseen keep or --unseen drop"),
        ("a.txt", b" \n", "no text in it"),
    ],
)
def test_a_file_without_a_text_is_one_error_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, raw: bytes, words: str
) -> None:
    """Not even the folder."""
    (folder / name).write_bytes(raw)
    assert main(["text", "add", name, "--id", "x"]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert told.err.count("Error") == 1
    assert not told.out
    assert not (folder / "texts").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["add", "none.txt", "--id", "x"],
        ["add", ".", "--id", "x"],
        ["add", "deal.txt", "--id", "../x"],
        ["add", "deal.txt", "--id", "x", "--published", "someday"],
        ["show", "x"],
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(folder: Path, words: list[str]) -> None:
    """With exit code 2."""
    assert main(["text", *words]) == 2
    assert not (folder / "texts").exists()


def test_another_text_under_a_known_id_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first one stays."""
    assert main(["text", "add", "deal.txt", "--id", "deal"]) == 0
    (folder / "deal.txt").write_text("other", "utf-8")
    assert main(["text", "add", "deal.txt", "--id", "deal"]) == 2
    assert "another text is there" in capsys.readouterr().err
    assert (folder / "texts" / "deal.txt").read_text("utf-8") == TEXT


def test_show_numbers_the_paragraphs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of them, or one."""
    main(["text", "add", "deal.txt", "--id", "deal"])
    capsys.readouterr()
    assert main(["text", "show", "deal"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "¶2  The gates stay open."
    assert main(["text", "show", "deal", "--paragraph", "4"]) == 0
    assert capsys.readouterr().out == "¶4  Graustark said “the gates stay open”.\n"
    assert main(["text", "show", "deal", "--paragraph", "5"]) == 2


def test_cite_prints_the_citation_of_the_words_as_the_text_has_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A difference in spaces, marks or case is said."""
    main(["text", "add", "deal.txt", "--id", "deal"])
    capsys.readouterr()
    name = record(folder, text_sha256=digest(TEXT))
    for words, remark in (("The gates stay open.", ""), ("graustark  SAID", "with other spaces, case: Graustark said")):
        assert main(["text", "cite", name, words, "--source", "deal"]) == 0
        told = capsys.readouterr()
        assert remark in told.err
        plain = json.loads(told.out)
        cited = Citation(source_id=plain["source_id"], locator=plain["locator"], span=Span(**plain["span"]))
        assert cited.span is not None
        assert digest(TEXT[cited.span.start : cited.span.end]) == cited.span.sha256


def test_words_at_several_places_are_listed_until_one_is_chosen(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is chosen for the coder."""
    main(["text", "add", "deal.txt", "--id", "deal"])
    name = record(folder)
    capsys.readouterr()
    assert main(["text", "cite", name, "gates stay open", "--source", "deal"]) == 1
    told = capsys.readouterr()
    assert not told.out
    assert "2  ¶4  …Article 2 Graustark said “the [gates stay open]”. …" in told.err
    assert (
        main(["text", "cite", name, "gates stay open", "--source", "deal", "--place", "2", "--locator", "Art. 2"]) == 0
    )
    assert json.loads(capsys.readouterr().out)["locator"] == "Art. 2"
    assert main(["text", "cite", name, "gates stay open", "--source", "deal", "--place", "3"]) == 2


def test_words_that_are_not_there_are_not_cited(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """However near they come."""
    main(["text", "add", "deal.txt", "--id", "deal"])
    name = record(folder)
    assert main(["text", "cite", name, "The gate stays open", "--source", "deal"]) == 1
    assert "not in the text" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("source", "changes", "words"),
    [
        ("other", {}, "no source has the id 'other'"),
        ("deal", {"text_sha256": "0" * 64}, "is not the one that the record was coded from"),
    ],
)
def test_a_text_that_is_not_the_records_own_is_not_cited(
    folder: Path, capsys: pytest.CaptureFixture[str], source: str, changes: dict[str, str], words: str
) -> None:
    """With exit code 2."""
    main(["text", "add", "deal.txt", "--id", "deal"])
    name = record(folder, **changes)
    assert main(["text", "cite", name, "The gates", "--source", source]) == 2
    assert words in capsys.readouterr().err


def test_add_enters_the_source_into_a_record_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that is there gets the hash; one that was coded from another text is refused, and nothing is kept."""
    name = record(folder)
    assert main(["text", "add", "deal.txt", "--id", "deal", "--record", name]) == 0
    assert "not written" in capsys.readouterr().err
    assert "text_sha256" not in (folder / name).read_text("utf-8")
    assert main(["text", "add", "deal.txt", "--id", "deal", "--record", name, "--write"]) == 0
    assert json.loads((folder / name).read_text("utf-8"))["sources"][0]["text_sha256"] == digest(TEXT)
    (folder / "new.txt").write_text("New.", "utf-8")
    assert main(["text", "add", "new.txt", "--id", "new", "--record", name, "--write", "--kind", "report"]) == 0
    assert [each["id"] for each in json.loads((folder / name).read_text("utf-8"))["sources"]] == ["deal", "new"]
    record(folder, text_sha256="0" * 64)
    (folder / "texts" / "deal.txt").unlink()
    assert main(["text", "add", "deal.txt", "--id", "deal", "--record", name, "--write"]) == 2
    assert not (folder / "texts" / "deal.txt").exists()


def test_cite_adds_the_citation_to_what_has_the_id(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every other byte stays; a second time nothing changes; what cannot cite is refused."""
    main(["text", "add", "deal.txt", "--id", "deal"])
    name = record(folder)
    plain = json.loads((folder / name).read_text("utf-8"))
    plain["obligations"] = [{"id": "open", "obligor_ids": ["r"], "modality": "must", "action": "keep them open"}]
    (folder / name).write_text(json.dumps(plain, indent=1), "utf-8")
    words = ["text", "cite", name, "The gates stay open.", "--source", "deal", "--into"]
    assert main([*words, "open"]) == 0
    assert json.loads((folder / name).read_text("utf-8")) == plain
    assert main([*words, "open", "--write"]) == 0
    (citation,) = json.loads((folder / name).read_text("utf-8"))["obligations"][0]["citations"]
    assert (citation["locator"], citation["span"]["start"]) == ("¶2", 10)
    before = (folder / name).read_bytes()
    assert main([*words, "open", "--write"]) == 0
    assert (folder / name).read_bytes() == before
    assert main(["verify", name]) == 0
    capsys.readouterr()
    assert main([*words, "opem", "--write"]) == 2
    assert "did you mean open?" in capsys.readouterr().err
    assert main([*words, "r", "--write"]) == 2
