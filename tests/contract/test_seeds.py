"""The digests of source documents: well formed, true to the texts where those are at hand, and cited rightly."""

from __future__ import annotations

import hashlib
import json
import os
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from accords.model.sources import Citation
from accords.texts.verify import verify
from accords.validate import load
from accords.vocabulary import SourceKind

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.seed.json"))
SCHEMA = json.loads((ROOT / "seeds" / "seed.schema.json").read_text("utf-8"))

by_name = pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name.removesuffix(".seed.json"))

LONGEST_QUOTE = 11
"""So many words in a row may be the source's own: an operative phrase, never a sentence."""


def read(path: Path) -> dict[str, Any]:
    seed: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return seed


def text_of(seed: dict[str, Any]) -> str:
    """The text of a seed, found by its hash; skips the test where it is not at hand."""
    named = os.environ.get("ACCORDS_SEED_TEXTS")
    folder = Path(named) if named else ROOT.parent / "shared" / "seeds"
    for path in sorted(each for each in folder.glob("*") if each.is_file()):
        raw = path.read_bytes()
        if hashlib.sha256(raw).hexdigest() == seed["text"]["sha256"]:
            return raw.decode("utf-8")
    if named:
        pytest.fail(f"ACCORDS_SEED_TEXTS names {named}, which has no file with the hash of {seed['id']}")
    pytest.skip(f"the text of {seed['id']} is not here; ACCORDS_SEED_TEXTS can name the folder that has it")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def records(seed: dict[str, Any]) -> list[Path]:
    return [ROOT / "examples" / f"{record}.accord.json" for record in seed["records"]]


def citations_into(seed: dict[str, Any], record: Path) -> list[Citation]:
    """The citations with a span into the document of the seed, which is known by its hash."""
    agreement = load(record)
    (source,) = [source.id for source in agreement.sources if source.text_sha256 == seed["text"]["sha256"]]
    found: list[Citation] = []

    def visit(value: Any) -> None:
        if isinstance(value, Citation):
            found.append(value)
        elif isinstance(value, tuple):
            for item in value:
                visit(item)
        elif hasattr(value, "__attrs_attrs__"):
            for attribute in value.__attrs_attrs__:
                visit(getattr(value, attribute.name))

    visit(agreement)
    return [citation for citation in found if citation.source_id == source and citation.span is not None]


def test_the_schema_of_digests_is_a_valid_schema() -> None:
    """Its kinds of sources are those of the record format."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["kind"]["enum"] == [kind.value for kind in SourceKind]


@by_name
def test_a_digest_is_valid_and_named_after_its_id(path: Path) -> None:
    """By its own schema."""
    seed = read(path)
    Draft202012Validator(SCHEMA).validate(seed)
    assert path.name == f"{seed['id']}.seed.json"


@pytest.mark.parametrize("damage", ["sha256", "locator", "states", "title", "$extra"])
def test_a_damaged_digest_is_not_valid(damage: str) -> None:
    """The schema is closed, and holds hashes and locators to their form."""
    seed = read(SEEDS[0])
    seed["paragraphs"][0] |= {"sha256": "E7"} if damage == "sha256" else {}
    seed["paragraphs"][0] |= {"locator": "8"} if damage == "locator" else {}
    seed["paragraphs"][0] |= {"states": []} if damage == "states" else {}
    if damage == "title":
        del seed["title"]
    if damage == "$extra":
        seed["text"]["content"] = "the text itself"
    assert not Draft202012Validator(SCHEMA).is_valid(seed)


@by_name
def test_paragraphs_are_numbered_and_follow_each_other_to_the_end(path: Path) -> None:
    """Each begins after the line break that ends the one before; nothing of the text is left out."""
    seed = read(path)
    paragraphs = seed["paragraphs"]
    assert [paragraph["locator"] for paragraph in paragraphs] == [f"¶{n}" for n in range(1, len(paragraphs) + 1)]
    assert paragraphs[0]["start"] == 0
    for one, other in pairwise(paragraphs):
        assert one["start"] < one["end"]
        assert other["start"] == one["end"] + 1
    assert paragraphs[-1]["end"] == seed["text"]["code_points"]


@by_name
def test_hashes_match_the_text(path: Path) -> None:
    """Of the whole and of every paragraph, with its length in bytes and in code points."""
    seed = read(path)
    text = text_of(seed)
    assert (len(text.encode("utf-8")), len(text)) == (seed["text"]["bytes"], seed["text"]["code_points"])
    assert [digest(line) for line in text.split("\n")] == [one["sha256"] for one in seed["paragraphs"]]
    for one in seed["paragraphs"]:
        assert digest(text[one["start"] : one["end"]]) == one["sha256"], one["locator"]


@by_name
def test_citations_lie_inside_the_paragraphs_that_they_name(path: Path) -> None:
    """Checkable without the text; a span that is a whole paragraph has its hash."""
    seed = read(path)
    paragraphs = {paragraph["locator"]: paragraph for paragraph in seed["paragraphs"]}
    for record in records(seed):
        citations = citations_into(seed, record)
        assert citations
        for citation in citations:
            assert citation.span is not None
            assert citation.locator in paragraphs, citation
            paragraph = paragraphs[citation.locator]
            assert paragraph["start"] <= citation.span.start < citation.span.end <= paragraph["end"], citation
            if (citation.span.start, citation.span.end) == (paragraph["start"], paragraph["end"]):
                assert citation.span.sha256 == paragraph["sha256"]


@by_name
def test_every_citation_of_a_record_is_exact_in_the_text(path: Path) -> None:
    """And none of those into the text is left unchecked."""
    seed = read(path)
    text = text_of(seed)
    for record in records(seed):
        agreement = load(record)
        ids = [source.id for source in agreement.sources if source.text_sha256 == seed["text"]["sha256"]]
        result = verify(agreement, dict.fromkeys(ids, text))
        assert result.report.diagnostics == ()
        assert result.checks
        assert (result.orphans, result.unchecked) == ((), 0)
        assert len(result.checks) == len(citations_into(seed, record))


@by_name
def test_phrases_given_as_written_stand_in_the_text(path: Path) -> None:
    """The operative words, roles and dates that records quote are the source's, to the letter."""
    seed = read(path)
    text = text_of(seed)
    for record in records(seed):
        quoted = re.findall(r'"(?:\w+_)?as_written": ("(?:[^"\\]|\\.)*")', record.read_text("utf-8"))
        assert quoted
        assert [phrase for phrase in map(json.loads, quoted) if phrase not in text] == []


@by_name
def test_the_text_is_not_shipped(path: Path) -> None:
    """Neither the digest nor what was coded from it repeats more than a short phrase of the text."""
    seed = read(path)
    source = words(text_of(seed))
    runs = {tuple(source[at : at + LONGEST_QUOTE + 1]) for at in range(len(source) - LONGEST_QUOTE)}
    for file in (path, *records(seed), *(ROOT / "examples").glob("*.py")):
        own = words(file.read_text("utf-8"))
        copied = [run for at in range(len(own)) if (run := tuple(own[at : at + LONGEST_QUOTE + 1])) in runs]
        assert copied == [], f"{file.name}: {' '.join(copied[0])}"
