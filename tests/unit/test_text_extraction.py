"""Files to texts: what is read, what is left out and said, and what is refused with one clear answer."""

from __future__ import annotations

import codecs

import pytest

from accords.texts import extract
from accords.texts.apart import read_apart, taken_of
from accords.texts.documents import read_docx, read_pdf, told
from accords.texts.edition import TextError, digest
from accords.texts.extract import MOST_BYTES, edition_of
from accords.texts.markup import decode_page, read_page
from documents import bomb_of, docx_of, pdf_of, zip_of

PAGE = b"""<!doctype html><html><head><title> Gates  open </title><style>p {}</style></head><body>
<nav>Home</nav><h1>Gates&nbsp;open</h1><p>First <b>para</b>graph
goes on.</p><p hidden>not seen</p><div style="display: none">nor <p>this</p></div><script>var x = "<p>";</script>
<ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><td>c</table>Last<br>line</body></html>"""


@pytest.fixture
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process, which takes a tenth of the time of another."""
    monkeypatch.setattr(extract, "read_apart", lambda kind, raw: taken_of(told(kind, raw)))


def paragraph(text: str, extra: str = "") -> str:
    return f"<w:p>{extra}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_plain_text_stays_as_it_is_but_for_line_ends_and_the_mark_at_its_start() -> None:
    """Its hash is that of the text, beside that of the file."""
    raw = codecs.BOM_UTF8 + "Ärtikel 1\r\n  Two\rThree\n".encode()
    edition = edition_of(raw, id="a", name="dir/a.txt")
    assert edition.text == "Ärtikel 1\n  Two\nThree\n"
    assert (edition.input_sha256, edition.sha256, edition.input_name) == (digest(raw), digest(edition.text), "a.txt")


def test_of_a_page_what_is_seen_is_read_a_paragraph_to_a_line() -> None:
    """Without styles, programs and what the page hides; that something is hidden is said."""
    edition = edition_of(PAGE, id="a", name="a.html")
    assert edition.text.splitlines() == [
        "Home", "Gates open", "First paragraph goes on.", "one", "two", "a b", "c", "Last", "line",
    ]  # fmt: skip
    assert edition.source == {"title": "Gates open"}
    assert edition.notes == ("text that the page hides was left out: 15 characters",)


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF16_LE + "<p>Žena".encode("utf-16-le"),
        "<meta charset='windows-1250'><p>Žena".encode("cp1250"),
        '<meta http-equiv="x" content="text/html; charset=utf-8"><p>Žena'.encode(),
        "<p>Žena".encode(),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(raw: bytes) -> None:
    """And in UTF-8 where it names none."""
    assert read_page(decode_page(raw)).lines == ("Žena",)


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"<meta charset='klingon'>", "which is not known"),
        (b"<p>\xff", "not written in utf-8"),
        (b"<b>" * 3000, "deeper than 2,000 levels"),
        (b"<p hidden>all of it", "no text in it"),
        (b"", "no text in it"),
    ],
)
def test_a_page_without_a_text_is_refused(raw: bytes, words: str) -> None:
    """In a sentence."""
    with pytest.raises(TextError, match=words):
        edition_of(raw, id="a", name="a.htm")


def test_pages_that_leave_elements_open_are_no_deeper_for_it() -> None:
    """As many that people write."""
    assert len(read_page("<p>x" * 5000).lines) == 5000
    assert len(read_page("<ul>" + "<li>x" * 5000).lines) == 5000
    assert len(read_page("<table>" + "<tr><td>x<td>y" * 5000).lines) == 5000


@pytest.mark.further
def test_an_office_document_is_read_with_its_tables_fields_and_boxes() -> None:
    """Where they stand, a paragraph to a line."""
    table = f"<w:tbl><w:tr><w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>"
    field = f"<w:sdt><w:sdtContent>{paragraph('filled in')}</w:sdtContent></w:sdt>"
    body = (
        paragraph("First") + table + field + "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    )
    edition = edition_of(docx_of(body), id="a", name="a.docx")
    assert edition.text == "First\ncell\nfilled in\na\tb\nc\n"
    assert edition.extractor.startswith("python-docx ")
    assert edition.notes == ()


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>", "hidden text was left out"),
        (paragraph("x", "<w:pPr><w:numPr/></w:pPr>"), "numbers that the program sets"),
        ("<w:p><w:r><w:footnoteReference/></w:r></w:p>", "footnotes"),
    ],
)
def test_what_of_an_office_document_is_not_in_the_text_is_said(body: str, note: str) -> None:
    """Once for each kind."""
    taken = read_docx(docx_of(paragraph("seen") + body))
    assert "secret" not in taken.pages[0]
    assert [each for each in taken.notes if each.startswith(note)]


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (docx_of("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"), "tracked changes"),
        (docx_of("<w:p><w:r><w:t>x</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>"), "tracked"),
        (docx_of("<w:p/>"), "no text"),
        (zip_of(a="x"), "no document of a word processor"),
        (docx_of(paragraph("x"))[:-40], "damaged"),
        (bomb_of(size=250_000_000), "unpacked it would have more than 200 MB"),
        (bomb_of(parts=10_001), "10,000 parts"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked with a password"),
    ],
    ids=["inserted", "deleted", "empty", "archive", "cut", "bomb", "many", "old"],
)
def test_an_office_document_without_one_text_is_refused(raw: bytes, words: str) -> None:
    """Before anything of a bomb is unpacked."""
    with pytest.raises(TextError, match=words):
        edition_of(raw, id="a", name="a.docx")


@pytest.mark.further
def test_a_pdf_is_read_page_by_page_and_in_paragraphs() -> None:
    """Lines stay as they stand; a page without text is named."""
    edition = edition_of(pdf_of("Article 1\nThe gates stay\nopen.\nTolls end.", "", "(a) last"), id="a", name="a.pdf")
    assert edition.text == "Article 1\nThe gates stay\nopen.\n\nTolls end.\n\n\n\n(a) last\n"
    assert [each.page for each in edition.paragraphs] == [1, 1, 3]
    assert edition.notes == ("without text: page 2",)


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (pdf_of("", ""), "run it through text recognition"),
        (pdf_of("secret", password="x"), "locked with a password"),
    ],
    ids=["pictures", "locked"],
)
def test_a_pdf_without_text_is_refused(raw: bytes, words: str) -> None:
    """With what to do instead."""
    with pytest.raises(TextError, match=words):
        edition_of(raw, id="a", name="a.pdf")


def test_a_pdf_that_anybody_may_open_is_read_though_it_is_encrypted() -> None:
    """Its password is empty."""
    assert read_pdf(pdf_of("open to all", password="")).pages == ("open to all",)


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.doc", b"x", "save it as .docx"),
        ("a.png", b"\x89PNG", "text recognition"),
        ("a.pdf", b"plain", "ends in .pdf and is no such file"),
        ("a.txt", b"\xff\xfea\0", "UTF-16"),
        ("a.txt", b"caf\xe9 x", "windows-1252"),
        ("a.txt", b"x" * (MOST_BYTES + 1), "more than the limit of 50 MB"),
        ("a.txt", "a\u200bb".encode(), "ZERO WIDTH SPACE, 1 times, first at 1"),
    ],
    ids=["doc", "picture", "misnamed", "utf-16", "western", "large", "unseen"],
)
def test_what_is_not_read_says_what_to_do(name: str, raw: bytes, words: str) -> None:
    """Before anything is written."""
    with pytest.raises(TextError, match=words):
        edition_of(raw, id="a", name=name)


def test_signs_that_nobody_sees_are_kept_or_dropped_as_asked() -> None:
    """And that they were dropped is kept with the text."""
    raw = "ga\u00adtes\u200b".encode()
    assert edition_of(raw, id="a", unseen="keep").text == "ga\u00adtes\u200b"
    dropped = edition_of(raw, id="a", unseen="drop")
    assert dropped.text == "gates"
    assert "SOFT HYPHEN" in dropped.notes[0]


def test_without_the_readers_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text and pages need none."""
    monkeypatch.setattr(extract, "find_spec", lambda name: None)
    with pytest.raises(TextError, match=r"pip install \"accords\[text\]\""):
        edition_of(pdf_of("x"), id="a")
    assert edition_of(PAGE, id="a", name="a.html").text
    assert edition_of(b"x", id="a").text == "x"


@pytest.mark.further
def test_why_a_file_is_not_read_comes_through_from_the_other_process() -> None:
    """As if it had been read in this one."""
    with pytest.raises(TextError, match="tracked changes"):
        edition_of(docx_of("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"), id="a", name="a.docx")


@pytest.mark.thorough
def test_a_reader_that_takes_too_long_or_too_much_is_stopped() -> None:
    """And says so."""
    with pytest.raises(TextError, match="was stopped"):
        read_apart("html", b"<!--" * 2_000_000, seconds=0.5)
    with pytest.raises(TextError, match="more memory than is allowed"):
        read_apart("html", b"x" * 90_000_000, memory=100_000_000)


@pytest.mark.further
@pytest.mark.parametrize(
    "raw",
    [zip_of(word__document_DOT_xml="<x/>"), pdf_of("x")[:300], b"%PDF-1.7 nothing"],
    ids=["hollow", "cut", "nothing"],
)
def test_a_file_on_which_its_reader_breaks_is_called_damaged_with_what_was_raised(raw: bytes) -> None:
    """Whatever the library raises, in the process apart."""
    with pytest.raises(
        TextError, match=r"damaged, or no such file \(\w+(?:Error|Exception)\); open it and save it anew"
    ):
        edition_of(raw, id="a", name="a")
